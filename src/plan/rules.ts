import type { Hours } from '../model/week.js';

/** A number for each population by code; `others` stands for every population not named. */
export interface ByPopulation<Value> {
  readonly [population: string]: Value | undefined;
  readonly others: Value;
}

/** How much is at stake for the people at a spot: the row of the visits table. */
export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];

/** People expected at a spot on its busiest day, in classes. */
export const LOADS = ['1-4', '5-14', '15-39', '40+'] as const;
export type Load = (typeof LOADS)[number];

/** Visits in four weeks by load class and risk. */
export type VisitTable = Readonly<Record<Load, Readonly<Record<Risk, number>>>>;

/** A time nobody may be outside, everywhere or in one municipality. */
export interface Curfew {
  readonly municipality: string | undefined;
  readonly hours: Hours;
}

/** A way between two municipalities that is closed, or costs time at a checkpoint. */
export interface ClosedRoad {
  readonly between: readonly [string, string];
  /** Minutes a checkpoint costs; undefined = nobody goes that way. */
  readonly minutes: number | undefined;
}

/** Something that happened to people at a spot: a raid, an arrest, an attack. */
export interface Incident {
  readonly spot: string;
  readonly on: string;
}

/** What each kind of rule holds once read. */
export interface RuleKinds {
  share: number;
  number: number;
  whole: number;
  /** Whole, zero or more. */
  total: number;
  /** Zero or more. */
  amount: number;
  /** Whole, 1 to 7. */
  week: number;
  flag: boolean;
  /** On, off, or (undefined) decided by the data. */
  switch: boolean | undefined;
  date: string | undefined;
  hours: Hours;
  /** Numbers, zero or more, by population code. */
  populations: ByPopulation<number>;
  /** Numbers of one or more by population code. */
  ratios: ByPopulation<number>;
  /** Shares by population code. */
  shares: ByPopulation<number>;
  risks: ByPopulation<Risk>;
  /** Numbers, zero or more, by supply item. */
  items: Readonly<Record<string, number>>;
  /** Whole pieces, one or more, by supply item. */
  pieces: Readonly<Record<string, number>>;
  visits: VisitTable;
  curfew: readonly Curfew[];
  roads: readonly ClosedRoad[];
  incidents: readonly Incident[];
  siting: SitingMethod;
  distance: DistanceWeight;
  /** Names of municipalities, spots or sites. */
  names: readonly string[];
  /** Clock times by population code; a population not named has none of its own. */
  clocks: Readonly<Record<string, Hours>>;
  /** Zero or more; undefined = no limit. */
  limit: number | undefined;
  /** A short word, such as a currency. */
  word: string;
}

/** What the distance of a spot counts by when it is decided who serves what: its people, or once. */
export const DISTANCE_WEIGHTS = ['people', 'plain'] as const;
export type DistanceWeight = (typeof DISTANCE_WEIGHTS)[number];

/** How places for drop-in centres and mobile stops are chosen; `none` = they are not planned. */
export const SITING_METHODS = [
  'none',
  'p-median',
  'maximal-covering',
  'fewest-sites',
  'opening-costs',
] as const;
export type SitingMethod = (typeof SITING_METHODS)[number];

/** How sure the default of a rule is: read in a source, well known but not read, or a judgement. */
export type Confidence = 'high' | 'medium' | 'low' | 'judgement';

/** A planning rule: what it decides, its default and where that comes from. */
export interface Rule<Kind extends keyof RuleKinds = keyof RuleKinds> {
  readonly kind: Kind;
  readonly standard: RuleKinds[Kind];
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
  readonly confidence: Confidence;
}

const SWIT = 'WHO et al. 2013, Implementing comprehensive HIV/STI programmes with sex workers (SWIT)';
const JUDGEMENT = 'judgement';

/** A rule whose default nobody has measured. */
function judged<Kind extends keyof RuleKinds>(
  kind: Kind,
  standard: RuleKinds[Kind],
  said: { readonly unit: string; readonly meaning: string },
): Rule<Kind> {
  return { kind, standard, ...said, source: JUDGEMENT, confidence: 'judgement' };
}

