import type { PartsDone } from '../estimate/estimate.js';
import { compareText } from '../model/issue.js';
import { kmPerWeek, suppliesCost, workerCost } from './costs.js';
import { floorParts } from './floors.js';
import type { Gap, Part } from './microplan.js';
import { draftStaffing, servedParts, settleStaffing, type Staffing, type StaffingDraft } from './staffing.js';
import { superviseWorkers } from './supervise.js';
import type { Crew } from './workforce.js';

/** Money below which two sums are the same: sums of many costs differ in their last digits. */
const A_TRIFLE = 0.005;

/** A crew with the parts it serves and what it alone costs in four weeks, without its supervisor. */
interface CostedCrew {
  readonly crew: Crew;
  readonly people: number;
  readonly servesFloor: boolean;
  readonly cost: number;
}

/**
 * The staffing the money pays for. Where a draft costs more than the limit, crews are kept while the money lasts: those
 * who serve a floor first, then those who serve most people for their cost; they are given parts anew, and let go one by
 * one where they now cost more than there is. Greedy, so not always the most people for the money. `fixed` is spent
 * before any worker.
 */
export function* fundStaffing(
  full: StaffingDraft,
  parts: readonly Part[],
  fixed: number,
): Generator<PartsDone, Staffing, void> {
  const limit = full.context.rules.money_per_month;
  const ranked = rankedCrews(full);
  if (limit === undefined || costOf(ranked, full, fixed) <= limit + A_TRIFLE) return settleStaffing(full);
  const kept = affordable(ranked, { draft: full, fixed, limit });
  const paid = new Set(kept.flatMap(({ crew }) => crew.members));
  const redrawn = yield* draftStaffing(
    parts,
    full.workers.filter((worker) => paid.has(worker)),
    full.context,
  );
  const lasting = affordable(rankedCrews(redrawn), { draft: redrawn, fixed, limit });
  const settled = settleStaffing(withoutOthers(redrawn, new Set(lasting.map(({ crew }) => crew))));
  return { ...settled, ...explained({ full, ranked, fixed, limit }, settled) };
}

function rankedCrews(draft: StaffingDraft): CostedCrew[] {
  const { rules } = draft.context;
  const floor = floorParts(
    draft.assigned.map(({ part }) => part),
    rules.equity_floor,
  );
  const own = new Map<Crew, Part[]>(draft.crews.map((crew) => [crew, []]));
  const served = new Set(servedParts(draft).flatMap(({ part, isServed }) => (isServed ? [part.id] : [])));
  for (const { part, crew } of draft.assigned) {
    if (crew !== undefined && served.has(part.id)) own.get(crew)?.push(part);
  }
  const costed = [...own].flatMap(([crew, of]): CostedCrew[] => {
    if (of.length === 0) return [];
    const km = 4 * kmPerWeek(draft.schedules.get(crew)?.km ?? 0);
    const pay = crew.members.reduce((sum, member) => sum + workerCost(member, rules), 0);
    const supplies = of.reduce((sum, part) => sum + suppliesCost(part, rules), 0);
    return [
      {
        crew,
        people: of.reduce((sum, part) => sum + part.people.estimate, 0),
        servesFloor: of.some((part) => floor.has(part.id)),
        cost: pay + km * rules.km_cost + supplies,
      },
    ];
  });
  return costed.sort(
    (a, b) =>
      Number(b.servesFloor) - Number(a.servesFloor) ||
      b.people * a.cost - a.people * b.cost ||
      compareText(a.crew.members[0].code, b.crew.members[0].code),
  );
}

/** What crews cost together in four weeks, supervisors included, after what is spent anyway. */
function costOf(crews: readonly CostedCrew[], { context }: StaffingDraft, fixed: number): number {
  const members = crews.flatMap(({ crew }) => crew.members);
  const supervisors = new Set(superviseWorkers(members, context.rules.workers_per_supervisor).values()).size;
  return crews.reduce((sum, { cost }) => sum + cost, 0) + supervisors * context.rules.supervisor_cost + fixed;
}

