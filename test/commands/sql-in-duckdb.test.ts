import { describe, expect, it } from 'vitest';
import { loadDuckdb } from '../../src/io/load-duckdb.js';
import { findDuckdb, runInDuckdb } from '../support/duckdb.js';
import { inFreshFolder } from '../support/program.js';
import { inSession, tablesInParquet } from '../support/parquet.js';
import { spotwise } from '../support/spotwise.js';
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

  it.each(['tiny', 'kosovo', 'kenya-2012'])('reads the tables of %s in Parquet', async (study) => {
    const engine = await loadDuckdb();
    if (main === undefined || engine === undefined) return;
    const files = await inSession(engine, (session) => tablesInParquet(session, filesOfStudy(study)));
    await expectSameResults(files, 'duckdb', (script, folder) => runInDuckdb(main, script, folder));
  });

  it('reads awkward names in Parquet', async () => {
    const engine = await loadDuckdb();
    if (main === undefined || engine === undefined) return;
    const files = await inSession(engine, (session) => tablesInParquet(session, AWKWARD_STUDY));
    await expectSameResults(files, 'duckdb', (script, folder) => runInDuckdb(main, script, folder));
    for (const dialect of ['sqlite', 'postgres']) {
      const done = await spotwise(['sql', 's', '--dialect', dialect], files);
      expect(done).toMatchObject({ code: 2, out: '' });
      expect(done.error).toContain(`${dialect} does not read spots.parquet`);
    }
  });

  it('stops at the first thing that fails', () => {
    if (main === undefined) return;
    inFreshFolder((folder) => {
      expect(() => runInDuckdb(main, 'SELECT * FROM nowhere', folder)).toThrow('nowhere');
    });
  });
});
