import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Study } from '../../../src/model/study.js';
import { ESTIMATES } from '../../../src/model/tables/estimates.js';
import { readTable } from '../../../src/study/read-table.js';
import {
  A4,
  lookAt,
  NO_FAULT,
  openBrowser,
  openWindow,
  PAPER_WIDTH,
  program,
  SCHEMES,
  sheetsOf,
  unfold,
  WIDTHS,
  type Window,
} from '../../support/browser.js';
import { studiesWithReport } from '../../support/fixture-studies.js';
import { FIXTURES } from '../../support/read-fixture.js';
import { pageOf, releasedViewOf, viewOf } from '../../support/report.js';
import { spotwise } from '../../support/spotwise.js';

const studies = program === undefined ? new Map<string, Study>() : await studiesWithReport();

const studyNamed = (name: string): Study => {
  const study = studies.get(name);
  if (study === undefined) throw new Error(`fixtures/${name} gives no report`);
  return study;
};

/** The page of a form's export, brought in and reported on by the commands. */
async function importedPage(): Promise<string> {
  const form = readFileSync(join(FIXTURES, 'imports', 'kobo-level-2.csv'), 'utf8');
  const brought = await spotwise(['import', 'form.csv', '--out', 'study', '--quiet'], { 'form.csv': form });
  const files = Object.fromEntries(brought.files);
  const made = await spotwise(['report', 'study', '--out', '-', '--quiet'], files);
  expect(made).toMatchObject({ code: 0, error: '' });
  return made.out;
}

/** Pages that show what the studies as they stand do not: other methods, every chain, exact places, other audiences. */
const MORE: Readonly<Record<string, () => string | Promise<string>>> = {
  'tiny, with other methods and every chain': () => {
    const bytes = readFileSync(join(FIXTURES, 'sizing', 'estimates.csv'));
    const { rows: others } = readTable(ESTIMATES, { bytes, file: 'estimates.csv' });
    return pageOf(viewOf(studyNamed('tiny'), { others, isEvery: true }));
  },
  'yangon, with every chain, for the team': () =>
    pageOf(viewOf(studyNamed('yangon'), { isEvery: true, exact: true })),
  'kosovo, for partners': () => pageOf(releasedViewOf(studyNamed('kosovo'), 'partner')),
  'kosovo, for the public': () => pageOf(releasedViewOf(studyNamed('kosovo'), 'public')),
  'an imported form': importedPage,
};

describe.runIf(program !== undefined)('the report of every fixture in a browser', () => {
  let browser: Browser;
  let withScript: Window;
  let withoutScript: Window;
  const drawn = new Map<string, Promise<string>>();

  /** The page of that name, drawn once. */
  const pageNamed = async (name: string): Promise<string> => {
    const page = drawn.get(name) ?? Promise.resolve(MORE[name]?.() ?? pageOf(viewOf(studyNamed(name))));
    drawn.set(name, page);
    return await page;
  };

  beforeAll(async () => {
    browser = await openBrowser();
    withScript = await openWindow(browser, { script: true });
    withoutScript = await openWindow(browser, { script: false });
  });

  afterAll(async () => {
    await browser.close();
  });

  it('is looked at for every study that has one', () => {
    expect([...studies.keys()]).toEqual(
      expect.arrayContaining([
        'cameroon-2015',
        'kenya-2012',
        'kosovo',
        'nigeria-2012',
        join('riverton', '2022'),
        join('riverton', '2024'),
        'tiny',
        'yangon',
        join('broken', 'names-of-two-scripts'),
      ]),
    );
    expect(studies.size).toBeGreaterThan(30);
  });

  describe.each([...studies.keys(), ...Object.keys(MORE)])('%s', (name) => {
    it('fits a phone, a tablet and a desk by day and by night, with script and without', async () => {
      const html = await pageNamed(name);
      expect(Buffer.byteLength(html)).toBeLessThan(500_000);
      for (const window of [withScript, withoutScript]) {
        await window.show(html);
        for (const width of WIDTHS) {
          await window.widen(width);
          for (const colorScheme of SCHEMES) {
            await window.page.emulateMedia({ colorScheme });
            const found = await lookAt(window.page);
            expect(found, `${width} ${colorScheme}`).toMatchObject(NO_FAULT);
            expect(found.sections).toEqual(
              expect.arrayContaining(['answers', 'where', 'how-many', 'methods', 'run']),
            );
          }
        }
        expect(window.asked()).toEqual([]);
        expect(window.faults()).toEqual([]);
      }
    });

    it('fits a phone with every folded part open', async () => {
      await withScript.show(await pageNamed(name));
      await withScript.widen(WIDTHS[0]);
      await unfold(withScript.page, true);
      expect(await lookAt(withScript.page)).toMatchObject(NO_FAULT);
    });

    it('prints on A4', async () => {
      const { page, show, widen, asked } = withoutScript;
      await show(await pageNamed(name));
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await widen(PAPER_WIDTH);
      expect(await lookAt(page)).toMatchObject(NO_FAULT);
      const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
      expect(sheets.length).toBeGreaterThan(0);
      expect(sheets.length).toBeLessThan(20);
      for (const { width, height } of sheets)
        expect({ width: Math.round(width), height: Math.round(height) }).toEqual(A4);
      expect(asked()).toEqual([]);
    });
  });
});
