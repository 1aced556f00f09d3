/**
 * Returns the smallest number of typing slips that turn one written number into another: a digit replaced,
 * dropped, added, or swapped with its neighbour (optimal string alignment). `71` to `771` is 1.
 * Pass both texts in the same style, without thousands separators.
 */
export function digitDistance(from: string, to: string): number {
  let twoBack: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const steps = [
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
        swapped && row > 1 && column > 1 ? at(twoBack, column - 2) + 1 : Infinity,
      ];
      current.push(Math.min(...steps));
    }
    twoBack = previous;
    previous = current;
  }
  return at(previous, to.length);
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? Infinity;
}

const DIGITS = '0123456789';

/**
 * Returns every text one slip away from a written number: each digit dropped, replaced, swapped with its right
 * neighbour, and each digit added at each place. Texts may start with zero; the decimal point stays.
 */
export function oneSlipAway(text: string): readonly string[] {
  const found = new Set<string>();
  for (let place = 0; place <= text.length; place += 1) {
    const [head, tail] = [text.slice(0, place), text.slice(place)];
    for (const digit of DIGITS) found.add(head + digit + tail);
    if (tail === '' || tail.startsWith('.')) continue;
    for (const digit of DIGITS) found.add(head + digit + tail.slice(1));
    found.add(head + tail.slice(1));
    if (tail.length > 1 && tail[1] !== '.')
      found.add(`${head}${tail.charAt(1)}${tail.charAt(0)}${tail.slice(2)}`);
  }
  found.delete(text);
  found.delete('');
  return [...found];
}
