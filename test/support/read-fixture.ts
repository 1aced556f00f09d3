import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Issue } from '../../src/model/issue.js';
import type { Settings } from '../../src/model/settings.js';
import type { Study } from '../../src/model/study.js';
import { BOUNDARIES_FILE, INPUT_TABLES } from '../../src/study/input-tables.js';
import { readSettings } from '../../src/study/settings.js';
import { STANDARD_SETTINGS } from '../../src/model/settings.js';
import { readStudy } from '../../src/study/read-study.js';

/** Folder of the bundled studies. */
export const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');

/** A bundled study as read, with the issues of its settings and of its tables. */
export interface Fixture {
  readonly study: Study;
  readonly issues: readonly Issue[];
}

/** Reads a study folder under fixtures/ as the commands do: study.yaml where there is one, then every table. */
export async function readFixture(
  folder: string,
  change: (settings: Settings) => Settings = (settings) => settings,
): Promise<Fixture> {
  const at = (name: string) => join(FIXTURES, folder, name);
  const reading = existsSync(at('study.yaml'))
    ? readSettings(readFileSync(at('study.yaml')), 'study.yaml')
    : { settings: STANDARD_SETTINGS, issues: [] };
  const settings = change(reading.settings);
  const named = [
    ...INPUT_TABLES.map((table) => ({ id: table.id, file: settings.files[table.id] ?? table.file })),
    { id: 'boundaries', file: settings.files['boundaries'] ?? BOUNDARIES_FILE },
  ];
  const files = new Map(
    named
      .filter(({ file }) => existsSync(at(file)))
      .map(({ id, file }) => [id, { file: basename(file), bytes: readFileSync(at(file)) }]),
  );
  const { study, issues } = await readStudy(files, settings);
  return { study, issues: [...reading.issues, ...issues] };
}
