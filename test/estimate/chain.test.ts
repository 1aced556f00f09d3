import { describe, expect, it } from 'vitest';
import { estimateTables } from '../../src/estimate/tables.js';
import type { Estimation } from '../../src/estimate/estimate.js';
import type { Cell } from '../../src/model/table.js';
import { estimated, located } from '../support/study.js';

const square = (name: string, west: number) =>
  `{"type":"Feature","properties":{"name":"${name}"},"geometry":{"type":"Polygon","coordinates":[[[${west},42],[${west + 1},42],[${west + 1},43],[${west},43],[${west},42]]]}}`;

const SPOTS = `spot_id,population,municipality,typology,min,max
A,FSW,North,bar,4,10
B,FSW,North,street,6,7
C,FSW,South,bar,20,41
`;

const nation = ({ estimates }: Estimation) => {
  const [row] = estimates.national;
  return row === undefined ? undefined : [row.low, row.estimate, row.high];
};

/** One cell of an output table. */
function cell(result: Estimation, table: string, key: Readonly<Record<string, Cell>>, column: string): Cell {
  const found = estimateTables(result.estimates).find(({ name }) => name === table);
  const row = found?.rows.find((cells) =>
    Object.entries(key).every(([name, value]) => cells[found.columns.indexOf(name)] === value),
  );
  return row?.[found?.columns.indexOf(column) ?? -1];
}

describe('settling spots', () => {
  it('adds midpoints, and the extremes for the range', async () => {
    expect(nation(await estimated({ spots: SPOTS }))).toEqual([30, 44, 58]);
  });

  it.each([
    ['minimum', 30],
    ['maximum', 58],
    ['midpoint', 44],
    ['geometric', Math.sqrt(40) + Math.sqrt(42) + Math.sqrt(820)],
  ])('takes the %s when told', async (use, estimate) => {
    const result = await estimated({ spots: SPOTS }, { method: { settle: { use } } });
    expect(result.estimates.national[0]?.estimate).toBeCloseTo(estimate, 10);
  });

  it('uses a stated usual figure, and gives a row without lowest and highest no width', async () => {
    const spots = 'spot_id,population,municipality,min,max,usual\nA,FSW,North,4,10,5\nB,FSW,North,,,20\n';
    const result = await estimated({ spots });
    expect(nation(result)).toEqual([24, 25, 30]);
    expect(cell(result, 'national', { population: 'FSW' }, 'rows_without_range')).toBe(1);
    expect(cell(result, 'national', { population: 'FSW' }, 'estimate_with_range')).toBe(5);
    expect(cell(result, 'spots', { spot_id: 'B' }, 'low')).toBeUndefined();
    expect(located(result.issues)).toEqual(['range-missing-many spots.csv']);
  });

  it('leaves out what validation found to be no spot, and says so in the trace', async () => {
    const spots =
      'spot_id,population,municipality,min,max,status\nA,FSW,North,4,10,\nB,FSW,North,4,10,defunct\nC,FSW,North,2,2,duplicate\n';
    const result = await estimated({ spots });
    expect(nation(result)).toEqual([4, 7, 10]);
    expect(result.estimates.trace[0]?.note).toBe('left out after validation: 1 defunct, 1 duplicate');
  });

  const REPORTS = `informant_id,informant_type,level,spot_id,population,min,max
i1,vendor,1,A,FSW,4,10
i2,driver,1,A,FSW,6,12
i3,driver,1,A,FSW,5,26
`;
  const ONE = 'spot_id,population,municipality\nA,FSW,North\n';

  it.each([
    ['mean', [5, 10.5, 16]],
    ['median', [5, 8.5, 12]],
    ['envelope', [4, 15, 26]],
    ['trimmed', [5, 8.5, 12]],
  ])('joins three informants by %s', async (use, expected) => {
    const result = await estimated({ spots: ONE, reports: REPORTS }, { method: { informants: { use } } });
    expect(nation(result)).toEqual(expected);
  });

  it('takes the median over kinds of informant with the range between them', async () => {
    const result = await estimated(
      { spots: ONE, reports: REPORTS },
      { method: { settle: { use: 'median-of-sources' } } },
    );
    // vendors 7; drivers mean of minima 5.5 and maxima 19: 12.25
    expect(nation(result)).toEqual([7, 9.625, 12.25]);
  });
});

