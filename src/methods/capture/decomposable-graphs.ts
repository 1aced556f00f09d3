import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { logGamma } from '../../stats/log-gamma.js';
import { acceptCaptures, cellsOf, listsIn, personsCaught, type CaptureTable } from './capture-table.js';

/** A decomposable graph over lists: its cliques and the separators between them, as bit masks. */
export interface ListGraph {
  readonly cliques: readonly number[];
  readonly separators: readonly number[];
}

/**
 * Returns every decomposable graph over that many lists, the complete one only where asked for: 7 or 8 for three
 * lists, 60 or 61 for four, 821 or 822 for five. A graph is decomposable when its lists can be taken away one by one so that the neighbours left of each are
 * all joined.
 *
 * Source: S. L. Lauritzen 1996, Graphical Models, section 2.1. Throws an EstimationError for more than five lists.
 *
 * Example: decomposableGraphs(3).length is 7.
 */
export function decomposableGraphs(lists: number, withComplete = false): ListGraph[] {
  if (lists > 5) {
    throw new EstimationError(
      'lists-number',
      'averaging over graphs is done for up to five lists; leave lists out',
    );
  }
  const edges: [number, number][] = [];
  for (let one = 0; one < lists; one += 1) {
    for (let other = one + 1; other < lists; other += 1) edges.push([one, other]);
  }
  const graphs: ListGraph[] = [];
  const last = (1 << edges.length) - (withComplete ? 0 : 1);
  for (let chosen = 0; chosen < last; chosen += 1) {
    const neighbours = Array.from({ length: lists }, () => 0);
    edges.forEach(([one, other], at) => {
      if (((chosen >> at) & 1) === 0) return;
      neighbours[one] = cellOf(neighbours, one) | (1 << other);
      neighbours[other] = cellOf(neighbours, other) | (1 << one);
    });
    const graph = takenApart(neighbours);
    if (graph !== undefined) graphs.push(graph);
  }
  return graphs;
}

/** Cliques and separators by taking lists away whose neighbours are all joined; undefined when none is left to take. */
function takenApart(neighbours: readonly number[]): ListGraph | undefined {
  let left = (1 << neighbours.length) - 1;
  const families: number[] = [];
  while (left !== 0) {
    const remaining = left;
    const next = neighbours.findIndex(
      (near, list) => ((remaining >> list) & 1) === 1 && isClique(near & remaining, neighbours),
    );
    if (next < 0) return undefined;
    families.push((cellOf(neighbours, next) & left) | (1 << next));
    left &= ~(1 << next);
  }
  const cliques: number[] = [];
  const separators: number[] = [];
  for (const family of families.reverse()) {
    const held = cliques.reduce((most, clique) => {
      const shared = clique & family;
      return listsIn(shared) > listsIn(most) ? shared : most;
    }, 0);
    const inside = cliques.findIndex((clique) => (clique & family) === clique);
    if (inside >= 0) cliques[inside] = family;
    else {
      if (cliques.length > 0) separators.push(held);
      cliques.push(family);
    }
  }
  return { cliques, separators };
}

function isClique(set: number, neighbours: readonly number[]): boolean {
  return neighbours.every((near, list) => ((set >> list) & 1) === 0 || (set & ~(near | (1 << list))) === 0);
}

/** Sizes the posterior is worked out at; beyond that many it goes in equal steps of several persons. */
const MOST_POINTS = 30_000;

/** Prior on the size: ∝ 1/N, or negative binomial (a Poisson whose mean is gamma with that shape and scale). */
export type SizePrior =
  | { readonly kind: 'reciprocal' }
  | { readonly kind: 'gamma-poisson'; readonly shape: number; readonly scale: number };

/** The posterior of the size averaged over graphs. */
export interface GraphAverage {
  readonly mean: number;
  readonly median: number;
  readonly mode: number;
  /** The size with the least expected squared relative error: E(1/N) / E(1/N²). */
  readonly leastRelativeError: number;
  /** Ends of the central 95% of the posterior. */
  readonly low: number;
  readonly high: number;
  /** Each graph by its cliques with its posterior probability, largest first. */
  readonly graphs: readonly { readonly name: string; readonly probability: number }[];
}

export interface GraphOptions {
  /** Prior weight of each complete cell; 2^−k (lists k) where not given. */
  readonly delta?: number | undefined;
  readonly prior: SizePrior;
  /** Largest number of unseen persons thought possible; ten times those caught where not given. */
  readonly mostUnseen?: number | undefined;
  readonly leastUnseen?: number | undefined;
  /** Whether the complete graph, which learns nothing of the unseen from the lists, is among the graphs. */
  readonly withComplete?: boolean | undefined;
}

/**
 * Returns the posterior of the size averaged over all decomposable graphs, each equally likely beforehand, with a
 * hyper-Dirichlet prior on the cells; persons.
 *
 * Source: D. Madigan, J. C. York 1997, doi 10.1093/biomet/84.1.19. Throws an EstimationError when more than 1% of the
 * posterior lies in the last hundredth of the unseen persons thought possible: it is then cut off, not found. It
 * misleads where people differ in ways no graph of lists expresses.
 *
 * Example: spina bifida in the paper gives mean 733.45, median 731, mode 728, 95% 682 to 797.
 */
