import type { Triple } from './range.js';

/** Whole persons: half away from zero, nudged so that a sum such as 5036.4999999999 that stands for 5036.5 rounds up. */
export function wholePersons(persons: number): number {
  return Math.floor(persons + 0.5 + Math.abs(persons) * Number.EPSILON * 16);
}

/** A range in whole persons. */
export function wholeTriple(triple: Triple): Triple {
  return {
    low: wholePersons(triple.low),
    estimate: wholePersons(triple.estimate),
    high: wholePersons(triple.high),
  };
}

/**
 * Whole numbers that add up to `total`, each as near to its part as that allows (largest remainder; ties go to the
 * earlier part), within the bounds where given.
 */
export function apportion(
  parts: readonly number[],
  total: number,
  bounds: { readonly least?: readonly number[]; readonly most?: readonly number[] } = {},
): number[] {
  const least = (at: number) => bounds.least?.[at] ?? -Infinity;
  const most = (at: number) => bounds.most?.[at] ?? Infinity;
  const whole = parts.map((part, at) => Math.min(most(at), Math.max(least(at), Math.floor(part))));
  let left = total - whole.reduce((sum, part) => sum + part, 0);
  const step = Math.sign(left);
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: part - (whole[at] ?? 0) }))
    .sort((a, b) => step * (b.remainder - a.remainder) || a.at - b.at);
  while (left !== 0) {
    const before = left;
    for (const { at } of byRemainder) {
      const next = (whole[at] ?? 0) + step;
      if (left === 0) break;
      if (next < least(at) || next > most(at)) continue;
      whole[at] = next;
      left -= step;
    }
    if (left === before) throw new RangeError('the parts cannot add up to the total within their bounds');
  }
  return whole;
}

/** Ranges in whole persons that add up to the whole-person total end by end, with low ≤ estimate ≤ high kept in each. */
export function apportionTriples(parts: readonly Triple[], total: Triple): Triple[] {
  const estimates = apportion(
    parts.map((part) => part.estimate),
    total.estimate,
  );
  const lows = apportion(
    parts.map((part) => part.low),
    total.low,
    { most: estimates },
  );
  const highs = apportion(
    parts.map((part) => part.high),
    total.high,
    { least: estimates },
  );
  return parts.map((_, at) => ({
    low: lows[at] ?? 0,
    estimate: estimates[at] ?? 0,
    high: highs[at] ?? 0,
  }));
}
