/** How the cells of a column become the text a CSV file would hold. */
export interface CellText {
  /** The text as SQL; missing stays NULL. */
  readonly sql: string;
  /** True where the text can hold a comma, a quotation mark or a line break. */
  readonly isFree: boolean;
  /** True for a number in binary: its text can have an exponent. */
  readonly isBinary: boolean;
  /** For a number in binary that can have more digits than are read: whether it has, as SQL. */
  readonly isLonger?: string;
}

const PLAIN = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|DECIMAL\(\d+,0\)|BOOLEAN|DATE|TIME|"NULL")$/;
const SCALED = /^DECIMAL\(\d+,[1-9]\d*\)$/;
const INSTANT = /^TIMESTAMP(_S|_MS|_NS)?$/;
const FREE = /^(VARCHAR|JSON|UUID|ENUM\(.*\))$/;

const plain = (sql: string): CellText => ({ sql, isFree: false, isBinary: false });

/** Digits of a number that are read (src/formats/number.ts): one with more would be refused as too precise. */
export const DIGITS_READ = 15;

/**
 * How a cell is written, said in SQL, by the type of its column as DuckDB names it; undefined for a type whose values are no single
 * cell (lists, structs, maps, bytes, intervals). Numbers carry no needless zeros (1.0 is 1, 12.50 is 12.5) unless the
 * scale of a decimal is kept; a time at midnight is its day. Fifteen
 * significant digits of a double are written, which is the shortest form of every number that was ever written with no
 * more.
 */
export function cellText(cell: string, type: string, { keepsScale = false } = {}): CellText | undefined {
  const text = `CAST(${cell} AS VARCHAR)`;
  if (FREE.test(type)) return { ...plain(text), isFree: true };
  if (PLAIN.test(type)) return plain(text);
  if (SCALED.test(type)) return plain(keepsScale ? text : `rtrim(rtrim(${text}, '0'), '.')`);
  // Adding 0 takes the sign off a zero.
  if (type === 'FLOAT') {
    return { ...plain(`regexp_replace(CAST(${cell} + 0 AS VARCHAR), '\\.0$', '')`), isBinary: true };
  }
  if (type === 'DOUBLE') {
    const digits = `printf('%.${DIGITS_READ}g', ${cell} + 0)`;
    return { ...plain(digits), isBinary: true, isLonger: `CAST(${digits} AS DOUBLE) <> ${cell}` };
  }
  if (INSTANT.test(type)) {
    const time = `CAST(${cell} AS TIMESTAMP)`;
    const day = `strftime(${time}, '%Y-%m-%d')`;
    return plain(`CASE WHEN ${time} = date_trunc('day', ${time}) THEN ${day} ELSE ${text} END`);
  }
  if (type === 'TIMESTAMP WITH TIME ZONE') {
    return plain(`COALESCE(CAST(make_timestamp(epoch_us(${cell})) AS VARCHAR) || 'Z', ${text})`);
  }
  return undefined;
}
