import { ALBANIAN, many } from '../../albanian.js';
import type { SizingWords } from './english.js';

// Machine draft, needs native review.

const { number, people, spots } = ALBANIAN;

const years = (count: number) => `${number(count, 1)} ${count === 1 ? 'vit' : 'vjet'}`;
const different = (count: number) => many(count, 'person i ndryshëm', 'persona të ndryshëm');

/** What sizing methods say on the terminal, in Albanian. */
export const ALBANIAN_SIZING: SizingWords = {
  interval: 'intervali',
  note: 'vërejtje',
  size: 'madhësia',
  refused: (refusal) => `refuzuar: ${refusal}`,
  rowsIn: (rows, path) => `${many(rows, 'rresht', 'rreshta')} në ${path}`,
  capture: {
    twoLists: (first, second, both, seen) =>
      `${number(first)} në listën e parë, ${number(second)} në të dytën, ${number(both)} në të dyja: ${different(seen)}`,
    weighted: (both, raw) =>
      `mbivendosja e peshuar nga anketa: ${number(both)} në të dyja në vend të ${number(raw)}; rastësia e vetë peshave nuk është në intervale (spotwise multiplier e ka)`,
    oddsRatio: 'raporti i shanseve mes listave',
    oddsNote:
      'Të dhënat nuk thonë gjë për raportin e shanseve: 1 është pavarësi, mbi 1 të njëjtët persona janë në të dyja.',
    severalLists: (seen, lists, names) => `${different(seen)} në ${many(lists, 'listë', 'lista')}: ${names}`,
    model: 'modeli log-linear',
    standardError: 'gabimi std.',
    weight: 'pesha',
    moreModels: (count) => `… dhe ${number(count)} modele të tjera (--json i ka të gjitha)`,
    within: (plain, likelihood, redrawn) =>
      `Brenda këtyre raporteve të shanseve ${plain}; duke llogaritur rastësinë, ${likelihood} sipas përgjasisë, ${redrawn}.`,
    noFit: 'asnjë madhësi nuk u përshtatet numrave siç janë',
    allow: (range) => `numrat siç janë lejojnë ${range}`,
    bootstrap: (range) => `${range} me bootstrap`,
    bootstrapRefused: (refusal) => `me bootstrap refuzuar: ${refusal}`,
    disagree: (factor) =>
      `Metodat ndryshojnë me faktor ${number(factor, 1)}: përgjigjja varet nga çka supozohet për listat, dhe raporti duhet ta thotë.`,
  },
  successive: {
    sample: (sampled, prior) => `${people(sampled)} sipas radhës së ardhjes; apriori ${prior}`,
    dependent: 'Apriori janë të dhëna të numëruara diku tjetër: combine nuk do t’i numërojë të dyja.',
  },
  tracked: {
    all: (all, mapped, sampled, mappedSampled, found) =>
      `${spots(all)} të hartuara me ${number(mapped)} persona; ${number(sampled)} prej tyre, të hartuara me ${number(mappedSampled)}, kishin ${number(found)}`,
    stratum: 'shtresa',
    enumerated: 'të numëruara',
    mapped: 'të hartuara',
    foundForEach: 'të gjetur për çdo të hartuar',
  },
  combine: {
    source: 'burimi',
    leftOut: ALBANIAN.forest.leftOut,
    refused: (place, refusal) => `${place}: refuzuar, ${refusal}`,
    disagree: (factor) =>
      `Burimet ndryshojnë me faktor ${number(factor, 1, true)}: asnjë sintezë nuk e zhduk këtë; thuajeni krahas numrit.`,
  },
  extrapolate: {
    total: (mapped, held, unmapped, range, model) =>
      `zona të hartuara: ${number(mapped)}, me ${people(held)}; zona të pahartuara: ${number(unmapped)}, me ${range} sipas ${model}, interval parashikimi 95%`,
    leftOut: 'çdo zonë e hartuar e lënë jashtë me radhë',
    medianError: 'gabimi mesor',
    logError: 'gabimi log',
    coverage: 'mbulimi i 95%',
    predicted: 'totali i parashikuar',
    note: 'Hartohen zonat që kanë rëndësi: të tjerat mund të kenë më pak se ç’thotë çdo model.',
  },
  compare: {
    all: 'të gjitha',
    earlier: 'më parë',
    later: 'më vonë',
    kept: 'mbajtur',
    moved: 'lëvizur',
    lost: 'humbur',
    new: 'të reja',
    ends: (low, high, basis) => `${low} deri ${high} ${basis}`,
    lostSpots: (lost, gone) =>
      `Vende të humbura: ${number(lost)}, prej tyre ${number(gone)} u gjetën të zhdukura; të tjerat vetëm nuk janë shënuar.`,
    standing: (population, standing, all, after, range, persons) =>
      `${population}: ${number(standing)} nga ${spots(all)} janë ende ku thotë harta e mëparshme pas ${years(after)} (${range}), me ${persons} të personave të saj`,
    halfLife: (half, low, high) =>
      `; gjysma zhduken pas ${years(half)} (${number(low, 1)} deri ${high === undefined ? 'pa fund' : number(high, 1)})`,
    ahead: (after, standing, range) =>
      `. Pas ${years(after)} do të mbetet ${standing} (${range}) e hartës së mëvonshme.`,
    seeFirst: (names) => `Shihni së pari: ${names} (revisit.csv)`,
  },
  studySize: {
    sample: 'mostra',
    onBoth: 'në të dyja',
    chanceOfFew: 'rreziku i < 7',
    capture: 'kapje-rikapje',
    multiplier: 'shumëzuesi',
    ratio: 'lartë/ulët',
    none: 'asnjë',
  },
};
