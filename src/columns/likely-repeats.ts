/**
 * Rows among which every row is that shares its hash with another: few more than those, found with two bits a row and
 * sixteen times as many places for them. What stands in the rows is looked at by whoever asks. Returns them in order.
 */
export function likelyRepeats(rows: number, hashOf: (row: number) => number): Int32Array {
  const places = 2 ** Math.ceil(Math.log2(Math.max(32, PLACES * rows)));
  const met = new Uint32Array(places / 32);
  const again = new Uint32Array(places / 32);
  for (let row = 0; row < rows; row += 1) {
    const place = hashOf(row) & (places - 1);
    const word = place >>> 5;
    const bit = 1 << (place & 31);
    if (((met[word] ?? 0) & bit) === 0) met[word] = (met[word] ?? 0) | bit;
    else again[word] = (again[word] ?? 0) | bit;
  }
  const isAgain = (row: number): boolean => {
    const place = hashOf(row) & (places - 1);
    return ((again[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
  };
  let count = 0;
  for (let row = 0; row < rows; row += 1) count += Number(isAgain(row));
  const found = new Int32Array(count);
  count = 0;
  for (let row = 0; row < rows && count < found.length; row += 1) if (isAgain(row)) found[count++] = row;
  return found;
}

const PLACES = 16;

/** A number mixed into a hash of 32 bits. */
export function mixed(hash: number, number: number): number {
  const mix = Math.imul((hash ^ (hash >>> 15)) + number, 0x9e3779b1);
  return mix ^ (mix >>> 16);
}
