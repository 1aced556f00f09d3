import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../src/draw/words/catalogues.js';
import { ENGLISH, type Words } from '../../src/draw/words/english.js';
import { toCyrillic } from '../../src/draw/words/serbian-script.js';
import { counted } from '../../src/draw/words/slavic-count.js';

type Speaking = (...said: readonly unknown[]) => unknown;
type Entry = readonly [path: string, value: unknown];

const OTHERS = Object.entries(CATALOGUES).filter(([tag]) => tag !== 'en');
const NOT_LATIN = OTHERS.filter(([tag]) => ['sr-Cyrl', 'ru', 'my'].includes(tag));

function isSpeaking(value: unknown): value is Speaking {
  return typeof value === 'function';
}

/** Every string and function of a catalogue by its path, in a fixed order. */
function entries(value: unknown, path = ''): Entry[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, inner]) => entries(inner, path === '' ? key : `${path}.${key}`));
}

const kindOf = (value: unknown) => (isSpeaking(value) ? `function of ${value.length}` : typeof value);

const kinds = (words: Words) => entries(words).map(([path, value]) => `${path}: ${kindOf(value)}`);

/** A name a study gives: without letters, so that all letters said are the catalogue's own. */
const NAME = '§';

const PARTS = { population: NAME, when: `, ${NAME}`, fromNeed: '', dominance: 0.5, round_to: 10 };

/** Small and large, equal and unequal, none of some but never of all. */
const FIGURES = [
  [1, 1, 1, 1],
  [2, 2, 2, 2],
  [5, 5, 5, 5],
  [21, 21, 21, 21],
  [1, 2, 5, 21],
  [21, 5, 2, 1],
  [5, 0.5, 21, 0],
  [5, 0, 22, 2],
] as const;

/** What the parameters are that are not numbers; where one name has two meanings, by the path of the function. */
const SAID: Readonly<Record<string, unknown>> = {
  'dayList.days': ['mon', 'sun'],
  'list.items': [NAME, NAME, NAME],
  'sizes.says.rows': [NAME],
  'forest.basis.basis': 'confidence',
  'hour.at': 21,
  'page.allRows.what': NAME,
  'page.filter.what': 'municipality',
  'denominator.name': 'adult_women',
  'plural.word': 'municipality',
  word: 'municipality',
  ...Object.fromEntries(
    'population when names name of span range basis method reason top place day days at column version command whole from to time'
      .split(' ')
      .map((parameter) => [parameter, NAME]),
  ),
  'hourSpan.from': 21,
  'hourSpan.to': 2,
};

