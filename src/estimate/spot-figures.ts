import { firstSpotRowOf, spotRowsOf } from '../columns/spot-keys.js';
import { reportTable, spotTable } from '../columns/study-tables.js';
import type { TypedTable } from '../columns/typed-table.js';
import type { Evidence } from '../model/estimate.js';
import { raise } from '../model/issue-catalogue.js';
import { compareText, type Issue } from '../model/issue.js';
import type { Triple } from '../model/range.js';
import type { Report, Spot, Study } from '../model/study.js';
import { SPOT_MODES } from '../model/tables/spots.js';
import type { Account } from './account.js';
import { activeSpots, type ActiveSpots } from './active-spots.js';
import { Figures, GEO, type FigureParts, type Peaks } from './figures.js';
import {
  makeTriples,
  setTriple,
  tripleAt,
  SettledTriples,
  type Triples,
  type WritableTriples,
} from './triples.js';
import type { JoinInformants } from './informants.js';
import { settleOne, type Settle, type Settled } from './settle.js';
import { settleOwnRows } from './settle-own-rows.js';

/** How the accounts of a spot become one figure. */
export interface SettlingRule {
  readonly join: JoinInformants;
  readonly settle: Settle;
}

/** The settled spots of one population. */
export interface SettledSpots {
  /** By spot code, level 2 where there is one; spots found defunct, duplicate or not there are left out. */
  readonly figures: Figures;
  /** Level 1 persons of the spots that have both levels, by spot code. */
  readonly levelOne: ReadonlyMap<string, number>;
  /** Spots left out, by the status validation gave them. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

type Level = 1 | 2;

const NO_SPOTS: ActiveSpots = { rows: new Int32Array(0), leftOut: new Map() };

/** Settles every active spot of a population on one figure; level 2 takes precedence where both levels are known. */
export function settleSpots(study: Study, population: string, rule: SettlingRule): SettledSpots {
  const spots = spotTable(study);
  const { rows: active, leftOut } = activeSpots(spots).get(population) ?? NO_SPOTS;
  const { figure } = rule.settle;
  if (figure !== undefined && reportTable(study).length === 0) {
    const own = settleOwnRows(spots, active, figure);
    const evidenceOf = evidenceIn(study, spots);
    const figures = new Figures({ ...own, spots, at: own.usual, total: own.usual, evidenceOf });
    return { figures, levelOne: new Map(), leftOut, issues: [] };
  }
  const parts = makeParts(active, study, spots);
  const settling = new Settling(study, rule);
  const levelOne = new Map<string, number>();
  const issues: Issue[] = [];
  const place = study.files['spots'] ?? 'spots.csv';
  const modeOf = modeIn(spots);
  let count = 0;
  for (let at = 0; at < active.length; at += 1) {
    const row = active[at] ?? 0;
    const second = settling.at(2, row);
    const first = settling.at(1, row);
    if (second !== undefined && first !== undefined) {
      levelOne.set(spots.textAt('spot_id', row) ?? '', first.estimate);
    }
    const unused = settling.unused(row);
    if (unused !== undefined)
      issues.push(raise('report-unused', { file: place, line: spots.line(row) }, unused));
    const chosen = second ?? first;
    if (chosen === undefined) {
      parts.passOver();
      continue;
    }
    parts.rows[count] = row;
    parts.modes[count] = modeOf(row);
    parts.levels[count] = second === undefined ? 1 : 2;
    parts.usual.set(count, chosen.low, chosen.estimate, chosen.high);
    parts.hasRange[count] = Number(chosen.hasRange);
    const peak = settling.peakAt(second === undefined ? 1 : 2, row);
    if (peak !== undefined) parts.notePeak(count, peak);
    count += 1;
  }
  return { figures: parts.figures(count), levelOne, leftOut, issues };
}

const modeIn = (spots: TypedTable<Spot>) =>
  spots.sayOf('mode', GEO, (mode) => SPOT_MODES.findIndex((known) => known === mode));

/** Peak days kept in an array each; NaN where nothing is said. */
function keptPeaks(of: Triples): Peaks {
  return {
    estimateAt: (at) => of.estimate[at] ?? Number.NaN,
    rangeAt: (at) => (Number.isNaN(of.estimate[at]) ? undefined : tripleAt(of, at)),
  };
}

/** Room for that many figures, none of which is known yet. */
function emptyTriples(count: number): WritableTriples {
  const empty = makeTriples(count);
  for (const numbers of [empty.low, empty.estimate, empty.high]) numbers.fill(Number.NaN);
  return empty;
}

/** Room for the figures of the spots of some rows. */
function makeParts(active: Int32Array, study: Study, spots: TypedTable<Spot>) {
  const size = active.length;
  const usual = new SettledTriples(size);
  let peaks: WritableTriples | undefined;
  let own: Int32Array | undefined;
  const modes = new Uint8Array(size);
  const levels = new Uint8Array(size);
  const hasRange = new Uint8Array(size);
  return {
    /** Rows of the figures so far: those of the active spots themselves as long as every one has a figure. */
    get rows() {
      return own ?? active;
    },
    /** Notes that an active spot has no figure: the rows have to be written from here on. */
    passOver() {
      own ??= active.slice();
    },
    modes,
    levels,
    usual,
    hasRange,
    notePeak(at: number, peak: Triple) {
      peaks ??= emptyTriples(size);
      setTriple(peaks, at, peak);
    },
    figures(count: number): Figures {
      const evidenceOf = evidenceIn(study, spots);
      const whole = new Figures({
        spots,
        rows: own ?? active,
        modes,
        levels,
        usual,
        peak: peaks && keptPeaks(peaks),
        at: usual,
        total: usual,
        hasRange,
        evidenceOf,
      });
      return count === size ? whole : whole.pick(Int32Array.from({ length: count }, (_, at) => at));
    },
  };
}

/** Reports by the spot they speak of. */
interface ReportsBySpot {
  /** Where the reports of a spot row start in `rows`; they end where the next spot's start. */
  readonly starts: Int32Array;
  /** Report rows, spot by spot, in the order of the file. */
  readonly rows: Int32Array;
}

const grouped = new WeakMap<
  TypedTable<Report>,
  { readonly spots: TypedTable<Spot>; readonly by: ReportsBySpot }
>();

function reportsBySpot(reports: TypedTable<Report>, spots: TypedTable<Spot>): ReportsBySpot {
  const known = grouped.get(reports);
  if (known?.spots === spots) return known.by;
  const spotRows = spotRowsOf(reports, spots);
  const starts = new Int32Array(spots.length + 2);
  for (const row of spotRows) if (row >= 0) starts[row + 2] = (starts[row + 2] ?? 0) + 1;
  for (let row = 2; row < starts.length; row += 1) starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
  const rows = new Int32Array(spotRows.length);
  for (let report = 0; report < spotRows.length; report += 1) {
    const spot = spotRows[report] ?? -1;
    if (spot < 0) continue;
    const next = starts[spot + 1] ?? 0;
    rows[next] = report;
    starts[spot + 1] = next + 1;
  }
  const by = { starts, rows };
  grouped.set(reports, { spots, by });
  return by;
}

/** The rows of the reports that speak of the spot in a row, in the order of the file. */
export function reportRowsOf(study: Study): (row: number) => Int32Array {
  const spots = spotTable(study);
  const reports = reportTable(study);
  if (reports.length === 0) return () => new Int32Array(0);
  const { starts, rows } = reportsBySpot(reports, spots);
  const firstOf = firstSpotRowOf(spots);
  return (row) => {
    const spot = firstOf(row);
    return rows.subarray(starts[spot], starts[spot + 1]);
  };
}

const levelIn = (table: TypedTable<unknown>, standard: Level) =>
  table.sayOf('level', standard, (level) => (level === '1' ? 1 : 2)) as (row: number) => Level;

const orUndefined = (number: number) => (Number.isNaN(number) ? undefined : number);

/** The ends of the ranges in a table, by row. */
const ends = (table: TypedTable<unknown>) => ({
  min: table.numberAt('min'),
  max: table.numberAt('max'),
  peakMin: table.numberAt('peak_min'),
  peakMax: table.numberAt('peak_max'),
});

/** Settles what is said of a spot at a level: by its own row at the row's level, by informants elsewhere. */
class Settling {
  readonly #rule: SettlingRule;
  readonly #reports: TypedTable<Report>;
  readonly #by: ReportsBySpot | undefined;
  readonly #firstOf: (row: number) => number;
  readonly #ownLevel: (row: number) => Level;
  readonly #own: Readonly<Record<'min' | 'max' | 'usual' | 'peakMin' | 'peakMax', (row: number) => number>>;
  readonly #levelOf: (report: number) => Level;
  readonly #said: Readonly<Record<'min' | 'max' | 'peakMin' | 'peakMax', (report: number) => number>>;

