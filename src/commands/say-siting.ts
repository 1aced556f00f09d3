import type { TerminalWords } from '../draw/words/terminal/english.js';
import type { Microplan } from '../plan/microplan.js';

/** What the plan says of sites: how many and why, whom they reach, and which serve too many; nothing without siting. */
export function sitingLines(
  { siting, rules }: Microplan,
  { study: { sites: say } }: TerminalWords,
): string[] {
  if (siting === undefined) return [];
  const { method, minutes, people_per_site: most } = rules.siting;
  const { sites, people, peopleWithin, neededByPeople, places } = siting;
  const kept = sites.filter((site) => !site.isOpenedByPlan).length;
  const full = sites.filter((site) => site.people > site.capacity).length;
  const unsafe = sites.filter((site) => (site.security ?? 0) >= 4).length;
  const share = people === 0 ? undefined : Math.floor((100 * peopleWithin) / people) / 100;
  return [
    '',
    say.open(sites.length, method, kept, places),
    `  ${say.within(peopleWithin, people, share, minutes)}`,
    `  ${say.needed(people, most, neededByPeople)}`,
    ...(full === 0 ? [] : [`  ${say.full(full)}`]),
    ...(unsafe === 0 ? [] : [`  ${say.unsafe(unsafe)}`]),
    ...(sites.length > 0 ? [] : [`  ${say.none}`]),
  ];
}
