import { SOURCES, type Step, type Variant } from '../../model/card.js';
import type { Interval, SpotFigure } from '../../model/estimate.js';
import { sumTriples } from '../../model/range.js';
import type { Choice } from '../../model/settings.js';
import { correlatedHalfWidth } from './correlated.js';

/** The interval of a set of figures of one population, beside its customary range. */
export type IntervalMethod = (figures: readonly SpotFigure[], choice: Choice) => Interval;

/** Correlation between the errors of two spots used where the study states none. */
const STANDARD_CORRELATION = 0.1;

const extremes: IntervalMethod = (figures) => {
  const { low, high } = sumTriples(figures.map((figure) => figure.total));
  return { low, high, basis: 'extremes', method: 'extremes' };
};

const correlated: IntervalMethod = (figures, choice) => {
  const correlation =
    typeof choice['correlation'] === 'number' ? choice['correlation'] : STANDARD_CORRELATION;
  const { estimate } = sumTriples(figures.map((figure) => figure.total));
  const below = figures.map(({ total }) => total.estimate - total.low);
  const above = figures.map(({ total }) => total.high - total.estimate);
  return {
    low: estimate - correlatedHalfWidth(below, correlation),
    high: estimate + correlatedHalfWidth(above, correlation),
    basis: 'spread',
    method: `correlated, correlation ${correlation}`,
  };
};

const VARIANTS: readonly Variant<IntervalMethod>[] = [
  {
    id: 'correlated',
    title: 'Correlation-aware spread',
    summary:
      'The width when spots err partly together: between the sum of the extremes and their root sum of squares.',
    formula: 'H² = Σh² + ρ[(Σh)² − Σh²], h = distance from estimate to low (and to high)',
    rightWhen: 'lowest and highest were asked for at every spot and ρ is stated with the number',
    misleads: 'it has no level of confidence; ρ is a judgement, and what no informant saw is not in it',
    sources: [SOURCES.spotwise],
    parameters: {
      correlation: {
        kind: 'share',
        meaning: 'correlation between the errors of two spots, 0 to 1; 1 gives the customary range',
        standard: STANDARD_CORRELATION,
      },
    },
    example: {
      given: 'four spots, each ±5, ρ = 0',
      gives: 10,
      compute: () => correlatedHalfWidth([5, 5, 5, 5], 0),
    },
    apply: correlated,
  },
  {
    id: 'extremes',
    title: 'Sum of extremes',
    summary: 'The customary published range again: every spot at its lowest, every spot at its highest.',
    formula: 'low = Σ min, high = Σ max',
    rightWhen: 'the worst case is wanted',
    misleads:
      'it is no confidence interval: all informants would have to err the same way, as far as they can',
    sources: [SOURCES.odek2014, SOURCES.ikpeazu2014],
    example: {
      given: 'four spots, each ±5',
      gives: 20,
      compute: () => correlatedHalfWidth([5, 5, 5, 5], 1),
    },
    apply: extremes,
  },
];

export const INTERVAL: Step<IntervalMethod> = {
  id: 'interval',
  title: 'Interval',
  question: 'Which computed interval stands beside the customary range?',
  standard: 'correlated',
  variants: VARIANTS,
};
