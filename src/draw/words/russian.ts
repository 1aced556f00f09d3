import type { Audience } from '../../model/disclosure.js';
import type { Basis } from '../../model/range.js';
import type { Day } from '../../model/week.js';
import type { Words } from './english.js';
import { areaWord, numbersIn } from './number-style.js';
import { counted, type CountedForms } from './slavic-count.js';

// Machine draft, needs native review.

const number = numbersIn({ group: '\u00a0', decimal: ',' });
const percent = (share: number, decimals = 0, isFixed = false) =>
  `${number(100 * share, decimals, isFixed)}\u00a0%`;

function wholePercent(share: number): string {
  if (share > 0 && share < 0.01) return 'менее 1\u00a0%';
  if (share < 1 && share > 0.99) return 'более 99\u00a0%';
  return percent(share);
}

const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${number(Math.abs(value))}`;
const hour = (at: number) => `${String(at % 24).padStart(2, '0')}:00`;
const span = (low: number, high: number) => `${number(low)}–${number(high)}`;

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} и ${items.at(-1)}`;
}

export const many = (count: number, forms: CountedForms) => `${number(count)} ${counted(count, forms)}`;

const singular = areaWord({
  municipality: 'муниципалитет',
  township: 'тауншип',
  county: 'округ',
  district: 'район',
  town: 'город',
});
const plural = areaWord({
  municipality: 'муниципалитеты',
  township: 'тауншипы',
  county: 'округа',
  district: 'районы',
  town: 'города',
});
/** After "в": in one, in several. */
const insideOne = areaWord({
  municipality: 'муниципалитете',
  township: 'тауншипе',
  county: 'округе',
  district: 'районе',
  town: 'городе',
});
const insideMany = areaWord({
  municipality: 'муниципалитетах',
  township: 'тауншипах',
  county: 'округах',
  district: 'районах',
  town: 'городах',
});
/** After "из": of one, of several. */
const ofOne = areaWord({
  municipality: 'муниципалитета',
  township: 'тауншипа',
  county: 'округа',
  district: 'района',
  town: 'города',
});
const ofMany = areaWord({
  municipality: 'муниципалитетов',
  township: 'тауншипов',
  county: 'округов',
  district: 'районов',
  town: 'городов',
});

const mesta = (count: number) => many(count, ['место', 'места', 'мест']);
/** After "из" and "от". */
const ofMesta = (count: number) => many(count, ['места', 'мест', 'мест']);
/** After "в". */
const inMesta = (count: number) => many(count, ['месте', 'местах', 'местах']);
const someOf = (known: number, all: number) =>
  known === all ? mesta(all) : `${number(known)} из ${ofMesta(all)}`;
/** Some of the spots, after "по данным". */
const fromSomeOf = (known: number, all: number) =>
  known === all ? ofMesta(all) : `${number(known)} из ${ofMesta(all)}`;
const people = (count: number) => many(count, ['человек', 'человека', 'человек']);
const ofPeople = (count: number) => many(count, ['человека', 'человек', 'человек']);
const workers = (count: number) => many(count, ['аутрич-работник', 'аутрич-работника', 'аутрич-работников']);

const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: 'пн',
  tue: 'вт',
  wed: 'ср',
  thu: 'чт',
  fri: 'пт',
  sat: 'сб',
  sun: 'вс',
};

const BASES: Readonly<Record<Basis, string>> = {
  extremes: 'сумма наименьших и сумма наибольших ответов',
  confidence: 'доверительный интервал',
  credible: 'байесовский интервал',
  spread: 'разброс, без доверительного уровня',
};

const AUDIENCES: Readonly<Record<Audience, { readonly name: string; readonly says: string }>> = {
  team: {
    name: 'Только для команды',
    says: 'Места точные. Храните эту страницу под замком: то, что на ней показано, может навредить людям.',
  },
  programme: {
    name: 'Для программы',
    says: 'Места приблизительные, с точностью около 100 м; на странице нет ни одного кода места или работника. Не передавайте её дальше.',
  },
  partner: {
    name: 'Для партнёров',
    says: 'Таблицы по территориям и видам мест; малые числа скрыты, все остальные округлены. Ни одно место не показано.',
  },
  public: {
    name: 'Для всех',
    says: 'Таблицы по территориям; малые числа скрыты, все остальные округлены. Ни одно место не показано.',
  },
};

