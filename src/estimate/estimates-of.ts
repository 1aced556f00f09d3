import type { Estimates } from '../model/estimate.js';
import type { Figures } from './figures.js';

const held = new WeakMap<Estimates, readonly PopulationFigures[]>();

/** The figures of one population. */
export interface PopulationFigures {
  readonly population: string;
  readonly figures: Figures;
}

/** Estimates whose figures are held by column; they become objects when `spots` is first asked for. */
export function estimatesOf(
  rest: Omit<Estimates, 'spots'>,
  populations: readonly PopulationFigures[],
): Estimates {
  let spots: Estimates['spots'] | undefined;
  const estimates: Estimates = {
    get spots() {
      spots ??= populations.flatMap(({ figures }) => figures.all);
      return spots;
    },
    ...rest,
  };
  held.set(estimates, populations);
  return estimates;
}

/** The figures of each population by column; undefined for estimates that were made otherwise. */
export function figuresByColumn(estimates: Estimates): readonly PopulationFigures[] | undefined {
  return held.get(estimates);
}
