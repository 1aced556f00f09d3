import { formatHours, type Hours } from '../model/week.js';
import type { Assumption } from './microplan.js';
import {
  RULES,
  SITING_RULES,
  type ClosedRoad,
  type Curfew,
  type Incident,
  type PlanRules,
  type Rule,
} from './rules.js';

/** Every number and switch the plan rests on, one a line, with its source and who set it; of siting only when it is on. */
export function assumptionsOf(rules: PlanRules): Assumption[] {
  const general = linesOf(RULES, { rules, prefix: '', values: rules });
  if (rules.siting.method === 'none') return general;
  return [...general, ...linesOf(SITING_RULES, { rules, prefix: 'siting.', values: rules.siting })];
}

interface Group {
  readonly rules: PlanRules;
  readonly prefix: string;
  readonly values: object;
}

function linesOf(declared: Readonly<Record<string, Rule>>, { rules, prefix, values }: Group): Assumption[] {
  const given = new Map<string, unknown>(Object.entries(values));
  return Object.entries(declared).flatMap(([name, rule]) =>
    entriesOf(`${prefix}${name}`, given.get(name)).map(({ key, value }): Assumption => {
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
  if (value === undefined) return [{ key, value: key === 'conflict' ? 'auto' : 'none' }];
  if (typeof value === 'number' || typeof value === 'string') return [{ key, value }];
  if (typeof value === 'boolean') return [{ key, value: value ? 'yes' : 'no' }];
  if (isNames(value)) return [{ key, value: value.join('; ') }];
  if (key === 'incidents') return [{ key, value: describeIncidents(value as readonly Incident[]) }];
  if (key === 'closed_roads') return [{ key, value: describeRoads(value as readonly ClosedRoad[]) }];
  if (Array.isArray(value)) return [{ key, value: describeCurfew(value as readonly Curfew[]) }];
  if (isHours(value)) return [{ key, value: formatHours(value) }];
  return Object.entries(value as object).flatMap(([entry, inner]) => entriesOf(`${key}.${entry}`, inner));
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string');

const isHours = (value: unknown): value is Hours =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value;

const describeIncidents = (incidents: readonly Incident[]) =>
  incidents.length === 0 ? 'none' : incidents.map(({ spot, on }) => `${spot} ${on}`).join('; ');

function describeRoads(roads: readonly ClosedRoad[]): string {
  if (roads.length === 0) return 'none';
  return roads
    .map(({ between, minutes }) => `${between.join(' – ')}${minutes === undefined ? '' : ` +${minutes} min`}`)
    .join('; ');
}

function describeCurfew(curfew: readonly Curfew[]): string {
  if (curfew.length === 0) return 'none';
  return curfew
    .map(({ municipality, hours }) => `${municipality ?? 'everywhere'} ${formatHours(hours)}`)
    .join('; ');
}
