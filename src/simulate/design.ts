import { meanError } from '../stats/monte-carlo-error.js';
import { normalQuantile } from '../stats/normal-quantile.js';
import { judgeTown, type JudgedWay } from './judge.js';
import type { Scenario } from './scenarios.js';

/** What a team decides before it goes out. */
export interface FieldDesign {
  /** Share of spots visited for level 2. */
  readonly shareLevel2: number;
  readonly respondentsPerSpot: number;
}

/** What a design can promise; shares of the truth. */
export interface DesignScore extends FieldDesign {
  /** Towns in which it gave an estimate. */
  readonly towns: number;
  /** Spots visited and people met, as planned: fewer are met where fewer are present. */
  readonly visits: number;
  readonly interviews: number;
  /** Half of the width an interval needs to hold the truth in about 95 of 100 towns: 1.96 · RMSE. */
  readonly halfWidth: number;
  /** Monte Carlo standard error of it. */
  readonly halfWidthError: number;
  /** Mean half-width of the bootstrap interval as printed by estimate; undefined where it gave none. */
  readonly stated: number | undefined;
  /** Share of towns whose truth that interval held. */
  readonly holds: number | undefined;
}

/** Shares of spots visited and respondents per spot that are tried. */
export const DESIGN_SHARES: readonly number[] = [0.1, 0.2, 0.35, 0.5, 0.75, 1];
export const DESIGN_RESPONDENTS: readonly number[] = [1, 2, 3, 5, 8];

/** Every design on the grid, the smallest first. */
export const DESIGNS: readonly FieldDesign[] = DESIGN_SHARES.flatMap((shareLevel2) =>
  DESIGN_RESPONDENTS.map((respondentsPerSpot) => ({ shareLevel2, respondentsPerSpot })),
);

const CLAIMED = 0.95;

/** The town of a scenario with the field work of a design. */
function withDesign(scenario: Scenario, design: FieldDesign): Scenario {
  const { shareLevel2, respondentsPerSpot } = design;
  const town = {
    ...scenario.town,
    share_level_2: shareLevel2,
    respondents_per_spot: respondentsPerSpot,
  };
  return { ...scenario, town };
}

/** Returns what person-visit and its interval give for one town under a design; undefined where they refuse. */
export function judgeDesign(
  scenario: Scenario,
  design: FieldDesign,
  of: { readonly seed: number; readonly replicates: number },
): JudgedWay | undefined {
  const { seed, replicates } = of;
  const [judged] = judgeTown(withDesign(scenario, design), seed, { replicates, only: 'person-visit' });
  return judged;
}

/**
 * Returns what person-visit can promise with a design, from the towns judged under it.
 *
 * The half-width is 1.96 times the root mean square of estimate / truth − 1: it has every error in it, also those
 * that the printed interval does not know of, such as the correction of rumour, and bias. (The 95th percentile of
 * the errors would say the same with four times the Monte Carlo error.) Give every design the same towns: they then
 * compare better than their Monte Carlo errors say.
 */
export function scoreDesign(
  scenario: Scenario,
  design: FieldDesign,
  judged: readonly JudgedWay[],
): DesignScore {
  const { municipalities, populations } = scenario.town;
  const spots = municipalities.length * (populations[0]?.spots_per_municipality ?? 0);
  const visits = Math.round(design.shareLevel2 * spots);
  return {
    ...design,
    towns: judged.length,
    visits,
    interviews: visits * design.respondentsPerSpot,
    ...needed(judged),
    ...statedBy(judged),
  };
}

function needed(judged: readonly JudgedWay[]): Pick<DesignScore, 'halfWidth' | 'halfWidthError'> {
  if (judged.length < 2) return { halfWidth: Infinity, halfWidthError: Infinity };
  const squares = judged.map(({ ratio }) => (ratio - 1) * (ratio - 1));
  const rmse = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  const z = normalQuantile((1 + CLAIMED) / 2);
  return {
    halfWidth: z * rmse,
    halfWidthError: rmse === 0 ? 0 : (z * meanError(squares)) / (2 * rmse),
  };
}

function statedBy(judged: readonly JudgedWay[]): Pick<DesignScore, 'stated' | 'holds'> {
  const ends = judged.flatMap(({ intervals }) => intervals.flatMap((interval) => interval.ends ?? []));
  if (ends.length === 0) return { stated: undefined, holds: undefined };
  const halves = ends.map(({ low, high }) => (high - low) / 2);
  return {
    stated: halves.reduce((sum, half) => sum + half, 0) / ends.length,
    holds: ends.filter(({ low, high }) => low <= 1 && 1 <= high).length / ends.length,
  };
}

/** Whether a design reaches a half-width, as far as so many towns can tell. */
export function reaches(score: DesignScore, halfWidth: number): 'yes' | 'perhaps' | 'no' {
  if (score.halfWidth + 2 * score.halfWidthError <= halfWidth) return 'yes';
  return score.halfWidth <= halfWidth ? 'perhaps' : 'no';
}

/**
 * Returns the smallest designs that reach the half-width: those such that none with no more visits and no more
 * respondents reaches it too; first among all that reach it perhaps, then among those that surely do.
 */
export function smallestDesigns(scores: readonly DesignScore[], halfWidth: number): DesignScore[] {
  const reaching = scores.filter((score) => reaches(score, halfWidth) !== 'no');
  const sure = reaching.filter((score) => reaches(score, halfWidth) === 'yes');
  return [...new Set([...minimal(reaching), ...minimal(sure)])];
}

function minimal(scores: readonly DesignScore[]): DesignScore[] {
  return scores.filter(
    (score) =>
      !scores.some(
        (other) =>
          other !== score &&
          other.shareLevel2 <= score.shareLevel2 &&
          other.respondentsPerSpot <= score.respondentsPerSpot,
      ),
  );
}
