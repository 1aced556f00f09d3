import { sumTriples } from '../model/range.js';
import type { PartsDone } from '../estimate/estimate.js';
import type { AssignmentProblem, AssignStepwise } from './assign.js';
import { kmPerWeek } from './costs.js';
import { splitPart } from './demand.js';
import { exposureOf } from './exposure.js';
import { pairKey, reasonAgainst, type FitContext } from './fit.js';
import { floorParts } from './floors.js';
import { reachedBy } from './formulas.js';
import { gapOf } from './gaps.js';
import type { Part, Place, PlannedPart, PlannedWorker, Visit, Worker } from './microplan.js';
import type { PlanRules } from './rules.js';
import type { Schedule } from './schedule/crew-schedule.js';
import { scheduleCrew } from './schedule/schedule.js';
import { superviseWorkers } from './supervise.js';
import type { Distance } from './distance.js';
import { crewsOf, peoplePerWorker, shareLanguage, type Crew } from './workforce.js';
import { workloadOf } from './workload.js';

/** What parts are staffed with besides workers. */
export interface StaffingContext {
  readonly rules: PlanRules;
  readonly isConflict: boolean;
  readonly distance: Distance;
  readonly assign: AssignStepwise;
  readonly previous: ReadonlyMap<string, string>;
}

/** Parts with their workers, workers with their parts, and every visit. */
export interface Staffing {
  readonly parts: readonly PlannedPart[];
  readonly workers: readonly PlannedWorker[];
  readonly visits: readonly Visit[];
}

/** Rounds of giving a part that found no time another worker. */
const MOST_ROUNDS = 3;

/** Who serves what and when, before reasons and backups are worked out. */
export interface StaffingDraft extends Draft {
  readonly workers: readonly Worker[];
  readonly crews: readonly Crew[];
  readonly fit: FitContext;
  readonly context: StaffingContext;
}

/**
 * Gives parts to workers, splits those larger than a worker can serve, and places the visits. Pauses often; how far it
 * is told to be is how far the round at hand is.
 */
export function* draftStaffing(
  parts: readonly Part[],
  workers: readonly Worker[],
  context: StaffingContext,
): Generator<PartsDone, StaffingDraft, void> {
  const crews = crewsOf(workers, {
    rules: context.rules,
    isConflict: context.isConflict,
    pairPopulations: new Set(parts.filter((part) => part.pair).map((part) => part.population)),
    distance: context.distance,
  });
  const pieces = parts.flatMap((part) => splitPart(part, largestCapacity(part, crews, context.rules)));
  const ruledOut = new Set<string>();
  const fit: FitContext = {
    rules: context.rules,
    distance: context.distance,
    workloads: new Map(pieces.map((part) => [part.id, workloadOf(part, context.rules)])),
    ruledOut,
  };
  const able = ableCrews(pieces, crews, { ...fit, ruledOut: new Set() });
  for (let round = 1; ; round += 1) {
    const draft = yield* draftOf({ pieces, crews, fit, able, context });
    const idle = draft.assigned.filter(({ part, crew }) => crew !== undefined && !hasVisit(draft, part));
    if (idle.length === 0 || round === MOST_ROUNDS) return { ...draft, workers, crews, fit, context };
    for (const { part, crew } of idle) if (crew !== undefined) ruledOut.add(pairKey(part, crew));
  }
}

/** The part of a draft that is served, by part, with its crew. */
export function servedParts(draft: StaffingDraft): { readonly part: Part; readonly isServed: boolean }[] {
  return draft.assigned.map(({ part, crew }) => ({
    part,
    isServed: crew !== undefined && hasVisit(draft, part),
  }));
}

/** The most people of a part one crew of its population and language can serve; the ratio where there is none. */
function largestCapacity(part: Part, crews: readonly Crew[], rules: PlanRules): number {
  const capacities = crews
    .filter((crew) => crew.populations.includes(part.population))
    .filter((crew) => shareLanguage(part.languages, crew.languages))
    .filter((crew) => !part.pair || crew.members.length > 1)
    .map((crew) => crew.capacity);
  return capacities.length === 0 ? peoplePerWorker(rules, part.population) : Math.max(1, ...capacities);
}

