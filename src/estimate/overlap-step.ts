import { SOURCES, type Parameter, type Source, type Step, type Variant } from '../model/card.js';
import { EstimationError } from '../model/estimation-error.js';
import { raise } from '../model/issue-catalogue.js';
import type { Choice } from '../model/settings.js';
import { correctedTotal } from './example-study.js';
import { groupFigures, type Figures } from './figures.js';
import { mapPersons } from './triples.js';
import { factor } from './overlap/factor.js';
import { frequencyHarmonic } from './overlap/frequency-harmonic.js';
import { frequencyMean } from './overlap/frequency-mean.js';
import { lastVisit } from './overlap/last-visit.js';
import { meanVisits } from './overlap/mean-visits.js';
import { multiplicity } from './overlap/multiplicity.js';
import { pairwise } from './overlap/pairwise.js';
import { percentOff } from './overlap/percent-off.js';
import { personVisit } from './overlap/person-visit.js';
import type { CountedSpot, OverlapUniverse, OverlapWindow, Respondent } from './overlap/rows.js';
import { share } from './overlap/share.js';
import {
  leaveAsIs,
  numberOf,
  type PopulationStep,
  type StepContext,
  type StepResult,
} from './population-step.js';
import { countedSpots, interviewedAt } from './respondents.js';

const SIRKEN: Source = {
  author: 'Sirken',
  year: 1970,
  work: 'Household surveys with multiplicity, J Am Stat Assoc 65:257-266',
};
const HORVITZ: Source = {
  author: 'Horvitz and Thompson',
  year: 1952,
  work: 'doi:10.1080/01621459.1952.10483446',
};
const LASKA: Source = { author: 'Laska, Meisner and Siegel', year: 1988, work: 'Biometrics 44:461-472' };
const CHEN: Source = { author: 'Chen et al.', year: 2013, work: 'Sex Transm Infect 89:142' };

/** Scales people at geographic spots so that together they are `persons`; nobody met virtually is touched. */
function scaleTo(figures: Figures, counted: number, persons: number): Figures {
  const by = counted > 0 ? persons / counted : 1;
  return figures.withTotals((total, at) => (figures.isGeo(at) ? total * by : total));
}

const countOf = (spots: readonly CountedSpot[]) => spots.reduce((sum, spot) => sum + spot.count, 0);

/** The step as an approach of one number: from the people counted to the different persons they are. */
function correctTotal(
  persons: (spots: readonly CountedSpot[], context: StepContext) => number,
  note: string,
): PopulationStep {
  return (figures, context) => {
    const spots = countedSpots(figures);
    if (spots.length === 0) return { figures, note: 'nobody counted at places' };
    const found = persons(spots, context);
    const counted = countOf(spots);
    return {
      figures: scaleTo(figures, counted, found),
      note: `${note}: ${counted.toFixed(1)} counted, ${found.toFixed(1)} different persons`,
    };
  };
}

/**
 * Corrects for only one of the two errors, which pull in opposite directions; it is done only where the study says
 * that it knows, and it leaves a warning.
 */
function correctOneSide(missing: 'attendance' | 'overlap', step: PopulationStep): PopulationStep {
  return (figures, context) => {
    if (context.choice['acknowledge'] !== 'one-sided') {
      throw new EstimationError(
        'one-sided',
        `${context.population}: overlap "${context.choice.use}" does not correct for ${missing}, which makes most totals worse; use person-visit, or add acknowledge: one-sided`,
      );
    }
    const result = step(figures, context);
    const message = `${context.population}: "${context.choice.use}" does not correct for ${missing}.`;
    const place = { file: context.study.files['spots'] ?? 'spots.csv' };
    return {
      ...result,
      issues: [...(result.issues ?? []), raise('one-sided-correction', place, { message })],
    };
  };
}

const windowOf = (choice: Choice): OverlapWindow => (choice['window'] === 'week' ? 'week' : 'day');

function universeOf(choice: Choice): OverlapUniverse {
  const universe = choice['universe'];
  return universe === 'town' || universe === 'zone' ? universe : 'everywhere';
}

