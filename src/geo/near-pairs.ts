import { kmBetween } from './distance.js';
import { layCells, sweepCells, type KnownPositions } from './near-cells.js';
import { sweepCompiled } from './near-core.js';

/** Positions by column, degrees. */
export interface Positions {
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

/** Fewer positions are not worth the compiling. */
const WORTHWHILE = 1000;

/**
 * Visits every pair of positions at most `km` apart along a great circle, each once, by their numbers with the smaller
 * first, and the kilometres between them.
 *
 * The positions are put in the order of square cells as wide as the distance, so that only those of cells side by side
 * are compared; a compiled sweep finds who may be near where the machine can run it. Not across the 180° meridian, and
 * positions without coordinates (NaN) pair with nothing.
 */
export function nearPairs(
  positions: Positions,
  km: number,
  visit: (one: number, other: number, km: number) => void,
): void {
  const known = knownOf(positions);
  const frame = layCells(known, km);
  const { numbers, lat, lon } = known;
  const meet = (one: number, other: number): void => {
    const apart = kmBetween([lon[one] ?? 0, lat[one] ?? 0], [lon[other] ?? 0, lat[other] ?? 0]);
    if (apart > km) return;
    const [a, b] = [numbers[one] ?? 0, numbers[other] ?? 0];
    visit(Math.min(a, b), Math.max(a, b), apart);
  };
  if (numbers.length < WORTHWHILE || !sweepCompiled(known, frame, meet)) sweepCells(known, frame, meet);
}

/** The positions that have both coordinates. */
function knownOf({ lat, lon }: Positions): KnownPositions {
  const numbers = new Int32Array(lat.length);
  let known = 0;
  for (let at = 0; at < lat.length; at += 1) {
    if (Number.isNaN((lat[at] ?? Number.NaN) + (lon[at] ?? Number.NaN))) continue;
    numbers[known] = at;
    known += 1;
  }
  if (known === lat.length) return { numbers, lat, lon };
  const own = numbers.subarray(0, known);
  return {
    numbers: own,
    lat: Float64Array.from(own, (at) => lat[at] ?? 0),
    lon: Float64Array.from(own, (at) => lon[at] ?? 0),
  };
}
