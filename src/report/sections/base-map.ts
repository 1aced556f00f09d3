import { scaleSqrt } from 'd3-scale';
import { markup, type Markup } from '../../draw/markup.js';
import type { Words } from '../../draw/words/english.js';
import { mapFrame, type Drawn, type MapFrame } from '../../geo/map-frame.js';
import { fixed } from '../parts.js';
import type { PointView, ReportView } from '../view/report-view.js';
import { placeLabels } from './labels.js';

const WIDTH = 440;

/** The map every picture of the page is drawn on: the outlines once, to be referred to. */
export interface BaseMap {
  readonly frame: MapFrame;
  /** Number of each municipality's outline in the page's definitions. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Where the name of each municipality is written: in the middle of its outline, else amid its spots. */
  readonly middles: ReadonlyMap<string, Drawn>;
}

/** The frame of all outlines and points of a view; undefined where there is nothing to draw. */
export function baseMap(view: ReportView): BaseMap | undefined {
  const points = view.populations.flatMap((population) => population.points ?? []);
  const positions = points.map(({ position }) => position);
  const frame = mapFrame(view.places.outlines, positions, WIDTH);
  if (frame === undefined) return undefined;
  return {
    frame,
    numbers: new Map(view.places.outlines.map(({ municipality }, at) => [municipality, at])),
    middles: middlesOf(view, frame, points),
  };
}

function middlesOf(
  { places }: ReportView,
  frame: MapFrame,
  points: readonly PointView[],
): ReadonlyMap<string, Drawn> {
  const middles = new Map<string, Drawn>();
  const sums = new Map<string, { x: number; y: number; count: number }>();
  for (const { position, area } of points) {
    if (area === undefined) continue;
    const [x, y] = frame.point(position);
    const sum = sums.get(area) ?? { x: 0, y: 0, count: 0 };
    sums.set(area, { x: sum.x + x, y: sum.y + y, count: sum.count + 1 });
  }
  for (const [area, { x, y, count }] of sums) middles.set(area, [x / count, y / count]);
  for (const boundary of places.outlines) middles.set(boundary.municipality, frame.middle(boundary));
  return middles;
}

/** The edge of a map that has no outlines to give it one. */
export function mapEdge({ places }: ReportView, { frame }: BaseMap): Markup | undefined {
  return places.outlines.length > 0
    ? undefined
    : markup`<rect class="thin-line" x="0.5" y="0.5" width="${frame.width - 1}" height="${frame.height - 1}" rx="6"/>`;
}

/** The outlines and the hatching as definitions, once a page. */
export function mapSymbols(view: ReportView, base: BaseMap): Markup {
  const outlines = view.places.outlines.map(
    (boundary, at) => markup`<path id="o${at}" d="${base.frame.outline(boundary)}"/>`,
  );
  return markup`<svg class="symbols" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--paper)"/><path d="M0 0v5" stroke="var(--faint)" stroke-width="1.2"/></pattern><pattern id="stipple" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="var(--empty)"/><circle cx="3" cy="3" r="1.1" fill="var(--faint)"/></pattern>${outlines}</defs></svg>`;
}

/** Circles beyond this many on a map are joined where they would lie on one another. */
const MOST_CIRCLES = 600;
const MERGED_WITHIN = 3;
const LARGEST = 11;

export interface Circles {
  readonly drawn: readonly { readonly x: number; readonly y: number; readonly persons: number }[];
  readonly radius: (persons: number) => number;
  readonly isMerged: boolean;
}

/** The circles of points, largest first so that small ones stay visible; their area is in proportion to persons. */
export function circlesOf(points: readonly PointView[], frame: MapFrame): Circles {
  const isMerged = points.length > MOST_CIRCLES;
  const cells = new Map<string, { x: number; y: number; persons: number }>();
  for (const [at, { position, persons }] of points.entries()) {
    const [x, y] = frame.point(position);
    const key = isMerged ? `${Math.round(x / MERGED_WITHIN)} ${Math.round(y / MERGED_WITHIN)}` : String(at);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { x, y, persons });
    else cell.persons += persons;
  }
  const drawn = [...cells.values()].sort((a, b) => b.persons - a.persons || a.x - b.x || a.y - b.y);
  const scale = scaleSqrt([0, Math.max(1, drawn[0]?.persons ?? 0)], [0, LARGEST]);
  return { drawn, radius: (persons) => fixed(Math.max(0.8, scale(persons))), isMerged };
}

/** The scale bar at the foot of a map. */
export function scaleBar({ frame }: BaseMap, words: Words): Markup {
  const { km, length } = frame.scale;
  const y = frame.height - 6;
  return markup`<path class="ink-line" d="M8 ${y - 4}v4h${length}v-4"/><text class="halo" x="12" y="${y - 5}">${words.where.km(km)}</text>`;
}

/** Names of the areas with most people, where they fit. */
export function areaLabels({ frame, middles }: BaseMap, names: readonly string[], most: number): Markup[] {
  const wanted = names.flatMap((text) => {
    const [x, y] = middles.get(text) ?? [];
    return x === undefined || y === undefined ? [] : [{ text, x, y: y + 4 }];
  });
  const room = { width: frame.width, height: frame.height - 22, most };
  return placeLabels(wanted, room).map(
    ({ text, x, y }) =>
      markup`<text class="halo label" text-anchor="middle" x="${fixed(x)}" y="${fixed(y)}">${text}</text>`,
  );
}

/** Round numbers of people for a legend of circles: about the largest, a quarter and a sixteenth of it. */
export function legendSizes(largest: number): number[] {
  return [...new Set([largest, largest / 4, largest / 16].map(roundSize))].filter((size) => size >= 1);
}

/** The largest of 1, 2, 5 times a power of ten that is no more than the value. */
function roundSize(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return ([5, 2, 1].find((times) => times * unit <= value) ?? 1) * unit;
}

/** The legend of circles: three sizes with what they stand for. */
export function circleLegend(
  sizes: readonly number[],
  radius: (persons: number) => number,
  look: { readonly kind: 'dot' | 'ring'; readonly says: string; readonly words: Words },
): Markup {
  const items = [...sizes].reverse().map((size, at, all) => {
    const r = radius(size);
    const box = fixed(2 * r + 3);
    const text = at === all.length - 1 ? `${look.words.number(size)} ${look.says}` : look.words.number(size);
    return markup`<li><svg width="${box}" height="${box}" aria-hidden="true"><circle class="${look.kind}" cx="${fixed(box / 2)}" cy="${fixed(box / 2)}" r="${r}"/></svg>${text}</li>`;
  });
  return markup`<ul class="legend">${items}</ul>`;
}
