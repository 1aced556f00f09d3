import stringWidth from 'string-width';
import type { Style } from './style.js';

/** One column of a printed table. */
export interface TextColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Widest the column may get; longer cells end in an ellipsis. */
  readonly widest?: number;
  /** Whether the title stays on one line, as a scale does. */
  readonly isWhole?: true;
}

/**
 * The table as lines: a faint header, cells padded by what they take on screen, two spaces between columns. Headings of
 * several words stand on several lines where the table fits on the screen that way only.
 */
export function drawTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  style: Style,
): string {
  const cut = rows.map((row) => row.map((cell, at) => shorten(cell, columns[at]?.widest ?? 1000)));
  const cellWidths = columns.map((_, at) => Math.max(0, ...cut.map((row) => stringWidth(row[at] ?? ''))));
  const heads = headLines(columns, cellWidths, style);
  const widths = cellWidths.map((width, at) => Math.max(width, ...(heads[at] ?? []).map(onScreen)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.align ?? 'left'))
      .join(' '.repeat(GAP))
      .trimEnd();
  const height = Math.max(...heads.map((lines) => lines.length));
  const header = Array.from({ length: height }, (_, row) =>
    style.faint(line(heads.map((lines) => lines[lines.length - height + row] ?? ''))),
  );
  return [...header, ...cut.map(line)].join('\n');
}

/** Spaces between columns. */
const GAP = 2;

const onScreen = (text: string) => stringWidth(text);

/** The lines of each heading: one, or as many as it takes for the table to fit, those broken first that save most. */
function headLines(
  columns: readonly TextColumn[],
  cellWidths: readonly number[],
  { columns: screen, isScreen }: Style,
): readonly (readonly string[])[] {
  const whole = columns.map(({ title }) => [title]);
  if (!isScreen) return whole;
  const heads: string[][] = [...whole];
  const widthOf = (at: number) => Math.max(cellWidths[at] ?? 0, ...(heads[at] ?? []).map(onScreen));
  const savings = columns.map(({ title, isWhole }, at) => {
    if (isWhole === true) return { at, narrowest: 0, saved: 0 };
    const narrowest = Math.max(cellWidths[at] ?? 0, ...wordsOf(title).map(onScreen));
    return { at, narrowest, saved: widthOf(at) - narrowest };
  });
  const total = () => columns.reduce((sum, _, at) => sum + widthOf(at), GAP * (columns.length - 1));
  for (const { at, narrowest, saved } of savings.toSorted((a, b) => b.saved - a.saved)) {
    if (total() <= screen || saved <= 0) break;
    const enough = Math.max(narrowest, widthOf(at) - (total() - screen));
    heads[at] = wrapWords(columns[at]?.title ?? '', enough);
  }
  return total() <= screen ? heads : whole;
}

/** What stays together on a line: words, each with a number after it. */
const wordsOf = (text: string) => text.split(/ (?!\d)/);

/** The words in lines of at most that width, a longer word in a line of its own. */
function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of wordsOf(text)) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Narrowest a bar is drawn. */
const NARROWEST = 8;

/** What is drawn with bars of a width, with narrower ones where it would not fit between the edges of the screen. */
export function fitBars(draw: (width: number) => string, width: number, columns: number): string {
  const drawn = draw(width);
  const over = Math.max(...drawn.split('\n').map((line) => stringWidth(line))) - columns;
  return over > 0 ? draw(Math.max(NARROWEST, width - over)) : drawn;
}

/** The text padded to a width on screen. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** The text cut between whole letters to a width on screen, with an ellipsis. */
export function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Whole persons with thousands set apart: 6,814. */
export function formatPersons(persons: number): string {
  const digits = String(Math.abs(persons));
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return persons < 0 ? `-${grouped}` : grouped;
}
