import { sumTriples } from '../../model/range.js';
import { apportion } from '../../model/rounding.js';
import { planFeatures } from '../../plan/features.js';
import { reachOf } from '../../plan/needs.js';
import type { Change, GapReason, Microplan, PlannedPart } from '../../plan/microplan.js';
import { positionOf } from '../../share/position.js';
import type {
  CatchmentView,
  PlanPopulation,
  PlanView,
  PointView,
  ReasonView,
  WorkerLoad,
} from './report-view.js';

/** The microplan as the page shows it: by population, without codes of spots or workers. */
export function planView(plan: Microplan, exact: boolean): PlanView {
  const catchments = new Map(
    planFeatures(plan, { exact }).map((feature) => [
      feature.id,
      feature.geometry.type === 'MultiPolygon' ? feature.geometry.coordinates[0]?.[0] : undefined,
    ]),
  );
  return {
    isConflict: plan.isConflict,
    target: plan.rules.coverage,
    isSlots: plan.workers.some(({ worker }) => worker.isSlot),
    populations: plan.coverage.map((coverage): PlanPopulation => {
      const { population } = coverage;
      const parts = plan.parts.filter(({ part }) => part.population === population);
      const visited = parts.filter(({ status }) => status === 'planned');
      const { covered, uncovered } = reachOf(coverage);
      const workers = plan.workers.filter(
        ({ worker, spots }) => spots > 0 && worker.populations.includes(population),
      );
      const needs = plan.needs.filter((need) => need.population === population && need.met === 'place');
      return {
        code: population,
        people: coverage.total,
        covered,
        uncovered,
        reasons: reasonsOf(parts, uncovered),
        workers: workers
          .map(({ worker, people }): WorkerLoad => ({ people: people.estimate, most: worker.mostPeople }))
          .sort((a, b) => b.people / b.most - a.people / a.most || b.people - a.people),
        visitsPerMonth: visited.reduce((sum, part) => sum + part.visitsPlanned, 0),
        spotsPlanned: new Set(visited.map(({ part }) => part.spot)).size,
        needWorkers: needs.length === 0 ? undefined : sumTriples(needs.map((need) => need.workers)),
        chanceOfTarget: coverage.chanceOfTarget,
        catchments: workers.flatMap(({ worker, people, spots }): CatchmentView[] => {
          const ring = catchments.get(worker.code);
          return ring === undefined ? [] : [{ ring, people: people.estimate, spots }];
        }),
        gaps: parts.flatMap((part) => gapPoint(part, exact)),
        areas: areasOf(parts),
      };
    }),
  };
}

function gapPoint({ part, gap }: PlannedPart, exact: boolean): PointView[] {
  const position = positionOf(part.figure.spot, exact);
  return gap === undefined || position === undefined || part.people.estimate === 0
    ? []
    : [{ position, area: part.place.municipality, persons: part.people.estimate }];
}

/** Persons of the total that a part stands for, never more than are met there. */
function personsOf({ part }: PlannedPart): number {
  const { at, total } = part.figure;
  return at.estimate > 0
    ? part.people.estimate * Math.min(1, total.estimate / at.estimate)
    : part.people.estimate;
}

/** The uncovered by reason, most first, in whole persons that add up to all who are uncovered; who is at no spot is the rest. */
function reasonsOf(parts: readonly PlannedPart[], uncovered: number): ReasonView[] {
  const groups = new Map<
    GapReason,
    { persons: number; spots: Set<string>; changes: Map<Change['kind'], number> }
  >();
  for (const planned of parts) {
    const { gap, part } = planned;
    if (gap === undefined) continue;
    const group = groups.get(gap.reason) ?? { persons: 0, spots: new Set(), changes: new Map() };
    const persons = personsOf(planned);
    group.persons += persons;
    group.spots.add(part.spot);
    group.changes.set(gap.change.kind, (group.changes.get(gap.change.kind) ?? 0) + persons);
    groups.set(gap.reason, group);
  }
  const known = [...groups].map(([reason, group]) => ({
    reason,
    persons: group.persons,
    spots: group.spots.size,
    change: [...group.changes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ('new_count' as const),
  }));
  const rest = uncovered - known.reduce((sum, row) => sum + row.persons, 0);
  const rows: ReasonView[] =
    rest > 0.5
      ? [...known, { reason: 'not_met_at_spots', persons: rest, spots: 0, change: 'networks' }]
      : known;
  const sum = rows.reduce((all, row) => all + row.persons, 0);
  const whole = apportion(
    rows.map((row) => (sum > 0 ? (row.persons * uncovered) / sum : 0)),
    rows.length === 0 || sum === 0 ? 0 : uncovered,
  );
  return rows
    .map((row, at) => ({ ...row, persons: whole[at] ?? 0 }))
    .filter((row) => row.persons > 0)
    .sort((a, b) => b.persons - a.persons);
}

function areasOf(parts: readonly PlannedPart[]): PlanPopulation['areas'] {
  const areas = new Map<string, { people: number; covered: number }>();
  for (const { part, status } of parts) {
    const name = part.place.municipality;
    if (name === undefined) continue;
    const area = areas.get(name) ?? { people: 0, covered: 0 };
    area.people += part.people.estimate;
    if (status === 'planned') area.covered += part.people.estimate;
    areas.set(name, area);
  }
  return [...areas].map(([name, area]) => ({ name, ...area }));
}
