import type { MethodSettings } from '../model/settings.js';
import { overlapTown } from './overlap-scenario.js';
import {
  ORDINARY_TOWN,
  type InformantSettings,
  type PopulationSettings,
  type TownSettings,
} from './town-settings.js';

/** A named kind of invented town, what a study does there, and why it is worth looking at. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** One sentence: what is special about the town. */
  readonly special: string;
  /** One sentence: what it tests. */
  readonly tests: string;
  /** One sentence: what somebody in such a town should do. */
  readonly advice: string;
  /** The town; its seed is replaced by the one asked for. */
  readonly town: TownSettings;
  /** What the study does other than by standard. */
  readonly method: MethodSettings;
  /** The round that is judged. */
  readonly round: 1 | 2;
  /** How the study knows the share hidden: told a share, or from a survey of that many people. */
  readonly hidden?: { readonly told: number } | { readonly asked: number };
  /** True where people online are part of the answer. */
  readonly online?: true;
  /** True where intervals are judged too that hardly differ from others. */
  readonly everyInterval?: true;
}

const BASE = overlapTown(1);

const TAXI: InformantSettings = { informant_type: 'taxi driver', bias: 1.5, spread: 0.5, half_width: 0.3 };
const VENDOR: InformantSettings = { informant_type: 'vendor', bias: 1.25, spread: 0.4, half_width: 0.25 };
const WORKER: InformantSettings = { informant_type: 'bar worker', bias: 0.9, spread: 0.3, half_width: 0.2 };

/** The base town with another way of life for its people. */
function living(change: Partial<PopulationSettings>): TownSettings {
  return { ...BASE, populations: BASE.populations.map((population) => ({ ...population, ...change })) };
}

/** A town of unequal spots where rumour covers every spot and teams visit only some. */
const RUMOUR: TownSettings = {
  ...living({
    pull_spread: 0.7,
    typologies: [
      { typology: 'street', weight: 3 },
      { typology: 'bar', weight: 2 },
      { typology: 'home', weight: 1 },
    ],
  }),
  informants: [TAXI, VENDOR, WORKER],
  reports_per_spot: 3,
  share_level_2: 0.4,
  field: { share_to_mean: 0.3 },
};

const STANDARD = { method: {}, round: 1 } as const;

