import { describe, expect, it } from 'vitest';
import { spotwise } from '../support/spotwise.js';

type Corners = readonly [west: number, south: number, east: number, north: number];

const square = (properties: Readonly<Record<string, string>>, [west, south, east, north]: Corners) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    ],
  },
});

const collection = (...features: readonly object[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });

const STUDY = {
  's/study.yaml': '# Kept\ntitle: T # kept too\ncredits:\n  - A census\n',
  's/places.csv': 'municipality,code\nDeçan,1\nPrishtina,19\n',
  's/spots.csv':
    'spot_id,population,municipality,lat,lon,min,max\nS1,FSW,Deçan,42.5,20.5,1,2\nS2,FSW,,42.5,20.5,1,2\nS3,FSW,,42.5,21.5,1,2\nS4,FSW,,40,20,1,2\n',
};

const TWO = collection(
  square({ shapeName: 'Приштина' }, [21, 42, 22, 43]),
  square({ shapeName: 'Municipality of Deçan' }, [20, 42, 21, 43]),
);

const run = (line: readonly string[], outlines: string) =>
  spotwise(['boundaries', ...line, '--study', 's'], { ...STUDY, 'outlines.json': outlines });

describe('spotwise boundaries', () => {
  it('matches names in any spelling, gives every spot one municipality or none, and adds up', async () => {
    const { code, out } = await run(['check', 'outlines.json'], TWO);
    expect(code).toBe(0);
    expect(out).toContain('Приштина is Prishtina (known spelling)');
    expect(out).toContain('Municipality of Deçan is Deçan (folded name)');
    expect(out).toMatch(/Deçan +2 +1 +1\n/);
    expect(out).toMatch(/Prishtina +1 +0 +1\n/);
    expect(out).toMatch(/unassigned +1 +0 +0\n/);
    expect(out).toMatch(/all +4\n/);
    expect(out).toContain('outline-ring-order');
  });

  it('adds them under the names of the study, with hash, licence and credit, and keeps comments', async () => {
    const { code, files } = await run(
      ['add', 'outlines.json', '--licence', 'ODbL 1.0', '--credit', 'OpenStreetMap'],
      TWO,
    );
    expect(code).toBe(0);
    const written = JSON.parse(files.get('s/boundaries.geojson') ?? '') as {
      features: { properties: object }[];
    };
    expect(written.features.map(({ properties }) => properties)).toEqual([
      { municipality: 'Deçan' },
      { municipality: 'Prishtina' },
    ]);
    const yaml = files.get('s/study.yaml') ?? '';
    expect(yaml).toContain('# Kept\ntitle: T # kept too');
    expect(yaml).toMatch(
      /- A census\n +- ?"?Outlines: OpenStreetMap, ODbL 1\.0, from outlines\.json, SHA-256 [0-9a-f]{64}/,
    );
    const estimate = await spotwise(['estimate', 's', '--out', 'out', '--json'], Object.fromEntries(files));
    expect(JSON.parse(estimate.files.get('out/run.json') ?? '{}')).toMatchObject({
      credits: ['A census', /Outlines/.exec(yaml) ? expect.stringContaining('ODbL 1.0') : ''],
    });
    const again = await spotwise(
      ['boundaries', 'add', 'outlines.json', '--licence', 'CC0', '--study', 's'],
      Object.fromEntries(files),
    );
    expect([again.code, again.error]).toEqual([
      2,
      'spotwise: s has boundaries.geojson already; say --replace to replace it\n',
    ]);
    const replaced = await spotwise(
      ['boundaries', 'add', 'outlines.json', '--licence', 'CC0', '--study', 's', '--replace'],
      Object.fromEntries(files),
    );
    expect(replaced.files.get('s/study.yaml')?.match(/Outlines:/g)).toHaveLength(1);
  });

  it('refuses to add without a licence, or while there is an error', async () => {
    expect((await run(['add', 'outlines.json'], TWO)).code).toBe(2);
    const twice = collection(
      square({ name: 'Deçan' }, [20, 42, 21, 43]),
      square({ name: 'Dečani' }, [21, 42, 22, 43]),
    );
    const { code, error, files } = await run(['add', 'outlines.json', '--licence', 'CC0'], twice);
    expect([code, files.has('s/boundaries.geojson')]).toEqual([1, false]);
    expect(error).toContain('outlines.json:2  boundary-duplicate');
  });

  it('proposes near names and never takes them', async () => {
    const { out } = await run(
      ['check', 'outlines.json'],
      collection(square({ name: 'Prishtna' }, [21, 42, 22, 43]), square({ name: 'Deçan' }, [20, 42, 21, 43])),
    );
    expect(out).toContain('Did you mean Prishtina?');
    expect(out).toContain('outline-missing');
    expect(out).toMatch(/unassigned +2/);
  });

  it('tells a whole table of swapped positions by the outlines', async () => {
    const rows = [1, 2, 3].map((at) => `S${at},FSW,Deçan,20.5${at},42.5,1,2\n`).join('');
    const files = {
      ...STUDY,
      's/spots.csv': `spot_id,population,municipality,lat,lon,min,max\n${rows}`,
      's/boundaries.geojson': collection(
        square({ name: 'Prishtina' }, [21, 42, 22, 43]),
        square({ name: 'Deçan' }, [20, 42, 21, 43]),
      ),
    };
    const { code, out } = await spotwise(['check', 's'], files);
    expect([code, out.match(/coordinates-swapped/g)?.length]).toEqual([1, 3]);
  });

  it('says overlaps with their size', async () => {
    const { code, out } = await run(
      ['check', 'outlines.json'],
      collection(
        square({ name: 'Prishtina' }, [20.9, 42, 22, 43]),
        square({ name: 'Deçan' }, [20, 42, 21, 43]),
      ),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/Prishtina and Deçan overlap by 9\d\d\.\d\d km²/);
  });

  it('says what a file is that holds no outlines', async () => {
    const pointer = await run(
      ['check', 'outlines.json'],
      'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n',
    );
    expect([pointer.code, pointer.error.includes('Git LFS')]).toEqual([1, true]);
    const metres = await run(
      ['check', 'outlines.json'],
      JSON.stringify({
        ...(JSON.parse(TWO) as object),
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32634' } },
      }),
    );
    expect(metres.error).toContain('ogr2ogr -t_srs EPSG:4326');
  });
});
