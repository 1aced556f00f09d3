// Plans invented studies of any size in a process of their own and prints one JSON line each.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { largeStudy } from './large-study.mjs';

const HELP = `Usage: npm run --silent bench:large -- [options] [plan's own options after --]

Makes an invented study, plans it with bin/spotwise.js and prints one JSON line:
  {"spots":...,"workers":...,"seed":...,"exit":0,"seconds":...,"cpu_seconds":...,"megabytes":...,"plan":[...]}

  --spots N     how many spots (default 2000)
  --workers N   how many workers; 0 = the plan says how many it takes (default 250)
  --seed S      seed of the study (default 1)
  --keep DIR    write the study there and leave it`;

const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'spotwise.js');

process.exitCode = main(process.argv.slice(2));

function main(words) {
  const text = { type: 'string' };
  let parsed;
  try {
    parsed = parseArgs({
      args: words,
      allowPositionals: true,
      options: { spots: text, workers: text, seed: text, keep: text, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    process.stderr.write(`bench:large: ${String(error.message).split('\n')[0]}\n`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const [spots, workers, seed] = [values.spots ?? 2000, values.workers ?? 250, values.seed ?? 1].map(Number);
  if (![spots, workers, seed].every((number) => Number.isInteger(number) && number >= 0) || spots === 0) {
    process.stderr.write('bench:large: --spots, --workers and --seed take whole numbers\n');
    return 2;
  }
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'spotwise-large-'));
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of largeStudy({ spots, workers, seed }))
      writeFileSync(join(folder, name), content);
    process.stdout.write(`${JSON.stringify({ spots, workers, seed, ...planned(folder, positionals) })}\n`);
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

/** Time, memory and outcome of one plan. */
function planned(folder, more) {
  const card = join(folder, 'usage.json');
  const watch = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(card)}, JSON.stringify(process.resourceUsage())))`;
  const watcher = join(folder, 'usage.cjs');
  writeFileSync(watcher, watch);
  const started = performance.now();
  const done = spawnSync(
    process.execPath,
    ['--require', watcher, PROGRAM, 'plan', folder, '--json', '--out', join(folder, 'out'), ...more],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - started) / 1000;
  if (done.status !== 0 && done.status !== 130) process.stderr.write(done.stderr);
  const usage = JSON.parse(readFileSync(card, 'utf8'));
  return {
    exit: done.status,
    seconds: Number(seconds.toFixed(2)),
    cpu_seconds: Number(((usage.userCPUTime + usage.systemCPUTime) / 1e6).toFixed(2)),
    megabytes: Math.round(usage.maxRSS / 1024),
    plan: done.status === 0 || done.status === 130 ? JSON.parse(done.stdout).plan : undefined,
  };
}
