import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, styleOf } from '../../src/export/map-style.js';
import { writeQml } from '../../src/export/qml.js';
import type { Layer } from '../../src/export/view.js';
import type { Feature } from '../../src/formats/geojson.js';
import { gpkgGeometry } from '../../src/formats/gpkg-geometry.js';
import { writeGpx } from '../../src/formats/write-gpx.js';
import { writeKml } from '../../src/formats/write-kml.js';
import { makeAll, townView } from '../support/export-town.js';
import { isInstalled, runProgram } from '../support/outside-program.js';
import { inFreshFolder } from '../support/program.js';

const pointOf = (estimate: number | undefined, at: number): Feature => ({
  id: String(at),
  geometry: { type: 'Point', coordinates: [0, 0] },
  properties: { estimate },
});

const layerOf = (values: readonly (number | undefined)[]): Layer => ({
  name: 'areas_1',
  title: 'Areas',
  shape: 'area',
  features: values.map(pointOf),
  columns: [{ name: 'estimate', meaning: undefined }],
  drawnBy: { column: 'estimate', how: 'amount' },
});

describe('the classes of a map', () => {
  it('are at most five and one for no figure, follow on each other, and take every feature exactly once', () => {
    const value = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const layer = layerOf(values);
        const style = styleOf(layer);
        const amounts = style.classes.flatMap(({ takes }) => ('from' in takes ? [takes] : []));
        expect(amounts.length).toBeLessThanOrEqual(5);
        for (const [at, { from, below }] of amounts.entries()) {
          expect(from).toBeLessThan(below);
          if (at > 0) expect(from).toBe(amounts[at - 1]?.below);
        }
        for (const feature of layer.features) {
          const { label, takes } = classOf(feature, style);
          const estimate = feature.properties['estimate'];
          expect(style.classes.map((one) => one.label)).toContain(label);
          if (typeof estimate !== 'number') expect(takes).toEqual({ isMissing: true });
          else {
            const fitting = amounts.filter(
              ({ from, below, isLast }) =>
                estimate >= from && (estimate < below || (isLast && estimate <= below)),
            );
            expect(fitting).toEqual([takes]);
          }
        }
      }),
      { seed: 26, numRuns: 200 },
    );
  });

  it('draw features without a figure as such, and never as nobody', () => {
    const style = styleOf(layerOf([undefined, 0, 12, 40]));
    expect(style.classes.at(-1)).toMatchObject({ label: 'no figure', takes: { isMissing: true } });
    const qml = writeQml(style, { shape: 'area' });
    expect(qml).toContain('filter="&quot;estimate&quot; IS NULL"');
  });

  it('name a column and a text safely in the style', () => {
    const style = { column: 'a"b', classes: [{ label: '<x>', colour: '0072B2', takes: { is: "it's" } }] };
    expect(writeQml(style, { shape: 'point' })).toContain(
      'label="&lt;x&gt;" filter="&quot;a&quot;&quot;b&quot; = &apos;it&apos;&apos;s&apos;"',
    );
  });
});

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('geometries of a GeoPackage', () => {
  it('are the bytes of the specification, worked out by hand', () => {
    const [zero, one, two] = ['0000000000000000', '000000000000f03f', '0000000000000040'];
    // "GP", version 0, little-endian without envelope, 4326; then WKB: little-endian, type 1, x = 1, y = 2.
    expect(hex(gpkgGeometry({ type: 'Point', coordinates: [1, 2] }))).toBe(
      ['4750', '00', '01', 'e6100000', '01', '01000000', one, two].join(''),
    );
    const ring = [
      [0, 0],
      [0, 1],
      [1, 0],
      [0, 0],
    ] as const;
    // Envelope is west, east, south, north; the ring is turned counter-clockwise.
    expect(hex(gpkgGeometry({ type: 'MultiPolygon', coordinates: [[ring]] }))).toBe(
      `47500003e6100000${zero}${one}${zero}${one}` +
        `01060000000100000001030000000100000004000000` +
        `${zero}${zero}${one}${zero}${zero}${one}${zero}${zero}`,
    );
  });
});

