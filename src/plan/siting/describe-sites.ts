import type { Day, Hours } from '../../model/week.js';
import type { Part, PlannedSite } from '../microplan.js';
import type { PlanRules, SitingRules } from '../rules.js';
import type { Candidate } from './candidates.js';
import type { ChosenSites, SitesProblem } from './choose-sites.js';
import { busiestDays, groupHoursOf } from './hours.js';

/** Chosen sites with all they were chosen from. */
export interface Choice {
  readonly met: readonly Part[];
  readonly candidates: readonly Candidate[];
  readonly problem: SitesProblem;
  readonly chosen: ChosenSites;
  readonly rules: PlanRules;
  /** Codes of sites that no new site may have. */
  readonly taken: ReadonlySet<string>;
}

/** People of one part at one site. */
interface Visitors {
  readonly part: Part;
  readonly people: number;
  readonly minutes: number;
}

/** The sites chosen, with whom they serve, when they are open and how far people come. */
export function describeSites(choice: Choice): PlannedSite[] {
  const visitors = choice.candidates.map((): Visitors[] => []);
  for (const [customer, sent] of choice.chosen.sent.entries()) {
    const part = choice.met[customer];
    if (part === undefined) continue;
    for (const [site, people] of sent) {
      visitors[site]?.push({ part, people, minutes: choice.problem.minutes(customer, site) });
    }
  }
  const codes = newCodes(choice.taken);
  return choice.chosen.open.flatMap((site) => {
    const candidate = choice.candidates[site];
    if (candidate === undefined) return [];
    const capacity = choice.problem.capacity * (choice.chosen.standing[site] ?? 1);
    const code = candidate.existing?.site_id ?? codes.next().value;
    return [describe({ candidate, code, capacity, visitors: visitors[site] ?? [] }, choice.rules)];
  });
}

/** N001, N002, …, those left out that a site already has. */
function* newCodes(taken: ReadonlySet<string>): Generator<string, string> {
  for (let number = 1; ; number += 1) {
    const code = `N${String(number).padStart(3, '0')}`;
    if (!taken.has(code)) yield code;
  }
}

interface OpenSite {
  readonly candidate: Candidate;
  readonly code: string;
  readonly capacity: number;
  readonly visitors: readonly Visitors[];
}

function describe({ candidate, code, capacity, visitors }: OpenSite, rules: PlanRules): PlannedSite {
  const { siting } = rules;
  const { existing } = candidate;
  const people = visitors.reduce((sum, one) => sum + one.people, 0);
  const isMobile = existing === undefined && people < siting.mobile_below;
  const hours = existing === undefined ? siting.open_hours : recordedHours(existing.open ?? '');
  const byPopulation = peopleByPopulation(visitors);
  return {
    code,
    kind: existing?.kind ?? (isMobile ? 'mobile' : 'drop_in'),
    place: candidate.place,
    openAsRecorded: existing?.open,
    days: existing === undefined ? daysOf(visitors, isMobile, siting) : [],
    hours,
    capacity,
    people,
    peopleWithin: visitors.reduce((sum, one) => sum + (one.minutes <= siting.minutes ? one.people : 0), 0),
    minutesMiddle: middleOf(visitors),
    minutesMost: visitors.length === 0 ? undefined : Math.max(...visitors.map(({ minutes }) => minutes)),
    populations: [...byPopulation.keys()].sort(),
    groupHours: hours === undefined ? [] : groupHoursOf(byPopulation, hours, siting.group_hours),
    security: candidate.security,
    isOpenedByPlan: existing === undefined,
    isFixed: candidate.isForced,
  };
}

/** The busiest days: as many as the rules say, at a mobile stop in proportion to its people. */
function daysOf(visitors: readonly Visitors[], isMobile: boolean, rules: SitingRules): Day[] {
  const people = visitors.reduce((sum, one) => sum + one.people, 0);
  const share = Math.ceil((rules.days_per_week * people) / rules.people_per_site);
  const days = isMobile ? Math.max(1, Math.min(rules.days_per_week, share)) : rules.days_per_week;
  return busiestDays(
    visitors.map(({ part }) => part),
    days,
  );
}

function peopleByPopulation(visitors: readonly Visitors[]): Map<string, number> {
  const people = new Map<string, number>();
  for (const { part, people: own } of visitors) {
    people.set(part.population, (people.get(part.population) ?? 0) + own);
  }
  return people;
}

/** Minutes by which half of the people have arrived. */
function middleOf(visitors: readonly Visitors[]): number | undefined {
  const total = visitors.reduce((sum, { people }) => sum + people, 0);
  let arrived = 0;
  for (const { people, minutes } of visitors.toSorted((a, b) => a.minutes - b.minutes)) {
    arrived += people;
    if (2 * arrived >= total) return minutes;
  }
  return undefined;
}

/** The first clock times in what sites.csv says of opening; undefined where there are none. */
function recordedHours(open: string): Hours | undefined {
  const found = /(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})/.exec(open);
  if (found === null) return undefined;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = found.slice(1).map(Number);
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  return { from, to: to > from ? to : to + 1440 };
}
