import type { Cell } from './types.js';

/**
 * Returns the cell a written number stands for, with the decimals it was written with, or undefined when the
 * text is not a plain number. `5,550` is 5550 with 0 decimals; `17%` is 0.17 with 2; `1.91%` is 0.0191 with 4.
 * Misleads for a decimal comma and for a dot used between thousands: settle those before.
 */
export function writtenNumber(text: string): Cell | undefined {
  const match = /^(-?)(\d{1,3}(?:[, \u00A0\u202F]\d{3})+|\d+)(?:\.(\d+))?(%?)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', percent = ''] = match;
  const shift = percent === '' ? 0 : 2;
  const digits = `${sign}${whole.replace(/\D/g, '')}${fraction}`;
  const decimals = fraction.length + shift;
  return { value: Number(`${digits}e-${decimals}`), decimals };
}

/**
 * Returns a number as people write it in a table: thousands apart, with so many decimals and no more.
 * `writeNumber(16079, 0)` is `16,079`.
 */
export function writeNumber(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(Math.max(0, decimals)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const written = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(written.replaceAll(',', '')) !== 0 ? `-${written}` : written;
}

/** Returns a computed number with as many decimals as it needs, two at most: 7457, 624.5, 0.35. */
export function writeComputed(value: number): string {
  const size = Math.abs(value);
  const decimals = size > 0 && size < 0.1 ? 4 : 2;
  const trimmed = Number(value.toFixed(decimals));
  return writeNumber(trimmed, (String(trimmed).split('.')[1] ?? '').length);
}
