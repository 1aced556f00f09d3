import { writeXlsx } from '../formats/write-xlsx.js';
import { EVERYBODY, type ExportFormat } from './format.js';
import { workbookOf } from './workbook-of.js';

export const XLSX: ExportFormat = {
  id: 'xlsx',
  title: 'Workbook',
  writes:
    'One workbook: a sheet that says what it is, then one sheet a table with a frozen heading, filters and A4 print setup. Same bytes each time.',
  forWhom: 'planners who print, sort and fill in: Excel, LibreOffice, Google Sheets',
  audiences: EVERYBODY,
  source: 'ECMA-376 (Office Open XML)',
  make: (view) => new Map([['tables.xlsx', writeXlsx(workbookOf(view))]]),
};
