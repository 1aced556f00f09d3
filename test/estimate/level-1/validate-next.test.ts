import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactorModel } from '../../../src/estimate/level-1/factor-model.js';
import { fitFactors } from '../../../src/estimate/level-1/fit-factors.js';
import {
  totalErrorOf,
  varianceAfter,
  viewUnvisited,
  type Unvisited,
} from '../../../src/estimate/level-1/total-error.js';
import { pairsOf, type TrackedFigure } from '../../../src/estimate/level-1/tracked-figure.js';
import { chooseGreedily } from '../../../src/estimate/level-1/validate-next.js';
import { invertSymmetric } from '../../../src/stats/invert-symmetric.js';
import { estimated } from '../../support/study.js';

const figure = fc.record({
  said: fc.integer({ min: 1, max: 40 }),
  found: fc.integer({ min: 0, max: 40 }),
  by: fc.constantFrom('vendor', 'driver'),
  typology: fc.constantFrom('bar', 'street'),
});

interface Row {
  readonly said: number;
  readonly found: number;
  readonly by: string;
  readonly typology: string;
}

const WAITING = 6;

/** The first spots wait for a visit; the others are pairs. */
const trackedFrom = (rows: readonly Row[]): TrackedFigure[] =>
  rows.map(({ said, found, by, typology }, at) => ({
    spotId: `S${at}`,
    said,
    found: at < WAITING ? undefined : found,
    typology,
    municipality: 'North',
    informants: new Map([[by, 1]]),
    saidBy: new Map([[by, said]]),
  }));

/** Variance of the total after validating some spots, from the full matrices: no shortcut of the code under test. */
function directVariance(all: readonly Unvisited[], visited: ReadonlySet<string>, model: FactorModel): number {
  const information = invertSymmetric(model.covariance);
  const slope = model.logFactors.map(() => 0);
  let scatter = 0;
  for (const one of all) {
    const dense = model.logFactors.map((_, at) => one.influences.find((part) => part.at === at)?.by ?? 0);
    if (visited.has(one.spotId)) {
      const weight = one.expected ** 2 / one.scatter;
      for (const [at, row] of information.entries())
        for (const other of row.keys())
          row[other] = (row[other] ?? 0) + weight * (dense[at] ?? 0) * (dense[other] ?? 0);
    } else {
      scatter += one.scatter * (one.weight / one.expected) ** 2;
      for (const [at, by] of dense.entries()) slope[at] = (slope[at] ?? 0) + one.weight * by;
    }
  }
  const covariance = invertSymmetric(information);
  return covariance.reduce(
    (sum, row, at) =>
      sum + row.reduce((part, value, other) => part + value * (slope[at] ?? 0) * (slope[other] ?? 0), 0),
    scatter,
  );
}

function forEachStudy(check: (unvisited: readonly Unvisited[], model: FactorModel) => void): void {
  fc.assert(
    fc.property(fc.array(figure, { minLength: WAITING + 6, maxLength: 20 }), (rows) => {
      const tracked = trackedFrom(rows);
      const model = fitFactors(pairsOf(tracked));
      if (model === undefined) return;
      const waiting = tracked.filter(({ found }) => found === undefined);
      check(viewUnvisited(waiting, model, new Map([['S1', 1.5]])), model);
    }),
    { numRuns: 40, seed: 6 },
  );
}

