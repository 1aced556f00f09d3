import type { AuditRow, Cell, Role } from '../../src/audit/types.js';

/** Returns a seeded stream of numbers from 0 to 1 (mulberry32). */
export function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a simulated table looks like. */
export interface Plan {
  /** Areas below each area, from the top: [4, 6] is one nation of four provinces of six towns. */
  readonly fanOut: readonly number[];
  readonly groups: readonly string[];
  readonly followsMidpoint: boolean;
  /** Parents printed as the sum of printed children, or rounded for themselves. */
  readonly sumsPrinted: boolean;
  /** Ranges of parents narrower than the sum of extremes, as intervals are. */
  readonly intervals: boolean;
  readonly rates: 'none' | 'bare' | 'rate' | 'share';
  readonly means: boolean;
  readonly missingShare: number;
  /** Typical size of the smallest areas. */
  readonly size: number;
}

interface Area {
  readonly label: string;
  readonly parent?: string;
  readonly level: string;
  readonly parts: Area[];
  min: number;
  max: number;
  estimate: number;
  spots: number;
  denominator: number;
}

/** Returns a plan drawn at random: depth, breadth, rules and gaps all vary. */
export function randomPlan(random: () => number): Plan {
  const whole = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const depth = whole(1, 3);
  const fanOut = Array.from({ length: depth }, () => whole(depth === 3 ? 2 : 3, depth === 1 ? 40 : 8));
  return {
    fanOut,
    groups: ['FSW', 'MSM', 'PWID'].slice(0, whole(1, 3)),
    followsMidpoint: random() < 0.6,
    sumsPrinted: random() < 0.3,
    intervals: random() < 0.15,
    rates: (['none', 'bare', 'rate', 'share'] as const)[whole(0, 3)] ?? 'none',
    means: random() < 0.4,
    missingShare: random() < 0.5 ? 0 : 0.1 * random(),
    size: 10 ** (1.3 + 2 * random()),
  };
}

/** Returns a table without slips: true values are drawn for the smallest areas, added up, and printed. */
export function simulateTable(plan: Plan, random: () => number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (const group of plan.groups) {
    const top = grow(plan, random, { label: 'Nation', depth: 0 });
    if (plan.intervals) narrow(top);
    rows.push(...print(plan, random, top).map((row) => ({ ...row, group })));
  }
  return rows.map((row, index) => ({ ...row, line: index + 2 }));
}

function grow(
  plan: Plan,
  random: () => number,
  at: { readonly label: string; readonly depth: number; readonly parent?: string },
): Area {
  const breadth = plan.fanOut[at.depth] ?? 0;
  const parts = Array.from({ length: breadth }, (_, index) =>
    grow(plan, random, { label: `${at.label}.${index + 1}`, depth: at.depth + 1, parent: at.label }),
  );
  const named = {
    label: at.label,
    level: `level ${at.depth}`,
    parts,
    ...(at.parent === undefined ? {} : { parent: at.parent }),
  };
  if (breadth === 0) return { ...named, ...leaf(plan, random) };
  const total = (key: 'min' | 'max' | 'estimate' | 'spots' | 'denominator'): number =>
    parts.reduce((sum, part) => sum + part[key], 0);
  return {
    ...named,
    min: total('min'),
    max: total('max'),
    estimate: total('estimate'),
    spots: total('spots'),
    denominator: total('denominator'),
  };
}

function leaf(
  plan: Plan,
  random: () => number,
): Pick<Area, 'min' | 'max' | 'estimate' | 'spots' | 'denominator'> {
  const estimate = plan.size * Math.exp(1.2 * (random() + random() + random() - 1.5));
  const low = 0.1 + 0.4 * random();
  const min = estimate * (1 - low);
  const max = plan.followsMidpoint ? 2 * estimate - min : estimate * (1 + 0.05 + 0.9 * random());
  const spots = Math.max(1, Math.round(estimate / (3 + 12 * random())));
  const denominator = Math.round(estimate / (0.005 + 0.08 * random()));
  return { min, max, estimate, spots, denominator };
}

function narrow(area: Area): void {
  for (const part of area.parts) narrow(part);
  if (area.parts.length < 2) return;
  const shrink = 1 / Math.sqrt(area.parts.length);
  area.min = area.estimate - (area.estimate - area.min) * shrink;
  area.max = area.estimate + (area.max - area.estimate) * shrink;
}

function print(plan: Plan, random: () => number, area: Area): AuditRow[] {
  const below = area.parts.map((part) => print(plan, random, part));
  const cells: Partial<Record<Role, Cell>> = {};
  for (const role of ['estimate', 'min', 'max', 'spots', 'denominator'] as const) {
    const printed = below.map(([first]) => first?.cells[role]?.value);
    const isSum =
      plan.sumsPrinted &&
      !(plan.intervals && role !== 'estimate') &&
      printed.length > 0 &&
      !printed.includes(undefined);
    const value = isSum ? printed.reduce<number>((sum, one) => sum + (one ?? 0), 0) : Math.round(area[role]);
    cells[role] = { value, decimals: 0 };
  }
  if (plan.followsMidpoint && area.parts.length === 0) printHalfway(cells, random);
  printRatios(plan, random, { area, cells });
  if (plan.rates === 'none') delete cells.denominator;
  for (const role of Object.keys(cells) as Role[]) if (random() < plan.missingShare) delete cells[role];
  const { label, level, parent } = area;
  return [{ label, level, line: 0, cells, ...(parent === undefined ? {} : { parent }) }, ...below.flat()];
}

/** The estimate as people compute it: from the printed ends, a half rounded up or down. */
function printHalfway(cells: Partial<Record<Role, Cell>>, random: () => number): void {
  if (random() < 0.5) return;
  const middle = ((cells.min?.value ?? 0) + (cells.max?.value ?? 0)) / 2;
  cells.estimate = { value: random() < 0.5 ? Math.floor(middle) : Math.ceil(middle), decimals: 0 };
}

function printRatios(
  plan: Plan,
  random: () => number,
  { area, cells }: { readonly area: Area; readonly cells: Partial<Record<Role, Cell>> },
): void {
  const estimate = cells.estimate?.value ?? area.estimate;
  const decimals = random() < 0.5 ? 1 : 2;
  if (plan.rates === 'rate') cells.rate_per_1000 = fixed((1000 * estimate) / area.denominator, decimals);
  if (plan.rates === 'share') cells.proportion = fixed(estimate / area.denominator, decimals + 2);
  if (plan.means) cells.mean_spot_size = fixed(estimate / area.spots, decimals);
}

function fixed(value: number, decimals: number): Cell {
  return { value: Number(value.toFixed(decimals)), decimals };
}
