import { many, SERBIAN, SERBIAN_CYRILLIC } from '../../serbian.js';
import { cyrillicScript, latinScript, type SerbianScript } from '../../serbian-script.js';
import type { Words } from '../../english.js';
import type { StudyWords } from './english.js';

// Machine draft, needs native review.

/** What is said on the terminal of a study, in Serbian, in the script given. */
function serbian(page: Words, w: SerbianScript): StudyWords {
  const { number, percent, spots } = page;
  const workers = (count: number) =>
    many(count, [w`terenski radnik`, w`terenska radnika`, w`terenskih radnika`]);
  return {
    progress: {
      reading: w`čitanje`,
      checking: w`provera`,
      estimating: w`procena`,
      chains: w`računanje lanaca`,
      planning: w`planiranje`,
      protecting: w`zaštita`,
      comparing: w`poređenje`,
      exporting: w`izvoz`,
      studies: w`ponavljanje studija`,
      towns: w`izmišljanje gradova`,
      designs: w`isprobavanje nacrta`,
      left: (count, unit) => w`još oko ${number(count)} ${unit}`,
    },
    issues: {
      counts: (errors, warnings, notes) =>
        [
          many(errors, [w`greška`, w`greške`, w`grešaka`]),
          many(warnings, [w`upozorenje`, w`upozorenja`, w`upozorenja`]),
          many(notes, [w`napomena`, w`napomene`, w`napomena`]),
        ].join(', '),
      more: (count, code) =>
        w`… i još ${number(count)} sa oznakom ${code} (--all ih prikazuje; u issues.csv su sve)`,
      read: (counts, files) => w`${counts} u datotekama: ${files}`,
    },
    labelled: (name, text) => `${name}: ${text}`,
    written: (counts, files, folder) =>
      w`${counts}. ${many(files, [w`datoteka`, w`datoteke`, w`datoteka`])} u ${folder}`,
    openReport: (path) => w`Otvorite izveštaj: ${path}`,
    basis: page.basisShort,
    estimate: {
      population: w`populacija`,
      municipality: w`opština`,
      low: w`nisko`,
      high: w`visoko`,
      perSpot: w`po lokaciji`,
      extremes: w`„nisko“ i „visoko“ su zbir najnižih i zbir najviših odgovora, a ne interval poverenja.`,
      interval: (population, ends, basis, method) => `${population} ${ends}: ${basis} (${method}).`,
      week: w`nedelja`,
      weekHead: Object.values(page.dayLetters).join(''),
      weekend: (days) => w`vikend (${days})`,
      days: page.days,
      busiest: w`najposećenije`,
      flat: w`jednako`,
      level1Only: (count) => w`${spots(count)} samo na nivou 1`,
      tooFewBoth: (count) =>
        w`${spots(count)} samo na nivou 1; premalo ih ima oba nivoa da bi se reklo koliko greše`,
      validateFirst: (names) => w`prvo potvrditi: ${names}`,
      totalError: (error) => w`standardna greška ukupnog broja zbog njih ±${number(error, 1)}`,
      afterVisits: (error, visits) => w`±${number(error, 1)} posle ${number(visits)}`,
      afterAll: (error) => w`±${number(error, 1)} posle svih`,
      chains: (count) => many(count, [w`lanac`, w`lanca`, w`lanaca`]),
      oneChanged: w`promenjen jedan izbor`,
    },
    plan: {
      title: w`plan`,
      workers: w`radnici`,
      visits: w`poseta mesečno`,
      covered: w`obuhvaćeno osoba`,
      interrupted: w`Pretraga je prekinuta: najbolji plan do sada, sva pravila proverena.`,
      stopped: w`Pretragu je zaustavio --seconds: najbolji plan do sada, sva pravila proverena.`,
    },
    bounds: {
      who: w`ko koga opslužuje`,
      parts: w`delovi`,
      km: 'km',
      personKm: w`osoba-km`,
      least: w`dokazani minimum`,
      saved: w`moguća ušteda`,
      tooLarge: w`preveliko za granicu`,
      atMost: (share) => w`najviše ${percent(share, 2, true)}`,
      noSolver: w`Paket highs nije instaliran: granice polaze samo od sopstvenih cena (${'npm install highs'} ih izoštrava).`,
    },
    sites: {
      open: (sites, method, kept, places) =>
        w`centri: otvoreno ${number(sites)} metodom ${method}, od toga već postoji ${number(kept)}; na izboru ${many(places, [w`mesto`, w`mesta`, w`mesta`])}`,
      within: (within, people, share, minutes) =>
        w`${number(within)} od ukupno ${many(people, [w`osobe`, w`osobe`, w`osoba`])}${share === undefined ? '' : ` (${percent(share)})`} do ${many(minutes, [w`minut`, w`minuta`, w`minuta`])} u jednom smeru`,
      needed: (people, most, sites) =>
        w`za ${many(people, [w`osobu`, w`osobe`, w`osoba`])}, po centru ${number(most)}, treba ${many(sites, [w`centar`, w`centra`, w`centara`])} (${'F15'})`,
      full: (sites) => w`centri koji bi opsluživali više osoba nego što mogu: ${number(sites)}`,
      unsafe: (sites) =>
        w`zadržani centri među lokacijama nivoa bezbednosti 4 ili 5, prvo ih proveriti: ${number(sites)}`,
      none: w`nijedan centar ne može da se otvori: svako mesto je zabranjeno, van domašaja ili premalo`,
    },
    verify: {
      read: (parts, count, visits) =>
        w`Ponovo pročitano iz napisanih tabela: ${many(parts, [w`lokacija ili deo`, w`lokacije i dela`, w`lokacija i delova`])}, ${workers(count)}, ${many(visits, [w`poseta`, w`posete`, w`poseta`])}.`,
      kept: w`poštovano`,
      broken: w`PREKRŠENO`,
      sound: w`Plan poštuje sva pravila.`,
      unsound: w`Plan krši pravila.`,
    },
  };
}

export const SERBIAN_STUDY = serbian(SERBIAN, latinScript);

export const SERBIAN_CYRILLIC_STUDY = serbian(SERBIAN_CYRILLIC, cyrillicScript);
