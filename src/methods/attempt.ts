import { EstimationError } from '../model/estimation-error.js';
import { soundSizing, type Sizing } from './sizing.js';

/** What a method gave: a size, or in words why it refuses. */
export type Attempt =
  | { readonly sizing: Sizing }
  | { readonly method: string; readonly interval: string; readonly refusal: string };

/**
 * Returns what the work gives, checked to be sound, or the reason it refuses: for showing several methods side by
 * side, where one that cannot answer must not silence the others. Anything but an EstimationError passes on.
 */
export function attempt(
  method: string,
  interval: string,
  work: () => Omit<Sizing, 'method' | 'interval'>,
): Attempt {
  try {
    return { sizing: soundSizing({ method, interval, ...work() }) };
  } catch (error) {
    if (error instanceof EstimationError) return { method, interval, refusal: error.message };
    throw error;
  }
}

/** The sizings among attempts. */
export function sizingsOf(attempts: readonly Attempt[]): Sizing[] {
  return attempts.flatMap((made) => ('sizing' in made ? [made.sizing] : []));
}

/** The sizing of an attempt that must not refuse. Throws its reason as an EstimationError when it does. */
export function sizingOf(made: Attempt): Sizing {
  if ('sizing' in made) return made.sizing;
  throw new EstimationError('method-refuses', `${made.method}: ${made.refusal}`);
}
