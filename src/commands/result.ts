import { reportTable, spotTable } from '../columns/study-tables.js';
import { joined } from '../formats/byte-text.js';
import { csvPieces } from '../formats/csv.js';
import { geoJsonPieces, pointPieces } from '../formats/geojson.js';
import type { FileData, FilesToWrite, World } from '../io/world.js';
import { mappingEstimates } from '../methods/mapping-estimates.js';
import type { Estimates } from '../model/estimate.js';
import type { Issue } from '../model/issue.js';
import { ISSUE_COLUMNS } from '../model/issue-table.js';
import { tabulate, type Table } from '../model/table.js';
import { COARSE_DECIMALS, EXACT_DECIMALS } from '../share/position.js';
import { estimateView } from '../share/estimate-view.js';
import { VERSION } from '../version.js';
import { isOn, textOption, type Invocation } from './command.js';
import type { OpenedStudy } from './open-study.js';

/** A study estimated, and what there is to say of it. */
interface Estimated {
  readonly opened: OpenedStudy;
  readonly estimates: Estimates;
  readonly issues: readonly Issue[];
}

/**
 * The files of an estimation: its tables, its map layers where there are positions or outlines, its totals as rows that
 * `combine` reads, and its issues.
 */
export function estimateFiles(done: Estimated, invocation: Invocation): Map<string, string | Uint8Array> {
  return new Map([...estimatePieces(done, invocation)].map(([name, pieces]) => [name, joined(pieces)]));
}

/** The same files, made piece by piece as they are written: a row a spot can be too much to hold whole. */
export function estimateFilesToWrite(done: Estimated, invocation: Invocation): Map<string, FileData> {
  return new Map([...estimatePieces(done, invocation)].map(([name, pieces]) => [name, { pieces }]));
}

/** Pieces that are made anew each time they are asked for. */
const again = (make: () => Iterator<Uint8Array>) => ({ [Symbol.iterator]: make });

function estimatePieces(done: Estimated, invocation: Invocation): Map<string, Iterable<Uint8Array>> {
  const { study } = done.opened;
  const exact = isOn(invocation, 'exact');
  const view = estimateView(study, done.estimates, exact);
  const files = new Map(view.tables.map((table) => [`${table.name}.csv`, again(() => csvPieces(table))]));
  files.set(
    'estimates.csv',
    again(() => csvPieces(mappingEstimates(done.estimates, study.settings))),
  );
  const decimals = exact ? EXACT_DECIMALS : COARSE_DECIMALS;
  files.set(
    'spots.geojson',
    again(() => {
      const { points } = view;
      return points === undefined ? geoJsonPieces(view.spots, decimals) : pointPieces(points, decimals);
    }),
  );
  files.set(
    'municipalities.geojson',
    again(() => geoJsonPieces(view.municipalities, EXACT_DECIMALS)),
  );
  const issues = issueTable(done.issues, isOn(invocation, 'showValues'));
  files.set(
    'issues.csv',
    again(() => csvPieces(issues)),
  );
  return files;
}

function issueTable(issues: readonly Issue[], showValues: boolean): Table {
  const shown = showValues ? issues : issues.map((issue) => ({ ...issue, value: undefined }));
  return tabulate('issues', ISSUE_COLUMNS, shown);
}

/** Files that know their hash once they have been written. */
export interface HashedFiles {
  readonly files: Map<string, FileData>;
  /** SHA-256 of a file; of one made in pieces only after it was written. */
  readonly hashOf: (name: string) => string;
}

/** The files with their hashes; those made in pieces are hashed as they are written. */
export function hashed(files: FilesToWrite, world: World): HashedFiles {
  const hashes = new Map<string, string>();
  const watched = [...files].map(([name, data]): [string, FileData] => {
    if (typeof data === 'string' || data instanceof Uint8Array) return [name, data];
    const pieces = {
      *[Symbol.iterator]() {
        const digest = world.startSha256();
        for (const piece of data.pieces) {
          digest.add(piece);
          yield piece;
        }
        hashes.set(name, digest.hex());
      },
    };
    return [name, { pieces }];
  });
  const hashOf = (name: string) => {
    const data = files.get(name);
    const isWhole = typeof data === 'string' || data instanceof Uint8Array;
    return isWhole ? world.sha256(data) : (hashes.get(name) ?? '');
  };
  return { files: new Map(watched), hashOf };
}

/** Options that change the numbers or the files; the others only say where they go or what is printed. */
const NOT_RECORDED = new Set(['out', 'json', 'quiet', 'plain', 'color', 'all', 'threads']);

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

/** The options of a run; its language only where it wrote something in it: tables and maps have none. */
function optionsOf(invocation: Invocation, names: readonly string[]): [name: string, value: unknown][] {
  const hasPages = names.some((name) => name.endsWith('.html'));
  return recordedOptions(invocation).filter(([name]) => hasPages || name !== 'language');
}

/** The run card: version, command, options, inputs and outputs with their hashes; no path, name of a person or clock time. */
export function runCard(
  run: {
    readonly command: string;
    readonly opened: OpenedStudy;
    readonly issues: readonly Issue[];
    /** Names of the files written. */
    readonly names: readonly string[];
    readonly hashOf: HashedFiles['hashOf'];
    readonly search?: string | undefined;
  },
  invocation: Invocation,
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
    options: Object.fromEntries(optionsOf(invocation, run.names)),
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
    outputs: [...run.names]
      .sort((a, b) => (a < b ? -1 : 1))
      .map((name) => ({ name, sha256: run.hashOf(name) })),
  };
  return `${JSON.stringify(card, undefined, 2)}\n`;
}

/** Folder the results go to. */
export function resultFolder(invocation: Invocation, opened: OpenedStudy, world: World): string {
  return textOption(invocation, 'out') ?? world.join(opened.home, 'out');
}
