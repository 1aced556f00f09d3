import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS_HERE, TOWN } from '../support/export-town.js';
import { inFreshFolder, spotwise } from '../support/program.js';

/** The hash of every file below a folder, by path. */
function hashesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [
      relative(folder, path),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

describe('every format', () => {
  it('has the same bytes on another day, in another folder, time zone and language', () => {
    inFreshFolder((folder) => {
      const study = join(folder, 'town');
      mkdirSync(study);
      for (const [id, text] of Object.entries(TOWN)) {
        const name = id === 'study' ? 'study.yaml' : id === 'boundaries' ? 'boundaries.geojson' : `${id}.csv`;
        writeFileSync(join(study, name), text);
      }
      const formats = FORMATS_HERE.map(({ id }) => id);
      const runs = [
        { TZ: 'UTC', SOURCE_DATE_EPOCH: '1770000000', LANG: 'C.UTF-8' },
        { TZ: 'Asia/Yangon', SOURCE_DATE_EPOCH: '1790000000', LANG: 'sq_AL.UTF-8' },
      ].map((env, at) => {
        const out = join(folder, `run ${at}`, 'deep');
        mkdirSync(join(folder, `run ${at}`));
        const done = spotwise(['export', study, '--to', formats.join(','), '--out', out], {
          cwd: folder,
          env,
        });
        expect(done.stderr).toBe('');
        expect(done.code).toBe(0);
        return hashesOf(out);
      });
      const [first = {}, second = {}] = runs;
      expect(Object.keys(first)).toEqual(Object.keys(second));
      const written = new Set(Object.keys(first).map((path) => path.split('/')[0]));
      for (const id of formats) expect(written).toContain(id);
      const changed = Object.keys(first).filter((path) => first[path] !== second[path]);
      // The crate states the day it was made, as its format demands, and the card lists the hash of the crate.
      expect(changed).toEqual(['rocrate/ro-crate-metadata.json', 'run.json']);
    });
  });
});
