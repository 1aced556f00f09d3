import { drawHere, type Drawn, type DrawTask } from './draw-task.js';

/** Draws one interval. */
export function run(task: DrawTask): Drawn | undefined {
  return drawHere(task);
}

/** The work of threads that draw intervals. */
export const DRAW_WORK = { module: import.meta.url, load: async () => ({ run }) };
