import { describe, expect, it } from 'vitest';
import { estimateTables } from '../../../src/estimate/tables.js';
import { writeCsv } from '../../../src/formats/csv.js';
import { levelOneTown, UNLIKE } from '../../support/level-1-town.js';
import { estimated, located, type StudyTexts } from '../../support/study.js';

const POOLED = { method: { level_1: { use: 'pooled' } } };

const SPOTS = `spot_id,population,municipality,typology,level,usual
A,FSW,North,bar,2,10
B,FSW,North,bar,2,14
C,FSW,North,bar,2,20
D,FSW,North,bar,2,12
E,FSW,North,bar,2,16
F,FSW,North,bar,2,9
W,FSW,North,bar,1,
`;
const HEADER = 'informant_id,informant_type,level,spot_id,population,min,max';
/** Drivers say twice what is there, members half of it. */
const REPORTS = `${HEADER}
i1,driver,1,A,FSW,18,22
i2,driver,1,B,FSW,26,30
i3,driver,1,C,FSW,38,42
i4,member,1,D,FSW,5,7
i5,member,1,E,FSW,7,9
i6,member,1,F,FSW,4,5
i7,driver,1,W,FSW,28,32
`;

const without = (text: string, ...ids: string[]) =>
  text
    .split('\n')
    .filter((line) => !ids.some((id) => line.startsWith(`${id},`)))
    .join('\n');

const last = ({ estimates }: Awaited<ReturnType<typeof estimated>>) =>
  estimates.spots.find(({ spot }) => spot.spot_id === 'W')?.usual.estimate;
const noteOf = ({ estimates }: Awaited<ReturnType<typeof estimated>>) =>
  estimates.trace.find(({ step }) => step === 'level_1')?.note;

const shuffled = (text: string) => {
  const [header = '', ...rows] = text.trim().split('\n');
  return [header, ...rows.reverse()].join('\n');
};

const written = async (texts: StudyTexts, changes = {}) =>
  estimateTables((await estimated(texts, { ...POOLED, ...changes })).estimates).map(
    (table) => `${table.name}\n${writeCsv(table)}`,
  );

describe('the pooled level 1 correction of a study', () => {
  it('scales a spot by what such informants are worth, where one factor for all is misled', async () => {
    const pooled = await estimated({ spots: SPOTS, reports: REPORTS }, POOLED);
    expect(last(pooled)).toBeCloseTo(15, 1);
    const overall = await estimated({ spots: SPOTS, reports: REPORTS });
    expect(last(overall)).toBeCloseTo(30 * (81 / 106.5), 9);
    expect(noteOf(pooled)).toMatch(
      /^1 spots known at level 1 only; pooled factors around .*, from 6 spots with both levels; spread of log factors: informant type/,
    );
  });

  it('writes raw and pooled factors by group', async () => {
    const { estimates } = await estimated({ spots: SPOTS, reports: REPORTS });
    expect(
      estimates.levelOneFactors.map(({ kind, group, pairs, said, found }) => [
        kind,
        group,
        pairs,
        said,
        found,
      ]),
    ).toEqual([
      ['overall', '', 6, 106.5, 81],
      ['informant_type', 'driver', 3, 88, 44],
      ['informant_type', 'member', 3, 18.5, 37],
      ['typology', 'bar', 6, 106.5, 81],
      ['municipality', 'North', 6, 106.5, 81],
    ]);
    const driver = estimates.levelOneFactors[1];
    expect(driver?.raw).toBeCloseTo(0.5, 12);
    expect(driver?.pooled).toBeCloseTo(0.5, 2);
    expect(driver?.spread).toBeLessThan(0.05);
  });

  it('falls back on one factor where fewer than three spots have both levels, and says so', async () => {
    const few = {
      spots: without(SPOTS, 'B', 'C', 'D', 'E', 'F'),
      reports: without(REPORTS, 'i2', 'i3', 'i4', 'i5', 'i6'),
    };
    const result = await estimated(few, POOLED);
    expect(last(result)).toBeCloseTo(15, 12);
    expect(noteOf(result)).toContain('fewer than 3 spots with persons at both levels, so nothing is pooled');
  });

  it('leaves figures as they are where no spot has both levels, and warns', async () => {
    const none = {
      spots: without(SPOTS, 'A', 'B', 'C', 'D', 'E', 'F'),
      reports: `${HEADER}\ni7,driver,1,W,FSW,28,32\n`,
    };
    const result = await estimated(none, POOLED);
    expect(last(result)).toBe(30);
    expect(located(result.issues)).toContain('level-1-uncorrected spots.csv');
    expect(result.estimates.levelOneFactors).toEqual([]);
  });

  it('writes neither table for a study without level 1', async () => {
    const names = await written({ spots: without(SPOTS, 'W') });
    expect(names.some((table) => /^(level1_factors|validate_next)/.test(table))).toBe(false);
  });

  it.each([1, 2, 3])('gives the same bytes whatever the order of the rows, in town %i', async (seed) => {
    const town = levelOneTown(seed, UNLIKE, 3);
    const texts = town.after(new Set(town.order.slice(0, 30)));
    const turned = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, shuffled(text)]));
    const tables = await written(texts);
    expect(await written(turned)).toEqual(tables);
    expect(tables.some((table) => table.startsWith('validate_next\n'))).toBe(true);
  });

  it('keeps low ≤ estimate ≤ high, and municipalities add up to the nation', async () => {
    const town = levelOneTown(4, UNLIKE, 3);
    const { estimates } = await estimated(town.after(new Set(town.order.slice(0, 30))), POOLED);
    const [nation] = estimates.national;
    const sum = estimates.municipalities.reduce((total, area) => total + area.estimate, 0);
    expect(sum).toBeCloseTo(nation?.estimate ?? Number.NaN, 9);
    for (const row of [...estimates.national, ...estimates.municipalities]) {
      expect(row.low).toBeLessThanOrEqual(row.estimate + 1e-9);
      expect(row.estimate).toBeLessThanOrEqual(row.high + 1e-9);
    }
  });
});
