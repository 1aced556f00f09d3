import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { drawBeta } from '../../stats/draw-beta.js';
import { drawBinomialByRejection } from '../../stats/draw-binomial-by-rejection.js';
import { drawGamma } from '../../stats/draw-gamma.js';
import { drawPoisson } from '../../stats/draw-poisson.js';
import type { Random } from '../../stats/random.js';
import { acceptCaptures, isOn, personsCaught, type CaptureTable } from './capture-table.js';

export interface LatentClassOptions {
  /** Most classes people can fall into. */
  readonly classes: number;
  /** Shape and rate of the gamma prior on the concentration of the classes. */
  readonly shape: number;
  readonly rate: number;
  /** Draws kept from each chain, and steps between two of them. */
  readonly draws: number;
  readonly thinning: number;
  /** Steps at the start of each chain that are thrown away. */
  readonly warmUp: number;
  readonly chains: number;
}

/** Share of the kept steps that a chain runs before them, and the least number of steps it does. */
const WARM_UP_SHARE = 0.25;
const LEAST_WARM_UP = 2_000;

/**
 * Returns the steps to throw away before so many draws: a quarter of the kept steps, at least 2,000. Chains begin among
 * sizes near the people seen and can stay there for thousands of steps before they find the bulk of the posterior.
 *
 * Example: 10,000 draws, one in 8 steps kept: 20,000.
 */
export function latentClassWarmUp(draws: number, thinning: number): number {
  return Math.max(LEAST_WARM_UP, Math.round(WARM_UP_SHARE * draws * thinning));
}

/** The settings of the published runs, with a thinning that four chains of 10,000 can afford. */
export const STANDARD_LATENT_CLASSES: LatentClassOptions = {
  classes: 10,
  shape: 0.25,
  rate: 0.25,
  draws: 10_000,
  thinning: 8,
  warmUp: latentClassWarmUp(10_000, 8),
  chains: 4,
};

/**
 * Returns the draws of one chain: the size N after each kept step, persons.
 *
 * Gibbs sampling of classes within which lists are independent, with stick-breaking weights and a prior ∝ 1/N.
 * Source: D. Manrique-Vallier 2016, doi 10.1111/biom.12502. Throws an EstimationError when the unseen run past a
 * thousand million.
 */
export function latentClassChain(
  table: CaptureTable,
  options: LatentClassOptions,
  random: Random,
  reach: (share: number) => void = () => undefined,
): Float64Array {
  acceptCaptures(table);
  const state = startingState(table, options, random);
  const kept = new Float64Array(options.draws);
  const steps = options.warmUp + options.draws * options.thinning;
  const stretch = Math.ceil(steps / 100);
  for (let step = 0; step < steps; step += 1) {
    if (step % stretch === 0) reach(step / steps);
    allocate(state, random);
    renew(state, options, random);
    const past = step - options.warmUp;
    if (past >= 0 && past % options.thinning === 0)
      kept[past / options.thinning] = state.caught + state.unseen;
  }
  return kept;
}

interface ChainState {
  readonly lists: number;
  readonly classes: number;
  readonly caught: number;
  readonly cells: readonly { readonly cell: number; readonly count: number }[];
  /** Chance of being on a list in a class, class after class. */
  readonly chances: Float64Array;
  readonly weights: Float64Array;
  concentration: number;
  unseen: number;
  /** Persons in each class, and those of them on each list. */
  readonly members: Float64Array;
  readonly listed: Float64Array;
  /** Chance of each class for the history at hand. */
  readonly shares: Float64Array;
}

