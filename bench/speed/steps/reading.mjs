import { join } from 'node:path';
import { makeSpots } from '../make-spots.mjs';
import { agree } from '../stage-results.mjs';
import { compiled, hasCompiler, hasNode, PACKAGES } from '../tools.mjs';
import { hasPolars, node } from './scripts.mjs';

const ours = (table) => node('reading.mjs', 'ours', table);
const polars = (table) => node('reading-polars.mjs', PACKAGES, table);

/** Reading: whole processes. */
export function readingContests({ folder }) {
  const [large, small] = [1_000_000, 100_000].map((rows) => {
    const path = join(folder, `table-${rows}.csv`);
    makeSpots(path, rows);
    return path;
  });
  const whole = {
    measure: 'cpu',
    compare: agree(['rows', 'issues', 'min', 'max', 'usual', 'lat', 'lon', 'peak_max']),
  };
  const step = 'reading 1,000,000 rows of 25 columns, typed and checked';
  return [
    {
      step,
      against: 'csv-parse',
      first: 0.075,
      ahead: 0.045,
      ours: ours(large),
      peer: node('reading.mjs', 'csv-parse', large),
      ...whole,
    },
    {
      step,
      against: 'DuckDB in Node, added up there',
      there: () => hasNode('@duckdb/node-api'),
      first: 0.75,
      ahead: 0.4,
      ours: ours(large),
      peer: node('reading-duckdb.mjs', PACKAGES, large),
      ...whole,
    },
    {
      step,
      against: 'nodejs-polars, lazy',
      there: hasPolars,
      first: 1.6,
      ahead: 0.85,
      ours: ours(large),
      peer: polars(large),
      ...whole,
    },
    {
      step,
      against: 'a typed parse in C',
      there: hasCompiler,
      first: 5,
      ahead: 2.7,
      ours: ours(large),
      peer: () => [compiled('reading.c', folder), large],
      ...whole,
    },
    {
      step: 'reading 100,000 rows',
      against: 'nodejs-polars, lazy',
      there: hasPolars,
      first: 0.95,
      ahead: 0.65,
      ours: ours(small),
      peer: polars(small),
      ...whole,
      measure: 'wall',
    },
  ];
}
