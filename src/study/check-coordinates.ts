import { quickselect } from 'simple-statistics';
import { RowIndex } from '../columns/row-index.js';
import { spotTable } from '../columns/study-tables.js';
import type { TypedTable } from '../columns/typed-table.js';
import type { Boundary } from '../model/boundary.js';
import { raise, type IssueCode } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Spot, Study } from '../model/study.js';
import { cellOf, firstLookAt, isLocated, type Box } from './first-look.js';

/** Half the width, in degrees, of the area in which spots of one study are expected to lie around their middle. */
const STUDY_REACH = 20;

/** Half, zero and swapped coordinates, and two spots of a population at one place. */
export function checkCoordinates(study: Study): Issue[] {
  const spots = spotTable(study);
  const lats = spots.degrees('lat');
  const lons = spots.degrees('lon');
  const { add, issues } = finds(study, spots);
  if (lats === undefined || lons === undefined) {
    const column = lats === undefined ? 'lat' : 'lon';
    for (const [row, degrees] of (lats ?? lons ?? []).entries()) {
      if (!Number.isNaN(degrees)) {
        add(row, 'coordinate-half', column, `${column} is empty while the other is given.`);
      }
    }
    return issues;
  }
  const { doubtful, box } = firstLookAt(spots);
  const isNarrow = isWithin(STUDY_REACH / 2, box);
  const middle = isNarrow ? NOWHERE : middleOf(lats, lons);
  const isSwapped = swapDetector(middle);
  const isFar = farDetector(middle);
  const isAmongOutlines = outlineDetector(study.boundaries);
  const drawn = new Set<unknown>(study.boundaries.map(({ municipality }) => municipality));
  const hasOwnOutline = spots.sayOf('municipality', 0, (name) => Number(drawn.has(name)));
  const rows = isNarrow && study.boundaries.length === 0 ? doubtful : lats.keys();
  for (const row of rows) {
    const lat = lats[row] ?? Number.NaN;
    const lon = lons[row] ?? Number.NaN;
    if (Number.isNaN(lat) !== Number.isNaN(lon)) {
      const column = Number.isNaN(lat) ? 'lat' : 'lon';
      add(row, 'coordinate-half', column, `${column} is empty while the other is given.`);
    } else if (lat === 0 && lon === 0) add(row, 'coordinate-zero', 'lat', 'lat and lon are both 0.');
    else if (isSwapped(lat, lon)) {
      const message =
        'The position lies far from the other spots, and among them when lat and lon are swapped.';
      add(row, 'coordinates-swapped', 'lat', message);
    } else if (hasOwnOutline(row) === 0 && isAmongOutlines(lon, lat) && !isAmongOutlines(lat, lon)) {
      const message = 'The position lies outside all outlines, and among them when lat and lon are swapped.';
      add(row, 'coordinates-swapped', 'lat', message);
    } else if (!Number.isNaN(lat + lon)) {
      if (isFar(lat, lon)) {
        add(row, 'coordinate-far', 'lat', `More than ${STUDY_REACH} degrees from the middle of the spots.`);
      }
      if (isRough(lat, lon)) add(row, 'coordinate-rough', 'lat', 'lat and lon have one decimal at most.');
    }
  }
  return [...issues, ...checkSamePlace(study, spots, { lats, lons })];
}

