import { EstimationError } from '../../model/estimation-error.js';
import { daysBetween } from '../../model/calendar.js';
import type { PartsDone } from '../../estimate/estimate.js';
import type { AreaEstimate, Estimates, SpotFigure } from '../../model/estimate.js';
import { compareText } from '../../model/issue.js';
import type { Triple } from '../../model/range.js';
import type { Study } from '../../model/study.js';
import type { Random } from '../../stats/random.js';
import { changeOf, pairedRatio, type Change } from './change.js';
import { decayOf, standingAfter, type Decay } from './decay.js';
import { codeOf, matchSpots, type MatchedSpot, type MatchOptions, type SpotFate } from './match-spots.js';

/** A round: its study and what came out of it. */
export interface Round {
  readonly study: Study;
  readonly estimates: Estimates;
}

export interface CompareOptions extends MatchOptions {
  /** Years between the rounds; from the days of validation where not given. */
  readonly years?: number | undefined;
  /** Years ahead of the later round to look at its map. */
  readonly ahead: number;
  readonly random: Random;
  readonly replicates: number;
}

/** One population in one municipality, or everywhere, in two rounds. */
export interface ComparedArea {
  readonly population: string;
  /** Empty for all municipalities together. */
  readonly municipality: string;
  readonly spots: Readonly<Record<SpotFate, number>>;
  readonly earlier: number;
  readonly later: number;
  readonly change: Change;
  /** Persons of the change at spots kept or moved, at spots lost (below 0), at new spots, and by what is not at spots. */
  readonly atKept: number;
  readonly atLost: number;
  readonly atNew: number;
  readonly elsewhere: number;
  /** Persons later over earlier at spots of both rounds; undefined where these are fewer than ten. */
  readonly perSpot: Triple | undefined;
}

/** How the map of a population ages. */
export interface ComparedDecay {
  readonly population: string;
  readonly decay: Decay;
  /** Share of the earlier map's persons at spots that still stand. */
  readonly personsShare: number;
  /** Share of the later map still standing after the years ahead. */
  readonly ahead: Triple;
}

/** A spot of the later map in the order in which it should be seen again. */
export interface Revisit {
  readonly spotId: string;
  readonly population: string;
  readonly municipality: string;
  readonly persons: number;
  /** Chance that it is gone after the years ahead. */
  readonly chanceGone: number;
  /** Persons times that chance. */
  readonly priority: number;
}

export interface Comparison {
  readonly spots: readonly MatchedSpot[];
  readonly areas: readonly ComparedArea[];
  readonly decays: readonly ComparedDecay[];
  readonly revisit: readonly Revisit[];
  readonly years: number | undefined;
  /** Sentences on what makes the rounds less comparable. */
  readonly notes: readonly string[];
}

/**
 * Returns two rounds beside each other: the fate of every spot, the change of every total with its interval and its parts
 * (spots kept, lost, new), how fast the earlier map went out of date, and which spots of the later one to see first.
 *
 * Throws an EstimationError where the rounds have no population in common.
 *
 * Example: a round of 10 spots of which 9 still stand two years later decays by 0.95 a year.
 */
