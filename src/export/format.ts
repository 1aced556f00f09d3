import type { SqlEngine } from '../model/sql-engine.js';
import type { Audience } from '../model/disclosure.js';
import type { TableEngine } from '../model/table-engine.js';
import type { ExportView } from './view.js';

/** The files of one format, by name below its own folder. */
export type ExportFiles = ReadonlyMap<string, string | Uint8Array>;

/** What the user can decide of formats. */
export interface ExportChoices {
  /** Whose settings spreadsheets have: a key of `LOCALES`. */
  readonly locale: string;
  /** DHIS2 period, such as 2026 or 2026Q3; undefined where none was stated. */
  readonly period: string | undefined;
}

/** What a format needs from outside: nothing here is loaded before it is asked for. */
export interface ExportTools {
  readonly sha256: (data: string | Uint8Array) => string;
  /** The database engine; undefined where the optional package is not installed. */
  readonly loadSql: () => Promise<SqlEngine | undefined>;
  /** What writes Parquet; undefined where the optional package is not installed. */
  readonly loadDuckdb: () => Promise<TableEngine | undefined>;
}

/** A format results can be written in: its definition, from which flag, help, `explain` and manual are made. */
export interface ExportFormat {
  readonly id: string;
  readonly title: string;
  /** What it writes, in one or two sentences. */
  readonly writes: string;
  /** Whose tool opens it, and for what. */
  readonly forWhom: string;
  /** Audiences it can be made for; formats that hold single spots are for team and programme only. */
  readonly audiences: readonly Audience[];
  /** Where the format is described. */
  readonly source: string;
  /** Why it cannot be made of this view; undefined where it can. */
  readonly lacks?: (
    view: ExportView,
    choices: ExportChoices,
    tools: ExportTools,
  ) => string | undefined | Promise<string | undefined>;
  readonly make: (
    view: ExportView,
    choices: ExportChoices,
    tools: ExportTools,
  ) => ExportFiles | Promise<ExportFiles>;
}

export const EVERYBODY: readonly Audience[] = ['team', 'programme', 'partner', 'public'];
export const INSIDE: readonly Audience[] = ['team', 'programme'];
