import { kmBetween } from '../../geo/distance.js';
import type { SpotFigure } from '../../model/estimate.js';
import { compareText } from '../../model/issue.js';
import type { Spot } from '../../model/study.js';

/** What became of a spot between two rounds. */
export type SpotFate = 'kept' | 'moved' | 'lost' | 'new';

/** One spot of one population in two rounds. */
export interface MatchedSpot {
  readonly population: string;
  readonly municipality: string;
  readonly fate: SpotFate;
  readonly earlier: SpotFigure | undefined;
  readonly later: SpotFigure | undefined;
  /** By its code, or by standing where another stood; undefined where there is no pair. */
  readonly matchedBy: 'code' | 'place' | undefined;
  /** Kilometres between the two positions, where both are known. */
  readonly km: number | undefined;
  /** True when the later round lists the spot as found gone, not only as not listed any more. */
  readonly isConfirmedGone: boolean;
}

export interface MatchOptions {
  /** Metres beyond which a spot of one code has moved. */
  readonly movedBeyond: number;
  /** Metres within which spots of different codes are one; 0 = codes only. */
  readonly sameWithin: number;
}

/**
 * Returns every spot of two rounds once, by population and code: kept, moved (the same code, farther away than
 * `movedBeyond`), lost and new. A spot without its code in the other round is matched by place where both stand within
 * `sameWithin` of each other, nearest pairs first, of one population and, where both state it, one typology.
 *
 * Codes that were given anew in the later round, without positions, make every spot lost and new: use the same codes.
 *
 * Example: A and B before, B and C after: A is lost, B kept, C new.
 */
export function matchSpots(
  earlier: readonly SpotFigure[],
  later: readonly SpotFigure[],
  gone: readonly Spot[],
  options: MatchOptions,
): MatchedSpot[] {
  const laterByKey = new Map(later.map((figure) => [keyOf(figure.spot), figure]));
  const goneKeys = new Set(gone.map(keyOf));
  const pairs: MatchedSpot[] = [];
  const alone: SpotFigure[] = [];
  for (const before of earlier) {
    const after = laterByKey.get(keyOf(before.spot));
    if (after === undefined) alone.push(before);
    else {
      laterByKey.delete(keyOf(before.spot));
      pairs.push(pairOf(before, after, 'code', options));
    }
  }
  const byPlace = pairsByPlace(alone, [...laterByKey.values()], options);
  const taken = new Set(byPlace.flatMap(({ earlier: before, later: after }) => [before, after]));
  const lost = alone
    .filter((before) => !taken.has(before))
    .map((before): MatchedSpot => ({
      ...unmatched(before),
      fate: 'lost',
      earlier: before,
      isConfirmedGone: goneKeys.has(keyOf(before.spot)),
    }));
  const fresh = [...laterByKey.values()]
    .filter((after) => !taken.has(after))
    .map((after): MatchedSpot => ({ ...unmatched(after), fate: 'new', later: after }));
  return [...pairs, ...byPlace, ...lost, ...fresh].sort(
    (a, b) => compareText(a.population, b.population) || compareText(codeOf(a), codeOf(b)),
  );
}

/** The code of a matched spot: the later one where there is one. */
export function codeOf({ earlier, later }: Pick<MatchedSpot, 'earlier' | 'later'>): string {
  return (later ?? earlier)?.spot.spot_id ?? '';
}

const keyOf = (spot: Spot) => JSON.stringify([spot.spot_id, spot.population]);

function unmatched({ spot }: SpotFigure) {
  return {
    population: spot.population,
    municipality: spot.municipality ?? '',
    earlier: undefined,
    later: undefined,
    matchedBy: undefined,
    km: undefined,
    isConfirmedGone: false,
  };
}

function pairOf(
  before: SpotFigure,
  after: SpotFigure,
  matchedBy: 'code' | 'place',
  options: MatchOptions,
): MatchedSpot {
  const km = kmApart(before.spot, after.spot);
  const isMoved = matchedBy === 'code' && km !== undefined && 1000 * km > options.movedBeyond;
  return {
    ...unmatched(after),
    fate: isMoved ? 'moved' : 'kept',
    earlier: before,
    later: after,
    matchedBy,
    km,
  };
}

function kmApart(one: Spot, other: Spot): number | undefined {
  if (one.lat === undefined || one.lon === undefined) return undefined;
  if (other.lat === undefined || other.lon === undefined) return undefined;
  return kmBetween([one.lon, one.lat], [other.lon, other.lat]);
}

function pairsByPlace(
  earlier: readonly SpotFigure[],
  later: readonly SpotFigure[],
  options: MatchOptions,
): MatchedSpot[] {
  if (options.sameWithin <= 0) return [];
  const near = earlier.flatMap((before) =>
    later.flatMap((after) => {
      const km = kmApart(before.spot, after.spot);
      const isNear = km !== undefined && 1000 * km <= options.sameWithin;
      return isNear && isAlike(before.spot, after.spot) ? [{ before, after, km }] : [];
    }),
  );
  near.sort(
    (a, b) =>
      a.km - b.km ||
      compareText(a.before.spot.spot_id, b.before.spot.spot_id) ||
      compareText(a.after.spot.spot_id, b.after.spot.spot_id),
  );
  const taken = new Set<SpotFigure>();
  return near.flatMap(({ before, after }) => {
    if (taken.has(before) || taken.has(after)) return [];
    taken.add(before).add(after);
    return [pairOf(before, after, 'place', options)];
  });
}

function isAlike(one: Spot, other: Spot): boolean {
  const isOneKind =
    one.typology === undefined || other.typology === undefined || one.typology === other.typology;
  return one.population === other.population && isOneKind;
}
