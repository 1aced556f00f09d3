import type { Budget, Pausing } from './limits.js';

/** What is annealed: a state that changes by small random proposals and may go above capacity at a price. */
export interface Annealed {
  /** Items that can be moved; sets how many proposals go between two looks at the clock. */
  readonly size: number;
  /** The mean cost of an item at present, overload apart: the unit of temperature. */
  readonly meanCost: () => number;
  /** The load of all items together. */
  readonly demand: number;
  /** Tries one random change, keeping it when its cost is below a random threshold at this temperature. */
  readonly propose: (temperature: number) => void;
  readonly overload: () => number;
  readonly price: () => number;
  /** Sets the price of a unit of overload and, now and then, computes all afresh to end rounding drift. */
  readonly reprice: (price: number) => void;
  /** Whether a state without overload has been seen. */
  readonly hasBest: () => boolean;
  /** Goes back to the best state without overload, or does nothing when none has been seen. */
  readonly backToBest: () => void;
}

/** Temperatures in mean costs. */
export interface Temperatures {
  /** Where rounds start and end that search anew: the first, the third and so on. */
  readonly hot: number;
  readonly cold: number;
  /** Where rounds start and end that search around the best so far. */
  readonly warm: number;
  readonly coldest: number;
  /** The share of all demand that may be above capacity at the start of a round; falls as a square to none. */
  readonly allowance: number;
  /** Proposals that one round should have before there is a second, for each pair of items. */
  readonly patience: number;
}

/**
 * Anneals until the budget is spent: one slow round where time is short, several where there is plenty.
 *
 * The temperature falls geometrically over a round. Overload is allowed while hot; its price goes up while
 * there is more than the round's falling allowance and down while there is less, so that the search keeps
 * crossing the border of the feasible. Later rounds reheat the best state or start again from any.
 * Source: Kirkpatrick, Gelatt and Vecchi (1983), 10.1126/science.220.4598.671; Glover and Hao (2011), The
 * case for strategic oscillation, 10.1007/s10479-009-0597-1, for the price.
 */
export function* anneal(subject: Annealed, budget: Budget, temperatures: Temperatures): Pausing<void> {
  const { hot, cold, warm, coldest, patience } = temperatures;
  const started = budget.progress();
  const spent = yield* descend(subject, budget, { until: started + 0.02, allowance: temperatures.allowance });
  const scale = unitCost(subject);
  let from = budget.progress();
  const expected = spent / Math.max(from - started, 1e-9);
  const rounds = Math.max(1, Math.round(expected / (patience * subject.size ** 2)));
  const batches = expected / rounds / BATCH;
  const round: Round = {
    from: 0,
    to: 0,
    start: scale * hot,
    end: scale * cold,
    allowance: temperatures.allowance,
    lowest: lowestPrice(subject, scale),
    priceStep: Math.exp(Math.min(0.3, Math.max(LEAST_STEP, 20 / batches))),
  };
  for (let turn = 0; turn < rounds && from < 1; turn += 1) {
    const isReheat = turn % 2 === 1;
    if (isReheat) subject.backToBest();
    const to = from + (1 - from) / (rounds - turn);
    const around = { ...round, start: scale * warm, end: scale * coldest };
    yield* runRound(subject, budget, { ...(isReheat ? around : round), from, to });
    from = budget.progress();
  }
}

/** Makes only changes for the better, for a while, so that the mean cost says something; returns proposals. */
function* descend(
  subject: Annealed,
  budget: Budget,
  { until, allowance }: { until: number; allowance: number },
): Pausing<number> {
  const lowest = lowestPrice(subject, unitCost(subject));
  let spent = 0;
  while (spent < subject.size * 100 && budget.progress() < until) {
    spent += runBatch(subject, budget, { temperature: 0, lowest, allowance, priceStep: 1.1 });
    yield;
  }
  return spent;
}

/** The mean cost, or 1 where everything is free, since overload must still have a price. */
function unitCost(subject: Annealed): number {
  const mean = subject.meanCost();
  return mean > 1e-12 ? mean : 1;
}

function lowestPrice(subject: Annealed, scale: number): number {
  return (PRICE_FLOOR * scale * subject.size) / Math.max(subject.demand, Number.MIN_VALUE);
}

interface Round {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly allowance: number;
  readonly lowest: number;
  readonly priceStep: number;
}

function* runRound(subject: Annealed, budget: Budget, round: Round): Pausing<void> {
  const { from, to, start, end, lowest, priceStep } = round;
  for (let now = from; now < to; now = budget.progress()) {
    const done = (now - from) / (to - from);
    const temperature =
      done < QUENCH_FROM || !subject.hasBest()
        ? start * (end / start) ** Math.min(1, done / QUENCH_FROM)
        : end * 0.1 ** ((done - QUENCH_FROM) / (1 - QUENCH_FROM));
    const allowance = round.allowance * Math.max(0, 1 - done / QUENCH_FROM) ** 2;
    runBatch(subject, budget, { temperature, lowest, allowance, priceStep });
    yield;
  }
}

/** The part of a round after which nothing may be above capacity and the temperature falls fast. */
const QUENCH_FROM = 0.92;
/** The least price of overload: what a unit of demand costs on average, times this. */
const PRICE_FLOOR = 1;
/** The least change of the price from one batch to the next, as a logarithm; larger where batches are few. */
const LEAST_STEP = 0.01;

/** Proposals between two looks at the clock and at the overload. */
const BATCH = 300;

interface Batch {
  readonly temperature: number;
  readonly lowest: number;
  readonly allowance: number;
  readonly priceStep: number;
}

function runBatch(subject: Annealed, budget: Budget, batch: Batch): number {
  const { temperature, lowest, allowance, priceStep } = batch;
  if (subject.price() < lowest) subject.reprice(lowest);
  const isOver = subject.overload() > Math.max(0, allowance * subject.demand) + 1e-9 * subject.demand;
  const price = isOver ? subject.price() * priceStep : subject.price() / priceStep;
  subject.reprice(Math.min(Math.max(price, lowest), lowest * 1e6));
  for (let turn = 0; turn < BATCH; turn += 1) subject.propose(temperature);
  budget.spend(BATCH);
  return BATCH;
}
