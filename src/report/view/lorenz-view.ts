import { gini, unitsForHalf } from '../../estimate/concentration.js';
import type { LorenzView } from './report-view.js';

/** Points a curve is drawn with at most. */
const MOST_POINTS = 60;

/** The Lorenz curve of people over spots, from the smallest spot to the largest; undefined for fewer than two spots or nobody. */
export function lorenzView(persons: readonly number[]): LorenzView | undefined {
  const sorted = [...persons].sort((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (sorted.length < 2 || total <= 0) return undefined;
  const curve = [{ spots: 0, people: 0 }];
  const every = Math.max(1, Math.ceil(sorted.length / MOST_POINTS));
  let held = 0;
  for (const [at, value] of sorted.entries()) {
    held += value;
    const isLast = at === sorted.length - 1;
    if (isLast || (at + 1) % every === 0) {
      curve.push({ spots: (at + 1) / sorted.length, people: isLast ? 1 : held / total });
    }
  }
  return { curve, gini: gini(sorted), spots: sorted.length, spotsForHalf: unitsForHalf(sorted) };
}