interface Purse {
  readonly draft: StaffingDraft;
  readonly fixed: number;
  readonly limit: number;
}

/** The longest run of crews from the first on that the money lasts for. */
function affordable(ranked: readonly CostedCrew[], { draft, fixed, limit }: Purse): CostedCrew[] {
  let kept = ranked.length;
  while (kept > 0 && costOf(ranked.slice(0, kept), draft, fixed) > limit + A_TRIFLE) kept -= 1;
  return ranked.slice(0, kept);
}

/** The draft with every crew but those given taken away from its parts. */
function withoutOthers(draft: StaffingDraft, crews: ReadonlySet<Crew>): StaffingDraft {
  const members = new Set([...crews].flatMap((crew) => [...crew.members]));
  return {
    ...draft,
    crews: draft.crews.filter((crew) => crews.has(crew)),
    workers: draft.workers.filter((worker) => members.has(worker)),
    assigned: draft.assigned.map(({ part, crew }) => ({
      part,
      crew: crew !== undefined && crews.has(crew) ? crew : undefined,
    })),
    schedules: new Map([...draft.schedules].filter(([crew]) => crews.has(crew))),
    visitsByPart: draft.visitsByPart,
  };
}

interface Unfunded {
  readonly full: StaffingDraft;
  readonly ranked: readonly CostedCrew[];
  readonly fixed: number;
  readonly limit: number;
}

/**
 * Parts and workers of a settled staffing as the money leaves them: a part that would be served were every worker paid
 * is uncovered for want of money, by as much as it takes to pay the crews up to the one that would serve it; workers
 * of the study who are not paid stay listed.
 */
function explained(
  { full, ranked, fixed, limit }: Unfunded,
  settled: Staffing,
): Pick<Staffing, 'parts' | 'workers'> {
  const place = new Map(ranked.map(({ crew }, at) => [crew, at]));
  const lacking = new Map<string, number>();
  for (const { part, crew } of full.assigned) {
    const at = crew === undefined ? undefined : place.get(crew);
    if (at === undefined || !full.visitsByPart.has(part.id)) continue;
    const amount = Math.ceil(costOf(ranked.slice(0, at + 1), full, fixed) - limit - A_TRIFLE);
    const key = spotOf(part);
    lacking.set(key, Math.max(1, Math.min(lacking.get(key) ?? Infinity, amount)));
  }
  const everybody = settleStaffing(full);
  const otherwise = new Map(everybody.parts.map(({ part, gap }) => [part.id, gap]));
  const { currency } = full.context.rules;
  const gapOf = (part: Part, gap: Gap): Gap => {
    const amount = lacking.get(spotOf(part));
    if (amount === undefined) return otherwise.get(part.id) ?? gap;
    return {
      reason: 'money',
      detail: 'the money does not last for a worker who could go',
      change: { kind: 'more_money', amount, currency },
    };
  };
  const paid = new Set(settled.workers.map(({ worker }) => worker.code));
  return {
    parts: settled.parts.map((planned) =>
      planned.gap === undefined ? planned : { ...planned, gap: gapOf(planned.part, planned.gap) },
    ),
    workers: [
      ...settled.workers,
      ...everybody.workers
        .filter(({ worker }) => !worker.isSlot && !paid.has(worker.code))
        .map((planned) => ({
          ...planned,
          supervisor: '',
          partner: undefined,
          spots: 0,
          people: { low: 0, estimate: 0, high: 0 },
          contacts: 0,
          visitsPerWeek: 0,
          travelKmPerWeek: 0,
          exposurePerWeek: 0,
          isPaid: false,
        })),
    ].sort((a, b) => compareText(a.worker.code, b.worker.code)),
  };
}

const spotOf = (part: Part) => JSON.stringify([part.spot, part.population]);
