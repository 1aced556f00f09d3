import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.js';
import { SCENARIOS } from '../../src/simulate/scenarios.js';
import { memoryWorld } from '../support/memory-world.js';

const SMALL = `scenario: rumour-random
population:
  per_1000: 1
  spots_per_municipality: 20
respondents_per_spot: 2
`;

async function simulate(args: readonly string[], files: Record<string, string> = {}) {
  const world = memoryWorld(files);
  const code = await main(['simulate', ...args], world);
  return { code, world, out: world.said.stdout, err: world.said.stderr };
}

interface Trial {
  readonly towns: number;
  readonly scores: {
    id: string;
    bias: number;
    rmse: number;
    intervals: { label: string; holds: number }[];
  }[];
}

interface Design {
  readonly half_width: number;
  readonly designs: {
    share_level_2: number;
    respondents_per_spot: number;
    half_width: number;
    reaches: string;
  }[];
  readonly smallest: { reaches: string }[];
}

describe('spotwise simulate', () => {
  it('lists every scenario with what it tests', async () => {
    const { code, out } = await simulate(['--list']);
    expect(code).toBe(0);
    for (const { id, tests } of SCENARIOS) {
      expect(out).toContain(`${id}\n`);
      expect(out).toContain(tests);
    }
    const listed = JSON.parse((await simulate(['--list', '--json'])).out) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(SCENARIOS.map(({ id }) => id));
  });

  it('writes a study that check and estimate accept without a word', async () => {
    const { code, world } = await simulate(['--scenario', 'rumour-random', '--seed', '7', '--out', 'town']);
    expect(code).toBe(0);
    expect(world.said.stdout).toContain('INVENTED study, scenario rumour-random, seed 7');
    expect(await main(['check', 'town'], world)).toBe(0);
    expect(world.said.stdout).toContain('0 errors, 0 warnings');
    expect(await main(['estimate', 'town', '--interval', 'bootstrap', '--quiet'], world)).toBe(0);
    expect(world.files.get('town/out/national.csv')).toContain('confidence');
    expect(world.said.stderr).toBe('');
  });

  it('writes the second round as a study of its own', async () => {
    const { world } = await simulate(['--scenario', 'two-rounds', '--out', 'town', '--quiet']);
    expect(world.said.stdout).toBe('');
    expect(await main(['check', 'town/round-2', '--quiet'], world)).toBe(0);
    expect(await main(['estimate', 'town/round-2', '--quiet'], world)).toBe(0);
  });

  it('takes what differs from a file, and keeps the file with the study', async () => {
    const { code, world } = await simulate(['town.yaml', '--out', 'small'], { 'town.yaml': SMALL });
    expect(code).toBe(0);
    expect(world.files.get('small/town.yaml')).toBe(SMALL);
    expect(world.files.get('small/truth.csv')).toContain('Town,FSW,200,');
    expect(world.files.get('small/spots.csv')?.trim().split('\n')).toHaveLength(21);
  });

  it('runs the estimators on many towns, the same numbers each time', async () => {
    const args = ['town.yaml', '--repeat', '3', '--json'];
    const first = await simulate(args, { 'town.yaml': SMALL });
    const trial = JSON.parse(first.out) as Trial;
    expect(trial.towns).toBe(3);
    expect(trial.scores.map(({ id }) => id)).toContain('person-visit');
    expect(trial.scores.find(({ id }) => id === 'level-1-overall')?.intervals[0]?.label).toBe('delta');
    expect((await simulate(args, { 'town.yaml': SMALL })).out).toBe(first.out);
    const told = await simulate(['--repeat', '2']);
    expect(told.out).toContain('frequency, then duplication');
    expect(told.out).toContain('± is one Monte Carlo standard error');
    expect(told.err).toBe('');
  });

  it('tries designs and names the smallest that are narrow enough', async () => {
    const args = ['town.yaml', '--design', '--repeat', '6', '--half-width', '0.6', '--json'];
    const design = JSON.parse((await simulate(args, { 'town.yaml': SMALL })).out) as Design;
    expect(design.half_width).toBe(0.6);
    expect(design.designs).toHaveLength(30);
    const at = (share: number, met: number) =>
      design.designs.find((each) => each.share_level_2 === share && each.respondents_per_spot === met)
        ?.half_width ?? 0;
    expect(at(1, 8)).toBeLessThan(at(0.2, 1));
    expect(design.smallest.length).toBeGreaterThan(0);
    expect(design.smallest.every(({ reaches }) => reaches !== 'no')).toBe(true);
    const table = await simulate(['town.yaml', '--design', '--repeat', '2', '--half-width', '0.01'], {
      'town.yaml': SMALL,
    });
    expect(table.out).toContain('half-width needed');
  });

  it.each([
    [[], '--out'],
    [['--scenario', 'rumor-random', '--out', 'x'], 'rumour-random'],
    [['--scenario', 'base', '--round', '2', '--out', 'x'], 'two-rounds'],
    [['--repeat', '1'], '2 to'],
    [['--design', '--scenario', 'base'], 'no reports'],
    [['--design', '--half-width', '2'], 'between 0 and 1'],
    [['--seed', '-1', '--repeat', '2'], 'seed'],
  ])('ends with 2 and one hint on %j', async (args, hint) => {
    const { code, err, out } = await simulate(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('says where the settings of a town are wrong, and refuses what no town can be', async () => {
    const unknown = await simulate(['t.yaml', '--out', 'x'], { 't.yaml': 'seed: 1\nrespondents: 3\n' });
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('t.yaml:2');
    const impossible = await simulate(['t.yaml', '--out', 'x'], { 't.yaml': 'share_level_2: 1.5\n' });
    expect(impossible.code).toBe(1);
    expect(impossible.err).toContain('share_level_2');
    expect(impossible.world.files.has('x/spots.csv')).toBe(false);
    expect((await simulate(['none.yaml', '--out', 'x'])).code).toBe(4);
  });
});
