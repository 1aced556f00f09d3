import { UNASSIGNED } from '../../estimate/roll-up.js';
import type { AreaEstimate, Estimates, Rate, SpotFigure } from '../../model/estimate.js';
import { compareText } from '../../model/issue.js';
import { NOBODY, sumTriples, type Triple } from '../../model/range.js';
import { apportionTriples, wholeTriple } from '../../model/rounding.js';
import type { Study } from '../../model/study.js';
import type { CellPlace, ReleaseTable } from './area-sums.js';

/** A cell as it truly is, before anything is hidden or rounded. */
export interface TrueCell extends CellPlace {
  /** Whole persons; parts add up to their total exactly. */
  readonly persons: Triple;
  readonly hasRange: boolean;
  /** Spots in the cell, whatever their mode. */
  readonly spots: number;
  /** Share of the cell's persons at its largest spot, 0 to 1. */
  readonly largestShare: number;
  readonly rate: Rate | undefined;
}

/** All cells of one population. */
export interface PopulationCells {
  readonly population: string;
  readonly cells: readonly TrueCell[];
}

/**
 * The cells of every population over one common list of municipalities and typologies: where a population was not met
 * stands a cell with nobody, so that the presence of a row says nothing.
 */
export function trueCells(study: Study, estimates: Estimates, tables: readonly string[]): PopulationCells[] {
  const grid = gridOf(study, estimates);
  return estimates.national.map((national) => {
    const { population } = national;
    const figures = estimates.spots.filter(({ spot }) => spot.population === population);
    const source: Source = { population, total: wholeTriple(national), figures, grid };
    const nation = cellOf({ table: 'national', name: '', region: undefined }, figures, {
      persons: source.total,
      hasRange: hasRange(national),
      rate: national.rate,
    });
    const municipalities = municipalityCells(estimates, source);
    return {
      population,
      cells: [
        nation,
        ...(grid.regions.length === 0 ? [] : regionCells(estimates, source, municipalities)),
        ...municipalities,
        ...(tables.includes('typologies') ? typologyCells(source) : []),
      ],
    };
  });
}

interface Grid {
  readonly municipalities: readonly string[];
  readonly typologies: readonly string[];
  readonly regions: readonly string[];
  readonly regionOf: ReadonlyMap<string, string>;
}

interface Source {
  readonly population: string;
  readonly total: Triple;
  readonly figures: readonly SpotFigure[];
  readonly grid: Grid;
}

const NOT_STATED = 'not stated';
const municipalityOf = ({ spot }: SpotFigure) => spot.municipality ?? UNASSIGNED;
const typologyOf = ({ spot }: SpotFigure) => spot.typology ?? NOT_STATED;
const sorted = (names: Iterable<string>) => [...new Set(names)].sort(compareText);

const hasRange = (area: Pick<AreaEstimate, 'estimateWithRange' | 'rowsWithoutRange'>) =>
  area.estimateWithRange > 0 || area.rowsWithoutRange === 0;

function gridOf(study: Study, estimates: Estimates): Grid {
  const places = study.places.filter((place) => place.mapped !== false);
  const municipalities = sorted([
    ...places.map((place) => place.municipality),
    ...estimates.spots.map(municipalityOf),
  ]);
  const parents = new Map(study.places.map((place) => [place.municipality, place.parent]));
  const hasRegions = study.places.some((place) => place.parent !== undefined);
  const regionOf = new Map(
    hasRegions ? municipalities.map((name) => [name, parents.get(name) ?? UNASSIGNED]) : [],
  );
  return {
    municipalities,
    typologies: sorted(estimates.spots.map(typologyOf)),
    regions: sorted(regionOf.values()),
    regionOf,
  };
}

function municipalityCells(estimates: Estimates, source: Source): TrueCell[] {
  const own = estimates.municipalities.filter((area) => area.population === source.population);
  const whole = apportionTriples(own, source.total);
  const byName = new Map(own.map((area, at) => [area.municipality, { area, persons: whole[at] ?? NOBODY }]));
  return source.grid.municipalities.map((name) => {
    const known = byName.get(name);
    const place = { table: 'municipalities', name, region: source.grid.regionOf.get(name) } as const;
    return cellOf(
      place,
      source.figures.filter((figure) => municipalityOf(figure) === name),
      {
        persons: known?.persons ?? NOBODY,
        hasRange: known === undefined || hasRange(known.area),
        rate: known?.area.rate,
      },
    );
  });
}

/** Regions are the sums of their municipalities' whole persons, so that every level adds up. */
function regionCells(estimates: Estimates, source: Source, municipalities: readonly TrueCell[]): TrueCell[] {
  return source.grid.regions.map((name) => {
    const parts = municipalities.filter((cell) => cell.region === name);
    const names = new Set(parts.map((part) => part.name));
    const known = estimates.regions.find(
      (area) => area.population === source.population && area.municipality === name,
    );
    return cellOf(
      { table: 'regions', name, region: undefined },
      source.figures.filter((figure) => names.has(municipalityOf(figure))),
      {
        persons: sumTriples(parts.map((part) => part.persons)),
        hasRange: known === undefined || hasRange(known),
        rate: known?.rate,
      },
    );
  });
}

function typologyCells(source: Source): TrueCell[] {
  const groups = source.grid.typologies.map((name) => ({
    name,
    figures: source.figures.filter((figure) => typologyOf(figure) === name),
  }));
  const whole = apportionTriples(
    groups.map(({ figures }) => sumTriples(figures.map((figure) => figure.total))),
    source.total,
  );
  return groups.map(({ name, figures }, at) => {
    const ranged = figures.filter((figure) => figure.hasRange).length;
    return cellOf({ table: 'typologies', name, region: undefined }, figures, {
      persons: whole[at] ?? NOBODY,
      hasRange: ranged > 0 || figures.length === 0,
      rate: undefined,
    });
  });
}

function cellOf(
  place: { readonly table: ReleaseTable; readonly name: string; readonly region: string | undefined },
  figures: readonly SpotFigure[],
  rest: Pick<TrueCell, 'persons' | 'hasRange' | 'rate'>,
): TrueCell {
  const bySpot = new Map<string, number>();
  for (const { spot, total } of figures) {
    bySpot.set(spot.spot_id, (bySpot.get(spot.spot_id) ?? 0) + total.estimate);
  }
  const sizes = [...bySpot.values()].sort((a, b) => a - b);
  const sum = sizes.reduce((persons, size) => persons + size, 0);
  return { ...place, ...rest, spots: bySpot.size, largestShare: sum > 0 ? (sizes.at(-1) ?? 0) / sum : 0 };
}
