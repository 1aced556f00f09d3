import { cellOf } from './cell-of.js';

/** A smooth function of several numbers: its value at a place, writing the gradient there into the second array. */
export type Smooth = (place: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly place: Float64Array;
  readonly value: number;
}

/**
 * Returns the nearest minimum of a smooth function downhill from the start, by the BFGS method with backtracking.
 *
 * Source: J. Nocedal, S. J. Wright 2006, Numerical Optimization, algorithm 6.1, doi 10.1007/978-0-387-40065-5. Stops
 * when the gradient is below the tolerance or no step goes down. A function with several valleys gives the one it
 * starts in. Values that are not finite count as uphill.
 *
 * Example: (x − 3)² from 0 ends at 3.
 */
export function minimise(smooth: Smooth, start: Float64Array, tolerance = 1e-8): Minimum {
  const size = start.length;
  let place = Float64Array.from(start);
  let gradient: Float64Array = new Float64Array(size);
  let value = smooth(place, gradient);
  const inverse = identity(size);
  for (let step = 0; step < 500; step += 1) {
    if (gradient.every((slope) => Math.abs(slope) < tolerance)) break;
    let direction = downhill(inverse, gradient);
    let slope = dot(direction, gradient);
    if (!(slope < 0)) {
      inverse.set(identity(size));
      direction = gradient.map((part) => -part);
      slope = dot(direction, gradient);
    }
    const nextGradient = new Float64Array(size);
    let stride = Math.min(1, 2 / Math.max(...direction.map(Math.abs), 1e-300));
    let next = shifted(place, direction, stride);
    let nextValue = smooth(next, nextGradient);
    while (!(nextValue <= value + 1e-4 * stride * slope) && stride > 1e-12) {
      stride /= 2;
      next = shifted(place, direction, stride);
      nextValue = smooth(next, nextGradient);
    }
    if (!(nextValue < value)) break;
    update(inverse, { moved: difference(next, place), turned: difference(nextGradient, gradient) });
    [place, value, gradient] = [next, nextValue, nextGradient];
  }
  return { place, value };
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) matrix[at * size + at] = 1;
  return matrix;
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * cellOf(other, at), 0);
}

function downhill(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const size = gradient.length;
  return gradient.map((_, row) => -dot(inverse.subarray(row * size, row * size + size), gradient));
}

const shifted = (place: Float64Array, direction: Float64Array, stride: number) =>
  place.map((value, at) => value + stride * cellOf(direction, at));

const difference = (one: Float64Array, other: Float64Array) =>
  one.map((value, at) => value - cellOf(other, at));

/** The BFGS update of the inverse curvature, left out where the step shows none. */
function update(
  inverse: Float64Array,
  step: { readonly moved: Float64Array; readonly turned: Float64Array },
): void {
  const { moved, turned } = step;
  const size = moved.length;
  const curve = dot(moved, turned);
  if (!(curve > 1e-14)) return;
  const bent = turned.map((_, row) => dot(inverse.subarray(row * size, row * size + size), turned));
  const scale = (curve + dot(turned, bent)) / (curve * curve);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const [a, b] = [cellOf(moved, row), cellOf(moved, column)];
      const cross = cellOf(bent, row) * b + a * cellOf(bent, column);
      inverse[row * size + column] = cellOf(inverse, row * size + column) + scale * a * b - cross / curve;
    }
  }
}
