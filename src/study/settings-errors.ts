import type { ErrorObject } from 'ajv';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { nearestName } from './nearest-name.js';
import { SETTINGS_SCHEMA } from './settings-schema.js';

/** Where the setting at a path stands. */
export type PlaceOf = (path: readonly string[]) => { file: string; line: number | undefined; column: string };

/** One issue a faulty setting: the deepest thing the schema says of it, with the nearest known key for an unknown one. */
export function describeErrors(errors: readonly ErrorObject[], placeOf: PlaceOf): Issue[] {
  const issues = new Map<string, Issue>();
  for (const error of errorsOfMeantAlternatives(errors)) {
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const at = path.filter((part) => !/^\d+$/.test(part)).join('.') || 'the study';
    if (error.keyword === 'additionalProperties') {
      const key = String(error.params['additionalProperty']);
      const near = nearestName(
        key,
        Object.keys((error.parentSchema?.['properties'] ?? knownKeys(error)) as object),
      );
      const message = `"${key}" is not a setting of ${at}.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
      issues.set([...path, key].join('/'), raise('setting-unknown', placeOf([...path, key]), { message }));
    } else {
      const key = path.join('/');
      const message = `${at} ${describe(error)}.`;
      if (!issues.has(key)) issues.set(key, raise('setting-invalid', placeOf(path), { message }));
    }
  }
  return [...issues.values()];
}

/** The alternative of an anyOf an error comes from, as its path in the schema. */
const alternativeOf = ({ schemaPath }: ErrorObject) => /^.*\/anyOf\/\d+/.exec(schemaPath)?.[0];

/** True for the error of the alternative "a step by its bare name". */
const isBareName = ({ schemaPath }: ErrorObject) => schemaPath.endsWith('/anyOf/0/enum');

/**
 * The errors without those of alternatives the study did not mean. A step with `use` means the variant of that name:
 * what the other variants miss, and that the step is no bare name, is beside the point.
 */
function errorsOfMeantAlternatives(errors: readonly ErrorObject[]): ErrorObject[] {
  const refused = new Set(errors.filter(({ keyword }) => keyword === 'const').map(alternativeOf));
  const left = errors.filter((error) => {
    const alternative = alternativeOf(error);
    const isOtherType = error.keyword === 'type' && errors.some((name) => isBareNameFor(name, error));
    return (
      error.keyword !== 'anyOf' && !isOtherType && (alternative === undefined || !refused.has(alternative))
    );
  });
  return left.filter((name) => !isBareName(name) || !left.some((other) => isInVariant(other, name)));
}

/** True when the value is no object and the step's bare names already say what it can be. */
const isBareNameFor = (name: ErrorObject, error: ErrorObject) =>
  isBareName(name) && name.instancePath === error.instancePath;

/** True when the error lies within a variant of the same step as the bare name. */
const isInVariant = (error: ErrorObject, name: ErrorObject) =>
  !isBareName(error) && (alternativeOf(error) ?? '').startsWith(name.schemaPath.slice(0, -'0/enum'.length));

function describe(error: ErrorObject): string {
  if (error.keyword === 'enum') {
    return `can be ${(error.params['allowedValues'] as unknown[]).join(', ')}`;
  }
  if (error.keyword === 'required') return `needs "${String(error.params['missingProperty'])}"`;
  return error.message ?? 'is not valid';
}

/** The keys the schema allows where an unknown one was found. */
function knownKeys(error: ErrorObject): object {
  const steps = error.schemaPath.split('/').slice(1, -1);
  let schema: unknown = SETTINGS_SCHEMA;
  for (const step of steps) schema = (schema as Record<string, unknown> | undefined)?.[step];
  return ((schema as Record<string, unknown> | undefined)?.['properties'] as object | undefined) ?? {};
}
