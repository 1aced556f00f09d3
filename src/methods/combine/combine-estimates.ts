import { EstimationError } from '../../model/estimation-error.js';
import { compareText } from '../../model/issue.js';
import type { Basis } from '../../model/range.js';
import type { EstimateRow } from '../../model/tables/estimates.js';
import { sizingOf, type Attempt } from '../attempt.js';
import type { PlacedSizing } from '../estimates-table.js';
import type { Anchor } from './anchored.js';
import {
  plausibilityWarnings,
  type PlausibilityDenominators,
  type PlausibilityWarning,
} from './plausibility.js';
import { selectSources, type PlausibleBounds, type Selection, type SourceEstimate } from './sources.js';
import { combineSources, type SizePriorQuartiles } from './synthesis.js';

/** An estimate to combine: a row of estimates.csv, of which only the method and the persons must be there. */
export type EstimateGiven = Pick<EstimateRow, 'method' | 'estimate'> & Partial<EstimateRow>;

/** What a synthesis is of. */
export interface SynthesisSubject {
  readonly population: string;
  readonly municipality: string;
  readonly round: string;
}

export interface CombineOptions {
  /** The synthesis to choose, such as `random_effects`; the first that can be made where not given. */
  readonly method?: string | undefined;
  readonly bounds?: PlausibleBounds | undefined;
  readonly prior?: SizePriorQuartiles | undefined;
  readonly anchor?: Anchor | undefined;
  readonly denominators?: PlausibilityDenominators | undefined;
}

/** One line of a forest plot. */
export interface ForestRow {
  readonly label: string;
  readonly role: 'counted' | 'left-out' | 'synthesis';
  /** Persons; an end is undefined where the source states none. */
  readonly low: number | undefined;
  readonly estimate: number;
  readonly high: number | undefined;
  readonly basis: Basis | undefined;
  /** Why it was left out. */
  readonly reason?: string | undefined;
}

/** The synthesis of the estimates of one population in one place and round. */
export interface Synthesis extends SynthesisSubject {
  readonly selection: Selection;
  /** Every synthesis side by side, or why it refuses. */
  readonly attempts: readonly Attempt[];
  /** The one that is handed on. */
  readonly chosen: PlacedSizing;
  readonly forest: readonly ForestRow[];
  readonly warnings: readonly PlausibilityWarning[];
  /** The largest estimate counted over the smallest. */
  readonly disagreement: number;
}

/** A place whose estimates cannot be combined, and why. */
export interface RefusedSynthesis extends SynthesisSubject {
  readonly refusal: string;
}

export interface Syntheses {
  readonly made: readonly Synthesis[];
  readonly refused: readonly RefusedSynthesis[];
}

/**
 * Returns one synthesis for each population, municipality and round among the rows, sorted by these: what was counted,
 * what was left out and why, every method, and the rows of a forest plot. A place without an answer is among the refused
 * and does not silence the others.
 *
 * Example: the four estimates of Juba in four rows make one synthesis of 3,303 (1,623–6,766).
 */
export function combineEstimates(rows: readonly EstimateGiven[], options: CombineOptions = {}): Syntheses {
  const made: Synthesis[] = [];
  const refused: RefusedSynthesis[] = [];
  for (const group of groupsOf(rows)) {
    try {
      made.push(combineGroup(group, options));
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      const { population, municipality, round } = group;
      refused.push({ population, municipality, round, refusal: error.message });
    }
  }
  return { made, refused };
}

interface Group extends SynthesisSubject {
  readonly rows: readonly SourceEstimate[];
}

function groupsOf(rows: readonly EstimateGiven[]): Group[] {
  const groups = new Map<string, EstimateGiven[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.population ?? '', row.municipality ?? '', row.round ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, of]) => ({
      population: of[0]?.population ?? '',
      municipality: of[0]?.municipality ?? '',
      round: of[0]?.round ?? '',
      rows: of.map(sourceOf),
    }));
}

const BASES: readonly Basis[] = ['extremes', 'confidence', 'credible', 'spread'];

/** A row of estimates.csv as a source: a basis nobody knows is none, and confidence is full where none is given. */
export function sourceOf(row: EstimateGiven): SourceEstimate {
  return {
    method: row.method,
    low: row.low,
    estimate: row.estimate,
    high: row.high,
    basis: BASES.find((basis) => basis === row.basis),
    level: row.level,
    source: row.source ?? '',
    dependsOn: row.depends_on ?? '',
    confidence: row.confidence ?? 1,
  };
}

const nameOf = (made: Attempt) => ('sizing' in made ? made.sizing.method : made.method);

function combineGroup({ rows, ...subject }: Group, options: CombineOptions): Synthesis {
  const selection = selectSources(rows, options.bounds);
  const attempts = combineSources(selection.kept, { prior: options.prior, anchor: options.anchor });
  const chosenAttempt =
    attempts.find((made) =>
      options.method === undefined ? 'sizing' in made : nameOf(made) === `combine.${options.method}`,
    ) ?? attempts.at(-1);
  if (
    chosenAttempt === undefined ||
    (options.method !== undefined && nameOf(chosenAttempt) !== `combine.${options.method}`)
  ) {
    throw new EstimationError('method-refuses', `combine.${options.method ?? ''} needs an anchor`);
  }
  const sizing = sizingOf(chosenAttempt);
  const sources = [...new Set(selection.kept.map((row) => row.source).filter((source) => source !== ''))];
  const leftOut = selection.excluded.length;
  const caveats = [...sizing.caveats, ...(leftOut === 0 ? [] : [`${leftOut} rows left out`])];
  const chosen = { ...sizing, caveats, ...subject, source: sources.join(' + ') };
  const sizes = selection.kept.map((row) => row.estimate);
  return {
    ...subject,
    selection,
    attempts,
    chosen,
    forest: forestOf(selection, chosen),
    warnings: plausibilityWarnings(subject.population, sizing.estimate, options.denominators ?? {}),
    disagreement: Math.max(...sizes) / Math.min(...sizes),
  };
}

/** What a row of a forest plot says of an estimate. */
const line = (row: SourceEstimate): Omit<ForestRow, 'role'> => ({
  label: [row.method, row.source].filter((part) => part !== '').join(', '),
  low: row.low,
  estimate: row.estimate,
  high: row.high,
  basis: row.basis,
});

/** The rows of a forest plot: the estimates counted, the synthesis, and those left out with the reason. */
function forestOf(selection: Selection, chosen: PlacedSizing): ForestRow[] {
  const { method, low, estimate, high, basis } = chosen;
  return [
    ...selection.kept.map((row): ForestRow => ({ ...line(row), role: 'counted' })),
    { label: method, role: 'synthesis', low, estimate, high, basis },
    ...selection.excluded.map((row): ForestRow => ({ ...line(row), role: 'left-out', reason: row.reason })),
  ];
}
