import type { Command } from './command.js';

/** A verb as the overview lists it; the command itself is loaded only when it is called. */
export interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command of spotwise, in the order a study goes through them. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    name: 'init',
    summary: 'start a new study: commented study.yaml and empty tables',
    load: async () => (await import('./init.js')).INIT,
  },
  {
    name: 'check',
    summary: 'say everything that is wrong or doubtful in the data; change nothing',
    load: async () => (await import('./check.js')).CHECK,
  },
  {
    name: 'estimate',
    summary: 'sizes per spot, municipality, typology and nation, with ranges, week and trace',
    load: async () => (await import('./estimate.js')).ESTIMATE,
  },
  {
    name: 'run',
    summary: 'check, estimate and plan in one go: the main job',
    load: async () => (await import('./run.js')).RUN,
  },
  {
    name: 'capture',
    summary: 'the size from lists that overlap: capture–recapture with two or more lists',
    load: async () => (await import('./capture.js')).CAPTURE_COMMAND,
  },
  {
    name: 'explain',
    summary: 'what a step, method, issue or output column means, with formula and sources',
    load: async () => (await import('./explain.js')).EXPLAIN,
  },
];
