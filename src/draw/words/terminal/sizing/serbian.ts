import type { Words } from '../../english.js';
import { many, SERBIAN, SERBIAN_CYRILLIC } from '../../serbian.js';
import { cyrillicScript, latinScript, type SerbianScript } from '../../serbian-script.js';
import type { SizingWords } from './english.js';

// Machine draft, needs native review.

/** What sizing methods say on the terminal, in Serbian, in the script given. */
function serbian(page: Words, w: SerbianScript): SizingWords {
  const { number, people, spots } = page;
  const godina = (count: number) =>
    Number.isInteger(count) ? many(count, [w`godine`, w`godine`, w`godina`]) : w`${number(count, 1)} godina`;
  const after = (count: number) =>
    Number.isInteger(count) ? many(count, [w`godinu`, w`godine`, w`godina`]) : w`${number(count, 1)} godina`;
  const razlicitih = (count: number) =>
    many(count, [w`različita osoba`, w`različite osobe`, w`različitih osoba`]);
  return {
    interval: w`interval`,
    note: w`napomena`,
    size: w`veličina`,
    refused: (refusal) => w`odbijeno: ${refusal}`,
    rowsIn: (rows, path) => w`${many(rows, [w`red`, w`reda`, w`redova`])} u ${path}`,
    capture: {
      twoLists: (first, second, both, seen) =>
        w`${number(first)} na prvoj listi, ${number(second)} na drugoj, ${number(both)} na obe: ${razlicitih(seen)}`,
      weighted: (both, raw) =>
        w`preklapanje ponderisano anketom: na obe liste ${number(both)} umesto ${number(raw)}; slučajnost samih pondera nije u intervalima (ima je ${'spotwise multiplier'})`,
      oddsRatio: w`odnos šansi među listama`,
      oddsNote: w`Podaci ne govore ništa o odnosu šansi: 1 je nezavisnost, iznad 1 iste osobe su na obe liste.`,
      severalLists: (seen, lists, names) =>
        w`${razlicitih(seen)} na ${many(lists, [w`listi`, w`liste`, w`lista`])}: ${names}`,
      model: w`log-linearni model`,
      standardError: w`st. greška`,
      weight: w`težina`,
      moreModels: (count) =>
        w`… i još ${many(count, [w`model`, w`modela`, w`modela`])} (--json ih sve sadrži)`,
      within: (plain, likelihood, redrawn) =>
        w`U okviru tih odnosa šansi ${plain}; kada se uračuna slučajnost, ${likelihood} po verodostojnosti, ${redrawn}.`,
      noFit: w`nijedna veličina ne odgovara brojevima kakvi jesu`,
      allow: (range) => w`brojevi kakvi jesu dopuštaju ${range}`,
      bootstrap: (range) => w`${range} po butstrepu`,
      bootstrapRefused: (refusal) => w`po butstrepu odbijeno: ${refusal}`,
      disagree: (factor) =>
        w`Odnos najveće i najmanje procene po metodama: ${number(factor, 1)}. Odgovor zavisi od toga šta se o listama pretpostavi, i izveštaj to treba da kaže.`,
    },
    successive: {
      sample: (sampled, prior) => w`${people(sampled)} redom kako su dolazile; prethodna raspodela ${prior}`,
      dependent: w`Prethodna raspodela su podaci prebrojani drugde: ${'combine'} neće brojati oboje.`,
    },
    tracked: {
      all: (all, mapped, sampled, mappedSampled, found) =>
        w`na karti ${spots(all)} i ${people(mapped)}; od toga provereno ${number(sampled)}, na karti ${number(mappedSampled)}, nađeno ${number(found)}`,
      stratum: w`stratum`,
      enumerated: w`provereno`,
      mapped: w`na karti`,
      foundForEach: w`nađeno na jednu sa karte`,
    },
    combine: {
      source: w`izvor`,
      leftOut: page.forest.leftOut,
      refused: (place, refusal) => w`${place}: odbijeno, ${refusal}`,
      disagree: (factor) =>
        w`Odnos najvećeg i najmanjeg izvora: ${number(factor, 1, true)}. Nikakva sinteza to ne uklanja; recite to uz broj.`,
    },
    extrapolate: {
      total: (mapped, held, unmapped, range, model) =>
        w`popisana područja: ${number(mapped)}, sa ${number(held)}; nepopisana: ${number(unmapped)}, sa ${range} po modelu ${model}, interval predviđanja 95%`,
      leftOut: w`svako popisano područje redom izostavljeno`,
      medianError: w`medijana greške`,
      logError: w`log greška`,
      coverage: w`pokrivenost 95%`,
      predicted: w`predviđeno ukupno`,
      note: w`Popisuju se područja koja su važna: u ostalima može biti manje osoba nego što kaže ma koji model.`,
    },
    compare: {
      all: w`sve`,
      earlier: w`ranije`,
      later: w`kasnije`,
      kept: w`zadržane`,
      moved: w`pomerene`,
      lost: w`izgubljene`,
      new: w`nove`,
      ends: (low, high, basis) => w`${low} do ${high} ${basis}`,
      lostSpots: (lost, gone) =>
        w`Izgubljene lokacije: ${number(lost)}, od toga nađeno da ih više nema: ${number(gone)}; ostale samo nisu popisane.`,
      standing: (population, standing, all, time, range, persons) =>
        w`${population}: posle ${godina(time)} na mestu sa ranije karte još je ${number(standing)} od ukupno ${spots(all)} (${range}), sa ${persons} njenih osoba`,
      halfLife: (half, low, high) =>
        w`; polovina nestaje posle ${godina(half)} (${number(low, 1)} do ${high === undefined ? w`bez kraja` : number(high, 1)})`,
      ahead: (time, standing, range) => w`. Za ${after(time)} ostaće ${standing} (${range}) kasnije karte.`,
      seeFirst: (names) => w`Prvo pogledati: ${names} (revisit.csv)`,
    },
    studySize: {
      sample: w`uzorak`,
      onBoth: w`na obe`,
      chanceOfFew: w`rizik za < 7`,
      capture: w`ulov–ponovni ulov`,
      multiplier: w`množilac`,
      ratio: w`visoko/nisko`,
      none: w`nema`,
    },
  };
}

export const SERBIAN_SIZING = serbian(SERBIAN, latinScript);

export const SERBIAN_CYRILLIC_SIZING = serbian(SERBIAN_CYRILLIC, cyrillicScript);
