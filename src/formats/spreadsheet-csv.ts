import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from '../model/table.js';
import { defuse } from './csv.js';
import type { Locale } from './locale.js';
import { formatNumber } from './number.js';

/**
 * The table as a CSV file that a spreadsheet opens right by a double click in a country: byte order mark, CR LF, the
 * country's separator and decimal sign, no thousands signs, text that would run as a formula defused by an apostrophe.
 */
export function writeSpreadsheetCsv(table: Table, locale: Locale): string {
  const text = (cell: Cell): string => {
    if (cell === undefined) return '';
    return typeof cell === 'number' ? formatNumber(cell, 6).replace('.', locale.decimal) : defuse(cell);
  };
  return stringify([table.columns, ...table.rows.map((row) => row.map(text))], {
    bom: true,
    delimiter: locale.delimiter,
    record_delimiter: 'windows',
  });
}
