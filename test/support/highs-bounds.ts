import type { LegacyHighs } from 'highs';
import type { Measure, SeenTable, Span } from '../../src/share/audit/seen-table.js';

export type Highs = Pick<LegacyHighs, 'solve'>;

/** The solver, once loaded; its types name the CommonJS build, Node loads the other one. */
export async function loadHighs(): Promise<Highs> {
  const loaded = (await import('highs')) as unknown as { readonly default: () => Promise<Highs> };
  return await loaded.default();
}

/** One figure whose least and most are wanted. */
export interface Wanted {
  readonly cell: number;
  readonly measure: Measure;
}

/** Stands for no limit: far above any count of the test tables. */
const NO_LIMIT = 1e7;

/**
 * Least and most of figures by HiGHS, from a formulation of its own: one variable a figure, low ≤ estimate ≤ high as
 * inequalities for every cell; nothing here comes from the audit under test but the table. All questions go into one
 * programme of independent copies, half of them minimised and half maximised.
 */
export function highsBounds(highs: Highs, table: SeenTable, wanted: readonly Wanted[]): Span[] {
  if (wanted.length === 0) return [];
  const questions = wanted.flatMap(({ cell, measure }) => [
    { cell, measure, sign: '+' },
    { cell, measure, sign: '-' },
  ]);
  const objective = questions.map(({ cell, measure, sign }, copy) => `${sign} ${name(measure, cell, copy)}`);
  const copies = questions.map((_, copy) => copyOf(table, copy));
  const text = [
    `Minimize\n obj: ${objective.join('\n ')}`,
    `Subject To\n${copies.flatMap((copy) => copy.lines).join('\n')}`,
    `Bounds\n${copies.flatMap((copy) => copy.bounds).join('\n')}`,
    'End\n',
  ].join('\n');
  const solution = highs.solve(text);
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS says ${solution.Status}`);
  const primal = new Map(
    Object.entries(solution.Columns).map(([column, found]) => [
      column,
      'Primal' in found ? found.Primal : NaN,
    ]),
  );
  const value = (copy: number, { cell, measure }: Wanted) => {
    const found = primal.get(name(measure, cell, copy)) ?? NaN;
    return found > NO_LIMIT / 10 ? Infinity : found;
  };
  return wanted.map((figure, at) => ({ least: value(2 * at, figure), most: value(2 * at + 1, figure) }));
}

const name = (measure: Measure, cell: number, copy: number) => `${measure}${cell}c${copy}`;

function copyOf({ cells, sums, hasRanges }: SeenTable, copy: number) {
  const measures: readonly Measure[] = hasRanges ? ['low', 'estimate', 'high'] : ['estimate'];
  const lines = measures.flatMap((measure) =>
    sums.map(
      ({ total, parts }) =>
        ` ${parts.map((part) => name(measure, part, copy)).join(' + ')} - ${name(measure, total, copy)} = 0`,
    ),
  );
  const bounds: string[] = [];
  for (const [at, cell] of cells.entries()) {
    if (hasRanges) {
      lines.push(
        ` ${name('estimate', at, copy)} - ${name('low', at, copy)} >= 0`,
        ` ${name('high', at, copy)} - ${name('estimate', at, copy)} >= 0`,
      );
    }
    for (const measure of measures) {
      const span = cell[measure];
      bounds.push(` ${span?.least ?? 0} <= ${name(measure, at, copy)} <= ${span?.most ?? NO_LIMIT}`);
    }
  }
  return { lines, bounds };
}
