import { reportTable } from '../../columns/study-tables.js';
import { compareText } from '../../model/issue.js';
import type { Study } from '../../model/study.js';
import { exactSum } from '../../stats/exact-sum.js';
import type { Figures } from '../figures.js';
import { reportRowsOf } from '../spot-figures.js';
import { NOT_STATED, type TrackedFigure } from './tracked-figure.js';

/** Where the level 1 figures of a population stand. */
export interface LevelOneSource {
  readonly study: Study;
  readonly population: string;
  /** Persons said at level 1 of spots that have both levels, by spot. */
  readonly levelOne: ReadonlyMap<string, number>;
}

/** The settled figures that have level 1 persons, with who said them; the others are left out. By spot code. */
export function trackFigures(figures: Figures, source: LevelOneSource): TrackedFigure[] {
  const { levels, usual, rows } = figures.parts;
  if (source.levelOne.size === 0 && !levels.includes(1)) return [];
  const reportsAt = levelOneReports(source.study);
  const tracked: TrackedFigure[] = [];
  for (let at = 0; at < figures.length; at += 1) {
    const spotId = figures.text('spot_id', at) ?? '';
    const estimate = usual.estimate[at] ?? 0;
    const said = levels[at] === 1 ? estimate : source.levelOne.get(spotId);
    if (said === undefined) continue;
    tracked.push({
      spotId,
      said,
      found: levels[at] === 2 ? estimate : undefined,
      typology: figures.text('typology', at) ?? NOT_STATED,
      municipality: figures.text('municipality', at) ?? NOT_STATED,
      ...whoSaid(said, reportsAt(rows[at] ?? 0)),
    });
  }
  return tracked;
}

/** What one informant said at level 1. */
interface LevelOneReport {
  readonly type: string;
  readonly min: number;
  readonly max: number;
}

/** The level 1 reports of the spot in a row. */
function levelOneReports(study: Study): (row: number) => LevelOneReport[] {
  const reports = reportTable(study);
  const reportsOf = reportRowsOf(study);
  const isLevelOne = reports.sayOf('level', 0, (level) => Number(level === '1'));
  const [minOf, maxOf] = [reports.numberAt('min'), reports.numberAt('max')];
  return (row) =>
    Array.from(reportsOf(row))
      .filter((report) => isLevelOne(report) === 1)
      .map((report) => ({
        type: reports.textAt('informant_type', report) ?? NOT_STATED,
        min: minOf(report),
        max: maxOf(report),
      }));
}

type Informants = Pick<TrackedFigure, 'informants' | 'saidBy'>;

/** Share of all persons reported that each type of informant reported; by number of reports where all say nobody. */
function whoSaid(said: number, reports: readonly LevelOneReport[]): Informants {
  if (reports.length === 0) {
    return { informants: new Map([[NOT_STATED, 1]]), saidBy: new Map([[NOT_STATED, said]]) };
  }
  const byType = new Map<string, number[]>();
  for (const { type, min, max } of reports) {
    byType.set(type, [...(byType.get(type) ?? []), (min + max) / 2]);
  }
  const isEmpty = reports.every((report) => report.max <= 0);
  const sums = [...byType]
    .sort(([a], [b]) => compareText(a, b))
    .map(([type, persons]) => ({ type, sum: exactSum(persons), reports: persons.length }));
  const total = isEmpty ? reports.length : exactSum(sums.map(({ sum }) => sum));
  return {
    informants: new Map(sums.map((of) => [of.type, (isEmpty ? of.reports : of.sum) / total])),
    saidBy: new Map(sums.map((of) => [of.type, of.sum / of.reports])),
  };
}
