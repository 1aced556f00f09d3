import { plainDigits } from './digits.js';

/** How the numbers of a column are written: the decimal sign, and whether thousands are grouped and by what. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  readonly grouping: boolean;
  /** True where some number carries the decimal sign, so that the choice is more than a default. */
  readonly isCertain: boolean;
}

export type StyleReading =
  | { readonly style: NumberStyle }
  /** Row of the first cell that cannot be read like those before it, or that can be read in two ways. */
  | { readonly mixedAt: number };

const SPACES = /[\s\u00a0\u2009\u202f'’]/g;
const NUMERIC = /^[+-]?\d[\d.,]*$/;

/** What one cell says of the signs in it: which is the decimal sign, which groups thousands, or that it can be either. */
interface Evidence {
  readonly decimal?: '.' | ',';
  readonly grouping?: '.' | ',';
  readonly either?: '.' | ',';
}

function evidenceOf(text: string): Evidence {
  const signs: readonly string[] = text.match(/[.,]/g) ?? [];
  const last = signs.at(-1) as '.' | ',' | undefined;
  if (last === undefined) return {};
  const other = last === '.' ? ',' : '.';
  if (signs.includes(other)) return { decimal: last, grouping: other };
  if (signs.length > 1) return { grouping: last };
  return /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? { either: last } : { decimal: last };
}

/**
 * How a column writes its numbers, decided once for all its cells. `whole` says that the column counts persons, so that
 * 1.234 cannot be a fraction; `hint` is the decimal sign other columns of the file use, which decides where 1.234
 * could be either.
 */
export function decideStyle(
  cells: readonly string[],
  column: { readonly whole: boolean; readonly hint?: '.' | ',' | undefined },
): StyleReading {
  const written = cells.map((cell) => plainDigits(cell).replaceAll(SPACES, '').replace('−', '-'));
  const seen: { decimal?: '.' | ','; grouping?: '.' | ',' } = {};
  let grouped = cells.some((cell) => /\d[\s\u00a0\u2009\u202f'’]\d{3}/.test(plainDigits(cell)));
  const unsure: number[] = [];
  for (const [at, text] of written.entries()) {
    if (!NUMERIC.test(text)) continue;
    const { decimal, grouping, either } = evidenceOf(text);
    if (either !== undefined) unsure.push(at);
    if (decimal !== undefined && (seen.grouping === decimal || (seen.decimal ?? decimal) !== decimal)) {
      return { mixedAt: at };
    }
    if (grouping !== undefined && (seen.decimal === grouping || (seen.grouping ?? grouping) !== grouping)) {
      return { mixedAt: at };
    }
    if (decimal !== undefined) seen.decimal = decimal;
    if (grouping !== undefined) {
      seen.grouping = grouping;
      grouped = true;
    }
  }
  const isCertain = seen.decimal !== undefined;
  if (seen.decimal === undefined && seen.grouping !== undefined) seen.decimal = opposite(seen.grouping);
  for (const at of unsure) {
    const { either } = evidenceOf(written[at] ?? '');
    if (either === undefined) continue;
    if (seen.decimal === undefined) {
      if (column.hint !== undefined) seen.decimal = column.hint;
      else if (column.whole) seen.decimal = opposite(either);
      else return { mixedAt: at };
    }
    if (either !== seen.decimal) grouped = true;
    else if (column.whole) return { mixedAt: at };
  }
  return { style: { decimal: seen.decimal ?? column.hint ?? '.', grouping: grouped, isCertain } };
}

const opposite = (sign: '.' | ',') => (sign === '.' ? ',' : '.');

/** The number as plain digits with a dot for the decimal sign; undefined where the cell is no number of that style. */
export function plainNumber(cell: string, style: NumberStyle): string | undefined {
  const text = plainDigits(cell).replaceAll(SPACES, '').replace('−', '-');
  if (!NUMERIC.test(text)) return undefined;
  const [whole = '', ...rest] = text.split(style.decimal);
  if (rest.length > 1) return undefined;
  const thousands = opposite(style.decimal);
  if (whole.includes(thousands) && !/^[+-]?\d{1,3}([.,]\d{3})+$/.test(whole)) return undefined;
  if (rest[0]?.includes(thousands) === true || rest[0] === '') return undefined;
  return [whole.replaceAll(thousands, ''), ...rest].join('.');
}
