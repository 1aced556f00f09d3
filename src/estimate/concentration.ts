import type { Concentration } from '../model/estimate.js';

type Numbers = Float32Array | Float64Array;

/** The numbers in order, as precise as they are given. */
const ascending = (numbers: ArrayLike<number>): Numbers =>
  (numbers instanceof Float32Array ? numbers.slice() : Float64Array.from(numbers)).sort();

/**
 * Gini coefficient of persons over units, 0 (even) to 1 (all in one): G = 2Σi·xᵢ/(nΣx) − (n+1)/n with x ascending,
 * not corrected for small n. Returns 0 where nobody is anywhere. It describes listed units only: leaving out small
 * ones lowers it. Source: Lorenz 1905; Gini 1912; Blanchard et al. 2008, doi:10.1136/sti.2008.033167.
 */
export function gini(persons: ArrayLike<number>): number {
  return giniOf(ascending(persons));
}

function giniOf(sorted: Numbers): number {
  let [total, weighted] = [0, 0];
  for (let at = 0; at < sorted.length; at += 1) {
    total += sorted[at] ?? 0;
    weighted += (at + 1) * (sorted[at] ?? 0);
  }
  if (total <= 0) return 0;
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

/** Share of all persons held by the `count` largest units, 0 to 1. */
export function shareOfTop(persons: ArrayLike<number>, count: number): number {
  return shareOfLargest(ascending(persons), count);
}

function shareOfLargest(sorted: Numbers, count: number): number {
  let [total, held] = [0, 0];
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    total += sorted[at] ?? 0;
    if (at === sorted.length - count) held = total;
  }
  if (count > sorted.length) held = total;
  return total <= 0 ? 0 : held / total;
}

/** The fewest units that together hold at least half of the persons. */
export function unitsForHalf(persons: ArrayLike<number>): number {
  return largestForHalf(ascending(persons));
}

function largestForHalf(sorted: Numbers): number {
  let total = 0;
  for (let at = sorted.length - 1; at >= 0; at -= 1) total += sorted[at] ?? 0;
  let held = 0;
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    held += sorted[at] ?? 0;
    if (held >= total / 2) return sorted.length - at;
  }
  return 0;
}

/** How one population is spread over its units. */
export function concentrationOf(
  population: string,
  units: Concentration['units'],
  persons: ArrayLike<number>,
): Concentration {
  const sorted = ascending(persons);
  return {
    population,
    units,
    count: persons.length,
    gini: giniOf(sorted),
    topFiveShare: shareOfLargest(sorted, 5),
    unitsForHalf: largestForHalf(sorted),
    shareOfTopFifth: shareOfLargest(sorted, Math.ceil(persons.length / 5)),
  };
}
