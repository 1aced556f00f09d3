import { contactsPerMonth } from './formulas.js';
import type { Items, Part } from './microplan.js';
import { forPopulation, type PlanRules } from './rules.js';
import { monthlyItems } from './supplies.js';

/** What serving a part takes in four weeks. */
export interface Workload {
  readonly visits: number;
  /** One-to-one contacts in four weeks. */
  readonly contacts: number;
  /** Minutes at the spot at each visit. */
  readonly minutes: number;
  /** Pieces handed out in a month. */
  readonly month: Items;
  /** Most pieces handed out at one visit. */
  readonly items: Items;
}

/** Most visits that fit into four weeks with the days between them. */
const mostVisits = (rules: PlanRules) => Math.floor(7 / Math.max(1, rules.days_between_visits)) * 4;

/**
 * What serving a part takes: visits by load and risk, at least weekly where needles are given, and as many as it takes
 * to carry the month's supplies; minutes by contacts a visit, in steps of five.
 */
export function workloadOf(part: Part, rules: PlanRules): Workload {
  const frequency = forPopulation(rules.contacts_per_month, part.population);
  const contacts = Math.ceil(contactsPerMonth(part.people.estimate, frequency, rules.coverage) - 1e-9);
  const month = monthlyItems(part.population, part.people.estimate, rules);
  const visits = Math.min(mostVisits(rules), visitsWanted(part, month, rules));
  const needed = (60 * contacts) / (visits * rules.contacts_per_hour);
  const most =
    part.security !== undefined && part.security >= 3
      ? Math.min(rules.visit_minutes_level_3, rules.visit_minutes_most)
      : rules.visit_minutes_most;
  const minutes = Math.min(most, Math.max(rules.visit_minutes_least, Math.ceil(needed / 5) * 5));
  return { visits, contacts, minutes, month, items: perVisit(month, visits, rules) };
}

function visitsWanted(part: Part, month: Items, rules: PlanRules): number {
  const byLoad = rules.visits_per_month[part.load][part.risk];
  const weekly = rules.weekly_with_needles && (month['needles'] ?? 0) > 0 ? 4 : 1;
  const loads = Object.entries(month).map(([item, pieces]) =>
    Math.ceil(pieces / (rules.carry_limits[item] ?? Infinity)),
  );
  return Math.max(1, byLoad, weekly, ...loads);
}

/** Whole pieces at each visit, never more than can be carried. */
function perVisit(month: Items, visits: number, rules: PlanRules): Items {
  return Object.fromEntries(
    Object.entries(month).map(([item, pieces]) => [
      item,
      Math.min(Math.ceil(pieces / visits), rules.carry_limits[item] ?? Infinity),
    ]),
  );
}