/** Whether a position lies in the box around all outlines; never where there are none. */
function outlineDetector(boundaries: readonly Boundary[]): (lat: number, lon: number) => boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { polygons } of boundaries) {
    for (const [longitude, latitude] of polygons.flat(2)) {
      [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
      [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
    }
  }
  return (lat, lon) => lat >= south && lat <= north && lon >= west && lon <= east;
}

/** Gathers issues of rows of the spots table. */
function finds(study: Study, spots: TypedTable<Spot>) {
  const file = study.files['spots'] ?? 'spots.csv';
  const issues: Issue[] = [];
  const add = (row: number, code: IssueCode, column: string, message: string) => {
    issues.push(raise(code, { file, line: spots.line(row), column }, { message }));
  };
  return { issues, add };
}

/** The middle of the located spots, and how many there are. */
interface Middle {
  readonly lat: number;
  readonly lon: number;
  readonly spots: number;
}

/** The middle where it does not matter: nobody can be far from it, or nearer to it when swapped. */
const NOWHERE: Middle = { lat: 0, lon: 0, spots: 0 };

/** True when no two located spots are further apart than so many degrees, north to south or east to west. */
const isWithin = (degrees: number, { south, north, west, east }: Box) =>
  north - south <= degrees && east - west <= degrees;

function middleOf(lats: Float64Array, lons: Float64Array): Middle {
  const isIn = (_: number, row: number) => isLocated(lats[row] ?? Number.NaN, lons[row] ?? Number.NaN);
  const located = lats.filter(isIn);
  return { lat: medianOf(located), lon: medianOf(lons.filter(isIn)), spots: located.length };
}

function swapDetector(middle: Middle): (lat: number, lon: number) => boolean {
  if (middle.spots < 3) return () => false;
  const isNear = (lat: number, lon: number) =>
    Math.abs(lat - middle.lat) <= STUDY_REACH / 2 && Math.abs(lon - middle.lon) <= STUDY_REACH / 2;
  return (lat, lon) => !Number.isNaN(lat + lon) && !isNear(lat, lon) && isNear(lon, lat);
}

/** True for a spot far from the middle of all; never with fewer than four spots, which have no telling middle. */
function farDetector(middle: Middle): (lat: number, lon: number) => boolean {
  if (middle.spots < 4) return () => false;
  return (lat, lon) => Math.abs(lat - middle.lat) > STUDY_REACH || Math.abs(lon - middle.lon) > STUDY_REACH;
}

const hasOneDecimal = (degrees: number) => Math.abs(10 * degrees - Math.round(10 * degrees)) < 1e-9;

const isRough = (lat: number, lon: number) => hasOneDecimal(lat) && hasOneDecimal(lon);

/** The median, by selection; puts the numbers in another order. */
function medianOf(numbers: Float64Array): number {
  const half = numbers.length >> 1;
  const select = quickselect as unknown as (of: Float64Array, rank: number) => void;
  select(numbers, half);
  const upper = numbers[half] ?? Number.NaN;
  if (numbers.length % 2 === 1) return upper;
  let lower = -Infinity;
  for (let at = 0; at < half; at += 1) lower = Math.max(lower, numbers[at] ?? lower);
  return (lower + upper) / 2;
}

function checkSamePlace(
  study: Study,
  spots: TypedTable<Spot>,
  { lats, lons }: { readonly lats: Float64Array; readonly lons: Float64Array },
): Issue[] {
  const { add, issues } = finds(study, spots);
  const populations = spots.coded('population')?.codes;
  const rows = firstLookAt(spots).likelyDoubles;
  const keys = [
    (row: number) => populations?.[row] ?? 0,
    (row: number) => cellOf(lats[row] ?? Number.NaN),
    (row: number) => cellOf(lons[row] ?? Number.NaN),
  ];
  const index = new RowIndex(
    keys.map((keyOf) => rows.map(keyOf)),
    rows.length,
  );
  const isPlace = spots.sayOf('mode', 1, (mode) => Number(mode === 'geo'));
  const isActive = spots.sayOf('status', 1, (status) => Number(status === 'active'));
  for (const [at, row] of rows.entries()) {
    if (isPlace(row) === 0 || isActive(row) === 0) continue;
    if (!isLocated(lats[row] ?? Number.NaN, lons[row] ?? Number.NaN)) continue;
    const first = rows[index.add(at)] ?? row;
    if (first === row || spots.textAt('spot_id', first) === spots.textAt('spot_id', row)) continue;
    const message = `The spot has the coordinates of the one on line ${spots.line(first)}.`;
    add(row, 'spot-double', 'lat', message);
  }
  return issues;
}

/**
 * Outlines that cross themselves, and spots outside the outline of the municipality their row names; loads the geometry
 * only when there is an outline.
 */
export async function checkOutlines(study: Study): Promise<Issue[]> {
  if (study.boundaries.length === 0) return [];
  const { municipalityFinder } = await import('../geo/inside.js');
  const { isDoubtfulOutline } = await import('../geo/crossing.js');
  const outlines = study.files['boundaries'] ?? 'boundaries.geojson';
  const doubtful = study.boundaries
    .filter(({ polygons }) => polygons.some(isDoubtfulOutline))
    .map(({ municipality }) =>
      raise(
        'boundary-crossing',
        { file: outlines },
        { message: 'An outline crosses itself, has no area, or has a hole outside it.', value: municipality },
      ),
    );
  const spots = spotTable(study);
  const [latOf, lonOf] = [spots.numberAt('lat'), spots.numberAt('lon')];
  const finders = study.boundaries.map((boundary) => municipalityFinder([boundary]));
  const places = new Map<unknown, number>(study.boundaries.map(({ municipality }, at) => [municipality, at]));
  const outlineOf = spots.sayOf('municipality', -1, (name) => places.get(name) ?? -1);
  const { add, issues } = finds(study, spots);
  for (let row = 0; row < spots.length; row += 1) {
    const find = finders[outlineOf(row)];
    const [lat, lon] = [latOf(row), lonOf(row)];
    if (find === undefined || Number.isNaN(lat + lon) || find([lon, lat]) !== undefined) continue;
    if (Math.abs(lon) <= 90 && find([lat, lon]) !== undefined) {
      const message =
        'The position lies in the outline of its municipality only when lat and lon are swapped, here or in the outlines.';
      add(row, 'coordinates-swapped', 'lat', message);
    } else {
      const message = 'The position lies outside the outline of the municipality named.';
      add(row, 'outside-boundary', 'lat', message);
    }
  }
  return [...doubtful, ...issues];
}
