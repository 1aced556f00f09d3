import type { AreaEstimate, Estimates } from '../model/estimate.js';
import type { Settings } from '../model/settings.js';
import type { Table } from '../model/table.js';
import { sizingTable, type PlacedSizing } from './estimates-table.js';
import { LEVEL } from './sizing.js';

/**
 * Returns what mapping gave as rows of estimates.csv, so that it meets other methods in `combine`: a row a population for
 * the whole study area, and one a municipality. The range is the computed interval where that is one of confidence, else
 * the reported extremes added up, which have no standard error and enter medians only.
 *
 * Example: the national table of a study with a bootstrap interval makes a row of basis confidence and level 0.95.
 */
export function mappingEstimates(estimates: Estimates, settings: Settings): Table {
  const subject = {
    population: '',
    municipality: '',
    round: settings.round,
    source: ['mapping', ...settings.title.split(/\s+/).filter((word) => word !== '')].join('-'),
  };
  return sizingTable(subject, [
    ...estimates.national.map((row) => mappingSizing(row, '')),
    ...estimates.municipalities.map((row) => mappingSizing(row, row.municipality)),
  ]);
}

function mappingSizing(row: AreaEstimate, municipality: string): PlacedSizing {
  const { interval } = row;
  const isClaimed = interval?.basis === 'confidence';
  const ends = isClaimed ? interval : row;
  return {
    method: 'mapping',
    population: row.population,
    municipality,
    interval: isClaimed ? interval.method : 'reported extremes added up',
    estimate: row.estimate,
    low: Math.min(ends.low, row.estimate),
    high: Math.max(ends.high, row.estimate),
    basis: isClaimed ? 'confidence' : row.basis,
    level: isClaimed ? levelOf(interval.method) : undefined,
    caveats: row.rowsWithoutRange === 0 ? [] : [`${row.rowsWithoutRange} rows without a range`],
  };
}

/** The level an interval says of itself, as in `bootstrap of spots, 90%, 2000 replicates`. */
function levelOf(method: string): number {
  const said = /(\d+(?:\.\d+)?)%/.exec(method)?.[1];
  return said === undefined ? LEVEL : Number(said) / 100;
}
