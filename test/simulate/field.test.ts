import { describe, expect, it } from 'vitest';
import { overlapTown } from '../../src/simulate/overlap-scenario.js';
import { presentIn } from '../../src/simulate/target.js';
import type { TownRound, TownSpotRow } from '../../src/simulate/town-rows.js';
import type { FieldSettings, TownSettings } from '../../src/simulate/town-settings.js';
import { makeTown } from '../../src/simulate/town.js';
import { codeOf } from '../support/code-of.js';

const BASE = overlapTown(11);
const RUMOURED: TownSettings = {
  ...BASE,
  populations: BASE.populations.map((each) => ({ ...each, pull_spread: 0.7 })),
  informants: [{ informant_type: 'any', bias: 1, spread: 0, half_width: 0 }],
  reports_per_spot: 1,
  share_level_2: 0.4,
};

const roundOf = (settings: TownSettings): TownRound => {
  const [round] = makeTown(settings).rounds;
  if (round === undefined) throw new Error('A town has at least one round.');
  return round;
};
const withField = (field: Partial<FieldSettings>, town = BASE) => roundOf({ ...town, field });
const sumOf = (rows: readonly TownSpotRow[]) => rows.reduce((sum, row) => sum + (row.usual ?? 0), 0);
const said = (field: Partial<FieldSettings>) => withField(field, RUMOURED).reports.map((row) => row.max);
const faithful = roundOf(BASE);

describe('what goes wrong in the field', () => {
  it('changes nothing when nothing is set', () => {
    expect(withField({})).toEqual(faithful);
  });

  it('leaves the truth and the visits as they are', () => {
    const truth = makeTown(BASE).truth;
    expect(makeTown({ ...BASE, field: { share_found: 0.5, count_spread: 1 } }).truth).toEqual(truth);
    expect(presentIn({ ...BASE, field: { share_found: 0.5, count_spread: 1 } }, 'FSW', 1)).toBe(
      sumOf(faithful.spots),
    );
    expect(presentIn(RUMOURED, 'FSW', 1)).toBe(sumOf(roundOf({ ...RUMOURED, share_level_2: 1 }).spots));
  });

  it('misses spots at random, whole with their reports and interviews', () => {
    const missed = withField({ share_found: 0.7 });
    expect(Math.abs(missed.spots.length / 120 - 0.7)).toBeLessThan(4 * Math.sqrt(0.21 / 120));
    const found = new Set(missed.spots.map((spot) => spot.spot_id));
    expect(missed.attendance).toEqual(faithful.attendance.filter((row) => found.has(row.spot_id)));
  });

  it('visits the largest spots when told to, and a random sample otherwise', () => {
    const sizes = new Map(
      roundOf({ ...RUMOURED, share_level_2: 1 }).spots.map((spot) => [spot.spot_id, spot.weekday ?? 0]),
    );
    const meanVisited = (validation: 'random' | 'largest') => {
      const visited = withField({ validation }, RUMOURED).spots.filter((spot) => spot.level === 2);
      return visited.reduce((sum, spot) => sum + (sizes.get(spot.spot_id) ?? 0), 0) / visited.length;
    };
    expect(
      withField({ validation: 'largest' }, RUMOURED).spots.filter((row) => row.level === 2),
    ).toHaveLength(48);
    expect(meanVisited('largest')).toBeGreaterThan(1.4 * meanVisited('random'));
  });

  it('miscounts spots without bias and keeps the order of least, usual and most', () => {
    const miscounted = withField({ count_spread: 0.3 });
    for (const spot of miscounted.spots) {
      expect(spot.min).toBeLessThanOrEqual(spot.usual ?? -1);
      expect(spot.usual).toBeLessThanOrEqual(spot.max ?? -1);
    }
    expect(Math.abs(sumOf(miscounted.spots) / sumOf(faithful.spots) - 1)).toBeLessThan(0.1);
    expect(miscounted.spots).not.toEqual(faithful.spots);
  });

  it('lets people say a day more than they come, seven at most', () => {
    const more = withField({ share_one_more_day: 1 }).attendance;
    expect(more.map((row) => row.days_per_week)).toEqual(
      faithful.attendance.map((row) => Math.min(7, row.days_per_week + 1)),
    );
  });

  it('meets none of those who come rarely when all of them refuse', () => {
    const met = withField({ rare_days: 2, share_refusing: 1 }).attendance;
    expect(met.length).toBeGreaterThan(200);
    expect(Math.min(...met.map((row) => row.days_per_week))).toBe(3);
  });

  it('draws rumour to the mean spot, and shifts all of it together', () => {
    expect(new Set(said({ share_to_mean: 1 })).size).toBe(1);
    const ratio = said({ shared_spread: 0.5 }).reduce((sum, max) => sum + max, 0);
    const plain = said({}).reduce((sum, max) => sum + max, 0);
    expect(Math.abs(ratio / plain - 1)).toBeGreaterThan(0.02);
    expect(said({ shared_spread: 0 })).toEqual(said({}));
  });

  it('refuses what no field can do', () => {
    for (const field of [
      { share_found: 1.1 },
      { count_spread: -1 },
      { shared_spread: Number.NaN },
      { rare_days: 0.5 },
    ]) {
      expect(codeOf(() => makeTown({ ...BASE, field }))).toBe('setting-out-of-range');
    }
  });
});
