import type { Position } from '../model/boundary.js';
import type { SpotFigure } from '../model/estimate.js';
import type { Triple } from '../model/range.js';
import type { Day, Hours } from '../model/week.js';
import type { Incident, Load, PlanRules, Risk } from './rules.js';

/** Where something is, as far as it is known. */
export interface Place {
  readonly position: Position | undefined;
  readonly municipality: string | undefined;
  /** Code of the spot, worker or site that is there; undefined for a place that has none. */
  readonly code?: string | undefined;
}

/**
 * The people of one population at one spot whom one outreach worker serves: a whole spot, or a part of one that is
 * larger than a worker can serve. The unit of the plan. Persons are whole, and the parts of all spots add up to the
 * estimate of persons met at spots.
 */
export interface Part {
  /** Spot, population and part in one text: the key of the plan. */
  readonly id: string;
  readonly figure: SpotFigure;
  readonly spot: string;
  readonly population: string;
  /** Letter of the part where the spot was split, else empty. */
  readonly letter: string;
  /** Code for printed sheets: says nothing of the population. */
  readonly alias: string;
  readonly people: Triple;
  readonly place: Place;
  readonly languages: readonly string[];
  /** Persons expected on each day of the week. */
  readonly expected: Readonly<Record<Day, number>>;
  readonly peakDays: readonly Day[];
  readonly hours: Hours;
  readonly hoursKnown: boolean;
  readonly load: Load;
  readonly risk: Risk;
  /** Security level 1 to 5, after staleness in conflict mode; undefined where none is recorded outside it. */
  readonly security: number | undefined;
  /** The incident the spot is held for. */
  readonly incident: Incident | undefined;
  /** True where a visit always takes two workers. */
  readonly pair: boolean;
}

/** Why people are not covered; exactly one holds. */
export type GapReason =
  | 'virtual_only'
  | 'not_met_at_spots'
  | 'nobody_expected'
  | 'security'
  | 'incident'
  | 'no_worker_of_population'
  | 'no_shared_language'
  | 'no_pair'
  | 'road_closed'
  | 'distance'
  | 'hours'
  | 'curfew'
  | 'capacity'
  | 'money';

/** The smallest change that would cover the people of a gap. */
export type Change =
  | { readonly kind: 'online_task' }
  | { readonly kind: 'networks' }
  | { readonly kind: 'new_count' }
  | { readonly kind: 'security_check'; readonly level: number }
  | { readonly kind: 'after_incident'; readonly on: string; readonly days: number }
  | {
      readonly kind: 'new_worker';
      readonly population: string;
      readonly languages: readonly string[];
      readonly municipality: string | undefined;
      readonly workers: number;
    }
  | { readonly kind: 'more_people'; readonly worker: string; readonly people: number }
  | { readonly kind: 'go_farther'; readonly worker: string; readonly km: number }
  /** Open the way, or be on this side of it. */
  | { readonly kind: 'open_road'; readonly between: readonly [string, string]; readonly worker: string }
  | {
      readonly kind: 'other_hours';
      readonly workers: readonly string[];
      readonly days: readonly Day[];
      readonly hours: Hours;
    }
  | { readonly kind: 'meet_earlier'; readonly hours: Hours }
  /** More money in four weeks than there is, whole. */
  | { readonly kind: 'more_money'; readonly amount: number; readonly currency: string };

/** Why a part is not covered and what would cover it. */
export interface Gap {
  readonly reason: GapReason;
  readonly detail: string;
  readonly change: Change;
}

/** What becomes of a part. `hold` = not before something is checked; `virtual` = an online task. */
export type PartStatus = 'planned' | 'hold' | 'virtual' | 'uncovered';

/** A part with what the plan decides of it. */
export interface PlannedPart {
  readonly part: Part;
  readonly status: PartStatus;
  readonly gap: Gap | undefined;
  readonly worker: string | undefined;
  readonly partner: string | undefined;
  readonly backup: string | undefined;
  readonly supervisor: string | undefined;
  /** Spot to go to when this one cannot be visited on the day. */
  readonly alternate: string | undefined;
  readonly visitsWanted: number;
  readonly visitsPlanned: number;
  readonly contacts: number;
  readonly minutes: number;
  /** Different people met at least once in four weeks by the planned visits. */
  readonly reached: number;
}

/** An outreach worker of the plan, given by the study or invented as a slot to be filled. */
export interface Worker {
  readonly code: string;
  readonly alias: string;
  /** True where the study lists no workers and the plan says how many it takes. */
  readonly isSlot: boolean;
  readonly populations: readonly string[];
  readonly languages: readonly string[];
  readonly organisation: string | undefined;
  /** Where the worker starts from; undefined for a slot, whose spots say where to look for one. */
  readonly base: Place | undefined;
  readonly days: readonly Day[];
  readonly hours: Hours | undefined;
  readonly mostPeople: number;
}

/** A worker with what the plan gives them. */
export interface PlannedWorker {
  readonly worker: Worker;
  readonly supervisor: string;
  readonly partner: string | undefined;
  readonly spots: number;
  readonly people: Triple;
  readonly contacts: number;
  readonly visitsPerWeek: number;
  /** Kilometres on roads, to one decimal. */
  readonly travelKmPerWeek: number;
  /** Hazard-weighted minutes of the worker and partner in a week; see exposureOf. */
  readonly exposurePerWeek: number;
  /** False for a worker of the study whom the money does not last for. */
  readonly isPaid: boolean;
}

/** What is handed out in a month or at a visit, in pieces, by item. */
export type Items = Readonly<Record<string, number>>;

