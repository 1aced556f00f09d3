import { describe, expect, it } from 'vitest';
import { listRedraws } from '../../../src/estimate/interval/bootstrap-informants.js';
import { estimated } from '../../support/study.js';

describe('redrawing informants within spots', () => {
  it.each([2, 3, 4, 5, 6])('lists every redraw of %d informants with chances that add up to 1', (size) => {
    const ways = listRedraws(size);
    const expected = { 2: 3, 3: 10, 4: 35, 5: 126, 6: 462 }[size];
    expect(ways).toHaveLength(expected ?? 0);
    expect(ways.reduce((sum, way) => sum + way.chance, 0)).toBeCloseTo(1, 12);
    const meanOfFirst = ways.reduce(
      (sum, way) => sum + way.chance * way.picked.filter((at) => at === 0).length,
      0,
    );
    expect(meanOfFirst).toBeCloseTo(1, 12);
  });

  it('has the spread of the mean of informants, added over spots', async () => {
    const spots = Array.from({ length: 30 }, (_, at) => `S${at},FSW,North`);
    const reports = spots.flatMap((_, at) => [
      `a${at},2,S${at},FSW,8,12`,
      `b${at},2,S${at},FSW,10,14`,
      `c${at},2,S${at},FSW,12,16`,
    ]);
    const texts = {
      spots: `spot_id,population,municipality\n${spots.join('\n')}\n`,
      reports: `informant_id,level,spot_id,population,min,max\n${reports.join('\n')}\n`,
    };
    const interval = { use: 'bootstrap', redraw: 'informants', replicates: 4000 };
    const [row] = (await estimated(texts, { method: { interval } })).estimates.national;
    // each spot: figures 10, 12, 14, variance of their mean 8/9; thirty spots
    const half = 1.96 * Math.sqrt((30 * 8) / 9);
    expect(row?.estimate).toBe(360);
    expect(row?.interval?.low).toBeGreaterThan(360 - half - 1.2);
    expect(row?.interval?.low).toBeLessThan(360 - half + 1.2);
    expect(row?.interval?.high).toBeGreaterThan(360 + half - 1.2);
    expect(row?.interval?.method).toContain('informants within 30 of 30 spots');
  });

  it('gives no interval where no spot has two informants', async () => {
    const result = await estimated(
      { spots: 'spot_id,population,min,max\nA,FSW,4,9\n' },
      { method: { interval: { use: 'bootstrap', redraw: 'informants' } } },
    );
    expect(result.estimates.national[0]?.interval).toBeUndefined();
  });
});
