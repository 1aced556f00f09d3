import { roundTo } from '../formats/number.js';
import type { Feature } from '../formats/geojson.js';
import type { Position } from '../model/boundary.js';
import type { Audience, DisclosureRules } from '../model/disclosure.js';
import type { Estimates } from '../model/estimate.js';
import { compareText } from '../model/issue.js';
import { populationsOf, type Study } from '../model/study.js';
import type { Table } from '../model/table.js';
import { planFeatures } from '../plan/features.js';
import type { Microplan } from '../plan/microplan.js';
import { siteFeatures } from '../plan/siting/site-features.js';
import { planTables } from '../plan/tables.js';
import { estimateView } from '../share/estimate-view.js';
import { COARSE_DECIMALS, EXACT_DECIMALS } from '../share/position.js';
import { areaLayers, planLayers, spotLayer } from './layers.js';
import { roundsOf } from './rounds.js';
import { calmTitle } from './title.js';
import type { ExportView } from './view.js';

/** What the view of any audience needs besides the study. */
export interface ViewContext {
  readonly version: string;
  readonly day: string;
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
}

/** The study for those who hold its places: single spots and the plan, coarse or exact. */
export function insideView(
  done: {
    readonly study: Study;
    readonly estimates: Estimates;
    /** Undefined where the plan is left out. */
    readonly plan: Microplan | undefined;
    readonly isExact: boolean;
  },
  context: ViewContext,
): ExportView {
  const { study, estimates, plan, isExact } = done;
  const { settings } = study;
  const shown = estimateView(study, estimates, isExact);
  const decimals = isExact ? EXACT_DECIMALS : COARSE_DECIMALS;
  const tables = [...shown.tables, ...(plan === undefined ? [] : planTables(plan, study).map(neutralName))];
  const populations = populationsOf(study).map(({ code, label }) => ({ code, label }));
  const codes = populations.map(({ code }) => code);
  return {
    audience: isExact ? 'team' : 'programme',
    title: calmTitle(settings.title),
    round: settings.round,
    country: settings.country,
    municipalityTitle: settings.municipality_title,
    populations,
    tables,
    layers: [
      ...areaLayers(shown.municipalities, tableNamed(tables, 'municipalities'), codes),
      spotLayer(rounded(shown.spots, decimals), tableNamed(tables, 'spots')),
      ...(plan === undefined ? [] : layersOf(plan, isExact)),
    ].filter((layer) => layer.features.length > 0),
    rounds: plan === undefined ? [] : roundsOf(plan, decimals),
    places: placesOf(study),
    methods: estimates.trace.map(({ population, step, method }) => ({ population, step, variant: method })),
    notes: settings.notes,
    credits: settings.credits,
    policy: undefined,
    run: { ...context, seed: settings.seed },
  };
}

function layersOf(plan: Microplan, isExact: boolean) {
  const decimals = isExact ? EXACT_DECIMALS : COARSE_DECIMALS;
  return planLayers({
    catchments: rounded(planFeatures(plan, { exact: isExact }), decimals),
    sites: rounded(siteFeatures(plan.siting?.sites ?? []), decimals),
  });
}

/**
 * The study for partners or the public: tables already protected, and outlines that carry their figures. Titles, notes,
 * credits and file names of the study are left out: they are free texts, and can say what the tables do not.
 */
export function aggregatedView(
  done: {
    readonly study: Study;
    readonly audience: Audience;
    readonly tables: readonly Table[];
    readonly policy: DisclosureRules;
    readonly notes: readonly string[];
  },
  context: ViewContext,
): ExportView {
  const { study, tables } = done;
  const national = tableNamed(tables, 'national');
  const codes = [...new Set((national?.rows ?? []).map((row) => String(row[0])))];
  return {
    audience: done.audience,
    title: 'Estimates by area',
    round: '',
    country: '',
    municipalityTitle: 'municipality',
    populations: codes.map((code) => ({ code, label: code })),
    tables,
    layers: areaLayers(releasedOutlines(study, tables), tableNamed(tables, 'municipalities'), codes),
    rounds: [],
    places: placesOf(study),
    methods: [],
    notes: done.notes,
    credits: [],
    policy: done.policy,
    run: { ...context, inputs: [], seed: study.settings.seed },
  };
}

/** The outlines with the released figures of each population, hidden ones empty. */
function releasedOutlines(study: Study, tables: readonly Table[]): Feature[] {
  const table = tableNamed(tables, 'municipalities');
  const outlines = new Map(study.boundaries.map((boundary) => [boundary.municipality, boundary.polygons]));
  return (table?.rows ?? []).flatMap((row) => {
    const coordinates = outlines.get(String(row[0]));
    if (table === undefined || coordinates === undefined) return [];
    const properties = Object.fromEntries(table.columns.map((column, at) => [column, row[at]]));
    return [
      {
        id: `${row[0]}/${row[1]}`,
        geometry: { type: 'MultiPolygon' as const, coordinates },
        properties,
      },
    ];
  });
}

const tableNamed = (tables: readonly Table[], name: string) => tables.find((table) => table.name === name);

/** `plan/visits.csv` as `plan_visits`: a name for a sheet, a layer or a file of any format. */
const neutralName = (table: Table): Table => ({
  ...table,
  name: table.name.replace(/\.csv$/, '').replaceAll('/', '_'),
});

const placesOf = (study: Study) =>
  study.places
    .map(({ municipality, code }) => ({ municipality, code }))
    .sort((a, b) => compareText(a.municipality, b.municipality));

/** The features with every coordinate rounded, so that no format can write it finer. */
function rounded(features: readonly Feature[], decimals: number): Feature[] {
  const round = ([longitude, latitude]: Position): Position => [
    roundTo(longitude, decimals),
    roundTo(latitude, decimals),
  ];
  return features.map((feature): Feature => {
    const { geometry } = feature;
    switch (geometry.type) {
      case 'Point':
        return { ...feature, geometry: { ...geometry, coordinates: round(geometry.coordinates) } };
      case 'LineString':
        return { ...feature, geometry: { ...geometry, coordinates: geometry.coordinates.map(round) } };
      case 'MultiPolygon':
        return {
          ...feature,
          geometry: {
            ...geometry,
            coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(round))),
          },
        };
    }
  });
}
