import { aliasTable, drawAlias, type AliasTable } from './alias-table.js';
import type { Random } from './random.js';

const MOST_CELLS = 128;

interface GroupTable {
  readonly table: AliasTable;
  /** The sum of the group's values, by cell of the table. */
  readonly sums: Float64Array;
}

/** How much to draw, and how large a table may get. */
export interface ResampledSumSettings {
  /** Values in the sum; as many as there are unless given. */
  readonly draws?: number;
  /** Most cells of the table, 128 unless given: more cells, fewer steps per draw. */
  readonly cells?: number;
}

/**
 * Returns a function that draws the sum of several values taken with replacement: what one bootstrap replicate of
 * a small sample needs, in a few steps instead of one per value.
 *
 * All ways to take a group of g values (multisets) are listed with their multinomial probabilities
 * g! / Πc! · Π(share)^c and drawn by one alias table; g is the largest group that the cells allow, so up to five
 * different values need one draw. n values are ⌊n / g⌋ groups and single values for the rest. The distribution is
 * exactly that of n single draws. Source: the exact enumeration of N. I. Fisher, P. Hall 1991,
 * J. Stat. Plan. Inference 27:157. Throws RangeError for no values.
 *
 * Example: resampledSum([2, 2, 2]) always draws 6.
 */
export function resampledSum(
  values: ArrayLike<number>,
  settings: ResampledSumSettings = {},
): (random: Random) => number {
  if (values.length === 0) throw new RangeError('There is no value to draw from.');
  const ascending = Float64Array.from(values).sort();
  const different = [...new Set(ascending)];
  const taken = settings.draws ?? ascending.length;
  if (different.length === 1) {
    const sum = taken * (different[0] ?? 0);
    return () => sum;
  }
  const group = largestGroup(different.length, taken, settings.cells ?? MOST_CELLS);
  const { table, sums } = groupTable(ascending, different, group);
  const groups = Math.floor(taken / group);
  const rest = taken - groups * group;
  return (random) => {
    let sum = 0;
    for (let at = 0; at < groups; at++) sum += sums[drawAlias(table, random)] ?? 0;
    for (let at = 0; at < rest; at++) sum += ascending[random.integer(ascending.length)] ?? 0;
    return sum;
  };
}

/** The largest group size up to n whose multisets of the different values fit the cells. */
function largestGroup(different: number, taken: number, cells: number): number {
  let group = 1;
  let ways = different;
  while (group < taken) {
    const more = (ways * (different + group)) / (group + 1);
    if (more > cells) break;
    group++;
    ways = more;
  }
  return group;
}

function groupTable(ascending: Float64Array, different: readonly number[], group: number): GroupTable {
  const sums: number[] = [];
  const weights: number[] = [];
  const shares = different.map(
    (value) => ascending.filter((other) => other === value).length / ascending.length,
  );
  const take = (at: number, left: number, soFar: { sum: number; weight: number }): void => {
    const value = different[at] ?? 0;
    const share = shares[at] ?? 0;
    if (at === different.length - 1) {
      sums.push(soFar.sum + left * value);
      weights.push(soFar.weight * wholePower(share, left));
      return;
    }
    let ways = 1;
    for (let copies = 0; copies <= left; copies++) {
      const weight = soFar.weight * ways * wholePower(share, copies);
      take(at + 1, left - copies, { sum: soFar.sum + copies * value, weight });
      ways = (ways * (left - copies)) / (copies + 1);
    }
  };
  take(0, group, { sum: 0, weight: 1 });
  return { table: aliasTable(weights), sums: Float64Array.from(sums) };
}

function wholePower(base: number, exponent: number): number {
  let power = 1;
  for (let at = 0; at < exponent; at++) power *= base;
  return power;
}
