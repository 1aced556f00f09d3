import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { estimate } from '../../src/estimate/estimate.js';
import { writeCsv } from '../../src/formats/csv.js';
import { writeGeoJson } from '../../src/formats/geojson.js';
import type { Settings } from '../../src/model/settings.js';
import type { Study } from '../../src/model/study.js';
import type { Microplan } from '../../src/plan/microplan.js';
import { microplan, type PlanOptions } from '../../src/plan/plan.js';
import { readRules } from '../../src/plan/read-rules.js';
import { siteFeatures } from '../../src/plan/siting/site-features.js';
import { planTables } from '../../src/plan/tables.js';
import { COARSE_DECIMALS } from '../../src/share/position.js';
import { readSettings } from '../../src/study/settings.js';
import { FIXTURES } from '../support/read-fixture.js';
import { located, studyOf } from '../support/study.js';

const at = (name: string) => join(FIXTURES, 'yangon', name);

/** The generator's tables for a seed, by file name; those committed for none. */
export async function yangonFiles(seed?: number): Promise<Readonly<Record<string, string>>> {
  const made = (await import(pathToFileURL(at('make.mjs')).href)) as {
    files: (seed?: number) => Record<string, string>;
  };
  return made.files(seed);
}

let settings: Settings | undefined;

/** What study.yaml says, read once: compiling its schema takes longer than planning. */
function yangonSettings(): Settings {
  if (settings === undefined) {
    const reading = readSettings(readFileSync(at('study.yaml')), 'study.yaml');
    if (reading.issues.length > 0) throw new Error(located(reading.issues).join('\n'));
    settings = reading.settings;
  }
  return settings;
}

/** A variation of the Yangon study, which has no errors. */
export async function yangonStudy(seed?: number): Promise<Study> {
  const texts = Object.entries(await yangonFiles(seed)).map(([file, text]) => [
    file.replace('.csv', ''),
    text,
  ]);
  const { study, issues } = await studyOf(
    Object.fromEntries(texts) as Record<string, string>,
    yangonSettings(),
  );
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0) throw new Error(located(errors).join('\n'));
  return study;
}

/** The plan of a study under its own rules, or those with changes. */
export function planFor(
  study: Study,
  changes: Readonly<Record<string, unknown>> = {},
  options: PlanOptions = {},
): Microplan {
  return microplan(
    study,
    estimate(study).estimates,
    readRules({ ...study.settings.plan, ...changes }),
    options,
  );
}

/** The tables of a plan, and its sites as a layer, as text by file name, as they would be written. */
export function writtenTables(plan: Microplan, study: Study): Map<string, string> {
  const texts = new Map(planTables(plan, study).map((table) => [table.name, writeCsv(table)]));
  if (plan.siting !== undefined) {
    texts.set('plan/sites.geojson', writeGeoJson(siteFeatures(plan.siting.sites), COARSE_DECIMALS));
  }
  return texts;
}