export function compareRounds(earlier: Round, later: Round, options: CompareOptions): Comparison {
  const work = compareStepwise(earlier, later, options);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

/** The same, pausing after every area, for whoever shows progress. */
export function* compareStepwise(
  earlier: Round,
  later: Round,
  options: CompareOptions,
): Generator<PartsDone, Comparison, void> {
  const populations = populationsOfBoth(earlier, later);
  const inBoth = ({ spot }: SpotFigure) => populations.includes(spot.population);
  const gone = later.study.spots.filter((spot) => spot.status !== undefined && spot.status !== 'active');
  const spots = matchSpots(
    earlier.estimates.spots.filter(inBoth),
    later.estimates.spots.filter(inBoth),
    gone,
    options,
  );
  const years = options.years ?? yearsBetween(earlier.study, later.study);
  const wanted = populations.flatMap((population) => areasOf(population, { earlier, later, spots, options }));
  const areas: ComparedArea[] = [];
  for (const compareArea of wanted) {
    areas.push(compareArea());
    yield { done: areas.length, whole: wanted.length };
  }
  const decays = years === undefined ? [] : decaysOf(populations, { spots, years, ahead: options.ahead });
  return {
    spots,
    areas,
    decays,
    revisit: revisitOf(spots, decays),
    years,
    notes: notesOn(earlier, later, { spots, years }),
  };
}

function populationsOfBoth(earlier: Round, later: Round): string[] {
  const known = new Set(later.estimates.national.map((nation) => nation.population));
  const both = earlier.estimates.national
    .map((nation) => nation.population)
    .filter((code) => known.has(code));
  if (both.length === 0)
    throw new EstimationError('nothing-counted', 'the two rounds have no population in common');
  return both.sort(compareText);
}

/** The middle day of validation. */
const middleDay = ({ spots }: Study) => {
  const days = spots.flatMap((spot) => (spot.validated_on === undefined ? [] : [spot.validated_on])).sort();
  return days[Math.floor(days.length / 2)];
};

/** Years from the middle day of validation of one round to that of the other; undefined where days are missing. */
function yearsBetween(earlier: Study, later: Study): number | undefined {
  const [from, to] = [middleDay(earlier), middleDay(later)];
  if (from === undefined || to === undefined) return undefined;
  const years = daysBetween(from, to) / 365.25;
  return years > 0 ? years : undefined;
}

interface AreaInputs {
  readonly earlier: Round;
  readonly later: Round;
  readonly spots: readonly MatchedSpot[];
  readonly options: CompareOptions;
}

/** The work of every area of a population: all municipalities together, then each where there are several. */
function areasOf(population: string, inputs: AreaInputs): (() => ComparedArea)[] {
  const { earlier, later } = inputs;
  const own = inputs.spots.filter((spot) => spot.population === population);
  const nation = (round: Round) => round.estimates.national.find((row) => row.population === population);
  const town = (round: Round, name: string) =>
    round.estimates.municipalities.find((row) => row.population === population && row.municipality === name);
  const names = [
    ...new Set(
      [earlier, later].flatMap((round) =>
        round.estimates.municipalities
          .filter((row) => row.population === population)
          .map((row) => row.municipality),
      ),
    ),
  ].sort(compareText);
  const whole = () => areaOf({ population, municipality: '' }, [nation(earlier), nation(later)], own, inputs);
  const parts = names.map(
    (municipality) => () =>
      areaOf(
        { population, municipality },
        [town(earlier, municipality), town(later, municipality)],
        own.filter((spot) => spot.municipality === municipality),
        inputs,
      ),
  );
  return names.length > 1 ? [whole, ...parts] : [whole];
}

const NOBODY = { low: 0, estimate: 0, high: 0, interval: undefined };

function areaOf(
  area: { readonly population: string; readonly municipality: string },
  [before, after]: readonly [AreaEstimate | undefined, AreaEstimate | undefined],
  spots: readonly MatchedSpot[],
  { options }: AreaInputs,
): ComparedArea {
  const change = changeOf(before ?? NOBODY, after ?? NOBODY);
  const counts = { kept: 0, moved: 0, lost: 0, new: 0 };
  const parts = { kept: 0, lost: 0, new: 0 };
  for (const { fate, earlier, later } of spots) {
    counts[fate] += 1;
    const moved = (later?.total.estimate ?? 0) - (earlier?.total.estimate ?? 0);
    parts[fate === 'moved' ? 'kept' : fate] += moved;
  }
  return {
    ...area,
    spots: counts,
    earlier: before?.estimate ?? 0,
    later: after?.estimate ?? 0,
    change,
    atKept: parts.kept,
    atLost: parts.lost,
    atNew: parts.new,
    elsewhere: change.change - parts.kept - parts.lost - parts.new,
    perSpot: perSpotOf(spots, options, `${area.population} ${area.municipality}`),
  };
}

function perSpotOf(
  spots: readonly MatchedSpot[],
  options: CompareOptions,
  label: string,
): Triple | undefined {
  const pairs = spots.flatMap(({ earlier, later }) =>
    earlier === undefined || later === undefined
      ? []
      : [{ earlier: earlier.at.estimate, later: later.at.estimate }],
  );
  try {
    return pairedRatio(pairs, { random: options.random.fork(label), replicates: options.replicates });
  } catch (error) {
    if (error instanceof EstimationError) return undefined;
    throw error;
  }
}

/** Persons at these spots at the earlier round. */
const earlierPersons = (rows: readonly MatchedSpot[]) =>
  rows.reduce((sum, { earlier }) => sum + (earlier?.at.estimate ?? 0), 0);

function decaysOf(
  populations: readonly string[],
  given: { readonly spots: readonly MatchedSpot[]; readonly years: number; readonly ahead: number },
): ComparedDecay[] {
  return populations.flatMap((population) => {
    const old = given.spots.filter(
      ({ population: own, earlier }) => own === population && earlier?.mode === 'geo',
    );
    if (old.length === 0) return [];
    const standing = old.filter((spot) => spot.fate === 'kept');
    const decay = decayOf(old.length, standing.length, given.years);
    const all = earlierPersons(old);
    return [
      {
        population,
        decay,
        personsShare: all > 0 ? earlierPersons(standing) / all : 0,
        ahead: standingAfter(decay, given.ahead),
      },
    ];
  });
}

function revisitOf(spots: readonly MatchedSpot[], decays: readonly ComparedDecay[]): Revisit[] {
  const rows = spots.flatMap((matched): Revisit[] => {
    const decay = decays.find(({ population }) => population === matched.population);
    if (decay === undefined || matched.later === undefined || matched.later.mode !== 'geo') return [];
    const persons = matched.later.at.estimate;
    const chanceGone = 1 - decay.ahead.estimate;
    const { population, municipality } = matched;
    return [
      {
        spotId: codeOf(matched),
        population,
        municipality,
        persons,
        chanceGone,
        priority: persons * chanceGone,
      },
    ];
  });
  return rows.sort(
    (a, b) =>
      b.priority - a.priority || compareText(a.population, b.population) || compareText(a.spotId, b.spotId),
  );
}

/** Share of a round's spots without a pair above which the codes are doubted. */
const MOSTLY = 0.8;

function notesOn(
  earlier: Round,
  later: Round,
  { spots, years }: { readonly spots: readonly MatchedSpot[]; readonly years: number | undefined },
): string[] {
  const paired = spots.filter((spot) => spot.earlier !== undefined && spot.later !== undefined).length;
  const old = spots.filter((spot) => spot.earlier !== undefined).length;
  const chain = ({ study }: Round) =>
    JSON.stringify([
      study.settings.method,
      study.settings.populations.map(({ code, method }) => [code, method]),
    ]);
  return [
    ...(old > 0 && paired < (1 - MOSTLY) * old
      ? [
          `only ${paired} of ${old} spots of the earlier round are in the later one: were codes given anew? Spots with positions can be matched with --same`,
        ]
      : []),
    ...(chain(earlier) === chain(later)
      ? []
      : [
          'the rounds state different methods: part of the change is the method; name one chain on the command line',
        ]),
    ...(years === undefined
      ? ['the rounds do not say when they were (validated_on): no decay without --years']
      : []),
  ];
}
