import { compareText } from '../../model/issue.js';
import type { Report, Study } from '../../model/study.js';
import { exactSum } from '../../stats/exact-sum.js';
import type { Figures } from '../figures.js';
import { NOT_STATED, type TrackedFigure } from './tracked-figure.js';

/** Where the level 1 figures of a population stand. */
export interface LevelOneSource {
  readonly study: Study;
  readonly population: string;
  /** Persons said at level 1 of spots that have both levels, by spot. */
  readonly levelOne: ReadonlyMap<string, number>;
}

/** The settled figures that have level 1 persons, with who said them; the others are left out. By spot code. */
export function trackFigures(all: Figures, source: LevelOneSource): TrackedFigure[] {
  if (source.levelOne.size === 0 && !all.parts.levels.includes(1)) return [];
  const figures = all.all;
  const reports = levelOneReports(source);
  return figures.flatMap((figure) => {
    const { spot, level, usual } = figure;
    const said = level === '1' ? usual.estimate : source.levelOne.get(spot.spot_id);
    if (said === undefined) return [];
    return [
      {
        spotId: spot.spot_id,
        said,
        found: level === '2' ? usual.estimate : undefined,
        typology: spot.typology ?? NOT_STATED,
        municipality: spot.municipality ?? NOT_STATED,
        ...whoSaid(said, reports.get(spot.spot_id) ?? []),
      },
    ];
  });
}

function levelOneReports({ study, population }: LevelOneSource): Map<string, Report[]> {
  const bySpot = new Map<string, Report[]>();
  for (const report of study.reports) {
    if (report.population !== population || report.level !== '1') continue;
    const of = bySpot.get(report.spot_id);
    if (of === undefined) bySpot.set(report.spot_id, [report]);
    else of.push(report);
  }
  return bySpot;
}

type Informants = Pick<TrackedFigure, 'informants' | 'saidBy'>;

/** Share of all persons reported that each type of informant reported; by number of reports where all say nobody. */
function whoSaid(said: number, reports: readonly Report[]): Informants {
  if (reports.length === 0) {
    return { informants: new Map([[NOT_STATED, 1]]), saidBy: new Map([[NOT_STATED, said]]) };
  }
  const byType = new Map<string, number[]>();
  for (const { informant_type: type = NOT_STATED, min, max } of reports) {
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
