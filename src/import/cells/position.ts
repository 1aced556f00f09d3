import { formatNumber } from '../../formats/number.js';
import { plainDigits } from './digits.js';

const PLAIN = /^[+-]?\d{1,3}(?:[.,]\d+)?$/;
const SEXAGESIMAL =
  /^([NSEW])?\s*([+-]?\d{1,3})\s*[°º:d\s]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’:m\s]?\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|''|s)?\s*)?([NSEW])?$/i;

/**
 * Decimal degrees of one coordinate as people write it: 42.6487, 42,6487, 42°38'55.3"N, N 42 38.922. Undefined where
 * the text is none of these, or minutes or seconds reach 60.
 */
export function readDegrees(text: string): number | undefined {
  const plain = plainDigits(text).trim().replace('−', '-');
  if (PLAIN.test(plain)) return Number(plain.replace(',', '.'));
  const decimalWithLetter = /^([NSEW])?\s*(\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSEW])?$/i.exec(plain);
  if (decimalWithLetter !== null) {
    const [, before, degrees = '', after] = decimalWithLetter;
    return signed(Number(degrees.replace(',', '.')), before ?? after);
  }
  const [, before, degrees, minutes = '0', seconds = '0', after] = SEXAGESIMAL.exec(plain) ?? [];
  if (degrees === undefined || (before !== undefined && after !== undefined)) return undefined;
  const [minute, second] = [minutes, seconds].map((part) => Number(part.replace(',', '.')));
  if (minute === undefined || second === undefined || minute >= 60 || second >= 60) return undefined;
  const size = Math.abs(Number(degrees)) + minute / 60 + second / 3600;
  return signed(degrees.startsWith('-') ? -size : size, before ?? after);
}

const signed = (degrees: number, letter: string | undefined) =>
  /[SW]/i.test(letter ?? '') ? -Math.abs(degrees) : degrees;

/** Latitude and longitude from one cell, and the accuracy in metres where the cell states it (lat lon alt acc). */
export interface PositionText {
  readonly lat: number;
  readonly lon: number;
  readonly accuracy?: number | undefined;
}

/** A position in one cell: "42.6487 21.1671 580 4.2" (forms), "42,6487; 21,1671", "42°38'55\"N, 21°10'01\"E", POINT(lon lat). */
export function readPosition(cell: string): PositionText | undefined {
  const text = plainDigits(cell).trim();
  const [, x, y] = /^POINT(?:\s?Z)?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)(?:\s+-?[\d.]+)?\s*\)$/i.exec(text) ?? [];
  if (x !== undefined && y !== undefined) return within(Number(y), Number(x));
  const numbers = text.split(/[\s,;]+/);
  if (
    /^-?\d+\.\d+$/.test(numbers[0] ?? '') &&
    numbers.length <= 4 &&
    numbers.every((part) => /^-?\d+(\.\d+)?$/.test(part))
  ) {
    const [lat, lon, , accuracy] = numbers.map(Number);
    return lat === undefined || lon === undefined ? undefined : within(lat, lon, accuracy);
  }
  for (const split of [/\s*[;/|]\s*/, /,\s+/, /,/, /\s+(?=[NSEW])/i, /(?<=[NSEW])\s+/i, /\s{2,}/, /\s+/]) {
    const parts = text.split(split);
    if (parts.length !== 2) continue;
    const [first, second] = parts.map(readDegrees);
    if (first === undefined || second === undefined) continue;
    const isLongitudeFirst = /[EW]/i.test(parts[0] ?? '') && /[NS]/i.test(parts[1] ?? '');
    return isLongitudeFirst ? within(second, first) : within(first, second);
  }
  return undefined;
}

function within(lat: number, lon: number, accuracy?: number): PositionText | undefined {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon, accuracy } : undefined;
}

/** Degrees as a cell of a table: at most seven decimals, about a centimetre. */
export const degreesText = (degrees: number) => formatNumber(degrees, 7);
