/**
 * Half-width of a sum of spot figures, in persons, when the errors of any two spots have the correlation given:
 * H² = Σh² + ρ[(Σh)² − Σh²]. With ρ = 1 it is the sum of the half-widths (the customary range), with ρ = 0 their
 * root sum of squares. Throws a RangeError when ρ lies outside 0 to 1.
 *
 * It misleads when half-widths are guesses of different meaning, or when one shared error (a team that always counts
 * too high) moves every spot the same way and ρ is set low. Source: variance of a sum of equally correlated terms.
 */
export function correlatedHalfWidth(halfWidths: readonly number[], correlation: number): number {
  if (!(correlation >= 0 && correlation <= 1)) {
    throw new RangeError(`a correlation between spots must lie between 0 and 1, not ${correlation}`);
  }
  let sum = 0;
  let squares = 0;
  for (const halfWidth of halfWidths) {
    sum += halfWidth;
    squares += halfWidth * halfWidth;
  }
  return Math.sqrt(squares + correlation * (sum * sum - squares));
}
