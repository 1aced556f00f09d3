import { roundTo } from '../formats/number.js';
import { readKey } from './row-key.js';
import { countStatuses, isReproduced, type Comparison, type ComparisonStatus } from './compare-published.js';

/** The comparisons of one study. */
export interface Reproduction {
  /** Name of the study, for people. */
  readonly study: string;
  /** The published.csv the numbers were read from, as named in messages. */
  readonly file: string;
  readonly comparisons: readonly Comparison[];
}

/** What `reproduce --json` prints. */
export interface ReproductionSummary {
  readonly reproduced: boolean;
  readonly counts: Readonly<Record<ComparisonStatus, number>>;
  readonly studies: readonly {
    readonly study: string;
    readonly file: string;
    readonly reproduced: boolean;
    readonly counts: Readonly<Record<ComparisonStatus, number>>;
    readonly comparisons: readonly Comparison[];
  }[];
}

/** The reproductions as one plain object: counts over all and for each study, and every comparison. */
export function summariseReproductions(reproductions: readonly Reproduction[]): ReproductionSummary {
  const all = reproductions.flatMap(({ comparisons }) => comparisons);
  return {
    reproduced: reproductions.length > 0 && reproductions.every((each) => isReproduced(each.comparisons)),
    counts: countStatuses(all),
    studies: reproductions.map(({ study, file, comparisons }) => ({
      study,
      file,
      reproduced: isReproduced(comparisons),
      counts: countStatuses(comparisons),
      comparisons: comparisons.map((comparison) => ({
        ...comparison,
        difference:
          comparison.difference === undefined ? undefined : roundTo(comparison.difference, DECIMALS),
      })),
    })),
  };
}

/** Decimals a difference is given with: enough for a share, few enough to hide binary noise. */
const DECIMALS = 9;

/** Which cell of which table a comparison is about, on one line. */
export function nameComparison({ table, key, measure }: Comparison): string {
  return `${table} ${key} ${measure}`;
}

/** The same for people: the values of the key without the names of their columns, and `all` for an empty one. */
export function titleComparison({ table, key, measure }: Comparison): string {
  const values = (readKey(key) ?? []).map(({ value }) => (value === '' ? 'all' : value));
  return [table, ...values, measure.replaceAll('_', ' ')].join(' ');
}

/** One sentence on a comparison: both numbers and, where there is one, the reason or the evidence. */
export function describeComparison(comparison: Comparison): string {
  const { status, published, decimals, recomputed, difference } = comparison;
  const said = `published ${published.toFixed(decimals)}`;
  if (recomputed === undefined) return `${said}, recomputed nothing. ${comparison.reason ?? ''}`.trim();
  const places = decimals + 2;
  const off = difference === undefined ? 0 : roundTo(difference, places);
  const compared = `${said}, recomputed ${roundTo(recomputed, places)} (${off < 0 ? '' : '+'}${off})`;
  const why = status === 'known-deviation' ? comparison.evidence : comparison.reason;
  return why === undefined ? `${compared}.` : `${compared}. ${why}`;
}
