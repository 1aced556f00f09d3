import { groupRows } from '../columns/group-rows.js';
import { rowsInGroups, type Grouping } from '../columns/grouping.js';
import type { TypedTable } from '../columns/typed-table.js';
import type { Evidence, SpotFigure } from '../model/estimate.js';
import type { Triple } from '../model/range.js';
import type { Spot } from '../model/study.js';
import { SPOT_MODES, type SpotMode } from '../model/tables/spots.js';
import { sumGroups, sumsTogether, type FigureSums } from './figure-sums.js';
import { mapTriples, pickTriples, tripleAt, type Triples } from './triples.js';

/** Persons on the peak day, by figure. */
export interface Peaks {
  /** NaN where nothing is said of it. */
  readonly estimateAt: (at: number) => number;
  readonly rangeAt: (at: number) => Triple | undefined;
}

/** What the figures of one population consist of, by figure; see `SpotFigure` for what each means. */
export interface FigureParts {
  readonly spots: TypedTable<Spot>;
  /** Row of the spot in its table. */
  readonly rows: Int32Array;
  /** Place of the mode in SPOT_MODES. */
  readonly modes: Uint8Array;
  /** 1 or 2. */
  readonly levels: Uint8Array;
  readonly usual: Triples;
  /** Undefined where no spot has a peak day. */
  readonly peak: Peaks | undefined;
  readonly at: Triples;
  readonly total: Triples;
  /** 1 where the figure has a range, else 0. */
  readonly hasRange: Uint8Array;
  /** The rows a figure comes from, by spot row and level. */
  readonly evidenceOf: (row: number, level: '1' | '2') => readonly Evidence[];
}

export const GEO = SPOT_MODES.indexOf('geo');

/**
 * The figures of one population on their way through the estimation chain, by column, in the order of spot codes. A
 * figure becomes an object only where one is asked for.
 */
export class Figures {
  readonly length: number;
  readonly parts: FigureParts;
  #all: readonly SpotFigure[] | undefined;
  #sums: FigureSums | undefined;

  /** `sums` is what they add up to, where that is known already. */
  constructor(parts: FigureParts, length = parts.rows.length, sums?: FigureSums) {
    this.parts = parts;
    this.length = length;
    this.#sums = sums;
  }

  /** What they add up to, computed when first asked for. */
  get sums(): FigureSums {
    this.#sums ??= sumGroups(this.parts, this.length)(0);
    return this.#sums;
  }

  /** One figure as an object. */
  figure(at: number): SpotFigure {
    const { spots, rows, modes, levels, usual, peak, hasRange, evidenceOf } = this.parts;
    const row = rows[at] ?? 0;
    const level = levels[at] === 1 ? '1' : '2';
    return {
      spot: spots.row(row),
      mode: SPOT_MODES[modes[at] ?? GEO] ?? 'geo',
      level,
      usual: tripleAt(usual, at),
      peak: peak?.rangeAt(at),
      at: tripleAt(this.parts.at, at),
      total: tripleAt(this.parts.total, at),
      hasRange: hasRange[at] === 1,
      evidence: evidenceOf(row, level),
    };
  }

  /** Every figure as an object, made when first asked for. */
  get all(): readonly SpotFigure[] {
    this.#all ??= Array.from({ length: this.length }, (_, at) => this.figure(at));
    return this.#all;
  }

  isGeo(at: number): boolean {
    return this.parts.modes[at] === GEO;
  }

  /** Text of a spot's column by figure; undefined where the cell is empty. */
  text(name: 'spot_id' | 'municipality' | 'typology', at: number): string | undefined {
    return this.parts.spots.textAt(name, this.parts.rows[at] ?? 0);
  }

  /** The figures with some columns put in the place of others. */
  with(changes: Partial<Pick<FigureParts, 'usual' | 'peak' | 'at' | 'total'>>): Figures {
    return new Figures({ ...this.parts, ...changes });
  }

