import type { Multiverse } from '../../estimate/multiverse.js';
import type { AreaEstimate, Estimates, Rate } from '../../model/estimate.js';
import { compareText, type Issue } from '../../model/issue.js';
import type { Triple } from '../../model/range.js';
import { apportion, apportionTriples, wholeTriple } from '../../model/rounding.js';
import { populationsOf, type Study } from '../../model/study.js';
import type { EstimateRow } from '../../model/tables/estimates.js';
import type { Microplan } from '../../plan/microplan.js';
import { positionOf } from '../../share/position.js';
import { forestViews } from './forest-view.js';
import { hoursView } from './hours-view.js';
import { lorenzView } from './lorenz-view.js';
import { methodsView } from './methods-view.js';
import { placesView } from './places-view.js';
import { planView } from './plan-view.js';
import type {
  EvidenceView,
  MetView,
  PointView,
  ReportPopulation,
  ReportView,
  RunView,
  SizeView,
} from './report-view.js';

/** Everything a full report is made from. */
export interface FullReport {
  readonly study: Study;
  readonly estimates: Estimates;
  readonly issues: readonly Issue[];
  readonly plan: Microplan | undefined;
  readonly multiverse: Multiverse | undefined;
  /** Estimates by other methods. */
  readonly others: readonly EstimateRow[];
  readonly run: RunView;
  /** Positions as recorded; without it they are coarse, to about 100 m. */
  readonly exact: boolean;
}

/** The report of the team (exact) or of the programme (coarse): everything but names and codes of spots and workers. */
export function fullView(report: FullReport): ReportView {
  const { study, estimates, exact } = report;
  const { settings } = study;
  const populations = populationsOf(study).flatMap(({ code, label }) =>
    populationView({ code, label }, { ...report }),
  );
  return {
    title: settings.title,
    country: settings.country,
    round: settings.round,
    audience: exact ? 'team' : 'programme',
    notes: settings.notes,
    credits: settings.credits,
    areaWord: settings.municipality_title,
    weekend: settings.weekend,
    populations,
    places: placesView(study, estimates.spots),
    plan: report.plan === undefined ? undefined : planView(report.plan, exact),
    forests: forestViews(report.others, populations),
    multiverse: report.multiverse,
    issues: report.issues,
    methods: methodsView(study, true),
    protection: undefined,
    run: report.run,
  };
}

function populationView(
  { code, label }: { readonly code: string; readonly label: string },
  { study, estimates, exact }: FullReport,
): ReportPopulation[] {
  const nation = estimates.national.find((row) => row.population === code);
  if (nation === undefined) return [];
  const whole = wholeTriple(nation);
  const figures = estimates.spots.filter(({ spot }) => spot.population === code);
  const own = <Row extends { readonly population: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.population === code);
  const areas = own(estimates.municipalities);
  const typologies = own(estimates.typologies);
  const areaWhole = areas.length === 0 ? [] : apportionTriples(areas, whole);
  const typeWhole = typologies.length === 0 ? [] : apportionTriples(typologies, whole);
  return [
    {
      code,
      label,
      nation: sizeView('', nation, { whole, share: 1, rate: nation.rate }),
      areas: areas
        .map((row, at) => sizeView(row.municipality, row, { whole: areaWhole[at] ?? whole, ...row }))
        .sort(bySize),
      typologies: typologies
        .map((row, at) => ({
          ...sizeView(row.typology, row, {
            whole: typeWhole[at] ?? whole,
            share: row.share,
            rate: undefined,
          }),
          mode: row.mode,
        }))
        .sort(bySize),
      evidence: evidenceOf(figures),
      met: metOf(nation, whole.estimate),
      week: estimates.week.find((week) => week.population === code && week.municipality === ''),
      hours: hoursView(figures, study.settings.weekend),
      lorenz: lorenzView(figures.map((figure) => figure.total.estimate)),
      trace: own(estimates.trace),
      points: figures.flatMap(({ spot, at }): PointView[] => {
        const position = positionOf(spot, exact);
        return position === undefined ? [] : [{ position, area: spot.municipality, persons: at.estimate }];
      }),
    },
  ];
}

const bySize = (a: SizeView, b: SizeView) =>
  (b.persons ?? 0) - (a.persons ?? 0) || compareText(a.name, b.name);

function sizeView(
  name: string,
  row: AreaEstimate,
  { whole, share, rate }: { readonly whole: Triple; readonly share: number; readonly rate: Rate | undefined },
): SizeView {
  const hasRange = row.estimateWithRange > 0 || row.rowsWithoutRange === 0;
  return {
    name,
    persons: whole.estimate,
    range: hasRange ? { low: whole.low, high: whole.high, basis: row.basis } : undefined,
    interval: hasRange ? row.interval : undefined,
    spots: row.spots,
    share,
    rate: rate === undefined ? undefined : { per1000: rate.per1000, denominator: rate.denominator },
    isHidden: false,
  };
}

function metOf({ byMode, elsewhere }: AreaEstimate, whole: number): MetView {
  const [places = 0, phone = 0, web = 0, others = 0] = apportion(
    [byMode.geo, byMode.phone, byMode.web, elsewhere],
    whole,
  );
  return { places, phone, web, elsewhere: others };
}

function evidenceOf(figures: Estimates['spots']): EvidenceView {
  const persons = figures.reduce((sum, { at }) => sum + at.estimate, 0);
  const validated = figures.filter(({ level }) => level === '2');
  const met = validated.reduce((sum, { at }) => sum + at.estimate, 0);
  return {
    spots: figures.length,
    remote: figures.filter(({ mode }) => mode !== 'geo').length,
    spotsWithoutRange: figures.filter(({ hasRange }) => !hasRange).length,
    validated: validated.length,
    validatedShare: persons > 0 ? met / persons : undefined,
  };
}
