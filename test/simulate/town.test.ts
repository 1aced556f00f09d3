import { describe, expect, it } from 'vitest';
import type { TownRound } from '../../src/simulate/town-rows.js';
import { ORDINARY_TOWN, type TownSettings } from '../../src/simulate/town-settings.js';
import { makeTown } from '../../src/simulate/town.js';
import { codeOf } from '../support/code-of.js';

const first = (settings: Partial<TownSettings> = {}): TownRound => {
  const [round] = makeTown({ ...ORDINARY_TOWN, ...settings }).rounds;
  if (round === undefined) throw new Error('A town has at least one round.');
  return round;
};

const meanOf = (values: (number | undefined)[]): number =>
  values.reduce<number>((sum, x) => sum + (x ?? 0), 0) / values.length;
const informant = (bias: number, spread: number) => [{ informant_type: 'x', bias, spread, half_width: 0.2 }];
const totalSaid = (informants: TownSettings['informants']): number =>
  first({ informants }).reports.reduce((sum, report) => sum + (report.min + report.max) / 2, 0);

describe('makeTown', () => {
  const town = makeTown(ORDINARY_TOWN);
  const round = first();

  it('makes the same town from the same seed and another from another', () => {
    expect(JSON.stringify(makeTown(ORDINARY_TOWN))).toBe(JSON.stringify(town));
    expect(JSON.stringify(makeTown({ ...ORDINARY_TOWN, seed: 2 }))).not.toBe(JSON.stringify(town));
  });

  it('leaves the other municipalities as they are when one is added', () => {
    const extra = { municipality: 'Valley', adult_men: 5000, adult_women: 5000 };
    const larger = makeTown({ ...ORDINARY_TOWN, municipalities: [extra, ...ORDINARY_TOWN.municipalities] });
    expect(larger.truth.filter((row) => row.municipality !== 'Valley')).toEqual(town.truth);
    expect(larger.rounds[0]?.spots.filter((row) => row.municipality !== 'Valley')).toEqual(round.spots);
  });

  it('has as many people as the rate and the denominator say, all accounted for', () => {
    expect(town.truth[0]).toMatchObject({ municipality: 'Harbour', population: 'FSW', people: 387 });
    for (const row of town.truth) {
      expect(row.attending + row.hidden).toBe(row.people);
      expect(row.online_and_attending).toBeLessThanOrEqual(Math.min(row.attending, row.seen_online));
      expect(row.profiles).toBeGreaterThanOrEqual(row.seen_online);
    }
    const hidden = town.truth
      .filter((row) => row.population === 'MSM')
      .reduce((sum, row) => sum + row.hidden, 0);
    const people = town.truth
      .filter((row) => row.population === 'MSM')
      .reduce((sum, row) => sum + row.people, 0);
    expect(Math.abs(hidden / people - 0.6)).toBeLessThan(4 * Math.sqrt(0.24 / people));
  });

  it('counts between least and most, and calls the busiest days the peak', () => {
    const visited = round.spots.filter((row) => row.level === 2 && row.mode === 'geo');
    expect(visited.length).toBeGreaterThan(60);
    for (const row of visited) {
      expect(row.min).toBeLessThanOrEqual(row.usual ?? -1);
      expect(row.usual).toBeLessThanOrEqual(row.max ?? -1);
      expect(row.peak_min).toBeLessThanOrEqual(row.peak_max ?? -1);
      expect(row.peak_max).toBeGreaterThanOrEqual(row.max ?? Infinity);
    }
    const rise = meanOf(visited.map((row) => row.weekend)) / meanOf(visited.map((row) => row.weekday));
    expect(rise).toBeGreaterThan(1.1);
  });

  it('has level 1 rows with the mean of their reports and nothing else', () => {
    const reported = round.spots.filter((row) => row.level === 1);
    expect(reported.length).toBeGreaterThan(10);
    for (const row of reported) {
      const own = round.reports.filter((report) => report.spot_id === row.spot_id);
      expect(own).toHaveLength(3);
      expect(row.min).toBeCloseTo(own.reduce((sum, report) => sum + report.min, 0) / 3, 12);
      expect([row.usual, row.peak_max, row.weekday]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('lets informant types err as they are set to', () => {
    const exact = totalSaid(informant(1, 0));
    expect(Math.abs(totalSaid(informant(1.5, 0)) / exact - 1.5)).toBeLessThan(0.05);
    const spread = totalSaid(informant(1, 0.5)) / exact;
    expect(spread).toBeGreaterThan(1.02);
    expect(spread).toBeLessThan(1.3);
  });

  it('interviews people who were there, at most so many a spot', () => {
    const usual = new Map(round.spots.map((row) => [row.spot_id, row.usual ?? 0]));
    const met = new Map<string, number>();
    for (const row of round.attendance) met.set(row.spot_id, (met.get(row.spot_id) ?? 0) + 1);
    expect(met.size).toBeGreaterThan(60);
    for (const [spotId, people] of met) expect(people).toBe(Math.min(3, usual.get(spotId) ?? 0));
    expect(new Set(round.attendance.map((row) => row.respondent_id)).size).toBe(round.attendance.length);
    const fsw = round.attendance.filter((row) => row.population === 'FSW');
    expect(new Set(fsw.map((row) => row.days_per_week))).toEqual(new Set([2, 3, 4, 5, 6]));
  });

  it('lists profiles, not people, at the web spot', () => {
    for (const truth of town.truth) {
      const web = round.spots.find(
        (row) =>
          row.mode === 'web' &&
          row.municipality === truth.municipality &&
          row.population === truth.population,
      );
      expect(web).toMatchObject({ min: truth.profiles, max: truth.profiles, usual: truth.profiles });
    }
  });

  it('has spots die and be born between two rounds, people staying the same', () => {
    const two = makeTown({ ...ORDINARY_TOWN, rounds: 2 });
    const [before, after] = two.rounds;
    expect(two.truth).toEqual(town.truth);
    expect(before?.spots).toEqual(round.spots);
    const ids = new Set(before?.spots.map((row) => row.spot_id));
    const later = after?.spots ?? [];
    const dead = later.filter((row) => row.status === 'defunct');
    const born = later.filter((row) => !ids.has(row.spot_id));
    expect(Math.abs(dead.length - 24)).toBeLessThan(18);
    expect(Math.abs(born.length - 18)).toBeLessThan(17);
    expect(later.length).toBe(ids.size + born.length);
    expect(dead.every((row) => row.usual === undefined && ids.has(row.spot_id))).toBe(true);
    expect(new Set(later.map((row) => row.spot_id)).size).toBe(later.length);
  });

  it('refuses settings no town can have', () => {
    const [population] = ORDINARY_TOWN.populations;
    const withPopulation = (change: object) => ({
      ...ORDINARY_TOWN,
      populations: [{ ...population, ...change }],
    });
    const broken = [
      { ...ORDINARY_TOWN, municipalities: [] },
      { ...ORDINARY_TOWN, share_level_2: 1.1 },
      { ...ORDINARY_TOWN, respondents_per_spot: -1 },
      { ...ORDINARY_TOWN, informants: [] },
      withPopulation({ share_hidden: Number.NaN }),
      withPopulation({ days_per_week: [0] }),
      withPopulation({ spots_per_day: [0.5] }),
      withPopulation({ typologies: [] }),
    ];
    for (const settings of broken) {
      expect(codeOf(() => makeTown(settings as TownSettings))).toBe('setting-out-of-range');
    }
    expect(() => makeTown({ ...ORDINARY_TOWN, seed: -1 })).toThrow(RangeError);
  });
});
