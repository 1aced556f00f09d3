import { EstimationError } from '../../model/estimation-error.js';
import { studentWithin } from '../../stats/student-quantile.js';
import { attempt, type Attempt } from '../attempt.js';
import { LEVEL } from '../sizing.js';
import { trackByStratum, type StratifiedTracking } from './by-stratum.js';
import { jackknifeVariance, type Enumerated } from './jackknife.js';
import { reverseTracking, type TrackedSpot, type Tracking } from './reverse-tracking.js';

/** What reverse tracking gives: every interval, and the ratios behind them. */
export interface TrackedSizes {
  readonly attempts: readonly Attempt[];
  readonly tracking: Tracking;
  /** Where the spots name strata. */
  readonly strata: StratifiedTracking | undefined;
}

/** Spots enumerated below which an interval is wide and its own width uncertain. */
const FEW_SPOTS = 12;

/** Ratios outside which map and enumeration hardly mean the same. */
const [LOW_RATIO, HIGH_RATIO] = [0.5, 2];

/** High end over estimate above which the spots enumerated set no useful upper bound. */
const MOST_FACTOR = 100;

/**
 * Returns the size by reverse tracking with its intervals, the one to use first: N·exp(±t·se/N) with the error by the
 * jackknife, within strata where spots name them; then the same with Cochran's variance, and N ± t·se. t is Student's
 * with n − 1 degrees of freedom. No interval goes below the people found.
 *
 * Throws an EstimationError where there is no answer at all, and where strata are named but cannot be told apart: one
 * ratio over all would then be quietly wrong.
 */
export function sizeByReverseTracking(spots: readonly TrackedSpot[]): Attempt[] {
  return [...trackedSizes(spots).attempts];
}

/** Returns the sizes and intervals with the ratios behind them. Throws as sizeByReverseTracking does. */
export function trackedSizes(spots: readonly TrackedSpot[]): TrackedSizes {
  const tracking = reverseTracking(spots);
  const names = new Set(spots.map(({ stratum = '' }) => stratum));
  if (names.size < 2) return { attempts: overallAttempts(spots, tracking, []), tracking, strata: undefined };
  const strata = trackByStratum(spots);
  const first = attempt('reverse_tracking.by_stratum', 'jackknife log-student', () => ({
    ...common(strata.estimate, strata.variance, sayStrata(strata, tracking)),
    ...logEnds(strata, { degrees: strata.degrees, found: tracking.found, isWhole: isEnumerated(tracking) }),
  }));
  if ('refusal' in first) throw new EstimationError('method-refuses', `${first.method}: ${first.refusal}`);
  const others = overallAttempts(spots, tracking, ['strata left out of account']);
  return { attempts: [first, ...others], tracking, strata };
}

function overallAttempts(
  spots: readonly TrackedSpot[],
  tracking: Tracking,
  more: readonly string[],
): Attempt[] {
  const { estimate, found, sampled } = tracking;
  const sample = spots.flatMap(({ mapped, found: here }): Enumerated[] =>
    here === undefined ? [] : [{ mapped, found: here }],
  );
  const known = { degrees: sampled - 1, found, isWhole: isEnumerated(tracking) };
  const caveats = [...sayTracking(tracking), ...more];
  const name = 'reverse_tracking.ratio';
  return [
    attempt(name, 'jackknife log-student', () => {
      const variance = jackknifeVariance(sample, tracking);
      return {
        ...common(estimate, variance, caveats),
        ...logEnds({ estimate, variance }, known),
      };
    }),
    attempt(name, 'log-student', () => ({
      ...common(estimate, tracking.variance, caveats),
      ...logEnds(tracking, known),
    })),
    attempt(name, 'student', () => {
      const reach = reachOf(tracking, known);
      const low = Math.max(Math.min(found, estimate), estimate - reach);
      return { ...common(estimate, tracking.variance, caveats), low, high: estimate + reach };
    }),
  ];
}

/** What is known beside the estimate. */
interface Known {
  /** Degrees of freedom of its error. */
  readonly degrees: number;
  /** Persons found, whom no interval goes below. */
  readonly found: number;
  /** Whether every spot was enumerated. */
  readonly isWhole: boolean;
}

interface Sized {
  readonly estimate: number;
  readonly variance: number;
}

const isEnumerated = ({ sampled, spots }: Tracking) => sampled === spots;

const common = (estimate: number, variance: number, caveats: readonly string[]) =>
  ({ estimate, standardError: Math.sqrt(variance), basis: 'confidence', level: LEVEL, caveats }) as const;

function logEnds(sized: Sized, known: Known) {
  const { estimate } = sized;
  const factor = Math.exp(reachOf(sized, known) / estimate);
  return { low: Math.max(Math.min(known.found, estimate), estimate / factor), high: estimate * factor };
}

/** t·se, persons; 0 where every spot was enumerated. Refuses a spread that says nothing. */
function reachOf({ estimate, variance }: Sized, { degrees, isWhole }: Known): number {
  if (isWhole) return 0;
  if (variance === 0) {
    throw new EstimationError(
      'sparse-cells',
      'the spots enumerated agree exactly with each other, so their spread says nothing of the error; were figures copied from the map? Enumerate more',
    );
  }
  const reach = Number.isFinite(variance) ? studentWithin(LEVEL, degrees) * Math.sqrt(variance) : Infinity;
  if (!(reach <= Math.log(MOST_FACTOR) * estimate)) {
    throw new EstimationError(
      'interval-unbounded',
      'the spots enumerated differ so much in how far the map is off that they set no useful upper bound; enumerate more',
    );
  }
  return reach;
}

function sayTracking({ sampled, spots, ratio }: Tracking): string[] {
  return [
    `${sampled} of ${spots} spots enumerated, ${ratio.toFixed(2)} found for each mapped`,
    ...(sampled === spots ? ['every spot was enumerated: the count itself'] : []),
    ...(sampled < FEW_SPOTS && sampled < spots ? ['few spots'] : []),
    ...(ratio < LOW_RATIO || ratio > HIGH_RATIO ? ['map and enumeration hardly agree'] : []),
  ];
}

function sayStrata({ strata }: StratifiedTracking, { sampled, spots }: Tracking): string[] {
  const ratios = strata.map(({ ratio }) => ratio);
  const still = strata.filter((part) => part.variance === 0 && part.sampled < part.spots);
  return [
    `${sampled} of ${spots} spots enumerated in ${strata.length} strata, ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} found for each mapped`,
    ...(sampled < FEW_SPOTS && sampled < spots ? ['few spots'] : []),
    ...still.map(({ stratum }) => `${stratum}: its spots agree exactly, so it adds no error`),
    ...(Math.min(...ratios) < LOW_RATIO || Math.max(...ratios) > HIGH_RATIO
      ? ['map and enumeration hardly agree']
      : []),
  ];
}
