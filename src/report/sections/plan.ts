import { markup, type Markup } from '../../draw/markup.js';
import type { Words } from '../../draw/words/english.js';
import { compareText } from '../../model/issue.js';
import {
  areaHead,
  barOf,
  dataTable,
  filledBar,
  fixed,
  picture,
  stretched,
  type Drawing,
  type Section,
} from '../parts.js';
import type { PlanPopulation, PlanView, WorkerLoad } from '../view/report-view.js';
import {
  areaLabels,
  circleLegend,
  circlesOf,
  legendSizes,
  mapEdge,
  scaleBar,
  type BaseMap,
} from './base-map.js';

/** The microplan: catchments on the map, how full the workers are, and what it covers. */
export function plan(drawing: Drawing, base: BaseMap | undefined): Section | undefined {
  const { view, words } = drawing;
  if (view.plan === undefined) return undefined;
  const { plan: made } = view;
  const hasMap = made.populations.some(({ catchments, gaps }) => catchments.length + gaps.length > 0);
  const blocks = made.populations.map((population, at) => {
    const map = base !== undefined && hasMap ? planMap(population, { at, drawing, base }) : undefined;
    const facts = factsOf(population, made, drawing);
    return markup`<div class="pair${map === undefined ? ' even' : ''}"><h3>${labelOf(population.code, drawing)}</h3>${map === undefined ? undefined : markup`<div>${map}</div>`}<div>${facts}${load(population, drawing)}</div></div>`;
  });
  return {
    id: 'plan',
    title: words.plan.title,
    body: markup`<p class="lead">${words.plan.lead(made.target)}${made.isConflict ? ` ${words.plan.conflict}` : ''}</p>${hasMap ? undefined : markup`<p class="small faint">${words.plan.noMap}</p>`}${blocks}`,
  };
}

const labelOf = (code: string, { view }: Drawing) =>
  view.populations.find((population) => population.code === code)?.label ?? code;

function factsOf(population: PlanPopulation, made: PlanView, { words }: Drawing): Markup {
  const say = words.plan;
  const all = Math.max(1, population.people.estimate);
  const need = population.needWorkers;
  const facts = say.facts({
    workers: population.workers.length,
    isSlots: made.isSlots,
    spots: population.spotsPlanned,
    visits: population.visitsPerMonth,
    fromNeed: need === undefined || need.estimate === 0 ? '' : say.need(need.low, need.estimate, need.high),
  });
  const chance =
    population.chanceOfTarget === undefined ? '' : ` ${say.chance(population.chanceOfTarget, made.target)}`;
  const bar = barOf([
    filledBar(0, population.covered / all, 'full'),
    filledBar(population.covered / all, (population.covered + population.uncovered) / all, 'miss'),
  ]);
  return markup`<p><span class="mid">${words.wholePercent(population.covered / all)}</span> ${say.covered}: ${say.coverSays(population.covered, population.people.estimate)}</p>${bar}<p class="small">${facts}${chance}</p>`;
}

const LABELS = 5;

function planMap(
  population: PlanPopulation,
  { at, drawing, base }: { readonly at: number; readonly drawing: Drawing; readonly base: BaseMap },
): Markup {
  const { view, words } = drawing;
  const say = words.plan;
  const { frame } = base;
  const shapes = view.places.outlines.map((_, number) => markup`<use href="#o${number}" class="edge q0"/>`);
  const patches = [...population.catchments]
    .sort((a, b) => b.people - a.people)
    .map(({ ring, people, spots }) => {
      const d = ring.map((position) => frame.point(position).map(fixed).join(' ')).join('L');
      return markup`<path class="patch say" d="M${d}z"><title>${words.people(people)}, ${words.spots(spots)}</title></path>`;
    });
  const circles = circlesOf(population.gaps, frame);
  const rings = circles.drawn.map(
    ({ x, y, persons }) =>
      markup`<circle class="ring" cx="${fixed(x)}" cy="${fixed(y)}" r="${circles.radius(persons)}"/>`,
  );
  const names = [...population.areas]
    .sort((a, b) => b.people - b.covered - (a.people - a.covered))
    .map(({ name }) => name);
  const label = labelOf(population.code, drawing);
  const svg = picture(
    { id: `plan${at}`, width: frame.width, height: frame.height },
    {
      title: say.mapTitle(label),
      summary: say.mapSays(population.catchments.length, population.gaps.length),
    },
    [mapEdge(view, base), shapes, patches, rings, areaLabels(base, names, LABELS), scaleBar(base, words)],
  );
  const key = markup`<ul class="legend"><li><svg width="18" height="14" aria-hidden="true"><rect class="patch" x="1" y="1" width="16" height="12" rx="4"/></svg>${say.legendCatchment}</li></ul>`;
  const sizes = legendSizes(circles.drawn[0]?.persons ?? 0);
  const gapKey =
    circles.drawn.length === 0
      ? undefined
      : circleLegend(sizes, circles.radius, { kind: 'ring', says: say.legendGap, words });
  const table = dataTable(
    words,
    [
      { title: areaHead(drawing) },
      { title: say.people, isNumber: true },
      { title: say.covered, isNumber: true },
      { title: say.uncovered, isNumber: true },
    ],
    [...population.areas]
      .sort((a, b) => b.people - a.people || compareText(a.name, b.name))
      .map(({ name, people, covered }) => [
        name,
        words.number(Math.round(people)),
        words.number(Math.round(covered)),
        words.number(Math.round(people) - Math.round(covered)),
      ]),
  );
  return markup`<figure><div class="map">${svg}</div>${key}${gapKey}<figcaption>${say.mapCaption(label, view.audience === 'team')}</figcaption></figure>${table}`;
}

