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
/** Width kept free for the share and what parts it from its neighbours. */
const BESIDE_BAR = 10;
/** The longest time left that is said in a unit. */
const MOST_LEFT = 89;
const UNITS = ['s', 'min', 'h'] as const;
/** Share of the work below which nothing is said of the time left: too little has been seen of it. */
const LEAST_SHARE = 0.02;

/** What a progress line says: what is done, and how long it will take. */
export interface ProgressWords {
  readonly doing: string;
  readonly left: (count: number, unit: (typeof UNITS)[number]) => string;
}

/**
 * A progress line on standard error: only on a terminal, only after half a second, at most ten times a second. It
 * leaves nothing behind and never touches standard output. Ten times a second, terminal or not, the work stands back
 * for an instant so that an interruption is heard.
 *
 * The time left is what the time so far says of the rest; a longer work at one pace makes it good, a change of pace bad.
 *
 * Example: drawing towns  ############------------  50%  about 12 s left
 */
export function progressOn(
  world: World,
  { doing, left }: ProgressWords,
  { isQuiet = false }: { readonly isQuiet?: boolean } = {},
): Progress {
  const start = world.clock();
  let drawn = start + PATIENCE_MS - REDRAW_MS;
  let stoodBack = start;
  let isShown = false;
  let beside: number | undefined;
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
      beside ??= await widthBeside(doing, left);
      const width = Math.max(4, Math.min(BAR, world.stderr.columns - beside));
      const full = Math.round(width * share);
      const bar = '#'.repeat(full) + '-'.repeat(width - full);
      const rest = sayLeft(now - start, share, left);
      await world.stderr.write(`\r${doing}  ${bar}  ${Math.floor(100 * share)}%${rest}\u001b[K`);
    },
    end: async () => {
      if (isShown) await world.stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}

/** Columns that all but the bar take at most; what measures text is read only when a line is first drawn. */
async function widthBeside(doing: string, left: ProgressWords['left']): Promise<number> {
  const { default: stringWidth } = await import('string-width');
  const longest = Math.max(...UNITS.map((unit) => stringWidth(left(MOST_LEFT, unit))));
  return stringWidth(doing) + longest + BESIDE_BAR;
}

/** How long the rest will take at the pace so far; empty while too little is done to say. */
function sayLeft(milliseconds: number, share: number, left: ProgressWords['left']): string {
  if (share < LEAST_SHARE || share >= 1) return '';
  const seconds = Math.ceil((milliseconds * (1 - share)) / share / 1000);
  if (seconds <= MOST_LEFT) return `  ${left(seconds, 's')}`;
  const minutes = Math.round(seconds / 60);
  return `  ${minutes <= MOST_LEFT ? left(minutes, 'min') : left(Math.round(minutes / 60), 'h')}`;
}

/** Work done step by step, each step saying how much of the whole is done. */
export interface Stepwise<Result> {
  readonly next: () => IteratorResult<{ readonly done: number; readonly whole: number }, Result>;
}

/** Does stepwise work to its end while the line says how far it is, and takes the line away whatever happens. */
export async function watched<Result>(work: Stepwise<Result>, progress: Progress): Promise<Result> {
  try {
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) return step.value;
      await progress.reach(step.value.done, step.value.whole);
    }
  } finally {
    await progress.end();
  }
}
