import { readNumber, type DecimalSign } from '../formats/number.js';
import type { ColumnKinds, Figure, InputColumn } from '../model/columns.js';
import type { IssueCode } from '../model/issue-catalogue.js';
import { DAYS, type Day, type Hours } from '../model/week.js';

/** What a cell holds, or the code of what is wrong with it and a sentence that says so. */
export type CellReading<Value> =
  { readonly value: Value } | { readonly code: IssueCode; readonly message: string; readonly fix?: string };

type CellReader<Value> = (text: string, column: InputColumn, decimal: DecimalSign) => CellReading<Value>;

/** Reads a filled cell by the kind of its column; one reader a kind, and no other place turns text into values. */
export const CELL_READERS: { readonly [Kind in keyof ColumnKinds]: CellReader<ColumnKinds[Kind]> } = {
  id: (text) => ({ value: text.normalize('NFC') }),
  text: (text) => ({ value: text.normalize('NFC') }),
  words: (text) => ({ value: text.split(/[\s,;|]+/).filter((word) => word !== '') }),
  count: (text, _column, decimal) => readCount(text, decimal),
  amount: (text, _column, decimal) => readAmount(text, decimal),
  number: (text, _column, decimal) => readAnyNumber(text, decimal),
  figure: (text, _column, decimal) => readFigure(text, decimal),
  latitude: (text, _column, decimal) => readDegrees(text, decimal, 90),
  longitude: (text, _column, decimal) => readDegrees(text, decimal, 180),
  date: readDate,
  days: readDays,
  hours: readHours,
  flag: readFlag,
  choice: readChoice,
};

const NUMBER_FAULTS = {
  'not-a-number': ['number-invalid', 'The cell is not a number.'],
  grouped: ['number-grouped', 'The number carries a thousands sign.'],
  'decimal-comma': ['number-decimal-comma', 'The number has a decimal comma; this column uses points.'],
  'too-precise': ['number-too-precise', 'The number has more digits than can be kept.'],
  'open-ended': ['number-open-ended', 'The cell says "more than", "fewer than" or "about".'],
  range: ['number-is-range', 'The cell holds a range where one number is expected.'],
} as const satisfies Record<string, readonly [IssueCode, string]>;

function readAnyNumber(text: string, decimal: DecimalSign): CellReading<number> {
  const reading = readNumber(text, decimal);
  if ('value' in reading) return reading;
  const [code, message] = NUMBER_FAULTS[reading.fault];
  return { code, message };
}

function readFigure(text: string, decimal: DecimalSign): CellReading<Figure> {
  const reading = readAnyNumber(text, decimal);
  if (!('value' in reading)) return reading;
  const decimals = text.split(decimal)[1]?.length ?? 0;
  return { value: { value: reading.value, decimals } };
}

function readAmount(text: string, decimal: DecimalSign): CellReading<number> {
  const reading = readAnyNumber(text, decimal);
  if ('value' in reading && reading.value < 0) {
    return { code: 'count-negative', message: 'The number is negative; zero or more is expected.' };
  }
  return reading;
}

/** Three digits after the sign: a thousand for some, one person for others. */
const THOUSAND_OR_ONE = /^[+-]?\d{1,3}[.,]\d{3}$/;

function readCount(text: string, decimal: DecimalSign): CellReading<number> {
  const reading = readAmount(text, decimal);
  if ('value' in reading && THOUSAND_OR_ONE.test(text)) {
    return { code: 'number-grouped', message: 'The number may mean thousands or a decimal fraction.' };
  }
  if ('value' in reading && !Number.isInteger(reading.value)) {
    return { code: 'count-not-whole', message: 'A whole number of persons is expected.' };
  }
  return reading;
}

function readDegrees(text: string, decimal: DecimalSign, limit: 90 | 180): CellReading<number> {
  const reading = readAnyNumber(text, decimal);
  if (!('value' in reading) || Math.abs(reading.value) <= limit) return reading;
  const isScaled = Math.abs(reading.value) >= 1000;
  return {
    code: 'coordinate-out-of-range',
    message: `A number between -${limit} and ${limit} is expected${isScaled ? '; this looks like metres or degrees times a power of ten' : ''}.`,
  };
}

/** Years a date in a study can be of; others are slips or of another calendar. */
const EARLIEST_YEAR = 1950;
const LATEST_YEAR = 2100;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function readDate(text: string): CellReading<string> {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return { code: 'date-invalid', message: 'A date as year-month-day is expected.' };
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
    const message = `A year from ${EARLIEST_YEAR} to ${LATEST_YEAR} of the Gregorian calendar is expected.`;
    return { code: 'date-invalid', message };
  }
  return day >= 1 && day <= longest
    ? { value: text }
    : { code: 'date-invalid', message: 'The calendar has no such day.' };
}

function readDays(text: string): CellReading<readonly Day[]> {
  const words = text
    .toLowerCase()
    .split(/[\s,;|/]+/)
    .filter((word) => word !== '');
  const days = words.map((word) => DAYS.find((day) => word.startsWith(day)));
  const known = days.filter((day) => day !== undefined);
  return known.length === words.length
    ? { value: DAYS.filter((day) => known.includes(day)) }
    : { code: 'days-invalid', message: 'A word here is not a day of the week.' };
}

function readHours(text: string): CellReading<Hours> {
  const parts = /^(\d{1,2})[:.h]?(\d{2})?\s*[-–]\s*(\d{1,2})[:.h]?(\d{2})?$/.exec(text);
  const [fromHour, fromMinute, toHour, toMinute] = (parts ?? []).slice(1).map((part) => Number(part ?? '0'));
  const isClock = [fromHour, toHour].every((hour) => hour !== undefined && hour <= 24);
  const isMinute = [fromMinute, toMinute].every((minute) => minute !== undefined && minute < 60);
  if (parts === null || !isClock || !isMinute) {
    return { code: 'hours-invalid', message: 'Hours from a time to a time are expected.' };
  }
  const from = (fromHour ?? 0) * 60 + (fromMinute ?? 0);
  const to = (toHour ?? 0) * 60 + (toMinute ?? 0);
  return { value: { from, to: to > from ? to : to + 1440 } };
}

const YES = new Set(['yes', 'y', 'true', '1']);
const NO = new Set(['no', 'n', 'false', '0']);

function readFlag(text: string): CellReading<boolean> {
  const word = text.toLowerCase();
  if (YES.has(word)) return { value: true };
  if (NO.has(word)) return { value: false };
  return { code: 'flag-invalid', message: 'Yes or no is expected.' };
}

function readChoice(text: string, column: InputColumn): CellReading<string> {
  const choices = column.choices ?? [];
  const folded = text
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/^l(?=[12]$)/, '')
    .replace(/^level_(?=[12]$)/, '');
  if (choices.includes(folded)) return { value: folded };
  return { code: 'choice-unknown', message: `One of ${choices.join(', ')} is expected.` };
}
