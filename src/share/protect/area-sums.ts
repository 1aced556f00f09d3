import type { Sum } from '../audit/seen-table.js';

/** The tables of a release; each is one level or one direction of the same totals. */
export type ReleaseTable = 'national' | 'regions' | 'municipalities' | 'typologies';

/** Where a cell of a release belongs. */
export interface CellPlace {
  readonly table: ReleaseTable;
  /** Name of the municipality, region or typology; empty for the nation. */
  readonly name: string;
  /** Region of a municipality; undefined where there are none. */
  readonly region: string | undefined;
}

/**
 * How the cells of one population add up: nation from regions, regions from municipalities (nation from municipalities
 * where there are no regions), nation from typologies.
 */
export function areaSums(cells: readonly CellPlace[]): Sum[] {
  const at = (table: ReleaseTable, region?: string) =>
    [...cells.entries()]
      .filter(([, cell]) => cell.table === table && (region === undefined || cell.region === region))
      .map(([index]) => index);
  const [nation] = at('national');
  const regions = at('regions');
  const levels = [regions.length > 0 ? regions : at('municipalities'), at('typologies')];
  const sums = levels
    .filter((parts) => parts.length > 0 && nation !== undefined)
    .map((parts) => ({ total: nation ?? 0, parts }));
  for (const total of regions) {
    const parts = at('municipalities', cells[total]?.name ?? '');
    if (parts.length > 0) sums.push({ total, parts });
  }
  return sums;
}
