import { formatTime } from '../../../model/week.js';
import { ALBANIAN } from '../albanian.js';
import { dateParts, dateSpan, type WriteDate } from '../date-style.js';
import type { SheetWords } from './english.js';

// Machine draft, needs native review.

const MONTHS = 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'.split(' ');
const SHORT = 'jan shk mar pri maj qer korr gush sht tet nën dhj'.split(' ');

const date: WriteDate = ({ day, month, year }, hasYear) =>
  `${day} ${MONTHS[month] ?? ''}${hasYear ? ` ${year}` : ''}`;

/** The words of a printed sheet in Albanian. */
export const ALBANIAN_SHEETS: SheetWords = {
  tag: ALBANIAN.tag,
  draft: ALBANIAN.page.draft,
  days: ALBANIAN.days,
  number: (value) => ALBANIAN.number(value),
  time: (minutes) => formatTime(minutes),
  day: (iso) => {
    const { day, month } = dateParts(iso);
    return `${day} ${SHORT[month] ?? ''}`;
  },
  dates: (from, to) => dateSpan(from, to, date).join(' deri më '),
  title: 'Fletë pune',
  none: 'Nuk është planifikuar asnjë vizitë.',
  week: (week) => `Java ${week}`,
  until: (time) => `deri ${time}`,
  heads: { day: 'dita', time: 'ora', where: 'vendi', bring: 'merr me vete', met: 'u takuan' },
  call: 'telefono',
  safePoint: 'vend i sigurt',
  icons: {
    people: 'persona të pritur',
    pair: 'shko me',
    talk: 'biseda',
    condoms: 'prezervativë',
    lubricant: 'lubrifikant',
    needles: 'pako sterile',
    sharps_boxes: 'kuti kthimi',
    test_kits: 'teste',
    arv_refills: 'rimbushje',
    night: 'mbaron pas mesnate',
    safe: 'lajmëro nisjen dhe kthimin',
  },
};
