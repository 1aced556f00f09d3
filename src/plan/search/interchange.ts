import type { Random } from '../../stats/random.js';
import type { Budget } from './limits.js';

/** Choosing sites: every customer pays the cost of the open site that is cheapest for it. */
export interface SitingTask {
  readonly customers: number;
  readonly sites: number;
  /** What a customer pays at a site, its weight included; finite and not negative. */
  readonly cost: (customer: number, site: number) => number;
  /** How many sites are open. */
  readonly open: number;
  /** Sites that must be open; at most `open` of them. */
  readonly forced?: readonly number[];
  /** Sites that must stay closed. */
  readonly forbidden?: readonly number[];
  /** A total that cannot be improved upon, at which the search returns early. */
  readonly target?: number;
}

/** Table entries kept at most: above this, costs are computed again each time and lists are cut short. */
const TABLE_LIMIT = 16_000_000;

/**
 * Returns the best set of open sites found, as sorted site indices.
 *
 * Fast interchange inside a variable neighbourhood search: from the best set so far, exchange a few random
 * sites, descend by single exchanges, keep the result if it is not worse; the number of random exchanges
 * grows until something better is found. It proves nothing: the set may be short of the best.
 * Sources: Whitaker (1983), 10.1080/03155986.1983.11731889; Hansen and Mladenović (1997),
 * 10.1016/S0966-8349(98)00030-8; Resende and Werneck (2007), 10.1007/s10479-006-0154-0.
 */
export function searchSites(task: SitingTask, random: Random, budget: Budget): number[] {
  const board = makeBoard(task, random);
  const target = task.target ?? 0;
  descend(board, random, budget);
  let best = snapshot(board);
  let strength = 1;
  const strongest = Math.min(board.movable, Math.max(4, Math.ceil(board.movable / 4)));
  if (strongest === 0) return sorted(best.open);
  while (best.total > target && budget.progress() < 1) {
    shake(board, strength, random);
    descend(board, random, budget);
    const isBetter = board.total < best.total - tolerance(best.total);
    strength = isBetter || strength >= strongest ? 1 : strength + 1;
    if (board.total <= best.total) best = snapshot(board);
    else restore(board, best);
  }
  return sorted(best.open);
}

function sorted(sites: Int32Array): number[] {
  return [...sites].sort((a, b) => a - b);
}

/** The state of the search: for every customer its cheapest and second cheapest open site, and their costs. */
interface Board {
  readonly task: SitingTask;
  readonly cost: (customer: number, site: number) => number;
  readonly reach: Reach;
  readonly ceiling: Float64Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly firstCost: Float64Array;
  readonly secondCost: Float64Array;
  /** Open sites, the forced ones at the front. */
  readonly open: Int32Array;
  readonly forced: number;
  readonly movable: number;
  /** Closed sites that may be opened. */
  readonly closed: Int32Array;
  /** What closing a site would add to the total, by site; infinite where it may not close. */
  readonly loss: Float64Array;
  readonly adjusted: Float64Array;
  readonly touched: Int32Array;
  total: number;
  leastLossSite: number;
  widest: number;
}

/** For every site, the customers for whom it may be cheapest or second cheapest, cheapest first. */
interface Reach {
  readonly start: Int32Array;
  readonly customer: Int32Array;
  readonly cost: Float64Array;
}

function makeBoard(task: SitingTask, random: Random): Board {
  const cost = tabulated(task);
  const ceiling = new Float64Array(task.customers);
  for (let customer = 0; customer < task.customers; customer += 1) {
    for (let site = 0; site < task.sites; site += 1) {
      ceiling[customer] = Math.max(ceiling[customer] ?? 0, cost(customer, site));
    }
  }
  const start = firstSites(task, random);
  const board: Board = {
    task,
    cost,
    reach: reachOf(task, cost, ceiling),
    ceiling,
    first: new Int32Array(task.customers),
    second: new Int32Array(task.customers),
    firstCost: new Float64Array(task.customers),
    secondCost: new Float64Array(task.customers),
    ...start,
    movable: start.closed.length === 0 ? 0 : start.open.length - start.forced,
    loss: new Float64Array(task.sites),
    adjusted: new Float64Array(task.sites),
    touched: new Int32Array(task.sites),
    total: 0,
    leastLossSite: -1,
    widest: 0,
  };
  for (let customer = 0; customer < task.customers; customer += 1) findNearest(board, customer);
  refresh(board);
  return board;
}

