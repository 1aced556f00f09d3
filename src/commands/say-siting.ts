import { formatPersons } from '../draw/text-table.js';
import type { Microplan } from '../plan/microplan.js';

/** What the plan says of sites: how many and why, whom they reach, and which serve too many; nothing without siting. */
export function sitingLines({ siting, rules }: Microplan): string[] {
  if (siting === undefined) return [];
  const { method, minutes, people_per_site: most } = rules.siting;
  const { sites, people, peopleWithin, neededByPeople, places } = siting;
  const kept = sites.filter((site) => !site.isOpenedByPlan).length;
  const full = sites.filter((site) => site.people > site.capacity).length;
  const unsafe = sites.filter((site) => (site.security ?? 0) >= 4).length;
  const reach = people === 0 ? '' : ` (${Math.floor((100 * peopleWithin) / people)}%)`;
  return [
    '',
    `sites: ${sites.length} open by ${method}, ${kept} of them already there; ${places} places could be chosen`,
    `  ${formatPersons(peopleWithin)} of ${formatPersons(people)} people${reach} within ${minutes} minutes one way`,
    `  ${formatPersons(people)} people at ${most} a site take ${neededByPeople} sites (F15)`,
    ...(full === 0 ? [] : [`  ${full} of the sites would serve more people than they have room for`]),
    ...(unsafe === 0
      ? []
      : [`  ${unsafe} sites kept stand among spots of security level 4 or 5: check them first`]),
    ...(sites.length > 0 ? [] : ['  no site can open: every place is barred, out of reach, or too small']),
  ];
}
