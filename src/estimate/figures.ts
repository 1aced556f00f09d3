import { groupRows } from '../columns/group-rows.js';
import type { TypedTable } from '../columns/typed-table.js';
import type { Evidence, SpotFigure } from '../model/estimate.js';
import type { Triple } from '../model/range.js';
import type { Spot } from '../model/study.js';
import { SPOT_MODES, type SpotMode } from '../model/tables/spots.js';

/** Low, estimate and high of many figures, persons; NaN where there is no figure. */
export interface Triples {
  readonly low: Float64Array;
  readonly estimate: Float64Array;
  readonly high: Float64Array;
}

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

  constructor(parts: FigureParts, length = parts.rows.length) {
    this.parts = parts;
    this.length = length;
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
    const { parts } = this;
    const picked = new Map<Triples, Triples>();
    const triples = (of: Triples): Triples => {
      const known = picked.get(of);
      if (known !== undefined) return known;
      const some = pickTriples(of, places);
      picked.set(of, some);
      return some;
    };
    const rows = once(() => pickInto(new Int32Array(places.length), parts.rows, places));
    const modes = once(() => pickInto(new Uint8Array(places.length), parts.modes, places));
    const levels = once(() => pickInto(new Uint8Array(places.length), parts.levels, places));
    const hasRange = once(() => pickInto(new Uint8Array(places.length), parts.hasRange, places));
    const some: FigureParts = {
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
      peak: parts.peak && {
        estimateAt: (at) => parts.peak?.estimateAt(places[at] ?? 0) ?? Number.NaN,
        rangeAt: (at) => parts.peak?.rangeAt(places[at] ?? 0),
      },
      get at() {
        return triples(parts.at);
      },
      get total() {
        return triples(parts.total);
      },
    };
    return new Figures(some, places.length);
  }

  /** The figures that are chosen. */
  filter(isChosen: (at: number) => boolean): Figures {
    const places = new Int32Array(this.length);
    let count = 0;
    for (let at = 0; at < this.length; at += 1) if (isChosen(at)) places[count++] = at;
    return count === this.length ? this : this.pick(places.subarray(0, count));
  }
}

/** Room for that many figures. */
export function makeTriples(count: number): Triples {
  return { low: new Float64Array(count), estimate: new Float64Array(count), high: new Float64Array(count) };
}

export function setTriple(of: Triples, at: number, { low, estimate, high }: Triple): void {
  of.low[at] = low;
  of.estimate[at] = estimate;
  of.high[at] = high;
}

export function tripleAt(of: Triples, at: number): Triple {
  return { low: of.low[at] ?? 0, estimate: of.estimate[at] ?? 0, high: of.high[at] ?? 0 };
}

/** Every low, estimate and high changed one by one. */
export function mapTriples(of: Triples, change: (persons: number, at: number) => number): Triples {
  return { low: of.low.map(change), estimate: of.estimate.map(change), high: of.high.map(change) };
}

/** The sum of ranges end by end, in order. */
export function sumOf(of: Triples): Triple {
  let low = 0;
  let estimate = 0;
  let high = 0;
  for (let at = 0; at < of.low.length; at += 1) {
    low += of.low[at] ?? 0;
    estimate += of.estimate[at] ?? 0;
    high += of.high[at] ?? 0;
  }
  return { low, estimate, high };
}

/** The sum of those that are chosen, end by end, in order. */
export function sumOfChosen(of: Triples, isChosen: (at: number) => boolean): Triple {
  const places = Int32Array.from(of.low.keys()).filter(isChosen);
  return sumOf(pickTriples(of, places));
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

function pickTriples(of: Triples, places: Int32Array): Triples {
  const picked = makeTriples(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    picked.low[at] = of.low[place] ?? 0;
    picked.estimate[at] = of.estimate[place] ?? 0;
    picked.high[at] = of.high[place] ?? 0;
  }
  return picked;
}

function pickInto<Numbers extends Int32Array | Uint8Array>(
  into: Numbers,
  from: Numbers,
  places: Int32Array,
): Numbers {
  for (let at = 0; at < places.length; at += 1) into[at] = from[places[at] ?? 0] ?? 0;
  return into;
}
