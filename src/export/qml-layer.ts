import type { QmlLayer } from './qml.js';
import type { Layer } from './view.js';

/** How QGIS draws a layer: spots sized by their people, areas of kinds as outlines over other layers. */
export function qmlLayer(layer: Layer): QmlLayer {
  const { shape, drawnBy } = layer;
  const isOutline = shape === 'area' && drawnBy?.how === 'kind';
  if (layer.name !== 'spots') return { shape, isOutline };
  const numbers = layer.features
    .map((feature) => feature.properties['estimate'])
    .filter((value): value is number => typeof value === 'number');
  const most = numbers.reduce((largest, value) => Math.max(largest, value), 0);
  return { shape, isOutline, sizedBy: { column: 'estimate', most } };
}
