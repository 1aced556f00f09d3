import type { Audience, DisclosureRules, ShareSettings } from '../model/disclosure.js';

/** What an audience is given. */
export interface AudienceProfile {
  /** Level of the classification of OCHA's Data Responsibility Guidelines (2021). */
  readonly level: 'severe' | 'high' | 'moderate' | 'low';
  /** Decimals of degrees in coordinates; undefined where no point is shown. */
  readonly decimals: number | undefined;
  /** Rules for shown cells; undefined where single spots are shown. */
  readonly rules: DisclosureRules | undefined;
  readonly tables: readonly string[];
}

const OVERVIEW = ['national', 'regions', 'municipalities'];
const BY_SPOT = ['typologies', 'spots', 'week', 'concentration', 'trace', 'level1_factors', 'validate_next'];

/** The audiences, from those who hold the places to everybody; a study can change the rules of the last two. */
export const AUDIENCES: Readonly<Record<Audience, AudienceProfile>> = {
  team: {
    level: 'severe',
    decimals: 5,
    rules: undefined,
    tables: [...OVERVIEW, ...BY_SPOT],
  },
  programme: {
    level: 'high',
    decimals: 3,
    rules: undefined,
    tables: [...OVERVIEW, ...BY_SPOT],
  },
  partner: {
    level: 'moderate',
    decimals: undefined,
    rules: { people: 10, spots: 3, dominance: 0.7, round_to: 5 },
    tables: [...OVERVIEW, 'typologies'],
  },
  public: {
    level: 'low',
    decimals: undefined,
    rules: { people: 20, spots: 5, dominance: 0.5, round_to: 10 },
    tables: OVERVIEW,
  },
};

/** The rules in force for an audience, and which of them protect less than the standard. */
export interface RulesInForce {
  readonly rules: DisclosureRules;
  readonly lowered: readonly (keyof DisclosureRules)[];
}

/** The rules for an audience with what the study changes; undefined for audiences that are shown single spots. */
export function rulesFor(audience: Audience, settings: ShareSettings): RulesInForce | undefined {
  const standard = AUDIENCES[audience].rules;
  if (standard === undefined || audience === 'team' || audience === 'programme') return undefined;
  const stated = settings[audience] ?? {};
  const rules: DisclosureRules = {
    people: stated.people ?? standard.people,
    spots: stated.spots ?? standard.spots,
    dominance: stated.dominance ?? standard.dominance,
    round_to: stated.round_to ?? standard.round_to,
  };
  return { rules, lowered: loweredRules(rules, standard) };
}

/** The rules that protect less than the standard: a lower floor, finer rounding, or a larger share at one spot. */
export function loweredRules(rules: DisclosureRules, standard: DisclosureRules): (keyof DisclosureRules)[] {
  const lowered: (keyof DisclosureRules)[] = [];
  if (rules.people < standard.people) lowered.push('people');
  if (rules.spots < standard.spots) lowered.push('spots');
  if (rules.dominance > standard.dominance) lowered.push('dominance');
  if (rules.round_to < standard.round_to) lowered.push('round_to');
  return lowered;
}
