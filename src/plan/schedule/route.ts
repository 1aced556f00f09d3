/** One stop of a day: when it can start and must end, and how long it takes, in minutes. */
export interface Stop {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

/** The stops of one day and the ways between them, in minutes; `fromBase` is 0 where there is no base. */
export interface RouteProblem {
  readonly stops: readonly Stop[];
  readonly between: (a: number, b: number) => number;
  readonly fromBase: (stop: number) => number;
}

/** The order of stops with the least travel, the earliest arrival at each and the latest that still leaves time for the rest. */
export interface Route {
  readonly order: readonly number[];
  readonly earliest: readonly number[];
  readonly latest: readonly number[];
  /** Minutes on the way between stops, out and home. */
  readonly travel: number;
}

/** More stops than this in a day are refused: subsets double with each. */
export const MOST_STOPS = 12;

interface Label {
  readonly time: number;
  readonly travel: number;
  readonly stop: number;
  readonly before: Label | undefined;
}

/**
 * The order in which all stops can be served in time with the least travel; undefined where none can. Exact, by dynamic
 * programming over subsets that keeps every arrival and travel time no other one beats. Source: Held and Karp 1962,
 * doi:10.1137/0110015; Dumas et al. 1995, doi:10.1287/opre.43.2.367.
 */
export function shortestRoute(problem: RouteProblem): Route | undefined {
  const { stops, fromBase } = problem;
  if (stops.length > MOST_STOPS) throw new RangeError(`at most ${MOST_STOPS} stops a day can be ordered`);
  if (stops.length === 0) return { order: [], earliest: [], latest: [], travel: 0 };
  let layer = new Map<number, Label[]>();
  for (const stop of stops.keys()) {
    const label = arrive(problem, { stop, before: undefined });
    if (label !== undefined) layer.set(keyOf(1 << stop, stop), [label]);
  }
  for (let size = 1; size < stops.length; size += 1) layer = extend(problem, layer);
  let best: Label | undefined;
  let least = Infinity;
  for (const label of [...layer.values()].flat()) {
    const travel = label.travel + fromBase(label.stop);
    if (travel < least - 1e-9) [best, least] = [label, travel];
  }
  return best === undefined ? undefined : routeOf(problem, best, least);
}

const keyOf = (served: number, last: number) => served * 16 + last;

function extend(problem: RouteProblem, layer: ReadonlyMap<number, readonly Label[]>): Map<number, Label[]> {
  const next = new Map<number, Label[]>();
  for (const [key, labels] of layer) {
    const served = Math.floor(key / 16);
    for (const stop of problem.stops.keys()) {
      if ((served & (1 << stop)) !== 0) continue;
      const to = keyOf(served | (1 << stop), stop);
      for (const before of labels) {
        const label = arrive(problem, { stop, before });
        if (label !== undefined) keep(next, to, label);
      }
    }
  }
  return next;
}

function keep(layer: Map<number, Label[]>, key: number, label: Label): void {
  const labels = layer.get(key) ?? [];
  if (labels.some((other) => other.time <= label.time && other.travel <= label.travel + 1e-9)) return;
  layer.set(key, [
    ...labels.filter((other) => other.time < label.time || other.travel < label.travel - 1e-9),
    label,
  ]);
}

/** Arrival at a stop from the one before; undefined when it cannot end in time. */
function arrive(
  problem: RouteProblem,
  { stop, before }: { readonly stop: number; readonly before: Label | undefined },
): Label | undefined {
  const at = problem.stops[stop];
  if (at === undefined) return undefined;
  const way = before === undefined ? problem.fromBase(stop) : problem.between(before.stop, stop);
  const ready = before === undefined ? at.from : before.time + minutesOf(problem, before.stop) + way;
  const time = Math.max(at.from, ready);
  if (time + at.minutes > at.to) return undefined;
  return { time, travel: (before?.travel ?? 0) + way, stop, before };
}

const minutesOf = ({ stops }: RouteProblem, stop: number) => stops[stop]?.minutes ?? 0;

function routeOf(problem: RouteProblem, last: Label, travel: number): Route {
  const labels: Label[] = [];
  for (let label: Label | undefined = last; label !== undefined; label = label.before) labels.unshift(label);
  const order = labels.map((label) => label.stop);
  const latest: number[] = [];
  let mustLeave = Infinity;
  for (const stop of [...order].reverse()) {
    const next = order[order.indexOf(stop) + 1];
    const way = next === undefined ? 0 : problem.between(stop, next);
    const end = Math.min(problem.stops[stop]?.to ?? 0, mustLeave - way);
    mustLeave = end - minutesOf(problem, stop);
    latest.unshift(mustLeave);
  }
  return { order, earliest: labels.map((label) => label.time), latest, travel };
}
