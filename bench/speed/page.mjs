// docs/performance.md from the figures of one run of the bench or of several.
import { exponent, goalsOf, heldBy } from './goals.mjs';
import { KINDS, why } from './page-words.mjs';

const cell = (value, digits = 2) => (value === undefined || Number.isNaN(value) ? '' : value.toFixed(digits));
const rows = (size) => size.toLocaleString('en');

function table(head, lines) {
  const all = [head, head.map(() => '---'), ...lines];
  return all.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** Three digits that count, four at most after the point. */
function figure(value, digits) {
  if (digits !== undefined) return value.toFixed(digits);
  if (value >= 1) return value.toFixed(2);
  return value.toFixed(value >= 0.1 ? 2 : 3);
}

const HELD = { ahead: 'ahead', first: 'yes', no: '**no**' };

function goalTable(goals) {
  return table(
    ['step', 'what', 'measured', 'first', 'ahead', 'ours', 'holds'],
    goals.map((goal, at) => [
      goals[at - 1]?.section === goal.section ? '' : goal.section,
      goals[at - 1]?.step === goal.step ? '' : goal.step,
      goal.measure,
      goal.first ?? '',
      goal.ahead ?? '',
      goal.isSo === undefined ? figure(goal.ours, goal.digits) : goal.isSo ? 'identical' : 'different',
      HELD[heldBy(goal)],
    ]),
  );
}

const nameOf = ({ section, step, measure }) => `${section}: ${step}, ${measure}`;

function summary(goals) {
  const by = (how) => goals.filter((goal) => heldBy(goal) === how);
  const [ahead, missed] = [by('ahead'), by('no')];
  const held = goals.length - missed.length;
  const list = missed.map((goal) => {
    const reason = why(goal);
    return `- ${nameOf(goal)}: ${figure(goal.ours, goal.digits)}, wanted ${goal.first}.${reason === undefined ? '' : ` ${reason}`}`;
  });
  return [
    `${held} of ${goals.length} first figures hold; ${ahead.length} of them are past the figure for *ahead* as well.`,
    ...(missed.length === 0 ? [] : ['', 'Not held:', '', ...list]),
  ].join('\n');
}

function peerTable(jobs, kind) {
  return table(
    [
      'rows',
      'against',
      'CPU ratio',
      'wall ratio',
      'our CPU, s',
      'theirs, s',
      'our peak, MiB',
      'theirs, MiB',
      'pairs',
    ],
    jobs.flatMap(({ size, peers }) =>
      peers
        .filter((peer) => peer.kind === kind)
        .map((peer) => [
          rows(size),
          peer.name,
          cell(peer.cpuRatio),
          cell(peer.wallRatio),
          cell(peer.cpu),
          cell(peer.peerCpu),
          cell(peer.peak, 0),
          cell(peer.peerPeak, 0),
          peer.pairs,
        ]),
    ),
  );
}

/** Who used less CPU than we did, by what they do, as one sentence a kind. */
function lost(jobs) {
  return Object.entries(KINDS).map(([kind, { title }]) => {
    const ahead = jobs.flatMap(({ size, peers }) =>
      peers
        .filter((peer) => peer.kind === kind && peer.cpuRatio > 1)
        .map((peer) => `${peer.name} at ${rows(size)} rows (${cell(peer.cpuRatio)})`),
    );
    return `- ${title}: ${ahead.length === 0 ? 'nobody' : ahead.join(', ')}.`;
  });
}

/** What the largest table took, in a sentence. */
function largest(jobs) {
  const last = jobs.at(-1);
  if (last === undefined) return '';
  return `\nA table of ${rows(last.size)} spots takes ${cell(last.wall, 0)} s and ${cell(last.peak, 0)} MiB on one machine, every file written.\n`;
}

/** Memory a spot by the two largest tables; how many spots a laptop serves. */
function reach(jobs) {
  const [before, last] = jobs.slice(-2);
  if (before === undefined || last === undefined) return '';
  const bytes = ((last.peak - before.peak) * 2 ** 20) / (last.size - before.size);
  const millions = Math.floor((8 * 2 ** 30 * 0.8) / bytes / 1e6);
  const minutes = Math.ceil((millions * 1e6 * (last.wall / last.size)) / 60);
  return `The largest table of this run had ${rows(last.size)} rows: ${cell(last.wall, 0)} s and ${cell(last.peak, 0)} MiB with every file
written, on Node's default heap. From ${rows(before.size)} to ${rows(last.size)} rows memory grows by about ${Math.round(bytes)} bytes a spot. Were it
to go on like that, 8 GiB, a fifth of them left to the system, would serve some ${millions} million spots in ${minutes} minutes; no table
larger than ${rows(last.size)} rows was run.

`;
}

export function page({ machine, versions, start, jobs, stages, left }) {
  const goals = goalsOf({ start, jobs, stages });
  const growth = exponent(jobs, 100_000, 5_000_000);
  const sections = Object.entries(KINDS).map(
    ([kind, { title, text }]) => `### ${title}\n\n${text}\n\n${peerTable(jobs, kind)}`,
  );
  return `# Performance

Written by \`npm run bench -- --full --with-peers --write\`; ${machine}.
Peers: ${versions}.

Ratios are ours ÷ theirs, so below 1 is faster: medians of pairs of runs in turn, as many as the tables say. Every peer's
result was compared with ours before its time counted; every tool runs with its own standard settings. Carry the ratios, not
the seconds. A run that is cut off is gone on with by \`--save FILE --resume\`; \`--from FILE,FILE --write\` makes this page of parts.

## In short

${summary(goals)}
${largest(jobs)}

## Section by section: first, ahead, ours

*First* is what the program has to hold; *ahead* is past every tool measured and near the limit. CPU is of whole processes for
reading and the whole job, of the step alone where it says so. The best peer is the best of those that do the same job.

${goalTable(goals)}

Finding clusters by density (DBSCAN) is no part of the program, so it is not measured. Polars for Python, the fastest reader
known, is not among the peers; Polars for Node is the same engine behind the start of Node. geopandas below version 1 takes
about ten times as long for points in outlines as version 1 does.

## The whole job

\`spotwise estimate\` on a table of 25 columns: read strictly, check, settle, estimate, intervals, week, concentration, trace,
and write nine CSV files and two of GeoJSON, synced and renamed into place, with their hashes.

${table(
  ['rows', 'CPU, s', 'wall, s', 'peak, MiB', 'µs of CPU a row', 'runs'],
  jobs.map(({ size, cpu, wall, peak, runs }) => [
    rows(size),
    cell(cpu),
    cell(wall),
    cell(peak, 0),
    cell((1e6 * cpu) / size, 1),
    runs,
  ]),
)}
${growth === undefined ? '' : `\nFrom 100,000 to 5,000,000 rows the CPU time grows with the rows to the power of ${cell(growth)}; 1 is in proportion.\n`}
${sections.join('\n\n')}

## Where we lose, and why

Less CPU than ours took:

${lost(jobs).join('\n')}

Those that do a part of the job look for no fault, keep no line numbers to say where one is, hash nothing, sync nothing and compute
no interval. At 10,000 rows most of our time is the start of Node and code that has just been loaded and is not yet compiled; above
that it is the strict reading of every column, the checks, and, with a row a spot, the writing of every column of it. awk knows no
quoted cells.

Threads are used by chains of Markov steps and by intervals that take many draws (from 200,000,000 in all); reading, checking and
adding up are done in one. The same seed gives the same bytes for any number of threads and any order of rows, because every
interval and every stratum of it has a stream of its own.
${left.length === 0 ? '' : `\nNot measured: ${[...new Set(left)].join('; ')}.\n`}
## Up to what size one machine serves

${reach(jobs)}Beyond what fits, \`spotwise sql\` says the same chain for DuckDB, SQLite or PostgreSQL, where the data are.
`;
}
