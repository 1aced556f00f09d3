import type { Description } from '../../explain/describe.js';
import type { Multiverse } from '../../estimate/multiverse.js';
import type { Boundary, Position, Ring } from '../../model/boundary.js';
import type { Audience, DisclosureRules } from '../../model/disclosure.js';
import type { Interval, TraceRow, WeekProfile } from '../../model/estimate.js';
import type { Issue } from '../../model/issue.js';
import type { Basis, Triple } from '../../model/range.js';
import type { SpotMode } from '../../model/tables/spots.js';
import type { Day } from '../../model/week.js';
import type { GapReason, Change } from '../../plan/microplan.js';

/**
 * What a report shows, already protected for its audience: the page draws nothing that is not in here. A part that is
 * undefined is not shown, because the audience may not have it or the study does not know it.
 */
export interface ReportView {
  readonly title: string;
  readonly country: string;
  readonly round: string;
  readonly audience: Audience;
  readonly notes: readonly string[];
  readonly credits: readonly string[];
  /** What a municipality is called in this country. */
  readonly areaWord: string;
  readonly weekend: readonly Day[];
  readonly populations: readonly ReportPopulation[];
  readonly places: PlacesView;
  readonly plan: PlanView | undefined;
  readonly forests: readonly ForestView[];
  readonly multiverse: Multiverse | undefined;
  readonly issues: readonly Issue[] | undefined;
  readonly methods: readonly MethodView[];
  /** How a page of an aggregated audience was protected. */
  readonly protection: ProtectionView | undefined;
  readonly run: RunView;
}

export interface ProtectionView {
  readonly rules: DisclosureRules;
  readonly shown: number;
  readonly hidden: number;
}

/** A size with its range, for a population in some area or kind of spot. */
export interface SizeView {
  readonly name: string;
  /** Undefined where it is hidden. */
  readonly persons: number | undefined;
  /** Undefined where no lowest and highest are known, or hidden. */
  readonly range: { readonly low: number; readonly high: number; readonly basis: Basis } | undefined;
  readonly interval: Interval | undefined;
  /** Spots, or undefined where that is hidden. */
  readonly spots: number | undefined;
  readonly share: number | undefined;
  readonly rate: { readonly per1000: number; readonly denominator: string } | undefined;
  readonly isHidden: boolean;
}

export interface TypologyView extends SizeView {
  readonly mode: SpotMode | undefined;
}

/** One population and all that is shown of it. */
export interface ReportPopulation {
  readonly code: string;
  readonly label: string;
  readonly nation: SizeView;
  /** Largest first; only areas with a spot. */
  readonly areas: readonly SizeView[];
  readonly typologies: readonly TypologyView[] | undefined;
  readonly evidence: EvidenceView | undefined;
  /** Undefined where the audience may not have it. */
  readonly met: MetView | undefined;
  readonly week: WeekProfile | undefined;
  readonly hours: HoursView | undefined;
  readonly lorenz: LorenzView | undefined;
  readonly trace: readonly TraceRow[] | undefined;
  /** Undefined where the audience is shown no points. */
  readonly points: readonly PointView[] | undefined;
}

/** Where the persons of a population are met, in whole persons that add up to its size. */
export interface MetView {
  readonly places: number;
  readonly phone: number;
  readonly web: number;
  /** Added for those who come to no spot. */
  readonly elsewhere: number;
}

/** How well the persons of a population are known. */
export interface EvidenceView {
  readonly spots: number;
  /** Spots by phone or on the web, among them. */
  readonly remote: number;
  readonly spotsWithoutRange: number;
  /** Spots validated with their own people. */
  readonly validated: number;
  /** Share of the persons at spots that were validated at the spot, 0 to 1. */
  readonly validatedShare: number | undefined;
}

