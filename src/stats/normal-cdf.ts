const ROOT_TWO_PI = 2.5066282746310002;

/**
 * Returns the probability that a standard normal number is at most x, between 0 and 1.
 *
 * A rational function times exp(−x²/2) up to |x| = 7.07, a continued fraction beyond; error below 1e-15
 * absolute, in the lower tail below 1e-10 relative down to x = −5 and below 1e-8 down to x = −8. Source: J. F. Hart 1968, as given by G. West 2005, Better approximations to cumulative normal
 * functions, Wilmott Magazine. Throws RangeError on NaN. Above about x = 8.3 it is exactly 1: take
 * normalCdf(−x) for the upper tail.
 *
 * Example: normalCdf(1.959963984540054) is 0.975.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError('normalCdf needs a number.');
  const distance = Math.abs(x);
  if (distance > 38) return x > 0 ? 1 : 0;
  const bell = Math.exp((-distance * distance) / 2);
  const tail = distance < 7.07106781186547 ? nearTail(bell, distance) : farTail(bell, distance);
  return x > 0 ? 1 - tail : tail;
}

function nearTail(bell: number, distance: number): number {
  return bell * nearRatio(distance);
}

function farTail(bell: number, distance: number): number {
  const inner = distance + 3 / (distance + 4 / (distance + 0.65));
  return bell / ((distance + 1 / (distance + 2 / inner)) * ROOT_TWO_PI);
}

function nearRatio(x: number): number {
  const above =
    (((((0.0352624965998911 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x +
      112.079291497871) *
      x +
      221.213596169931) *
      x +
    220.206867912376;
  const below =
    ((((((0.0883883476483184 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x +
      296.564248779674) *
      x +
      637.333633378831) *
      x +
      793.826512519948) *
      x +
    440.413735824752;
  return above / below;
}
