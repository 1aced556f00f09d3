import { sumTriples, type Triple } from '../model/range.js';
import {
  condomsPerMonth,
  lubricantPerMonth,
  needlesPerMonth,
  refillsPerMonth,
  testsPerMonth,
} from './formulas.js';
import type { Items, PlannedPart, Supply, Visit } from './microplan.js';
import { forPopulation, type PlanRules } from './rules.js';

/** How one item is worked out for one person-month, with the formula and inputs as printed. */
interface ItemNeed {
  readonly item: string;
  readonly formula: string;
  readonly inputs: string;
  /** Pieces a person a month, buffer included, before other supply. */
  readonly need: number;
  readonly otherSupply: number;
  /** Pieces a person a month the plan has to bring. */
  readonly gap: number;
  readonly buffer: number;
}

const plain = (value: number) => String(Math.round(value * 10_000) / 10_000);

function condoms(population: string, rules: PlanRules): ItemNeed {
  const acts = forPopulation(rules.acts_per_week, population);
  const otherSupply = rules.other_supply['condoms'] ?? 0;
  return {
    item: 'condoms',
    formula: 'F7',
    inputs: `max(0, ${plain(acts)} acts a week x 4.348 x (1 + ${plain(rules.buffer)}) - ${plain(otherSupply)})`,
    need: condomsPerMonth(acts, rules.buffer),
    otherSupply,
    gap: condomsPerMonth(acts, rules.buffer, otherSupply),
    buffer: rules.buffer,
  };
}

function lubricant(population: string, rules: PlanRules): ItemNeed {
  const acts = forPopulation(rules.acts_per_week, population);
  const sachets = forPopulation(rules.lubricant_per_condom, population);
  const otherSupply = rules.other_supply['lubricant'] ?? 0;
  return {
    item: 'lubricant',
    formula: 'F8',
    inputs: `max(0, ${plain(acts)} acts a week x ${plain(sachets)} a condom x 4.348 x (1 + ${plain(rules.buffer)}) - ${plain(otherSupply)})`,
    need: lubricantPerMonth(acts, sachets, { buffer: rules.buffer, otherSupply: 0 }),
    otherSupply,
    gap: lubricantPerMonth(acts, sachets, { buffer: rules.buffer, otherSupply }),
    buffer: rules.buffer,
  };
}

function needles(population: string, rules: PlanRules): ItemNeed {
  const injections = forPopulation(rules.injections_per_day, population);
  const floor = forPopulation(rules.needles_per_year, population);
  const otherSupply = rules.other_supply['needles'] ?? 0;
  return {
    item: 'needles',
    formula: 'F9',
    inputs: `max(${plain(injections)} injections a day x 30.44 - ${plain(otherSupply)}, ${plain(floor)} a year / 12)`,
    need: needlesPerMonth(injections, floor),
    otherSupply,
    gap: needlesPerMonth(injections, floor, otherSupply),
    buffer: 0,
  };
}

function sharps(population: string, rules: PlanRules): ItemNeed {
  const { need, gap } = needles(population, rules);
  return {
    item: 'sharps_boxes',
    formula: 'F11',
    inputs: `${plain(gap)} needles / 100`,
    need: need / 100,
    otherSupply: 0,
    gap: gap / 100,
    buffer: 0,
  };
}

function tests(population: string, rules: PlanRules): ItemNeed {
  const testsPerYear = forPopulation(rules.tests_per_year, population);
  const knownPositiveShare = forPopulation(rules.known_positive_share, population);
  const need = testsPerMonth(1, { knownPositiveShare, testsPerYear, acceptance: rules.test_acceptance });
  const otherSupply = rules.other_supply['test_kits'] ?? 0;
  return {
    item: 'test_kits',
    formula: 'F12',
    inputs: `(1 - ${plain(knownPositiveShare)} known positive) x ${plain(testsPerYear)} a year / 12 x ${plain(rules.test_acceptance)} accepted - ${plain(otherSupply)}`,
    need,
    otherSupply,
    gap: Math.max(0, need - otherSupply),
    buffer: 0,
  };
}

