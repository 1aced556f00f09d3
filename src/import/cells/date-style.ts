import { addDays, dayNumber } from '../../model/calendar.js';
import { plainDigits } from './digits.js';

export type DateOrder = 'dmy' | 'mdy';

/** What turning the text of a column into days needs to know. */
export interface DateSetting {
  readonly order: DateOrder | undefined;
  /** IANA name of the zone the study is in; needed for times in UTC only. */
  readonly timeZone: string | undefined;
  /** Minutes after midnight at which a working day starts: a visit before it belongs to the evening before. */
  readonly dayStartsAt: number;
}

/** A day as ISO 8601; whether a visit after midnight moved it; or why there is none. */
export type DayReading =
  | { readonly day: string; readonly isMoved: boolean }
  | { readonly fault: 'not-a-date' | 'order' | 'time-zone' };

const SHORT = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T,]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/;
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/;

/** Whether dates such as 3/4/2016 have the day first, as far as the column tells; dots are always day first. */
export function decideOrder(cells: readonly string[]): DateOrder | undefined {
  const parts = cells.map((cell) => SHORT.exec(plainDigits(cell))).filter((match) => match !== null);
  if (parts.some(([, first]) => Number(first) > 12)) return 'dmy';
  return parts.some(([, , , second]) => Number(second) > 12) ? 'mdy' : undefined;
}

/** The day a cell states, as the working day it belongs to. */
export function readDay(cell: string, setting: DateSetting): DayReading {
  const text = plainDigits(cell).trim();
  const [, year, month, day, hour, minute, zone] = ISO.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) {
    const date = `${year}-${month}-${day}`;
    if (hour === undefined) return { day: date, isMoved: false };
    const minutes = Number(hour) * 60 + Number(minute);
    if (zone !== 'Z' && zone !== 'UTC') return workingDay(date, minutes, setting);
    if (setting.timeZone === undefined) return { fault: 'time-zone' };
    const local = toZone(date, minutes, setting.timeZone);
    return workingDay(local.date, local.minutes, setting);
  }
  const [, first, sign, second, shortYear, shortHour, shortMinute] = SHORT.exec(text) ?? [];
  if (first === undefined || second === undefined || shortYear === undefined) return { fault: 'not-a-date' };
  const order = sign === '.' ? 'dmy' : setting.order;
  if (order === undefined && first !== second) return { fault: 'order' };
  const [d, m] = order === 'mdy' ? [second, first] : [first, second];
  const date = `${shortYear}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (shortHour === undefined) return { day: date, isMoved: false };
  return workingDay(date, Number(shortHour) * 60 + Number(shortMinute), setting);
}

function workingDay(date: string, minutes: number, { dayStartsAt }: DateSetting): DayReading {
  const isMoved = minutes < dayStartsAt;
  return { day: isMoved ? addDays(date, -1) : date, isMoved };
}

/** A moment in UTC on the clock of a zone. */
function toZone(date: string, minutes: number, timeZone: string): { date: string; minutes: number } {
  const moment = (dayNumber(date) - dayNumber('1970-01-01')) * 86_400_000 + minutes * 60_000;
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: string) => parts.get(name as Intl.DateTimeFormatPartTypes) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** True when the name is a time zone this computer knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
