import type { Issue } from '../model/issue.js';
import type { Choice } from '../model/settings.js';
import type { Study } from '../model/study.js';
import type { Figures } from './figures.js';

/** What a step may look at beyond the figures of the population it works on. */
export interface StepContext {
  readonly population: string;
  readonly study: Study;
  /** The chosen variant's parameters. */
  readonly choice: Choice;
  /** Persons said at level 1 for spots that have both levels, by spot. */
  readonly levelOne: ReadonlyMap<string, number>;
}

export interface StepResult {
  readonly figures: Figures;
  /** What happened, for the trace. */
  readonly note: string;
  readonly issues?: readonly Issue[];
}

/** One way to do a step: from the figures of one population to its corrected figures. */
export type PopulationStep = (figures: Figures, context: StepContext) => StepResult;

/** A step that changes nothing. */
export const leaveAsIs: PopulationStep = (figures) => ({ figures, note: '' });

/** A number parameter of the choice; the schema has made sure that it is there. */
export function numberOf(choice: Choice, parameter: string): number {
  const value = choice[parameter];
  if (typeof value !== 'number')
    throw new TypeError(`the variant ${choice.use} needs the number "${parameter}"`);
  return value;
}
