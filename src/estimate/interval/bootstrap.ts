import { drawGamma } from '../../stats/draw-gamma.js';
import { exactSum } from '../../stats/exact-sum.js';
import type { Random } from '../../stats/random.js';
import { acceptCount, acceptWithin } from '../accept.js';
import { drawFixedSpots } from './bootstrap-fixed-spots.js';
import { drawSampledSpots } from './bootstrap-sampled-spots.js';
import { acceleratedInterval, type Interval } from './interval.js';
import { intoStrata, stratumTotal, type BootstrapSpot } from './bootstrap-strata.js';

/** How replicates are drawn. */
export interface BootstrapSettings {
  /** `census`: every spot was mapped and stays. `sample`: the spots stand for others like them. */
  readonly spots: 'census' | 'sample';
  /** What the total is multiplied with: 7 for person-visits of a usual day, else 1. */
  readonly scale?: number;
  /** Share of replicates between the ends; 0.95 unless given. */
  readonly level?: number;
  /** 10,000 unless given; at least 100. */
  readonly replicates?: number;
  /** Variance, in persons squared, from which day was counted (census only); 0 unless given. */
  readonly dayVariance?: number;
}

/** The interval and the estimate it belongs to. */
export interface BootstrapInterval extends Interval {
  readonly estimate: number;
}

/**
 * Returns a bootstrap interval (BCa, see acceleratedInterval) of scale · Σ over strata of Σ count · mean figure, spots without respondents
 * filled with their stratum's mean, by resampling only what was left to chance.
 *
 * `census`: the spots are all there are, so their differences are no error. Chance are which people were met
 * (figures are redrawn within each spot, see drawFixedSpots) and which day was counted (a gamma factor of mean 1
 * and variance dayVariance / estimate²). `sample`: whole spots are redrawn within strata with their count and
 * their respondents; that already carries both other chances, so they are not drawn again.
 *
 * Source: B. Efron 1979, doi 10.1214/aos/1176344552; J. N. K. Rao, C. F. J. Wu 1988,
 * doi 10.1080/01621459.1988.10478591; P. J. McCarthy, C. B. Snowden 1985 (n − 1 draws of spots). The same seed
 * gives the same bytes, whatever the order of rows: each spot (or stratum) has its own stream. Throws
 * EstimationError: 'not-a-count', 'duplicate-spot', 'nothing-counted', 'no-respondents' (fewer than two in all,
 * census), 'setting-out-of-range'. It knows nothing of wrong counts, people who do not answer, or hidden people;
 * below about 30 respondents it is too narrow. In a stratum of one spot, `sample` sees no spread.
 *
 * Example: a spot with count 10 and figures [1, 1]: estimate 10, low 10, high 10.
 */
export function bootstrap(
  spots: readonly BootstrapSpot[],
  random: Random,
  settings: BootstrapSettings,
): BootstrapInterval {
  const replicates = acceptWithin(settings.replicates ?? 10_000, 'replicates', {
    low: 100,
    high: 10_000_000,
  });
  const scale = acceptCount(settings.scale ?? 1, 'scale');
  const strata = intoStrata(spots);
  const totals = new Float64Array(Math.floor(replicates));
  const estimate = scale * exactSum(strata.map(stratumTotal));
  if (settings.spots === 'census') {
    drawFixedSpots(strata, random, totals);
    shakeByDay(totals, random.fork('day'), dayShape(settings, estimate / scale, scale));
  } else drawSampledSpots(strata, random, totals);
  for (let at = 0; at < totals.length; at++) totals[at] = scale * (totals[at] ?? 0);
  return { estimate, ...acceleratedInterval(totals, estimate, settings.level ?? 0.95) };
}

/** The shape of the gamma factor for the day, total² / variance on the same scale; infinite for no variance. */
function dayShape(settings: BootstrapSettings, total: number, scale: number): number {
  const variance = acceptCount(settings.dayVariance ?? 0, 'dayVariance') / (scale * scale);
  return variance > 0 ? (total * total) / variance : Infinity;
}

function shakeByDay(totals: Float64Array, random: Random, shape: number): void {
  if (shape === Infinity) return;
  for (let at = 0; at < totals.length; at++) {
    totals[at] = ((totals[at] ?? 0) * drawGamma(random, shape)) / shape;
  }
}