const EVENING: Hours = { from: 16 * 60, to: 20 * 60 };

/** Who is needed and how much one person can do. */
const STAFF_RULES = {
  coverage: {
    kind: 'share',
    standard: 0.9,
    unit: 'share of people',
    meaning: 'share of the estimated people the programme aims to reach',
    source:
      'Karnataka: towns holding 90% of the people first; Blanchard et al. 2008, doi:10.1136/sti.2008.033167',
    confidence: 'high',
  },
  people_per_worker: {
    kind: 'ratios',
    standard: { FSW: 50, MSM: 50, TG: 40, PWID: 40, others: 50 },
    unit: 'people a worker',
    meaning: 'people one outreach worker serves; bands FSW 35-90, MSM 35-60, TG and PWID 25-50',
    source: `${SWIT}, chapters 3 and 6`,
    confidence: 'high',
  },
  workers_per_supervisor: {
    kind: 'whole',
    standard: 10,
    unit: 'workers a supervisor',
    meaning: 'outreach workers one supervisor supports; 5 to 20',
    source: `${SWIT}, chapter 3`,
    confidence: 'high',
  },
  contacts_per_month: {
    kind: 'populations',
    standard: { PWID: 4, others: 1 },
    unit: 'contacts a person a month',
    meaning: 'how often each person is met one to one in four weeks',
    source: `${SWIT}, chapter 3: example monthly; weekly for PWID with needles is common practice`,
    confidence: 'medium',
  },
  days_per_month: judged('whole', 20, {
    unit: 'days',
    meaning: 'days a worker is out in four weeks, at most a quarter of them in one week',
  }),
  hours_per_day: judged('number', 4, {
    unit: 'hours',
    meaning: 'most hours a day on site and between stops, waiting and the way home not counted',
  }),
  contacts_per_hour: judged('number', 3, { unit: 'contacts', meaning: 'one-to-one contacts in an hour' }),
  productive_share: judged('share', 0.8, {
    unit: 'share of time',
    meaning: 'share of the time that is left after forms and fetching supplies',
  }),
  equity_floor: judged('share', 0, {
    unit: 'share of people',
    meaning: 'share every population in every municipality gets before anybody gets more; 0 = no floor',
  }),
  size_correlation: judged('share', 0.1, {
    unit: 'correlation',
    meaning: 'how far errors of size go together from spot to spot; for the chance of reaching the target',
  }),
} as const satisfies Record<string, Rule>;

const VISITS: VisitTable = {
  '1-4': { low: 1, medium: 2, high: 2 },
  '5-14': { low: 2, medium: 4, high: 4 },
  '15-39': { low: 4, medium: 4, high: 8 },
  '40+': { low: 4, medium: 8, high: 12 },
};

/** When and how often a spot is visited. */
const VISIT_RULES = {
  visits_per_month: judged('visits', VISITS, {
    unit: 'visits in four weeks',
    meaning: 'visits by people expected on the busiest day and by risk',
  }),
  risk: judged(
    'risks',
    { others: 'medium' },
    {
      unit: 'low, medium or high',
      meaning: 'risk class of a population, where the row of the spot states none',
    },
  ),
  weekly_with_needles: judged('flag', true, {
    unit: 'yes or no',
    meaning: 'spots where needles are given are visited at least weekly',
  }),
  days_between_visits: judged('whole', 2, {
    unit: 'days',
    meaning: 'fewest days from one visit to the next at the same spot',
  }),
  stops_per_day: judged('whole', 6, { unit: 'spots', meaning: 'most spots visited in a day; at most 12' }),
  visit_minutes_least: judged('whole', 30, { unit: 'minutes', meaning: 'shortest visit' }),
  visit_minutes_most: judged('whole', 120, { unit: 'minutes', meaning: 'longest visit' }),
  hours_unknown: judged('hours', EVENING, {
    unit: 'clock times',
    meaning: 'hours assumed for a spot whose hours are not known',
  }),
  present_share: judged('share', 0.5, {
    unit: 'share of people',
    meaning: 'share of the people of a spot who are there and are met at one visit',
  }),
  start_date: judged('date', undefined, {
    unit: 'date',
    meaning: 'first day of week 1, a Monday; without it visits carry no date',
  }),
} as const satisfies Record<string, Rule>;

