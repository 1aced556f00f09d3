import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { readZip } from './read-zip.js';

/** One sheet as text: row 0 is the first row of the sheet, whether or not it holds anything. */
export interface SheetText {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export type WorkbookReading =
  { readonly sheets: readonly SheetText[]; readonly issues: readonly Issue[] } | { readonly issue: Issue };

/**
 * The sheets of an Excel workbook (.xlsx) as text: numbers with all their digits, dates as ISO 8601, formulas as the value that
 * was last computed. A cell with an error of the spreadsheet is a located issue, not an empty cell. Sizes are limited
 * before anything is unpacked; document types and entities are refused.
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<WorkbookReading> {
  const archive = await readZip(bytes, file, (name) => /\.xml$|\.rels$/i.test(name));
  if ('issue' in archive) return archive;
  const decoder = new TextDecoder();
  for (const [, part] of archive.entries) {
    if (decoder.decode(part.subarray(0, 1024)).includes('<!DOCTYPE')) {
      return refused(file, 'The workbook declares a document type, which no spreadsheet writes.');
    }
  }
  try {
    const { default: readXlsxFile } = await import('read-excel-file/node');
    const sheets = await readXlsxFile(Buffer.from(bytes), {
      parseNumber: (written: string) => ({ written }),
      trim: false,
    });
    return {
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) })),
      issues: errorCells(
        archive.entries,
        file,
        sheets.map(({ sheet }) => sheet),
      ),
    };
  } catch {
    return refused(file, 'The workbook cannot be read: it is damaged or no workbook.');
  }
}

function refused(file: string, message: string): { readonly issue: Issue } {
  const fix = 'Open it in a spreadsheet program, save it again as .xlsx, or save the sheet as "CSV UTF-8".';
  return { issue: raise('import-refused', { file }, { message, fix }) };
}

/** A cell as read-excel-file gives it: text, a truth, a moment in time, or a number as written in the file. */
function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'object' || cell === null) return '';
  if ('written' in cell) return plainNumber(String(cell.written));
  const moment = JSON.stringify(cell).slice(1, -1);
  return moment.endsWith('T00:00:00.000Z') ? moment.slice(0, 10) : moment.slice(0, 19);
}

/** A number in exponent form or with the digits a double adds (0.30000000000000004) as people write it. */
function plainNumber(text: string): string {
  if (!/^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) || !/E|\.\d{9,}/i.test(text)) return text;
  return String(Number(Number(text).toPrecision(15)));
}

/** Cells that hold #N/A and the like: the library reads them as empty. */
function errorCells(
  entries: ReadonlyMap<string, Uint8Array>,
  file: string,
  names: readonly string[],
): Issue[] {
  const parts = [...entries.keys()]
    .filter((name) => /worksheets\/sheet\d+\.xml$/.test(name))
    .sort((a, b) => partNumber(a) - partNumber(b));
  const decoder = new TextDecoder();
  return parts.flatMap((part, at) => {
    const text = decoder.decode(entries.get(part));
    const where = names.length > 1 ? `${file}[${names[at] ?? ''}]` : file;
    return [...text.matchAll(/<c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*?\bt="e"/g)].map(([, column, line]) =>
      raise(
        'number-invalid',
        { file: where, line: Number(line), column },
        { message: 'The cell holds an error of the spreadsheet, such as #N/A.' },
      ),
    );
  });
}

const partNumber = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
