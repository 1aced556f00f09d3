import type { Issue } from '../model/issue.js';
import type { Grid } from './grid.js';
import type { Knowledge } from './knowledge.js';
import type { Opened } from './opened.js';

/** How sure it is that a file comes from a system. */
export type Certainty = 'certain' | 'likely' | 'a guess';

/** Why a file is taken for something. */
export interface Recognition {
  readonly sure: Certainty;
  readonly why: string;
}

/** Grids of a file with the traps of its system taken out, and how its headers hold question names. */
export interface Prepared {
  readonly grids: readonly PreparedGrid[];
  readonly issues: readonly Issue[];
}

/** A grid whose columns each carry the names they may be known by: the longest first, the bare question last. */
export interface PreparedGrid {
  readonly grid: Grid;
  readonly names: readonly (readonly string[])[];
  /** True for tables written by hand, which can hold municipalities. */
  readonly isFreeForm: boolean;
}

/** A system files come from: how its files are recognised and read. One definition a system. */
export interface Source {
  readonly kind: string;
  readonly title: string;
  readonly recognise: (opened: Opened) => Recognition | undefined;
  readonly prepare: (opened: Opened, knowledge: Knowledge) => Prepared;
}

/** The grids of a file, whatever its container. */
export const gridsOf = (opened: Opened): readonly Grid[] => ('grids' in opened ? opened.grids : []);

/** The whole header and everything after each separator in it: group/spot/min gives that, spot/min and min. */
export function namesOf(header: string, separator: RegExp): readonly string[] {
  const cuts = [...header.matchAll(separator)].map((match) => match.index + match[0].length);
  return [header, ...cuts.map((cut) => header.slice(cut))];
}

/** How the headers of a system are taken apart, and which columns are the system's own. */
export interface HeaderRules {
  readonly separator?: RegExp;
  /** Columns the system adds to the answers; they hold no answer, whatever they are called. */
  readonly added?: readonly string[];
  readonly isFreeForm?: boolean;
}

/** The grid with the names its headers hold. */
export function named(grid: Grid, { separator, added = [], isFreeForm = false }: HeaderRules): PreparedGrid {
  const names = (header: string) => (separator === undefined ? [header] : namesOf(header, separator));
  return {
    grid,
    names: grid.columns.map((header) => (added.includes(header) ? [] : names(header))),
    isFreeForm,
  };
}

/** Position of the column with that header. */
export const columnAt = (grid: Grid, header: string): number => grid.columns.indexOf(header);

/** The cell under that header; empty where there is no such column. */
export function cellUnder(grid: Grid, row: number, header: string): string {
  const at = columnAt(grid, header);
  return at < 0 ? '' : (grid.rows[row]?.[at] ?? '');
}

/** How many of the headers the grid has. */
export const countHeaders = (grid: Grid, headers: readonly string[]): number =>
  headers.filter((header) => grid.columns.includes(header)).length;
