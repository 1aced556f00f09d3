import { Dictionary } from '../columns/dictionary.js';
import type { TypedTable } from '../columns/typed-table.js';
import { readOutlines, type Outline } from '../formats/geojson.js';
import type { Boundary } from '../model/boundary.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Spot } from '../model/study.js';
import type { PlaceRow } from '../model/tables/places.js';

/** Names the outlines can carry. */
interface KnownNames {
  readonly places: readonly PlaceRow[];
  /** Municipalities named in spots.csv. */
  readonly municipalities: readonly string[];
}

export interface MatchedOutlines {
  readonly boundaries: readonly Boundary[];
  readonly issues: readonly Issue[];
}

/**
 * The outlines of a file with the municipality each stands for: by the property most of whose values are names or
 * codes of places.csv (of spots.csv where there is no places.csv). Names are matched exactly, never guessed.
 */
export function matchOutlines(
  source: { readonly file: string; readonly bytes: Uint8Array },
  names: KnownNames,
): MatchedOutlines {
  const { outlines, issues: faults } = readOutlines(source.bytes, source.file);
  const issues = [...faults];
  const known = knownNames(names);
  const property = namingProperty(outlines, known);
  const boundaries: Boundary[] = [];
  const seen = new Set<string>();
  for (const { properties, polygons } of outlines) {
    const label = property === undefined ? '' : (properties.get(property) ?? '');
    const municipality = known.size === 0 ? label : known.get(label);
    if (municipality === undefined || municipality === '') {
      const message = 'An outline carries no name or code of a known municipality.';
      issues.push(raise('boundary-unmatched', { file: source.file }, { message, value: label }));
    } else if (seen.has(municipality)) {
      issues.push(
        raise(
          'boundary-duplicate',
          { file: source.file },
          { message: 'Two outlines carry the same municipality.', value: municipality },
        ),
      );
    } else {
      seen.add(municipality);
      boundaries.push({ municipality, polygons });
    }
  }
  return { boundaries, issues };
}

/** Municipality by name and by code. */
function knownNames({ places, municipalities }: KnownNames): Map<string, string> {
  const known = new Map<string, string>();
  for (const { municipality, code } of places) {
    known.set(municipality, municipality);
    if (code !== undefined && !known.has(code)) known.set(code, municipality);
  }
  if (places.length > 0) return known;
  for (const municipality of municipalities) known.set(municipality, municipality);
  return known;
}

const USUAL_NAMES = new Set(['name', 'shapeName', 'ADM2_EN', 'ADM3_EN', 'NAME_2', 'municipality']);

function namingProperty(
  outlines: readonly Outline[],
  known: ReadonlyMap<string, string>,
): string | undefined {
  const counts = new Map<string, number>();
  for (const { properties } of outlines) {
    for (const [property, value] of properties) {
      const isUsual = known.size === 0 && USUAL_NAMES.has(property);
      if (known.has(value) || isUsual) counts.set(property, (counts.get(property) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** The spots with an empty municipality filled in from their coordinates; loads the geometry only when one is. */
export async function placeSpots(
  spots: TypedTable<Spot>,
  boundaries: readonly Boundary[],
): Promise<TypedTable<Spot>> {
  const stated = spots.coded('municipality');
  const lat = spots.degrees('lat');
  const lon = spots.degrees('lon');
  if ((stated !== undefined && !stated.codes.includes(-1)) || lat === undefined || lon === undefined)
    return spots;
  const { municipalityFinder } = await import('../geo/inside.js');
  const find = municipalityFinder(boundaries);
  const texts = stated?.texts ?? new Dictionary();
  const codes = stated === undefined ? new Int32Array(spots.length).fill(-1) : Int32Array.from(stated.codes);
  for (const [at, code] of codes.entries()) {
    const [x, y] = [lon[at] ?? Number.NaN, lat[at] ?? Number.NaN];
    if (code >= 0 || Number.isNaN(x) || Number.isNaN(y)) continue;
    const municipality = find([x, y]);
    if (municipality !== undefined) codes[at] = texts.codeOfText(municipality);
  }
  return spots.with(new Map([['municipality', { kind: 'codes', codes, texts, values: undefined }]]));
}
