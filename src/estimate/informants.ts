import { mean, median } from 'simple-statistics';
import { SOURCES, type Step, type Variant } from '../model/card.js';
import { known, type Account, type JointAccount } from './account.js';

/** Joins what several informants say of one spot at one level; one account alone is left as it is. Persons. */
export type JoinInformants = (accounts: readonly Account[]) => JointAccount;

function joinBy(lowest: (values: number[]) => number, highest: (values: number[]) => number): JoinInformants {
  return (accounts) => {
    const minima = known(accounts.map((account) => account.min));
    const maxima = known(accounts.map((account) => account.max));
    const usual = known(accounts.map((account) => account.usual));
    return {
      min: minima.length === 0 ? undefined : lowest(minima),
      max: maxima.length === 0 ? undefined : highest(maxima),
      usual: usual.length === 0 ? undefined : mean(usual),
    };
  };
}

/** Mean after the lowest and the highest tenth (at least one of each from three values on) are left out. */
function trimmedMean(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = sorted.length < 3 ? 0 : Math.max(1, Math.floor(sorted.length / 10));
  return mean(sorted.slice(cut, sorted.length - cut));
}

const THREE: readonly Account[] = [
  { min: 4, max: 10 },
  { min: 6, max: 12 },
  { min: 5, max: 26 },
];

const high = (join: JoinInformants) => () => join(THREE).max ?? 0;
const joinByMean = joinBy(mean, mean);
const joinByMedian = joinBy(median, median);
const joinByEnvelope = joinBy(
  (values) => Math.min(...values),
  (values) => Math.max(...values),
);
const joinByTrimming = joinBy(trimmedMean, trimmedMean);

const VARIANTS: readonly Variant<JoinInformants>[] = [
  {
    id: 'mean',
    title: 'Mean of informants',
    summary: 'The mean of the lowest figures and the mean of the highest figures.',
    formula: 'min = mean of minima; max = mean of maxima',
    rightWhen: 'informants err independently and none is absurd',
    misleads: 'one informant with a slipped digit moves the spot',
    sources: [SOURCES.ikpeazu2014],
    example: {
      given: 'three informants say 4-10, 6-12 and 5-26: the joint maximum',
      gives: 16,
      compute: high(joinByMean),
    },
    apply: joinByMean,
  },
  {
    id: 'median',
    title: 'Median of informants',
    summary: 'The median of the lowest figures and the median of the highest figures.',
    formula: 'min = median of minima; max = median of maxima',
    rightWhen: 'there are three informants or more and some exaggerate',
    misleads: 'with two informants it is the mean',
    sources: [SOURCES.spotwise],
    example: {
      given: 'three informants say 4-10, 6-12 and 5-26: the joint maximum',
      gives: 12,
      compute: high(joinByMedian),
    },
    apply: joinByMedian,
  },
  {
    id: 'envelope',
    title: 'Envelope of informants',
    summary: 'The lowest of the lowest figures and the highest of the highest.',
    formula: 'min = least minimum; max = greatest maximum',
    rightWhen: 'the range must hold what anybody said',
    misleads: 'it only grows with more informants, and so does the midpoint if exaggeration is common',
    sources: [SOURCES.spotwise],
    example: {
      given: 'three informants say 4-10, 6-12 and 5-26: the joint maximum',
      gives: 26,
      compute: high(joinByEnvelope),
    },
    apply: joinByEnvelope,
  },
  {
    id: 'trimmed',
    title: 'Trimmed mean of informants',
    summary: 'The mean after the lowest and highest tenth (at least one of each) are left out.',
    formula: 'min, max = mean of the values between the outer tenths',
    rightWhen: 'there are many informants a spot',
    misleads: 'with fewer than three informants nothing is trimmed',
    sources: [SOURCES.spotwise],
    example: {
      given: 'three informants say 4-10, 6-12 and 5-26: the joint maximum',
      gives: 12,
      compute: high(joinByTrimming),
    },
    apply: joinByTrimming,
  },
];

export const INFORMANTS: Step<JoinInformants> = {
  id: 'informants',
  title: 'Several informants',
  question: 'How do several reports of one spot become one lowest and one highest figure?',
  standard: 'mean',
  variants: VARIANTS,
};
