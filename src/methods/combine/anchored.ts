import { EstimationError } from '../../model/estimation-error.js';
import { betaQuantile } from '../../stats/beta-quantile.js';
import { normalQuantile } from '../../stats/normal-quantile.js';
import type { SourceEstimate } from './sources.js';

/** A share of a denominator that is believed beforehand, with its 95% interval, and the denominator in persons. */
export interface Anchor {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** What the anchored multiplier gives, persons, with the shapes of its beta distribution. */
export interface Anchored {
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
  readonly shapes: readonly [number, number];
}

interface ShareWithError {
  readonly share: number;
  readonly variance: number;
}

const Z95 = normalQuantile(0.975);

/**
 * Returns the anchored multiplier: a beta prior on the population's share of the denominator, made from the anchor, and
 * updated by every study as if it were p(1 − p)/se² people asked; posterior mean and central 95%, persons.
 *
 * With `adjusted` every variance, the anchor's too, is first enlarged by the variance between them (DerSimonian–Laird
 * on the shares), so that studies that disagree count as fewer people. Source: P. D. Wesson, A. Mirzazadeh, W. McFarland
 * 2018, doi 10.1093/ije/dyy132 (the synthesis; its formulas are not printed in what could be read, and
 * those here are the conjugate ones that its description names). Throws an EstimationError for an anchor that is not a
 * share within its interval, no study with an interval, and a study larger than the denominator.
 *
 * Example: an anchor of 2.4% (1.9–2.9%) and no disagreement stays between the anchor and the studies.
 */
export function anchoredMultiplier(
  rows: readonly SourceEstimate[],
  anchor: Anchor,
  adjusted = false,
): Anchored {
  const parts = [acceptAnchor(anchor), ...sharesOf(rows, anchor.of)];
  if (parts.length < 2)
    throw new EstimationError('sources-too-few', 'an anchor needs at least one estimate with an interval');
  const between = adjusted ? betweenVariance(parts) : 0;
  const [a, b] = parts.reduce(
    ([successes, failures], { share, variance }, at): [number, number] => {
      const people = (share * (1 - share)) / (variance + between) - (at === 0 ? 1 : 0);
      return [successes + share * Math.max(1e-6, people), failures + (1 - share) * Math.max(1e-6, people)];
    },
    [0, 0],
  );
  return {
    low: anchor.of * betaQuantile(0.025, a, b),
    estimate: (anchor.of * a) / (a + b),
    high: anchor.of * betaQuantile(0.975, a, b),
    shapes: [a, b],
  };
}

function acceptAnchor({ share, low, high, of }: Anchor): ShareWithError {
  const isShare = low > 0 && low <= share && share <= high && high < 1 && high > low;
  if (!isShare || !(of >= 1 && of <= 1e10)) {
    throw new EstimationError(
      'setting-out-of-range',
      'an anchor is a share within its interval, all between 0 and 1, of a denominator of at least 1 person',
    );
  }
  return { share, variance: square((high - low) / (2 * Z95)) };
}

const square = (value: number) => value * value;

function sharesOf(rows: readonly SourceEstimate[], of: number): ShareWithError[] {
  return rows.flatMap(({ method, low, estimate, high, basis, level = 0.95, confidence }) => {
    const hasInterval = basis === 'confidence' || basis === 'credible';
    if (!hasInterval || low === undefined || high === undefined || !(high > low && level > 0 && level < 1))
      return [];
    const share = estimate / of;
    if (share >= 1) {
      throw new EstimationError(
        'setting-out-of-range',
        `${method}: the estimate is not below the ${of} persons of the anchor's denominator`,
      );
    }
    const error = (high - low) / (2 * normalQuantile((1 + level) / 2) * of * confidence);
    return [{ share, variance: square(error) }];
  });
}

function betweenVariance(parts: readonly ShareWithError[]): number {
  const weights = parts.map(({ variance }) => 1 / variance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = parts.reduce((sum, { share }, at) => sum + share * (weights[at] ?? 0), 0) / total;
  const q = parts.reduce((sum, { share }, at) => sum + (weights[at] ?? 0) * square(share - centre), 0);
  const scale = total - weights.reduce((sum, weight) => sum + weight * weight, 0) / total;
  return Math.max(0, (q - (parts.length - 1)) / scale);
}
