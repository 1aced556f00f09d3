import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, startPostgres, type Postgres } from '../support/postgres.js';
import { inFreshFolder } from '../support/program.js';
import {
  AWKWARD_STUDY,
  expectSameResults,
  filesOfStudy,
  SQL_STUDIES,
  SQL_VARIANTS,
} from '../support/sql-studies.js';

const programs = findPostgres('that the SQL of every study gives our results in PostgreSQL');

let server: Postgres | undefined;

beforeAll(() => {
  if (programs !== undefined) server = startPostgres(programs);
});

afterAll(() => server?.stop());

describe('the chain as SQL in PostgreSQL', () => {
  it.each([...SQL_STUDIES, ...SQL_VARIANTS])('gives %s to the last digit', async (line) => {
    if (server === undefined) return;
    const [study = '', ...options] = line.split(' ');
    await expectSameResults(filesOfStudy(study), 'postgres', server.run, options);
  });

  it('reads awkward names, and sorts by bytes whatever the language of the database', async () => {
    if (server === undefined) return;
    await expectSameResults(AWKWARD_STUDY, 'postgres', server.run);
  });

  it('stops at the first thing that fails', () => {
    if (server === undefined) return;
    const { run } = server;
    inFreshFolder((folder) => {
      expect(() => run('SELECT * FROM nowhere;', folder)).toThrow('nowhere');
    });
  });
});
