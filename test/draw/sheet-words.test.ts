import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../src/draw/words/catalogues.js';
import { SHEET_CATALOGUES } from '../../src/draw/words/sheets/catalogues.js';
import { ENGLISH_SHEETS, type SheetWords } from '../../src/draw/words/sheets/english.js';

/** Every text a sheet can say, by where it stands. */
function said(words: SheetWords): [string, string][] {
  const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-09`);
  return [
    ['title', words.title],
    ['none', words.none],
    ['week', words.week(3)],
    ['until', words.until(words.time(75))],
    ['call', words.call],
    ['safePoint', words.safePoint],
    ['number', words.number(12)],
    ...Object.entries(words.heads),
    ...Object.entries(words.icons),
    ...Object.entries(words.days),
    ...months.map((iso): [string, string] => [`day ${iso}`, words.day(iso)]),
    ...months.map((iso): [string, string] => [`dates ${iso}`, words.dates(iso, '2027-01-02')]),
  ];
}

describe.each(Object.entries(SHEET_CATALOGUES))('the words of a sheet in %s', (tag, words) => {
  it('are those of a page language, marked as that language marks its drafts', () => {
    expect(Object.keys(SHEET_CATALOGUES)).toEqual(Object.keys(CATALOGUES));
    expect([words.tag, words.draft]).toEqual([tag, CATALOGUES[tag]?.page.draft]);
    expect(words.draft === '').toBe(tag === 'en');
  });

  it('say something of every thing, and twelve months apart', () => {
    const texts = said(words);
    expect(texts.filter(([, text]) => text === '' || /undefined|NaN/.test(text))).toEqual([]);
    expect(new Set(texts.filter(([of]) => of.startsWith('day ')).map(([, text]) => text)).size).toBe(12);
  });

  it('name no population and no illness, in any language', () => {
    const telling =
      /sex|men\b|wom|trans|drug|inject|needle|syringe|HIV|AIDS|homme|femme|drogue|seringue|VIH|SIDA|burra|gra\b|drog|shiring|muškar|žen|droge|špric|муж|жен|наркот|дрог|шпр|игл|ВИЧ|СПИД|ХИВ|အမျိုးသား|အမျိုးသမီး|ဆေးစွဲ|အပ်|အိတ်ခ်/iu;
    const texts = said(words).filter(([, text]) => telling.test(text));
    // "To hand back" in Burmese shares its letters with the word for a needle.
    expect(texts.map(([of]) => of)).toEqual(tag === 'my' ? ['sharps_boxes'] : []);
  });

  it('are not left in English', () => {
    if (tag === 'en') return;
    const english = new Map(said(ENGLISH_SHEETS));
    const alike = said(words).filter(
      ([of, text]) => text === english.get(of) && /\p{L}{6,}/u.test(text) && of !== 'lubricant',
    );
    expect(alike).toEqual([]);
  });
});

it.each(['sr-Cyrl', 'ru', 'my'])('the words of a sheet in %s have no Latin letter', (tag) => {
  const words = SHEET_CATALOGUES[tag] ?? ENGLISH_SHEETS;
  expect(said(words).filter(([, text]) => /\p{Script=Latin}/u.test(text))).toEqual([]);
});

it('Burmese sheets have no digit of ASCII', () => {
  const words = SHEET_CATALOGUES['my'] ?? ENGLISH_SHEETS;
  expect(said(words).filter(([, text]) => /\d/.test(text))).toEqual([]);
});

describe('dates of a sheet', () => {
  it.each([
    ['en', '30 Mar', '30 March to 5 April 2026', '28 December 2026 to 3 January 2027'],
    ['fr', '30 mars', 'du 30 mars au 5 avril 2026', 'du 28 décembre 2026 au 3 janvier 2027'],
    ['sq', '30 mar', '30 mars deri më 5 prill 2026', '28 dhjetor 2026 deri më 3 janar 2027'],
    ['sr-Latn', '30. 3.', 'od 30. marta do 5. aprila 2026.', 'od 28. decembra 2026. do 3. januara 2027.'],
    ['sr-Cyrl', '30. 3.', 'од 30. марта до 5. априла 2026.', 'од 28. децембра 2026. до 3. јануара 2027.'],
    ['ru', '30 мар.', 'с 30 марта по 5 апреля 2026 г.', 'с 28 декабря 2026 г. по 3 января 2027 г.'],
    ['my', 'မတ် ၃၀', '၂၀၂၆ ခုနှစ် မတ်လ ၃၀ ရက်မှ ဧပြီလ ၅ ရက်အထိ', '၂၀၂၆ ခုနှစ် ဒီဇင်ဘာလ ၂၈ ရက်မှ ၂၀၂၇ ခုနှစ် ဇန်နဝါရီလ ၃ ရက်အထိ'],
  ])('are written as %s writes them, the year once where it is the same', (tag, day, same, other) => {
    const words = SHEET_CATALOGUES[tag] ?? ENGLISH_SHEETS;
    expect(words.day('2026-03-30')).toBe(day);
    expect(words.dates('2026-03-30', '2026-04-05')).toBe(same);
    expect(words.dates('2026-12-28', '2027-01-03')).toBe(other);
  });

  it('have the first of a month and the second as their languages say them', () => {
    expect(SHEET_CATALOGUES['fr']?.day('2026-04-01')).toBe('1er avr.');
    expect(SHEET_CATALOGUES['ru']?.dates('2026-11-02', '2026-11-08')).toBe('со 2 ноября по 8 ноября 2026 г.');
  });
});
