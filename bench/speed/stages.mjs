// Every step of the job beside what else does it: what is run, how results are compared, and what is wanted.
import { join } from 'node:path';
import { contest, run } from './contest.mjs';
import { makeSpots } from './make-spots.mjs';
import { agree, near, sameBytes, sameCells, sameFeatures } from './stage-results.mjs';
import { compiled, hasCompiler, hasNode, hasPython, hasR, NODE, PACKAGES, PYTHON } from './tools.mjs';

const script = (name) => join('bench', 'speed', 'stages', name);
const node = (name, ...args) => [NODE, script(name), ...args];
const python = (name, ...args) => [PYTHON, script(name), ...args];
const rscript = (name, ...args) => ['Rscript', script(name), ...args];

const hasPolars = () => hasNode('nodejs-polars');
const hasGeopandas = () => hasPython('import geopandas; geopandas.GeoSeries.from_xy([0], [0]).sindex');
const hasScipy = () => hasPython('import scipy.spatial');

/** Seconds a stage may take, but for three pairs of the slowest. */
const SECONDS = 40;

/** Steps by group; a group makes its files when it is asked for. Wanted are a first figure and one to be ahead of all. */
export const GROUPS = { reading, inside, near: nearby, bootstrap, writing };

/** Every stage of the named groups beside its peers. */
export function runStages(names, { folder, pairs, say, left }) {
  return names.flatMap((group) =>
    GROUPS[group]({ folder }).flatMap((stage) => {
      const name = `${stage.step} against ${stage.against}`;
      if (stage.there !== undefined && !stage.there()) {
        left.push(name);
        return [];
      }
      const found = {
        group,
        step: stage.step,
        against: stage.against,
        first: stage.first,
        ahead: stage.ahead,
        ...measure(stage, pairs),
      };
      say(
        `stage   ${name}: ${Number.isFinite(found.ratio) ? `${found.ratio.toFixed(3)} (first ${stage.first}, ahead ${stage.ahead})` : `${found.isSo}`}`,
      );
      return [found];
    }),
  );
}

function measure(stage, pairs) {
  if (stage.holds !== undefined) return { isSo: stage.holds() };
  if (stage.value !== undefined) return { ratio: stage.value() };
  const by = stage.measure ?? 'inside';
  const peer = typeof stage.peer === 'function' ? stage.peer() : stage.peer;
  const found = contest(stage.ours, peer, { pairs, seconds: SECONDS, least: Math.min(3, pairs) }, (ours, theirs) =>
    stage.compare?.(JSON.parse(ours.out), JSON.parse(theirs.out)),
  );
  const [ours, theirs] = {
    inside: ['inside', 'peerInside'],
    cpu: ['cpu', 'peerCpu'],
    wall: ['wall', 'peerWall'],
  }[by];
  return {
    measure: by,
    pairs: found.pairs,
    ratio: found[`${by}Ratio`],
    ours: found[ours],
    theirs: found[theirs],
  };
}

/** Reading: whole processes. */
function reading({ folder }) {
  const [large, small] = [1_000_000, 100_000].map((rows) => {
    const path = join(folder, `table-${rows}.csv`);
    makeSpots(path, rows);
    return path;
  });
  const ours = (table) => node('reading.mjs', 'ours', table);
  const whole = {
    measure: 'cpu',
    compare: agree(['rows', 'issues', 'min', 'max', 'usual', 'lat', 'lon', 'peak_max']),
  };
  const step = 'reading 1,000,000 rows of 25 columns, typed and checked';
  const polars = (table) => node('reading-polars.mjs', PACKAGES, table);
  return [
    {
      step,
      against: 'csv-parse',
      first: 0.075,
      ahead: 0.045,
      ours: ours(large),
      peer: node('reading.mjs', 'csv-parse', large),
      ...whole,
    },
    {
      step,
      against: 'DuckDB in Node, added up there',
      there: () => hasNode('@duckdb/node-api'),
      first: 0.75,
      ahead: 0.4,
      ours: ours(large),
      peer: node('reading-duckdb.mjs', PACKAGES, large),
      ...whole,
    },
    {
      step,
      against: 'nodejs-polars, lazy',
      there: hasPolars,
      first: 1.6,
      ahead: 0.85,
      ours: ours(large),
      peer: polars(large),
      ...whole,
    },
    {
      step,
      against: 'a typed parse in C',
      there: hasCompiler,
      first: 5,
      ahead: 2.7,
      ours: ours(large),
      peer: () => [compiled('reading.c', folder), large],
      ...whole,
    },
    {
      step: 'reading 100,000 rows',
      against: 'nodejs-polars, lazy',
      there: hasPolars,
      first: 0.95,
      ahead: 0.65,
      ours: ours(small),
      peer: polars(small),
      ...whole,
      measure: 'wall',
    },
  ];
}

