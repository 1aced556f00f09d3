import type { CellStyle } from './workbook.js';
import { escapeXml, XML_DECLARATION } from './xml.js';

/** A look and whether its text has to be kept from becoming a formula when somebody edits the cell. */
export interface CellLook {
  readonly style: CellStyle;
  readonly isQuoted: boolean;
}

/** The looks a workbook uses, numbered in the order they are first met; 0 is the plain one. */
export interface StyleBook {
  /** The number of a look. */
  readonly numberOf: (look: CellLook) => number;
  /** The styles part of the workbook, once every look has its number. */
  readonly write: () => string;
}

/** Numbers of the formats every spreadsheet knows; others get one from 164 on. */
const KNOWN_FORMATS: Readonly<Record<string, number>> = {
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const FIRST_OWN_FORMAT = 164;

const PLAIN: CellLook = { style: {}, isQuoted: false };
const BOX_COLOUR = 'FFBFBFBF';

/** An empty book of looks. */
export function styleBook(): StyleBook {
  const looks = new Numbered<CellLook>();
  looks.numberOf(PLAIN);
  const known = new WeakMap<CellStyle, [plain?: number, quoted?: number]>();
  return {
    numberOf: (look) => {
      const numbers = known.get(look.style) ?? [];
      const at = look.isQuoted ? 1 : 0;
      const number = numbers[at] ?? looks.numberOf(look);
      numbers[at] = number;
      known.set(look.style, numbers);
      return number;
    },
    write: () => writeStyles(looks.all()),
  };
}

/** Things numbered in the order they are first met; equal things have one number. */
class Numbered<Thing> {
  readonly #numbers = new Map<string, number>();
  readonly #things: Thing[] = [];

  numberOf(thing: Thing): number {
    const key = JSON.stringify(thing, sortedKeys);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#things.push(thing) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  all(): readonly Thing[] {
    return this.#things;
  }
}

/** The same key for objects that differ in the order of their keys only. */
const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

function writeStyles(looks: readonly CellLook[]): string {
  const fonts = new Numbered<string>();
  const fills = new Numbered<string>();
  const borders = new Numbered<string>();
  const formats = new Map<string, number>();
  fonts.numberOf(fontOf({}));
  fills.numberOf('<fill><patternFill patternType="none"/></fill>');
  fills.numberOf('<fill><patternFill patternType="gray125"/></fill>');
  borders.numberOf(borderOf({}));
  const cells = looks.map(({ style, isQuoted }) => {
    const font = fonts.numberOf(fontOf(style));
    const fill = style.fill === undefined ? 0 : fills.numberOf(fillOf(style.fill));
    const border = borders.numberOf(borderOf(style));
    const format = formatNumberOf(style.format, formats);
    const quoted = isQuoted ? ' quotePrefix="1"' : '';
    return (
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${quoted}` +
      ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentOf(style)}</xf>`
    );
  });
  const own = [...formats].map(
    ([code, number]) => `<numFmt numFmtId="${number}" formatCode="${escapeXml(code)}"/>`,
  );
  return (
    XML_DECLARATION +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    (own.length === 0 ? '' : counted('numFmts', own)) +
    counted('fonts', fonts.all()) +
    counted('fills', fills.all()) +
    counted('borders', borders.all()) +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    counted('cellXfs', cells) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}

const counted = (tag: string, parts: readonly string[]) =>
  `<${tag} count="${parts.length}">${parts.join('')}</${tag}>`;

function fontOf({ bold, italic, size, colour }: CellStyle): string {
  const parts = [
    bold === true ? '<b/>' : '',
    italic === true ? '<i/>' : '',
    `<sz val="${size ?? 11}"/>`,
    `<color rgb="FF${colour ?? '000000'}"/>`,
    '<name val="Calibri"/><family val="2"/>',
  ];
  return `<font>${parts.join('')}</font>`;
}

const fillOf = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

function borderOf({ boxed }: CellStyle): string {
  const side = (name: string) =>
    boxed === true ? `<${name} style="thin"><color rgb="${BOX_COLOUR}"/></${name}>` : `<${name}/>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
}

function alignmentOf({ align, wrap, indent }: CellStyle): string {
  const inwards = indent === undefined ? '' : ` indent="${indent}"`;
  const horizontal = align === undefined ? '' : ` horizontal="${align}"${inwards}`;
  return `<alignment${horizontal} vertical="top"${wrap === true ? ' wrapText="1"' : ''}/>`;
}

function formatNumberOf(format: string | undefined, own: Map<string, number>): number {
  if (format === undefined) return 0;
  const known = KNOWN_FORMATS[format] ?? own.get(format);
  if (known !== undefined) return known;
  const number = FIRST_OWN_FORMAT + own.size;
  own.set(format, number);
  return number;
}
