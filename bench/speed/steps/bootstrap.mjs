import { join } from 'node:path';
import { run } from '../contest.mjs';
import { near } from '../stage-results.mjs';
import { compiled, hasCompiler, hasPython, hasR } from '../tools.mjs';
import { node, python, rscript } from './scripts.mjs';

/** Redrawn totals. */
export function bootstrapContests({ folder }) {
  const [spots, replicates] = ['100000', '1000'];
  const strata = join(folder, 'strata.csv');
  run(node('bootstrap.mjs', 'make', spots, '0', strata));
  const step = 'bootstrap of 100,000 spots × 1,000';
  const same = { step, ours: node('bootstrap.mjs', 'ours', spots, replicates), compare: near(0.005) };
  return [
    {
      ...same,
      against: 'a loop over simple-statistics',
      first: 0.5,
      ahead: 0.2,
      peer: node('bootstrap.mjs', 'simple-statistics', spots, replicates),
    },
    {
      ...same,
      against: 'numpy',
      there: () => hasPython('import numpy, pandas'),
      first: 1.2,
      ahead: 0.5,
      peer: python('bootstrap.py', strata, replicates),
    },
    {
      ...same,
      against: 'R boot',
      there: () => hasR('boot'),
      first: 0.08,
      ahead: 0.03,
      peer: rscript('bootstrap.R', strata, replicates),
    },
    {
      ...same,
      against: 'as many draws in C',
      there: hasCompiler,
      first: 6,
      ahead: 2.3,
      peer: () => [compiled('bootstrap-floor.c', folder), spots, replicates],
      compare: undefined,
    },
    {
      step: 'the same seed, the rows in another order',
      against: 'the same bytes',
      holds: () => JSON.parse(run(node('bootstrap-order.mjs', spots, replicates)).out).found.identical,
    },
  ];
}
