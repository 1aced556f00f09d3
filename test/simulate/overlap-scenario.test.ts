import { describe, expect, it } from 'vitest';
import { personVisitInterval } from '../../src/estimate/interval/person-visit-interval.js';
import { personVisit } from '../../src/estimate/overlap/person-visit.js';
import {
  attendingIn,
  fieldRows,
  overlapRatios,
  overlapTown,
  type OverlapRatios,
} from '../../src/simulate/overlap-scenario.js';
import { ORDINARY_TOWN, type TownSettings } from '../../src/simulate/town-settings.js';
import { makeTown } from '../../src/simulate/town.js';
import { makeRandom } from '../../src/stats/random.js';

const TOWNS = 200;

describe('the overlap town, 200 times', () => {
  const ratios = Array.from({ length: TOWNS }, (_, seed) => overlapRatios(seed));
  const of = (name: keyof OverlapRatios) => {
    const values = ratios.map((each) => each[name]);
    const mean = values.reduce((sum, x) => sum + x, 0) / TOWNS;
    const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (TOWNS - 1));
    return { mean, sd };
  };

  // Both the printed figure (200 runs) and this one have Monte Carlo error: √2 · sd / √200, three times.
  it.each([
    ['raw', 0.824],
    ['meanVisits', 0.412],
    ['share', 0.507],
    ['multiplicity', 0.515],
    ['frequencyHarmonic', 1.609],
    ['personVisit', 1.002],
  ] as const)('%s gives %d of the people who attend', (name, printed) => {
    const { mean, sd } = of(name);
    expect(Math.abs(mean - printed)).toBeLessThan((3 * Math.SQRT2 * sd) / Math.sqrt(TOWNS));
    expect(Math.abs(mean - printed)).toBeLessThan(0.02);
  });

  it('person-visit scatters by 0.057 and lies within 2% of the truth', () => {
    const { mean, sd } = of('personVisit');
    expect(Math.abs(mean - 1)).toBeLessThan(0.02);
    expect(Math.abs(sd - 0.057)).toBeLessThan((3 * Math.SQRT2 * 0.057) / Math.sqrt(2 * TOWNS));
  });
});

const flat = (weekend_pull: number): TownSettings => ({
  ...ORDINARY_TOWN,
  share_level_2: 1,
  populations: ORDINARY_TOWN.populations.map((each) => ({ ...each, weekend_pull })),
});
const meanRatio = (weekend_pull: number): number => {
  let sum = 0;
  for (let seed = 0; seed < 60; seed++) {
    const town = makeTown({ ...flat(weekend_pull), seed });
    const { spots, respondents } = fieldRows(town.rounds[0]);
    const settings = { window: 'day', universe: 'town' } as const;
    sum += personVisit(spots, respondents, settings).estimate / attendingIn(town);
  }
  return sum / 60;
};

describe('an ordinary town', () => {
  it('is estimated right with unequal spots and two populations', () => {
    expect(Math.abs(meanRatio(1) - 1)).toBeLessThan(0.02);
  });

  it('is estimated too low from a weekday when weekends are busier', () => {
    expect(meanRatio(3)).toBeLessThan(0.92);
  });
});

describe('the person-visit interval in the overlap town', () => {
  it('covers the truth about 95 times in 100, and misses on both sides', () => {
    const settings = { window: 'day', replicates: 400 } as const;
    let [below, above] = [0, 0];
    for (let seed = 1000; seed < 1400; seed++) {
      const town = makeTown(overlapTown(seed));
      const { spots, respondents } = fieldRows(town.rounds[0]);
      const { low, high } = personVisitInterval(spots, respondents, { random: makeRandom(seed), settings });
      const truth = attendingIn(town);
      if (truth < low) below++;
      if (truth > high) above++;
    }
    // 400 towns: 95% has a standard error of 1.1 points.
    expect(Math.abs(1 - (below + above) / 400 - 0.95)).toBeLessThan(0.033);
    expect(Math.max(below, above)).toBeLessThan(24);
    expect(Math.min(below, above)).toBeGreaterThan(1);
  });
});
