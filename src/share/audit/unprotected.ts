import { attackTable } from './attack.js';
import { isHidden, type Measure, type SeenTable, type Span } from './seen-table.js';

/** A hidden cell about which too much can be worked out. */
export interface Leak {
  readonly cell: number;
  readonly measure: Measure;
  readonly bounds: Span;
}

/**
 * The hidden cells of a table that an attacker can bound too well for a floor of `people`: an estimate is safe when its
 * possible values spread over at least `people` and lie on both sides of it; a low or high end when its possible values
 * spread over as much (a low end may also be known to lie anywhere below `people`). `only` limits the cells looked at:
 * hiding more never makes a safe cell unsafe. Throws a RangeError when no table fits what is published.
 */
export function unprotectedCells(table: SeenTable, people: number, only?: readonly number[]): Leak[] {
  const looked = only ?? table.cells.keys();
  const boundsOf = attackTable(table);
  if (boundsOf === undefined) throw new RangeError('the published figures contradict each other');
  const measures: readonly Measure[] = table.hasRanges ? ['estimate', 'high', 'low'] : ['estimate'];
  const leaks: Leak[] = [];
  for (const cell of looked) {
    const seen = table.cells[cell];
    if (seen === undefined || !isHidden(seen)) continue;
    for (const measure of measures) {
      const bounds = boundsOf(cell, measure);
      if (isSafe(bounds, measure, people)) continue;
      leaks.push({ cell, measure, bounds });
      break;
    }
  }
  return leaks;
}

function isSafe({ least, most }: Span, measure: Measure, people: number): boolean {
  const isWide = most - least >= people;
  if (measure === 'estimate') return isWide && least < people && most >= people;
  if (measure === 'low') return isWide || (least === 0 && most < people);
  return isWide;
}
