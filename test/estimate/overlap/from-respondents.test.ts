import { describe, expect, it } from 'vitest';
import { describeRespondents } from '../../../src/estimate/overlap/describe-respondents.js';
import { frequencyHarmonic } from '../../../src/estimate/overlap/frequency-harmonic.js';
import { multiplicity } from '../../../src/estimate/overlap/multiplicity.js';
import { personVisit } from '../../../src/estimate/overlap/person-visit.js';
import type { CountedSpot, Respondent } from '../../../src/estimate/overlap/rows.js';
import { makeRandom } from '../../../src/stats/random.js';
import { codeOf } from '../../support/code-of.js';

const SPOT_IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const DAY = { window: 'day', universe: 'everywhere' } as const;

interface Town {
  readonly spots: CountedSpot[];
  readonly met: Respondent[];
  readonly people: number;
}

function row(spotId: string, [daysPerWeek, spotsPerDay]: readonly [number, number]): Respondent {
  return { spotId, daysPerWeek, spotsPerDay };
}

/** A town in which every visit of the week is met once: counts are a seventh of the week's visits. */
function wholeWeek(seed: number): Town {
  const random = makeRandom(seed);
  const met: Respondent[] = [];
  for (let person = 0; person < 80; person++) {
    const daysPerWeek = 1 + random.integer(7);
    const spotsPerDay = 1 + random.integer(3);
    for (let day = 0; day < daysPerWeek; day++) {
      const used = random.shuffle([...SPOT_IDS]).slice(0, spotsPerDay);
      for (const spotId of used) met.push({ spotId, daysPerWeek, spotsPerDay });
    }
  }
  const count = (spotId: string): number => met.filter((visit) => visit.spotId === spotId).length / 7;
  return { spots: SPOT_IDS.map((spotId) => ({ spotId, count: count(spotId) })), met, people: 80 };
}

describe('personVisit', () => {
  it('counts every person once when every visit of a week is met', () => {
    for (const seed of [1, 2, 3]) {
      const { spots, met, people } = wholeWeek(seed);
      expect(personVisit(spots, met, DAY).estimate).toBeCloseTo(people, 9);
    }
  });

  it('is unbiased over every choice of one respondent per spot', () => {
    // Spots a and b, the people there named by (days, spots); the estimate averages to the full answer.
    const at = {
      a: [
        [7, 1],
        [1, 2],
        [3, 1],
      ],
      b: [
        [1, 2],
        [2, 3],
      ],
    } as const;
    const spots = [
      { spotId: 'a', count: 3 },
      { spotId: 'b', count: 2 },
    ];
    const all = [...at.a.map((one) => row('a', one)), ...at.b.map((one) => row('b', one))];
    let sum = 0;
    for (const first of at.a) {
      for (const second of at.b) sum += personVisit(spots, [row('a', first), row('b', second)], DAY).estimate;
    }
    expect(sum / 6).toBeCloseTo(personVisit(spots, all, DAY).estimate, 12);
  });

  it('weights a respondent by the count at the spot over the respondents met there', () => {
    const spots = [
      { spotId: 'a', count: 30 },
      { spotId: 'b', count: 10 },
    ];
    const met = [
      { spotId: 'a', daysPerWeek: 1, spotsPerDay: 1 },
      { spotId: 'a', daysPerWeek: 2, spotsPerDay: 1 },
      { spotId: 'b', daysPerWeek: 5, spotsPerDay: 1 },
    ];
    expect(personVisit(spots, met, DAY)).toMatchObject({ visits: 280, respondents: 3, spotsFilled: 0 });
    expect(personVisit(spots, met, DAY).estimate).toBeCloseTo(7 * (30 * 0.75 + 10 * 0.2), 9);
  });

  it('gives a spot without respondents the mean of its stratum, a silent stratum the mean of all', () => {
    const spots = [
      { spotId: 'a', count: 10, stratum: 'street' },
      { spotId: 'b', count: 20, stratum: 'street' },
      { spotId: 'c', count: 10, stratum: 'bar' },
      { spotId: 'd', count: 40, stratum: 'home' },
    ];
    const met = [
      { spotId: 'a', daysPerWeek: 1, spotsPerDay: 1 },
      { spotId: 'c', daysPerWeek: 2, spotsPerDay: 1 },
    ];
    const result = personVisit(spots, met, DAY);
    expect(result.estimate).toBeCloseTo(7 * (10 + 20 + 10 * 0.5 + 40 * (35 / 40)), 9);
    expect(result).toMatchObject({ spotsFilled: 2, strataFilled: 1 });
  });

  it('takes a week’s counts with the spots of the week and no days', () => {
    const spots = [{ spotId: 'a', count: 100 }];
    const met = [
      { spotId: 'a', daysPerWeek: 1, spotsPerDay: 1 },
      { spotId: 'a', daysPerWeek: 7, spotsPerDay: 4 },
    ];
    expect(personVisit(spots, met, { window: 'week', universe: 'town' })).toMatchObject({
      estimate: 62.5,
      visits: 100,
      window: 'week',
      universe: 'town',
    });
  });
});

