import { join } from 'node:path';
import { run } from '../contest.mjs';
import { agree } from '../stage-results.mjs';
import { hasNode, hasR, PACKAGES } from '../tools.mjs';
import { hasGeopandas, node, python, rscript } from './scripts.mjs';

const insideOurs = (files) => node('inside.mjs', 'ours', ...files);
const insideWhichPolygon = (files) => node('inside.mjs', 'which-polygon', ...files, PACKAGES);

/** Points into outlines: CPU time inside the process, index and all. */
export function insideContests({ folder }) {
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
  const geopandas = { against: 'geopandas', there: hasGeopandas, compare: agree() };
  const which = { against: 'which-polygon', there: () => hasNode('which-polygon'), compare: agree() };
  const sf = { against: 'R sf', there: () => hasR('sf') && hasR('jsonlite'), compare: agree() };
  const mapshaper = { against: 'mapshaper', there: () => hasNode('mapshaper'), compare: agree() };
  const step = '1,000,000 points into 38 outlines';
  return [
    {
      step,
      first: 0.15,
      ahead: 0.05,
      ours: insideOurs(few),
      peer: python('inside.py', ...few),
      ...geopandas,
    },
    { step, first: 0.15, ahead: 0.04, ours: insideOurs(few), peer: insideWhichPolygon(few), ...which },
    {
      step,
      first: 0.15,
      ahead: 0.05,
      ours: insideOurs(few),
      peer: node('inside.mjs', 'mapshaper', ...few, PACKAGES),
      ...mapshaper,
    },
    {
      step: '100,000 points into 1,000 outlines',
      first: 0.5,
      ahead: 0.25,
      ours: insideOurs(fewer),
      peer: python('inside.py', ...fewer),
      ...geopandas,
    },
    {
      step: '100,000 points into 1,000 outlines',
      first: 0.5,
      ahead: 0.25,
      ours: insideOurs(fewer),
      peer: rscript('inside.R', ...fewer),
      ...sf,
    },
    {
      step: '1,000,000 points into 1,000 outlines',
      first: 0.5,
      ahead: 0.25,
      ours: insideOurs(many),
      peer: insideWhichPolygon(many),
      ...which,
    },
  ];
}
