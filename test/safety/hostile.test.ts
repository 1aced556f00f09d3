import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.js';
import { readStudy } from '../../src/study/read-study.js';
import { STANDARD_SETTINGS } from '../../src/model/settings.js';
import { bytesWorld } from '../support/bytes-world.js';
import {
  ACCEPTED,
  ACCEPTED_NAMES,
  AMBIGUOUS,
  REFUSED,
  type HostileFiles,
} from '../support/hostile-inputs.js';

const NAMES: Readonly<Record<string, string>> = {
  spots: 'spots.csv',
  boundaries: 'boundaries.geojson',
  study: 'study.yaml',
};

/** Estimates the study as the program does, in memory. */
async function estimate(files: HostileFiles, ...more: string[]) {
  const paths = Object.entries(files).map(([id, data]) => [`in/${NAMES[id] ?? id}`, data] as const);
  const world = bytesWorld(Object.fromEntries(paths));
  const code = await main(['estimate', 'in', '--out', 'out', ...more], world);
  const outputs = [...world.files].filter(([path]) => path.startsWith('out/'));
  return { code, said: `${world.said.stdout}${world.said.stderr}`, outputs: new Map(outputs) };
}

async function rowsOf(files: HostileFiles) {
  const encoder = new TextEncoder();
  const sources = Object.entries(files).map(
    ([id, data]) =>
      [id, { file: NAMES[id] ?? id, bytes: typeof data === 'string' ? encoder.encode(data) : data }] as const,
  );
  return await readStudy(new Map(sources), STANDARD_SETTINGS);
}

describe('hostile files that must be refused', () => {
  it('are more than 98', () => expect(REFUSED.length).toBeGreaterThanOrEqual(98));

  it.each(REFUSED)('$name', async ({ files, place }) => {
    const { code, said, outputs } = await estimate(files);
    expect({ code, outputs: outputs.size }).toEqual({ code: 1, outputs: 0 });
    const places = said.split('\n').flatMap((line) => /^error\s+(\S+)/.exec(line)?.[1] ?? []);
    expect(
      places.some((found) => found === place || found.startsWith(`${place}:`)),
      places.join(' '),
    ).toBe(true);
    expect(said).not.toMatch(/\n\s+at /);
  });
});

describe('odd files that must be read', () => {
  it('are more than 38', () => expect(ACCEPTED.length + ACCEPTED_NAMES.length).toBeGreaterThanOrEqual(38));

  it.each([...ACCEPTED, ...ACCEPTED_NAMES])('$name', async ({ files, rows }) => {
    const { study, issues } = await rowsOf(files);
    expect(issues.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(
      study.spots.map(({ spot_id: id, municipality, min, max }) => `${id} ${municipality} ${min} ${max}`),
    ).toEqual(rows);
    expect((await estimate(files)).code).toBe(0);
  });
});

describe('files with more than one meaning', () => {
  it('are more than 54', () => expect(AMBIGUOUS.length).toBeGreaterThanOrEqual(54));

  it.each(AMBIGUOUS)('$name: refused, warned of, or read rightly', async ({ files, totals }) => {
    const { study, issues } = await rowsOf(files);
    const isSaid = issues.some(({ severity }) => severity !== 'note');
    const sum = (column: 'min' | 'max') =>
      study.spots.reduce((total, spot) => total + (spot[column] ?? 0), 0);
    if (!isSaid) expect([sum('min'), sum('max')]).toEqual(totals);
    expect([0, 1]).toContain((await estimate(files)).code);
  });
});

describe('what is said of a faulty cell', () => {
  const SECRETS = ['Zarqelinda Vukothi', '+383 44 919 293', 'behind the mill'];
  const rows = SECRETS.map((secret, at) => `S${at},FSW,North,4,"${secret}"`).join('\n');
  const places = SECRETS.map((secret, at) => `P${at},FSW,${secret},10,4`).join('\n');
  const files = { spots: `spot_id,population,municipality,min,max\n${rows}\n${places}\n` };

  it('never is its text, in any command, unless --show-values is given', async () => {
    for (const args of [[], ['--json'], ['--quiet']]) {
      const { code, said } = await estimate(files, ...args);
      expect(code).toBe(1);
      expect(SECRETS.filter((secret) => said.includes(secret))).toEqual([]);
    }
    for (const command of ['check', 'plan', 'run', 'share']) {
      const world = bytesWorld({ 'in/spots.csv': files.spots });
      expect(await main([command, 'in'], world)).toBe(1);
      const said = `${world.said.stdout}${world.said.stderr}`;
      expect(SECRETS.filter((secret) => said.includes(secret))).toEqual([]);
    }
    const { said } = await estimate(files, '--show-values');
    expect(SECRETS.filter((secret) => said.includes(secret))).toEqual(SECRETS);
  });
});

describe('names that are properties of every object', () => {
  it('leave Object.prototype alone and count right', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const counts = [23, 10, 31, 14];
    const rows = names.map((name, at) => `${name},__proto__,${name},${name},${counts[at]},${counts[at]}`);
    const spots = `spot_id,population,municipality,typology,min,max\n${rows.join('\n')}\n`;
    const { code, outputs } = await estimate({ spots });
    expect(code).toBe(0);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    const lines = (outputs.get('out/municipalities.csv') ?? '').trim().split('\n').slice(1);
    const columns = (outputs.get('out/municipalities.csv') ?? '').split('\n')[0]?.split(',') ?? [];
    const at = columns.indexOf('estimate');
    expect(new Map(lines.map((line) => [line.split(',')[0], Number(line.split(',')[at])]))).toEqual(
      new Map(names.map((name, index) => [name, counts[index]])),
    );
  });
});
