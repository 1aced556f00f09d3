// What the cells of a spot table may hold, as a Node user would say it.
const DAY = /^(mon|tue|wed|thu|fri|sat|sun)/;
const CLOCK = /^\d{1,2}[:.h]?([0-5]\d)?\s*[-–]\s*\d{1,2}[:.h]?([0-5]\d)?$/;
const among =
  (...words) =>
  (text) =>
    words.includes(text);

/** By column, whether a text is one of its words. */
export const CHOICES = {
  mode: among('geo', 'phone', 'web'),
  status: among('active', 'defunct', 'duplicate', 'not_a_spot', 'not_found'),
};

export const areDays = (text) =>
  text
    .toLowerCase()
    .split(/[\s,;|/]+/)
    .every((word) => DAY.test(word));

export const areHours = (text) => CLOCK.test(text);

export function isDate(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Faults that are said and do not stop the job. */
export const WARNINGS = new Set([
  'usual-outside-range',
  'peak-below-usual',
  'unit-slip',
  'count-sentinel',
  'spot-double',
  'municipality-unassigned',
]);
