import { formatTime } from '../../../model/week.js';
import { dateParts, dateSpan, type WriteDate } from '../date-style.js';
import type { Words } from '../english.js';
import { cyrillicScript, latinScript, type SerbianScript } from '../serbian-script.js';
import { SERBIAN, SERBIAN_CYRILLIC } from '../serbian.js';
import type { SheetWords } from './english.js';

// Machine draft, needs native review.

/** The words of a printed sheet in Serbian, in the script of the page words given. */
function serbianSheets(page: Words, w: SerbianScript): SheetWords {
  /** Of January, of February … */
  const months =
    w`januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra`.split(' ');
  const date: WriteDate = ({ day, month, year }, hasYear) =>
    `${day}. ${months[month] ?? ''}${hasYear ? ` ${year}.` : ''}`;
  return {
    tag: page.tag,
    draft: page.page.draft,
    days: page.days,
    number: (value) => page.number(value),
    time: (minutes) => formatTime(minutes),
    day: (iso) => {
      const { day, month } = dateParts(iso);
      return `${day}. ${month + 1}.`;
    },
    dates: (from, to) => {
      const [first, last] = dateSpan(from, to, date);
      return w`od ${first} do ${last}`;
    },
    title: w`Radni listovi`,
    none: w`Nijedna poseta nije planirana.`,
    week: (week) => w`Sedmica ${String(week)}`,
    until: (time) => w`do ${time}`,
    heads: { day: w`dan`, time: w`vreme`, where: w`gde`, bring: w`poneti`, met: w`viđeno` },
    call: w`pozvati`,
    safePoint: w`sigurno mesto`,
    icons: {
      people: w`očekuje se osoba`,
      pair: w`ide se sa`,
      talk: w`razgovori`,
      condoms: w`kondomi`,
      lubricant: w`lubrikant`,
      needles: w`sterilna pakovanja`,
      sharps_boxes: w`povratna kutija`,
      test_kits: w`testovi`,
      arv_refills: w`dopune`,
      night: w`završava se posle ponoći`,
      safe: w`javljanje pri polasku i povratku`,
    },
  };
}

/** The words of a printed sheet in Serbian, in Latin letters. */
export const SERBIAN_SHEETS = serbianSheets(SERBIAN, latinScript);

/** The same words in Cyrillic letters. */
export const SERBIAN_CYRILLIC_SHEETS = serbianSheets(SERBIAN_CYRILLIC, cyrillicScript);
