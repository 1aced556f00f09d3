import type { Triple } from '../model/range.js';

/** Low, estimate and high of many figures, persons; NaN where there is no figure. */
export interface Triples {
  readonly low: Float64Array;
  readonly estimate: Float64Array;
  readonly high: Float64Array;
}

/** Room for that many figures. */
export function makeTriples(count: number): Triples {
  return { low: new Float64Array(count), estimate: new Float64Array(count), high: new Float64Array(count) };
}

export function setTriple(of: Triples, at: number, { low, estimate, high }: Triple): void {
  of.low[at] = low;
  of.estimate[at] = estimate;
  of.high[at] = high;
}

export function tripleAt(of: Triples, at: number): Triple {
  return { low: of.low[at] ?? 0, estimate: of.estimate[at] ?? 0, high: of.high[at] ?? 0 };
}

/** Every low, estimate and high changed one by one. */
export function mapTriples(of: Triples, change: (persons: number, at: number) => number): Triples {
  return { low: of.low.map(change), estimate: of.estimate.map(change), high: of.high.map(change) };
}

/** The sum of ranges end by end, in order. */
export function sumOf(of: Triples): Triple {
  let low = 0;
  let estimate = 0;
  let high = 0;
  for (let at = 0; at < of.low.length; at += 1) {
    low += of.low[at] ?? 0;
    estimate += of.estimate[at] ?? 0;
    high += of.high[at] ?? 0;
  }
  return { low, estimate, high };
}

/** The sum of those that are chosen, end by end, in order. */
export function sumOfChosen(of: Triples, isChosen: (at: number) => boolean): Triple {
  const places = Int32Array.from(of.low.keys()).filter(isChosen);
  return sumOf(pickTriples(of, places));
}

/** The figures at those places, in that order. */
export function pickTriples(of: Triples, places: Int32Array): Triples {
  const picked = makeTriples(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    picked.low[at] = of.low[place] ?? 0;
    picked.estimate[at] = of.estimate[place] ?? 0;
    picked.high[at] = of.high[place] ?? 0;
  }
  return picked;
}
