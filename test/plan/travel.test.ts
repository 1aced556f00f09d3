import { describe, expect, it } from 'vitest';
import type { TravelRow } from '../../src/model/tables/travel.js';
import { checkTravel } from '../../src/study/check-travel.js';
import { readRules } from '../../src/plan/read-rules.js';
import { travelMinutes } from '../../src/plan/schedule/travel.js';
import { distancesOf, placeOf, walkingDistancesOf } from '../../src/plan/where.js';
import { spot, study, worker } from './town.js';

const rows = (...ways: readonly (readonly [string, string, number])[]): TravelRow[] =>
  ways.map(([from, to, minutes], at) => ({ line: at + 2, extra: undefined, from, to, minutes }));

const A = spot({ spot_id: 'A', municipality: 'North', lat: 10, lon: 20 });
const B = spot({ spot_id: 'B', municipality: 'South', lat: 10.2, lon: 20 });
const C = spot({ spot_id: 'C', municipality: 'South', lat: 10.21, lon: 20 });
const P = worker({ worker_id: 'P', municipality: 'North', lat: 10.001, lon: 20 });

const base = study({ spots: [A, B, C], workers: [P] });
const withTravel = (...ways: readonly (readonly [string, string, number])[]) => ({
  ...base,
  travel: rows(...ways),
});

describe('travel times of a study', () => {
  const rules = readRules();
  const minutes = (of: typeof base, from: typeof A, to: typeof A) =>
    travelMinutes(distancesOf(of, rules)(placeOf(from), placeOf(to)), rules);

  it('take the place of straight lines, to the minute in steps of five, both ways', () => {
    expect(minutes(base, A, B)).toBe(120);
    const timed = withTravel(['A', 'B', 35]);
    expect(minutes(timed, A, B)).toBe(35);
    expect(minutes(timed, B, A)).toBe(35);
    expect(minutes(timed, A, C)).toBe(minutes(base, A, C));
  });

  it('count the longer of two ways, so that nobody is late', () => {
    const timed = withTravel(['A', 'B', 20], ['B', 'A', 50]);
    expect(minutes(timed, A, B)).toBe(50);
    expect(minutes(timed, B, A)).toBe(50);
  });

  it('hold for municipalities where places have none of their own', () => {
    const timed = withTravel(
      ['A', 'B', 20],
      ['A', 'South', 70],
      ['North', 'South', 90],
      ['South', 'South', 5],
    );
    expect(minutes(timed, A, B)).toBe(20);
    expect(minutes(timed, A, C)).toBe(70);
    expect(minutes(timed, B, C)).toBe(5);
    const home = placeOf(P);
    expect(travelMinutes(distancesOf(timed, rules)(placeOf(C), home), rules)).toBe(90);
  });

  it('leave those alone who go on foot, and count checkpoints and closed roads', () => {
    const timed = withTravel(['North', 'South', 10]);
    expect(walkingDistancesOf(timed, rules)(placeOf(A), placeOf(B))).toBeCloseTo(22.24, 2);
    const guarded = readRules({ closed_roads: [{ between: ['North', 'South'], minutes: 30 }] });
    expect(travelMinutes(distancesOf(timed, guarded)(placeOf(A), placeOf(B)), guarded)).toBe(40);
    const closed = readRules({ closed_roads: [{ between: ['North', 'South'] }] });
    expect(distancesOf(timed, closed)(placeOf(A), placeOf(B))).toBeGreaterThan(10_000);
  });
});

const codesOf = (of: typeof base) => checkTravel(of).map(({ code, line }) => [code, line]);

describe('faults of travel times', () => {
  it('are ends nobody knows, names of several kinds, ways twice and more than a day', () => {
    expect(codesOf(base)).toEqual([]);
    expect(codesOf(withTravel(['A', 'P', 30], ['P', 'A', 35], ['North', 'South', 90]))).toEqual([]);
    expect(codesOf(withTravel(['A', 'Z', 30], ['A', 'B', 1441], ['A', 'B', 9]))).toEqual([
      ['travel-unknown', 2],
      ['travel-impossible', 3],
      ['travel-duplicate', 4],
    ]);
    const twice = { ...withTravel(['A', 'B', 30]), workers: [worker({ worker_id: 'A' })] };
    expect(codesOf(twice)).toEqual([['travel-ambiguous', 2]]);
  });
});
