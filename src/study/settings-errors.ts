import type { ErrorObject } from 'ajv';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { nearestName } from './nearest-name.js';

/** Where the setting at a path stands. */
export type PlaceOf = (path: readonly string[]) => { file: string; line: number | undefined; column: string };

/** One issue a faulty setting, with the nearest known key for an unknown one. */
export function describeErrors(errors: readonly ErrorObject[], placeOf: PlaceOf): Issue[] {
  const issues = new Map<string, Issue>();
  for (const error of errors.filter(({ keyword }) => keyword !== 'if')) {
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const at = path.filter((part) => !/^\d+$/.test(part)).join('.') || 'the study';
    if (error.keyword === 'additionalProperties') {
      const key = String(error.params['additionalProperty']);
      const near = nearestName(key, knownKeys(error));
      const message = `"${key}" is not a setting of ${at}.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
      issues.set([...path, key].join('/'), raise('setting-unknown', placeOf([...path, key]), { message }));
    } else if (!issues.has(path.join('/'))) {
      issues.set(
        path.join('/'),
        raise('setting-invalid', placeOf(path), { message: `${at} ${describe(error)}.` }),
      );
    }
  }
  return [...issues.values()];
}

/** The keys the schema allows where an unknown one was found. */
function knownKeys(error: ErrorObject): string[] {
  return Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
}

function describe(error: ErrorObject): string {
  if (error.keyword === 'enum') {
    return `can be ${(error.params['allowedValues'] as unknown[]).join(', ')}`;
  }
  if (error.keyword === 'required') return `needs "${String(error.params['missingProperty'])}"`;
  // A variant stated by its name alone, which cannot do without its parameters: the schema says what to write.
  const needed: unknown = error.parentSchema?.['description'];
  if (error.keyword === 'type' && typeof needed === 'string' && needed.startsWith('needs ')) return needed;
  return error.message ?? 'is not valid';
}
