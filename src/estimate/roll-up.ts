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
import { GEO, groupFigures, sumOf, type Figures } from './figures.js';

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
  const { modes, hasRange, total: totals, at: met } = figures.parts;
  const total = sumOf(totals);
  const at = sumOf(met);
  const metBy = new Float64Array(SPOT_MODES.length);
  let places = 0;
  let withoutRange = 0;
  let withRange = 0;
  for (let figure = 0; figure < figures.length; figure += 1) {
    const mode = modes[figure] ?? GEO;
    if (mode === GEO) places += 1;
    metBy[mode] = (metBy[mode] ?? 0) + (met.estimate[figure] ?? 0);
    if (hasRange[figure] === 1) withRange += totals.estimate[figure] ?? 0;
    else withoutRange += 1;
  }
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
  const groups = groupFigures(figures, 'municipality', (name) => name ?? UNASSIGNED);
  for (const place of context.study.places) {
    if (place.mapped === true && !groups.has(place.municipality)) {
      groups.set(place.municipality, new Int32Array(0));
    }
  }
  const parents = new Map(context.study.places.map((place) => [place.municipality, place.parent]));
  const describe = (name: string) => ({ municipalities: [name], parent: parents.get(name) });
  return rollUpAreas(figures, groups, { ...context, describe });
}

/** The population by parent area of places.csv (region, province), in name order; none where places.csv has no parents. */
export function rollUpRegions(figures: Figures, context: RollUpContext): MunicipalityEstimate[] {
  const { places } = context.study;
  if (!places.some((place) => place.parent !== undefined)) return [];
  const parents = new Map(places.map((place) => [place.municipality, place.parent]));
  const groups = groupFigures(figures, 'municipality', (name) => parents.get(name ?? '') ?? UNASSIGNED);
  const describe = (name: string) => ({
    municipalities: places
      .filter((place) => place.parent === name && place.mapped !== false)
      .map((place) => place.municipality),
    parent: undefined,
  });
  return rollUpAreas(figures, groups, { ...context, describe });
}

interface AreaContext extends RollUpContext {
  /** The municipalities of an area and the area it belongs to. */
  readonly describe: (name: string) => {
    readonly municipalities: readonly string[];
    readonly parent: string | undefined;
  };
}

function rollUpAreas(
  figures: Figures,
  groups: ReadonlyMap<string, Int32Array>,
  context: AreaContext,
): MunicipalityEstimate[] {
  const { estimate } = figures.parts.total;
  let nation = 0;
  for (const members of groups.values()) for (const at of members) nation += estimate[at] ?? 0;
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, members]) => {
      const area = addUp(figures.pick(members), context, `area ${name}`);
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
  const nation = sumOf(figures.parts.total).estimate;
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
