import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../../src/draw/words/catalogues.js';
import { ENGLISH } from '../../../src/draw/words/english.js';
import { SHEET_CATALOGUES } from '../../../src/draw/words/sheets/catalogues.js';
import { estimate } from '../../../src/estimate/estimate.js';
import { microplan } from '../../../src/plan/plan.js';
import { readRules } from '../../../src/plan/read-rules.js';
import { planSheets } from '../../../src/plan/sheets/sheets.js';
import { reportPage } from '../../../src/report/report.js';
import { openBrowser, openWindow, program, type Window } from '../../support/browser.js';
import { hasNoFontFor, lettersMissing, lettersOf } from '../../support/letters.js';
import { difference, reduced, shareOfInk } from '../../support/pictures.js';
import { readFixture } from '../../support/read-fixture.js';
import { pageOf, releasedViewOf, sha256, viewOf } from '../../support/report.js';
import { studyOf } from '../../support/study.js';

const GOLDENS = join(import.meta.dirname, 'goldens');
/** What the letters of the goldens look like. */
const LETTERS_FILE = join(GOLDENS, 'letters.txt');
const isKeeping = process.env['UPDATE_GOLDENS'] === '1';

/** How different a pixel may be before it counts, 0 to 1, and the share of pixels that may count. */
const SHARP = { threshold: 0.04, share: 0.0005 };
/** For pages whose letters are not those of the goldens: only a lost section, a broken layout or a wrong colour counts. */
const BLUNT = { threshold: 0.2, share: 0.15, height: 0.1 };

/** Pages are compared down to here, in CSS pixels: the answers and the first map on every width. */
const DEPTH = 3000;

/** The scripts names come in. */
const NAMES = [
  { language: 'sq', name: 'Fushë Kosova' },
  { language: 'sr', name: 'Косово Поље' },
  { language: 'my', name: 'မရမ်းကုန်း' },
  { language: 'ar', name: 'القاهرة' },
  { language: 'sq', name: 'Đakovica–Gjakovë i Vjetër' },
  { language: 'fr', name: 'Ñ' },
] as const;
const NAMED_SPOTS = [
  'spot_id,population,municipality,typology,lat,lon,min,max,weekday,weekend,hours',
  ...NAMES.map(
    ({ name }, at) =>
      `S${at},FSW,${name},${name},42.${at + 1},21.${(at * 3 + 4) % 7},${4 + at},${12 + 2 * at},8,11,21:00-02:00`,
  ),
  'S9,FSW,South,bar,41.9,21.3,4,12,8,11,21:00-02:00',
].join('\n');

type PageName =
  'kosovo' | 'turned' | 'public' | 'yangon' | 'tiny' | 'names' | `kosovo ${string}` | `sheets ${string}`;

/** The pages that are looked at, by name. */
async function makePages(): Promise<ReadonlyMap<PageName, string>> {
  const kosovo = (await readFixture('kosovo')).study;
  const yangon = (await readFixture('yangon')).study;
  const tiny = (await readFixture('tiny')).study;
  const turned = {
    ...kosovo,
    boundaries: kosovo.boundaries.map((boundary) => ({
      ...boundary,
      polygons: boundary.polygons.map((rings) => rings.map((ring) => [...ring].reverse())),
    })),
  };
  const view = viewOf(kosovo);
  const plan = microplan(yangon, estimate(yangon).estimates, readRules(yangon.settings.plan));
  const named = (await studyOf({ spots: NAMED_SPOTS }, { title: 'Four scripts' })).study;
  return new Map<PageName, string>([
    ...Object.entries(CATALOGUES).map(
      ([tag, words]) => [`kosovo ${tag}`, reportPage(view, words, sha256)] as const,
    ),
    ['kosovo', reportPage(view, ENGLISH, sha256)],
    ['turned', pageOf(viewOf(turned, { isPlanned: false }))],
    ['public', pageOf(releasedViewOf(kosovo, 'public'))],
    ['yangon', pageOf(viewOf(yangon, { isEvery: true }))],
    ['tiny', pageOf(viewOf(tiny))],
    ['names', pageOf(viewOf(named))],
    ...Object.entries(SHEET_CATALOGUES).map(
      ([tag, words]) => [`sheets ${tag}`, planSheets(plan, words)] as const,
    ),
  ]);
}

