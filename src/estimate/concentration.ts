import type { Concentration } from '../model/estimate.js';

/**
 * Gini coefficient of persons over units, 0 (even) to 1 (all in one): G = 2Σi·xᵢ/(nΣx) − (n+1)/n with x ascending,
 * not corrected for small n. Returns 0 where nobody is anywhere. It describes listed units only: leaving out small
 * ones lowers it. Source: Lorenz 1905; Gini 1912; Blanchard et al. 2008, doi:10.1136/sti.2008.033167.
 */
export function gini(persons: ArrayLike<number>): number {
  const sorted = Float64Array.from(persons).sort();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total <= 0) return 0;
  const weighted = sorted.reduce((sum, value, at) => sum + (at + 1) * value, 0);
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

/** Share of all persons held by the `count` largest units, 0 to 1. */
export function shareOfTop(persons: ArrayLike<number>, count: number): number {
  const sorted = Float64Array.from(persons).sort().reverse();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  return total <= 0 ? 0 : sorted.slice(0, count).reduce((sum, value) => sum + value, 0) / total;
}

/** The fewest units that together hold at least half of the persons. */
export function unitsForHalf(persons: ArrayLike<number>): number {
  const sorted = Float64Array.from(persons).sort().reverse();
  const half = sorted.reduce((sum, value) => sum + value, 0) / 2;
  let held = 0;
  for (const [at, value] of sorted.entries()) {
    held += value;
    if (held >= half) return at + 1;
  }
  return 0;
}

/** How one population is spread over its units. */
export function concentrationOf(
  population: string,
  units: Concentration['units'],
  persons: ArrayLike<number>,
): Concentration {
  return {
    population,
    units,
    count: persons.length,
    gini: gini(persons),
    topFiveShare: shareOfTop(persons, 5),
    unitsForHalf: unitsForHalf(persons),
    shareOfTopFifth: shareOfTop(persons, Math.ceil(persons.length / 5)),
  };
}
