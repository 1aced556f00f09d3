import { printable } from '../../draw/printable.js';
import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { percentile } from '../../stats/percentile.js';
import type { Random } from '../../stats/random.js';
import { LEVEL, soundSizing, type Sizing } from '../sizing.js';
import { fitAreas, type AreaModelId } from './area-models.js';
import type { Area, MappedArea } from './areas.js';
import { leaveOneOut, type ReportCard } from './report-card.js';

export interface ExtrapolateOptions {
  readonly model: AreaModelId;
  /** Whether areas smaller or larger than any that was mapped may be filled. */
  readonly outside: boolean;
  readonly random: Random;
  readonly replicates: number;
}

/** The unmapped areas filled, with the total and how far the model can be trusted. */
export interface Extrapolation {
  /** Each unmapped area. */
  readonly areas: readonly (Sizing & { readonly municipality: string })[];
  /** All unmapped areas together. */
  readonly total: Sizing;
  /** What was mapped, persons. */
  readonly mapped: number;
  readonly card: ReportCard;
}

/**
 * Returns the size of areas that were not mapped by a model of those that were, persons, with 95% prediction intervals.
 *
 * The interval redraws the mapped areas and refits (so that all unmapped areas move together), and gives each area a
 * leave-one-out error of its own. Throws an EstimationError for fewer than ten mapped areas, denominators that are not
 * above 0, and unmapped areas outside the sizes that were mapped unless told to go there. It misleads where the mapped
 * areas were chosen because people are many there: then it is too high.
 *
 * Example: filling one Kenyan town of 20,000 urban women from the 58 mapped ones gives about 1,600 by loglog.
 */
export function extrapolate(
  mapped: readonly MappedArea[],
  unmapped: readonly Area[],
  options: ExtrapolateOptions,
): Extrapolation {
  acceptAreas(mapped, unmapped, options.outside);
  const fit = fitAreas(options.model, mapped);
  const card = leaveOneOut(options.model, mapped);
  const sums = new Float64Array(options.replicates);
  const draws = unmapped.map(() => new Float64Array(options.replicates));
  for (let at = 0; at < options.replicates; at += 1) {
    const redrawn = refitted(mapped, options);
    unmapped.forEach((area, place) => {
      const error = cellOf(card.ratios, options.random.integer(card.ratios.length));
      const persons = Math.min(1e10, redrawn.predict(area) * error);
      const row = draws[place];
      if (row !== undefined) row[at] = persons;
      sums[at] = cellOf(sums, at) + persons;
    });
  }
  const caveats = caveatsOf(card, mapped.length);
  const sized = (estimate: number, values: Float64Array): Sizing => {
    const sorted = values.sort();
    return soundSizing({
      method: `extrapolate.${options.model.replace('-', '_')}`,
      interval: 'prediction',
      estimate,
      low: Math.min(estimate, percentile(sorted, 0.025)),
      high: Math.max(estimate, percentile(sorted, 0.975)),
      basis: 'confidence',
      level: LEVEL,
      caveats,
    });
  };
  const predictions = unmapped.map((area) => fit.predict(area));
  return {
    areas: unmapped.map((area, at) => ({
      ...sized(cellOf(predictions, at), draws[at] ?? new Float64Array(1)),
      municipality: area.municipality,
    })),
    total: sized(
      predictions.reduce((sum, value) => sum + value, 0),
      sums,
    ),
    mapped: mapped.reduce((sum, area) => sum + area.estimate, 0),
    card,
  };
}

/** Mapped areas below which leave-one-out says nothing. */
const LEAST_AREAS = 10;

function acceptAreas(mapped: readonly MappedArea[], unmapped: readonly Area[], outside: boolean): void {
  if (mapped.length < LEAST_AREAS) {
    throw new EstimationError(
      'areas-too-few',
      `${mapped.length} mapped areas are too few to judge a model by; ${LEAST_AREAS} are the least`,
    );
  }
  if (unmapped.length === 0)
    throw new EstimationError(
      'nothing-to-fill',
      'every area has an estimate: there is nothing to extrapolate to',
    );
  const faulty = [...mapped, ...unmapped].find((area) => !(area.denominator > 0 && area.denominator <= 1e10));
  if (faulty !== undefined) {
    throw new EstimationError(
      'not-a-count',
      `the denominator of ${printable(faulty.municipality)} must be above 0`,
    );
  }
  if (mapped.every((area) => area.estimate === 0))
    throw new EstimationError('nothing-counted', 'nobody was mapped anywhere');
  const sizes = mapped.map((area) => area.denominator);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const strayed = unmapped.filter((area) => area.denominator < least || area.denominator > most);
  if (strayed.length > 0 && !outside) {
    const names = strayed.slice(0, 5).map((area) => printable(area.municipality));
    const more = strayed.length > names.length ? ` and ${strayed.length - names.length} more` : '';
    throw new EstimationError(
      'outside-mapped-range',
      `${names.join(', ')}${more}: smaller or larger than any area that was mapped (${least} to ${most}); map some of them, or allow it with --outside`,
    );
  }
}

function refitted(mapped: readonly MappedArea[], options: ExtrapolateOptions) {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const redrawn = mapped
      .map(() => mapped[options.random.integer(mapped.length)])
      .filter((area) => area !== undefined);
    try {
      return fitAreas(options.model, redrawn);
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
    }
  }
  throw new EstimationError('model-not-fitted', 'the model has no fit to redraws of the mapped areas');
}

const percent = (share: number) => `${(100 * share).toFixed(0)}%`;

function caveatsOf(card: ReportCard, areas: number): string[] {
  return [
    `leave-one-out over ${areas} areas: median error ${percent(card.medianError)}, log error ${card.logError.toFixed(3)}, coverage ${percent(card.coverage)}, total ${percent(card.totalRatio)} of mapped`,
    'holds only if unmapped areas are like mapped ones',
  ];
}
