import { EstimationError } from '../../model/estimation-error.js';
import { jackknifeVariance, type Enumerated } from './jackknife.js';
import type { TrackedSpot } from './reverse-tracking.js';

/** The ratio of one stratum and the size it gives there. */
export interface StratumTracking {
  readonly stratum: string;
  readonly spots: number;
  readonly sampled: number;
  readonly mapped: number;
  readonly found: number;
  readonly ratio: number;
  readonly estimate: number;
  /** Delete-one jackknife, persons squared. */
  readonly variance: number;
}

/** The size as the sum of the strata's. */
export interface StratifiedTracking {
  readonly strata: readonly StratumTracking[];
  readonly estimate: number;
  readonly variance: number;
  /** Satterthwaite's degrees of freedom; 0 where nothing varies. */
  readonly degrees: number;
}

/** Spots of a stratum without which its spread cannot be told. */
const FEWEST_IN_STRATUM = 2;

/**
 * Returns the size by reverse tracking within strata, persons: N = Σₕ Mₕ·Rₕ, each stratum corrected by its own ratio of
 * found to mapped, its variance the sum of the strata's jackknife variances.
 *
 * For spots drawn at random within each stratum, as by typology or municipality; right too where strata were sampled at
 * different rates, which one ratio over all is not. Degrees of freedom (Σvₕ)²/Σ(vₕ²/(nₕ − 1)). Source: separate ratio
 * estimator in W. G. Cochran 1977, Sampling Techniques, section 6.10; degrees of freedom by F. E. Satterthwaite 1946,
 * Biometrics Bulletin 2:110–114. Throws an EstimationError for spots without a stratum, a stratum with one spot or none
 * enumerated (unless those are all it has), and a stratum that was mapped or found empty.
 *
 * Example: spots mapped at 10, 10, 20 (found 8, 6) and at 30, 30, 30 (found 30, 24): 28 and 81, together 109.
 */
export function trackByStratum(spots: readonly TrackedSpot[]): StratifiedTracking {
  const names = [...new Set(spots.map((spot) => spot.stratum ?? ''))].sort();
  if (names.includes('')) {
    throw new EstimationError('setting-out-of-range', 'some spots have a stratum and some have none');
  }
  const strata = names.map((name) =>
    trackStratum(
      name,
      spots.filter((spot) => spot.stratum === name),
    ),
  );
  const variance = strata.reduce((sum, part) => sum + part.variance, 0);
  const spread = strata.reduce((sum, part) => {
    const share = part.variance > 0 ? part.variance / variance : 0;
    return sum + (share > 0 ? (share * share) / (part.sampled - 1) : 0);
  }, 0);
  return {
    strata,
    estimate: strata.reduce((sum, part) => sum + part.estimate, 0),
    variance,
    degrees: spread > 0 ? 1 / spread : 0,
  };
}

function trackStratum(stratum: string, spots: readonly TrackedSpot[]): StratumTracking {
  const sample = spots.flatMap(({ mapped, found }): Enumerated[] =>
    found === undefined ? [] : [{ mapped, found }],
  );
  const isWhole = sample.length === spots.length;
  if (sample.length < FEWEST_IN_STRATUM && !isWhole) {
    throw new EstimationError(
      'sparse-cells',
      `stratum ${stratum}: ${sample.length === 0 ? 'no spot was' : 'one spot was'} enumerated; ${FEWEST_IN_STRATUM} drawn at random are the least, or join it to another stratum`,
    );
  }
  const mapped = spots.reduce((sum, spot) => sum + spot.mapped, 0);
  const mappedSampled = sample.reduce((sum, spot) => sum + spot.mapped, 0);
  const found = sample.reduce((sum, spot) => sum + spot.found, 0);
  if (!isWhole && (mappedSampled === 0 || found === 0)) {
    throw new EstimationError(
      'sparse-cells',
      `stratum ${stratum}: ${mappedSampled === 0 ? 'the map has nobody' : 'nobody was found'} at the spots enumerated, so its ratio says nothing of the others; enumerate more of them, or join it to another stratum`,
    );
  }
  return {
    stratum,
    spots: spots.length,
    sampled: sample.length,
    mapped,
    found,
    ratio: mappedSampled > 0 ? found / mappedSampled : 1,
    estimate: isWhole ? found : (mapped * found) / mappedSampled,
    variance: jackknifeVariance(sample, { spots: spots.length, mapped }),
  };
}
