import type { LpSolver } from '../../io/load-highs.js';
import type { BoundProblem } from './lower-bound.js';

/** Parts up to which a linear programme is solved. */
export const MOST_IN_LP = 1000;
/** Pairs of part and centre in it: all of them up to about 120 parts, the nearest centres of each part above. */
const MOST_PAIRS = 15_000;
const FEWEST_NEAREST = 10;

/**
 * Prices for the parts from the linear relaxation: the duals of "each part once". They are only a proposal, `boundAt`
 * proves over all centres what they are worth, so it does no harm that far centres are left out of large programmes;
 * undefined where the solver gives none.
 */
export function pricesByLp(problem: BoundProblem, solver: LpSolver): number[] | undefined {
  try {
    const { Rows: rows } = solver.solve(lpText(problem));
    const duals = new Map(rows.map((row) => [row.Name, row.Dual]));
    const prices = Array.from({ length: problem.parts }, (_, part) => duals.get(`once${part}`));
    return prices.every((price) => price !== undefined && Number.isFinite(price))
      ? prices.map((price) => price ?? 0)
      : undefined;
  } catch {
    return undefined;
  }
}

interface Pair {
  readonly part: number;
  readonly centre: number;
  readonly cost: number;
}

const x = ({ part, centre }: Pair) => `x${part}c${centre}`;

/** The relaxation in LP text: x is the share of a part at a centre, y how far the centre is used. */
export function lpText({ parts, centres, cost, people, room, open }: BoundProblem): string {
  const pairs = nearestPairs({ parts, centres, cost });
  const byCentre = Array.from({ length: centres }, (_, centre) =>
    pairs.filter((pair) => pair.centre === centre),
  ).filter((own) => own.length > 0);
  const used = byCentre.flatMap((own) => own.slice(0, 1)).map(({ centre }) => centre);
  const once = Array.from({ length: parts }, (_, part) => {
    const own = pairs.filter((pair) => pair.part === part).map(x);
    return `once${part}: ${own.join(' + ')} = 1`;
  });
  const rooms = byCentre.map((own) => {
    const centre = own[0]?.centre ?? 0;
    const load = own.map((pair) => `${people[pair.part] ?? 0} ${x(pair)}`);
    return `room${centre}: ${load.join(' + ')} - ${room[centre] ?? 0} y${centre} <= 0`;
  });
  return [
    'Minimize',
    ` obj: ${pairs.map((pair) => `${pair.cost} ${x(pair)}`).join('\n + ')}`,
    'Subject To',
    ...once,
    ...rooms,
    ...pairs.map((pair) => `${x(pair)} - y${pair.centre} <= 0`),
    `open: ${used.map((centre) => `y${centre}`).join(' + ')} <= ${open}`,
    'Bounds',
    ...used.map((centre) => `y${centre} <= 1`),
    'End\n',
  ].join('\n');
}

/** Each part with the centres nearest to it, by part and centre. */
function nearestPairs({ parts, centres, cost }: Pick<BoundProblem, 'parts' | 'centres' | 'cost'>): Pair[] {
  const most = Math.max(FEWEST_NEAREST, Math.floor(MOST_PAIRS / parts));
  return Array.from({ length: parts }, (_, part) =>
    Array.from({ length: centres }, (_unused, centre): Pair => ({ part, centre, cost: cost(part, centre) }))
      .filter((pair) => pair.cost < Infinity)
      .sort((a, b) => a.cost - b.cost || a.centre - b.centre)
      .slice(0, most),
  ).flat();
}
