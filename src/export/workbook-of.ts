import {
  fitColumns,
  type CellStyle,
  type CellValue,
  type Sheet,
  type SheetCell,
  type Workbook,
} from '../formats/workbook.js';
import type { Cell, Table } from '../model/table.js';
import type { ExportView } from './view.js';

const HEADING: CellStyle = { bold: true, fill: 'DCE6F1', boxed: true, wrap: true, align: 'left', indent: 1 };
const TEXT: CellStyle = { boxed: true, wrap: true, align: 'left', indent: 1 };
const WHOLE: CellStyle = { boxed: true, format: '#,##0' };
const DAY: CellStyle = { boxed: true, format: 'yyyy-mm-dd' };
const TITLE: CellStyle = { bold: true, size: 16 };
const LABEL: CellStyle = { bold: true, wrap: true };
const PROSE: CellStyle = { wrap: true };

/** The tables as a workbook: a sheet that says what it is, then one sheet a table, ready to print on A4. */
export function workbookOf(view: ExportView): Workbook {
  return { sheets: [aboutSheet(view), ...view.tables.map((table) => tableSheet(table, view.title))] };
}

const AUDIENCES = {
  team: 'the team that counted: exact places',
  programme: 'the programme: coarse places, no names',
  partner: 'partners: small cells hidden, figures rounded',
  public: 'everybody: small cells hidden, figures rounded',
};

function aboutSheet(view: ExportView): Sheet {
  const lines: [string, string][] = [
    ['for', AUDIENCES[view.audience]],
    ['round', view.round],
    ['country', view.country],
    ['low, high', 'Reported lowest and highest figures, added up. They are not a confidence interval.'],
    ['empty cell', 'Not known, or not shown. Never zero.'],
    ...view.tables.map(({ name, rows }): [string, string] => [
      'sheet',
      `${name}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`,
    ]),
    ...view.notes.map((note): [string, string] => ['note', note]),
    ...view.credits.map((credit): [string, string] => ['credit', credit]),
    ['made by', `spotwise ${view.run.version}`],
  ];
  const rows: SheetCell[][] = [
    [{ value: view.title, style: TITLE }],
    ...lines
      .filter(([, text]) => text !== '')
      .map(([label, text], at, all) => [
        { value: all[at - 1]?.[0] === label ? undefined : label, style: LABEL },
        { value: text, style: PROSE },
      ]),
  ];
  return {
    name: 'about',
    columns: [{ width: 14 }, { width: 90 }],
    rows,
    print: { orientation: 'portrait' },
  };
}

/** Letters on the width of a page of A4 turned sideways that can still be read. */
const PAGE_LETTERS = 200;

function tableSheet(table: Table, title: string): Sheet {
  const styles = table.columns.map((_, at) => styleOf(table.rows.map((row) => row[at])));
  const rows: SheetCell[][] = [
    table.columns.map((value) => ({ value, style: HEADING })),
    ...table.rows.map((row) =>
      table.columns.map((_, at) => ({ value: valueOf(row[at]), style: styles[at] ?? TEXT })),
    ),
  ];
  const columns = fitColumns(rows, 40).map(({ width }) => ({ width: width + 1 }));
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    name: table.name,
    columns,
    rows,
    frozen: { rows: 1, columns: 1 },
    filterRow: 0,
    print: {
      orientation: 'landscape',
      repeatRows: [0, 0],
      repeatColumns: [0, 0],
      pagesWide: Math.max(1, Math.ceil(width / PAGE_LETTERS)),
      footer: `${title} · ${table.name}`,
    },
  };
}

const DAY_TEXT = /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const valueOf = (cell: Cell): CellValue =>
  typeof cell === 'string' && DAY_TEXT.test(cell) ? { day: cell } : cell;

/** How the cells of a column look, by what they hold. */
function styleOf(cells: readonly Cell[]): CellStyle {
  const known = cells.filter((cell) => cell !== undefined);
  if (known.length === 0) return TEXT;
  if (known.every((cell) => typeof cell === 'string')) {
    return known.every((cell) => DAY_TEXT.test(cell)) ? DAY : TEXT;
  }
  const numbers = known.filter((cell) => typeof cell === 'number');
  if (numbers.length < known.length) return TEXT;
  const decimals = numbers.reduce<number>((most, value) => Math.max(most, decimalsOf(value)), 0);
  return decimals === 0 ? WHOLE : { boxed: true, format: `#,##0.${'0'.repeat(decimals)}` };
}

const MOST_DECIMALS = 5;

const decimalsOf = (value: number) =>
  Array.from({ length: MOST_DECIMALS }, (_, at) => at).find(
    (decimals) => Number(value.toFixed(decimals)) === value,
  ) ?? MOST_DECIMALS;
