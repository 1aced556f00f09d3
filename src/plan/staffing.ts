import { sumTriples } from '../model/range.js';
import type { Assign, AssignmentProblem } from './assign.js';
import { splitPart } from './demand.js';
import { pairKey, reasonAgainst, type FitContext } from './fit.js';
import { reachedBy } from './formulas.js';
import { gapOf } from './gaps.js';
import type { Part, PlannedPart, PlannedWorker, Visit, Worker } from './microplan.js';
import type { PlanRules } from './rules.js';
import { scheduleCrew, type Schedule } from './schedule/schedule.js';
import { superviseWorkers } from './supervise.js';
import type { Distance } from './where.js';
import { crewsOf, peoplePerWorker, shareLanguage, type Crew } from './workforce.js';
import { workloadOf } from './workload.js';

/** What parts are staffed with besides workers. */
export interface StaffingContext {
  readonly rules: PlanRules;
  readonly isConflict: boolean;
  readonly distance: Distance;
  readonly assign: Assign;
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

/** Gives parts to workers, splits those larger than a worker can serve, and places the visits. */
export function staffParts(
  parts: readonly Part[],
  workers: readonly Worker[],
  context: StaffingContext,
): Staffing {
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
  for (let round = 1; ; round += 1) {
    const draft = draftOf({ pieces, crews, fit, context });
    const idle = draft.assigned.filter(({ part, crew }) => crew !== undefined && !hasVisit(draft, part));
    if (idle.length === 0 || round === MOST_ROUNDS) return settle(draft, { crews, workers, fit, context });
    for (const { part, crew } of idle) if (crew !== undefined) ruledOut.add(pairKey(part, crew));
  }
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
  readonly context: StaffingContext;
}

interface Draft {
  readonly assigned: readonly { readonly part: Part; readonly crew: Crew | undefined }[];
  readonly schedules: ReadonlyMap<Crew, Schedule>;
  readonly visitsByPart: ReadonlyMap<string, readonly Visit[]>;
}

const hasVisit = (draft: Draft, part: Part) => draft.visitsByPart.has(part.id);

function draftOf(draft: DraftContext): Draft {
  const { pieces, crews, fit, context } = draft;
  const assignment = context.assign(problemOf(draft));
  const assigned = pieces.map((part, at) => ({ part, crew: crews[assignment[at] ?? -1] }));
  const partsByCrew = new Map<Crew, Part[]>(crews.map((crew) => [crew, []]));
  for (const { part, crew } of assigned) if (crew !== undefined) partsByCrew.get(crew)?.push(part);
  const schedules = new Map([...partsByCrew].map(([crew, of]) => [crew, scheduleCrew(crew, of, fit)]));
  const visitsByPart = new Map<string, Visit[]>();
  for (const visit of [...schedules.values()].flatMap((schedule) => schedule.visits)) {
    const visits = visitsByPart.get(visit.part);
    if (visits === undefined) visitsByPart.set(visit.part, [visit]);
    else visits.push(visit);
  }
  return { assigned, schedules, visitsByPart };
}

function problemOf({ pieces, crews, fit, context }: DraftContext): AssignmentProblem {
  const crewOfWorker = new Map(
    crews.flatMap((crew, at) => crew.members.map((member): [string, number] => [member.code, at])),
  );
  const nowhere = { position: undefined, municipality: undefined };
  return {
    parts: pieces.map((part) => ({
      id: part.id,
      people: part.people.estimate,
      tier: part.security ?? 1,
      previous: crewOfWorker.get(context.previous.get(part.id) ?? ''),
    })),
    workers: crews.map((crew) => ({
      id: crew.members[0].code,
      capacity: crew.capacity,
      mostSpots: crew.mostSpots,
      hasBase: !crew.members[0].isSlot && crew.members[0].base !== undefined,
    })),
    candidates: pieces.map((part) =>
      [...crews.keys()].filter((at) => {
        const crew = crews[at];
        return crew !== undefined && reasonAgainst(part, crew, fit) === undefined;
      }),
    ),
    kmFromBase: (part, worker) =>
      context.distance(pieces[part]?.place ?? nowhere, crews[worker]?.members[0].base ?? nowhere),
    kmBetween: (a, b) => context.distance(pieces[a]?.place ?? nowhere, pieces[b]?.place ?? nowhere),
  };
}

interface SettleContext {
  readonly crews: readonly Crew[];
  readonly workers: readonly Worker[];
  readonly fit: FitContext;
  readonly context: StaffingContext;
}

/** Turns the last draft into a plan: parts without a visit are uncovered, with the reason. */
function settle(draft: Draft, { crews, workers, fit, context }: SettleContext): Staffing {
  const supervisors = superviseWorkers(workers, context.rules.workers_per_supervisor);
  const crewOf = new Map(
    draft.assigned.map(({ part, crew }) => [part.id, hasVisit(draft, part) ? crew : undefined]),
  );
  const loads = crews.map((crew) => {
    const own = draft.assigned.filter(({ part }) => crewOf.get(part.id) === crew).map(({ part }) => part);
    return { crew, own, people: sumTriples(own.map((part) => part.people)).estimate, spots: own.length };
  });
  const ruledOut = new Set(fit.ruledOut);
  for (const { part, crew } of draft.assigned) {
    if (crew !== undefined && !hasVisit(draft, part)) ruledOut.add(pairKey(part, crew));
  }
  const parts = draft.assigned.map(({ part }): PlannedPart => {
    const crew = crewOf.get(part.id);
    if (crew === undefined) return uncovered(part, gapOf(part, loads, { ...fit, ruledOut }));
    const own = loads.find((load) => load.crew === crew)?.own ?? [];
    return {
      ...describePlanned(part, draft, fit),
      worker: crew.members[0].code,
      partner: crew.members[1]?.code,
      backup: backupOf(part, crew, { workers, context }),
      supervisor: supervisors.get(crew.members[0].code),
      alternate: alternateOf(part, own, context.distance),
    };
  });
  const planned = new Map(parts.map((part) => [part.part.id, part]));
  return {
    parts,
    workers: workers.map((worker) => describeWorker(worker, { loads, planned, draft, supervisors })),
    visits: [...draft.schedules.values()].flatMap((schedule) => schedule.visits),
  };
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

/** The nearest other worker of the population who shares a language; not the partner, who may be lost on the same day. */
function backupOf(
  part: Part,
  crew: Crew,
  { workers, context }: { readonly workers: readonly Worker[]; readonly context: StaffingContext },
): string | undefined {
  let nearest: string | undefined;
  let least = Infinity;
  for (const worker of workers) {
    if (crew.members.includes(worker) || !worker.populations.includes(part.population)) continue;
    if (!shareLanguage(part.languages, worker.languages)) continue;
    const km = worker.base === undefined ? 0 : context.distance(part.place, worker.base);
    if (km < least) [nearest, least] = [worker.code, km];
  }
  return nearest;
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
  readonly loads: readonly { readonly crew: Crew; readonly own: readonly Part[] }[];
  readonly planned: ReadonlyMap<string, PlannedPart>;
  readonly draft: Draft;
  readonly supervisors: ReadonlyMap<string, string>;
}

function describeWorker(
  worker: Worker,
  { loads, planned, draft, supervisors }: WorkerContext,
): PlannedWorker {
  const load = loads.find(({ crew }) => crew.members.includes(worker));
  const isLead = load?.crew.members[0] === worker;
  const own = isLead ? load.own : [];
  const schedule = load === undefined ? undefined : draft.schedules.get(load.crew);
  return {
    worker,
    supervisor: supervisors.get(worker.code) ?? '',
    partner: load?.crew.members.find((member) => member !== worker)?.code,
    spots: own.length,
    people: sumTriples(own.map((part) => part.people)),
    contacts: own.reduce((sum, part) => sum + (planned.get(part.id)?.contacts ?? 0), 0),
    visitsPerWeek: (schedule?.visits.length ?? 0) / 4,
    travelKmPerWeek: (schedule?.km ?? 0) / 4,
  };
}
