import { formatHours, type Hours } from '../model/week.js';
import type { Assumption } from './microplan.js';
import { RULES, type Curfew, type PlanRules, type RuleName } from './rules.js';

/** Every number and switch the plan rests on, one a line, with its source and who set it. */
export function assumptionsOf(rules: PlanRules): Assumption[] {
  return Object.entries(RULES).flatMap(([name, rule]) =>
    entriesOf(name, rules[name as RuleName]).map(({ key, value }): Assumption => {
      const isStated = rules.stated.has(key);
      return {
        key,
        value,
        unit: rule.unit,
        meaning: rule.meaning,
        source: isStated ? 'study.yaml' : rule.source,
        confidence: isStated ? 'stated' : rule.confidence,
        setBy: isStated ? 'study' : 'default',
      };
    }),
  );
}

interface Entry {
  readonly key: string;
  readonly value: string | number;
}

function entriesOf(key: string, value: unknown): Entry[] {
  if (value === undefined) return [{ key, value: 'none' }];
  if (typeof value === 'number' || typeof value === 'string') return [{ key, value }];
  if (typeof value === 'boolean') return [{ key, value: value ? 'yes' : 'no' }];
  if (Array.isArray(value)) return [{ key, value: describeCurfew(value as readonly Curfew[]) }];
  if (isHours(value)) return [{ key, value: formatHours(value) }];
  return Object.entries(value as object).flatMap(([entry, inner]) => entriesOf(`${key}.${entry}`, inner));
}

const isHours = (value: unknown): value is Hours =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value;

function describeCurfew(curfew: readonly Curfew[]): string {
  if (curfew.length === 0) return 'none';
  return curfew
    .map(({ municipality, hours }) => `${municipality ?? 'everywhere'} ${formatHours(hours)}`)
    .join('; ');
}
