/** A spot and how many people of one population were counted there on one usual day. */
export interface CountedSpot {
  readonly spotId: string;
  /** Persons present on a usual day. */
  readonly count: number;
  /** What a spot without respondents borrows from: its zone or typology. One stratum when not given. */
  readonly stratum?: string;
}

/** A person interviewed at a spot. */
export interface Respondent {
  /** The spot where the person was met. */
  readonly spotId: string;
  /** Days a week the person comes to any spot, more than 0 and at most 7. */
  readonly daysPerWeek: number;
  /** Different spots the person uses on such a day, 1 or more (or in the week, where a method says so). */
  readonly spotsPerDay: number;
}

/**
 * Over which time other spots were asked about. `day`: spots used on the same day, counts are of one usual day.
 * `week`: different spots used in the week, counts are of different people seen there in a week.
 */
export type OverlapWindow = 'day' | 'week';

/**
 * Among which spots other spots were asked about. Estimates of the parts add up only for parts of that universe
 * or larger: with `town`, town figures add up to a nation that still counts people who move between towns twice.
 */
export type OverlapUniverse = 'zone' | 'town' | 'everywhere';
