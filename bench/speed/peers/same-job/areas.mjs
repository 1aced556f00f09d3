// municipalities.csv from sums by municipality and population: whole persons that add up, spread, share.
// What a Node user writes once an engine has added up; a few hundred rows, whatever the size of the table.
import { writeFileSync } from 'node:fs';

const CORRELATION = 0.1;
const HEAD =
  'municipality,population,spots,mean_spot_size,low,estimate,high,basis,interval_low,interval_high,interval_basis,share,' +
  'per_1000,denominator,denominator_persons,interval_method,rows_without_range,estimate_with_range,' +
  'at_spots_low,at_spots,at_spots_high,at_places,by_phone,on_web,elsewhere';

/** Whole numbers that add up to the total within bounds: whole parts, then the largest remainders first. */
function whole(parts, total, { least = () => -Infinity, most = () => Infinity } = {}) {
  const out = parts.map((part, at) => Math.min(most(at), Math.max(least(at), Math.floor(part))));
  let left = total - out.reduce((sum, part) => sum + part, 0);
  const step = Math.sign(left);
  const order = parts
    .map((part, at) => [step * (part - out[at]), at])
    .sort(([a, atA], [b, atB]) => b - a || atA - atB);
  while (left !== 0) {
    for (const [, at] of order) {
      const next = out[at] + step;
      if (left === 0 || next < least(at) || next > most(at)) continue;
      out[at] = next;
      left -= step;
    }
  }
  return out;
}

const halfUp = (persons) => Math.floor(persons + 0.5);

function decimals(value, digits) {
  const scale = 10 ** digits;
  return String(Math.floor(value * scale * (1 + 4 * Number.EPSILON) + 0.5) / scale);
}

/** Half of the spread: errors of two spots correlate a little. */
const spread = (sum, squares) => Math.sqrt(squares + CORRELATION * Math.max(sum * sum - squares, 0));

/** Writes the file; `areas` are in name order. */
export function writeAreas(path, areas) {
  const lines = new Map();
  for (const population of new Set(areas.map((area) => area.population))) {
    const own = areas.filter((area) => area.population === population);
    const of = (key) => own.map((area) => area[key]);
    const totalOf = (key) => of(key).reduce((sum, persons) => sum + persons, 0);
    const estimate = whole(of('estimate'), halfUp(totalOf('estimate')));
    const low = whole(of('low'), halfUp(totalOf('low')), { most: (at) => estimate[at] });
    const high = whole(of('high'), halfUp(totalOf('high')), { least: (at) => estimate[at] });
    own.forEach((area, at) => {
      const ends = [
        area.estimate - spread(area.below, area.belowSquares),
        area.estimate + spread(area.above, area.aboveSquares),
      ].map((end) => decimals(end, 1));
      const mean = area.spots === 0 ? '' : decimals(area.geo / area.spots, 1);
      lines.set(area, [
        `${area.municipality},${population},${area.spots},${mean},${low[at]},${estimate[at]},${high[at]},extremes`,
        `${ends.join()},spread,${decimals(area.estimate / totalOf('estimate'), 4)},,,`,
        `"correlated, correlation 0.1",${area.withoutRange},${decimals(area.withRange, 1)}`,
        ...['low', 'estimate', 'high', 'geo', 'phone', 'web'].map((key) => decimals(area[key], 1)),
        '0',
      ]);
    });
  }
  writeFileSync(path, `${[HEAD, ...areas.map((area) => lines.get(area).join(','))].join('\n')}\n`);
}
