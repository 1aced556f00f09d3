/** One variable with its factor in an expression. */
export type Term = readonly [variable: number, factor: number];

/** The sum of the terms equals a number. */
export interface Equation {
  readonly terms: readonly Term[];
  readonly equals: number;
}

/** Variables between bounds (a lower bound is finite, an upper one may be Infinity) that satisfy equations. */
export interface LinearProgramme {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly equations: readonly Equation[];
}

/** Finds the least value of an expression over everything the programme allows; -Infinity where there is none. */
export type Minimise = (objective: readonly Term[]) => number;

const TINY = 1e-9;
/** Steps without progress after which the rule that cannot cycle takes over. */
const PATIENCE = 40;

/** The working table of the simplex method: one row an equation, solved for its basic variable. */
interface Tableau {
  readonly rows: readonly Float64Array[];
  /** Basic variable of each row. */
  readonly basis: number[];
  /** Value of that variable. */
  readonly values: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** For variables outside the basis: which bound they stand at. */
  readonly isAtUpper: Uint8Array;
  readonly isBasic: Uint8Array;
}

/**
 * Prepares a linear programme to be minimised for many objectives: the first phase of the simplex method with bounded
 * variables runs once. Undefined when nothing satisfies the equations within the bounds. Whole-number tables, whose
 * factors are 1 and -1, are solved without rounding error. Source: Dantzig, Linear Programming and Extensions, 1963,
 * chapters 5 and 18; against cycling, Bland 1977, doi:10.1287/moor.2.2.103.
 */
export function prepareProgramme(programme: LinearProgramme): Minimise | undefined {
  const tableau = startTableau(programme);
  const shortfall = runSimplex(
    tableau,
    tableau.basis.map((variable) => [variable, 1]),
  );
  const scale = Math.max(1, ...programme.equations.map(({ equals }) => Math.abs(equals)));
  if (shortfall > 1e-7 * scale) return undefined;
  tableau.upper.fill(0, programme.lower.length);
  return (objective) => runSimplex(tableau, objective);
}

/** Every variable at its lower bound; one artificial variable a row takes what is missing. */
function startTableau({ lower, upper, equations }: LinearProgramme): Tableau {
  const variables = lower.length;
  const size = variables + equations.length;
  const values = new Float64Array(equations.length);
  const rows = equations.map(({ terms, equals }, at) => {
    const missing = terms.reduce((left, [index, factor]) => left - factor * (lower[index] ?? 0), equals);
    const sign = missing < 0 ? -1 : 1;
    const row = new Float64Array(size);
    for (const [index, factor] of terms) row[index] = (row[index] ?? 0) + sign * factor;
    row[variables + at] = 1;
    values[at] = Math.abs(missing);
    return row;
  });
  return {
    rows,
    basis: equations.map((_, at) => variables + at),
    values,
    lower: Float64Array.from([...lower, ...equations.map(() => 0)]),
    upper: Float64Array.from([...upper, ...equations.map(() => Infinity)]),
    isAtUpper: new Uint8Array(size),
    isBasic: new Uint8Array(size).fill(1, variables),
  };
}

function runSimplex(tableau: Tableau, objective: readonly Term[]): number {
  const costs = reducedCosts(tableau, objective);
  let stalled = 0;
  for (;;) {
    const isCareful = stalled > PATIENCE;
    const entering = chooseEntering(tableau, costs, isCareful);
    if (entering === undefined) return valueOf(tableau, objective);
    const step = chooseStep(tableau, entering, isCareful);
    if (step.length === Infinity) return -Infinity;
    stalled = step.length > TINY ? 0 : stalled + 1;
    advance(tableau, entering, step);
    if (step.row !== undefined) pivot(tableau, costs, { row: step.row, column: entering.column });
  }
}

function reducedCosts({ rows, basis, lower }: Tableau, objective: readonly Term[]): Float64Array {
  const costs = new Float64Array(lower.length);
  for (const [index, factor] of objective) costs[index] = (costs[index] ?? 0) + factor;
  const stated = Float64Array.from(costs);
  for (const [at, row] of rows.entries()) {
    const cost = stated[basis[at] ?? 0] ?? 0;
    if (cost !== 0) subtract(costs, row, cost);
  }
  return costs;
}

function subtract(target: Float64Array, row: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at += 1) {
    const part = row[at] ?? 0;
    if (part !== 0) target[at] = (target[at] ?? 0) - factor * part;
  }
}

