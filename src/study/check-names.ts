import { spotTable } from '../columns/study-tables.js';
import type { TypedTable } from '../columns/typed-table.js';
import { raise, type IssueCode } from '../model/issue-catalogue.js';
import type { Issue, Place } from '../model/issue.js';
import type { Spot, Study } from '../model/study.js';

/** A name and where it first stands. */
interface Named {
  readonly name: string;
  readonly place: Place;
}

/** Control signs, signs that turn the direction of writing or cannot be seen, and the sign for a character that was lost. */
const UNREADABLE = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/u;

/**
 * Burmese text as only the Zawgyi font writes it: the vowel sign e before its consonant, or the stacking sign with
 * nothing below it. Neither can stand in Unicode text (Unicode Technical Note 11).
 */
const ZAWGYI = /(?:^|[^\u1000-\u109f])\u1031|\u1039(?![\u1000-\u1021])/u;

/** Letters of other scripts, and below each the Latin letter it is drawn like. */
const FOREIGN = 'аеорсхуіјѕкмтвнαορνικτυχεβημ';
const LATIN = 'aeopcxyijskmtbhaopviktuxebnm';
const TWINS: ReadonlyMap<string, string> = new Map(
  Array.from(FOREIGN, (sign, at) => [sign, LATIN[at] ?? sign] as const),
);

/** What a name looks like: letters by their shape, without case, width, joints and signs that cannot be seen. */
function shapeOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Cc}\s._'’-]+/gu, '');
  return Array.from(plain, (sign) => TWINS.get(sign) ?? sign).join('');
}

/** Names that cannot be told apart by eye, that hold signs nobody sees, or that are in the Zawgyi encoding. */
export function checkNames(study: Study): Issue[] {
  const spots = study.files['spots'] ?? 'spots.csv';
  const places = study.files['places'] ?? 'places.csv';
  const table = spotTable(study);
  const columns: Named[][] = [
    namesIn(table, { file: spots, column: 'municipality' }),
    namesIn(table, { file: spots, column: 'typology' }),
    namesIn(table, { file: spots, column: 'population' }),
    firstOf(study.places, ({ municipality }) => municipality, { file: places, column: 'municipality' }),
    firstOf(study.places, ({ parent }) => parent, { file: places, column: 'parent' }),
  ];
  const ids = hasOddIds(table)
    ? namesIn(table, { file: spots, column: 'spot_id' }).filter(({ name }) => !isPlain(name))
    : [];
  const plainIds = ids.length === 0 ? [] : table.textsIn('spot_id');
  return [
    ...columns.flatMap((names) => [...unreadable(names), ...alike(names)]),
    ...unreadable(ids),
    ...alike(
      ids.length === 0 ? [] : [...[...plainIds].filter(isPlain).map((name) => named(name, spots)), ...ids],
    ),
  ];
}

const isPlain = (name: string) => /^[ -~]*$/.test(name);

/** True when some spot code may hold a sign beyond ASCII; false for nearly every table, however long. */
const hasOddIds = (spots: TypedTable<Spot>) => spots.coded('spot_id')?.texts.isPlain === false;

/** Every name of a column of spots once, with the line it first stands on. */
function namesIn(spots: TypedTable<Spot>, at: { readonly file: string; readonly column: string }): Named[] {
  return [...spots.firstRows(at.column)].map(([name, row]) => ({
    name,
    place: { ...at, line: spots.line(row) },
  }));
}

const named = (name: string, file: string): Named => ({ name, place: { file, column: 'spot_id' } });

/** Every name of a column once, with the line it first stands on. */
function firstOf<Row extends { readonly line: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string | undefined,
  at: Pick<Place, 'file' | 'column'>,
): Named[] {
  const first = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== undefined && !first.has(name)) first.set(name, row.line);
  }
  return [...first].map(([name, line]) => ({ name, place: { ...at, line } }));
}

function unreadable(names: readonly Named[]): Issue[] {
  return names.flatMap(({ name, place }) => {
    const found: [IssueCode, string][] = [];
    if (UNREADABLE.test(name)) {
      found.push([
        'name-unreadable',
        'The name holds a sign that cannot be seen or that stands for a lost one.',
      ]);
    }
    if (ZAWGYI.test(name)) {
      found.push(['name-zawgyi', 'The name is written in the Zawgyi encoding, not in Unicode.']);
    }
    return found.map(([code, message]) => raise(code, place, { message, value: name }));
  });
}

function alike(names: readonly Named[]): Issue[] {
  const seen = new Map<string, Named>();
  return names.flatMap((one) => {
    const shape = shapeOf(one.name);
    const first = seen.get(shape);
    if (first === undefined) {
      seen.set(shape, one);
      return [];
    }
    const where = first.place.line === undefined ? 'elsewhere' : `on line ${first.place.line}`;
    const message = `The name looks like the one ${where} and is another; the two are counted apart.`;
    return [raise('names-alike', one.place, { message, value: one.name })];
  });
}
