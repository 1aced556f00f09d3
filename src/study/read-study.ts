import { Dictionary } from '../columns/dictionary.js';
import { studyOfTables } from '../columns/study-tables.js';
import { tableOfRows } from '../columns/table-of-rows.js';
import type { TypedTable } from '../columns/typed-table.js';
import type { DirectReading } from '../import/direct.js';
import type { InputTable, RowOf } from '../model/columns.js';
import { raise } from '../model/issue-catalogue.js';
import { hasErrors, sortIssues, type Issue } from '../model/issue.js';
import type { Settings } from '../model/settings.js';
import type { Study } from '../model/study.js';
import { ATTENDANCE } from '../model/tables/attendance.js';
import { PLACES, type PlaceRow } from '../model/tables/places.js';
import { PUBLISHED } from '../model/tables/published.js';
import { REPORTS } from '../model/tables/reports.js';
import { SITES } from '../model/tables/sites.js';
import { SPOTS } from '../model/tables/spots.js';
import { TRAVEL } from '../model/tables/travel.js';
import { WORKERS } from '../model/tables/workers.js';
import { matchOutlines, placeSpots } from './boundaries.js';
import { CHECKS } from './checks.js';
import { readDenominators } from './denominators.js';
import { matchMunicipalities } from './names/match-municipalities.js';
import { isOfAnotherSystem } from './other-systems.js';
import { readColumns } from './read-columns.js';
import { readTable } from './read-table.js';
import { bytesOf, openStudyFile, piecesOf, type StudyFile } from './study-file.js';

/** The files of a study, by table id. */
export type StudyFiles = ReadonlyMap<string, StudyFile>;

/** What only the caller can say. */
export interface ReadingOptions {
  /** The population of tables that concern one only. */
  readonly population?: string | undefined;
  /** False where nobody needs the columns of spots and reports that their tables do not declare; kept unless said. */
  readonly keepsExtra?: boolean | undefined;
}

export interface StudyReading {
  readonly study: Study;
  /** Every issue in the data, in reading order. */
  readonly issues: readonly Issue[];
}

/**
 * Reads a study from the bytes of its files: typed rows, municipalities filled in from coordinates, and every issue at
 * once. Rows with an error are left out of the study, so go on only when no issue is an error.
 */
export async function readStudy(
  files: StudyFiles,
  settings: Settings,
  options: ReadingOptions = {},
): Promise<StudyReading> {
  const issues: Issue[] = [];
  const name = (id: string) => files.get(id)?.file ?? `${id}.csv`;
  const others = new Map<string, DirectReading>();
  /** False once a table is missing: what is wrong beside it cannot be told. */
  let isReadable = true;
  /** A file as it is to be read; one of another system is put among the others, as the table it stands for. */
  const take = async (id: string): Promise<StudyFile | undefined> => {
    const file = files.get(id);
    if (file === undefined) return undefined;
    const opened = await openStudyFile(id, file);
    issues.push(...opened.issues);
    const { start, source } = opened;
    if (source === undefined) {
      isReadable = false;
      return undefined;
    }
    if (!isOfAnotherSystem(start)) return source;
    const whole = { file: file.file, bytes: await bytesOf(source) };
    const { readDirectly } = await import('../import/direct.js');
    const reading = await readDirectly(id, whole, settings);
    if (reading !== undefined) others.set(id, reading);
    return whole;
  };
  const read = async <Table extends InputTable>(table: Table): Promise<readonly RowOf<Table>[]> => {
    const source = await take(table.id);
    if (source === undefined) return [];
    const other = others.get(table.id)?.reading;
    const reading = readTable(table, {
      bytes: other === undefined ? await bytesOf(source) : new Uint8Array(),
      file: source.file,
      headers: other === undefined ? settings.columns[table.id] : undefined,
      reading: other,
    });
    for (const issue of reading.issues) issues.push(issue);
    return reading.rows;
  };
  const readLong = async <Table extends InputTable>(table: Table): Promise<TypedTable<RowOf<Table>>> => {
    const source = await take(table.id);
    if (source === undefined) return tableOfRows(table, []);
    const other = others.get(table.id);
    if (other !== undefined) return tableOfRows(table, readOther(table, other, issues));
    const reading = await readColumns(table, {
      file: source.file,
      ...piecesOf(source),
      headers: settings.columns[table.id],
      keepsExtra: options.keepsExtra !== false,
    });
    for (const issue of reading.issues) issues.push(issue);
    return reading.table;
  };
  const only = options.population ?? onlyPopulation(settings);
  const place = (id: string) => ({ file: name(id), only, issues });

  const places = readPlaces(await read(PLACES), name('places'), issues);
  const named = matchMunicipalities(await readLong(SPOTS), places, name('spots'));
  issues.push(...named.issues);
  const spots = fillInPopulation(named.spots, place('spots'));
  const reports = fillInPopulation(await readLong(REPORTS), place('reports'));
  const attendance = fillInPopulation(await readLong(ATTENDANCE), place('attendance'));
  const source = await take('boundaries');
  const otherOutlines = others.get('boundaries');
  issues.push(...(otherOutlines?.reading.issues ?? []));
  const matched =
    source === undefined || (otherOutlines !== undefined && otherOutlines.outlines === undefined)
      ? undefined
      : matchOutlines(otherOutlines?.outlines ?? { file: source.file, bytes: await bytesOf(source) }, {
          places,
          municipalities: [...spots.textsIn('municipality')],
        });
  issues.push(...(matched?.issues ?? []));
  const boundaries = matched?.boundaries ?? [];
  const rest = {
    settings,
    attendance: attendance.rows,
    places,
    workers: await read(WORKERS),
    sites: await read(SITES),
    travel: await read(TRAVEL),
    published: await read(PUBLISHED),
    boundaries,
    files: Object.fromEntries([...files].map(([id, { file }]) => [id, file])),
  };
  const placed = boundaries.length === 0 ? spots : await placeSpots(spots, boundaries);
  const study = studyOfTables(rest, { spots: placed, reports });
  if (issues.some((issue) => issue.code === 'column-missing')) isReadable = false;
  for (const check of CHECKS) if (isReadable) for (const issue of await check(study)) issues.push(issue);
  const located = others.size === 0 ? issues : issues.map((issue) => locate(issue, files, others));
  return { study, issues: sortIssues(located) };
}

