// docs/performance.md from one run of the bench.

const cell = (value, digits = 2) => (value === undefined || Number.isNaN(value) ? '' : value.toFixed(digits));

function table(head, rows) {
  const all = [head, head.map(() => '---'), ...rows];
  return all.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** How the CPU time grows with the rows: the exponent between each size and the one before. */
function exponents(jobs) {
  return jobs.slice(1).map((job, at) => {
    const before = jobs[at];
    const exponent = Math.log(job.cpu / before.cpu) / Math.log(job.size / before.size);
    return `${before.size.toLocaleString('en')} to ${job.size.toLocaleString('en')} rows: ${exponent.toFixed(2)}`;
  });
}

function peerTable(jobs, kind) {
  return table(
    ['rows', 'against', 'CPU ratio', 'wall ratio', 'our CPU, s', 'theirs, s', 'our peak, MiB', 'theirs, MiB'],
    jobs.flatMap(({ size, peers }) =>
      peers
        .filter((peer) => peer.kind === kind)
        .map((peer) => [
          size.toLocaleString('en'),
          peer.name,
          cell(peer.cpuRatio),
          cell(peer.wallRatio),
          cell(peer.cpu),
          cell(peer.peerCpu),
          cell(peer.peak, 0),
          cell(peer.peerPeak, 0),
        ]),
    ),
  );
}

export function page({ machine, pairs, start, jobs, stages, left }) {
  const lost = jobs.flatMap(({ size, peers }) =>
    peers
      .filter((peer) => peer.cpuRatio > 1)
      .map(
        (peer) =>
          `${peer.name} at ${size.toLocaleString('en')} rows${peer.kind === 'spots' ? ' with a row a spot' : ''} (${cell(peer.cpuRatio)})`,
      ),
  );
  const short = [...start, ...stages]
    .filter((each) => each.cpuRatio > each.goal)
    .map((each) => `${each.name}: ${cell(each.cpuRatio, 3)}, wanted ${each.goal}`);
  return `# Performance

Written by \`npm run bench -- --with-peers --write\`; ${machine}. Ratios are ours ÷ theirs, so below 1 is faster:
medians over ${pairs} pairs of runs in turn (5 at 1,000,000 rows, 3 above and for the slowest stages; slow peers stop at
1,000,000 rows). Carry the ratios, not the seconds.
Every peer's result was compared with ours before its time counted.

## Start

${table(
  ['what', 'CPU ratio', 'wall ratio', 'wanted'],
  start.map((each) => [each.name, cell(each.cpuRatio), cell(each.wallRatio), each.goal]),
)}

## The whole job

\`spotwise estimate\` on a table of 25 columns: read strictly, check, settle, estimate, intervals, week, concentration, trace,
and write nine CSV files and two of GeoJSON, synced and renamed into place, with their hashes.

${table(
  ['rows', 'CPU, s', 'wall, s', 'peak, MiB', 'µs of CPU a row'],
  jobs.map(({ size, cpu, wall, peak }) => [
    size.toLocaleString('en'),
    cell(cpu),
    cell(wall),
    cell(peak, 0),
    cell((1e6 * cpu) / size, 1),
  ]),
)}

Growth of the CPU time with the rows, as an exponent (1 is in proportion): ${exponents(jobs).join('; ') || 'one size only'}.

### The same chain, to the same bytes

DuckDB runs the estimation chain that \`spotwise sql\` prints, and writes \`municipalities.csv\` and \`national.csv\`; we write
the same two files (\`--only\`). It checks nothing; we find every fault first.

${peerTable(jobs, 'chain')}

### A part of it: read, one figure a spot, added up, written

These peers leave out inactive spots, take one figure a spot and add up by municipality and population: no checks, no
interval, no whole persons that add up. Both sides write \`municipalities.csv\`; ours has everything it always has.

${peerTable(jobs, 'groups')}

### The same, with a row a spot

Both sides write \`spots.csv\` too: theirs six columns, ours all of them.

${peerTable(jobs, 'spots')}

## Stages

CPU time inside the process.

${table(
  ['what', 'CPU ratio', 'wanted', 'ours, s', 'theirs, s'],
  stages.map((each) => [each.name, cell(each.cpuRatio, 3), each.goal, cell(each.cpu), cell(each.peerCpu)]),
)}

## Where we lose, and why

${lost.length === 0 ? 'No peer used less CPU at the sizes measured.' : `Less CPU than ours: ${lost.join('; ')}. Those peers do a part of the job. At 10,000 rows most of our time is code that has just been loaded and is not yet compiled; above that it is the strict reading of all 25 columns, the checks, the interval and the writing of every column of a spot.`}

${short.length === 0 ? 'Every stage is within what was wanted.' : `Short of what was wanted: ${short.join('; ')}.`}

Threads are used by chains of Markov steps only; an interval redraws its spots in one thread. The same seed gives the
same bytes for any number of threads and any order of rows, because every stratum has a stream of its own.

${left.length === 0 ? '' : `Not installed, so not measured: ${[...new Set(left)].join(', ')}.\n`}
## Larger than one machine

${jobs.length === 0 ? '' : `The largest table of this run had ${jobs.at(-1).size.toLocaleString('en')} rows and took ${cell(jobs.at(-1).peak, 0)} MiB. `}Memory grows with the spots. Beyond what fits, \`spotwise sql\` says the same chain for DuckDB, SQLite or PostgreSQL, where the data are.
`;
}