/** How far people can go. */
const TRAVEL_RULES = {
  distance: judged('distance', 'people', {
    unit: 'people or plain',
    meaning:
      'what makes catchments compact: people = people times kilometres, so that large spots are near; plain = kilometres, each spot alike',
  }),
  road_factor: judged('number', 1.3, { unit: 'ratio', meaning: 'way on roads over the straight line' }),
  speed_km_per_hour: judged('number', 15, { unit: 'km/h', meaning: 'speed between spots, waiting included' }),
  most_km: judged('number', 30, {
    unit: 'km, straight line',
    meaning: 'farthest spot from the base of a worker',
  }),
  slot_reach_km: judged('number', 10, {
    unit: 'km, straight line',
    meaning: 'farthest spot from the middle of the spots of a worker who is still to be found',
  }),
  km_within: judged('number', 3, {
    unit: 'km',
    meaning: 'distance taken within a municipality where a position is not known',
  }),
  km_between: judged('number', 60, {
    unit: 'km',
    meaning: 'distance taken between municipalities where a position is not known',
  }),
} as const satisfies Record<string, Rule>;

/** What is carried to the spots. */
const SUPPLY_RULES = {
  acts_per_week: judged(
    'populations',
    { FSW: 8, MSM: 2, TG: 4, MSW: 5, PWID: 2, others: 2 },
    {
      unit: 'acts a person a week',
      meaning: 'acts that need a condom',
    },
  ),
  buffer: judged('share', 0.1, { unit: 'share of need', meaning: 'breakage, loss and reserve' }),
  lubricant_per_condom: judged(
    'populations',
    { MSM: 1, TG: 1, MSW: 1, others: 0.25 },
    {
      unit: 'sachets a condom',
      meaning: 'lubricant given with a condom',
    },
  ),
  injections_per_day: judged(
    'populations',
    { others: 0 },
    {
      unit: 'injections a person a day',
      meaning: 'needles used where it is known; 0 = not known, the yearly floor counts',
    },
  ),
  needles_per_year: {
    kind: 'populations',
    standard: { PWID: 300, others: 0 },
    unit: 'needles a person a year',
    meaning: 'fewest needles a person gets; 200 is the floor of the international target, 300 its aim',
    source: 'WHO, UNODC and UNAIDS 2012, technical guide for target setting for people who inject drugs',
    confidence: 'medium',
  },
  tests_per_year: judged(
    'populations',
    { others: 2 },
    {
      unit: 'HIV tests a person a year',
      meaning: 'how often people not known to live with HIV are offered a test; 1 is the least',
    },
  ),
  test_acceptance: judged('share', 0.5, { unit: 'share of offers', meaning: 'offered tests that are taken' }),
  known_positive_share: judged(
    'shares',
    { others: 0 },
    {
      unit: 'share of people',
      meaning: 'people known to live with HIV; 0 = not known, so no refills are planned',
    },
  ),
  refill_months: judged('whole', 3, { unit: 'months', meaning: 'months of treatment in one refill' }),
  self_tests: judged('flag', false, {
    unit: 'yes or no',
    meaning: 'tests are self-tests handed out at the spot, as where public clinics are closed',
  }),
  other_supply: judged(
    'items',
    { condoms: 0, lubricant: 0, needles: 0, test_kits: 0 },
    {
      unit: 'pieces a person a month',
      meaning: 'what people get elsewhere',
    },
  ),
  pack_sizes: judged(
    'pieces',
    { condoms: 144, lubricant: 50, needles: 100, sharps_boxes: 1, test_kits: 25 },
    {
      unit: 'pieces a pack',
      meaning: 'pieces in the smallest pack the store gives out',
    },
  ),
  carry_limits: judged(
    'pieces',
    { condoms: 500, lubricant: 500, needles: 200, test_kits: 10 },
    {
      unit: 'pieces a day',
      meaning: 'most pieces one worker carries on one day; a larger need means more visits',
    },
  ),
} as const satisfies Record<string, Rule>;

