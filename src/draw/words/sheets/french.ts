import { formatTime } from '../../../model/week.js';
import { dateParts, dateSpan, type WriteDate } from '../date-style.js';
import { FRENCH } from '../french.js';
import type { SheetWords } from './english.js';

// Machine draft, needs native review.

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const SHORT = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');

const ordinal = (day: number) => (day === 1 ? '1er' : String(day));

const date: WriteDate = ({ day, month, year }, hasYear) =>
  `${ordinal(day)} ${MONTHS[month] ?? ''}${hasYear ? ` ${year}` : ''}`;

/** The words of a printed sheet in French. */
export const FRENCH_SHEETS: SheetWords = {
  tag: FRENCH.tag,
  draft: FRENCH.page.draft,
  days: FRENCH.days,
  number: (value) => FRENCH.number(value),
  time: (minutes) => formatTime(minutes),
  day: (iso) => {
    const { day, month } = dateParts(iso);
    return `${ordinal(day)} ${SHORT[month] ?? ''}`;
  },
  dates: (from, to) => `du ${dateSpan(from, to, date).join(' au ')}`,
  title: 'Feuilles de route',
  none: 'Aucune visite n’est prévue.',
  week: (week) => `Semaine ${week}`,
  until: (time) => `à ${time}`,
  heads: { day: 'jour', time: 'heure', where: 'lieu', bring: 'à apporter', met: 'vus' },
  call: 'appeler',
  safePoint: 'lieu sûr',
  icons: {
    people: 'personnes attendues',
    pair: 'y aller avec',
    talk: 'entretiens',
    condoms: 'préservatifs',
    lubricant: 'lubrifiant',
    needles: 'lots stériles',
    sharps_boxes: 'boîte de retour',
    test_kits: 'tests',
    arv_refills: 'recharges',
    night: 'finit après minuit',
    safe: 'appeler au départ et au retour',
  },
};