interface Entering {
  readonly column: number;
  /** 1 when the variable grows from its lower bound, -1 when it shrinks from its upper one. */
  readonly direction: 1 | -1;
}

/** The variable whose change helps most; when careful, the first that helps at all. */
function chooseEntering(tableau: Tableau, costs: Float64Array, isCareful: boolean): Entering | undefined {
  let best: Entering | undefined;
  let gain = TINY;
  for (let column = 0; column < costs.length; column += 1) {
    if (tableau.isBasic[column] === 1 || tableau.upper[column] === tableau.lower[column]) continue;
    const cost = costs[column] ?? 0;
    const isUpper = tableau.isAtUpper[column] === 1;
    const helps = isUpper ? cost : -cost;
    if (helps <= gain) continue;
    best = { column, direction: isUpper ? -1 : 1 };
    if (isCareful) return best;
    gain = helps;
  }
  return best;
}

interface Step {
  readonly length: number;
  /** Row whose basic variable reaches a bound; undefined when the entering variable runs to its other bound. */
  readonly row: number | undefined;
  readonly reachesUpper: boolean;
}

function chooseStep(tableau: Tableau, { column, direction }: Entering, isCareful: boolean): Step {
  const range = (tableau.upper[column] ?? 0) - (tableau.lower[column] ?? 0);
  let step: Step = { length: range, row: undefined, reachesUpper: false };
  let strength = 0;
  for (const [at, row] of tableau.rows.entries()) {
    const rate = (row[column] ?? 0) * direction;
    if (Math.abs(rate) <= TINY) continue;
    const basic = tableau.basis[at] ?? 0;
    const value = tableau.values[at] ?? 0;
    const room = rate > 0 ? value - (tableau.lower[basic] ?? 0) : (tableau.upper[basic] ?? 0) - value;
    const length = Math.max(0, room / Math.abs(rate));
    const isTie = step.row !== undefined && Math.abs(length - step.length) <= TINY;
    const isBetter = isCareful ? basic < (tableau.basis[step.row ?? 0] ?? 0) : Math.abs(rate) > strength;
    if (length < step.length - TINY || (isTie && isBetter)) {
      step = { length, row: at, reachesUpper: rate < 0 };
      strength = Math.abs(rate);
    }
  }
  return step;
}

/** Moves the entering variable by the step and the basic variables with it; puts a leaving one at its bound. */
function advance(tableau: Tableau, { column, direction }: Entering, step: Step): void {
  for (const [at, row] of tableau.rows.entries()) {
    const rate = (row[column] ?? 0) * direction;
    if (rate !== 0) tableau.values[at] = (tableau.values[at] ?? 0) - rate * step.length;
  }
  if (step.row === undefined) {
    tableau.isAtUpper[column] = tableau.isAtUpper[column] === 1 ? 0 : 1;
    return;
  }
  const leaving = tableau.basis[step.row] ?? 0;
  const from = direction === 1 ? tableau.lower[column] : tableau.upper[column];
  tableau.isBasic[leaving] = 0;
  tableau.isAtUpper[leaving] = step.reachesUpper ? 1 : 0;
  tableau.isBasic[column] = 1;
  tableau.basis[step.row] = column;
  tableau.values[step.row] = (from ?? 0) + direction * step.length;
}

/** Solves the row for its new basic variable and removes that variable from every other row. */
function pivot(tableau: Tableau, costs: Float64Array, at: { row: number; column: number }): void {
  const pivotRow = tableau.rows[at.row];
  if (pivotRow === undefined) return;
  const divisor = pivotRow[at.column] ?? 1;
  for (let index = 0; index < pivotRow.length; index += 1) {
    pivotRow[index] = (pivotRow[index] ?? 0) / divisor;
  }
  for (const row of tableau.rows) {
    const factor = row[at.column] ?? 0;
    if (row !== pivotRow && factor !== 0) subtract(row, pivotRow, factor);
  }
  const cost = costs[at.column] ?? 0;
  if (cost !== 0) subtract(costs, pivotRow, cost);
}

function valueOf(tableau: Tableau, objective: readonly Term[]): number {
  const rowOf = new Map(tableau.basis.map((variable, row) => [variable, row]));
  let total = 0;
  for (const [index, factor] of objective) {
    const row = rowOf.get(index);
    const outside = tableau.isAtUpper[index] === 1 ? tableau.upper[index] : tableau.lower[index];
    total += factor * ((row === undefined ? outside : tableau.values[row]) ?? 0);
  }
  return total;
}