/** What the plan may cost. Nothing costs anything until the study says so. */
const MONEY_RULES = {
  money_per_month: judged('limit', undefined, {
    unit: 'money in four weeks',
    meaning:
      'most the plan may cost: workers are kept while it lasts, those who serve most people for their cost first; none = no limit',
  }),
  currency: judged('word', '', { unit: 'word', meaning: 'currency of every cost' }),
  worker_cost: judged(
    'populations',
    { others: 0 },
    {
      unit: 'money in four weeks',
      meaning:
        'pay, allowances and training of one outreach worker; of a worker of several populations the dearest',
    },
  ),
  supervisor_cost: judged('amount', 0, {
    unit: 'money in four weeks',
    meaning: 'pay and allowances of one supervisor',
  }),
  km_cost: judged('amount', 0, { unit: 'money a km', meaning: 'travel of a worker, or a pair, on roads' }),
  item_cost: judged(
    'items',
    { condoms: 0, lubricant: 0, needles: 0, sharps_boxes: 0, test_kits: 0, arv_refills: 0 },
    { unit: 'money a piece', meaning: 'what one piece handed out costs the programme' },
  ),
  site_cost: judged('amount', 0, {
    unit: 'money in four weeks',
    meaning: 'rent and running of one open drop-in centre or mobile stop; paid before any worker',
  }),
} as const satisfies Record<string, Rule>;

/** What keeps people safe where a visit can be dangerous. */
const SAFETY_RULES = {
  conflict: judged('switch', undefined, {
    unit: 'yes, no or auto',
    meaning:
      'conflict mode: no security record then means no visit; auto = on as soon as any spot has a security level; no = levels 4 and 5 still hold, the rest goes as usual',
  }),
  as_of: judged('date', undefined, {
    unit: 'date',
    meaning: 'day the plan is made for: how old security checks are is counted to it',
  }),
  security_valid_days: judged('whole', 14, {
    unit: 'days',
    meaning: 'days a security check stays valid; older raises the level by one',
  }),
  security_valid_days_level_3: judged('whole', 7, {
    unit: 'days',
    meaning: 'days a check stays valid at level 3',
  }),
  curfew: judged('curfew', [], { unit: 'clock times', meaning: 'hours nobody may be outside' }),
  home_before_curfew: judged('whole', 60, {
    unit: 'minutes',
    meaning: 'everybody is home this long before a curfew begins',
  }),
  incidents: judged('incidents', [], {
    unit: 'spots and days',
    meaning: 'raids, arrests and attacks: the spot and those around it are held for a while',
  }),
  incident_km: judged('number', 0.5, { unit: 'km', meaning: 'spots this near to an incident are held too' }),
  incident_days: judged('whole', 3, {
    unit: 'days',
    meaning: 'days after an incident nobody goes there; without as_of nobody goes at all',
  }),
  closed_roads: judged('roads', [], {
    unit: 'municipalities, minutes',
    meaning:
      'ways straight from one municipality to another that nobody takes, or, with minutes, that cost so much time at a checkpoint; detours are not looked for',
  }),
  daylight: judged(
    'hours',
    { from: 6 * 60, to: 18 * 60 },
    {
      unit: 'clock times',
      meaning: 'hours of visits at level 3; visits outside them go in pairs',
    },
  ),
  visit_minutes_level_3: judged('whole', 45, { unit: 'minutes', meaning: 'longest visit at level 3' }),
  exposure_people: judged('whole', 65, {
    unit: 'people',
    meaning: 'most people known to one worker (or pair) in conflict mode',
  }),
  exposure_spots: judged('whole', 8, {
    unit: 'spots',
    meaning: 'most spots known to one worker (or pair) in conflict mode',
  }),
  owner_share: judged('share', 0.6, {
    unit: 'share of referrals',
    meaning: 'largest share of first referrals that goes to sites of one owner',
  }),
} as const satisfies Record<string, Rule>;

