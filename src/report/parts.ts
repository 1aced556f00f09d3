import { markup, type Markup, type Piece } from '../draw/markup.js';
import type { Words } from '../draw/words/english.js';
import type { ReportView } from './view/report-view.js';

/** What every section is drawn from. */
export interface Drawing {
  readonly view: ReportView;
  readonly words: Words;
}

/** A section of the page; undefined where there is nothing to say. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

/** A number of at most one decimal, for places in drawings. */
export const fixed = (value: number) => Math.round(value * 10) / 10;

/** A share as a percentage of a width, for places in bars. */
const place = (share: number) => `${Math.round(1000 * Math.max(0, Math.min(1, share))) / 10}%`;

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** A bar on a scale from nobody to `most`: the range as a soft band, the estimate as a dot. Its numbers stand beside it as text. */
export function rangeBar(persons: number | undefined, range: Ends | undefined, most: number): Markup {
  const at = (value: number) => (most > 0 ? value / most : 0);
  const band =
    range === undefined
      ? undefined
      : markup`<i style="left:${place(at(range.low))};width:${place(at(range.high - range.low))}"></i>`;
  const dot = persons === undefined ? undefined : markup`<b style="left:${place(at(persons))}"></b>`;
  return markup`<span class="bar" aria-hidden="true"><s style="left:0"></s>${band}${dot}</span>`;
}

/** The computed interval as a thin bracket on the same scale, drawn apart from the range. */
export function bracketBar(interval: Ends, most: number): Markup {
  const at = (value: number) => (most > 0 ? value / most : 0);
  return markup`<span class="bar thin" aria-hidden="true"><s style="left:0"></s><u style="left:${place(at(interval.low))};width:${place(at(interval.high - interval.low))}"></u></span>`;
}

/** A bar filled from one share to another; nothing where the two are one, since even a sliver would say that there is somebody. */
export function filledBar(
  from: number,
  to: number,
  kind: 'full' | 'miss' | 'down' | 'soft',
): Markup | undefined {
  if (from === to) return undefined;
  return markup`<i class="${kind}" style="left:${place(Math.min(from, to))};width:${place(Math.abs(to - from))}"></i>`;
}

/** Bars on one line. */
export function barOf(bars: Piece): Markup {
  return markup`<span class="bar" aria-hidden="true"><s style="left:0"></s>${bars}</span>`;
}

/** A column of a data table. */
export interface DataColumn {
  readonly title: string;
  readonly isNumber?: true;
}

/** The numbers behind a picture, folded away. */
export function dataTable(
  words: Words,
  columns: readonly DataColumn[],
  rows: readonly (readonly Piece[])[],
): Markup {
  return markup`<details class="data"><summary>${words.page.dataTable}</summary><div class="scroll">${plainTable(columns, rows)}</div></details>`;
}

/** A table; its first column names the rows. */
export function plainTable(columns: readonly DataColumn[], rows: readonly (readonly Piece[])[]): Markup {
  const kind = (at: number) => (columns[at]?.isNumber === true ? markup` class="n"` : undefined);
  return markup`<table><thead><tr>${columns.map(({ title }, at) => markup`<th scope="col"${kind(at)}>${title}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      markup`<tr>${row.map((cell, at) =>
        at === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td${kind(at)}>${cell}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

/** An SVG picture with a title and a summary in words for those who do not see it. */
export function picture(
  frame: { readonly id: string; readonly width: number; readonly height: number; readonly class?: string },
  said: { readonly title: string; readonly summary: string },
  content: Piece,
): Markup {
  const { id, width, height } = frame;
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d"${frame.class === undefined ? undefined : markup` class="${frame.class}"`}><title id="${id}-t">${said.title}</title><desc id="${id}-d">${said.summary}</desc>${content}</svg>`;
}

/** ` in 2016`, ` in round 3`, or nothing where the study has no round: for captions. */
export const whenOf = ({ round }: ReportView) => (round === '' ? '' : `, ${round}`);

/** A drawing stretched to the width it has, such as a strip of marks; its words stand beside it. */
export function stretched(
  frame: { readonly width: number; readonly height: number },
  content: Piece,
): Markup {
  return markup`<svg viewBox="0 0 ${fixed(frame.width)} ${fixed(frame.height)}" preserveAspectRatio="none" aria-hidden="true">${content}</svg>`;
}

/** What an area is called at the head of a column, in the language of the page. */
export function areaHead({ view, words }: Drawing): string {
  const word = words.singular(view.areaWord);
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Says that what stands inside is English whatever the language of the page, for those who hear the page. */
export const inEnglish = ({ tag }: Words) => (tag === 'en' ? undefined : markup` lang="en"`);
