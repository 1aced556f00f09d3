import { describeRespondents } from '../estimate/overlap/describe-respondents.js';
import { frequencyHarmonic } from '../estimate/overlap/frequency-harmonic.js';
import { meanVisits } from '../estimate/overlap/mean-visits.js';
import { multiplicity } from '../estimate/overlap/multiplicity.js';
import { personVisit } from '../estimate/overlap/person-visit.js';
import type { CountedSpot, Respondent } from '../estimate/overlap/rows.js';
import { share } from '../estimate/overlap/share.js';
import { exactSum } from '../stats/exact-sum.js';
import type { Town, TownRound } from './town-rows.js';
import type { TownSettings } from './town-settings.js';
import { makeTown } from './town.js';

/**
 * Returns the settings of the town in which the overlap estimators are compared: 2,000 people, 20% of them never
 * at spots, 120 spots that draw alike, days a week 1, 2, 3, 5 or 7 and spots a day 1, 1, 1, 2 or 3 with equal
 * chances, one day counted without error, and three people interviewed at each spot.
 *
 * Three per spot is what makes the person-visit estimator scatter by the 0.057 first reported for this town;
 * equal chances make its other figures.
 */
export function overlapTown(seed: number): TownSettings {
  return {
    seed,
    municipalities: [{ municipality: 'Town', adult_men: 0, adult_women: 200_000 }],
    populations: [
      {
        population: 'FSW',
        denominator: 'adult_women',
        per_1000: 10,
        share_hidden: 0.2,
        days_per_week: [1, 2, 3, 5, 7],
        spots_per_day: [1, 1, 1, 2, 3],
        spots_per_municipality: 120,
        typologies: [{ typology: 'street', weight: 1 }],
        pull_spread: 0,
        weekend_pull: 1,
        share_online: { attending: 0, hidden: 0 },
        profiles: [1],
      },
    ],
    zones_per_municipality: 4,
    informants: [],
    reports_per_spot: 0,
    share_level_2: 1,
    respondents_per_spot: 3,
    rounds: 1,
    spot_deaths: 0,
    spot_births: 0,
  };
}

/** Estimates of the people who attend / the truth. */
export interface OverlapRatios {
  readonly raw: number;
  readonly meanVisits: number;
  readonly share: number;
  readonly multiplicity: number;
  readonly frequencyHarmonic: number;
  readonly personVisit: number;
}

/** Returns each estimator's answer for the overlap town of that seed, divided by the people who attend spots. */
export function overlapRatios(seed: number): OverlapRatios {
  const town = makeTown(overlapTown(seed));
  const { spots, respondents } = fieldRows(town.rounds[0]);
  const attending = attendingIn(town);
  const counted = exactSum(spots.map((spot) => spot.count));
  const met = describeRespondents(spots, respondents);
  const settings = { window: 'day', universe: 'everywhere' } as const;
  return {
    raw: counted / attending,
    meanVisits: meanVisits(counted, met.meanSpots) / attending,
    share:
      share(counted, { share_using_several: met.shareUsingSeveral, mean_spots: met.meanSpotsOfSeveral }) /
      attending,
    multiplicity: multiplicity(spots, respondents) / attending,
    frequencyHarmonic: frequencyHarmonic(spots, respondents) / attending,
    personVisit: personVisit(spots, respondents, settings).estimate / attending,
  };
}

/** Returns the people who come to spots, of all populations and municipalities. */
export function attendingIn(town: Town): number {
  return town.truth.reduce((sum, row) => sum + row.attending, 0);
}

/** Returns the rows of a round as estimators take them: spots with a usual count, and the people met at them. */
export function fieldRows(round: TownRound | undefined): {
  readonly spots: CountedSpot[];
  readonly respondents: Respondent[];
} {
  const spots = (round?.spots ?? []).flatMap((spot) =>
    spot.usual === undefined || spot.mode === 'web'
      ? []
      : [
          {
            spotId: spot.spot_id,
            stratum: `${spot.municipality} ${spot.population} ${spot.zone}`,
            count: spot.usual,
          },
        ],
  );
  const respondents = (round?.attendance ?? []).map((row) => ({
    spotId: row.spot_id,
    daysPerWeek: row.days_per_week,
    spotsPerDay: row.spots_per_day,
  }));
  return { spots, respondents };
}
