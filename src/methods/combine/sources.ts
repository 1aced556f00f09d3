import { printable } from '../../draw/printable.js';
import { EstimationError } from '../../model/estimation-error.js';
import type { Basis } from '../../model/range.js';
import { normalQuantile } from '../../stats/normal-quantile.js';

/** An estimate as it enters a synthesis. */
export interface SourceEstimate {
  readonly method: string;
  readonly low: number | undefined;
  readonly estimate: number;
  readonly high: number | undefined;
  readonly basis: Basis | undefined;
  readonly level: number | undefined;
  /** Data it was made from, joined by ` + `; rows that name the same data are not independent. */
  readonly source: string;
  /** Source whose data also enter it, such as a mapping used as a prior. */
  readonly dependsOn: string;
  /** How far the study is trusted, above 0 up to 1. */
  readonly confidence: number;
}

/** Persons outside of which an estimate cannot be, with where that is known from. */
export interface PlausibleBounds {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** What was left out of a synthesis, and why. */
export interface Exclusion extends SourceEstimate {
  readonly reason: string;
}

export interface Selection {
  readonly kept: readonly SourceEstimate[];
  readonly excluded: readonly Exclusion[];
}

/**
 * Returns the estimates that may be combined, each source once, and the log of the others with the reason: outside the
 * bounds, sharing any data with one kept (the first row of a source is kept), or resting on one kept (`dependsOn`).
 *
 * Throws an EstimationError for a confidence outside (0, 1] or an estimate that is not a number of persons above 0.
 *
 * Example: two rows of one source leave one, and one in the log.
 */
export function selectSources(rows: readonly SourceEstimate[], bounds: PlausibleBounds = {}): Selection {
  const { least = 0, most = Infinity } = bounds;
  const kept: SourceEstimate[] = [];
  const excluded: Exclusion[] = [];
  const leave = (row: SourceEstimate, reason: string) => {
    excluded.push({ ...row, reason });
  };
  for (const row of rows) {
    acceptRow(row);
    const twin = kept.find((other) => sharedSource(row.source, other.source) !== undefined);
    if (row.estimate < least || row.estimate > most)
      leave(row, `outside the plausible bounds ${sayBounds(least, most)}`);
    else if (twin !== undefined)
      leave(
        row,
        `made from the same data (${sharedSource(row.source, twin.source)}) as ${twin.method}: not counted twice`,
      );
    else kept.push(row);
  }
  const resting = kept.filter((row) =>
    kept.some((other) => other !== row && sharedSource(row.dependsOn, other.source) !== undefined),
  );
  for (const row of resting) leave(row, `uses ${row.dependsOn}, which is counted itself: not counted twice`);
  return { kept: kept.filter((row) => !resting.includes(row)), excluded };
}

/** What stands between the names of data that an estimate was made from together. */
const TOGETHER = ' + ';

const names = (text: string) =>
  text
    .split(TOGETHER)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The first data that both name, as in `clinic.csv + survey.csv`; undefined where there are none. */
function sharedSource(one: string, other: string): string | undefined {
  return names(one).find((name) => names(other).includes(name));
}

const sayBounds = (least: number, most: number) =>
  most === Infinity ? `from ${least}` : `${least} to ${most}`;

function acceptRow({ method: stated, estimate, low, high, confidence }: SourceEstimate): void {
  const method = printable(stated);
  if (!(estimate > 0 && estimate <= 1e10)) {
    throw new EstimationError(
      'not-a-count',
      `${method}: an estimate to combine is a number of persons above 0`,
    );
  }
  if ((low !== undefined && !(low <= estimate)) || (high !== undefined && !(high >= estimate))) {
    throw new EstimationError(
      'range-out-of-order',
      `${method}: the estimate ${estimate} lies outside its range`,
    );
  }
  if (!(confidence > 0 && confidence <= 1)) {
    throw new EstimationError('not-a-share', `${method}: a confidence is above 0 and at most 1`);
  }
}

/** The logarithm of an estimate with its standard error. */
export interface LogEstimate {
  readonly y: number;
  readonly error: number;
  readonly confidence: number;
}

/**
 * Returns ln estimate with its standard error (ln high − ln low) / (2·z of the level) for the rows that have a confidence
 * or credible interval above 0; reported extremes and spreads have no standard error and give none.
 *
 * Source: I. Fellows 2024, triangulator documentation (population sizes are taken on the log scale).
 */
export function logEstimates(rows: readonly SourceEstimate[]): LogEstimate[] {
  return rows.flatMap(({ low, estimate, high, basis, level = 0.95, confidence }) => {
    const hasInterval = basis === 'confidence' || basis === 'credible';
    if (!hasInterval || low === undefined || high === undefined || !(low > 0 && high > low)) return [];
    if (!(level > 0 && level < 1)) return [];
    const error = Math.log(high / low) / (2 * normalQuantile((1 + level) / 2));
    return [{ y: Math.log(estimate), error, confidence }];
  });
}
