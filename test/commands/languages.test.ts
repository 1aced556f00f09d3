import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.js';
import { CATALOGUE } from '../../src/commands/catalogue.js';
import { LANGUAGE_TAGS, terminalWords } from '../../src/draw/words/terminal/catalogues.js';
import { memoryWorld } from '../support/memory-world.js';
import { ROOT } from '../support/program.js';

/** The text files of fixtures, by their paths in the repository. */
function fixtures(...folders: readonly string[]): Record<string, string> {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(ROOT, 'fixtures', folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:csv|yaml|geojson)$/.test(entry.name))
      .map((entry) => `fixtures/${folder}/${entry.name}`),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

/** Inputs that are no study of ours: an export, a printed table. */
const OTHERS_FILES = fixtures('imports', 'cameroon-2015', 'kosovo');

const FILES = {
  ...OTHERS_FILES,
  ...fixtures('tiny', 'yangon', 'broken/count-missing', 'sizing', 'riverton/2022', 'riverton/2024'),
};

/** Command lines that together say nearly everything there is to say. */
const LINES: readonly string[] = [
  'check fixtures/tiny',
  'check fixtures/broken/count-missing',
  'estimate fixtures/tiny --multiverse --out out',
  'estimate fixtures/yangon --out out',
  'plan fixtures/tiny --certify --out out',
  'plan fixtures/tiny --seconds 0.001 --out out',
  'run fixtures/yangon --out out',
  'report fixtures/tiny --out out',
  'capture --n1 400 --n2 624 --both 20 --population MSM --odds 1,5 --out out.csv',
  'capture fixtures/sizing/captures.csv --odds 1,5',
  'capture --survey fixtures/sizing/survey.csv --n1 300',
  'multiplier --count 400 --share 0.25 --sample 624 --deff 2',
  'crowd fixtures/sizing/guesses.csv --most 100000',
  'scaleup --frame 10000000 --known-size 1186543 --known-ties 28894 --hidden-ties 1164',
  'repeats --met 1645,183,37,13,1,1',
  'reverse-tracking fixtures/sizing/tracked-by-typology.csv',
  'sspse fixtures/sizing/network.csv --prior-median 800 --prior-source map --draws 500',
  'extrapolate fixtures/sizing/areas.csv --denominator women_15_49',
  'combine fixtures/sizing/estimates.csv --out out.csv',
  'compare fixtures/riverton/2022 fixtures/riverton/2024 --out out',
  'study-size --size 5000 --first 1000 --deff 2',
  'share fixtures/kosovo --audience programme --mask grid --expires 2027-12-31 --out out',
  'share fixtures/tiny --out out',
  'export fixtures/tiny --to csv --date 2026-01-01 --out out',
  'import fixtures/imports/kobo-level-2.csv --out new',
  'boundaries check --study fixtures/kosovo',
  'init new --form kobo --languages en,sq',
  'reproduce fixtures/tiny --brief',
  'audit fixtures/cameroon-2015/as-printed.csv --out out.csv',
  'simulate --scenario rumour-random --seed 7 --out new',
  'simulate --repeat 2',
  'simulate --design --repeat 2',
  'explain estimate population=FSW fixtures/tiny',
];

interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  readonly files: ReadonlyMap<string, string>;
}

async function run(line: string, more: readonly string[] = []): Promise<Said> {
  const world = memoryWorld(FILES);
  const code = await main([...line.split(' '), ...more], world);
  const { stdout: out, stderr: error } = world.said;
  return { code, out, error, files: world.files };
}

const done = new Map<string, Promise<Said>>();

/** What a command line does in a language; each is run once. */
async function said(line: string, tag: string): Promise<Said> {
  const key = `${tag} ${line}`;
  const made = done.get(key) ?? run(line, ['--language', tag]);
  done.set(key, made);
  return await made;
}

/** A run card without the language and the hashes of what was written in it. */
const withoutPages = (card: string) =>
  card
    .replace(/^ +"language": .*\n/m, '')
    .replaceAll(/("name": "[^"]*\.html",\s+"sha256": )"[0-9a-f]+"/g, '$1');

const OTHERS = LANGUAGE_TAGS.filter((tag) => tag !== 'en');

/** Words of a heading that are those of a method's note too, which stays in English. */
const NOTED = new Set(['found for each mapped']);

/** The pieces of English sentences between the names and numbers they are told, of three words or more. */
const PIECES = (() => {
  const source = join(ROOT, 'src', 'draw', 'words', 'terminal');
  const texts = readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(join(source, entry.name, 'english.ts'), 'utf8'));
  const quoted = texts.flatMap((text) => [...text.matchAll(/'([^'\n]*)'|`([^`]*)`/g)]);
  return quoted
    .flatMap(([, plain, template]) => (plain ?? template ?? '').split(/\$\{[^}]*\}/))
    .map((piece) => piece.trim())
    .filter((piece) => !NOTED.has(piece))
    .filter((piece) => piece.split(/\s+/).filter((word) => /^[A-Za-z,;:.]{2,}$/.test(word)).length >= 3);
})();

