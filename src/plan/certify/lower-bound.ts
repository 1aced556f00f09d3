import { packCut, packWhole, type Item } from './knapsack.js';

/**
 * Parts to be given to centres, at most `open` of them used. A worker with a base is a centre; where workers have none,
 * every part is one. Any plan is a solution of it, so what every solution costs at least, every plan does.
 */
export interface BoundProblem {
  readonly parts: number;
  /** People by part, whole. */
  readonly people: readonly number[];
  readonly centres: number;
  /** Infinite where the centre cannot have the part. */
  readonly cost: (part: number, centre: number) => number;
  /** By centre: people it has room for, whole. */
  readonly room: readonly number[];
  readonly open: number;
}

/** A proved bound and the prices it is proved with. */
export interface LowerBound {
  readonly bound: number;
  readonly prices: readonly number[];
}

/** Work of one evaluation (items × room × centres) up to which items are packed whole. */
const MOST_EXACT = 3e7;
const ROUNDS = 1000;
const WHOLE_ROUNDS = 150;
/** Pace below which steps no longer matter. */
const SLOWEST = 1e-3;
/** Rounds without a better bound after which steps are halved. */
const PATIENCE = 20;

interface Evaluation {
  readonly bound: number;
  /** By part: how often it is taken. */
  readonly taken: Float64Array;
}

/**
 * What every solution costs at least, at a price for each part (Lagrange relaxation of "each part once"): the prices,
 * and for the most gainful `open` centres what they lose by taking the parts that gain most. True for any prices, so
 * nobody who proposes them has to be trusted. Source: Geoffrion 1974, doi:10.1007/BFb0120690.
 *
 * @example
 * // two parts of one person at one centre, costs 1 and 2: the prices 1 and 2 prove 3
 */
export function boundAt(problem: BoundProblem, prices: readonly number[]): number {
  return evaluate(problem, prices, isSmall(problem)).bound;
}

const isSmall = ({ parts, centres, room }: BoundProblem) =>
  parts * centres * Math.max(1, ...room) <= MOST_EXACT;

function evaluate(problem: BoundProblem, prices: readonly number[], isWhole: boolean): Evaluation {
  const pack = isWhole ? packWhole : packCut;
  const packed = problem.room
    .map((room, centre) => pack(gainsAt(problem, prices, centre), room))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, problem.open);
  const taken = new Float64Array(problem.parts);
  let bound = prices.reduce((sum, price) => sum + price, 0);
  for (const packing of packed) {
    bound -= packing.gain;
    for (const { part, share } of packing.taken) taken[part] = (taken[part] ?? 0) + share;
  }
  return { bound, taken };
}

function gainsAt({ people, cost }: BoundProblem, prices: readonly number[], centre: number): Item[] {
  const items: Item[] = [];
  for (const [part, price] of prices.entries()) {
    const gain = price - cost(part, centre);
    if (gain > 0) items.push({ part, gain, size: people[part] ?? 0 });
  }
  return items;
}

/**
 * Raises the bound by moving prices towards "each part once" (subgradient steps), from the prices proposed. `target`
 * is the cost of a known solution and only sets the length of steps. Sources: Held, Wolfe and Crowder 1974,
 * doi:10.1007/BF01580223; Camerini, Fratta and Maffioli 1975, doi:10.1007/BFb0120697; Mulvey and Beck 1984, doi:10.1016/0377-2217(84)90155-3.
 */
export function raiseBound(problem: BoundProblem, start: readonly number[], target: number): LowerBound {
  const rough = climb(problem, { start, target, isWhole: false, rounds: ROUNDS });
  const rounds = isSmall(problem) ? WHOLE_ROUNDS : 0;
  const fine = climb(problem, { start: rough.prices, target, isWhole: true, rounds });
  return fine.bound > rough.bound ? fine : rough;
}

interface Climb {
  readonly start: readonly number[];
  readonly target: number;
  readonly isWhole: boolean;
  readonly rounds: number;
}

function climb(problem: BoundProblem, { start, target, isWhole, rounds }: Climb): LowerBound {
  let prices = [...start];
  let best: LowerBound = { bound: -Infinity, prices };
  let pace = isWhole ? 0.2 : 1;
  let idle = 0;
  let way: Float64Array | undefined;
  for (let round = 0; round < rounds && pace > SLOWEST; round += 1) {
    const { bound, taken } = evaluate(problem, prices, isWhole);
    idle = bound > best.bound + 1e-6 * Math.abs(bound) ? 0 : idle + 1;
    if (bound > best.bound) best = { bound, prices };
    if (idle > PATIENCE) [pace, idle, prices, way] = [pace / 2, 0, [...best.prices], undefined];
    const short = taken.map((times) => 1 - times);
    const next = deflected(short, way);
    way = next;
    const length = inner(next, next);
    if (length === 0 || best.bound >= target) break;
    const step = (pace * Math.max(target - bound, 1e-6 * target)) / length;
    prices = prices.map((price, part) => price + step * (next[part] ?? 0));
  }
  return best;
}

const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);

/** The way to go next: turned away from the last one where the two point against each other, which stops zigzags. */
function deflected(short: Float64Array, last: Float64Array | undefined): Float64Array {
  if (last === undefined) return short;
  const against = inner(short, last);
  if (against >= 0) return short;
  const turn = (-1.5 * against) / inner(last, last);
  return short.map((one, at) => one + turn * (last[at] ?? 0));
}