/** A closed square from one number to another. */
const square = (from: number, to: number) =>
  [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ] as const;

describe('KML', () => {
  it('writes colours the other way round, holes as such, and no address outside the file', () => {
    const text = writeKml(
      {
        name: 'A & B',
        styles: [{ id: 'one', shape: 'area', colour: '0072B2' }],
        folders: [
          {
            name: 'f',
            placemarks: [
              {
                name: '<a>',
                style: 'one',
                geometry: { type: 'MultiPolygon', coordinates: [[square(0, 9), square(2, 3)]] },
                data: { note: undefined, low: 1.5 },
              },
            ],
          },
        ],
      },
      3,
    );
    expect(text).toContain('<color>b3b27200</color>');
    expect(text).toContain('<name>A &amp; B</name>');
    expect(text).toContain('<Data name="low"><value>1.5</value></Data>');
    expect(text).not.toContain('note');
    expect(text).toMatch(/<innerBoundaryIs><LinearRing><coordinates>2,2 2,3 3,3 3,2 2,2</);
    expect(text.match(/https?:[^"]*/g)).toEqual(['http://www.opengis.net/kml/2.2']);
  });
});

describe('GPX', () => {
  it('holds no time and no author, and at most the decimals that are allowed', () => {
    const text = writeGpx([{ name: 'A1', text: '', position: [20.123_456_7, 42.987_654_3] }], 3);
    expect(text).toContain('<wpt lat="42.988" lon="20.123"><name>A1</name><sym>Flag, Blue</sym></wpt>');
    expect(text).not.toMatch(/time|author|desc/);
  });

  it('tells of a spot no more than the printed sheet: no population, no number of people, no name', async () => {
    const view = await townView('programme');
    const texts = [...((await makeAll(view)).get('gpx')?.values() ?? [])].map(String);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(text).not.toMatch(/FSW|MSM|Sex workers|street|Pejë|\bs\d+\b/);
      for (const [, said = ''] of text.matchAll(/<desc>([^<]*)<\/desc>/g)) {
        expect(said).toMatch(/^((mon|tue|wed|thu|fri|sat|sun) \d\d:\d\d(, )?)+$/);
      }
    }
  });
});

const PYTHON = '/usr/bin/python3';
const hasQgis = isInstalled(
  'python3-qgis',
  'that QGIS draws the layers by their styles',
  `${PYTHON} -c "import qgis.core"`,
);

const LOOK = `
import os, sys
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
for uri in sys.argv[1:]:
    layer = QgsVectorLayer(uri, "layer", "ogr")
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    print(layer.isValid(), layer.featureCount(), layer.renderer().type(), "|".join(labels), sep="\\t")
sys.stdout.flush()
os._exit(0)
`;

describe('QGIS', () => {
  it('opens every layer of the GeoPackage and the GeoJSON files in its classes, without being told', async () => {
    if (!hasQgis) return;
    const view = await townView('programme');
    const made = await makeAll(view);
    inFreshFolder((folder) => {
      mkdirSync(join(folder, 'maps'));
      for (const id of ['gpkg', 'geojson']) {
        for (const [name, data] of made.get(id) ?? []) writeFileSync(join(folder, 'maps', name), data);
      }
      const script = join(folder, 'look.py');
      writeFileSync(script, LOOK);
      const uris = view.layers.flatMap(({ name }) => [
        `${join(folder, 'maps', 'map.gpkg')}|layername=${name}`,
        join(folder, 'maps', `${name}.geojson`),
      ]);
      const said = runProgram(PYTHON, [script, ...uris], {
        env: { QT_QPA_PLATFORM: 'offscreen', HOME: folder },
      });
      const expected = view.layers.flatMap((layer) => {
        const labels = styleOf(layer).classes.map(({ label }) => label);
        const line = ['True', layer.features.length, 'RuleRenderer', labels.join('|')].join('\t');
        return [line, line];
      });
      expect(said.trim().split('\n')).toEqual(expected);
    });
  });
});
