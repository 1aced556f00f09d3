import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimate/estimate.js';
import { estimateTables } from '../../src/estimate/tables.js';
import { writeCsv } from '../../src/formats/csv.js';
import type { Settings } from '../../src/model/settings.js';
import type { Study } from '../../src/model/study.js';
import { estimateView, type EstimateView } from '../../src/share/estimate-view.js';
import { textOf } from '../../src/formats/byte-text.js';
import { pointPieces, writeGeoJson } from '../../src/formats/geojson.js';
import { studyOf } from '../support/study.js';

const count = fc.integer({ min: 0, max: 40 });
const orNothing = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: '' as const });

const spot = fc.record({
  population: fc.constantFrom('FSW', 'MSM'),
  municipality: fc.constantFrom('North', 'South', 'Pejë', ''),
  typology: fc.constantFrom('bar', 'street', ''),
  mode: fc.constantFrom('', 'geo', 'web', 'phone'),
  place: orNothing(fc.constantFrom('42.25,20.5', '42.123456,20.654321', '-1.5,36.75')),
  status: fc.constantFrom('', 'active', 'active', 'defunct'),
  level: fc.constantFrom('', '1', '2', 'L1'),
  min: orNothing(count),
  width: count,
  usual: fc.boolean(),
  weekday: orNothing(count),
  weekend: orNothing(count),
  peak_days: fc.constantFrom('', 'fri sat', 'Sunday'),
});
const report = fc.record({
  spot: fc.integer({ min: 0, max: 11 }),
  type: fc.constantFrom('driver', 'vendor', ''),
  level: fc.constantFrom('1', '2'),
  min: count,
  width: count,
  peak: orNothing(count),
});

const SPOT_HEADER =
  'spot_id,population,municipality,typology,mode,lat,lon,status,level,min,max,usual,weekday,weekend,peak_days,notes';

const study = fc
  .tuple(
    fc.array(spot, { minLength: 1, maxLength: 12 }),
    fc.array(report, { maxLength: 25 }),
    fc.shuffledSubarray('abcdefghijkl'.split(''), { minLength: 12 }),
  )
  .map(([spots, reports, names]) => {
    const id = (at: number) => `S-${names[at] ?? ''}`;
    const spotRows = spots.map((one, at) => {
      const max = one.min === '' ? '' : one.min + one.width;
      const usual = one.usual && one.min !== '' ? one.min + one.width / 2 : '';
      const place = one.place === '' ? ',' : one.place;
      const { population, municipality, typology, mode, status, level, min, weekday, weekend } = one;
      const cells = [id(at), population, municipality, typology, mode, place, status, level, min, max, usual];
      return [...cells, weekday, weekend, one.peak_days, 'said, twice'.slice(0, at % 5)].join(',');
    });
    const reportRows = reports.flatMap(({ spot: at, type, level, min, width, peak }, number) => {
      const of = spots[at];
      if (of === undefined) return [];
      const peaks = peak === '' ? ',' : `${min + peak},${min + peak + 3}`;
      return [[`K${number}`, type, level, id(at), of.population, min, min + width, peaks].join(',')];
    });
    return {
      spots: `${SPOT_HEADER}\n${spotRows.join('\n')}\n`,
      reports: `informant_id,informant_type,level,spot_id,population,min,max,peak_min,peak_max\n${reportRows.join('\n')}\n`,
    };
  });

const METHODS: readonly Settings['method'][] = [
  {},
  { informants: { use: 'trimmed' }, settle: { use: 'geometric' }, day: { use: 'weekly-mean' } },
  { settle: { use: 'median-of-sources' }, day: { use: 'peak' }, level_1: { use: 'typology' } },
  { hidden: { use: 'add', estimate: 30 }, virtual: { use: 'subtract-both', share_online: 0.1 } },
];

/** Everything an estimation writes, or why it refuses; with its figures held by column, or as an object each. */
function written(of: Study, isByColumn: boolean): string {
  try {
    const { estimates: byColumn, issues } = estimate(of);
    const estimates = isByColumn ? byColumn : { ...byColumn };
    const view = estimateView(of, estimates, false);
    return [
      JSON.stringify(issues),
      ...estimateTables(estimates).map((table) => writeCsv(table)),
      writeSpots(view),
      JSON.stringify(estimates.spots.map(({ spot: { extra: _extra, ...row }, ...figure }) => [row, figure])),
    ].join('\n');
  } catch (error) {
    return String(error);
  }
}

/** The map of the spots, from columns where the study holds them. */
function writeSpots(view: EstimateView): string {
  return view.points === undefined ? writeGeoJson(view.spots, 3) : textOf(pointPieces(view.points, 3));
}

describe('a study read by column', () => {
  it('gives what the same study gives as rows, byte by byte, with its maps and tables made row by row', async () => {
    await fc.assert(
      fc.asyncProperty(study, fc.constantFrom(...METHODS), async (texts, method) => {
        const { study: byColumn } = await studyOf(texts, { method });
        const byRow: Study = {
          ...byColumn,
          spots: byColumn.spots.map((row) => ({ ...row })),
          reports: byColumn.reports.map((row) => ({ ...row })),
        };
        const { study: again } = await studyOf(texts, { method });
        expect(written(again, true)).toBe(written(byRow, false));
      }),
      { numRuns: 60, seed: 15 },
    );
  });
});
