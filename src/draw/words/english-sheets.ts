import { ENGLISH } from './english.js';

/** Every word a printed sheet says, in English; none of them may name a population. Another language is another object of this shape. */
export const ENGLISH_SHEETS = {
  tag: ENGLISH.tag,
  days: ENGLISH.days,
  title: 'Sheets',
  none: 'No visits are planned.',
  week: (week: number) => `Week ${week}`,
  dates: (from: string, to: string) => `${from} to ${to}`,
  until: (time: string) => `to ${time}`,
  day: 'day',
  time: 'time',
  where: 'where',
  bring: 'bring',
  met: 'met',
  call: 'call',
  safePoint: 'safe point',
  icons: {
    people: 'people expected',
    pair: 'go with',
    talk: 'talks',
    condoms: 'condoms',
    lubricant: 'lubricant',
    needles: 'sterile packs',
    sharps_boxes: 'return box',
    test_kits: 'tests',
    arv_refills: 'refills',
    night: 'ends after midnight',
    safe: 'check in and out',
  },
};

/** The shape of the words of a sheet. */
export type SheetWords = typeof ENGLISH_SHEETS;
