import { figuresOf, runChain, traceOf } from '../estimate/chain.js';
import { choiceFor, variantOf } from '../estimate/choose.js';
import { CORRECTIONS } from '../estimate/steps.js';
import { SETTLE } from '../estimate/settle.js';
import { UNASSIGNED } from '../estimate/roll-up.js';
import type { SpotFigure, TraceRow } from '../model/estimate.js';
import type { Step } from '../model/card.js';
import { UsageError } from '../model/failure.js';
import { sumTriples, type Triple } from '../model/range.js';
import { populationsOf, type Study } from '../model/study.js';

/** Which estimate is explained: the population, and what narrows it down. */
export type EstimateKey = Readonly<Record<string, string>>;

/** How one estimate comes about, down to the rows it is made of. */
export interface EstimateExplanation {
  readonly population: string;
  readonly key: EstimateKey;
  /** What each step does to this estimate; the changes add up to it. */
  readonly steps: readonly (TraceRow & { readonly formula: string })[];
  /** The rows that contribute, largest first; their contributions add up to the total. */
  readonly rows: readonly ContributingRow[];
  readonly total: Triple;
}

export interface ContributingRow {
  readonly spot: string;
  /** Input rows behind it, as file:line. */
  readonly evidence: readonly string[];
  readonly level: string;
  /** As settled: persons on a usual day. */
  readonly settled: Triple;
  /** Persons of the estimate it stands for. */
  readonly contribution: number;
}

const KEY_FIELDS = ['population', 'municipality', 'typology', 'mode', 'spot_id'] as const;

/** The key in a text such as `municipality=Prizren,population=FSW`. Throws a UsageError when it is no such text. */
export function readEstimateKey(text: string): EstimateKey {
  const pairs = text.split(',').map((part) => {
    const [field = '', ...value] = part.split('=');
    if (!KEY_FIELDS.some((known) => known === field.trim()) || value.length === 0) {
      throw new UsageError(
        `an estimate is named as ${KEY_FIELDS.map((name) => `${name}=…`).join(',')}; population is needed`,
      );
    }
    return [field.trim(), value.join('=').trim()] as const;
  });
  return Object.fromEntries(pairs);
}

/**
 * Explains an estimate of a study: the effect of each step with its formula, and every contributing row with its file
 * and line; contributions add up to the answer. Throws a UsageError when the study has nothing under that key.
 */
export function explainEstimate(study: Study, key: EstimateKey): EstimateExplanation {
  const population = populationsOf(study).find(({ code }) => code === key['population']);
  if (population === undefined) {
    const codes = populationsOf(study).map(({ code }) => code);
    throw new UsageError(
      `the study has no population "${key['population'] ?? ''}"; it has ${codes.join(', ')}`,
    );
  }
  const chain = runChain(study, population);
  const isChosen = (figure: SpotFigure) => holds(figure, key);
  const figures = figuresOf(chain).all.filter(isChosen);
  if (figures.length === 0) throw new UsageError(`nothing contributes to ${sayKey(key)}`);
  const settled = new Map(chain.stages[0]?.figures.all.map((figure) => [figure.spot.spot_id, figure.usual]));
  const rows = figures
    .map((figure) => ({
      spot: figure.spot.spot_id,
      evidence: figure.evidence.map(({ file, line }) => `${file}:${line}`),
      level: figure.level,
      settled: settled.get(figure.spot.spot_id) ?? figure.usual,
      contribution: figure.total.estimate,
    }))
    .sort((a, b) => b.contribution - a.contribution || (a.spot < b.spot ? -1 : 1));
  const steps: readonly Step<unknown>[] = [SETTLE, ...CORRECTIONS];
  const formulas = new Map<string, string>(
    steps.map((step) => [step.id, variantOf(step, choiceFor(step, study.settings, population).use).formula]),
  );
  return {
    population: population.code,
    key,
    steps: traceOf(chain, population.code, isChosen).map((row) => ({
      ...row,
      formula: formulas.get(row.step) ?? '',
    })),
    rows,
    total: sumTriples(figures.map((figure) => figure.total)),
  };
}

function holds({ spot, mode }: SpotFigure, key: EstimateKey): boolean {
  const values: Record<string, string> = {
    population: spot.population,
    municipality: spot.municipality ?? UNASSIGNED,
    typology: spot.typology ?? 'not stated',
    mode,
    spot_id: spot.spot_id,
  };
  return Object.entries(key).every(([field, value]) => values[field] === value);
}

/** The key as it is typed. */
export function sayKey(key: EstimateKey): string {
  return Object.entries(key)
    .map(([field, value]) => `${field}=${value}`)
    .join(',');
}
