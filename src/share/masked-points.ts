import type { Feature } from '../formats/geojson.js';
import type { Position } from '../model/boundary.js';
import type { SpotFigure } from '../model/estimate.js';
import { compareText } from '../model/issue.js';
import { tabulate, type OutputColumn, type Table } from '../model/table.js';
import { kilometresBetween, maskPosition, type Mask } from './mask/mask.js';

/** A masked point: where it is shown and about how many people are there. */
interface MaskedPoint {
  readonly position: Position;
  readonly population: string;
  readonly municipality: string | undefined;
  readonly size: string;
}

/** Masked points as they may be written, and how many could not be placed. */
export interface MaskedPoints {
  readonly table: Table;
  readonly features: readonly Feature[];
  readonly leftOut: number;
  readonly moved: MovedBy | undefined;
}

/** How far points were moved, in kilometres; for those who made the output, not for those who get it. */
export interface MovedBy {
  readonly least: number;
  readonly median: number;
  /** 95 of 100 points were moved less. */
  readonly mostly: number;
}

const CLASSES = [
  { below: 10, name: 'under 10' },
  { below: 20, name: '10 to 19' },
  { below: 50, name: '20 to 49' },
  { below: Infinity, name: '50 or more' },
];

/** Columns of masked points: no code of a spot, and a class in place of a count, since a count is a fingerprint. */
export const POINT_COLUMNS: readonly OutputColumn<MaskedPoint & { readonly number: number }>[] = [
  { name: 'point', meaning: 'number in this output only', of: ({ number }) => number },
  { name: 'population', meaning: 'code of the population', of: ({ population }) => population },
  { name: 'municipality', meaning: 'municipality of the spot', of: ({ municipality }) => municipality },
  { name: 'size', meaning: 'class of persons at the spot', of: ({ size }) => size },
  { name: 'lat', meaning: 'latitude after masking', of: ({ position }) => position[1] },
  { name: 'lon', meaning: 'longitude after masking', of: ({ position }) => position[0] },
];

/** The spots with coordinates as masked points, sorted by where they are shown, so that input order links nothing. */
export function maskedPoints(figures: readonly SpotFigure[], mask: Mask): MaskedPoints {
  const points: MaskedPoint[] = [];
  const distances: number[] = [];
  let leftOut = 0;
  for (const { spot, at } of figures) {
    if (spot.lat === undefined || spot.lon === undefined) continue;
    const position = maskPosition(spot.spot_id, [spot.lon, spot.lat], mask);
    if (position === undefined) leftOut += 1;
    else {
      const size = CLASSES.find(({ below }) => at.estimate < below)?.name ?? '';
      distances.push(kilometresBetween([spot.lon, spot.lat], position));
      points.push({ position, population: spot.population, municipality: spot.municipality, size });
    }
  }
  points.sort(
    (a, b) =>
      a.position[1] - b.position[1] ||
      a.position[0] - b.position[0] ||
      compareText(a.population, b.population) ||
      compareText(a.size, b.size),
  );
  const table = tabulate(
    'points',
    POINT_COLUMNS,
    points.map((point, index) => ({ ...point, number: index + 1 })),
  );
  return { table, features: points.map(featureOf), leftOut, moved: movedBy(distances) };
}

function movedBy(distances: readonly number[]): MovedBy | undefined {
  const sorted = [...distances].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return sorted.length === 0 ? undefined : { least: at(0), median: at(0.5), mostly: at(0.95) };
}

function featureOf({ position, population, municipality, size }: MaskedPoint, index: number): Feature {
  return {
    id: String(index + 1),
    geometry: { type: 'Point', coordinates: position },
    properties: { population, municipality, size },
  };
}
