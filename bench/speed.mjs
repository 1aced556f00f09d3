// How fast the program is, beside what people would use instead, in one run on one machine.
// usage: npm run bench [-- OPTIONS]
//   --sizes 10000,100000   rows of the tables of the whole job    --full          1e4, 1e5, 1e6 and 5e6 rows
//   --pairs 7              pairs of runs in turn, where there is time for so many   --patient       as many however long it takes
//   --only start,job,stages                                       --with-peers    installs peers for Node in .bench/ first
//   --kinds same,chain,groups,spots     what peers of the job do  --groups reading,inside,near,bootstrap,writing   stages
//   --save FILE            keeps the figures as JSON as they come, beside those it holds; with --resume those are not measured again
//   --write                writes docs/performance.md             --from FILE,…   measures nothing: the figures kept in files
// Every peer's result is compared with ours before its time is printed. A peer that is not installed is left out, and said.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { contest, run } from './speed/contest.mjs';
import { checkPeers, job } from './speed/job.mjs';
import { page } from './speed/page.mjs';
import { emptyResults, join as joinResults, keeper, load } from './speed/results.mjs';
import { GROUPS, runStages } from './speed/stages.mjs';
import { installPeers, NODE, PROGRAM } from './speed/tools.mjs';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    pairs: { type: 'string', default: '7' },
    patient: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: 'start,job,stages' },
    kinds: { type: 'string', default: 'same,chain,groups,spots' },
    groups: { type: 'string', default: Object.keys(GROUPS).join(',') },
    'with-peers': { type: 'boolean', default: false },
    save: { type: 'string' },
    resume: { type: 'boolean', default: false },
    from: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const say = (line) => process.stdout.write(`${line}\n`);

const results =
  options.from === undefined ? measureAll() : options.from.split(',').map(load).reduce(joinResults);
if (options.write) {
  writeFileSync('docs/performance.md', page(results));
  run([NODE, join('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', 'docs/performance.md']);
  say('written: docs/performance.md');
}
for (const line of new Set(results.left)) say(`left out: ${line}`);

function measureAll() {
  if (options['with-peers']) installPeers();
  const folder = join(tmpdir(), `spotwise-bench-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const keep = keeper(options.save);
  const isKept = (test) => options.resume && keep.kept() !== undefined && test(keep.kept());
  /** Measures a piece and keeps it. */
  const piece = (fill) => {
    const part = emptyResults();
    fill(part);
    keep.add(part);
  };
  const wanted = new Set(options.only.split(','));
  const pairs = Number(options.pairs);
  const { patient } = options;
  try {
    if (wanted.has('start') && !isKept(({ start }) => start.length > 0))
      piece((part) => part.start.push(startUp(folder, pairs)));
    const sizes = (options.full ? '10000,100000,1000000,5000000' : options.sizes).split(',').map(Number);
    const kinds = new Set(options.kinds.split(','));
    let doubtful;
    for (const size of wanted.has('job') ? sizes : []) {
      if (isKept(({ jobs }) => jobs.some((each) => each.size === size))) continue;
      piece(({ jobs, left }) => {
        doubtful ??= checkPeers({ folder, say, left });
        jobs.push(job(size, { folder, pairs, patient, kinds, doubtful, say, left }));
      });
    }
    for (const group of wanted.has('stages') ? options.groups.split(',') : []) {
      if (isKept((kept) => kept.stages.some((each) => each.group === group))) continue;
      piece(({ stages, left }) => stages.push(...runStages(group, { folder, pairs, patient, say, left })));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return keep.kept() ?? emptyResults();
}

function startUp(folder, pairs) {
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const limits = { pairs: Math.max(pairs, 21), seconds: 20 };
  const found = contest([NODE, PROGRAM, '--help'], [NODE, empty], limits);
  say(`start   --help ÷ empty script: cpu ${found.cpuRatio.toFixed(2)}, wall ${found.wallRatio.toFixed(2)}`);
  return { name: '--help', ...found };
}
