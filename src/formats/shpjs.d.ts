declare module 'shpjs' {
  /** Geometries of a .shp file, in the order of its records. */
  export function parseShp(shp: DataView | Uint8Array): unknown[];
  /** Attributes of a .dbf file, in the order of its records. */
  export function parseDbf(dbf: DataView | Uint8Array, cpg?: Uint8Array): Record<string, unknown>[];
}
