import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimates } from '../../src/model/estimate.js';
import { estimateTables } from '../../src/estimate/tables.js';
import { writeCsv } from '../../src/formats/csv.js';
import { estimated, type StudyTexts } from '../support/study.js';

interface RandomSpot {
  readonly min: number;
  readonly width: number;
  readonly population: string;
  readonly municipality: string;
  readonly mode: string;
  readonly rise: number;
}

const spot = fc.record({
  min: fc.integer({ min: 0, max: 60 }),
  width: fc.integer({ min: 0, max: 40 }),
  population: fc.constantFrom('FSW', 'MSM'),
  municipality: fc.constantFrom('North', 'South', 'East'),
  mode: fc.constantFrom('geo', 'geo', 'web'),
  rise: fc.integer({ min: 0, max: 20 }),
});

const HEADER = 'spot_id,population,municipality,typology,mode,min,max,weekday,weekend';

const rowsOf = (spots: readonly RandomSpot[], times = 1) =>
  spots.map(
    ({ min, width, population, municipality, mode, rise }, at) =>
      `S${at},${population},${municipality},${rise % 3 === 0 ? 'bar' : 'street'},${mode},${times * min},${times * (min + width)},${times * (min + 1)},${times * (min + 1 + rise)}`,
  );

const textsOf = (rows: readonly string[]): StudyTexts => ({ spots: [HEADER, ...rows].join('\n') });
const studies = fc.array(spot, { minLength: 1, maxLength: 40 });
const METHOD = { method: { day: { use: 'weekly-mean' }, hidden: { use: 'divide', share_hidden: 0.13 } } };

const written = (estimates: Estimates) => estimateTables(estimates).map((table) => writeCsv(table));

async function holds(check: (spots: readonly RandomSpot[]) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(studies, check), { numRuns: 60, seed: 5 });
}

describe('whatever the study', () => {
  it('row order does not matter, to the last byte', () =>
    holds(async (spots) => {
      const rows = rowsOf(spots);
      const forward = await estimated(textsOf(rows), METHOD);
      const backward = await estimated(textsOf([...rows].reverse()), METHOD);
      expect(written(backward.estimates)).toEqual(written(forward.estimates));
    }));

  it('doubling every count doubles every estimate', () =>
    holds(async (spots) => {
      const once = await estimated(textsOf(rowsOf(spots)), METHOD);
      const twice = await estimated(textsOf(rowsOf(spots, 2)), METHOD);
      for (const [at, row] of once.estimates.national.entries()) {
        const doubled = twice.estimates.national[at];
        expect(doubled?.low).toBeCloseTo(2 * row.low, 6);
        expect(doubled?.estimate).toBeCloseTo(2 * row.estimate, 6);
        expect(doubled?.interval?.high).toBeCloseTo(2 * (row.interval?.high ?? Number.NaN), 6);
      }
    }));

  it('low ≤ interval low ≤ estimate ≤ interval high ≤ high, everywhere', () =>
    holds(async (spots) => {
      const { estimates } = await estimated(textsOf(rowsOf(spots)), METHOD);
      const slack = 1e-9;
      for (const row of [...estimates.national, ...estimates.municipalities, ...estimates.typologies]) {
        const [low, high] = [row.interval?.low ?? Number.NaN, row.interval?.high ?? Number.NaN];
        expect(row.low).toBeLessThanOrEqual(low + slack);
        expect(low).toBeLessThanOrEqual(row.estimate + slack);
        expect(row.estimate).toBeLessThanOrEqual(high + slack);
        expect(high).toBeLessThanOrEqual(row.high + slack);
      }
    }));

  it('what is written of municipalities and of typologies adds up to the nation exactly', () =>
    holds(async (spots) => {
      const tables = estimateTables((await estimated(textsOf(rowsOf(spots)), METHOD)).estimates);
      const sum = (name: string, population: unknown, column: string) => {
        const table = tables.find((candidate) => candidate.name === name);
        const [of, at] = [table?.columns.indexOf('population') ?? -1, table?.columns.indexOf(column) ?? -1];
        return (table?.rows ?? [])
          .filter((row) => row[of] === population)
          .reduce((total, row) => total + Number(row[at]), 0);
      };
      for (const population of ['FSW', 'MSM']) {
        for (const column of ['low', 'estimate', 'high']) {
          expect(sum('municipalities', population, column)).toBe(sum('national', population, column));
          expect(sum('typologies', population, column)).toBe(sum('national', population, column));
        }
      }
    }));

  it('the changes of the trace add up to the estimate', () =>
    holds(async (spots) => {
      const { estimates } = await estimated(textsOf(rowsOf(spots)), METHOD);
      for (const row of estimates.national) {
        const changes = estimates.trace
          .filter((step) => step.population === row.population)
          .map((step) => step.change);
        expect(changes.reduce((sum, change) => sum + change, 0)).toBeCloseTo(row.estimate, 6);
      }
    }));
});

describe('merging and emptiness', () => {
  it('a second report that repeats the first changes nothing', async () => {
    const spots = 'spot_id,population,municipality\nA,FSW,North\nB,FSW,South\n';
    const reports = 'informant_id,level,spot_id,population,min,max\ni1,2,A,FSW,4,9\ni2,2,B,FSW,10,30\n';
    const once = await estimated({ spots, reports });
    const twice = await estimated({ spots, reports: `${reports}i3,2,A,FSW,4,9\ni4,2,B,FSW,10,30\n` });
    expect(written(twice.estimates)).toEqual(written(once.estimates));
  });

  it('a population whose spots were all left out has an issue and no number', async () => {
    const spots =
      'spot_id,population,municipality,min,max,status\nA,FSW,North,4,9,\nB,MSM,North,4,9,defunct\n';
    const { estimates, issues } = await estimated({ spots });
    expect(estimates.national.map((row) => row.population)).toEqual(['FSW']);
    expect(issues.map((issue) => issue.code)).toEqual(['population-empty']);
  });

  it('a count of nobody is 0 and not missing', async () => {
    const { estimates } = await estimated({
      spots: 'spot_id,population,municipality,min,max\nA,FSW,North,0,0\n',
    });
    expect(estimates.national[0]).toMatchObject({ low: 0, estimate: 0, high: 0, spots: 1 });
    expect(written(estimates).join('')).not.toMatch(/NaN|Infinity/);
  });
});
