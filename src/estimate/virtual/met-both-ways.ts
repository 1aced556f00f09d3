/** A share of the people of one side who are also met on the other, and how many were asked where known. */
export interface Side {
  /** 0 to 1. */
  readonly share: number;
  readonly asked?: number | undefined;
}

/** What each side says of the people met both ways. */
export interface BothSides {
  /** Persons at places, and persons met virtually. */
  readonly places: number;
  readonly virtual: number;
  /** Of people at places, those also online. */
  readonly online?: Side | undefined;
  /** Of people online, those also at places. */
  readonly atSpots?: Side | undefined;
}

/** The persons met both ways, as each side says and joined. */
export interface MetBothWays {
  readonly both: number;
  readonly fromPlaces: number | undefined;
  readonly fromOnline: number | undefined;
  /** Difference of the two divided by their mean: 0 = they agree, 2 = one says nobody. */
  readonly gap: number | undefined;
}

/**
 * Returns the persons met both at places and online, undefined where neither side was asked: places × share online,
 * virtual × share at spots; where both are known their mean weighted by the inverse of their binomial variances,
 * total² · p(1 − p) / asked, or the plain mean where a number asked is not known.
 *
 * p is taken as (asked · p + ½) / (asked + 1) in the variance alone, so that nobody having said yes is not taken for
 * certain. The two count the same people: a gap says that a share or a total is off. Source: the inverse-variance
 * mean, W. G. Cochran 1954, doi 10.2307/3001666.
 *
 * Example: 1,000 at places of whom 0.3 are online, 2,000 online of whom 0.1 are at places, numbers asked not known:
 * 300 and 200, gap 0.4, joined 250.
 */
export function metBothWays({ places, virtual, online, atSpots }: BothSides): MetBothWays | undefined {
  const fromPlaces = online === undefined ? undefined : places * online.share;
  const fromOnline = atSpots === undefined ? undefined : virtual * atSpots.share;
  if (fromPlaces === undefined || fromOnline === undefined) {
    const both = fromPlaces ?? fromOnline;
    return both === undefined ? undefined : { both, fromPlaces, fromOnline, gap: undefined };
  }
  const mean = (fromPlaces + fromOnline) / 2;
  const gap = mean > 0 ? Math.abs(fromPlaces - fromOnline) / mean : 0;
  const weights = [certainty(places, online), certainty(virtual, atSpots)];
  const [ofPlaces = 1, ofOnline = 1] = weights.includes(undefined) ? [] : weights;
  const both = (ofPlaces * fromPlaces + ofOnline * fromOnline) / (ofPlaces + ofOnline);
  return { both, fromPlaces, fromOnline, gap };
}

/** One over the variance of total × share; undefined where it is not known. */
function certainty(total: number, side: Side | undefined): number | undefined {
  if (side?.asked === undefined || side.asked <= 0 || total <= 0) return undefined;
  const share = (side.asked * side.share + 0.5) / (side.asked + 1);
  return side.asked / (total * total * share * (1 - share));
}
