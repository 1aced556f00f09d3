import type { Audience } from '../../model/disclosure.js';
import type { Basis } from '../../model/range.js';
import type { Day } from '../../model/week.js';
import type { Words } from './english.js';
import { areaWord, numbersIn } from './number-style.js';

// Machine draft, needs native review.

const number = numbersIn({ group: '\u00a0', decimal: ',' });
const percent = (share: number, decimals = 0, isFixed = false) =>
  `${number(100 * share, decimals, isFixed)}%`;

function wholePercent(share: number): string {
  if (share > 0 && share < 0.01) return 'nën 1%';
  if (share < 1 && share > 0.99) return 'mbi 99%';
  return percent(share);
}

const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${number(Math.abs(value))}`;
const hour = (at: number) => `${String(at % 24).padStart(2, '0')}:00`;

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} dhe ${items.at(-1)}`;
}

export const many = (count: number, one: string, more: string) =>
  `${number(count)} ${count === 1 ? one : more}`;

const plural = areaWord({
  municipality: 'komuna',
  township: 'qytete (township)',
  county: 'qarqe',
  district: 'rrethe',
  town: 'qytete',
});
const singular = areaWord({
  municipality: 'komunë',
  township: 'qytet (township)',
  county: 'qark',
  district: 'rreth',
  town: 'qytet',
});
const vende = (count: number) => many(count, 'vend', 'vende');
const someOf = (known: number, all: number) =>
  known === all ? vende(all) : `${number(known)} nga ${vende(all)}`;

const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: 'hën',
  tue: 'mar',
  wed: 'mër',
  thu: 'enj',
  fri: 'pre',
  sat: 'sht',
  sun: 'die',
};

const BASES: Readonly<Record<Basis, string>> = {
  extremes: 'përgjigjet më të ulëta dhe më të larta, të mbledhura',
  confidence: 'interval besimi',
  credible: 'interval besueshmërie',
  spread: 'shpërndarje, pa nivel besimi',
};

const AUDIENCES: Readonly<Record<Audience, { readonly name: string; readonly says: string }>> = {
  team: {
    name: 'Vetëm për ekipin',
    says: 'Vendet janë të sakta. Mbajeni këtë faqe të mbyllur: ajo që tregon mund t’u sjellë dëm njerëzve.',
  },
  programme: {
    name: 'Për programin',
    says: 'Vendet janë të përafërta, rreth 100 m; këtu nuk ka asnjë kod vendi apo punonjësi. Mos e përcillni.',
  },
  partner: {
    name: 'Për partnerët',
    says: 'Tabela sipas zonës dhe llojit të vendit; numrat e vegjël janë fshehur, të tjerët rrumbullakuar. Asnjë vend nuk tregohet.',
  },
  public: {
    name: 'Për publikun',
    says: 'Tabela sipas zonës; numrat e vegjël janë fshehur, të tjerët rrumbullakuar. Asnjë vend nuk tregohet.',
  },
};

