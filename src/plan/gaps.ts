import type { Change, Gap, GapReason, Part } from './microplan.js';
import { formatHours } from '../model/week.js';
import { pairKey, REASON_ORDER, reasonAgainst, type FitContext } from './fit.js';
import { isNoWay } from './roads.js';
import type { PlanRules } from './rules.js';
import type { Crew } from './workforce.js';

/** A crew with the people and spots it already has. */
export interface LoadedCrew {
  readonly crew: Crew;
  readonly people: number;
  readonly spots: number;
}

/** A worker can be asked to serve this much more than planned before a new one is called for (SWIT: 50, at most 65). */
const STRETCH = 1.3;

/** The gap of people met by phone or on the web. */
export const VIRTUAL_GAP: Gap = {
  reason: 'virtual_only',
  detail: 'met by phone or on the web: no visit',
  change: { kind: 'online_task' },
};

/** The gap of a spot where the estimate is nobody. */
export const NOBODY_GAP: Gap = {
  reason: 'nobody_expected',
  detail: 'the estimate is nobody',
  change: { kind: 'new_count' },
};

/** The gap of a spot that is held back because of its security level. */
export function securityGap(part: Part, rules: PlanRules): Gap {
  const { security_level: stated, security_checked_on: checked } = part.figure.spot;
  const level = part.security ?? 4;
  const { incident } = part;
  if (incident !== undefined) {
    return {
      reason: 'incident',
      detail: `an incident ${incident.spot === part.spot ? 'here' : 'near here'} on ${incident.on}`,
      change: { kind: 'after_incident', on: incident.on, days: rules.incident_days },
    };
  }
  const why =
    stated === undefined
      ? 'no security level is recorded, which counts as 4'
      : level > Number(stated)
        ? `level ${stated}, ${checked === undefined ? 'never dated' : `checked on ${checked}, too long ago`}, counts as ${level}`
        : `level ${stated}`;
  return { reason: 'security', detail: why, change: { kind: 'security_check', level } };
}

/** Why a part that may be visited has no worker, and the smallest change that would give it one. */
export function gapOf(part: Part, crews: readonly LoadedCrew[], context: FitContext): Gap {
  const reasonOf = reasonsByKind(part, context);
  const judged = crews.map((loaded) => ({
    loaded,
    reason: reasonOf(loaded.crew),
    km: kmTo(part, loaded.crew, context),
  }));
  judged.sort((a, b) => rankOf(b.reason) - rankOf(a.reason) || a.km - b.km);
  const [nearest] = judged;
  if (nearest === undefined)
    return { reason: 'no_worker_of_population', detail: 'there are no workers', change: newWorker(part, 1) };
  const same = judged.filter(({ reason }) => reason === nearest.reason);
  return describe(part, nearest.reason, { same, context });
}

/** Why a crew cannot serve the part; crews of one kind are judged once. Where nothing else stands against it, it is full. */
function reasonsByKind(part: Part, context: FitContext): (crew: Crew) => GapReason {
  const open: FitContext = { ...context, ruledOut: new Set() };
  const known = new Map<string, GapReason>();
  return (crew) => {
    const before = known.get(crew.kind);
    if (before !== undefined) return before;
    const reason = reasonAgainst(part, crew, open) ?? 'capacity';
    known.set(crew.kind, reason);
    return reason;
  };
}

const rankOf = (reason: GapReason) => REASON_ORDER.indexOf(reason);

function kmTo(part: Part, crew: Crew, { distance }: FitContext): number {
  const { base } = crew.members[0];
  return base === undefined ? 0 : distance(part.place, base);
}

interface Judged {
  readonly loaded: LoadedCrew;
  readonly km: number;
}

interface GapContext {
  readonly same: readonly Judged[];
  readonly context: FitContext;
}

const newWorker = (part: Part, workers: number): Change => ({
  kind: 'new_worker',
  population: part.population,
  languages: part.languages,
  municipality: part.place.municipality,
  workers: part.pair ? 2 * workers : workers,
});

