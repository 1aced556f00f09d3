// The same spots in another order, the same seed: the same interval, to the bit. usage: node bootstrap-order.mjs SPOTS REPLICATES
import process from 'node:process';
import { bootstrap } from '../../../dist/estimate/interval/bootstrap.js';
import { makeRandom } from '../../../dist/stats/random.js';

const [size, replicates] = process.argv.slice(2).map(Number);
const random = makeRandom(5);
const spots = Array.from({ length: size }, (_, at) => ({
  spotId: `S${at}`,
  stratum: `stratum ${Math.floor(random.uniform() * random.uniform() * 1824)}`,
  count: 1 + Math.floor(40 * random.uniform() ** 3),
  figures: [1],
}));
const shuffled = spots
  .map((spot) => ({ spot, key: random.uniform() }))
  .sort((a, b) => a.key - b.key)
  .map(({ spot }) => spot);
const [straight, mixed] = [spots, shuffled].map((rows) =>
  JSON.stringify(bootstrap(rows, makeRandom(1), { spots: 'sample', replicates })),
);
process.stdout.write(`${JSON.stringify({ cpu: 0, found: { identical: straight === mixed } })}\n`);