describe('estimators on respondents', () => {
  const { spots, met } = wholeWeek(9);
  const estimators = {
    multiplicity,
    frequencyHarmonic,
    personVisit: (counted: CountedSpot[], people: Respondent[]) => personVisit(counted, people, DAY).estimate,
  };

  it.each(Object.entries(estimators))(
    '%s does not depend on the order of rows, to the last bit',
    (_, estimate) => {
      const random = makeRandom(10);
      const given = estimate(spots, met);
      for (let turn = 0; turn < 10; turn++) {
        expect(estimate(random.shuffle([...spots]), random.shuffle([...met]))).toBe(given);
      }
    },
  );

  it.each(Object.entries(estimators))('%s doubles when every count doubles', (_, estimate) => {
    const doubled = spots.map((spot) => ({ ...spot, count: 2 * spot.count }));
    expect(estimate(doubled, met)).toBe(2 * estimate(spots, met));
  });

  it.each(Object.entries(estimators))('%s refuses what cannot be', (_, estimate) => {
    const one = [{ spotId: 'a', count: 5 }];
    const person = { spotId: 'a', daysPerWeek: 2, spotsPerDay: 2 };
    expect(codeOf(() => estimate(one, []))).toBe('no-respondents');
    expect(codeOf(() => estimate([], []))).toBe('nothing-counted');
    expect(codeOf(() => estimate([{ spotId: 'a', count: 0 }], [person]))).toBe('nothing-counted');
    expect(codeOf(() => estimate([{ spotId: 'a', count: Number.NaN }], [person]))).toBe('not-a-count');
    expect(codeOf(() => estimate([...one, ...one], [person]))).toBe('duplicate-spot');
    expect(codeOf(() => estimate(one, [{ ...person, spotId: 'b' }]))).toBe('unknown-spot');
  });

  it('refuse days outside (0, 7] and fewer than one spot', () => {
    const one = [{ spotId: 'a', count: 5 }];
    const person = { spotId: 'a', daysPerWeek: 2, spotsPerDay: 2 };
    for (const days of [0, -1, 7.01, Number.NaN]) {
      expect(codeOf(() => frequencyHarmonic(one, [{ ...person, daysPerWeek: days }]))).toBe(
        'days-out-of-range',
      );
      expect(codeOf(() => personVisit(one, [{ ...person, daysPerWeek: days }], DAY))).toBe(
        'days-out-of-range',
      );
    }
    for (const used of [0.5, 0, Number.NaN, Infinity]) {
      expect(codeOf(() => multiplicity(one, [{ ...person, spotsPerDay: used }]))).toBe('spots-out-of-range');
      expect(codeOf(() => personVisit(one, [{ ...person, spotsPerDay: used }], DAY))).toBe(
        'spots-out-of-range',
      );
    }
  });

  it('do not change what they are given', () => {
    const frozen = Object.freeze(met.map((each) => Object.freeze({ ...each })));
    const listed = Object.freeze(spots.map((each) => Object.freeze({ ...each })));
    expect(personVisit(listed, frozen, DAY).estimate).toBeCloseTo(80, 9);
  });

  it('correct overlap alone downwards and attendance alone upwards', () => {
    const counted = spots.reduce((sum, spot) => sum + spot.count, 0);
    expect(multiplicity(spots, met)).toBeLessThan(counted);
    expect(frequencyHarmonic(spots, met)).toBeGreaterThan(counted);
  });

  it('come with the summary published tables give', () => {
    const people = [
      { spotId: 'a', daysPerWeek: 7, spotsPerDay: 1 },
      { spotId: 'a', daysPerWeek: 7, spotsPerDay: 3 },
    ];
    expect(describeRespondents([{ spotId: 'a', count: 10 }], people)).toEqual({
      meanSpots: 2,
      shareUsingSeveral: 0.5,
      meanSpotsOfSeveral: 3,
      meanDays: 7,
    });
  });
});
