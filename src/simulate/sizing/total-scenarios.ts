import { attempt, type Attempt } from '../../methods/attempt.js';
import type { SourceEstimate } from '../../methods/combine/sources.js';
import { combineSources } from '../../methods/combine/synthesis.js';
import { changeOf, pairedRatio } from '../../methods/compare/change.js';
import { decayOf } from '../../methods/compare/decay.js';
import { AREA_MODELS } from '../../methods/extrapolate/area-models.js';
import type { MappedArea } from '../../methods/extrapolate/areas.js';
import { extrapolate } from '../../methods/extrapolate/extrapolate.js';
import { LEVEL } from '../../methods/sizing.js';
import { drawNormal } from '../../stats/draw-normal.js';
import type { Random } from '../../stats/random.js';
import type { SizingScenario } from './trials.js';

interface AreaPlan {
  readonly mapped: number;
  readonly slope: number;
  readonly spread: number;
  /** How far strata differ, on the log scale. */
  readonly strata?: number;
  /** Whether areas with many people were mapped first. */
  readonly chosen?: true;
}

function drawAreas(plan: AreaPlan, random: Random): MappedArea[] {
  const lift = [0, 1, 2].map(() => (plan.strata ?? 0) * drawNormal(random));
  return Array.from({ length: plan.mapped + 15 }, (_, at) => {
    const denominator = Math.round(Math.exp(8 + 3 * random.uniform()));
    const stratum = at % 3;
    const log =
      Math.log(300) +
      plan.slope * Math.log(denominator / 10_000) +
      (lift[stratum] ?? 0) +
      plan.spread * drawNormal(random);
    return {
      municipality: `area ${at}`,
      denominator,
      estimate: Math.max(1, Math.round(Math.exp(log))),
      stratum: plan.strata === undefined ? '' : `s${stratum}`,
    };
  });
}

function extrapolation(title: string, plan: AreaPlan): SizingScenario {
  return {
    family: 'Extrapolation, the total of 15 unmapped areas',
    title,
    trials: 60,
    run: (random) => {
      const areas = drawAreas(plan, random);
      const ordered = plan.chosen === true ? areas.toSorted((a, b) => b.estimate - a.estimate) : areas;
      const [mapped, rest] = [ordered.slice(0, plan.mapped), ordered.slice(plan.mapped)];
      return {
        truth: rest.reduce((sum, area) => sum + area.estimate, 0),
        attempts: AREA_MODELS.map((model) =>
          attempt(
            `extrapolate.${model.replace('-', '_')}`,
            'prediction',
            () =>
              extrapolate(mapped, rest, {
                model,
                outside: true,
                random: random.fork(model),
                replicates: 200,
              }).total,
          ),
        ),
      };
    },
  };
}

interface SourcesPlan {
  readonly studies: number;
  /** Spread of the methods' own biases, on the log scale. */
  readonly biasSpread: number;
  /** A bias all share, as a factor. */
  readonly shared?: number;
  /** A factor of one study only. */
  readonly outlier?: number;
}

function synthesis(title: string, plan: SourcesPlan): SizingScenario {
  const [truth, denominator] = [2000, 100_000];
  return {
    family: 'Synthesis of estimates',
    title,
    trials: 300,
    run: (random) => {
      const rows = Array.from({ length: plan.studies }, (_, at): SourceEstimate => {
        const error = 0.08 + 0.15 * random.uniform();
        const bias = plan.biasSpread * drawNormal(random) + Math.log(plan.shared ?? 1);
        const odd = at === 0 ? Math.log(plan.outlier ?? 1) : 0;
        const log = Math.log(truth) + bias + odd + error * drawNormal(random);
        return {
          method: 'study',
          low: Math.exp(log - 1.96 * error),
          estimate: Math.exp(log),
          high: Math.exp(log + 1.96 * error),
          basis: 'confidence',
          level: 0.95,
          source: `s${at}`,
          dependsOn: '',
          confidence: 1,
        };
      });
      const share = (truth / denominator) * Math.exp(0.15 * drawNormal(random));
      const anchor = { share, low: 0.74 * share, high: 1.33 * share, of: denominator };
      return { truth, attempts: combineSources(rows, { anchor }) };
    },
  };
}

interface RoundsPlan {
  readonly spots: number;
  readonly growth: number;
  /** Spread of spots' own growth, on the log scale. */
  readonly differing: number;
  readonly standing: number;
  /** Share of a count's error that both rounds have in common. */
  readonly shared: number;
}

const COUNT_ERROR = 0.2;