/** Person-visit over the whole study, or town by town where other spots were asked about within the town. */
const correctByPersonVisit: PopulationStep = (figures, context) => {
  const spots = countedSpots(figures);
  const { respondents, saysSpots, elsewhere } = interviewedAt(context.study, context.population, spots);
  if (!saysSpots) {
    throw new EstimationError(
      'no-respondents',
      `${context.population}: person-visit needs attendance.csv with days_per_week and spots_per_day for every respondent`,
    );
  }
  const window = windowOf(context.choice);
  const universe = universeOf(context.choice);
  const whole = personVisit(spots, respondents, { window, universe });
  const note = [
    `${respondents.length} respondents, window ${window}, other spots ${universe}: ${countOf(spots).toFixed(1)} counted, ${whole.estimate.toFixed(1)} different persons in a week`,
    ...(elsewhere > 0 ? [`${elsewhere} interviews at spots left out`] : []),
  ].join('; ');
  if (universe === 'everywhere') return { figures: scaleTo(figures, countOf(spots), whole.estimate), note };
  return {
    ...correctByTown(figures, { respondents, window, universe, overall: whole.estimate / countOf(spots) }),
    note,
  };
};

interface TownCorrection {
  readonly respondents: readonly Respondent[];
  readonly window: OverlapWindow;
  readonly universe: OverlapUniverse;
  /** Different persons per person counted, over all towns: for towns without respondents. */
  readonly overall: number;
}

function correctByTown(figures: Figures, by: TownCorrection): StepResult {
  const factors = new Float64Array(figures.length).fill(by.overall);
  for (const members of groupFigures(figures, 'municipality', (name) => name ?? '').values()) {
    const spots = countedSpots(figures.pick(members));
    const ids = new Set(spots.map((spot) => spot.spotId));
    const met = by.respondents.filter((respondent) => ids.has(respondent.spotId));
    const counted = countOf(spots);
    if (met.length === 0 || counted <= 0) continue;
    const own = personVisit(spots, met, by).estimate / counted;
    for (const at of members) factors[at] = own;
  }
  const corrected = figures.withTotals((total, at) =>
    figures.isGeo(at) ? total * (factors[at] ?? by.overall) : total,
  );
  return { figures: corrected, note: '' };
}

/** Person-visit where the interviews allow it; otherwise nothing is corrected. */
const correctByData: PopulationStep = (figures, context) => {
  if (!context.study.attendance.some((row) => row.population === context.population)) {
    return { figures, note: 'none: no attendance interviews' };
  }
  const { saysSpots, respondents } = interviewedAt(context.study, context.population, countedSpots(figures));
  if (saysSpots && countOf(countedSpots(figures)) > 0) {
    const result = correctByPersonVisit(figures, context);
    return { ...result, note: `person-visit: ${result.note}` };
  }
  const lacking = respondents.length > 0 ? 'interviews without spots_per_day' : 'no attendance interviews';
  return { figures, note: `none: ${lacking}` };
};

function subtractPairs(figures: Figures, context: StepContext): StepResult {
  const listed = context.choice['pairs'];
  const pairs = (Array.isArray(listed) ? listed : []).map((text) => {
    const [first = '', second = '', shared = ''] = String(text).trim().split(/\s+/);
    return { first, second, shared: Number(shared) };
  });
  const spots = countedSpots(figures);
  const persons = pairwise(spots, pairs);
  const less = new Map<string, number>();
  for (const { first, second, shared } of pairs) {
    for (const spot of [first, second]) less.set(spot, (less.get(spot) ?? 0) + shared / 2);
  }
  const { total } = figures.parts;
  const factors = mapPersons(total.estimate, (estimate, at) => {
    const off = less.get(figures.text('spot_id', at) ?? '') ?? 0;
    return off === 0 || estimate <= 0 ? 1 : (estimate - off) / estimate;
  });
  const corrected = figures.withTotals((met, at) => met * (factors[at] ?? 1));
  return {
    figures: corrected,
    note: `${pairs.length} pairs of spots: ${countOf(spots).toFixed(1)} counted, ${persons.toFixed(1)} different persons`,
  };
}

const ACKNOWLEDGE: Parameter = {
  kind: 'choice',
  choices: ['one-sided'],
  meaning: 'says that the study knows it corrects only one of two errors that pull in opposite directions',
};
const WINDOW: Parameter = {
  kind: 'choice',
  choices: ['day', 'week'],
  standard: 'day',
  meaning: 'whether other spots were asked about for the same day or the whole week',
};
const UNIVERSE: Parameter = {
  kind: 'choice',
  choices: ['zone', 'town', 'everywhere'],
  standard: 'everywhere',
  meaning:
    'among which spots other spots were asked about; with zone or town, people who move between towns still count twice',
};

