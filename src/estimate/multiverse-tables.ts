import { roundTo } from '../formats/number.js';
import { tabulate, type OutputColumn, type Table } from '../model/table.js';
import type { ChoiceEffect, Multiverse, Universe } from './multiverse.js';

const EFFECTS: readonly OutputColumn<ChoiceEffect>[] = [
  { name: 'population', meaning: 'code of the population', of: (row) => row.population },
  { name: 'rank', meaning: '1 = the choice that moves the total most', of: (row) => row.rank },
  { name: 'step', meaning: 'the one step changed', of: (row) => row.step },
  { name: 'variant', meaning: 'what it is changed to', of: (row) => row.variant },
  {
    name: 'estimate',
    meaning: 'estimate with this change alone, persons',
    of: (row) => roundTo(row.estimate, 1),
  },
  {
    name: 'change',
    meaning: 'persons more than the chain of the study gives',
    of: (row) => roundTo(row.change, 1),
  },
  { name: 'change_percent', meaning: 'the same in percent', of: (row) => roundTo(row.changePercent, 1) },
];

/** The tables of a multiverse: every chain with its total, and what each single choice does. */
export function multiverseTables({ universes, effects, steps }: Multiverse): Table[] {
  const columns: readonly OutputColumn<Universe>[] = [
    { name: 'population', meaning: 'code of the population', of: (row) => row.population },
    {
      name: 'is_study',
      meaning: 'yes for the chain the study uses',
      of: (row) => (row.isStudy ? 'yes' : 'no'),
    },
    ...steps.map((step) => ({
      name: step,
      meaning: `variant of the step ${step}`,
      of: (row: Universe) => row.choices[step],
    })),
    { name: 'low', meaning: 'low end of the range, persons', of: (row) => roundTo(row.low, 1) },
    { name: 'estimate', meaning: 'estimate, persons', of: (row) => roundTo(row.estimate, 1) },
    { name: 'high', meaning: 'high end of the range, persons', of: (row) => roundTo(row.high, 1) },
  ];
  return [tabulate('multiverse', columns, universes), tabulate('multiverse_effects', EFFECTS, effects)];
}
