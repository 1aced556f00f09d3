import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { estimate } from '../../src/estimate/estimate.js';
import type { ExportFiles, ExportFormat } from '../../src/export/format.js';
import { aggregatedView, insideView } from '../../src/export/make-view.js';
import { EXPORT_FORMATS } from '../../src/export/registry.js';
import type { ExportView } from '../../src/export/view.js';
import { loadDuckdb } from '../../src/io/load-duckdb.js';
import { loadSql } from '../../src/io/load-sql.js';
import type { Audience } from '../../src/model/disclosure.js';
import type { Study } from '../../src/model/study.js';
import { microplan } from '../../src/plan/plan.js';
import { readRules } from '../../src/plan/read-rules.js';
import { rulesFor } from '../../src/share/audiences.js';
import { sharedView } from '../../src/share/shared-view.js';
import { findEngine } from './parquet.js';
import { studyOf } from './study.js';

/** A square outline a degree wide. */
const square = (name: string, west: number, south: number) => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
      ],
    ],
  },
});

const AREAS = ['Pejë', 'Gjakovë', 'ရန်ကုန်'];
const TYPOLOGIES = ['bar; "big", ë', '=1+1', '@home', 'street'];

/** The outlines of areas, side by side from 20° E on. */
export const outlinesOf = (names: readonly string[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: names.map((name, at) => square(name, 20 + at, 42)),
  });

const rows = Array.from({ length: 36 }, (_, at) => {
  const area = at % 3;
  const lat = (42.1 + ((at * 37) % 80) / 2000 + 0.001_23).toFixed(5);
  const lon = (20.1 + area + ((at * 53) % 80) / 2000 + 0.004_56).toFixed(5);
  const low = 6 + ((at * 7) % 11);
  const typology = `"${(TYPOLOGIES[at % 4] ?? '').replaceAll('"', '""')}"`;
  return [`s${at + 1}`, at % 4 === 3 ? 'MSM' : 'FSW', AREAS[area], typology, lat, lon, low, low + 7].join(
    ',',
  );
});

/** A small invented study with what is hard for other programs: quotes, formulas, ë, Burmese, codes with a leading zero. */
export const TOWN = {
  study: `title: Ëndrra
country: Nowhere
round: 2026
populations:
  - code: FSW
    label: Sex workers
    denominator: adult_women
  - code: MSM
    denominator: adult_men
plan:
  start_date: 2026-02-02
`,
  spots: `spot_id,population,municipality,typology,lat,lon,min,max\n${rows.join('\n')}\n`,
  places: `municipality,code,adult_women,adult_men\n${AREAS.map((name, at) => `${name},0${at + 1},${5000 + at},${6000 + at}`).join('\n')}\n`,
  workers: 'worker_id,population\nw1,FSW\nw2,FSW\nw3,MSM\n',
  boundaries: outlinesOf(AREAS),
};

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

const CONTEXT = {
  version: '0.0.0',
  day: '2026-02-01',
  inputs: [{ name: 'spots.csv', sha256: sha256('spots') }],
};

/** What an audience may have of a study. */
export function viewFor(study: Study, audience: Audience): ExportView {
  const { estimates } = estimate(study);
  const inForce = rulesFor(audience, study.settings.share);
  if (inForce === undefined) {
    const plan = microplan(study, estimates, readRules(study.settings.plan));
    return insideView({ study, estimates, plan, isExact: audience === 'team' }, CONTEXT);
  }
  const shared = sharedView(study, estimates, { audience, inForce });
  return aggregatedView(
    { study, audience, tables: shared.tables, policy: inForce.rules, notes: shared.said.notes },
    CONTEXT,
  );
}

/** The town as an audience may have it. */
export async function townView(audience: Audience): Promise<ExportView> {
  const { study } = await studyOf(TOWN);
  return viewFor(study, audience);
}

/** Every format that can be made on this machine; said loudly where DuckDB's package cannot be loaded. */
export const FORMATS_HERE: readonly ExportFormat[] =
  (await findEngine('that Parquet says what every format says')) === undefined
    ? EXPORT_FORMATS.filter(({ id }) => id !== 'parquet')
    : EXPORT_FORMATS;

/** Every format an audience may have, by id. */
export async function makeAll(view: ExportView): Promise<Map<string, ExportFiles>> {
  const choices = { locale: 'sq', period: '2026' };
  const tools = { sha256, loadSql, loadDuckdb };
  const made = new Map<string, ExportFiles>();
  for (const format of FORMATS_HERE.filter(({ audiences }) => audiences.includes(view.audience))) {
    made.set(format.id, await format.make(view, choices, tools));
  }
  return made;
}

/** Everything a file says, as text: archives are opened first. */
export function textsOf(data: string | Uint8Array): string[] {
  if (typeof data === 'string') return [data];
  const decoder = new TextDecoder();
  const isZip = data[0] === 0x50 && data[1] === 0x4b;
  return isZip ? Object.values(unzipSync(data)).map((part) => decoder.decode(part)) : [decoder.decode(data)];
}

/** Longitude and latitude of every point of a layer in a GeoPackage. */
export function pointsOf(geometries: readonly Uint8Array[]): [number, number][] {
  return geometries.map((bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return [view.getFloat64(13, true), view.getFloat64(21, true)];
  });
}
