import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../src/export/registry.js';
import { TOWN } from '../support/export-town.js';
import { ROOT } from '../support/program.js';
import { spotwise } from '../support/spotwise.js';

const FILES = {
  'in/study.yaml': TOWN.study,
  'in/spots.csv': TOWN.spots,
  'in/places.csv': TOWN.places,
  'in/workers.csv': TOWN.workers,
  'in/boundaries.geojson': TOWN.boundaries,
};

const run = (line: readonly string[], files: Record<string, string> = FILES) =>
  spotwise(['export', 'in', ...line, '--out', 'out'], files);

const written = (files: ReadonlyMap<string, string>) =>
  [...files.keys()].filter((name) => name.startsWith('out/')).sort();

describe('export', () => {
  it('writes a folder a format and a card that lists them', async () => {
    const { code, out, error, files } = await run(['--to', 'csv,jsonl', '--to', 'gather', '--locale', 'sq']);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('coarse places (about 100 m)');
    expect(new Set(written(files).map((name) => name.split('/')[1]))).toEqual(
      new Set(['csv', 'jsonl', 'gather', 'run.json']),
    );
    const card = JSON.parse(files.get('out/run.json') ?? '') as Record<string, unknown>;
    expect(card).toMatchObject({
      tool: 'spotwise',
      command: 'export',
      audience: 'programme',
      formats: ['csv', 'gather', 'jsonl'],
    });
    const spots = files.get('out/csv/spots.csv') ?? '';
    expect(spots.startsWith('\ufeffspot_id;population;municipality;')).toBe(true);
    expect(spots).toContain('\r\n');
    expect(spots).toMatch(/;\d+,\d+;/);
  });

  it('leaves the plan out where it is told to', async () => {
    const { files } = await run(['--to', 'jsonl', '--without-plan']);
    expect(written(files).filter((name) => name.includes('plan_'))).toEqual([]);
    const { files: all } = await run(['--to', 'jsonl']);
    expect(written(all)).toContain('out/jsonl/plan_visits.jsonl');
  });

  it('tells partners and the public of no input, and nobody of a path', async () => {
    for (const audience of ['partner', 'public']) {
      const { code, files } = await run(['--to', 'all', '--period', '2026', '--audience', audience]);
      expect(code).toBe(0);
      const card = files.get('out/run.json') ?? '';
      expect(card).not.toMatch(/"inputs"|spots\.csv/);
      expect(card).toContain('"policy"');
      expect(written(files).some((name) => name.includes('gpx') || name.includes('spots'))).toBe(false);
    }
  });

  it.each([
    [['--to', 'xlxs'], 'did you mean xlsx?'],
    [['--to', 'xlsx', 'in/'], 'put the study before --to'],
    [[], '--to says which formats'],
    [['--to', 'gpx', '--audience', 'public'], 'gpx holds single spots, which public may not have'],
    [
      ['--to', 'kml', '--audience', 'public', '--exact'],
      '--exact is for --audience team only, not for public',
    ],
    [['--to', 'kml', '--audience', 'team'], '--audience team needs --exact'],
    [['--to', 'dhis2', '--period', 'spring'], 'dhis2 needs a period'],
    [['--to', 'rocrate', '--date', '2026-13-01'], '--date takes a day'],
  ])('refuses %j in one clear line', async (line, says) => {
    const { code, error, files } = await run(line);
    expect(code).toBe(2);
    expect(error).toContain(says);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(written(files)).toEqual([]);
  });

  it('says what a format lacks: refused by name, left out of all', async () => {
    const bare = {
      'in/spots.csv': 'spot_id,population,municipality,min,max\na,FSW,North,4,9\nb,FSW,North,5,9\n',
    };
    const named = await run(['--to', 'geojson'], bare);
    expect([named.code, named.error]).toEqual([
      2,
      'spotwise: geojson needs spots with coordinates, or outlines of the municipalities\n',
    ]);
    const all = await run(['--to', 'all'], bare);
    expect(all.code).toBe(0);
    expect(all.error.match(/^left out: .*$/gm)?.map((line) => line.split(' ')[2])).toEqual([
      'geojson',
      'kml',
      'kml',
      'gpx',
      'dhis2',
    ]);
  });

  it('writes exact places for the team, and says that anybody can read them', async () => {
    const { code, error, files } = await run(['--to', 'geojson', '--exact']);
    expect(code).toBe(0);
    expect(error).toContain('Exact places stand in these files');
    expect(files.get('out/geojson/spots.geojson')).toMatch(/"coordinates": \[\d+\.\d{5},/);
    expect(files.get('out/run.json')).toContain('"audience": "team"');
  });
});

describe('the definitions of formats', () => {
  const guide = readFileSync(join(ROOT, 'docs/formats.md'), 'utf8');

  it.each(EXPORT_FORMATS.map((format) => [format.id, format] as const))(
    '%s is whole and in the guide',
    (id, format) => {
      expect(id).toMatch(/^[a-z][a-z0-9]*$/);
      for (const text of [format.title, format.writes, format.forWhom, format.source]) {
        expect(text.length).toBeGreaterThan(0);
      }
      expect(format.audiences).toContain('programme');
      expect(guide).toContain(`\`${id}\``);
    },
  );

  it('have names of their own', () => {
    expect(new Set(EXPORT_FORMATS.map(({ id }) => id)).size).toBe(EXPORT_FORMATS.length);
  });
});
