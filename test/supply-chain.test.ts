import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/program.js';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const lock = json('package-lock.json') as { packages: Record<string, Locked> };
const { '': _own, ...packages } = lock.packages;
const manifest = json('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>;

/** Licences that ask for no more than that they are kept. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  // So splaytree-ts spells it; the licence it brings is BSD-3-Clause.
  'BDS-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  '0BSD',
  'CC0-1.0',
  'Python-2.0',
  'MPL-2.0',
  'CC-BY-4.0',
]);

describe('the packages spotwise stands on', () => {
  it('are stated by exact versions', () => {
    const stated = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    // The packages of DuckDB count their own releases behind that of the engine: 1.5.6-r.1.
    expect(stated.filter(([, version]) => !/^\d+\.\d+\.\d+(-r\.\d+)?$/.test(version))).toEqual([]);
  });

  it('are locked by SHA-512 and run nothing when they are installed', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(20);
    const loose = Object.entries(packages).filter(
      ([, { integrity }]) => integrity?.startsWith('sha512-') !== true,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    const running = Object.entries(packages).filter(
      ([, { hasInstallScript, dev }]) => hasInstallScript === true && dev !== true,
    );
    expect(running.map(([path]) => path)).toEqual([]);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });

  it('have licences that ask for nothing but to be kept', () => {
    const other = Object.entries(packages).filter(
      ([, { license, dev }]) => dev !== true && !ALLOWED.has(license ?? 'none'),
    );
    expect(other.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('stand in docs/sbom.json as in the lockfile', () => {
    const made = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        "process.stdout.write((await import('./scripts/sbom.mjs')).billOfMaterials())",
      ],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(json('docs/sbom.json')).toEqual(JSON.parse(made.stdout));
  });
});
