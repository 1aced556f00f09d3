import type { TerminalWords } from '../draw/words/terminal/english.js';
import type { World } from '../io/world.js';
import { UsageError } from '../model/failure.js';

/** An option of a command, in commander's notation. */
export interface OptionSpec {
  /** Such as `--out <folder>`. */
  readonly flags: string;
  readonly says: string;
  readonly choices?: readonly string[];
  /** True when the option can be given several times. */
  readonly many?: true;
  /** Heading it stands under in the help. */
  readonly group?: string;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly says: string;
  readonly many?: true;
  readonly required?: true;
}

/** What the user typed after the command's name. */
export interface Invocation {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  /** What to say to a person, in the language of --language. */
  readonly words: TerminalWords;
}

/** One verb of the program: how it is called, an example that works, and what it does. Returns the exit code. */
export interface Command {
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly details: string;
  readonly examples: readonly { readonly line: string; readonly says: string }[];
  readonly run: (invocation: Invocation, world: World) => Promise<number>;
}

/** An option that takes a text, as typed. */
export function textOption(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** True when the switch was given. */
export function isOn(invocation: Invocation, name: string): boolean {
  return invocation.options[name] === true;
}

/** An option that can be given several times: everything typed for it. */
export function textsOption(invocation: Invocation, name: string): readonly string[] {
  const value = invocation.options[name];
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
}

/** A number option. Throws a UsageError unless it is a plain number within the bounds. */
export function numberOption(
  invocation: Invocation,
  name: string,
  bounds: { readonly least?: number; readonly most?: number; readonly whole?: boolean } = {},
): number | undefined {
  const text = textOption(invocation, name);
  if (text === undefined) return undefined;
  const { least = 0, most = 1e12, whole = false } = bounds;
  const value = Number(text);
  const isPlain = /^-?\d+(\.\d+)?$/.test(text);
  if (!isPlain || value < least || value > most || (whole && !Number.isInteger(value))) {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UsageError(
      `--${flag} takes a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not "${text}"`,
    );
  }
  return value;
}
