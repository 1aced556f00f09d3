import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOfRows } from '../../src/columns/table-of-rows.js';
import { activeSpots, populationsOf } from '../../src/estimate/active-spots.js';
import { exampleStudy } from '../../src/estimate/example-study.js';
import { compareText } from '../../src/model/issue.js';
import type { Spot } from '../../src/model/study.js';
import { SPOTS } from '../../src/model/tables/spots.js';

const spot = fc.record({
  spot_id: fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((number) => `S${String(number).padStart(3, '0')}`),
    fc.constantFrom('S10', 'S9', 'Pejë', '\ue000', '😀', 'a'),
  ),
  population: fc.constantFrom('FSW', 'MSM', 'TG', undefined),
  status: fc.constantFrom('active', 'active', undefined, 'defunct', 'duplicate', 'not_found'),
});
const spots = fc
  .tuple(fc.array(spot, { maxLength: 60 }), fc.constantFrom('as they come', 'sorted', 'without statuses'))
  .map(([rows, kind]) => {
    if (kind === 'as they come') return rows;
    if (kind === 'without statuses') return rows.map((row) => ({ ...row, status: undefined }));
    return rows.toSorted((a, b) => compareText(a.spot_id, b.spot_id));
  });

describe('active spots', () => {
  it('are those of each population that nobody found gone, by spot code; the others are counted by status', () => {
    fc.assert(
      fc.property(spots, (drawn) => {
        const rows = drawn.map((row, at) => ({ ...row, line: at + 2 }));
        const found = activeSpots(tableOfRows(SPOTS, rows as readonly object[] as readonly Spot[]));
        const codes = new Set(
          rows.flatMap(({ population }) => (population === undefined ? [] : [population])),
        );
        expect([...found.keys()].sort()).toEqual([...codes].sort());
        for (const [code, { rows: active, leftOut }] of found) {
          const own = [...rows.entries()].filter(([, { population }]) => population === code);
          const expected = own
            .filter(([, { status }]) => status === undefined || status === 'active')
            .sort(([a, one], [b, other]) => compareText(one.spot_id, other.spot_id) || a - b)
            .map(([at]) => at);
          expect([...active]).toEqual(expected);
          const gone = own.flatMap(([, { status = 'active' }]) => (status === 'active' ? [] : [status]));
          for (const status of new Set(gone)) {
            expect(leftOut.get(status)).toBe(gone.filter((one) => one === status).length);
          }
          expect([...leftOut.keys()].sort()).toEqual([...new Set(gone)].sort());
        }
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('say which populations are estimated, those the settings list first', () => {
    const study = {
      ...exampleStudy([]),
      spots: [
        { spot_id: 'a', population: 'TG', status: 'active', line: 2 },
        { spot_id: 'b', population: 'FSW', status: 'defunct', line: 3 },
        { spot_id: 'c', population: 'MSM', line: 4 },
        { spot_id: 'd', population: 'FSW', status: 'not_found', line: 5 },
      ] as readonly object[] as readonly Spot[],
    };
    const listed = { code: 'TG', label: 'TG', denominator: undefined, method: {} };
    const { counted, empty } = populationsOf({
      ...study,
      settings: { ...study.settings, populations: [listed] },
    });
    expect(counted.map(({ code }) => code)).toEqual(['TG', 'MSM']);
    expect(empty.map(({ code }) => code)).toEqual(['FSW']);
  });
});
