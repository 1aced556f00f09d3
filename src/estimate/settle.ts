import { median } from 'simple-statistics';
import { SOURCES, type Step, type Variant } from '../model/card.js';
import type { Triple } from '../model/range.js';
import { known, type Account, type JointAccount } from './account.js';
import type { JoinInformants } from './informants.js';

/** The figure of one spot and whether its ends are reported extremes (false: one stated figure, no width). */
export interface Settled extends Triple {
  readonly hasRange: boolean;
}

/** Settles the accounts of one spot on one figure with its range, in persons; undefined where nothing is said. */
export interface Settle {
  (accounts: readonly Account[], join: JoinInformants): Settled | undefined;
  /**
   * The figure between a lowest and a highest, of rules that look at nothing else but the usual figure where one is
   * stated; it stands alone where the ends are not known. Of one account it is the whole rule.
   */
  readonly figure?: Figure;
}

export type Figure = (min: number, max: number, usual: number | undefined) => number;

/** A rule that takes the figure from the joint lowest and highest, and falls back to a stated usual figure. */
function settleBy(figure: Figure): Settle {
  const settle = (accounts: readonly Account[], join: JoinInformants) => settleOne(figure, join(accounts));
  return Object.assign(settle, { figure });
}

/** Settles one account by a rule of the ends; undefined where it says too little. */
export function settleOne(figure: Figure, { min, max, usual }: JointAccount): Settled | undefined {
  if (min !== undefined && max !== undefined) {
    const estimate = figure(min, max, usual);
    return { low: Math.min(min, estimate), estimate, high: Math.max(max, estimate), hasRange: true };
  }
  return usual === undefined ? undefined : { low: usual, estimate: usual, high: usual, hasRange: false };
}

const midpoint = (min: number, max: number) => (min + max) / 2;
const settleByMidpoint = settleBy(midpoint);
const settleByStated = settleBy((min, max, usual) => usual ?? (min + max) / 2);
const settleByMinimum = settleBy((min) => min);
const settleByMaximum = settleBy((_min, max) => max);
const settleByGeometric = settleBy((min, max) => Math.sqrt(min * max));

/** The median of the midpoints of the kinds of informant; the range is the lowest and the highest of them. */
const settleBySources: Settle = (accounts, join) => {
  const bySource = groupBySource(accounts);
  const figures = known([...bySource.values()].map((group) => settleByMidpoint(group, join)?.estimate));
  if (figures.length === 0) return undefined;
  return {
    low: Math.min(...figures),
    estimate: median(figures),
    high: Math.max(...figures),
    hasRange: figures.length > 1,
  };
};

function groupBySource(accounts: readonly Account[]): Map<string, Account[]> {
  const groups = new Map<string, Account[]>();
  for (const account of accounts) {
    const group = groups.get(account.source ?? '') ?? [];
    group.push(account);
    groups.set(account.source ?? '', group);
  }
  return groups;
}

const first: JoinInformants = ([account]) => ({
  min: account?.min,
  max: account?.max,
  usual: account?.usual,
});
const estimateOf = (settle: Settle, account: Account) => () => settle([account], first)?.estimate ?? 0;

const VARIANTS: readonly Variant<Settle>[] = [
  {
    id: 'stated',
    title: 'Stated figure, else midpoint',
    summary: 'The usual figure somebody stated; where none is stated, the middle of lowest and highest.',
    formula: 'S = usual, else (min + max) / 2',
    rightWhen: 'teams write one best figure after the visit',
    misleads: 'a stated figure near one end hides that the range is lopsided',
    sources: [SOURCES.emmanuel2019],
    example: {
      given: 'min 6, max 14, usual 9',
      gives: 9,
      compute: estimateOf(settleByStated, { min: 6, max: 14, usual: 9 }),
    },
    apply: settleByStated,
  },
  {
    id: 'midpoint',
    title: 'Midpoint',
    summary: 'The middle of lowest and highest: the rule behind nearly every published mapping total.',
    formula: 'S = (min + max) / 2',
    rightWhen: 'lowest and highest are equally far off',
    misleads: 'informants who exaggerate upwards pull it up; it says nothing of the likely day',
    sources: [SOURCES.ikpeazu2014, SOURCES.odek2014, SOURCES.kosovo2019],
    example: {
      given: 'min 6, max 14',
      gives: 10,
      compute: estimateOf(settleByMidpoint, { min: 6, max: 14 }),
    },
    apply: settleByMidpoint,
  },
  {
    id: 'minimum',
    title: 'Minimum',
    summary: 'The lowest figure: a floor.',
    formula: 'S = min',
    rightWhen: 'a number is needed that nobody can call exaggerated',
    misleads: 'as an estimate it is too low by design',
    sources: [SOURCES.emmanuel2019],
    example: { given: 'min 6, max 14', gives: 6, compute: estimateOf(settleByMinimum, { min: 6, max: 14 }) },
    apply: settleByMinimum,
  },
  {
    id: 'maximum',
    title: 'Maximum',
    summary: 'The highest figure: a ceiling.',
    formula: 'S = max',
    rightWhen: 'supplies must never run out',
    misleads: 'as an estimate it is too high by design',
    sources: [SOURCES.emmanuel2019],
    example: { given: 'min 6, max 14', gives: 14, compute: estimateOf(settleByMaximum, { min: 6, max: 14 }) },
    apply: settleByMaximum,
  },
  {
    id: 'geometric',
    title: 'Geometric mean',
    summary: 'The geometric mean of lowest and highest.',
    formula: 'S = sqrt(min × max)',
    rightWhen: 'informants err by a factor rather than by a number of people',
    misleads: 'a lowest figure of 0 gives 0 whatever the highest is',
    sources: [SOURCES.spotwise],
    example: { given: 'min 4, max 9', gives: 6, compute: estimateOf(settleByGeometric, { min: 4, max: 9 }) },
    apply: settleByGeometric,
  },
  {
    id: 'median-of-sources',
    title: 'Median of kinds of informant',
    summary: 'One figure for each kind of informant; their median, with the lowest and highest as range.',
    formula: 'S = median over kinds of informant of (min + max) / 2',
    rightWhen: 'members, non-members and observers were all asked, as in Iran',
    misleads: 'with one kind of informant it is the midpoint without a range',
    sources: [SOURCES.khodadost2022],
    example: {
      given: 'members 10-14, neighbours 4-8, observers 18-22',
      gives: 12,
      compute: () =>
        settleBySources(
          [
            { min: 10, max: 14, source: 'member' },
            { min: 4, max: 8, source: 'neighbour' },
            { min: 18, max: 22, source: 'observer' },
          ],
          first,
        )?.estimate ?? 0,
    },
    apply: settleBySources,
  },
];

export const SETTLE: Step<Settle> = {
  id: 'settle',
  title: 'One figure per spot',
  question: 'Which number between the lowest and the highest stands for the spot?',
  standard: 'stated',
  variants: VARIANTS,
};
