import { estimate, type Estimation } from '../../src/estimate/estimate.js';
import type { Issue } from '../../src/model/issue.js';
import type { Settings } from '../../src/model/settings.js';
import type { Study } from '../../src/model/study.js';
import { readStudy } from '../../src/study/read-study.js';
import { readSettings } from '../../src/study/settings.js';
import { STANDARD_SETTINGS } from '../../src/model/settings.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Texts of a study's files, by table id; `study` is study.yaml. */
export type StudyTexts = Readonly<Record<string, string>>;

/** Reads a study from texts. */
export async function studyOf(
  texts: StudyTexts,
  changes: Partial<Settings> = {},
): Promise<{ study: Study; issues: readonly Issue[] }> {
  const { study: yaml, ...tables } = texts;
  const stated =
    yaml === undefined
      ? { settings: STANDARD_SETTINGS, issues: [] }
      : readSettings(bytes(yaml), 'study.yaml');
  const files = new Map(
    Object.entries(tables).map(([id, text]) => [
      id,
      { file: id === 'boundaries' ? 'boundaries.geojson' : `${id}.csv`, bytes: bytes(text) },
    ]),
  );
  const reading = await readStudy(files, { ...stated.settings, ...changes });
  return { study: reading.study, issues: [...stated.issues, ...reading.issues] };
}

/** Reads and estimates a study that must have no errors. */
export async function estimated(texts: StudyTexts, changes: Partial<Settings> = {}): Promise<Estimation> {
  const { study, issues } = await studyOf(texts, changes);
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors, undefined, 2));
  return estimate(study);
}

/** The codes of issues with their place, such as `range-order spots.csv:3:max`. */
export function located(issues: readonly Issue[]): string[] {
  return issues.map((issue) =>
    [issue.code, [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(':')].join(
      ' ',
    ),
  );
}
