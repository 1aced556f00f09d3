import type { Words } from '../draw/words/english.js';

const sign = (change: number) => (change < 0 ? '−' : '+');

/** A change with its sign: +287 or −8. */
export function sayChange(change: number, page: Words, decimals = 0): string {
  return sign(change) + page.number(Math.abs(change), decimals);
}

/** A change in percent with its sign: +12.5%. Fixed ones keep a zero at their end. */
export function sayPercentChange(percent: number, page: Words, isFixed = false): string {
  return sign(percent) + page.percent(Math.abs(percent) / 100, 1, isFixed);
}
