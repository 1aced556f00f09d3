import { roundTo } from '../../formats/number.js';
import { UsageError } from '../../model/failure.js';
import type { Position } from '../../model/boundary.js';
import type { KeyedHash } from '../labels.js';
import { COARSE_DECIMALS } from '../position.js';
import { radiusKm, STANDARD_DONUT, type RadiusLaw } from './radius.js';

/** Ways to move points. */
export type MaskMethod = 'grid' | 'donut' | 'dhs';

const REFUSED: Readonly<Record<string, string>> = {
  voronoi:
    'voronoi moves a point half way to its nearest neighbour, which can be undone, and puts most pairs on one shared point; use grid, donut or dhs',
  gaussian:
    'gaussian leaves many points almost where they were, and averaging several releases brings the others back; use grid, donut or dhs',
};

/** The mask of that name. Throws a UsageError for others, with the reason where it is known and unsafe. */
export function maskMethod(name: string): MaskMethod {
  if (name === 'grid' || name === 'donut' || name === 'dhs') return name;
  const refused = new Map(Object.entries(REFUSED)).get(name);
  throw new UsageError(`--mask ${refused ?? `takes grid, donut or dhs, not "${name}"`}`);
}

/** How points are moved, and the area each must stay in. */
export interface Mask {
  readonly method: MaskMethod;
  /** Needed by donut and dhs; the grid needs no secret. */
  readonly keyed?: KeyedHash | undefined;
  /** Which area a position lies in; a masked point never leaves its area. */
  readonly areaOf: (position: Position) => string | undefined;
  /** True for spots outside towns, which dhs moves further. */
  readonly isRural?: boolean;
  /** Width of a grid cell in kilometres. */
  readonly gridKm?: number;
}

const KM_PER_DEGREE = 111.19508;
/** Draws before a point is left out because its area is too narrow. */
const MOST_DRAWS = 200;
const STANDARD_GRID_KM = 1;

/**
 * Where a spot is shown: moved by the mask, still in its area, in coarse coordinates. The same spot under the same key
 * has the same masked position in every release, so that averaging releases gives nothing. Undefined where the area
 * leaves no room, or the spot lies in none.
 */
export function maskPosition(spot: string, position: Position, mask: Mask): Position | undefined {
  const area = mask.areaOf(position);
  const fits = (moved: Position) => (mask.areaOf(moved) === area ? moved : undefined);
  if (area === undefined) return undefined;
  if (mask.method === 'grid') return snap(position, mask.gridKm ?? STANDARD_GRID_KM, fits);
  const law = lawOf(mask);
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const { distance, turn } = keyedOffset(`${mask.method}|${spot}|${draw}`, law, mask.keyed);
    const moved = fits(coarse(displace(position, distance, turn)));
    if (moved !== undefined && kilometresBetween(position, moved) >= leastOf(law)) return moved;
  }
  return undefined;
}

const leastOf = (law: RadiusLaw) => (law.kind === 'donut' ? law.least : 0);

/** The law of distances of a mask. */
export function lawOf(mask: Pick<Mask, 'method' | 'isRural'>): RadiusLaw {
  if (mask.method === 'donut') return STANDARD_DONUT;
  return { kind: mask.isRural === true ? 'dhs-rural' : 'dhs-urban' };
}

/** Distance in kilometres and direction in turns (0 = east, 0.25 = north) that the key gives a name. */
export function keyedOffset(
  name: string,
  law: RadiusLaw,
  keyed: KeyedHash | undefined,
): { readonly distance: number; readonly turn: number } {
  if (keyed === undefined) throw new UsageError('--mask donut and dhs need a secret key: --key-file FILE');
  const hash = keyed(`spotwise mask 1|${name}`);
  const uniform = (at: number) => Number.parseInt(hash.slice(13 * at, 13 * (at + 1)), 16) / 2 ** 52;
  return { distance: radiusKm(law, uniform(0), uniform(2)), turn: uniform(1) };
}

function displace([longitude, latitude]: Position, distance: number, turn: number): Position {
  const north = (distance * Math.sin(2 * Math.PI * turn)) / KM_PER_DEGREE;
  const east = (distance * Math.cos(2 * Math.PI * turn)) / (KM_PER_DEGREE * cosine(latitude));
  return [longitude + east, latitude + north];
}

/** Kilometres between two positions a few kilometres apart, on a flat map of their latitude. */
export function kilometresBetween(from: Position, to: Position): number {
  const east = (to[0] - from[0]) * cosine(from[1]);
  const north = to[1] - from[1];
  return Math.sqrt(east * east + north * north) * KM_PER_DEGREE;
}

const cosine = (latitude: number) => Math.max(0.01, Math.cos((latitude * Math.PI) / 180));

const coarse = ([longitude, latitude]: Position): Position => [
  roundTo(longitude, COARSE_DECIMALS),
  roundTo(latitude, COARSE_DECIMALS),
];

/** The centre of the grid cell, or the nearest other centre that lies in the same area. */
function snap(
  position: Position,
  km: number,
  fits: (moved: Position) => Position | undefined,
): Position | undefined {
  const [longitude, latitude] = position;
  const row = Math.floor((latitude * KM_PER_DEGREE) / km);
  const centreOfRow = (at: number) => ((at + 0.5) * km) / KM_PER_DEGREE;
  const degrees = km / (KM_PER_DEGREE * cosine(centreOfRow(row)));
  const column = Math.floor(longitude / degrees);
  for (const [across, up] of NEIGHBOURS) {
    const centre: Position = [(column + across + 0.5) * degrees, centreOfRow(row + up)];
    const moved = fits(coarse(centre));
    if (moved !== undefined) return moved;
  }
  return undefined;
}

/** The cell itself, then the cells around it, nearest first; the order does not depend on where in the cell the point is. */
const NEIGHBOURS: readonly (readonly [across: number, up: number])[] = [-2, -1, 0, 1, 2]
  .flatMap((up) => [-2, -1, 0, 1, 2].map((across) => [across, up] as const))
  .sort((a, b) => a[0] * a[0] + a[1] * a[1] - (b[0] * b[0] + b[1] * b[1]) || a[1] - b[1] || a[0] - b[0]);
