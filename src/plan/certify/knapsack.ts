/** One thing that may be taken whole or left. */
export interface Item {
  readonly part: number;
  /** More than 0. */
  readonly gain: number;
  /** Room it takes; whole, 0 or more. */
  readonly size: number;
}

/** What is taken, by part, as shares from 0 to 1, and what it gains. */
export interface Packing {
  readonly gain: number;
  readonly taken: readonly { readonly part: number; readonly share: number }[];
}

/**
 * The most that items cut at will gain in the room: never less than whole items can. Dantzig 1957,
 * doi:10.1287/opre.5.2.266.
 */
export function packCut(items: readonly Item[], room: number): Packing {
  const ratio = ({ gain, size }: Item) => (size === 0 ? Infinity : gain / size);
  const taken: { part: number; share: number }[] = [];
  let gain = 0;
  let left = room;
  for (const item of items.toSorted((a, b) => ratio(b) - ratio(a) || a.part - b.part)) {
    const share = item.size <= left ? 1 : left / item.size;
    if (share <= 0) break;
    taken.push({ part: item.part, share });
    gain += share * item.gain;
    left -= share * item.size;
  }
  return { gain, taken };
}

/** The most that whole items gain in a whole room, by dynamic programming over the room. */
export function packWhole(items: readonly Item[], room: number): Packing {
  const all = items.reduce((sum, { size }) => sum + size, 0);
  if (all <= room) return packCut(items, room);
  const best = new Float64Array(room + 1);
  const isTaken = items.map(() => new Uint8Array(room + 1));
  for (const [at, { size, gain }] of items.entries()) {
    for (let space = room; space >= size; space -= 1) {
      const withItem = (best[space - size] ?? 0) + gain;
      if (withItem <= (best[space] ?? 0)) continue;
      best[space] = withItem;
      const row = isTaken[at];
      if (row !== undefined) row[space] = 1;
    }
  }
  const taken: { part: number; share: number }[] = [];
  let space = room;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item === undefined || isTaken[at]?.[space] !== 1) continue;
    taken.push({ part: item.part, share: 1 });
    space -= item.size;
  }
  return { gain: best[room] ?? 0, taken };
}