/** The words of pages and sheets in Albanian. */
export const ALBANIAN: Words = {
  tag: 'sq',
  number,
  percent,
  wholePercent,
  signed,
  hour,
  list,
  plural,
  singular,
  populations: {
    FSW: 'Punëtore të seksit',
    MSM: 'Burra që kryejnë marrëdhënie seksuale me burra',
    PWID: 'Persona që injektojnë drogë',
    TG: 'Persona trans',
    MSW: 'Punëtorë të seksit',
  },
  days: DAY_NAMES,
  dayLetters: { mon: 'H', tue: 'M', wed: 'M', thu: 'E', fri: 'P', sat: 'S', sun: 'D' },
  dayList: (days) => list(days.map((day) => DAY_NAMES[day])),
  hourSpan: (from, to) => `${hour(from)}–${hour(to)}`,
  range: (low, high) => `${number(low)}–${number(high)}`,
  bases: BASES,
  basisShort: {
    extremes: 'të raportuara',
    confidence: 'besim',
    credible: 'besueshmëri',
    spread: 'shpërndarje',
  },
  people: (count) => many(count, 'person', 'persona'),
  spots: vende,
  spotsOf: someOf,
  denominator: (name) =>
    ({ adult_men: 'burra të rritur', adult_women: 'gra të rritura' })[name] ?? name.replaceAll('_', ' '),
  page: {
    skip: 'Kalo te përgjigjet',
    contents: 'Në këtë faqe',
    dataTable: 'Numrat pas figurës',
    allRows: (count, what) => `Të gjitha rreshtat (${number(count)}): ${what}`,
    filter: (what) => `Kërko: ${singular(what)}`,
    sortBy: (column) => `rendit sipas: ${column}`,
    missing: 'Nuk dihet',
    hidden: 'e fshehur',
    zoomIn: 'Zmadho',
    zoomOut: 'Zvogëlo',
    credits: 'Burimet e kufijve dhe të emëruesve',
    draft: 'Përkthim automatik, ende i palexuar nga një folës amtar.',
    footer: (version) =>
      `Bërë me spotwise ${version}. I njëjti studim, të njëjtat zgjedhje dhe e njëjta farë japin të njëjtat bajte.`,
    audiences: AUDIENCES,
  },
  answers: {
    title: 'Shkurt',
    howMany: 'Sa?',
    whereMost: 'Ku më shumë?',
    whenBusiest: 'Kur më shumë?',
    howSure: 'Sa të sigurt?',
    notCovered: 'Kush nuk mbulohet?',
    per1000: (rate, of) => `${number(rate, 1)} për 1\u00a0000 ${of}`,
    people: 'persona',
    top: (count, all, share, word) =>
      count >= all
        ? `në ${number(all)} ${all === 1 ? singular(word) : plural(word)}`
        : `${percent(share)} në ${number(count)} nga ${number(all)} ${plural(word)}`,
    weekFlat: 'Pothuaj njësoj çdo ditë',
    weekUnknown: 'Ditët nuk u shënuan',
    weekend: (days, percentMore) => `${signed(percentMore)}% ${days}`,
    hours: (span) => `më plot ${span}`,
    hoursAllDay: 'asnjë orë nuk dallohet',
    hoursUnknown: 'orët nuk u shënuan',
    ends: (less, more) => `${signed(less)}% deri ${signed(more)}%`,
    endsSay: 'nga përgjigjja më e ulët te më e larta, jo interval besimi',
    noRange: 'Nuk u shënuan as më e ulëta as më e larta, prandaj nuk ka kufij.',
    rangeHead: 'Kufijtë',
    withoutRange: (spots) => `${vende(spots)} pa kufij`,
    knownHead: 'Vizituar',
    evidence: (spots, validated, share) =>
      validated === 0
        ? `${vende(spots)}, asnjë i vërtetuar`
        : validated === spots
          ? `${vende(spots)}, të gjitha të vërtetuara`
          : `${number(validated)} nga ${vende(spots)} të vërtetuara, me ${wholePercent(share)} të personave`,
    remote: (places, remote) => `${number(places)} në vend, ${number(remote)} me telefon ose në ueb`,
    notCountedHead: 'Pa numëruar',
    unlisted: 'personat në vende që askush s’i shënoi',
    noSpot: 'personat që nuk vijnë në asnjë vend',
    unvisited: (count, all, word) =>
      `personat në ${number(count)} nga ${number(all)} ${plural(word)} të pavizituara`,
    uncoveredOf: (share, whole) => `${wholePercent(share)} e ${whole}`,
    everyone: 'Plani i mbulon të gjithë.',
    mostly: (persons, reason) => `${number(persons)} ${reason}`,
    noPlan: 'Nuk u bë plan.',
    notForAudience: 'Nuk është në një faqe për këtë publik.',
    hiddenTotal: 'E fshehur: tepër pak persona ose vende.',
  },
  where: {
    title: 'Ku',
    lead: (word) =>
      `Ngjyra tregon sa persona vlerësohen në një ${singular(word)}; sipërfaqja e rrethit, sa takohen në një vend. Zonat e mëdha duken më të rëndësishme se ç’janë: lexoni edhe numrat.`,
    leadPoints:
      'Sipërfaqja e rrethit tregon sa persona takohen në një vend. Studimi nuk ka kufij për t’i vizatuar mbi ta.',
    hiddenRows: (names) =>
      `E fshehur, sepse e vogël ose për të mbrojtur një numër të vogël; askush llogaritet i vogël: ${names}.`,
    emptyRows: (names) => `Asnjë vend nuk është shënuar në ${names}. Kjo nuk do të thotë se nuk ka njeri.`,
    leadAggregated: (word) =>
      `Ngjyra tregon sa persona vlerësohen në një ${singular(word)}. Zonat e mëdha duken më të rëndësishme se ç’janë: lexoni edhe numrat.`,
    mapTitle: (population) => `Harta: ${population}`,
    mapSays: (areas, spots, top) =>
      `${many(areas, 'zonë', 'zona')} dhe ${vende(spots)} të vizatuara. Më shumë persona: ${top}.`,
    caption: (what) =>
      `${what.population}${what.when}. Rrathët: ${what.drawn === what.spots ? vende(what.spots) : `${number(what.drawn)} nga ${vende(what.spots)} (të tjerët pa koordinata)`}, ${what.exact ? 'në vendin e shënuar' : 'të zhvendosur te 0,001° më e afërt, rreth 100 m'}. Personat e takuar me telefon ose në ueb nuk kanë vend në hartë.`,
    captionAreas: (what) =>
      `${what.population}${what.when}. Vetëm zona: asnjë vend nuk i tregohet këtij publiku.`,
    captionNoPoints: (what) =>
      `${what.population}${what.when}, nga ${vende(what.spots)}. Studimi nuk ka koordinata vendesh.`,
    merged: 'Rrathët që do të mbulonin njëri-tjetrin vizatohen si një.',
    noSpot: 'asnjë vend i shënuar (nuk është e njëjta gjë si askush)',
    notVisited: 'e pavizituar',
    hidden: 'e fshehur (numra të vegjël)',
    classPeople: 'persona',
    circlePeople: 'persona në një vend',
    km: (km) => `${number(km, 2)} km`,
    noMap: 'Nuk ka hartë: studimi nuk ka as kufij as koordinata.',
    tableTitle: (word, population) => `${plural(word)}: ${population}`,
    share: 'pjesa',
    spots: 'vende',
    spotsAtLeast: 'vende, të paktën',
    estimate: 'vlerësimi',
    range: 'kufijtë',
    rangeHead: 'më e ulëta deri më e larta',
    per1000: 'për 1\u00a0000',
    barHead: (most) => `0 deri ${number(most)}`,
  },
  sizes: {
    title: 'Sa, dhe sa të sigurt',
    lead: 'Dy gjëra të ndryshme vizatohen veç e veç. Shiriti i gjerë janë kufijtë: të gjitha përgjigjet më të ulëta të mbledhura, të gjitha më të lartat të mbledhura. Vija e hollë poshtë llogaritet nga një supozim i thënë për gabimet. Asnjëra nuk është interval besimi, përveç kur thuhet.',
    leadAggregated:
      'Shiriti janë kufijtë: të gjitha përgjigjet më të ulëta të mbledhura, të gjitha më të lartat të mbledhura, të rrumbullakuara. Nuk është interval besimi.',
    range: (range) => `kufijtë ${range} (përgjigjet më të ulëta dhe më të larta, të mbledhura)`,
    interval: (range, basis, method) => `i llogaritur ${range} (${basis}; ${method})`,
    noRange: 'pa kufij: nuk u shënua as më e ulëta as më e larta',
    noInterval: 'pa interval të llogaritur',
    figure: 'Vlerësimet kombëtare me kufijtë e tyre',
    says: (rows) => rows.join(' '),
    rowSays: (population, estimate, range) => `${population}: ${number(estimate)}, ${range}.`,
    caption: (when, spots) => `Të gjitha grupet në një shkallë personash${when}, nga ${vende(spots)}.`,
    captionAggregated: (when) => `Të gjitha grupet në një shkallë personash${when}.`,
    modes: (geo, phone, web) =>
      list([
        `${number(geo)} të takuar në vende`,
        ...(phone > 0 ? [`${number(phone)} me telefon`] : []),
        ...(web > 0 ? [`${number(web)} në ueb`] : []),
      ]),
  },
  week: {
    title: 'Kur',
    lead: 'Personat e pritur në vendet e hapura, sipas ditës dhe orës. Orët pas mesnate i takojnë mbrëmjes së mëparshme. Kjo tregon kur janë të hapura vendet, jo sa qëndron dikush.',
    heatTitle: (population) => `Java: ${population}`,
    heatSays: (day, span, people) =>
      `Më plot ${day} në ${span}, me rreth ${number(people)} persona në vendet e hapura.`,
    heatCaption: (what) =>
      `${what.population}${what.when}, nga ${someOf(what.known, what.spots)} me orë të njohura.${what.flat > 0 ? ` ${number(what.flat)} prej tyre nuk thonë gjë për javën dhe llogariten njësoj çdo ditë.` : ''} Ata pa orë janë lënë jashtë, nuk merren si të mbyllur.`,
    clockTitle: (population) => `Orët më plot: ${population}`,
    clockSays: (span) =>
      span === undefined ? 'Asnjë orë nuk dallohet.' : `Më shumë persona në vendet e hapura: ${span}.`,
    clockCaption:
      'Një ditë mesatare; çdo petal është një orë, gjatësia e tij personat në vendet e hapura. Nata është e hijezuar.',
    stripTitle: (population) => `Ditët: ${population}`,
    stripSays: (days) => (days === '' ? 'Asnjë ditë nuk dallohet.' : `Më plot: ${days}.`),
    stripCaption: (what) =>
      `${what.population}${what.when}, persona në ditë në ${someOf(what.known, what.spots)} me javë të njohur. Orët nuk u shënuan.`,
    unknown: (population) => `${population}: nuk u shënuan as ditët as orët.`,
    atHour: (day, at, people) => `${day} ${at}: ${number(people)}`,
    day: 'dita',
    hour: 'ora',
    people: 'persona',
    mean: 'mesatarja',
    fullest: 'më plot',
    least: 'asnjë',
    few: 'më pak',
    most: 'më shumë',
  },
  kinds: {
    title: 'Llojet e vendeve',
    lead: 'Persona sipas llojit të vendit ku numërohen, me kufijtë e përgjigjeve.',
    kind: 'lloji',
    modes: { geo: 'në vend', phone: 'me telefon', web: 'në ueb' },
    unstated: 'e pathënë',
    caption: (population, when, spots) => `${population}${when}, nga ${vende(spots)}.`,
    captionAggregated: (population, when) => `${population}${when}.`,
  },
  concentration: {
    title: 'Sa pabarabartë',
    lead: 'Vendet janë renditur nga më i vogli te më i madhi. Sa më poshtë vijës së drejtë të bjerë lakorja, aq më shumë persona janë në pak vende. Vendet që askush s’i shënoi do ta ulnin Gini-n.',
    figure: (population) => `Lakorja e Lorencit: ${population}`,
    says: (gini, half, spots) =>
      `Gini ${number(gini, 2)}. Gjysma e personave janë në ${number(half)} më të mëdhatë nga ${vende(spots)} (${percent(half / spots)}).`,
    caption: (population, when, spots) =>
      `${population}${when}, ${vende(spots)}, 0 = të gjitha njësoj, 1 = të gjithë në një.`,
    spotsAxis: 'vendet, më të voglat së pari',
    peopleAxis: 'personat',
    gini: 'Gini',
    shareSpots: 'pjesa e vendeve',
    sharePeople: 'pjesa e personave',
    even: 'të gjitha njësoj',
    tooFew: (population) => `${population}: tepër pak vende për një lakore.`,
  },
  plan: {
    title: 'Plani',
    lead: (target) =>
      `Çfarë bën mikroplani me këto vlerësime; synon ${percent(target)} e personave të takuar në vende. Ku gabojnë vlerësimet, gabon edhe plani.`,
    mapTitle: (population) => `Zonat e punonjësve: ${population}`,
    mapSays: (catchments, gaps) =>
      `${many(catchments, 'zonë', 'zona')} të vizatuara; ${vende(gaps)} pa vizitë të planifikuar, si unaza.`,
    mapCaption: (population, exact) =>
      `${population}. Çdo njollë ka vendet e një punonjësi, ${exact ? '50 m rreth tyre' : 'rreth 300 m rreth vendeve të përafërta'}. Unazat: persona në vende pa vizitë; sipërfaqja tregon sa.`,
    legendCatchment: 'vendet e një punonjësi',
    legendGap: 'persona pa vizitë',
    covered: 'të mbuluar',
    uncovered: 'të pambuluar',
    facts: (what) =>
      `${many(what.workers, 'punonjës', 'punonjës')}${what.isSlots ? ' për t’u gjetur' : ''}, ${vende(what.spots)}, ${many(what.visits, 'vizitë', 'vizita')} në katër javë.${what.fromNeed}`,
    need: (low, estimate, high) =>
      ` Sipas formulës synimi kërkon ${number(estimate)} punonjës (${number(low)}–${number(high)} sipas kufijve).`,
    chance: (chance, target) =>
      `Mundësia për të mbuluar ${percent(target)} të të gjithëve, të takuar në vende apo jo: ${wholePercent(chance)}.`,
    conflict: 'Gjendje konflikti: askush nuk dërgohet ku siguria nuk është shënuar.',
    coverTitle: 'Të mbuluar dhe të pambuluar',
    coverSays: (covered, all) => `${number(covered)} nga ${number(all)}`,
    loadTitle: (population) => `Ngarkesa e punonjësve: ${population}`,
    loadSays: (workers, mean, full) =>
      `${many(workers, 'punonjës', 'punonjës')}; mesatarisht ${number(mean)} persona secili; ${number(full)} në nëntë të dhjetat e maksimumit ose më shumë.`,
    loadCaption:
      'Një shtyllë për punonjës, më të ngarkuarit së pari. Vija është maksimumi që shërben një punonjës.',
    loadMost: (most) => `maksimumi: ${number(most)}`,
    worker: 'punonjësi',
    workers: 'punonjës',
    people: 'persona',
    mostHead: 'maksimumi',
    load: 'ngarkesa',
    noWorkers: (population) => `${population}: plani nuk i jep vend asnjë punonjësi.`,
    noMap: 'Pa hartë zonash: asnjë vend i planit nuk ka koordinata.',
  },
  uncovered: {
    title: 'Kush nuk mbulohet, dhe pse',
    lead: 'Të gjithë ata që plani nuk i arrin, secili me një arsye dhe ndryshimin më të vogël që do t’u ndihmonte shumicës.',
    nobody: (population) => `${population}: të gjithë mbulohen.`,
    reason: 'arsyeja',
    people: 'persona',
    spots: 'vende',
    change: 'çfarë do të ndihmonte',
    caption: (population, uncovered, all) =>
      `${population}: ${number(uncovered)} nga ${number(all)} persona.`,
    reasons: {
      virtual_only: 'të takuar vetëm me telefon ose në ueb',
      not_met_at_spots: 'kurrë të takuar në një vend të hartuar',
      nobody_expected: 'në vende ku nuk pritet askush',
      security: 'në vende që nuk dihet nëse janë të sigurta',
      incident: 'në vende afër një incidenti të fundit',
      no_worker_of_population: 'pa punonjës të grupit të tyre',
      no_shared_language: 'pa punonjës që flet gjuhën e tyre',
      no_pair: 'ku vizita bëhet dy veta dhe nuk gjendet dyshe',
      distance: 'tepër larg çdo punonjësi',
      hours: 'aty vetëm kur asnjë punonjës s’është i lirë',
      curfew: 'aty vetëm gjatë orës policore',
      capacity: 'ku çdo punonjës që mund të shkojë është plot',
      road_closed: 'pas një rruge të mbyllur',
      money: 'për mungesë parash',
    },
    changes: {
      online_task: 'një detyrë në internet: bisedë, telefon ose lidhje te një qendër',
      networks: 'rrjetet: personat e takuar sjellin të tjerë',
      new_count: 'numërim i ri',
      after_incident: 'pritje, pastaj kontroll i ri i sigurisë së vendit',
      security_check: 'kontroll i ri i sigurisë së vendit',
      new_worker: 'më shumë punonjës',
      more_people: 'edhe pak persona për një punonjës që ka vend',
      go_farther: 'një punonjës që shkon më larg ose banon më afër',
      other_hours: 'orar tjetër pune',
      meet_earlier: 'takim para orës policore',
      open_road: 'rrugë e hapur, ose punonjës në anën tjetër',
      more_money: 'më shumë para',
    },
  },
  trace: {
    title: 'Nga shuma e papërpunuar te vlerësimi',
    lead: 'Çdo hap i zinxhirit dhe çfarë i bëri totalit, me radhë. Asgjë tjetër nuk e ndryshoi numrin.',
    step: 'hapi',
    method: 'metoda',
    change: 'ndryshimi',
    after: 'totali pas tij',
    rows: 'vende',
    caption: (population, when) => `${population}${when}, persona.`,
    steps: {
      settle: 'shuma e papërpunuar e vendeve',
      level_1: 'niveli 1 i ndrequr',
      day: 'dita e zgjedhur',
      overlap: 'persona të parë dy herë',
      hidden: 'persona në asnjë vend',
      profiles: 'nga profilet te personat',
      virtual: 'telefoni dhe uebi bashkë',
    },
    unchanged: 'pa ndryshim',
  },
  forest: {
    title: 'Krahas metodave të tjera',
    lead: 'Vlerësime me metoda të ndryshme, secila me kuptimin e skajeve të saj. Katrorët janë vlerësime të vetme, rombet i bashkojnë. Numërimi i këtij studimi tregohet për krahasim; bashkohet vetëm kur është vetë një rresht i tabelës.',
    figure: (population, place) =>
      place === '' ? `Vlerësimet: ${population}` : `Vlerësimet: ${population}, ${place}`,
    source: 'vlerësim nga',
    persons: 'persona',
    ends: 'nga e ulëta te e larta',
    own: 'numërimi i këtij studimi',
    joined: (name) => `të bashkuara: ${name}`,
    leftOut: (name, persons, reason) => `E lënë jashtë: ${name} (${number(persons)}), ${reason}.`,
    refusal: (reason) => `Nuk u bashkuan: ${reason}.`,
    basis: (basis, level) => (level === undefined ? BASES[basis] : `${percent(level)} ${BASES[basis]}`),
    noEnds: 'pa skaje',
    disagree: (factor) =>
      `Më i madhi është ${number(factor, 1)} herë më i vogli. Asnjë bashkim nuk e zhduk këtë.`,
    caption: (population, sources) => `${population}: ${many(sources, 'vlerësim', 'vlerësime')}, persona.`,
  },
  choices: {
    title: 'Sikur të kishim zgjedhur ndryshe',
    lead: 'Çdo zinxhir zgjedhjesh i mbrojtshëm që lejojnë të dhënat, sipas totalit. Zinxhiri i këtij studimi është i shënuar. Zinxhirët nuk janë njësoj të besueshëm dhe kanë të njëjtat të dhëna: nuk është shpërndarje.',
    figure: (population) => `Totalet me zgjedhje të tjera: ${population}`,
    says: (chains, low, high, own) =>
      `${many(chains, 'zinxhir jep', 'zinxhirë japin')} ${number(low)} deri ${number(high)} persona${own === undefined ? '' : `; ai i këtij studimi ${number(own)}`}.`,
    caption: (population, drawn, all) =>
      `${population}. ${drawn === all ? '' : `${number(drawn)} nga ${number(all)} zinxhirë të vizatuar, të marrë në largësi të barabarta. `}Shiriti: përgjigjet më të ulëta dhe më të larta të mbledhura; vija: vlerësimi. Shenjat poshtë tregojnë zgjedhjen e çdo zinxhiri.`,
    effects: 'Një zgjedhje e ndryshuar, të tjerat si në studim',
    choice: 'zgjedhja',
    estimate: 'totali',
    change: 'ndryshimi',
    own: 'ky studim',
    single: (population) => `${population}: të dhënat lejojnë vetëm një zinxhir.`,
  },
  issues: {
    title: 'Çfarë është e dyshimtë në të dhëna',
    none: 'Asnjë gabim, paralajmërim apo shënim.',
    counts: (errors, warnings, notes) =>
      `${list([many(errors, 'gabim', 'gabime'), many(warnings, 'paralajmërim', 'paralajmërime'), many(notes, 'shënim', 'shënime')])}.`,
    severity: { error: 'gabim', warning: 'paralajmërim', note: 'shënim' },
    what: 'çfarë',
    where: 'ku',
    todo: 'për t’u bërë',
    times: (count) => `${number(count)} herë`,
    andMore: (count) => `dhe ${number(count)} të tjera`,
  },
  methods: {
    title: 'Si u bë',
    lead: 'Kartat më poshtë (anglisht) janë ato që printon `spotwise explain`: çfarë bën çdo hap, kur është i drejtë, kur mashtron dhe nga vjen.',
    all: 'të gjitha grupet',
    set: 'Vendosur në',
  },
  protection: {
    title: 'Çfarë është fshehur, dhe pse',
    says: (shown, hidden) =>
      `${number(hidden)} nga ${number(shown + hidden)} qeliza janë fshehur, sepse janë të vogla ose do të tregonin një të vogël; cila nga të dyja nuk thuhet.`,
    rules: (rules) =>
      `Një qelizë tregohet me të paktën ${many(rules.people, 'person', 'persona')} në ${vende(rules.spots)} ose më shumë dhe jo më shumë se ${percent(rules.dominance)} në një vend. Personat rrumbullakohen në ${number(rules.round_to)}, të ulëtat poshtë dhe të lartat lart, prandaj pjesët e rrumbullakuara mund të mos mblidhen.`,
  },
  run: {
    title: 'Kjo llogaritje',
    lead: 'Çfarë hyri dhe çfarë doli, me gjurmë (SHA-256), që kushdo të kontrollojë se një skedar është ai i përdorur këtu.',
    made: (command, version) => `spotwise ${command}, versioni ${version}`,
    seed: 'fara',
    options: 'zgjedhjet',
    none: 'asnjë',
    rows: 'rreshta të lexuar',
    inputs: 'Skedarët e lexuar',
    outputs: 'Skedarët e shkruar pranë kësaj faqeje',
    file: 'skedari',
    hash: 'SHA-256',
  },
};
