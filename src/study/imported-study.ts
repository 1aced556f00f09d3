import { stringify } from 'yaml';
import type { ImportRecord } from '../model/settings.js';

/** What a new study says of itself when its tables were imported. */
export interface ImportedStudy {
  readonly title: string;
  readonly populations: readonly string[];
  readonly timeZone: string | undefined;
  readonly imports: readonly ImportRecord[];
}

/** The study.yaml of a study whose tables were imported: its populations and the mapping, ready to be edited. */
export function importedStudyYaml({ title, populations, timeZone, imports }: ImportedStudy): string {
  const head = '# A spotwise study. Every other setting has a default; docs/study.schema.json lists them.\n';
  const body = stringify({
    title,
    ...(populations.length === 0 ? {} : { populations: populations.map((code) => ({ code, label: code })) }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
  });
  return `${head}${body}\n${importsYaml(imports)}`;
}

/** The imports section, as it stands at the end of study.yaml. */
export function importsYaml(imports: readonly ImportRecord[]): string {
  const about =
    '# Where the tables come from, and which header holds which column; spotwise import uses this mapping again.\n';
  return `${about}${stringify({ imports })}`;
}
