import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { TYPE } from '../../src/draw/palette.js';

const SAMPLES = ['Fushë Kosova 6,814', 'Косово Поље', 'မရမ်းကုန်း ၁၂၃', 'القاهرة'];
const FONTS = [
  `16px ${TYPE.text}`,
  `600 28px ${TYPE.title}`,
  '13px ui-monospace, Menlo, Consolas, monospace',
];

/** Draws a text and gives its pixels. */
const PIXELS = `(text, font) => {
  const canvas = document.createElement('canvas');
  canvas.width = 320; canvas.height = 64;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.font = font;
  pen.fillText(text, 4, 44);
  return pen.getImageData(0, 0, 320, 64).data.join();
}`;

/**
 * What letters look like in this browser, as a short value: the same where the same fonts are drawn in the same way. Two
 * pictures of one page can be compared closely only where it is the same.
 */
export async function lettersOf(page: Page): Promise<string> {
  return await page.evaluate(`(() => {
    const pixels = ${PIXELS};
    let hash = 0x811c9dc5;
    for (const font of ${JSON.stringify(FONTS)}) for (const text of ${JSON.stringify(SAMPLES)})
      for (const sign of pixels(text, font)) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
    return hash.toString(16);
  })()`);
}

/** Letters of a text that this browser has no font for and draws as the same box as a code nobody has given a letter. */
export async function lettersMissing(page: Page, text: string): Promise<string[]> {
  const letters = [...new Set(text.replaceAll(/[\p{M}\p{Z}\p{P}]/gu, ''))];
  return await page.evaluate(`(() => {
    const pixels = ${PIXELS};
    const box = pixels('\\u0378', ${JSON.stringify(FONTS[0])});
    return ${JSON.stringify(letters)}.filter((letter) => pixels(letter, ${JSON.stringify(FONTS[0])}) === box);
  })()`);
}

/** True where the computer says that it has no font for a language; where it cannot say, it is taken to have one. */
export function hasNoFontFor(language: string): boolean {
  const asked = spawnSync('fc-list', [`:lang=${language}`, 'family'], { encoding: 'utf8' });
  return asked.error === undefined && asked.status === 0 && asked.stdout.trim() === '';
}
