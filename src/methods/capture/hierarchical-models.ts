import { EstimationError } from '../../model/estimation-error.js';
import { cellsOf, listsIn } from './capture-table.js';

/**
 * A hierarchical log-linear model of lists: the sets of lists that interact, each a bit mask as a capture history is;
 * single lists are always in, and with a set every set inside it.
 */
export interface ListModel {
  readonly lists: number;
  /** Interactions of two or more lists, ascending. */
  readonly interactions: readonly number[];
}

/** Models beyond which fitting them all takes more than some seconds. */
const MOST_MODELS = 2500;

/**
 * Returns every hierarchical model of that many lists with interactions of up to `order` lists; the saturated model,
 * which leaves nothing to estimate the unseen from, is left out.
 *
 * 8 models for three lists, 113 for four (64 up to order 2), 1024 for five up to order 2. Source: Y. M. M. Bishop,
 * S. E. Fienberg, P. W. Holland 1975, Discrete Multivariate Analysis, chapter 6. Throws an EstimationError when
 * there are more than 2,500.
 *
 * Example: hierarchicalModels(3, 2).length is 8.
 */
export function hierarchicalModels(lists: number, order: number): ListModel[] {
  if (!(Number.isInteger(order) && order >= 1 && order < lists)) {
    throw new EstimationError(
      'order-out-of-range',
      `interactions can be of 1 to ${lists - 1} lists, not ${order}`,
    );
  }
  let chosen: number[][] = [[]];
  for (let size = 2; size <= order; size += 1) {
    const sets = Array.from({ length: cellsOf(lists) }, (_, mask) => mask).filter(
      (mask) => listsIn(mask) === size,
    );
    chosen = chosen.flatMap((below) => {
      const allowed = sets.filter(
        (mask) => size === 2 || facesOf(mask).every((face) => below.includes(face)),
      );
      return withEverySubset(below, allowed);
    });
    if (chosen.length > MOST_MODELS) {
      throw new EstimationError(
        'models-too-many',
        `${lists} lists with interactions of ${order} make more than ${MOST_MODELS} models; lower the order or leave a list out`,
      );
    }
  }
  return chosen.map((interactions) => ({ lists, interactions: [...interactions].sort((a, b) => a - b) }));
}

/** The set with one list taken out, for each of its lists. */
function facesOf(mask: number): number[] {
  const faces: number[] = [];
  for (let bit = 1; bit <= mask; bit <<= 1) if ((mask & bit) !== 0) faces.push(mask ^ bit);
  return faces;
}

function withEverySubset(below: readonly number[], allowed: readonly number[]): number[][] {
  const grown: number[][] = [[...below]];
  for (const mask of allowed) {
    for (const sets of grown.slice()) grown.push([...sets, mask]);
    if (grown.length > MOST_MODELS) return grown;
  }
  return grown;
}

/**
 * Returns the model's name by its largest sets of lists, numbered from 1: [12,3,4] lets the first two lists depend on
 * each other and nothing else.
 *
 * Example: modelName({ lists: 3, interactions: [0b011] }) is [1,23].
 */
export function modelName({ lists, interactions }: ListModel): string {
  const singles = Array.from({ length: lists }, (_, list) => 1 << list);
  const sets = [...singles, ...interactions];
  const largest = sets.filter((mask) => !sets.some((other) => other !== mask && (other & mask) === mask));
  const names = largest.map((mask) =>
    Array.from({ length: lists }, (_, list) => list)
      .filter((list) => ((mask >> (lists - 1 - list)) & 1) === 1)
      .map((list) => list + 1)
      .join(''),
  );
  return `[${names.sort().join(',')}]`;
}

/**
 * Returns the model that a name such as [12,3,4] means, with every set inside the named ones. Throws an
 * EstimationError for a list that is not there or all lists in one set.
 *
 * Example: modelNamed('[12,3]', 3).interactions is [6].
 */
export function modelNamed(name: string, lists: number): ListModel {
  const sets = name
    .replace(/[[\]\s]/g, '')
    .split(',')
    .map((part) => part.split('').map(Number));
  const fault = sets.flat().some((list) => !(Number.isInteger(list) && list >= 1 && list <= lists));
  if (fault || sets.some((set) => new Set(set).size >= lists)) {
    throw new EstimationError(
      'model-unknown',
      `"${name}" is no model of ${lists} lists; write one such as [12,3]`,
    );
  }
  const masks = sets.map((set) => set.reduce((mask, list) => mask | (1 << (lists - list)), 0));
  const interactions = Array.from({ length: cellsOf(lists) }, (_, mask) => mask).filter(
    (mask) => listsIn(mask) > 1 && masks.some((set) => (set & mask) === mask),
  );
  return { lists, interactions };
}
