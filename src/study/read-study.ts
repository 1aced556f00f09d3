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
import { WORKERS } from '../model/tables/workers.js';
import { matchOutlines, placeSpots } from './boundaries.js';
import { CHECKS } from './checks.js';
import { readDenominators } from './denominators.js';
import { readTable } from './read-table.js';

/** The bytes of a study's files, by table id, with the name messages use for each. */
export type StudyFiles = ReadonlyMap<string, { readonly file: string; readonly bytes: Uint8Array }>;

/** What only the caller can say: the population of tables that concern one only. */
export interface ReadingOptions {
  readonly population?: string | undefined;
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
  const read = <Table extends InputTable>(table: Table): readonly RowOf<Table>[] => {
    const source = files.get(table.id);
    if (source === undefined) return [];
    const reading = readTable(table, { ...source, headers: settings.columns[table.id] });
    issues.push(...reading.issues);
    return reading.rows;
  };
  const name = (id: string) => files.get(id)?.file ?? `${id}.csv`;
  const withPopulation = <Row extends { readonly population: string | undefined; readonly line: number }>(
    id: string,
    rows: readonly Row[],
  ) => fillInPopulation(rows, { file: name(id), settings, population: options.population, issues });

  const places = readPlaces(read(PLACES), name('places'), issues);
  const spots = withPopulation('spots', read(SPOTS));
  const reports = withPopulation('reports', read(REPORTS));
  const attendance = withPopulation('attendance', read(ATTENDANCE));
  const source = files.get('boundaries');
  const matched = source === undefined ? undefined : matchOutlines(source, { places, spots });
  issues.push(...(matched?.issues ?? []));
  const boundaries = matched?.boundaries ?? [];
  const study: Study = {
    settings,
    spots: boundaries.length === 0 ? spots : await placeSpots(spots, boundaries),
    reports,
    attendance,
    places,
    workers: read(WORKERS),
    sites: read(SITES),
    published: read(PUBLISHED),
    boundaries,
    files: Object.fromEntries([...files].map(([id, { file }]) => [id, file])),
  };
  const isReadable = !issues.some((issue) => issue.code === 'column-missing');
  for (const check of CHECKS) if (isReadable) issues.push(...(await check(study)));
  return { study, issues: sortIssues(issues) };
}

/** True when the study can be worked with. */
export function isUsable(reading: StudyReading): boolean {
  return !hasErrors(reading.issues);
}

interface PopulationContext {
  readonly file: string;
  readonly settings: Settings;
  readonly population: string | undefined;
  readonly issues: Issue[];
}

function fillInPopulation<Row extends { readonly population: string | undefined; readonly line: number }>(
  rows: readonly Row[],
  { file, settings, population, issues }: PopulationContext,
): (Omit<Row, 'population'> & { readonly population: string })[] {
  const only = population ?? (settings.populations.length === 1 ? settings.populations[0]?.code : undefined);
  const filled: (Omit<Row, 'population'> & { readonly population: string })[] = [];
  let missing = 0;
  for (const row of rows) {
    const code = row.population ?? only;
    if (row.population !== undefined) filled.push(row as Row & { readonly population: string });
    else if (code !== undefined) filled.push({ ...row, population: code });
    else {
      missing += 1;
      if (missing > 20) continue;
      const message = 'The row does not say which population it counts.';
      issues.push(raise('population-missing', { file, line: row.line, column: 'population' }, { message }));
    }
  }
  return filled;
}

function readPlaces(rows: readonly RowOf<typeof PLACES>[], file: string, issues: Issue[]): PlaceRow[] {
  return rows.map((row) => {
    const { denominators, issues: found } = readDenominators(row, file);
    issues.push(...found);
    return { ...row, denominators };
  });
}
