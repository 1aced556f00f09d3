/** True for bytes that start as Parquet files do, plain or encrypted. */
export function isParquet(start: Uint8Array): boolean {
  return ['PAR1', 'PARE'].includes(String.fromCharCode(...start.subarray(0, 4)));
}
