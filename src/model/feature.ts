import type { Position, Ring } from './boundary.js';

/** Something with a place as a file gives it: its properties as text, and a point or polygons where it has them. */
export interface PlacedFeature {
  /** Number of the feature in its file, 1 = first. */
  readonly number: number;
  readonly properties: ReadonlyMap<string, string>;
  readonly point?: Position | undefined;
  readonly polygons?: readonly (readonly Ring[])[] | undefined;
  /** Word for a geometry that is neither, such as a track. */
  readonly other?: string | undefined;
}
