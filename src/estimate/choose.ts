import type { Step, Variant } from '../model/card.js';
import { UsageError } from '../model/failure.js';
import type { Choice, PopulationSettings, Settings } from '../model/settings.js';

/** The choice a study makes for a step: the population's own, else the study's, else the step's standard. */
export function choiceFor(step: Step<unknown>, settings: Settings, population: PopulationSettings): Choice {
  return population.method[step.id] ?? settings.method[step.id] ?? { use: step.standard };
}

/** The variant of that name. Throws a UsageError that lists the step's variants when there is none. */
export function variantOf<Apply>(step: Step<Apply>, id: string): Variant<Apply> {
  const variant = step.variants.find((candidate) => candidate.id === id);
  if (variant !== undefined) return variant;
  const names = step.variants.map((candidate) => candidate.id).join(', ');
  throw new UsageError(`"${step.id}" cannot be "${id}"; it can be ${names}`);
}
