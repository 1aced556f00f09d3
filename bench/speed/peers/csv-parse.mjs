// The job in plain JavaScript with csv-parse and csv-stringify. usage: node csv-parse.mjs SPOTS OUT [spots]
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';

const [spots, out, all] = process.argv.slice(2);
const rows = [];
const areas = new Map();
for await (const row of createReadStream(spots).pipe(parse({ columns: true }))) {
  if (row.status !== '' && row.status !== 'active') continue;
  const [low, high] = [Number(row.min), Number(row.max)];
  const estimate = row.usual === '' ? (low + high) / 2 : Number(row.usual);
  if (all) rows.push([row.spot_id, row.population, row.municipality, low, estimate, high]);
  const key = `${row.municipality},${row.population}`;
  const area = areas.get(key) ?? [row.municipality, row.population, 0, 0, 0];
  areas.set(key, area);
  area[2] += low;
  area[3] += estimate;
  area[4] += high;
}
const header = ['municipality', 'population', 'low', 'estimate', 'high'];
if (all) {
  rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const head = ['spot_id', 'population', 'municipality', ...header.slice(2)];
  writeFileSync(join(out, 'spots.csv'), stringify([head, ...rows]));
}
writeFileSync(join(out, 'municipalities.csv'), stringify([header, ...areas.values()]));
