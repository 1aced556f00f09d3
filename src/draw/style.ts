import { Chalk } from 'chalk';

/** How terminal text may look: with colours or plain, with line drawing or in ASCII, and how wide. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubtful: (text: string) => string;
  readonly bar: (text: string) => string;
  readonly isPlain: boolean;
  readonly columns: number;
  /** Whether a line longer than the columns breaks where it should not, as on a screen. */
  readonly isScreen: boolean;
}

/** The style for a stream: colours only where asked for, line drawing unless plain. */
export function makeStyle(options: {
  readonly colour: boolean;
  readonly plain?: boolean;
  readonly columns?: number;
  readonly isScreen?: boolean;
}): Style {
  const paint = new Chalk({ level: options.colour ? 1 : 0 });
  return {
    strong: (text) => paint.bold(text),
    faint: (text) => paint.dim(text),
    good: (text) => paint.green(text),
    bad: (text) => paint.red(text),
    doubtful: (text) => paint.yellow(text),
    bar: (text) => paint.cyan(text),
    isPlain: options.plain ?? false,
    columns: options.columns ?? 80,
    isScreen: options.isScreen ?? false,
  };
}
