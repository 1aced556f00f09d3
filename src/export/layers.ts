import type { Feature } from '../formats/geojson.js';
import type { Table } from '../model/table.js';
import type { Layer, LayerColumn } from './view.js';

/** One layer of outlines a population, numbered in the order of the codes: a map can colour only one figure at a time. */
export function areaLayers(
  features: readonly Feature[],
  table: Table | undefined,
  populations: readonly string[],
): Layer[] {
  return populations
    .map((population, at): Layer => {
      const own = features.filter((feature) => feature.properties['population'] === population);
      return {
        name: `areas_${at + 1}`,
        title: `Areas ${at + 1}`,
        shape: 'area',
        features: own,
        columns: columnsOf(table),
        drawnBy: { column: 'estimate', how: 'amount' },
        population,
      };
    })
    .filter((layer) => layer.features.length > 0);
}

/** The spots, coloured by population. */
export function spotLayer(features: readonly Feature[], table: Table | undefined): Layer {
  return {
    name: 'spots',
    title: 'Spots',
    shape: 'point',
    features,
    columns: columnsOf(table),
    drawnBy: { column: 'population', how: 'kind' },
  };
}

/** Catchments of workers and the sites of a plan. */
export function planLayers(plan: {
  readonly catchments: readonly Feature[];
  readonly sites: readonly Feature[];
}): Layer[] {
  return [
    {
      name: 'catchments',
      title: 'Catchments',
      shape: 'area',
      features: plan.catchments,
      columns: propertiesOf(plan.catchments),
      drawnBy: { column: 'population', how: 'kind' },
    },
    {
      name: 'sites',
      title: 'Sites',
      shape: 'point',
      features: plan.sites,
      columns: propertiesOf(plan.sites),
      drawnBy: { column: 'state', how: 'kind' },
    },
  ];
}

const columnsOf = (table: Table | undefined): LayerColumn[] =>
  (table?.columns ?? []).map((name, at) => ({ name, meaning: table?.meanings?.[at] }));

const propertiesOf = ([first]: readonly Feature[]): LayerColumn[] =>
  Object.keys(first?.properties ?? {}).map((name) => ({ name, meaning: undefined }));
