import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patienceFor, printPdfs } from '../../../src/io/print-pdf.js';
import { lookAt, NO_FAULT, openBrowser, openWindow, program, type Window } from '../../support/browser.js';
import { readFixture } from '../../support/read-fixture.js';
import { pageOf, viewOf } from '../../support/report.js';

describe.runIf(program !== undefined)('the page in a browser', () => {
  let browser: Browser;
  let withScript: Window;
  let withoutScript: Window;
  let kosovo: string;
  let yangon: string;

  beforeAll(async () => {
    kosovo = pageOf(viewOf((await readFixture('kosovo')).study, { isPlanned: false }));
    yangon = pageOf(viewOf((await readFixture('yangon')).study));
    browser = await openBrowser();
    withScript = await openWindow(browser, { script: true });
    withoutScript = await openWindow(browser, { script: false });
  });

  afterAll(async () => {
    await browser.close();
  });

  it('sorts, filters, enlarges and says what a mark is, with its own script only', async () => {
    const { page, show, widen, faults } = withScript;
    await show(kosovo);
    await widen(1280);
    const details = page.locator('#where details').first();
    await details.locator('summary').click();
    const first = () => details.locator('tbody tr:not([hidden]) th').first().textContent();
    expect(await first()).toBe('Prishtina');
    await details.locator('thead th button').first().click();
    await details.locator('thead th button').first().click();
    expect(await first()).toBe('Deçan');
    await details.locator('input').fill('priz');
    expect(await first()).toBe('Prizren');
    expect(await details.locator('tbody tr:visible').count()).toBe(1);
    const map = page.locator('.map svg').first();
    const before = await map.getAttribute('viewBox');
    await page.locator('[data-zoom="1.6"]').first().click();
    expect(await map.getAttribute('viewBox')).not.toBe(before);
    await page.locator('[data-zoom="0.625"]').first().click();
    expect(await map.getAttribute('viewBox')).toBe(before);
    await page.locator('.petal.say').nth(14).hover();
    expect(await page.locator('#tip').textContent()).toMatch(/^\d\d:00: [\d,]+$/);
    expect(faults()).toEqual([]);
    await page.evaluate(
      `(() => { const strange = document.createElement('script'); strange.textContent = 'document.documentElement.dataset.strange = "ran"'; document.body.append(strange); })()`,
    );
    expect(await page.locator('html[data-strange]').count()).toBe(0);
  });

  it('shows no tool that would do nothing without script', async () => {
    await withoutScript.show(kosovo);
    expect(await withoutScript.page.locator('.tools, .map-tools').count()).toBeGreaterThan(0);
    expect(await withoutScript.page.locator('.tools:visible, .map-tools:visible').count()).toBe(0);
  });

  it('answers the five questions on the first screen of a desk computer', async () => {
    const { page, show, widen } = withoutScript;
    await show(yangon);
    await widen(1280);
    const row = await page.locator('.table-answers tbody tr').nth(2).boundingBox();
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThan(900);
    expect(await page.locator('.table-answers thead th').allTextContents()).toEqual([
      'How many?',
      'Where most?',
      'When busiest?',
      'How sure?',
      'Who is not covered?',
    ]);
  });

  it('tells how sure it is in three facts apart, and who is met at places from who is met elsewhere', async () => {
    const { page, show } = withoutScript;
    await show(kosovo);
    const row = page.locator('.table-answers tbody tr').first();
    expect(await row.locator('.facts dt').allTextContents()).toEqual(['Range', 'Visited', 'Not counted']);
    const cell = async (name: string) => (await row.locator(name).textContent()) ?? '';
    expect(await cell('.a-many')).toContain('1,874 met at places and 4,940 on the web');
    expect(await cell('.a-sure')).toContain('193 spots, all validated: 141 at places, 52 by phone');
    expect(await row.locator('.a-many .ends span').allTextContents()).toEqual(['0', '7,117']);
  });

  it('answers for three populations within a screen and a half of a phone', async () => {
    const { page, show, widen } = withoutScript;
    await show(kosovo);
    await widen(360, 800);
    expect(await page.locator('.table-answers tbody tr').count()).toBe(3);
    const table = await page.locator('.table-answers').boundingBox();
    expect(table?.height).toBeLessThan(1200);
  });

  it('is printed to PDF by the program, the same bytes twice', async () => {
    const html = pageOf(viewOf((await readFixture('tiny')).study));
    const [[one], [two]] = [await printPdfs([html], process.env), await printPdfs([html], process.env)];
    const start = Buffer.from(one ?? []).subarray(0, 5);
    expect(start.toString()).toBe('%PDF-');
    expect(Buffer.compare(Buffer.from(one ?? []), Buffer.from(two ?? []))).toBe(0);
  });

  /** Faults put into a sound page, with the list each is found in. */
  const FAULTS: readonly (readonly [string, keyof typeof NO_FAULT, string])[] = [
    ['a box wider than the window', 'sticking', put('<div style="width:2000px;height:9px"></div>')],
    ['a bar that sticks out to the left', 'sticking', put('<p style="margin-left:-400px">over the edge</p>')],
    ['two names on one place of a map', 'touching', repeat('.map text.label')],
    ['a name cut off by the edge of its map', 'sticking', change('.map text.label', 'setAttribute("x", -8)')],
    ['a number pushed onto the next', 'touching', change('.top li', 'style.marginBottom = "-12px"')],
    ['lines too close to one another', 'touching', change('.lead', 'style.lineHeight = ".8"')],
    ['a dot on a number', 'touching', change('.a-many .span', 'style.marginBottom = "-14px"')],
    ['faint words on paper', 'hard', change('.lead', 'style.color = "#999"')],
    ['a faint line in a chart', 'hard', change('svg .line', 'style.stroke = "#ccc"')],
    ['a picture without a summary', 'unsaid', change('svg[role=img]', 'removeAttribute("aria-labelledby")')],
    ['a picture without a role', 'unsaid', change('.map svg', 'removeAttribute("role")')],
    ['a picture without its numbers', 'unsaid', change('#spread .tiles > div details', 'remove()')],
  ];

  it.each(FAULTS)('is found to have %s', async (_, list, fault) => {
    const { page, show, widen } = withScript;
    await show(yangon);
    await widen(1280);
    expect(await lookAt(page)).toMatchObject(NO_FAULT);
    await page.evaluate(fault);
    const found = await lookAt(page);
    expect(found[list].length).toBeGreaterThan(0);
    expect({ ...found, [list]: [] }).toMatchObject(NO_FAULT);
  });

  it.each([
    ['an address asked for by a picture', '<img src="http://elsewhere.invalid/x.png" alt="">', 'asked'],
    [
      'an address asked for by the style',
      '<style>body{background:url(//elsewhere.invalid/x)}</style>',
      'asked',
    ],
    ['a script with a fault', '<script>nothing.there()</script>', 'faults'],
  ] as const)('is found to have %s', async (_, fault, list) => {
    const lawless = await openWindow(browser, { script: true, isLawless: true });
    await lawless.show(yangon.replace('</body>', `${fault}</body>`));
    await lawless.page.waitForLoadState('networkidle');
    expect(lawless[list]().length).toBeGreaterThan(0);
    await lawless.page.context().close();
    await withScript.show(yangon.replace('</body>', `${fault}</body>`));
    await withScript.page.waitForLoadState('networkidle');
    expect(withScript.asked()).toEqual([]);
    expect(withScript.faults().join()).toMatch(/Content Security Policy/);
  });
});

describe('without a browser', () => {
  it('--pdf says in one line what it needs', async () => {
    await expect(printPdfs(['<p>'], { PATH: '/nowhere' })).rejects.toThrow(
      /--pdf needs Chromium, Chrome or Edge/,
    );
    await expect(printPdfs(['<p>'], { CHROMIUM: '/nowhere/chromium' })).rejects.toThrow(/CHROMIUM names/);
  });
});

it('waits longer for a page of a thousand sheets than for a report', () => {
  expect(patienceFor('<p>')).toBe(180_000);
  expect(patienceFor('x'.repeat(4_500_000))).toBe(540_000);
});

/** Script that adds something to the end of the page. */
function put(html: string): string {
  return `document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(html)})`;
}

/** Script that does something to the first element of a kind. */
function change(which: string, doing: string): string {
  return `document.querySelector(${JSON.stringify(which)}).${doing}`;
}

/** Script that puts a copy of an element where it is. */
function repeat(which: string): string {
  return `(() => { const one = document.querySelector(${JSON.stringify(which)}); one.parentElement.append(one.cloneNode(true)); })()`;
}
