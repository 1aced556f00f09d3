import { SOURCES, type Step, type Variant } from '../model/card.js';
import type { SpotFigure } from '../model/estimate.js';
import { raise } from '../model/issue-catalogue.js';
import { scaleTriple, type Triple } from '../model/range.js';
import { DAYS, type Day } from '../model/week.js';
import type { PopulationStep } from './population-step.js';
import { dayCountsOf, meanOverDays } from './week.js';

type OnDay = (figure: SpotFigure, weekend: readonly Day[]) => Triple | undefined;

/** Moves every figure to the chosen day; where a row does not say, it keeps its usual day and the trace counts it. */
function moveTo(onDay: OnDay): PopulationStep {
  return (figures, context) => {
    let kept = 0;
    const moved = figures.map((figure) => {
      const at = onDay(figure, context.study.settings.weekend);
      if (at === undefined) kept += 1;
      return { ...figure, at: at ?? figure.usual, total: at ?? figure.usual };
    });
    if (kept === 0) return { figures: moved, note: '' };
    const note = `${kept} of ${figures.length} spots keep their usual day: their week is not known`;
    const place = { file: context.study.files['spots'] ?? 'spots.csv' };
    return {
      figures: moved,
      note,
      issues: [raise('day-basis-missing', place, { message: `${context.population}: ${note}.` })],
    };
  };
}

const usualDay: OnDay = (figure) => figure.usual;

const peakDay: OnDay = (figure, weekend) => {
  if (figure.peak !== undefined) return figure.peak;
  const counts = dayCountsOf(figure, weekend);
  return counts === undefined ? undefined : onAverageOf(figure, Math.max(...DAYS.map((day) => counts[day])));
};

const weeklyMean: OnDay = (figure, weekend) => {
  const counts = dayCountsOf(figure, weekend);
  if (counts === undefined) return undefined;
  const ordinary = figure.usual.estimate * (DAYS.length - weekend.length);
  return onAverageOf(figure, (ordinary + meanOverDays(counts, weekend) * weekend.length) / DAYS.length);
};

const byDay: OnDay = (figure, weekend) => {
  const hasDays = DAYS.every((day) => figure.spot[day] !== undefined);
  const counts = hasDays ? dayCountsOf(figure, weekend) : undefined;
  return counts === undefined ? undefined : onAverageOf(figure, meanOverDays(counts, DAYS));
};

/** The usual range moved so that its estimate becomes the persons given; a spot usually empty gets no width. */
function onAverageOf(figure: SpotFigure, persons: number): Triple {
  const { usual } = figure;
  if (usual.estimate > 0) return scaleTriple(usual, persons / usual.estimate);
  return { low: persons, estimate: persons, high: persons };
}

const VARIANTS: readonly Variant<PopulationStep>[] = [
  {
    id: 'usual',
    title: 'Usual day',
    summary: 'People met on an ordinary day.',
    formula: 'S = U',
    rightWhen: 'the same people come most days',
    misleads: 'people who come only at the weekend are not in it',
    sources: [SOURCES.emmanuel2019],
    example: { given: '20 on a usual day, 25 at the weekend', gives: 20, compute: () => 20 },
    apply: moveTo(usualDay),
  },
  {
    id: 'peak',
    title: 'Peak day',
    summary: 'People met on the busiest day.',
    formula: 'S = P',
    rightWhen: 'an upper reading is wanted, or services are planned for the busiest night',
    misleads: 'people who go to another spot on the busy night are counted twice',
    sources: [SOURCES.emmanuel2019, SOURCES.kosovo2019],
    example: { given: '20 on a usual day, 25 at the weekend', gives: 25, compute: () => 25 },
    apply: moveTo(peakDay),
  },
  {
    id: 'weekly-mean',
    title: 'Mean over the week',
    summary: 'Usual days and weekend days weighted by how many there are.',
    formula: 'S = ((7 − w)·U + w·W) / 7, w weekend days',
    rightWhen: 'person-days are wanted, for attendance corrections or supplies',
    misleads: 'it is people a day, not different people in a week',
    sources: [SOURCES.spotwise],
    example: {
      given: '100 on a usual day, +25% on two weekend days',
      gives: 107.143,
      compute: () => (5 * 100 + 2 * 125) / 7,
    },
    apply: moveTo(weeklyMean),
  },
  {
    id: 'by-day',
    title: 'Mean of the seven days',
    summary: 'The mean of the persons counted on each day of the week.',
    formula: 'S = (mon + … + sun) / 7',
    rightWhen: 'each day was asked for',
    misleads: 'days guessed from one visit look more exact than they are',
    sources: [SOURCES.spotwise],
    example: { given: '10 on five days, 24 on two', gives: 14, compute: () => (5 * 10 + 2 * 24) / 7 },
    apply: moveTo(byDay),
  },
];

export const DAY_BASIS: Step<PopulationStep> = {
  id: 'day',
  title: 'Day basis',
  question: 'Which day do the figures stand for?',
  standard: 'usual',
  variants: VARIANTS,
};