export function averageGraphs(table: CaptureTable, options: GraphOptions): GraphAverage {
  acceptCaptures(table);
  const lists = table.lists.length;
  const graphs = decomposableGraphs(lists, options.withComplete);
  const caught = personsCaught(table);
  const from = options.leastUnseen ?? 0;
  const to = options.mostUnseen ?? Math.min(200_000, Math.max(1000, 10 * caught));
  const step = Math.max(1, Math.ceil((to - from) / MOST_POINTS));
  const unseen = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
  const delta = options.delta ?? 1 / cellsOf(lists);
  const marginals = new Map<number, Float64Array>();
  for (const { cliques, separators } of graphs) {
    for (const set of [...cliques, ...separators]) {
      if (!marginals.has(set)) marginals.set(set, logMarginals(table, { set, unseen, delta }));
    }
  }
  const base = unseen.map((hidden) => logWays(caught, hidden) + logPrior(options.prior, caught + hidden));
  const posterior = graphs.map((graph) => graphPosterior(graph, { marginals, base, lists }));
  return summarise(graphs, posterior, { caught, from, step });
}

/** ln of (n + u)! / u!, the ways to tell the caught from the unseen, but for a constant. */
const logWays = (caught: number, hidden: number) => logGamma(caught + hidden + 1) - logGamma(hidden + 1);

function logPrior(prior: SizePrior, size: number): number {
  if (prior.kind === 'reciprocal') return -Math.log(size);
  const { shape, scale } = prior;
  return (
    size * Math.log(scale) -
    (size + shape) * Math.log(1 + scale) +
    logGamma(size + shape) -
    logGamma(size + 1)
  );
}

/** The log marginal likelihood of the table summed to a set of lists, for each number of unseen persons. */
function logMarginals(
  table: CaptureTable,
  of: { readonly set: number; readonly unseen: readonly number[]; readonly delta: number },
): Float64Array {
  const lists = table.lists.length;
  const cells = cellsOf(lists);
  const pattern = (cell: number) => {
    let kept = 0;
    for (let list = 0; list < lists; list += 1) {
      if (((of.set >> list) & 1) === 1) kept |= ((cell >> (lists - 1 - list)) & 1) << list;
    }
    return kept;
  };
  const summed = new Map<number, number>();
  for (let cell = 1; cell < cells; cell += 1) {
    summed.set(pattern(cell), (summed.get(pattern(cell)) ?? 0) + cellOf(table.counts, cell));
  }
  const weight = of.delta * (cells / cellsOf(listsIn(of.set)));
  const seenAtZero = summed.get(0) ?? 0;
  let fixed = 0;
  for (const [at, count] of summed) if (at !== 0) fixed += logGamma(weight + count) - logGamma(weight);
  const total = of.delta * cells;
  const caught = personsCaught(table);
  return Float64Array.from(
    of.unseen,
    (hidden) =>
      fixed +
      logGamma(weight + seenAtZero + hidden) -
      logGamma(weight) +
      logGamma(total) -
      logGamma(total + caught + hidden),
  );
}

function graphPosterior(
  graph: ListGraph,
  given: {
    readonly marginals: ReadonlyMap<number, Float64Array>;
    readonly base: readonly number[];
    readonly lists: number;
  },
): Float64Array {
  const sum = Float64Array.from(given.base);
  const add = (set: number, sign: number) => {
    const marginal = given.marginals.get(set) ?? new Float64Array(sum.length);
    if (set === 0) return;
    for (let at = 0; at < sum.length; at += 1) sum[at] = cellOf(sum, at) + sign * cellOf(marginal, at);
  };
  for (const clique of graph.cliques) add(clique, 1);
  for (const separator of graph.separators) add(separator, -1);
  return sum;
}

function summarise(
  graphs: readonly ListGraph[],
  logs: readonly Float64Array[],
  where: { readonly caught: number; readonly from: number; readonly step: number },
): GraphAverage {
  const top = logs.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), -Infinity);
  const mass = new Float64Array(logs[0]?.length ?? 0);
  const byGraph = logs.map((row) => {
    let sum = 0;
    row.forEach((value, at) => {
      const share = Math.exp(value - top);
      mass[at] = cellOf(mass, at) + share;
      sum += share;
    });
    return sum;
  });
  const whole = byGraph.reduce((sum, value) => sum + value, 0);
  const sizeAt = (at: number) => where.caught + where.from + at * where.step;
  const tail = mass.slice(Math.floor(mass.length * 0.99)).reduce((sum, value) => sum + value, 0);
  if (tail > 0.01 * whole) {
    throw new EstimationError(
      'interval-unbounded',
      'the posterior runs past the largest size thought possible; the lists overlap too little for this method',
    );
  }
  const moment = (of: (size: number) => number) =>
    mass.reduce((sum, value, at) => sum + value * of(sizeAt(at)), 0) / whole;
  return {
    mean: moment((size) => size),
    median: sizeAt(rankOf(mass, whole * 0.5)),
    mode: sizeAt(mass.reduce((best, value, at) => (value > cellOf(mass, best) ? at : best), 0)),
    leastRelativeError: moment((size) => 1 / size) / moment((size) => 1 / (size * size)),
    low: sizeAt(rankOf(mass, whole * 0.025)),
    high: sizeAt(rankOf(mass, whole * 0.975)),
    graphs: graphs
      .map((graph, at) => ({ name: graphName(graph), probability: (byGraph[at] ?? 0) / whole }))
      .sort((a, b) => b.probability - a.probability || (a.name < b.name ? -1 : 1)),
  };
}

/** First place at which the running sum reaches the given mass. */
function rankOf(mass: Float64Array, wanted: number): number {
  let sum = 0;
  const at = mass.findIndex((value) => {
    sum += value;
    return sum >= wanted;
  });
  return at < 0 ? mass.length - 1 : at;
}

function graphName({ cliques }: ListGraph): string {
  const names = cliques.map((clique) =>
    Array.from({ length: 8 }, (_, list) => list)
      .filter((list) => ((clique >> list) & 1) === 1)
      .map((list) => list + 1)
      .join(''),
  );
  return `[${names.sort().join(',')}]`;
}