describe('the error of the total', () => {
  it('after one visit and after several is what the full matrices say', () =>
    forEachStudy((unvisited, model) => {
      const now = totalErrorOf(unvisited, model);
      const near = (value: number, wanted: number) =>
        expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-6 * now.variance);
      near(now.variance, directVariance(unvisited, new Set(), model));
      for (const one of unvisited)
        near(varianceAfter(one, now), directVariance(unvisited, new Set([one.spotId]), model));
      const visited = new Set<string>();
      for (const { one, after } of chooseGreedily(unvisited, now)) {
        visited.add(one.spotId);
        near(after.variance, directVariance(unvisited, visited, model));
      }
    }));

  it('never grows with a visit, and is nothing when every spot was visited', () =>
    forEachStudy((unvisited, model) => {
      const now = totalErrorOf(unvisited, model);
      const steps = chooseGreedily(unvisited, now).map(({ after }) => after.variance);
      for (const [at, variance] of steps.entries())
        expect(variance).toBeLessThanOrEqual((steps[at - 1] ?? now.variance) * (1 + 1e-9));
      expect(steps.at(-1) ?? Number.NaN).toBeLessThanOrEqual(1e-6 * now.variance);
    }));

  it('is cut by the greedy choice of three almost as far as by the best three of all', () => {
    let same = 0;
    let studies = 0;
    forEachStudy((unvisited, model) => {
      const now = totalErrorOf(unvisited, model);
      const greedy = chooseGreedily(unvisited, now)[2]?.after.variance ?? Number.NaN;
      const ids = unvisited.map(({ spotId }) => spotId);
      const triples = ids.flatMap((a, i) =>
        ids.slice(i + 1).flatMap((b, j) => ids.slice(i + j + 2).map((c) => new Set([a, b, c]))),
      );
      expect(triples).toHaveLength(20);
      const best = Math.min(...triples.map((visited) => directVariance(unvisited, visited, model)));
      studies += 1;
      if (greedy <= best * (1 + 1e-9)) same += 1;
      expect(now.variance - greedy).toBeGreaterThan(0.9 * (now.variance - best));
    });
    expect(same / studies).toBeGreaterThan(0.8);
  });
});

const spots = (more = '') => `spot_id,population,municipality,typology,level,usual,security_level
A,FSW,North,bar,2,10,
B,FSW,North,bar,2,14,
C,FSW,South,street,2,9,
D,FSW,South,street,1,,
E,FSW,North,bar,1,,
F,FSW,North,bar,1,,${more}
`;

describe('the advice in a study', () => {
  const reports = `informant_id,informant_type,level,spot_id,population,min,max
i1,vendor,1,A,FSW,12,16
i2,vendor,1,B,FSW,16,20
i3,vendor,1,C,FSW,8,12
i4,vendor,1,D,FSW,18,22
i5,vendor,1,E,FSW,4,8
i6,vendor,1,F,FSW,38,42
`;

  it('ranks the spots that wait, with the errors falling to nothing', async () => {
    const { estimates } = await estimated({ spots: spots(), reports });
    const rows = estimates.validateNext;
    expect(rows.map((row) => [row.rank, row.spotId, row.said])).toEqual([
      [1, 'F', 40],
      [2, 'D', 20],
      [3, 'E', 6],
    ]);
    expect(rows[0]?.totalErrorAfterAll).toBeCloseTo(rows[0]?.totalErrorAfterThis ?? Number.NaN, 9);
    expect(rows[1]?.totalErrorAfterAll).toBeLessThan(rows[1]?.totalErrorAfterThis ?? Number.NaN);
    expect(rows[2]?.totalErrorAfterAll).toBeCloseTo(0, 6);
    expect(new Set(rows.map((row) => row.totalError)).size).toBe(1);
  });

  it('never sends anybody to a spot of security level 5, whose error stays', async () => {
    const { estimates } = await estimated({ spots: spots('5'), reports });
    expect(estimates.validateNext.map((row) => row.spotId)).toEqual(['D', 'E']);
    expect(estimates.validateNext.at(-1)?.totalErrorAfterAll).toBeGreaterThan(1);
  });

  it('without enough pairs puts the largest first and gives no errors', async () => {
    const few = spots().replace(/^[AB],.*\n/gm, '');
    const { estimates } = await estimated({ spots: few, reports: reports.replace(/^i[12],.*\n/gm, '') });
    expect(estimates.validateNext.map((row) => [row.spotId, row.expected, row.error])).toEqual([
      ['F', 36, undefined],
      ['D', 18, undefined],
      ['E', 5.4, undefined],
    ]);
  });
});
