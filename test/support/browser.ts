import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../src/io/print-pdf.js';

/** The Chromium of this computer; undefined where there is none, which is said loudly. */
export const program = await findChromium(process.env);
if (program === undefined) {
  process.stderr.write(
    '\nNO CHROMIUM WAS FOUND: THE PAGES ARE NOT LOOKED AT IN A BROWSER AND THESE TESTS ARE SKIPPED.\nInstall chromium, or set CHROMIUM to Chrome, Chromium or Edge.\n\n',
  );
}

export const openBrowser = async (): Promise<Browser> =>
  await chromium.launch({ executablePath: program ?? '' });

/** A phone, a tablet and a desk computer, in CSS pixels. */
export const WIDTHS = [360, 800, 1280] as const;
export const SCHEMES = ['light', 'dark'] as const;
/** Width between the margins of an A4 page, in CSS pixels. */
export const PAPER_WIDTH = 702;

const HOME = 'http://page.invalid/';
const HEIGHT = 900;

/** One window of a browser, used for one page after the other. */
export interface Window {
  readonly page: Page;
  /** Shows a page in it; what was asked and said before is forgotten. */
  readonly show: (html: string) => Promise<void>;
  /** Makes it so wide, and so high where that is said. */
  readonly widen: (width: number, height?: number) => Promise<void>;
  /** Every address the page asked for besides itself. */
  readonly asked: () => readonly string[];
  /** Every word on its console and every error of its script. */
  readonly faults: () => readonly string[];
}

export async function openWindow(
  browser: Browser,
  { script, isLawless = false }: { readonly script: boolean; readonly isLawless?: boolean },
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: HEIGHT },
    javaScriptEnabled: script,
    bypassCSP: isLawless,
  });
  let shown = '';
  let asked: string[] = [];
  let faults: string[] = [];
  await context.route('**/*', async (route) => {
    const address = route.request().url();
    if (address === HOME) await route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown });
    else {
      asked.push(address);
      await route.abort();
    }
  });
  const page = await context.newPage();
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  return {
    page,
    show: async (html) => {
      shown = html;
      asked = [];
      faults = [];
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
      await page.goto(HOME);
    },
    widen: async (width, height = HEIGHT) => {
      await page.setViewportSize({ width, height });
    },
    asked: () => asked,
    faults: () => faults,
  };
}

/** What is measured inside a page, as JavaScript. */
const CHECKS = readFileSync(join(import.meta.dirname, 'page-checks.js'), 'utf8');

/**
 * What was found in a page: things that stick out, texts that touch, texts and marks that are hard to see, pictures
 * that say nothing to who does not see them, and the sections seen.
 */
export interface Found {
  readonly sticking: readonly string[];
  readonly touching: readonly string[];
  readonly hard: readonly string[];
  readonly unsaid: readonly string[];
  readonly sections: readonly string[];
}

export const lookAt = async (page: Page): Promise<Found> =>
  await page.evaluate(`(() => {${CHECKS}})(); globalThis.measured`);

/** What a sound page is found to have of faults. */
export const NO_FAULT = { sticking: [], touching: [], hard: [], unsaid: [] };

/** Folded parts opened, or folded again. */
export async function unfold(page: Page, isOpen: boolean): Promise<void> {
  await page.evaluate(
    `for (const part of document.querySelectorAll('details')) part.toggleAttribute('open', ${isOpen})`,
  );
}

/** The sizes of the sheets of a PDF, in points. */
export function sheetsOf(pdf: Buffer): { readonly width: number; readonly height: number }[] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(([, width, height]) => ({ width: Number(width), height: Number(height) }));
}

/** A4 in points, to the nearest one. */
export const A4 = { width: 595, height: 842 };
