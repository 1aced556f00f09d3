import type { Budget } from './limits.js';

/** What is annealed: a state that changes by small random proposals and may go above capacity at a price. */
export interface Annealed {
  /** Items that can be moved; sets how many proposals go between two looks at the clock. */
  readonly size: number;
  /** The mean cost of an item: the unit of temperature. */
  readonly scale: number;
  /** The load of all items together. */
  readonly demand: number;
  /** Tries one random change, keeping it when its cost is below a random threshold at this temperature. */
  readonly propose: (temperature: number) => void;
  readonly overload: () => number;
  readonly price: () => number;
  /** Sets the price of a unit of overload and computes everything afresh, which also ends rounding drift. */
  readonly reprice: (price: number) => void;
  /** Goes back to the best state without overload, or does nothing when none has been seen. */
  readonly backToBest: () => void;
}

/** Temperatures at the start of the first round, of the later rounds, and at the end of each, in mean costs. */
export interface Temperatures {
  readonly hot: number;
  readonly warm: number;
  readonly cold: number;
  /** Proposals per item that one round should have before there is a second round. */
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
export function anneal(subject: Annealed, budget: Budget, temperatures: Temperatures): void {
  const { hot, warm, cold, patience } = temperatures;
  const lowest = (PRICE_FLOOR * subject.scale * subject.size) / Math.max(subject.demand, Number.MIN_VALUE);
  subject.reprice(lowest);
  const started = budget.progress();
  let spent = 0;
  while (spent < subject.size * 100 && budget.progress() < started + 0.02) {
    spent += runBatch(subject, budget, { temperature: hot * subject.scale, lowest, allowance: ALLOWANCE });
  }
  let from = budget.progress();
  const expected = spent / Math.max(from - started, 1e-9);
  const rounds = Math.max(1, Math.round(expected / (subject.size * patience)));
  for (let round = 0; round < rounds && from < 1; round += 1) {
    const isReheat = round % 2 === 1;
    if (isReheat) subject.backToBest();
    const to = from + (1 - from) / (rounds - round);
    const start = isReheat ? warm : hot;
    for (let now = from; now < to; now = budget.progress()) {
      const done = (now - from) / (to - from);
      const temperature = subject.scale * start * (cold / start) ** done;
      runBatch(subject, budget, { temperature, lowest, allowance: ALLOWANCE * (1 - done / ALLOWED_UNTIL) });
    }
    from = budget.progress();
  }
}

/** The least price of overload: what a unit of demand costs on average, times this. */
const PRICE_FLOOR = 1;
/** The share of all demand that may be above capacity at the start of a round. */
const ALLOWANCE = 0.002;
/** The part of a round after which nothing may be above capacity. */
const ALLOWED_UNTIL = 0.9;
/** How much the price changes from one batch to the next. */
const PRICE_STEP = 1.03;

interface Batch {
  readonly temperature: number;
  readonly lowest: number;
  readonly allowance: number;
}

function runBatch(subject: Annealed, budget: Budget, { temperature, lowest, allowance }: Batch): number {
  const size = Math.max(1000, subject.size);
  const isOver = subject.overload() > Math.max(0, allowance * subject.demand) + 1e-9 * subject.demand;
  const price = isOver ? subject.price() * PRICE_STEP : subject.price() / PRICE_STEP;
  subject.reprice(Math.min(Math.max(price, lowest), lowest * 1e6));
  for (let turn = 0; turn < size; turn += 1) subject.propose(temperature);
  budget.spend(size);
  return size;
}
