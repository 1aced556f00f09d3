import type { DateSetting } from './cells/date-style.js';

/** A question of a form: its type, its list of choices, and what it is called in each language. */
export interface Question {
  readonly name: string;
  readonly type: string;
  readonly list: string | undefined;
  readonly labels: readonly string[];
}

/** A choice of a list: the value that is stored and how it is shown. */
export interface ListedChoice {
  readonly name: string;
  readonly labels: readonly string[];
}

/** What a form or data dictionary says of the file that is read with it. */
export interface FormKnowledge {
  readonly questions: ReadonlyMap<string, Question>;
  readonly lists: ReadonlyMap<string, readonly ListedChoice[]>;
  /** Each form apart: the headers its questions can have, and the names of its repeat groups. */
  readonly forms: readonly { readonly headers: ReadonlySet<string>; readonly repeats: readonly string[] }[];
  /** Questions marked as identifying people. */
  readonly identifying: ReadonlySet<string>;
}

export const NO_FORM: FormKnowledge = {
  questions: new Map(),
  lists: new Map(),
  forms: [],
  identifying: new Set(),
};

/** Everything known beside the file itself: its form, names of codes, and the study it is for. */
export interface Knowledge {
  readonly form: FormKnowledge;
  /** Names of identifiers, such as those of DHIS2. */
  readonly names: ReadonlyMap<string, string>;
  readonly populations: readonly { readonly code: string; readonly label: string }[];
  readonly typologies: readonly string[];
  readonly dates: DateSetting;
}

/** The choice that has this name or label in a list. */
export function findChoice(choices: readonly ListedChoice[], text: string): ListedChoice | undefined {
  return (
    choices.find(({ name }) => name === text) ??
    choices.find(({ labels }) => labels.some((label) => label.toLowerCase() === text.toLowerCase()))
  );
}
