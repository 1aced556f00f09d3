/** What is published of a cell: a low end, an estimate, a high end; of a plain table only the estimate. */
export type Measure = 'low' | 'estimate' | 'high';

export const MEASURES: readonly Measure[] = ['low', 'estimate', 'high'];

/** The whole numbers a published figure can stand for, both ends included. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** A cell as an attacker sees it: what each figure can stand for; a figure that is not published is not there. */
export type SeenCell = Readonly<Partial<Record<Measure, Span>>>;

/** A total and the cells it is the sum of, by their place in the list of cells. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Everything an attacker knows of one table: its cells, how they add up, and whether they carry ranges. */
export interface SeenTable {
  readonly cells: readonly SeenCell[];
  readonly sums: readonly Sum[];
  /** True when every cell is a range (low ≤ estimate ≤ high), false when it is one number. */
  readonly hasRanges: boolean;
}

/** True when no estimate of the cell is published. */
export const isHidden = (cell: SeenCell): boolean => cell.estimate === undefined;
