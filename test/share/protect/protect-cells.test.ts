import { beforeAll, describe, expect, it } from 'vitest';
import type { DisclosureRules } from '../../../src/model/disclosure.js';
import { AUDIENCES } from '../../../src/share/audiences.js';
import type { SeenTable } from '../../../src/share/audit/seen-table.js';
import { areaSums } from '../../../src/share/protect/area-sums.js';
import { cellsToHide, seenTable } from '../../../src/share/protect/complementary.js';
import { mustHide, protectCells, seenAs } from '../../../src/share/protect/protect-cells.js';
import { addsUp, generatedCells } from '../../support/generated-release.js';
import { highsBounds, loadHighs, type Highs } from '../../support/highs-bounds.js';
import { randomStream, seenCount, withMargins } from '../../support/tables.js';

const PUBLIC: DisclosureRules = AUDIENCES.public.rules ?? { people: 0, spots: 0, dominance: 1, round_to: 1 };
const PARTNER: DisclosureRules = AUDIENCES.partner.rules ?? PUBLIC;

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Hidden cells that the independent solver can bound too well. */
function derivable(table: SeenTable, people: number): number {
  const hidden = [...table.cells.entries()]
    .filter(([, seen]) => seen.estimate === undefined)
    .map(([cell]) => ({ cell, measure: 'estimate' as const }));
  return highsBounds(highs, table, hidden).filter(
    ({ least, most }) => most - least < people - 1e-6 || least >= people || most < people,
  ).length;
}

describe('1,000 generated public tables, judged by the independent solver', () => {
  it('500 with regions and ranges have no derivable cell, none under the floor, none dominated', () => {
    const seen = { hidden: 0, shown: 0, derivable: 0, wrong: 0 };
    for (let seed = 1; seed <= 500; seed += 1) {
      const truth = generatedCells(randomStream(seed));
      expect(addsUp(truth)).toBe(true);
      const released = protectCells(truth, PUBLIC);
      for (const [at, cell] of released.entries()) {
        const true_ = truth.cells[at];
        if (cell.isHidden || true_ === undefined) continue;
        seen.shown += 1;
        const { low, estimate, high } = true_.persons;
        const isNear = Math.abs((cell.estimate ?? 0) - estimate) <= 5;
        const isOutward = (cell.low ?? low) <= low && (cell.high ?? high) >= high;
        if (mustHide(true_, PUBLIC) || !isNear || !isOutward) seen.wrong += 1;
      }
      seen.hidden += released.filter((cell) => cell.isHidden).length;
      seen.derivable += derivable(
        {
          cells: released.map((cell) => seenAs(cell, PUBLIC)),
          sums: areaSums(truth.cells),
          hasRanges: true,
        },
        PUBLIC.people,
      );
    }
    expect(seen).toMatchObject({ derivable: 0, wrong: 0 });
    expect(seen.hidden).toBeGreaterThan(2000);
    expect(seen.shown).toBeGreaterThan(1000);
  });

  it('500 with row and column totals have no derivable cell', () => {
    let found = 0;
    let shown = 0;
    for (let seed = 1; seed <= 500; seed += 1) {
      const random = randomStream(7000 + seed);
      const width = 2 + Math.floor(random() * 3);
      const counts = withMargins(
        Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
          Array.from({ length: width }, () => Math.floor(random() ** 3 * 600)),
        ),
      );
      const table = {
        sums: counts.sums,
        persons: counts.persons,
        hasRanges: false,
        cells: counts.persons.map((persons) => seenCount(persons, PUBLIC.round_to, PUBLIC.people)),
        primary: new Set(
          [...counts.persons.keys()].filter((at) => (counts.persons[at] ?? 0) < PUBLIC.people),
        ),
      };
      const hidden = cellsToHide(table, PUBLIC.people);
      shown += counts.persons.length - hidden.size;
      found += derivable(seenTable(table, hidden), PUBLIC.people);
    }
    expect(found).toBe(0);
    expect(shown).toBeGreaterThan(1000);
  });
});

describe('partner tables with kinds of spots', () => {
  it('have no derivable cell in 100 generated populations', () => {
    let found = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const truth = generatedCells(randomStream(20_000 + seed), { typologies: true });
      const released = protectCells(truth, PARTNER);
      found += derivable(
        {
          cells: released.map((cell) => seenAs(cell, PARTNER)),
          sums: areaSums(truth.cells),
          hasRanges: true,
        },
        PARTNER.people,
      );
    }
    expect(found).toBe(0);
  });
});

const cell = (name: string, estimate: number, changes: { spots?: number; largestShare?: number } = {}) => ({
  table: 'municipalities' as const,
  name,
  region: undefined,
  persons: { low: estimate, estimate, high: estimate },
  hasRange: true,
  spots: 10,
  largestShare: 0.2,
  rate: undefined,
  ...changes,
});

const nation = (estimate: number) => ({ ...cell('', estimate), table: 'national' as const });

const shown = (parts: readonly ReturnType<typeof cell>[]) => {
  const total = parts.reduce((sum, part) => sum + part.persons.estimate, 0);
  return protectCells({ population: 'A', cells: [nation(total), ...parts] }, PUBLIC).map(
    (released) => released.estimate,
  );
};

describe('hiding a cell', () => {
  it('hides nothing where every cell is large enough', () => {
    expect(shown([cell('a', 104), cell('b', 205)])).toEqual([310, 100, 210]);
  });

  it('takes the smallest other cell along, so that subtraction gives nothing', () => {
    expect(shown([cell('a', 3), cell('b', 60), cell('c', 400)])).toEqual([460, undefined, undefined, 400]);
  });

  it('treats nobody as a small number', () => {
    expect(shown([cell('a', 0), cell('b', 60), cell('c', 400)])).toEqual([460, undefined, undefined, 400]);
  });

  it('hides a cell of few spots, or with one that holds most people', () => {
    expect(shown([cell('a', 100, { spots: 4 }), cell('b', 60), cell('c', 400)])[1]).toBeUndefined();
    expect(shown([cell('a', 100, { largestShare: 0.51 }), cell('b', 60), cell('c', 400)])[1]).toBeUndefined();
    expect(shown([cell('a', 100, { largestShare: 0.5 }), cell('b', 60), cell('c', 400)])[1]).toBe(100);
  });

  it('hides the total too where it would give its only part away', () => {
    expect(shown([cell('a', 500, { spots: 1 })])).toEqual([undefined, undefined]);
  });

  it('rounds totals from true totals, not from rounded parts', () => {
    expect(shown([cell('a', 104), cell('b', 104), cell('c', 104)])).toEqual([310, 100, 100, 100]);
  });
});
