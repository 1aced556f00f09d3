import type { Choice, MethodSettings } from '../model/settings.js';
import { describeRespondents } from '../estimate/overlap/describe-respondents.js';
import { multiplicity } from '../estimate/overlap/multiplicity.js';
import { frequencyHarmonic } from '../estimate/overlap/frequency-harmonic.js';
import { exactSum } from '../stats/exact-sum.js';
import { drawBinomial } from '../stats/draw-binomial.js';
import type { Random } from '../stats/random.js';
import { fieldRows } from './overlap-scenario.js';
import type { Scenario } from './scenarios.js';
import type { Target } from './target.js';
import type { TownRound } from './town-rows.js';

/** What a study knows besides its tables: summaries of its interviews and a survey of who never comes to spots. */
export interface StudyFacts {
  /** Undefined where nobody was interviewed. */
  readonly interviews: InterviewFacts | undefined;
  readonly hidden: { readonly share: number; readonly error: number } | undefined;
}

interface InterviewFacts {
  readonly meanSpots: number;
  readonly shareUsingSeveral: number;
  readonly meanSpotsOfSeveral: number;
  readonly meanDays: number;
  /** 1 − mean(1/k) over visits. */
  readonly duplication: number;
  /** 7 · mean(1/f) over visits. */
  readonly peoplePerCounted: number;
  readonly shareOnline: number;
}

/** One chain of methods that is judged against the truth. */
export interface Way {
  readonly id: string;
  readonly says: string;
  readonly target: Target;
  readonly method: MethodSettings;
  /** Intervals judged with it. */
  readonly intervals: readonly Choice[];
}

/** Returns what a study of that round knows of one population. */
export function factsOf(
  round: TownRound,
  of: { readonly population: string; readonly scenario: Scenario },
  random: Random,
): StudyFacts {
  return {
    interviews: interviewFacts(round, of.population),
    hidden: hiddenFacts(of.scenario, random),
  };
}

function interviewFacts(round: TownRound, population: string): InterviewFacts | undefined {
  const own = <Row extends { readonly population: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.population === population);
  const attendance = own(round.attendance);
  const { spots, respondents } = fieldRows({ ...round, spots: own(round.spots), attendance });
  const counted = exactSum(spots.map((spot) => spot.count));
  if (respondents.length === 0 || counted === 0) return undefined;
  return {
    ...describeRespondents(spots, respondents),
    duplication: 1 - multiplicity(spots, respondents) / counted,
    peoplePerCounted: frequencyHarmonic(spots, respondents) / counted,
    shareOnline: attendance.filter((row) => row.online === 'yes').length / attendance.length,
  };
}

function hiddenFacts({ hidden, town }: Scenario, random: Random): StudyFacts['hidden'] {
  if (hidden === undefined) return undefined;
  if ('told' in hidden) return { share: hidden.told, error: 0 };
  const truth = town.populations[0]?.share_hidden ?? 0;
  const share = drawBinomial(random, hidden.asked, truth) / hidden.asked;
  return { share, error: Math.sqrt((share * (1 - share)) / hidden.asked) };
}

/** How many replicates intervals draw, and over how many days counts are a mean. */
export interface IntervalEffort {
  readonly replicates: number;
  readonly daysCounted: number;
  readonly every: boolean;
}

/** Returns the intervals judged with most chains: the chance one first, then those that claim no level. */
export function intervalsFor({ replicates, daysCounted, every }: IntervalEffort): Choice[] {
  const drawn = { use: 'simulate', replicates } as const;
  return [
    { use: 'bootstrap', replicates, days_counted: daysCounted },
    { use: 'extremes' },
    { use: 'correlated', correlation: 0.1 },
    { use: 'correlated', correlation: 0.3 },
    { ...drawn, shape: 'triangular', share_area: 0 },
    { ...drawn, shape: 'triangular', share_area: 0.3 },
    ...(every ? (['pert', 'log-normal'] as const).map((shape) => ({ ...drawn, shape, share_area: 0 })) : []),
  ];
}