interface DraftContext {
  readonly pieces: readonly Part[];
  readonly crews: readonly Crew[];
  readonly fit: FitContext;
  /** By piece: the crews (by index) that may serve it, none ruled out. */
  readonly able: readonly (readonly number[])[];
  readonly context: StaffingContext;
}

interface Draft {
  readonly assigned: readonly { readonly part: Part; readonly crew: Crew | undefined }[];
  readonly schedules: ReadonlyMap<Crew, Schedule>;
  readonly visitsByPart: ReadonlyMap<string, readonly Visit[]>;
}

const hasVisit = (draft: Draft, part: Part) => draft.visitsByPart.has(part.id);

/** The share of a round's time that the search for who serves what is taken to need. */
const SEARCH_SHARE = 0.7;

function* draftOf(draft: DraftContext): Generator<PartsDone, Draft, void> {
  const { pieces, crews, fit, context } = draft;
  const search = context.assign(problemOf(draft));
  let step = search.next();
  for (; step.done !== true; step = search.next()) yield { done: SEARCH_SHARE * step.value, whole: 1 };
  const assignment = step.value;
  const assigned = pieces.map((part, at) => ({ part, crew: crews[assignment[at] ?? -1] }));
  const partsByCrew = new Map<Crew, Part[]>(crews.map((crew) => [crew, []]));
  for (const { part, crew } of assigned) if (crew !== undefined) partsByCrew.get(crew)?.push(part);
  const schedules = new Map<Crew, Schedule>();
  for (const [crew, of] of partsByCrew) {
    schedules.set(crew, scheduleCrew(crew, of, fit));
    yield { done: SEARCH_SHARE + ((1 - SEARCH_SHARE) * schedules.size) / crews.length, whole: 1 };
  }
  const visitsByPart = new Map<string, Visit[]>();
  for (const visit of [...schedules.values()].flatMap((schedule) => schedule.visits)) {
    const visits = visitsByPart.get(visit.part);
    if (visits === undefined) visitsByPart.set(visit.part, [visit]);
    else visits.push(visit);
  }
  return { assigned, schedules, visitsByPart };
}

function problemOf(draft: DraftContext): AssignmentProblem {
  const { pieces, crews, context } = draft;
  const crewOfWorker = new Map(
    crews.flatMap((crew, at) => crew.members.map((member): [string, number] => [member.code, at])),
  );
  const first = floorParts(pieces, context.rules.equity_floor);
  const nowhere = { position: undefined, municipality: undefined };
  return {
    parts: pieces.map((part) => ({
      id: part.id,
      people: part.people.estimate,
      ...(context.rules.distance === 'plain' && { weight: 1 }),
      tier: 2 * (part.security ?? 1) + (first.has(part.id) ? 0 : 1),
      previous: crewOfWorker.get(context.previous.get(part.id) ?? ''),
    })),
    workers: crews.map((crew) => ({
      id: crew.members[0].code,
      capacity: crew.capacity,
      mostSpots: crew.mostSpots,
      reachKm: context.rules.slot_reach_km,
      hasBase: !crew.members[0].isSlot && crew.members[0].base !== undefined,
    })),
    candidates: candidatesOf(draft),
    kmFromBase: (part, worker) =>
      context.distance(pieces[part]?.place ?? nowhere, crews[worker]?.members[0].base ?? nowhere),
    kmBetween: (a, b) => context.distance(pieces[a]?.place ?? nowhere, pieces[b]?.place ?? nowhere),
    ...(context.distance.isStraight === true && { positionOf: (part) => pieces[part]?.place.position }),
  };
}

