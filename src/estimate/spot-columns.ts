import { textOf, valueOf, type CodedColumn } from '../columns/typed-table.js';
import { roundTo } from '../formats/number.js';
import type { CellColumn, NumberCells, WordCells, Words } from '../model/column-rows.js';
import { SPOT_MODES } from '../model/tables/spots.js';
import type { Day } from '../model/week.js';
import type { PopulationFigures } from './estimates-of.js';
import type { FigureParts } from './figures.js';
import { SpotsInOrder } from './spots-in-order.js';
import type { Persons } from './triples.js';

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

const inArray = (numbers: Persons) => (place: number) => numbers[place] ?? Number.NaN;
const nothingKnown = () => Number.NaN;

/** The spots of all populations of a study by column, in the order of spot codes, then population. */
export function spotColumns(populations: readonly PopulationFigures[]): SpotColumns {
  const order = new SpotsInOrder(populations);
  const parts = populations.map(({ figures }) => figures.parts);

  const persons = (of: (parts: FigureParts) => (place: number) => number, isRange = false): NumberCells => {
    const byOwner = parts.map(of);
    return {
      kind: 'numbers',
      fill: (from, into) => {
        const { owners, places } = order.batch(from, into.length);
        for (let at = 0; at < into.length; at += 1) {
          const owner = owners[at] ?? 0;
          const place = places[at] ?? 0;
          const isThere = !isRange || parts[owner]?.hasRange[place] === 1;
          const number = isThere ? (byOwner[owner]?.(place) ?? Number.NaN) : Number.NaN;
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
      const { owners, places } = order.batch(from, into.length);
      for (let at = 0; at < into.length; at += 1) {
        const owner = owners[at] ?? 0;
        const of = parts[owner];
        into[at] = of === undefined ? -1 : codeOf(of, places[at] ?? 0, owner);
      }
    },
  });
  const spots = parts[0]?.spots;
  const ofSpot = (name: string): WordCells => wordsOfSpots(order, spots?.coded(name));
  const degrees: SpotColumns['degrees'] = (name, decimals) => {
    const numbers = spots?.degrees(name);
    return {
      kind: 'numbers',
      fill: (from, into) => {
        const { rows } = order.batch(from, into.length);
        for (let at = 0; at < into.length; at += 1) {
          const number = numbers?.[rows[at] ?? 0] ?? Number.NaN;
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
    length: order.length,
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
      low: persons(({ at }) => inArray(at.low), true),
      estimate: persons(({ at }) => inArray(at.estimate)),
      high: persons(({ at }) => inArray(at.high), true),
      basis: codes({ text: () => 'extremes' }, ({ hasRange }, place) => (hasRange[place] === 1 ? 0 : -1)),
      contribution: persons(({ total }) => inArray(total.estimate)),
      peak: persons(({ peak }) => peak?.estimateAt ?? nothingKnown),
      peak_days: ofSpot('peak_days'),
    },
  };
}

/** The cells of a coded column of the spots table. */
function wordsOfSpots(order: SpotsInOrder, column: CodedColumn | undefined): WordCells {
  const codes = column?.codes;
  return {
    kind: 'words',
    words: wordsOf(column),
    fill: (from, into) => {
      const { rows } = order.batch(from, into.length);
      for (let at = 0; at < into.length; at += 1) into[at] = codes?.[rows[at] ?? 0] ?? -1;
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
