import { STEPS } from '../estimate/steps.js';
import type { Parameter, Step } from '../model/card.js';
import { DAYS } from '../model/week.js';
import { PLAN_SCHEMA } from '../plan/read-rules.js';
import { INPUT_TABLES } from './input-tables.js';

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: 'string', description });

function closed(properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema {
  return { type: 'object', additionalProperties: false, properties, ...more };
}

function parameterSchema(parameter: Parameter): Schema {
  const description = parameter.meaning;
  switch (parameter.kind) {
    case 'share':
      return { type: 'number', minimum: 0, maximum: 1, description };
    case 'persons':
      return { type: 'number', minimum: 0, description };
    case 'number':
      return { type: 'number', description };
    case 'texts':
      return { type: 'array', items: { type: 'string' }, description };
    case 'text':
      return { type: 'string', description };
    case 'choice':
      return { enum: [...(parameter.choices ?? [])], description };
  }
}

/** A step is chosen by the name of a variant, or by `use` with the variant's parameters. */
function stepSchema(step: Step<unknown>): Schema {
  const named = { enum: step.variants.map((variant) => variant.id) };
  const byVariant = step.variants.map((variant) => {
    const parameters = Object.entries(variant.parameters ?? {});
    const required = parameters.filter(([, parameter]) => parameter.required).map(([name]) => name);
    const properties = Object.fromEntries(
      parameters.map(([name, parameter]) => [name, parameterSchema(parameter)]),
    );
    return {
      if: { type: 'object', required: ['use'], properties: { use: { const: variant.id } } },
      then: closed(
        { use: named, source: text('where the parameters come from'), ...properties },
        { required },
      ),
    };
  });
  const notAlone = step.variants.flatMap((variant) => {
    const needed = Object.entries(variant.parameters ?? {})
      .filter(([, parameter]) => parameter.required)
      .map(([name]) => name);
    if (needed.length === 0) return [];
    const example = ['use: ' + variant.id, ...needed.map((name) => `${name}: …`)].join(', ');
    return [
      {
        if: { const: variant.id },
        then: { type: 'object', description: `needs ${needed.join(', ')}: write { ${example} }` },
      },
    ];
  });
  return {
    description: step.question,
    if: { type: 'string' },
    then: { ...named, ...(notAlone.length > 0 && { allOf: notAlone }) },
    else: { type: 'object', required: ['use'], properties: { use: named }, allOf: byVariant },
  };
}

const METHOD = closed(Object.fromEntries(STEPS.map((step) => [step.id, stepSchema(step)])));

const POPULATION = closed(
  {
    code: text('code used in the tables, such as FSW'),
    label: text('name for people to read'),
    denominator: text('column of places.csv its rate is given per 1,000 of'),
    method: METHOD,
  },
  { required: ['code'] },
);

const AUDIENCE_RULES = closed({
  people: { type: 'integer', minimum: 1, description: 'fewest persons in a shown cell' },
  spots: { type: 'integer', minimum: 1, description: 'fewest spots in a shown cell' },
  dominance: { type: 'number', minimum: 0, maximum: 1, description: 'largest share of a cell at one spot' },
  round_to: { type: 'integer', minimum: 1, description: 'persons are rounded to a multiple of this' },
});

const SHARE = closed(
  {
    partner: AUDIENCE_RULES,
    public: AUDIENCE_RULES,
    expires: text('day until which outputs for others hold, such as 2026-12-31'),
  },
  {
    description:
      'rules of aggregated outputs; whatever protects less than the standard is said in the output',
  },
);

const FILES = closed({
  ...Object.fromEntries(
    INPUT_TABLES.map((table) => [
      table.id,
      text(`file with ${table.rowIs} a row: CSV, or an export of another system`),
    ]),
  ),
  boundaries: text('file with the outline of each municipality: GeoJSON, or another map format'),
});

const COLUMNS = closed(
  Object.fromEntries(
    INPUT_TABLES.map((table) => [
      table.id,
      closed(
        Object.fromEntries(
          Object.entries(table.columns).map(([name, column]) => [name, text(`header of: ${column.meaning}`)]),
        ),
      ),
    ]),
  ),
);

const IMPORT = closed(
  {
    file: text('file that was imported'),
    sha256: text('its SHA-256, so that a changed export is noticed'),
    kind: text('what it was taken for: kobo, odk, commcare, redcap, dhis2, hxl, map, table'),
    columns: COLUMNS,
  },
  { required: ['file', 'kind'] },
);

/** The JSON Schema (draft-07) of study.yaml: the one description behind validation and editor completion. */
export const SETTINGS_SCHEMA: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'spotwise study',
  ...closed({
    title: text('what the study is called'),
    round: { type: ['string', 'number'], description: 'which mapping exercise, such as 2016' },
    country: text('country of the study'),
    municipality_title: text('what a municipality is called here: township, county, district …'),
    populations: { type: 'array', items: POPULATION, description: 'the populations counted' },
    files: FILES,
    columns: COLUMNS,
    method: METHOD,
    weekend: {
      type: 'array',
      items: { enum: [...DAYS] },
      uniqueItems: true,
      minItems: 1,
      maxItems: 6,
      description: 'which days are the weekend; night life often means fri and sat',
    },
    time_zone: text('time zone of the study for exports with times in UTC, such as Europe/Belgrade'),
    day_starts_at: {
      type: 'string',
      pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
      description:
        'when a working day starts; a visit at night before it belongs to the evening before (06:00)',
    },
    plan: PLAN_SCHEMA,
    share: SHARE,
    imports: {
      type: 'array',
      items: IMPORT,
      description:
        'files the tables were imported from; spotwise import writes it and uses the mapping again',
    },
    credits: { type: 'array', items: { type: 'string' }, description: 'credit lines for outlines and data' },
    notes: { type: 'array', items: { type: 'string' }, description: 'what a reader must know of the data' },
    seed: { type: 'integer', minimum: 0, maximum: 4294967295, description: 'seed of everything random' },
  }),
};
