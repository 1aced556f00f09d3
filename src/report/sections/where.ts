import { markup, type Markup } from '../../draw/markup.js';
import { areaHead, fixed, picture, rangeBar, whenOf, type Drawing, type Section } from '../parts.js';
import type { ReportPopulation, SizeView } from '../view/report-view.js';
import {
  areaLabels,
  circleLegend,
  circlesOf,
  legendSizes,
  mapEdge,
  scaleBar,
  type BaseMap,
  type Circles,
} from './base-map.js';
import { classesOf, classOf, stepOf, type Classes } from './classes.js';

/** Maps of municipalities and spots with the ranked municipalities beside them, a population at a time. */
export function where(drawing: Drawing, base: BaseMap | undefined): Section {
  const { view, words } = drawing;
  const lead =
    view.places.outlines.length === 0
      ? words.where.leadPoints
      : view.populations.some(({ points }) => (points ?? []).length > 0)
        ? words.where.lead(view.areaWord)
        : words.where.leadAggregated(view.areaWord);
  const blocks = view.populations.map((population, at) => {
    const table = areaTable(population, drawing);
    const content =
      base === undefined
        ? table
        : markup`<div>${areaMap(population, at, { drawing, base })}</div><div>${table}</div>`;
    return markup`<div class="${base === undefined ? 'block' : 'pair'}"><h3>${population.label}</h3>${content}</div>`;
  });
  const none = base === undefined ? markup`<p class="notes">${words.where.noMap}</p>` : undefined;
  const credits =
    view.credits.length === 0
      ? undefined
      : markup`<p class="small faint">${words.page.credits}: ${view.credits.join('; ')}.</p>`;
  return {
    id: 'where',
    title: words.where.title,
    body: markup`${base === undefined ? undefined : markup`<p class="lead">${lead}</p>`}${none}${blocks}${base === undefined ? undefined : credits}`,
  };
}

interface MapContext {
  readonly drawing: Drawing;
  readonly base: BaseMap;
}

const LABELS = 9;

function areaMap(population: ReportPopulation, at: number, { drawing, base }: MapContext): Markup {
  const { view, words } = drawing;
  const { frame } = base;
  const byName = new Map(population.areas.map((area) => [area.name, area]));
  const drawnAreas = population.areas.filter(({ name }) => base.numbers.has(name));
  const classes = classesOf(drawnAreas.flatMap(({ persons }) => persons ?? []));
  const shapes = view.places.outlines.map(({ municipality }, number) => {
    const area = byName.get(municipality);
    const look = lookOf(area, { classes, isVisited: !view.places.notVisited.has(municipality) });
    return markup`<use href="#o${number}" class="edge say ${look}"><title>${saysOf(municipality, area, drawing)}</title></use>`;
  });
  const circles = circlesOf(population.points ?? [], frame);
  const dots = circles.drawn.map(({ x, y, persons }) => dot(x, y, { persons, circles, drawing }));
  const names = population.areas.map(({ name }) => name);
  const top = population.areas
    .slice(0, 3)
    .map(({ name, persons }) => `${name}${persons === undefined ? '' : ` ${words.number(persons)}`}`);
  const svg = picture(
    { id: `map${at}`, width: frame.width, height: frame.height },
    {
      title: words.where.mapTitle(population.label),
      summary: words.where.mapSays(view.places.outlines.length, circles.drawn.length, words.list(top)),
    },
    [mapEdge(view, base), shapes, dots, areaLabels(base, names, LABELS), scaleBar(base, words)],
  );
  return markup`<figure><div class="map">${svg}</div><div class="map-tools"><button type="button" data-zoom="1.6" aria-label="${words.page.zoomIn}">+</button><button type="button" data-zoom="0.625" aria-label="${words.page.zoomOut}">−</button></div>${legend(population, { classes, circles, drawing })}<figcaption>${captionOf(population, circles, drawing)}</figcaption></figure>`;
}

/** Circles say what they are on hover only while there are few enough to point at. */
const SAYING = 300;

function dot(
  x: number,
  y: number,
  about: { readonly persons: number; readonly circles: Circles; readonly drawing: Drawing },
): Markup {
  const { persons, circles, drawing } = about;
  const place = markup`cx="${fixed(x)}" cy="${fixed(y)}" r="${circles.radius(persons)}"`;
  return circles.drawn.length > SAYING
    ? markup`<circle class="dot" ${place}/>`
    : markup`<circle class="dot say" ${place}><title>${drawing.words.people(Math.round(persons))}</title></circle>`;
}

function lookOf(
  area: SizeView | undefined,
  about: { readonly classes: Classes; readonly isVisited: boolean },
): string {
  if (!about.isVisited) return 'hatch';
  if (area?.isHidden === true) return 'stipple';
  if (area === undefined) return 'q0';
  if (isEmpty(area)) return 'q0';
  return `q${Math.max(1, stepOf(classOf(area.persons ?? 0, about.classes), about.classes))}`;
}

/** True where no spot is listed: nobody was counted there, which is not the same as nobody being there. */
const isEmpty = (area: SizeView) => area.spots === 0 && area.persons === 0;

function saysOf(name: string, area: SizeView | undefined, { view, words }: Drawing): string {
  if (view.places.notVisited.has(name)) return `${name}: ${words.where.notVisited}`;
  if (area === undefined || isEmpty(area)) return `${name}: ${words.where.noSpot}`;
  if (area.persons === undefined) return `${name}: ${words.where.hidden}`;
  const range = area.range === undefined ? '' : ` (${words.range(area.range.low, area.range.high)})`;
  return `${name}: ${words.people(area.persons)}${range}`;
}

