import { LOCALES } from '../formats/locale.js';
import { writeSpreadsheetCsv } from '../formats/spreadsheet-csv.js';
import { EVERYBODY, type ExportFormat } from './format.js';

const ENGLISH = { title: 'English', delimiter: ',', decimal: '.' } as const;

export const CSV: ExportFormat = {
  id: 'csv',
  title: 'CSV for spreadsheets',
  writes:
    'Every table as a CSV file that opens right by a double click: separator and decimal sign of --locale, byte order mark, CR LF, text that looks like a formula defused.',
  forWhom: 'planners with Excel or LibreOffice set to their own language',
  audiences: EVERYBODY,
  source: 'RFC 4180, with what Excel expects beyond it',
  make: ({ tables }, { locale }) =>
    new Map(
      tables.map((table) => [`${table.name}.csv`, writeSpreadsheetCsv(table, LOCALES[locale] ?? ENGLISH)]),
    ),
};
