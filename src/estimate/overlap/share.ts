import { acceptCount, acceptSpots, acceptWithin } from '../accept.js';

/**
 * Returns the number of different persons behind the counts from two published figures:
 * N = ΣS · [(1 − p) + p / k̄].
 *
 * `share_using_several` is p, the share of people met at spots who use more than one; `mean_spots` is k̄, the
 * mean number of spots among those. An approximation of `multiplicity`, a little low because 1/k̄ is less than
 * the mean of 1/k. Source: the published summaries of programmatic mapping; the form is inferred. Throws
 * EstimationError 'not-a-count', 'not-a-share', 'spots-out-of-range'.
 *
 * Example: share(1000, { share_using_several: 0.4, mean_spots: 2 }) is 800.
 */
export function share(
  counted: number,
  reported: { readonly share_using_several: number; readonly mean_spots: number },
): number {
  const several = acceptWithin(reported.share_using_several, 'share_using_several', {
    low: 0,
    high: 1,
    code: 'not-a-share',
  });
  const spots = acceptSpots(reported.mean_spots, 'mean_spots');
  return acceptCount(counted, 'The count') * (1 - several + several / spots);
}
