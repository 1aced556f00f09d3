import type { TerminalWords } from './english.js';

const english = async () => (await import('./english.js')).ENGLISH_TERMINAL;

/** Every language of the terminal, by BCP 47 tag; a catalogue is loaded only when its language is spoken. */
const LANGUAGES: ReadonlyMap<string, () => Promise<TerminalWords>> = new Map([
  ['en', english],
  ['fr', async () => (await import('./french.js')).FRENCH_TERMINAL],
  ['sq', async () => (await import('./albanian.js')).ALBANIAN_TERMINAL],
  ['sr-Latn', async () => (await import('./serbian.js')).SERBIAN_TERMINAL],
  ['sr-Cyrl', async () => (await import('./serbian.js')).SERBIAN_CYRILLIC_TERMINAL],
  ['ru', async () => (await import('./russian.js')).RUSSIAN_TERMINAL],
  ['my', async () => (await import('./burmese.js')).BURMESE_TERMINAL],
]);

/** Tags of the languages, English first. */
export const LANGUAGE_TAGS: readonly string[] = [...LANGUAGES.keys()];

/** The words of a language; English ones where there is no such language. */
export async function terminalWords(tag: string): Promise<TerminalWords> {
  return await (LANGUAGES.get(tag) ?? english)();
}
