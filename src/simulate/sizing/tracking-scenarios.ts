import type { Attempt } from '../../methods/attempt.js';
import type { TrackedSpot } from '../../methods/reverse-tracking/reverse-tracking.js';
import { sizeByReverseTracking } from '../../methods/reverse-tracking/size-by-reverse-tracking.js';
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

type SpotPlan = Pick<MapPlan, 'ratio' | 'alike' | 'defunct' | 'slope'> & { readonly size?: number };

function drawSpot({ ratio, alike, defunct, slope, size = MEAN_SIZE }: SpotPlan, random: Random) {
  const mapped = 1 + drawPoisson(random, (drawGamma(random, 1.5) / 1.5) * (size - 1));
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

/** Typologies of a map, each with spots of its own size and a map that is off by its own factor. */
const TYPOLOGIES = [
  { stratum: 'bar', spots: 60, ratio: 0.6, size: 10 },
  { stratum: 'brothel', spots: 40, ratio: 0.9, size: 30 },
  { stratum: 'street', spots: 80, ratio: 0.8, size: 8 },
] as const;

/** A map of three typologies of which so many spots each are enumerated. */
function stratified(
  title: string,
  sampled: readonly number[],
  unlike: Partial<MapPlan> = {},
): SizingScenario {
  return {
    family: 'Reverse tracking',
    title,
    trials: 1000,
    run: (random) => {
      const parts = TYPOLOGIES.map((plan, at) => {
        const own = { ...USUAL, ...plan, ...unlike };
        const spots = Array.from({ length: plan.spots }, () => drawSpot(own, random));
        const map = spots.map(({ mapped, found }, place): TrackedSpot => {
          const { stratum } = plan;
          return { stratum, mapped, found: place < (sampled[at] ?? 0) ? found : undefined };
        });
        return { map, truth: spots.reduce((sum, { found }) => sum + found, 0) };
      });
      return {
        truth: parts.reduce((sum, part) => sum + part.truth, 0),
        attempts: attemptsOf(parts.flatMap((part) => part.map)),
      };
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
  tracking('3 of 200 spots', { sampled: 3 }),
  tracking('spots differ greatly in how far the map is off', { alike: 1 }),
  tracking('a fifth of the spots hold nobody any more', { defunct: 0.2 }),
  tracking('half of 60 spots', { spots: 60, sampled: 30 }),
  tracking('the map exaggerates large spots', { slope: -0.5 }),
  tracking('the same, the largest 40 enumerated, not drawn', { slope: -0.5, largest: true }),
  stratified('three typologies, 10 spots of each', [10, 10, 10]),
  stratified('three typologies, 4, 6 and 8 spots', [4, 6, 8]),
  stratified('three typologies, 2 spots of each', [2, 2, 2]),
  stratified('three typologies, 3, 30 and 3 spots, a fifth hold nobody', [3, 30, 3], { defunct: 0.2 }),
  stratified('three typologies, 8 spots of each, spots differ greatly', [8, 8, 8], { alike: 1 }),
  stratified('three typologies, one enumerated whole, 5 spots of the others', [5, 40, 5]),
];
