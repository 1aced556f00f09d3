// Points into detailed outlines. usage: node inside.mjs ours|which-polygon|mapshaper POINTS POLYGONS [PACKAGES]
// or, to make them: node inside.mjs make POINTS POLYGONS POINT-COUNT OUTLINE-COUNT
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { outlineFinder } from '../../../dist/geo/inside.js';
import { makeRandom } from '../../../dist/stats/random.js';
import { report } from './report.mjs';

const [way, points, polygons, ...more] = process.argv.slice(2);

if (way === 'make') make(...more.map(Number));
else {
  const collection = JSON.parse(readFileSync(polygons, 'utf8'));
  const lines = readFileSync(points, 'utf8').trimEnd().split('\n').slice(1);
  const [x, y] = [0, 1].map((at) => Float64Array.from(lines, (line) => Number(line.split(',')[at])));
  const finder = { ours: ourFinder, 'which-polygon': whichPolygonFinder, mapshaper: mapshaperFinder }[way];
  const prepare = finder(collection);
  await report(() => {
    const find = prepare();
    let [inside, sum] = [0, 0];
    for (let at = 0; at < x.length; at += 1) {
      const found = find(x[at], y[at]);
      if (found >= 0) [inside, sum] = [inside + 1, sum + found];
    }
    return { inside, sum };
  });
}

function ourFinder({ features }) {
  const outlines = features.map(({ geometry }) => ({ municipality: '', polygons: [geometry.coordinates] }));
  return () => outlineFinder(outlines);
}

/** Crooked outlines overlap here and there: a point in two of them belongs to the first, as with us. */
function whichPolygonFinder(collection) {
  const whichPolygon = createRequire(resolve(more[0], 'x.js'))('which-polygon');
  return () => {
    const query = whichPolygon(collection);
    return (longitude, latitude) => {
      const found = query([longitude, latitude], true);
      return found === null ? -1 : found.reduce((least, { id }) => Math.min(least, id), Infinity);
    };
  };
}

/** The index with which mapshaper joins points to outlines. */
function mapshaperFinder(collection) {
  const { internal } = createRequire(resolve(more[0], 'x.js'))('mapshaper');
  const { arcs, layers } = internal.importGeoJSON(collection, {});
  return () => {
    const index = new internal.PathIndex(layers[0].shapes, arcs);
    return (longitude, latitude) => {
      const found = index.findEnclosingShapes([longitude, latitude]);
      return found.length === 0 ? -1 : Math.min(...found);
    };
  };
}

/** A jittered grid of cells, every border a crooked line of 125 points both neighbours share. */
function make(pointCount, outlineCount) {
  const random = makeRandom(outlineCount);
  const columns = outlineCount <= 40 ? 8 : 40;
  const rows = Math.ceil(outlineCount / columns);
  const [wide, high] = [3 / columns, 2 / rows];
  const across = columns + 1;
  const off = (isEdge) => (isEdge ? 0 : 0.3 * (random.uniform() - 0.5));
  const corner = Array.from({ length: across * (rows + 1) }, (_, at) => {
    const [column, row] = [at % across, Math.floor(at / across)];
    return [
      28 + (column + off(column === 0 || column === columns)) * wide,
      -3 + (row + off(row === 0 || row === rows)) * high,
    ];
  });
  const borders = new Map();
  const border = (from, to) => {
    const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    if (!borders.has(key)) {
      const [a, b] = [corner[Math.min(from, to)], corner[Math.max(from, to)]];
      let away = 0;
      const line = Array.from({ length: 125 }, (_, at) => {
        away = at === 0 ? 0 : away * 0.97 + 0.005 * wide * (random.uniform() - 0.5);
        const share = at / 125;
        return [a[0] + share * (b[0] - a[0]) + away, a[1] + share * (b[1] - a[1]) + away];
      });
      borders.set(key, [...line, b]);
    }
    const line = borders.get(key);
    return (from < to ? line : [...line].reverse()).slice(0, -1);
  };
  const features = Array.from({ length: outlineCount }, (_, at) => {
    const low = Math.floor(at / columns) * across + (at % columns);
    const up = low + across;
    const ring = [
      ...border(low, low + 1),
      ...border(low + 1, up + 1),
      ...border(up + 1, up),
      ...border(up, low),
    ];
    return {
      type: 'Feature',
      properties: { id: at },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    };
  });
  writeFileSync(polygons, JSON.stringify({ type: 'FeatureCollection', features }));
  let text = 'lon,lat\n';
  for (let at = 0; at < pointCount; at += 1)
    text += `${(27.9 + 3.2 * random.uniform()).toFixed(6)},${(-3.1 + 2.2 * random.uniform()).toFixed(6)}\n`;
  writeFileSync(points, text);
}
