import { roundTo } from '../formats/number.js';
import { tabulate, type OutputColumn, type Table } from '../model/table.js';
import type { Sizing } from './sizing.js';

/** What an estimate is of and made from, as the person who made it says. */
export interface Subject {
  readonly population: string;
  readonly municipality: string;
  readonly round: string;
  readonly source: string;
}

/** A sizing with what it is of. */
export type SizedSubject = Subject & Sizing;

const orMissing = (text: string) => (text === '' ? undefined : text);

/** Columns of estimates.csv. */
export const SIZING_COLUMNS: readonly OutputColumn<SizedSubject>[] = [
  { name: 'population', meaning: 'population by code', of: (row) => orMissing(row.population) },
  {
    name: 'municipality',
    meaning: 'place the estimate is for; empty = the whole study area',
    of: (row) => orMissing(row.municipality),
  },
  { name: 'round', meaning: 'mapping or survey round', of: (row) => orMissing(row.round) },
  { name: 'method', meaning: 'how it was made; spotwise explain knows the name', of: (row) => row.method },
  { name: 'low', meaning: 'low end of the range, persons', of: (row) => roundTo(row.low, 1) },
  { name: 'estimate', meaning: 'the estimate, persons', of: (row) => roundTo(row.estimate, 1) },
  { name: 'high', meaning: 'high end of the range, persons', of: (row) => roundTo(row.high, 1) },
  {
    name: 'basis',
    meaning: 'what low and high are: extremes, confidence, credible or spread',
    of: (row) => row.basis,
  },
  { name: 'level', meaning: 'probability the range claims, 0 to 1', of: (row) => row.level },
  {
    name: 'source',
    meaning: 'data it was made from; rows that name the same source are not independent',
    of: (row) => orMissing(row.source),
  },
  {
    name: 'caveats',
    meaning: 'kind of interval and what a reader must know before using it',
    of: (row) => [`interval: ${row.interval}`, ...row.caveats].join('; '),
  },
];

/** The column that stands only where some row rests on other data. */
const DEPENDS_ON: OutputColumn<SizedSubject> = {
  name: 'depends_on',
  meaning: 'source whose data also enter the row, such as a mapping used as its prior',
  of: (row) => row.dependsOn,
};

/** A sizing that may say itself what it is of. */
export type PlacedSizing = Sizing & Partial<Subject>;

/**
 * The table estimates.csv of these sizings, in the order given; persons with at most one decimal. A last column
 * depends_on stands where some row rests on other data.
 */
export function sizingTable(subject: Subject, sizings: readonly PlacedSizing[]): Table {
  const rests = sizings.some((sizing) => sizing.dependsOn !== undefined);
  return tabulate(
    'estimates',
    rests ? [...SIZING_COLUMNS, DEPENDS_ON] : SIZING_COLUMNS,
    sizings.map((sizing) => ({ ...subject, ...sizing })),
  );
}
