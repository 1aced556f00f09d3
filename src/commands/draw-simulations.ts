import { sayPercentChange } from './say-change.js';
import type { Voice } from './voice.js';
import { drawTable } from '../draw/text-table.js';
import type { Words } from '../draw/words/english.js';
import { verdict } from '../simulate/calibration-page.js';
import { reaches, smallestDesigns, type DesignScore } from '../simulate/design.js';
import type { Scenario } from '../simulate/scenarios.js';
import type { IntervalScore, WayScore } from '../simulate/score.js';
import { TARGETS } from '../simulate/target.js';

const percentIn =
  (page: Words) =>
  (share: number, decimals = 1): string =>
    page.percent(share, decimals, true);

/** Bias and RMSE of every chain, then how often every interval held the truth. */
export function drawScores(scores: readonly WayScore[], voice: Voice): string {
  const { page, proof } = voice.words;
  const say = proof.simulate;
  const percent = percentIn(page);
  const chains = drawTable(
    [
      { title: say.chain },
      { title: say.isOf },
      { title: say.bias, align: 'right' },
      { title: '±', align: 'right' },
      { title: say.rmse, align: 'right' },
    ],
    scores.map((way) => [
      way.says,
      TARGETS[way.target],
      sayPercentChange(100 * way.bias, page, true),
      percent(way.biasError),
      percent(way.rmse),
    ]),
    voice,
  );
  const rows = scores.flatMap((way) =>
    way.intervals.map((interval) => [
      way.says,
      interval.label,
      interval.basis === 'confidence' ? page.percent(0.95) : say.noLevel,
      interval.towns === 0 ? say.givesNone : percent(interval.holds),
      interval.towns === 0 ? '' : percent(interval.holdsError),
      interval.towns === 0 ? '' : page.number(interval.width, 3),
      sayVerdict(interval, voice),
    ]),
  );
  const intervals = drawTable(
    [
      { title: say.chain },
      { title: say.interval },
      { title: say.claims },
      { title: say.holds, align: 'right' },
      { title: '±', align: 'right' },
      { title: say.width, align: 'right' },
      { title: '' },
    ],
    rows,
    voice,
  );
  return [chains, intervals, voice.faint(say.note)].join('\n\n');
}

function sayVerdict(interval: IntervalScore, voice: Voice): string {
  const said = verdict(interval);
  const say = voice.words.proof.simulate;
  if (said === 'too narrow') return voice.bad(say.tooNarrow);
  return said === 'a little narrow' ? voice.doubtful(say.aLittleNarrow) : '';
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
  const { page, proof, study } = voice.words;
  const say = proof.design;
  const percent = percentIn(page);
  const rows = scores.map((score) => [
    percent(score.shareLevel2, 0),
    page.number(score.respondentsPerSpot),
    page.number(score.visits),
    page.number(score.interviews),
    percent(score.halfWidth),
    percent(score.halfWidthError),
    score.stated === undefined ? '–' : percent(score.stated),
    score.holds === undefined ? '–' : percent(score.holds, 0),
    paintReach(reaches(score, halfWidth), voice),
  ]);
  const grid = drawTable(
    [
      { title: say.visited, align: 'right' },
      { title: say.met, align: 'right' },
      { title: say.visits, align: 'right' },
      { title: say.interviews, align: 'right' },
      { title: say.needed, align: 'right' },
      { title: '±', align: 'right' },
      { title: say.bootstrap, align: 'right' },
      { title: say.holds, align: 'right' },
      { title: say.within(percent(halfWidth)) },
    ],
    rows,
    voice,
  );
  return [
    study.labelled(voice.strong(scenario.title), say.trial(effort.towns, effort.seed)),
    grid,
    voice.faint(say.note),
    saySmallest(scores, halfWidth, voice),
  ].join('\n\n');
}

function paintReach(reach: 'yes' | 'perhaps' | 'no', voice: Voice): string {
  const said = voice.words.proof.design.reaches[reach];
  if (reach === 'no') return '';
  return reach === 'yes' ? voice.good(said) : voice.doubtful(said);
}

function saySmallest(scores: readonly DesignScore[], halfWidth: number, voice: Voice): string {
  const { page, proof, study } = voice.words;
  const say = proof.design;
  const percent = percentIn(page);
  const smallest = smallestDesigns(scores, halfWidth);
  if (smallest.length === 0) {
    return say.none(percent(halfWidth));
  }
  const lines = smallest.map((score) => {
    const one = say.one(score.shareLevel2, score.respondentsPerSpot, score.visits, score.interviews);
    const answer = say.reaches[reaches(score, halfWidth)];
    return `  ${study.labelled(one, say.width(percent(score.halfWidth), percent(score.halfWidthError), answer))}`;
  });
  return [voice.strong(say.smallest(percent(halfWidth))), ...lines].join('\n');
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
