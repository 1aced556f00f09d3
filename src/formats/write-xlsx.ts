import { ACTIVE_TEXT } from './csv.js';
import {
  lookOf,
  rowHeight,
  sheetNames,
  valueOf,
  type CellStyle,
  type CellValue,
  type DateValue,
  type DropDown,
  type Sheet,
  type SheetCell,
  type Workbook,
} from './workbook.js';
import { writeZip } from './write-zip.js';
import { escapeXml, XML_DECLARATION } from './xml.js';
import { styleBook, type StyleBook } from './xlsx-styles.js';

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const LONGEST_TEXT = 32_767;
const LONGEST_CHOICES = 255;

/**
 * The workbook as an Office Open XML file (ECMA-376, the .xlsx of spreadsheets). Its content alone decides its bytes: no
 * time, no author, no program path. Texts stay texts: none is stored as a formula, and those that look like one are
 * marked so that they stay texts when somebody edits the cell. A text longer than the 32,767 characters a cell can
 * hold ends in "…". Throws a RangeError on a workbook without a sheet, a sheet that is larger than spreadsheets allow and on a number that is not finite.
 */
export function writeXlsx(workbook: Workbook): Uint8Array {
  if (workbook.sheets.length === 0) throw new RangeError('a workbook has at least one sheet');
  const names = sheetNames(workbook.sheets.map((sheet) => sheet.name));
  const texts = new TextBook();
  const styles = styleBook();
  const choices = longChoices(workbook);
  const sheets = workbook.sheets.map((sheet, at) =>
    writeSheet(sheet, { texts, styles, choices, isFirst: at === 0 }),
  );
  if (choices.length > 0) {
    sheets.push(writeSheet(choiceSheet(choices), { texts, styles, choices: [], isFirst: false }));
  }
  const tabs = choices.length > 0 ? [...names, choiceSheetName(names)] : names;
  return writeZip(
    new Map([
      ['[Content_Types].xml', contentTypes(sheets.length)],
      ['_rels/.rels', ROOT_RELATIONS],
      ['xl/workbook.xml', writeTabs(workbook, tabs, choices)],
      ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)],
      ['xl/styles.xml', styles.write()],
      ['xl/sharedStrings.xml', texts.write()],
      ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet] as const),
    ]),
  );
}

