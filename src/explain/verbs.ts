/** An option of a verb, in commander's notation, as completion and the man page need it. */
export interface VerbOption {
  /** Such as `--out <folder>`. */
  readonly flags: string;
  readonly says: string;
  readonly choices?: readonly string[];
  readonly group?: string;
}

/** A verb of the program with everything its help says. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  readonly details: string;
  readonly arguments: readonly {
    readonly name: string;
    readonly says: string;
    readonly many?: true;
    readonly required?: true;
  }[];
  readonly options: readonly VerbOption[];
  readonly examples: readonly { readonly line: string; readonly says: string }[];
}

/** The long name of an option without its dashes: `out` of `--out <folder>`. */
export const longName = ({ flags }: VerbOption): string => /--([\w-]+)/.exec(flags)?.[1] ?? '';

/** What an option takes: a file, a folder, one of its choices, some other text, or nothing. */
export function takes({ flags, choices }: VerbOption): 'file' | 'folder' | 'choice' | 'text' | 'nothing' {
  if (choices !== undefined) return 'choice';
  const value = /[<[](\w+)/.exec(flags)?.[1];
  if (value === undefined) return 'nothing';
  return value === 'file' || value === 'folder' ? value : 'text';
}
