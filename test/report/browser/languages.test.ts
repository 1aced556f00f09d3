import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../../src/draw/words/catalogues.js';
import { SHEET_CATALOGUES } from '../../../src/draw/words/sheets/catalogues.js';
import { estimate } from '../../../src/estimate/estimate.js';
import type { Microplan } from '../../../src/plan/microplan.js';
import { microplan } from '../../../src/plan/plan.js';
import { readRules } from '../../../src/plan/read-rules.js';
import { planSheets } from '../../../src/plan/sheets/sheets.js';
import { reportPage } from '../../../src/report/report.js';
import type { ReportView } from '../../../src/report/view/report-view.js';
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
import { readFixture } from '../../support/read-fixture.js';
import { sha256, viewOf } from '../../support/report.js';

/** Width of an A4 page on a screen, in CSS pixels. */
const SHEET_WIDTH = 794;

describe.runIf(program !== undefined)('in a browser', () => {
  let browser: Browser;
  let window: Window;
  let view: ReportView;
  let plan: Microplan;

  beforeAll(async () => {
    const kosovo = (await readFixture('kosovo')).study;
    const yangon = (await readFixture('yangon')).study;
    view = viewOf(kosovo);
    plan = microplan(yangon, estimate(yangon).estimates, readRules(yangon.settings.plan));
    browser = await openBrowser();
    window = await openWindow(browser, { script: false });
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each(Object.entries(CATALOGUES))('the report in %s fits every width and A4', async (_, words) => {
    const html = reportPage(view, words, sha256);
    expect(Buffer.byteLength(html)).toBeLessThan(500_000);
    const { page, show, widen, asked, faults } = window;
    await show(html);
    for (const width of WIDTHS) {
      await widen(width);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        expect(await lookAt(page), `${width} ${colorScheme}`).toMatchObject(NO_FAULT);
      }
    }
    await widen(WIDTHS[0]);
    await unfold(page, true);
    expect(await lookAt(page), 'unfolded').toMatchObject(NO_FAULT);
    await unfold(page, false);
    await page.emulateMedia({ media: 'print' });
    await widen(PAPER_WIDTH);
    expect(await lookAt(page), 'print').toMatchObject(NO_FAULT);
    expect([...asked(), ...faults()]).toEqual([]);
  });

  it.each(Object.entries(SHEET_CATALOGUES))(
    'the sheets of a plan in %s are whole, a sheet a page',
    async (_, words) => {
      const html = planSheets(plan, words);
      const { page, show, widen, asked, faults } = window;
      await show(html);
      for (const media of ['screen', 'print'] as const) {
        await page.emulateMedia({ media, colorScheme: 'dark' });
        await widen(media === 'screen' ? SHEET_WIDTH : PAPER_WIDTH);
        expect(await lookAt(page), media).toMatchObject(NO_FAULT);
      }
      const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
      expect(sheets.length).toBe(html.match(/<section class="sheet">/g)?.length);
      for (const { width, height } of sheets)
        expect({ width: Math.round(width), height: Math.round(height) }).toEqual(A4);
      expect([...asked(), ...faults()]).toEqual([]);
    },
  );
});