/** The words of pages and sheets in Russian. */
export const RUSSIAN: Words = {
  tag: 'ru',
  number,
  percent,
  wholePercent,
  signed,
  hour,
  list,
  plural,
  singular,
  populations: {
    FSW: 'Женщины, занимающиеся секс-работой',
    MSM: 'Мужчины, имеющие секс с мужчинами',
    PWID: 'Люди, употребляющие инъекционные наркотики',
    TG: 'Трансгендерные люди',
    MSW: 'Мужчины, занимающиеся секс-работой',
  },
  days: DAY_NAMES,
  dayLetters: { mon: 'П', tue: 'В', wed: 'С', thu: 'Ч', fri: 'П', sat: 'С', sun: 'В' },
  dayList: (days) => list(days.map((day) => DAY_NAMES[day])),
  hourSpan: (from, to) => `${hour(from)}–${hour(to)}`,
  range: span,
  bases: BASES,
  basisShort: {
    extremes: 'по ответам',
    confidence: 'доверительный',
    credible: 'байесовский',
    spread: 'разброс',
  },
  people,
  spots: mesta,
  spotsOf: someOf,
  denominator: (name) =>
    ({ adult_men: 'взрослых мужчин', adult_women: 'взрослых женщин' })[name] ?? name.replaceAll('_', ' '),
  page: {
    skip: 'Перейти к ответам',
    contents: 'На этой странице',
    dataTable: 'Числа, по которым построен рисунок',
    allRows: (count, what) => `Все строки (${number(count)}): ${what}`,
    filter: (what) => `Найти: ${singular(what)}`,
    sortBy: (column) => `сортировать по столбцу: ${column}`,
    missing: 'Неизвестно',
    hidden: 'скрыто',
    zoomIn: 'Крупнее',
    zoomOut: 'Мельче',
    credits: 'Источники границ и знаменателей',
    draft: 'Машинный перевод, ещё не проверен носителем языка.',
    footer: (version) =>
      `Создано программой spotwise ${version}. То же исследование, те же параметры и то же начальное число дают те же байты.`,
    audiences: AUDIENCES,
  },
  answers: {
    title: 'Коротко',
    howMany: 'Сколько?',
    whereMost: 'Где больше всего?',
    whenBusiest: 'Когда больше всего?',
    howSure: 'Насколько надёжно?',
    notCovered: 'Кто не охвачен?',
    per1000: (rate, of) => `${number(rate, 1)} на 1\u00a0000 ${of}`,
    people: 'человек',
    top: (count, all, share, word) =>
      count >= all
        ? `в ${many(all, [insideOne(word), insideMany(word), insideMany(word)])}`
        : `${percent(share)} в ${number(count)} из ${many(all, [ofOne(word), ofMany(word), ofMany(word)])}`,
    weekFlat: 'Примерно одинаково каждый день',
    weekUnknown: 'Дни не записаны',
    weekend: (days, percentMore) => `${days}: ${signed(percentMore)}\u00a0%`,
    hours: (of) => `больше всего ${of}`,
    hoursAllDay: 'ни один час не выделяется',
    hoursUnknown: 'часы не записаны',
    ends: (less, more) => `от ${signed(less)}\u00a0% до ${signed(more)}\u00a0%`,
    endsSay: 'от наименьших до наибольших ответов, а не доверительный интервал',
    noRange: 'Наименьшие и наибольшие ответы не записаны, поэтому диапазона нет.',
    rangeHead: 'Диапазон',
    withoutRange: (spots) => `без диапазона: ${number(spots)}`,
    knownHead: 'Посещено',
    evidence: (spots, validated, share) =>
      validated === 0
        ? `${mesta(spots)}, ни одно не проверено`
        : validated === spots
          ? `${mesta(spots)}, все проверены`
          : `проверено: ${number(validated)} из ${ofMesta(spots)}, там ${wholePercent(share)} людей`,
    remote: (places, remote) =>
      `${number(places)} на местности, ${number(remote)} по телефону или в интернете`,
    notCountedHead: 'Не сосчитаны',
    unlisted: 'люди в местах, которых нет в списке',
    noSpot: 'люди, которые не приходят ни в одно место',
    unvisited: (count, all, word) =>
      `люди там, где никто не был: ${number(count)} из ${many(all, [ofOne(word), ofMany(word), ofMany(word)])}`,
    uncoveredOf: (share, whole) => `${wholePercent(share)} из ${whole}`,
    everyone: 'План охватывает всех.',
    mostly: (persons, reason) => `${number(persons)}: ${reason}`,
    noPlan: 'План не составлен.',
    notForAudience: 'Не показывается на странице для этих читателей.',
    hiddenTotal: 'Скрыто: слишком мало людей или мест.',
  },
  where: {
    title: 'Где',
    lead: (word) =>
      `Цвет показывает оценку числа людей на территории (${singular(word)}), площадь круга — сколько людей встречают в одном месте. Большие территории кажутся важнее, чем они есть: смотрите и на числа.`,
    leadPoints:
      'Площадь круга показывает, сколько людей встречают в одном месте. В исследовании нет границ территорий, на которых можно было бы нарисовать круги.',
    hiddenRows: (names) =>
      `Скрыто, потому что число мало или чтобы защитить малое число; «никого» тоже считается малым числом: ${names}.`,
    emptyRows: (names) =>
      `Нет ни одного места в списке для территорий: ${names}. Это не значит, что там никого нет.`,
    leadAggregated: (word) =>
      `Цвет показывает оценку числа людей на территории (${singular(word)}). Большие территории кажутся важнее, чем они есть: смотрите и на числа.`,
    mapTitle: (population) => `Карта: ${population}`,
    mapSays: (areas, spots, top) =>
      `Показано: ${many(areas, ['территория', 'территории', 'территорий'])}, ${mesta(spots)}. Больше всего людей: ${top}.`,
    caption: (what) =>
      `${what.population}${what.when}. Круги: ${what.drawn === what.spots ? mesta(what.spots) : `${someOf(what.drawn, what.spots)} (у остальных нет координат)`}, ${what.exact ? 'в записанной точке' : 'сдвинуты к ближайшей 0,001°, около 100 м'}. У людей, с которыми связываются по телефону или в интернете, нет места на карте.`,
    captionAreas: (what) =>
      `${what.population}${what.when}. Только территории: этим читателям не показывается ни одно место.`,
    captionNoPoints: (what) =>
      `${what.population}${what.when}, по данным ${ofMesta(what.spots)}. В исследовании нет координат мест.`,
    merged: 'Круги, которые легли бы друг на друга, нарисованы как один.',
    noSpot: 'нет мест в списке (это не значит, что никого нет)',
    notVisited: 'не посещалось',
    hidden: 'скрыто (малые числа)',
    classPeople: 'люди',
    circlePeople: 'люди в одном месте',
    km: (km) => `${number(km, 2)} км`,
    noMap: 'Карты нет: в исследовании нет ни границ, ни координат.',
    tableTitle: (word, population) => `${plural(word)}: ${population}`,
    share: 'доля',
    spots: 'места',
    spotsAtLeast: 'места, не менее',
    estimate: 'оценка',
    range: 'диапазон',
    rangeHead: 'от наименьшего до наибольшего',
    per1000: 'на 1\u00a0000',
    barHead: (most) => `от 0 до ${number(most)}`,
  },
  sizes: {
    title: 'Сколько и насколько надёжно',
    lead: 'Две разные вещи нарисованы отдельно. Широкая полоса — диапазон: сумма всех наименьших ответов и сумма всех наибольших. Тонкая линия под ней рассчитана из указанного предположения об ошибках. Ни то ни другое не является доверительным интервалом, если это прямо не написано.',
    leadAggregated:
      'Полоса — диапазон: сумма всех наименьших ответов и сумма всех наибольших, округлённые. Это не доверительный интервал.',
    range: (range) => `диапазон ${range} (сумма наименьших и сумма наибольших ответов)`,
    interval: (range, basis, method) => `расчёт: ${range} (${basis}; ${method})`,
    noRange: 'нет диапазона: наименьшие и наибольшие ответы не записаны',
    noInterval: 'нет рассчитанного интервала',
    figure: 'Оценки по стране и их диапазоны',
    says: (rows) => rows.join(' '),
    rowSays: (population, estimate, range) => `${population}: ${number(estimate)}, ${range}.`,
    caption: (when, spots) => `Все группы на одной шкале числа людей${when}, по данным ${ofMesta(spots)}.`,
    captionAggregated: (when) => `Все группы на одной шкале числа людей${when}.`,
    modes: (geo, phone, web) =>
      list([
        `${number(geo)} на местах`,
        ...(phone > 0 ? [`${number(phone)} по телефону`] : []),
        ...(web > 0 ? [`${number(web)} в интернете`] : []),
      ]),
  },
  week: {
    title: 'Когда',
    lead: 'Люди, которых ожидают в открытых местах, по дням и часам. Часы после полуночи относятся к предыдущему вечеру. Это показывает, когда места открыты, а не сколько времени там кто-либо проводит.',
    heatTitle: (population) => `Неделя: ${population}`,
    heatSays: (day, of, count) => `Больше всего: ${day}, ${of}, примерно ${people(count)} в открытых местах.`,
    heatCaption: (what) =>
      `${what.population}${what.when}, по данным ${fromSomeOf(what.known, what.spots)} с известными часами.${what.flat > 0 ? ` Из них без сведений о неделе: ${number(what.flat)}; они учитываются одинаково каждый день.` : ''} Места без часов не учтены, но и не считаются закрытыми.`,
    clockTitle: (population) => `Часы наибольшей посещаемости: ${population}`,
    clockSays: (of) =>
      of === undefined ? 'Ни один час не выделяется.' : `Больше всего людей в открытых местах: ${of}.`,
    clockCaption:
      'Средний день; каждый лепесток — один час, его длина — число людей в открытых местах. Ночь затенена.',
    stripTitle: (population) => `Дни: ${population}`,
    stripSays: (days) => (days === '' ? 'Ни один день не выделяется.' : `Больше всего: ${days}.`),
    stripCaption: (what) =>
      `${what.population}${what.when}, людей в день, по данным ${fromSomeOf(what.known, what.spots)} с известной неделей. Часы не записаны.`,
    unknown: (population) => `${population}: ни дни, ни часы не записаны.`,
    atHour: (day, at, count) => `${day} ${at}: ${number(count)}`,
    day: 'день',
    hour: 'час',
    people: 'люди',
    mean: 'среднее',
    fullest: 'больше всего',
    least: 'никого',
    few: 'меньше',
    most: 'больше',
  },
  kinds: {
    title: 'Виды мест',
    lead: 'Люди по видам мест, где они посчитаны, с диапазоном ответов.',
    kind: 'вид',
    modes: { geo: 'на месте', phone: 'по телефону', web: 'в интернете' },
    unstated: 'не указано',
    caption: (population, when, spots) => `${population}${when}, по данным ${ofMesta(spots)}.`,
    captionAggregated: (population, when) => `${population}${when}.`,
  },
  concentration: {
    title: 'Насколько неравномерно',
    lead: 'Места выстроены от наименьшего к наибольшему. Чем сильнее кривая провисает под прямой, тем больше людей приходится на немногие места. Места, которые никто не внёс в список, снизили бы коэффициент Джини.',
    figure: (population) => `Кривая Лоренца: ${population}`,
    says: (gini, half, spots) =>
      `Джини ${number(gini, 2)}. Половина людей приходится на самые большие места: ${number(half)} из ${number(spots)} (${percent(half / spots)}).`,
    caption: (population, when, spots) =>
      `${population}${when}, ${mesta(spots)}, 0 = все места одинаковы, 1 = все люди в одном.`,
    spotsAxis: 'места, от наименьшего',
    peopleAxis: 'люди',
    gini: 'Джини',
    shareSpots: 'доля мест',
    sharePeople: 'доля людей',
    even: 'все одинаковы',
    tooFew: (population) => `${population}: слишком мало мест для кривой.`,
  },
  plan: {
    title: 'План',
    lead: (target) =>
      `Что микроплан делает с этими оценками; его цель — охватить ${percent(target)} людей, которых встречают в местах. Где ошибаются оценки, там ошибается и план.`,
    mapTitle: (population) => `Участки работы: ${population}`,
    mapSays: (catchments, gaps) =>
      `Показано: ${many(catchments, ['участок работы', 'участка работы', 'участков работы'])}; места без запланированного визита, показанные кольцами: ${number(gaps)}.`,
    mapCaption: (population, exact) =>
      `${population}. Каждое пятно объединяет места одного работника, ${exact ? 'шириной 50 м вокруг них' : 'шириной около 300 м вокруг приблизительных мест'}. Кольца: люди в местах без визита; площадь кольца показывает, сколько их.`,
    legendCatchment: 'места одного работника',
    legendGap: 'люди без визита',
    covered: 'охвачено',
    uncovered: 'не охвачено',
    facts: (what) =>
      `${what.isSlots ? `нужно найти: ${workers(what.workers)}` : workers(what.workers)}, ${mesta(what.spots)}, ${many(what.visits, ['визит', 'визита', 'визитов'])} за четыре недели.${what.fromNeed}`,
    need: (low, estimate, high) =>
      ` По формуле число аутрич-работников, нужных для этой цели: ${number(estimate)} (${span(low, high)} по всему диапазону).`,
    chance: (chance, target) =>
      `Вероятность охватить ${percent(target)} всех людей, независимо от того, встречают ли их в местах: ${wholePercent(chance)}.`,
    conflict: 'Режим конфликта: никого не отправляют туда, где безопасность не записана.',
    coverTitle: 'Охваченные и не охваченные',
    coverSays: (covered, all) => `${number(covered)} из ${number(all)}`,
    loadTitle: (population) => `Нагрузка аутрич-работников: ${population}`,
    loadSays: (count, mean, full) =>
      `${workers(count)}; в среднем ${people(mean)} на каждого; загружены на девять десятых своего предела или больше: ${number(full)}.`,
    loadCaption:
      'Один столбец — один работник, сначала самые загруженные. Линия — наибольшее число людей на одного работника.',
    loadMost: (most) => `предел: ${number(most)}`,
    worker: 'работник',
    workers: 'работников',
    people: 'люди',
    mostHead: 'предел',
    load: 'нагрузка',
    noWorkers: (population) => `${population}: план никому из работников не даёт мест.`,
    noMap: 'Карты участков нет: ни у одного места плана нет координат.',
  },
  uncovered: {
    title: 'Кто не охвачен и почему',
    lead: 'Все, до кого план не доходит, каждый с одной причиной и с наименьшим изменением, которое помогло бы большинству из них.',
    nobody: (population) => `${population}: охвачены все.`,
    reason: 'причина',
    people: 'люди',
    spots: 'места',
    change: 'что помогло бы',
    caption: (population, uncovered, all) => `${population}: ${number(uncovered)} из ${ofPeople(all)}.`,
    reasons: {
      virtual_only: 'связь только по телефону или в интернете',
      not_met_at_spots: 'никогда не встречались в местах из списка',
      nobody_expected: 'в местах, где никого не ожидают',
      security: 'в местах, о безопасности которых ничего не известно',
      incident: 'в местах рядом с недавним происшествием',
      no_worker_of_population: 'нет работника из их собственной группы',
      no_shared_language: 'нет работника, говорящего на их языке',
      no_pair: 'там, где на визит нужны двое, а пару составить нельзя',
      distance: 'слишком далеко от любого работника',
      hours: 'бывают там только тогда, когда ни один работник не свободен',
      curfew: 'бывают там только во время комендантского часа',
      capacity: 'там, где все работники, которые могли бы прийти, уже загружены',
      road_closed: 'за закрытой дорогой',
      money: 'из-за нехватки денег',
    },
    changes: {
      online_task: 'работа в интернете: чат, телефон или ссылка на сайт',
      networks: 'сети знакомств: люди, которых встречают в местах, приводят других',
      new_count: 'новый подсчёт',
      after_incident: 'подождать, затем заново проверить, насколько место безопасно',
      security_check: 'новая проверка того, насколько место безопасно',
      new_worker: 'больше работников',
      more_people: 'ещё несколько человек работнику, у которого есть возможность',
      go_farther: 'работник, который ездит дальше или живёт ближе',
      other_hours: 'другие часы работы',
      meet_earlier: 'встреча до комендантского часа',
      open_road: 'открытая дорога или работник по другую сторону',
      more_money: 'больше денег',
    },
  },
  trace: {
    title: 'От исходной суммы к оценке',
    lead: 'Каждый шаг цепочки и то, что он сделал с итогом, по порядку. Больше ничто не меняло это число.',
    step: 'шаг',
    method: 'метод',
    change: 'изменение',
    after: 'итог после шага',
    rows: 'места',
    caption: (population, when) => `${population}${when}, число людей.`,
    steps: {
      settle: 'исходная сумма по местам',
      level_1: 'исправлен уровень 1',
      day: 'выбран день',
      overlap: 'люди, учтённые дважды',
      hidden: 'люди, которых нет ни в одном месте',
      profiles: 'от профилей к людям',
      virtual: 'объединены телефон и интернет',
    },
    unchanged: 'без изменений',
  },
  forest: {
    title: 'Рядом с другими методами',
    lead: 'Оценки разными методами, каждая с пояснением, что означают её границы. Квадраты — отдельные оценки, ромбы их объединяют. Подсчёт этого исследования показан для сравнения; он объединён с другими, только если сам является строкой таблицы.',
    figure: (population, place) =>
      place === '' ? `Оценки: ${population}` : `Оценки: ${population}, ${place}`,
    source: 'источник оценки',
    persons: 'люди',
    ends: 'от нижней до верхней',
    own: 'подсчёт этого исследования',
    joined: (name) => `объединено: ${name}`,
    leftOut: (name, persons, reason) => `Не учтено: ${name} (${number(persons)}), ${reason}.`,
    refusal: (reason) => `Не объединено: ${reason}.`,
    basis: (basis, level) => (level === undefined ? BASES[basis] : `${BASES[basis]}, ${percent(level)}`),
    noEnds: 'границы не указаны',
    disagree: (factor) =>
      `Отношение наибольшей оценки к наименьшей: ${number(factor, 1)}. Никакое объединение этого не устраняет.`,
    caption: (population, sources) =>
      `${population}: ${many(sources, ['оценка', 'оценки', 'оценок'])}, число людей.`,
  },
  choices: {
    title: 'Если бы мы выбрали иначе',
    lead: 'Все обоснованные цепочки решений, которые допускают данные, по возрастанию итога. Цепочка этого исследования отмечена. Цепочки не одинаково правдоподобны и опираются на одни и те же данные: это не распределение вероятностей.',
    figure: (population) => `Итоги при других решениях: ${population}`,
    says: (chains, low, high, own) =>
      `${many(chains, ['цепочка', 'цепочки', 'цепочек'])}: от ${number(low)} до ${ofPeople(high)}${own === undefined ? '' : `; цепочка этого исследования: ${number(own)}`}.`,
    caption: (population, drawn, all) =>
      `${population}. ${drawn === all ? '' : `Показано ${number(drawn)} из ${many(all, ['цепочки', 'цепочек', 'цепочек'])}, выбранных равномерно. `}Полоса: сумма наименьших и сумма наибольших ответов; линия: оценка. Отметки внизу показывают, какое решение принимает каждая цепочка.`,
    effects: 'Изменено одно решение, все остальные как в исследовании',
    choice: 'решение',
    estimate: 'итог',
    change: 'изменение',
    own: 'это исследование',
    single: (population) => `${population}: данные допускают только одну цепочку.`,
  },
  issues: {
    title: 'Что в данных вызывает сомнения',
    none: 'Нет ни ошибок, ни предупреждений, ни замечаний.',
    counts: (errors, warnings, notes) =>
      `${list([
        many(errors, ['ошибка', 'ошибки', 'ошибок']),
        many(warnings, ['предупреждение', 'предупреждения', 'предупреждений']),
        many(notes, ['замечание', 'замечания', 'замечаний']),
      ])}.`,
    severity: { error: 'ошибка', warning: 'предупреждение', note: 'замечание' },
    what: 'что',
    where: 'где',
    todo: 'что сделать',
    times: (count) => many(count, ['раз', 'раза', 'раз']),
    andMore: (count) => `и ещё ${number(count)}`,
  },
  methods: {
    title: 'Как это сделано',
    lead: 'Карточки ниже (на английском) — те же, что печатает `spotwise explain`: что делает каждый шаг, когда он верен, когда вводит в заблуждение и откуда он взят.',
    all: 'все группы',
    set: 'Задано',
  },
  protection: {
    title: 'Что скрыто и почему',
    says: (shown, hidden) =>
      `Скрыто ${number(hidden)} из ${many(shown + hidden, ['ячейки', 'ячеек', 'ячеек'])}, потому что числа в них малы или выдали бы малое число; какая из этих двух причин, не указано.`,
    rules: (rules) =>
      `Ячейка показывается, если в ней не менее ${ofPeople(rules.people)} в ${inMesta(rules.spots)} или более и не больше ${percent(rules.dominance)} приходится на одно место. Число людей округляется до ${number(rules.round_to)}, нижние границы вниз, верхние вверх, поэтому округлённые части могут не сходиться с итогом.`,
  },
  run: {
    title: 'Этот расчёт',
    lead: 'Что было на входе и что получилось, с отпечатками (SHA-256), чтобы любой мог проверить, что файл именно тот, который использован здесь.',
    made: (command, version) => `spotwise ${command}, версия ${version}`,
    seed: 'начальное число',
    options: 'параметры',
    none: 'нет',
    rows: 'прочитано строк',
    inputs: 'Прочитанные файлы',
    outputs: 'Файлы, записанные рядом с этой страницей',
    file: 'файл',
    hash: 'SHA-256',
  },
};
