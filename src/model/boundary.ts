/** Longitude, then latitude, WGS 84 degrees: the order of RFC 7946. */
export type Position = readonly [longitude: number, latitude: number];

/** A closed ring: the first position comes again at the end. */
export type Ring = readonly Position[];

/** One municipality's outline: polygons of an outer ring and its holes. */
export interface Boundary {
  readonly municipality: string;
  readonly polygons: readonly (readonly Ring[])[];
}
