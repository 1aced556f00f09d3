/**
 * Returns the value of a polynomial at x, coefficients given from the constant term upwards:
 * c₀ + x·(c₁ + x·(c₂ + …)) (Horner's rule). An empty list gives 0.
 *
 * Example: polynomial([1, 2, 3], 2) is 17.
 */
export function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let at = coefficients.length - 1; at >= 0; at--) value = value * x + (coefficients[at] ?? 0);
  return value;
}
