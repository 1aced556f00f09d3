import { emptyOf, type Numbers } from '../columns/numbers.js';
import { valueOf, type Codes, type TypedTable } from '../columns/typed-table.js';
import type { Triple } from '../model/range.js';
import type { Spot } from '../model/study.js';
import { SPOT_MODES } from '../model/tables/spots.js';
import { GEO, type FigureParts, type Peaks } from './figures.js';
import type { Figure } from './settle.js';

/** The figures of spots of which nobody but their own row speaks. */
export type OwnFigures = Pick<FigureParts, 'rows' | 'modes' | 'levels' | 'usual' | 'hasRange' | 'peak'>;

/**
 * Settles the spots of some rows, of which nobody but the row itself speaks, by a rule of the ends: the figures of
 * `settleOne`, in one pass over the columns. Rows that say too little have none.
 */
export function settleOwnRows(spots: TypedTable<Spot>, rows: Int32Array, figure: Figure): OwnFigures {
  const said = {
    min: saidIn(spots, 'min'),
    max: saidIn(spots, 'max'),
    usual: saidIn(spots, 'usual'),
    mode: wordsIn(spots, 'mode', GEO, (mode) => SPOT_MODES.findIndex((known) => known === mode)),
    level: wordsIn(spots, 'level', 2, (level) => (level === '1' ? 1 : 2)),
  };
  const isSingle = [said.min, said.max, said.usual].every(
    ({ numbers }) => !(numbers instanceof Float64Array),
  );
  const settled =
    (isSingle ? settle(said, rows, figure, Float32Array) : undefined) ??
    settle(said, rows, figure, Float64Array);
  if (settled === undefined) throw new TypeError('double precision keeps every figure');
  return { ...settled, peak: ownPeaks(spots, settled.rows, figure) };
}

/** Numbers of a column; `empty` stands for an empty cell, and is found where the file has no such column. */
interface SaidNumbers {
  readonly numbers: Numbers;
  readonly empty: number;
}

function saidIn(spots: TypedTable<Spot>, name: string): SaidNumbers {
  const column = spots.parts.columns.get(name);
  const numbers = column?.kind === 'numbers' ? column.numbers : new Uint8Array(0);
  return { numbers, empty: emptyOf(numbers) };
}

/** Codes of a column, and what is said of each by code + 1; of the empty cell first. */
interface SaidWords {
  readonly codes: Codes;
  readonly byCode: Uint8Array;
}

function wordsIn(
  spots: TypedTable<Spot>,
  name: string,
  empty: number,
  say: (value: unknown) => number,
): SaidWords {
  const column = spots.coded(name);
  if (column === undefined) return { codes: new Int8Array(0), byCode: Uint8Array.of(empty) };
  const byCode = Uint8Array.from({ length: column.texts.size + 1 }, (_, at) =>
    at === 0 ? empty : say(valueOf(column, at - 1)),
  );
  return { codes: column.codes, byCode };
}

interface Said {
  readonly min: SaidNumbers;
  readonly max: SaidNumbers;
  readonly usual: SaidNumbers;
  readonly mode: SaidWords;
  readonly level: SaidWords;
}

/** Settles the rows in arrays of that precision; undefined where single precision does not keep a figure exactly. */
function settle(
  said: Said,
  rows: Int32Array,
  figure: Figure,
  Persons: Float32ArrayConstructor | Float64ArrayConstructor,
): Omit<OwnFigures, 'peak'> | undefined {
  const { numbers: mins, empty: noMin } = said.min;
  const { numbers: maxs, empty: noMax } = said.max;
  const { numbers: usuals, empty: noUsual } = said.usual;
  const { codes: modeCodes, byCode: modeByCode } = said.mode;
  const { codes: levelCodes, byCode: levelByCode } = said.level;
  const low = new Persons(rows.length);
  const estimate = new Persons(rows.length);
  const high = new Persons(rows.length);
  const hasRange = new Uint8Array(rows.length);
  const modes = new Uint8Array(rows.length);
  const levels = new Uint8Array(rows.length);
  let own = rows;
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const saidMin = mins[row] ?? noMin;
    const saidMax = maxs[row] ?? noMax;
    const saidUsual = usuals[row] ?? noUsual;
    const min = saidMin === noMin ? Number.NaN : saidMin;
    const max = saidMax === noMax ? Number.NaN : saidMax;
    const usual = saidUsual === noUsual ? Number.NaN : saidUsual;
    // Nothing that is not known compares.
    const isRange = min + max <= Infinity;
    const isStated = usual <= Infinity;
    if (!isRange && !isStated) {
      if (own === rows) own = rows.slice();
      continue;
    }
    const persons = isRange ? figure(min, max, isStated ? usual : undefined) : usual;
    estimate[count] = persons;
    if (estimate[count] !== persons && Persons === Float32Array) return undefined;
    low[count] = isRange && min < persons ? min : persons;
    high[count] = isRange && max > persons ? max : persons;
    hasRange[count] = isRange ? 1 : 0;
    modes[count] = modeByCode[(modeCodes[row] ?? -1) + 1] ?? GEO;
    levels[count] = levelByCode[(levelCodes[row] ?? -1) + 1] ?? 2;
    if (own !== rows) own[count] = row;
    count += 1;
  }
  return {
    rows: own.subarray(0, count),
    usual: {
      low: low.subarray(0, count),
      estimate: estimate.subarray(0, count),
      high: high.subarray(0, count),
    },
    hasRange: hasRange.subarray(0, count),
    modes: modes.subarray(0, count),
    levels: levels.subarray(0, count),
  };
}

/** Their peak days, settled when asked for. */
function ownPeaks(spots: TypedTable<Spot>, rows: Int32Array, figure: Figure): Peaks | undefined {
  if (!spots.has('peak_min') || !spots.has('peak_max')) return undefined;
  const [minOf, maxOf] = [spots.numberAt('peak_min'), spots.numberAt('peak_max')];
  const estimateAt = (at: number): number => {
    const row = rows[at] ?? 0;
    const [min, max] = [minOf(row), maxOf(row)];
    return Number.isNaN(min + max) ? Number.NaN : figure(min, max, undefined);
  };
  const rangeAt = (at: number): Triple | undefined => {
    const row = rows[at] ?? 0;
    const estimate = estimateAt(at);
    if (Number.isNaN(estimate)) return undefined;
    return { low: Math.min(minOf(row), estimate), estimate, high: Math.max(maxOf(row), estimate) };
  };
  return { estimateAt, rangeAt };
}
