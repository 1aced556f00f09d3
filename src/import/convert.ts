import type { InputTable } from '../model/columns.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue, Place } from '../model/issue.js';
import { ATTENDANCE } from '../model/tables/attendance.js';
import { PLACES } from '../model/tables/places.js';
import { REPORTS } from '../model/tables/reports.js';
import { SITES } from '../model/tables/sites.js';
import { SPOTS } from '../model/tables/spots.js';
import { WORKERS } from '../model/tables/workers.js';
import { decideStyle, plainNumber } from './cells/number-style.js';
import { isMissing } from './cells/words.js';
import { convertColumn } from './convert-cells.js';
import { findColumns, type FoundColumn, type ToldHeaders } from './find-columns.js';
import type { ImportedRow, ImportedTable } from './imported-table.js';
import type { Knowledge } from './knowledge.js';
import { findPositions, mergeChoices, nameLabels, splitRanges } from './merge-columns.js';
import type { PreparedGrid } from './source.js';

/** How a column of a file was read. */
export interface ColumnUse {
  readonly file: string;
  readonly header: string;
  readonly table: string;
  readonly column: string;
  readonly how: string;
  /** False for a column made of others, which has no header of its own. */
  readonly isOwn: boolean;
}

/** What a grid gave: tables, how its columns were used, what was left out, and what was wrong. */
export interface Conversion {
  readonly tables: readonly ImportedTable[];
  readonly uses: readonly ColumnUse[];
  readonly leftOut: readonly string[];
  readonly said: readonly string[];
  readonly issues: readonly Issue[];
}

/** What the person who imports has said outright. */
export interface Told {
  /** Headers by table and column; under "" those said without a table. */
  readonly headers: Readonly<Record<string, ToldHeaders>>;
  /** One value for a column of every row. */
  readonly values: Readonly<Record<string, string>>;
  /** Decimal sign where the format fixes it. */
  readonly decimal: '.' | undefined;
}

/** Makes the tables of the study that a grid holds. */
export function convertGrid(raw: PreparedGrid, knowledge: Knowledge, told: Told): Conversion {
  const labelled = nameLabels(raw, knowledge.form);
  const choices = mergeChoices(labelled);
  const positions = findPositions(choices.prepared, { ...told.headers[''], ...told.headers['spots'] });
  const ranges = splitRanges(positions.prepared);
  const prepared = ranges.prepared;
  const searches = new Map(
    TABLES.map((table) => [
      table.id,
      findColumns(prepared, table, {
        headers: { ...told.headers[''], ...told.headers[table.id] },
        isStrict: told.headers[table.id] !== undefined,
      }),
    ]),
  );
  const names = (table: InputTable) =>
    new Set([...(searches.get(table.id)?.found.keys() ?? []), ...Object.keys(told.values)]);
  const wanted = tablesIn(names, raw.isFreeForm);
  const tables: ImportedTable[] = [];
  const uses: ColumnUse[] = [];
  const issues: Issue[] = [...choices.issues, ...ranges.issues];
  if (wanted.includes(SPOTS)) issues.push(...positions.issues);
  const usedAt = new Set<number>();
  const hint = told.decimal ?? decimalOf(prepared);
  for (const table of wanted) {
    const search = searches.get(table.id);
    if (search === undefined) continue;
    issues.push(...search.issues.filter((issue) => !issues.some(({ message }) => message === issue.message)));
    const made = makeRows(prepared, { table, found: search.found, hint, knowledge, told });
    issues.push(...made.issues.filter((issue) => !issues.some((known) => isSame(known, issue))));
    const merged = table === SPOTS && wanted.includes(REPORTS) ? spotsOfReports(made.table) : undefined;
    tables.push(merged?.table ?? (table === REPORTS ? withCounts(made.table) : made.table));
    issues.push(...(merged?.issues ?? []));
    for (const { at, name, how } of search.found.values()) {
      usedAt.add(at);
      uses.push({
        file: prepared.grid.name,
        header: prepared.grid.placeOf(0, at).column ?? prepared.grid.columns[at] ?? '',
        table: table.id,
        column: name,
        how,
        isOwn: at < raw.grid.columns.length,
      });
    }
    for (const at of made.extraAt) usedAt.add(at);
  }
  const leftOut = raw.grid.columns.filter(
    (header, at) => header !== '' && !usedAt.has(at) && prepared.names[at]?.length !== 0,
  );
  return { tables, uses, leftOut, said: [...choices.said, ...positions.said, ...ranges.said], issues };
}

