import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { markup, type Markup } from '../../draw/markup.js';
import type { Multiverse, Universe } from '../../estimate/multiverse.js';
import { dataTable, fixed, stretched, type Drawing, type Section } from '../parts.js';

/** Specification curves: the totals of every defensible chain with the choices each makes. */
export function choices(drawing: Drawing): Section | undefined {
  const { view, words } = drawing;
  const { multiverse } = view;
  if (multiverse === undefined) return undefined;
  const blocks = view.populations.map(({ code, label }) => {
    const universes = multiverse.universes.filter(({ population }) => population === code);
    const content =
      universes.length < 2
        ? markup`<p>${words.choices.single(label)}</p>`
        : curveOf(universes, { label, code, multiverse, drawing });
    return markup`<div class="block"><h3>${label}</h3>${content}</div>`;
  });
  return {
    id: 'choices',
    title: words.choices.title,
    body: markup`<p class="lead">${words.choices.lead}</p>${blocks}`,
  };
}

interface Context {
  readonly label: string;
  readonly code: string;
  readonly multiverse: Multiverse;
  readonly drawing: Drawing;
}

/** Chains drawn at most; of more, evenly taken ones with the first, the last and the study's own. */
const MOST_CHAINS = 300;
const HEIGHT = 190;

function thinned(universes: readonly Universe[]): readonly Universe[] {
  if (universes.length <= MOST_CHAINS) return universes;
  const step = (universes.length - 1) / (MOST_CHAINS - 1);
  const taken = new Set(Array.from({ length: MOST_CHAINS }, (_, at) => Math.round(at * step)));
  return universes.filter((universe, at) => taken.has(at) || universe.isStudy);
}

function curveOf(universes: readonly Universe[], context: Context): Markup {
  const { label, code, multiverse, drawing } = context;
  const { words } = drawing;
  const say = words.choices;
  const drawn = thinned(universes);
  const count = drawn.length;
  const most = Math.max(1, ...drawn.map(({ high }) => high));
  const y = scaleLinear([0, most], [HEIGHT, 0]).nice(4);
  const band = area<Universe>()
    .x((_, at) => at + 0.5)
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
    .digits(1);
  const middle = line<Universe>()
    .x((_, at) => at + 0.5)
    .y(({ estimate }) => y(estimate))
    .digits(1);
  const own = drawn.findIndex(({ isStudy }) => isStudy);
  const study = drawn[own];
  const mark =
    study === undefined
      ? undefined
      : markup`<path class="own" vector-effect="non-scaling-stroke" d="M${own + 0.5} 0V${HEIGHT}"/>`;
  const summary = say.says(
    universes.length,
    Math.round(universes[0]?.estimate ?? 0),
    Math.round(universes.at(-1)?.estimate ?? 0),
    study === undefined ? undefined : Math.round(study.estimate),
  );
  const ticks = y
    .ticks(4)
    .map((tick) => markup`<span style="top:${fixed(y(tick))}px">${words.number(tick)}</span>`);
  const curve = stretched({ width: count, height: HEIGHT }, [
    y
      .ticks(4)
      .map(
        (tick) =>
          markup`<path class="thin-line" vector-effect="non-scaling-stroke" d="M0 ${fixed(y(tick))}H${count}"/>`,
      ),
    markup`<path class="area" d="${band([...drawn]) ?? ''}"/>`,
    mark,
    markup`<path class="line" vector-effect="non-scaling-stroke" d="${middle([...drawn]) ?? ''}"/>`,
  ]);
  const rows = multiverse.steps.flatMap((step) => {
    const options = [...new Set(drawn.map((universe) => universe.choices[step] ?? ''))].sort();
    if (options.length < 2) return [];
    return [
      markup`<h4>${words.trace.steps[step] ?? step}</h4>`,
      ...options.map((option) => choiceRow(step, option, { drawn, own })),
    ];
  });
  const effects = multiverse.effects.filter(({ population }) => population === code).slice(0, 5);
  const table = dataTable(
    words,
    [{ title: say.effects }, { title: say.estimate, isNumber: true }, { title: say.change, isNumber: true }],
    effects.map((effect) => [
      `${words.trace.steps[effect.step] ?? effect.step}: ${effect.variant}`,
      words.number(Math.round(effect.estimate)),
      `${words.signed(Math.round(effect.change))} (${words.signed(Math.round(effect.changePercent))}%)`,
    ]),
  );
  return markup`<figure role="img" aria-label="${say.figure(label)}. ${summary}"><div class="spec"><div class="ends">${ticks}</div><div class="curve">${curve}</div>${rows}</div></figure><p class="small">${summary}</p><p class="small faint">${say.caption(label, drawn.length, universes.length)}</p>${table}`;
}

/** One option as a strip: a mark under every chain that takes it, the study's own chain apart. */
function choiceRow(
  step: string,
  option: string,
  { drawn, own }: { readonly drawn: readonly Universe[]; readonly own: number },
): Markup {
  const runs: string[] = [];
  let from = -1;
  for (let at = 0; at <= drawn.length; at += 1) {
    const isOn = drawn[at]?.choices[step] === option;
    if (isOn && from < 0) from = at;
    if (!isOn && from >= 0) {
      runs.push(`M${from} 1h${at - from}v9h-${at - from}z`);
      from = -1;
    }
  }
  const isOwn = drawn[own]?.choices[step] === option;
  const mark = isOwn
    ? markup`<path class="own" vector-effect="non-scaling-stroke" d="M${own + 0.5} 0V11"/>`
    : undefined;
  return markup`<span>${option}</span>${stretched({ width: drawn.length, height: 11 }, [markup`<path class="mark" d="${runs.join('')}"/>`, mark])}`;
}