function refills(population: string, rules: PlanRules): ItemNeed {
  const share = forPopulation(rules.known_positive_share, population);
  const gap = refillsPerMonth(1, share, rules.refill_months);
  return {
    item: 'arv_refills',
    formula: 'ARV',
    inputs: `${plain(share)} known positive / ${plain(rules.refill_months)} months a refill`,
    need: gap,
    otherSupply: 0,
    gap,
    buffer: 0,
  };
}

/** The items a population needs, each by its printed formula; items nobody needs are left out. */
export function itemNeeds(population: string, rules: PlanRules): ItemNeed[] {
  return [condoms, lubricant, needles, sharps, tests, refills]
    .map((item) => item(population, rules))
    .filter((item) => item.need > 0);
}

/** Whole pieces of each item that people of a population need from the plan in a month. */
export function monthlyItems(population: string, people: number, rules: PlanRules): Items {
  return Object.fromEntries(
    itemNeeds(population, rules).map(({ item, gap }) => [item, wholePieces(people * gap)]),
  );
}

const wholePieces = (pieces: number) => Math.max(0, Math.ceil(pieces - 1e-9));

/** The month's supplies of each worker for each population they serve, in order of worker, population and item. */
export function suppliesOf(
  parts: readonly PlannedPart[],
  visits: readonly Visit[],
  rules: PlanRules,
): Supply[] {
  const carried = carriedBy(parts, visits);
  return [...groupByWorker(parts).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { population } = first.part;
    const people = sumTriples(group.map(({ part }) => part.people));
    return itemNeeds(population, rules).map((need) =>
      supplyOf(need, {
        worker: first.worker ?? '',
        population,
        people,
        packSize: rules.pack_sizes[need.item] ?? 1,
        pieces: group.reduce((sum, { part }) => sum + wholePieces(part.people.estimate * need.gap), 0),
        carried: carried.get(JSON.stringify([first.worker, population, need.item])) ?? 0,
      }),
    );
  });
}

function groupByWorker(parts: readonly PlannedPart[]): Map<string, PlannedPart[]> {
  const groups = new Map<string, PlannedPart[]>();
  const planned = parts.filter(({ status }) => status === 'planned');
  for (const part of planned) {
    const key = JSON.stringify([part.worker, part.part.population]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Pieces handed out over the month's visits by worker, population and item, never more than the month's need. */
function carriedBy(parts: readonly PlannedPart[], visits: readonly Visit[]): Map<string, number> {
  const populationOf = new Map(parts.map(({ part }) => [part.id, part.population]));
  const carried = new Map<string, number>();
  for (const visit of visits) {
    for (const [item, pieces] of Object.entries(visit.items)) {
      const key = JSON.stringify([visit.worker, populationOf.get(visit.part), item]);
      carried.set(key, (carried.get(key) ?? 0) + pieces);
    }
  }
  return carried;
}

interface SupplyGroup {
  readonly worker: string;
  readonly population: string;
  readonly people: Triple;
  readonly packSize: number;
  readonly pieces: number;
  readonly carried: number;
}

function supplyOf(need: ItemNeed, group: SupplyGroup): Supply {
  const { people, pieces } = group;
  const gap = {
    low: Math.min(pieces, wholePieces(people.low * need.gap)),
    estimate: pieces,
    high: Math.max(pieces, wholePieces(people.high * need.gap)),
  };
  return {
    worker: group.worker,
    population: group.population,
    item: need.item,
    people,
    need: wholePieces(people.estimate * need.need),
    otherSupply: Math.floor(people.estimate * need.otherSupply),
    gap,
    buffer: need.buffer,
    packs: Math.ceil(pieces / group.packSize),
    packSize: group.packSize,
    carried: group.carried,
    formula: need.formula,
    inputs: `${people.estimate} people x [${need.inputs}]`,
  };
}
