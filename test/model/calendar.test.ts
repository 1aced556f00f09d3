import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, daysBetween } from '../../src/model/calendar.js';

describe('the calendar', () => {
  it('counts days over leap years and centuries as the system calendar does', () => {
    expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2);
    expect(daysBetween('1900-02-28', '1900-03-01')).toBe(1);
    expect(daysBetween('2000-02-28', '2000-03-01')).toBe(2);
    expect(daysBetween('2016-12-31', '2017-01-01')).toBe(1);
    expect(daysBetween('2017-01-01', '2016-12-31')).toBe(-1);
    for (let at = 0; at < 5000; at += 1) {
      const date = new Date(at * 11 * 86_400_000).toISOString().slice(0, 10);
      expect(dayNumber(date) - dayNumber('1970-01-01')).toBe(at * 11);
      expect(addDays('1970-01-01', at * 11)).toBe(date);
    }
  });
});
