import { acceptCount, acceptShare } from '../accept.js';

/**
 * Returns the number of different persons after taking off a reported duplication: N = ΣS · (1 − d).
 *
 * `duplication` is d, the share of the counted who were counted before, 0 to 1 (29% is 0.29). Source: used in
 * Iran, Khodadost and others 2025, doi 10.47176/mjiri.39.103 (d from 0.29 to 0.37). Throws EstimationError
 * 'not-a-count', 'not-a-share'. Misleads when d was measured elsewhere or over another time window.
 *
 * Example: percentOff(2104, 0.29) is 1493.84.
 */
export function percentOff(counted: number, duplication: number): number {
  return acceptCount(counted, 'The count') * (1 - acceptShare(duplication, 'duplication'));
}
