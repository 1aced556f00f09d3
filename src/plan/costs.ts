import { roundTo } from '../formats/number.js';
import type { Triple } from '../model/range.js';
import type { Cost, Need, Part, PlannedWorker, Siting, Supply, Worker } from './microplan.js';
import { forPopulation, type PlanRules } from './rules.js';
import { itemNeeds, monthlyItems } from './supplies.js';

/** What a worker is paid in four weeks: of several populations the dearest. */
export function workerCost(worker: Worker, rules: PlanRules): number {
  return Math.max(0, ...worker.populations.map((population) => forPopulation(rules.worker_cost, population)));
}

/** Kilometres a week from those of four weeks, to one decimal, as every table and cost takes them. */
export const kmPerWeek = (kmInFourWeeks: number) => Math.round((kmInFourWeeks / 4) * 10) / 10;

/** What the supplies of a part cost in a month, pieces whole. */
export function suppliesCost(part: Part, rules: PlanRules): number {
  const items = monthlyItems(part.population, part.people.estimate, rules);
  return Object.entries(items).reduce((sum, [item, pieces]) => sum + pieces * itemCost(item, rules), 0);
}

const itemCost = (item: string, rules: PlanRules) => rules.item_cost[item] ?? 0;

/** Rules of which one is enough to make costs worth a table. */
const COST_RULES = ['money_per_month', 'worker_cost', 'supervisor_cost', 'km_cost', 'item_cost', 'site_cost'];

/** What a plan is made of when its costs are added up. */
export interface Costed {
  readonly needs: readonly Need[];
  readonly workers: readonly PlannedWorker[];
  readonly supplies: readonly Supply[];
  readonly siting: Siting | undefined;
}

/**
 * F16: what the need and the feasible plan cost in four weeks, a line for each kind of spending and a total: per worker,
 * supervisor, kilometre, piece and open site. Undefined where the study states no cost. Low and high follow the people
 * of the ranges: workers and pieces of the need, pieces of the plan. Travel and sites of the need are not known. It
 * misleads where costs do not grow with numbers, such as training and offices. Source: Chandrashekar et al. 2014,
 * doi:10.1371/journal.pone.0106582, for the shares of spending.
 */
export function costsOf(plan: Costed, rules: PlanRules): Cost[] | undefined {
  if (!COST_RULES.some((name) => rules.stated.has(name))) return undefined;
  return [...withTotal(needCosts(plan.needs, rules)), ...withTotal(feasibleCosts(plan, rules))];
}

const same = (value: number): Triple => ({ low: value, estimate: value, high: value });

const each = (triples: readonly Triple[], of: (end: keyof Triple) => number): Triple =>
  triples.length === 0 ? same(0) : { low: of('low'), estimate: of('estimate'), high: of('high') };

function needCosts(needs: readonly Need[], rules: PlanRules): Cost[] {
  const met = needs.filter((need) => need.met === 'place');
  const workers = met.map((need) => need.workers);
  const supervisors = met.map((need) => need.supervisors);
  const sum = (of: (need: Need) => number) => met.reduce((total, need) => total + of(need), 0);
  const payOf = ({ population }: Need) => forPopulation(rules.worker_cost, population);
  const pieces = (item: string, end: keyof Triple) =>
    sum((need) => monthlyItems(need.population, need.target[end], rules)[item] ?? 0);
  const items = new Set(
    met.flatMap(({ population }) => itemNeeds(population, rules).map(({ item }) => item)),
  );
  return [
    {
      plan: 'need',
      what: 'workers',
      quantity: sum((need) => need.workers.estimate),
      unitCost: undefined,
      cost: each(workers, (end) => sum((need) => need.workers[end] * payOf(need))),
    },
    {
      plan: 'need',
      what: 'supervisors',
      quantity: sum((need) => need.supervisors.estimate),
      unitCost: rules.supervisor_cost,
      cost: each(supervisors, (end) => sum((need) => need.supervisors[end]) * rules.supervisor_cost),
    },
    ...[...items].sort().map((item): Cost => ({
      plan: 'need',
      what: item,
      quantity: pieces(item, 'estimate'),
      unitCost: itemCost(item, rules),
      cost: each(workers, (end) => pieces(item, end) * itemCost(item, rules)),
    })),
  ];
}

/** Workers of a plan who go out: alone, leading a pair or as a partner. */
function workersOut(workers: readonly PlannedWorker[]): PlannedWorker[] {
  const leads = new Set(workers.filter(({ spots }) => spots > 0).map(({ worker }) => worker.code));
  return workers.filter(({ worker, partner }) => leads.has(worker.code) || leads.has(partner ?? ''));
}

function feasibleCosts({ workers, supplies, siting }: Costed, rules: PlanRules): Cost[] {
  const out = workersOut(workers);
  const supervisors = new Set(out.map(({ supervisor }) => supervisor)).size;
  const km = roundTo(
    4 * workers.reduce((sum, { spots, travelKmPerWeek }) => sum + (spots > 0 ? travelKmPerWeek : 0), 0),
    1,
  );
  const sites = siting?.sites.length ?? 0;
  const line = (what: string, quantity: number, unitCost: number): Cost => ({
    plan: 'feasible',
    what,
    quantity,
    unitCost,
    cost: same(quantity * unitCost),
  });
  const items = [...new Set(supplies.map(({ item }) => item))].sort();
  return [
    {
      ...line('workers', out.length, 0),
      unitCost: undefined,
      cost: same(out.reduce((sum, { worker }) => sum + workerCost(worker, rules), 0)),
    },
    line('supervisors', supervisors, rules.supervisor_cost),
    line('travel_km', km, rules.km_cost),
    ...items.map((item) => suppliesLine(item, supplies, rules)),
    ...(siting === undefined ? [] : [line('sites', sites, rules.site_cost)]),
  ];
}

function suppliesLine(item: string, supplies: readonly Supply[], rules: PlanRules): Cost {
  const gaps = supplies.filter((supply) => supply.item === item).map(({ gap }) => gap);
  const pieces = (end: keyof Triple) => gaps.reduce((sum, gap) => sum + gap[end], 0);
  return {
    plan: 'feasible',
    what: item,
    quantity: pieces('estimate'),
    unitCost: itemCost(item, rules),
    cost: each(gaps, (end) => pieces(end) * itemCost(item, rules)),
  };
}

function withTotal(costs: readonly Cost[]): Cost[] {
  const [first] = costs;
  if (first === undefined) return [];
  const sum = (end: keyof Triple) => costs.reduce((total, { cost }) => total + cost[end], 0);
  const total = { low: sum('low'), estimate: sum('estimate'), high: sum('high') };
  return [
    ...costs,
    { plan: first.plan, what: 'total', quantity: undefined, unitCost: undefined, cost: total },
  ];
}
