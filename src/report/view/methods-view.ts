import { choiceFor } from '../../estimate/choose.js';
import { STEPS } from '../../estimate/steps.js';
import { describe } from '../../explain/describe.js';
import type { Choice } from '../../model/settings.js';
import { populationsOf, type Study } from '../../model/study.js';
import type { MethodView } from './report-view.js';

/**
 * The choice of every step of the chain with the card that `explain` prints, alike for populations that share it. Steps
 * the study does not use are left out. With `settings` the values the study states stand beside it.
 */
export function methodsView(study: Study, settings: boolean): MethodView[] {
  const populations = populationsOf(study);
  return STEPS.flatMap((step) => {
    const groups = new Map<string, { choice: Choice; populations: string[] }>();
    for (const population of populations) {
      const choice = choiceFor(step, study.settings, population);
      if (step.isQuiet === true && choice.use === step.standard) continue;
      const key = settings ? JSON.stringify(choice) : choice.use;
      const group = groups.get(key) ?? { choice, populations: [] };
      group.populations.push(population.code);
      groups.set(key, group);
    }
    return [...groups.values()].flatMap((group): MethodView[] => {
      const card = step.variants.find((variant) => variant.id === group.choice.use);
      if (card === undefined) return [];
      const name = `${step.id}.${card.id}`;
      return [
        {
          step: step.title,
          variant: name,
          populations: group.populations.length === populations.length ? [] : group.populations,
          settings: settings ? settingsText(group.choice) : '',
          card: describe({ kind: 'variant', name, step, card }),
        },
      ];
    });
  });
}

function settingsText(choice: Choice): string {
  return Object.entries(choice)
    .filter(([name, value]) => name !== 'use' && value !== undefined)
    .map(
      ([name, value]) =>
        `${name.replaceAll('_', ' ')}: ${Array.isArray(value) ? value.join(', ') : String(value)}`,
    )
    .join(' · ');
}
