import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Study } from '../model/study.js';
import { nearestName } from './nearest-name.js';

/** A name a planning rule gives, with the rule and what it may be the name of. */
interface Named {
  readonly rule: string;
  readonly name: string;
  readonly of: readonly Kind[];
}

type Kind = 'municipality' | 'spot' | 'site';

/**
 * Names in planning rules that nothing in the study carries: a curfew, a closed road or an incident with a slip in its
 * name would protect nobody, and nobody would know.
 */
export function checkRuleNames(study: Study): Issue[] {
  const stated = namedIn(study.settings.plan);
  if (stated.length === 0) return [];
  const known = namesOf(study);
  return stated.flatMap(({ rule, name, of }) => {
    const candidates = of.flatMap((kind) => [...known[kind]]);
    if (candidates.includes(name)) return [];
    const near = nearestName(name, candidates);
    return [
      raise(
        'rule-name-unknown',
        { file: 'study.yaml', column: `plan.${rule}` },
        {
          message: `The rule names a ${of.join(' or ')} that the study does not have.`,
          value: name,
          ...(near === undefined ? {} : { fix: `Did you mean "${near}"? Correct the name.` }),
        },
      ),
    ];
  });
}

function namesOf(study: Study): Readonly<Record<Kind, ReadonlySet<string>>> {
  const tables = [study.places, study.spots, study.workers, study.sites, study.boundaries];
  const municipalities = tables.flatMap((rows) => rows.flatMap(({ municipality }) => municipality ?? []));
  return {
    municipality: new Set(municipalities),
    spot: new Set(study.spots.map((spot) => spot.spot_id)),
    site: new Set(study.sites.map((site) => site.site_id)),
  };
}

/** The rules that name places, as study.yaml states them. */
interface StatedNames {
  readonly curfew?: readonly { readonly municipality?: string }[];
  readonly closed_roads?: readonly { readonly between: readonly string[] }[];
  readonly incidents?: readonly { readonly spot: string }[];
  readonly siting?: { readonly forced?: readonly string[]; readonly forbidden?: readonly string[] };
}

/** The names stated under `plan`, whose form the settings schema has checked. */
function namedIn(plan: Readonly<Record<string, unknown>>): Named[] {
  const { curfew = [], closed_roads: roads = [], incidents = [], siting = {} } = plan as StatedNames;
  const sites: readonly Kind[] = ['municipality', 'spot', 'site'];
  return [
    ...curfew.flatMap(({ municipality }): Named[] =>
      municipality === undefined ? [] : [{ rule: 'curfew', name: municipality, of: ['municipality'] }],
    ),
    ...roads.flatMap(({ between }) =>
      between.map((name): Named => ({ rule: 'closed_roads', name, of: ['municipality'] })),
    ),
    ...incidents.map(({ spot }): Named => ({ rule: 'incidents', name: spot, of: ['spot'] })),
    ...(siting.forced ?? []).map((name): Named => ({ rule: 'siting.forced', name, of: sites })),
    ...(siting.forbidden ?? []).map((name): Named => ({ rule: 'siting.forbidden', name, of: sites })),
  ];
}
