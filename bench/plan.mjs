// Solves plain public benchmark files with the planning searches and prints one JSON line each.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeRandom } from '../dist/stats/random.js';
import { solveAssignment } from '../dist/plan/search/assignment-search.js';
import { solveClusters } from '../dist/plan/search/cluster-search.js';
import { solveMaximalCovering } from '../dist/plan/search/maximal-covering.js';
import { solveMedian } from '../dist/plan/search/p-median.js';
import { FORMATS, readInstances } from './instances.mjs';

const HELP = `Usage: npm run --silent bench:plan -- --problem P --format F --seconds S [options] FILE...

Solves each file with the same searches that make a plan, for at most S seconds of wall time each, reading
included, and prints one JSON line per problem (a file of the OR-Library may hold several: FILE#1, FILE#2 ...):
  {"file":...,"problem":...,"objective":...,"feasible":true,"seconds":...,"solution":[...]}
The objective is computed afresh from the solution. All indices count from 0, in the order of the file.

  --problem pmedian   solution: the open sites          objective: sum of distances, least
  --problem cpmp      solution: each customer's median  objective: sum of distances, least
  --problem gap       solution: each job's agent        objective: sum of costs, least
  --problem mclp      solution: the open sites          objective: demand covered, most
  --format  pmed | cpmp | sjc | gap | mclp   how the file is laid out
  --p N               how many sites to open, instead of what the file says; mclp needs it
  --radius R          mclp: a site covers what is at most this far (default 800)
  --seed S            a whole number (default 1)
  --seconds S         wall time at most for each file (default 10)

A file that cannot be read is said in one line; the others are solved.

Exit: 0 done, 2 the command was wrong, 4 a file could not be read.`;

const PROBLEMS = { pmedian: runMedian, cpmp: runClusters, gap: runAssignment, mclp: runCovering };
const READS = {
  pmedian: ['pmed', 'cpmp', 'sjc', 'mclp'],
  cpmp: ['cpmp', 'sjc'],
  gap: ['gap'],
  mclp: ['mclp', 'sjc', 'cpmp', 'pmed'],
};

process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = main(process.argv.slice(2));

function main(words) {
  const options = readOptions(words);
  if (typeof options === 'string') {
    process.stderr.write(`bench:plan: ${options}. See --help.\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  let code = 0;
  for (const [at, file] of options.files.entries()) {
    // The time of the first file begins with the process.
    const problem = solveFile(file, options, at === 0 ? 0 : now());
    if (problem === undefined) continue;
    process.stderr.write(`bench:plan: ${file}: ${problem}\n`);
    code = 4;
  }
  return code;
}

/** The options, or one line that says what is wrong with the command. */
function readOptions(words) {
  let parsed;
  const text = { type: 'string' };
  try {
    parsed = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        problem: text,
        format: text,
        p: text,
        radius: text,
        seed: text,
        seconds: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return String(error.message).split('\n')[0].replace(/\.+$/, '');
  }
  const { values, positionals: files } = parsed;
  if (values.help) return { help: true };
  const { problem, format } = values;
  if (!Object.hasOwn(PROBLEMS, problem ?? ''))
    return `--problem must be one of ${Object.keys(PROBLEMS).join(', ')}`;
  if (!FORMATS.includes(format)) return `--format must be one of ${FORMATS.join(', ')}`;
  if (!READS[problem].includes(format))
    return `--problem ${String(problem)} does not go with --format ${String(format)}`;
  const open = values.p === undefined ? undefined : Number(values.p);
  if (open !== undefined && !(Number.isInteger(open) && open > 0))
    return '--p must be a whole number above 0';
  const radius = Number(values.radius ?? 800);
  if (!(radius >= 0 && radius < Infinity)) return '--radius must be a number not below 0';
  const seed = Number(values.seed ?? 1);
  if (!Number.isInteger(seed)) return '--seed must be a whole number';
  const seconds = Number(values.seconds ?? 10);
  if (!(seconds > 0 && seconds < Infinity)) return '--seconds must be a number above 0';
  if (problem === 'mclp' && open === undefined) return '--problem mclp needs --p';
  if (files.length === 0) return 'no file given';
  return { problem, format, open, radius, seed, seconds, files };
}

/** Solves the problems of one file and prints their lines; returns why the file could not be read, if so. */
function solveFile(file, options, started) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return `cannot be read (${error.code ?? error.message})`;
  }
  let instances;
  try {
    instances = readInstances(text, options.format);
    for (const { size } of instances) {
      if (options.open > size) throw new Error(`--p is ${options.open}, more than the ${size} nodes`);
    }
  } catch (error) {
    return error.message;
  }
  for (const [at, instance] of instances.entries()) {
    const name = instances.length === 1 ? file : `${file}#${at + 1}`;
    solveInstance(name, instance, { ...options, started: at === 0 ? started : now() });
  }
  return undefined;
}

function solveInstance(file, instance, { started, ...options }) {
  const left = options.seconds - (now() - started);
  // What follows the search, checking and printing, is given 2% of the time or 50 ms.
  const timeLimit = Math.max(0.01, left - Math.max(0.05, options.seconds * 0.02));
  const settings = { ...options, open: options.open ?? instance.open };
  const found = PROBLEMS[options.problem](instance, settings, { clock: now, timeLimit });
  const seconds = Number((now() - started).toFixed(3));
  const { objective, feasible, solution, ...rest } = found;
  const line = { file, problem: options.problem, objective, feasible, seconds, solution, ...rest };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function now() {
  return performance.now() / 1000;
}

function runMedian({ size, distance }, { open, seed }, limits) {
  const problem = { customers: size, sites: size, open, distance };
  const found = solveMedian(problem, makeRandom(seed), limits);
  return outcome(found, found.open);
}

function runCovering({ size, distance, demand }, { open, radius, seed }, limits) {
  const covers = (site, customer) => distance(site, customer) <= radius;
  const problem = { customers: size, sites: size, open, covers, demand: demand ?? Array(size).fill(1) };
  const found = solveMaximalCovering(problem, makeRandom(seed), limits);
  return outcome(found, found.open);
}

function runClusters({ size, points, distance, demand, siteCapacity }, { open, seed }, limits) {
  const largest = Math.max(...siteCapacity);
  const isEven = siteCapacity.every((capacity) => capacity === largest);
  const clusterCapacity = Array(Math.min(open, size)).fill(largest);
  const problem = { demand, distance, points, clusterCapacity, ...(isEven ? {} : { siteCapacity }) };
  const found = solveClusters(problem, makeRandom(seed), limits);
  return outcome(
    found,
    found.assignment.map((cluster) => found.centres[cluster]),
  );
}
function runAssignment({ agents, jobs, cost, weight, capacity }, { seed }, limits) {
  const problem = {
    jobs,
    agents,
    capacity,
    cost: (job, agent) => cost[agent][job],
    load: (job, agent) => weight[agent][job],
  };
  const found = solveAssignment(problem, makeRandom(seed), limits);
  return outcome(found, found.assignment);
}

function outcome(found, solution) {
  const { isFeasible: feasible, obstacles } = found;
  const objective = Number.isFinite(found.objective) ? found.objective : null;
  return feasible
    ? { objective, feasible, solution }
    : { objective, feasible, solution: [...solution], obstacles };
}
