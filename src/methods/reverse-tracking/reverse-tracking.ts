import { reverseTracking as correctedTotal } from '../../estimate/overlap/reverse-tracking.js';
import { EstimationError } from '../../model/estimation-error.js';
import type { Point } from '../capture/two-lists.js';

/** A spot as the map has it and, where it was in the sample that was counted anew, what was found there. */
export interface TrackedSpot {
  /** Persons by the map. */
  readonly mapped: number;
  /** Persons found when the spot was enumerated; undefined where it was not in the sample, 0 where nobody was there. */
  readonly found: number | undefined;
  /** Part of the map within which spots were drawn; undefined or the same for all where they were drawn from the whole. */
  readonly stratum?: string | undefined;
}

/** The ratio of found to mapped, and the size it gives. */
export interface Tracking extends Point {
  /** Spots mapped and spots enumerated. */
  readonly spots: number;
  readonly sampled: number;
  /** Persons mapped at every spot, mapped at those enumerated, and found at them. */
  readonly mapped: number;
  readonly mappedSampled: number;
  readonly found: number;
  /** Σ found / Σ mapped over the spots enumerated. */
  readonly ratio: number;
}

/**
 * Returns the size by reverse tracking, persons: the map's total M over all K spots, corrected by what was found at n
 * spots drawn at random: N = M·R with R = Σs/Σm, variance K²·(1 − n/K)·Σ(s − R·m)²/((n − 1)·n).
 *
 * Needs spots drawn at random among all that were mapped, each enumerated fully, and the same people meant by both
 * figures. It mends wrong figures, not missing spots, people at two spots, or people at none. Source: design in
 * H. Vadivoo et al. 2008, doi 10.1097/01.aids.0000343772.82647.2d; ratio estimator and its variance in W. G. Cochran
 * 1977, Sampling Techniques, section 6.4. Throws an EstimationError for figures that are not persons, fewer than three
 * spots enumerated (unless those are all), and a sample that was mapped or found empty.
 *
 * Example: 10 spots mapped at 200 persons, of which four mapped at 10, 20, 30, 20 held 12, 14, 24, 10: 150, variance 242.5.
 */
export function reverseTracking(spots: readonly TrackedSpot[]): Tracking {
  if (!spots.every(({ mapped, found }) => isPersons(mapped) && isPersons(found ?? 0))) {
    throw new EstimationError('not-a-count', 'persons mapped and found are numbers of 0 or more');
  }
  const sample = spots.flatMap(({ mapped, found }) => (found === undefined ? [] : [{ mapped, found }]));
  const isWhole = sample.length === spots.length;
  if (sample.length < FEWEST_SPOTS && !(isWhole && sample.length > 0)) {
    throw new EstimationError(
      'sparse-cells',
      `${sample.length} spots were enumerated; ${FEWEST_SPOTS} drawn at random are the least for an interval`,
    );
  }
  const mapped = spots.reduce((sum, spot) => sum + spot.mapped, 0);
  const mappedSampled = sample.reduce((sum, spot) => sum + spot.mapped, 0);
  const found = sample.reduce((sum, spot) => sum + spot.found, 0);
  if (mappedSampled === 0) {
    throw new EstimationError(
      'sparse-cells',
      'the map has nobody at the spots enumerated, so there is no ratio of found to mapped; enumerate others',
    );
  }
  if (found === 0) {
    throw new EstimationError(
      'sparse-cells',
      'nobody was found at any spot enumerated: the map is out of date or the visits came at the wrong time; map anew',
    );
  }
  const corrected = correctedTotal(
    spots.map((spot) => ({
      mapped: spot.mapped,
      ...(spot.found === undefined ? {} : { enumerated: spot.found }),
    })),
  );
  return {
    spots: spots.length,
    sampled: sample.length,
    mapped,
    mappedSampled,
    found,
    ratio: corrected.ratio,
    estimate: isWhole ? found : corrected.estimate,
    variance: corrected.variance ?? 0,
  };
}

const isPersons = (value: number) => value >= 0 && value <= 1e9;

/** Spots without which the spread of the ratio cannot be told. */
const FEWEST_SPOTS = 3;
