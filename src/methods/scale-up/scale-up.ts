import { EstimationError } from '../../model/estimation-error.js';
import { LEVEL, Z95, type Sizing } from '../sizing.js';

/** Sums over respondents of a network scale-up survey. */
export interface ScaleUpSums {
  /** People of the hidden population respondents know, Σy. */
  readonly hiddenTies: number;
  /** People of the groups of known size respondents know. */
  readonly knownTies: number;
  /** Sizes of those groups added up. */
  readonly knownSize: number;
  /** Persons in the population respondents were drawn from and could know, T. */
  readonly frame: number;
}

/** One respondent: people known in the hidden population, and in the groups of known size together. */
export interface ScaleUpRespondent {
  readonly hidden: number;
  readonly known: number;
  readonly weight: number;
}

/** Corrections where they are known from other studies; 1 leaves the estimate as it is. */
export interface ScaleUpCorrections {
  /** Contacts of hidden people over contacts of others. */
  readonly degreeRatio?: number | undefined;
  /** Share of ties to hidden people that respondents know to be such. */
  readonly transmission?: number | undefined;
}

/**
 * Returns the ratio estimate, persons: N = T·Σy / Σd with the degrees Σd = T·Σ known ties / Σ known sizes, and
 * Killworth's standard error √(T·N/Σd), with N ± 1.96 of it.
 *
 * Source: P. D. Killworth et al. 1998, doi 10.1177/0193841X9802200205; R. Bernard et al. 2010,
 * doi 10.1136/sti.2010.044446. Throws an EstimationError when nobody knows anyone of the hidden population or of the
 * known groups. The error counts only chance in the ties: respondents' differing networks, stigma (people do not tell)
 * and recall make the truth several times as far off.
 *
 * Example: the Rwanda sums of clients (Σy 1164) over 10,000,000 give 47800.1.
 */
export function scaleUpRatio(sums: ScaleUpSums, corrections: ScaleUpCorrections = {}): Sizing {
  const degrees = degreesOf(sums);
  const factor = correctionOf(corrections);
  const plain = (sums.frame * sums.hiddenTies) / degrees;
  const standardError = Math.sqrt((sums.frame * plain) / degrees);
  return sizing('scaleup.ratio', { plain, standardError, factor, frame: sums.frame });
}

function degreesOf({ hiddenTies, knownTies, knownSize, frame }: ScaleUpSums): number {
  if (![hiddenTies, knownTies, knownSize, frame].every((value) => value >= 0 && value <= 1e12)) {
    throw new EstimationError('not-a-count', 'scale-up sums are numbers of 0 or more');
  }
  if (!(knownTies > 0 && knownSize > 0 && frame > 0)) {
    throw new EstimationError('nothing-counted', 'respondents must know people in groups of known size');
  }
  if (!(knownSize <= frame))
    throw new EstimationError(
      'setting-out-of-range',
      'the known groups are larger than the whole population',
    );
  if (hiddenTies < 5) {
    throw new EstimationError(
      'sparse-cells',
      'respondents know fewer than five hidden people in all: no size can rest on that',
    );
  }
  return (frame * knownTies) / knownSize;
}

function correctionOf({ degreeRatio = 1, transmission = 1 }: ScaleUpCorrections): number {
  const isSound = degreeRatio > 0 && degreeRatio <= 10 && transmission > 0 && transmission <= 1;
  if (!isSound)
    throw new EstimationError(
      'setting-out-of-range',
      'a degree ratio is above 0, a transmission rate above 0 and at most 1',
    );
  return 1 / (degreeRatio * transmission);
}

function sizing(
  method: string,
  given: {
    readonly plain: number;
    readonly standardError: number;
    readonly factor: number;
    readonly frame: number;
  },
): Sizing {
  const { plain, standardError, factor } = given;
  if (standardError > plain) {
    throw new EstimationError(
      'interval-unbounded',
      'the scale-up estimate is not told apart from 0: ask more people',
    );
  }
  const estimate = plain * factor;
  if (estimate > given.frame) {
    throw new EstimationError(
      'setting-out-of-range',
      'the scale-up estimate is larger than the whole population: check the sums, the sizes of the known groups and the corrections',
    );
  }
  return {
    method: factor === 1 ? method : 'scaleup.adjusted',
    interval: 'normal',
    estimate,
    low: Math.max(0, (plain - Z95 * standardError) * factor),
    high: Math.min(given.frame, (plain + Z95 * standardError) * factor),
    standardError: standardError * factor,
    basis: 'confidence',
    level: LEVEL,
    caveats: [
      ...(factor === 1
        ? ['not corrected for smaller networks of hidden people nor for ties that are not told']
        : []),
      ...(factor === 1 ? [] : [`multiplied by ${factor.toFixed(3)} for degree ratio and transmission`]),
      ...(estimate > 0.1 * given.frame ? ['more than a tenth of the population: check the sums'] : []),
      'the interval counts chance in ties only; it is far too narrow',
    ],
  };
}

/**
 * Returns the ratio and the mean-of-ratios estimates from respondents, persons, weights counted: Σwy/Σwd and the
 * weighted mean of y/d, both times T, with standard errors from the spread between respondents.
 *
 * The mean of ratios gives everybody the same say, also those who know few people; respondents who know nobody in the
 * known groups drop out of it. Source: T. H. McCormick, M. J. Salganik, T. Zheng 2010, doi 10.1198/jasa.2009.ap08518.
 * Throws an EstimationError for fewer than 30 respondents.
 */
export function scaleUpSurvey(
  respondents: readonly ScaleUpRespondent[],
  frame: { readonly size: number; readonly knownSize: number },
  corrections: ScaleUpCorrections = {},
): { readonly ratio: Sizing; readonly meanOfRatios: Sizing } {
  if (respondents.length < 30)
    throw new EstimationError('no-respondents', 'a scale-up survey needs at least 30 respondents');
  const sum = (of: (row: ScaleUpRespondent) => number) =>
    respondents.reduce((total, row) => total + of(row), 0);
  degreesOf({
    hiddenTies: sum((row) => row.hidden),
    knownTies: sum((row) => row.known),
    knownSize: frame.knownSize,
    frame: frame.size,
  });
  const factor = correctionOf(corrections);
  const perTie = frame.knownSize / frame.size;
  const degree = (row: ScaleUpRespondent) => row.known / perTie;
  const share = sum((row) => row.weight * row.hidden) / sum((row) => row.weight * degree(row));
  const ratioSpread = sum((row) => {
    const away = row.weight * (row.hidden - share * degree(row));
    return away * away;
  });
  const ratioError = Math.sqrt(ratioSpread) / sum((row) => row.weight * degree(row));
  const met = respondents.filter((row) => row.known > 0);
  const weights = met.reduce((total, row) => total + row.weight, 0);
  const meanShare = met.reduce((total, row) => total + (row.weight * row.hidden) / degree(row), 0) / weights;
  const meanSpread = met.reduce((total, row) => {
    const away = row.weight * (row.hidden / degree(row) - meanShare);
    return total + away * away;
  }, 0);
  const scaled = (method: string, plain: number, error: number) =>
    sizing(method, {
      plain: plain * frame.size,
      standardError: error * frame.size,
      factor,
      frame: frame.size,
    });
  return {
    ratio: scaled('scaleup.ratio', share, ratioError),
    meanOfRatios: scaled('scaleup.mean_of_ratios', meanShare, Math.sqrt(meanSpread) / weights),
  };
}
