import type {
  AreaEstimate,
  Interval,
  MunicipalityEstimate,
  NationalEstimate,
  Rate,
  SpotFigure,
  TypologyEstimate,
} from '../model/estimate.js';
import { compareText } from '../model/issue.js';
import { sumTriples } from '../model/range.js';
import type { PopulationSettings } from '../model/settings.js';
import type { Study } from '../model/study.js';
import { SPOT_MODES } from '../model/tables/spots.js';

/** Name under which people are listed whose municipality is not known. */
export const UNASSIGNED = 'unassigned';

/** Computes the interval of the spot figures of an area; the same method serves nation, municipality and typology. */
export type IntervalOf = (figures: readonly SpotFigure[], area: string) => Interval | undefined;

/** What the roll-up needs besides the figures of one population. */
export interface RollUpContext {
  readonly study: Study;
  readonly population: PopulationSettings;
  readonly intervalOf: IntervalOf;
}

/** The figures of one population added up: persons end by end, spots and mean spot size of places where people meet. */
export function addUp(figures: readonly SpotFigure[], context: RollUpContext, area: string): AreaEstimate {
  const total = sumTriples(figures.map((figure) => figure.total));
  const at = sumTriples(figures.map((figure) => figure.at));
  const places = figures.filter((figure) => figure.mode === 'geo');
  const atPlaces = sumTriples(places.map((figure) => figure.at)).estimate;
  const ranged = figures.filter((figure) => figure.hasRange);
  return {
    ...total,
    population: context.population.code,
    spots: places.length,
    meanSpotSize: places.length === 0 ? undefined : atPlaces / places.length,
    basis: 'extremes',
    interval: context.intervalOf(figures, area),
    rowsWithoutRange: figures.length - ranged.length,
    estimateWithRange: sumTriples(ranged.map((figure) => figure.total)).estimate,
    byMode: byMode(figures),
    elsewhere: total.estimate - at.estimate,
    at,
  };
}

function byMode(figures: readonly SpotFigure[]): AreaEstimate['byMode'] {
  const sums = SPOT_MODES.map((mode) => [
    mode,
    sumTriples(figures.filter((figure) => figure.mode === mode).map((figure) => figure.at)).estimate,
  ]);
  return Object.fromEntries(sums) as AreaEstimate['byMode'];
}

/** The population's national total, with its rate over the municipalities that were mapped. */
export function rollUpNation(figures: readonly SpotFigure[], context: RollUpContext): NationalEstimate {
  const area = addUp(figures, context, 'nation');
  const mapped = context.study.places
    .filter((place) => place.mapped !== false)
    .map((place) => place.municipality);
  return { ...area, rate: rateOf(area.estimate, mapped, context) };
}

/** The population by municipality, in name order; mapped municipalities without a spot are listed with nobody. */
export function rollUpMunicipalities(
  figures: readonly SpotFigure[],
  context: RollUpContext,
): MunicipalityEstimate[] {
  const groups = groupBy(figures, (figure) => figure.spot.municipality ?? UNASSIGNED);
  for (const place of context.study.places) {
    if (place.mapped === true && !groups.has(place.municipality)) groups.set(place.municipality, []);
  }
  const parents = new Map(context.study.places.map((place) => [place.municipality, place.parent]));
  return rollUpAreas(groups, context, (name) => ({ municipalities: [name], parent: parents.get(name) }));
}

/** The population by parent area of places.csv (region, province), in name order; none where places.csv has no parents. */
export function rollUpRegions(
  figures: readonly SpotFigure[],
  context: RollUpContext,
): MunicipalityEstimate[] {
  const { places } = context.study;
  if (!places.some((place) => place.parent !== undefined)) return [];
  const parents = new Map(places.map((place) => [place.municipality, place.parent]));
  const groups = groupBy(figures, (figure) => parents.get(figure.spot.municipality ?? '') ?? UNASSIGNED);
  return rollUpAreas(groups, context, (name) => ({
    municipalities: places
      .filter((place) => place.parent === name && place.mapped !== false)
      .map((place) => place.municipality),
    parent: undefined,
  }));
}

function rollUpAreas(
  groups: ReadonlyMap<string, readonly SpotFigure[]>,
  context: RollUpContext,
  describe: (name: string) => { municipalities: readonly string[]; parent: string | undefined },
): MunicipalityEstimate[] {
  const nation = sumTriples([...groups.values()].flat().map((figure) => figure.total)).estimate;
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, group]) => {
      const area = addUp(group, context, `area ${name}`);
      const { municipalities, parent } = describe(name);
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
export function rollUpTypologies(figures: readonly SpotFigure[], context: RollUpContext): TypologyEstimate[] {
  const nation = sumTriples(figures.map((figure) => figure.total)).estimate;
  const groups = groupBy(figures, (figure) =>
    JSON.stringify([figure.spot.typology ?? 'not stated', figure.mode]),
  );
  return [...groups]
    .map(([key, group]) => {
      const area = addUp(group, context, `typology ${key}`);
      const [first] = group;
      return {
        ...area,
        typology: first?.spot.typology ?? 'not stated',
        mode: first?.mode ?? 'geo',
        share: nation > 0 ? area.estimate / nation : 0,
      };
    })
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

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