describe('level 1', () => {
  const SPOTS_WITH_LEVELS = `spot_id,population,municipality,typology,level,min,max
A,FSW,North,bar,2,8,12
B,FSW,North,bar,2,10,30
C,FSW,North,bar,1,20,30
D,FSW,South,street,2,9,11
E,FSW,South,street,1,8,12
`;
  const REPORTS = `informant_id,level,spot_id,population,min,max
i1,1,A,FSW,15,25
i2,1,B,FSW,20,40
i3,1,D,FSW,4,6
`;
  const total = async (use: string) =>
    (await estimated({ spots: SPOTS_WITH_LEVELS, reports: REPORTS }, { method: { level_1: { use } } }))
      .estimates.national[0]?.estimate;

  it('scales unvisited spots by level 2 over level 1, overall or by group', async () => {
    // both levels: 10/20, 20/30, 10/5 → 40/55 overall; bars 30/50, streets 10/5
    expect(await total('none')).toBeCloseTo(40 + 25 + 10, 10);
    expect(await total('overall')).toBeCloseTo(40 + (25 + 10) * (40 / 55), 10);
    expect(await total('typology')).toBeCloseTo(40 + 25 * (30 / 50) + 10 * 2, 10);
    expect(await total('municipality')).toBeCloseTo(40 + 25 * (30 / 50) + 10 * 2, 10);
  });

  it('warns when no spot has both levels', async () => {
    const result = await estimated({ spots: 'spot_id,population,level,min,max\nA,FSW,1,2,4\n' });
    expect(located(result.issues)).toEqual(['level-1-uncorrected spots.csv']);
    expect(nation(result)).toEqual([2, 3, 4]);
  });
});

describe('the day basis', () => {
  const WEEK = 'spot_id,population,municipality,min,max,weekday,weekend\nA,FSW,North,80,120,100,125\n';

  it.each([
    ['usual', 100],
    ['peak', 125],
    ['weekly-mean', (5 * 100 + 2 * 125) / 7],
  ])('stands for the %s day', async (use, estimate) => {
    const result = await estimated({ spots: WEEK }, { method: { day: { use } } });
    expect(result.estimates.national[0]?.estimate).toBeCloseTo(estimate, 10);
    expect(result.estimates.national[0]?.low).toBeCloseTo(0.8 * estimate, 10);
  });

  it('makes a weekend rise of 25% a weekly mean of 1.071', async () => {
    const result = await estimated({ spots: WEEK }, { method: { day: { use: 'weekly-mean' } } });
    expect((result.estimates.national[0]?.estimate ?? 0) / 100).toBeCloseTo(1.071, 3);
  });

  it('takes the mean of the seven days', async () => {
    const spots = 'spot_id,population,min,max,mon,tue,wed,thu,fri,sat,sun\nA,FSW,8,12,10,10,10,10,24,24,10\n';
    const result = await estimated({ spots }, { method: { day: { use: 'by-day' } } });
    expect(result.estimates.national[0]?.estimate).toBeCloseTo(14, 10);
  });

  it('says how many spots keep their usual day', async () => {
    const result = await estimated(
      { spots: `${WEEK}B,FSW,North,5,15,,\n` },
      { method: { day: { use: 'peak' } } },
    );
    expect(result.estimates.national[0]?.estimate).toBeCloseTo(135, 10);
    expect(located(result.issues)).toEqual(['day-basis-missing spots.csv']);
  });
});

describe('hidden and virtual people', () => {
  const MIXED =
    'spot_id,population,municipality,mode,min,max\nA,PWID,North,geo,30,50\nB,PWID,South,geo,40,80\nC,PWID,South,web,90,110\n';

  it('divides people at places by the share seen, and names the share both ways', async () => {
    const result = await estimated(
      { spots: MIXED },
      { method: { hidden: { use: 'divide', share_hidden: 0.2 } } },
    );
    expect(result.estimates.national[0]?.estimate).toBeCloseTo(100 / 0.8 + 100, 10);
    const note = result.estimates.trace.find((row) => row.step === 'hidden')?.note;
    expect(note).toContain('share hidden 0.200, share seen 0.800');
    const same = await estimated(
      { spots: MIXED },
      { method: { hidden: { use: 'divide', share_seen: 0.8 } } },
    );
    expect(same.estimates.national[0]?.estimate).toBeCloseTo(225, 10);
  });

  it('adds a number end by end, and municipalities still add up to the nation', async () => {
    const hidden = { use: 'add', low: 10, estimate: 20, high: 15 };
    const result = await estimated({ spots: MIXED }, { method: { hidden } });
    const [row] = result.estimates.national;
    expect([row?.low, row?.estimate, row?.high].map((value) => Math.round((value ?? 0) * 1e9) / 1e9)).toEqual(
      [170, 220, 255],
    );
    const sum = result.estimates.municipalities.reduce((total, area) => total + area.estimate, 0);
    expect(sum).toBeCloseTo(220, 9);
  });

  it('keeps low and high around the estimate where fewer are added to an end than to it', async () => {
    const method = { settle: { use: 'maximum' }, hidden: { use: 'add', low: 19, estimate: 20, high: 18 } };
    const result = await estimated({ spots: SPOTS }, { method });
    expect(nation(result)).toEqual([
      expect.closeTo(30 + 19, 9),
      expect.closeTo(58 + 20, 9),
      expect.closeTo(58 + 20, 9),
    ]);
    expect(() => estimateTables(result.estimates)).not.toThrow();
  });

  it('counts people met both ways once', async () => {
    const virtual = { use: 'subtract-both', share: 0.3, of: 'geo' };
    const result = await estimated({ spots: MIXED }, { method: { virtual } });
    expect(result.estimates.national[0]?.estimate).toBeCloseTo(200 - 30, 10);
    await expect(
      estimated(
        { spots: MIXED.replace('90,110', '1,3') },
        { method: { virtual: { ...virtual, share: 0.9 } } },
      ),
    ).rejects.toThrow('online');
  });
});

