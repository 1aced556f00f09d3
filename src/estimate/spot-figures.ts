import type { Evidence, SpotFigure } from '../model/estimate.js';
import { raise } from '../model/issue-catalogue.js';
import { compareText, type Issue } from '../model/issue.js';
import type { Report, Spot, Study } from '../model/study.js';
import type { SpotMode } from '../model/tables/spots.js';
import type { Account } from './account.js';
import type { JoinInformants } from './informants.js';
import type { Settle, Settled } from './settle.js';

/** How the accounts of a spot become one figure. */
export interface SettlingRule {
  readonly join: JoinInformants;
  readonly settle: Settle;
}

/** The settled spots of one population. */
export interface SettledSpots {
  /** By spot code, level 2 where there is one; spots found defunct, duplicate or not there are left out. */
  readonly figures: readonly SpotFigure[];
  /** Level 1 persons of the spots that have both levels, by spot code. */
  readonly levelOne: ReadonlyMap<string, number>;
  /** Spots left out, by the status validation gave them. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

type Level = '1' | '2';

/** Settles every active spot of a population on one figure; level 2 takes precedence where both levels are known. */
export function settleSpots(study: Study, population: string, rule: SettlingRule): SettledSpots {
  const rows = study.spots.filter((spot) => spot.population === population);
  const leftOut = new Map<string, number>();
  for (const { status } of rows) {
    if (status !== undefined && status !== 'active') leftOut.set(status, (leftOut.get(status) ?? 0) + 1);
  }
  const active = rows
    .filter((spot) => spot.status === undefined || spot.status === 'active')
    .sort((a, b) => compareText(a.spot_id, b.spot_id));
  const reports = reportsBySpot(study.reports.filter((report) => report.population === population));
  const figures: SpotFigure[] = [];
  const levelOne = new Map<string, number>();
  const issues: Issue[] = [];
  for (const spot of active) {
    const accounts = accountsOf(spot, reports.get(spot.spot_id) ?? [], study);
    const second = settleAt('2', accounts, rule);
    const first = settleAt('1', accounts, rule);
    if (second !== undefined && first !== undefined) levelOne.set(spot.spot_id, first.usual.estimate);
    const chosen = second ?? first;
    if (chosen !== undefined) figures.push(figureOf(spot, chosen));
    issues.push(...accounts.issues);
  }
  return { figures, levelOne, leftOut, issues };
}

function reportsBySpot(reports: readonly Report[]): Map<string, Report[]> {
  const bySpot = new Map<string, Report[]>();
  for (const report of reports) {
    const of = bySpot.get(report.spot_id);
    if (of === undefined) bySpot.set(report.spot_id, [report]);
    else of.push(report);
  }
  for (const of of bySpot.values()) {
    of.sort((a, b) => a.min - b.min || a.max - b.max || compareText(a.informant_id, b.informant_id));
  }
  return bySpot;
}

interface LevelAccounts {
  readonly usual: readonly Account[];
  readonly peak: readonly Account[];
  readonly evidence: readonly Evidence[];
}

interface SpotAccounts extends Readonly<Record<Level, LevelAccounts>> {
  readonly issues: readonly Issue[];
}

/** What is said of a spot at each level: by its own row at the row's level, by informants elsewhere. */
function accountsOf(spot: Spot, reports: readonly Report[], study: Study): SpotAccounts {
  const own = ownAccounts(spot, study.files['spots'] ?? 'spots.csv');
  const ownLevel: Level = spot.level === '1' ? '1' : '2';
  const issues: Issue[] = [];
  const at = (level: Level): LevelAccounts => {
    const said = reports.filter((report) => report.level === level);
    const speaksForItself = level === ownLevel && own.usual.length > 0;
    if (!speaksForItself) return reportAccounts(said, study.files['reports'] ?? 'reports.csv');
    if (said.length > 0) {
      const message = `${said.length} level ${level} reports of this spot are not used.`;
      issues.push(
        raise('report-unused', { file: study.files['spots'] ?? 'spots.csv', line: spot.line }, { message }),
      );
    }
    return own;
  };
  return { 1: at('1'), 2: at('2'), issues };
}

function ownAccounts(spot: Spot, file: string): LevelAccounts {
  const { min, max, usual, peak_min: peakMin, peak_max: peakMax } = spot;
  const isSaid = (min !== undefined && max !== undefined) || usual !== undefined;
  return {
    usual: isSaid ? [{ min, max, usual }] : [],
    peak: peakMin !== undefined && peakMax !== undefined ? [{ min: peakMin, max: peakMax }] : [],
    evidence: [{ file, line: spot.line }],
  };
}

function reportAccounts(reports: readonly Report[], file: string): LevelAccounts {
  return {
    usual: reports.map(({ min, max, informant_type: source }) => ({ min, max, source })),
    peak: reports
      .filter((report) => report.peak_min !== undefined && report.peak_max !== undefined)
      .map(({ peak_min: min, peak_max: max, informant_type: source }) => ({ min, max, source })),
    evidence: reports.map(({ line }) => ({ file, line })),
  };
}

interface SettledLevel {
  readonly level: Level;
  readonly usual: Settled;
  readonly peak: Settled | undefined;
  readonly evidence: readonly Evidence[];
}

function settleAt(level: Level, accounts: SpotAccounts, rule: SettlingRule): SettledLevel | undefined {
  const { usual: said, peak, evidence } = accounts[level];
  if (said.length === 0) return undefined;
  const usual = rule.settle(said, rule.join);
  if (usual === undefined) return undefined;
  return { level, usual, peak: peak.length === 0 ? undefined : rule.settle(peak, rule.join), evidence };
}

function figureOf(spot: Spot, { level, usual: settled, peak, evidence }: SettledLevel): SpotFigure {
  const usual = { low: settled.low, estimate: settled.estimate, high: settled.high };
  return {
    spot,
    mode: (spot.mode as SpotMode | undefined) ?? 'geo',
    level,
    usual,
    peak: peak === undefined ? undefined : { low: peak.low, estimate: peak.estimate, high: peak.high },
    at: usual,
    total: usual,
    hasRange: settled.hasRange,
    evidence,
  };
}
