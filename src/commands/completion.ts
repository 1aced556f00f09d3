import { completionScript, SHELLS } from '../explain/completion.js';
import type { Verb } from '../explain/verbs.js';
import { UsageError } from '../model/failure.js';
import type { CatalogueEntry } from './catalogue-entry.js';
import type { Command } from './command.js';

/** Every verb with its definition, loaded. */
export async function verbsOf(catalogue: readonly CatalogueEntry[]): Promise<Verb[]> {
  return await Promise.all(
    catalogue.map(async ({ name, summary, load }) => ({ name, summary, ...(await load()) })),
  );
}

/** The command that prints the completion script of a shell for the verbs of a catalogue. */
export function completionOf(catalogue: readonly CatalogueEntry[]): Command {
  return {
    arguments: [{ name: 'SHELL', says: SHELLS.join(', '), required: true }],
    options: [],
    details:
      'Prints a script that completes commands, options, choices and files. It is made from the definitions of the commands, so it is never behind them.',
    examples: [
      { line: 'spotwise completion bash', says: 'to be sourced from ~/.bashrc; zsh and fish likewise' },
    ],
    run: async (invocation, world) => {
      const shell = SHELLS.find((known) => known === invocation.arguments[0]);
      if (shell === undefined) {
        throw new UsageError(`spotwise completes in ${SHELLS.join(', ')}, not in ${invocation.arguments[0]}`);
      }
      await world.stdout.write(completionScript(shell, await verbsOf(catalogue)));
      return 0;
    },
  };
}
