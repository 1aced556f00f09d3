/** Denominators an estimate can be looked at beside, persons. */
export interface PlausibilityDenominators {
  readonly adultMen?: number | undefined;
  readonly adultWomen?: number | undefined;
}

/** A bound that estimates of a population keep to in the world's figures, and where that is said. */
export interface PlausibilityBound {
  readonly population: string;
  readonly denominator: keyof PlausibilityDenominators;
  readonly said: string;
  /** Shares of the denominator. */
  readonly least: number;
  readonly most: number;
  readonly source: string;
}

/** Every bound the program warns by. A bound is a reason to look again, never a reason to change a number. */
export const PLAUSIBILITY_BOUNDS: readonly PlausibilityBound[] = [
  {
    population: 'MSM',
    denominator: 'adultMen',
    said: 'adult men',
    least: 0.01,
    most: 1,
    source: 'WHO and UNAIDS 2020, Recommended population size estimates of men who have sex with men',
  },
  {
    population: 'FSW',
    denominator: 'adultWomen',
    said: 'adult women',
    least: 0.001,
    most: 0.074,
    source: 'Vandepitte et al. 2006, national figures of 0.1% to 7.4%, doi:10.1136/sti.2006.020081',
  },
];

/** An estimate outside a bound, in words, with the source of the bound. */
export interface PlausibilityWarning {
  readonly message: string;
  readonly source: string;
}

const percent = (share: number) => `${Number((100 * share).toPrecision(2))}%`;

/**
 * Returns what is implausible about a size beside the denominators given: warnings, for a bound is drawn from other
 * places and the estimate may be right.
 *
 * Example: 700 MSM beside 100,000 adult men are 0.7%, below the 1% of WHO and UNAIDS.
 */
export function plausibilityWarnings(
  population: string,
  size: number,
  denominators: PlausibilityDenominators,
): PlausibilityWarning[] {
  return PLAUSIBILITY_BOUNDS.flatMap((bound) => {
    const persons = denominators[bound.denominator];
    if (bound.population !== population || persons === undefined || !(persons > 0)) return [];
    const share = size / persons;
    if (share >= bound.least && share <= bound.most) return [];
    const side = share < bound.least ? `below ${percent(bound.least)}` : `above ${percent(bound.most)}`;
    const why = share < bound.least ? 'people are probably missed' : 'people are probably counted twice';
    return [
      {
        message: `${population} come out ${side} of ${bound.said} (${percent(share)}): ${why}`,
        source: bound.source,
      },
    ];
  });
}
