import { describe, expect, it } from 'vitest';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli.js';
import { memoryWorld } from '../support/memory-world.js';
import { ROOT } from '../support/program.js';

const folder = join(ROOT, 'fixtures/yangon');
const YANGON = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [`yangon/${name}`, readFileSync(join(folder, name), 'utf8')]),
);

async function plan(files: Readonly<Record<string, string>>, ...args: string[]) {
  const world = memoryWorld(files);
  const code = await main(['plan', ...args], world);
  return { code, world };
}

/** Travel times of ten hours from every worker to the spots they serve in a written plan. */
function slowWays(written: Readonly<Record<string, string>>): string[] {
  const [header = '', ...rows] = (written['result/plan/spots.csv'] ?? '').trim().split(/\r?\n/);
  const at = (name: string) => header.split(',').indexOf(name);
  const ways = rows.map((row) => row.split(',')).filter((cells) => cells[at('worker_code')] !== '');
  return [
    ...new Set(ways.map((cells) => `${cells[at('worker_code')]},${cells[at('spot_code')]},600`)),
  ].filter((way) => !way.startsWith('P01,Y001,'));
}

describe('spotwise plan', () => {
  it('writes a plan that the verifier finds sound, and that a later plan need not change', async () => {
    const first = await plan(YANGON, 'yangon', '--out', 'result');
    expect(first.code).toBe(0);
    const written = Object.fromEntries(first.world.files);
    for (const name of ['workers', 'spots', 'visits', 'supplies', 'uncovered', 'assumptions']) {
      expect(written[`result/plan/${name}.csv`]).toMatch(/^[a-z_]+,/);
    }
    const verified = await plan(written, 'yangon', '--verify', 'result');
    expect(verified.world.said.stdout).toContain('The plan keeps every rule.');
    expect(verified.code).toBe(0);
    const again = await plan(written, 'yangon', '--previous', 'result', '--out', 'next');
    expect(again.code).toBe(0);
    expect(again.world.files.get('next/plan/changes.csv')?.trim().split('\n')).toHaveLength(1);
  });

  it('says covered and not covered of the whole estimate, people met at no spot included, as the page and the tables do', async () => {
    const files = {
      's/study.yaml':
        'populations:\n  - code: PWID\n    method: { hidden: { use: add, estimate: 20, low: 10, high: 30, source: s } }\n',
      's/spots.csv': 'spot_id,population,municipality,min,max\nA,PWID,North,30,30\nB,PWID,North,10,10\n',
    };
    const { code, world } = await plan(files, 's', '--out', 'result', '--json');
    expect(code).toBe(0);
    const said = JSON.parse(world.said.stdout) as { readonly plan: readonly Record<string, number>[] };
    expect(said.plan).toMatchObject([{ people: 60, covered: 40, uncovered: 20 }]);
    const missing = (world.files.get('result/plan/uncovered.csv') ?? '').trim().split('\n').slice(1);
    expect(missing.map((row) => row.split(',').slice(2, 5))).toEqual([['20', '30', 'not_met_at_spots']]);
    const { world: told } = await plan(files, 's', '--out', 'result');
    expect(told.said.stdout).toMatch(/people covered +not covered\nPWID .* 40 +66% +20\n/);
  });

  it('says and writes where sites stand only when a method is named', async () => {
    const { world } = await plan(YANGON, 'yangon', '--out', 'result');
    expect([...world.files.keys()].filter((name) => name.includes('/plan/sites.'))).toEqual([]);
    const study = YANGON['yangon/study.yaml'] ?? '';
    const files = {
      ...YANGON,
      'yangon/study.yaml': study.replace(
        /^plan:$/m,
        'plan:\n  siting: { method: maximal-covering, sites: 7 }',
      ),
    };
    const sited = await plan(files, 'yangon', '--out', 'result');
    expect(sited.world.said.stdout).toMatch(/sites: 7 open by maximal-covering[^]*\(F15\)/);
    expect(sited.world.files.get('result/plan/sites.csv')?.trim().split('\n')).toHaveLength(8);
    expect(sited.world.files.get('result/plan/sites.geojson')).toContain('"site_code": "N001"');
    expect(sited.world.files.get('result/plan/assumptions.csv')).toContain('siting.people_per_site');
    const verified = await plan(Object.fromEntries(sited.world.files), 'yangon', '--verify', 'result');
    expect(verified.world.said.stdout).toContain('The plan keeps every rule.');
  });

  it('proves how near who serves what is to the best possible, when asked', async () => {
    const { code, world } = await plan(YANGON, 'yangon', '--certify', '--out', 'result');
    expect(code).toBe(0);
    expect(world.said.stdout).toMatch(/proved least/);
    expect(world.said.stdout).not.toMatch(/optimal/i);
    const [header = '', first = ''] = (world.files.get('result/plan/bounds.csv') ?? '').split(/\r?\n/);
    const cell = (name: string) => Number(first.split(',')[header.split(',').indexOf(name)]);
    expect(cell('bound')).toBeGreaterThan(0);
    expect(cell('bound')).toBeLessThanOrEqual(cell('people_km'));
  });

  it('stops searching after the seconds given and still writes a sound plan', async () => {
    let now = 0;
    const world = { ...memoryWorld(YANGON), clock: () => (now += 1000) };
    expect(await main(['plan', 'yangon', '--seconds', '1', '--out', 'result'], world)).toBe(0);
    const verified = await plan(Object.fromEntries(world.files), 'yangon', '--verify', 'result');
    expect(verified.world.said.stdout).toContain('The plan keeps every rule.');
    const refused = await plan(YANGON, 'yangon', '--seconds', 'soon', '--out', 'result');
    expect(refused.code).toBe(2);
  });

  it('plans by travel times and plain distances, keeps to them, and a later plan need not change', async () => {
    const ways = ['from,to,minutes', 'Insein,Hlaing,95', 'Hlaing,Insein,80', 'Y001,P01,10', 'Tamwe,Tamwe,25'];
    const files = { ...YANGON, 'yangon/travel.csv': ways.join('\n') };
    const first = await plan(files, 'yangon', '--distance', 'plain', '--certify', '--out', 'result');
    expect(first.code).toBe(0);
    expect(first.world.files.get('result/plan/assumptions.csv')).toMatch(/\ndistance,plain,/);
    expect(first.world.files.get('result/plan/bounds.csv')).toContain(',plain,');
    expect(first.world.said.stdout).toMatch(/ km  proved least/);
    const written = Object.fromEntries(first.world.files);
    const verified = await plan(written, 'yangon', '--verify', 'result');
    expect(verified.world.said.stdout).toContain('The plan keeps every rule.');
    const again = await plan(
      written,
      'yangon',
      '--distance',
      'plain',
      '--previous',
      'result',
      '--out',
      'next',
    );
    expect(again.world.files.get('next/plan/changes.csv')?.trim().split('\n')).toHaveLength(1);
    const slow = { ...written, 'yangon/travel.csv': [...ways, ...slowWays(written)].join('\n') };
    const late = await plan(slow, 'yangon', '--verify', 'result');
    expect(late.world.said.stdout).toContain('BROKEN');
    const wrong = { ...YANGON, 'yangon/travel.csv': `${ways.join('\n')}\nNowhere,Hlaing,5` };
    const refused = await plan(wrong, 'yangon', '--out', 'result');
    expect(refused.code).toBe(1);
    expect(refused.world.said.stderr).toMatch(/travel\.csv:6:from\s+travel-unknown/);
  });

  it('keeps its best so far when interrupted, writes it whole and says so', async () => {
    let asked = 0;
    const listen = () => ({ isHeard: () => (asked += 1) > 3, end: () => undefined });
    const world = { ...memoryWorld(YANGON), listen };
    expect(await main(['plan', 'yangon', '--out', 'result'], world)).toBe(130);
    expect(world.said.stdout).toContain('The search was interrupted');
    expect(JSON.parse(world.files.get('result/run.json') ?? '')).toMatchObject({ search: 'interrupted' });
    const full = await plan(YANGON, 'yangon', '--out', 'result');
    expect(full.world.files.get('result/run.json')).not.toContain('"search"');
    expect([...world.files.keys()].sort()).toEqual([...full.world.files.keys()].sort());
    const verified = await plan(Object.fromEntries(world.files), 'yangon', '--verify', 'result');
    expect(verified.world.said.stdout).toContain('The plan keeps every rule.');
  });

  it('ends with 1 when a written plan was changed by hand so that it breaks a rule', async () => {
    const { world } = await plan(YANGON, 'yangon', '--out', 'result');
    const visits = world.files.get('result/plan/visits.csv') ?? '';
    const [header = '', first = '', ...rest] = visits.split('\n');
    const at = header.split(',').indexOf('arrive_from');
    const cells = first.split(',');
    cells[at] = '03:30';
    const changed = {
      ...Object.fromEntries(world.files),
      'result/plan/visits.csv': [header, cells.join(','), ...rest].join('\n'),
    };
    const verified = await plan(changed, 'yangon', '--verify', 'result');
    expect(verified.code).toBe(1);
    expect(verified.world.said.stdout).toContain('BROKEN');
  });

  it('writes no exact place and names nobody on the sheets', async () => {
    const { world } = await plan(YANGON, 'yangon', '--out', 'result');
    const sheets = world.files.get('result/plan/sheets.html') ?? '';
    expect(sheets).toContain('<title>Sheets</title>');
    expect(sheets).not.toMatch(/FSW|MSM|PWID|sex work|inject|16\.\d{3}|96\.\d{3}/i);
    const exact = (YANGON['yangon/spots.csv'] ?? '').match(/\b(16|96)\.\d{4,}/g) ?? [];
    expect(exact.length).toBeGreaterThan(20);
    for (const [name, text] of world.files) {
      if (name.startsWith('result/')) for (const position of exact) expect(text).not.toContain(position);
    }
  });

  it('ends with 4 when the earlier plan is not there', async () => {
    expect((await plan(YANGON, 'yangon', '--previous', 'nothing')).code).toBe(4);
  });
});