/** One visit of a worker to a spot. Minutes count from midnight at the start of its day and may pass 1440. */
export interface Visit {
  /** Week 1 to 4. */
  readonly week: number;
  /** Day on which the worker sets out. */
  readonly day: Day;
  readonly worker: string;
  readonly partner: string | undefined;
  /** Place of the stop in the worker's day, from 1. */
  readonly order: number;
  readonly part: string;
  readonly from: number;
  readonly to: number;
  readonly expected: number;
  readonly contacts: number;
  readonly items: Items;
  /** Kilometres on roads from the stop before, or from the base. */
  readonly km: number;
  /** Minutes from the stop to the base. */
  readonly minutesHome: number;
  readonly alternateDay: Day | undefined;
}

/** The month's need of one item for the people of one worker. */
export interface Supply {
  readonly worker: string;
  readonly population: string;
  readonly item: string;
  readonly people: Triple;
  /** Pieces needed, buffer included, before what people get elsewhere. */
  readonly need: number;
  readonly otherSupply: number;
  readonly gap: Triple;
  readonly buffer: number;
  readonly packs: number;
  readonly packSize: number;
  /** Pieces that the month's visits can carry. */
  readonly carried: number;
  readonly formula: string;
  readonly inputs: string;
}

/** Where people of a part are sent for a service. */
export interface Referral {
  readonly part: string;
  readonly spot: string;
  readonly population: string;
  readonly letter: string;
  readonly service: string;
  readonly first: string;
  readonly owner: string;
  /** Minutes on the way, one way. */
  readonly minutes: number;
  /** Up to two sites of other owners. */
  readonly fallbacks: readonly { readonly site: string; readonly kind: string; readonly owner: string }[];
  readonly escort: boolean;
}

/** What reaching the target share of one population takes, whatever staff there is. */
export interface Need {
  readonly population: string;
  /** `place` = people met at spots, `online` = by phone or on the web, `elsewhere` = never met at a mapped spot. */
  readonly met: 'place' | 'online' | 'elsewhere';
  readonly people: Triple;
  readonly target: Triple;
  readonly workers: Triple;
  readonly supervisors: Triple;
  readonly contacts: Triple;
}

/** What the feasible plan covers of one population. */
export interface Coverage {
  readonly population: string;
  /** Persons of the population, online and elsewhere included. */
  readonly total: Triple;
  readonly atSpots: Triple;
  readonly covered: Triple;
  /** Persons in total terms that the covered spots stand for, never more than are met there. */
  readonly coveredOfTotal: Triple;
  /** Chance that the covered are at least the target share, 0 to 1; undefined without people. */
  readonly chanceOfTarget: number | undefined;
  readonly workers: number;
}

/** A part that moved from one worker to another, came or went. */
export interface PlanChange {
  readonly spot: string;
  readonly population: string;
  readonly letter: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly why: string;
}

/** Hours of one population at a site it shares with others. */
export interface GroupHours {
  readonly population: string;
  readonly hours: readonly Hours[];
}

/** A drop-in centre or mobile stop of the plan. */
export interface PlannedSite {
  readonly code: string;
  readonly kind: string;
  readonly place: Place;
  /** Opening times as sites.csv gives them; undefined for a new site, which has days and hours. */
  readonly openAsRecorded: string | undefined;
  readonly days: readonly Day[];
  readonly hours: Hours | undefined;
  readonly capacity: number;
  /** People whose site it is. */
  readonly people: number;
  /** Of these, people within reach. */
  readonly peopleWithin: number;
  /** Minutes one way that half of the people need at most; undefined without people. */
  readonly minutesMiddle: number | undefined;
  readonly minutesMost: number | undefined;
  readonly populations: readonly string[];
  readonly groupHours: readonly GroupHours[];
  readonly security: number | undefined;
  readonly isOpenedByPlan: boolean;
  readonly isFixed: boolean;
}

/** Where sites stand and whom they serve. */
export interface Siting {
  readonly sites: readonly PlannedSite[];
  /** People met at spots, those no site can be found for included. */
  readonly people: number;
  readonly peopleWithin: number;
  /** F15: people over people a site, rounded up. */
  readonly neededByPeople: number;
  /** Places a site could stand at. */
  readonly places: number;
}

/** What one kind of spending comes to in four weeks (F16). */
export interface Cost {
  /** `need` = what reaching the target share takes; `feasible` = this plan. */
  readonly plan: 'need' | 'feasible';
  readonly what: string;
  /** Workers, supervisors, km, pieces or sites at the estimate. */
  readonly quantity: number | undefined;
  readonly unitCost: number | undefined;
  /** At low, estimate and high: whole people of the ranges, never a confidence interval. */
  readonly cost: Triple;
}

/** One number a plan rests on. */
export interface Assumption {
  readonly key: string;
  readonly value: string | number;
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
  readonly confidence: string;
  readonly setBy: 'default' | 'study';
}

/** The plan: who goes where and when, with what, and what stays undone. */
export interface Microplan {
  readonly rules: PlanRules;
  readonly isConflict: boolean;
  readonly workers: readonly PlannedWorker[];
  readonly parts: readonly PlannedPart[];
  readonly visits: readonly Visit[];
  readonly supplies: readonly Supply[];
  readonly referrals: readonly Referral[];
  readonly needs: readonly Need[];
  readonly coverage: readonly Coverage[];
  /** What differs from the previous plan, where there was one. */
  readonly changes: readonly PlanChange[] | undefined;
  /** Where drop-in centres and mobile stops stand, where that is asked for. */
  readonly siting: Siting | undefined;
  /** What need and plan cost, where the study states a cost or a limit. */
  readonly costs: readonly Cost[] | undefined;
  readonly assumptions: readonly Assumption[];
}
