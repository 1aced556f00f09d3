import { roundTo } from '../../formats/number.js';
import { tabulate, type OutputColumn, type Table } from '../../model/table.js';
import type { ComparedArea, ComparedDecay, Comparison, Revisit } from './compare-rounds.js';
import { codeOf, type MatchedSpot } from './match-spots.js';

const persons = (value: number | undefined) => (value === undefined ? undefined : roundTo(value, 1));
const share = (value: number | undefined) => (value === undefined ? undefined : roundTo(value, 4));
const orMissing = (text: string) => (text === '' ? undefined : text);

/** Columns of spot_changes.csv. */
export const SPOT_CHANGE_COLUMNS: readonly OutputColumn<MatchedSpot>[] = [
  {
    name: 'spot_id',
    meaning: 'code of the spot, in the later round where it is there',
    of: (row) => codeOf(row),
  },
  {
    name: 'earlier_spot_id',
    meaning: 'code in the earlier round, where it was another',
    of: (row) => {
      const before = row.earlier?.spot.spot_id;
      return before === codeOf(row) ? undefined : before;
    },
  },
  { name: 'population', meaning: 'code of the population', of: (row) => row.population },
  { name: 'municipality', meaning: 'municipality of the spot', of: (row) => orMissing(row.municipality) },
  { name: 'fate', meaning: 'what became of the spot: kept, moved, lost or new', of: (row) => row.fate },
  {
    name: 'matched_by',
    meaning: 'how the spots of two rounds were told to be one: code or place',
    of: (row) => row.matchedBy,
  },
  {
    name: 'moved_m',
    meaning: 'metres between the positions of two rounds, to 10 m',
    of: (row) => (row.km === undefined ? undefined : 10 * Math.round(100 * row.km)),
  },
  {
    name: 'confirmed_gone',
    meaning: 'yes where the later round found the spot gone; empty where it is only not listed',
    of: (row) => (row.isConfirmedGone ? 'yes' : undefined),
  },
  {
    name: 'earlier',
    meaning: 'persons at the earlier round',
    of: (row) => persons(row.earlier?.at.estimate),
  },
  { name: 'later', meaning: 'persons at the later round', of: (row) => persons(row.later?.at.estimate) },
];

/** Columns of change.csv. */
export const CHANGE_COLUMNS: readonly OutputColumn<ComparedArea>[] = [
  { name: 'population', meaning: 'code of the population', of: (row) => row.population },
  {
    name: 'municipality',
    meaning: 'municipality; empty = all together',
    of: (row) => orMissing(row.municipality),
  },
  { name: 'kept', meaning: 'spots of both rounds', of: (row) => row.spots.kept },
  { name: 'moved', meaning: 'spots of both rounds that stand elsewhere', of: (row) => row.spots.moved },
  { name: 'lost', meaning: 'spots of the earlier round only', of: (row) => row.spots.lost },
  { name: 'new', meaning: 'spots of the later round only', of: (row) => row.spots.new },
  { name: 'earlier', meaning: 'persons at the earlier round', of: (row) => persons(row.earlier) },
  { name: 'later', meaning: 'persons at the later round', of: (row) => persons(row.later) },
  { name: 'change', meaning: 'persons later less earlier', of: (row) => persons(row.change.change) },
  {
    name: 'low',
    meaning: 'lowest change the reported extremes allow, persons',
    of: (row) => persons(row.change.extremes.low),
  },
  {
    name: 'high',
    meaning: 'highest change the reported extremes allow, persons',
    of: (row) => persons(row.change.extremes.high),
  },
  { name: 'basis', meaning: 'what low and high are', of: () => 'extremes' },
  {
    name: 'interval_low',
    meaning: 'low end of the computed interval of the change',
    of: (row) => persons(row.change.interval?.low),
  },
  {
    name: 'interval_high',
    meaning: 'high end of the computed interval of the change',
    of: (row) => persons(row.change.interval?.high),
  },
  {
    name: 'interval_basis',
    meaning: 'what the interval is: confidence or spread',
    of: (row) => row.change.interval?.basis,
  },
  { name: 'ratio', meaning: 'later over earlier', of: (row) => share(row.change.ratio) },
  {
    name: 'ratio_low',
    meaning: 'low end of the ratio, basis as interval_basis',
    of: (row) => share(row.change.ratioInterval?.low),
  },
  {
    name: 'ratio_high',
    meaning: 'high end of the ratio',
    of: (row) => share(row.change.ratioInterval?.high),
  },
  {
    name: 'at_kept',
    meaning: 'persons of the change at spots kept or moved',
    of: (row) => persons(row.atKept),
  },
  {
    name: 'at_lost',
    meaning: 'persons of the change at spots lost, below 0',
    of: (row) => persons(row.atLost),
  },
  { name: 'at_new', meaning: 'persons of the change at new spots', of: (row) => persons(row.atNew) },
  {
    name: 'elsewhere',
    meaning: 'persons of the change that are not at spots',
    of: (row) => persons(row.elsewhere),
  },
  {
    name: 'per_spot_ratio',
    meaning: 'persons later over earlier at spots of both rounds',
    of: (row) => share(row.perSpot?.estimate),
  },
  {
    name: 'per_spot_low',
    meaning: 'low end of that ratio, 95% confidence',
    of: (row) => share(row.perSpot?.low),
  },
  {
    name: 'per_spot_high',
    meaning: 'high end of that ratio, 95% confidence',
    of: (row) => share(row.perSpot?.high),
  },
];

