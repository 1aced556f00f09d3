/**
 * Returns the sum of the values rounded once, so that the order of the rows cannot change even the last bit.
 *
 * The running sum is kept as a list of numbers that do not overlap (their sum is exact); only at the end are
 * they added up, with the half-way case decided by the next part.
 *
 * Source: J. R. Shewchuk 1997, doi 10.1007/PL00009321; the rounding step as in Python's `math.fsum`.
 * NaN or an infinite value gives NaN or an infinite sum; so does a sum beyond 1.8e308. About ten times slower
 * than a plain loop: for totals of rows, not for the inside of a simulation.
 *
 * Example: exactSum([1e100, 1, -1e100]) is 1.
 */
export function exactSum(values: Iterable<number>): number {
  const list = values instanceof Float64Array ? values : Array.isArray(values) ? values : [...values];
  return exactSumOf(list.length, (at) => Number(list[at]));
}

/** The same of that many values which are computed one by one, each as often as it is asked for. */
export function exactSumOf(count: number, valueAt: (at: number) => number): number {
  if (count === 1) return valueAt(0);
  const ready = sumOfShares(count, valueAt);
  if (ready !== undefined) return ready;
  const parts: number[] = [];
  let plain = 0;
  for (let at = 0; at < count; at += 1) {
    const value = valueAt(at);
    plain += value;
    addTo(parts, value);
  }
  return Number.isFinite(plain) ? roundedOnce(parts) : plain;
}

/** Halves, quarters … down to this share of one are added without any rounding as long as the sum is not huge. */
const SHARES = 1024;

/** The sum where it is exact whatever the order: every value is a whole number of small shares. Undefined elsewhere. */
function sumOfShares(count: number, valueAt: (at: number) => number): number | undefined {
  let sum = 0;
  let size = 0;
  for (let at = 0; at < count; at += 1) {
    const value = valueAt(at);
    const shares = value * SHARES;
    if (shares !== Math.floor(shares)) return undefined;
    sum += value;
    size += Math.abs(value);
  }
  return sum !== 0 && size * SHARES < Number.MAX_SAFE_INTEGER ? sum : undefined;
}

function addTo(parts: number[], value: number): void {
  let carried = value;
  let kept = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? 0;
    const isLess = Math.abs(carried) < Math.abs(part);
    const large = isLess ? part : carried;
    const small = isLess ? carried : part;
    const sum = large + small;
    const rest = small - (sum - large);
    if (rest !== 0) parts[kept++] = rest;
    carried = sum;
  }
  if (kept < parts.length) parts.length = kept;
  parts.push(carried);
}

function roundedOnce(parts: readonly number[]): number {
  let at = parts.length - 1;
  let sum = parts[at] ?? 0;
  let rest = 0;
  while (at > 0 && rest === 0) {
    at--;
    const before = sum;
    const part = parts[at] ?? 0;
    sum = before + part;
    rest = part - (sum - before);
  }
  const next = parts[at - 1] ?? 0;
  if ((rest < 0 && next < 0) || (rest > 0 && next > 0)) {
    const doubled = rest * 2;
    const moved = sum + doubled;
    if (doubled === moved - sum) return moved;
  }
  return sum;
}
