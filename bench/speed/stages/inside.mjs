// Points into 38 detailed outlines. usage: node inside.mjs ours|make POINTS POLYGONS [COUNT]
import { readFileSync, writeFileSync } from 'node:fs';
import { outlineFinder } from '../../../dist/geo/inside.js';
import { makeRandom } from '../../../dist/stats/random.js';
import { report } from './report.mjs';

const [way, points, polygons, count] = process.argv.slice(2);

if (way === 'make') make();
else {
  const { features } = JSON.parse(readFileSync(polygons, 'utf8'));
  const outlines = features.map((feature) => ({
    municipality: '',
    polygons: [feature.geometry.coordinates],
  }));
  const lines = readFileSync(points, 'utf8').trimEnd().split('\n').slice(1);
  const [x, y] = [0, 1].map((at) => Float64Array.from(lines, (line) => Number(line.split(',')[at])));
  await report(() => {
    const find = outlineFinder(outlines);
    let [inside, sum] = [0, 0];
    for (let at = 0; at < x.length; at += 1) {
      const found = find(x[at], y[at]);
      if (found >= 0) [inside, sum] = [inside + 1, sum + found];
    }
    return { inside, sum };
  });
}

/** A jittered 8 by 5 grid of cells less two, every border a crooked line of 125 points both neighbours share. */
function make() {
  const random = makeRandom(38);
  const corner = Array.from({ length: 54 }, (_, at) => [
    28 + ((at % 9) + (at % 9 > 0 && at % 9 < 8 ? 0.3 * (random.uniform() - 0.5) : 0)) * 0.375,
    -3 + (Math.floor(at / 9) + (at > 8 && at < 45 ? 0.3 * (random.uniform() - 0.5) : 0)) * 0.4,
  ]);
  const borders = new Map();
  const border = (from, to) => {
    const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    if (!borders.has(key)) {
      const [a, b] = [corner[Math.min(from, to)], corner[Math.max(from, to)]];
      let off = 0;
      const line = Array.from({ length: 125 }, (_, at) => {
        off = at === 0 ? 0 : off * 0.97 + 0.002 * (random.uniform() - 0.5);
        const share = at / 125;
        return [a[0] + share * (b[0] - a[0]) + off, a[1] + share * (b[1] - a[1]) + off];
      });
      borders.set(key, [...line, b]);
    }
    const line = borders.get(key);
    return (from < to ? line : [...line].reverse()).slice(0, -1);
  };
  const features = Array.from({ length: 38 }, (_, at) => {
    const low = Math.floor(at / 8) * 9 + (at % 8);
    const ring = [
      ...border(low, low + 1),
      ...border(low + 1, low + 10),
      ...border(low + 10, low + 9),
      ...border(low + 9, low),
    ];
    return {
      type: 'Feature',
      properties: { id: at },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    };
  });
  writeFileSync(polygons, JSON.stringify({ type: 'FeatureCollection', features }));
  let text = 'lon,lat\n';
  for (let at = 0; at < Number(count); at += 1)
    text += `${(27.9 + 3.2 * random.uniform()).toFixed(6)},${(-3.1 + 2.2 * random.uniform()).toFixed(6)}\n`;
  writeFileSync(points, text);
}