function startingState(table: CaptureTable, options: LatentClassOptions, random: Random): ChainState {
  const lists = table.lists.length;
  const { classes } = options;
  const cells = table.counts
    .map((count, cell) => ({ cell, count }))
    .filter(({ cell, count }) => cell > 0 && count > 0);
  return {
    lists,
    classes,
    caught: personsCaught(table),
    cells,
    chances: Float64Array.from({ length: classes * lists }, () => 0.05 + 0.9 * random.uniform()),
    weights: new Float64Array(classes).fill(1 / classes),
    concentration: 1,
    unseen: 0,
    members: new Float64Array(classes),
    listed: new Float64Array(classes * lists),
    shares: new Float64Array(classes),
  };
}

/** Draws the unseen, then which class everybody belongs to. */
function allocate(state: ChainState, random: Random): void {
  state.members.fill(0);
  state.listed.fill(0);
  const missed = shareOut(state, 0);
  const odds = missed / Math.max(1e-12, 1 - missed);
  const rate = drawGamma(random, state.caught) * odds;
  if (!(rate < 1e9)) {
    throw new EstimationError(
      'chain-diverged',
      'the latent-class chain ran away: the lists set no upper bound to the size',
    );
  }
  state.unseen = drawPoisson(random, rate);
  spread(state, { cell: 0, count: state.unseen, whole: missed }, random);
  for (const { cell, count } of state.cells) {
    spread(state, { cell, count, whole: shareOut(state, cell) }, random);
  }
}

/** Writes the chance of being in each class with that history into the shares. Returns their sum. */
function shareOut(state: ChainState, cell: number): number {
  let sum = 0;
  for (let at = 0; at < state.classes; at += 1) {
    const share = cellOf(state.weights, at) * chanceOf(state, at, cell);
    state.shares[at] = share;
    sum += share;
  }
  return sum;
}

/** The chance of a history within a class. */
function chanceOf({ chances, lists }: ChainState, at: number, cell: number): number {
  let chance = 1;
  for (let list = 0; list < lists; list += 1) {
    const on = cellOf(chances, at * lists + list);
    chance *= isOn(cell, list, lists) ? on : 1 - on;
  }
  return chance;
}

/** Spreads the persons of a history over the classes by the shares. */
function spread(
  state: ChainState,
  of: { readonly cell: number; readonly count: number; readonly whole: number },
  random: Random,
): void {
  let rest = of.whole;
  let left = of.count;
  for (let at = 0; at < state.classes && left > 0; at += 1) {
    const share = cellOf(state.shares, at);
    const isLast = at === state.classes - 1 || rest <= share;
    const fallen = isLast ? left : drawBinomialByRejection(random, left, Math.min(1, share / rest));
    rest -= share;
    if (fallen === 0) continue;
    left -= fallen;
    state.members[at] = cellOf(state.members, at) + fallen;
    for (let list = 0; list < state.lists; list += 1) {
      if (!isOn(of.cell, list, state.lists)) continue;
      const place = at * state.lists + list;
      state.listed[place] = cellOf(state.listed, place) + fallen;
    }
  }
}

/** Draws chances, class weights and concentration given who is where. */
function renew(state: ChainState, options: LatentClassOptions, random: Random): void {
  const { lists, classes, members, listed } = state;
  for (let at = 0; at < classes; at += 1) {
    for (let list = 0; list < lists; list += 1) {
      const on = cellOf(listed, at * lists + list);
      state.chances[at * lists + list] = drawBeta(random, 1 + on, 1 + cellOf(members, at) - on);
    }
  }
  let behind = members.reduce((sum, value) => sum + value, 0);
  let logLeft = 0;
  for (let at = 0; at < classes - 1; at += 1) {
    behind -= cellOf(members, at);
    const taken = drawBeta(random, 1 + cellOf(members, at), state.concentration + Math.max(0, behind));
    state.weights[at] = taken * Math.exp(logLeft);
    logLeft += Math.log(Math.max(1e-300, 1 - taken));
  }
  state.weights[classes - 1] = Math.exp(logLeft);
  state.concentration = Math.max(
    1e-3,
    drawGamma(random, options.shape + classes - 1) / (options.rate - logLeft),
  );
}
