import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportFiles } from '../../src/export/format.js';
import { estimate } from '../../src/estimate/estimate.js';
import { readCsv } from '../../src/formats/csv.js';
import type { Audience } from '../../src/model/disclosure.js';
import type { Study } from '../../src/model/study.js';
import { rulesFor } from '../../src/share/audiences.js';
import { tellingWord } from '../../src/share/check/words.js';
import { sharedView } from '../../src/share/shared-view.js';
import { FORMATS_HERE, makeAll, outlinesOf, textsOf, townView, viewFor } from '../support/export-town.js';
import { ALL_CANARIES, CANARIES, sharedStudy } from '../support/shared-study.js';
import { studyOf } from '../support/study.js';

const AREAS = ['Aburg', 'Bedorf', 'Cestad', 'Delgrad', 'Eville', 'Fopolje', 'Gestan'];

/** The study full of canaries, with outlines and codes so that every format has something to write. */
async function canaryStudy(): Promise<Study> {
  const files = sharedStudy();
  const places = (files['in/places.csv'] ?? '')
    .split('\n')
    .map((line, at) => (line === '' ? line : at === 0 ? `code,${line}` : `0${at},${line}`))
    .join('\n');
  const { study } = await studyOf({
    study: `${files['in/study.yaml']}round: 2026\n`,
    spots: files['in/spots.csv'] ?? '',
    reports: files['in/reports.csv'] ?? '',
    attendance: files['in/attendance.csv'] ?? '',
    workers: files['in/workers.csv'] ?? '',
    places,
    boundaries: outlinesOf(AREAS),
  });
  return study;
}

type Made = ReadonlyMap<string, ExportFiles>;
const made = new Map<Audience, Made>();
let study: Study;

beforeAll(async () => {
  study = await canaryStudy();
  for (const audience of ['team', 'programme', 'partner', 'public'] as const)
    made.set(audience, await makeAll(viewFor(study, audience)));
});

/** Everything all formats of an audience say. */
const everything = (audience: Audience) =>
  [...(made.get(audience) ?? [])].flatMap(([id, files]) =>
    [...files].flatMap(([name, data]) => [`${id}/${name}`, ...textsOf(data)]),
  );

/** Whether any format of an audience says something of that shape. */
const told = (audience: Audience, sign: RegExp) => everything(audience).some((text) => sign.test(text));

/** Canaries said by any format of an audience. */
function found(audience: Audience): string[] {
  const all = everything(audience).join('\n');
  return ALL_CANARIES.filter((canary) => all.includes(canary));
}

