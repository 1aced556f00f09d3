import { writeGeoJson, type Feature } from '../formats/geojson.js';
import { EXACT_DECIMALS } from '../share/position.js';
import { EVERYBODY, type ExportFormat } from './format.js';
import { classOf, styleOf, type MapStyle } from './map-style.js';
import { writeQml } from './qml.js';
import { qmlLayer } from './qml-layer.js';
import type { Layer } from './view.js';

export const GEOJSON: ExportFormat = {
  id: 'geojson',
  title: 'GeoJSON with styles',
  writes:
    'Every layer as GeoJSON with a QGIS style of the same name beside it, and the colours of simplestyle in its features.',
  forWhom: 'researchers with QGIS, R or Python, and maps on the web',
  audiences: EVERYBODY,
  source: 'RFC 7946; simplestyle-spec 1.1.0; QGIS layer styles',
  lacks: ({ layers }) =>
    layers.length === 0
      ? 'geojson needs spots with coordinates, or outlines of the municipalities'
      : undefined,
  make: ({ layers }) =>
    new Map(
      layers.flatMap((layer) => {
        const style = styleOf(layer);
        return [
          [`${layer.name}.geojson`, writeGeoJson(coloured(layer, style), EXACT_DECIMALS)],
          [`${layer.name}.qml`, writeQml(style, qmlLayer(layer))],
        ] as const;
      }),
    ),
};

function coloured(layer: Layer, style: MapStyle): Feature[] {
  return layer.features.map((feature) => {
    const colour = `#${classOf(feature, style).colour}`;
    const keys: Record<string, string | number> =
      layer.shape === 'point'
        ? { 'marker-color': colour, 'marker-size': 'small' }
        : { fill: colour, 'fill-opacity': 0.8, stroke: '#ffffff', 'stroke-width': 1 };
    return { ...feature, properties: { ...keys, ...feature.properties } };
  });
}
