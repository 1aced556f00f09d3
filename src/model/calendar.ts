/**
 * Days from 1970-01-01 to an ISO date of the Gregorian calendar, without a clock or time zone. Source: Fliegel and Van
 * Flandern 1968, doi:10.1145/364096.364097, in the form that counts years from March.
 */
export function dayNumberOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  const fromMarch = ((month ?? 1) + 9) % 12;
  const years = (year ?? 0) - (fromMarch >= 10 ? 1 : 0);
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * years + leapDays + Math.floor((306 * fromMarch + 5) / 10) + (day ?? 1) - 1 - 719468;
}

/** The ISO date that many days after 1970-01-01. */
export function dateOfDay(days: number): string {
  const shifted = days + 719468;
  let year = Math.floor((10000 * shifted + 14780) / 3652425);
  let rest = shifted - yearDays(year);
  if (rest < 0) {
    year -= 1;
    rest = shifted - yearDays(year);
  }
  const fromMarch = Math.floor((100 * rest + 52) / 3060);
  const month = ((fromMarch + 2) % 12) + 1;
  const day = rest - Math.floor((306 * fromMarch + 5) / 10) + 1;
  return `${pad(year + Math.floor((fromMarch + 2) / 12), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');

const yearDays = (year: number) =>
  365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
