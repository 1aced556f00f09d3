import { many, RUSSIAN } from '../../russian.js';
import type { CountedForms } from '../../slavic-count.js';
import type { SizingWords } from './english.js';

// Machine draft, needs native review.

const { number, people, spots } = RUSSIAN;

/** Years, whole or with a part: 3,6 года. */
const inYears = (count: number, forms: CountedForms) =>
  Number.isInteger(count) ? many(count, forms) : `${number(count, 1)} года`;
/** After "за", "через" and "после". */
const years = (count: number) => inYears(count, ['год', 'года', 'лет']);
const ofYears = (count: number) => inYears(count, ['года', 'лет', 'лет']);

/** What sizing methods say on the terminal, in Russian. */
export const RUSSIAN_SIZING: SizingWords = {
  interval: 'интервал',
  note: 'примечание',
  size: 'размер',
  refused: (refusal) => `отказ: ${refusal}`,
  rowsIn: (rows, path) => `${many(rows, ['строка', 'строки', 'строк'])} в файле ${path}`,
  capture: {
    twoLists: (first, second, both, seen) =>
      `${number(first)} в первом списке, ${number(second)} во втором, ${number(both)} в обоих: всего разных людей ${number(seen)}`,
    weighted: (both, raw) =>
      `пересечение, взвешенное по опросу: в обоих списках ${number(both)} вместо ${number(raw)}; случайность самих весов в интервалы не входит (её учитывает spotwise multiplier)`,
    oddsRatio: 'отношение шансов между списками',
    oddsNote:
      'Данные ничего не говорят об отношении шансов: 1 — независимость, больше 1 — в обоих списках одни и те же люди.',
    severalLists: (seen, lists, names) =>
      `разных людей ${number(seen)} в ${many(lists, ['списке', 'списках', 'списках'])}: ${names}`,
    model: 'лог-линейная модель',
    standardError: 'ст. ошибка',
    weight: 'вес',
    moreModels: (count) => `… и ещё ${many(count, ['модель', 'модели', 'моделей'])} (--json содержит их все)`,
    within: (plain, likelihood, redrawn) =>
      `В этих пределах отношения шансов ${plain}; с учётом случайности ${likelihood} по правдоподобию, ${redrawn}.`,
    noFit: 'ни один размер не согласуется с числами как они есть',
    allow: (range) => `числа как они есть допускают ${range}`,
    bootstrap: (range) => `${range} по бутстрепу`,
    bootstrapRefused: (refusal) => `по бутстрепу отказ: ${refusal}`,
    disagree: (factor) =>
      `Отношение наибольшей оценки к наименьшей по методам: ${number(factor, 1)}. Ответ зависит от того, что предположить о списках, и в отчёте это надо сказать.`,
  },
  successive: {
    sample: (sampled, prior) => `${people(sampled)} в порядке прихода; априорное распределение ${prior}`,
    dependent:
      'Априорное распределение — данные, посчитанные в другом месте: combine не учтёт и то и другое.',
  },
  tracked: {
    all: (all, mapped, sampled, mappedSampled, found) =>
      `на карте ${spots(all)} и ${people(mapped)}; из них проверено ${number(sampled)}, по карте ${number(mappedSampled)}, найдено ${number(found)}`,
    stratum: 'страта',
    enumerated: 'проверено',
    mapped: 'по карте',
    foundForEach: 'найдено на одного по карте',
  },
  combine: {
    source: 'источник',
    leftOut: RUSSIAN.forest.leftOut,
    refused: (place, refusal) => `${place}: отказ, ${refusal}`,
    disagree: (factor) =>
      `Отношение наибольшего источника к наименьшему: ${number(factor, 1, true)}. Никакой синтез этого не устраняет; скажите об этом рядом с числом.`,
  },
  extrapolate: {
    total: (mapped, held, unmapped, range, model) =>
      `территории на карте: ${number(mapped)}, в них ${number(held)}; не на карте: ${number(unmapped)}, в них ${range} по модели ${model}, интервал предсказания 95 %`,
    leftOut: 'каждая территория карты исключена по очереди',
    medianError: 'медианная ошибка',
    logError: 'лог-ошибка',
    coverage: 'покрытие 95 %',
    predicted: 'предсказанный итог',
    note: 'На карту наносят территории, которые важны: в остальных людей может быть меньше, чем говорит любая модель.',
  },
  compare: {
    all: 'все',
    earlier: 'раньше',
    later: 'позже',
    kept: 'остались',
    moved: 'сдвинуты',
    lost: 'пропали',
    new: 'новые',
    ends: (low, high, basis) => `${low} … ${high} ${basis}`,
    lostSpots: (lost, gone) =>
      `Пропавшие места: ${number(lost)}, из них установлено, что их больше нет: ${number(gone)}; остальные просто не внесены в список.`,
    standing: (population, standing, all, after, range, persons) =>
      `${population}: через ${years(after)} там, где показывает прежняя карта, осталось ${number(standing)} из всех (${spots(all)}; ${range}), с ними ${persons} её людей`,
    halfLife: (half, low, high) =>
      `; половина исчезает после ${ofYears(half)} (от ${number(low, 1)} до ${high === undefined ? 'бесконечности' : number(high, 1)})`,
    ahead: (after, standing, range) =>
      `. Через ${years(after)} останется ${standing} (${range}) новой карты.`,
    seeFirst: (names) => `Проверить первыми: ${names} (revisit.csv)`,
  },
  studySize: {
    sample: 'выборка',
    onBoth: 'в обоих',
    chanceOfFew: 'риск < 7',
    capture: 'повторный отлов',
    multiplier: 'множитель',
    ratio: 'верх/низ',
    none: 'нет',
  },
};
