import { compileCore } from '../io/compile-core.js';
import { CORE } from './near-core-bytes.js';
import type { CellFrame, KnownPositions } from './near-cells.js';

/** What the compiled core can do; core/near-pairs.ts says it in full. Places are addresses in its memory. */
interface Exports {
  lay(lats: number, lons: number, order: number, ys: number, xs: number, rows: number, columns: number): void;
  arrange(
    count: number,
    south: number,
    west: number,
    high: number,
    wide: number,
    rowKeys: number,
    columnKeys: number,
    spare: number,
    counts: number,
  ): void;
  sweep(
    first: number,
    count: number,
    squeeze: number,
    most: number,
    into: number,
    room: number,
    found: number,
  ): number;
}

/** Where the core's own data end. */
const START = 1024;
const PAGE = 1 << 16;
/** Room for counting two bytes of a key. */
const COUNTS = 4 * 65_537;
/** Pairs that find room beside the most that one position can be in. */
const PAIRS = 65_536;

/**
 * The sweep of `sweepCells` by the compiled core: meets the same pairs in the same order, and others that are not near.
 * False, and nothing met, where the machine cannot run it.
 */
export function sweepCompiled(
  { lat, lon }: KnownPositions,
  { south, west, high, wide, squeeze, most }: CellFrame,
  meet: (one: number, other: number) => void,
): boolean {
  const module = compileCore(CORE);
  if (module === undefined) return false;
  const count = lat.length;
  const room = new Room();
  const [lats, lons, ys, xs] = [
    room.take(8 * count),
    room.take(8 * count),
    room.take(8 * count),
    room.take(8 * count),
  ];
  const [order, rows, columns] = [room.take(4 * count), room.take(4 * count), room.take(4 * count)];
  const found = room.take(4);
  // The pairs come when the cells are in order, and take the room that was needed for that.
  const places = count + PAIRS;
  const pairs = room.take(Math.max(8 * places, 12 * count + COUNTS));
  const memory = new WebAssembly.Memory({ initial: Math.ceil(room.end / PAGE) });
  const core = new WebAssembly.Instance(module, { env: { memory } }).exports as Exports;
  new Float64Array(memory.buffer, lats, count).set(lat);
  new Float64Array(memory.buffer, lons, count).set(lon);
  core.lay(lats, lons, order, ys, xs, rows, columns);
  core.arrange(
    count,
    south,
    west,
    high,
    wide,
    pairs,
    pairs + 4 * count,
    pairs + 8 * count,
    pairs + 12 * count,
  );
  const ordered = new Int32Array(memory.buffer, order, count);
  const met = new Int32Array(memory.buffer, pairs, 2 * places);
  const howMany = new Int32Array(memory.buffer, found, 1);
  for (let one = 0; one < count;) {
    one = core.sweep(one, count, squeeze, most, pairs, places, found);
    const end = 2 * (howMany[0] ?? 0);
    for (let at = 0; at < end; at += 2) meet(ordered[met[at] ?? 0] ?? 0, ordered[met[at + 1] ?? 0] ?? 0);
  }
  return true;
}

/** Hands out room in the memory of the core, in steps of eight bytes. */
class Room {
  end = START;

  take(bytes: number): number {
    const from = this.end;
    this.end += Math.ceil(bytes / 8) * 8;
    return from;
  }
}
