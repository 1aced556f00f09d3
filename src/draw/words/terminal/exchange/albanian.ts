import { ALBANIAN, many } from '../../albanian.js';
import type { ExchangeWords } from './english.js';

// Machine draft, needs native review.

const { number } = ALBANIAN;
const files = (count: number) => many(count, 'skedar', 'skedarë');

/** What is said on the terminal of files read and outputs given away, in Albanian. */
export const ALBANIAN_EXCHANGE: ExchangeWords = {
  files: (count, folder) => `${files(count)} në ${folder}`,
  namesIn: (names, folder) => `${names} në ${folder}`,
  nothingWritten: 'Asgjë nuk u shkrua: dalja do të zbulonte diçka.',
  share: {
    audiences: {
      team: 'vende të sakta, për ekipin që numëroi; gjithmonë të koduara.',
      programme: 'vende të përafërta (rreth 100 m), pa emra, pa kolona të tjera.',
      partner: 'tabela sipas zonës dhe llojit të vendit, qelizat e vogla të fshehura.',
      public: 'tabela sipas zonës, qelizat e vogla të fshehura.',
    },
    cloud: 'Dosja duket se kopjohet vetë në një re; zgjidhni një tjetër me --out.',
    noEnd: 'Pa datë mbarimi.',
    until: (day) => `Vlen deri më ${day}.`,
    cells: (shown, hidden) => `Qeliza të treguara: ${number(shown)}, të fshehura: ${number(hidden)}.`,
    points: (shown, method, leftOut) =>
      `Pika të zhvendosura me ${method}: ${number(shown)}, të lëna jashtë: ${number(leftOut)}.`,
    moved: (least, median, mostly) =>
      `Zhvendosur të paktën ${number(least, 2)} km, gjysma më shumë se ${number(median, 2)} km, 95 në 100 më pak se ${number(mostly, 2)} km.`,
    checked: (counts, folder) => `${counts} në ${folder}.`,
    leaks: 'Kjo nuk duhet t’i jepet askujt.',
    safe: 'Nuk u gjet asgjë që zbulon një vend.',
    opened: (count, folder) => `${files(count)}, më jo të koduar, në ${folder}`,
  },
  export: {
    audiences: {
      team: 'vendet siç u shënuan dhe të gjitha kolonat',
      programme: 'vende të përafërta (rreth 100 m), pa emra, pa kolona të tjera',
      partner: 'zona dhe lloje vendesh, qelizat e vogla të fshehura, asnjë pikë',
      public: 'zona, qelizat e vogla të fshehura, asnjë pikë',
    },
    exact: 'Në këta skedarë ka vende të sakta, të lexueshme nga kushdo që i ka; spotwise share i kodon.',
    leftOut: (lack) => `lënë jashtë: ${lack}`,
    format: 'formati',
    files: 'skedarë',
    forWhom: 'për',
    written: (counts, folder) => `${counts}. Në ${folder}`,
  },
  import: {
    recognised: (file, title, sure, why) => `${file}: ${title} (${sure}), sepse: ${why}`,
    sure: { certain: 'e sigurt', likely: 'e mundshme', 'a guess': 'hamendje' },
    table: 'tabela',
    column: 'kolona',
    readFrom: 'lexuar nga',
    foundBy: 'gjetur sipas',
    inFile: 'skedari',
    how: { name: 'emrit', alias: 'emrit tjetër', 'field name': 'emrit të fushës', 'as told': 'udhëzimit' },
    leftOut: (file, headers) => `lënë jashtë nga ${file}: ${headers}`,
    rows: (rows, table) => `${many(rows, 'rresht', 'rreshta')} të ${table}`,
    counted: (rows, issues) => `${rows}; ${issues}.`,
    outlines: (outlines, file) =>
      `${many(outlines, 'kufi zone', 'kufij zonash')} në ${file}: i merr spotwise boundaries add`,
    notYet: 'Asgjë nuk shkruhet; --out FOLDER i shkruan tabelat.',
    faulty: 'Asgjë nuk shkruhet përderisa ka gabim.',
    next: (folder) => `Më tej: spotwise check ${folder}`,
  },
  boundaries: {
    file: (file, outlines, property, sha256) =>
      `${file}: ${many(outlines, 'kufi zone', 'kufij zonash')}, të emërtuar sipas „${property}“, SHA-256 ${sha256}`,
    byName: 'sipas emrit',
    byPosition: 'sipas pozicionit',
    unassigned: 'të pacaktuara',
    all: 'të gjitha',
    matched: (label, name, rule) => `${label} është ${name} (${rule})`,
    rules: {
      name: 'emri',
      code: 'kodi',
      'folded name': 'emri i thjeshtuar',
      'known spelling': 'shkrim i njohur',
      ending: 'mbaresa',
    },
    rule: 'Një vend i takon komunës që emërton rreshti i tij; pa të, zonës ku bie pozicioni i tij, së parës në skedar ku zonat mbivendosen ose preken; përndryshe mbetet i pacaktuar.',
    unassignedSpots: (count) => `Vende të pacaktuara: ${number(count)}.`,
    written: (counts, names) => `${counts}; shkruar: ${names}`,
  },
  init: {
    next: (folder) => `Më tej: plotësoni spots.csv, pastaj spotwise check ${folder}`,
    notReviewed: (languages) =>
      `Tekstet në ${languages} nuk janë rishikuar, dhe formularët e thonë; --reviewed i nënshkruan.`,
    afterwards: {
      kobo: 'Pastaj eksportoni si XLS me „XML values and headers“ (një CSV i humb përsëritjet e nivelit 1), pastaj spotwise import.',
      odk: 'Pastaj eksportoni „all data and attachments“ si .zip, pastaj spotwise import.',
    },
  },
};
