import type { Random } from '../../stats/random.js';
import type { StratumOfSpots } from './bootstrap-strata.js';

/**
 * Adds to each replicate the total of the strata with whole spots redrawn.
 *
 * Of m spots of a stratum, m − 1 are drawn with replacement and the sums stretched by m / (m − 1), which makes
 * the variance unbiased (P. J. McCarthy, C. B. Snowden 1985, The bootstrap and finite population sampling).
 * Respondents go along with their spot: the differences between spots already carry the chance in who was met,
 * and drawing them again would count it twice (ultimate clusters, M. H. Hansen, W. N. Hurwitz, W. G. Madow 1953).
 * A stratum of one spot stays as it is.
 */
export function drawSampledSpots(
  strata: readonly StratumOfSpots[],
  random: Random,
  totals: Float64Array,
): void {
  const sums = () => new Float64Array(totals.length);
  const room: RedrawnSums = { counted: sums(), answered: sums(), persons: sums() };
  for (const stratum of strata) addRedrawn(stratum, { random, totals, room });
}

interface Room {
  readonly random: Random;
  readonly totals: Float64Array;
  readonly room: RedrawnSums;
}

/** By replicate, what the spots of a stratum that were drawn add up to, in persons. */
interface RedrawnSums {
  readonly counted: Float64Array;
  readonly answered: Float64Array;
  readonly persons: Float64Array;
}

function addRedrawn(stratum: StratumOfSpots, { random, totals, room }: Room): void {
  const { counted, answered, borrowed, columns } = stratum;
  const size = stratum.spots.length;
  const whole = (borrowed * counted * stratum.persons) / answered;
  if (size === 1) {
    for (let at = 0; at < totals.length; at++) totals[at] = (totals[at] ?? 0) + whole;
    return;
  }
  // Equal streams pick equal spots, so that the three sums of a replicate are of the same ones.
  const redraw = (values: Float64Array, into: Float64Array): Float64Array => {
    random.fork(stratum.stratum).sumsOfDraws(values, size - 1, into);
    return into;
  };
  const sums = redraw(columns.counted, room.counted);
  addStretched(
    totals,
    {
      counted: sums,
      answered: columns.answered === columns.counted ? sums : redraw(columns.answered, room.answered),
      persons: columns.persons === columns.counted ? sums : redraw(columns.persons, room.persons),
    },
    { stretch: (borrowed * size) / (size - 1), whole, filled: borrowed * counted },
  );
}

/** Adds to each replicate its sums stretched; where nobody answered at the spots drawn, the stratum's mean stands in. */
function addStretched(
  totals: Float64Array,
  { counted, answered, persons }: RedrawnSums,
  { stretch, whole, filled }: { readonly stretch: number; readonly whole: number; readonly filled: number },
): void {
  for (let at = 0; at < totals.length; at++) {
    const count = counted[at] ?? 0;
    const heard = answered[at] ?? 0;
    const total =
      heard > 0 ? (stretch * count * (persons[at] ?? 0)) / heard : (whole * stretch * count) / filled;
    totals[at] = (totals[at] ?? 0) + total;
  }
}