/** Every named scenario, the plain ones first. */
export const SCENARIOS: readonly Scenario[] = [
  {
    ...STANDARD,
    id: 'base',
    title: 'Base',
    special:
      '2,000 people, 20% never at spots; 120 spots that draw alike; people come on 1, 2, 3, 5 or 7 days and use 1 to 3 spots a day.',
    tests: 'Whether person-visit and its interval hold where all their assumptions do.',
    advice:
      'Use person-visit with the bootstrap interval; correct overlap and attendance together or not at all.',
    town: BASE,
    everyInterval: true,
  },
  {
    ...STANDARD,
    id: 'ordinary',
    title: 'Ordinary town',
    special:
      'Three municipalities, two populations, unequal spots, busier weekends and 70% of spots visited; FSW are judged.',
    tests: 'What is left of the promises when several ordinary things go wrong a little.',
    advice: 'Count weekends too, and say that the interval leaves out the correction of rumour.',
    town: ORDINARY_TOWN,
  },
  {
    ...STANDARD,
    id: 'unequal-spots',
    title: 'Unequal spots',
    special: 'A few spots draw many people and most draw few.',
    tests:
      'Whether weighting by the count where met copes when three are met at small and large spots alike.',
    advice: 'Meet more people at the large spots: they decide the total.',
    town: living({ pull_spread: 1 }),
  },
  {
    ...STANDARD,
    id: 'busy-weekends-weekday',
    title: 'Busier weekends, a weekday counted',
    special: 'People choose Saturday and Sunday twice as readily as other days; a weekday is counted.',
    tests: 'How far off a usual day is when it is not the mean day.',
    advice: 'Count a weekend day as well; no interval sees this error.',
    town: living({ weekend_pull: 2 }),
  },
  {
    ...STANDARD,
    id: 'busy-weekends-mean',
    title: 'Busier weekends, the weekly mean',
    special: 'The same town; weekends are counted too and the mean over the week is used.',
    tests: 'Whether the weekly mean mends the busier weekend when people are still met on a weekday.',
    advice: 'Meet people at the weekend too: those who come only then are met too rarely on a weekday.',
    town: living({ weekend_pull: 2 }),
    method: { day: { use: 'weekly-mean' } },
  },
  {
    ...STANDARD,
    id: 'rumour-random',
    title: 'Rumour, a random sample validated',
    special:
      'Informants speak of every spot, too high and drawn to the mean spot; a random 40% of spots are visited.',
    tests:
      'Whether one correction factor from a random sample mends rumour, and whether intervals know of it.',
    advice:
      'Take the delta interval for people on the day; read the bootstrap of person-visit as a lower bound of the doubt, since it takes corrected rumour as counted.',
    town: RUMOUR,
  },
  {
    ...STANDARD,
    id: 'rumour-largest',
    title: 'Rumour, the largest spots validated',
    special: 'The same rumour; the 40% of spots with most people are visited.',
    tests: 'What visiting the largest spots does to the correction factor.',
    advice:
      'Draw the spots to visit at random, or visit all large ones and a random sample of the others apart.',
    town: { ...RUMOUR, field: { share_to_mean: 0.3, validation: 'largest' } },
  },
  {
    ...STANDARD,
    id: 'rumour-few-visits',
    title: 'Rumour, a tenth validated',
    special: 'The same rumour; a random tenth of spots are visited, about 12.',
    tests: 'Whether the closed form for the correction factor holds with few visits.',
    advice:
      'Visit more spots before giving an interval; with a dozen every interval that claims a level is too narrow.',
    town: { ...RUMOUR, share_level_2: 0.1 },
  },
  {
    ...STANDARD,
    id: 'few-respondents',
    title: 'Few respondents',
    special: '500 people, 30 spots, two people met at each.',
    tests: 'Whether the bootstrap holds with about 60 interviews.',
    advice: 'Give the interval, say on how many interviews it rests, and read it as a little too narrow.',
    town: { ...living({ per_1000: 2.5, spots_per_municipality: 30 }), respondents_per_spot: 2 },
  },
  {
    ...STANDARD,
    id: 'one-respondent',
    title: 'One respondent a spot',
    special: 'The base town with one person met at each spot.',
    tests: 'Whether the bootstrap holds where no spot shows how much its own people differ.',
    advice: 'One person a spot is enough where there are many spots; two show more.',
    town: { ...BASE, respondents_per_spot: 1 },
  },
  {
    ...STANDARD,
    id: 'rounded-days',
    title: 'People round their days up',
    special: 'Half of those met say one day a week more than they come.',
    tests: 'How much small untruths about days matter.',
    advice: 'Ask for the days of last week one by one, not for a usual number.',
    town: { ...BASE, field: { share_one_more_day: 0.5 } },
  },
  {
    ...STANDARD,
    id: 'rare-refuse',
    title: 'People who come rarely refuse',
    special: 'Of people who come on one or two days a week, half refuse an interview.',
    tests: 'How much refusals matter that no interval can see.',
    advice: 'Write down who refused and how often they come; no interval sees refusals.',
    town: { ...BASE, field: { rare_days: 2, share_refusing: 0.5 } },
  },
  {
    ...STANDARD,
    id: 'hidden-right',
    title: 'Hidden people, the right share',
    special: '40% never come to spots and the study is told so exactly.',
    tests: 'Whether division by the share seen gives the whole population.',
    advice: 'Say where the share comes from; the bootstrap takes it as known.',
    town: living({ share_hidden: 0.4 }),
    hidden: { told: 0.4 },
  },
  {
    ...STANDARD,
    id: 'hidden-wrong',
    title: 'Hidden people, the wrong share',
    special: '40% never come to spots and the study is told 25%.',
    tests: 'How far a share carried from elsewhere leads astray.',
    advice: 'Do not carry a share from elsewhere; show the people at spots beside the whole.',
    town: living({ share_hidden: 0.4 }),
    hidden: { told: 0.25 },
  },
  {
    ...STANDARD,
    id: 'hidden-surveyed',
    title: 'Hidden people, a surveyed share',
    special: '40% never come to spots; a fair survey of 200 people says how many.',
    tests: 'Whether any interval carries both the error of the survey and that of the interviews.',
    advice: 'Neither interval carries both errors; add them: square the two half-widths, add, take the root.',
    town: living({ share_hidden: 0.4 }),
    hidden: { asked: 200 },
  },
  {
    ...STANDARD,
    id: 'online-too',
    title: 'Online, half of them also at spots',
    special: 'Half of those at spots and 70% of those never there have one profile online.',
    tests: 'Whether people met both ways are counted once.',
    advice: 'Ask at spots who is online, and count those once.',
    town: living({ share_hidden: 0.4, share_online: { attending: 0.5, hidden: 0.7 } }),
    online: true,
  },
  {
    ...STANDARD,
    id: 'exaggeration',
    title: 'Informants all err the same way',
    special: 'No spot is visited; all informants say 30% too much, and share a further error of the town.',
    tests: 'What ranges and spreads are worth when errors are shared.',
    advice: 'Visit some spots; without a visit no range and no spread is worth its name.',
    town: {
      ...RUMOUR,
      informants: [{ informant_type: 'any', bias: 1.3, spread: 0.3, half_width: 0.25 }],
      share_level_2: 0,
      field: { shared_spread: 0.15 },
    },
  },
  {
    ...STANDARD,
    id: 'sparse',
    title: 'Sparse small spots',
    special: '200 people over 80 spots: one or two at a spot on a day, often nobody.',
    tests: 'Whether estimates hold where most counts are 0, 1 or 2.',
    advice: 'Give the interval with its width; a single small spot says nothing.',
    town: living({ per_1000: 1, spots_per_municipality: 80 }),
  },
  {
    ...STANDARD,
    id: 'miscounts',
    title: 'Teams miscount',
    special: 'Level 2 counts err by about 30% either way at each spot, independently.',
    tests: 'What intervals that take counts as exact are worth when they are not.',
    advice: 'Count twice on different days where it can be done; the interval takes counts as exact.',
    town: { ...living({ pull_spread: 0.7 }), field: { count_spread: 0.3 } },
  },
  {
    ...STANDARD,
    id: 'missed-spots',
    title: 'A fifth of spots is not found',
    special: 'Mapping misses a random fifth of the spots; people go there all the same.',
    tests: 'How much spots nobody told of matter.',
    advice: 'Ask those met which other spots they use; spots nobody told of are in no interval.',
    town: { ...BASE, field: { share_found: 0.8 } },
  },
  {
    ...STANDARD,
    id: 'two-rounds',
    title: 'Two rounds with churn',
    special: 'Between the rounds a quarter of spots close and as many open; people stay; round 2 is judged.',
    tests: 'Whether a round stays right when the map has changed.',
    advice: 'A new round needs its own map, interviews and interval; nothing else.',
    town: { ...BASE, rounds: 2, spot_deaths: 0.25, spot_births: 0.25 },
    round: 2,
  },
];

/** Returns the scenario of that name; undefined where there is none. */
export function scenarioOf(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}
