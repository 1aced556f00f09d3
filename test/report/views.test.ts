import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimate/estimate.js';
import { apportionTriples, wholeTriple } from '../../src/model/rounding.js';
import { DAYS } from '../../src/model/week.js';
import { classesOf, classOf, stepOf } from '../../src/report/sections/classes.js';
import { placeLabels } from '../../src/report/sections/labels.js';
import { busiestHours, hoursView } from '../../src/report/view/hours-view.js';
import { lorenzView } from '../../src/report/view/lorenz-view.js';
import { HOURS_START } from '../../src/report/view/report-view.js';
import { readFixture } from '../support/read-fixture.js';
import { viewOf } from '../support/report.js';
import { estimated } from '../support/study.js';

describe('people by hour', () => {
  it('puts a night across midnight on the evening it began, minutes in part', async () => {
    const { estimates } = await estimated({
      spots:
        'spot_id,population,municipality,min,max,weekday,weekend,hours\nA,FSW,N,10,10,10,30,22:30-02:00\nB,FSW,N,4,4,,,08:00-10:00\nC,FSW,N,4,4,,,\n',
    });
    const view = hoursView(estimates.spots, ['fri', 'sat']);
    const at = (day: number, hour: number) => view?.byDay[day]?.[(hour - HOURS_START + 24) % 24];
    const [friday, sunday] = [4, 6];
    expect(view).toMatchObject({ spotsKnown: 2, spots: 3, flat: 1 });
    expect([22, 23, 0, 1, 2].map((hour) => at(friday, hour))).toEqual([15, 30, 30, 30, 0]);
    expect([22, 23, 0, 1].map((hour) => at(sunday, hour))).toEqual([5, 10, 10, 10]);
    expect(DAYS.map((_, day) => at(day, 9))).toEqual([4, 4, 4, 4, 4, 4, 4]);
  });

  it('holds every person-hour exactly once, whatever the hours', async () => {
    const { estimates } = await estimated({
      spots: 'spot_id,population,municipality,min,max\nA,FSW,N,10,10\n',
    });
    const [figure] = estimates.spots;
    if (figure === undefined) throw new Error('no figure');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }), (from, length) => {
        const spot = { ...figure.spot, hours: { from, to: from + length } };
        const view = hoursView([{ ...figure, spot }], []);
        const sum = view?.byDay.flat().reduce((all, value) => all + value, 0) ?? 0;
        expect(sum).toBeCloseTo((7 * 10 * length) / 60, 6);
      }),
      { seed: 1 },
    );
  });

  it('names the stretch around the fullest hour', () => {
    const mean = Array.from({ length: 24 }, () => 1);
    mean[16] = 10;
    mean[17] = 9.5;
    expect(busiestHours(mean)).toEqual({ from: 22, to: 0 });
    expect(busiestHours(Array.from({ length: 24 }, () => 3))).toBeUndefined();
    expect(busiestHours(Array.from({ length: 24 }, () => 0))).toBeUndefined();
  });
});

describe('the Lorenz curve', () => {
  it('encloses half the Gini it states, runs from nobody to all, and sags', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 60 }), (persons) => {
        const view = lorenzView(persons);
        if (view === undefined) return expect(persons.every((value) => value === 0)).toBe(true);
        let under = 0;
        for (const [at, point] of view.curve.entries()) {
          const before = view.curve[at - 1] ?? point;
          under += (point.spots - before.spots) * ((point.people + before.people) / 2);
          expect(point.people).toBeLessThanOrEqual(point.spots + 1e-9);
        }
        expect(1 - 2 * under).toBeCloseTo(view.gini, 9);
        expect(view.curve[0]).toEqual({ spots: 0, people: 0 });
        expect(view.curve.at(-1)).toEqual({ spots: 1, people: 1 });
      }),
      { seed: 1 },
    );
  });

  it('is thinned for many spots and stays within a hundredth of the Gini', () => {
    const persons = Array.from({ length: 5000 }, (_, at) => (at * at) % 97);
    const view = lorenzView(persons);
    expect(view?.curve.length).toBeLessThan(65);
  });
});

describe('classes of a coloured map', () => {
  it('give every positive number a class of whole persons, in order, and nobody none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 40 }), (values) => {
        const classes = classesOf(values);
        expect(classes.limits.length).toBeLessThanOrEqual(5);
        for (const value of values) {
          const at = classOf(value, classes);
          expect(at === 0).toBe(value === 0);
          expect(stepOf(at, classes)).toBeLessThanOrEqual(5);
          for (const other of values)
            if (other >= value) expect(classOf(other, classes)).toBeGreaterThanOrEqual(at);
        }
      }),
      { seed: 1 },
    );
  });
});

describe('labels', () => {
  it('never touch and never leave the frame', () => {
    const label = fc.record({
      text: fc.constantFrom('Peja', 'Prishtina', 'Косово Поље', 'မရမ်းကုန်း', 'Fushë Kosova'),
      x: fc.integer({ min: 0, max: 440 }),
      y: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (wanted) => {
        const placed = placeLabels(wanted, { width: 440, height: 300, most: 12 });
        expect(placed.length).toBeLessThanOrEqual(12);
        for (const [at, one] of placed.entries()) {
          expect(one.y).toBeGreaterThan(5);
          expect(one.y).toBeLessThan(300);
          for (const other of placed.slice(at + 1)) {
            const isApart = Math.abs(one.y - other.y) >= 11 || Math.abs(one.x - other.x) >= 4 * 5;
            expect(isApart).toBe(true);
          }
        }
      }),
      { seed: 1 },
    );
  });
});

describe('the view of a study', () => {
  it('shows the whole persons the tables hold, and the uncovered add up', async () => {
    const { study } = await readFixture('yangon');
    const { estimates } = estimate(study);
    const view = viewOf(study);
    expect(view.populations).toHaveLength(4);
    for (const population of view.populations) {
      const nation = estimates.national.find((row) => row.population === population.code);
      const areas = estimates.municipalities.filter((row) => row.population === population.code);
      if (nation === undefined) throw new Error(population.code);
      const whole = apportionTriples(areas, wholeTriple(nation));
      for (const [at, area] of areas.entries()) {
        const shown = population.areas.find(({ name }) => name === area.municipality);
        expect(shown?.persons).toBe(whole[at]?.estimate);
        expect([shown?.range?.low, shown?.range?.high]).toEqual([whole[at]?.low, whole[at]?.high]);
      }
      const sum = population.areas.reduce((all, { persons }) => all + (persons ?? 0), 0);
      expect(sum).toBe(population.nation.persons);
      const plan = view.plan?.populations.find(({ code }) => code === population.code);
      expect((plan?.covered ?? 0) + (plan?.uncovered ?? 0)).toBe(population.nation.persons);
      expect(plan?.reasons.reduce((all, { persons }) => all + persons, 0)).toBe(plan?.uncovered);
      const last = population.trace?.at(-1)?.estimate ?? 0;
      const changes = population.trace?.reduce((all, { change }) => all + change, 0);
      expect(changes).toBeCloseTo(last, 6);
    }
  });
});
