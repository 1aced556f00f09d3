/** A day of the calendar, in numbers. */
export interface DateParts {
  readonly day: number;
  /** 0 = January. */
  readonly month: number;
  readonly year: number;
}

/** The parts of an ISO date (YYYY-MM-DD). */
export function dateParts(iso: string): DateParts {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { day, month: month - 1, year };
}

/** How a language writes one date; without the year where another date beside it says it. */
export type WriteDate = (date: DateParts, hasYear: boolean) => string;

/** Two dates as a language writes them, the year once where it is the same. */
export function dateSpan(from: string, to: string, write: WriteDate): readonly [from: string, to: string] {
  const [first, last] = [dateParts(from), dateParts(to)];
  return [write(first, first.year !== last.year), write(last, true)];
}
