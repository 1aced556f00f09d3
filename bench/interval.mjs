// Seconds for the intervals of one total.  usage: node bench/interval.mjs [spots] [replicates]   (after `npm run build`)
import { bootstrap } from '../dist/estimate/interval/bootstrap.js';
import { simulate } from '../dist/estimate/interval/simulate.js';
import { makeRandom } from '../dist/stats/random.js';

const [spots = 10_000, replicates = 10_000] = process.argv.slice(2).map(Number);
const random = makeRandom(1);
const VISITS = [1, 2, 3, 4, 5, 6, 7, 9, 10, 14, 15, 21];
const rows = Array.from({ length: spots }, (_, at) => ({
  spotId: `s${at}`,
  stratum: `stratum ${at % 400}`,
  count: 3 + random.integer(30),
  figures: Array.from({ length: random.integer(6) }, () => 1 / (VISITS[random.integer(12)] ?? 1)),
}));
const points = rows.map(({ spotId, count }, at) => ({
  spotId,
  low: count,
  mode: count * 1.2,
  high: count * 1.7,
  area: `area ${at % 38}`,
  informant: `informant ${at % 2000}`,
}));

function time(name, work) {
  const start = process.hrtime.bigint();
  const { low, estimate, high, monteCarloError } = work();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const figures = [low, estimate, high, monteCarloError].map((figure) => figure.toFixed(1)).join(' ');
  process.stdout.write(`${name.padEnd(34)} ${seconds.toFixed(2)} s   ${figures}\n`);
}

for (const frame of ['census', 'sample']) {
  time(`bootstrap, ${frame}`, () =>
    bootstrap(rows, makeRandom(2), { spots: frame, replicates, dayVariance: 1e4 }),
  );
}
for (const shape of ['triangular', 'pert', 'log-normal']) {
  time(`simulate, ${shape}`, () => simulate(points, makeRandom(3), { shape, replicates }));
  const shares = { share_area: 0.1, share_informant: 0.2 };
  time(`simulate, ${shape}, shared`, () => simulate(points, makeRandom(3), { shape, replicates, ...shares }));
}
