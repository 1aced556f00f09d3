import type { Part } from './microplan.js';

/**
 * The parts that are served first so that every population in every municipality reaches the floor: the fewest, largest
 * ones whose people make up that share. None where the floor is 0.
 */
export function floorParts(parts: readonly Part[], floor: number): ReadonlySet<string> {
  const groups = new Map<string, Part[]>();
  for (const part of floor > 0 ? parts : []) {
    const key = JSON.stringify([part.population, part.place.municipality]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  const first = new Set<string>();
  for (const group of groups.values()) {
    const wanted = floor * group.reduce((sum, part) => sum + part.people.estimate, 0);
    let people = 0;
    for (const part of [...group].sort((a, b) => b.people.estimate - a.people.estimate)) {
      if (people >= wanted) break;
      first.add(part.id);
      people += part.people.estimate;
    }
  }
  return first;
}
