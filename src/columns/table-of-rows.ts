import type { InputColumn, InputTable } from '../model/columns.js';
import { Dictionary } from './dictionary.js';
import { TypedTable, type ExtraOf, type TypedColumn } from './typed-table.js';

/** Kinds of column whose values are numbers. */
const NUMERIC: ReadonlySet<InputColumn['kind']> = new Set([
  'count',
  'amount',
  'number',
  'latitude',
  'longitude',
]);

/** The columns of rows that were made as objects; `rows` of the table are those very rows. */
export function tableOfRows<Row extends object>(table: InputTable, rows: readonly Row[]): TypedTable<Row> {
  const fields = rows as readonly Readonly<Record<string, unknown>>[];
  const columns = new Map<string, TypedColumn | undefined>(
    Object.entries(table.columns).map(([name, { kind }]) => {
      const values = fields.map((row) => row[name]);
      return [name, NUMERIC.has(kind) ? numbersOf(values) : codesOf(values)];
    }),
  );
  const lines = { at: (row: number) => fields[row]?.['line'] as number };
  const extraOf = (row: number) => fields[row]?.['extra'] as ReturnType<ExtraOf>;
  return new TypedTable({ length: rows.length, columns, lines, extraOf }, rows);
}

function numbersOf(values: readonly unknown[]): TypedColumn {
  return {
    kind: 'numbers',
    numbers: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
  };
}

function codesOf(values: readonly unknown[]): TypedColumn {
  const texts = new Dictionary();
  const byCode: unknown[] = [];
  const codes = Int32Array.from(values, (value) => {
    if (value === undefined) return -1;
    const code = texts.codeOfText(typeof value === 'string' ? value : JSON.stringify(value));
    byCode[code] ??= value;
    return code;
  });
  return { kind: 'codes', codes, texts, values: byCode };
}