/** People at open spots by hour. Hours run from `HOURS_START`; those after midnight belong to the evening before. */
export interface HoursView {
  /** Seven days of 24 hours, persons. */
  readonly byDay: readonly (readonly number[])[];
  /** Mean over the days, 24 hours. */
  readonly mean: readonly number[];
  readonly spotsKnown: number;
  readonly spots: number;
  /** Of the spots with hours, those whose week is not known and that count alike on every day. */
  readonly flat: number;
}

/** The hour a day of the report starts at: a visit at 01:30 belongs to the night before. */
export const HOURS_START = 6;

export interface LorenzView {
  /** Cumulated share of people from the smallest spot to the largest, thinned; the first is 0, the last 1. */
  readonly curve: readonly { readonly spots: number; readonly people: number }[];
  readonly gini: number;
  readonly spots: number;
  readonly spotsForHalf: number;
}

export interface PointView {
  readonly position: Position;
  /** Municipality it lies in; undefined where that is not known. */
  readonly area: string | undefined;
  readonly persons: number;
}

/** Outlines and what is known of each. */
export interface PlacesView {
  readonly outlines: readonly Boundary[];
  /** Municipalities the study says were not mapped, or that its list of places leaves out. */
  readonly notVisited: ReadonlySet<string>;
  readonly hasPlaces: boolean;
  /** Spots with coordinates and all spots that have a place. */
  readonly located: number;
  readonly spots: number;
}

export interface PlanView {
  readonly isConflict: boolean;
  readonly target: number;
  readonly populations: readonly PlanPopulation[];
  /** True where the workers are slots to be filled. */
  readonly isSlots: boolean;
}

export interface PlanPopulation {
  readonly code: string;
  readonly people: Triple;
  /** Of the estimate, covered by planned visits. */
  readonly covered: number;
  readonly uncovered: number;
  readonly reasons: readonly ReasonView[];
  readonly workers: readonly WorkerLoad[];
  readonly visitsPerMonth: number;
  readonly spotsPlanned: number;
  readonly needWorkers: Triple | undefined;
  readonly chanceOfTarget: number | undefined;
  readonly catchments: readonly CatchmentView[];
  /** Uncovered people at spots that can be drawn. */
  readonly gaps: readonly PointView[];
  /** Covered share by municipality; undefined people = none. */
  readonly areas: readonly { readonly name: string; readonly people: number; readonly covered: number }[];
}

export interface ReasonView {
  readonly reason: GapReason;
  readonly persons: number;
  readonly spots: number;
  /** The change that would cover most of them. */
  readonly change: Change['kind'];
}

export interface WorkerLoad {
  readonly people: number;
  readonly most: number;
}

export interface CatchmentView {
  readonly ring: Ring;
  readonly people: number;
  readonly spots: number;
}

/** Estimates of one population in one place by several methods, and what joins them. */
export interface ForestView {
  readonly population: string;
  readonly place: string;
  readonly sources: readonly ForestRow[];
  readonly leftOut: readonly { readonly name: string; readonly persons: number; readonly reason: string }[];
  readonly joined: readonly ForestRow[];
  /** The study's own count, for comparison only. */
  readonly own: ForestRow | undefined;
  readonly refusal: string | undefined;
}

export interface ForestRow {
  readonly name: string;
  readonly persons: number;
  readonly range: { readonly low: number; readonly high: number } | undefined;
  readonly basis: Basis | undefined;
  readonly level: number | undefined;
}

/** A choice of the chain and for whom it was made. */
export interface MethodView {
  readonly step: string;
  readonly variant: string;
  readonly populations: readonly string[];
  /** Values the study states for it, such as `correlation 0.1`. */
  readonly settings: string;
  readonly card: Description;
}

/** What the page says of how it was made. */
export interface RunView {
  readonly version: string;
  readonly command: string;
  readonly seed: number | undefined;
  readonly options: readonly (readonly [name: string, value: string])[];
  readonly rows: readonly (readonly [name: string, count: number])[];
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  readonly outputs: readonly { readonly name: string; readonly sha256: string }[];
}