function rounds(title: string, plan: RoundsPlan): SizingScenario {
  return {
    family: 'Two rounds',
    title,
    trials: 400,
    run: (random) => {
      const pairs = Array.from({ length: plan.spots }, () => {
        const size = Math.exp(2 + 0.7 * drawNormal(random));
        const later =
          size * plan.growth * Math.exp(plan.differing * drawNormal(random) - plan.differing ** 2 / 2);
        const common = Math.sqrt(plan.shared) * drawNormal(random);
        const counted = (persons: number) =>
          persons * Math.max(0, 1 + COUNT_ERROR * (common + Math.sqrt(1 - plan.shared) * drawNormal(random)));
        return { size, later, seen: { earlier: counted(size), later: counted(later) } };
      });
      const sum = (of: (pair: (typeof pairs)[number]) => number) =>
        pairs.reduce((total, pair) => total + of(pair), 0);
      const total = (of: (pair: (typeof pairs)[number]) => number) => {
        const estimate = sum(of);
        const half = 1.96 * COUNT_ERROR * Math.sqrt(sum((pair) => of(pair) ** 2));
        const ends = { low: estimate - half, high: estimate + half };
        return { ...ends, estimate, interval: { ...ends, basis: 'confidence', method: 'counts' } as const };
      };
      const ratio = sum((pair) => pair.later) / sum((pair) => pair.size);
      const claim = { basis: 'confidence', level: LEVEL, caveats: [] } as const;
      const attempts: Attempt[] = [
        attempt('compare.change', 'ratio, recovered', () => {
          const change = changeOf(
            total(({ seen }) => seen.earlier),
            total(({ seen }) => seen.later),
          );
          const ends = change.ratioInterval ?? { low: 0, high: 1e9 };
          return { ...ends, estimate: change.ratio ?? 0, ...claim };
        }),
        attempt('compare.paired', 'percentile bootstrap', () => ({
          ...pairedRatio(
            pairs.map(({ seen }) => seen),
            { random: random.fork('redraw'), replicates: 400 },
          ),
          ...claim,
        })),
      ];
      return { truth: ratio, attempts };
    },
  };
}

function decay(title: string, plan: RoundsPlan): SizingScenario {
  return {
    family: 'Decay of a map, share standing a year',
    title,
    trials: 2000,
    run: (random) => {
      let standing = 0;
      for (let spot = 0; spot < plan.spots; spot += 1) standing += random.uniform() < plan.standing ? 1 : 0;
      return {
        truth: plan.standing ** 0.5,
        attempts: [
          attempt('compare.decay', 'exact', () => ({
            ...decayOf(plan.spots, standing, 2).aYear,
            basis: 'confidence',
            level: LEVEL,
            caveats: [],
          })),
        ],
      };
    },
  };
}

const plain = { spots: 60, growth: 1, differing: 0, standing: 0.8, shared: 0 };

/** Totals, their synthesis and their change. */
export const TOTAL_SCENARIOS: readonly SizingScenario[] = [
  extrapolation('one rate everywhere', { mapped: 30, slope: 1, spread: 0.3 }),
  extrapolation('density falls with size', { mapped: 30, slope: 0.5, spread: 0.5 }),
  extrapolation('areas differ widely', { mapped: 30, slope: 0.8, spread: 0.9 }),
  extrapolation('kinds of area differ', { mapped: 30, slope: 0.8, spread: 0.3, strata: 0.5 }),
  extrapolation('twelve mapped areas', { mapped: 12, slope: 0.8, spread: 0.5 }),
  extrapolation('areas with many people were mapped', { mapped: 30, slope: 0.8, spread: 0.5, chosen: true }),
  synthesis('four studies that differ by chance', { studies: 4, biasSpread: 0 }),
  synthesis('four methods with biases of 20%', { studies: 4, biasSpread: 0.2 }),
  synthesis('four methods with biases of 50%', { studies: 4, biasSpread: 0.5 }),
  synthesis('eight methods with biases of 20%', { studies: 8, biasSpread: 0.2 }),
  synthesis('one of four three times too large', { studies: 4, biasSpread: 0.1, outlier: 3 }),
  synthesis('all four a fifth too small', { studies: 4, biasSpread: 0.1, shared: 0.8 }),
  rounds('nothing changed', plain),
  rounds('every spot grew by a quarter', { ...plain, growth: 1.25 }),
  rounds('spots grew differently', { ...plain, growth: 1.25, differing: 0.5 }),
  rounds('fifteen spots', { ...plain, spots: 15, growth: 1.25, differing: 0.3 }),
  rounds('rounds err alike', { ...plain, growth: 1.25, shared: 0.7 }),
  rounds('half gone from every spot', { ...plain, growth: 0.5, differing: 0.3 }),
  decay('60 spots, 80% after two years', plain),
  decay('60 spots, 97% after two years', { ...plain, standing: 0.97 }),
  decay('12 spots, 80% after two years', { ...plain, spots: 12 }),
  decay('12 spots, 50% after two years', { ...plain, spots: 12, standing: 0.5 }),
  decay('500 spots, 65% after two years', { ...plain, spots: 500, standing: 0.65 }),
  decay('30 spots, 20% after two years', { ...plain, spots: 30, standing: 0.2 }),
];
