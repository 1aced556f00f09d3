import type { LevelOneFactor, ValidateNext } from '../../model/estimate.js';
import type { Figures } from '../figures.js';
import { factorRows } from './factor-rows.js';
import { fitFactors } from './fit-factors.js';
import { trackFigures, type LevelOneSource } from './track-figures.js';
import { pairsOf } from './tracked-figure.js';
import { adviseValidation } from './validate-next.js';

/** What a population's level 1 figures teach, whatever correction the study chose. */
export interface Learned {
  readonly factors: readonly LevelOneFactor[];
  readonly validateNext: readonly ValidateNext[];
}

/**
 * Returns the level 1 factors of a population and which of its unvisited spots to validate next; both empty without
 * level 1 figures. `settled` are the figures before any correction, `final` after the whole chain.
 */
export function learnLevelOne(settled: Figures, final: Figures, source: LevelOneSource): Learned {
  const tracked = trackFigures(settled, source);
  if (tracked.length === 0) return { factors: [], validateNext: [] };
  const model = fitFactors(pairsOf(tracked));
  const { population } = source;
  return {
    factors: factorRows(population, tracked, model),
    validateNext: adviseValidation({ population, tracked, figures: final, model }),
  };
}
