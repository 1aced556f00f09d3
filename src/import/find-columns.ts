import type { InputTable } from '../model/columns.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { foldHeader } from '../study/read-table.js';
import type { PreparedGrid } from './source.js';
import { nameRule, type NameRule } from './vocabulary.js';

/** The column of a file that holds a column of a table, and how it was found. */
export interface FoundColumn {
  readonly name: string;
  readonly at: number;
  readonly how: NameRule | 'as told';
}

export interface ColumnSearch {
  readonly found: ReadonlyMap<string, FoundColumn>;
  readonly issues: readonly Issue[];
}

/** Headers somebody named outright, by column of the table. */
export type ToldHeaders = Readonly<Record<string, string>>;

/** What was told of a table's headers; strict where a header that is not there is a fault. */
export interface ToldOfTable {
  readonly headers: ToldHeaders;
  readonly isStrict: boolean;
}

const RULES: readonly NameRule[] = ['name', 'alias', 'field name'];

/**
 * Which column of the file holds which column of the table: as told, else by name, alias or usual field name, in this
 * order. Two columns with equal right are a fault unless they say the same in every row.
 */
export function findColumns(prepared: PreparedGrid, table: InputTable, told: ToldOfTable): ColumnSearch {
  const found = new Map<string, FoundColumn>();
  const issues: Issue[] = [];
  for (const name of Object.keys(table.columns)) {
    const header = told.headers[name];
    const { how, positions } =
      header === undefined ? candidatesOf(prepared, table, name) : toldOf(prepared, header);
    const [at] = positions;
    if (at === undefined) {
      if (header !== undefined && told.isStrict) {
        const message = `"${name}" was said to be called "${header}" here; there is no such column.`;
        issues.push(
          raise('column-missing', { file: prepared.grid.name, line: 1, column: name }, { message }),
        );
      }
      continue;
    }
    if (positions.some((other) => !isSame(prepared, at, other))) {
      const headers = positions.map((position) => `"${prepared.grid.columns[position] ?? ''}"`).join(' and ');
      const message = `${headers} can both be "${name}".`;
      const fix = `Say which one with --column ${name}=HEADER, or export with XML values and headers and with group names.`;
      issues.push(raise('header-duplicate', { ...prepared.grid.placeOf(0, at), line: 1 }, { message, fix }));
      continue;
    }
    found.set(name, { name, at, how });
  }
  return { found, issues };
}

function toldOf(
  prepared: PreparedGrid,
  header: string,
): { readonly how: 'as told'; readonly positions: number[] } {
  const wanted = foldHeader(header);
  const positions = prepared.names.flatMap((names, at) =>
    foldHeader(names[0] ?? '') === wanted ? [at] : [],
  );
  const byLast = prepared.names.flatMap((names, at) =>
    names.some((name) => foldHeader(name) === wanted) ? [at] : [],
  );
  return { how: 'as told', positions: positions.length > 0 ? positions : byLast };
}

function candidatesOf(
  { names }: PreparedGrid,
  table: InputTable,
  column: string,
): { readonly how: NameRule; readonly positions: number[] } {
  for (const rule of RULES) {
    const positions = names.flatMap((known, at) =>
      known.some((name) => nameRule(table, column, name) === rule) ? [at] : [],
    );
    if (positions.length > 0) return { how: rule, positions };
  }
  return { how: 'name', positions: [] };
}

const isSame = ({ grid }: PreparedGrid, a: number, b: number) =>
  a === b || grid.rows.every((row) => (row[a] ?? '') === (row[b] ?? ''));