/** The crews (by index, ascending) that may serve each part; crews of one kind are judged once. */
function ableCrews(pieces: readonly Part[], crews: readonly Crew[], fit: FitContext): (readonly number[])[] {
  const kinds = new Map<string, { readonly first: Crew; readonly crews: number[] }>();
  for (const [at, crew] of crews.entries()) {
    const kind = kinds.get(crew.kind);
    if (kind === undefined) kinds.set(crew.kind, { first: crew, crews: [at] });
    else kind.crews.push(at);
  }
  const populations = new Set(pieces.map((part) => part.population));
  const byPopulation = new Map(
    [...populations].map((population) => [
      population,
      [...kinds.values()].filter(({ first }) => first.populations.includes(population)),
    ]),
  );
  return pieces.map((part) => {
    const able = (byPopulation.get(part.population) ?? []).filter(
      ({ first }) => reasonAgainst(part, first, fit) === undefined,
    );
    const [only] = able;
    return able.length === 1 && only !== undefined
      ? only.crews
      : able.flatMap((kind) => kind.crews).sort((a, b) => a - b);
  });
}

/** By piece the able crews that were not found out of time for it. */
function candidatesOf({ pieces, crews, fit, able }: DraftContext): (readonly number[])[] {
  const limited = new Set([...fit.ruledOut].map((key) => (JSON.parse(key) as string[])[0]));
  return pieces.map((part, at) => {
    const own = able[at] ?? [];
    return limited.has(part.id) ? own.filter((index) => !isRuledOut(part, crews[index], fit)) : own;
  });
}

const isRuledOut = (part: Part, crew: Crew | undefined, { ruledOut }: FitContext) =>
  crew !== undefined && ruledOut.has(pairKey(part, crew));

/** The parts each crew serves in the end. */
interface Load {
  readonly crew: Crew;
  readonly own: readonly Part[];
  readonly people: number;
  readonly spots: number;
}

/** Turns a draft into a plan: parts without a visit are uncovered, each with its reason. */
export function settleStaffing(draft: StaffingDraft): Staffing {
  const { workers, fit, context } = draft;
  const supervisors = superviseWorkers(workers, context.rules.workers_per_supervisor);
  const loads = loadsOf(draft);
  const ruledOut = new Set(fit.ruledOut);
  for (const { part, crew } of draft.assigned) {
    if (crew !== undefined && !hasVisit(draft, part)) ruledOut.add(pairKey(part, crew));
  }
  const backupFor = backupFinder(workers, loads, context.distance);
  const parts = draft.assigned.map(({ part, crew }): PlannedPart => {
    const load = crew !== undefined && hasVisit(draft, part) ? loads.get(crew) : undefined;
    if (load === undefined) return uncovered(part, gapOf(part, [...loads.values()], { ...fit, ruledOut }));
    const [lead, partner] = load.crew.members;
    return {
      ...describePlanned(part, draft, fit),
      worker: lead.code,
      partner: partner?.code,
      backup: backupFor(part, load.crew),
      supervisor: supervisors.get(lead.code),
      alternate: alternateOf(part, load.own, context.distance),
    };
  });
  const contacts = new Map(parts.map(({ part, contacts: made }) => [part.id, made]));
  return {
    parts,
    workers: workers.map((worker) => describeWorker(worker, { loads, contacts, draft, supervisors })),
    visits: [...draft.schedules.values()].flatMap((schedule) => schedule.visits),
  };
}

function loadsOf(draft: StaffingDraft): Map<Crew, Load> {
  const own = new Map<Crew, Part[]>(draft.crews.map((crew) => [crew, []]));
  for (const { part, crew } of draft.assigned) {
    if (crew !== undefined && hasVisit(draft, part)) own.get(crew)?.push(part);
  }
  return new Map(
    [...own].map(([crew, parts]) => {
      const people = sumTriples(parts.map((part) => part.people)).estimate;
      return [crew, { crew, own: parts, people, spots: parts.length }];
    }),
  );
}

const UNSTAFFED = {
  worker: undefined,
  partner: undefined,
  backup: undefined,
  supervisor: undefined,
  alternate: undefined,
};

const uncovered = (part: Part, gap: PlannedPart['gap']): PlannedPart => ({
  part,
  status: 'uncovered',
  gap,
  ...UNSTAFFED,
  visitsWanted: 0,
  visitsPlanned: 0,
  contacts: 0,
  minutes: 0,
  reached: 0,
});

