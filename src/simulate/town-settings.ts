/** A municipality of an invented town. */
export interface MunicipalitySettings {
  readonly municipality: string;
  readonly adult_men: number;
  readonly adult_women: number;
}

/** A kind of spot and how common it is. */
export interface TypologySettings {
  readonly typology: string;
  /** Relative number of such spots. */
  readonly weight: number;
}

/** How one population lives; every list is drawn from with equal chances, so repeat a value to make it commoner. */
export interface PopulationSettings {
  readonly population: string;
  readonly denominator: 'adult_men' | 'adult_women';
  /** Persons per 1,000 of the denominator. */
  readonly per_1000: number;
  /** Share of persons who never come to any spot, 0 to 1. */
  readonly share_hidden: number;
  /** Days a week at spots, of those who come: whole numbers 1 to 7. */
  readonly days_per_week: readonly number[];
  /** Different spots on such a day: whole numbers of 1 or more. */
  readonly spots_per_day: readonly number[];
  readonly spots_per_municipality: number;
  readonly typologies: readonly TypologySettings[];
  /** Log standard deviation of how much spots draw; 0 makes all alike. */
  readonly pull_spread: number;
  /** Chance of choosing Saturday or Sunday relative to another day; 1 makes all days alike. */
  readonly weekend_pull: number;
  /** Share with a profile, of those who come to spots and of those who never do. */
  readonly share_online: { readonly attending: number; readonly hidden: number };
  /** Profiles held by a person online. */
  readonly profiles: readonly number[];
}

/** A kind of level 1 informant and how such informants err. */
export interface InformantSettings {
  readonly informant_type: string;
  /** Typical report / truth: 1.2 is a fifth too high. */
  readonly bias: number;
  /** Log standard deviation of the report around the typical one. */
  readonly spread: number;
  /** Half-width of the stated range / its middle, 0 to 1. */
  readonly half_width: number;
}

/** What goes wrong in the field beyond chance; what is not set goes right. */
export interface FieldSettings {
  /** Which spots are visited for level 2: drawn, or those where most people are. */
  readonly validation: 'random' | 'largest';
  /** Share of spots the mapping finds at all, 0 to 1; people still go to the others. */
  readonly share_found: number;
  /** Log standard deviation of level 2 counts around the people present, right on average. */
  readonly count_spread: number;
  /** Log standard deviation of one error that all reports of the town share. */
  readonly shared_spread: number;
  /** How far reports of small and large spots are drawn to the mean spot, 0 to 1. */
  readonly share_to_mean: number;
  /** Share of people interviewed who say one day a week more than they come, 7 at most. */
  readonly share_one_more_day: number;
  /** Share refusing an interview among people who come on at most `rare_days` days a week. */
  readonly share_refusing: number;
  readonly rare_days: number;
}

/** A field in which nothing goes wrong but what chance brings. */
export const FAITHFUL_FIELD: FieldSettings = {
  validation: 'random',
  share_found: 1,
  count_spread: 0,
  shared_spread: 0,
  share_to_mean: 0,
  share_one_more_day: 0,
  share_refusing: 0,
  rare_days: 0,
};

/** Everything an invented town is made from. */
export interface TownSettings {
  readonly seed: number;
  readonly municipalities: readonly MunicipalitySettings[];
  readonly populations: readonly PopulationSettings[];
  readonly zones_per_municipality: number;
  readonly informants: readonly InformantSettings[];
  /** Level 1 informants asked about each spot. */
  readonly reports_per_spot: number;
  /** Share of spots visited for level 2, 0 to 1. */
  readonly share_level_2: number;
  /** People interviewed at a spot visited for level 2, fewer where fewer are present. */
  readonly respondents_per_spot: number;
  readonly rounds: 1 | 2;
  /** Share of spots gone before the second round, and new ones per old one. */
  readonly spot_deaths: number;
  readonly spot_births: number;
  readonly field?: Partial<FieldSettings>;
}

/** A town of three municipalities, two populations and ordinary error; a start for settings of one's own. */
export const ORDINARY_TOWN: TownSettings = {
  seed: 1,
  municipalities: [
    { municipality: 'Harbour', adult_men: 42_000, adult_women: 43_000 },
    { municipality: 'Hill', adult_men: 21_000, adult_women: 22_000 },
    { municipality: 'Plain', adult_men: 12_000, adult_women: 12_500 },
  ],
  populations: [
    {
      population: 'FSW',
      denominator: 'adult_women',
      per_1000: 9,
      share_hidden: 0.25,
      days_per_week: [2, 3, 4, 5, 6],
      spots_per_day: [1, 1, 1, 2],
      spots_per_municipality: 30,
      typologies: [
        { typology: 'street', weight: 3 },
        { typology: 'bar', weight: 4 },
        { typology: 'home', weight: 2 },
      ],
      pull_spread: 0.6,
      weekend_pull: 1.5,
      share_online: { attending: 0.3, hidden: 0.6 },
      profiles: [1, 1, 2, 3],
    },
    {
      population: 'MSM',
      denominator: 'adult_men',
      per_1000: 12,
      share_hidden: 0.6,
      days_per_week: [1, 1, 2, 3],
      spots_per_day: [1, 1, 2],
      spots_per_municipality: 10,
      typologies: [
        { typology: 'park', weight: 2 },
        { typology: 'bar', weight: 1 },
      ],
      pull_spread: 0.6,
      weekend_pull: 1.2,
      share_online: { attending: 0.6, hidden: 0.9 },
      profiles: [1, 2, 2, 4],
    },
  ],
  zones_per_municipality: 3,
  informants: [
    { informant_type: 'taxi driver', bias: 1.2, spread: 0.5, half_width: 0.3 },
    { informant_type: 'vendor', bias: 1, spread: 0.4, half_width: 0.25 },
    { informant_type: 'bar worker', bias: 0.9, spread: 0.25, half_width: 0.2 },
  ],
  reports_per_spot: 3,
  share_level_2: 0.7,
  respondents_per_spot: 3,
  rounds: 1,
  spot_deaths: 0.2,
  spot_births: 0.15,
};
