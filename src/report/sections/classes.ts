/** Classes of a coloured map: the lower limits, rising; the last class has no upper limit but `most`. */
export interface Classes {
  readonly limits: readonly number[];
  readonly most: number;
}

const COUNT = 5;

/**
 * At most five classes with about as many areas in each, their limits rounded to what a person remembers. Persons are
 * whole, so a class runs from its limit to one less than the next.
 */
export function classesOf(values: readonly number[]): Classes {
  const sorted = [...values].filter((value) => value > 0).sort((a, b) => a - b);
  const limits = [1];
  for (let step = 1; step < COUNT; step += 1) {
    const value = sorted[Math.floor((step * sorted.length) / COUNT)] ?? 1;
    const limit = roundLimit(value);
    if (limit > (limits.at(-1) ?? 1)) limits.push(limit);
  }
  return { limits, most: Math.max(1, ...sorted) };
}

/** Two digits that count: 37 stays, 1,280 becomes 1,300, 112 becomes 110. */
function roundLimit(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / unit) * unit;
}

/** The class of a number of persons, from 1; 0 for nobody. */
export function classOf(persons: number, { limits }: Classes): number {
  let at = 0;
  for (const limit of limits) if (persons >= limit) at += 1;
  return at;
}

/** The colour step of a class, from 1 to 5: fewer classes use the whole ramp too. */
export function stepOf(at: number, { limits }: Classes): number {
  if (at === 0) return 0;
  return limits.length === 1 ? 3 : 1 + Math.round(((at - 1) * (COUNT - 1)) / (limits.length - 1));
}
