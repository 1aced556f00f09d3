/** The days of the week in ISO order; Monday first. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Day = (typeof DAYS)[number];

/** Opening hours in minutes after midnight; `to` is above 1440 when the spot closes the next day. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** Hours as written in tables: `20:00-02:00`. */
export function formatHours(hours: Hours): string {
  return `${formatTime(hours.from)}-${formatTime(hours.to)}`;
}

/** Minutes after midnight as a 24 h time; minutes past midnight wrap to the next day's clock. */
export function formatTime(minutes: number): string {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
