import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/columns/dictionary.js';
import { rowsBySpot } from '../../src/columns/order-rows.js';
import { RowIndex } from '../../src/columns/row-index.js';
import { firstSpotRowOf, spotRowsOf } from '../../src/columns/spot-keys.js';
import { tableOfRows } from '../../src/columns/table-of-rows.js';
import { compareText } from '../../src/model/issue.js';
import { SPOTS } from '../../src/model/tables/spots.js';

/** Codes as studies have them, and texts in which bytes, code units and code points order differently. */
const text = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom('S1', 'S10', 'S2', 'S', 'Pejë', 'Peje\u0308', '\ue000', '😀', '\uffff', 'a', 'aa', 'A'),
  fc.integer({ min: 1, max: 30 }).map((number) => `S${number}`),
);
/** Codes that come in order when they are sorted, as a table of spots has them. */
const rising = fc.integer({ min: 1, max: 3000 }).map((number) => `S${String(number).padStart(6, '0')}`);
const row = fc.record({ spot_id: text, population: fc.constantFrom('FSW', 'MSM', '') });

const keyOf = ({ spot_id: spot, population }: { spot_id: string; population: string }) =>
  JSON.stringify([spot, population]);

describe('a dictionary', () => {
  it('gives equal texts one code, and the text of a code back', () => {
    fc.assert(
      fc.property(
        fc.array(rising, { maxLength: 600 }),
        fc.array(text, { maxLength: 300 }),
        (inOrder, others) => {
          const texts = [...inOrder.sort(compareText), ...others];
          const dictionary = new Dictionary();
          const codes = texts.map((one) => dictionary.codeOfText(one));
          const wellFormed = texts.map((one) => new TextDecoder().decode(new TextEncoder().encode(one)));
          const distinct = [...new Set(wellFormed)];
          expect(dictionary.size).toBe(distinct.length);
          expect(codes).toEqual(wellFormed.map((one) => distinct.indexOf(one)));
          expect(codes.map((code) => dictionary.text(code))).toEqual(wellFormed);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });

  it('orders texts as strings compare', () => {
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 3 }), (a, b, others) => {
        const dictionary = new Dictionary();
        for (const other of others) dictionary.codeOfText(other);
        const [one, another] = [dictionary.codeOfText(a), dictionary.codeOfText(b)];
        const order = compareText(dictionary.text(one), dictionary.text(another));
        expect(Math.sign(dictionary.compare(one, another))).toBe(order);
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});

describe('rows of a table', () => {
  it('come in the order of their spot codes, those of one spot as they stand', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const table = tableOfRows(SPOTS, rows);
        const expected = rows
          .map((_, at) => at)
          .sort((a, b) => compareText(rows[a]?.spot_id ?? '', rows[b]?.spot_id ?? '') || a - b);
        expect([...(rowsBySpot(table) ?? rows.keys())]).toEqual(expected);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('are matched by spot and population, each to the first row alike', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.array(row, { maxLength: 60 }), (rows, others) => {
        const keys = rows.map(keyOf);
        const spots = tableOfRows(SPOTS, rows);
        expect(keys.map((_, at) => firstSpotRowOf(spots)(at))).toEqual(keys.map((key) => keys.indexOf(key)));
        const found = spotRowsOf(tableOfRows(SPOTS, others), spots);
        expect([...found]).toEqual(others.map((other) => keys.indexOf(keyOf(other))));
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('are found again among ten thousand whose codes collide', () => {
    const count = 10_000;
    const codes = Int32Array.from({ length: count }, (_, at) => (at % 100) * 65_536);
    const others = Int32Array.from({ length: count }, (_, at) => Math.floor(at / 200));
    const index = new RowIndex([codes, others], count);
    for (let at = 0; at < count; at += 1) {
      expect(index.add(at)).toBe(at % 200 < 100 ? at : at - 100);
    }
  });
});