const respondentsOf = (spots: readonly CountedSpot[], context: StepContext) =>
  interviewedAt(context.study, context.population, spots).respondents;

const EXAMPLE_SPOTS: readonly CountedSpot[] = [{ spotId: 'a', count: 40 }];
const EXAMPLE_MET: readonly Respondent[] = [{ spotId: 'a', daysPerWeek: 3.5, spotsPerDay: 2 }];

const VARIANTS: readonly Variant<PopulationStep>[] = [
  {
    id: 'by-data',
    title: 'Person-visit where the interviews allow it',
    summary:
      'Uses person-visit for a population whose attendance interviews say days a week and spots a day; corrects nothing otherwise.',
    formula: 'as person-visit, else N = ΣS',
    rightWhen: 'a study has interviews for some populations and not for others',
    misleads:
      'populations with and without interviews are then not comparable; the trace says which is which',
    sources: [SOURCES.spotwise, HORVITZ],
    parameters: { window: WINDOW, universe: UNIVERSE },
    example: {
      given: '40 counted a day, no interviews',
      gives: 40,
      compute: correctedTotal(correctByData, [{ usual: 40 }]),
    },
    apply: correctByData,
  },
  {
    id: 'none',
    title: 'No correction',
    summary: 'Everybody counted at a spot is taken for a different person, and nobody was away.',
    formula: 'N = ΣS',
    rightWhen: 'nothing is known of either; the two errors then partly cancel',
    misleads:
      'in a simulation with known truth it gives 0.82 of those who attend; it can be far off either way',
    sources: [SOURCES.odek2014, SOURCES.kosovo2019],
    example: { given: '40 counted', gives: 40, compute: correctedTotal(leaveAsIs, [{ usual: 40 }]) },
    apply: leaveAsIs,
  },
  {
    id: 'person-visit',
    title: 'Person-visit',
    summary:
      'Corrects people counted at several spots and people away that day together, from interviews at spots.',
    formula:
      'N = 7·ΣU × mean(1/V), V = spots a day × days a week, each respondent weighted by the count where met',
    rightWhen: 'people interviewed at spots said on how many days they come and to how many spots',
    misleads:
      'people who come rarely and refuse to talk; days rounded up; weekends much busier than the counted day: in invented towns (docs/calibration.md) each made it 13% to 14% too low, and no interval saw it',
    sources: [HORVITZ, SIRKEN],
    parameters: { window: WINDOW, universe: UNIVERSE },
    example: {
      given: '40 counted a day, everybody uses 2 spots on 3.5 days a week',
      gives: 40,
      compute: () =>
        personVisit(EXAMPLE_SPOTS, EXAMPLE_MET, { window: 'day', universe: 'everywhere' }).estimate,
    },
    apply: correctByPersonVisit,
  },
  {
    id: 'frequency-duplication',
    title: 'Frequency, then duplication',
    summary:
      'The first two of the three published steps: a factor for people away that day, then a share counted twice.',
    formula: 'N = U · c · (1 − d)',
    rightWhen: 'a survey gives both figures; the third step is hidden with use: divide',
    misleads:
      'a factor from one town carried to another; duplication of the day counted where people who come often also use more spots (invented towns, in which they do not, cannot show it)',
    sources: [SOURCES.khodadost2025],
    parameters: {
      people_per_counted: {
        kind: 'number',
        meaning: 'people in the period per person of a usual day, 1 or more',
        required: true,
      },
      duplication: { kind: 'share', meaning: 'share counted before at another spot', required: true },
    },
    example: {
      given: '843 counted, factor 2104/843, 29% duplicates',
      gives: 1493.84,
      compute: () => percentOff(factor(843, 2104 / 843), 0.29),
    },
    apply: correctTotal(
      (spots, { choice }) =>
        percentOff(
          factor(countOf(spots), numberOf(choice, 'people_per_counted')),
          numberOf(choice, 'duplication'),
        ),
      'frequency, then duplication',
    ),
  },
  {
    id: 'last-visit',
    title: 'Last visit (Laska, Meisner and Siegel)',
    summary: 'Estimates the people of a period from when those met were there before.',
    formula: 'N = Σ i·mᵢ / (r₁·r₂), mᵢ = people whose previous visit was i weeks before',
    rightWhen: 'a whole week of visitors was asked for their previous visit',
    misleads: 'rough memory of the last visit; response shares that are guesses',
    sources: [LASKA, CHEN],
    parameters: {
      weighted_visits: { kind: 'number', meaning: 'Σ i·mᵢ over the people met', required: true },
      covered: { kind: 'share', meaning: 'r₁: share of venues or opening times covered', required: true },
      answered: { kind: 'share', meaning: 'r₂: share of the people present who answered', required: true },
    },
    example: {
      given: 'Σ i·mᵢ 1,639, r₁ 1, r₂ 0.27',
      gives: 6070.37,
      compute: () => lastVisit([{ weeksAgo: 1, people: 1639 }], { covered: 1, answered: 0.27 }),
    },
    apply: correctTotal(
      (_spots, { choice }) =>
        lastVisit([{ weeksAgo: 1, people: numberOf(choice, 'weighted_visits') }], {
          covered: numberOf(choice, 'covered'),
          answered: numberOf(choice, 'answered'),
        }),
      'last visit',
    ),
  },
  {
    id: 'multiplicity',
    title: 'Multiplicity',
    summary: 'Corrects people counted at several spots on the same day, from interviews at spots.',
    formula: 'N = ΣS × mean(1/k), weighted by the count where met',
    rightWhen: 'everybody comes every day, or only the people of one day are wanted',
    misleads:
      'alone it gives 0.51 of those who attend in a simulation with known truth: people away that day stay out',
    sources: [SIRKEN],
    parameters: { acknowledge: ACKNOWLEDGE },
    example: {
      given: '40 counted, all use 2 spots a day',
      gives: 20,
      compute: () => multiplicity(EXAMPLE_SPOTS, EXAMPLE_MET),
    },
    apply: correctOneSide(
      'attendance',
      correctTotal((spots, context) => multiplicity(spots, respondentsOf(spots, context)), 'multiplicity'),
    ),
  },
  {
    id: 'share',
    title: 'Share using several spots',
    summary:
      'Corrects overlap from two published figures: how many use several spots, and how many spots they use.',
    formula: 'N = ΣS × [(1 − p) + p / k̄]',
    rightWhen: 'only these two figures are known',
    misleads: 'alone it gives 0.51 of those who attend in a simulation with known truth',
    sources: [SOURCES.spotwise],
    parameters: {
      share_using_several: {
        kind: 'share',
        meaning: 'share of people met at spots who use more than one',
        required: true,
      },
      mean_spots: { kind: 'number', meaning: 'mean number of spots among those', required: true },
      acknowledge: ACKNOWLEDGE,
    },
    example: {
      given: '1,000 counted, 0.4 of whom use 2 spots on average',
      gives: 800,
      compute: () => share(1000, { share_using_several: 0.4, mean_spots: 2 }),
    },
    apply: correctOneSide(
      'attendance',
      correctTotal(
        (spots, { choice }) =>
          share(countOf(spots), {
            share_using_several: numberOf(choice, 'share_using_several'),
            mean_spots: numberOf(choice, 'mean_spots'),
          }),
        'share using several spots',
      ),
    ),
  },
  {
    id: 'mean-visits',
    title: 'Mean number of spots',
    summary: 'Divides by the mean number of spots a person uses.',
    formula: 'N = ΣS / k̄',
    rightWhen: 'k̄ is of persons, for example from a respondent-driven survey',
    misleads: 'with interviews at spots it is too low: people using many spots are met more often',
    sources: [SOURCES.spotwise],
    parameters: {
      mean_spots: { kind: 'number', meaning: 'mean number of spots of a person', required: true },
      acknowledge: ACKNOWLEDGE,
    },
    example: { given: '1,000 counted, 2 spots a person', gives: 500, compute: () => meanVisits(1000, 2) },
    apply: correctOneSide(
      'attendance',
      correctTotal(
        (spots, { choice }) => meanVisits(countOf(spots), numberOf(choice, 'mean_spots')),
        'mean number of spots',
      ),
    ),
  },
  {
    id: 'percent-off',
    title: 'A share taken off',
    summary: 'Takes off a stated share of duplicates.',
    formula: 'N = ΣS × (1 − d)',
    rightWhen: 'a study reports only a share of duplicates',
    misleads: 'what the share was measured on is mostly not said',
    sources: [SOURCES.khodadost2025],
    parameters: {
      duplication: { kind: 'share', meaning: 'share counted before at another spot', required: true },
      acknowledge: ACKNOWLEDGE,
    },
    example: {
      given: '2,104 counted, 29% duplicates',
      gives: 1493.84,
      compute: () => percentOff(2104, 0.29),
    },
    apply: correctOneSide(
      'attendance',
      correctTotal(
        (spots, { choice }) => percentOff(countOf(spots), numberOf(choice, 'duplication')),
        'a share taken off',
      ),
    ),
  },
  {
    id: 'pairwise',
    title: 'Shared people of listed pairs',
    summary: 'Takes off the people known to be at both of two spots, pair by pair.',
    formula: 'N = ΣS − Σ shared',
    rightWhen: 'there are few spots and their people are well known',
    misleads: 'people at three spots are taken off twice',
    sources: [
      {
        author: 'Bonferroni',
        year: 1936,
        work: 'Teoria statistica delle classi e calcolo delle probabilità',
      },
    ],
    parameters: {
      pairs: { kind: 'texts', meaning: 'each "SPOT SPOT SHARED", such as "A B 5"', required: true },
      acknowledge: ACKNOWLEDGE,
    },
    example: {
      given: 'spots with 40 and 30, 10 at both',
      gives: 60,
      compute: () =>
        pairwise(
          [
            { spotId: 'a', count: 40 },
            { spotId: 'b', count: 30 },
          ],
          [{ first: 'a', second: 'b', shared: 10 }],
        ),
    },
    apply: correctOneSide('attendance', subtractPairs),
  },
  {
    id: 'frequency-harmonic',
    title: 'Attendance, harmonic',
    summary: 'Corrects people away that day, from interviews at spots.',
    formula: 'N = 7·ΣU × mean(1/f), weighted by the count where met',
    rightWhen: 'nobody uses more than one spot',
    misleads:
      'alone it gives 1.61 of those who attend in a simulation with known truth: people at several spots count several times',
    sources: [SIRKEN],
    parameters: { acknowledge: ACKNOWLEDGE },
    example: {
      given: '40 counted, all come on 3.5 days',
      gives: 80,
      compute: () => frequencyHarmonic(EXAMPLE_SPOTS, EXAMPLE_MET),
    },
    apply: correctOneSide(
      'overlap',
      correctTotal(
        (spots, context) => frequencyHarmonic(spots, respondentsOf(spots, context)),
        'attendance, harmonic',
      ),
    ),
  },
  {
    id: 'frequency-mean',
    title: 'Attendance, mean',
    summary: 'Divides seven days of people by the mean days a person comes.',
    formula: 'N = 7·ΣU / f̄',
    rightWhen: 'f̄ is of persons, for example from a respondent-driven survey, and nobody uses several spots',
    misleads: 'with interviews at spots it is too low: people who come often are met more often',
    sources: [SOURCES.khodadost2025],
    parameters: {
      mean_days: { kind: 'number', meaning: 'mean days a week a person comes', required: true },
      acknowledge: ACKNOWLEDGE,
    },
    example: { given: '40 counted, 3.5 days a person', gives: 80, compute: () => frequencyMean(40, 3.5) },
    apply: correctOneSide(
      'overlap',
      correctTotal(
        (spots, { choice }) => frequencyMean(countOf(spots), numberOf(choice, 'mean_days')),
        'attendance, mean',
      ),
    ),
  },
  {
    id: 'factor',
    title: 'Attendance, a published factor',
    summary: 'Multiplies by a stated number of people per person counted.',
    formula: 'N = ΣU × c',
    rightWhen: 'the factor was measured on the same population in the same place',
    misleads: 'a factor from one town carried to another',
    sources: [SOURCES.khodadost2025],
    parameters: {
      people_per_counted: {
        kind: 'number',
        meaning: 'people in the period per person of a usual day, 1 or more',
        required: true,
      },
      acknowledge: ACKNOWLEDGE,
    },
    example: { given: '843 counted, factor 2.496', gives: 2104.128, compute: () => factor(843, 2.496) },
    apply: correctOneSide(
      'overlap',
      correctTotal(
        (spots, { choice }) => factor(countOf(spots), numberOf(choice, 'people_per_counted')),
        'a published factor',
      ),
    ),
  },
];

export const OVERLAP: Step<PopulationStep> = {
  id: 'overlap',
  title: 'Counted twice, or away that day',
  question: 'How are people counted at several spots and people away that day corrected?',
  standard: 'by-data',
  variants: VARIANTS,
};
