import { EstimationError } from '../../model/estimation-error.js';
import { acceptCount, acceptShare, acceptWithin } from '../accept.js';

/** The share of persons who come to spots, or the share who never do; give one, or both if they sum to 1. */
export interface HiddenShare {
  /** Of all persons, those who come to spots: above 0, at most 1. */
  readonly share_seen?: number;
  /** Of all persons, those who never do: 0 or more, below 1. */
  readonly share_hidden?: number;
}

/** Variances of the two inputs; a part not given counts as known exactly. */
export interface DivideVariances {
  /** Variance of the number at spots, persons squared. */
  readonly attending?: number;
  /** Variance of the share (the same for seen and hidden). */
  readonly share?: number;
}

/** All persons, with both shares named so that neither can be taken for the other. */
export interface DivideEstimate {
  readonly estimate: number;
  readonly share_seen: number;
  readonly share_hidden: number;
  /** Persons squared. */
  readonly variance: number;
}

/**
 * Returns all persons, those who never come to spots included: N = N_spots / (1 − h), with
 * Var(N) = Var(N_spots) / (1 − h)² + N_spots² · Var(h) / (1 − h)⁴ (delta method).
 *
 * h is the share hidden; the share seen is 1 − h. The two are named in full and both are returned because
 * confusing them multiplies the answer by h / (1 − h). Source: Khodadost and others 2025,
 * doi 10.47176/mjiri.39.103 (1494 / 0.76 = 1966). Throws EstimationError: 'not-a-count', 'not-a-share',
 * 'shares-disagree' (neither given, or both and their sum is not 1). Misleads when h was measured among people
 * recruited at spots, or when seen means on the mapping day rather than ever.
 *
 * Example: divide(1494, { share_seen: 0.76 }).estimate is 1965.79, with share_hidden 0.24.
 */
export function divide(
  attending: number,
  share: HiddenShare,
  variances: DivideVariances = {},
): DivideEstimate {
  const persons = acceptCount(attending, 'The number at spots');
  const { share_seen, share_hidden } = bothShares(share);
  const ofPersons = acceptCount(variances.attending ?? 0, 'The variance of the number at spots');
  const ofShare = acceptCount(variances.share ?? 0, 'The variance of the share');
  const seenSquared = share_seen * share_seen;
  return {
    estimate: persons / share_seen,
    share_seen,
    share_hidden,
    variance: ofPersons / seenSquared + (persons * persons * ofShare) / (seenSquared * seenSquared),
  };
}

/**
 * Returns both shares from whichever is given. Throws EstimationError 'not-a-share' or 'shares-disagree', see divide.
 *
 * Example: bothShares({ share_seen: 0.76 }) is { share_seen: 0.76, share_hidden: 0.24 }.
 */
export function bothShares(share: HiddenShare): { share_seen: number; share_hidden: number } {
  const { share_seen, share_hidden } = share;
  const bounds = { low: Number.MIN_VALUE, high: 1, code: 'not-a-share' } as const;
  if (share_seen !== undefined) acceptWithin(share_seen, 'share_seen', bounds);
  if (share_hidden !== undefined) acceptShare(share_hidden, 'share_hidden');
  if (share_seen === undefined) {
    if (share_hidden !== undefined) return { share_seen: 1 - share_hidden, share_hidden };
    throw new EstimationError('shares-disagree', 'Give share_seen or share_hidden; neither was given.');
  }
  if (share_hidden === undefined) return { share_seen, share_hidden: 1 - share_seen };
  if (Math.abs(share_seen + share_hidden - 1) <= 1e-9) return { share_seen, share_hidden };
  throw new EstimationError(
    'shares-disagree',
    `share_seen ${share_seen} and share_hidden ${share_hidden} do not sum to 1; correct one or leave it out.`,
  );
}