const DAYTIME: Hours = { from: 12 * 60, to: 20 * 60 };

/** Where drop-in centres and mobile stops stand; they are planned only where a method is named. */
export const SITING_RULES = {
  method: judged('siting', 'none', {
    unit: 'method',
    meaning:
      'how sites are chosen: p-median = least people-minutes; maximal-covering = most people within reach; fewest-sites = everybody within reach; opening-costs = people-minutes and opening costs together, no site above its capacity',
  }),
  sites: judged('total', 0, {
    unit: 'sites',
    meaning:
      'sites open in all, those kept included, for p-median and maximal-covering; 0 = people at spots over people_per_site, rounded up',
  }),
  minutes: judged('whole', 30, {
    unit: 'minutes, one way',
    meaning: 'farthest a spot within reach of a site may be',
  }),
  speed_km_per_hour: judged('number', 4, { unit: 'km/h', meaning: 'speed people go at; 4 = on foot' }),
  people_per_site: {
    kind: 'whole',
    standard: 300,
    unit: 'people a site',
    meaning: 'people one site serves; 150 to 600',
    source:
      'Karnataka: 170 drop-in centres for 48,973 people, one for 288; Blanchard et al. 2008, doi:10.1136/sti.2008.033167',
    confidence: 'medium',
  },
  mobile_below: judged('total', 150, {
    unit: 'people',
    meaning: 'a new site for fewer people than this is a mobile stop; 0 = none is',
  }),
  opening_cost: judged('amount', 4500, {
    unit: 'people-minutes',
    meaning: 'minutes one way, over all people, a site must save to be worth opening; for opening-costs',
  }),
  keep_existing: judged('flag', true, {
    unit: 'yes or no',
    meaning: 'drop-in centres and mobile stops of sites.csv that are not closed stay open',
  }),
  forced: judged('names', [], {
    unit: 'municipalities, spots or sites',
    meaning: 'a site stands there, whatever it costs',
  }),
  forbidden: judged('names', [], {
    unit: 'municipalities, spots or sites',
    meaning: 'no new site stands there; a site named itself is given up',
  }),
  days_per_week: judged('week', 5, {
    unit: 'days',
    meaning: 'days a new drop-in centre is open: those when most people are out',
  }),
  open_hours: judged('hours', DAYTIME, { unit: 'clock times', meaning: 'opening hours of a new site' }),
  group_hours: judged(
    'clocks',
    {},
    {
      unit: 'clock times',
      meaning:
        'hours of a population of its own at sites that serve several; what is left of the opening hours is shared out by people',
    },
  ),
} as const satisfies Record<string, Rule>;

/** Every number and switch the microplan uses, with its default and where that comes from. */
export const RULES = {
  ...STAFF_RULES,
  ...VISIT_RULES,
  ...TRAVEL_RULES,
  ...SUPPLY_RULES,
  ...MONEY_RULES,
  ...SAFETY_RULES,
};

export type RuleName = keyof typeof RULES;

/** The rules of siting, defaults filled in. */
export type SitingRules = {
  readonly [Name in keyof typeof SITING_RULES]: RuleKinds[(typeof SITING_RULES)[Name]['kind']];
};

/** The rules of a plan, defaults filled in. */
export type PlanRules = {
  readonly [Name in RuleName]: RuleKinds[(typeof RULES)[Name]['kind']];
} & {
  readonly siting: SitingRules;
  /** The rules the study stated itself. */
  readonly stated: ReadonlySet<string>;
};

/** The value a rule has for a population: its own, else that of `others`. */
export function forPopulation<Value>(values: ByPopulation<Value>, population: string): Value {
  return values[population] ?? values.others;
}
