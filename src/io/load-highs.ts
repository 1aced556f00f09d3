/** Solves a linear programme written in LP text; the one thing asked of the optional package `highs`. */
export interface LpSolver {
  readonly solve: (text: string) => {
    readonly Status: string;
    readonly Rows: readonly { readonly Name?: string; readonly Dual?: number }[];
  };
}

/** The solver of the package `highs`; undefined where it is not installed. Nothing else loads it. */
export async function loadHighs(): Promise<LpSolver | undefined> {
  try {
    const loaded = (await import('highs')) as unknown as { readonly default: () => Promise<LpSolver> };
    return await loaded.default();
  } catch {
    return undefined;
  }
}
