import { EstimationError } from '../../model/estimation-error.js';
import { drawNormal } from '../../stats/draw-normal.js';
import { exactSum } from '../../stats/exact-sum.js';
import { logNormalFrom } from '../../stats/log-normal.js';
import { normalCdf } from '../../stats/normal-cdf.js';
import { normalQuantile } from '../../stats/normal-quantile.js';
import { pertQuantile } from '../../stats/pert.js';
import type { Random } from '../../stats/random.js';
import { addTriangularDraws, triangularQuantile } from '../../stats/triangular.js';
import { acceptCount, acceptWithin } from '../accept.js';
import { centralInterval, type Interval } from './interval.js';

/** A spot with its lowest, most likely and highest figure, in persons. */
export interface ThreePointSpot {
  readonly spotId: string;
  readonly low: number;
  readonly mode: number;
  readonly high: number;
  /** Spots of one informant err together; a spot without one errs by itself. */
  readonly informant?: string;
  /** Spots of one area err together. */
  readonly area?: string;
}

/** The distribution of a spot and how much spots err together. */
export interface SimulateSettings {
  /** triangular and pert: the ends are absolute. log-normal: the ends are limits at `ends_level`. */
  readonly shape: 'triangular' | 'pert' | 'log-normal';
  /** Correlation, on the normal scale, of two spots of one informant; 0 unless given. */
  readonly share_informant?: number;
  /** The same of two spots of one area; 0 unless given. The two shares sum to at most 1. */
  readonly share_area?: number;
  /** The level the log-normal ends stand for; 0.95 unless given. */
  readonly ends_level?: number;
  /** Share of replicates between the ends of the answer; 0.95 unless given. */
  readonly level?: number;
  /** 10,000 unless given; at least 100. */
  readonly replicates?: number;
}

/** The interval with the sum of the most likely figures and the mean of the replicates. */
export interface SimulatedInterval extends Interval {
  readonly estimate: number;
  /** Above the estimate when most spots have more room upwards. */
  readonly mean: number;
}

/** The step of a uniform number: 0 itself has no place on the normal scale. */
const LEAST_SHARE = 1 / 9007199254740992;

/** Names whose effects are kept at once, 80 kB each for 10,000 replicates. */
const MOST_KEPT = 256;

interface Shares {
  readonly informant: number;
  readonly area: number;
}

/** Turns probabilities, or a standard normal number, into persons at the spot. */
interface SpotDistribution {
  /** Adds persons drawn by themselves to each total. */
  readonly addDraws: (random: Random, totals: Float64Array) => void;
  readonly fromNormal: (z: number) => number;
}

/**
 * Returns the interval of a total by drawing every spot from its own distribution, with errors shared between
 * spots of one informant and of one area.
 *
 * Each spot has z = √a · Z_area + √i · Z_informant + √(1 − a − i) · Z_own and takes the quantile of its
 * distribution at Φ(z) (Gaussian copula), so every spot keeps its distribution whatever is shared. Source:
 * R. B. Nelsen 2006, An Introduction to Copulas, doi 10.1007/0-387-28678-0; distributions as in triangularQuantile,
 * pertQuantile, logNormalFrom. The same seed gives the same bytes, whatever the order of rows. Throws
 * EstimationError: 'nothing-counted' (no spots), 'not-a-count', 'range-out-of-order', 'duplicate-spot',
 * 'setting-out-of-range'. Misleads when the shares are guessed: try 0 and 0.3, and print both.
 *
 * Example: one spot 4, 4, 4 gives low = high = 4.
 */
export function simulate(
  spots: readonly ThreePointSpot[],
  random: Random,
  settings: SimulateSettings,
): SimulatedInterval {
  const replicates = acceptWithin(settings.replicates ?? 10_000, 'replicates', {
    low: 100,
    high: 10_000_000,
  });
  const shares = acceptShares(settings);
  const ordered = acceptSpots(spots);
  const totals = new Float64Array(Math.floor(replicates));
  const areaEffect = effects(random.fork('area'), shares.area, totals.length);
  const informantEffect = effects(random.fork('informant'), shares.informant, totals.length);
  const ownShare = 1 - shares.area - shares.informant;
  for (const spot of ordered) {
    const persons = distributionOf(spot, settings);
    const area = areaEffect(spot.area, spot.spotId);
    const informant = informantEffect(spot.informant, spot.spotId);
    const stream = random.fork('spot').fork(spot.spotId);
    if (ownShare === 1) persons.addDraws(stream, totals);
    else addShared(totals, persons, { stream, area, informant, own: Math.sqrt(ownShare) });
  }
  const estimate = exactSum(ordered.map((spot) => spot.mode));
  const mean = exactSum(totals) / totals.length;
  return { estimate, mean, ...centralInterval(totals, settings.level ?? 0.95, 'spread') };
}

