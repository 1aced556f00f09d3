import { describe, expect, it } from 'vitest';
import {
  condomsPerMonth,
  contactCapacity,
  dropInCentresNeeded,
  lubricantPerMonth,
  needleCoverage,
  needlesPerMonth,
  reachedBy,
  sharpsBoxes,
  supervisorsNeeded,
  testsPerMonth,
  workersNeeded,
} from '../../src/plan/formulas.js';

describe('the printed formulas', () => {
  it('F1: 31,350 people need 627 workers at 1:50, 896 at 1:35, 483 at 1:65 and 349 at 1:90', () => {
    const needed = [50, 35, 65, 90].map((ratio) => workersNeeded(31_350, ratio));
    expect(needed).toEqual([627, 896, 483, 349]);
  });

  it('F1 takes the target share: 90% of 1,000 people at 1:50 are 18 workers', () => {
    expect(workersNeeded(1000, 50, 0.9)).toBe(18);
    expect(workersNeeded(1001, 50, 0.9)).toBe(19);
    expect(workersNeeded(0, 50, 0.9)).toBe(0);
  });

  it('F1 on the places of Kosovo: 1,874 MSM at 1:50 are 38 workers, 4,973 PWID at 1:40 are 125', () => {
    expect(workersNeeded(6814 - 4940, 50)).toBe(38);
    expect(workersNeeded(4973, 40)).toBe(125);
  });

  it('F2: 627 workers need 63 supervisors at 1:10', () => {
    expect(supervisorsNeeded(627, 10)).toBe(63);
  });

  it('F4: 20 days of 4 hours at 3 contacts an hour and 0.8 are 192 contacts', () => {
    const time = { days: 20, hours: 4, contactsPerHour: 3, productiveShare: 0.8 };
    expect(contactCapacity(time)).toBeCloseTo(192, 9);
  });

  it('F6: two visits that each meet half of 40 people reach 30', () => {
    expect(reachedBy(40, [0.5, 0.5])).toBe(30);
    expect(reachedBy(40, [])).toBe(0);
  });

  it('F7: 8 acts a week are 34.8 condoms a month, 38.3 with a buffer of 10%', () => {
    expect(condomsPerMonth(8, 0).toFixed(1)).toBe('34.8');
    expect(condomsPerMonth(8, 0.1).toFixed(1)).toBe('38.3');
    expect(condomsPerMonth(8, 0.1, 40)).toBe(0);
  });

  it('F8: a sachet with every fourth condom is a quarter of the condoms', () => {
    expect(lubricantPerMonth(8, 0.25, { buffer: 0.1, otherSupply: 0 })).toBeCloseTo(38.2624 / 4, 9);
  });

  it('F9: a floor of 200 a year is 16.7 needles a month, 300 is 25.0; use counts where it is higher', () => {
    expect(needlesPerMonth(0, 200).toFixed(1)).toBe('16.7');
    expect(needlesPerMonth(0, 300).toFixed(1)).toBe('25.0');
    expect(needlesPerMonth(2, 200)).toBeCloseTo(60.88, 9);
    expect(needlesPerMonth(2, 200, 50)).toBeCloseTo(200 / 12, 9);
  });

  it('F10: 192 needles a year are medium coverage, 108 too; 99 low; 200 high', () => {
    expect([99, 108, 192, 200].map(needleCoverage)).toEqual(['low', 'medium', 'medium', 'high']);
  });

  it('F11: 101 needles fill two boxes', () => {
    expect([0, 100, 101].map(sharpsBoxes)).toEqual([0, 1, 2]);
  });

  it('F12: 120 people, a tenth known positive, two tests a year, half accepted: 9 tests a month', () => {
    const policy = { knownPositiveShare: 0.1, testsPerYear: 2, acceptance: 0.5 };
    expect(testsPerMonth(120, policy)).toBeCloseTo(9, 9);
  });

  it('F15: 48,973 women at 288 a centre need 171 centres; Karnataka had 170', () => {
    expect(dropInCentresNeeded(48_973, 288)).toBe(171);
    expect((48_973 / 170).toFixed(0)).toBe('288');
  });

  it('keeps the ratios published for Karnataka, Nairobi and Kosovo', () => {
    const karnataka = [48_973 / 1043, 6232 / 1043, 48_973 / 6232, 48_973 / 93, 48_973 / (93 + 110 + 157)];
    expect(karnataka.map((ratio) => ratio.toFixed(2))).toEqual(['46.95', '5.98', '7.86', '526.59', '136.04']);
    const nairobi = [27_116 / 245, 245 / 40, 1364 / 245, 27_116 / 1364];
    expect(nairobi.map((ratio) => ratio.toFixed(2))).toEqual(['110.68', '6.13', '5.57', '19.88']);
    expect(workersNeeded(48_973, 48_973 / 1043)).toBe(1043);
    expect(((6814 - 4940) / 13.3).toFixed(0)).toBe('141');
    expect((4940 / 6814).toFixed(3)).toBe('0.725');
    expect(((5819 - 4973) / 5819).toFixed(3)).toBe('0.145');
  });
});
