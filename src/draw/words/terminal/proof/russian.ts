import { many, RUSSIAN } from '../../russian.js';
import type { ProofWords } from './english.js';

// Machine draft, needs native review.

const { number, percent } = RUSSIAN;
const towns = (count: number) =>
  many(count, ['вымышленный город', 'вымышленных города', 'вымышленных городов']);

/** What is said on the terminal of numbers recomputed, audited and tried, in Russian. */
export const RUSSIAN_PROOF: ProofWords = {
  reproduce: {
    number: 'число',
    published: 'опубликовано',
    recomputed: 'пересчитано',
    status: {
      matched: 'совпало',
      'known-deviation': 'известное отклонение',
      mismatch: 'НЕ СОВПАЛО',
      missing: 'ОТСУТСТВУЕТ',
    },
    count: (count, status) => `${status}: ${number(count)}`,
    counts: (all, statuses) =>
      `${many(all, ['опубликованное число', 'опубликованных числа', 'опубликованных чисел'])}: ${statuses}`,
  },
  audit: {
    leftOut: (cells) => `Не учтено, нет напечатанных чисел: ${cells}`,
    line: (line) => `строка ${line}`,
    checked: 'проверено',
    times: 'раз',
    held: 'выполнено',
    found: (errors, warnings) =>
      [
        many(errors, ['ошибка', 'ошибки', 'ошибок']),
        many(warnings, ['предупреждение', 'предупреждения', 'предупреждений']),
      ].join(', '),
    counts: (counts, rows) => `${counts} в ${many(rows, ['строке', 'строках', 'строках'])}`,
    rule: (rule, held, rows, verdict) =>
      `${rule}: выполнено в ${number(held)} из ${many(rows, ['строки', 'строк', 'строк'])}, ${verdict}`,
    inForce: 'принято за правило',
    notInForce: 'не принято за правило',
    repair: 'предлагаемая правка',
    cell: 'ячейка',
    printed: 'напечатано',
    proposed: 'предложено',
    howSure: 'уверенность',
    restores: 'восстанавливает',
    confidence: { high: 'высокая', medium: 'средняя', low: 'низкая' },
  },
  simulate: {
    invented: (scenario, seed) => `ВЫМЫШЛЕННОЕ исследование, сценарий ${scenario}, начальное число ${seed}`,
    next: (folder) =>
      `Дальше: spotwise check ${folder}, затем spotwise estimate ${folder}, и сравните с truth.csv`,
    trial: (count, seed, replicates) =>
      `${towns(count)}, начальные числа от ${seed}, ${many(replicates, ['повторение', 'повторения', 'повторений'])}`,
    chain: 'цепочка',
    isOf: 'относится к',
    bias: 'смещение',
    rmse: 'RMSE',
    interval: 'интервал',
    claims: 'обещает',
    noLevel: 'без уровня',
    holds: 'накрывает',
    width: 'ширина',
    givesNone: 'не даёт',
    tooNarrow: 'слишком узок',
    aLittleNarrow: 'немного узок',
    note: '± — одна стандартная ошибка Монте-Карло; смещение, RMSE и ширина — доли истинного значения',
  },
  design: {
    trial: (count, seed) => `${towns(count)} на план, начальные числа от ${seed}`,
    visited: 'места с визитом',
    met: 'опрошено в месте',
    visits: 'визиты',
    interviews: 'интервью',
    needed: 'нужная полуширина',
    bootstrap: 'бутстреп говорит',
    holds: 'и накрывает',
    within: (width) => `в пределах ${width}`,
    reaches: { yes: 'да', perhaps: 'возможно', no: 'нет' },
    note: 'нужная полуширина: около 95 из 100 городов лежат в ней (1,96 × RMSE); ± — одна стандартная ошибка Монте-Карло. Бутстреп ничего не знает о слухах.',
    none: (width) =>
      `Ни один план сетки не достигает ±${width}: город слишком мал или его места слишком различны.`,
    smallest: (width) => `Наименьшие планы в пределах ±${width}`,
    one: (share, met, visits, interviews) =>
      `посетить ${percent(share)} мест и опросить по ${number(met)} в каждом (${many(visits, ['визит', 'визита', 'визитов'])}, ${number(interviews)} интервью)`,
    width: (width, error, answer) => `±${width}, с ошибкой ${error}: ${answer}`,
  },
  explain: {
    total: (name, estimate, low, high) =>
      `${name}: ${estimate} человек (от ${low} до ${high}, сумма наименьших и сумма наибольших ответов)`,
    formula: 'формула',
    row: 'строка',
    where: 'где',
    ends: 'низ–верх',
    settled: 'принято',
    contributes: 'вносит',
    smaller: (rows) =>
      `${many(rows, ['строка поменьше', 'строки поменьше', 'строк поменьше'])} (--all их показывает)`,
    all: 'итого',
    steps: 'Шаги цепочки оценки и их варианты',
    methods: 'Другие методы оценки',
    issues: 'Проблемы данных',
    formats: 'Форматы выгрузки',
    columns: 'Столбцы',
  },
};
