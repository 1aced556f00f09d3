import { join } from 'node:path';
import { run } from '../contest.mjs';
import { sameBytes, sameCells, sameFeatures } from '../stage-results.mjs';
import { hasR, PACKAGES } from '../tools.mjs';
import { hasGeopandas, hasPolars, node, python, rscript } from './scripts.mjs';

/** Writing, less what it costs to make the rows. */
export function writingContests({ folder }) {
  const file = (name) => join(folder, name);
  const write = (way, rows, name) => node('writing.mjs', way, String(rows), file(name));
  const [million, fewer] = [1_000_000, 100_000];
  run(write('csv', million, 'rows.csv'));
  run(write('csv', fewer, 'fewer.csv'));
  const csv = { step: 'CSV of 1,000,000 rows', ours: write('csv', million, 'a.csv') };
  const points = { step: 'GeoJSON of 1,000,000 points', ours: write('geojson', million, 'a.geojson') };
  const files = (a, b) => [file(a), file(b)];
  const over = (way) => () => run(write(way, million, 'a')).peak - run(write(`no-${way}`, million, 'a')).peak;
  run(write('geojson', fewer, 'a.geojson'));
  run(write('json-stringify', fewer, 'b.geojson'));
  sameFeatures(files('a.geojson', 'b.geojson'))();
  return [
    {
      ...csv,
      against: "csv-stringify's stream",
      first: 0.12,
      ahead: 0.065,
      peer: write('csv-stringify', million, 'b.csv'),
      compare: sameBytes(files('a.csv', 'b.csv')),
    },
    {
      ...csv,
      against: 'nodejs-polars, one thread',
      there: hasPolars,
      first: 2,
      ahead: 1.1,
      peer: node('writing-polars.mjs', PACKAGES, file('rows.csv'), file('b.csv')),
      compare: sameCells(files('a.csv', 'b.csv')),
    },
    {
      ...csv,
      against: 'R data.table, one thread',
      there: () => hasR('data.table'),
      first: 2,
      ahead: 1.1,
      peer: rscript('writing.R', file('rows.csv'), file('b.csv')),
      compare: sameBytes(files('a.csv', 'b.csv')),
    },
    {
      ...points,
      against: 'JSON.stringify a feature',
      first: 0.6,
      ahead: 0.36,
      peer: write('json-stringify', million, 'b.geojson'),
    },
    {
      step: 'GeoJSON of 100,000 points',
      against: 'geopandas to_file',
      there: hasGeopandas,
      first: 0.2,
      ahead: 0.12,
      ours: write('geojson', fewer, 'a.geojson'),
      peer: python('writing.py', file('fewer.csv'), file('b.geojson')),
      compare: sameFeatures(files('a.geojson', 'b.geojson')),
    },
    {
      step: 'peak memory of writing CSV over making the rows, MiB',
      first: 60,
      ahead: 40,
      value: over('csv'),
    },
    {
      step: 'peak memory of writing GeoJSON over making the rows, MiB',
      first: 60,
      ahead: 40,
      value: over('geojson'),
    },
  ];
}