function addShared(
  totals: Float64Array,
  persons: SpotDistribution,
  effect: {
    readonly stream: Random;
    readonly own: number;
    readonly area: Float64Array;
    readonly informant: Float64Array;
  },
): void {
  const { stream, own, area, informant } = effect;
  for (let at = 0; at < totals.length; at++) {
    const z = own * drawNormal(stream) + (area[at] ?? 0) + (informant[at] ?? 0);
    totals[at] = (totals[at] ?? 0) + persons.fromNormal(z);
  }
}

/** Returns, by name, √share times one normal number per replicate; keeps the names asked for last. */
function effects(
  random: Random,
  share: number,
  replicates: number,
): (name: string | undefined, spotId: string) => Float64Array {
  const none = new Float64Array(0);
  const scale = Math.sqrt(share);
  const drawnByLabel = new Map<string, Float64Array>();
  return (name, spotId) => {
    if (share === 0) return none;
    const label = name === undefined ? `spot ${spotId}` : `name ${name}`;
    const known = drawnByLabel.get(label);
    if (known !== undefined) return known;
    if (drawnByLabel.size >= MOST_KEPT) drawnByLabel.clear();
    const stream = random.fork(label);
    const drawn = Float64Array.from({ length: replicates }, () => scale * drawNormal(stream));
    drawnByLabel.set(label, drawn);
    return drawn;
  };
}

function distributionOf(spot: ThreePointSpot, settings: SimulateSettings): SpotDistribution {
  if (settings.shape === 'log-normal') {
    acceptWithin(spot.low, `low at spot ${spot.spotId}`, { low: Number.MIN_VALUE, high: Number.MAX_VALUE });
    const { logMean, logSd } = logNormalFrom(spot, settings.ends_level ?? 0.95);
    const fromNormal = (z: number): number => Math.exp(logMean + logSd * z);
    const fromShare = (share: number) => fromNormal(normalQuantile(Math.max(share, LEAST_SHARE)));
    return { fromNormal, addDraws: adderOf(fromShare) };
  }
  if (settings.shape === 'pert') {
    const fromShare = pertQuantile(spot);
    return { fromNormal: (z) => fromShare(normalCdf(z)), addDraws: adderOf(fromShare) };
  }
  const fromShare = triangularQuantile(spot);
  return {
    fromNormal: (z) => fromShare(normalCdf(z)),
    addDraws: (random, totals) => {
      addTriangularDraws(random, spot, totals);
    },
  };
}

const adderOf =
  (fromShare: (share: number) => number): SpotDistribution['addDraws'] =>
  (random, totals) => {
    const shares = new Float64Array(totals.length);
    random.uniforms(shares);
    for (let at = 0; at < totals.length; at++) totals[at] = (totals[at] ?? 0) + fromShare(shares[at] ?? 0);
  };

function acceptShares(settings: SimulateSettings): Shares {
  const bounds = { low: 0, high: 1 };
  const informant = acceptWithin(settings.share_informant ?? 0, 'share_informant', bounds);
  const area = acceptWithin(settings.share_area ?? 0, 'share_area', bounds);
  acceptWithin(informant + area, 'share_informant + share_area', bounds);
  acceptWithin(settings.ends_level ?? 0.95, 'ends_level', { low: 0.01, high: 0.9999 });
  return { informant, area };
}

/** The spots in the order of informant, area and id, each with low ≤ mode ≤ high. */
function acceptSpots(spots: readonly ThreePointSpot[]): ThreePointSpot[] {
  if (spots.length === 0) throw new EstimationError('nothing-counted', 'There is no spot to add up.');
  const seen = new Set<string>();
  for (const { spotId, low, mode, high } of spots) {
    acceptCount(low, `low at spot ${spotId}`);
    acceptCount(high, `high at spot ${spotId}`);
    if (!(low <= mode && mode <= high)) {
      throw new EstimationError(
        'range-out-of-order',
        `Spot ${spotId} has ${low}, ${mode}, ${high}, not ascending.`,
      );
    }
    if (seen.has(spotId)) throw new EstimationError('duplicate-spot', `Spot ${spotId} is listed twice.`);
    seen.add(spotId);
  }
  const key = (spot: ThreePointSpot): string[] => [spot.informant ?? '', spot.area ?? '', spot.spotId];
  return [...spots].sort((one, other) => compareKeys(key(one), key(other)));
}

function compareKeys(one: readonly string[], other: readonly string[]): number {
  for (const [at, text] of one.entries()) {
    const against = other[at] ?? '';
    if (text !== against) return text < against ? -1 : 1;
  }
  return 0;
}
