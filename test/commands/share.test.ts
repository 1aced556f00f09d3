import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.js';
import { estimate } from '../../src/estimate/estimate.js';
import { rulesFor } from '../../src/share/audiences.js';
import { sharedView } from '../../src/share/shared-view.js';
import { memoryWorld, type MemoryWorld } from '../support/memory-world.js';
import { ALL_CANARIES, CANARIES, sharedSpots, sharedStudy } from '../support/shared-study.js';
import { studyOf } from '../support/study.js';
import { randomStream } from '../support/tables.js';

const KEY = 'a long secret key made for this test only';

async function run(args: readonly string[], files: Record<string, string> = sharedStudy()) {
  const world = memoryWorld({ ...files, 'key.txt': `${KEY}\n` });
  const code = await main(['share', ...args], world);
  return { code, world, outputs: outputsOf(world) };
}

/** Files below out/, by name. */
function outputsOf(world: MemoryWorld): Map<string, string> {
  const names = [...world.files.keys()].filter((name) => name.startsWith('out/')).sort();
  return new Map(names.map((name) => [name.slice(4), world.files.get(name) ?? '']));
}

describe('canaries in names, notes, phones, codes and coordinates', () => {
  it('are thirty, and are in the study', () => {
    expect(new Set(ALL_CANARIES).size).toBe(30);
    const study = Object.values(sharedStudy()).join('\n');
    for (const canary of ALL_CANARIES) expect(study).toContain(canary);
  });

  it.each(['public', 'partner'])('are nowhere in a %s output nor in what is said', async (audience) => {
    const { code, world, outputs } = await run(['in', '--audience', audience, '--out', 'out']);
    expect(code).toBe(0);
    const all = [...outputs, ...Object.entries(world.said)].flat().join('\n');
    expect(ALL_CANARIES.filter((canary) => all.includes(canary))).toEqual([]);
  });

  it('are nowhere in a programme output but for the codes of spots', async () => {
    const { code, world, outputs } = await run(['in', '--audience', 'programme', '--out', 'out']);
    expect(code).toBe(0);
    const all = [...outputs, ...Object.entries(world.said)].flat().join('\n');
    expect(ALL_CANARIES.filter((canary) => all.includes(canary))).toEqual(CANARIES.codes);
  });

  it('is public when no audience is named', async () => {
    const { outputs } = await run(['in', '--out', 'out']);
    expect(outputs.get('run.json')).toContain('"audience": "public"');
    expect([...outputs.keys()]).toEqual(['municipalities.csv', 'national.csv', 'regions.csv', 'run.json']);
  });
});

/** The public and the partner files of those rows, by the library alone. */
async function filesOf(rows: readonly string[]) {
  const { 'in/spots.csv': spots = '', 'in/places.csv': places = '' } = sharedStudy(rows);
  const { study } = await studyOf({ spots, places });
  const { estimates } = estimate(study);
  return (['public', 'partner'] as const).map((audience) =>
    sharedView(study, estimates, { audience, inForce: rulesFor(audience, {}) }),
  );
}

describe('an aggregated output', () => {
  it('is the same for 20 orders of the rows', async () => {
    const first = await filesOf(sharedSpots());
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = randomStream(seed);
      const shuffled = sharedSpots()
        .map((row) => ({ row, rank: random() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ row }) => row);
      expect(await filesOf(shuffled)).toEqual(first);
    }
  });

  it('lists every municipality for every population, so that no row says where somebody was met', async () => {
    const { outputs } = await run(['in', '--out', 'out']);
    expect(outputs.get('municipalities.csv')?.trim().split('\n')).toHaveLength(1 + 2 * 7);
  });

  it('says its rules, and which protect less than the standard', async () => {
    const share = 'share:\n  public: { people: 10, round_to: 20 }\n';
    const { outputs, world } = await run(['in', '--out', 'out'], sharedStudy(sharedSpots(), share));
    const manifest = JSON.parse(outputs.get('run.json') ?? '') as Record<string, unknown>;
    expect(manifest['policy']).toEqual({ people: 10, spots: 5, dominance: 0.5, round_to: 20 });
    expect(manifest['lowered']).toEqual(['people']);
    expect(world.said.stderr).toContain('release-lowered');
  });

  it('holds until the day stated; without one no day stands in it and that is said', async () => {
    const undated = await run(['in', '--out', 'out']);
    expect(undated.outputs.get('run.json')).not.toMatch(/expires|\d{4}-\d{2}-\d{2}/);
    expect(undated.world.said.stderr).toContain('release-undated');
    const stated = await run(['in', '--out', 'out', '--expires', '2026-03-01']);
    expect(stated.outputs.get('run.json')).toContain('"expires": "2026-03-01"');
    expect(stated.world.said.stderr).toBe('');
    const set = await run(
      ['in', '--out', 'out'],
      sharedStudy(sharedSpots(), 'share: { expires: 2026-04-01 }\n'),
    );
    expect(set.outputs.get('run.json')).toContain('"expires": "2026-04-01"');
    expect((await run(['in', '--out', 'out', '--expires', '2026-02-30'])).code).toBe(2);
  });

  it('goes to a folder whose name says nothing', async () => {
    const { world } = await run(['in']);
    const folders = new Set(
      [...world.files.keys()].filter((name) => name.startsWith('in/run-')).map((name) => name.split('/')[1]),
    );
    expect([...folders].join()).toMatch(/^run-2026-01-15-[bcdfghjklmnpqrstvwxz]{6}$/);
  });
});

