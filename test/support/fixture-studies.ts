import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { estimate } from '../../src/estimate/estimate.js';
import { DataError } from '../../src/model/failure.js';
import { EstimationError } from '../../src/model/estimation-error.js';
import { hasErrors } from '../../src/model/issue.js';
import type { Study } from '../../src/model/study.js';
import { FIXTURES, readFixture } from './read-fixture.js';

/** Every study below fixtures/ that a report can be made of, by folder: all but those whose data have errors. */
export async function studiesWithReport(): Promise<ReadonlyMap<string, Study>> {
  const folders = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'spots.csv')
    .map((entry) => relative(FIXTURES, entry.parentPath))
    .sort();
  const studies = new Map<string, Study>();
  for (const folder of folders) {
    const { study, issues } = await readFixture(folder);
    if (!hasErrors(issues) && isEstimated(study)) studies.set(folder, study);
  }
  return studies;
}

function isEstimated(study: Study): boolean {
  try {
    return !hasErrors(estimate(study).issues);
  } catch (error) {
    if (error instanceof DataError || error instanceof EstimationError) return false;
    throw error;
  }
}