/** Columns of decay.csv. */
export const DECAY_COLUMNS: readonly OutputColumn<ComparedDecay>[] = [
  { name: 'population', meaning: 'code of the population', of: (row) => row.population },
  { name: 'years', meaning: 'years between the rounds', of: (row) => roundTo(row.decay.years, 2) },
  {
    name: 'spots',
    meaning: 'spots of the earlier map where people meet in person',
    of: (row) => row.decay.spots,
  },
  { name: 'standing', meaning: 'of these, still where the map says', of: (row) => row.decay.standing },
  { name: 'standing_share', meaning: 'share of them', of: (row) => share(row.decay.share.estimate) },
  {
    name: 'standing_low',
    meaning: 'low end of that share, 95% confidence',
    of: (row) => share(row.decay.share.low),
  },
  {
    name: 'standing_high',
    meaning: 'high end of that share, 95% confidence',
    of: (row) => share(row.decay.share.high),
  },
  {
    name: 'persons_share',
    meaning: 'share of the earlier map’s persons at spots that still stand',
    of: (row) => share(row.personsShare),
  },
  {
    name: 'a_year',
    meaning: 'share standing after one year, at one rate',
    of: (row) => share(row.decay.aYear.estimate),
  },
  {
    name: 'half_life_years',
    meaning: 'years until half the spots are gone',
    of: (row) => yearsOf(row.decay.halfLife?.estimate),
  },
  {
    name: 'half_life_low',
    meaning: 'low end of the half-life, years, 95% confidence',
    of: (row) => yearsOf(row.decay.halfLife?.low),
  },
  {
    name: 'half_life_high',
    meaning: 'high end of the half-life, years; empty = no end',
    of: (row) => yearsOf(row.decay.halfLife?.high),
  },
  {
    name: 'ahead_share',
    meaning: 'share of the later map still standing after the years ahead',
    of: (row) => share(row.ahead.estimate),
  },
  { name: 'ahead_low', meaning: 'low end of that share', of: (row) => share(row.ahead.low) },
  { name: 'ahead_high', meaning: 'high end of that share', of: (row) => share(row.ahead.high) },
];

function yearsOf(value: number | undefined): number | undefined {
  return value === undefined ? undefined : roundTo(value, 2);
}

/** Columns of revisit.csv. */
export const REVISIT_COLUMNS: readonly OutputColumn<Revisit>[] = [
  { name: 'spot_id', meaning: 'code of the spot', of: (row) => row.spotId },
  { name: 'population', meaning: 'code of the population', of: (row) => row.population },
  { name: 'municipality', meaning: 'municipality of the spot', of: (row) => orMissing(row.municipality) },
  { name: 'persons', meaning: 'persons at the later round', of: (row) => persons(row.persons) },
  {
    name: 'chance_gone',
    meaning: 'chance that the spot is gone after the years ahead',
    of: (row) => share(row.chanceGone),
  },
  {
    name: 'priority',
    meaning: 'persons times that chance: see the largest first',
    of: (row) => persons(row.priority),
  },
];

/** The tables of a comparison. */
export function comparisonTables(comparison: Comparison): Table[] {
  return [
    tabulate('change', CHANGE_COLUMNS, comparison.areas),
    tabulate('spot_changes', SPOT_CHANGE_COLUMNS, comparison.spots),
    tabulate('decay', DECAY_COLUMNS, comparison.decays),
    tabulate('revisit', REVISIT_COLUMNS, comparison.revisit),
  ];
}
