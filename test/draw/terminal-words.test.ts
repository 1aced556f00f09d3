import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, terminalWords } from '../../src/draw/words/terminal/catalogues.js';
import type { TerminalWords } from '../../src/draw/words/terminal/english.js';

type Saying = (...said: readonly unknown[]) => string;
type Entry = readonly [path: string, value: unknown];

const isSaying = (value: unknown): value is Saying => typeof value === 'function';

/** Every string and function said only on the terminal, by its path. */
function entries(words: TerminalWords): Entry[] {
  const under = (value: unknown, path: string): Entry[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => under(inner, `${path}.${key}`))
      : [[path.slice(1), value]];
  return under(words, '').filter(([path]) => !path.startsWith('page.'));
}

const ENGLISH = entries(await terminalWords('en'));
const OTHERS = await Promise.all(
  LANGUAGE_TAGS.filter((tag) => tag !== 'en').map(
    async (tag) => [tag, new Map(entries(await terminalWords(tag)))] as const,
  ),
);

/** The types of the parameters of every function, by its path, as the English catalogue declares them. */
const TYPES = new Map<string, readonly string[]>();
const SOURCE = join(import.meta.dirname, '..', '..', 'src', 'draw', 'words', 'terminal');
for (const subject of readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const source = readFileSync(join(SOURCE, subject.name, 'english.ts'), 'utf8');
  const declared = [...source.matchAll(/^ +(\w+): \(([^)]*)\) =>/gm)];
  const functions = ENGLISH.filter(([path, value]) => path.startsWith(`${subject.name}.`) && isSaying(value));
  for (const [at, [path]] of functions.entries()) {
    const [, key, parameters = ''] = declared[at] ?? [];
    expect(path.split('.').at(-1)).toBe(key);
    const types = parameters
      .split(',')
      .map((parameter) => parameter.trim())
      .filter((parameter) => parameter !== '');
    TYPES.set(path, types);
  }
}

/** Whole numbers in the order they are given, told apart from every number a sentence says itself. */
const FIGURES = [71, 82, 93, 64, 75, 86, 97, 68];

/** What a function is told, by the types of its parameters; names have no letters, so that all letters said are the catalogue's. */
const told = (path: string): unknown[] =>
  (TYPES.get(path) ?? []).map((parameter, at) => {
    const [name = '', type = ''] = parameter.split(': ');
    if (name === 'share') return 0.25;
    if (type.startsWith('string')) return `§${at}§`;
    if (type.startsWith('number')) return FIGURES[at];
    return type === 'boolean' ? true : type.split("'")[1];
  });

const asciiDigits = (text: string) =>
  text.replaceAll(/[၀-၉]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x1040));

/** The names and numbers a sentence keeps, whatever their order. */
const kept = (text: string) =>
  (asciiDigits(text).match(/§\d§|\d+(?:[.,]\d+)?/g) ?? []).map((part) => part.replace(',', '.')).toSorted();

describe.each(OTHERS)('the terminal in %s', (_tag, words) => {
  it('says everything English says, and tells every name and number it is told', () => {
    for (const [path, english] of ENGLISH) {
      const other = words.get(path);
      expect({ path, type: typeof other }).toEqual({ path, type: typeof english });
      if (!isSaying(english) || !isSaying(other)) {
        expect({ path, isEmpty: other === '' }).toEqual({ path, isEmpty: english === '' });
        continue;
      }
      const figures = told(path);
      expect({ path, kept: kept(other(...figures)) }).toEqual({ path, kept: kept(english(...figures)) });
    }
    expect(words.size).toBe(ENGLISH.length);
  });
});

/** Signs, units, and words a language has in common with English. */
const SIGNS = /^[\W\d§]*(?:km|RMSE)?$/;
const IN_COMMON: Readonly<Record<string, readonly string[]>> = {
  fr: ['population', 'plan', 'source', 'format', 'certain', 'code', 'total', 'table'],
  sq: ['formula'],
  'sr-Latn': ['plan', 'interval', 'stratum', 'format', 'formula'],
};

describe.each(OTHERS)('no word of the terminal in %s', (tag, words) => {
  it('is left in English', () => {
    const same = ENGLISH.filter(([path, english]) => {
      const other = words.get(path);
      if (!isSaying(english) || !isSaying(other)) return other === english;
      const figures = told(path);
      return other(...figures) === english(...figures);
    }).map(([path, english]) => [path, isSaying(english) ? english(...told(path)) : String(english)]);
    const left = same.filter(([, text = '']) => !SIGNS.test(text) && IN_COMMON[tag]?.includes(text) !== true);
    expect(left).toEqual([]);
  });

  it('is in the letters of another script', () => {
    if (!['sr-Cyrl', 'ru', 'my'].includes(tag)) return;
    const typed =
      /--[a-z-]+(?: (?:FOLDER|KEYFILE))?|\b(?:spotwise(?: (?:[a-z-]+ add|[a-z-]+))?|combine|npm install highs|[\w-]+\.(?:csv|yaml|geojson|xlsx)|zip|study|highs|F15|km|AIC|BIC|RMSE|JSON|CSV|XLS|XML values and headers|all data and attachments|SQL|SHA|FSW|MSM|min)\b/g;
    for (const [path] of ENGLISH) {
      const other = words.get(path);
      const english = ENGLISH.find(([of]) => of === path)?.[1];
      const text = isSaying(other) && isSaying(english) ? other(...told(path)) : String(other);
      expect({ path, latin: text.replaceAll(typed, '').match(/\p{Script=Latin}{2,}/gu) }).toEqual({
        path,
        latin: null,
      });
    }
  });
});

/** The counted word of one sentence. */
const wordFor = async (tag: string, count: number) =>
  (await terminalWords(tag)).study.written('', count, '').match(/\p{L}+/u)?.[0];

describe('counted words', () => {
  it.each([
    ['en', [1, 2], ['file', 'files']],
    ['fr', [0, 1, 2], ['fichier', 'fichier', 'fichiers']],
    ['sq', [1, 2], ['skedar', 'skedarë']],
    [
      'sr-Latn',
      [1, 2, 5, 11, 21, 22],
      ['datoteka', 'datoteke', 'datoteka', 'datoteka', 'datoteka', 'datoteke'],
    ],
    ['ru', [1, 2, 5, 11, 21, 22], ['файл', 'файла', 'файлов', 'файлов', 'файл', 'файла']],
  ])('take their forms in %s', async (tag, counts, forms) => {
    expect(await Promise.all(counts.map((count) => wordFor(tag, count)))).toEqual(forms);
  });
});
