// Redrawn totals of 1,824 strata. usage: node bootstrap.mjs ours|simple-statistics SPOTS REPLICATES [FILE]
import { writeFileSync } from 'node:fs';
import { quantile, sampleWithReplacement, sum } from 'simple-statistics';
import { bootstrap } from '../../../dist/estimate/interval/bootstrap.js';
import { makeRandom } from '../../../dist/stats/random.js';
import { report } from './report.mjs';

const [way, spotCount, replicateCount, path] = process.argv.slice(2);
const [size, replicates] = [Number(spotCount), Number(replicateCount)];
const random = makeRandom(5);
const spots = Array.from({ length: size }, (_, at) => ({
  spotId: `S${at}`,
  stratum: `stratum ${Math.floor(random.uniform() * random.uniform() * 1824)}`,
  count: 1 + Math.floor(40 * random.uniform() ** 3),
  figures: [1],
}));

const WAYS = {
  make: () =>
    writeFileSync(
      path,
      `stratum,count\n${spots.map((spot) => `${spot.stratum},${spot.count}`).join('\n')}\n`,
    ),
  ours: () => ends(bootstrap(spots, makeRandom(1), { spots: 'sample', replicates })),
  'simple-statistics': () => {
    const strata = new Map();
    for (const spot of spots) {
      if (!strata.has(spot.stratum)) strata.set(spot.stratum, []);
      strata.get(spot.stratum).push(spot.count);
    }
    const totals = Array.from({ length: replicates }, () => 0);
    for (const counts of strata.values()) {
      for (let at = 0; at < replicates; at += 1)
        totals[at] += sum(sampleWithReplacement(counts, counts.length));
    }
    return ends({ low: quantile(totals, 0.025), high: quantile(totals, 0.975) });
  },
};

const ends = ({ low, high }) => ({ low, high });

await report(WAYS[way]);
