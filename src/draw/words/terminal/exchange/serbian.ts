import type { Words } from '../../english.js';
import { many, SERBIAN, SERBIAN_CYRILLIC } from '../../serbian.js';
import { cyrillicScript, latinScript, type SerbianScript } from '../../serbian-script.js';
import type { ExchangeWords } from './english.js';

// Machine draft, needs native review.

/** What is said on the terminal of files read and outputs given away, in Serbian, in the script given. */
function serbian(page: Words, w: SerbianScript): ExchangeWords {
  const { number } = page;
  const datoteke = (count: number) => many(count, [w`datoteka`, w`datoteke`, w`datoteka`]);
  const granice = (count: number) => many(count, [w`granica`, w`granice`, w`granica`]);
  return {
    files: (files, folder) => w`${datoteke(files)} u ${folder}`,
    namesIn: (names, folder) => w`${names} u ${folder}`,
    nothingWritten: w`Ništa nije napisano: rezultat bi nešto odao.`,
    share: {
      audiences: {
        team: w`tačna mesta, za tim koji je brojao; uvek šifrovano.`,
        programme: w`približna mesta (oko 100 m), bez imena i dodatnih kolona.`,
        partner: w`tabele po područjima i vrstama lokacija, mala polja skrivena.`,
        public: w`tabele po područjima, mala polja skrivena.`,
      },
      cloud: w`Izgleda da se ova fascikla sama kopira u oblak; izaberite drugu pomoću --out.`,
      noEnd: w`Bez datuma isteka.`,
      until: (day) => w`Važi do ${day}.`,
      cells: (shown, hidden) => w`Prikazano polja: ${number(shown)}, skriveno: ${number(hidden)}.`,
      points: (shown, method, leftOut) =>
        w`Tačke pomerene metodom ${method}: ${number(shown)}, izostavljene: ${number(leftOut)}.`,
      moved: (least, median, mostly) =>
        w`Pomereno najmanje ${number(least, 2)} km, polovina više od ${number(median, 2)} km, 95 od 100 manje od ${number(mostly, 2)} km.`,
      checked: (counts, folder) => w`${counts} u ${folder}.`,
      leaks: w`Ovo se ne sme davati dalje.`,
      safe: w`Nije nađeno ništa što odaje neku lokaciju.`,
      opened: (files, folder) => w`${datoteke(files)}, više nije šifrovano, u ${folder}`,
    },
    export: {
      audiences: {
        team: w`mesta kako su zabeležena i sve kolone`,
        programme: w`približna mesta (oko 100 m), bez imena i dodatnih kolona`,
        partner: w`područja i vrste lokacija, mala polja skrivena, nijedna tačka`,
        public: w`područja, mala polja skrivena, nijedna tačka`,
      },
      exact: w`U ovim datotekama su tačna mesta, čitljiva svakome ko ih ima; ${'spotwise share'} šifruje.`,
      leftOut: (lack) => w`izostavljeno: ${lack}`,
      format: w`format`,
      files: w`datoteke`,
      forWhom: w`za`,
      written: (counts, folder) => w`${counts}. U ${folder}`,
    },
    import: {
      recognised: (file, title, sure, why) => w`${file}: ${title} (${sure}), jer: ${why}`,
      sure: { certain: w`sigurno`, likely: w`verovatno`, 'a guess': w`pretpostavka` },
      table: w`tabela`,
      column: w`kolona`,
      readFrom: w`pročitano iz`,
      foundBy: w`nađeno po`,
      inFile: w`datoteka`,
      how: {
        name: w`imenu`,
        alias: w`drugom imenu`,
        'field name': w`imenu polja`,
        'as told': w`uputstvu`,
      },
      leftOut: (file, headers) => w`izostavljeno iz ${file}: ${headers}`,
      rows: (rows, table) => w`${many(rows, [w`red`, w`reda`, w`redova`])} za ${table}`,
      counted: (rows, issues) => `${rows}; ${issues}.`,
      outlines: (outlines, file) =>
        w`${granice(outlines)} u ${file}: preuzima ih ${'spotwise boundaries add'}`,
      notYet: w`Ništa nije napisano; --out ${'FOLDER'} piše tabele.`,
      faulty: w`Ništa se ne piše dok ima grešaka.`,
      next: (folder) => w`Sledeće: ${'spotwise check'} ${folder}`,
    },
    boundaries: {
      file: (file, outlines, property, sha256) =>
        w`${file}: ${granice(outlines)}, imenovane po „${property}“, SHA-256 ${sha256}`,
      byName: w`po imenu`,
      byPosition: w`po položaju`,
      unassigned: w`nedodeljene`,
      all: w`sve`,
      matched: (label, name, rule) => w`${label} je ${name} (${rule})`,
      rules: {
        name: w`ime`,
        code: w`šifra`,
        'folded name': w`pojednostavljeno ime`,
        'known spelling': w`poznat način pisanja`,
        ending: w`završetak`,
      },
      rule: w`Lokacija pripada opštini koju navodi njen red; bez toga području u kojem leži njen položaj, prvom u datoteci gde se područja preklapaju ili dodiruju; inače ostaje nedodeljena.`,
      unassignedSpots: (count) => w`Nedodeljene lokacije: ${number(count)}.`,
      written: (counts, names) => w`${counts}; napisano: ${names}`,
    },
    init: {
      next: (folder) => w`Sledeće: popunite spots.csv, pa ${'spotwise check'} ${folder}`,
      notReviewed: (languages) =>
        w`Tekstovi na ${languages} nisu pregledani, i obrasci to kažu; --reviewed ih potpisuje.`,
      afterwards: {
        kobo: w`Posle toga izvezite kao XLS sa „${'XML values and headers'}“ (CSV gubi ponavljanja nivoa 1), pa ${'spotwise import'}.`,
        odk: w`Posle toga izvezite „${'all data and attachments'}“ kao ${'.zip'}, pa ${'spotwise import'}.`,
      },
    },
  };
}

export const SERBIAN_EXCHANGE = serbian(SERBIAN, latinScript);

export const SERBIAN_CYRILLIC_EXCHANGE = serbian(SERBIAN_CYRILLIC, cyrillicScript);
