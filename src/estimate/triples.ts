import type { Triple } from '../model/range.js';

/** Low, estimate and high of many figures, persons; NaN where there is no figure. In whatever precision keeps them. */
export interface Triples {
  readonly low: Persons;
  readonly estimate: Persons;
  readonly high: Persons;
}

/** Persons by figure, to be read only: what is computed from them may need more precision than they have. */
export type Persons = ArrayLike<number>;

/** Triples that can be written to, in double precision. */
export type WritableTriples = Readonly<Record<keyof Triple, Float64Array>>;

/** Room for that many figures. */
export function makeTriples(count: number): WritableTriples {
  return { low: new Float64Array(count), estimate: new Float64Array(count), high: new Float64Array(count) };
}

/** Figures as they are settled: in single precision as long as that keeps them exactly, as it does counts and their middles. */
export class SettledTriples implements Triples {
  low: Float32Array | Float64Array;
  estimate: Float32Array | Float64Array;
  high: Float32Array | Float64Array;

  constructor(count: number) {
    this.low = new Float32Array(count);
    this.estimate = new Float32Array(count);
    this.high = new Float32Array(count);
  }

  set(at: number, low: number, estimate: number, high: number): void {
    this.low[at] = low;
    this.estimate[at] = estimate;
    this.high[at] = high;
    const isKept = this.low[at] === low && this.estimate[at] === estimate && this.high[at] === high;
    if (!isKept && this.low instanceof Float32Array) {
      this.low = Float64Array.from(this.low);
      this.estimate = Float64Array.from(this.estimate);
      this.high = Float64Array.from(this.high);
      this.set(at, low, estimate, high);
    }
  }
}

export function setTriple(of: WritableTriples, at: number, { low, estimate, high }: Triple): void {
  of.low[at] = low;
  of.estimate[at] = estimate;
  of.high[at] = high;
}

export function tripleAt(of: Triples, at: number): Triple {
  return { low: of.low[at] ?? 0, estimate: of.estimate[at] ?? 0, high: of.high[at] ?? 0 };
}

/** Every low, estimate and high changed one by one. */
export function mapTriples(of: Triples, change: (persons: number, at: number) => number): Triples {
  return {
    low: mapPersons(of.low, change),
    estimate: mapPersons(of.estimate, change),
    high: mapPersons(of.high, change),
  };
}

/** The persons changed one by one, in double precision. */
export function mapPersons(persons: Persons, change: (persons: number, at: number) => number): Float64Array {
  const changed = new Float64Array(persons.length);
  for (let at = 0; at < changed.length; at += 1) changed[at] = change(persons[at] ?? Number.NaN, at);
  return changed;
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
  const places = Int32Array.from(of.low, (_, at) => at).filter(isChosen);
  return sumOf(pickTriples(of, places));
}

/** The figures at those places, in that order and as precise as they are. */
export function pickTriples(of: Triples, places: Int32Array): Triples {
  const { low, estimate, high } = of;
  return { low: pick(low, places), estimate: pick(estimate, places), high: pick(high, places) };
}

function pick(persons: Persons, places: Int32Array): Persons {
  const picked =
    persons instanceof Float32Array ? new Float32Array(places.length) : new Float64Array(places.length);
  for (let at = 0; at < places.length; at += 1) picked[at] = persons[places[at] ?? 0] ?? 0;
  return picked;
}
