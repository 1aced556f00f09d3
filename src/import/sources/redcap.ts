import type { Grid } from '../grid.js';
import { keepRows } from '../grid.js';
import { columnAt, gridsOf, named, type Source } from '../source.js';

const INSTRUMENT = 'redcap_repeat_instrument';

export const REDCAP: Source = {
  kind: 'redcap',
  title: 'REDCap export',
  recognise: (opened) => {
    const [grid] = gridsOf(opened);
    if (grid === undefined) return undefined;
    const marks = [
      ...grid.columns.filter((header) => header === INSTRUMENT || header === 'redcap_event_name'),
      ...grid.columns.filter((header, at) => header.endsWith('_complete') && isCompletion(grid, at)),
      ...grid.columns.filter((header) => /^[a-z]\w*___\w+$/.test(header)).slice(0, 1),
    ];
    return marks.length === 0
      ? undefined
      : { sure: 'certain', why: `it has columns as REDCap writes them (${marks.slice(0, 3).join(', ')})` };
  },
  prepare: (opened) => ({
    grids: gridsOf(opened).map((grid) => named(fillDown(grid), {})),
    issues: [],
  }),
};

const isCompletion = (grid: Grid, column: number) =>
  grid.rows.every(
    (row) =>
      /^[012]?$/.test(row[column] ?? '') || /^(incomplete|unverified|complete)$/i.test(row[column] ?? ''),
  );

/**
 * Repeating instruments: the values of a record stand on the row without an instrument, and the rows of the instrument
 * get them. A record without such rows keeps its own.
 */
function fillDown(grid: Grid): Grid {
  const instrument = columnAt(grid, INSTRUMENT);
  if (instrument < 0 || grid.rows.every((row) => (row[instrument] ?? '') === '')) return grid;
  const base = new Map<string, readonly string[]>();
  const repeated = new Set<string>();
  for (const row of grid.rows) {
    const record = row[0] ?? '';
    if ((row[instrument] ?? '') === '') base.set(record, row);
    else repeated.add(record);
  }
  const kept = keepRows(grid, (row) => (row[instrument] ?? '') !== '' || !repeated.has(row[0] ?? ''));
  return {
    ...kept,
    rows: kept.rows.map((row) => {
      const above = base.get(row[0] ?? '');
      return row.map((cell, at) => (cell === '' ? (above?.[at] ?? '') : cell));
    }),
  };
}
