import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { markup, type Markup } from '../../draw/markup.js';
import { dataTable, fixed, picture, whenOf, type Drawing, type Section } from '../parts.js';
import type { LorenzView } from '../view/report-view.js';

/** Lorenz curves of people over spots with their Gini. */
export function concentration(drawing: Drawing): Section | undefined {
  const { view, words } = drawing;
  if (view.populations.every(({ lorenz }) => lorenz === undefined)) return undefined;
  const tiles = view.populations.map(({ label, lorenz }, at) =>
    lorenz === undefined
      ? markup`<div><h3>${label}</h3><p>${words.concentration.tooFew(label)}</p></div>`
      : markup`<div><h3>${label}</h3>${curve(label, lorenz, { at, drawing })}</div>`,
  );
  return {
    id: 'spread',
    title: words.concentration.title,
    body: markup`<p class="lead">${words.concentration.lead}</p><div class="tiles">${tiles}</div>`,
  };
}

const SIDE = 230;
const LEFT = 40;
const TOP = 8;

function curve(
  label: string,
  lorenz: LorenzView,
  { at, drawing }: { readonly at: number; readonly drawing: Drawing },
): Markup {
  const { view, words } = drawing;
  const say = words.concentration;
  const x = scaleLinear([0, 1], [LEFT, LEFT + SIDE]);
  const y = scaleLinear([0, 1], [TOP + SIDE, TOP]);
  type Point = LorenzView['curve'][number];
  const gap = area<Point>()
    .x((point) => x(point.spots))
    .y0((point) => y(point.spots))
    .y1((point) => y(point.people))
    .digits(1);
  const path = line<Point>()
    .x((point) => x(point.spots))
    .y((point) => y(point.people))
    .digits(1);
  const half = 1 - lorenz.spotsForHalf / lorenz.spots;
  const grid = [0, 0.5, 1].map(
    (share) =>
      markup`<path class="thin-line" d="M${LEFT} ${fixed(y(share))}h${SIDE}M${fixed(x(share))} ${TOP}v${SIDE}"/><text class="faint" x="${LEFT - 6}" y="${fixed(y(share) + 4)}" text-anchor="end">${words.percent(share)}</text><text class="faint" x="${fixed(x(share))}" y="${TOP + SIDE + 15}" text-anchor="${share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}">${words.percent(share)}</text>`,
  );
  const summary = say.says(lorenz.gini, lorenz.spotsForHalf, lorenz.spots);
  const content = [
    grid,
    markup`<path class="area" d="${gap([...lorenz.curve]) ?? ''}"/>`,
    markup`<path class="ink-line" stroke-dasharray="3 3" d="M${LEFT} ${TOP + SIDE}L${LEFT + SIDE} ${TOP}"/>`,
    markup`<path class="line" d="${path([...lorenz.curve]) ?? ''}"/>`,
    markup`<circle class="petal" cx="${fixed(x(half))}" cy="${fixed(y(0.5))}" r="4"/>`,
    markup`<text class="halo" x="${fixed(Math.min(x(half) - 9, LEFT + SIDE - 9))}" y="${fixed(y(0.5) - 8)}" text-anchor="end">${say.gini} ${words.number(lorenz.gini, 2)}</text>`,
    markup`<text class="faint" x="${LEFT + SIDE}" y="${TOP + SIDE + 35}" text-anchor="end">${say.spotsAxis}</text>`,
  ];
  const svg = picture(
    { id: `lorenz${at}`, width: LEFT + SIDE + 10, height: TOP + SIDE + 42 },
    { title: say.figure(label), summary },
    content,
  );
  const table = dataTable(
    words,
    [
      { title: say.shareSpots, isNumber: true },
      { title: say.sharePeople, isNumber: true },
    ],
    lorenz.curve.map((point) => [words.percent(point.spots, 1), words.percent(point.people, 1)]),
  );
  return markup`<figure>${svg}<figcaption>${summary} ${say.caption(label, whenOf(view), lorenz.spots)}</figcaption></figure>${table}`;
}