describe.each(OTHERS)('in %s', (tag) => {
  it.each(LINES)('%s leaves no sentence in English and says that it is a draft', async (line) => {
    const english = await said(line, 'en');
    const other = await said(line, tag);
    expect(PIECES.length).toBeGreaterThan(15);
    expect(PIECES.filter((piece) => other.out.includes(piece) || other.error.includes(piece))).toEqual([]);
    const { draft } = (await terminalWords(tag)).page.page;
    expect(other.error.endsWith(`${draft}\n`)).toBe(true);
    expect(english.error).not.toContain(draft);
    expect(other.out).not.toBe(english.out);
  });

  it.each(LINES)('%s ends alike, and its files for programs have the same bytes', async (line) => {
    const english = await said(line, 'en');
    const other = await said(line, tag);
    expect(other.code).toBe(english.code);
    expect([...other.files.keys()]).toEqual([...english.files.keys()]);
    const hasPages = [...english.files.keys()].some((name) => name.endsWith('.html'));
    for (const [name, text] of english.files) {
      if (name.endsWith('.html')) continue;
      const [one, two] = [text, other.files.get(name) ?? ''].map((each) =>
        hasPages && name.endsWith('run.json') ? withoutPages(each) : each,
      );
      expect({ name, isSame: one === two }).toEqual({ name, isSame: true });
    }
  });

  it('says nothing at all with --quiet', async () => {
    const { out, error } = await run('estimate fixtures/tiny --out out', ['--quiet', '--language', tag]);
    expect([out, error]).toEqual(['', '']);
  });

  it('draws tables whose columns end where they end on screen', async () => {
    const { out } = await said('plan fixtures/tiny --certify --out out', tag);
    const words = await terminalWords(tag);
    for (const head of [words.study.plan.title, words.study.bounds.who]) {
      const table = out.split('\n\n').find((block) => block.startsWith(head)) ?? '';
      const widths = table.split('\n').map((text) => stringWidth(text));
      expect(widths.length).toBe(3);
      expect(new Set(widths).size).toBe(1);
    }
  });

  it('keeps the table of totals as wide as the screen, where its words let it', async () => {
    const { out } = await said('estimate fixtures/tiny --multiverse --out out', tag);
    const { population } = (await terminalWords(tag)).study.estimate;
    const table = out.split('\n\n').find((block) => block.startsWith(population)) ?? '';
    const bars = table.split('\n').map((line) => line.search(/[├●]/));
    expect(table.split('\n').length).toBe(3);
    expect(bars.slice(1).every((at) => at > 0)).toBe(true);
    expect(Math.max(...table.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(92);
  });

  it('writes its tables without line drawing and without colour when told to', async () => {
    const { out } = await run('estimate fixtures/tiny --out out', ['--plain', '--language', tag]);
    expect(out).toMatch(/\|-*o-*\|/);
    expect(out).not.toMatch(/[├─┤●▆█]/);
  });
});

it.each(LINES)('%s prints the same JSON in every language', async (line) => {
  const english = await run(line, ['--json']);
  const other = await run(line, ['--json', '--language', 'my']);
  expect([other.out, other.code]).toEqual([english.out, english.code]);
});

it('an unknown language is wrong use', async () => {
  const { code, error } = await run('estimate fixtures/tiny --language tlh');
  expect(code).toBe(2);
  expect(error).toContain('Allowed choices are en, fr, sq');
});

/** The language a run card in French records. */
async function recorded(line: string): Promise<unknown> {
  const card = JSON.parse((await said(line, 'fr')).files.get('out/run.json') ?? '') as {
    readonly options: Readonly<Record<string, unknown>>;
  };
  return card.options['language'];
}

it('the run card names the language only where something was written in it', async () => {
  expect(await recorded('estimate fixtures/yangon --out out')).toBeUndefined();
  expect(await recorded('plan fixtures/tiny --certify --out out')).toBe('fr');
});

/** Commands that write for programs only, or a text that is a program. */
const SILENT = new Set(['sql', 'completion']);

it.each(CATALOGUE.filter(({ name }) => !SILENT.has(name)).map((entry) => [entry.name, entry] as const))(
  '%s takes --language, and is tried above',
  async (name, entry) => {
    const { options } = await entry.load();
    expect(options.filter(({ flags }) => flags === '--language <tag>')).toHaveLength(1);
    expect(LINES.some((line) => line.split(' ')[0] === name)).toBe(true);
  },
);
