import type { Hours } from '../model/week.js';
import {
  DISTANCE_WEIGHTS,
  LOADS,
  RISKS,
  RULES,
  SITING_METHODS,
  SITING_RULES,
  type ByPopulation,
  type ClosedRoad,
  type Curfew,
  type PlanRules,
  type Rule,
  type RuleKinds,
  type VisitTable,
} from './rules.js';

type Schema = Readonly<Record<string, unknown>>;

const CLOCK = '^([01]?\\d|2[0-4]):[0-5]\\d-([01]?\\d|2[0-4]):[0-5]\\d$';
const DATE = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';

const each = (value: Schema): Schema => ({ type: 'object', additionalProperties: value });

/** The JSON Schema (draft-07) of a rule of that kind, as it stands in study.yaml. */
const KIND_SCHEMAS: Readonly<Record<keyof RuleKinds, Schema>> = {
  share: { type: 'number', minimum: 0, maximum: 1 },
  number: { type: 'number', exclusiveMinimum: 0 },
  whole: { type: 'integer', minimum: 1 },
  total: { type: 'integer', minimum: 0 },
  amount: { type: 'number', minimum: 0 },
  week: { type: 'integer', minimum: 1, maximum: 7 },
  flag: { type: 'boolean' },
  switch: { type: 'boolean' },
  date: { type: 'string', pattern: DATE },
  hours: { type: 'string', pattern: CLOCK },
  populations: each({ type: 'number', minimum: 0 }),
  ratios: each({ type: 'number', minimum: 1 }),
  shares: each({ type: 'number', minimum: 0, maximum: 1 }),
  risks: each({ enum: [...RISKS] }),
  items: each({ type: 'number', minimum: 0 }),
  pieces: each({ type: 'integer', minimum: 1 }),
  siting: { enum: [...SITING_METHODS] },
  distance: { enum: [...DISTANCE_WEIGHTS] },
  names: { type: 'array', items: { type: 'string' } },
  clocks: each({ type: 'string', pattern: CLOCK }),
  limit: { type: 'number', minimum: 0 },
  word: { type: 'string', pattern: '^\\S{0,12}$' },
  visits: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(LOADS.map((load) => [load, visitsRow()])),
  },
  incidents: {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['spot', 'on'],
      properties: {
        spot: { type: 'string', description: 'spot_id of the spot' },
        on: { type: 'string', pattern: DATE, description: 'the day it happened' },
      },
    },
  },
  roads: {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['between'],
      properties: {
        between: {
          type: 'array',
          items: { type: 'string' },
          minItems: 2,
          maxItems: 2,
          description: 'the two municipalities',
        },
        minutes: { type: 'number', minimum: 0, description: 'time a checkpoint costs; closed if not given' },
      },
    },
  },
  curfew: {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['hours'],
      properties: {
        municipality: { type: 'string', description: 'where it holds; everywhere if not given' },
        hours: { type: 'string', pattern: CLOCK, description: 'from when to when, such as 22:00-04:00' },
      },
    },
  },
};

function visitsRow(): Schema {
  const visits = { type: 'integer', minimum: 1, maximum: 14 };
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(RISKS.map((risk) => [risk, visits])),
  };
}

/** The JSON Schema (draft-07) of the `plan` key of study.yaml; an unknown rule is an error. */
export const PLAN_SCHEMA: Schema = {
  type: 'object',
  description: 'rules of the microplan',
  additionalProperties: false,
  properties: {
    ...schemasOf(RULES),
    siting: {
      type: 'object',
      description: 'where drop-in centres and mobile stops stand',
      additionalProperties: false,
      properties: schemasOf(SITING_RULES),
    },
  },
};

function schemasOf(rules: Readonly<Record<string, Rule>>): Schema {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      { ...KIND_SCHEMAS[rule.kind], description: `${rule.meaning} (${rule.unit})` },
    ]),
  );
}

/**
 * The rules of a plan with defaults filled in, from what study.yaml states under `plan` (already checked against
 * PLAN_SCHEMA). A table of numbers keeps the defaults of the entries it does not name.
 */
export function readRules(stated: Readonly<Record<string, unknown>> = {}): PlanRules {
  const siting = fillInAll(SITING_RULES, (stated['siting'] ?? {}) as Readonly<Record<string, unknown>>);
  const filled: unknown = { ...fillInAll(RULES, stated), siting, stated: statedNames(stated) };
  return filled as PlanRules;
}

function fillInAll(
  rules: Readonly<Record<string, Rule>>,
  stated: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, fillIn(rule, stated[name])]));
}

function fillIn(rule: Rule, stated: unknown): unknown {
  if (stated === undefined) return rule.standard;
  switch (rule.kind) {
    case 'populations':
    case 'ratios':
    case 'shares':
    case 'risks':
    case 'items':
    case 'pieces':
      return { ...(rule.standard as ByPopulation<unknown>), ...(stated as object) };
    case 'visits':
      return fillInVisits(rule.standard as VisitTable, stated as Partial<VisitTable>);
    case 'hours':
      return readClockHours(stated as string);
    case 'clocks':
      return Object.fromEntries(
        Object.entries(stated as Readonly<Record<string, string>>).map(([population, text]) => [
          population,
          readClockHours(text),
        ]),
      );
    case 'curfew':
      return (stated as readonly { municipality?: string; hours: string }[]).map(
        ({ municipality, hours }): Curfew => ({ municipality, hours: readClockHours(hours) }),
      );
    case 'roads':
      return (stated as readonly { between: [string, string]; minutes?: number }[]).map(
        ({ between, minutes }): ClosedRoad => ({ between, minutes }),
      );
    default:
      return stated;
  }
}

function fillInVisits(standard: VisitTable, stated: Partial<VisitTable>): VisitTable {
  const rows = LOADS.map((load) => [load, { ...standard[load], ...stated[load] }]);
  return Object.fromEntries(rows) as VisitTable;
}

/** Names as assumptions are listed by: `coverage`, or `people_per_worker.FSW` where one entry was stated. */
function statedNames(stated: Readonly<Record<string, unknown>>): Set<string> {
  const names = new Set<string>();
  for (const [name, value] of Object.entries(stated)) {
    names.add(name);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const [entry, inner] of Object.entries(value)) {
      names.add(`${name}.${entry}`);
      if (typeof inner !== 'object' || inner === null) continue;
      for (const key of Object.keys(inner)) names.add(`${name}.${entry}.${key}`);
    }
  }
  return names;
}

/** Hours written `20:00-02:00`, in minutes after midnight; an end that is not after the start is the next day's. */
function readClockHours(text: string): Hours {
  const [from, to] = text.split('-').map((time) => {
    const [hours, minutes] = time.split(':').map(Number);
    return (hours ?? 0) * 60 + (minutes ?? 0);
  });
  const start = from ?? 0;
  const end = to ?? 0;
  return { from: start, to: end > start ? end : end + 1440 };
}
