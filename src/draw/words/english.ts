import type { Audience } from '../../model/disclosure.js';
import type { Basis } from '../../model/range.js';
import type { Day } from '../../model/week.js';
import { numbersIn } from './number-style.js';

/** Numbers as English writes them: 6,814 and 13.3. */
const number = numbersIn({ group: ',', decimal: '.' });

const percent = (share: number, decimals = 0, isFixed = false) =>
  `${number(100 * share, decimals, isFixed)}%`;

/** A share of persons in percent that never rounds a few to nobody or nearly all to all. */
function wholePercent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1%';
  if (share < 1 && share > 0.99) return 'over 99%';
  return percent(share);
}

const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${number(Math.abs(value))}`;

const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

const hour = (at: number) => `${String(at % 24).padStart(2, '0')}:00`;

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export const many = (count: number, one: string, more = `${one}s`) =>
  `${number(count)} ${count === 1 ? one : more}`;

const plural = (word: string) => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`);

const BASES: Readonly<Record<Basis, string>> = {
  extremes: 'lowest and highest answers, added up',
  confidence: 'confidence interval',
  credible: 'credible interval',
  spread: 'spread, without a level of confidence',
};

const AUDIENCES: Readonly<Record<Audience, { readonly name: string; readonly says: string }>> = {
  team: {
    name: 'For the team only',
    says: 'Places are exact. Keep this page locked away: what is on it can get people hurt.',
  },
  programme: {
    name: 'For the programme',
    says: 'Places are coarse, to about 100 m; no code of a spot or a worker is in this page. Do not pass it on.',
  },
  partner: {
    name: 'For partners',
    says: 'Tables by area and kind of spot; small numbers are hidden, all others rounded. No place is shown.',
  },
  public: {
    name: 'For the public',
    says: 'Tables by area; small numbers are hidden, all others rounded. No place is shown.',
  },
};

