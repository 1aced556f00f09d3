import { reportTable, spotTable } from '../columns/study-tables.js';
import { joined } from '../formats/byte-text.js';
import { csvPieces, writeCsv } from '../formats/csv.js';
import { geoJsonPieces } from '../formats/geojson.js';
import type { ResultFiles, World } from '../io/world.js';
import { mappingEstimates } from '../methods/mapping-estimates.js';
import type { Estimates } from '../model/estimate.js';
import type { Issue } from '../model/issue.js';
import { ISSUE_COLUMNS } from '../model/issue-table.js';
import { tabulate } from '../model/table.js';
import { COARSE_DECIMALS, EXACT_DECIMALS } from '../share/position.js';
import { estimateView } from '../share/estimate-view.js';
import { VERSION } from '../version.js';
import { isOn, textOption, type Invocation } from './command.js';
import type { OpenedStudy } from './open-study.js';

/**
 * The files of an estimation: its tables, its map layers where there are positions or outlines, its totals as rows that
 * `combine` reads, and its issues.
 */
export function estimateFiles(
  done: {
    readonly opened: OpenedStudy;
    readonly estimates: Estimates;
    readonly issues: readonly Issue[];
  },
  invocation: Invocation,
): Map<string, string | Uint8Array> {
  const { study } = done.opened;
  const exact = isOn(invocation, 'exact');
  const view = estimateView(study, done.estimates, exact);
  const tables = [...view.tables, mappingEstimates(done.estimates, study.settings)];
  const files = new Map<string, string | Uint8Array>(
    tables.map((table) => [`${table.name}.csv`, joined(csvPieces(table))]),
  );
  const decimals = exact ? EXACT_DECIMALS : COARSE_DECIMALS;
  files.set('spots.geojson', joined(geoJsonPieces(view.spots, decimals)));
  files.set('municipalities.geojson', joined(geoJsonPieces(view.municipalities, EXACT_DECIMALS)));
  files.set('issues.csv', writeIssues(done.issues, isOn(invocation, 'showValues')));
  return files;
}

function writeIssues(issues: readonly Issue[], showValues: boolean): string {
  const shown = showValues ? issues : issues.map((issue) => ({ ...issue, value: undefined }));
  return writeCsv(tabulate('issues', ISSUE_COLUMNS, shown));
}

/** Options that change the numbers or the files; the others only say where they go or what is printed. */
const NOT_RECORDED = new Set(['out', 'json', 'quiet', 'plain', 'color', 'all']);

/** The options a run card records, sorted, files by their names only. */
export function recordedOptions(invocation: Invocation): [name: string, value: unknown][] {
  return Object.entries(invocation.options)
    .filter(([name]) => !NOT_RECORDED.has(name))
    .map(([name, value]): [string, unknown] => [
      name,
      typeof value === 'string' ? value.split(/[\\/]/).at(-1) : value,
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The run card: version, command, options, inputs and outputs with their hashes; no path, name of a person or clock time. */
export function runCard(
  run: {
    readonly command: string;
    readonly opened: OpenedStudy;
    readonly issues: readonly Issue[];
    readonly files: ResultFiles;
    readonly search?: string | undefined;
  },
  invocation: Invocation,
  world: World,
): string {
  const { settings } = run.opened.study;
  const count = (severity: string) => run.issues.filter((issue) => issue.severity === severity).length;
  const card = {
    tool: 'spotwise',
    version: VERSION,
    command: run.command,
    title: settings.title,
    round: settings.round,
    country: settings.country,
    audience: isOn(invocation, 'exact') ? 'team' : 'programme',
    options: Object.fromEntries(recordedOptions(invocation)),
    seed: settings.seed,
    search: run.search,
    rows: {
      spots: spotTable(run.opened.study).length,
      reports: reportTable(run.opened.study).length,
      attendance: run.opened.study.attendance.length,
      places: run.opened.study.places.length,
    },
    issues: { error: count('error'), warning: count('warning'), note: count('note') },
    notes: settings.notes,
    credits: settings.credits,
    inputs: [...run.opened.inputs].sort((a, b) => (a.name < b.name ? -1 : 1)),
    outputs: [...run.files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => ({ name, sha256: world.sha256(text) })),
  };
  return `${JSON.stringify(card, undefined, 2)}\n`;
}

/** Folder the results go to. */
export function resultFolder(invocation: Invocation, opened: OpenedStudy, world: World): string {
  return textOption(invocation, 'out') ?? world.join(opened.home, 'out');
}
