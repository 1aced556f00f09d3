import type { Command } from './command.js';

/** A verb as the overview lists it; the command itself is loaded only when it is called. */
export interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}
