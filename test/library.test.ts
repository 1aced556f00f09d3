import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFreshFolder, ROOT } from './support/program.js';

/** Runs a module that imports the built package by its name. */
function run(script: string) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' });
}

/** What Node says of every module, of either kind, it loads while it runs with these arguments. */
function trace(args: readonly string[]): string {
  return spawnSync(process.execPath, [...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', NODE_DEBUG: 'esm,module' },
    maxBuffer: 1 << 28,
  }).stderr;
}

const importing = (name: string) => trace(['--input-type=module', '-e', `await import('${name}')`]);

describe('the library', () => {
  it('estimates and plans from bytes, without disk or console', () => {
    const done = run(`
      import { estimate, plan, planTables, readRules, readStudy, STANDARD_SETTINGS } from 'spotwise';
      const bytes = new TextEncoder().encode('spot_id,population,municipality,min,max\\nA,FSW,North,4,10\\nB,FSW,South,20,41\\n');
      const { study, issues } = await readStudy(new Map([['spots', { file: 'spots.csv', bytes }]]), STANDARD_SETTINGS);
      const { estimates } = estimate(study);
      const tables = planTables(plan(study, estimates, readRules()), study);
      process.stdout.write(JSON.stringify([issues.length, estimates.national[0].estimate, tables[0].name]));
    `);
    expect(done.stderr).toBe('');
    expect(JSON.parse(done.stdout)).toEqual([0, 37.5, 'plan/workers.csv']);
  });

  it('loads neither geometry nor encryption nor a solver before they are used', () => {
    const heavy = /node_modules\/(@turf|age-encryption|highs)\//;
    expect(importing('@turf/boolean-point-in-polygon')).toMatch(heavy);
    const loaded = importing('spotwise');
    expect(loaded).toContain('dist/estimate/estimate.js');
    expect(loaded).not.toMatch(heavy);
  });

  it('loads no geometry for a table without outlines, and no disk or hashes for help', () => {
    inFreshFolder((folder) => {
      writeFileSync(join(folder, 'spots.csv'), 'spot_id,population,municipality,min,max\nA,FSW,North,4,10\n');
      const listing = join(folder, 'listing.cjs');
      const list = `console.error([...require(${JSON.stringify(join(ROOT, 'bin', 'load.js'))}).scripts.keys()].join(' '))`;
      writeFileSync(listing, `process.on('exit', () => ${list});`);
      const asked = ['run', '--spots', join(folder, 'spots.csv'), '--out', join(folder, 'd')];
      const loaded = spawnSync(process.execPath, ['--require', listing, 'bin/spotwise.js', ...asked], {
        cwd: ROOT,
        encoding: 'utf8',
      }).stderr;
      expect(loaded).toContain('plan.cjs');
      expect(loaded).not.toContain('inside.cjs');
    });
    const helped = trace(['bin/spotwise.js', '--help']);
    expect(helped).toContain('dist/program/cli.cjs');
    expect(helped).not.toMatch(/dist\/program\/(estimate|csv|write-folder)\.cjs|node:child_process/);
  });
});