interface Look {
  readonly golden: string;
  readonly name: PageName;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

const LOOKS: readonly Look[] = [
  { golden: 'kosovo-phone-light', name: 'kosovo', scheme: 'light', width: 360 },
  { golden: 'kosovo-phone-dark', name: 'kosovo', scheme: 'dark', width: 360 },
  { golden: 'kosovo-tablet-light', name: 'kosovo', scheme: 'light', width: 800 },
  { golden: 'kosovo-tablet-dark', name: 'kosovo', scheme: 'dark', width: 800 },
  { golden: 'kosovo-desk-light', name: 'kosovo', scheme: 'light', width: 1280 },
  { golden: 'kosovo-desk-dark', name: 'kosovo', scheme: 'dark', width: 1280 },
  { golden: 'yangon-phone-dark', name: 'yangon', scheme: 'dark', width: 360 },
  { golden: 'yangon-desk-light', name: 'yangon', scheme: 'light', width: 1280 },
  { golden: 'tiny-tablet-light', name: 'tiny', scheme: 'light', width: 800 },
  { golden: 'public-desk-light', name: 'public', scheme: 'light', width: 1280 },
  { golden: 'names-tablet-light', name: 'names', scheme: 'light', width: 800 },
  { golden: 'burmese-phone-light', name: 'kosovo my', scheme: 'light', width: 360 },
  { golden: 'cyrillic-tablet-dark', name: 'kosovo sr-Cyrl', scheme: 'dark', width: 800 },
  { golden: 'sheets', name: 'sheets en', scheme: 'light', width: 900 },
  { golden: 'sheets-burmese', name: 'sheets my', scheme: 'light', width: 900 },
];

/** Single pictures, drawn without their letters so that no font changes them. */
const PICTURES = [
  { golden: 'map-light', name: 'kosovo', scheme: 'light', picture: 'map1' },
  { golden: 'map-dark', name: 'kosovo', scheme: 'dark', picture: 'map1' },
  { golden: 'map-public', name: 'public', scheme: 'light', picture: 'map1' },
  { golden: 'plan-light', name: 'yangon', scheme: 'light', picture: 'plan1' },
  { golden: 'plan-dark', name: 'kosovo', scheme: 'dark', picture: 'plan0' },
  { golden: 'week-light', name: 'kosovo', scheme: 'light', picture: 'heat2' },
  { golden: 'clock-dark', name: 'kosovo', scheme: 'dark', picture: 'clock2' },
  { golden: 'lorenz-light', name: 'kosovo', scheme: 'light', picture: 'lorenz0' },
] as const;

const NO_LETTERS = 'svg text { visibility: hidden }';

describe.runIf(program !== undefined)('in a browser', () => {
  let browser: Browser;
  let window: Window;
  let pages: ReadonlyMap<PageName, string>;
  let isSharp: boolean;

  beforeAll(async () => {
    pages = await makePages();
    browser = await openBrowser();
    window = await openWindow(browser, { script: false });
    const letters = await lettersOf(window.page);
    if (isKeeping) writeFileSync(LETTERS_FILE, `${letters}\n`);
    isSharp = readFileSync(LETTERS_FILE, 'utf8').trim() === letters;
    if (!isSharp) {
      process.stderr.write(
        '\nTHE FONTS OR THE BROWSER ARE NOT THOSE OF THE GOLDENS: WHOLE PAGES ARE COMPARED BLUNTLY, PICTURES WITHOUT LETTERS AS ELSEWHERE.\n\n',
      );
    }
  });

  afterAll(async () => {
    await browser.close();
  });

  /** Shows a page of that name, with more style where that is said. */
  async function show(name: PageName, style = ''): Promise<void> {
    const html = pages.get(name);
    if (html === undefined) throw new Error(`no page ${name}`);
    await window.show(html.replace('</head>', `<style>${style}</style></head>`));
  }

  /** The page down to a certain depth, made smaller. */
  async function pictureOfPage({ name, scheme, width }: Omit<Look, 'golden'>, style = ''): Promise<PNG> {
    const { page, widen } = window;
    await show(name, style);
    await page.emulateMedia({ colorScheme: scheme });
    await widen(width);
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    await widen(width, Math.min(DEPTH, height));
    return reduced(PNG.sync.read(await page.screenshot()), width > 500 ? 4 : 2);
  }

  /** One picture of a page without its letters, made smaller. */
  async function pictureAlone(
    { name, scheme, picture }: Omit<(typeof PICTURES)[number], 'golden'>,
    style = '',
  ): Promise<PNG> {
    const { page, widen } = window;
    await show(name, `${NO_LETTERS} ${style}`);
    await page.emulateMedia({ colorScheme: scheme });
    await widen(1280);
    const shot = await page.locator(`svg[aria-labelledby^="${picture}-t"]`).screenshot();
    return reduced(PNG.sync.read(shot), 2);
  }

  it.each(LOOKS)('looks like its golden: $golden', async (look) => {
    const fresh = await pictureOfPage(look);
    const kept = keptPicture(look.golden, fresh);
    if (isSharp) {
      expect([fresh.width, fresh.height]).toEqual([kept.width, kept.height]);
      expect(difference(fresh, kept, SHARP.threshold)).toBeLessThan(SHARP.share);
    } else {
      expect(Math.abs(fresh.height - kept.height) / kept.height).toBeLessThan(BLUNT.height);
      expect(difference(fresh, kept, BLUNT.threshold)).toBeLessThan(BLUNT.share);
    }
  });

  it.each(PICTURES)('draws its golden: $golden', async (look) => {
    const fresh = await pictureAlone(look);
    const kept = keptPicture(look.golden, fresh);
    expect([fresh.width, fresh.height]).toEqual([kept.width, kept.height]);
    expect(difference(fresh, kept, SHARP.threshold)).toBeLessThan(SHARP.share);
  });

  it('holds no golden that nothing is compared with', () => {
    for (const { golden } of [...LOOKS, ...PICTURES])
      expect(existsSync(join(GOLDENS, `${golden}.png`)), golden).toBe(true);
  });

  it.each([
    ['a name a little aside', '.map text.label { transform: translateX(7px) }'],
    ['a colour off by one class', '.q3 { fill: var(--ramp-4) }'],
    ['dots a little aside', '.bar b { margin-left: 0 }'],
    ['small type a little larger', '.small { font-size: 13.5px }'],
    ['the busiest day not marked', '.strip i.peak { background: var(--cool-soft) }'],
    ['the uncovered not drawn', '.bar i.miss { display: none }'],
  ])('would notice in a page: %s', async (_, fault) => {
    const look = { name: 'kosovo', scheme: 'light', width: 1280 } as const;
    const sound = await pictureOfPage(look);
    expect(difference(await pictureOfPage(look), sound, SHARP.threshold)).toBe(0);
    expect(difference(await pictureOfPage(look, fault), sound, SHARP.threshold)).toBeGreaterThan(SHARP.share);
  });

  it.each([
    ['map1', 'circles a little smaller', '.dot { transform: scale(.95); transform-box: fill-box }'],
    ['map1', 'no hatching where nobody went', '.hatch { fill: var(--empty) }'],
    ['heat2', 'one class of the week a little paler', '.q3 { fill-opacity: .85 }'],
    ['clock2', 'no night', '.night { fill: none }'],
    ['lorenz0', 'a thinner curve', '.line { stroke-width: 1.3 }'],
  ] as const)('would notice in %s: %s', async (picture, _, fault) => {
    const look = { name: 'kosovo', scheme: 'light', picture } as never;
    const sound = await pictureAlone(look);
    expect(difference(await pictureAlone(look, fault), sound, SHARP.threshold)).toBeGreaterThan(SHARP.share);
  });

  it('would notice a page by night for one by day, however blunt it looks', async () => {
    const [day, night] = ['kosovo-desk-light', 'kosovo-desk-dark'].map((name) =>
      PNG.sync.read(readFileSync(join(GOLDENS, `${name}.png`))),
    );
    if (!day || !night) throw new Error('no goldens');
    expect(difference(day, night, BLUNT.threshold)).toBeGreaterThan(0.5);
  });

  it('draws the same map from rings that run the other way', async () => {
    const look = { scheme: 'light', picture: 'map1' } as const;
    const one = await pictureAlone({ ...look, name: 'kosovo' });
    const other = await pictureAlone({ ...look, name: 'turned' as never });
    expect(shareOfInk(one)).toBeGreaterThan(0.3);
    expect(shareOfInk(one)).toBeLessThan(0.85);
    expect([one.width, one.height]).toEqual([other.width, other.height]);
    expect(difference(one, other, SHARP.threshold)).toBe(0);
  });

  it.each(NAMES)('writes $name in letters, not in boxes, on the map and in the tables', async (of) => {
    const { page } = window;
    await show('names');
    expect(await lettersMissing(page, 'a\u0379')).toEqual(['\u0379']);
    const seen = await page.evaluate<string>('document.body.innerText');
    expect(seen.split(of.name).length).toBeGreaterThan(2);
    expect(await page.locator('.map text', { hasText: of.name }).count()).toBeGreaterThan(0);
    const missing = await lettersMissing(page, of.name);
    if (missing.length > 0 && hasNoFontFor(of.language)) {
      process.stderr.write(
        `\nNO FONT FOR ${of.name}: ITS LETTERS ARE NOT LOOKED AT. Install fonts-noto-core.\n\n`,
      );
      return;
    }
    expect(missing).toEqual([]);
  });
});

/** The picture kept under that name; UPDATE_GOLDENS=1 keeps the new one instead. */
function keptPicture(name: string, fresh: PNG): PNG {
  const file = join(GOLDENS, `${name}.png`);
  if (isKeeping) writeFileSync(file, PNG.sync.write(fresh, { deflateLevel: 9, colorType: 2 }));
  return PNG.sync.read(readFileSync(file));
}
