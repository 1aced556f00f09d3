import { groupingBy } from '../columns/grouping.js';
import type {
  AreaEstimate,
  Interval,
  MunicipalityEstimate,
  NationalEstimate,
  Rate,
  TypologyEstimate,
} from '../model/estimate.js';
import { compareText } from '../model/issue.js';
import type { PopulationSettings } from '../model/settings.js';
import type { Study } from '../model/study.js';
import { SPOT_MODES } from '../model/tables/spots.js';
import { GEO, groupFigures, type Figures } from './figures.js';

/** Name under which people are listed whose municipality is not known. */
export const UNASSIGNED = 'unassigned';

/** Computes the interval of the spot figures of an area; the same method serves nation, municipality and typology. */
export type IntervalOf = (figures: Figures, area: string) => Interval | undefined;

/** What the roll-up needs besides the figures of one population. */
export interface RollUpContext {
  readonly study: Study;
  readonly population: PopulationSettings;
  readonly intervalOf: IntervalOf;
}

/** The figures of one population added up: persons end by end, spots and mean spot size of places where people meet. */
export function addUp(figures: Figures, context: RollUpContext, area: string): AreaEstimate {
  const { total, at, figuresBy, metBy, withRange, withoutRange } = figures.sums;
  const places = figuresBy[GEO] ?? 0;
  const byMode = Object.fromEntries(SPOT_MODES.map((mode, number) => [mode, metBy[number] ?? 0]));
  return {
    ...total,
    population: context.population.code,
    spots: places,
    meanSpotSize: places === 0 ? undefined : (metBy[GEO] ?? 0) / places,
    basis: 'extremes',
    interval: context.intervalOf(figures, area),
    rowsWithoutRange: withoutRange,
    estimateWithRange: withRange,
    byMode: byMode as AreaEstimate['byMode'],
    elsewhere: total.estimate - at.estimate,
    at,
  };
}

/** The population's national total, with its rate over the municipalities that were mapped. */
export function rollUpNation(figures: Figures, context: RollUpContext): NationalEstimate {
  const area = addUp(figures, context, 'nation');
  const mapped = context.study.places
    .filter((place) => place.mapped !== false)
    .map((place) => place.municipality);
  return { ...area, rate: rateOf(area.estimate, mapped, context) };
}

/** The population by municipality, in name order; mapped municipalities without a spot are listed with nobody. */
export function rollUpMunicipalities(figures: Figures, context: RollUpContext): MunicipalityEstimate[] {
  const areas = splitByPlace(figures, (name) => name ?? UNASSIGNED);
  for (const place of context.study.places) {
    if (place.mapped === true && !areas.has(place.municipality)) {
      areas.set(place.municipality, figures.pick(new Int32Array(0)));
    }
  }
  const parents = new Map(context.study.places.map((place) => [place.municipality, place.parent]));
  const describe = (name: string) => ({ municipalities: [name], parent: parents.get(name) });
  return rollUpAreas(areas, { ...context, describe, nation: figures.sums.total.estimate });
}

/** The population by parent area of places.csv (region, province), in name order; none where places.csv has no parents. */
export function rollUpRegions(figures: Figures, context: RollUpContext): MunicipalityEstimate[] {
  const { places } = context.study;
  if (!places.some((place) => place.parent !== undefined)) return [];
  const parents = new Map(places.map((place) => [place.municipality, place.parent]));
  const areas = splitByPlace(figures, (name) => parents.get(name ?? '') ?? UNASSIGNED);
  const describe = (name: string) => ({
    municipalities: places
      .filter((place) => place.parent === name && place.mapped !== false)
      .map((place) => place.municipality),
    parent: undefined,
  });
  return rollUpAreas(areas, { ...context, describe, nation: figures.sums.total.estimate });
}

function splitByPlace(
  figures: Figures,
  areaOf: (municipality: string | undefined) => string,
): Map<string, Figures> {
  return figures.split(groupingBy(figures.parts.spots.coded('municipality'), areaOf));
}

interface AreaContext extends RollUpContext {
  /** The municipalities of an area and the area it belongs to. */
  readonly describe: (name: string) => {
    readonly municipalities: readonly string[];
    readonly parent: string | undefined;
  };
  /** Persons in the nation. */
  readonly nation: number;
}

function rollUpAreas(areas: ReadonlyMap<string, Figures>, context: AreaContext): MunicipalityEstimate[] {
  const { nation } = context;
  return [...areas]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, figures]) => {
      const area = addUp(figures, context, `area ${name}`);
      const { municipalities, parent } = context.describe(name);
      return {
        ...area,
        municipality: name,
        parent,
        share: nation > 0 ? area.estimate / nation : 0,
        rate: rateOf(area.estimate, municipalities, context),
      };
    });
}

/** The population by typology and mode, in that order. */
export function rollUpTypologies(figures: Figures, context: RollUpContext): TypologyEstimate[] {
  const nation = figures.sums.total.estimate;
  const kinds = groupFigures(figures, 'typology', (name) => name ?? 'not stated');
  return [...kinds]
    .flatMap(([typology, members]) =>
      SPOT_MODES.flatMap((mode, number) => {
        const own = members.filter((at) => figures.parts.modes[at] === number);
        if (own.length === 0) return [];
        const area = addUp(figures.pick(own), context, `typology ${JSON.stringify([typology, mode])}`);
        return [{ ...area, typology, mode, share: nation > 0 ? area.estimate / nation : 0 }];
      }),
    )
    .sort((a, b) => compareText(a.typology, b.typology) || compareText(a.mode, b.mode));
}

/** Persons per 1,000 of the population's denominator in those municipalities; undefined unless every one has it. */
function rateOf(
  estimate: number,
  municipalities: readonly string[],
  context: RollUpContext,
): Rate | undefined {
  const { denominator } = context.population;
  if (denominator === undefined || municipalities.length === 0) return undefined;
  const byName = new Map(
    context.study.places.map((place) => [place.municipality, place.denominators.get(denominator)]),
  );
  let persons = 0;
  for (const name of municipalities) {
    const count = byName.get(name);
    if (count === undefined) return undefined;
    persons += count;
  }
  return persons > 0 ? { per1000: (1000 * estimate) / persons, denominator, persons } : undefined;
}
