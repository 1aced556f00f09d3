import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumberOf } from '../../src/model/calendar.js';

describe('calendar days', () => {
  it('are those of the clock from 1900 to 2199, both ways', () => {
    for (let day = -25_567; day < 84_000; day += 1) {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (dayNumberOf(date) !== day || dateOfDay(day) !== date) expect(date).toBe(dateOfDay(day));
    }
    expect([dayNumberOf('1970-01-01'), dayNumberOf('2024-02-29'), dateOfDay(19_782)]).toEqual([
      0,
      19_782,
      '2024-02-29',
    ]);
  });
});
