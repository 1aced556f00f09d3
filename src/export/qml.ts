import { escapeXml } from '../formats/xml.js';
import type { ClassRule, MapClass, MapStyle } from './map-style.js';

/** Diameter in millimetres of the largest spot on the map. */
const LARGEST = 7;
const SMALLEST = 1.4;

/** What a QGIS style needs of a layer besides its classes. */
export interface QmlLayer {
  readonly shape: 'point' | 'area';
  /** True for areas that other layers must be seen through. */
  readonly isOutline?: boolean;
  /** Column whose number the area of a point stands for, and the largest such number. */
  readonly sizedBy?: { readonly column: string; readonly most: number };
}

/** The style as a QGIS layer style (.qml): one rule a class, so that features without a figure are drawn as such. */
export function writeQml(style: MapStyle, layer: QmlLayer): string {
  const rules = style.classes.map(
    ({ label, takes }, at) =>
      `<rule key="class${at}" symbol="${at}" label="${escapeXml(label)}"${filterOf(takes, style.column)}/>`,
  );
  const symbols = style.classes.map((mapClass, at) => symbolOf(mapClass, at, layer));
  return `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
<renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
<rules key="classes">
${rules.join('\n')}
</rules>
<symbols>
${symbols.join('\n')}
</symbols>
</renderer-v2>
<blendMode>0</blendMode>
<layerGeometryType>${layer.shape === 'point' ? 0 : 2}</layerGeometryType>
</qgis>
`;
}

function filterOf(rule: ClassRule, column: string | undefined): string {
  if (column === undefined) return '';
  const name = `"${column.replaceAll('"', '""')}"`;
  return ` filter="${escapeXml(expressionOf(rule, name))}"`;
}

function expressionOf(rule: ClassRule, name: string): string {
  if ('is' in rule) {
    return rule.is === '' ? `${name} IS NULL` : `${name} = '${rule.is.replaceAll("'", "''")}'`;
  }
  if ('isMissing' in rule) return `${name} IS NULL`;
  return `${name} >= ${rule.from} AND ${name} ${rule.isLast ? '<=' : '<'} ${rule.below}`;
}

function symbolOf({ colour }: MapClass, at: number, layer: QmlLayer): string {
  const isPoint = layer.shape === 'point';
  const isOutline = layer.isOutline === true;
  const props = isPoint
    ? {
        name: 'circle',
        color: `${rgb(colour)},220`,
        outline_color: '255,255,255,255',
        outline_width: '0.2',
        size: '2.4',
      }
    : {
        color: `${rgb(colour)},${isOutline ? 40 : 255}`,
        outline_color: isOutline ? `${rgb(colour)},255` : '255,255,255,255',
        outline_width: isOutline ? '0.4' : '0.26',
        style: 'solid',
      };
  const lines = Object.entries(props).map(([key, value]) => `<prop k="${key}" v="${value}"/>`);
  return (
    `<symbol name="${at}" type="${isPoint ? 'marker' : 'fill'}" alpha="1" clip_to_extent="1" force_rhr="0">` +
    `<layer class="${isPoint ? 'SimpleMarker' : 'SimpleFill'}" enabled="1" locked="0" pass="0">` +
    `${lines.join('')}${isPoint ? sizeOf(layer) : ''}</layer></symbol>`
  );
}

/** The size of a point by its number: the area, not the diameter, stands for it. */
function sizeOf({ sizedBy }: QmlLayer): string {
  if (sizedBy === undefined || sizedBy.most <= 0) return '';
  const name = `"${sizedBy.column.replaceAll('"', '""')}"`;
  const factor = (LARGEST / Math.sqrt(sizedBy.most)).toFixed(4);
  const expression = `max(${SMALLEST}, ${factor} * sqrt(coalesce(${name}, 0)))`;
  return (
    '<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>' +
    '<Option name="properties" type="Map"><Option name="size" type="Map"><Option name="active" value="true" type="bool"/>' +
    `<Option name="expression" value="${escapeXml(expression)}" type="QString"/><Option name="type" value="3" type="int"/>` +
    '</Option></Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>'
  );
}

/** `0072B2` as `0,114,178`. */
function rgb(colour: string): string {
  return [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(',');
}
