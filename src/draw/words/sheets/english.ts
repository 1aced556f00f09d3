import { formatTime } from '../../../model/week.js';
import { dateParts, dateSpan, type WriteDate } from '../date-style.js';
import { ENGLISH } from '../english.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const date: WriteDate = ({ day, month, year }, hasYear) =>
  `${day} ${MONTHS[month] ?? ''}${hasYear ? ` ${year}` : ''}`;

/** Every word a printed sheet says, in English; none of them may name a population. Another language is another object of this shape. */
export const ENGLISH_SHEETS = {
  tag: ENGLISH.tag,
  /** Said on every sheet whose words no native speaker has read; empty where one has. */
  draft: ENGLISH.page.draft,
  days: ENGLISH.days,
  number: (value: number) => ENGLISH.number(value),
  /** Minutes after midnight as a time of day. */
  time: (minutes: number) => formatTime(minutes),
  /** An ISO date, short, without its year. */
  day: (iso: string) => {
    const { day, month } = dateParts(iso);
    return `${day} ${(MONTHS[month] ?? '').slice(0, 3)}`;
  },
  dates: (from: string, to: string) => dateSpan(from, to, date).join(' to '),
  title: 'Sheets',
  none: 'No visits are planned.',
  week: (week: number) => `Week ${week}`,
  until: (time: string) => `to ${time}`,
  heads: { day: 'day', time: 'time', where: 'where', bring: 'bring', met: 'met' },
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
