import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../src/commands/catalogue.js';
import { INSTALL_DUCKDB } from '../src/formats/read-parquet.js';
import { STEPS } from '../src/estimate/steps.js';
import { VERSION } from '../src/version.js';

const root = resolve(import.meta.dirname, '..');
const source = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .sort();

const text = (file: string) => readFileSync(join(root, file), 'utf8');

/** Floors of the house from the top down: a file imports from its own floor and those below. */
const FLOORS = [
  ['src/index.ts', 'src/cli.ts'],
  ['src/commands'],
  ['src/report'],
  ['src/explain'],
  ['src/export'],
  ['src/study', 'src/import', 'src/reproduce'],
  ['src/share'],
  ['src/plan'],
  ['src/simulate', 'src/audit'],
  ['src/estimate', 'src/methods'],
  ['src/formats', 'src/geo', 'src/draw', 'src/stats', 'src/columns'],
  ['src/io'],
  ['src/model', 'src/version.ts'],
];

const floorOf = (file: string) =>
  FLOORS.findIndex((floor) => floor.some((place) => file === place || file.startsWith(`${place}/`)));

function importsOf(file: string): string[] {
  return [...text(file).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('the architecture', () => {
  it('keeps disk, terminal, clock and process inside src/io', () => {
    const worldly =
      /from '(node:|fs|path|process|os|child_process|worker_threads)|\bprocess\.|\bconsole\.|\bDate\b|Math\.random|performance\.|setTimeout|setInterval/;
    const outside = source.filter((file) => !file.startsWith('src/io/'));
    const offenders = outside.filter((file) =>
      text(file)
        .split('\n')
        .some((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && worldly.test(line)),
    );
    expect(outside.length).toBeGreaterThan(40);
    expect(offenders).toEqual([]);
  });

  it('gives every source file a floor and imports only downwards', () => {
    expect(source.filter((file) => floorOf(file) < 0)).toEqual([]);
    const upward = source.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(root, resolve(root, dirname(file), name.replace(/\.js$/, '.ts'))))
        .filter((target) => floorOf(target) < floorOf(file))
        .map((target) => `${file} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('has no circle of imports, types included', () => {
    const targets = new Map(
      source.map((file) => [
        file,
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => relative(root, resolve(root, dirname(file), name.replace(/\.js$/, '.ts')))),
      ]),
    );
    const settled = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (settled.has(file) || way.includes(file)) return;
      for (const target of targets.get(file) ?? []) visit(target, [...way, file]);
      settled.add(file);
    };
    for (const file of source) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('loads Turf only in src/geo, and src/geo only lazily from elsewhere', () => {
    expect(source.filter((file) => !file.startsWith('src/geo/') && /@turf/.test(text(file)))).toEqual([]);
    const eager = source.filter((file) => /from '(\.\.\/)+geo\/inside/.test(text(file)));
    expect(eager).toEqual([]);
  });

  it('loads the optional solver in one file, and only when it is asked for', () => {
    const loading = source.filter((file) => /['"]highs['"]\)|from ['"]highs/.test(text(file)));
    expect(loading).toEqual(['src/io/load-highs.ts']);
    expect(text('src/io/load-highs.ts')).not.toMatch(/^import .*highs/m);
  });

  it('loads DuckDB in one file, and only when it is asked for', () => {
    const loading = source.filter((file) => /(import\(|from )['"]@duckdb/.test(text(file)));
    expect(loading).toEqual(['src/io/load-duckdb.ts']);
    expect(text('src/io/load-duckdb.ts')).not.toMatch(/^import .*@duckdb/m);
    const manifest = JSON.parse(text('package.json')) as {
      peerDependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const version = manifest.peerDependencies['@duckdb/node-api'] ?? '';
    expect(manifest.devDependencies['@duckdb/node-api']).toBe(version);
    expect(INSTALL_DUCKDB).toBe(`npm install @duckdb/node-api@${version}`);
  });

  it('states one version', () => {
    const manifest = JSON.parse(text('package.json')) as { version: string };
    expect(VERSION).toBe(manifest.version);
  });

  it('names no registry and no address of a package in the lockfile', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/registry/);
  });

  it('gives every command an example, an existing summary and a description', async () => {
    expect(CATALOGUE.length).toBeGreaterThan(4);
    for (const entry of CATALOGUE) {
      const command = await entry.load();
      expect(entry.summary.length).toBeGreaterThan(10);
      expect(command.examples.length).toBeGreaterThan(0);
      for (const { line } of command.examples) expect(line).toMatch(new RegExp(`^spotwise ${entry.name}\\b`));
    }
  });
});

describe('every variant of every step', () => {
  const variants = STEPS.flatMap((step) =>
    step.variants.map((variant) => ({ name: `${step.id}.${variant.id}`, step, variant })),
  );

  it.each(variants)('$name has a complete card and a true example', ({ variant }) => {
    for (const part of [
      variant.title,
      variant.summary,
      variant.formula,
      variant.rightWhen,
      variant.misleads,
    ]) {
      expect(part.length).toBeGreaterThan(3);
    }
    expect(variant.sources.length).toBeGreaterThan(0);
    expect(variant.example.compute()).toBeCloseTo(variant.example.gives, 3);
  });

  it.each(STEPS)('$id has its standard among its variants and no name twice', (step) => {
    const ids = step.variants.map((variant) => variant.id);
    expect(ids).toContain(step.standard);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
