import { EstimationError } from '../../model/estimation-error.js';
import { acceptCount } from '../accept.js';

/**
 * Returns the number after a published attendance factor: N = U · c.
 *
 * c is weekly or monthly people per person of a usual day, 1 or more. Source: Khodadost and others 2025,
 * doi 10.47176/mjiri.39.103 (Ahvaz 2104 / 843 = 2.496). Throws EstimationError 'not-a-count', and
 * 'setting-out-of-range' for a factor below 1 or not finite. Misleads when the factor comes from another place
 * or population.
 *
 * Example: factor(843, 2104 / 843) is 2104.
 */
export function factor(counted: number, peoplePerCounted: number): number {
  if (!(peoplePerCounted >= 1 && peoplePerCounted < Infinity)) {
    throw new EstimationError(
      'setting-out-of-range',
      `The attendance factor is ${peoplePerCounted}; a finite number of 1 or more is expected.`,
    );
  }
  return acceptCount(counted, 'The count') * peoplePerCounted;
}
