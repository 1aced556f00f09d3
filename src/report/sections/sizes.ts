import { scaleLinear } from 'd3-scale';
import { markup, type Markup } from '../../draw/markup.js';
import { bracketBar, dataTable, rangeBar, whenOf, type Drawing, type Section } from '../parts.js';
import type { ReportPopulation } from '../view/report-view.js';

/** National estimates on one scale: the range of answers and the computed interval drawn apart and named. */
export function sizes(drawing: Drawing): Section {
  const { view, words } = drawing;
  const say = words.sizes;
  const shown = view.populations.filter(({ nation }) => nation.persons !== undefined);
  const most = Math.max(
    1,
    ...shown.map(({ nation }) => Math.max(nation.persons ?? 0, nation.range?.high ?? 0)),
  );
  const scale = scaleLinear([0, most], [0, 1]).nice(5);
  const end = scale.domain()[1] ?? most;
  const ticks = scale.ticks(5);
  const spots = view.populations.reduce((sum, { evidence }) => sum + (evidence?.spots ?? 0), 0);
  const isAggregated = view.protection !== undefined;
  const caption = isAggregated ? say.captionAggregated(whenOf(view)) : say.caption(whenOf(view), spots);
  const axis = markup`<div class="axis" aria-hidden="true"><div></div><div>${ticks.map((tick) => markup`<span style="left:${Math.round((1000 * tick) / end) / 10}%">${words.number(tick)}</span>`)}</div></div>`;
  const table = dataTable(
    words,
    [
      { title: '' },
      { title: words.where.estimate, isNumber: true },
      { title: words.where.rangeHead, isNumber: true },
      ...(isAggregated ? [] : [{ title: words.basisShort.spread, isNumber: true as const }]),
      { title: words.where.per1000, isNumber: true },
    ],
    shown.map(({ label, nation }) => [
      label,
      words.number(nation.persons ?? 0),
      nation.range === undefined ? '–' : words.range(nation.range.low, nation.range.high),
      ...(isAggregated
        ? []
        : [
            nation.interval === undefined
              ? '–'
              : words.range(Math.round(nation.interval.low), Math.round(nation.interval.high)),
          ]),
      nation.rate === undefined ? '–' : words.number(nation.rate.per1000, 1),
    ]),
  );
  return {
    id: 'how-many',
    title: say.title,
    body: markup`<p class="lead">${isAggregated ? say.leadAggregated : say.lead}</p><figure>${shown.map((population) => track(population, end, drawing))}${axis}<figcaption>${caption}</figcaption></figure>${table}`,
  };
}

function track({ label, nation, points }: ReportPopulation, end: number, { words }: Drawing): Markup {
  const say = words.sizes;
  const { persons, range, interval } = nation;
  const band =
    range === undefined
      ? markup`<p class="key">${say.noRange}</p>`
      : markup`<p class="key">${say.range(words.range(range.low, range.high))}</p>`;
  const computed =
    interval === undefined
      ? points === undefined
        ? undefined
        : markup`<p class="key">${say.noInterval}</p>`
      : markup`${bracketBar(interval, end)}<p class="key">${say.interval(words.range(Math.round(interval.low), Math.round(interval.high)), words.bases[interval.basis], interval.method)}</p>`;
  return markup`<div class="track"><div><h3>${label}</h3><span class="big">${words.number(persons ?? 0)}</span></div><div>${rangeBar(persons, range, end)}${band}${computed}</div></div>`;
}