/** What an entry says over the figures above, with exact places and coarse ones. */
function sayings(path: string, value: unknown): string[] {
  if (!isSpeaking(value)) return [String(value)];
  const english = entries(ENGLISH).find(([of]) => of === path)?.[1];
  const parameters = /^\(?([^)=]*)/.exec(String(english).replace(/^function \w*/, ''))?.[1] ?? '';
  const names = parameters
    .replaceAll(/[({]/g, '')
    .split(',')
    .map((name) => name.trim());
  return FIGURES.map((figures, turn) => {
    const [first = 0, second = 0] = figures;
    const isExact = turn % 2 === 0;
    const parts = {
      ...PARTS,
      drawn: first,
      known: first,
      workers: first,
      people: first,
      spots: second,
      flat: second,
      visits: second,
      exact: isExact,
      isSlots: isExact,
    };
    const said = names.map(
      (name, at) =>
        SAID[`${path}.${name}`] ??
        SAID[name] ??
        (['what', 'rules'].includes(name) ? parts : name === 'exact' ? isExact : figures[at]),
    );
    return String(value(...said));
  });
}

describe.each(OTHERS)('the words in %s', (tag, words) => {
  it('have every entry of the English ones, and each of the same kind', () => {
    expect(kinds(words)).toEqual(kinds(ENGLISH));
    expect(words.tag).toBe(tag);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
  });

  it('are not left in English', () => {
    const english = new Map(entries(ENGLISH).map(([path, value]) => [path, sayings(path, value)]));
    const alike = entries(words).filter(([path, value]) => {
      const said = english.get(path) ?? [];
      return sayings(path, value).some(
        (text, at) => text === said[at] && text.replaceAll(/\P{L}/gu, '').length > 12,
      );
    });
    // French says "version" too.
    expect(alike.map(([path]) => path)).toEqual(tag === 'fr' ? ['run.made'] : []);
  });

  it('say something whatever the numbers are', () => {
    const broken = entries(words).flatMap(([path, value]) =>
      sayings(path, value).filter((text) => /undefined|NaN|\[object|\$\{|function/.test(text) || text === ''),
    );
    expect(broken).toEqual([]);
  });

  it('never call a range a confidence interval', () => {
    const confidence = {
      fr: /confiance/i,
      sq: /besim/i,
      'sr-Latn': /poveren/i,
      'sr-Cyrl': /поверењ/i,
      ru: /доверит/i,
      my: /ယုံကြည်/,
    }[tag];
    expect(confidence).toBeDefined();
    if (confidence === undefined) return;
    expect(words.bases.confidence).toMatch(confidence);
    expect(new Set(Object.values(words.bases)).size).toBe(4);
    for (const ranged of [
      words.bases.extremes,
      words.bases.credible,
      words.basisShort.extremes,
      words.basisShort.credible,
      words.where.range,
      words.where.rangeHead,
      words.sizes.range(NAME),
      words.sizes.noRange,
    ])
      expect(ranged).not.toMatch(confidence);
    expect(words.answers.endsSay).toMatch(confidence);
  });
});

it.each(NOT_LATIN)('the words in %s have no Latin letter but those of names and units', (_tag, words) => {
  const names = /`[^`]*`|spotwise|SHA-256|\b(?:Gini|Lorenz|km|m)\b|\([a-z ]+\)/g;
  const latin = entries(words).flatMap(([path, value]) =>
    path === 'tag'
      ? []
      : sayings(path, value).filter((text) => /\p{Script=Latin}/u.test(text.replaceAll(names, ''))),
  );
  expect(latin).toEqual([]);
});

it('Burmese has no letter of Zawgyi: every vowel and medial follows a letter, and no digit is of ASCII', () => {
  const burmese = CATALOGUES['my'];
  const texts =
    burmese === undefined ? [] : entries(burmese).flatMap(([path, value]) => sayings(path, value));
  expect(texts.length).toBeGreaterThan(300);
  // Zawgyi writes the vowel E and the medial RA before their letter and uses code points of other languages.
  const zawgyi =
    /(?:^|[^\u1000-\u109f])[\u102b-\u103e]|[\u1060-\u1097]|\u1031[\u103b-\u103e]|\u1039(?![\u1000-\u1021])/;
  expect(texts.filter((text) => zawgyi.test(text))).toEqual([]);
  expect(texts.filter((text) => /\d/.test(text.replaceAll('SHA-256', '')))).toEqual([]);
});

describe('numbers', () => {
  it.each([
    ['en', '1,234,567.8', '−5', '0.04'],
    ['fr', '1\u202f234\u202f567,8', '−5', '0,04'],
    ['sq', '1\u00a0234\u00a0567,8', '−5', '0,04'],
    ['sr-Latn', '1.234.567,8', '−5', '0,04'],
    ['sr-Cyrl', '1.234.567,8', '−5', '0,04'],
    ['ru', '1\u00a0234\u00a0567,8', '−5', '0,04'],
    ['my', '၁,၂၃၄,၅၆၇.၈', '−၅', '၀.၀၄'],
  ])('are written as %s writes them', (tag, large, negative, small) => {
    const { number } = CATALOGUES[tag] ?? ENGLISH;
    expect([number(1_234_567.8, 1), number(-5), number(0.04, 2)]).toEqual([large, negative, small]);
    expect(number(-0.04)).toBe(number(0));
  });

  it.each([
    ['en', '21:00–02:00'],
    ['my', '၂၁:၀၀–၀၂:၀၀'],
  ])('hours of %s keep both digits', (tag, span) => {
    expect(CATALOGUES[tag]?.hourSpan(21, 26)).toBe(span);
  });
});

function top(tag: string, count: number, all: number) {
  return CATALOGUES[tag]?.answers.top(count, all, 0.5, 'municipality');
}

describe('counted words', () => {
  it.each([
    ['en', ['1 spot', '2 spots', '5 spots', '11 spots', '21 spots', '22 spots']],
    ['fr', ['1 lieu', '2 lieux', '5 lieux', '11 lieux', '21 lieux', '22 lieux']],
    ['sq', ['1 vend', '2 vende', '5 vende', '11 vende', '21 vende', '22 vende']],
    ['sr-Latn', ['1 lokacija', '2 lokacije', '5 lokacija', '11 lokacija', '21 lokacija', '22 lokacije']],
    ['sr-Cyrl', ['1 локација', '2 локације', '5 локација', '11 локација', '21 локација', '22 локације']],
    ['ru', ['1 место', '2 места', '5 мест', '11 мест', '21 место', '22 места']],
    ['my', ['နေရာ ၁ ခု', 'နေရာ ၂ ခု', 'နေရာ ၅ ခု', 'နေရာ ၁၁ ခု', 'နေရာ ၂၁ ခု', 'နေရာ ၂၂ ခု']],
  ])('have the forms of %s', (tag, forms) => {
    expect([1, 2, 5, 11, 21, 22].map((count) => CATALOGUES[tag]?.spots(count))).toEqual(forms);
  });

  it.each(['ru', 'sr'])('choose the form that Unicode’s rules for %s choose', (language) => {
    const rules = new Intl.PluralRules(language);
    const counts = Array.from({ length: 1200 }, (_, count) => count);
    const forms = counts.map((count) => counted(count, ['one', 'few', 'many']));
    expect(forms).toEqual(counts.map((count) => rules.select(count).replace('other', 'many')));
  });

  it('agree with the preposition before them', () => {
    expect([top('sr-Latn', 1, 1), top('sr-Latn', 3, 3), top('sr-Latn', 5, 38)]).toEqual([
      'u 1 opštini',
      'u 3 opštine',
      '50% u 5 od 38 opština',
    ]);
    expect([top('ru', 1, 1), top('ru', 3, 3), top('ru', 5, 21)]).toEqual([
      'в 1 муниципалитете',
      'в 3 муниципалитетах',
      '50\u00a0% в 5 из 21 муниципалитета',
    ]);
  });
});

describe('Serbian in Cyrillic', () => {
  it.each([
    ['Ljubav, njiva i džep', 'Љубав, њива и џеп'],
    ['LJUBLJANA NJEGOŠ DŽ', 'ЉУБЉАНА ЊЕГОШ Џ'],
    ['đak, ćuprija, čaša, žaba, šuma', 'ђак, ћуприја, чаша, жаба, шума'],
    ['injekcija i konjunkcija', 'инјекција и конјункција'],
    ['nadživeti, odžaliti; menadžer, hodža', 'надживети, оджалити; менаџер, хоџа'],
    ['Napravio spotwise, oko 100 m ili 3 km', 'Направио spotwise, око 100 m или 3 km'],
    ['Gini, SHA-256 i `spotwise explain`', 'Gini, SHA-256 и `spotwise explain`'],
  ])('writes %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it('uses every letter of the alphabet once', () => {
    const alphabet = 'a b v g d đ e ž z i j k l lj n nj o p r s t ć u f h c č dž š';
    expect(toCyrillic(alphabet)).toBe('а б в г д ђ е ж з и ј к л љ н њ о п р с т ћ у ф х ц ч џ ш');
  });

  it('leaves names of a study in their own letters', () => {
    expect(CATALOGUES['sr-Cyrl']?.where.mapTitle('FSW')).toBe('Карта: FSW');
    expect(CATALOGUES['sr-Cyrl']?.page.filter('Kommune')).toBe('Тражи: Kommune');
    expect(CATALOGUES['sr-Cyrl']?.page.filter('municipality')).toBe('Тражи: општина');
  });
});
