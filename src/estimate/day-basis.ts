import { SOURCES, type Step, type Variant } from '../model/card.js';
import { raise } from '../model/issue-catalogue.js';
import { scaleTriple } from '../model/range.js';
import { DAYS, type Day } from '../model/week.js';
import { correctedTotal, type ExampleSpot } from './example-study.js';
import type { Figures } from './figures.js';
import { makeTriples, setTriple, tripleAt, type WritableTriples } from './triples.js';
import type { PopulationStep } from './population-step.js';
import { dayCounter } from './week.js';

/** Puts the persons of the chosen day into `at` figure by figure; false where a row does not say. */
type OnDay = (figures: Figures, weekend: readonly Day[]) => (at: number, into: WritableTriples) => boolean;

/** Moves every figure to the chosen day; where a row does not say, it keeps its usual day and the trace counts it. */
function moveTo(onDay: OnDay): PopulationStep {
  return (figures, context) => {
    const { usual } = figures.parts;
    const move = onDay(figures, context.study.settings.weekend);
    const moved = makeTriples(figures.length);
    let kept = 0;
    for (let at = 0; at < figures.length; at += 1) {
      if (move(at, moved)) continue;
      kept += 1;
      setTriple(moved, at, tripleAt(usual, at));
    }
    const result = figures.with({ at: moved, total: moved });
    if (kept === 0) return { figures: result, note: '' };
    const note = `${kept} of ${figures.length} spots keep their usual day: their week is not known`;
    const place = { file: context.study.files['spots'] ?? 'spots.csv' };
    return {
      figures: result,
      note,
      issues: [raise('day-basis-missing', place, { message: `${context.population}: ${note}.` })],
    };
  };
}

/** The figures stand for the usual day as they are. */
const keepUsual: PopulationStep = (figures) => {
  const { usual } = figures.parts;
  return { figures: figures.with({ at: usual, total: usual }), note: '' };
};

const peakDay: OnDay = (figures, weekend) => {
  const { peak } = figures.parts;
  const count = dayCounter(figures, weekend);
  const counts = new Float64Array(DAYS.length);
  return (at, into) => {
    const range = peak?.rangeAt(at);
    if (range !== undefined) {
      setTriple(into, at, range);
      return true;
    }
    return count(at, counts) && setAverage(figures, at, into, Math.max(...counts));
  };
};

const weeklyMean: OnDay = (figures, weekend) => {
  const count = dayCounter(figures, weekend);
  const counts = new Float64Array(DAYS.length);
  const busy = weekend.map((day) => DAYS.indexOf(day));
  return (at, into) => {
    if (!count(at, counts)) return false;
    const ordinary = (figures.parts.usual.estimate[at] ?? 0) * (DAYS.length - weekend.length);
    const atWeekend = busy.reduce((sum, day) => sum + (counts[day] ?? 0), 0) / weekend.length;
    return setAverage(figures, at, into, (ordinary + atWeekend * weekend.length) / DAYS.length);
  };
};

const meanOfDays: OnDay = (figures, weekend) => {
  const { spots, rows } = figures.parts;
  const daysOf = DAYS.map((day) => spots.numberAt(day));
  const count = dayCounter(figures, weekend);
  const counts = new Float64Array(DAYS.length);
  return (at, into) => {
    if (daysOf.some((of) => Number.isNaN(of(rows[at] ?? 0))) || !count(at, counts)) return false;
    return setAverage(figures, at, into, counts.reduce((sum, persons) => sum + persons, 0) / DAYS.length);
  };
};

/** The usual range moved so that its estimate becomes the persons given; a spot usually empty gets no width. */
function setAverage(figures: Figures, at: number, into: WritableTriples, persons: number): true {
  const usual = tripleAt(figures.parts.usual, at);
  const moved =
    usual.estimate > 0
      ? scaleTriple(usual, persons / usual.estimate)
      : { low: persons, estimate: persons, high: persons };
  setTriple(into, at, moved);
  return true;
}

const moveToPeak = moveTo(peakDay);
const moveToWeeklyMean = moveTo(weeklyMean);
const moveToMeanOfDays = moveTo(meanOfDays);

const BUSY_WEEKEND: readonly ExampleSpot[] = [{ usual: 20, weekday: 20, weekend: 25 }];

const VARIANTS: readonly Variant<PopulationStep>[] = [
  {
    id: 'usual',
    title: 'Usual day',
    summary: 'People met on an ordinary day.',
    formula: 'S = U',
    rightWhen: 'the same people come most days',
    misleads: 'people who come only at the weekend are not in it',
    sources: [SOURCES.emmanuel2019],
    example: {
      given: '20 on a usual day, 25 at the weekend',
      gives: 20,
      compute: correctedTotal(keepUsual, BUSY_WEEKEND),
    },
    apply: keepUsual,
  },
  {
    id: 'peak',
    title: 'Peak day',
    summary: 'People met on the busiest day.',
    formula: 'S = P',
    rightWhen: 'an upper reading is wanted, or services are planned for the busiest night',
    misleads: 'people who go to another spot on the busy night are counted twice',
    sources: [SOURCES.emmanuel2019, SOURCES.kosovo2019],
    example: {
      given: '20 on a usual day, 25 at the weekend',
      gives: 25,
      compute: correctedTotal(moveToPeak, BUSY_WEEKEND),
    },
    apply: moveToPeak,
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
      compute: correctedTotal(moveToWeeklyMean, [{ usual: 100, weekday: 100, weekend: 125 }]),
    },
    apply: moveToWeeklyMean,
  },
  {
    id: 'by-day',
    title: 'Mean of the seven days',
    summary: 'The mean of the persons counted on each day of the week.',
    formula: 'S = (mon + … + sun) / 7',
    rightWhen: 'each day was asked for',
    misleads: 'days guessed from one visit look more exact than they are',
    sources: [SOURCES.spotwise],
    example: {
      given: '10 on five days, 24 on two',
      gives: 14,
      compute: correctedTotal(moveToMeanOfDays, [
        { usual: 10, mon: 10, tue: 10, wed: 10, thu: 10, fri: 24, sat: 24, sun: 10 },
      ]),
    },
    apply: moveToMeanOfDays,
  },
];

export const DAY_BASIS: Step<PopulationStep> = {
  id: 'day',
  title: 'Day basis',
  question: 'Which day do the figures stand for?',
  standard: 'usual',
  variants: VARIANTS,
};