  constructor(study: Study, rule: SettlingRule) {
    const spots = spotTable(study);
    const reports = reportTable(study);
    this.#rule = rule;
    this.#reports = reports;
    this.#by = reports.length === 0 ? undefined : reportsBySpot(reports, spots);
    this.#firstOf = firstSpotRowOf(spots);
    this.#ownLevel = levelIn(spots, 2);
    this.#levelOf = levelIn(reports, 2);
    this.#own = { ...ends(spots), usual: spots.numberAt('usual') };
    this.#said = ends(reports);
  }

  /** The figure of a usual day; undefined where nothing is said at that level. */
  at(level: Level, row: number): Settled | undefined {
    if (this.#speaksForItself(level, row)) {
      const { min, max, usual } = this.#own;
      return this.#settle([
        { min: orUndefined(min(row)), max: orUndefined(max(row)), usual: orUndefined(usual(row)) },
      ]);
    }
    return this.#settle(this.#accounts(level, row, this.#said.min, this.#said.max));
  }

  /** The figure of a peak day; undefined where nothing is said of it. */
  peakAt(level: Level, row: number): Settled | undefined {
    if (this.#speaksForItself(level, row)) {
      const { peakMin, peakMax } = this.#own;
      const [min, max] = [peakMin(row), peakMax(row)];
      return Number.isNaN(min + max) ? undefined : this.#settle([{ min, max }]);
    }
    return this.#settle(this.#accounts(level, row, this.#said.peakMin, this.#said.peakMax));
  }

  /** What is to be said of a spot whose own row stands although informants speak of it at the same level. */
  unused(row: number): { readonly message: string } | undefined {
    const level = this.#ownLevel(row);
    if (this.#by === undefined || !this.#speaksForItself(level, row)) return undefined;
    const { length } = this.#accounts(level, row, this.#said.min, this.#said.max);
    return length === 0
      ? undefined
      : { message: `${length} level ${level} reports of this spot are not used.` };
  }

  #speaksForItself(level: Level, row: number): boolean {
    const { min, max, usual } = this.#own;
    return level === this.#ownLevel(row) && !(Number.isNaN(min(row) + max(row)) && Number.isNaN(usual(row)));
  }

  #settle(accounts: readonly Account[]): Settled | undefined {
    const { settle, join } = this.#rule;
    const [only] = accounts;
    if (only === undefined) return undefined;
    if (accounts.length > 1 || settle.figure === undefined) return settle(accounts, join);
    return settleOne(settle.figure, { min: only.min, max: only.max, usual: only.usual });
  }

  /** What informants say of a spot at a level, by two columns of which both are given. */
  #accounts(
    level: Level,
    row: number,
    minOf: (report: number) => number,
    maxOf: (report: number) => number,
  ): Account[] {
    const accounts: Account[] = [];
    if (this.#by === undefined) return accounts;
    const { starts, rows } = this.#by;
    const spot = this.#firstOf(row);
    const end = starts[spot + 1] ?? 0;
    for (let at = starts[spot] ?? 0; at < end; at += 1) {
      const report = rows[at] ?? 0;
      if (this.#levelOf(report) !== level) continue;
      const [min, max] = [minOf(report), maxOf(report)];
      if (Number.isNaN(min + max)) continue;
      // Who said it is read only where the rule asks: most rules look at the joint account alone.
      const source = this.#rule.settle.figure === undefined ? this.#sourceOf(report) : undefined;
      accounts.push({ min, max, source });
    }
    return accounts;
  }

  #sourceOf(report: number): string | undefined {
    return this.#reports.textAt('informant_type', report);
  }
}

