import { Ajv, type ErrorObject } from 'ajv';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { decodeText } from '../formats/decode.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Choice, MethodSettings, PopulationSettings, Settings } from '../model/settings.js';
import type { Day } from '../model/week.js';
import { nearestName } from './nearest-name.js';
import { SETTINGS_SCHEMA } from './settings-schema.js';

/** A study's settings with every default filled in, and what is wrong with the file. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly issues: readonly Issue[];
}

/** The settings of a study that states none: bare tables. */
export const STANDARD_SETTINGS: Settings = {
  title: '',
  round: '',
  country: '',
  municipality_title: 'municipality',
  populations: [],
  files: {},
  columns: {},
  method: {},
  weekend: ['fri', 'sat'],
  plan: {},
  share: {},
  credits: [],
  notes: [],
  seed: 1,
};

/** Reads study.yaml: syntax, then every setting against the schema; each fault with its line. */
export function readSettings(bytes: Uint8Array, file: string): SettingsReading {
  const decoded = decodeText(bytes, file);
  if ('issue' in decoded) return { settings: STANDARD_SETTINGS, issues: [decoded.issue] };
  const lines = new LineCounter();
  const document = parseDocument(decoded.text, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors.map((error) =>
    raise(
      'yaml-syntax',
      { file, line: lines.linePos(error.pos[0]).line },
      { message: firstLine(error.message) },
    ),
  );
  if (broken.length > 0) return { settings: STANDARD_SETTINGS, issues: broken };
  const stated: unknown = document.toJS() ?? {};
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(SETTINGS_SCHEMA);
  if (!validate(stated)) {
    const place = (path: readonly string[]) => ({
      file,
      line: lineOf(document, lines, path),
      column: path.join('.'),
    });
    return { settings: STANDARD_SETTINGS, issues: describeErrors(validate.errors ?? [], place) };
  }
  return { settings: fillIn(stated as StatedSettings), issues: [] };
}

interface StatedSettings extends Partial<Omit<Settings, 'round' | 'populations' | 'method' | 'weekend'>> {
  readonly round?: string | number;
  readonly weekend?: readonly Day[];
  readonly method?: StatedMethod;
  readonly populations?: readonly {
    readonly code: string;
    readonly label?: string;
    readonly denominator?: string;
    readonly method?: StatedMethod;
  }[];
}

type StatedMethod = Readonly<Record<string, string | Choice>>;

function fillIn(stated: StatedSettings): Settings {
  return {
    ...STANDARD_SETTINGS,
    ...stated,
    round: String(stated.round ?? ''),
    method: fillInMethod(stated.method),
    populations: (stated.populations ?? []).map(
      ({ code, label, denominator, method }): PopulationSettings => ({
        code,
        label: label ?? code,
        denominator,
        method: fillInMethod(method),
      }),
    ),
  };
}

function fillInMethod(stated: StatedMethod = {}): MethodSettings {
  return Object.fromEntries(
    Object.entries(stated).map(([step, choice]) => [
      step,
      typeof choice === 'string' ? { use: choice } : choice,
    ]),
  );
}

type PlaceOf = (path: readonly string[]) => { file: string; line: number | undefined; column: string };

/** One issue a faulty setting: the deepest thing the schema says of it, with the nearest known key for an unknown one. */
function describeErrors(errors: readonly ErrorObject[], placeOf: PlaceOf): Issue[] {
  const issues = new Map<string, Issue>();
  for (const error of errors) {
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const at = path.filter((part) => !/^\d+$/.test(part)).join('.') || 'the study';
    if (error.keyword === 'additionalProperties') {
      if (errors.some((other) => isAlternativeOf(error, other))) continue;
      const key = String(error.params['additionalProperty']);
      const near = nearestName(
        key,
        Object.keys((error.parentSchema?.['properties'] ?? knownKeys(error)) as object),
      );
      const message = `"${key}" is not a setting of ${at}.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
      issues.set([...path, key].join('/'), raise('setting-unknown', placeOf([...path, key]), { message }));
    } else if (!['anyOf', 'const'].includes(error.keyword) || isOnlyError(error, errors)) {
      const key = path.join('/');
      const message = `${at} ${describe(error)}.`;
      if (!issues.has(key)) issues.set(key, raise('setting-invalid', placeOf(path), { message }));
    }
  }
  return [...issues.values()];
}

/** True for the errors of the alternatives of a choice that the study did not mean. */
function isAlternativeOf(error: ErrorObject, other: ErrorObject): boolean {
  return (
    other.keyword === 'const' &&
    other.instancePath === `${error.instancePath}/use` &&
    other.schemaPath.split('/properties')[0] === error.schemaPath.split('/additionalProperties')[0]
  );
}

function isOnlyError(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  return !errors.some((other) => other !== error && other.instancePath.startsWith(error.instancePath));
}

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

/** Line of the setting at that path, or of the nearest thing above it. */
function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number | undefined {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === part);
      if (pair === undefined) break;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    } else {
      node = document.getIn(path.slice(0, path.indexOf(part) + 1), true);
      offset = (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? offset;
    }
  }
  return lines.linePos(offset).line;
}

const firstLine = (message: string) =>
  `${(message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '').replace(/\.$/, '')}.`;
