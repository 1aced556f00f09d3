import { describe, expect, it } from 'vitest';
import { findDuckdb, runInDuckdb } from '../support/duckdb.js';
import { inFreshFolder } from '../support/program.js';
import {
  AWKWARD_STUDY,
  expectSameResults,
  filesOfStudy,
  SQL_STUDIES,
  SQL_VARIANTS,
} from '../support/sql-studies.js';

const main = findDuckdb('that the SQL of every study gives our results in DuckDB');

describe('the chain as SQL in DuckDB', () => {
  it.each([...SQL_STUDIES, ...SQL_VARIANTS])('gives %s to the last digit', async (line) => {
    if (main === undefined) return;
    const [study = '', ...options] = line.split(' ');
    const run = (script: string, folder: string) => runInDuckdb(main, script, folder);
    await expectSameResults(filesOfStudy(study), 'duckdb', run, options);
  });

  it('reads awkward names and sorts by bytes', async () => {
    if (main === undefined) return;
    await expectSameResults(AWKWARD_STUDY, 'duckdb', (script, folder) => runInDuckdb(main, script, folder));
  });

  it('stops at the first thing that fails', () => {
    if (main === undefined) return;
    inFreshFolder((folder) => {
      expect(() => runInDuckdb(main, 'SELECT * FROM nowhere', folder)).toThrow('nowhere');
    });
  });
});
