import { attempt, type Attempt } from '../attempt.js';
import { LEVEL } from '../sizing.js';
import { binomialPercentileInterval } from './binomial-percentiles.js';
import {
  exactInterval,
  logNormalInterval,
  profileInterval,
  transformedLogitInterval,
  waldInterval,
  type Ends,
} from './two-list-intervals.js';
import {
  acceptTwoLists,
  chapman,
  lincolnPetersen,
  personsSeen,
  type Point,
  type TwoLists,
} from './two-lists.js';

/** Overlaps below which the estimate is biased, or hardly rests on anything. */
const FEW_ON_BOTH = 7;
const USEFUL_ON_BOTH = 10;

/**
 * Returns the size from two lists by both estimators with every interval side by side; the one to use by default,
 * Chapman with the log-normal interval, first. Throws an EstimationError where no size can be given at all.
 *
 * Example: San Salvador 400, 624, 20: Lincoln–Petersen with Wald is 12480 (7235 to 17725).
 */
export function sizeTwoLists(lists: TwoLists): Attempt[] {
  acceptTwoLists(lists);
  const seen = personsSeen(lists);
  const caveats = [
    ...(lists.both < FEW_ON_BOTH ? [`only ${lists.both} on both lists: the estimate is biased low`] : []),
    ...(lists.both >= FEW_ON_BOTH && lists.both < USEFUL_ON_BOTH ? [`only ${lists.both} on both lists`] : []),
    ...(lists.both === Math.min(lists.first, lists.second) ? ['one list lies inside the other'] : []),
    'lists taken as independent',
  ];
  const row = (method: string, interval: string, of: { point: Point; ends: () => Ends }) =>
    attempt(method, interval, () => ({
      estimate: of.point.estimate,
      ...of.ends(),
      standardError: Math.sqrt(of.point.variance),
      basis: 'confidence',
      level: LEVEL,
      caveats,
    }));
  const peterson = lincolnPetersen(lists);
  const chap = chapman(lists);
  return [
    row('capture.chapman', 'log-normal', { point: chap, ends: () => logNormalInterval(chap, seen) }),
    row('capture.chapman', 'wald', { point: chap, ends: () => waldInterval(chap, seen) }),
    row('capture.lincoln_petersen', 'wald', { point: peterson, ends: () => waldInterval(peterson, seen) }),
    row('capture.lincoln_petersen', 'log-normal', {
      point: peterson,
      ends: () => logNormalInterval(peterson, seen),
    }),
    row('capture.lincoln_petersen', 'transformed logit', {
      point: peterson,
      ends: () => transformedLogitInterval(lists),
    }),
    row('capture.lincoln_petersen', 'exact', { point: peterson, ends: () => exactInterval(lists) }),
    row('capture.lincoln_petersen', 'profile', { point: peterson, ends: () => profileInterval(lists) }),
    row('capture.lincoln_petersen', 'binomial percentile', {
      point: peterson,
      ends: () => binomialPercentileInterval(lists),
    }),
  ];
}
