import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Study } from '../model/study.js';

/** Kinds of places a name in travel.csv can stand for. */
type PlaceKind = 'spot' | 'worker' | 'site' | 'municipality';

/** Travel times whose ends are no place of the study or several, that stand twice, or that cannot be. */
export function checkTravel(study: Study): Issue[] {
  const { travel = [] } = study;
  if (travel.length === 0) return [];
  const file = study.files['travel'] ?? 'travel.csv';
  const kinds = kindsOf(study);
  const first = new Map<string, number>();
  const issues: Issue[] = [];
  for (const { line, from, to, minutes } of travel) {
    for (const [column, name] of [
      ['from', from],
      ['to', to],
    ] as const) {
      const known = [...(kinds.get(name) ?? [])];
      const at = { file, line, column };
      if (known.length === 0) {
        issues.push(
          raise('travel-unknown', at, { message: 'No spot, worker, site or municipality has this name.' }),
        );
      } else if (known.length > 1) {
        issues.push(raise('travel-ambiguous', at, { message: `It is a ${known.join(' and a ')}.` }));
      }
    }
    if (minutes > MOST_MINUTES) {
      issues.push(
        raise(
          'travel-impossible',
          { file, line, column: 'minutes' },
          { message: 'More than a day one way.' },
        ),
      );
    }
    const key = JSON.stringify([from, to]);
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else {
      const message = `The same way stands in line ${before}.`;
      issues.push(raise('travel-duplicate', { file, line, column: 'to' }, { message }));
    }
  }
  return issues;
}

const MOST_MINUTES = 24 * 60;

function kindsOf(study: Study): Map<string, Set<PlaceKind>> {
  const kinds = new Map<string, Set<PlaceKind>>();
  const note = (name: string | undefined, kind: PlaceKind): void => {
    if (name === undefined) return;
    const known = kinds.get(name);
    if (known === undefined) kinds.set(name, new Set([kind]));
    else known.add(kind);
  };
  for (const { spot_id: id, municipality } of study.spots) {
    note(id, 'spot');
    note(municipality, 'municipality');
  }
  for (const { worker_id: id, municipality } of study.workers) {
    note(id, 'worker');
    note(municipality, 'municipality');
  }
  for (const { site_id: id, municipality } of study.sites) {
    note(id, 'site');
    note(municipality, 'municipality');
  }
  for (const { municipality } of study.places) note(municipality, 'municipality');
  return kinds;
}