/** Every word a page or a sheet says, in English. Another language is another object of this shape in a file of its own. */
export const ENGLISH = {
  /** BCP 47 tag of the language. */
  tag: 'en',
  number,
  percent,
  wholePercent,
  signed,
  hour,
  list,
  plural,
  /** An area in the singular; plural is for several. */
  singular: (word: string) => word,
  /** What the populations of the guidelines are called; a name of the study's own is kept as it is written. */
  populations: {
    FSW: 'Female sex workers',
    MSM: 'Men who have sex with men',
    PWID: 'People who inject drugs',
    TG: 'Transgender people',
    MSW: 'Male sex workers',
  } as Readonly<Record<string, string>>,
  days: DAY_NAMES,
  dayLetters: { mon: 'M', tue: 'T', wed: 'W', thu: 'T', fri: 'F', sat: 'S', sun: 'S' },
  dayList: (days: readonly Day[]) => list(days.map((day) => DAY_NAMES[day])),
  hourSpan: (from: number, to: number) => `${hour(from)}–${hour(to)}`,
  range: (low: number, high: number) => `${number(low)}–${number(high)}`,
  bases: BASES,
  basisShort: { extremes: 'reported', confidence: 'confidence', credible: 'credible', spread: 'spread' },
  people: (count: number) => (count === 1 ? '1 person' : `${number(count)} people`),
  spots: (count: number) => many(count, 'spot'),
  spotsOf: (known: number, all: number) =>
    known === all ? many(all, 'spot') : `${number(known)} of ${many(all, 'spot')}`,
  denominator: (name: string) => name.replaceAll('_', ' '),
  page: {
    skip: 'Skip to the answers',
    contents: 'On this page',
    dataTable: 'The numbers behind the picture',
    allRows: (count: number, what: string) => `All ${number(count)} ${what}`,
    filter: (what: string) => `Find a ${what}`,
    sortBy: (column: string) => `sort by ${column}`,
    missing: 'Not known',
    hidden: 'hidden',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    credits: 'Sources of outlines and denominators',
    /** Said under the title of a page whose words no native speaker has read; empty where one has. */
    draft: '',
    footer: (version: string) =>
      `Made by spotwise ${version}. The same study, options and seed give the same bytes.`,
    audiences: AUDIENCES,
  },
  answers: {
    title: 'In short',
    howMany: 'How many?',
    whereMost: 'Where most?',
    whenBusiest: 'When busiest?',
    howSure: 'How sure?',
    notCovered: 'Who is not covered?',
    per1000: (rate: number, of: string) => `${number(rate, 1)} per 1,000 ${of}`,
    people: 'people',
    top: (count: number, all: number, share: number, word: string) =>
      count >= all
        ? `in ${number(all)} ${all === 1 ? word : plural(word)}`
        : `${percent(share)} in ${number(count)} of ${number(all)} ${plural(word)}`,
    weekFlat: 'Much the same every day',
    weekUnknown: 'Days were not recorded',
    weekend: (days: string, percentMore: number) => `${signed(percentMore)}% on ${days}`,
    hours: (span: string) => `fullest ${span}`,
    hoursAllDay: 'no hour stands out',
    hoursUnknown: 'hours were not recorded',
    ends: (less: number, more: number) => `${signed(less)}% to ${signed(more)}%`,
    endsSay: 'lowest to highest answers, not a confidence interval',
    noRange: 'No lowest and highest were recorded, so there is no range.',
    rangeHead: 'Range',
    withoutRange: (spots: number) => `${many(spots, 'spot')} without a range`,
    knownHead: 'Visited',
    evidence: (spots: number, validated: number, share: number) =>
      validated === 0
        ? `none of ${many(spots, 'spot')} validated`
        : validated === spots
          ? `${many(spots, 'spot')}, all validated`
          : `${number(validated)} of ${many(spots, 'spot')} validated, with ${wholePercent(share)} of the people`,
    remote: (places: number, remote: number) =>
      `${number(places)} at places, ${number(remote)} by phone or on the web`,
    notCountedHead: 'Not counted',
    unlisted: 'people at spots nobody listed',
    noSpot: 'people who come to no spot',
    unvisited: (count: number, all: number, word: string) =>
      `people in ${number(count)} of ${number(all)} ${plural(word)} not visited`,
    uncoveredOf: (share: number, whole: string) => `${wholePercent(share)} of ${whole}`,
    everyone: 'Everybody is covered by the plan.',
    mostly: (persons: number, reason: string) => `${number(persons)} ${reason}`,
    noPlan: 'No plan was made.',
    notForAudience: 'Not in a page for this audience.',
    hiddenTotal: 'Hidden: too few people or spots.',
  },
  where: {
    title: 'Where',
    lead: (word: string) =>
      `Colour says how many people are estimated in a ${word}; the area of a circle says how many are met at one spot. Large areas look more important than they are: read the numbers too.`,
    leadPoints:
      'The area of a circle says how many people are met at one spot. The study has no outlines to draw them on.',
    hiddenRows: (names: string) =>
      `Hidden, because small or to protect a small number; nobody counts as small: ${names}.`,
    emptyRows: (names: string) =>
      `No spot is listed in ${names}. That is not the same as nobody being there.`,
    leadAggregated: (word: string) =>
      `Colour says how many people are estimated in a ${word}. Large areas look more important than they are: read the numbers too.`,
    mapTitle: (population: string) => `Map of ${population}`,
    mapSays: (areas: number, spots: number, top: string) =>
      `${many(areas, 'area')} drawn, ${many(spots, 'spot')} drawn. Most people: ${top}.`,
    caption: (what: { population: string; when: string; drawn: number; spots: number; exact: boolean }) =>
      `${what.population}${what.when}. Circles: ${what.drawn === what.spots ? many(what.spots, 'spot') : `${number(what.drawn)} of ${many(what.spots, 'spot')} (the others have no coordinates)`}, ${what.exact ? 'at the place recorded' : 'moved to the nearest 0.001°, about 100 m'}. People met by phone or on the web have no place on the map.`,
    captionAreas: (what: { population: string; when: string }) =>
      `${what.population}${what.when}. Areas only: no spot is shown to this audience.`,
    captionNoPoints: (what: { population: string; when: string; spots: number }) =>
      `${what.population}${what.when}, from ${many(what.spots, 'spot')}. The study has no coordinates of spots.`,
    merged: 'Circles that would lie on one another are drawn as one.',
    noSpot: 'no spot listed (not the same as nobody)',
    notVisited: 'not visited',
    hidden: 'hidden (small numbers)',
    classPeople: 'people',
    circlePeople: 'people at a spot',
    km: (km: number) => `${number(km, 2)} km`,
    noMap: 'There is no map: the study has neither outlines nor coordinates.',
    tableTitle: (word: string, population: string) => `${plural(word)}: ${population}`,
    share: 'share',
    spots: 'spots',
    spotsAtLeast: 'spots, at least',
    estimate: 'estimate',
    range: 'range',
    rangeHead: 'lowest to highest',
    per1000: 'per 1,000',
    barHead: (most: number) => `0 to ${number(most)}`,
  },
  sizes: {
    title: 'How many, and how sure',
    lead: 'Two different things are drawn apart. The wide band is the range: every lowest answer added up, every highest answer added up. The thin line below is computed from a stated assumption about errors. Neither is a confidence interval unless it says so.',
    leadAggregated:
      'The band is the range: every lowest answer added up, every highest answer added up, rounded. It is not a confidence interval.',
    range: (range: string) => `range ${range} (lowest and highest answers, added up)`,
    interval: (range: string, basis: string, method: string) => `computed ${range} (${basis}; ${method})`,
    noRange: 'no range: no lowest and highest were recorded',
    noInterval: 'no computed interval',
    figure: 'National estimates with their ranges',
    says: (rows: readonly string[]) => rows.join(' '),
    rowSays: (population: string, estimate: number, range: string) =>
      `${population}: ${number(estimate)}, ${range}.`,
    caption: (when: string, spots: number) =>
      `All populations on one scale of persons${when}, from ${many(spots, 'spot')}.`,
    captionAggregated: (when: string) => `All populations on one scale of persons${when}.`,
    modes: (geo: number, phone: number, web: number) =>
      list([
        `${number(geo)} met at places`,
        ...(phone > 0 ? [`${number(phone)} by phone`] : []),
        ...(web > 0 ? [`${number(web)} on the web`] : []),
      ]),
  },
  week: {
    title: 'When',
    lead: 'People expected at spots that are open, by day and hour. Hours after midnight belong to the evening before. It says when spots are open, not how long anybody stays.',
    heatTitle: (population: string) => `Week of ${population}`,
    heatSays: (day: string, span: string, people: number) =>
      `Fullest on ${day} at ${span}, with about ${number(people)} people at open spots.`,
    heatCaption: (what: { population: string; when: string; known: number; spots: number; flat: number }) =>
      `${what.population}${what.when}, from ${what.known === what.spots ? many(what.spots, 'spot') : `${number(what.known)} of ${many(what.spots, 'spot')}`} with known hours.${what.flat > 0 ? ` ${number(what.flat)} of them say nothing of their week and count alike on every day.` : ''} Those without hours are left out, not taken to be closed.`,
    clockTitle: (population: string) => `Busy hours of ${population}`,
    clockSays: (span: string | undefined) =>
      span === undefined ? 'No hour stands out.' : `Most people are at open spots at ${span}.`,
    clockCaption: 'A mean day; each petal is one hour, its length the people at open spots. Night is shaded.',
    stripTitle: (population: string) => `Days of ${population}`,
    stripSays: (days: string) => (days === '' ? 'No day stands out.' : `Busiest: ${days}.`),
    stripCaption: (what: { population: string; when: string; known: number; spots: number }) =>
      `${what.population}${what.when}, persons a day at ${what.known === what.spots ? many(what.spots, 'spot') : `${number(what.known)} of ${many(what.spots, 'spot')}`} whose week is known. Hours were not recorded.`,
    unknown: (population: string) => `${population}: neither days nor hours were recorded.`,
    atHour: (day: string, at: string, people: number) => `${day} ${at}: ${number(people)}`,
    day: 'day',
    hour: 'hour',
    people: 'people',
    mean: 'mean',
    fullest: 'fullest',
    least: 'none',
    few: 'fewer',
    most: 'more',
  },
  kinds: {
    title: 'Kinds of spots',
    lead: 'People by the kind of spot they are counted at, with the range of answers.',
    kind: 'kind',
    modes: { geo: 'at a place', phone: 'by phone', web: 'on the web' },
    unstated: 'not stated',
    caption: (population: string, when: string, spots: number) =>
      `${population}${when}, from ${many(spots, 'spot')}.`,
    captionAggregated: (population: string, when: string) => `${population}${when}.`,
  },
  concentration: {
    title: 'How unevenly spread',
    lead: 'Spots are lined up from the smallest to the largest. The further the curve sags below the straight line, the more people are at few spots. Spots nobody listed would lower the Gini.',
    figure: (population: string) => `Lorenz curve of ${population}`,
    says: (gini: number, half: number, spots: number) =>
      `Gini ${number(gini, 2)}. Half of the people are at the ${number(half)} largest of ${many(spots, 'spot')} (${percent(half / spots)}).`,
    caption: (population: string, when: string, spots: number) =>
      `${population}${when}, ${many(spots, 'spot')}, 0 = all spots alike, 1 = everybody at one.`,
    spotsAxis: 'spots, smallest first',
    peopleAxis: 'people',
    gini: 'Gini',
    shareSpots: 'share of spots',
    sharePeople: 'share of people',
    even: 'all alike',
    tooFew: (population: string) => `${population}: too few spots for a curve.`,
  },
  plan: {
    title: 'The plan',
    lead: (target: number) =>
      `What the microplan does with these estimates; it aims at ${percent(target)} of the people met at spots. Where the estimates are wrong, so is the plan.`,
    mapTitle: (population: string) => `Catchments for ${population}`,
    mapSays: (catchments: number, gaps: number) =>
      `${many(catchments, 'catchment')} drawn; ${many(gaps, 'spot')} without a planned visit drawn as rings.`,
    mapCaption: (population: string, exact: boolean) =>
      `${population}. Each patch holds the spots of one worker, ${exact ? 'drawn 50 m wide around them' : 'drawn about 300 m wide around coarse places'}. Rings: people at spots without a visit; their area says how many.`,
    legendCatchment: 'spots of one worker',
    legendGap: 'people without a visit',
    covered: 'covered',
    uncovered: 'not covered',
    facts: (what: { workers: number; isSlots: boolean; spots: number; visits: number; fromNeed: string }) =>
      `${what.isSlots ? `${many(what.workers, 'worker')} to be found` : many(what.workers, 'worker')}, ${many(what.spots, 'spot')}, ${many(what.visits, 'visit')} in four weeks.${what.fromNeed}`,
    need: (low: number, estimate: number, high: number) =>
      ` By formula the target takes ${number(estimate)} workers (${number(low)}–${number(high)} over the range).`,
    chance: (chance: number, target: number) =>
      `Chance of covering ${percent(target)} of everybody, met at spots or not: ${wholePercent(chance)}.`,
    conflict: 'Conflict mode: nobody is sent where safety is not recorded.',
    coverTitle: 'Covered and not covered',
    coverSays: (covered: number, all: number) => `${number(covered)} of ${number(all)}`,
    loadTitle: (population: string) => `Load of the workers for ${population}`,
    loadSays: (workers: number, mean: number, full: number) =>
      `${many(workers, 'worker')}; on average ${number(mean)} people each; ${number(full)} at nine tenths of their most or above.`,
    loadCaption: 'One bar a worker, fullest first. The line is the most a worker serves.',
    loadMost: (most: number) => `most: ${number(most)}`,
    worker: 'worker',
    workers: 'workers',
    people: 'people',
    mostHead: 'most',
    load: 'load',
    noWorkers: (population: string) => `${population}: the plan gives no worker a spot.`,
    noMap: 'No map of catchments: no spot of the plan has coordinates.',
  },
  uncovered: {
    title: 'Who is not covered, and why',
    lead: 'Everybody the plan does not reach, each with one reason and the smallest change that would help most of them.',
    nobody: (population: string) => `${population}: everybody is covered.`,
    reason: 'reason',
    people: 'people',
    spots: 'spots',
    change: 'what would help',
    caption: (population: string, uncovered: number, all: number) =>
      `${population}: ${number(uncovered)} of ${number(all)} people.`,
    reasons: {
      virtual_only: 'met by phone or on the web only',
      not_met_at_spots: 'never met at a mapped spot',
      nobody_expected: 'at spots where nobody is expected',
      security: 'at spots not known to be safe to visit',
      incident: 'at spots near a recent incident',
      no_worker_of_population: 'without a worker of their own population',
      no_shared_language: 'without a worker who speaks their language',
      no_pair: 'where a visit takes two and no pair can be made',
      distance: 'too far from any worker',
      hours: 'there only when no worker is free',
      curfew: 'there only under curfew',
      capacity: 'where every worker who could go is full',
      road_closed: 'behind a road that is closed',
      money: 'for want of money',
    },
    changes: {
      online_task: 'an online task: chat, phone or a link to a site',
      networks: 'networks: people met at spots bring others',
      new_count: 'counting again',
      after_incident: 'waiting, then a fresh check of how safe the spot is',
      security_check: 'a fresh check of how safe the spot is',
      new_worker: 'more workers',
      more_people: 'a few more people for a worker who has room',
      go_farther: 'a worker who goes further or lives nearer',
      other_hours: 'other working hours',
      meet_earlier: 'meeting before the curfew',
      open_road: 'an open road, or a worker on the other side',
      more_money: 'more money',
    },
  },
  trace: {
    title: 'From raw sum to estimate',
    lead: 'Each step of the chain and what it did to the total, in order. Nothing else changed the number.',
    step: 'step',
    method: 'method',
    change: 'change',
    after: 'total after it',
    rows: 'spots',
    caption: (population: string, when: string) => `${population}${when}, persons.`,
    steps: {
      settle: 'raw sum of the spots',
      level_1: 'level 1 corrected',
      day: 'day chosen',
      overlap: 'people seen twice',
      hidden: 'people at no spot',
      profiles: 'profiles to people',
      virtual: 'phone and web joined',
    } as Readonly<Record<string, string>>,
    unchanged: 'no change',
  },
  forest: {
    title: 'Beside other methods',
    lead: 'Estimates by different methods, each with what its ends mean. Squares are single estimates, diamonds join them. The count of this study is shown for comparison; it is joined only where it is itself a row of the table.',
    figure: (population: string, place: string) =>
      place === '' ? `Estimates of ${population}` : `Estimates of ${population}, ${place}`,
    source: 'estimate by',
    persons: 'people',
    ends: 'low to high',
    own: 'this study’s count',
    joined: (name: string) => `joined: ${name}`,
    leftOut: (name: string, persons: number, reason: string) =>
      `Left out: ${name} (${number(persons)}), ${reason}.`,
    refusal: (reason: string) => `Not joined: ${reason}.`,
    basis: (basis: Basis, level: number | undefined) =>
      level === undefined ? BASES[basis] : `${percent(level)} ${BASES[basis]}`,
    noEnds: 'no ends given',
    disagree: (factor: number) =>
      `The largest is ${number(factor, 1)} times the smallest. No joining makes that go away.`,
    caption: (population: string, sources: number) => `${population}: ${many(sources, 'estimate')}, persons.`,
  },
  choices: {
    title: 'Had we chosen otherwise',
    lead: 'Every defensible chain of choices the data allow, sorted by its total. The chain of this study is marked. Chains are not equally plausible and all share the same data: this is not a distribution.',
    figure: (population: string) => `Totals of ${population} under other choices`,
    says: (chains: number, low: number, high: number, own: number | undefined) =>
      `${many(chains, 'chain')} give ${number(low)} to ${number(high)} people${own === undefined ? '' : `; this study’s gives ${number(own)}`}.`,
    caption: (population: string, drawn: number, all: number) =>
      drawn === all
        ? `${population}. Band: lowest and highest answers added up; line: estimate. Marks below say which choice each chain makes.`
        : `${population}. ${number(drawn)} of ${number(all)} chains drawn, evenly taken. Band: lowest and highest answers added up; line: estimate. Marks below say which choice each chain makes.`,
    effects: 'One choice changed, all others as in the study',
    choice: 'choice',
    estimate: 'total',
    change: 'change',
    own: 'this study',
    single: (population: string) => `${population}: the data allow one chain only.`,
  },
  issues: {
    title: 'What is doubtful in the data',
    none: 'No error, warning or note was raised.',
    counts: (errors: number, warnings: number, notes: number) =>
      `${list([many(errors, 'error'), many(warnings, 'warning'), many(notes, 'note')])}.`,
    severity: { error: 'error', warning: 'warning', note: 'note' },
    what: 'what',
    where: 'where',
    todo: 'to do',
    times: (count: number) => `${number(count)} times`,
    andMore: (count: number) => `and ${number(count)} more`,
  },
  methods: {
    title: 'How it was done',
    lead: 'The cards below are those `spotwise explain` prints: what each step does, when it is right, when it misleads, and where it comes from.',
    all: 'all populations',
    set: 'Set to',
  },
  protection: {
    title: 'What is hidden, and why',
    says: (shown: number, hidden: number) =>
      `${number(hidden)} of ${number(shown + hidden)} cells are hidden, because they are small or because they would give a small one away; which of the two is not said.`,
    rules: (rules: { people: number; spots: number; dominance: number; round_to: number }) =>
      `A cell is shown with at least ${many(rules.people, 'person', 'people')} at ${many(rules.spots, 'spot')} or more and no more than ${percent(rules.dominance)} at one spot. Persons are rounded to ${number(rules.round_to)}, lows down and highs up, so rounded parts need not add up.`,
  },
  run: {
    title: 'This run',
    lead: 'What went in and what came out, with fingerprints (SHA-256), so that anybody can check that a file is the one used here.',
    made: (command: string, version: string) => `spotwise ${command}, version ${version}`,
    seed: 'seed',
    options: 'options',
    none: 'none',
    rows: 'rows read',
    inputs: 'Files read',
    outputs: 'Files written beside this page',
    file: 'file',
    hash: 'SHA-256',
  },
};

/** The shape of a catalogue of words. */
export type Words = typeof ENGLISH;
