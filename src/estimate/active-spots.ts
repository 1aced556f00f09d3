import { groupingBy } from '../columns/grouping.js';
import { rowsBySpot } from '../columns/order-rows.js';
import { spotTable } from '../columns/study-tables.js';
import { textOf, type CodedColumn, type TypedTable } from '../columns/typed-table.js';
import type { PopulationSettings } from '../model/settings.js';
import { listPopulations, type Spot, type Study } from '../model/study.js';

/** The active spots of a population; they are what is estimated. */
export interface ActiveSpots {
  /** Their rows by spot code. */
  readonly rows: Int32Array;
  /** How many are not active, by status. */
  readonly leftOut: ReadonlyMap<string, number>;
}

const known = new WeakMap<TypedTable<Spot>, ReadonlyMap<string, ActiveSpots>>();

/** The active spots of every population that is in the table, by its code; looked for once. */
export function activeSpots(spots: TypedTable<Spot>): ReadonlyMap<string, ActiveSpots> {
  const found = known.get(spots) ?? findActive(spots);
  known.set(spots, found);
  return found;
}

/** The populations of a study that have an active spot, which are estimated, and those that have none. */
export function populationsOf(
  study: Study,
): Readonly<Record<'counted' | 'empty', readonly PopulationSettings[]>> {
  const spots = activeSpots(spotTable(study));
  const listed = listPopulations(study.settings, new Set(spots.keys()));
  const isCounted = ({ code }: PopulationSettings) => (spots.get(code)?.rows.length ?? 0) > 0;
  return { counted: listed.filter(isCounted), empty: listed.filter((population) => !isCounted(population)) };
}

/** Two passes over the table: one counts its rows by population and status, one puts the active ones in their places. */
function findActive(spots: TypedTable<Spot>): Map<string, ActiveSpots> {
  const order = rowsBySpot(spots);
  const { names, codes, numbers } = groupingBy(spots.coded('population'), (code) => code ?? '');
  const statuses = spots.coded('status');
  const statusCodes = statuses?.codes;
  // Without a status a spot is active.
  const words = [
    'active',
    ...Array.from({ length: statuses?.texts.size ?? 0 }, (_, code) => wordOf(statuses, code)),
  ];
  const isActive = Uint8Array.from(words, (word) => Number(word === 'active'));

  const counts = new Int32Array(names.length * words.length);
  for (let row = 0; row < spots.length; row += 1) {
    const population = numbers[codes === undefined ? 0 : (codes[row] ?? -1) + 1] ?? 0;
    const status = statusCodes === undefined ? 0 : (statusCodes[row] ?? -1) + 1;
    const cell = population * words.length + status;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }

  const found = new Map<string, ActiveSpots>();
  const rows = new Int32Array(spots.length);
  const next = new Int32Array(names.length);
  let start = 0;
  for (const [population, name] of names.entries()) {
    const own = counts.subarray(population * words.length, (population + 1) * words.length);
    const active = own.reduce((sum, count, status) => sum + count * (isActive[status] ?? 0), 0);
    next[population] = start;
    if (name !== '' && own.some((count) => count > 0)) {
      found.set(name, { rows: rows.subarray(start, start + active), leftOut: leftOutOf(own, words) });
    }
    start += active;
  }
  for (let at = 0; at < spots.length; at += 1) {
    const row = order === undefined ? at : (order[at] ?? 0);
    const status = statusCodes === undefined ? 0 : (statusCodes[row] ?? -1) + 1;
    if (isActive[status] === 0) continue;
    const population = numbers[codes === undefined ? 0 : (codes[row] ?? -1) + 1] ?? 0;
    const place = next[population] ?? 0;
    rows[place] = row;
    next[population] = place + 1;
  }
  return found;
}

const wordOf = (column: CodedColumn | undefined, code: number) => (column && textOf(column, code)) ?? '';

function leftOutOf(counts: Int32Array, words: readonly string[]): Map<string, number> {
  const leftOut = new Map<string, number>();
  for (const [status, word] of words.entries()) {
    const count = counts[status] ?? 0;
    if (word !== 'active' && count > 0) leftOut.set(word, (leftOut.get(word) ?? 0) + count);
  }
  return leftOut;
}
