import { zipSync, type Zippable } from 'fflate';

/**
 * The moment every entry carries, without a zone so that it is the same day and hour everywhere: zip knows no earlier
 * year, and noon exists in every time zone.
 */
const FIXED_TIME = '1980-01-01T12:00:00';

/**
 * The files as one zip archive, in the order given. Names and contents alone decide its bytes: times are fixed, and no
 * owner, mode or comment is written.
 */
export function writeZip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = {};
  for (const [name, data] of files) {
    const bytes = typeof data === 'string' ? encoder.encode(data) : data;
    entries[name] = [bytes, { mtime: FIXED_TIME, level: 6, mem: 8 }];
  }
  return zipSync(entries);
}
