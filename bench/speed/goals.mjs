// What was wanted of every step, and what it came to. First: what the product has to hold. Ahead: past every tool measured
// and near the limit.

const sizeOf = (jobs, size) => jobs.find((each) => each.size === size);
const rows = (size) => size.toLocaleString('en');

/** The peers of a kind at a size that satisfy a test. */
function peersAt(jobs, size, kind, test = () => true) {
  return (sizeOf(jobs, size)?.peers ?? []).filter((peer) => peer.kind === kind && test(peer));
}

/** The peer that is hardest to beat by a ratio. */
function best(peers, key) {
  return peers.reduce((most, peer) => (most === undefined || peer[key] > most[key] ? peer : most), undefined);
}

/** How the CPU time of the whole job grows from one size to another: 1 is in proportion. */
export function exponent(jobs, from, to) {
  const [a, b] = [from, to].map((size) => sizeOf(jobs, size));
  return a === undefined || b === undefined ? undefined : Math.log(b.cpu / a.cpu) / Math.log(to / from);
}

const WORDS = { cpuRatio: 'CPU', wallRatio: 'wall', peakRatio: 'peak memory' };

/** The same job at a size beside the best peer of some. */
function jobGoal(jobs, size, { key, first, ahead, of = () => true, against = 'the best peer' }) {
  const peer = best(peersAt(jobs, size, 'same', of), key);
  if (peer === undefined) return [];
  const named = against === peer.name ? against : `${against} (${peer.name})`;
  return [
    {
      section: 'Whole job',
      step: `${rows(size)} rows`,
      measure: `${WORDS[key]} ÷ ${named}`,
      first,
      ahead,
      ours: peer[key],
    },
  ];
}

function jobGoals(jobs) {
  const duckdb = { of: ({ name }) => name === 'DuckDB in Node', against: 'DuckDB in Node' };
  const plain = { of: ({ name }) => name.startsWith('csv-parse'), against: 'csv-parse and plain JavaScript' };
  return [
    ...jobGoal(jobs, 10_000, { key: 'wallRatio', first: 0.9, ahead: 0.7 }),
    ...jobGoal(jobs, 100_000, { key: 'wallRatio', first: 0.9, ahead: 0.7 }),
    ...jobGoal(jobs, 1_000_000, { key: 'cpuRatio', first: 0.9, ahead: 0.5 }),
    ...jobGoal(jobs, 1_000_000, { key: 'wallRatio', first: 1.3, ahead: 0.75 }),
    ...jobGoal(jobs, 1_000_000, { key: 'cpuRatio', first: 0.08, ahead: 0.045, ...plain }),
    ...jobGoal(jobs, 5_000_000, { key: 'wallRatio', first: 0.95, ahead: 0.75 }),
    ...(best(peersAt(jobs, 5_000_000, 'same'), 'wallRatio')?.name === duckdb.against
      ? []
      : jobGoal(jobs, 5_000_000, { key: 'wallRatio', first: 0.95, ahead: 0.75, ...duckdb })),
    ...jobGoal(jobs, 5_000_000, { key: 'peakRatio', first: 0.85, ahead: 0.7, ...duckdb }),
  ];
}

/** Peak memory of the largest table, and growth. */
function sizeGoals(jobs) {
  const largest = sizeOf(jobs, 5_000_000);
  const byPlace = peersAt(jobs, 5_000_000, 'same')[0];
  const growth = exponent(jobs, 100_000, 5_000_000);
  const step = '5,000,000 rows, default heap';
  const goal = { section: 'Size', first: 600, ahead: 450, digits: 0 };
  return [
    ...(byPlace === undefined
      ? []
      : [{ ...goal, step, measure: 'peak, MiB, `municipalities.csv` only', ours: byPlace.peak }]),
    ...(largest === undefined
      ? []
      : [{ ...goal, step, measure: 'peak, MiB, every file', ours: largest.peak }]),
    ...(growth === undefined
      ? []
      : [
          {
            section: 'Size',
            step: '100,000 to 5,000,000 rows, every file',
            measure: 'exponent of growth, CPU',
            first: 1.05,
            ours: growth,
          },
        ]),
  ];
}

const SECTIONS = {
  reading: 'Reading',
  inside: 'Points in outlines',
  near: 'Near pairs',
  bootstrap: 'Bootstrap',
  writing: 'Writing',
};
const MEASURES = { inside: 'CPU in the process', cpu: 'CPU', wall: 'wall' };

function stageGoals(stages, group) {
  return stages
    .filter((stage) => stage.group === group)
    .map(({ step, against, measure, first, ahead, ratio, isSo }) => {
      const goal = { section: SECTIONS[group], step, first, ahead };
      if (isSo !== undefined) return { ...goal, measure: against, isSo };
      if (against === undefined) return { ...goal, measure: 'MiB', ours: ratio, digits: 0 };
      return { ...goal, measure: `${MEASURES[measure]} ÷ ${against}`, ours: ratio };
    });
}

/** Every goal that was measured, in the order of the job. */
export function goalsOf({ start, jobs, stages }) {
  const begun = start.map(({ wallRatio }) => ({
    section: 'Start',
    step: '`--help`',
    measure: 'wall ÷ an empty Node script',
    first: 1.25,
    ahead: 1.12,
    ours: wallRatio,
  }));
  const bySection = ['inside', 'near', 'bootstrap', 'writing'].flatMap((group) => stageGoals(stages, group));
  const all = [
    ...begun,
    ...stageGoals(stages, 'reading'),
    ...jobGoals(jobs),
    ...sizeGoals(jobs),
    ...bySection,
  ];
  return all.filter(({ ours, isSo }) => isSo !== undefined || Number.isFinite(ours));
}

/** `ahead`, `first` or `no`: what a goal came to. */
export function heldBy({ first, ahead, ours, isSo }) {
  if (isSo !== undefined) return isSo ? 'ahead' : 'no';
  if (ahead !== undefined && ours <= ahead) return 'ahead';
  return ours <= first ? 'first' : 'no';
}