function firstSites(task: SitingTask, random: Random): Pick<Board, 'open' | 'forced' | 'closed'> {
  const forced = [...new Set(task.forced)];
  const barred = new Set([...forced, ...(task.forbidden ?? [])]);
  const free = Array.from({ length: task.sites }, (_, site) => site).filter((site) => !barred.has(site));
  random.shuffle(free);
  const chosen = Math.max(0, task.open - forced.length);
  return {
    open: Int32Array.from([...forced, ...free.slice(0, chosen)]),
    forced: forced.length,
    closed: Int32Array.from(free.slice(chosen)),
  };
}

function tabulated(task: SitingTask): SitingTask['cost'] {
  const { customers, sites, cost } = task;
  if (customers * sites > TABLE_LIMIT) return cost;
  const table = new Float64Array(customers * sites);
  for (let site = 0; site < sites; site += 1) {
    for (let customer = 0; customer < customers; customer += 1) {
      table[site * customers + customer] = cost(customer, site);
    }
  }
  return (customer, site) => table[site * customers + customer] ?? 0;
}

function reachOf(task: SitingTask, cost: SitingTask['cost'], ceiling: Float64Array): Reach {
  const longest = Math.max(1, Math.min(task.customers, Math.floor(TABLE_LIMIT / task.sites)));
  const start = new Int32Array(task.sites + 1);
  const lists: Int32Array[] = [];
  for (let site = 0; site < task.sites; site += 1) {
    const near: number[] = [];
    for (let customer = 0; customer < task.customers; customer += 1) {
      if (cost(customer, site) < (ceiling[customer] ?? 0)) near.push(customer);
    }
    near.sort((a, b) => cost(a, site) - cost(b, site) || a - b);
    const kept = Int32Array.from(near.slice(0, longest));
    lists.push(kept);
    start[site + 1] = (start[site] ?? 0) + kept.length;
  }
  const customer = new Int32Array(start[task.sites] ?? 0);
  const costs = new Float64Array(customer.length);
  for (const [site, kept] of lists.entries()) {
    customer.set(kept, start[site] ?? 0);
    for (const [place, one] of kept.entries()) costs[(start[site] ?? 0) + place] = cost(one, site);
  }
  return { start, customer, cost: costs };
}

/** Finds a customer's cheapest and second cheapest open site from scratch. */
function findNearest(board: Board, customer: number): void {
  let first = -1;
  let second = -1;
  let firstCost = Infinity;
  let secondCost = Infinity;
  for (const site of board.open) {
    const here = board.cost(customer, site);
    if (here < firstCost) {
      second = first;
      secondCost = firstCost;
      first = site;
      firstCost = here;
    } else if (here < secondCost) {
      second = site;
      secondCost = here;
    }
  }
  const ceiling = board.ceiling[customer] ?? 0;
  board.first[customer] = first;
  board.second[customer] = second;
  board.firstCost[customer] = first < 0 ? ceiling : firstCost;
  board.secondCost[customer] = second < 0 ? ceiling : secondCost;
}

/** Brings the total and the losses in line with the customers' nearest sites. */
function refresh(board: Board): void {
  const { first, firstCost, secondCost, loss } = board;
  loss.fill(0);
  board.total = 0;
  board.widest = 0;
  for (let customer = 0; customer < first.length; customer += 1) {
    const cost = firstCost[customer] ?? 0;
    const spare = secondCost[customer] ?? 0;
    const site = first[customer] ?? 0;
    board.total += cost;
    if (site >= 0) loss[site] = (loss[site] ?? 0) + spare - cost;
    if (spare > board.widest) board.widest = spare;
  }
  board.leastLossSite = -1;
  let least = Infinity;
  for (let place = 0; place < board.open.length; place += 1) {
    const site = board.open[place] ?? 0;
    if (place < board.forced) loss[site] = Infinity;
    const here = loss[site] ?? 0;
    if (here < least) {
      least = here;
      board.leastLossSite = site;
    }
  }
}