describe('letters in place of codes', () => {
  it('stand in the public output, and their key in the programme output of the same secret', async () => {
    const letters = ['--letters', '--key-file', 'key.txt', '--out', 'out'];
    const open = await run(['in', ...letters]);
    const all = [...open.outputs.values()].join('\n');
    expect(all).not.toMatch(/FSW|MSM/);
    expect(open.outputs.get('national.csv')).toMatch(/^A,.*\nB,/m);
    const own = await run(['in', '--audience', 'programme', ...letters]);
    expect(own.outputs.get('key.csv')).toMatch(/^letter,population\nA,(?:FSW|MSM)\nB,(?:FSW|MSM)\n$/);
    expect([...open.outputs.values(), ...own.outputs.values()].join('\n')).not.toContain(KEY);
  });
});

describe('what would give too much away is refused, and nothing is written', () => {
  it.each([
    ['team without --exact', ['--audience', 'team']],
    ['team in plain text', ['--audience', 'team', '--exact']],
    ['--exact for the public', ['--exact']],
    ['points beside public tables', ['--mask', 'grid']],
    ['voronoi', ['--audience', 'programme', '--mask', 'voronoi']],
    ['gaussian', ['--audience', 'programme', '--mask', 'gaussian']],
    ['a donut without a key', ['--audience', 'programme', '--mask', 'donut']],
    ['letters without a key', ['--letters']],
    ['a mask without outlines', ['--audience', 'programme', '--mask', 'grid']],
    ['a secret key as recipient', ['--encrypt-to', `AGE-SECRET-KEY-1${'Q'.repeat(58)}`]],
    ['a post-quantum recipient', ['--encrypt-to', `age1pq1${'q'.repeat(60)}`]],
    ['an unknown audience', ['--audience', 'everybody']],
  ])('%s', async (_, args) => {
    const { code, outputs, world } = await run(['in', '--out', 'out', ...args]);
    expect(code).toBe(2);
    expect(outputs.size).toBe(0);
    expect(world.said.stderr.trim().split('\n').length).toBeLessThan(4);
  });

  it('a short key', async () => {
    const world = memoryWorld({ ...sharedStudy(), 'short.txt': 'short' });
    expect(await main(['share', 'in', '--letters', '--key-file', 'short.txt', '--out', 'out'], world)).toBe(
      2,
    );
  });

  it('a phone in the name of a municipality', async () => {
    const spots = sharedSpots().map((row) => row.replace('Gestan', 'Gestan 044 717 818'));
    const { code, outputs } = await run(['in', '--out', 'out'], sharedStudy(spots));
    expect(code).toBe(1);
    expect(outputs.size).toBe(0);
  });
});

const runFor = async (...args: string[]) => {
  const world = memoryWorld({ ...sharedStudy(), 'pass.txt': 'eleven slow brown snails\n' });
  const code = await main(['run', 'in', '--out', 'out', ...args], world);
  return { code, world, outputs: outputsOf(world) };
};

describe('run for an audience', () => {
  it.each(['partner', 'public'])('writes for %s just what share writes', async (audience) => {
    const { code, outputs } = await runFor('--audience', audience);
    expect(code).toBe(0);
    expect(outputs).toEqual((await run(['in', '--audience', audience, '--out', 'out'])).outputs);
  });

  it('is for the programme by itself: no names, no extra columns, coarse places', async () => {
    const { code, outputs } = await runFor();
    expect(code).toBe(0);
    const all = [...outputs].flat().join('\n');
    const kept = new Set([...CANARIES.codes, ...CANARIES.study, ...CANARIES.people]);
    expect(ALL_CANARIES.filter((canary) => all.includes(canary) && !kept.has(canary))).toEqual([]);
    expect(outputs.get('run.json')).toContain('"audience": "programme"');
  });

  it.each([
    ['team without --exact', ['--audience', 'team']],
    ['--exact for the programme', ['--audience', 'programme', '--exact']],
    ['--exact for the public', ['--audience', 'public', '--exact']],
  ])('refuses %s', async (_, args) => {
    const { code, outputs } = await runFor(...args);
    expect({ code, files: outputs.size }).toEqual({ code: 2, files: 0 });
  });

  it('writes one encrypted file when told who may open it', async () => {
    const { code, outputs } = await runFor('--exact', '--passphrase-file', 'pass.txt');
    expect(code).toBe(0);
    expect([...outputs.keys()]).toEqual(['run.age', 'run.json']);
    const all = [...outputs].flat().join('\n');
    expect(ALL_CANARIES.filter((canary) => all.includes(canary))).toEqual([]);
  });
});
