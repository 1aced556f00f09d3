import type { Measure, Span } from '../audit/seen-table.js';

/**
 * The figure as it is published: the nearest multiple of `base`, half away from zero, for an estimate; a low end down,
 * a high end up. Whole persons only. Example: base 10 gives 15 → 20, a low of 19 → 10, a high of 11 → 20.
 */
export function roundFigure(persons: number, measure: Measure, base: number): number {
  switch (measure) {
    case 'low':
      return Math.floor(persons / base) * base;
    case 'high':
      return Math.ceil(persons / base) * base;
    case 'estimate':
      return Math.floor((2 * persons + base) / (2 * base)) * base;
  }
}

/** The whole numbers of persons that are published as this figure. Example: base 10 makes 20 of 15 to 24. */
export function spanOf(published: number, measure: Measure, base: number): Span {
  switch (measure) {
    case 'low':
      return { least: published, most: published + base - 1 };
    case 'high':
      return { least: Math.max(0, published - base + 1), most: published };
    case 'estimate':
      return {
        least: Math.max(0, Math.ceil(published - base / 2)),
        most: Math.ceil(published + base / 2) - 1,
      };
  }
}
