import { choiceFor } from '../estimate/choose.js';
import { DAY_BASIS } from '../estimate/day-basis.js';
import { dayCountsOf, meanOverDays, peakDaysOf, type DayCounts } from '../estimate/week.js';
import type { Estimates, SpotFigure } from '../model/estimate.js';
import type { Position } from '../model/boundary.js';
import { compareText } from '../model/issue.js';
import { sumTriples, type Triple } from '../model/range.js';
import { apportion, apportionTriples, wholePersons, wholeTriple } from '../model/rounding.js';
import { populationsOf, type Study } from '../model/study.js';
import { DAYS, type Day } from '../model/week.js';
import type { Part } from './microplan.js';
import { forPopulation, type Load, type PlanRules, type Risk } from './rules.js';
import { incidentAt, isConflict, securityLevel, statedLevel } from './security.js';
import { placeOf } from './where.js';

/** Where the demand of a study comes from. */
export interface DemandContext {
  readonly study: Study;
  readonly estimates: Estimates;
  readonly rules: PlanRules;
}

/**
 * Every population at every spot as one part each, in whole persons that add up to the population's whole-person sum of
 * persons met at spots, in order of spot and population.
 */
export function demandOf(context: DemandContext): Part[] {
  const { study, estimates } = context;
  const codes = populationsOf(study).map((population) => population.code);
  const figures = codes.flatMap((code) => wholeFigures(estimates, code));
  figures.sort(
    (a, b) =>
      compareText(a.figure.spot.spot_id, b.figure.spot.spot_id) ||
      compareText(a.figure.spot.population, b.figure.spot.population),
  );
  const weekOf = weekFinder(context);
  const describe = partDescriber(context, aliasesOf(figures.map(({ figure }) => figure.spot.spot_id)));
  return figures.map(({ figure, people }) => describe(figure, people, weekOf(figure)));
}

interface WholeFigure {
  readonly figure: SpotFigure;
  readonly people: Triple;
}

function wholeFigures(estimates: Estimates, population: string): WholeFigure[] {
  const figures = estimates.spots.filter((figure) => figure.spot.population === population);
  const total = wholeTriple(sumTriples(figures.map((figure) => figure.at)));
  const people = apportionTriples(
    figures.map((figure) => figure.at),
    total,
  );
  return figures.map((figure, at) => ({ figure, people: people[at] ?? total }));
}

/** Codes for paper: a letter and three digits by order of the spots, so that no code says what a spot is. */
function aliasesOf(spots: readonly string[]): Map<string, string> {
  const distinct = [...new Set(spots)].sort(compareText);
  return new Map(
    distinct.map((spot, at) => [
      spot,
      `${String.fromCharCode(65 + (Math.floor(at / 999) % 26))}${String((at % 999) + 1).padStart(3, '0')}`,
    ]),
  );
}

/** Persons on each day over persons on the day the estimates stand for. */
interface Week {
  readonly factors: DayCounts;
  readonly peakDays: readonly Day[];
}

const FLAT: DayCounts = { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1 };

/** The week of a spot: its own, else that of its population, else the same every day. */
function weekFinder({ study, estimates }: DemandContext): (figure: SpotFigure) => Week {
  const { weekend } = study.settings;
  const profiles = new Map(
    estimates.week
      .filter((profile) => profile.municipality === '')
      .map((profile) => [profile.population, profile]),
  );
  const bases = new Map(
    populationsOf(study).map((population) => [
      population.code,
      choiceFor(DAY_BASIS, study.settings, population).use,
    ]),
  );
  return (figure) => {
    const { population, peak_days: stated } = figure.spot;
    const counts = dayCountsOf(figure, weekend) ?? profiles.get(population)?.days ?? FLAT;
    const base = baseOf(counts, bases.get(population) ?? 'usual', weekend);
    const factor = (day: Day) => (base > 0 ? counts[day] / base : 1);
    const factors = Object.fromEntries(DAYS.map((day) => [day, factor(day)])) as DayCounts;
    return { factors, peakDays: stated ?? peakDaysOf(counts) };
  };
}

function baseOf(counts: DayCounts, basis: string, weekend: readonly Day[]): number {
  switch (basis) {
    case 'peak':
      return Math.max(...DAYS.map((day) => counts[day]));
    case 'weekly-mean':
    case 'by-day':
      return meanOverDays(counts, DAYS);
    default:
      return meanOverDays(
        counts,
        DAYS.filter((day) => !weekend.includes(day)),
      );
  }
}