describe('the week', () => {
  it('gives weekday, weekend, change and busiest days, by population and municipality', async () => {
    const spots = `spot_id,population,municipality,min,max,weekday,weekend
A,FSW,North,8,12,10,12
B,FSW,South,25,35,30,38
C,PWID,South,5,5,5,5
D,PWID,South,7,7,,
`;
    const result = await estimated({ spots });
    const at = (population: string, municipality: Cell, column: string) =>
      cell(result, 'week', { population, municipality }, column);
    expect(at('FSW', undefined, 'weekday')).toBe(40);
    expect(at('FSW', undefined, 'weekend')).toBe(50);
    expect(at('FSW', undefined, 'change_percent')).toBe(25);
    expect(at('FSW', undefined, 'peak_days')).toBe('fri sat');
    expect(at('FSW', 'North', 'change_percent')).toBe(20);
    expect(at('PWID', undefined, 'change_percent')).toBe(0);
    expect(at('PWID', undefined, 'peak_days')).toBeUndefined();
    expect(at('PWID', undefined, 'spots_known')).toBe(1);
    expect(at('PWID', undefined, 'spots')).toBe(2);
  });

  it('knows which days are the weekend from the study', async () => {
    const spots =
      'spot_id,population,min,max,mon,tue,wed,thu,fri,sat,sun\nA,MSM,10,10,10,10,10,10,10,20,20\n';
    const weekend = (await estimated({ spots }, { weekend: ['sat', 'sun'] })).estimates.week[0];
    expect(weekend?.changePercent).toBeCloseTo(100, 10);
    expect(weekend?.peakDays).toEqual(['sat', 'sun']);
    const nights = (await estimated({ spots }, { weekend: ['fri', 'sat'] })).estimates.week[0];
    expect(nights?.changePercent).toBeCloseTo(100 * (15 / 12 - 1), 10);
  });
});

describe('rates and shares', () => {
  it('gives the rate per 1,000 of a named denominator over mapped municipalities, or none', async () => {
    const study = 'populations:\n  - code: FSW\n    denominator: adult_women\n';
    const places =
      'municipality,mapped,adult_women\nNorth,yes,2000\nSouth,yes,9000\nEast,no,5000\nWest,yes,0\n';
    const result = await estimated({ study, spots: SPOTS, places });
    expect(cell(result, 'national', { population: 'FSW' }, 'per_1000')).toBe(4);
    expect(cell(result, 'national', { population: 'FSW' }, 'denominator')).toBe('adult_women');
    expect(cell(result, 'municipalities', { municipality: 'North' }, 'per_1000')).toBe(6.8);
    expect(cell(result, 'municipalities', { municipality: 'West' }, 'estimate')).toBe(0);
    expect(cell(result, 'municipalities', { municipality: 'East' }, 'estimate')).toBeUndefined();
    const gap = await estimated({ study, spots: SPOTS, places: places.replace('9000', '') });
    expect(cell(gap, 'national', { population: 'FSW' }, 'per_1000')).toBeUndefined();
    expect(located(gap.issues)).toEqual(['denominator-missing places.csv']);
  });

  it('places a spot by its coordinates where the municipality is empty', async () => {
    const boundaries = `{"type":"FeatureCollection","features":[${square('West', 20)},${square('East', 21)}]}`;
    const spots =
      'spot_id,population,municipality,min,max,lat,lon\nA,FSW,,1,3,42.5,20.5\nB,FSW,,4,4,42.5,21.5\nC,FSW,,5,5,44,21.5\n';
    const result = await estimated({ spots, boundaries });
    expect(result.estimates.municipalities.map((area) => [area.municipality, area.estimate])).toEqual([
      ['East', 4],
      ['West', 2],
      ['unassigned', 5],
    ]);
  });
});
