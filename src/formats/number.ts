/** What was read of a cell that should hold a number: the number, or in one word why it is none. */
export type NumberReading =
  | { readonly value: number }
  | { readonly fault: 'not-a-number' | 'grouped' | 'decimal-comma' | 'too-precise' | 'open-ended' | 'range' };

export type DecimalSign = '.' | ',';

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(?:[.,'’ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?$/;
const RANGE = /^\d+(?:[.,]\d+)?\s*(?:-|–|—|to|deri|do)\s*\d+(?:[.,]\d+)?$/i;
const OPEN_ENDED = /^(?:[<>≤≥~]\s*\d+|\d+\s*\+)$/;

/** Decimal digits a double always keeps; a longer number would silently become another one. */
const SAFE_DIGITS = 15;

/**
 * The number a cell holds, by a grammar of digits, one optional sign and one decimal sign; nothing else is a number (no
 * hexadecimal, no exponent, no thousands signs, no ranges), so that no cell is ever read as a number nobody wrote.
 */
export function readNumber(text: string, decimal: DecimalSign = '.'): NumberReading {
  const dotted = decimal === ',' ? text.replace(',', '.') : text;
  if (decimal === ',' && text.includes('.')) return { fault: 'grouped' };
  if (PLAIN.test(dotted)) {
    const digits = dotted.replace(/^[+-]?0*/, '').replace('.', '');
    return digits.length > SAFE_DIGITS ? { fault: 'too-precise' } : { value: Number(dotted) };
  }
  if (RANGE.test(text)) return { fault: 'range' };
  if (OPEN_ENDED.test(text)) return { fault: 'open-ended' };
  if (/^[+-]?\d+,\d+$/.test(text) && !/^[+-]?\d{1,3},\d{3}$/.test(text)) return { fault: 'decimal-comma' };
  if (GROUPED.test(text)) return { fault: 'grouped' };
  return { fault: 'not-a-number' };
}

/**
 * The number as text with at most that many decimals, half away from zero, without a trailing zero, never in exponent
 * form and never "-0". Throws a RangeError on NaN or Infinity: such a number must not leave the program.
 */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`a number to write must be finite, not ${value}`);
  const rounded = roundTo(value, decimals);
  if (Number.isInteger(rounded)) return rounded === 0 ? '0' : BigInt(rounded).toString();
  return rounded.toFixed(decimals).replace(/\.?0+$/, '');
}

/** The value rounded to that many decimals, half away from zero (so 0.5 is 1, and 4.35 is 4.4). */
export function roundTo(value: number, decimals: number): number {
  if (Number.isInteger(value)) return value;
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  if (scaled >= Number.MAX_SAFE_INTEGER) return value;
  const nudged = Math.floor(scaled + 0.5 + scaled * Number.EPSILON * 4);
  return (Math.sign(value) * nudged) / scale;
}