type DescribePart = (figure: SpotFigure, people: Triple, week: Week) => Part;

function partDescriber({ study, rules }: DemandContext, aliases: ReadonlyMap<string, string>): DescribePart {
  const conflict = isConflict(study, rules);
  const positionsOf = spotPositions(study);
  return (figure, people, week) => {
    const { spot } = figure;
    const expected = expectedOf(people.estimate, week.factors);
    const incident = incidentAt(spot, positionsOf, rules);
    const level = conflict ? securityLevel(spot, rules) : statedLevel(spot);
    const security = incident === undefined ? level : Math.max(HELD, level ?? HELD);
    const hours = inOneDay(spot.hours ?? rules.hours_unknown);
    return {
      id: partId(spot.spot_id, spot.population, ''),
      figure,
      spot: spot.spot_id,
      population: spot.population,
      letter: '',
      alias: aliases.get(spot.spot_id) ?? '',
      people,
      place: placeOf(spot),
      languages: spot.languages ?? [],
      expected,
      peakDays: week.peakDays,
      hours,
      hoursKnown: spot.hours !== undefined,
      load: loadOf(Math.max(...DAYS.map((day) => expected[day]))),
      risk: (spot.risk as Risk | undefined) ?? forPopulation(rules.risk, spot.population),
      security,
      incident,
      pair: conflict && ((security ?? 4) >= 3 || !isInDaylight(hours, rules)),
    };
  };
}

/** Level from which a spot is held. */
const HELD = 4;

/** Where each spot of the study is, by code. */
function spotPositions(study: Study): (id: string) => readonly Position[] {
  const positions = new Map<string, Position[]>();
  for (const spot of study.spots) {
    const { position } = placeOf(spot);
    const known = positions.get(spot.spot_id);
    if (position === undefined) continue;
    if (known === undefined) positions.set(spot.spot_id, [position]);
    else known.push(position);
  }
  return (id) => positions.get(id) ?? [];
}

/** The key of a part. */
export function partId(spot: string, population: string, letter: string): string {
  return JSON.stringify([spot, population, letter]);
}

const expectedOf = (persons: number, factors: DayCounts): DayCounts =>
  Object.fromEntries(DAYS.map((day) => [day, wholePersons(persons * factors[day])])) as DayCounts;

/** Hours that start at midnight or later belong to the day they are on. */
const inOneDay = ({ from, to }: Part['hours']): Part['hours'] =>
  from >= 1440 ? { from: from - 1440, to: to - 1440 } : { from, to };

const isInDaylight = (hours: Part['hours'], { daylight }: PlanRules) =>
  hours.from >= daylight.from && hours.to <= daylight.to;

/** The load class of a number of people expected on the busiest day. */
export function loadOf(people: number): Load {
  if (people < 5) return '1-4';
  if (people < 15) return '5-14';
  return people < 40 ? '15-39' : '40+';
}

/**
 * The part cut into the fewest equal parts that none is larger than `most` persons, lettered a, b, c …; persons of all
 * parts add up to the whole at low, estimate and high.
 */
export function splitPart(part: Part, most: number): Part[] {
  const pieces = Math.ceil(part.people.estimate / Math.max(1, Math.floor(most)));
  if (pieces <= 1) return [part];
  const share = part.people.estimate / pieces;
  const equal = Array.from({ length: pieces }, () => ({
    low: part.people.low / pieces,
    estimate: share,
    high: part.people.high / pieces,
  }));
  const people = apportionTriples(equal, part.people);
  const byDay = DAYS.map((day) => ({
    day,
    counts: apportion(
      equal.map(() => part.expected[day] / pieces),
      part.expected[day],
    ),
  }));
  return people.map((persons, at) => {
    const letter = letterOf(at);
    const expected = Object.fromEntries(byDay.map(({ day, counts }) => [day, counts[at] ?? 0])) as DayCounts;
    return {
      ...part,
      id: partId(part.spot, part.population, letter),
      letter,
      people: persons,
      expected,
      load: loadOf(Math.max(...DAYS.map((day) => expected[day]))),
    };
  });
}

const letterOf = (at: number): string =>
  at < 26 ? String.fromCharCode(97 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26);
