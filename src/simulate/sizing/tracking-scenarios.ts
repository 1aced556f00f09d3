import type { Attempt } from '../../methods/attempt.js';
import { sizeByReverseTracking, type TrackedSpot } from '../../methods/reverse-tracking/reverse-tracking.js';
import { EstimationError } from '../../model/estimation-error.js';
import { drawGamma } from '../../stats/draw-gamma.js';
import { drawPoisson } from '../../stats/draw-poisson.js';
import type { Random } from '../../stats/random.js';
import type { SizingScenario } from './trials.js';

interface MapPlan {
  readonly spots: number;
  readonly sampled: number;
  /** Persons found for each mapped, on average. */
  readonly ratio: number;
  /** Shape of how that differs between spots; large is alike. */
  readonly alike: number;
  /** Share of spots that hold nobody any more. */
  readonly defunct: number;
  /** How the ratio falls with the size mapped: 0 not at all, −0.5 by the root. */
  readonly slope: number;
  /** Whether the largest spots are enumerated, in place of ones drawn at random. */
  readonly largest: boolean;
}

const USUAL: MapPlan = {
  spots: 200,
  sampled: 40,
  ratio: 0.8,
  alike: 8,
  defunct: 0,
  slope: 0,
  largest: false,
};

/** Persons at a spot of usual size, by the map. */
const MEAN_SIZE = 15;

function drawSpot({ ratio, alike, defunct, slope }: MapPlan, random: Random) {
  const mapped = 1 + drawPoisson(random, (drawGamma(random, 1.5) / 1.5) * (MEAN_SIZE - 1));
  const isThere = random.uniform() >= defunct;
  const share = ((ratio * drawGamma(random, alike)) / alike) * (mapped / MEAN_SIZE) ** slope;
  return { mapped, found: isThere ? drawPoisson(random, share * mapped) : 0 };
}

function tracking(title: string, unlike: Partial<MapPlan> = {}): SizingScenario {
  const plan = { ...USUAL, ...unlike };
  return {
    family: 'Reverse tracking',
    title,
    trials: 1000,
    run: (random) => {
      const spots = Array.from({ length: plan.spots }, () => drawSpot(plan, random));
      const order = plan.largest
        ? [...spots].sort((one, other) => other.mapped - one.mapped)
        : random.shuffle([...spots]);
      const map = order.map((spot, at): TrackedSpot =>
        at < plan.sampled ? spot : { mapped: spot.mapped, found: undefined },
      );
      return { truth: spots.reduce((sum, { found }) => sum + found, 0), attempts: attemptsOf(map) };
    },
  };
}

function attemptsOf(map: readonly TrackedSpot[]): Attempt[] {
  try {
    return sizeByReverseTracking(map);
  } catch (error) {
    if (error instanceof EstimationError) return [];
    throw error;
  }
}

/** Maps of which some spots are enumerated. */
export const TRACKING_SCENARIOS: readonly SizingScenario[] = [
  tracking('40 of 200 spots, drawn at random'),
  tracking('12 of 200 spots', { sampled: 12 }),
  tracking('5 of 200 spots', { sampled: 5 }),
  tracking('spots differ greatly in how far the map is off', { alike: 1 }),
  tracking('a fifth of the spots hold nobody any more', { defunct: 0.2 }),
  tracking('half of 60 spots', { spots: 60, sampled: 30 }),
  tracking('the map exaggerates large spots', { slope: -0.5 }),
  tracking('the same, the largest 40 enumerated, not drawn', { slope: -0.5, largest: true }),
];