/** Returns every chain that can be judged in the scenario with what its study knows. */
export function waysOf(
  scenario: Scenario,
  facts: StudyFacts,
  effort: { readonly replicates: number },
): Way[] {
  const daysCounted = scenario.method['day']?.use === 'weekly-mean' ? 3 : 1;
  const every = scenario.everyInterval === true;
  const intervals = intervalsFor({ ...effort, daysCounted, every });
  const [bootstrap = { use: 'bootstrap' }] = intervals;
  const ways = [
    ...countingWays(scenario, intervals),
    ...overlapWays(facts, intervals),
    ...hiddenWays(facts, bootstrap),
    ...onlineWays(scenario, facts, bootstrap),
  ];
  return ways.map((way) => ({ ...way, method: { ...scenario.method, ...way.method } }));
}

/** People present on the day, where some spots are known by rumour only. */
function countingWays({ town }: Scenario, intervals: readonly Choice[]): Way[] {
  if (town.share_level_2 === 1) return [];
  if (town.share_level_2 === 0) return [countingWay('none', 'rumour as it is', intervals)];
  return [
    countingWay('none', 'rumour as it is where not visited', []),
    countingWay('overall', 'rumour × one factor (reverse tracking)', [{ use: 'delta' }, ...intervals]),
    countingWay('typology', 'rumour × a factor per typology', []),
  ];
}

function countingWay(use: string, says: string, intervals: readonly Choice[]): Way {
  const method = { level_1: { use }, overlap: { use: 'none' } };
  return { id: `level-1-${use}`, says, target: 'present', method, intervals };
}

/** People who attend, by every way to correct overlap and attendance that interviews at spots can feed. */
function overlapWays({ interviews }: StudyFacts, intervals: readonly Choice[]): Way[] {
  if (interviews === undefined) return [];
  const [bootstrap = { use: 'bootstrap' }] = intervals;
  const oneSided = { acknowledge: 'one-sided' } as const;
  return [
    attendingWay('person-visit', { use: 'person-visit' }, intervals),
    attendingWay('the raw sum', { use: 'none' }, [bootstrap, { use: 'extremes' }]),
    attendingWay('multiplicity', { use: 'multiplicity', ...oneSided }),
    attendingWay('share using several', {
      use: 'share',
      share_using_several: interviews.shareUsingSeveral,
      mean_spots: interviews.meanSpotsOfSeveral,
      ...oneSided,
    }),
    attendingWay('mean spots', { use: 'mean-visits', mean_spots: interviews.meanSpots, ...oneSided }),
    attendingWay('a share taken off', {
      use: 'percent-off',
      duplication: interviews.duplication,
      ...oneSided,
    }),
    attendingWay('attendance, harmonic', { use: 'frequency-harmonic', ...oneSided }),
    attendingWay('attendance, mean', { use: 'frequency-mean', mean_days: interviews.meanDays, ...oneSided }),
    attendingWay('attendance, a factor', {
      use: 'factor',
      people_per_counted: interviews.peoplePerCounted,
      ...oneSided,
    }),
    attendingWay('frequency, then duplication', {
      use: 'frequency-duplication',
      people_per_counted: interviews.peoplePerCounted,
      duplication: interviews.duplication,
    }),
  ];
}

function attendingWay(says: string, overlap: Choice, intervals: readonly Choice[] = []): Way {
  return { id: overlap.use, says, target: 'attending', method: { overlap }, intervals };
}

/** All people, by the share a study believes is hidden. */
function hiddenWays({ hidden, interviews }: StudyFacts, bootstrap: Choice): Way[] {
  if (hidden === undefined || interviews === undefined) return [];
  const divide = { use: 'divide', share_hidden: hidden.share };
  return [
    {
      id: 'hidden-divide',
      says: 'person-visit, divided by the share seen',
      target: 'people',
      method: { overlap: { use: 'person-visit' }, hidden: divide },
      intervals: [bootstrap, ...(hidden.error > 0 ? [{ use: 'delta', share_error: hidden.error }] : [])],
    },
  ];
}

/** People met at spots or online, added up or with those met both ways counted once. */
function onlineWays(scenario: Scenario, { interviews }: StudyFacts, bootstrap: Choice): Way[] {
  if (scenario.online !== true || interviews === undefined) return [];
  const way = (says: string, virtual: Choice): Way => ({
    id: `virtual-${virtual.use}`,
    says,
    target: 'reachable',
    method: { overlap: { use: 'person-visit' }, virtual },
    intervals: [bootstrap],
  });
  return [
    way('spots and online added', { use: 'add' }),
    way('met both ways counted once', { use: 'subtract-both', share: interviews.shareOnline, of: 'geo' }),
  ];
}
