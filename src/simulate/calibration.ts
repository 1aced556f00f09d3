import { judgeTown } from './judge.js';
import { SCENARIOS, type Scenario } from './scenarios.js';
import { scoreTowns, type WayScore } from './score.js';

/** How much work a calibration does. */
export interface CalibrationEffort {
  /** Towns of the base scenario, where the promise is tested, and of every other. */
  readonly baseTowns: number;
  readonly towns: number;
  /** Replicates an interval draws. */
  readonly replicates: number;
  /** Seed of the first town; the others follow. */
  readonly seed: number;
}

/** The committed study. */
export const FULL_CALIBRATION: CalibrationEffort = {
  baseTowns: 1600,
  towns: 300,
  replicates: 1000,
  seed: 1,
};

/** Enough to see that everything runs; its figures are worth nothing. */
export const QUICK_CALIBRATION: CalibrationEffort = { baseTowns: 4, towns: 2, replicates: 100, seed: 1 };

/** One scenario with its scores. */
export interface CalibratedScenario {
  readonly scenario: Scenario;
  readonly towns: number;
  readonly scores: readonly WayScore[];
}

/**
 * Returns the scores of every scenario in order, one at a time, so that a caller can say how far it is. Same effort,
 * same scores.
 */
export function* calibrate(effort: CalibrationEffort): Generator<CalibratedScenario> {
  for (const scenario of SCENARIOS) {
    const towns = scenario.id === 'base' ? effort.baseTowns : effort.towns;
    const judged = Array.from({ length: towns }, (_, at) =>
      judgeTown(scenario, effort.seed + at, { replicates: effort.replicates }),
    );
    yield { scenario, towns, scores: scoreTowns(judged) };
  }
}
