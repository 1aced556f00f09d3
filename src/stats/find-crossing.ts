/**
 * Returns the place between `inside` and `outside` where a statement stops being true, by bisection to a relative
 * width of 1e-9. The statement must hold at `inside` and fail at `outside`.
 *
 * Example: findCrossing((x) => x * x < 2, 1, 2) is 1.41421356….
 */
export function findCrossing(holds: (x: number) => boolean, inside: number, outside: number): number {
  let [held, failed] = [inside, outside];
  for (let step = 0; step < 200; step += 1) {
    const middle = (held + failed) / 2;
    if (middle === held || middle === failed) break;
    if (holds(middle)) held = middle;
    else failed = middle;
    if (Math.abs(failed - held) <= 1e-9 * Math.abs(held)) break;
  }
  return held;
}

/**
 * Returns the place of the largest value of a function with one peak between the bounds (golden section, relative
 * width 1e-7).
 *
 * Source: J. Kiefer 1953, doi 10.1090/S0002-9939-1953-0055639-3. With several peaks it may find a lower one.
 *
 * Example: findPeak((x) => -(x - 3) * (x - 3), 0, 10) is 3.
 */
export function findPeak(value: (x: number) => number, low: number, high: number): number {
  const shrink = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [low, high];
  let left = to - shrink * (to - from);
  let right = from + shrink * (to - from);
  let [atLeft, atRight] = [value(left), value(right)];
  while (to - from > 1e-7 * Math.max(1, Math.abs(from))) {
    if (atLeft < atRight) {
      [from, left, atLeft] = [left, right, atRight];
      right = from + shrink * (to - from);
      if (right <= left) break;
      atRight = value(right);
    } else {
      [to, right, atRight] = [right, left, atLeft];
      left = to - shrink * (to - from);
      if (left >= right) break;
      atLeft = value(left);
    }
  }
  return (from + to) / 2;
}
