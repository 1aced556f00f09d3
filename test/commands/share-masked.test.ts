import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFreshFolder, ROOT, spotwise } from '../support/program.js';

const STUDY = join(ROOT, 'fixtures', 'kosovo');
const columns = (text: string) => (text.split('\n')[0] ?? '').split(',');

it('a masked programme output has points without codes and counts, the same in every release of a key', () => {
  inFreshFolder((cwd) => {
    writeFileSync(join(cwd, 'key.txt'), 'one key of forty letters for this test only\n');
    const args = ['share', STUDY, '--audience', 'programme', '--mask', 'donut', '--key-file', 'key.txt'];
    for (const out of ['one', 'two']) expect(spotwise([...args, '--out', out], { cwd }).code).toBe(0);
    const files = readdirSync(join(cwd, 'one'));
    expect(files).not.toContain('spots.csv');
    expect(files).not.toContain('spots.geojson');
    for (const file of files) {
      expect(readFileSync(join(cwd, 'one', file))).toEqual(readFileSync(join(cwd, 'two', file)));
    }
    const points = readFileSync(join(cwd, 'one', 'points.csv'), 'utf8');
    expect(columns(points)).toEqual(['point', 'population', 'municipality', 'size', 'lat', 'lon']);
    expect(points.trim().split('\n').length).toBeGreaterThan(1200);
    expect(spotwise(['share', '--verify', 'one'], { cwd }).code).toBe(0);
  });
});

it('an output in a folder of another program is refused and leaves that folder alone', () => {
  inFreshFolder((cwd) => {
    writeFileSync(join(cwd, 'mine.txt'), 'mine');
    expect(spotwise(['share', STUDY, '--out', cwd], { cwd }).code).toBe(4);
    expect(readdirSync(cwd)).toEqual(['mine.txt']);
    expect(existsSync(join(cwd, 'run.json'))).toBe(false);
  });
});

it('a key file inside the output folder stops the output', () => {
  inFreshFolder((cwd) => {
    expect(spotwise(['share', STUDY, '--out', join(cwd, 'out')], { cwd }).code).toBe(0);
    writeFileSync(join(cwd, 'out', 'key.txt'), 'one key of forty letters for this test only\n');
    const args = ['share', STUDY, '--letters', '--key-file', join('out', 'key.txt'), '--out', 'out'];
    expect(spotwise(args, { cwd }).code).toBe(2);
    expect(existsSync(join(cwd, 'out', 'key.txt'))).toBe(true);
  });
});