const isSame = (a: Issue, b: Issue) =>
  a.message === b.message && a.line === b.line && a.column === b.column && a.file === b.file;

const TABLES: readonly InputTable[] = [SPOTS, REPORTS, ATTENDANCE, WORKERS, SITES, PLACES];

/** Which tables the columns found make. */
function tablesIn(
  names: (table: InputTable) => ReadonlySet<string>,
  isFreeForm: boolean,
): readonly InputTable[] {
  const [spots, reports, attendance] = [names(SPOTS), names(REPORTS), names(ATTENDANCE)];
  if (attendance.has('days_per_week')) return [ATTENDANCE];
  if (names(WORKERS).has('worker_id')) return [WORKERS];
  if (names(SITES).has('site_id') && names(SITES).has('kind') && !spots.has('min')) return [SITES];
  if (spots.has('spot_id')) {
    const isReport = (reports.has('informant_id') || reports.has('informant_type')) && reports.has('max');
    return isReport ? [REPORTS, SPOTS] : [SPOTS];
  }
  return isFreeForm && names(PLACES).has('municipality') ? [PLACES] : [];
}

/** Columns that tell the submission a row comes from, the surest first. */
const SUBMISSION = [
  '_uuid',
  '_submission__uuid',
  'PARENT_KEY',
  'KEY',
  'formid',
  'record_id',
  'event',
  '_index',
];

/** Columns of a spots table that belong to what was reported, not to the spot. */
const OF_THE_REPORT = new Set(['min', 'max', 'peak_min', 'peak_max', 'usual', 'level']);

interface RowMaking {
  readonly table: InputTable;
  readonly found: ReadonlyMap<string, FoundColumn>;
  readonly hint: '.' | ',' | undefined;
  readonly knowledge: Knowledge;
  readonly told: Told;
}

function makeRows(
  prepared: PreparedGrid,
  making: RowMaking,
): { readonly table: ImportedTable; readonly issues: readonly Issue[]; readonly extraAt: readonly number[] } {
  const { grid, names } = prepared;
  const { table, found, hint, knowledge, told } = making;
  const issues: Issue[] = [];
  const columns = new Map<string, { readonly cells: readonly string[]; readonly at: number | undefined }>();
  for (const [name, column] of Object.entries(table.columns)) {
    const where = found.get(name);
    const fixed = told.values[name];
    if (where !== undefined) {
      const question = names[where.at]
        ?.map((one) => knowledge.form.questions.get(one))
        .find((one) => one !== undefined);
      const converted = convertColumn(
        {
          name,
          column,
          cells: grid.rows.map((row) => row[where.at] ?? ''),
          placeOf: (row) => grid.placeOf(row, where.at),
          question,
          hint,
        },
        knowledge,
      );
      issues.push(...converted.issues);
      columns.set(name, { cells: converted.cells.map((cell) => cell || (fixed ?? '')), at: where.at });
    } else if (fixed !== undefined) columns.set(name, { cells: grid.rows.map(() => fixed), at: undefined });
  }
  numberPeople(prepared, table, columns);
  const extraAt: number[] = [];
  if (table === PLACES) {
    grid.columns.forEach((header, at) => {
      const cells = grid.rows.map((row) => row[at] ?? '');
      if (header === '' || [...found.values()].some((column) => column.at === at)) return;
      const style = decideStyle(cells, { whole: true, hint });
      if (!('style' in style) || !cells.some((cell) => /\d/.test(cell))) return;
      const numbers = cells.map((cell) => (isMissing(cell) ? '' : plainNumber(cell, style.style)));
      if (numbers.some((cell) => cell === undefined)) return;
      extraAt.push(at);
      columns.set(header, { cells: numbers.map((cell) => cell ?? ''), at });
    });
  }
  const rows = grid.rows.map((_, row): ImportedRow => ({
    cells: new Map([...columns].map(([name, { cells }]) => [name, cells[row] ?? ''])),
    placeOf: (column) => grid.placeOf(row, column === undefined ? undefined : columns.get(column)?.at),
  }));
  return { table: { id: table.id, columns: [...columns.keys()], rows }, issues, extraAt };
}