/** Exchanges one site at a time, each exchange for the better, until no single exchange helps. */
function descend(board: Board, random: Random, budget: Budget): void {
  const { closed } = board;
  if (board.movable === 0) return;
  let place = random.integer(closed.length);
  let sinceBetter = 0;
  let sinceSpent = 0;
  while (sinceBetter < closed.length) {
    const entering = closed[place] ?? 0;
    const { leaving, change } = bestLeaver(board, entering);
    if (change < -tolerance(board.total)) {
      exchange(board, entering, leaving);
      sinceBetter = 0;
    } else sinceBetter += 1;
    place = place + 1 === closed.length ? 0 : place + 1;
    sinceSpent += 1;
    if (sinceSpent < 256) continue;
    budget.spend(sinceSpent);
    sinceSpent = 0;
    if (budget.progress() >= 1) return;
  }
  budget.spend(sinceSpent);
}

/** The open site whose closing goes best with opening `entering`, and how much the total changes. */
function bestLeaver(board: Board, entering: number): { leaving: number; change: number } {
  const { reach, first, firstCost, secondCost, loss, adjusted, touched, widest } = board;
  const end = reach.start[entering + 1] ?? 0;
  let gain = 0;
  let count = 0;
  for (let place = reach.start[entering] ?? 0; place < end; place += 1) {
    const cost = reach.cost[place] ?? 0;
    if (cost >= widest) break;
    const customer = reach.customer[place] ?? 0;
    const spare = secondCost[customer] ?? 0;
    if (cost >= spare) continue;
    const now = firstCost[customer] ?? 0;
    const site = first[customer] ?? 0;
    if (cost < now) gain += now - cost;
    const saved = spare - (cost < now ? now : cost);
    if (saved <= 0) continue;
    if (adjusted[site] === 0) {
      touched[count] = site;
      count += 1;
    }
    adjusted[site] = (adjusted[site] ?? 0) + saved;
  }
  let leaving = board.leastLossSite;
  let least = loss[leaving] ?? Infinity;
  for (let place = 0; place < count; place += 1) {
    const site = touched[place] ?? 0;
    const here = (loss[site] ?? 0) - (adjusted[site] ?? 0);
    adjusted[site] = 0;
    if (here < least) {
      least = here;
      leaving = site;
    }
  }
  return { leaving, change: least - gain };
}

/** Opens one site, closes another. */
function exchange(board: Board, entering: number, leaving: number): void {
  board.open[board.open.indexOf(leaving)] = entering;
  board.closed[board.closed.indexOf(entering)] = leaving;
  for (let customer = 0; customer < board.first.length; customer += 1) {
    exchangeFor(board, customer, { entering, leaving });
  }
  refresh(board);
}

function exchangeFor(
  board: Board,
  customer: number,
  sites: { readonly entering: number; readonly leaving: number },
): void {
  const { first, second, firstCost, secondCost } = board;
  if (first[customer] === sites.leaving || second[customer] === sites.leaving) {
    findNearest(board, customer);
    return;
  }
  const cost = board.cost(customer, sites.entering);
  if (cost < (firstCost[customer] ?? 0)) {
    second[customer] = first[customer] ?? 0;
    secondCost[customer] = firstCost[customer] ?? 0;
    first[customer] = sites.entering;
    firstCost[customer] = cost;
  } else if (cost < (secondCost[customer] ?? 0)) {
    second[customer] = sites.entering;
    secondCost[customer] = cost;
  }
}

function shake(board: Board, strength: number, random: Random): void {
  for (let turn = 0; turn < strength; turn += 1) {
    const entering = board.closed[random.integer(board.closed.length)] ?? 0;
    const leaving = board.open[board.forced + random.integer(board.movable)] ?? 0;
    exchange(board, entering, leaving);
  }
}

type Snapshot = Pick<Board, 'total' | 'open' | 'closed' | 'first' | 'second' | 'firstCost' | 'secondCost'>;

function snapshot(board: Board): Snapshot {
  return {
    total: board.total,
    open: board.open.slice(),
    closed: board.closed.slice(),
    first: board.first.slice(),
    second: board.second.slice(),
    firstCost: board.firstCost.slice(),
    secondCost: board.secondCost.slice(),
  };
}

function restore(board: Board, saved: Snapshot): void {
  board.open.set(saved.open);
  board.closed.set(saved.closed);
  board.first.set(saved.first);
  board.second.set(saved.second);
  board.firstCost.set(saved.firstCost);
  board.secondCost.set(saved.secondCost);
  refresh(board);
}

/** The smallest change that counts as one: below it is rounding. */
function tolerance(total: number): number {
  return 1e-9 * (1 + total);
}
