/** Audiences that are given aggregated tables only. */
export type AggregatedAudience = 'partner' | 'public';

/** Who an output is made for, from those who hold the places to everybody. */
export type Audience = 'team' | 'programme' | AggregatedAudience;

/** The rules a cell of an aggregated table must meet to be shown. */
export interface DisclosureRules {
  /** Fewest persons in a shown cell. */
  readonly people: number;
  /** Fewest spots in a shown cell. */
  readonly spots: number;
  /** Largest share of a cell's persons that may be at one spot, 0 to 1. */
  readonly dominance: number;
  /** Persons are rounded to a multiple of this. */
  readonly round_to: number;
}

/** What a study changes of the rules, by audience. */
export type ShareSettings = Readonly<
  Partial<Record<AggregatedAudience, { readonly [Rule in keyof DisclosureRules]?: number }>>
> & {
  /** Day until which outputs hold, ISO 8601. */
  readonly expires?: string;
};
