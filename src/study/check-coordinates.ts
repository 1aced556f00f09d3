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
      return [];
    }),
    ...checkSamePlace(located, file),
  ];
}

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

/** Spots outside the outline of the municipality their row names; loads the geometry only when there is an outline. */
export async function checkOutlines(study: Study): Promise<Issue[]> {
  const outlined = new Set(study.boundaries.map((boundary) => boundary.municipality));
  const located = study.spots.filter(isLocated).filter((spot) => outlined.has(spot.municipality ?? ''));
  if (located.length === 0) return [];
  const { municipalityFinder } = await import('../geo/inside.js');
  const byName = new Map(
    study.boundaries.map((boundary) => [boundary.municipality, municipalityFinder([boundary])]),
  );
  const file = study.files['spots'] ?? 'spots.csv';
  return located
    .filter((spot) => byName.get(spot.municipality ?? '')?.([spot.lon, spot.lat]) === undefined)
    .map((spot) =>
      raise(
        'outside-boundary',
        { file, line: spot.line, column: 'lat' },
        { message: 'The position lies outside the outline of the municipality named.' },
      ),
    );
}
