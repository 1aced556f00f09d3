import { Ajv } from 'ajv';
import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { decodeText } from '../formats/decode.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Choice, MethodSettings, PopulationSettings, Settings } from '../model/settings.js';
import type { Day } from '../model/week.js';
import { describeErrors, type PlaceOf } from './settings-errors.js';
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
  const broken = [...document.errors.map(syntaxFault), ...unresolvedAliases(document)].map(
    ({ offset, message }) => raise('yaml-syntax', { file, line: lines.linePos(offset).line }, { message }),
  );
  if (broken.length > 0) return { settings: STANDARD_SETTINGS, issues: broken };
  const stated: unknown = document.toJS() ?? {};
  const place: PlaceOf = (path) => ({ file, line: lineOf(document, lines, path), column: path.join('.') });
  const validate = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    verbose: true,
    strictTypes: false,
    strictRequired: false,
  }).compile(SETTINGS_SCHEMA);
  if (!validate(stated)) {
    return { settings: STANDARD_SETTINGS, issues: describeErrors(validate.errors ?? [], place) };
  }
  const settings = fillIn(stated as StatedSettings);
  return { settings, issues: repeatedPopulations(settings, place) };
}

interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

const syntaxFault = (error: { readonly pos: readonly [number, number]; readonly message: string }) => ({
  offset: error.pos[0],
  message: firstLine(error.message),
});

/** References to an anchor that is not set before them: the parser takes them, reading their value would throw. */
function unresolvedAliases(document: Document): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      faults.push({ offset: alias.range?.[0] ?? 0, message: `"*${alias.source}" refers to nothing.` });
    },
  });
  return faults;
}

/** A population listed twice would be estimated twice. */
function repeatedPopulations({ populations }: Settings, placeOf: PlaceOf): Issue[] {
  const codes = populations.map((population) => population.code);
  return codes.flatMap((code, at) => {
    if (codes.indexOf(code) === at) return [];
    const message = `The population "${code}" is listed more than once.`;
    return [raise('setting-invalid', placeOf(['populations', String(at)]), { message })];
  });
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