/**
 * Informants and respondents nobody numbered get numbers in the order of their submissions: the identifiers of a system are never written
 * into a study.
 */
function numberPeople(
  { grid, names }: PreparedGrid,
  table: InputTable,
  columns: Map<string, { readonly cells: readonly string[]; readonly at: number | undefined }>,
): void {
  const name = table === REPORTS ? 'informant_id' : table === ATTENDANCE ? 'respondent_id' : undefined;
  if (name === undefined || columns.has(name)) return;
  const keys = SUBMISSION.map((header) => names.findIndex((known) => known[0] === header));
  const key = keys.find((at) => at >= 0);
  const numbers = new Map<string, number>();
  const cells = grid.rows.map((row, at) => {
    const submission = key === undefined ? String(at) : (row[key] ?? '');
    const number = numbers.get(submission) ?? numbers.size + 1;
    numbers.set(submission, number);
    return `${name === 'informant_id' ? 'I' : 'R'}${number}`;
  });
  columns.set(name, { cells, at: undefined });
}

/** The decimal sign that numbers of the file leave no doubt about; undefined where none does, or several do. */
function decimalOf({ grid }: PreparedGrid): '.' | ',' | undefined {
  const signs = new Set(
    grid.columns.flatMap((_, at) => {
      const reading = decideStyle(
        grid.rows.map((row) => row[at] ?? ''),
        { whole: false },
      );
      return 'style' in reading && reading.style.isCertain ? [reading.style.decimal] : [];
    }),
  );
  return signs.size === 1 ? [...signs][0] : undefined;
}

const isCounted = ({ cells }: ImportedRow) =>
  ['min', 'max', 'peak_min', 'peak_max'].some((column) => (cells.get(column) ?? '') !== '');

/** The reports that say a number: a visit that found nobody gathering any more tells of the spot only. */
function withCounts(table: ImportedTable): ImportedTable {
  return { ...table, rows: table.rows.filter(isCounted) };
}

/**
 * The spots that reports are about, one row a spot and population: what reports say of the spot itself, the first one
 * where they differ, which is said. The counts stay in the reports.
 */
export function spotsOfReports(table: ImportedTable): {
  readonly table: ImportedTable;
  readonly issues: readonly Issue[];
} {
  const columns = table.columns.filter((column) => !OF_THE_REPORT.has(column));
  const spots = new Map<
    string,
    {
      readonly cells: Map<string, string>;
      readonly places: Map<string, () => Place>;
      readonly row: ImportedRow;
    }
  >();
  const issues: Issue[] = [];
  for (const row of table.rows) {
    const key = JSON.stringify([row.cells.get('spot_id'), row.cells.get('population')]);
    const known = spots.get(key) ?? {
      cells: new Map<string, string>(),
      places: new Map<string, () => Place>(),
      row,
    };
    spots.set(key, known);
    for (const column of columns) {
      const cell = row.cells.get(column) ?? '';
      const before = known.cells.get(column) ?? '';
      if (cell === '') continue;
      if (before === '') {
        known.cells.set(column, cell);
        known.places.set(column, () => row.placeOf(column));
      } else if (before !== cell && !['validated_on', 'peak_days', 'hours', 'lat', 'lon'].includes(column)) {
        const message = `The report gives another ${column} than an earlier one of the same spot.`;
        issues.push(raise('import-conflict', row.placeOf(column), { message, value: cell }));
      }
    }
  }
  const rows = [...spots.values()].map(({ cells, places, row }): ImportedRow => ({
    cells,
    placeOf: (column) =>
      column === undefined ? row.placeOf() : (places.get(column)?.() ?? row.placeOf(column)),
  }));
  return { table: { ...table, columns, rows }, issues };
}
