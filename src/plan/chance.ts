import type { Triple } from '../model/range.js';
import { normalCdf } from '../stats/normal-cdf.js';

/** People with what the plan does for them. */
export interface UncertainPeople extends Triple {
  readonly isCovered: boolean;
}

/**
 * The chance, 0 to 1, that the people covered are at least the target share of all, given the ranges: each range is
 * taken as a triangle from low over estimate to high, errors of two spots as correlated by ρ, their weighted sum as
 * normal. Undefined without people. It says nothing of spots never mapped, and it misleads where ranges are guesses.
 */
export function chanceOfTarget(
  people: readonly UncertainPeople[],
  target: number,
  correlation: number,
): number | undefined {
  let mean = 0;
  let squares = 0;
  let sum = 0;
  for (const { low, estimate, high, isCovered } of people) {
    const weight = isCovered ? 1 - target : -target;
    const spread = Math.sqrt(
      Math.max(0, low ** 2 + estimate ** 2 + high ** 2 - low * estimate - low * high - estimate * high) / 18,
    );
    mean += (weight * (low + estimate + high)) / 3;
    squares += (weight * spread) ** 2;
    sum += weight * spread;
  }
  if (people.every(({ high }) => high === 0)) return undefined;
  const deviation = Math.sqrt((1 - correlation) * squares + correlation * sum ** 2);
  if (deviation < 1e-9) return mean >= -1e-9 ? 1 : 0;
  return normalCdf(mean / deviation);
}
