import { readCsv, type CsvReading, type TextTable } from '../formats/csv.js';
import type { DecimalSign } from '../formats/number.js';
import type { InputColumn, InputTable, RowOf } from '../model/columns.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue, Place } from '../model/issue.js';
import { CELL_READERS } from './cells.js';
import { nearestName } from './nearest-name.js';

/** The typed rows of a table and everything found wrong with it, all at once. */
export interface TableReading<Row> {
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
  readonly text: TextTable | undefined;
}

export interface TableSource {
  readonly bytes: Uint8Array;
  /** Name used in messages. */
  readonly file: string;
  /** Headers the study uses, by column name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The table where it was made from a file of another system; its bytes are not read then. */
  readonly reading?: CsvReading | undefined;
}

/**
 * Reads a declared table: headers found by name or alias, each cell by the kind of its column. A row with a faulty cell
 * is left out and its issues say why; extra columns ride along as text.
 */
export function readTable<Table extends InputTable>(
  table: Table,
  source: TableSource,
): TableReading<RowOf<Table>> {
  const { table: text, issues: structure } = source.reading ?? readCsv(source.bytes, source.file);
  if (text === undefined) return { rows: [], issues: structure, text };
  const layout = findColumns(
    table,
    { ...text, headers: source.headers ?? {} },
    {
      decimalOf: (at, column) => decimalSignOf(text, at, column),
      hasCells: (at) => text.rows.some((row) => (row[at] ?? '').trim() !== ''),
    },
  );
  const isEmpty = text.rows.length === 0 && structure.length === 0;
  const issues = [...structure, ...layout.issues, ...sayLayout(table, layout, { file: text.name, isEmpty })];
  const rows: RowOf<Table>[] = [];
  for (let at = 0; at < text.rows.length; at += 1) {
    const row = readRow(text, at, layout);
    issues.push(...row.issues);
    if (row.issues.length === 0) rows.push(row.value as RowOf<Table>);
  }
  // Without a column that must be there no row is what its type says.
  const isWhole = !layout.issues.some((issue) => issue.code === 'column-missing');
  return { rows: isWhole ? rows : [], issues, text };
}

/** What there is to say of a table once its columns and rows are known. */
export function sayLayout(
  table: InputTable,
  layout: Layout,
  { file, isEmpty }: { readonly file: string; readonly isEmpty: boolean },
): Issue[] {
  const issues: Issue[] = [];
  if (table.id === 'spots' && isEmpty) {
    issues.push(raise('table-empty', { file }, { message: 'The table has a header and no rows.' }));
  }
  const commas = layout.found.filter((column) => column.decimal === ',').map((column) => column.header);
  if (commas.length > 0) {
    issues.push(raise('dialect', { file }, { message: `Read decimal commas in ${commas.join(', ')}.` }));
  }
  return issues;
}

/** A declared column found in a file. */
export interface FoundColumn {
  readonly name: string;
  readonly header: string;
  readonly at: number;
  readonly column: InputColumn;
  readonly decimal: DecimalSign;
}

/** Which columns of a table a file has, and where. */
export interface Layout {
  readonly found: readonly FoundColumn[];
  readonly missing: readonly string[];
  readonly extra: readonly { readonly header: string; readonly at: number }[];
  readonly issues: readonly Issue[];
}

/** Header text as compared: lower case, words joined by underscores. */
export function foldHeader(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');
}

