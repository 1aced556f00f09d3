import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimate/estimate.js';
import { figuresByColumn } from '../../src/estimate/estimates-of.js';
import { SpotsInOrder } from '../../src/estimate/spots-in-order.js';
import { compareText } from '../../src/model/issue.js';
import { studyOf } from '../support/study.js';

const spots = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 12 }),
    population: fc.constantFrom('PWID', 'FSW', 'MSM'),
    status: fc.constantFrom('active', 'active', 'defunct'),
  }),
  { selector: ({ id, population }) => `${id} ${population}`, minLength: 1, maxLength: 30 },
);

describe('the spots of all populations', () => {
  it('come by spot code, then population, in batches of any length, again and again', async () => {
    await fc.assert(
      fc.asyncProperty(spots, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), async (rows, cuts) => {
        const lines = rows.map(
          ({ id, population, status }) => `S${id},${population},North,${status},${id},${id + 2}`,
        );
        const { study } = await studyOf({
          spots: `spot_id,population,municipality,status,min,max\n${lines.join('\n')}\n`,
        });
        const populations = figuresByColumn(estimate(study).estimates) ?? [];
        const order = new SpotsInOrder(populations);
        const expected = rows
          .filter(({ status }) => status === 'active')
          .map(({ id, population }) => ({ id: `S${id}`, population }))
          .sort((a, b) => compareText(a.id, b.id) || compareText(a.population, b.population));
        expect(order.length).toBe(expected.length);
        for (const cut of expected.length === 0 ? [] : cuts) {
          const from = cut % expected.length;
          const count = Math.min(1 + (cut % 5), expected.length - from);
          for (let start = from; start < expected.length; start += count) {
            const length = Math.min(count, expected.length - start);
            const { owners, places } = order.batch(start, length);
            const found = Array.from({ length }, (_, at) => {
              const { population, figures } = populations[owners[at] ?? -1] ?? {};
              return { id: figures?.text('spot_id', places[at] ?? -1), population };
            });
            expect(found).toEqual(expected.slice(start, start + length));
          }
        }
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
