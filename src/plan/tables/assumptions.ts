import type { OutputColumn } from '../../model/table.js';
import type { Assumption } from '../microplan.js';

/** plan/assumptions.csv: every number the plan rests on. */
export const ASSUMPTION_COLUMNS: readonly OutputColumn<Assumption>[] = [
  { name: 'key', meaning: 'name under `plan` in study.yaml', of: ({ key }) => key },
  { name: 'value', meaning: 'value used', of: ({ value }) => value },
  { name: 'unit', meaning: 'unit of the value', of: ({ unit }) => unit },
  { name: 'source', meaning: 'where it comes from', of: ({ source }) => source },
  { name: 'confidence', meaning: 'how sure it is', of: ({ confidence }) => confidence },
  { name: 'set_by', meaning: 'default or study', of: ({ setBy }) => setBy },
  { name: 'meaning', meaning: 'what it decides', of: ({ meaning }) => meaning },
];
