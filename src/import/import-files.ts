import type { PlacedFeature } from '../model/feature.js';
import { raise } from '../model/issue-catalogue.js';
import { hasErrors, sortIssues, type Issue } from '../model/issue.js';
import type { Settings } from '../model/settings.js';
import { INPUT_TABLES } from '../study/input-tables.js';
import { readTable } from '../study/read-table.js';
import { readCompanion } from './companions.js';
import { convertGrid, type ColumnUse, type Conversion, type Told } from './convert.js';
import { readingOf, type ImportedTable } from './imported-table.js';
import { NO_FORM, type FormKnowledge, type Knowledge } from './knowledge.js';
import { openFile, type Opened, type SourceFile } from './opened.js';
import type { Certainty, Source } from './source.js';
import { SOURCES } from './sources.js';

/** What a file was taken for. */
export interface Recognised {
  readonly file: string;
  readonly kind: string;
  readonly title: string;
  readonly sure: Certainty;
  readonly why: string;
}

/** Everything the files gave. */
export interface Import {
  readonly recognised: readonly Recognised[];
  readonly tables: ReadonlyMap<string, ImportedTable>;
  readonly outlines: readonly { readonly file: string; readonly features: readonly PlacedFeature[] }[];
  readonly uses: readonly ColumnUse[];
  /** Headers that no table took, by file. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
  readonly said: readonly string[];
  readonly issues: readonly Issue[];
}

/** What the person or the study says beside the files. */
export interface ImportOptions {
  readonly from?: string | undefined;
  readonly headers?: Told['headers'] | undefined;
  readonly values?: Told['values'] | undefined;
  readonly populations?: Knowledge['populations'] | undefined;
  readonly typologies?: Knowledge['typologies'] | undefined;
  readonly dates?: Partial<Knowledge['dates']> | undefined;
}

/** Six in the morning: a visit before it belongs to the evening before. */
export const DAY_STARTS_AT = 360;

/** How a study reads dates, as its settings say. */
export function datesOf(settings: Settings): Partial<Knowledge['dates']> {
  const [hours = 0, minutes = 0] = (settings.day_starts_at ?? '06:00').split(':').map(Number);
  return { timeZone: settings.time_zone, dayStartsAt: hours * 60 + minutes };
}

/**
 * Reads files of other systems into the tables of a study. Forms, dictionaries and metadata among them say what the
 * others mean. Issues name the file, sheet, row and column the person knows.
 */
export async function importFiles(
  files: readonly SourceFile[],
  options: ImportOptions = {},
): Promise<Import> {
  const opened: Opened[] = [];
  for (const file of files) opened.push(await openFile(file));
  const recognised: Recognised[] = [];
  const knowledge = learn(opened, recognised, options);
  const issues: Issue[] = opened.flatMap((file) => file.issues);
  const conversions: (Conversion & { readonly file: string })[] = [];
  const outlines: { file: string; features: PlacedFeature[] }[] = [];
  for (const file of opened) {
    if (file.holds === 'nothing' || readCompanion(file) !== undefined) continue;
    const source = recognise(file, options.from);
    if (source === undefined) {
      const message = 'The file holds no table and no map that is read.';
      issues.push(raise('import-refused', { file: file.file }, { message }));
      continue;
    }
    recognised.push(source.recognised);
    if (file.holds === 'features') {
      const features = file.features.filter(({ polygons }) => polygons !== undefined);
      if (features.length > 0) outlines.push({ file: file.file, features });
    }
    const prepared = source.definition.prepare(file, knowledge);
    issues.push(...prepared.issues);
    const told: Told = {
      headers: options.headers ?? {},
      values: options.values ?? {},
      decimal:
        ['kobo', 'odk', 'dhis2', 'map'].includes(source.definition.kind) || file.holds === 'workbook'
          ? '.'
          : undefined,
    };
    const made = prepared.grids.map((grid) => convertGrid(grid, knowledge, told));
    conversions.push(...made.map((conversion) => ({ ...conversion, file: file.file })));
    const isEmpty = made.every(({ tables }) => tables.length === 0) && outlines.length === 0;
    if (isEmpty && !hasErrors([...prepared.issues, ...file.issues]))
      issues.push(nothingFound(file, made, source.definition));
  }
  const tables = joinTables(conversions.flatMap((conversion) => conversion.tables));
  const kept = conversions.filter(({ tables: made }) => made.length > 0);
  issues.push(...kept.flatMap((conversion) => conversion.issues));
  issues.push(...identifying(kept, knowledge.form));
  return {
    recognised,
    tables,
    outlines,
    uses: kept.flatMap((conversion) => conversion.uses),
    leftOut: leftOutOf(kept),
    said: [...new Set(kept.flatMap((conversion) => conversion.said))],
    issues: sortIssues(unique([...issues, ...cellIssues(tables)])),
  };
}

function learn(opened: readonly Opened[], recognised: Recognised[], options: ImportOptions): Knowledge {
  let form: FormKnowledge = NO_FORM;
  const names = new Map<string, string>();
  for (const file of opened) {
    const companion = readCompanion(file);
    if (companion === undefined) continue;
    const { title, why } = companion;
    recognised.push({ file: file.file, kind: 'companion', title, sure: 'certain', why });
    if (companion.form !== undefined) form = joinForms(form, companion.form);
    for (const [id, name] of companion.names ?? []) names.set(id, name);
  }
  return {
    form,
    names,
    populations: options.populations ?? [],
    typologies: options.typologies ?? [],
    dates: { order: undefined, timeZone: undefined, dayStartsAt: DAY_STARTS_AT, ...options.dates },
  };
}

const joinForms = (a: FormKnowledge, b: FormKnowledge): FormKnowledge => ({
  questions: new Map([...a.questions, ...b.questions]),
  lists: new Map([...a.lists, ...b.lists]),
  forms: [...a.forms, ...b.forms],
  identifying: new Set([...a.identifying, ...b.identifying]),
});

function recognise(
  file: Opened,
  from: string | undefined,
): { readonly definition: Source; readonly recognised: Recognised } | undefined {
  for (const definition of SOURCES) {
    if (from !== undefined && definition.kind !== from) continue;
    const recognition =
      from === undefined ? definition.recognise(file) : { sure: 'certain' as const, why: 'you said so' };
    if (recognition === undefined) continue;
    const { kind, title } = definition;
    return { definition, recognised: { file: file.file, kind, title, ...recognition } };
  }
  return undefined;
}

function nothingFound(file: Opened, made: readonly Conversion[], source: Source): Issue {
  const headers = [...new Set(made.flatMap(({ leftOut }) => leftOut))].slice(0, 12).join(', ');
  const message = `No column holds the code of a spot, a person or a municipality; there are ${headers === '' ? 'no columns' : headers}.`;
  const fix =
    source.kind === 'kobo' && file.holds === 'text table'
      ? 'KoboToolbox leaves repeat groups out of CSV: export as XLS with XML values and headers. Else name the column with --column spot_id=HEADER.'
      : 'Name the column that holds it, such as --column spot_id=HEADER.';
  return raise('column-missing', { file: file.file }, { message, fix });
}

/** Tables of the same kind from several sheets and files, one after the other. */
function joinTables(made: readonly ImportedTable[]): Map<string, ImportedTable> {
  const tables = new Map<string, ImportedTable>();
  for (const { id } of INPUT_TABLES) {
    const parts = made.filter((table) => table.id === id);
    if (parts.length === 0) continue;
    const declared = Object.keys(INPUT_TABLES.find((table) => table.id === id)?.columns ?? {});
    const present = new Set(parts.flatMap(({ columns }) => columns));
    const columns = [
      ...declared.filter((name) => present.has(name)),
      ...[...present].filter((name) => !declared.includes(name)),
    ];
    tables.set(id, { id, columns, rows: parts.flatMap(({ rows }) => rows) });
  }
  return tables;
}

function leftOutOf(
  kept: readonly (Conversion & { readonly file: string })[],
): Map<string, readonly string[]> {
  const leftOut = new Map<string, readonly string[]>();
  for (const { file, leftOut: headers, uses } of kept) {
    const used = new Set(uses.map(({ header }) => header));
    const before = leftOut.get(file) ?? [];
    leftOut.set(file, [...new Set([...before, ...headers.filter((header) => !used.has(header))])]);
  }
  return leftOut;
}

/** Columns used that the dictionary marks as identifying people. */
function identifying(kept: readonly Conversion[], form: FormKnowledge): Issue[] {
  return kept
    .flatMap(({ uses }) => uses)
    .filter(({ header }) => form.identifying.has(header))
    .map(({ file, header }) =>
      raise(
        'column-identifying',
        { file, line: 1, column: header },
        { message: 'The data dictionary marks this field as identifying people.' },
      ),
    );
}

/** What the strict reader finds in the cells, at the places of the source. */
function cellIssues(tables: ReadonlyMap<string, ImportedTable>): Issue[] {
  return [...tables].flatMap(([id, table]) => {
    const declared = INPUT_TABLES.find((one) => one.id === id);
    if (declared === undefined) return [];
    const file = table.rows[0]?.placeOf().file ?? `${id}.csv`;
    return readTable(declared, { bytes: new Uint8Array(), file, reading: readingOf(table, file) }).issues;
  });
}

function unique(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const key = JSON.stringify([issue.code, issue.file, issue.line, issue.column, issue.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
