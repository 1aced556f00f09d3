import type { Boundary, Ring } from '../model/boundary.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { windRing } from '../formats/geojson.js';
import type { NamedOutlines } from './match-outline-names.js';
import type { KnownPlace } from './names/match-name.js';

/** What checking a file of outlines gives: the outlines that can be used, and everything wrong or doubtful. */
export interface OutlineCheck {
  readonly boundaries: readonly Boundary[];
  readonly issues: readonly Issue[];
}

/**
 * Checks the outlines of a file: names against the municipalities, one outline each, rings closed and in the order of
 * RFC 7946, borders that cross themselves, holes outside, overlaps and gaps. Loads the geometry.
 */
export async function checkOutlineFile(
  file: string,
  named: NamedOutlines,
  places: readonly KnownPlace[],
): Promise<OutlineCheck> {
  const issues: Issue[] = [];
  const boundaries: Boundary[] = [];
  const seen = new Map<string, number>();
  let turned = 0;
  for (const { feature, label, match } of named.outlines) {
    const place = { file, line: feature.number };
    if (!('name' in match)) {
      const fix =
        match.proposals.length === 0
          ? undefined
          : `Did you mean ${match.proposals.join(' or ')}? Write the name in places.csv, or correct it in the file; near names are never taken.`;
      issues.push(
        raise('boundary-unmatched', place, {
          message: `The outline is called ${label === '' ? 'nothing' : 'by a name that is not known'}.`,
          value: label,
          fix,
        }),
      );
      continue;
    }
    const before = seen.get(match.name);
    if (before !== undefined) {
      issues.push(
        raise('boundary-duplicate', place, {
          message: `The municipality has its outline at feature ${before}.`,
          value: label,
        }),
      );
      continue;
    }
    seen.set(match.name, feature.number);
    const polygons = feature.polygons ?? [];
    const fault = ringFault(polygons);
    if (fault !== undefined) {
      issues.push(raise('outline-invalid', place, { message: fault }));
      continue;
    }
    if (polygons.some((rings) => rings.some((ring, at) => windRing(ring, at === 0) !== ring))) turned += 1;
    boundaries.push({ municipality: match.name, polygons });
  }
  if (turned > 0) {
    const message = `${turned} of ${boundaries.length} outlines run the other way round than RFC 7946 asks; they are turned when written.`;
    issues.push(raise('outline-ring-order', { file }, { message }));
  }
  const missing = places.filter(({ name }) => !seen.has(name));
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    issues.push(
      raise(
        'outline-missing',
        { file },
        { message: `${missing.length} municipalities of places.csv have no outline: ${names}.` },
      ),
    );
  }
  const { outlineFaults } = await import('../geo/outline-faults.js');
  const numbers = (municipality: string) => seen.get(municipality);
  for (const fault of outlineFaults(boundaries)) {
    const where = `${fault.at[1].toFixed(4)}, ${fault.at[0].toFixed(4)}`;
    if (fault.kind === 'overlap') {
      const message = `${fault.municipality} and ${fault.other} overlap by ${fault.km2.toFixed(2)} km², near ${where}.`;
      issues.push(raise('outline-overlap', { file, line: numbers(fault.municipality) }, { message }));
    } else if (fault.kind === 'gap') {
      issues.push(
        raise(
          'outline-gap',
          { file },
          {
            message: `${fault.km2.toFixed(2)} km² inside the outlines belong to none of them, near ${where}.`,
          },
        ),
      );
    } else if (fault.kind === 'crossing') {
      issues.push(
        raise(
          'outline-invalid',
          { file, line: numbers(fault.municipality) },
          { message: `The border of ${fault.municipality} crosses itself near ${where}.` },
        ),
      );
    } else {
      issues.push(
        raise(
          'outline-invalid',
          { file, line: numbers(fault.municipality) },
          { message: `A hole of ${fault.municipality} lies outside of it, near ${where}.` },
        ),
      );
    }
  }
  return { boundaries, issues };
}

function ringFault(polygons: readonly (readonly Ring[])[]): string | undefined {
  if (polygons.length === 0 || polygons.some((rings) => rings.length === 0))
    return 'The outline has no ring.';
  for (const ring of polygons.flat()) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (ring.length < 4 || first === undefined || last === undefined)
      return 'A ring has fewer than four positions.';
    if (first[0] !== last[0] || first[1] !== last[1]) return 'A ring is not closed.';
    if (ring.some(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90)))
      return 'A position is no longitude and latitude in degrees.';
  }
  return undefined;
}
