import { formatTime } from '../../../model/week.js';
import { dateParts, dateSpan, type WriteDate } from '../date-style.js';
import { RUSSIAN } from '../russian.js';
import type { SheetWords } from './english.js';

// Machine draft, needs native review.

/** Of January, of February … */
const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const SHORT = 'янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.'.split(' ');

const date: WriteDate = ({ day, month, year }, hasYear) =>
  `${day} ${MONTHS[month] ?? ''}${hasYear ? ` ${year} г.` : ''}`;

/** Before "второе" the preposition is "со". */
const since = (day: number) => (day === 2 ? 'со' : 'с');

/** The words of a printed sheet in Russian. */
export const RUSSIAN_SHEETS: SheetWords = {
  tag: RUSSIAN.tag,
  draft: RUSSIAN.page.draft,
  days: RUSSIAN.days,
  number: (value) => RUSSIAN.number(value),
  time: (minutes) => formatTime(minutes),
  day: (iso) => {
    const { day, month } = dateParts(iso);
    return `${day} ${SHORT[month] ?? ''}`;
  },
  dates: (from, to) => `${since(dateParts(from).day)} ${dateSpan(from, to, date).join(' по ')}`,
  title: 'Рабочие листы',
  none: 'Посещения не запланированы.',
  week: (week) => `Неделя ${week}`,
  until: (time) => `до ${time}`,
  heads: { day: 'день', time: 'время', where: 'где', bring: 'взять', met: 'встречено' },
  call: 'позвонить',
  safePoint: 'безопасное место',
  icons: {
    people: 'ожидается человек',
    pair: 'идти с',
    talk: 'беседы',
    condoms: 'презервативы',
    lubricant: 'лубрикант',
    needles: 'стерильные наборы',
    sharps_boxes: 'коробка для возврата',
    test_kits: 'тесты',
    arv_refills: 'пополнение',
    night: 'кончается после полуночи',
    safe: 'позвонить при выходе и по возвращении',
  },
};