/** The rows behind a figure, in an order of their own so that the order of the file does not matter. */
function evidenceIn(study: Study, spots: TypedTable<Spot>): FigureParts['evidenceOf'] {
  const own = study.files['spots'] ?? 'spots.csv';
  const others = study.files['reports'] ?? 'reports.csv';
  const reports = reportTable(study);
  const ownLevel = levelIn(spots, 2);
  const [minOf, maxOf, usualOf] = [spots.numberAt('min'), spots.numberAt('max'), spots.numberAt('usual')];
  const levelOf = levelIn(reports, 2);
  const [saidMin, saidMax] = [reports.numberAt('min'), reports.numberAt('max')];
  const informant = (row: number) => reports.textAt('informant_id', row) ?? '';
  return (row, level): Evidence[] => {
    const isSaid = !(Number.isNaN(minOf(row) + maxOf(row)) && Number.isNaN(usualOf(row)));
    if (isSaid && String(ownLevel(row)) === level) return [{ file: own, line: spots.line(row) }];
    return [...reportRowsOf(study)(row)]
      .filter((report) => String(levelOf(report)) === level)
      .sort(
        (a, b) =>
          saidMin(a) - saidMin(b) || saidMax(a) - saidMax(b) || compareText(informant(a), informant(b)),
      )
      .map((report) => ({ file: others, line: reports.line(report) }));
  };
}