/** Every text of a workbook once, numbered in the order they are first met. */
class TextBook {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  numberOf(text: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  write(): string {
    const items = [...this.#numbers.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeXml(escapeCodes(text))}</t></si>`,
    );
    return `${XML_DECLARATION}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

/** A text that reads like a character code of the format (`_x0041_`) gets its first line sign coded, so that it stays as it is. */
const escapeCodes = (text: string) => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Books {
  readonly texts: TextBook;
  readonly styles: StyleBook;
  readonly choices: readonly (readonly string[])[];
  readonly isFirst: boolean;
}

function writeSheet(sheet: Sheet, books: Books): string {
  const widest = sheet.rows.reduce((most, row) => Math.max(most, row.length), sheet.columns.length);
  if (sheet.rows.length > MOST_ROWS || widest > MOST_COLUMNS) {
    throw new RangeError(`a sheet holds at most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns`);
  }
  const fit = sheet.print === undefined ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  const lastCell = `${columnName(Math.max(0, widest - 1))}${Math.max(1, sheet.rows.length)}`;
  const rows = sheet.rows.map((row, at) => writeRow(row, at, sheet, books));
  return (
    `${XML_DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${fit}` +
    `<dimension ref="A1:${lastCell}"/>${viewOf(sheet, books.isFirst)}<sheetFormatPr defaultRowHeight="15"/>` +
    `${columnsOf(sheet)}<sheetData>${rows.join('')}</sheetData>${filterOf(sheet)}` +
    `${dropDownsOf(sheet, books.choices)}${pageOf(sheet)}</worksheet>`
  );
}

function viewOf({ frozen }: Sheet, isFirst: boolean): string {
  const selected = isFirst ? ' tabSelected="1"' : '';
  if (frozen === undefined || (frozen.rows === 0 && frozen.columns === 0)) {
    return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`;
  }
  const { rows, columns } = frozen;
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const pane = columns > 0 && rows > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const corner = `${columnName(columns)}${rows + 1}`;
  return (
    `<sheetViews><sheetView${selected} workbookViewId="0">` +
    `<pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}"/></sheetView></sheetViews>`
  );
}

function columnsOf({ columns }: Sheet): string {
  if (columns.length === 0) return '';
  const parts = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${parts.join('')}</cols>`;
}

function writeRow(row: readonly SheetCell[], at: number, sheet: Sheet, books: Books): string {
  const cells = row.map((cell, column) =>
    writeCell(
      { value: valueOf(cell), style: lookOf(cell, sheet.columns[column]) },
      `${columnName(column)}${at + 1}`,
      books,
    ),
  );
  const height = rowHeight(row, sheet.columns);
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${at + 1}"${size}>${cells.join('')}</row>`;
}

function writeCell(
  { value, style }: { readonly value: CellValue; readonly style: CellStyle },
  place: string,
  { texts, styles }: Books,
): string {
  if (value === undefined) {
    const number = styles.numberOf({ style, isQuoted: false });
    return number === 0 ? '' : `<c r="${place}" s="${number}"/>`;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`a number to write must be finite, not ${value}`);
    return `<c r="${place}"${styleNumber(styles.numberOf({ style, isQuoted: false }))}><v>${value}</v></c>`;
  }
  if (typeof value === 'object') {
    const dated = { ...style, format: style.format ?? 'yyyy-mm-dd' };
    return `<c r="${place}"${styleNumber(styles.numberOf({ style: dated, isQuoted: false }))}><v>${serialDay(value)}</v></c>`;
  }
  const look = styles.numberOf({ style, isQuoted: ACTIVE_TEXT.test(value) });
  return `<c r="${place}"${styleNumber(look)} t="s"><v>${texts.numberOf(shorten(value))}</v></c>`;
}

const styleNumber = (number: number) => (number === 0 ? '' : ` s="${number}"`);

function shorten(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Days since 30 December 1899, as spreadsheets count them (right from 1 March 1900 on). Throws a RangeError for anything but an ISO day since then. */
function serialDay({ day }: DateValue): number {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const serial = daysOf(Number(year), Number(month), Number(date)) - daysOf(1899, 12, 30);
  if (year === '' || !(serial >= 61))
    throw new RangeError('a date to write is YYYY-MM-DD, from 1900-03-01 on');
  return serial;
}

/** Days of the proleptic Gregorian calendar before a date, from an arbitrary day on (the year is taken to begin in March). */
function daysOf(year: number, month: number, day: number): number {
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    day
  );
}

function filterOf(sheet: Sheet): string {
  if (sheet.filterRow === undefined || sheet.rows.length === 0) return '';
  return `<autoFilter ref="${filterArea(sheet, sheet.filterRow).join(':')}"/>`;
}

function filterArea({ rows }: Sheet, filterRow: number): [string, string] {
  const width = rows[filterRow]?.length ?? 1;
  return [
    `A${filterRow + 1}`,
    `${columnName(Math.max(0, width - 1))}${Math.max(rows.length, filterRow + 1)}`,
  ];
}

/** Lists of choices that do not fit into the cell's own rule and so stand on a hidden sheet; equal lists once. */
function longChoices(workbook: Workbook): readonly (readonly string[])[] {
  const lists = workbook.sheets.flatMap((sheet) => (sheet.dropDowns ?? []).map(({ choices }) => choices));
  const long = lists.filter((choices) => !fitsInRule(choices));
  return [...new Map(long.map((choices) => [JSON.stringify(choices), choices])).values()];
}

const fitsInRule = (choices: readonly string[]) =>
  choices.join(',').length <= LONGEST_CHOICES &&
  choices.every((choice) => /^[^,"\s=+\-@][^,"]*$/.test(choice));

function choiceSheet(choices: readonly (readonly string[])[]): Sheet {
  const longest = choices.reduce((most, list) => Math.max(most, list.length), 0);
  return {
    name: 'choices',
    columns: choices.map(() => ({ width: 30 })),
    rows: Array.from({ length: longest }, (_, at) => choices.map((list) => list[at])),
  };
}

const choiceSheetName = (names: readonly string[]) => sheetNames([...names, 'choices']).at(-1) ?? 'choices';

function dropDownsOf(sheet: Sheet, long: readonly (readonly string[])[]): string {
  const rules = (sheet.dropDowns ?? []).filter(({ choices }) => choices.length > 0);
  if (rules.length === 0) return '';
  return `<dataValidations count="${rules.length}">${rules.map((rule) => dropDownOf(rule, long)).join('')}</dataValidations>`;
}

function dropDownOf(
  { column, firstRow, lastRow, choices }: DropDown,
  long: readonly (readonly string[])[],
): string {
  const name = columnName(column);
  const list = long.findIndex((candidate) => JSON.stringify(candidate) === JSON.stringify(choices));
  const formula = list < 0 ? `"${choices.join(',')}"` : `choices_${list + 1}`;
  return (
    '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"' +
    ` sqref="${name}${firstRow + 1}:${name}${lastRow + 1}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`
  );
}

function pageOf({ print }: Sheet): string {
  if (print === undefined) return '';
  const footer = print.footer === undefined ? '' : `&L&8${print.footer.replaceAll('&', '&&').slice(0, 200)}`;
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${print.orientation}" fitToWidth="${print.pagesWide ?? 1}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeXml(`${footer}&R&8&P / &N`)}</oddFooter></headerFooter>`
  );
}

/** A, B, … Z, AA, … for 0, 1, … */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26) - 1;
  return `${rest < 0 ? '' : columnName(rest)}${String.fromCodePoint(65 + (at % 26))}`;
}

/** The part that lists the sheets, with what is repeated in print and the named lists of choices. */
function writeTabs(
  workbook: Workbook,
  names: readonly string[],
  choices: readonly (readonly string[])[],
): string {
  const tabs = names.map((name, at) => {
    const hidden = at >= workbook.sheets.length ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`;
  });
  const defined = [
    ...workbook.sheets.flatMap((sheet, at) => namesOf(sheet, at, quoteName(names[at] ?? ''))),
    ...choices.map((list, at) => {
      const column = columnName(at);
      return `<definedName name="choices_${at + 1}" hidden="1">${quoteName(names.at(-1) ?? '')}!$${column}$1:$${column}$${list.length}</definedName>`;
    }),
  ];
  const definedNames = defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`;
  return (
    `${XML_DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${tabs.join('')}</sheets>${definedNames}</workbook>`
  );
}

/** A sheet's name inside a reference, its own apostrophes doubled. */
const quoteName = (name: string) => escapeXml(`'${name.replaceAll("'", "''")}'`);

function namesOf(sheet: Sheet, at: number, reference: string): string[] {
  const named = (name: string, area: string, hidden = '') =>
    `<definedName name="_xlnm.${name}" localSheetId="${at}"${hidden}>${area}</definedName>`;
  const filter =
    sheet.filterRow === undefined || sheet.rows.length === 0
      ? []
      : [
          named(
            '_FilterDatabase',
            `${reference}!${filterArea(sheet, sheet.filterRow).map(fixedPlace).join(':')}`,
            ' hidden="1"',
          ),
        ];
  const { repeatRows, repeatColumns } = sheet.print ?? {};
  const titles = [
    ...(repeatColumns === undefined
      ? []
      : [`$${columnName(repeatColumns[0])}:$${columnName(repeatColumns[1])}`]),
    ...(repeatRows === undefined ? [] : [`$${repeatRows[0] + 1}:$${repeatRows[1] + 1}`]),
  ].map((area) => `${reference}!${area}`);
  return titles.length === 0 ? filter : [...filter, named('Print_Titles', titles.join(','))];
}

const fixedPlace = (place: string) => place.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

const ROOT_RELATIONS = `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const relation = (number: number, type: string, target: string) =>
  `<Relationship Id="rId${number}" Type="${OFFICE}/${type}" Target="${target}"/>`;

function workbookRelations(sheets: number): string {
  const all = [
    ...Array.from({ length: sheets }, (_, at) =>
      relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`),
    ),
    relation(sheets + 1, 'styles', 'styles.xml'),
    relation(sheets + 2, 'sharedStrings', 'sharedStrings.xml'),
  ];
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

const part = (name: string, type: string) =>
  `<Override PartName="${name}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;

function contentTypes(sheets: number): string {
  const parts = [
    part('/xl/workbook.xml', 'sheet.main'),
    part('/xl/styles.xml', 'styles'),
    part('/xl/sharedStrings.xml', 'sharedStrings'),
    ...Array.from({ length: sheets }, (_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')),
  ];
  return (
    `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
  );
}
