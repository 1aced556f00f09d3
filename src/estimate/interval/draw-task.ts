import { EstimationError } from '../../model/estimation-error.js';
import { makeRandom, type Random } from '../../stats/random.js';
import type { CountedSpot, Respondent } from '../overlap/rows.js';
import { bootstrap } from './bootstrap.js';
import { personVisitInterval, type PersonVisitIntervalSettings } from './person-visit-interval.js';
import { simulate, type SimulateSettings } from './simulate.js';

/** Where a stream of random numbers comes from: the seed and the labels of its forks, one after the other. */
export interface StreamOrigin {
  readonly seed: number;
  readonly labels: readonly string[];
}

/** What every redrawing has. */
export interface Redraw {
  readonly stream: StreamOrigin;
  readonly replicates: number;
  readonly level: number;
}

/** Whole spots redrawn within their strata. */
export interface RedrawSpots extends Redraw {
  readonly kind: 'spots';
  readonly spotIds: readonly string[];
  readonly counts: Float64Array;
  readonly strata: readonly string[];
}

/** The people met at each spot redrawn, and the day that was counted. */
export interface RedrawRespondents extends Redraw {
  readonly kind: 'respondents';
  readonly spots: readonly CountedSpot[];
  readonly respondents: readonly Respondent[];
  readonly settings: PersonVisitIntervalSettings;
}

/** Every spot drawn from a distribution of its own. */
interface DrawSpots extends Redraw {
  readonly kind: 'simulate';
  readonly spotIds: readonly string[];
  readonly low: Float64Array;
  readonly mode: Float64Array;
  readonly high: Float64Array;
  readonly areas: readonly (string | undefined)[];
  readonly settings: Pick<SimulateSettings, 'shape' | 'share_area'>;
}

/** What an interval needs drawn, as plain data, so that it can be drawn anywhere: in place or in a thread. */
export type DrawTask = RedrawSpots | RedrawRespondents | DrawSpots;

/** What the draws of an interval gave, in persons. */
export interface Drawn {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly monteCarloError: number;
}

/** Does what an interval needs drawn; undefined where its method refuses, as small areas often have too few respondents. */
export type Draw = (task: DrawTask) => Drawn | undefined;

/** The stream of random numbers from its origin. */
export function streamFrom({ seed, labels }: StreamOrigin): Random {
  return labels.reduce((random, label) => random.fork(label), makeRandom(seed));
}

/** Draws here and now. The result depends on the task alone. */
export const drawHere: Draw = (task) => {
  try {
    return drawnOf(task, streamFrom(task.stream));
  } catch (error) {
    if (error instanceof EstimationError) return undefined;
    throw error;
  }
};

function drawnOf(task: DrawTask, random: Random): Drawn {
  const { level, replicates } = task;
  if (task.kind === 'respondents') {
    const settings = { ...task.settings, level, replicates };
    return personVisitInterval(task.spots, task.respondents, { random, settings });
  }
  if (task.kind === 'spots') {
    const spots = task.spotIds.map((spotId, at) => ({
      spotId,
      count: task.counts[at] ?? 0,
      stratum: task.strata[at] ?? '',
      figures: AS_COUNTED,
    }));
    return bootstrap(spots, random, { spots: 'sample', level, replicates });
  }
  const spots = task.spotIds.map((spotId, at) => {
    const area = task.areas[at];
    const points = { low: task.low[at] ?? 0, mode: task.mode[at] ?? 0, high: task.high[at] ?? 0 };
    return { spotId, ...points, ...(area === undefined ? {} : { area }) };
  });
  return simulate(spots, random, { ...task.settings, level, replicates });
}

/** The figure of a spot whose people each count once. */
const AS_COUNTED: readonly number[] = [1];

/** What one draw costs, in draws of a spot: measured, and only good for sharing work out. */
const COST = { spots: 1, respondents: 40, triangular: 4, pert: 25, 'log-normal': 40 } as const;
/** The same where spots of one area err together. */
const COST_TOGETHER = 80;

/** How much work a task is, in draws of a spot. */
export function workIn(task: DrawTask): number {
  if (task.kind !== 'simulate') {
    const spots = task.kind === 'spots' ? task.spotIds.length : task.spots.length;
    return spots * task.replicates * COST[task.kind];
  }
  const { shape, share_area: together = 0 } = task.settings;
  return task.spotIds.length * task.replicates * (together > 0 ? COST_TOGETHER : COST[shape]);
}