/** The header of a file, with the headers the study uses by column name. */
export interface Header {
  readonly name: string;
  readonly columns: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** What only the cells of a column can say. */
export interface CellFacts {
  readonly decimalOf: (at: number, column: InputColumn) => DecimalSign;
  readonly hasCells: (at: number) => boolean;
}

/** Finds the declared columns by name, alias or mapped header, and says what is wrong with the header. */
export function findColumns(table: InputTable, text: Header, cells: CellFacts): Layout {
  const { headers } = text;
  const folded = text.columns.map(foldHeader);
  const place = { file: text.name, line: 1 };
  const issues: Issue[] = [];
  const found: FoundColumn[] = [];
  const taken = new Set<number>();
  for (const [name, column] of Object.entries(table.columns)) {
    const positions = positionsOf(name, column, { folded, mapped: headers[name] });
    const [at] = positions;
    if (positions.length > 1) {
      const message = `"${name}" stands in ${positions.length} columns.`;
      issues.push(raise('header-duplicate', { ...place, column: name }, { message }));
    }
    if (at !== undefined) {
      found.push({
        name,
        header: text.columns[at] ?? name,
        at,
        column,
        decimal: cells.decimalOf(at, column),
      });
      for (const position of positions) taken.add(position);
    } else if (headers[name] !== undefined) {
      const message = `study.yaml says that "${name}" is called "${headers[name]}" here; there is no such column.`;
      issues.push(raise('column-missing', { ...place, column: name }, { message }));
    } else if (column.required === true) {
      const message = `There is no column "${name}" (${column.meaning}).`;
      issues.push(raise('column-missing', { ...place, column: name }, { message }));
    }
  }
  const extra = text.columns.map((header, at) => ({ header, at })).filter(({ at }) => !taken.has(at));
  issues.push(...checkExtraColumns(table, text, { extra, hasCells: cells.hasCells }));
  const names = new Set(found.map((column) => column.name));
  return { found, missing: Object.keys(table.columns).filter((name) => !names.has(name)), extra, issues };
}

/** Columns that carry the name: the mapped header where the study gives one, else the name itself or its aliases. */
function positionsOf(
  name: string,
  column: InputColumn,
  where: { readonly folded: readonly string[]; readonly mapped: string | undefined },
): number[] {
  const matching = (wanted: readonly string[]) =>
    where.folded.map((header, at) => (wanted.includes(header) ? at : -1)).filter((at) => at >= 0);
  if (where.mapped !== undefined) return matching([foldHeader(where.mapped)]);
  const exact = matching([name]);
  return exact.length > 0 ? exact : matching(column.aliases ?? []);
}

const IDENTIFYING =
  /(^|_)(names?|phones?|mobile|tel|address|email|passport|national_id|surname|nickname|device_?id|imei|uuid|photo|facebook)(_|$)/;

function checkExtraColumns(
  table: InputTable,
  text: Header,
  { extra, hasCells }: Pick<Layout, 'extra'> & Pick<CellFacts, 'hasCells'>,
): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const present = new Set(text.columns.map(foldHeader));
  const missing = Object.keys(table.columns).filter((name) => !present.has(name));
  for (const { header, at } of extra) {
    const folded = foldHeader(header);
    const place = { file: text.name, line: 1, column: header };
    if (folded === '') {
      if (hasCells(at)) {
        issues.push(
          raise(
            'header-empty',
            { file: text.name, line: 1 },
            { message: `Column ${at + 1} has cells but no name.` },
          ),
        );
      }
      continue;
    }
    if (seen.has(folded)) {
      issues.push(raise('header-duplicate', place, { message: 'Two columns carry this name.' }));
    }
    seen.add(folded);
    if (IDENTIFYING.test(folded)) {
      issues.push(
        raise('column-identifying', place, {
          message: 'The name of this extra column suggests personal details.',
        }),
      );
    }
    const near = table.id === 'places' ? undefined : nearestName(folded, missing);
    if (near !== undefined && folded.length > 4) {
      issues.push(
        raise('column-near', place, { message: `The column is not known; did you mean "${near}"?` }),
      );
    }
  }
  return issues;
}

/** Decimal sign of a column: a comma only where cells are not separated by commas and some cell has one. */
export function decimalSignOf(text: TextTable, at: number, column: InputColumn): DecimalSign {
  const canHaveDecimals = ['amount', 'number', 'figure', 'latitude', 'longitude'].includes(column.kind);
  if (text.delimiter === ',' || !canHaveDecimals) return '.';
  const cells = text.rows.map((row) => row[at] ?? '');
  const commas = cells.filter((cell) => /^\s*[+-]?\d+,\d+\s*$/.test(cell));
  const isDegrees = column.kind === 'latitude' || column.kind === 'longitude';
  const isCertain = commas.some((cell) => isDegrees || !/,\d{3}\s*$/.test(cell));
  return isCertain && !cells.some((cell) => cell.includes('.')) ? ',' : '.';
}

function readRow(text: TextTable, at: number, layout: Layout): { value: object; issues: Issue[] } {
  const cells = text.rows[at] ?? [];
  const line = text.lines[at] ?? 0;
  const issues: Issue[] = [];
  const value: Record<string, unknown> = { line, extra: readExtra(cells, layout) };
  for (const found of layout.found) {
    const reading = readCell(
      cells[found.at] ?? '',
      found,
      text.placeOf?.(at, found.at) ?? { file: text.name, line },
    );
    value[found.name] = 'value' in reading ? reading.value : undefined;
    if ('issue' in reading) issues.push(reading.issue);
  }
  for (const name of layout.missing) value[name] = undefined;
  return { value, issues };
}

/** The value of a cell by the kind of its column, undefined when it is empty; or what is wrong with it. */
export function readCell(
  cell: string,
  { header, column, decimal }: FoundColumn,
  row: Place,
): { readonly value: unknown } | { readonly issue: Issue } {
  const text = cell.trim();
  const place = { column: header, ...row };
  if (text === '') {
    if (column.required !== true) return { value: undefined };
    const message = `The cell is empty; ${column.meaning} is expected.`;
    return { issue: raise('cell-missing', place, { message }) };
  }
  const reading = CELL_READERS[column.kind](text, column, decimal);
  if ('value' in reading) return reading;
  return {
    issue: raise(reading.code, place, { message: reading.message, value: text, fix: reading.fix }),
  };
}

function readExtra(cells: readonly string[], layout: Layout): ReadonlyMap<string, string> | undefined {
  if (layout.extra.length === 0) return undefined;
  return new Map(layout.extra.map(({ header, at }) => [header, (cells[at] ?? '').trim()]));
}
