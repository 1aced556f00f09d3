import { roundTo } from '../../formats/number.js';
import type { Position } from '../../model/boundary.js';
import { compareText } from '../../model/issue.js';
import type { SiteRow } from '../../model/tables/sites.js';
import type { Part, Place } from '../microplan.js';
import { isClosed } from '../refer.js';
import type { SitingRules } from '../rules.js';
import { placeOf } from '../where.js';

/** A place a site stands at or could stand at. */
export interface Candidate {
  /** The row of sites.csv it comes from; undefined for a place where a new site could open. */
  readonly existing: SiteRow | undefined;
  readonly place: Place;
  /** Worst security level of the spots around, 1 to 5; undefined where none is recorded. */
  readonly security: number | undefined;
  /** People of the spots the place was made from. */
  readonly people: number;
  readonly isForced: boolean;
  readonly isForbidden: boolean;
}

/** Side of a cell in degrees of latitude: about 1.1 km. */
const CELL_DEGREES = 0.01;
/** Decimals a middle of a cell is given with: about 100 m. */
const MIDDLE_DECIMALS = 3;
/** From this level on no site opens. */
const UNSAFE_LEVEL = 4;

/** Spots too near to each other to be told apart when a place for a site is looked for. */
interface Cell {
  readonly key: string;
  readonly middle: Position | undefined;
  readonly parts: Part[];
}

/**
 * The places to choose from: the drop-in centres and mobile stops of sites.csv that are not closed or given up, then
 * the middles of the cells, about 1.1 km wide, that hold spots, and municipalities for spots without coordinates. No
 * place is a spot, and none where a visit would not be safe may be opened.
 */
export function candidatesOf(
  parts: readonly Part[],
  sites: readonly SiteRow[],
  rules: SitingRules,
): Candidate[] {
  const cells = cellsOf(parts);
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const kept = keptSites(sites, rules).map((site): Candidate => {
    const around = byKey.get(keyOf(placeOf(site)))?.parts ?? [];
    const isForced = rules.keep_existing || rules.forced.includes(site.site_id);
    const security = worstLevel(around);
    return { existing: site, place: placeOf(site), security, people: 0, isForced, isForbidden: false };
  });
  const forced = forcedCells(cells, kept, rules);
  return [...kept, ...cells.map((cell) => newPlace(cell, rules, forced.has(cell)))];
}

const SITED_KINDS = /^(drop[-_ ]?in|dic|mobile|safe[-_ ]?space)/i;

/** Sites of the kinds that are sited, open and not given up, by code. */
function keptSites(sites: readonly SiteRow[], rules: SitingRules): SiteRow[] {
  return sites
    .filter((site) => SITED_KINDS.test(site.kind) && !isClosed(site))
    .filter((site) => !rules.forbidden.includes(site.site_id))
    .sort((a, b) => compareText(a.site_id, b.site_id));
}

function newPlace(cell: Cell, rules: SitingRules, wanted: boolean): Candidate {
  const municipality = leadingMunicipality(cell.parts);
  const security = worstLevel(cell.parts);
  const isForbidden =
    (security ?? 0) >= UNSAFE_LEVEL ||
    cell.parts.some(({ figure, place }) =>
      [figure.spot.spot_id, place.municipality ?? ''].some((name) => rules.forbidden.includes(name)),
    );
  return {
    existing: undefined,
    place: { position: cell.middle, municipality },
    security,
    people: peopleOf(cell.parts),
    isForced: wanted && !isForbidden,
    isForbidden,
  };
}

const peopleOf = (parts: readonly Part[]) => parts.reduce((sum, { people }) => sum + people.estimate, 0);

function worstLevel(parts: readonly Part[]): number | undefined {
  const levels = parts.flatMap(({ security }) => (security === undefined ? [] : [security]));
  return levels.length === 0 ? undefined : Math.max(...levels);
}

function cellsOf(parts: readonly Part[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const part of parts) {
    const key = keyOf(part.place);
    if (key === '') continue;
    const cell = cells.get(key) ?? { key, middle: middleOf(part.place), parts: [] };
    cell.parts.push(part);
    cells.set(key, cell);
  }
  return [...cells.values()].sort((a, b) => compareText(a.key, b.key));
}

/** Row and column of the cell a position lies in; columns are as wide as rows are high. */
function cellAt([longitude, latitude]: Position): { row: number; column: number; width: number } {
  const row = Math.floor(latitude / CELL_DEGREES);
  const along = Math.cos(((row + 0.5) * CELL_DEGREES * Math.PI) / 180);
  const width = CELL_DEGREES / Math.max(0.01, along);
  return { row, column: Math.floor(longitude / width), width };
}

function keyOf({ position, municipality }: Place): string {
  if (position === undefined) return municipality === undefined ? '' : `in ${municipality}`;
  const { row, column } = cellAt(position);
  return `${row} ${column}`;
}

function middleOf({ position }: Place): Position | undefined {
  if (position === undefined) return undefined;
  const { row, column, width } = cellAt(position);
  return [
    roundTo((column + 0.5) * width, MIDDLE_DECIMALS),
    roundTo((row + 0.5) * CELL_DEGREES, MIDDLE_DECIMALS),
  ];
}

/** The municipality most of the people are in; ties go to the first by name. */
function leadingMunicipality(parts: readonly Part[]): string | undefined {
  const names = [...new Set(parts.flatMap(({ place }) => place.municipality ?? []))].sort(compareText);
  const inIt = (name: string) => peopleOf(parts.filter(({ place }) => place.municipality === name));
  return names.toSorted((a, b) => inIt(b) - inIt(a))[0];
}

/** The cells a site is wanted in: that of a named spot, and the fullest one of a named municipality without a site. */
function forcedCells(cells: readonly Cell[], kept: readonly Candidate[], rules: SitingRules): Set<Cell> {
  const forced = new Set<Cell>();
  for (const name of rules.forced) {
    const ofSpot = cells.filter(({ parts }) => parts.some(({ figure }) => figure.spot.spot_id === name));
    for (const cell of ofSpot) forced.add(cell);
    if (kept.some(({ place, isForced }) => isForced && place.municipality === name)) continue;
    const [fullest] = cells
      .filter(({ parts }) => leadingMunicipality(parts) === name)
      .filter((cell) => !newPlace(cell, rules, false).isForbidden)
      .sort((a, b) => peopleOf(b.parts) - peopleOf(a.parts));
    if (fullest !== undefined) forced.add(fullest);
  }
  return forced;
}
