import { rowsBySpot } from '../columns/order-rows.js';
import type { Codes } from '../columns/typed-table.js';
import { compareText } from '../model/issue.js';
import type { PopulationFigures } from './estimates-of.js';

/** Some spots one after the other: row of each, whose figure it is (number of the population), and where that stands. */
export interface SomeSpots {
  readonly rows: Int32Array;
  readonly owners: Int32Array;
  readonly places: Int32Array;
}

/**
 * The spots of all populations in the order of spot codes, then population. The figures of each population stand in the
 * order of spot codes already, so they are only put together, a batch at a time, and nothing is held a spot.
 */
export class SpotsInOrder {
  readonly length: number;
  readonly #populations: readonly PopulationFigures[];
  /** Rows of the spots table by spot code; undefined where they stand so. */
  readonly #order: Int32Array | undefined;
  readonly #rowCount: number;
  readonly #spotCodes: Codes;
  /** Number of a row's population; −1 of one that has no figures. */
  readonly #ownerOf: (row: number) => number;
  /** Figures of each population that were passed, and places in the order. */
  readonly #passed: Int32Array;
  #next = 0;
  /** Rows of one spot that were not handed out yet, from `#tied` on. */
  #ties: readonly number[] = [];
  #tied = 0;
  #from = 0;
  #some: SomeSpots = roomFor(0);

  constructor(populations: readonly PopulationFigures[]) {
    const spots = populations[0]?.figures.parts.spots;
    const names = populations.map(({ population }) => population);
    this.#populations = populations;
    this.length = populations.reduce((sum, { figures }) => sum + figures.length, 0);
    this.#order = spots && rowsBySpot(spots);
    this.#rowCount = spots?.length ?? 0;
    this.#spotCodes = spots?.coded('spot_id')?.codes ?? new Int32Array(0);
    this.#ownerOf = spots?.sayOf('population', -1, (code) => names.indexOf(String(code))) ?? (() => -1);
    this.#passed = new Int32Array(populations.length);
  }

  /** The spots from that place on; the arrays are used again. */
  batch(from: number, count: number): SomeSpots {
    const { length } = this.#some.rows;
    if (from === this.#from && count === length) return this.#some;
    if (from !== this.#from + length) this.#rewind(from);
    if (count !== length) this.#some = roomFor(count);
    this.#from = from;
    this.#fill(this.#some);
    return this.#some;
  }

  #rewind(to: number): void {
    this.#passed.fill(0);
    this.#next = 0;
    this.#ties = [];
    this.#tied = 0;
    if (to > 0) this.#fill(roomFor(to));
  }

  #fill({ rows, owners, places }: SomeSpots): void {
    for (let at = 0; at < rows.length; at += 1) {
      const row = this.#take();
      const owner = this.#ownerOf(row);
      const place = this.#passed[owner] ?? 0;
      this.#passed[owner] = place + 1;
      rows[at] = row;
      owners[at] = owner;
      places[at] = place;
    }
  }

  /** The next row that has a figure. */
  #take(): number {
    while (this.#tied === this.#ties.length) {
      if (this.#next >= this.#rowCount) throw new TypeError('figures stand in the order of spot codes');
      const row = this.#rowAt(this.#next);
      const code = this.#spotCodes[row];
      this.#next += 1;
      if (this.#hasNext(code)) this.#tie(row, code);
      else if (this.#hasFigure(row, this.#passed)) return row;
    }
    this.#tied += 1;
    return this.#ties[this.#tied - 1] ?? 0;
  }

  /** True when the next row is of the spot with that code too. */
  #hasNext(code: number | undefined): boolean {
    return this.#next < this.#rowCount && this.#spotCodes[this.#rowAt(this.#next)] === code;
  }

  /** Puts the rows of one spot that have figures in the order of their populations. */
  #tie(first: number, code: number | undefined): void {
    const rows = [first];
    for (; this.#hasNext(code); this.#next += 1) rows.push(this.#rowAt(this.#next));
    const passed = Int32Array.from(this.#passed);
    const owned = rows.filter((row) => {
      if (!this.#hasFigure(row, passed)) return false;
      const owner = this.#ownerOf(row);
      passed[owner] = (passed[owner] ?? 0) + 1;
      return true;
    });
    this.#ties = owned.sort((a, b) => compareText(this.#nameAt(a), this.#nameAt(b)));
    this.#tied = 0;
  }

  #rowAt(place: number): number {
    return this.#order === undefined ? place : (this.#order[place] ?? 0);
  }

  #nameAt(row: number): string {
    return this.#populations[this.#ownerOf(row)]?.population ?? '';
  }

  /** True when the figure its population has next, after those passed, is of that row. */
  #hasFigure(row: number, passed: Int32Array): boolean {
    const owner = this.#ownerOf(row);
    const rows = this.#populations[owner]?.figures.parts.rows;
    return rows !== undefined && rows[passed[owner] ?? 0] === row;
  }
}

function roomFor(count: number): SomeSpots {
  return { rows: new Int32Array(count), owners: new Int32Array(count), places: new Int32Array(count) };
}