function describePlanned(part: Part, draft: Draft, fit: FitContext): PlannedPart {
  const visits = draft.visitsByPart.get(part.id) ?? [];
  const workload = fit.workloads.get(part.id);
  const met = visits.map((visit) =>
    Math.min(1, (fit.rules.present_share * visit.expected) / part.people.estimate),
  );
  return {
    part,
    status: 'planned',
    gap: undefined,
    ...UNSTAFFED,
    visitsWanted: workload?.visits ?? 0,
    visitsPlanned: visits.length,
    contacts: visits.reduce((sum, visit) => sum + visit.contacts, 0),
    minutes: workload?.minutes ?? 0,
    reached: reachedBy(part.people.estimate, met),
  };
}

/**
 * Finds the nearest other worker of the population who shares a language; not the partner, who may be lost on the same
 * day. A worker without a base counts as being at the first of their spots.
 */
function backupFinder(
  workers: readonly Worker[],
  loads: ReadonlyMap<Crew, Load>,
  distance: Distance,
): (part: Part, crew: Crew) => string | undefined {
  const places = new Map<Worker, Place>();
  for (const { crew, own } of loads.values()) {
    for (const member of crew.members) {
      const place = member.base ?? own[0]?.place;
      if (place !== undefined) places.set(member, place);
    }
  }
  const populations = new Set(workers.flatMap((worker) => worker.populations));
  const byPopulation = new Map(
    [...populations].map((population) => [
      population,
      workers
        .filter((worker) => worker.populations.includes(population))
        .map((worker) => ({ worker, place: places.get(worker) })),
    ]),
  );
  return (part, crew) => {
    let nearest: string | undefined;
    let least = Infinity;
    for (const { worker, place } of byPopulation.get(part.population) ?? []) {
      if (place !== undefined && (distance.atLeast?.(part.place, place) ?? 0) >= least) continue;
      if (crew.members.includes(worker) || !shareLanguage(part.languages, worker.languages)) continue;
      const km = place === undefined ? Number.MAX_VALUE : distance(part.place, place);
      if (km < least) [nearest, least] = [worker.code, km];
    }
    return nearest;
  };
}

/** The nearest other spot of the same worker: where to go when this one cannot be visited. */
function alternateOf(part: Part, own: readonly Part[], distance: Distance): string | undefined {
  let nearest: string | undefined;
  let least = Infinity;
  for (const other of own) {
    if (other.spot === part.spot) continue;
    const km = distance(part.place, other.place);
    if (km < least) [nearest, least] = [other.spot, km];
  }
  return nearest;
}

interface WorkerContext {
  readonly loads: ReadonlyMap<Crew, Load>;
  readonly contacts: ReadonlyMap<string, number>;
  readonly draft: StaffingDraft;
  readonly supervisors: ReadonlyMap<string, string>;
}

function describeWorker(
  worker: Worker,
  { loads, contacts, draft, supervisors }: WorkerContext,
): PlannedWorker {
  const crew = draft.crews.find(({ members }) => members.includes(worker));
  const load = crew === undefined ? undefined : loads.get(crew);
  const own = crew?.members[0] === worker ? (load?.own ?? []) : [];
  const schedule = crew === undefined ? undefined : draft.schedules.get(crew);
  const partsById = new Map(own.map((part) => [part.id, part]));
  const { rules } = draft.context;
  return {
    worker,
    supervisor: supervisors.get(worker.code) ?? '',
    partner: crew?.members.find((member) => member !== worker)?.code,
    spots: own.length,
    people: sumTriples(own.map((part) => part.people)),
    contacts: own.reduce((sum, part) => sum + (contacts.get(part.id) ?? 0), 0),
    visitsPerWeek: (schedule?.visits.length ?? 0) / 4,
    travelKmPerWeek: kmPerWeek(schedule?.km ?? 0),
    exposurePerWeek: Math.round(exposureOf(schedule?.visits ?? [], (id) => partsById.get(id), rules) / 4),
    isPaid: true,
  };
}