/** Points into outlines: CPU time inside the process, index and all. */
function inside({ folder }) {
  const made = (points, outlines) => {
    const files = [`points-${points}-${outlines}.csv`, `outlines-${points}-${outlines}.geojson`].map((name) =>
      join(folder, name),
    );
    run(node('inside.mjs', 'make', ...files, String(points), String(outlines)));
    return files;
  };
  const few = made(1_000_000, 38);
  const many = made(1_000_000, 1000);
  const fewer = made(100_000, 1000);
  const ours = (files) => node('inside.mjs', 'ours', ...files);
  const whichPolygon = (files) => node('inside.mjs', 'which-polygon', ...files, PACKAGES);
  const geopandas = { against: 'geopandas', there: hasGeopandas, compare: agree() };
  const which = { against: 'which-polygon', there: () => hasNode('which-polygon'), compare: agree() };
  const step = '1,000,000 points into 38 outlines';
  return [
    { step, first: 0.15, ahead: 0.05, ours: ours(few), peer: python('inside.py', ...few), ...geopandas },
    { step, first: 0.15, ahead: 0.04, ours: ours(few), peer: whichPolygon(few), ...which },
    {
      step: '100,000 points into 1,000 outlines',
      first: 0.5,
      ahead: 0.25,
      ours: ours(fewer),
      peer: python('inside.py', ...fewer),
      ...geopandas,
    },
    {
      step: '1,000,000 points into 1,000 outlines',
      first: 0.5,
      ahead: 0.25,
      ours: ours(many),
      peer: whichPolygon(many),
      ...which,
    },
  ];
}

/** Pairs within 50 m. */
function nearby({ folder }) {
  const wanted = {
    100000: { kdbush: [0.8, 0.45], scipy: [1.5, 0.95] },
    1000000: { kdbush: [0.4, 0.15], scipy: [0.7, 0.3] },
  };
  return Object.entries(wanted).flatMap(([count, { kdbush, scipy }]) => {
    const points = join(folder, `near-${count}.csv`);
    run(node('near.mjs', 'make', count, points));
    const step = `pairs within 50 m among ${Number(count).toLocaleString('en')} points`;
    const same = { step, ours: node('near.mjs', 'ours', count), compare: agree() };
    return [
      {
        ...same,
        against: 'kdbush',
        there: () => hasNode('kdbush'),
        first: kdbush[0],
        ahead: kdbush[1],
        peer: node('near.mjs', 'kdbush', count, PACKAGES),
      },
      {
        ...same,
        against: "scipy's cKDTree",
        there: hasScipy,
        first: scipy[0],
        ahead: scipy[1],
        peer: python('near.py', points),
      },
    ];
  });
}

/** Redrawn totals. */
function bootstrap({ folder }) {
  const [spots, replicates] = ['100000', '1000'];
  const strata = join(folder, 'strata.csv');
  run(node('bootstrap.mjs', 'make', spots, '0', strata));
  const step = 'bootstrap of 100,000 spots × 1,000';
  const same = { step, ours: node('bootstrap.mjs', 'ours', spots, replicates), compare: near(0.005) };
  return [
    {
      ...same,
      against: 'a loop over simple-statistics',
      first: 0.5,
      ahead: 0.2,
      peer: node('bootstrap.mjs', 'simple-statistics', spots, replicates),
    },
    {
      ...same,
      against: 'numpy',
      there: () => hasPython('import numpy, pandas'),
      first: 1.2,
      ahead: 0.5,
      peer: python('bootstrap.py', strata, replicates),
    },
    {
      ...same,
      against: 'R boot',
      there: () => hasR('boot'),
      first: 0.08,
      ahead: 0.03,
      peer: rscript('bootstrap.R', strata, replicates),
    },
    {
      ...same,
      against: 'as many draws in C',
      there: hasCompiler,
      first: 6,
      ahead: 2.3,
      peer: () => [compiled('bootstrap-floor.c', folder), spots, replicates],
      compare: undefined,
    },
    {
      step: 'the same seed, the rows in another order',
      against: 'the same bytes',
      holds: () => JSON.parse(run(node('bootstrap-order.mjs', spots, replicates)).out).found.identical,
    },
  ];
}

/** Writing, less what it costs to make the rows. */
function writing({ folder }) {
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
