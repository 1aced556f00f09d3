import type { SpotMode } from './tables/spots.js';
import type { Basis, Triple } from './range.js';
import type { Day } from './week.js';
import type { Spot } from './study.js';

/** Where a number comes from: the row of an input file. */
export interface Evidence {
  readonly file: string;
  readonly line: number;
}

/**
 * The size of one population at one spot while it goes through the estimation chain. `at` is who is met at the spot on
 * the chosen day; `total` is the part of the population's total this spot stands for after the corrections that only
 * make sense over all spots (overlap, attendance, hidden, virtual).
 */
export interface SpotFigure {
  readonly spot: Spot;
  readonly mode: SpotMode;
  readonly level: '1' | '2';
  /** Persons on a usual day, settled and corrected to level 2. */
  readonly usual: Triple;
  /** Persons on a peak day, where the row or the reports say. */
  readonly peak: Triple | undefined;
  readonly at: Triple;
  readonly total: Triple;
  /** False when the row has a stated figure but no lowest and highest: it adds no width to the range. */
  readonly hasRange: boolean;
  readonly evidence: readonly Evidence[];
}

/** One step of the chain and what it did to one population's total. */
export interface TraceRow {
  readonly population: string;
  readonly step: string;
  readonly method: string;
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
  /** Persons the step added (or took away) from the estimate. */
  readonly change: number;
  readonly rows: number;
  readonly note: string;
}

/** A computed interval beside the customary range, with what its ends are. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly basis: Basis;
  readonly method: string;
}

/** An estimate of persons for some area or kind of spot. */
export interface AreaEstimate extends Triple {
  readonly population: string;
  /** Spots where people meet in person. */
  readonly spots: number;
  /** People at those spots divided by the spots; undefined without any. */
  readonly meanSpotSize: number | undefined;
  readonly basis: Basis;
  /** Undefined where the chosen method cannot give one, as with too few respondents in an area. */
  readonly interval: Interval | undefined;
  /** Rows that add to the estimate but carry no lowest and highest. */
  readonly rowsWithoutRange: number;
  readonly estimateWithRange: number;
  readonly byMode: Readonly<Record<SpotMode, number>>;
  /** Persons added for those never met at any mapped spot. */
  readonly elsewhere: number;
  readonly at: Triple;
}

export interface Rate {
  readonly per1000: number;
  readonly denominator: string;
  readonly persons: number;
}

export interface MunicipalityEstimate extends AreaEstimate {
  readonly municipality: string;
  readonly parent: string | undefined;
  readonly share: number;
  readonly rate: Rate | undefined;
}

export interface TypologyEstimate extends AreaEstimate {
  readonly typology: string;
  readonly mode: SpotMode;
  readonly share: number;
}

export interface NationalEstimate extends AreaEstimate {
  readonly rate: Rate | undefined;
}

/** Persons met by day of the week, summed over the spots whose week is known. */
export interface WeekProfile {
  readonly population: string;
  /** Empty for all municipalities together. */
  readonly municipality: string;
  readonly days: Readonly<Record<Day, number>>;
  readonly weekday: number;
  readonly weekend: number;
  readonly changePercent: number | undefined;
  readonly peakDays: readonly Day[];
  readonly spotsKnown: number;
  readonly spots: number;
}

/** How unevenly a population is spread over spots or municipalities. */
export interface Concentration {
  readonly population: string;
  readonly units: 'spots' | 'municipalities';
  readonly count: number;
  readonly gini: number;
  readonly topFiveShare: number;
  readonly unitsForHalf: number;
  readonly shareOfTopFifth: number;
}

/** What was learned of the level 1 figures of one group of spots or informants. */
export interface LevelOneFactor {
  readonly population: string;
  readonly kind: 'overall' | 'informant_type' | 'typology' | 'municipality';
  /** Empty for all together. */
  readonly group: string;
  /** Spots of the group with both levels. */
  readonly pairs: number;
  /** Persons at level 1 and at level 2 of those spots. */
  readonly said: number;
  readonly found: number;
  /** found / said. */
  readonly raw: number | undefined;
  /** Undefined where too few pairs allow no pooling. */
  readonly pooled: number | undefined;
  /** Standard error of the log of the pooled factor. */
  readonly spread: number | undefined;
}

/** What validating one spot known at level 1 only would do; errors are standard errors in persons. */
export interface ValidateNext {
  readonly population: string;
  /** 1 = validate first. */
  readonly rank: number;
  readonly spotId: string;
  readonly municipality: string | undefined;
  /** Persons at level 1, and expected at level 2. */
  readonly said: number;
  readonly expected: number;
  /** Errors are undefined where too few pairs say how far off level 1 is. */
  readonly error: number | undefined;
  readonly totalError: number | undefined;
  readonly totalErrorAfterThis: number | undefined;
  /** After validating this spot and all ranked before it. */
  readonly totalErrorAfterAll: number | undefined;
}

/** Everything the estimation chain gives for a study. */
export interface Estimates {
  readonly spots: readonly SpotFigure[];
  readonly municipalities: readonly MunicipalityEstimate[];
  readonly regions: readonly MunicipalityEstimate[];
  readonly typologies: readonly TypologyEstimate[];
  readonly national: readonly NationalEstimate[];
  readonly week: readonly WeekProfile[];
  readonly concentration: readonly Concentration[];
  readonly trace: readonly TraceRow[];
  /** Empty without a spot that has both levels. */
  readonly levelOneFactors: readonly LevelOneFactor[];
  /** Empty without a spot known at level 1 only. */
  readonly validateNext: readonly ValidateNext[];
}
