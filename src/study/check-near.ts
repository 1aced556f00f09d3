import { spotTable } from '../columns/study-tables.js';
import { nearPairs } from '../geo/near-pairs.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Study } from '../model/study.js';
import { isLocated } from './first-look.js';

/**
 * Spots that may be listed twice: each active spot at a place that has another of its population at most so many metres
 * away, said of the later of the two, with the nearest listed before it. Two doors of one street are near as well, so
 * this is asked for, never a fault by itself. Not across the 180° meridian.
 */
export function nearSpots(study: Study, metres: number): Issue[] {
  const populations = [...spotTable(study).textsIn('population')];
  return populations.flatMap((population) => nearOf(study, population, metres));
}

function nearOf(study: Study, population: string, metres: number): Issue[] {
  const spots = spotTable(study);
  const [latOf, lonOf] = [spots.numberAt('lat'), spots.numberAt('lon')];
  const isActive = spots.sayOf('status', 1, (status) => Number(status === 'active'));
  const isPlace = spots.sayOf('mode', 1, (mode) => Number(mode === 'geo'));
  const rows = spots
    .rowsWhere('population', (code) => code === population)
    .filter((row) => isActive(row) === 1 && isPlace(row) === 1 && isLocated(latOf(row), lonOf(row)));
  const nearest = new Map<number, { readonly before: number; readonly km: number }>();
  const positions = { lat: Float64Array.from(rows, latOf), lon: Float64Array.from(rows, lonOf) };
  nearPairs(positions, metres / 1000, (one, other, km) => {
    const known = nearest.get(other);
    if (known === undefined || km < known.km || (km === known.km && one < known.before))
      nearest.set(other, { before: one, km });
  });
  const file = study.files['spots'] ?? 'spots.csv';
  return [...nearest].map(([at, { before, km }]) => {
    const line = spots.line(rows[before] ?? 0);
    const message = `${Math.round(1000 * km)} m from the spot of the same population on line ${line}.`;
    return raise('spot-near', { file, line: spots.line(rows[at] ?? 0), column: 'lat' }, { message });
  });
}
