import type { PartsDone } from '../../estimate/estimate.js';
import type { AggregatedAudience } from '../../model/disclosure.js';
import type { Estimates } from '../../model/estimate.js';
import { compareText } from '../../model/issue.js';
import { populationsOf, type Study } from '../../model/study.js';
import { withoutPause } from '../../plan/search/limits.js';
import { AUDIENCES, type RulesInForce } from '../../share/audiences.js';
import type { ReleaseTable } from '../../share/protect/area-sums.js';
import { protectStepwise, type ReleasedCell } from '../../share/protect/protect-cells.js';
import { trueCells } from '../../share/protect/true-cells.js';
import { methodsView } from './methods-view.js';
import { placesView } from './places-view.js';
import type { ReportPopulation, ReportView, RunView, SizeView } from './report-view.js';

/** What a report for a partner or the public is made from. */
export interface ReleasedReport {
  readonly study: Study;
  readonly estimates: Estimates;
  readonly audience: AggregatedAudience;
  readonly inForce: RulesInForce;
  readonly run: RunView;
}

/**
 * The report of an aggregated audience: the cells `share` gives that audience and nothing else. No points, week,
 * concentration, trace, plan or issues, and no value the study states for a method, since each could undo what is hidden.
 */
export function releasedView(report: ReleasedReport): ReportView {
  return withoutPause(releasedViewStepwise(report));
}

/** The same, pausing where small cells are hidden, for whoever shows progress. */
export function* releasedViewStepwise({
  study,
  estimates,
  audience,
  inForce,
  run,
}: ReleasedReport): Generator<PartsDone, ReportView, void> {
  const { settings } = study;
  const { tables } = AUDIENCES[audience];
  const cells = yield* protectStepwise(trueCells(study, estimates, tables), inForce.rules);
  const hidden = cells.filter((cell) => cell.isHidden).length;
  const populations = populationsOf(study).flatMap(({ code, label }): ReportPopulation[] => {
    const own = cells.filter((cell) => cell.population === code);
    const nation = own.find((cell) => cell.table === 'national');
    if (nation === undefined) return [];
    const sized = (table: ReleaseTable) =>
      own
        .filter((cell) => cell.table === table)
        .map((cell) => sizeView(cell, nation.estimate))
        .sort((a, b) => (b.persons ?? -1) - (a.persons ?? -1) || compareText(a.name, b.name));
    return [
      {
        code,
        label,
        nation: sizeView(nation, nation.estimate),
        areas: sized('municipalities'),
        typologies: tables.includes('typologies')
          ? sized('typologies').map((size) => ({ ...size, mode: undefined }))
          : undefined,
        evidence: undefined,
        met: undefined,
        week: undefined,
        hours: undefined,
        lorenz: undefined,
        trace: undefined,
        points: undefined,
      },
    ];
  });
  return {
    title: settings.title,
    country: settings.country,
    round: settings.round,
    audience,
    notes: settings.notes,
    credits: settings.credits,
    areaWord: settings.municipality_title,
    weekend: settings.weekend,
    populations,
    places: { ...placesView(study, []), located: 0, spots: 0 },
    plan: undefined,
    forests: [],
    multiverse: undefined,
    issues: undefined,
    methods: methodsView(study, false),
    protection: { rules: inForce.rules, shown: cells.length - hidden, hidden },
    run,
  };
}

function sizeView(cell: ReleasedCell, total: number | undefined): SizeView {
  const { name, low, estimate, high, rate } = cell;
  const hasRange = low !== undefined && high !== undefined;
  return {
    name,
    persons: estimate,
    range: hasRange ? { low, high, basis: 'extremes' } : undefined,
    interval: undefined,
    spots: cell.spotsAtLeast,
    share:
      estimate === undefined || total === undefined || total === 0
        ? undefined
        : Math.round((100 * estimate) / total) / 100,
    rate:
      estimate === undefined || rate === undefined
        ? undefined
        : { per1000: (1000 * estimate) / rate.persons, denominator: rate.denominator },
    isHidden: cell.isHidden,
  };
}
