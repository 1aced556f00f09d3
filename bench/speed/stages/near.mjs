// Pairs within 50 m among points. usage: node near.mjs ours|kdbush|make COUNT [PACKAGES|FILE]
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { kmBetween } from '../../../dist/geo/distance.js';
import { nearPairs } from '../../../dist/geo/near-pairs.js';
import { makeRandom } from '../../../dist/stats/random.js';
import { report } from './report.mjs';

const [way, points, place] = process.argv.slice(2);
const count = Number(points);
const KM = 0.05;
const random = makeRandom(99);
const towns = Array.from({ length: 200 }, () => [
  28 + 3 * random.uniform(),
  -3 + 2 * random.uniform(),
  0.005 + 0.03 * random.uniform(),
]);
const lon = new Float64Array(count);
const lat = new Float64Array(count);
for (let at = 0; at < count; at += 1) {
  const [x, y, size] = towns[random.integer(200)];
  const off = () => random.uniform() + random.uniform() + random.uniform() - 1.5;
  const isAnywhere = random.integer(4) === 0;
  lon[at] = isAnywhere ? 28 + 3 * random.uniform() : x + 2 * size * off();
  lat[at] = isAnywhere ? -3 + 2 * random.uniform() : y + 2 * size * off();
}

const WAYS = {
  make: () => writeFileSync(place, `lon,lat\n${Array.from(lon, (x, at) => `${x},${lat[at]}`).join('\n')}\n`),
  ours: () => {
    let pairs = 0;
    nearPairs({ lat, lon }, KM, () => {
      pairs += 1;
    });
    return { pairs };
  },
  kdbush: async () => {
    const { default: KDBush } = await import(
      pathToFileURL(resolve(place, 'node_modules', 'kdbush', 'index.js')).href
    );
    const index = new KDBush(count);
    for (let at = 0; at < count; at += 1) index.add(lon[at], lat[at]);
    index.finish();
    const north = (KM / 6371.0088) * (180 / Math.PI) * 1.001;
    let pairs = 0;
    for (let at = 0; at < count; at += 1) {
      const east = north / Math.cos((lat[at] * Math.PI) / 180);
      for (const other of index.range(lon[at] - east, lat[at] - north, lon[at] + east, lat[at] + north)) {
        if (other > at && kmBetween([lon[at], lat[at]], [lon[other], lat[other]]) <= KM) pairs += 1;
      }
    }
    return { pairs };
  },
};
await report(WAYS[way]);
