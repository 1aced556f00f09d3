import { UsageError } from '../../model/failure.js';
import type { Choice, PopulationSettings } from '../../model/settings.js';
import type { Study } from '../../model/study.js';
import type { Step } from '../../model/card.js';
import { populationsOf } from '../active-spots.js';
import { choiceFor } from '../choose.js';
import { LEVEL_1 } from '../correct-level-1.js';
import { DAY_BASIS } from '../day-basis.js';
import { HIDDEN, sharesOf } from '../hidden.js';
import { INFORMANTS } from '../informants.js';
import { INTERVAL } from '../interval/interval-step.js';
import { OVERLAP } from '../overlap-step.js';
import { PROFILES } from '../profiles.js';
import { SETTLE } from '../settle.js';
import { VIRTUAL } from '../virtual-union.js';

/** What one population's chain does, as one row of the table `chain`. */
export interface ChainChoices {
  readonly population: string;
  readonly informants: string;
  readonly settle: string;
  readonly level_1: string;
  readonly hidden: string;
  readonly hidden_low: number;
  readonly hidden_estimate: number;
  readonly hidden_high: number;
  readonly share_seen: number;
  readonly interval_use: string;
  readonly correlation: number;
  readonly interval_method: string;
  readonly denominator: string | undefined;
}

/** The variants that SQL can say, by step. */
const EXPRESSIBLE: readonly (readonly [Step<unknown>, readonly string[]])[] = [
  [INFORMANTS, ['mean', 'envelope']],
  [SETTLE, ['stated', 'midpoint', 'minimum', 'maximum', 'geometric']],
  [LEVEL_1, ['none', 'overall', 'typology', 'municipality']],
  [DAY_BASIS, ['usual']],
  [OVERLAP, ['none', 'by-data']],
  [HIDDEN, ['none', 'divide', 'add']],
  [PROFILES, ['none']],
  [VIRTUAL, ['add']],
  [INTERVAL, ['correlated', 'extremes']],
];

/** The choices of every population somebody was counted of. Throws a UsageError that names a step SQL cannot say. */
export function chainChoices(study: Study): ChainChoices[] {
  return populationsOf(study).counted.map((population) => choicesOf(study, population));
}

function choicesOf(study: Study, population: PopulationSettings): ChainChoices {
  const choice = (step: Step<unknown>) => choiceFor(step, study.settings, population);
  for (const [step, variants] of EXPRESSIBLE) {
    const { use } = choice(step);
    if (variants.includes(use)) continue;
    throw new UsageError(
      `${population.code}: SQL cannot say the step ${step.id} "${use}"; it can say ${variants.join(', ')}`,
    );
  }
  if (
    choice(OVERLAP).use === 'by-data' &&
    study.attendance.some((row) => row.population === population.code)
  ) {
    throw new UsageError(
      `${population.code}: SQL cannot say the step overlap "by-data" where there are interviews (person-visit); choose overlap none`,
    );
  }
  const hidden = choice(HIDDEN);
  const interval = choice(INTERVAL);
  const correlation = number(interval, 'correlation', 0.1);
  const added = number(hidden, 'estimate', 0);
  return {
    population: population.code,
    informants: choice(INFORMANTS).use,
    settle: choice(SETTLE).use,
    level_1: choice(LEVEL_1).use,
    hidden: hidden.use,
    hidden_low: number(hidden, 'low', added),
    hidden_estimate: added,
    hidden_high: number(hidden, 'high', added),
    share_seen: hidden.use === 'divide' ? sharesOf(hidden).share_seen : 1,
    interval_use: interval.use,
    correlation,
    interval_method: interval.use === 'extremes' ? 'extremes' : `correlated, correlation ${correlation}`,
    denominator: population.denominator,
  };
}

function number(choice: Choice, name: string, standard: number): number {
  const value = choice[name];
  return typeof value === 'number' ? value : standard;
}
