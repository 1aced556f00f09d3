import { median } from 'simple-statistics';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Spot, Study } from '../model/study.js';

/** Half the width, in degrees, of the area in which spots of one study are expected to lie around their middle. */
const STUDY_REACH = 20;
/** Spots nearer than this in degrees (about 1 m) stand at one place. */
const SAME_PLACE = 0.00001;

type Located = Spot & { readonly lat: number; readonly lon: number };

const isLocated = (spot: Spot): spot is Located => spot.lat !== undefined && spot.lon !== undefined;

/** Half, zero and swapped coordinates, and two spots of a population at one place. */
export function checkCoordinates(study: Study): Issue[] {
  const file = study.files['spots'] ?? 'spots.csv';
  const at = (spot: Spot, column: string) => ({ file, line: spot.line, column });
  const located = study.spots.filter(isLocated).filter((spot) => spot.lat !== 0 || spot.lon !== 0);
  const isSwapped = swapDetector(located);
  const isFar = farDetector(located);
  return [
    ...study.spots.flatMap((spot) => {
      if ((spot.lat === undefined) !== (spot.lon === undefined)) {
        const column = spot.lat === undefined ? 'lat' : 'lon';
        return [
          raise('coordinate-half', at(spot, column), {
            message: `${column} is empty while the other is given.`,
          }),
        ];
      }
      if (spot.lat === 0 && spot.lon === 0) {
        return [raise('coordinate-zero', at(spot, 'lat'), { message: 'lat and lon are both 0.' })];
      }
      if (isLocated(spot) && isSwapped(spot)) {
        const message =
          'The position lies far from the other spots, and among them when lat and lon are swapped.';
        return [raise('coordinates-swapped', at(spot, 'lat'), { message })];
      }
      if (!isLocated(spot)) return [];
      return [
        ...(isFar(spot)
          ? [
              raise('coordinate-far', at(spot, 'lat'), {
                message: `More than ${STUDY_REACH} degrees from the middle of the spots.`,
              }),
            ]
          : []),
        ...(isRough(spot)
          ? [raise('coordinate-rough', at(spot, 'lat'), { message: 'lat and lon have one decimal at most.' })]
          : []),
      ];
    }),
    ...checkSamePlace(located, file),
  ];
}

/** True for a spot far from the middle of all; never with fewer than four spots, which have no telling middle. */
function farDetector(spots: readonly Located[]): (spot: Located) => boolean {
  if (spots.length < 4) return () => false;
  const lat = median(spots.map((spot) => spot.lat));
  const lon = median(spots.map((spot) => spot.lon));
  return (spot) => Math.abs(spot.lat - lat) > STUDY_REACH || Math.abs(spot.lon - lon) > STUDY_REACH;
}

const hasOneDecimal = (degrees: number) => Math.abs(10 * degrees - Math.round(10 * degrees)) < 1e-9;

const isRough = ({ lat, lon }: Located) => hasOneDecimal(lat) && hasOneDecimal(lon);

function swapDetector(spots: readonly Located[]): (spot: Located) => boolean {
  if (spots.length < 3) return () => false;
  const middle = { lat: median(spots.map((spot) => spot.lat)), lon: median(spots.map((spot) => spot.lon)) };
  const isNear = (lat: number, lon: number) =>
    Math.abs(lat - middle.lat) <= STUDY_REACH / 2 && Math.abs(lon - middle.lon) <= STUDY_REACH / 2;
  return ({ lat, lon }) => !isNear(lat, lon) && isNear(lon, lat);
}

function checkSamePlace(spots: readonly Located[], file: string): Issue[] {
  const seen = new Map<string, Located>();
  const issues: Issue[] = [];
  for (const spot of spots) {
    if ((spot.mode ?? 'geo') !== 'geo' || (spot.status ?? 'active') !== 'active') continue;
    const cell = (degrees: number) => Math.round(degrees / SAME_PLACE);
    const key = JSON.stringify([spot.population, cell(spot.lat), cell(spot.lon)]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, spot);
    else if (first.spot_id !== spot.spot_id) {
      const message = `The spot has the coordinates of the one on line ${first.line}.`;
      issues.push(raise('spot-double', { file, line: spot.line, column: 'lat' }, { message }));
    }
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
  const byName = new Map(
    study.boundaries.map((boundary) => [boundary.municipality, municipalityFinder([boundary])]),
  );
  const file = study.files['spots'] ?? 'spots.csv';
  const outside = study.spots.filter(isLocated).flatMap((spot) => {
    const find = byName.get(spot.municipality ?? '');
    if (find === undefined || find([spot.lon, spot.lat]) !== undefined) return [];
    const place = { file, line: spot.line, column: 'lat' };
    if (Math.abs(spot.lon) <= 90 && find([spot.lat, spot.lon]) !== undefined) {
      const message =
        'The position lies in the outline of its municipality only when lat and lon are swapped, here or in the outlines.';
      return [raise('coordinates-swapped', place, { message })];
    }
    const message = 'The position lies outside the outline of the municipality named.';
    return [raise('outside-boundary', place, { message })];
  });
  return [...doubtful, ...outside];
}
