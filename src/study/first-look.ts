import { likelyRepeats, mixed } from '../columns/likely-repeats.js';
import { emptyOf, type Numbers } from '../columns/numbers.js';
import type { Codes, TypedTable } from '../columns/typed-table.js';
import { compileCore } from '../io/compile-core.js';
import type { Spot } from '../model/study.js';
import { CORE } from './first-look-bytes.js';

/** More people than any one place or page gathers on a usual day. */
export const MOST_AT_A_PLACE = 20_000;
/** Numbers that are often written where a count is not known. */
export const SENTINELS: ReadonlySet<number> = new Set([99, 999, 9999]);
/** A day of the week that is this many times the usual day is a slip of unit, not a busy day. */
export const SLIP = 7;
/** Spots nearer than this in degrees (about 1 m) stand at one place. */
export const SAME_PLACE = 0.00001;

/** The box around the places of all spots, in degrees; empty (south above north) where none has a place. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** What a first look at the spots leaves for the checks. */
export interface FirstLook {
  /** The rows whose counts or coordinates may be wrong in themselves, in order: in the others nothing is. */
  readonly doubtful: Int32Array;
  readonly box: Box;
  /** Rows, in order, among which every row is that shares its population and place with another. */
  readonly likelyDoubles: Int32Array;
}

const looks = new WeakMap<TypedTable<Spot>, FirstLook>();

/** The first look at the spots, compiled where the machine can run it, taken once. */
export function firstLookAt(spots: TypedTable<Spot>): FirstLook {
  const known = looks.get(spots);
  if (known !== undefined) return known;
  const look = (spots.length < WORTHWHILE ? undefined : compiledLook(spots)) ?? plainLook(spots);
  looks.set(spots, look);
  return look;
}

/** Fewer rows are not worth the compiling. */
const WORTHWHILE = 256;

/** Both are given and not both 0. */
export const isLocated = (lat: number, lon: number): boolean =>
  !Number.isNaN(lat + lon) && (lat !== 0 || lon !== 0);

/** The cell of the grid of places that a number of degrees falls in. */
export const cellOf = (degrees: number): number => Math.round(degrees / SAME_PLACE);

/** The look that passes over nothing: what the compiled one may leave out is looked at all the same. */
export function plainLook(spots: TypedTable<Spot>): FirstLook {
  const [latOf, lonOf] = [spots.numberAt('lat'), spots.numberAt('lon')];
  const populations = spots.coded('population')?.codes;
  let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let row = 0; row < spots.length; row += 1) {
    const [lat, lon] = [latOf(row), lonOf(row)];
    if (!isLocated(lat, lon)) continue;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
    if (lon < west) west = lon;
    if (lon > east) east = lon;
  }
  return {
    doubtful: Int32Array.from({ length: spots.length }, (_, row) => row),
    box: { south, north, west, east },
    likelyDoubles: likelyRepeats(spots.length, (row) =>
      mixed(mixed(mixed(0, populations?.[row] ?? 0), cellOf(latOf(row))), cellOf(lonOf(row))),
    ),
  };
}

/** What the compiled look can do; core/first-look.ts says it in full. Places are addresses in its memory. */
interface Exports {
  lay(columns: number, empties: number, populations: number): void;
  look(
    rows: number,
    first: number,
    into: number,
    box: number,
    most: number,
    telling: number,
    slip: number,
  ): number;
  note(rows: number, width: number, met: number, again: number, mask: number): void;
  metAgain(rows: number, first: number, into: number, width: number, again: number, mask: number): number;
}

/** The columns of numbers as the core has them, one after the other. */
const COLUMNS = ['min', 'max', 'usual', 'weekday', 'weekend', 'peak_min', 'peak_max', 'lat', 'lon'] as const;
/** Rows the core looks at in one go. */
const ROWS = 4096;
/** Places for every row among the bits of places met. */
const PLACES = 16;
const PAGE = 1 << 16;
/** Where the core's own data end. */
const START = 1024;
/** Where things stand in its memory. */
const EMPTIES = START;
const BOX = EMPTIES + 8 * COLUMNS.length;
const NUMBERS = BOX + 8 * 4;
const POPULATIONS = NUMBERS + 8 * ROWS * COLUMNS.length;
const FOUND = POPULATIONS + 4 * ROWS;
const BITS = FOUND + 4 * ROWS;

/** The look taken by the compiled core; undefined where the machine cannot run it. */
export function compiledLook(spots: TypedTable<Spot>): FirstLook | undefined {
  const module = compileCore(CORE);
  if (module === undefined) return undefined;
  const places = 2 ** Math.ceil(Math.log2(Math.max(32, PLACES * spots.length)));
  const memory = new WebAssembly.Memory({ initial: Math.ceil((BITS + places / 4) / PAGE) });
  const core = new WebAssembly.Instance(module, { env: { memory } }).exports as Exports;
  core.lay(NUMBERS, EMPTIES, POPULATIONS);
  const box = new Float64Array(memory.buffer, BOX, 4);
  box.set([Infinity, -Infinity, Infinity, -Infinity]);
  const rows = new LaidRows(spots, memory);
  const [met, again] = [BITS, BITS + places / 8];
  const doubtful = rows.gather((count, first) => {
    core.note(count, SAME_PLACE, met, again, places - 1);
    return core.look(count, first, FOUND, BOX, MOST_AT_A_PLACE, Math.min(...SENTINELS), SLIP);
  });
  const [south = 0, north = 0, west = 0, east = 0] = box;
  const likelyDoubles = rows.gather((count, first) =>
    core.metAgain(count, first, FOUND, SAME_PLACE, again, places - 1),
  );
  return { doubtful, box: { south, north, west, east }, likelyDoubles };
}

/** The rows of a table laid into the memory of the core, some thousands at a time. */
class LaidRows {
  readonly #length: number;
  readonly #columns: readonly { readonly numbers: Numbers; readonly room: Float64Array }[];
  readonly #populations: { readonly codes: Codes; readonly room: Int32Array } | undefined;
  readonly #found: Int32Array;

  constructor(spots: TypedTable<Spot>, { buffer }: WebAssembly.Memory) {
    this.#length = spots.length;
    const empties = new Float64Array(buffer, EMPTIES, COLUMNS.length);
    this.#columns = COLUMNS.flatMap((name, at) => {
      const room = new Float64Array(buffer, NUMBERS + 8 * ROWS * at, ROWS);
      const column = spots.parts.columns.get(name);
      if (column?.kind !== 'numbers') {
        room.fill(Number.NaN);
        return [];
      }
      empties[at] = emptyOf(column.numbers);
      return [{ numbers: column.numbers, room }];
    });
    const codes = spots.coded('population')?.codes;
    this.#populations =
      codes === undefined ? undefined : { codes, room: new Int32Array(buffer, POPULATIONS, ROWS) };
    this.#found = new Int32Array(buffer, FOUND, ROWS);
  }

  /** Lays all rows in turn and puts together what is found: `find` says how many of them it wrote to FOUND. */
  gather(find: (count: number, first: number) => number): Int32Array {
    const found: Int32Array[] = [];
    for (let first = 0; first < this.#length; first += ROWS) {
      const end = Math.min(this.#length, first + ROWS);
      for (const { numbers, room } of this.#columns) room.set(numbers.subarray(first, end));
      this.#populations?.room.set(this.#populations.codes.subarray(first, end));
      const count = find(end - first, first);
      if (count > 0) found.push(this.#found.slice(0, count));
    }
    return joined(found);
  }
}

function joined(pieces: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
