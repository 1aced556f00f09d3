import { ALBANIAN, many } from '../../albanian.js';
import type { StudyWords } from './english.js';

// Machine draft, needs native review.

const { number, percent, spots } = ALBANIAN;
const workers = (count: number) => many(count, 'punonjës', 'punonjës');

/** What is said on the terminal of a study, in Albanian. */
export const ALBANIAN_STUDY: StudyWords = {
  progress: {
    reading: 'po lexohet',
    checking: 'po kontrollohet',
    estimating: 'po vlerësohet',
    chains: 'po llogariten zinxhirët',
    planning: 'po planifikohet',
    protecting: 'po mbrohet',
    comparing: 'po krahasohet',
    exporting: 'po eksportohet',
    studies: 'po riprodhohen studimet',
    towns: 'po shpiken qytete',
    designs: 'po provohen skemat',
    left: (count, unit) => `edhe rreth ${number(count)} ${unit === 'h' ? 'orë' : unit}`,
  },
  issues: {
    counts: (errors, warnings, notes) =>
      [
        many(errors, 'gabim', 'gabime'),
        many(warnings, 'paralajmërim', 'paralajmërime'),
        many(notes, 'shënim', 'shënime'),
      ].join(', '),
    more: (count, code) =>
      `… dhe ${number(count)} të tjera të ${code} (--all i tregon; issues.csv i ka të gjitha)`,
    read: (counts, files) => `${counts} në ${files}`,
  },
  labelled: (name, text) => `${name}: ${text}`,
  written: (counts, files, folder) => `${counts}. ${many(files, 'skedar', 'skedarë')} në ${folder}`,
  openReport: (path) => `Hapni raportin: ${path}`,
  basis: ALBANIAN.basisShort,
  estimate: {
    population: 'grupi',
    municipality: 'komuna',
    low: 'ulët',
    high: 'lartë',
    perSpot: 'për vend',
    extremes: 'ulët dhe lartë janë përgjigjet skajore të mbledhura, jo interval besimi.',
    interval: (population, ends, basis, method) => `${population} ${ends}: ${basis} (${method}).`,
    week: 'java',
    weekHead: Object.values(ALBANIAN.dayLetters).join(''),
    weekend: (days) => `fundjava (${days})`,
    days: ALBANIAN.days,
    busiest: 'më plot',
    flat: 'njësoj',
    level1Only: (count) => `${spots(count)} vetëm në nivelin 1`,
    tooFewBoth: (count) =>
      `${spots(count)} vetëm në nivelin 1; tepër pak i kanë të dy nivelet për të thënë sa gabojnë`,
    validateFirst: (names) => `vërtetoni së pari: ${names}`,
    totalError: (error) => `gabimi standard i totalit prej tyre ±${number(error, 1)}`,
    afterVisits: (error, visits) => `±${number(error, 1)} pas ${number(visits)}`,
    afterAll: (error) => `±${number(error, 1)} pas të gjithave`,
    chains: (count) => many(count, 'zinxhir', 'zinxhirë'),
    oneChanged: 'një zgjedhje e ndryshuar',
  },
  plan: {
    title: 'plani',
    workers: 'punonjës',
    visits: 'vizita në muaj',
    covered: 'persona të mbuluar',
    interrupted: 'Kërkimi u ndërpre: plani më i mirë deri tani, çdo rregull i kontrolluar.',
    stopped: 'Kërkimi u ndal nga --seconds: plani më i mirë deri tani, çdo rregull i kontrolluar.',
  },
  bounds: {
    who: 'kush çfarë shërben',
    parts: 'pjesë',
    km: 'km',
    personKm: 'persona-km',
    least: 'minimumi i vërtetuar',
    saved: 'mund të kursehet',
    tooLarge: 'tepër i madh për kufi',
    atMost: (share) => `më së shumti ${percent(share, 2, true)}`,
    noSolver:
      'Paketa highs nuk është instaluar: kufijtë nisen vetëm nga çmimet tona (npm install highs për t’i ngushtuar).',
  },
  sites: {
    open: (sites, method, kept, places) =>
      `qendra: ${number(sites)} të hapura sipas ${method}, prej tyre ${number(kept)} tashmë aty; ${many(places, 'vendndodhje', 'vendndodhje')} për të zgjedhur`,
    within: (within, people, share, minutes) =>
      `${number(within)} nga ${number(people)} persona${share === undefined ? '' : ` (${percent(share)})`} brenda ${number(minutes)} minutash, vetëm vajtje`,
    needed: (people, most, sites) =>
      `${number(people)} persona me ${number(most)} për qendër kërkojnë ${many(sites, 'qendër', 'qendra')} (F15)`,
    full: (sites) => `qendra që do të shërbenin më shumë persona se ç’mundin: ${number(sites)}`,
    unsafe: (sites) =>
      `qendra të mbajtura mes vendeve me nivel sigurie 4 ose 5, për t’u kontrolluar së pari: ${number(sites)}`,
    none: 'asnjë qendër nuk mund të hapet: çdo vendndodhje është e ndaluar, larg, ose tepër e vogël',
  },
  verify: {
    read: (parts, count, visits) =>
      `Të rilexuara nga tabelat e shkruara: ${number(parts)} vende e pjesë, ${workers(count)}, ${many(visits, 'vizitë', 'vizita')}.`,
    kept: 'mbajtur',
    broken: 'SHKELUR',
    sound: 'Plani i mban të gjitha rregullat.',
    unsound: 'Plani shkel rregulla.',
  },
};