function legend(
  population: ReportPopulation,
  about: { readonly classes: Classes; readonly circles: Circles; readonly drawing: Drawing },
): Markup {
  const { classes, circles, drawing } = about;
  const { view, words } = drawing;
  const { outlines, notVisited } = view.places;
  const listed = new Set(population.areas.filter((area) => !isEmpty(area)).map(({ name }) => name));
  const isAnyHidden = population.areas.some(({ isHidden }) => isHidden);
  const isAnyEmpty = outlines.some(
    ({ municipality }) => !listed.has(municipality) && !notVisited.has(municipality),
  );
  const swatches =
    outlines.length === 0
      ? []
      : classes.limits.map((limit, at) => {
          const end = (classes.limits[at + 1] ?? classes.most + 1) - 1;
          const text = end > limit ? words.range(limit, end) : words.number(limit);
          const isLast = at === classes.limits.length - 1;
          return markup`<li><i class="q${stepOf(at + 1, classes)}"></i>${text}${isLast ? ` ${words.where.classPeople}` : ''}</li>`;
        });
  const others = [
    ...(isAnyEmpty ? [markup`<li><i class="q0"></i>${words.where.noSpot}</li>`] : []),
    ...(notVisited.size > 0 ? [markup`<li><i class="hatch"></i>${words.where.notVisited}</li>`] : []),
    ...(isAnyHidden ? [markup`<li><i class="stipple"></i>${words.where.hidden}</li>`] : []),
  ];
  const sizes = legendSizes(circles.drawn[0]?.persons ?? 0);
  return markup`${swatches.length + others.length === 0 ? undefined : markup`<ul class="legend">${swatches}${others}</ul>`}${
    circles.drawn.length === 0
      ? undefined
      : circleLegend(sizes, circles.radius, { kind: 'dot', says: words.where.circlePeople, words })
  }`;
}

function captionOf(population: ReportPopulation, circles: Circles, { view, words }: Drawing): string {
  const what = { population: population.label, when: whenOf(view) };
  if (population.points === undefined) return words.where.captionAreas(what);
  const spots = population.nation.spots ?? 0;
  if (population.points.length === 0) return words.where.captionNoPoints({ ...what, spots });
  const said = words.where.caption({
    ...what,
    drawn: population.points.length,
    spots: Math.max(spots, population.points.length),
    exact: view.audience === 'team',
  });
  return circles.isMerged ? `${said} ${words.where.merged}` : said;
}

/** Areas listed before the rest is folded away. */
const FIRST = 14;

function areaTable(population: ReportPopulation, drawing: Drawing): Markup {
  const { view, words } = drawing;
  const areas = population.areas.filter((area) => !isEmpty(area) && !area.isHidden);
  const rest = [
    restOf(
      words.where.hiddenRows,
      population.areas.filter(({ isHidden }) => isHidden),
      words.list,
    ),
    restOf(words.where.emptyRows, population.areas.filter(isEmpty), words.list),
  ];
  const most = Math.max(0, ...areas.map((area) => Math.max(area.persons ?? 0, area.range?.high ?? 0)));
  const isLong = areas.length > FIRST + 2;
  const first = tableOf(isLong ? areas.slice(0, FIRST) : areas, { most, drawing, isSortable: false });
  if (!isLong) return markup`${first}${rest}`;
  const word = view.areaWord;
  const tools = markup`<div class="tools"><label>${words.page.filter(word)} <input type="search" data-filter></label></div>`;
  return markup`${first}<details><summary>${words.page.allRows(areas.length, words.plural(word))}</summary>${tools}<div class="scroll">${tableOf(areas, { most, drawing, isSortable: true })}</div></details>${rest}`;
}

/** Areas without a number in one line, since a row each would say nothing. */
function restOf(
  says: (names: string) => string,
  areas: readonly SizeView[],
  list: (names: readonly string[]) => string,
): Markup | undefined {
  return areas.length === 0
    ? undefined
    : markup`<p class="small faint">${says(list(areas.map(({ name }) => name)))}</p>`;
}

function tableOf(
  areas: readonly SizeView[],
  about: { readonly most: number; readonly drawing: Drawing; readonly isSortable: boolean },
): Markup {
  const { most, drawing, isSortable } = about;
  const { words, view } = drawing;
  const say = words.where;
  const hasRate = areas.some(({ rate }) => rate !== undefined);
  const isAtLeast = view.protection !== undefined;
  const rows = areas.map((area) => {
    const { persons, range, rate, spots } = area;
    const missing = area.isHidden ? words.page.hidden : '–';
    return markup`<tr><th scope="row">${area.name}</th><td class="n" data-v="${persons ?? ''}">${persons === undefined ? missing : words.number(persons)}</td><td class="wide" data-v="${persons ?? ''}">${rangeBar(persons, range, most)}</td><td class="n" data-v="${range?.low ?? ''}">${range === undefined ? missing : words.range(range.low, range.high)}</td><td class="n narrow-off" data-v="${spots ?? ''}">${spots === undefined ? missing : words.number(spots)}</td>${hasRate ? markup`<td class="n narrow-off" data-v="${rate === undefined ? '' : fixed(rate.per1000)}">${rate === undefined ? missing : words.number(rate.per1000, 1)}</td>` : undefined}</tr>`;
  });
  return markup`<table${isSortable ? markup` class="sortable"` : undefined}><thead><tr><th scope="col">${areaHead(drawing)}</th><th scope="col" class="n">${say.estimate}</th><th scope="col" class="wide">${say.barHead(most)}</th><th scope="col" class="n">${say.rangeHead}</th><th scope="col" class="n narrow-off">${isAtLeast ? say.spotsAtLeast : say.spots}</th>${hasRate ? markup`<th scope="col" class="n narrow-off">${say.per1000}</th>` : undefined}</tr></thead><tbody>${rows}</tbody></table>`;
}
