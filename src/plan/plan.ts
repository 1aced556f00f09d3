import type { PartsDone } from '../estimate/estimate.js';
import type { Estimates } from '../model/estimate.js';
import type { Study } from '../model/study.js';
import { makeRandom } from '../stats/random.js';
import type { Assign, Assignment, AssignmentProblem, AssignStepwise } from './assign.js';
import { assignBySearchStepwise } from './assign-by-search.js';
import { assumptionsOf } from './assumptions.js';
import { costsOf } from './costs.js';
import { demandOf } from './demand.js';
import { NOBODY_GAP, securityGap, VIRTUAL_GAP } from './gaps.js';
import { workersNeeded } from './formulas.js';
import { fundStaffing } from './fund.js';
import type { Microplan, Part, PlannedPart } from './microplan.js';
import { coverageOf, needsOf } from './needs.js';
import { referralsOf } from './refer.js';
import { changesFrom } from './previous.js';
import type { PlanRules } from './rules.js';
import { isConflict } from './security.js';
import { withoutPause } from './search/limits.js';
import { draftStaffing, servedParts, type StaffingContext, type StaffingDraft } from './staffing.js';
import { sitingOf } from './siting/siting.js';
import { suppliesOf } from './supplies.js';
import { distancesOf, walkingDistancesOf } from './where.js';
import { peoplePerWorker, slotsFor, workersOf } from './workforce.js';

/** What a plan can be given besides a study, its estimates and its rules. */
export interface PlanOptions {
  /** Solves who serves what; the local search where none is given. */
  readonly assign?: Assign;
  /** The worker who has each part (by part id) now, and keeps it where that is possible. */
  readonly previous?: ReadonlyMap<string, string>;
  /** Asked now and then; once true the search for who serves what keeps the best it has. */
  readonly shouldStop?: () => boolean;
  /** Told every question of who serves what, with its answer; the last one is the plan's. */
  readonly onAssigned?: (problem: AssignmentProblem, assignment: Assignment) => void;
}

/**
 * The microplan of a study: who goes where and when with what, and what stays undone and why. Persons are those met at
 * spots, whole, and add up. Pure: the same study, estimates and rules give the same plan. It plans for the estimates as
 * they are; where those are wrong, so is the plan.
 */
export function microplan(
  study: Study,
  estimates: Estimates,
  rules: PlanRules,
  options: PlanOptions = {},
): Microplan {
  return withoutPause(microplanStepwise(study, estimates, rules, options));
}

/** The same as `microplan`, pausing often, for whoever shows progress or listens for an interruption. */
export function* microplanStepwise(
  study: Study,
  estimates: Estimates,
  rules: PlanRules,
  options: PlanOptions = {},
): Generator<PartsDone, Microplan, void> {
  const demand = demandOf({ study, estimates, rules });
  const withheld = demand.filter((part) => withheldPart(part, rules) !== undefined);
  const servable = demand.filter((part) => withheldPart(part, rules) === undefined);
  const context: StaffingContext = {
    rules,
    isConflict: isConflict(study, rules),
    distance: distancesOf(study, rules),
    assign: toldTo(options, assignerOf(study, options)),
    previous: options.previous ?? new Map(),
  };
  const draft =
    study.workers.length > 0
      ? yield* draftStaffing(servable, workersOf(study, rules), context)
      : yield* staffWithSlots(servable, context);
  const random = makeRandom(study.settings.seed).fork('siting');
  const distance = walkingDistancesOf(study, rules);
  const siting = sitingOf(demand, { study, ...context, distance, random });
  const staffing = yield* fundStaffing(draft, servable, rules.site_cost * (siting?.sites.length ?? 0));
  const parts = [...staffing.parts, ...withheld.flatMap((part) => withheldPart(part, rules) ?? [])].sort(
    byPart,
  );
  const supplies = suppliesOf(parts, staffing.visits, rules);
  const needs = needsOf(parts, estimates.national, rules);
  return {
    rules,
    isConflict: context.isConflict,
    workers: staffing.workers,
    parts,
    visits: staffing.visits,
    supplies,
    referrals: referralsOf(parts, { study, ...context }),
    needs,
    coverage: coverageOf(parts, estimates.national, rules),
    changes:
      options.previous === undefined
        ? undefined
        : changesFrom(options.previous, parts, new Set(staffing.workers.map(({ worker }) => worker.code))),
    siting,
    costs: costsOf({ needs, workers: staffing.workers, supplies, siting }, rules),
    assumptions: assumptionsOf(rules),
  };
}

function assignerOf(study: Study, { assign, shouldStop }: PlanOptions): AssignStepwise {
  if (assign === undefined) {
    return assignBySearchStepwise(makeRandom(study.settings.seed).fork('plan'), shouldStop);
  }
  return function* (problem) {
    yield 0;
    return assign(problem);
  };
}

const toldTo = ({ onAssigned }: PlanOptions, assign: AssignStepwise): AssignStepwise =>
  function* (problem) {
    const assignment = yield* assign(problem);
    onAssigned?.(problem, assignment);
    return assignment;
  };

const byPart = (a: PlannedPart, b: PlannedPart) => (a.part.id < b.part.id ? -1 : 1);

/** What becomes of a part nobody is to visit; undefined for one that may be visited. */
function withheldPart(part: Part, rules: PlanRules): PlannedPart | undefined {
  const nothing = {
    part,
    worker: undefined,
    partner: undefined,
    backup: undefined,
    supervisor: undefined,
    alternate: undefined,
    visitsWanted: 0,
    visitsPlanned: 0,
    contacts: 0,
    minutes: 0,
    reached: 0,
  };
  if (part.figure.mode !== 'geo') return { ...nothing, status: 'virtual', gap: VIRTUAL_GAP };
  if (part.people.estimate === 0) return { ...nothing, status: 'hold', gap: NOBODY_GAP };
  if ((part.security ?? 0) >= 4) return { ...nothing, status: 'hold', gap: securityGap(part, rules) };
  return undefined;
}

/** Rounds of adding slots before a population that still falls short is left as it is. */
const MOST_ROUNDS = 6;

/** Staffs with as many slots as the people need, adding some where whole spots do not fill workers to the target. */
function* staffWithSlots(
  parts: readonly Part[],
  context: StaffingContext,
): Generator<PartsDone, StaffingDraft, void> {
  const extra = new Map<string, number>();
  for (let round = 1; ; round += 1) {
    const workers = slotsFor(parts, context.rules, extra);
    const draft = yield* draftStaffing(parts, workers, context);
    const short = shortPopulations(draft, context.rules.coverage);
    if (short.length === 0 || round === MOST_ROUNDS) return draft;
    for (const { population, people } of short) {
      const more = workersNeeded(people, peoplePerWorker(context.rules, population));
      extra.set(population, (extra.get(population) ?? 0) + more);
    }
  }
}

/** Populations whose served people fall short of the target, with the people that lack. */
function shortPopulations(
  draft: StaffingDraft,
  coverage: number,
): { readonly population: string; readonly people: number }[] {
  const sums = new Map<string, { people: number; covered: number }>();
  for (const { part, isServed } of servedParts(draft)) {
    const sum = sums.get(part.population) ?? { people: 0, covered: 0 };
    sum.people += part.people.estimate;
    if (isServed) sum.covered += part.people.estimate;
    sums.set(part.population, sum);
  }
  return [...sums]
    .map(([population, sum]) => ({ population, people: coverage * sum.people - sum.covered }))
    .filter(({ people }) => people > 0);
}
