import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, printPdfs } from '../../src/io/print-pdf.js';
import { ESTIMATES } from '../../src/model/tables/estimates.js';
import { estimate } from '../../src/estimate/estimate.js';
import { microplan } from '../../src/plan/plan.js';
import { readRules } from '../../src/plan/read-rules.js';
import { planSheets } from '../../src/plan/sheets/sheets.js';
import { readTable } from '../../src/study/read-table.js';
import { FIXTURES, readFixture } from '../support/read-fixture.js';
import { pageOf, releasedViewOf, viewOf } from '../support/report.js';
import { studyOf } from '../support/study.js';

const program = await findChromium(process.env);
if (program === undefined) {
  process.stderr.write(
    '\nNO CHROMIUM WAS FOUND: THE PAGES ARE NOT LOOKED AT IN A BROWSER AND THESE TESTS ARE SKIPPED.\nInstall chromium, or set CHROMIUM to Chrome, Chromium or Edge.\n\n',
  );
}

const WIDTHS = [360, 820, 1280] as const;
const HOME = 'http://report.invalid/';
const GOLDENS = join(import.meta.dirname, 'goldens');

const read = async (name: string) => (await readFixture(name)).study;

/** The pages that are looked at, by name; made once. */
async function makePages(): Promise<Map<string, string>> {
  const bytes = readFileSync(join(FIXTURES, 'sizing', 'estimates.csv'));
  const { rows: others } = readTable(ESTIMATES, { bytes, file: 'estimates.csv' });
  const kosovo = await read('kosovo');
  const yangon = await read('yangon');
  const turned = {
    ...kosovo,
    boundaries: kosovo.boundaries.map((boundary) => ({
      ...boundary,
      polygons: boundary.polygons.map((rings) => rings.map((ring) => [...ring].reverse())),
    })),
  };
  return new Map([
    ['tiny', pageOf(viewOf(await read('tiny'), { others, isEvery: true }))],
    ['yangon', pageOf(viewOf(yangon, { isEvery: true }))],
    ['kosovo', pageOf(viewOf(kosovo, { isPlanned: false }))],
    ['turned', pageOf(viewOf(turned, { isPlanned: false }))],
    ['public', pageOf(releasedViewOf(kosovo, 'public'))],
    ['kenya', pageOf(viewOf(await read('kenya-2012'), { isPlanned: false }))],
    ['nigeria', pageOf(viewOf(await read('nigeria-2012'), { isPlanned: false }))],
    ['cameroon', pageOf(viewOf(await read('cameroon-2015'), { isPlanned: false }))],
    ['scripts', pageOf(viewOf((await studyOf(SCRIPTS, { title: 'Four scripts' })).study))],
    ['sheets', planSheets(microplan(yangon, estimate(yangon).estimates, readRules(yangon.settings.plan)))],
  ]);
}

/** Names in Latin with marks, Cyrillic, Burmese and Arabic letters, long and short. */
const NAMES = ['Fushë Kosova', 'Косово Поље', 'မရမ်းကုန်း', 'القاهرة', 'Đakovica–Gjakovë i Vjetër', 'Ñ'];
const SCRIPTS = {
  spots: [
    'spot_id,population,municipality,typology,lat,lon,min,max,weekday,weekend,hours',
    ...NAMES.map(
      (name, at) =>
        `S${at},FSW,${name},${name},42.${at + 1},21.${(at * 3) % 7},${4 + at},${12 + 2 * at},8,11,21:00-02:00`,
    ),
  ].join('\n'),
};

/** What is measured inside a page, as JavaScript. */
const CHECKS = readFileSync(join(import.meta.dirname, '..', 'support', 'page-checks.js'), 'utf8');

/** What was found in a page: things that stick out, texts that touch or are hard to read, and the sections seen. */
interface Found {
  readonly sticking: readonly string[];
  readonly touching: readonly string[];
  readonly hard: readonly string[];
  readonly sections: readonly string[];
}

const lookAt = async (page: Page): Promise<Found> => await page.evaluate(`${CHECKS}\nglobalThis.measured`);

const NOTHING = { sticking: [], touching: [], hard: [] };

const ALL = ['tiny', 'yangon', 'kosovo', 'public', 'kenya', 'nigeria', 'cameroon', 'scripts'];

