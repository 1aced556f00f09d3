import { formatNumber, roundTo } from '../../formats/number.js';

/** How a language writes numbers. */
export interface NumberStyle {
  /** Between thousands. */
  readonly group: string;
  readonly decimal: string;
  /** The ten digits, 0 first, where they are not those of ASCII. */
  readonly digits?: string;
  /** Whole numbers below this are not grouped. */
  readonly from?: number;
}

/** Numbers as a language writes them, from its style alone: the same on every machine. Fixed ones keep zeros at their end. */
export function numbersIn({ group, decimal, digits, from = 1000 }: NumberStyle) {
  const inDigits = (text: string) =>
    digits === undefined ? text : text.replaceAll(/\d/g, (digit) => digits.charAt(Number(digit)));
  return (value: number, decimals = 0, isFixed = false): string => {
    const size = Math.abs(value);
    const written = isFixed ? roundTo(size, decimals).toFixed(decimals) : formatNumber(size, decimals);
    const [whole = '0', part] = written.split('.');
    const grouped = size < from ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
    const isNegative = value < 0 && Number(`${whole}.${part ?? 0}`) !== 0;
    return `${isNegative ? '−' : ''}${inDigits(grouped)}${part === undefined ? '' : `${decimal}${inDigits(part)}`}`;
  };
}

/** The area words of studies that languages translate; any other is kept as the study writes it. */
export type AreaWord = 'municipality' | 'township' | 'county' | 'district' | 'town';

/** A word for an area as a language says it, or as the study wrote it; a city is said as a town. */
export const areaWord =
  (words: Readonly<Record<AreaWord, string>>) =>
  (word: string): string => {
    const known = word === 'city' ? 'town' : word;
    return Object.hasOwn(words, known) ? words[known as AreaWord] : word;
  };
