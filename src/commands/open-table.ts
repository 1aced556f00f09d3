import { isParquet } from '../formats/is-parquet.js';
import type { World } from '../io/world.js';
import { DataError } from '../model/failure.js';
import { hasErrors } from '../model/issue.js';

/** A table as it is read, with the name to call it by. */
export interface NamedTable {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/**
 * A table named on the command line; - reads standard input. One in Parquet is opened as the CSV file with the same rows.
 * Throws a DataError where that cannot be. The scale of its decimals is kept where the digits in print matter.
 */
export async function openTable(
  path: string,
  world: World,
  { keepsScale = false } = {},
): Promise<NamedTable> {
  const bytes = path === '-' ? await world.readStdin() : await world.readFile(path);
  const file = path === '-' ? 'standard input' : (path.split(/[\\/]/).at(-1) ?? path);
  if (!isParquet(bytes)) return { bytes, file };
  const { parquetAsBytes } = await import('../formats/read-parquet.js');
  const reading = await parquetAsBytes({ file, pieces: [bytes] }, { keepsScale });
  if (!('bytes' in reading) || hasErrors(reading.issues)) throw new DataError(reading.issues);
  return { bytes: reading.bytes, file };
}
