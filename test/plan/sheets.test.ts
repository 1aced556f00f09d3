import { describe, expect, it } from 'vitest';
import { SHEET_CATALOGUES } from '../../src/draw/words/sheets/catalogues.js';
import { planSheets } from '../../src/plan/sheets/sheets.js';
import { planOf, spot, study, worker } from './town.js';
import { planFor, yangonStudy } from './yangon.js';

/** The words of a page without markup, styles and drawings. */
const wordsOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, ' ')
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]*>/g, ' ');

const count = (text: string, part: string) => text.split(part).length - 1;

describe('the printed sheets', () => {
  it('have one sheet for everybody who goes out in a week, partners too', async () => {
    const plan = planFor(await yangonStudy());
    const wanted = new Set(
      plan.visits.flatMap(({ week, worker: code, partner }) => [
        `${week} ${code}`,
        `${week} ${partner ?? code}`,
      ]),
    );
    const sheets = planSheets(plan).match(/<section class="sheet">/g) ?? [];
    expect(sheets.length).toBe(wanted.size);
    expect(wanted.size).toBeGreaterThan(20);
  });

  it('tell no population, no code of a spot or worker, no municipality, no kind of spot and no coordinate', async () => {
    const of = await yangonStudy();
    const words = wordsOf(planSheets(planFor(of)));
    for (const row of of.spots) {
      const told = [row.spot_id, row.municipality, row.typology, row.lat, row.lon].filter(
        (cell) => cell !== undefined,
      );
      for (const cell of told) expect(words.includes(String(cell)), String(cell)).toBe(false);
    }
    for (const row of of.workers) expect(words.includes(row.worker_id), row.worker_id).toBe(false);
    expect(words).not.toMatch(/FSW|MSM|TG|PWID|sex|men|women|trans|drug|inject|needle|HIV/i);
  });

  it('show times, persons and pieces of every visit', () => {
    const spots = [spot({ spot_id: 'A', min: 20, max: 20, hours: { from: 1380, to: 1560 } })];
    const plan = planOf(study({ spots, workers: [worker({ worker_id: 'W' })] }));
    const [visit] = plan.visits;
    const html = planSheets(plan);
    expect(visit).toMatchObject({ expected: 20, from: 1425, to: 1515 });
    expect(html).toContain('23:45');
    expect(html).toContain('to 01:15');
    expect(html).toContain(`</svg> ${visit?.items['condoms'] ?? 0}</span>`);
    expect(html).toContain('ends after midnight');
  });

  it.each(Object.entries(SHEET_CATALOGUES))(
    'say the same in %s, in its words, numbers and dates',
    (tag, words) => {
      const spots = [spot({ spot_id: 'A', min: 20, max: 20, hours: { from: 1380, to: 1560 } })];
      const plan = planOf(study({ spots, workers: [worker({ worker_id: 'W' })] }), {
        start_date: '2026-03-30',
      });
      const english = planSheets(plan);
      const html = planSheets(plan, words);
      expect(html).toContain(`<html lang="${tag}">`);
      expect(html).toContain(words.dates('2026-03-30', '2026-04-05'));
      expect(html).toContain(words.time(1425));
      expect(html).toContain(words.icons.night);
      const sheets = count(html, '<section class="sheet">');
      expect(sheets).toBe(count(english, '<section class="sheet">'));
      expect(count(html, '<p class="draft">')).toBe(tag === 'en' ? 0 : sheets);
      const digits = wordsOf(html).replaceAll(/[A-Z]\d+/g, '');
      if (tag === 'my') expect(digits).not.toMatch(/\d:\d/);
    },
  );

  it('say so when there is nothing to do', () => {
    expect(planSheets(planOf(study({ spots: [spot({ spot_id: 'A', mode: 'web' })] })))).toContain(
      'No visits',
    );
  });
});
