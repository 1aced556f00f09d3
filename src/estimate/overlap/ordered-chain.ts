import { divide, type HiddenShare } from './divide.js';
import { factor } from './factor.js';
import { percentOff } from './percent-off.js';

/** The three corrections, in the order in which they apply. */
export interface ChainSettings extends HiddenShare {
  /** People in the period per person of a usual day, 1 or more. */
  readonly frequency_factor: number;
  /** The share counted before at another spot, 0 to 1. */
  readonly duplication: number;
}

/** The figure after each correction, in persons, and the shares used in the last. */
export interface ChainEstimate {
  readonly initial: number;
  readonly after_frequency: number;
  readonly after_duplication: number;
  readonly final: number;
  readonly share_seen: number;
  readonly share_hidden: number;
}

/**
 * Returns the persons after attendance, then duplication, then the hidden share:
 * N = initial · c · (1 − d) / (1 − h).
 *
 * Source: Khodadost and others 2025, doi 10.47176/mjiri.39.103. Throws EstimationError as factor, percentOff and
 * divide do. Misleads when the duplication was measured on one day and the factor brings in people of other
 * days: their overlap may differ (personVisit needs no such assumption).
 *
 * Example: orderedChain(843, { frequency_factor: 2104 / 843, duplication: 0.29, share_seen: 0.76 }) goes
 * 843 → 2104 → 1493.84 → 1965.58; published 843 → 2104 → 1966.
 */
export function orderedChain(initial: number, settings: ChainSettings): ChainEstimate {
  const afterFrequency = factor(initial, settings.frequency_factor);
  const afterDuplication = percentOff(afterFrequency, settings.duplication);
  const whole = divide(afterDuplication, settings);
  return {
    initial,
    after_frequency: afterFrequency,
    after_duplication: afterDuplication,
    final: whole.estimate,
    share_seen: whole.share_seen,
    share_hidden: whole.share_hidden,
  };
}
