import { ENGLISH, many } from '../../english.js';

const { number, spots } = ENGLISH;

/** What is said on the terminal of studies begun, files read from elsewhere, and outputs given away. */
export const ENGLISH_EXCHANGE = {
  files: (files: number, folder: string) => `${many(files, 'file')} in ${folder}`,
  namesIn: (names: string, folder: string) => `${names} in ${folder}`,
  nothingWritten: 'Nothing was written: the output would give something away.',
  share: {
    audiences: {
      team: 'exact places, for the team that counted; always encrypted.',
      programme: 'coarse places (about 100 m), no names, no extra columns.',
      partner: 'tables by area and by kind of spot, small cells hidden.',
      public: 'tables by area, small cells hidden.',
    },
    cloud: 'The folder seems to be copied to a cloud by itself; choose another with --out.',
    noEnd: 'No end date.',
    until: (day: string) => `Holds until ${day}.`,
    cells: (shown: number, hidden: number) => `${many(shown, 'cell')} shown, ${number(hidden)} hidden.`,
    points: (shown: number, method: string, leftOut: number) =>
      `${many(shown, 'point')} moved by ${method}, ${number(leftOut)} left out.`,
    moved: (least: number, median: number, mostly: number) =>
      `Moved at least ${number(least, 2)} km, half of them more than ${number(median, 2)} km, 95 in 100 less than ${number(mostly, 2)} km.`,
    checked: (counts: string, folder: string) => `${counts} in ${folder}.`,
    leaks: 'It must not be given away.',
    safe: 'Nothing was found that gives a spot away.',
    opened: (files: number, folder: string) => `${many(files, 'file')}, not encrypted any more, in ${folder}`,
  },
  export: {
    audiences: {
      team: 'places as recorded and every column',
      programme: 'coarse places (about 100 m), no names, no extra columns',
      partner: 'areas and kinds of spots, small cells hidden, no point',
      public: 'areas, small cells hidden, no point',
    },
    exact: 'Exact places stand in these files, readable by whoever has them; spotwise share encrypts.',
    leftOut: (lack: string) => `left out: ${lack}`,
    format: 'format',
    files: 'files',
    forWhom: 'for',
    written: (counts: string, folder: string) => `${counts}. In ${folder}`,
  },
  import: {
    recognised: (file: string, title: string, sure: string, why: string) =>
      `${file}: ${title} (${sure}), because ${why}`,
    sure: { certain: 'certain', likely: 'likely', 'a guess': 'a guess' },
    table: 'table',
    column: 'column',
    readFrom: 'read from',
    foundBy: 'found by',
    inFile: 'in',
    how: { name: 'name', alias: 'alias', 'field name': 'field name', 'as told': 'as told' } as Readonly<
      Record<string, string>
    >,
    leftOut: (file: string, headers: string) => `left out of ${file}: ${headers}`,
    rows: (rows: number, table: string) => `${many(rows, 'row')} of ${table}`,
    counted: (rows: string, issues: string) => `${rows}; ${issues}.`,
    outlines: (outlines: number, file: string) =>
      `${many(outlines, 'outline')} in ${file}: spotwise boundaries add takes them`,
    notYet: 'Nothing is written; --out FOLDER writes the tables.',
    faulty: 'Nothing is written while there is an error.',
    next: (folder: string) => `Next: spotwise check ${folder}`,
  },
  boundaries: {
    file: (file: string, outlines: number, property: string, sha256: string) =>
      `${file}: ${many(outlines, 'outline')}, named by "${property}", SHA-256 ${sha256}`,
    byName: 'by name',
    byPosition: 'by position',
    unassigned: 'unassigned',
    all: 'all',
    matched: (label: string, name: string, rule: string) => `${label} is ${name} (${rule})`,
    rules: {
      name: 'name',
      code: 'code',
      'folded name': 'folded name',
      'known spelling': 'known spelling',
      ending: 'ending',
    },
    rule: 'A spot belongs to the municipality its row names; without one to the outline its position lies in, the first in the file where outlines overlap or touch; else it is unassigned.',
    unassignedSpots: (count: number) => `${spots(count)} ${count === 1 ? 'is' : 'are'} unassigned.`,
    written: (counts: string, names: string) => `${counts}; ${names} written`,
  },
  init: {
    next: (folder: string) => `Next: fill spots.csv, then spotwise check ${folder}`,
    notReviewed: (languages: string) =>
      `Texts in ${languages} were not reviewed, and the forms say so; --reviewed signs them.`,
    afterwards: {
      kobo: 'Afterwards export as XLS with "XML values and headers" (a CSV leaves the repeats of level 1 out), then spotwise import.',
      odk: 'Afterwards export "all data and attachments" as the .zip, then spotwise import.',
    },
  },
};

/** The shape of these words. */
export type ExchangeWords = typeof ENGLISH_EXCHANGE;