  /** The figures whose total is changed one by one. */
  withTotals(change: (persons: number, at: number) => number): Figures {
    return this.with({ total: mapTriples(this.parts.total, change) });
  }

  /** The figures at those places, in that order; a column is copied when it is first looked at. */
  pick(places: Int32Array): Figures {
    return new Figures(
      pickParts(this.parts, () => places),
      places.length,
    );
  }

  /**
   * The figures by name of their group. Each group knows its sums, which are added up in one pass over all figures; which
   * figures are in it is found out only where they are asked for.
   */
  split(grouping: Grouping): Map<string, Figures> {
    const { parts, length } = this;
    const sumsOf = sumGroups(parts, length, grouping);
    const sums = grouping.names.map((_, group) => sumsOf(group));
    this.#sums ??= sumsTogether(sums);
    const places = once(() => rowsInGroups(grouping, parts.rows));
    const groups = new Map<string, Figures>();
    for (const [group, name] of grouping.names.entries()) {
      const own = sums[group];
      if (own === undefined || own.figures === 0) continue;
      const some = pickParts(parts, () => places()[group] ?? new Int32Array(0));
      groups.set(name, new Figures(some, own.figures, own));
    }
    return groups;
  }

  /** The figures that are chosen. */
  filter(isChosen: (at: number) => boolean): Figures {
    const places = new Int32Array(this.length);
    let count = 0;
    for (let at = 0; at < this.length; at += 1) if (isChosen(at)) places[count++] = at;
    return count === this.length ? this : this.pick(places.subarray(0, count));
  }
}

/** Places of the figures in groups by name, in the order in which each name is first met. */
export function groupFigures(
  figures: Figures,
  column: 'municipality' | 'typology',
  nameOf: (value: string | undefined) => string,
): Map<string, Int32Array> {
  const { spots, rows } = figures.parts;
  return groupRows(spots.coded(column), { rows, length: rows.length }, nameOf);
}

/** Place of a mode in SPOT_MODES. */
export function modeNumber(mode: SpotMode): number {
  return SPOT_MODES.indexOf(mode);
}

/** What is made when first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** The parts at those places, in that order; a column is copied when it is first looked at, and the places found then. */
function pickParts(parts: FigureParts, placesOf: () => Int32Array): FigureParts {
  const picked = new Map<Triples, Triples>();
  const triples = (of: Triples): Triples => {
    const known = picked.get(of);
    if (known !== undefined) return known;
    const some = pickTriples(of, placesOf());
    picked.set(of, some);
    return some;
  };
  const { peak } = parts;
  const rows = once(() => pickInto(new Int32Array(placesOf().length), parts.rows, placesOf()));
  const modes = once(() => pickInto(new Uint8Array(placesOf().length), parts.modes, placesOf()));
  const levels = once(() => pickInto(new Uint8Array(placesOf().length), parts.levels, placesOf()));
  const hasRange = once(() => pickInto(new Uint8Array(placesOf().length), parts.hasRange, placesOf()));
  return {
    spots: parts.spots,
    evidenceOf: parts.evidenceOf,
    get rows() {
      return rows();
    },
    get modes() {
      return modes();
    },
    get levels() {
      return levels();
    },
    get hasRange() {
      return hasRange();
    },
    get usual() {
      return triples(parts.usual);
    },
    peak: peak && {
      estimateAt: (at) => peak.estimateAt(placesOf()[at] ?? 0),
      rangeAt: (at) => peak.rangeAt(placesOf()[at] ?? 0),
    },
    get at() {
      return triples(parts.at);
    },
    get total() {
      return triples(parts.total);
    },
  };
}

function pickInto<Numbers extends Int32Array | Uint8Array>(
  into: Numbers,
  from: Numbers,
  places: Int32Array,
): Numbers {
  for (let at = 0; at < places.length; at += 1) into[at] = from[places[at] ?? 0] ?? 0;
  return into;
}
