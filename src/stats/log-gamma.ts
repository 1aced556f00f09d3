const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];
const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Returns the natural logarithm of Γ(x), where Γ(n) = (n − 1)! for whole n.
 *
 * Lanczos's series with g = 7 and nine terms, relative error about 1e-15 (absolute near x = 1 and 2, where the
 * answer is 0). Source: C. Lanczos 1964, doi 10.1137/0701008. Throws RangeError unless x > 0 and finite.
 *
 * Example: logGamma(5) is ln 24 = 3.1780538303479458.
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`logGamma needs a number above 0, not ${x}.`);
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const shifted = x - 1;
  let series = LANCZOS[0] ?? 0;
  for (let term = 1; term < LANCZOS.length; term++) series += (LANCZOS[term] ?? 0) / (shifted + term);
  const base = shifted + 7.5;
  return HALF_LOG_TWO_PI + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}
