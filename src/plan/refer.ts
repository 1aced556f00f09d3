import { compareText } from '../model/issue.js';
import type { Study } from '../model/study.js';
import type { SiteRow } from '../model/tables/sites.js';
import type { PlannedPart, Referral } from './microplan.js';
import { isNoWay } from './roads.js';
import type { PlanRules } from './rules.js';
import { travelMinutes } from './schedule/travel.js';
import type { Distance } from './distance.js';
import { placeOf } from './where.js';

/** What referrals are worked out from besides the planned parts. */
export interface ReferralContext {
  readonly study: Study;
  readonly rules: PlanRules;
  readonly distance: Distance;
  readonly isConflict: boolean;
}

/** Owner of a site that names none: each counts as its own. */
const ownerOf = (site: SiteRow) => site.owner ?? site.site_id;

/** True where the site is said to be closed. */
export const isClosed = (site: SiteRow) => /\bclosed\b/i.test(site.open ?? '');

/**
 * For every planned part and every service some open site on an open way gives: the nearest site and two fallbacks of other owners,
 * with no owner first for more than the stated share of referrals while another owner could be. Minutes are one way.
 */
export function referralsOf(parts: readonly PlannedPart[], context: ReferralContext): Referral[] {
  const open = context.study.sites.filter((site) => !isClosed(site));
  const services = [...new Set(open.flatMap((site) => site.services ?? []))].sort(compareText);
  const wanted = parts
    .filter(({ status }) => status === 'planned')
    .flatMap((planned) => services.map((service) => ({ planned, service })));
  const choices = wanted.flatMap(({ planned, service }): Choice[] => {
    const sites = open
      .filter((site) => site.services?.includes(service) === true)
      .map((site) => ({ site, km: context.distance(planned.part.place, placeOf(site)) }))
      .filter(({ km }) => !isNoWay(km))
      .sort((a, b) => a.km - b.km || compareText(a.site.site_id, b.site.site_id));
    return sites.length === 0 ? [] : [{ planned, service, sites, first: 0 }];
  });
  spreadOwners(choices, context.rules.owner_share);
  return choices.map((choice) => describe(choice, context));
}

interface Reachable {
  readonly site: SiteRow;
  readonly km: number;
}

interface Choice {
  readonly planned: PlannedPart;
  readonly service: string;
  /** Nearest first. */
  readonly sites: readonly Reachable[];
  first: number;
}

const firstOwner = ({ sites, first }: Choice) => {
  const reachable = sites[first];
  return reachable === undefined ? '' : ownerOf(reachable.site);
};

/** Turns referrals away from an owner that has too many, those first that lose the fewest kilometres. */
function spreadOwners(choices: readonly Choice[], share: number): void {
  const most = Math.floor(choices.length * share + 1e-9);
  const counts = new Map<string, number>();
  for (const choice of choices) counts.set(firstOwner(choice), (counts.get(firstOwner(choice)) ?? 0) + 1);
  for (const [owner, count] of counts) {
    const movable = choices
      .filter((choice) => firstOwner(choice) === owner)
      .map((choice) => ({ choice, next: nextOwner(choice, owner, { counts, most }) }))
      .filter(({ next }) => next !== undefined)
      .map(({ choice, next = 0 }) => ({
        choice,
        next,
        loss: (choice.sites[next]?.km ?? 0) - (choice.sites[choice.first]?.km ?? 0),
      }))
      .sort((a, b) => a.loss - b.loss);
    let over = count - most;
    for (const { choice } of movable) {
      if (over <= 0) break;
      const next = nextOwner(choice, owner, { counts, most });
      if (next === undefined) continue;
      choice.first = next;
      counts.set(firstOwner(choice), (counts.get(firstOwner(choice)) ?? 0) + 1);
      counts.set(owner, (counts.get(owner) ?? 0) - 1);
      over -= 1;
    }
  }
}

interface OwnerCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly most: number;
}

/** The nearest site of another owner who still has room for a referral. */
function nextOwner(choice: Choice, owner: string, { counts, most }: OwnerCounts): number | undefined {
  const at = choice.sites.findIndex(({ site }) => {
    const other = ownerOf(site);
    return other !== owner && (counts.get(other) ?? 0) < most;
  });
  return at < 0 ? undefined : at;
}

function describe(choice: Choice, { rules, isConflict }: ReferralContext): Referral {
  const first = choice.sites[choice.first];
  const owners = new Set([firstOwner(choice)]);
  const fallbacks: SiteRow[] = [];
  for (const { site } of choice.sites) {
    if (fallbacks.length === 2 || owners.has(ownerOf(site))) continue;
    owners.add(ownerOf(site));
    fallbacks.push(site);
  }
  const { part } = choice.planned;
  return {
    part: part.id,
    spot: part.spot,
    population: part.population,
    letter: part.letter,
    service: choice.service,
    first: first?.site.site_id ?? '',
    owner: firstOwner(choice),
    minutes: travelMinutes(first?.km ?? 0, rules),
    fallbacks: fallbacks.map((site) => ({ site: site.site_id, kind: site.kind, owner: ownerOf(site) })),
    escort: isConflict && (choice.service === 'art' || (part.security ?? 0) >= 3),
  };
}
