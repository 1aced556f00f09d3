import { markup, type Markup } from '../../draw/markup.js';
import { barOf, type Drawing, type Section } from '../parts.js';
import type { ForestRow, ForestView } from '../view/report-view.js';

/** Estimates by different methods on one scale, what joins them, and the study's own count for comparison. */
export function forest(drawing: Drawing): Section | undefined {
  const { view, words } = drawing;
  if (view.forests.length === 0) return undefined;
  return {
    id: 'methods-compared',
    title: words.forest.title,
    body: markup`<p class="lead">${words.forest.lead}</p>${view.forests.map((plot) => plotOf(plot, drawing))}`,
  };
}

function plotOf(plot: ForestView, drawing: Drawing): Markup {
  const { words, view } = drawing;
  const say = words.forest;
  const label = view.populations.find(({ code }) => code === plot.population)?.label ?? plot.population;
  const rows = [
    ...plot.sources.map((row) => ({ row, name: row.name, kind: 'source' })),
    ...plot.joined.map((row) => ({ row, name: say.joined(row.name), kind: 'joined' })),
    ...(plot.own === undefined ? [] : [{ row: plot.own, name: say.own, kind: 'own' }]),
  ];
  const most = Math.max(1, ...rows.map(({ row }) => Math.max(row.persons, row.range?.high ?? 0)));
  const sizes = plot.sources.map(({ persons }) => persons);
  const factor = sizes.length < 2 ? 1 : Math.max(...sizes) / Math.min(...sizes);
  const notes = [
    ...plot.leftOut.map(({ name, persons, reason }) => say.leftOut(name, persons, reason)),
    ...(plot.refusal === undefined ? [] : [say.refusal(plot.refusal)]),
    ...(factor >= 2 ? [say.disagree(factor)] : []),
    say.caption(label, plot.sources.length),
  ];
  return markup`<div class="block"><h3>${say.figure(label, plot.place)}</h3><div class="scroll"><table class="forest"><thead><tr><th scope="col">${say.source}</th><th scope="col" class="n">${say.persons}</th><th scope="col" class="wide">${words.where.barHead(Math.round(most))}</th><th scope="col" class="n">${say.ends}</th></tr></thead><tbody>${rows.map(({ row, name, kind }) => lineOf(row, { name, kind, most, drawing }))}</tbody></table></div>${notes.map((note) => markup`<p class="small faint">${note}</p>`)}</div>`;
}

function lineOf(
  row: ForestRow,
  about: { readonly name: string; readonly kind: string; readonly most: number; readonly drawing: Drawing },
): Markup {
  const { name, kind, most, drawing } = about;
  const { words } = drawing;
  const share = (value: number) => `${Math.round((1000 * value) / most) / 10}%`;
  const line =
    row.range === undefined
      ? undefined
      : markup`<i style="left:${share(row.range.low)};width:${share(row.range.high - row.range.low)}"></i>`;
  const ends =
    row.range === undefined ? '–' : words.range(Math.round(row.range.low), Math.round(row.range.high));
  const basis = row.basis === undefined ? words.forest.noEnds : words.forest.basis(row.basis, row.level);
  return markup`<tr class="${kind}"><th scope="row">${name}<small>${basis}</small></th><td class="n">${words.number(Math.round(row.persons))}</td><td class="wide">${barOf([line, markup`<b style="left:${share(row.persons)}"></b>`])}</td><td class="n">${ends}</td></tr>`;
}
