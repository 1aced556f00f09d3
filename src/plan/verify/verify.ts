import stringWidth from 'string-width';
import { pad } from '../../draw/text-table.js';
import { ENGLISH_TERMINAL, type TerminalWords } from '../../draw/words/terminal/english.js';
import type { Study } from '../../model/study.js';
import { checkCoverage, checkNoCoordinates, checkReferrals, checkSupplies } from './check-arithmetic.js';
import { checkCosts } from './check-costs.js';
import { checkSites } from './check-sites.js';
import { checkEverySpotOnce, checkLoads, checkMatching, checkSecurity } from './check-spots.js';
import {
  checkCurfew,
  checkDays,
  checkHours,
  checkOverlaps,
  checkPairs,
  checkSpacing,
} from './check-visits.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { readStatedRules } from './stated-rules.js';
import { readWritten } from './written.js';

/** What one check of the verifier found. */
export interface Verdict {
  readonly id: string;
  readonly title: string;
  readonly faults: readonly string[];
}

/** The outcome of verifying a written plan. */
export interface Certificate {
  readonly isSound: boolean;
  readonly verdicts: readonly Verdict[];
  readonly spots: number;
  readonly workers: number;
  readonly visits: number;
}

interface PlanCheck {
  readonly id: string;
  readonly title: string;
  readonly find: (evidence: Evidence) => readonly string[];
}

/** Everything a written plan is checked for. */
export const PLAN_CHECKS: readonly PlanCheck[] = [
  {
    id: 'every-spot-once',
    title: 'every spot is planned once or uncovered for one reason',
    find: checkEverySpotOnce,
  },
  {
    id: 'matching',
    title: 'worker and backup are of the population, share a language, live near',
    find: checkMatching,
  },
  { id: 'loads', title: 'no worker serves or knows too many', find: checkLoads },
  { id: 'security', title: 'nobody goes where it is not known to be safe', find: checkSecurity },
  { id: 'hours', title: 'visits are in the hours of spot and worker', find: checkHours },
  { id: 'overlaps', title: 'nobody is at two spots at once', find: checkOverlaps },
  { id: 'spacing', title: 'days between visits are kept, no pattern at level 3', find: checkSpacing },
  { id: 'curfew', title: 'ways home are open, and everybody is home before the curfew', find: checkCurfew },
  { id: 'pairs', title: 'two go where two must', find: checkPairs },
  { id: 'days', title: 'days, stops and bags are within the rules', find: checkDays },
  { id: 'coverage', title: 'people and coverage add up', find: checkCoverage },
  { id: 'supplies', title: 'supplies follow their formulas and are carried', find: checkSupplies },
  { id: 'referrals', title: 'referrals do not hang on one owner', find: checkReferrals },
  { id: 'costs', title: 'costs add up and stay within the money there is', find: checkCosts },
  { id: 'sites', title: 'sites stand where they may, and everybody has one', find: checkSites },
  { id: 'no-coordinates', title: 'no table tells where a spot is', find: checkNoCoordinates },
];

const TABLES = [
  'workers.csv',
  'spots.csv',
  'visits.csv',
  'supplies.csv',
  'referrals.csv',
  'uncovered.csv',
  'need.csv',
  'coverage.csv',
  'assumptions.csv',
];

/** Files of a plan the verifier reads. */
export const isVerified = (name: string) => name.endsWith('.csv') || name === 'sites.geojson';

/**
 * Verifies a plan from what was written (text by file name) and the study it was made from. It shares no code with the
 * planner but the reading of tables: levels, distances, formulas and sums are worked out anew. It proves that rules are
 * kept, not that the plan is the best one.
 */
export function verifyPlan(texts: ReadonlyMap<string, string>, study: Study): Certificate {
  const { plan, unreadable } = readWritten(texts);
  const missing = TABLES.filter((name) => !plan.has(name) && !unreadable.includes(name));
  const sitesLayer = texts.get('plan/sites.geojson');
  const evidence = evidenceOf(plan, readStatedRules(plan), { study, sitesLayer });
  const tables: Verdict = {
    id: 'tables',
    title: 'every table is there and can be read',
    faults: [
      ...unreadable.map((name) => `${name} cannot be read`),
      ...missing.map((name) => `${name} is missing`),
    ],
  };
  const verdicts = [
    tables,
    ...PLAN_CHECKS.map(({ id, title, find }): Verdict => ({ id, title, faults: find(evidence) })),
  ];
  return {
    isSound: verdicts.every(({ faults }) => faults.length === 0),
    verdicts,
    spots: evidence.spots.size,
    workers: evidence.workers.size,
    visits: evidence.visits.length,
  };
}

/** The certificate as text in the words given: one line a check, then up to ten faults of each. */
export function certificateText(
  certificate: Certificate,
  { study: { verify } }: TerminalWords = ENGLISH_TERMINAL,
): string {
  const { verdicts, spots, workers, visits, isSound } = certificate;
  const width = Math.max(stringWidth(verify.kept), stringWidth(verify.broken));
  const lines = verdicts.flatMap(({ id, title, faults }) => [
    `${pad(faults.length === 0 ? verify.kept : verify.broken, width, 'left')} ${id}: ${title}${faults.length === 0 ? '' : ` (${faults.length})`}`,
    ...faults.slice(0, 10).map((fault) => `${' '.repeat(width + 3)}${fault}`),
  ]);
  const verdict = isSound ? verify.sound : verify.unsound;
  return `${[verify.read(spots, workers, visits), ...lines, verdict].join('\n')}\n`;
}
