import { attempt } from '../../methods/attempt.js';
import {
  multiply,
  multiplyByChains,
  weightedShare,
  type MarkedRespondent,
} from '../../methods/multiplier/multiplier.js';
import { sizeRepeats } from '../../methods/repeats/repeat-counts.js';
import { scaleUpSurvey, type ScaleUpRespondent } from '../../methods/scale-up/scale-up.js';
import type { Sizing } from '../../methods/sizing.js';
import {
  run as runChain,
  sizeBySuccessiveSampling,
  successiveSamplingTasks,
} from '../../methods/successive-sampling/size-by-successive-sampling.js';
import type { SizePrior } from '../../methods/successive-sampling/size-prior.js';
import { EstimationError } from '../../model/estimation-error.js';
import { drawBeta } from '../../stats/draw-beta.js';
import { drawGamma } from '../../stats/draw-gamma.js';
import { drawPoisson } from '../../stats/draw-poisson.js';
import type { Random } from '../../stats/random.js';
import type { SizingScenario } from './trials.js';

const named = (method: string, interval: string, of: () => Sizing) => attempt(method, interval, of);

interface SurveyPlan {
  readonly share: number;
  readonly chains: number;
  readonly each: number;
  /** How alike a chain's people are: 0 not at all; shares of chains are beta with this intraclass correlation. */
  readonly alike: number;
  /** Whether contacts decide who is sampled, and those with the object have more of them. */
  readonly byContacts?: true;
  /** What the count is off by. */
  readonly inflated?: number;
}

const SIZE = 2000;

function drawSurvey(plan: SurveyPlan, random: Random): MarkedRespondent[] {
  return Array.from({ length: plan.chains }, (_, chain) => {
    const strength = plan.alike > 0 ? 1 / plan.alike - 1 : 0;
    const share =
      plan.alike > 0 ? drawBeta(random, plan.share * strength, (1 - plan.share) * strength) : plan.share;
    return Array.from({ length: plan.each }, (): MarkedRespondent => {
      if (plan.byContacts === undefined)
        return { got: random.uniform() < share, weight: 1, chain: `c${chain}` };
      for (;;) {
        const got = random.uniform() < share;
        const contacts = 1 + drawPoisson(random, got ? 8 : 5);
        if (random.uniform() < contacts / 30) return { got, weight: 1 / contacts, chain: `c${chain}` };
      }
    });
  }).flat();
}

function multiplier(title: string, plan: SurveyPlan): SizingScenario {
  return {
    family: 'Multiplier',
    title,
    trials: 500,
    run: (random) => {
      const rows = drawSurvey(plan, random);
      const count = SIZE * plan.share * (plan.inflated ?? 1);
      const share = weightedShare(rows);
      const given = { count, share, sample: rows.length };
      return {
        truth: SIZE,
        attempts: [
          named('multiplier.count_over_share', 'log-normal, design effect 1', () => multiply(given)),
          named('multiplier.count_over_share', 'log-normal, design effect 2', () =>
            multiply({ ...given, designEffect: 2 }),
          ),
          named('multiplier.chains', 'percentile bootstrap', () =>
            multiplyByChains(count, rows, { random: random.fork('redraw'), replicates: 400 }),
          ),
        ].map((made, at) =>
          'sizing' in made && at < 2
            ? { sizing: { ...made.sizing, interval: `log-normal, design effect ${at + 1}` } }
            : made,
        ),
      };
    },
  };
}

function repeats(title: string, size: number, rate: (random: Random) => number): SizingScenario {
  return {
    family: 'Repeat contacts',
    title,
    trials: 300,
    run: (random) => {
      const counts: number[] = [];
      for (let person = 0; person < size; person += 1) {
        const met = drawPoisson(random, rate(random));
        if (met > 0) counts[met - 1] = (counts[met - 1] ?? 0) + 1;
      }
      const byContacts = Array.from(counts, (count) => count ?? 0);
      try {
        return { truth: size, attempts: sizeRepeats(byContacts) };
      } catch (error) {
        if (!(error instanceof EstimationError)) throw error;
        return { truth: size, attempts: [] };
      }
    },
  };
}

interface TiesPlan {
  readonly respondents: number;
  /** Shape of how respondents' networks differ; large is alike. */
  readonly shape: number;
  /** Shape of how hidden people are spread over networks; large is evenly. */
  readonly barrier: number;
  readonly transmission: number;
  readonly corrected: number;
}

function scaleUp(title: string, plan: TiesPlan): SizingScenario {
  const [frame, hidden, knownSize] = [100_000, 800, 5000];
  return {
    family: 'Network scale-up',
    title,
    trials: 400,
    run: (random) => {
      const rows = Array.from({ length: plan.respondents }, (): ScaleUpRespondent => {
        const degree = (300 * drawGamma(random, plan.shape)) / plan.shape;
        const reach = drawGamma(random, plan.barrier) / plan.barrier;
        return {
          hidden: drawPoisson(random, (degree * hidden * reach * plan.transmission) / frame),
          known: drawPoisson(random, (degree * knownSize) / frame),
          weight: 1,
        };
      });
      const size = { size: frame, knownSize };
      const corrections = { transmission: plan.corrected };
      const of = (pick: 'ratio' | 'meanOfRatios') => () => scaleUpSurvey(rows, size, corrections)[pick];
      const kinds = [
        ['scaleup.ratio', 'ratio'],
        ['scaleup.mean_of_ratios', 'meanOfRatios'],
      ] as const;
      return {
        truth: hidden,
        attempts: kinds.map(([method, pick]) => {
          const made = named(method, 'normal', of(pick));
          return 'sizing' in made ? { sizing: { ...made.sizing, method } } : made;
        }),
      };
    },
  };
}

