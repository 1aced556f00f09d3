import { rowsBySpot } from '../columns/order-rows.js';
import { valueOf } from '../columns/typed-table.js';
import type { SpotFigure } from '../model/estimate.js';
import { compareText } from '../model/issue.js';
import type { Spot } from '../model/study.js';
import { SPOT_MODES } from '../model/tables/spots.js';
import type { Day } from '../model/week.js';
import type { PopulationFigures } from './estimates-of.js';
import { GEO, tripleAt, type Figures } from './figures.js';

/** What is written of a figure. */
export type SpotLine = Pick<SpotFigure, 'mode' | 'level' | 'at' | 'total' | 'peak' | 'hasRange'> & {
  readonly spot: Pick<
    Spot,
    'spot_id' | 'population' | 'municipality' | 'typology' | 'peak_days' | 'lat' | 'lon'
  >;
};

/** The figures of all populations of a study as they are written, one after the other: by spot code, then population. */
export function* eachSpotLine(populations: readonly PopulationFigures[]): Generator<SpotLine> {
  const [first] = populations;
  if (first === undefined) return;
  const writers = populations.map(({ population, figures }) => lineWriter(population, figures));
  const { spots } = first.figures.parts;
  const codes = spots.coded('spot_id')?.codes ?? new Int32Array(0);
  /** By spot row, the place of its population, and of its figure there. */
  const owners = new Int16Array(spots.length).fill(-1);
  const places = new Int32Array(spots.length);
  for (const [owner, { figures }] of populations.entries()) {
    for (const [at, row] of figures.parts.rows.entries()) {
      owners[row] = owner;
      places[row] = at;
    }
  }
  const write = (row: number): SpotLine | undefined => writers[owners[row] ?? -1]?.(places[row] ?? 0);
  let same: SpotLine[] = [];
  let code = -1;
  for (const row of rowsBySpot(spots)) {
    const line = write(row);
    if (line === undefined) continue;
    if (codes[row] !== code) {
      yield* same.length > 1 ? byPopulation(same) : same;
      same = [];
      code = codes[row] ?? -1;
    }
    same.push(line);
  }
  yield* byPopulation(same);
}

const byPopulation = (lines: readonly SpotLine[]) =>
  [...lines].sort((a, b) => compareText(a.spot.population, b.spot.population));

const orUndefined = (number: number) => (Number.isNaN(number) ? undefined : number);

/** Makes the lines of one population's figures. */
function lineWriter(population: string, figures: Figures): (at: number) => SpotLine {
  const { spots, rows, modes, levels, peak, total, hasRange, at: met } = figures.parts;
  const days = spots.coded('peak_days');
  const [latOf, lonOf] = [spots.numberAt('lat'), spots.numberAt('lon')];
  return (at) => {
    const row = rows[at] ?? 0;
    const here = tripleAt(met, at);
    return {
      spot: {
        spot_id: spots.textAt('spot_id', row) ?? '',
        population,
        municipality: spots.textAt('municipality', row),
        typology: spots.textAt('typology', row),
        peak_days: days && (valueOf(days, days.codes[row] ?? -1) as readonly Day[] | undefined),
        lat: orUndefined(latOf(row)),
        lon: orUndefined(lonOf(row)),
      },
      mode: SPOT_MODES[modes[at] ?? GEO] ?? 'geo',
      level: levels[at] === 1 ? '1' : '2',
      at: here,
      total: total === met ? here : tripleAt(total, at),
      peak: peak === undefined || Number.isNaN(peak.estimate[at]) ? undefined : tripleAt(peak, at),
      hasRange: hasRange[at] === 1,
    };
  };
}
