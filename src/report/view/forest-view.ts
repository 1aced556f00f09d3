import { SYNTHESES } from '../../methods/combine/cards.js';
import { sourceOf } from '../../methods/combine/combine-estimates.js';
import { combineSources } from '../../methods/combine/synthesis.js';
import { selectSources, type SourceEstimate } from '../../methods/combine/sources.js';
import { sizingsOf } from '../../methods/attempt.js';
import { EstimationError } from '../../model/estimation-error.js';
import { compareText } from '../../model/issue.js';
import type { EstimateRow } from '../../model/tables/estimates.js';
import type { ForestRow, ForestView, ReportPopulation } from './report-view.js';

/** The estimates of other methods by population and place, joined where that can be, with the study's own beside them. */
export function forestViews(
  rows: readonly EstimateRow[],
  populations: readonly ReportPopulation[],
): ForestView[] {
  const groups = new Map<string, EstimateRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.population ?? '', row.municipality ?? '', row.round ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => forestOf(group, populations));
}

function forestOf(rows: readonly EstimateRow[], populations: readonly ReportPopulation[]): ForestView {
  const [first] = rows;
  const population = first?.population ?? '';
  const place = first?.municipality ?? '';
  const view = {
    population,
    place: [place, first?.round ?? ''].filter((text) => text !== '').join(' · '),
    own: ownRow(population, place, populations),
  };
  const asIs = rows.map((row) => rowOf(sourceOf(row)));
  try {
    const { kept, excluded } = selectSources(rows.map(sourceOf));
    const attempts = combineSources(kept);
    const sizings = sizingsOf(attempts);
    const refused = attempts.flatMap((made) => ('refusal' in made ? [made.refusal] : []));
    return {
      ...view,
      sources: kept.map(rowOf),
      leftOut: excluded.map(({ method, estimate, reason }) => ({ name: method, persons: estimate, reason })),
      joined: sizings.map(({ method, low, estimate, high, basis, level }) => ({
        name: titleOf(method),
        persons: estimate,
        range: { low, high },
        basis,
        level,
      })),
      refusal: sizings.length === 0 ? refused[0] : undefined,
    };
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    return { ...view, sources: asIs, leftOut: [], joined: [], refusal: error.message };
  }
}

/** What a synthesis is called on its card. */
function titleOf(method: string): string {
  const card = SYNTHESES.variants.find(({ id }) => `${SYNTHESES.id}.${id}` === method);
  return card?.title ?? method;
}

function rowOf(source: SourceEstimate): ForestRow {
  const { low, high, method, estimate, basis, level } = source;
  const range = low === undefined || high === undefined ? undefined : { low, high };
  return { name: method, persons: estimate, range, basis, level };
}

/** What the study counted itself of that population, in that municipality where one is named. */
function ownRow(
  code: string,
  place: string,
  populations: readonly ReportPopulation[],
): ForestRow | undefined {
  const population = populations.find((candidate) => candidate.code === code);
  const size = place === '' ? population?.nation : population?.areas.find(({ name }) => name === place);
  if (size?.persons === undefined) return undefined;
  return { name: '', persons: size.persons, range: size.range, basis: size.range?.basis, level: undefined };
}
