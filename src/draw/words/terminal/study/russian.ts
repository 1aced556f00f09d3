import { many, RUSSIAN } from '../../russian.js';
import type { StudyWords } from './english.js';

// Machine draft, needs native review.

const { number, percent, spots } = RUSSIAN;
const workers = (count: number) => many(count, ['аутрич-работник', 'аутрич-работника', 'аутрич-работников']);
const UNITS = { s: 'с', min: 'мин', h: 'ч' } as const;

/** What is said on the terminal of a study, in Russian. */
export const RUSSIAN_STUDY: StudyWords = {
  progress: {
    reading: 'чтение',
    checking: 'проверка',
    estimating: 'оценка',
    chains: 'расчёт цепочек',
    planning: 'планирование',
    protecting: 'защита',
    comparing: 'сравнение',
    exporting: 'выгрузка',
    studies: 'воспроизведение исследований',
    towns: 'построение городов',
    designs: 'проба планов исследования',
    left: (count, unit) => `осталось около ${number(count)} ${UNITS[unit]}`,
  },
  issues: {
    counts: (errors, warnings, notes) =>
      [
        many(errors, ['ошибка', 'ошибки', 'ошибок']),
        many(warnings, ['предупреждение', 'предупреждения', 'предупреждений']),
        many(notes, ['замечание', 'замечания', 'замечаний']),
      ].join(', '),
    more: (count, code) =>
      `… и ещё ${number(count)} с кодом ${code} (--all показывает их; в issues.csv они все)`,
    read: (counts, files) => `${counts} в файлах: ${files}`,
  },
  labelled: (name, text) => `${name}: ${text}`,
  written: (counts, files, folder) =>
    `${counts}. ${many(files, ['файл', 'файла', 'файлов'])} в папке ${folder}`,
  openReport: (path) => `Откройте отчёт: ${path}`,
  basis: RUSSIAN.basisShort,
  estimate: {
    population: 'группа',
    municipality: 'муниципалитет',
    low: 'низ',
    high: 'верх',
    perSpot: 'на место',
    extremes: 'низ и верх — сумма наименьших и сумма наибольших ответов, а не доверительный интервал.',
    interval: (population, ends, basis, method) => `${population} ${ends}: ${basis} (${method}).`,
    week: 'неделя',
    weekHead: Object.values(RUSSIAN.dayLetters).join(''),
    weekend: (days) => `выходные (${days})`,
    days: RUSSIAN.days,
    busiest: 'больше всего',
    flat: 'ровно',
    level1Only: (count) => `${spots(count)} только на уровне 1`,
    tooFewBoth: (count) =>
      `${spots(count)} только на уровне 1; слишком мало мест с обоими уровнями, чтобы сказать, насколько они ошибаются`,
    validateFirst: (names) => `проверить первыми: ${names}`,
    totalError: (error) => `стандартная ошибка итога из-за них ±${number(error, 1)}`,
    afterVisits: (error, visits) => `±${number(error, 1)} после ${number(visits)}`,
    afterAll: (error) => `±${number(error, 1)} после всех`,
    chains: (count) => many(count, ['цепочка', 'цепочки', 'цепочек']),
    oneChanged: 'изменено одно решение',
  },
  plan: {
    title: 'план',
    workers: 'работники',
    visits: 'визитов в месяц',
    covered: 'охвачено людей',
    interrupted: 'Поиск прерван: это лучший план на этот момент, все правила проверены.',
    stopped: 'Поиск остановлен по --seconds: это лучший план на этот момент, все правила проверены.',
  },
  bounds: {
    who: 'кто кого обслуживает',
    parts: 'части',
    km: 'км',
    personKm: 'человеко-км',
    least: 'доказанный минимум',
    saved: 'можно сберечь',
    tooLarge: 'слишком велико для границы',
    atMost: (share) => `не более ${percent(share, 2, true)}`,
    noSolver:
      'Пакет highs не установлен: границы исходят только из собственных цен (npm install highs уточнит их).',
  },
  sites: {
    open: (sites, method, kept, places) =>
      `пункты: открыто ${number(sites)} методом ${method}, из них уже есть ${number(kept)}; на выбор ${many(places, ['площадка', 'площадки', 'площадок'])}`,
    within: (within, people, share, minutes) =>
      `${number(within)} из ${many(people, ['человека', 'человек', 'человек'])}${share === undefined ? '' : ` (${percent(share)})`} не дальше ${many(minutes, ['минуты', 'минут', 'минут'])} в одну сторону`,
    needed: (people, most, sites) =>
      `на ${many(people, ['человека', 'человека', 'человек'])}, по ${number(most)} на пункт, нужно ${many(sites, ['пункт', 'пункта', 'пунктов'])} (F15)`,
    full: (sites) => `пункты, которые обслуживали бы больше людей, чем могут: ${number(sites)}`,
    unsafe: (sites) =>
      `оставленные пункты среди мест с уровнем безопасности 4 или 5, проверьте их первыми: ${number(sites)}`,
    none: 'ни один пункт открыть нельзя: каждая площадка запрещена, недосягаема или слишком мала',
  },
  verify: {
    read: (parts, count, visits) =>
      `Заново прочитано из записанных таблиц: ${many(parts, ['место или часть', 'места и части', 'мест и частей'])}, ${workers(count)}, ${many(visits, ['визит', 'визита', 'визитов'])}.`,
    kept: 'соблюдено',
    broken: 'НАРУШЕНО',
    sound: 'План соблюдает все правила.',
    unsound: 'План нарушает правила.',
  },
};
