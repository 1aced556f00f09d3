import type { Feature } from '../formats/geojson.js';
import { formatNumber } from '../formats/number.js';
import type { Layer } from './view.js';

/** One class of a map: which features it takes, how it is called and which colour it has. */
export interface MapClass {
  readonly label: string;
  /** Six hexadecimal digits. */
  readonly colour: string;
  readonly takes: ClassRule;
}

/** Features whose column holds one text, lies from one number up to (and, in the last class, at) another, or has no number. */
export type ClassRule =
  | { readonly is: string }
  | { readonly from: number; readonly below: number; readonly isLast: boolean }
  | { readonly isMissing: true };

/** The classes of a layer, by the column they are made of; one colour for all where it has none. */
export interface MapStyle {
  readonly column: string | undefined;
  readonly classes: readonly MapClass[];
}

/** Five blues from light to dark: order is seen without colour vision and in print. */
const RAMP = ['E3EDF7', 'B3CDE3', '7FAFD3', '3F82BC', '114B8A'];
/** Colours told apart without colour vision (Okabe and Ito 2008). */
const KINDS = ['0072B2', 'D55E00', '009E73', 'CC79A7', 'E69F00', '56B4E9'];
const MISSING = 'D0D0D0';
const PLAIN: MapClass = { label: '', colour: '7FAFD3', takes: { isMissing: true } };

/** How a layer is drawn: at most five classes of a number at round limits, or a colour a value of a text. */
export function styleOf(layer: Layer): MapStyle {
  if (layer.drawnBy === undefined) return { column: undefined, classes: [PLAIN] };
  const { column, how } = layer.drawnBy;
  return {
    column,
    classes: how === 'kind' ? kinds(layer.features, column) : amounts(layer.features, column),
  };
}

function kinds(features: readonly Feature[], column: string): MapClass[] {
  const values = [...new Set(features.map((feature) => String(feature.properties[column] ?? '')))].sort();
  return values.map((value, at) => ({
    label: value,
    colour: KINDS[at % KINDS.length] ?? MISSING,
    takes: { is: value },
  }));
}

function amounts(features: readonly Feature[], column: string): MapClass[] {
  const values = features
    .map((feature) => feature.properties[column])
    .filter((value): value is number => typeof value === 'number')
    .sort((a, b) => a - b);
  const limits = roundLimits(values);
  const classes = limits.slice(0, -1).map((from, at): MapClass => {
    const below = limits[at + 1] ?? from;
    return {
      label: `${formatNumber(from, 0)}–${formatNumber(below, 0)}`,
      colour: RAMP[Math.round((at * (RAMP.length - 1)) / Math.max(1, limits.length - 2))] ?? MISSING,
      takes: { from, below, isLast: at === limits.length - 2 },
    };
  });
  const isWhole = values.length === features.length;
  return isWhole
    ? classes
    : [...classes, { label: 'no figure', colour: MISSING, takes: { isMissing: true } }];
}

/** Limits of classes with about as many features each, rounded to one or two leading digits; they span all values. */
function roundLimits(values: readonly number[]): number[] {
  const least = values[0];
  const most = values.at(-1);
  if (least === undefined || most === undefined) return [];
  const inner = [1, 2, 3, 4].map((at) => nearRound(values[Math.floor((at * values.length) / 5)] ?? most));
  const first = Math.min(nearRound(least), Math.floor(least));
  const last = Math.ceil(most) === first ? first + 1 : Math.ceil(most);
  return [...new Set([first, ...inner.filter((limit) => limit > first && limit < last), last])];
}

/** The number rounded to one leading digit below 20, to two above. */
function nearRound(value: number): number {
  if (value < 20) return Math.round(value);
  const step = 5 * 10 ** (Math.floor(value).toString().length - 2);
  return Math.round(value / step) * step;
}

/** The class a feature falls into. */
export function classOf(feature: Feature, style: MapStyle): MapClass {
  const value = style.column === undefined ? undefined : feature.properties[style.column];
  return style.classes.find(({ takes }) => belongs(value, takes)) ?? PLAIN;
}

function belongs(value: string | number | undefined, rule: ClassRule): boolean {
  if ('is' in rule) return String(value ?? '') === rule.is;
  if ('isMissing' in rule) return typeof value !== 'number';
  if (typeof value !== 'number' || value < rule.from) return false;
  return value < rule.below || (rule.isLast && value <= rule.below);
}
