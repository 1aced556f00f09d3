import { rowsBySpot } from '../columns/order-rows.js';
import { textOf, valueOf, type CodedColumn } from '../columns/typed-table.js';
import { roundTo } from '../formats/number.js';
import type { CellColumn, NumberCells, WordCells, Words } from '../model/column-rows.js';
import { compareText } from '../model/issue.js';
import { SPOT_MODES } from '../model/tables/spots.js';
import type { Day } from '../model/week.js';
import type { PopulationFigures } from './estimates-of.js';
import type { FigureParts } from './figures.js';

/** Decimals persons are written with, a row a spot. */
const PERSON_DECIMALS = 2;

/** What is written of every spot, by column: the columns of `SPOT_COLUMNS`, and what a map needs besides. */
export interface SpotColumns {
  readonly length: number;
  readonly cells: Readonly<Record<SpotColumnName, CellColumn>>;
  readonly spotId: WordCells;
  readonly population: WordCells;
  /** Degrees rounded to so many decimals; NaN where a spot has no position. */
  readonly degrees: (name: 'lon' | 'lat', decimals: number) => NumberCells;
}

export type SpotColumnName =
  | 'spot_id'
  | 'population'
  | 'municipality'
  | 'typology'
  | 'mode'
  | 'level'
  | 'low'
  | 'estimate'
  | 'high'
  | 'basis'
  | 'contribution'
  | 'peak'
  | 'peak_days';

/** The spots of all populations of a study by column, in the order of spot codes, then population. */
export function spotColumns(populations: readonly PopulationFigures[]): SpotColumns {
  const order = inOrder(populations);
  const { rows, ownerOf, placeOf } = order;
  const parts = populations.map(({ figures }) => figures.parts);

  const persons = (of: (parts: FigureParts) => Float64Array | undefined, isRange = false): NumberCells => {
    const byOwner = parts.map(of);
    return {
      kind: 'numbers',
      fill: (from, into) => {
        for (let at = 0; at < into.length; at += 1) {
          const row = rows[from + at] ?? 0;
          const owner = ownerOf[row] ?? 0;
          const place = placeOf[row] ?? 0;
          const isThere = !isRange || parts[owner]?.hasRange[place] === 1;
          const number = isThere ? (byOwner[owner]?.[place] ?? Number.NaN) : Number.NaN;
          into[at] = Number.isNaN(number) ? number : roundTo(number, PERSON_DECIMALS);
        }
      },
    };
  };
  const codes = (
    words: Words,
    codeOf: (parts: FigureParts, place: number, owner: number) => number,
  ): WordCells => ({
    kind: 'words',
    words,
    fill: (from, into) => {
      for (let at = 0; at < into.length; at += 1) {
        const row = rows[from + at] ?? 0;
        const owner = ownerOf[row] ?? 0;
        const of = parts[owner];
        into[at] = of === undefined ? -1 : codeOf(of, placeOf[row] ?? 0, owner);
      }
    },
  });
  const spots = parts[0]?.spots;
  const ofSpot = (name: string): WordCells => wordsOfSpots(rows, spots?.coded(name));
  const degrees: SpotColumns['degrees'] = (name, decimals) => {
    const numbers = spots?.numbers(name);
    return {
      kind: 'numbers',
      fill: (from, into) => {
        for (let at = 0; at < into.length; at += 1) {
          const number = numbers?.[rows[from + at] ?? 0] ?? Number.NaN;
          into[at] = Number.isNaN(number) ? number : roundTo(number, decimals);
        }
      },
    };
  };

  const spotId = ofSpot('spot_id');
  const population = codes(
    { text: (code) => populations[code]?.population ?? '' },
    (_parts, _place, owner) => owner,
  );
  return {
    length: rows.length,
    spotId,
    population,
    degrees,
    cells: {
      spot_id: spotId,
      population,
      municipality: ofSpot('municipality'),
      typology: ofSpot('typology'),
      mode: codes({ text: (code) => SPOT_MODES[code] ?? 'geo' }, ({ modes }, place) => modes[place] ?? 0),
      level: codes({ text: String }, ({ levels }, place) => (levels[place] === 1 ? 1 : 2)),
      low: persons(({ at }) => at.low, true),
      estimate: persons(({ at }) => at.estimate),
      high: persons(({ at }) => at.high, true),
      basis: codes({ text: () => 'extremes' }, ({ hasRange }, place) => (hasRange[place] === 1 ? 0 : -1)),
      contribution: persons(({ total }) => total.estimate),
      peak: persons(({ peak }) => peak()?.estimate),
      peak_days: ofSpot('peak_days'),
    },
  };
}

/** Spot rows as they are written, and by spot row whose figure it is and where that stands. */
interface SpotOrder {
  readonly rows: Int32Array;
  readonly ownerOf: Int16Array;
  readonly placeOf: Int32Array;
}

function inOrder(populations: readonly PopulationFigures[]): SpotOrder {
  const spots = populations[0]?.figures.parts.spots;
  if (spots === undefined) {
    return { rows: new Int32Array(0), ownerOf: new Int16Array(0), placeOf: new Int32Array(0) };
  }
  const ownerOf = new Int16Array(spots.length).fill(-1);
  const placeOf = new Int32Array(spots.length);
  for (const [owner, { figures }] of populations.entries()) {
    const { rows } = figures.parts;
    for (let at = 0; at < rows.length; at += 1) {
      ownerOf[rows[at] ?? 0] = owner;
      placeOf[rows[at] ?? 0] = at;
    }
  }
  const all = rowsBySpot(spots);
  const owned = new Int32Array(all.length);
  let count = 0;
  for (let at = 0; at < all.length; at += 1) {
    const row = all[at] ?? 0;
    if ((ownerOf[row] ?? -1) >= 0) owned[count++] = row;
  }
  const rows = owned.subarray(0, count);
  const codes = spots.coded('spot_id')?.codes ?? new Int32Array(0);
  const nameOf = (row: number) => populations[ownerOf[row] ?? 0]?.population ?? '';
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const code = codes[rows[from] ?? 0];
    for (to = from + 1; to < rows.length && codes[rows[to] ?? 0] === code; to += 1);
    if (to - from > 1) rows.subarray(from, to).sort((a, b) => compareText(nameOf(a), nameOf(b)));
  }
  return { rows, ownerOf, placeOf };
}

/** The cells of a coded column of the spots table. */
function wordsOfSpots(rows: Int32Array, column: CodedColumn | undefined): WordCells {
  const codes = column?.codes;
  return {
    kind: 'words',
    words: wordsOf(column),
    fill: (from, into) => {
      for (let at = 0; at < into.length; at += 1) into[at] = codes?.[rows[from + at] ?? 0] ?? -1;
    },
  };
}

function wordsOf(column: CodedColumn | undefined): Words {
  if (column === undefined) return { text: () => '' };
  const { texts, values } = column;
  if (values === undefined) return { text: (code) => texts.text(code), held: texts.held };
  return {
    text: (code) => textOf(column, code) ?? (valueOf(column, code) as readonly Day[]).join(' '),
  };
}
