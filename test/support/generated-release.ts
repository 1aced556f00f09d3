import { areaSums } from '../../src/share/protect/area-sums.js';
import type { PopulationCells, TrueCell } from '../../src/share/protect/true-cells.js';

type Random = () => number;

/** One population over invented regions, municipalities and typologies: many small cells, some empty, a few large. */
export function generatedCells(
  random: Random,
  options: { readonly typologies?: boolean } = {},
): PopulationCells {
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const regions = random() < 0.5 ? 0 : between(2, 4);
  const municipalities = Array.from({ length: between(2, 12) }, (_, at) =>
    invented(random, {
      table: 'municipalities',
      name: `m${at}`,
      region: regions === 0 ? undefined : `r${at % regions}`,
    }),
  );
  const nation = addUp({ table: 'national', name: '', region: undefined }, municipalities);
  const names = [...new Set(municipalities.flatMap((cell) => cell.region ?? []))];
  const areas = names.map((name) =>
    addUp(
      { table: 'regions', name, region: undefined },
      municipalities.filter((cell) => cell.region === name),
    ),
  );
  const typologies = options.typologies === true ? splitUp(nation, between(2, 5), random) : [];
  return { population: 'A', cells: [nation, ...areas, ...municipalities, ...typologies] };
}

type Place = Pick<TrueCell, 'table' | 'name' | 'region'>;

function invented(random: Random, place: Place): TrueCell {
  const size = random();
  const estimate =
    size < 0.1 ? 0 : size < 0.45 ? Math.floor(random() * 25) : Math.floor(20 + random() ** 2 * 800);
  const low = Math.floor(estimate * (0.4 + 0.6 * random()));
  const high = estimate + Math.floor(estimate * 0.6 * random());
  const spots = estimate === 0 ? 0 : 1 + Math.floor(random() * 14);
  return {
    ...place,
    persons: { low, estimate, high },
    hasRange: random() < 0.9,
    spots,
    largestShare: spots === 0 ? 0 : Math.min(1, 1 / spots + random() * 0.4),
    rate: undefined,
  };
}

function addUp(place: Place, parts: readonly TrueCell[]): TrueCell {
  const sum = (of: (cell: TrueCell) => number) => parts.reduce((total, cell) => total + of(cell), 0);
  const estimate = sum((cell) => cell.persons.estimate);
  const largest = Math.max(0, ...parts.map((cell) => cell.persons.estimate * cell.largestShare));
  return {
    ...place,
    persons: { low: sum((cell) => cell.persons.low), estimate, high: sum((cell) => cell.persons.high) },
    hasRange: true,
    spots: sum((cell) => cell.spots),
    largestShare: estimate === 0 ? 0 : largest / estimate,
    rate: undefined,
  };
}

/** The nation cut into kinds of spots. */
function splitUp(nation: TrueCell, count: number, random: Random): TrueCell[] {
  let left = nation.persons;
  return Array.from({ length: count }, (_, at) => {
    const share = at === count - 1 ? 1 : random() ** 2;
    const low = Math.floor(left.low * share);
    const estimate = low + Math.floor((left.estimate - left.low) * share);
    const high = estimate + Math.floor((left.high - left.estimate) * share);
    left = { low: left.low - low, estimate: left.estimate - estimate, high: left.high - high };
    const place = { table: 'typologies', name: `t${at}`, region: undefined } as const;
    return {
      ...place,
      persons: { low, estimate, high },
      hasRange: true,
      spots: 6,
      largestShare: 0.3,
      rate: undefined,
    };
  });
}

/** True when every total is the sum of its parts, end by end. */
export function addsUp({ cells }: PopulationCells): boolean {
  return areaSums(cells).every(({ total, parts }) =>
    (['low', 'estimate', 'high'] as const).every(
      (end) =>
        cells[total]?.persons[end] === parts.reduce((sum, part) => sum + (cells[part]?.persons[end] ?? 0), 0),
    ),
  );
}
