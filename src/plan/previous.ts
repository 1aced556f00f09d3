import { readCsv } from '../formats/csv.js';
import { partId } from './demand.js';
import type { PlanChange, PlannedPart } from './microplan.js';

/** The worker who had each part (by part id) in a plan that was written: the text of its spots.csv. */
export function readPrevious(spotsText: string): Map<string, string> {
  const { table } = readCsv(new TextEncoder().encode(spotsText), 'spots.csv');
  const previous = new Map<string, string>();
  if (table === undefined) return previous;
  const at = (column: string) => table.columns.indexOf(column);
  const [spot, population, part, worker] = [at('spot_code'), at('population'), at('part'), at('worker_code')];
  for (const cells of table.rows) {
    const code = cells[worker] ?? '';
    if (code === '') continue;
    previous.set(partId(plain(cells[spot]), plain(cells[population]), plain(cells[part])), plain(code));
  }
  return previous;
}

/** The text of a cell without the apostrophe that disarms a formula. */
const plain = (cell = '') => cell.replace(/^'(?=[\s=+\-@])/, '');

/** What a new plan changes of an old one: parts that move, come or go, with the reason, in order of part. */
export function changesFrom(
  previous: ReadonlyMap<string, string>,
  parts: readonly PlannedPart[],
  workers: ReadonlySet<string>,
): PlanChange[] {
  if (previous.size === 0) return [];
  const known = new Set(parts.map(({ part }) => part.id));
  const changed = parts.flatMap(({ part, worker, gap }): PlanChange[] => {
    const before = previous.get(part.id);
    if (before === worker) return [];
    const { spot, population, letter } = part;
    return [
      { spot, population, letter, from: before, to: worker, why: whyChanged(before, gap?.reason, workers) },
    ];
  });
  const gone = [...previous].filter(([id]) => !known.has(id)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...changed,
    ...gone.map(([id, from]): PlanChange => {
      const [spot = '', population = '', letter = ''] = JSON.parse(id) as string[];
      return { spot, population, letter, from, to: undefined, why: 'no longer a spot or part of the study' };
    }),
  ];
}

function whyChanged(
  before: string | undefined,
  reason: string | undefined,
  workers: ReadonlySet<string>,
): string {
  if (reason !== undefined) return `no longer covered: ${reason}`;
  if (before === undefined) return 'not covered before';
  return workers.has(before)
    ? 'no longer fits the worker, or makes room for more people'
    : 'the worker has left';
}