interface NetworkPlan {
  readonly size: number;
  readonly sampled: number;
  readonly prior: SizePrior;
  /** Shape of how contacts differ beyond a Poisson; large is a Poisson. */
  readonly shape: number;
  /** What becomes of a number of contacts when it is told. */
  readonly told?: (contacts: number) => number;
}

function sspse(title: string, plan: NetworkPlan): SizingScenario {
  return {
    family: 'Successive sampling',
    title,
    trials: 30,
    run: (random) => {
      const contacts = Array.from(
        { length: plan.size },
        () => 1 + drawPoisson(random, (6 * drawGamma(random, plan.shape)) / plan.shape),
      )
        .map((own) => ({ own, at: -Math.log(1 - random.uniform()) / own }))
        .sort((a, b) => a.at - b.at)
        .slice(0, plan.sampled)
        .map(({ own }) => plan.told?.(own) ?? own);
      const options = { prior: plan.prior, draws: 200, thinning: 6, warmUp: 400, chains: 2 };
      const tasks = successiveSamplingTasks(contacts, options, random.uint32());
      return {
        truth: plan.size,
        attempts: [
          named(
            'sspse.posterior',
            'posterior',
            () =>
              sizeBySuccessiveSampling(
                contacts,
                options,
                tasks.map((task) => runChain(task)),
              ).sizing,
          ),
        ],
      };
    },
  };
}

const around = (median: number, upperQuartile: number): SizePrior => ({
  kind: 'log-normal',
  median,
  upperQuartile,
});

/** Surveys and registers. */
export const SURVEY_SCENARIOS: readonly SizingScenario[] = [
  multiplier('a simple random survey, share 0.3', { share: 0.3, chains: 40, each: 10, alike: 0 }),
  multiplier('a simple random survey, share 0.08', { share: 0.08, chains: 40, each: 10, alike: 0 }),
  multiplier('chains of alike people', { share: 0.3, chains: 20, each: 20, alike: 0.1 }),
  multiplier('six chains of alike people', { share: 0.3, chains: 6, each: 60, alike: 0.05 }),
  multiplier('contacts decide who is sampled', {
    share: 0.3,
    chains: 40,
    each: 10,
    alike: 0,
    byContacts: true,
  }),
  multiplier('a fifth of the count is counted twice', {
    share: 0.3,
    chains: 40,
    each: 10,
    alike: 0,
    inflated: 1.2,
  }),
  repeats('everybody met at one rate, 1', 2000, () => 1),
  repeats('everybody met at one rate, 0.3', 2000, () => 0.3),
  repeats('rates like an exponential', 2000, (random) => drawGamma(random, 1)),
  repeats('rates like a gamma of shape 2', 2000, (random) => drawGamma(random, 2) / 2),
  repeats('a tenth is met often', 2000, (random) => (random.uniform() < 0.1 ? 4 : 0.4)),
  repeats('200 people met at one rate, 0.5', 200, () => 0.5),
  scaleUp('networks alike', { respondents: 500, shape: 50, barrier: 500, transmission: 1, corrected: 1 }),
  scaleUp('networks differ', { respondents: 500, shape: 1.5, barrier: 500, transmission: 1, corrected: 1 }),
  scaleUp('some circles know many', {
    respondents: 500,
    shape: 3,
    barrier: 0.3,
    transmission: 1,
    corrected: 1,
  }),
  scaleUp('a third of ties is not told', {
    respondents: 500,
    shape: 3,
    barrier: 500,
    transmission: 0.67,
    corrected: 1,
  }),
  scaleUp('the same, corrected', {
    respondents: 500,
    shape: 3,
    barrier: 500,
    transmission: 0.67,
    corrected: 0.67,
  }),
  scaleUp('60 respondents', { respondents: 60, shape: 3, barrier: 500, transmission: 1, corrected: 1 }),
  sspse('half sampled, prior right', { size: 1000, sampled: 500, prior: around(1000, 1500), shape: 3 }),
  sspse('a fifth sampled, prior right', { size: 1000, sampled: 200, prior: around(1000, 1500), shape: 3 }),
  sspse('half sampled, prior 40% too low', { size: 1000, sampled: 500, prior: around(600, 900), shape: 3 }),
  sspse('half sampled, prior twice too high', {
    size: 1000,
    sampled: 500,
    prior: around(2000, 3000),
    shape: 3,
  }),
  sspse('half sampled, contacts nearly Poisson', {
    size: 1000,
    sampled: 500,
    prior: around(1000, 1500),
    shape: 100,
  }),
  sspse('half sampled, contacts rounded to fives', {
    size: 1000,
    sampled: 500,
    prior: around(1000, 1500),
    shape: 3,
    told: (contacts) => Math.max(1, 5 * Math.round(contacts / 5)),
  }),
];