const HEIGHT = 110;
const LISTED = 60;

/** How full each worker is: one bar a worker, fullest first, under the line of the most they serve. */
function load({ code, workers }: PlanPopulation, drawing: Drawing): Markup {
  const { words } = drawing;
  const say = words.plan;
  const label = labelOf(code, drawing);
  if (workers.length === 0) return markup`<p class="small">${say.noWorkers(label)}</p>`;
  const most = Math.max(...workers.map((worker) => Math.max(worker.most, worker.people)));
  const top = most * 1.12;
  const lid = Math.max(...workers.map((worker) => worker.most));
  const sorted = [...workers].sort((a, b) => b.people - a.people);
  const bars = sorted.map(({ people }, at) => {
    const height = fixed((HEIGHT * people) / top);
    return `M${at * 10 + 1} ${HEIGHT}v-${height}h8v${height}z`;
  });
  const mean = sorted.reduce((sum, { people }) => sum + people, 0) / sorted.length;
  const full = sorted.filter((worker) => worker.people >= 0.9 * worker.most).length;
  const summary = say.loadSays(sorted.length, Math.round(mean), full);
  const svg = stretched(
    { width: sorted.length * 10, height: HEIGHT },
    markup`<path class="petal" d="${bars.join('')}"/>`,
  );
  const table = sorted.length > LISTED ? bandTable(sorted, words) : workerTable(sorted, words);
  return markup`<figure role="img" aria-label="${say.loadTitle(label)}. ${summary}"><div class="load" style="max-width:${Math.min(540, Math.max(160, 46 * sorted.length))}px">${svg}<div class="lid" style="bottom:${fixed((100 * lid) / top)}%"><span>${say.loadMost(lid)}</span></div></div></figure><p class="small faint">${summary} ${say.loadCaption}</p>${table}`;
}

/** A row a worker, fullest first. */
function workerTable(sorted: readonly WorkerLoad[], words: Words): Markup {
  const say = words.plan;
  return dataTable(
    words,
    [
      { title: say.worker, isNumber: true },
      { title: say.people, isNumber: true },
      { title: say.mostHead, isNumber: true },
      { title: say.load, isNumber: true },
    ],
    sorted.map(({ people, most }, at) => [
      at + 1,
      words.number(people),
      words.number(most),
      words.percent(people / Math.max(1, most)),
    ]),
  );
}

const BANDS = 10;

/** Many workers by how full they are: a row a tenth of the most they serve, the fullest first; who serves more than the most is in the first. */
function bandTable(sorted: readonly WorkerLoad[], words: Words): Markup {
  const say = words.plan;
  const bands = Array.from({ length: BANDS }, () => ({ workers: 0, people: 0 }));
  for (const { people, most } of sorted) {
    const band = bands[Math.min(BANDS - 1, Math.floor((BANDS * people) / Math.max(1, most)))];
    if (band === undefined) continue;
    band.workers += 1;
    band.people += people;
  }
  return dataTable(
    words,
    [{ title: say.load }, { title: say.workers, isNumber: true }, { title: say.people, isNumber: true }],
    bands
      .map(({ workers, people }, at) => ({ workers, people, from: at / BANDS, to: (at + 1) / BANDS }))
      .reverse()
      .filter(({ workers }) => workers > 0)
      .map(({ workers, people, from, to }) => [
        `${words.percent(from)}–${words.percent(to)}`,
        words.number(workers),
        words.number(people),
      ]),
  );
}
