import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CORE_SOURCE } from '../../src/formats/plain-core-bytes.js';
import { PlainCore } from '../../src/formats/plain-core.js';
import { PlainFinder, type RowShape } from '../../src/formats/plain-rows.js';
import { makeRandom } from '../../src/stats/random.js';

const shape: RowShape = { isWanted: [true, false, true], refusesBlanks: true, longest: 65_536 };
const encoder = new TextEncoder();

describe('the compiled core', () => {
  it('runs on this machine, and was compiled from the source that lies beside it', () => {
    expect(PlainCore.of(shape)).toBeDefined();
    const source = readFileSync('core/plain-rows.ts');
    expect(createHash('sha256').update(source).digest('hex')).toBe(CORE_SOURCE);
  });

  it('is left out where a table is wider than it has room for', () => {
    const isWanted = Array.from({ length: 1000 }, () => true);
    expect(PlainCore.of({ ...shape, isWanted })).toBeUndefined();
  });

  it('finds the same rows and places as the finder in TypeScript, wherever signs fall in its blocks', () => {
    const random = makeRandom(11);
    const signs = [
      'a',
      'bc',
      ',',
      ',',
      '\n',
      '\r\n',
      '\r',
      '"',
      '"x,y"',
      '""',
      ' ',
      'é',
      'x'.repeat(61),
      ',1,\n',
      ',q,2\n',
    ];
    let found = 0;
    for (let trial = 0; trial < 20_000; trial += 1) {
      const refusesBlanks = trial % 2 === 0;
      const tried = { ...shape, refusesBlanks };
      const parts = Array.from(
        { length: 1 + (trial % 25) },
        () => signs[Math.floor(random.uniform() * signs.length)],
      );
      const bytes = encoder.encode(`${'p'.repeat(trial % 70)}${parts.join('')}\n`);
      const start = trial % 70;
      const [core, finder] = [coreOf(tried), new PlainFinder(tried)];
      const [one, other] = [core, finder].map((each) => each.find(bytes, start, bytes.length, 8));
      if (one === undefined || other === undefined) throw new Error('neither found anything');
      expect(one.count, JSON.stringify(parts)).toBe(other.count);
      if (one.count === 0) continue;
      const places = one.count * one.stride + 1;
      const shift = (one.places[0] ?? 0) - (other.places[0] ?? 0);
      expect([...one.places.subarray(0, places)].map((place) => place - shift)).toEqual([
        ...other.places.subarray(0, places),
      ]);
      found += one.count;
    }
    expect(found).toBeGreaterThan(1000);
  });
});

const cores = new Map<boolean, PlainCore>();

function coreOf(tried: RowShape): PlainCore {
  const core = cores.get(tried.refusesBlanks) ?? PlainCore.of(tried);
  if (core === undefined) throw new Error('the core does not run here');
  cores.set(tried.refusesBlanks, core);
  return core;
}
