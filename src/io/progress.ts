import type { World } from './world.js';

/** A line on the terminal that says how far long work is. */
export interface Progress {
  /** Says that so much of the whole is done, and lets a signal through; cheap to call often. */
  readonly reach: (done: number, whole: number) => Promise<void>;
  /** Takes the line away. */
  readonly end: () => Promise<void>;
}

/** Work shorter than this says nothing. */
const PATIENCE_MS = 500;
const REDRAW_MS = 100;
const BAR = 24;

/**
 * A progress line on standard error: only on a terminal, only after half a second, at most ten times a second. It
 * leaves nothing behind and never touches standard output. Ten times a second, terminal or not, the work stands back
 * for an instant so that an interruption is heard.
 *
 * Example: drawing towns  ############------------  50%
 */
export function progressOn(world: World, doing: string, isQuiet = false): Progress {
  const start = world.clock();
  let drawn = start + PATIENCE_MS - REDRAW_MS;
  let stoodBack = start;
  let isShown = false;
  return {
    reach: async (done, whole) => {
      const now = world.clock();
      if (now - stoodBack >= REDRAW_MS) {
        stoodBack = now;
        await new Promise<void>((go) => {
          setImmediate(go);
        });
      }
      if (isQuiet || !world.stderr.isTerminal || now - drawn < REDRAW_MS) return;
      drawn = now;
      isShown = true;
      const share = whole > 0 ? Math.min(1, done / whole) : 1;
      const full = Math.round(BAR * share);
      const bar = '#'.repeat(full) + '-'.repeat(BAR - full);
      await world.stderr.write(`\r${doing}  ${bar}  ${Math.floor(100 * share)}%\u001b[K`);
    },
    end: async () => {
      if (isShown) await world.stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
