/** How long a search may go on. At least one of `iterations` and `timeLimit` should be given. */
export interface SearchLimits {
  /** Moves tried at most. A search bounded by this alone returns the same bytes for the same seed. */
  readonly iterations?: number;
  /** Reads the time in seconds from any fixed start; needed by `timeLimit`. */
  readonly clock?: () => number;
  /** Seconds at most, on `clock`, counted from the start of the search. */
  readonly timeLimit?: number;
  /** Asked now and then; once true the search returns the best it has. */
  readonly shouldStop?: () => boolean;
}

/**
 * Work that pauses often, for a few thousandths of a second of work each, so that whoever runs it can do something else
 * in between; what it returns does not depend on that.
 */
export type Pausing<Result> = Generator<void, Result, void>;

/** Returns what pausing work comes to, without a pause. */
export function withoutPause<Result>(work: Generator<unknown, Result, void>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same work, telling at every pause what share of the budget is spent, at most 1. */
export function* tellingProgress<Result>(
  work: Pausing<Result>,
  budget: Budget,
): Generator<number, Result, void> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield Math.min(1, budget.progress());
  }
}

/** What is left of a search's limits. */
export interface Budget {
  /** Counts moves tried. */
  readonly spend: (moves: number) => void;
  /** The share of the limits used up: 0 at the start, 1 or more when the search must return. */
  readonly progress: () => number;
}

/** Moves tried when no limit at all is given. */
export const DEFAULT_ITERATIONS = 2_000_000;

/**
 * Returns the budget that the limits grant, its time starting now.
 *
 * Progress is the larger of the shares of moves and of time. It misleads as a measure of time left when the
 * two bounds are far apart.
 *
 * @example makeBudget({ iterations: 100 }).progress(); // 0
 */
export function makeBudget(limits: SearchLimits): Budget {
  const { clock, timeLimit, shouldStop } = limits;
  const isTimed = clock !== undefined && timeLimit !== undefined;
  const iterations = limits.iterations ?? (isTimed ? Infinity : DEFAULT_ITERATIONS);
  const started = isTimed ? clock() : 0;
  let spent = 0;
  const progress = (): number => {
    if (shouldStop?.() === true) return 1;
    const ofMoves = iterations > 0 ? spent / iterations : 1;
    if (!isTimed) return ofMoves;
    return Math.max(ofMoves, timeLimit > 0 ? (clock() - started) / timeLimit : 1);
  };
  return {
    spend: (moves) => {
      spent += moves;
    },
    progress,
  };
}
