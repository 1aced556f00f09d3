import { parquetAsCsv, type ParquetSource } from '../formats/read-parquet.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { PUBLISHED } from '../model/tables/published.js';

/** Opens a study's table that is kept in Parquet as CSV; without pieces where it cannot be read. */
export async function openParquet(
  id: string,
  source: ParquetSource,
): Promise<{ readonly pieces: AsyncIterable<Uint8Array> | undefined; readonly issues: readonly Issue[] }> {
  const { file } = source;
  if (id === 'boundaries') {
    const message = 'Outlines are not read from Parquet.';
    const fix = `Convert them with GDAL: "ogr2ogr -t_srs EPSG:4326 boundaries.geojson ${file}".`;
    return { pieces: undefined, issues: [raise('import-refused', { file }, { message, fix })] };
  }
  // A printed number keeps its decimals: they say how exactly it was printed.
  const reading = await parquetAsCsv(source, { keepsScale: id === PUBLISHED.id });
  return { pieces: 'pieces' in reading ? reading.pieces : undefined, issues: reading.issues };
}
