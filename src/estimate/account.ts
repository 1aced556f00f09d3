/** One account of a spot on a usual or a peak day: what an informant, or the spot row itself, says. */
export interface Account {
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly usual?: number | undefined;
  /** Kind of informant, where known. */
  readonly source?: string | undefined;
}

/** Several accounts joined to one: lowest, highest and, where stated, the usual figure. */
export interface JointAccount {
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly usual: number | undefined;
}

/** The defined numbers among those given. */
export function known(values: readonly (number | undefined)[]): number[] {
  return values.filter((value) => value !== undefined);
}
