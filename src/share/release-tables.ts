import { roundTo } from '../formats/number.js';
import { compareText } from '../model/issue.js';
import { tabulate, type OutputColumn, type Table } from '../model/table.js';
import type { ReleaseTable } from './protect/area-sums.js';
import type { ReleasedCell } from './protect/protect-cells.js';

/** A released cell with what its row can say from published figures alone. */
interface ReleaseRow {
  readonly cell: ReleasedCell;
  readonly label: string;
  /** The published total of the population, where it is published. */
  readonly total: number | undefined;
}

const POPULATION: OutputColumn<ReleaseRow> = {
  name: 'population',
  meaning: 'code or letter of the population',
  of: ({ label }) => label,
};

const FIGURES: readonly OutputColumn<ReleaseRow>[] = [
  {
    name: 'spots_at_least',
    meaning: 'there are at least so many spots',
    of: ({ cell }) => cell.spotsAtLeast,
  },
  { name: 'low', meaning: 'low end of the range, persons, rounded down', of: ({ cell }) => cell.low },
  { name: 'estimate', meaning: 'estimated persons, rounded', of: ({ cell }) => cell.estimate },
  { name: 'high', meaning: 'high end of the range, persons, rounded up', of: ({ cell }) => cell.high },
];

const SHARE: OutputColumn<ReleaseRow> = {
  name: 'share',
  meaning: 'rounded estimate divided by the rounded national estimate, 0 to 1',
  of: ({ cell, total }) =>
    cell.estimate === undefined || !total ? undefined : roundTo(cell.estimate / total, 2),
};

const RATE: readonly OutputColumn<ReleaseRow>[] = [
  {
    name: 'per_1000',
    meaning: 'rounded estimate per 1,000 of the denominator',
    of: ({ cell }) =>
      cell.estimate === undefined || cell.rate === undefined
        ? undefined
        : roundTo((1000 * cell.estimate) / cell.rate.persons, 1),
  },
  {
    name: 'denominator',
    meaning: 'whom the rate is per 1,000 of',
    of: ({ cell }) => (cell.estimate === undefined ? undefined : cell.rate?.denominator),
  },
  {
    name: 'denominator_persons',
    meaning: 'persons in the denominator',
    of: ({ cell }) => (cell.estimate === undefined ? undefined : cell.rate?.persons),
  },
];

const HIDDEN: OutputColumn<ReleaseRow> = {
  name: 'hidden',
  meaning: 'yes = not shown, because it is small or because it would give a small one away',
  of: ({ cell }) => (cell.isHidden ? 'yes' : undefined),
};

const named = (name: string, meaning: string): OutputColumn<ReleaseRow> => ({
  name,
  meaning,
  of: ({ cell }) => cell.name,
});

const REGION: OutputColumn<ReleaseRow> = {
  name: 'region',
  meaning: 'region the municipality belongs to',
  of: ({ cell }) => cell.region,
};

/** Columns of the tables of partner and public outputs. Nothing else may stand in them. */
export const RELEASE_COLUMNS: Readonly<Record<ReleaseTable, readonly OutputColumn<ReleaseRow>[]>> = {
  national: [POPULATION, ...FIGURES, ...RATE, HIDDEN],
  regions: [named('region', 'name of the region'), POPULATION, ...FIGURES, SHARE, ...RATE, HIDDEN],
  municipalities: [
    named('municipality', 'name of the municipality; unassigned = not known'),
    POPULATION,
    REGION,
    ...FIGURES,
    SHARE,
    ...RATE,
    HIDDEN,
  ],
  typologies: [named('typology', 'kind of spot'), POPULATION, ...FIGURES, SHARE, HIDDEN],
};

export const RELEASE_TABLES = Object.keys(RELEASE_COLUMNS) as ReleaseTable[];

/** The released cells as tables, sorted by name and population. Hidden cells are empty but for the word `yes`. */
export function releaseTables(
  cells: readonly ReleasedCell[],
  labelOf: (population: string) => string,
): Table[] {
  const totals = new Map(
    cells.filter((cell) => cell.table === 'national').map((cell) => [cell.population, cell.estimate]),
  );
  return RELEASE_TABLES.flatMap((name) => {
    const rows = cells
      .filter((cell) => cell.table === name)
      .map((cell) => ({ cell, label: labelOf(cell.population), total: totals.get(cell.population) }))
      .sort((a, b) => compareText(a.cell.name, b.cell.name) || compareText(a.label, b.label));
    return rows.length === 0 ? [] : [tabulate(name, RELEASE_COLUMNS[name], rows)];
  });
}
