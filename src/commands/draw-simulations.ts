import type { Voice } from './voice.js';
import { drawTable } from '../draw/text-table.js';
import { formatNumber } from '../formats/number.js';
import { verdict } from '../simulate/calibration-page.js';
import { reaches, smallestDesigns, type DesignScore } from '../simulate/design.js';
import type { Scenario } from '../simulate/scenarios.js';
import type { IntervalScore, WayScore } from '../simulate/score.js';
import { TARGETS } from '../simulate/target.js';

const percent = (share: number, decimals = 1) => `${(100 * share).toFixed(decimals)}%`;
const signed = (share: number) => `${share >= 0 ? '+' : ''}${percent(share)}`;

/** Bias and RMSE of every chain, then how often every interval held the truth. */
export function drawScores(scores: readonly WayScore[], voice: Voice): string {
  const chains = drawTable(
    [
      { title: 'chain' },
      { title: 'is of' },
      { title: 'bias', align: 'right' },
      { title: '±', align: 'right' },
      { title: 'RMSE', align: 'right' },
    ],
    scores.map((way) => [
      way.says,
      TARGETS[way.target],
      signed(way.bias),
      percent(way.biasError),
      percent(way.rmse),
    ]),
    voice,
  );
  const rows = scores.flatMap((way) =>
    way.intervals.map((interval) => [
      way.says,
      interval.label,
      interval.basis === 'confidence' ? '95%' : 'no level',
      interval.towns === 0 ? 'gives none' : percent(interval.holds),
      interval.towns === 0 ? '' : percent(interval.holdsError),
      interval.towns === 0 ? '' : formatNumber(interval.width, 3),
      sayVerdict(interval, voice),
    ]),
  );
  const intervals = drawTable(
    [
      { title: 'chain' },
      { title: 'interval' },
      { title: 'claims' },
      { title: 'holds', align: 'right' },
      { title: '±', align: 'right' },
      { title: 'width', align: 'right' },
      { title: '' },
    ],
    rows,
    voice,
  );
  const note = '± is one Monte Carlo standard error; bias, RMSE and width are shares of the truth';
  return [chains, intervals, voice.faint(note)].join('\n\n');
}

function sayVerdict(interval: IntervalScore, voice: Voice): string {
  const said = verdict(interval);
  if (said === 'too narrow') return voice.bad(said);
  return said === 'a little narrow' ? voice.doubtful(said) : '';
}

/** What a trial of designs was about. */
export interface DesignTrial {
  readonly scenario: Scenario;
  /** Towns a design, the seed of the first, and replicates an interval. */
  readonly effort: { readonly towns: number; readonly seed: number; readonly replicates: number };
  readonly halfWidth: number;
}

/** The grid of designs and the smallest that reach the half-width. */
export function drawDesign(scores: readonly DesignScore[], trial: DesignTrial, voice: Voice): string {
  const { scenario, effort, halfWidth } = trial;
  const rows = scores.map((score) => [
    percent(score.shareLevel2, 0),
    String(score.respondentsPerSpot),
    String(score.visits),
    String(score.interviews),
    percent(score.halfWidth),
    percent(score.halfWidthError),
    score.stated === undefined ? '–' : percent(score.stated),
    score.holds === undefined ? '–' : percent(score.holds, 0),
    paintReach(reaches(score, halfWidth), voice),
  ]);
  const grid = drawTable(
    [
      { title: 'spots visited', align: 'right' },
      { title: 'met a spot', align: 'right' },
      { title: 'visits', align: 'right' },
      { title: 'interviews', align: 'right' },
      { title: 'half-width needed', align: 'right' },
      { title: '±', align: 'right' },
      { title: 'bootstrap says', align: 'right' },
      { title: 'and holds', align: 'right' },
      { title: `within ${percent(halfWidth)}` },
    ],
    rows,
    voice,
  );
  return [
    `${voice.strong(scenario.title)}: ${effort.towns} invented towns a design, seeds from ${effort.seed}`,
    grid,
    voice.faint(
      'half-width needed: about 95 of 100 towns lie within it (1.96 × RMSE); ± is one Monte Carlo standard error. The bootstrap does not know of rumour.',
    ),
    saySmallest(scores, halfWidth, voice),
  ].join('\n\n');
}

function paintReach(reach: 'yes' | 'perhaps' | 'no', voice: Voice): string {
  if (reach === 'no') return '';
  return reach === 'yes' ? voice.good(reach) : voice.doubtful(reach);
}

function saySmallest(scores: readonly DesignScore[], halfWidth: number, voice: Voice): string {
  const smallest = smallestDesigns(scores, halfWidth);
  if (smallest.length === 0) {
    return `No design on the grid reaches ±${percent(halfWidth)}: the town is too small or its spots too unequal.`;
  }
  const lines = smallest.map(
    (score) =>
      `  visit ${percent(score.shareLevel2, 0)} of spots and meet ${score.respondentsPerSpot} at each (${score.visits} visits, ${score.interviews} interviews): ±${percent(score.halfWidth)}, give or take ${percent(score.halfWidthError)}: ${reaches(score, halfWidth)}`,
  );
  return [voice.strong(`Smallest designs within ±${percent(halfWidth)}`), ...lines].join('\n');
}

/** The same as data. */
export function designAsJson(scores: readonly DesignScore[], trial: DesignTrial): Record<string, unknown> {
  const { scenario, effort, halfWidth } = trial;
  const row = (score: DesignScore) => ({
    share_level_2: score.shareLevel2,
    respondents_per_spot: score.respondentsPerSpot,
    visits: score.visits,
    interviews: score.interviews,
    half_width: score.halfWidth,
    half_width_error: score.halfWidthError,
    interval_half_width: score.stated ?? null,
    interval_holds: score.holds ?? null,
    reaches: reaches(score, halfWidth),
  });
  return {
    scenario: scenario.id,
    ...effort,
    half_width: halfWidth,
    smallest: smallestDesigns(scores, halfWidth).map(row),
    designs: scores.map(row),
  };
}
