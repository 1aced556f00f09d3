import type { LegacyHighs } from 'highs';
import type { Measure, SeenTable, Span } from '../../src/share/audit/seen-table.js';

export type Highs = Pick<LegacyHighs, 'solve'>;

/** The solver, once loaded; its types name the CommonJS build, Node loads the other one. */
export async function loadHighs(): Promise<Highs> {
  const loaded = (await import('highs')) as unknown as { readonly default: () => Promise<Highs> };
  return await loaded.default();
}

/**
 * Least and most of a figure by HiGHS, from a formulation of its own: one variable a figure, low ≤ estimate ≤ high as
 * inequalities for every cell. Nothing here comes from the audit under test but the table.
 */
export function highsBounds(
  highs: Highs,
  table: SeenTable,
  wanted: { readonly cell: number; readonly measure: Measure },
): Span {
  const body = constraints(table);
  const solve = (sense: 'Minimize' | 'Maximize') => {
    const solution = highs.solve(`${sense}\n obj: ${wanted.measure}${wanted.cell}\nSubject To\n${body}End\n`);
    if (solution.Status === 'Optimal') return solution.ObjectiveValue;
    if (solution.Status === 'Unbounded' || solution.Status === 'Primal infeasible or unbounded')
      return Infinity;
    throw new Error(`HiGHS says ${solution.Status}`);
  };
  return { least: solve('Minimize'), most: solve('Maximize') };
}

function constraints({ cells, sums, hasRanges }: SeenTable): string {
  const measures: readonly Measure[] = hasRanges ? ['low', 'estimate', 'high'] : ['estimate'];
  const lines: string[] = [];
  const bounds: string[] = [];
  for (const measure of measures) {
    for (const { total, parts } of sums) {
      lines.push(` ${parts.map((part) => `${measure}${part}`).join(' + ')} - ${measure}${total} = 0`);
    }
  }
  for (const [at, cell] of cells.entries()) {
    if (hasRanges) {
      lines.push(` estimate${at} - low${at} >= 0`, ` high${at} - estimate${at} >= 0`);
    }
    for (const measure of measures) {
      const span = cell[measure];
      bounds.push(` ${span?.least ?? 0} <= ${measure}${at} <= ${span?.most ?? '+inf'}`);
    }
  }
  return `${lines.join('\n')}\nBounds\n${bounds.join('\n')}\n`;
}
