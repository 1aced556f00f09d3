import type { Words } from '../../english.js';
import { many, SERBIAN, SERBIAN_CYRILLIC } from '../../serbian.js';
import { cyrillicScript, latinScript, type SerbianScript } from '../../serbian-script.js';
import type { ProofWords } from './english.js';

// Machine draft, needs native review.

/** What is said on the terminal of numbers recomputed, audited and tried, in Serbian, in the script given. */
function serbian(page: Words, w: SerbianScript): ProofWords {
  const { number, percent } = page;
  const gradovi = (count: number) =>
    many(count, [w`izmišljen grad`, w`izmišljena grada`, w`izmišljenih gradova`]);
  return {
    reproduce: {
      number: w`broj`,
      published: w`objavljeno`,
      recomputed: w`preračunato`,
      status: {
        matched: w`slaže se`,
        'known-deviation': w`poznato odstupanje`,
        mismatch: w`NE SLAŽE SE`,
        missing: w`NEDOSTAJE`,
      },
      count: (count, status) => `${status}: ${number(count)}`,
      counts: (all, statuses) =>
        w`${many(all, [w`objavljen broj`, w`objavljena broja`, w`objavljenih brojeva`])}: ${statuses}`,
    },
    audit: {
      leftOut: (cells) => w`Izostavljeno, bez štampanih brojeva: ${cells}`,
      line: (line) => w`red ${String(line)}`,
      checked: w`provereno`,
      times: w`puta`,
      held: w`važilo`,
      found: (errors, warnings) =>
        [
          many(errors, [w`greška`, w`greške`, w`grešaka`]),
          many(warnings, [w`upozorenje`, w`upozorenja`, w`upozorenja`]),
        ].join(', '),
      counts: (counts, rows) => w`${counts} u ${many(rows, [w`redu`, w`reda`, w`redova`])}`,
      rule: (rule, held, rows, verdict) =>
        w`${rule}: važilo u ${number(held)} od ${many(rows, [w`reda`, w`reda`, w`redova`])}, ${verdict}`,
      inForce: w`uzeto kao pravilo`,
      notInForce: w`nije uzeto kao pravilo`,
      repair: w`predložena ispravka`,
      cell: w`polje`,
      printed: w`štampano`,
      proposed: w`predloženo`,
      howSure: w`sigurnost`,
      restores: w`popravlja`,
      confidence: { high: w`visoka`, medium: w`srednja`, low: w`niska` },
    },
    simulate: {
      invented: (scenario, seed) =>
        w`IZMIŠLJENA studija, scenario ${scenario}, početna vrednost ${String(seed)}`,
      next: (folder) =>
        w`Sledeće: ${'spotwise check'} ${folder}, pa ${'spotwise estimate'} ${folder}, i uporedite sa truth.csv`,
      trial: (towns, seed, replicates) =>
        w`${gradovi(towns)}, početne vrednosti od ${String(seed)}, ${many(replicates, [w`ponavljanje`, w`ponavljanja`, w`ponavljanja`])}`,
      chain: w`lanac`,
      isOf: w`odnosi se na`,
      bias: w`pristrasnost`,
      rmse: 'RMSE',
      interval: w`interval`,
      claims: w`obećava`,
      noLevel: w`bez nivoa`,
      holds: w`drži`,
      width: w`širina`,
      givesNone: w`ne daje ga`,
      tooNarrow: w`preuzak`,
      aLittleNarrow: w`malo uzak`,
      note: w`± je jedna standardna greška metode Monte Karlo; pristrasnost, RMSE i širina su udeli istinite vrednosti`,
    },
    design: {
      trial: (towns, seed) => w`${gradovi(towns)} po nacrtu, početne vrednosti od ${String(seed)}`,
      visited: w`posećene lokacije`,
      met: w`ispitano po lokaciji`,
      visits: w`posete`,
      interviews: w`razgovori`,
      needed: w`potrebna poluširina`,
      bootstrap: w`butstrep kaže`,
      holds: w`i drži`,
      within: (width) => w`unutar ${width}`,
      reaches: { yes: w`da`, perhaps: w`možda`, no: w`ne` },
      note: w`potrebna poluširina: oko 95 od 100 gradova je unutar nje (1,96 × RMSE); ± je jedna standardna greška metode Monte Karlo. Butstrep ne zna ništa o glasinama.`,
      none: (width) =>
        w`Nijedan nacrt sa mreže ne dostiže ±${width}: grad je premali ili su lokacije previše nejednake.`,
      smallest: (width) => w`Najmanji nacrti unutar ±${width}`,
      one: (share, met, visits, interviews) =>
        w`posetiti ${percent(share)} lokacija i na svakoj ispitati ${number(met)} (${many(visits, [w`poseta`, w`posete`, w`poseta`])}, ${many(interviews, [w`razgovor`, w`razgovora`, w`razgovora`])})`,
      width: (width, error, answer) => w`±${width}, uz grešku ${error}: ${answer}`,
    },
    explain: {
      total: (name, estimate, low, high) =>
        w`${name}: ${estimate} osoba (${low} do ${high}, zbir najnižih i zbir najviših odgovora)`,
      formula: w`formula`,
      row: w`red`,
      where: w`gde`,
      ends: w`nisko–visoko`,
      settled: w`usvojeno`,
      contributes: w`doprinosi`,
      smaller: (rows) =>
        w`${many(rows, [w`manji red`, w`manja reda`, w`manjih redova`])} (--all ih prikazuje)`,
      all: w`ukupno`,
      steps: w`Koraci lanca procene i njihove varijante`,
      methods: w`Druge metode procene`,
      issues: w`Problemi u podacima`,
      formats: w`Formati izvoza`,
      columns: w`Kolone`,
    },
  };
}

export const SERBIAN_PROOF = serbian(SERBIAN, latinScript);

export const SERBIAN_CYRILLIC_PROOF = serbian(SERBIAN_CYRILLIC, cyrillicScript);
