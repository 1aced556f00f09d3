import { makeRandom } from '../../stats/random.js';
import type { CaptureTable } from './capture-table.js';
import {
  latentClassChain,
  latentClassWarmUp,
  STANDARD_LATENT_CLASSES,
  type LatentClassOptions,
} from './latent-classes.js';

/** One chain as a piece of work: everything it depends on. */
export interface LatentClassTask {
  readonly table: CaptureTable;
  readonly options: LatentClassOptions;
  readonly seed: number;
  readonly chain: number;
}

/** Returns the tasks of the chains, each with a stream of random numbers of its own; the warm-up goes by their length. */
export function latentClassTasks(
  table: CaptureTable,
  options: Partial<LatentClassOptions>,
  seed: number,
): LatentClassTask[] {
  const asked = { ...STANDARD_LATENT_CLASSES, ...options };
  const settings = { ...asked, warmUp: options.warmUp ?? latentClassWarmUp(asked.draws, asked.thinning) };
  return Array.from({ length: settings.chains }, (_, chain) => ({ table, options: settings, seed, chain }));
}

/** Runs one chain: the size after each kept step, persons. */
export function run(
  { table, options, seed, chain }: LatentClassTask,
  reach?: (share: number) => void,
): Float64Array {
  return latentClassChain(table, options, makeRandom(seed).fork('latent classes').fork(chain), reach);
}

/** The chain as work for a thread: where its code is, and the same code for where there are none. */
export const LATENT_CLASS_WORK = { module: import.meta.url, load: async () => ({ run }) };