function describe(part: Part, reason: GapReason, gap: GapContext): Gap {
  const [nearest] = gap.same;
  const workers = nearest?.loaded.crew.members.map((member) => member.code) ?? [];
  const [code = ''] = workers;
  const km = Math.ceil(nearest?.km ?? 0);
  switch (reason) {
    case 'no_shared_language':
      return {
        reason,
        detail: `no worker of the population speaks ${part.languages.join(' or ')}`,
        change: newWorker(part, 1),
      };
    case 'no_pair':
      return { reason, detail: 'a visit takes two and no pair can be made', change: newWorker(part, 1) };
    case 'road_closed':
      return {
        reason,
        detail: 'every worker who could go would have to take a closed road',
        change: {
          kind: 'open_road',
          between: [cutOff(part, nearest?.loaded.crew, gap.context), part.place.municipality ?? ''],
          worker: code,
        },
      };
    case 'distance':
      return {
        reason,
        detail: `the nearest worker is ${km} km away`,
        change: { kind: 'go_farther', worker: code, km },
      };
    case 'hours':
      return {
        reason,
        detail: 'no worker is free for a whole visit while people are there',
        change: { kind: 'other_hours', workers, days: part.peakDays, hours: part.hours },
      };
    case 'curfew':
      return {
        reason,
        detail: 'a visit and the way home do not fit before the curfew',
        change: { kind: 'meet_earlier', hours: part.hours },
      };
    case 'capacity':
      return { reason, detail: 'every worker who could go is full', change: moreRoom(part, gap) };
    default:
      return { reason, detail: `no worker of ${part.population}`, change: newWorker(part, 1) };
  }
}

/** The municipality of a member of the crew that a closed road lies before. */
function cutOff(part: Part, crew: Crew | undefined, { distance }: FitContext): string {
  const home = crew?.homes.find((place) => isNoWay(distance(part.place, place)));
  return home?.municipality ?? '';
}

/** A few more people for the worker with most room left, else a new worker. */
function moreRoom(part: Part, { same, context }: GapContext): Change {
  let best: { readonly worker: string; readonly people: number } | undefined;
  for (const { loaded } of same) {
    const { crew, people, spots } = loaded;
    const [lead] = crew.members;
    const most = people + part.people.estimate;
    const isOnlyStaffLimit = crew.capacity >= lead.mostPeople && crew.members.length === 1;
    if (lead.isSlot || !isOnlyStaffLimit || spots >= crew.mostSpots || most > lead.mostPeople * STRETCH)
      continue;
    const lacking = most - crew.capacity;
    if (best !== undefined && lacking >= best.people) continue;
    if (context.ruledOut.has(pairKey(part, crew))) continue;
    best = { worker: lead.code, people: lacking };
  }
  return best === undefined ? newWorker(part, 1) : { kind: 'more_people', ...best };
}

/** A change in words, for a planner. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'online_task':
      return 'plan it as an online task: chat, phone or a link to a site';
    case 'networks':
      return 'reach them through networks: people met at spots bring others';
    case 'new_count':
      return 'count the spot again';
    case 'security_check':
      return change.level >= 5
        ? 'none by visit: meet the people at another place'
        : 'check the security of the spot and record level and date; level 3 or lower, freshly checked';
    case 'after_incident':
      return `wait until ${change.days} days after ${change.on} are over, and check the security of the spot again`;
    case 'new_worker':
      return describeNewWorker(change);
    case 'more_people':
      return `let worker ${change.worker} serve ${change.people} more people (max_people)`;
    case 'go_farther':
      return `let worker ${change.worker} go ${change.km} km (most_km), or find one who lives nearer`;
    case 'open_road':
      return `agree on a safe way for worker ${change.worker} between ${change.between.join(' and ')} (closed_roads), or find one on this side`;
    case 'other_hours':
      return `let ${change.workers.join(' and ')} work ${formatHours(change.hours)}${change.days.length === 0 ? '' : ` on ${change.days.join(' ')}`}`;
    case 'meet_earlier':
      return `agree to meet the people outside ${formatHours(change.hours)}, well before the curfew`;
    case 'more_money':
      return `${change.amount}${change.currency === '' ? '' : ` ${change.currency}`} more in four weeks (money_per_month)`;
  }
}

function describeNewWorker(change: Extract<Change, { kind: 'new_worker' }>): string {
  const speaking =
    change.languages.length === 0
      ? ''
      : ` who ${change.workers === 1 ? 'speaks' : 'speak'} ${change.languages.join(' or ')}`;
  const near = change.municipality === undefined ? '' : `, based in or near ${change.municipality}`;
  return `${change.workers} more ${change.population} ${change.workers === 1 ? 'worker' : 'workers'}${speaking}${near}`;
}