describe('what an audience gets in any format', () => {
  it('is made of every format it may have, and each has files', () => {
    for (const [audience, formats] of made) {
      const expected = FORMATS_HERE.filter(({ audiences }) => audiences.includes(audience));
      expect([...formats.keys()]).toEqual(expected.map(({ id }) => id));
      for (const [id, files] of formats) expect({ id, some: files.size > 0 }).toEqual({ id, some: true });
    }
    expect(made.get('public')?.has('gpx')).toBe(false);
    expect(made.get('partner')?.has('gpx')).toBe(false);
  });

  it('holds no canary where it is for partners or the public', () => {
    expect(found('partner')).toEqual([]);
    expect(found('public')).toEqual([]);
  });

  it('holds codes of spots and the words of the study where it is for the programme, and no name, phone, note or place', () => {
    // The key of a worker is a code of the plan, as in plan/workers.csv.
    expect(found('programme').sort()).toEqual([...CANARIES.codes, 'WRK-LAPWING', ...CANARIES.study].sort());
  });

  it('holds exact places and every column where they were asked for', () => {
    const exact = found('team');
    for (const canary of [...CANARIES.coordinates, ...CANARIES.names, ...CANARIES.phones]) {
      const isRounded = CANARIES.coordinates.includes(canary);
      if (!isRounded) expect(exact).toContain(canary);
    }
    expect(everything('team').join('\n')).toContain(Number(CANARIES.coordinates[0]).toFixed(5));
  });

  it('has no point and no code of a spot where it is for partners or the public', () => {
    const point = /"type": ?"Point"|<Point>|<wpt|POINT,/;
    const code = /\bs\d{1,3}\b(?=[",;<])/;
    for (const sign of [point, code]) {
      expect(told('programme', sign)).toBe(true);
      expect(told('partner', sign)).toBe(false);
      expect(told('public', sign)).toBe(false);
    }
  });

  it.each(['partner', 'public'] as const)(
    'says the same figures as share for %s, cell by cell',
    (audience) => {
      const shared = sharedView(study, estimate(study).estimates, {
        audience,
        inForce: rulesFor(audience, study.settings.share),
      });
      const lines = made.get(audience)?.get('jsonl') ?? new Map<string, string>();
      expect([...lines.keys()].map((name) => name.replace('.jsonl', '.csv')).sort()).toEqual(
        [...shared.files.keys()].sort(),
      );
      for (const [name, text] of shared.files) {
        const { table } = readCsv(new TextEncoder().encode(text), name);
        const rows = String(lines.get(name.replace('.csv', '.jsonl')))
          .trim()
          .split('\n');
        const said = rows.map((row) =>
          Object.values(JSON.parse(row) as Record<string, string | number | null>).map((cell) =>
            String(cell ?? ''),
          ),
        );
        expect(said).toEqual(table?.rows);
      }
    },
  );

  it.each(['partner', 'public'] as const)(
    'leaves hidden areas without a figure on every map for %s',
    (audience) => {
      const view = viewFor(study, audience);
      const features = view.layers.flatMap((layer) => layer.features);
      const hidden = features.filter(({ properties }) => properties['hidden'] === 'yes');
      expect(hidden.length).toBeGreaterThan(0);
      for (const { properties } of hidden) {
        const figures = ['estimate', 'low', 'high', 'share', 'per_1000', 'spots_at_least'];
        expect(figures.map((name) => properties[name])).toEqual(figures.map(() => undefined));
      }
      for (const { properties } of features.filter(({ properties: own }) => own['hidden'] !== 'yes')) {
        expect(properties['estimate']).toBeGreaterThanOrEqual(audience === 'public' ? 20 : 10);
      }
    },
  );
});

describe('coordinates for the programme', () => {
  it('have at most three decimals in every text, but for the outlines', () => {
    const formats = made.get('programme');
    const texts = [
      ...(formats?.get('gpx')?.values() ?? []),
      formats?.get('geojson')?.get('spots.geojson') ?? '',
      formats?.get('geojson')?.get('catchments.geojson') ?? '',
      formats?.get('kml')?.get('map.kml') ?? '',
    ].map(String);
    const coordinates = texts.flatMap((text) => [
      ...text.matchAll(/(?:lat|lon)="([\d.]+)"|"coordinates": (\[[^\]]*\])|<coordinates>([^<]*)/g),
    ]);
    expect(coordinates.length).toBeGreaterThan(300);
    for (const [whole] of coordinates) expect(whole).not.toMatch(/\d\.\d{4}/);
  });
});

describe('names of files, layers and columns', () => {
  it('say nothing of who or what they are about, whatever the audience', () => {
    for (const formats of made.values()) {
      const names = [...formats].flatMap(([id, files]) => [id, ...files.keys()]);
      expect(names.filter((name) => tellingWord(name) !== undefined)).toEqual([]);
      for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_./-]+$/);
    }
    for (const audience of ['partner', 'public'] as const) {
      const { layers, tables, title } = viewFor(study, audience);
      const words = [
        title,
        ...tables.flatMap((table) => [table.name, ...table.columns]),
        ...layers.flatMap((layer) => [layer.name, layer.title, ...layer.columns.map(({ name }) => name)]),
      ];
      expect(words.filter((word) => tellingWord(word) !== undefined)).toEqual([]);
    }
  });

  it('leave out a title that tells', async () => {
    const view = await townView('programme');
    expect(view.title).toBe('Ëndrra');
    const { study: telling } = await studyOf({
      study: 'title: Mapping of sex workers 2026\n',
      spots: 'spot_id,population,municipality,min,max\na,FSW,North,4,6\n',
    });
    expect(viewFor(telling, 'programme').title).toBe('Mapping results');
  });
});