describe.runIf(program !== undefined)('the page in a browser', () => {
  let browser: Browser;
  let pages: ReadonlyMap<string, string>;

  beforeAll(async () => {
    pages = await makePages();
    browser = await chromium.launch({ executablePath: program ?? '' });
  });

  afterAll(async () => {
    await browser.close();
  });

  /** Opens a page in a context of its own; `asked` collects every address it asks for besides itself. */
  async function open(
    name: string,
    look: { readonly scheme?: 'light' | 'dark'; readonly script?: boolean; readonly width?: number } = {},
  ): Promise<{ page: Page; context: BrowserContext; asked: string[]; faults: string[] }> {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1280, height: 900 },
      colorScheme: look.scheme ?? 'light',
      javaScriptEnabled: look.script ?? true,
    });
    const asked: string[] = [];
    const faults: string[] = [];
    await context.route('**/*', async (route) => {
      const address = route.request().url();
      if (address === HOME)
        await route.fulfill({ contentType: 'text/html; charset=utf-8', body: pages.get(name) ?? '' });
      else {
        asked.push(address);
        await route.abort();
      }
    });
    const page = await context.newPage();
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(HOME);
    return { page, context, asked, faults };
  }

  describe.each(ALL)('%s', (name) => {
    it.each([
      { scheme: 'light', script: true },
      { scheme: 'dark', script: false },
    ] as const)('fits three widths and can be read, %j', async (look) => {
      const { page, context, asked, faults } = await open(name, look);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await lookAt(page), `${width}`).toMatchObject(NOTHING);
      }
      const { sections } = await lookAt(page);
      expect(sections).toEqual(expect.arrayContaining(['answers', 'where', 'how-many', 'methods', 'run']));
      expect(
        await page
          .locator('.tools')
          .first()
          .isVisible()
          .catch(() => false),
      ).toBe(false);
      expect(asked).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    });
  });

  it.each(['yangon', 'kosovo', 'public'])(
    '%s prints on A4, every page with something on it',
    async (name) => {
      const { page, context, asked } = await open(name, { script: false, scheme: 'dark' });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sheets = pdf.match(/\/MediaBox \[0 0 [\d.]+ [\d.]+\]/g) ?? [];
      expect(sheets.length).toBeGreaterThan(2);
      expect(sheets.length).toBeLessThan(16);
      for (const sheet of sheets) expect(sheet).toMatch(/\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 702, height: 1000 });
      expect(await lookAt(page)).toMatchObject(NOTHING);
      expect(asked).toEqual([]);
      await context.close();
    },
  );

  it('draws the same map from rings that run the other way', async () => {
    const [one, other] = await Promise.all(
      ['kosovo', 'turned'].map(async (name) => {
        const { page, context } = await open(name, { script: false });
        const picture = PNG.sync.read(await page.locator('.map').first().screenshot());
        await context.close();
        return picture;
      }),
    );
    if (one === undefined || other === undefined) throw new Error('no picture');
    expect(shareOfInk(one)).toBeGreaterThan(0.3);
    expect(shareOfInk(one)).toBeLessThan(0.85);
    expect(difference(one, other)).toBeLessThan(0.002);
  });

  it('sorts, filters, enlarges and says what a mark is, with its own script only', async () => {
    const { page, context, faults } = await open('kosovo');
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
    expect(faults).toEqual([]);
    await page.evaluate(
      `(() => { const strange = document.createElement('script'); strange.textContent = 'document.documentElement.dataset.strange = "ran"'; document.body.append(strange); })()`,
    );
    expect(await page.locator('html[data-strange]').count()).toBe(0);
    await context.close();
  });

  it('answers the five questions on the first screen of a desk computer', async () => {
    const { page, context } = await open('yangon', { script: false });
    const row = await page.locator('.table-answers tbody tr').nth(2).boundingBox();
    const foot = (row?.y ?? 0) + (row?.height ?? 0);
    expect(foot).toBeLessThan(900);
    expect(await page.locator('.table-answers thead th').allTextContents()).toEqual([
      'How many?',
      'Where most?',
      'When busiest?',
      'How sure?',
      'Who is not covered?',
    ]);
    await context.close();
  });

  it.each([
    { golden: 'kosovo-light', name: 'kosovo', scheme: 'light', width: 1280 },
    { golden: 'kosovo-dark', name: 'kosovo', scheme: 'dark', width: 1280 },
    { golden: 'yangon-phone', name: 'yangon', scheme: 'light', width: 360 },
    { golden: 'tiny-tablet', name: 'tiny', scheme: 'light', width: 820 },
    { golden: 'sheets', name: 'sheets', scheme: 'light', width: 900 },
  ] as const)('looks like its picture: $golden', async ({ golden, name, scheme, width }) => {
    const { page, context } = await open(name, { script: false, scheme, width });
    const height =
      2 *
      Math.min(1300, Math.floor((await page.evaluate<number>('document.documentElement.scrollHeight')) / 2));
    await page.setViewportSize({ width, height });
    const small = reduced(PNG.sync.read(await page.screenshot()), width > 500 ? 4 : 2);
    await context.close();
    const kept = keptPicture(golden, small);
    expect(Math.abs(small.height - kept.height) / kept.height).toBeLessThan(0.1);
    expect(difference(small, kept)).toBeLessThan(0.15);
  });

  it.each([
    { golden: 'map-light', name: 'kosovo', scheme: 'light', picture: 'map1' },
    { golden: 'map-dark', name: 'kosovo', scheme: 'dark', picture: 'map1' },
    { golden: 'map-public', name: 'public', scheme: 'light', picture: 'map1' },
    { golden: 'plan-light', name: 'yangon', scheme: 'light', picture: 'plan1' },
    { golden: 'week-light', name: 'kosovo', scheme: 'light', picture: 'heat2' },
    { golden: 'clock-dark', name: 'kosovo', scheme: 'dark', picture: 'clock2' },
    { golden: 'lorenz-light', name: 'kosovo', scheme: 'light', picture: 'lorenz0' },
  ] as const)('draws its picture: $golden', async ({ golden, name, scheme, picture }) => {
    const { page, context } = await open(name, { script: false, scheme });
    const shot = await page.locator(`svg[aria-labelledby^="${picture}-t"]`).screenshot();
    await context.close();
    const small = reduced(PNG.sync.read(shot), 2);
    const kept = keptPicture(golden, small);
    expect([small.width, small.height]).toEqual([kept.width, kept.height]);
    expect(difference(small, kept)).toBeLessThan(0.015);
  });

  it('would notice a picture or a page that looks otherwise', () => {
    const [light, dark, shared, day, night] = [
      'map-light',
      'map-dark',
      'map-public',
      'kosovo-light',
      'kosovo-dark',
    ].map((name) => PNG.sync.read(readFileSync(join(GOLDENS, `${name}.png`))));
    if (!light || !dark || !shared || !day || !night) throw new Error('no goldens');
    expect(difference(light, dark)).toBeGreaterThan(0.5);
    expect(difference(light, shared)).toBeGreaterThan(0.02);
    expect(difference(day, night)).toBeGreaterThan(0.5);
  });

  it('is printed to PDF by the program, the same bytes twice', async () => {
    const page = pages.get('tiny') ?? '';
    const [[one], [two]] = [await printPdfs([page], process.env), await printPdfs([page], process.env)];
    expect(
      Buffer.from(one ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(Buffer.compare(Buffer.from(one ?? []), Buffer.from(two ?? []))).toBe(0);
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

/** The picture kept under that name; UPDATE_GOLDENS=1 keeps the new one instead. */
function keptPicture(name: string, fresh: PNG): PNG {
  const file = join(GOLDENS, `${name}.png`);
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, PNG.sync.write(fresh));
  return PNG.sync.read(readFileSync(file));
}

/** The picture made smaller by a whole factor, each new pixel the mean of what it replaces: small shifts of type vanish. */
function reduced(picture: PNG, factor: number): PNG {
  const small = new PNG({
    width: Math.floor(picture.width / factor),
    height: Math.floor(picture.height / factor),
  });
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      for (let part = 0; part < 4; part += 1) {
        let sum = 0;
        for (let down = 0; down < factor; down += 1) {
          for (let across = 0; across < factor; across += 1)
            sum += picture.data[4 * ((y * factor + down) * picture.width + x * factor + across) + part] ?? 0;
        }
        small.data[4 * (y * small.width + x) + part] = Math.round(sum / factor ** 2);
      }
    }
  }
  return small;
}

/** Share of the pixels the two have in common that an eye would call different. */
function difference(one: PNG, other: PNG): number {
  const width = Math.min(one.width, other.width);
  const height = Math.min(one.height, other.height);
  const cut = (picture: PNG) => {
    const part = new PNG({ width, height });
    PNG.bitblt(picture, part, 0, 0, width, height, 0, 0);
    return part.data;
  };
  return pixelmatch(cut(one), cut(other), undefined, width, height, { threshold: 0.2 }) / (width * height);
}

/** Share of a picture that differs from its corner, which is paper. */
function shareOfInk({ data, width, height }: PNG): number {
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) {
    const distance = [0, 1, 2].reduce(
      (sum, part) => sum + Math.abs((data[at + part] ?? 0) - (data[part] ?? 0)),
      0,
    );
    if (distance > 24) ink += 1;
  }
  return ink / (width * height);
}