function readOther<Table extends InputTable>(
  table: Table,
  { reading }: DirectReading,
  issues: Issue[],
): readonly RowOf<Table>[] {
  const { rows, issues: found } = readTable(table, { bytes: new Uint8Array(), file: '', reading });
  for (const issue of found) issues.push(issue);
  return rows;
}

/** The issue at the place in the file a person knows, where its table was made from a file of another system. */
function locate(issue: Issue, files: StudyFiles, others: ReadonlyMap<string, DirectReading>): Issue {
  const id = [...others.keys()].find((one) => files.get(one)?.file === issue.file);
  const place = id === undefined || issue.line === undefined ? undefined : others.get(id)?.locate(issue.line);
  return place === undefined ? issue : { ...issue, file: place.file, line: place.line };
}

/** True when the study can be worked with. */
export function isUsable(reading: StudyReading): boolean {
  return !hasErrors(reading.issues);
}

/** The population of a study that has only one. */
const onlyPopulation = ({ populations }: Settings) =>
  populations.length === 1 ? populations[0]?.code : undefined;

interface PopulationContext {
  readonly file: string;
  /** The population of rows that do not say theirs. */
  readonly only: string | undefined;
  readonly issues: Issue[];
}

type WithPopulation<Row> = Omit<Row, 'population'> & { readonly population: string };

/** The rows whose population is known, by their own cell or because there is only one; an issue for each of the first others. */
function fillInPopulation<Row extends { readonly population: string | undefined }>(
  table: TypedTable<Row>,
  { file, only, issues }: PopulationContext,
): TypedTable<WithPopulation<Row>> {
  const stated = table.coded('population');
  if (stated !== undefined && !stated.codes.includes(-1)) return table as TypedTable<WithPopulation<Row>>;
  const texts = stated?.texts ?? new Dictionary();
  const codes = stated === undefined ? new Int32Array(table.length).fill(-1) : Int32Array.from(stated.codes);
  const unsaid = only === undefined ? -1 : texts.codeOfText(only);
  const known: number[] = [];
  let missing = 0;
  for (const [at, code] of codes.entries()) {
    if (code < 0) codes[at] = unsaid;
    if (code >= 0 || unsaid >= 0) known.push(at);
    else {
      missing += 1;
      if (missing > 20) continue;
      const message = 'The row does not say which population it counts.';
      issues.push(
        raise('population-missing', { file, line: table.line(at), column: 'population' }, { message }),
      );
    }
  }
  const filled = table.with(new Map([['population', { kind: 'codes', codes, texts, values: undefined }]]));
  const whole = filled as TypedTable<unknown> as TypedTable<WithPopulation<Row>>;
  return missing === 0 ? whole : whole.pick(Int32Array.from(known));
}

function readPlaces(rows: readonly RowOf<typeof PLACES>[], file: string, issues: Issue[]): PlaceRow[] {
  return rows.map((row) => {
    const { denominators, issues: found } = readDenominators(row, file);
    issues.push(...found);
    return { ...row, denominators };
  });
}
