import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.js';
import { readCsv } from '../../src/formats/csv.js';
import { memoryWorld } from '../support/memory-world.js';

const TELLING = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("x","y")',
  '+1+1',
  '+383 44',
  '-1+1',
  '-2',
  '-5.5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1+1',
  '  @x',
  '\u00a0=1',
  '\ufeff=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '"=1',
  "'=1",
  ';=1',
  ',=1',
  '|=1',
  '=1;2',
  '=1\n=2',
  '\u0000',
  '\u200b=1',
  '\u202e=1',
  '%0A=1',
  'DDE("x")',
  '=DDE("cmd";"/C calc";"x")',
  '=IMPORTXML("x")',
  '=1".csv',
  '\v=1',
  '\f=1',
];

/** Escapes, bells, titles, links, clipboard, direction and hidden signs: what could change what a terminal shows. */
const TERMINAL = [
  '\u001b[31mred',
  '\u001b[2J',
  '\u001b]0;title\u0007',
  '\u001b]8;;http://x\u001b\\link',
  '\u001b]52;c;eA==\u0007',
  '\u001bP1$r',
  '\u009b31m',
  '\u0090q',
  '\u0007bell',
  'a\bb',
  'a\rb',
  '\u007f',
  '\u202eabc',
  '\u2066abc',
  '\u200fabc',
  '\u200babc',
  '\ufeffabc',
  '\u2028abc',
  '\u2029abc',
  '\u00adabc',
  '\u180eabc',
];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function studyOf(names: readonly string[]): Record<string, string> {
  const rows = names.flatMap((name, at) => [
    `${quoted(`${name}${at}`)},FSW,${quoted(name)},${quoted(name)},42.${1000 + at},-21.${1000 + at},2,${at + 30},${quoted(name)}`,
    `s${at},FSW,${quoted(name)},bar,42.${2000 + at},-21.${2000 + at},20,${at + 30},x`,
  ]);
  return {
    'in/study.yaml': `title: ${JSON.stringify(names[0])}\npopulations: [{ code: FSW }]\n`,
    'in/spots.csv': `spot_id,population,municipality,typology,lat,lon,min,max,owner\n${rows.join('\n')}\n`,
  };
}

const COMMANDS = [
  ['run', 'in', '--out', 'out'],
  ['run', 'in', '--out', 'out', '--exact'],
  ['estimate', 'in', '--out', 'out', '--multiverse', '--show-values'],
  ['share', 'in', '--out', 'out', '--audience', 'programme'],
  ['share', 'in', '--out', 'out', '--audience', 'partner'],
];

describe('cells a spreadsheet would run', () => {
  const names = TELLING.filter((name) => !name.includes('\0'));

  it('are 37 kinds', () => expect(TELLING).toHaveLength(37));

  it.each(COMMANDS)('are defused in every table of %s %s %s %s %s', async (...args) => {
    const world = memoryWorld(studyOf(names));
    await main(
      args.filter((word) => word !== undefined),
      world,
    );
    const tables = [...world.files].filter(([path]) => path.startsWith('out/') && path.endsWith('.csv'));
    for (const [path, text] of tables) {
      const { table } = readCsv(new TextEncoder().encode(text), path);
      for (const cell of [...(table?.columns ?? []), ...(table?.rows.flat() ?? [])]) {
        const isNumber = /^-?\d+(?:\.\d+)?$/.test(cell);
        if (!isNumber)
          expect(cell, `${path}: ${JSON.stringify(cell)}`).not.toMatch(
            /^[\s\u00a0\ufeff\u200b\u202e]*[=+\-@＝＋－＠]/u,
          );
        expect(cell).not.toMatch(/^[\t\r\n]/);
      }
    }
  });

  it('leave negative longitudes numbers', async () => {
    const world = memoryWorld(studyOf(names));
    expect(await main(['estimate', 'in', '--out', 'out', '--exact'], world)).toBe(0);
    const { table } = readCsv(new TextEncoder().encode(world.files.get('out/spots.csv') ?? ''), 'spots.csv');
    const at = table?.columns.indexOf('lon') ?? -1;
    expect(table?.rows.every((row) => /^-21\.\d+$/.test(row[at] ?? ''))).toBe(true);
  });
});

describe('names that would act on a terminal', () => {
  const RIGHT = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;

  it.each([
    ['check', 'in', '--show-values'],
    ['check', 'in', '--show-values', '--all'],
    ['estimate', 'in', '--out', 'out', '--show-values'],
    ['run', 'in', '--out', 'out', '--show-values'],
    ['run', 'in', '--out', 'out', '--json'],
    ['share', 'in', '--out', 'out'],
    ['explain', 'estimate', 'municipality=x', 'in'],
    ['explain', TERMINAL[0] ?? ''],
    ['audit', 'in/spots.csv'],
    ['estimate', 'in', '--spots', TERMINAL.join('')],
    [TERMINAL.join('')],
  ])('are printed as escapes by %j', async (...args) => {
    const world = memoryWorld(studyOf(TERMINAL));
    const code = await main(
      args.filter((word) => word !== undefined),
      world,
    );
    expect(code).not.toBe(3);
    for (const said of [world.said.stdout, world.said.stderr]) {
      const bad = said.split('\n').filter((line) => !RIGHT.test(line));
      expect(bad.map((line) => JSON.stringify(line).slice(0, 300))).toEqual([]);
    }
  });
});

describe('every number in every output', () => {
  it('is finite, never null, and low ≤ estimate ≤ high', async () => {
    const world = memoryWorld(studyOf(['a', 'b', 'c', 'd']));
    expect(await main(['run', 'in', '--out', 'out'], world)).toBe(0);
    for (const [path, text] of world.files) {
      if (!path.startsWith('out/')) continue;
      const said = text.replaceAll(/<script>[^]*?<\/script>/g, '');
      expect(said, path).not.toMatch(/\b(?:NaN|Infinity|undefined)\b/);
      if (!path.endsWith('.csv')) continue;
      const { table } = readCsv(new TextEncoder().encode(text), path);
      const at = ['low', 'estimate', 'high'].map((name) => table?.columns.indexOf(name) ?? -1);
      if (at.includes(-1)) continue;
      for (const row of table?.rows ?? []) {
        const [low, estimate, high] = at.map((column) => row[column] ?? '');
        expect(`${low}${estimate}${high}`).not.toContain('null');
        if (low === '' || high === '' || estimate === '') continue;
        expect(Number(low)).toBeGreaterThanOrEqual(0);
        expect(Number(low)).toBeLessThanOrEqual(Number(estimate));
        expect(Number(estimate)).toBeLessThanOrEqual(Number(high));
      }
    }
  });
});
