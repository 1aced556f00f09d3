import stringWidth from 'string-width';
import type { Style } from './style.js';

/** One column of a printed table. */
export interface TextColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Widest the column may get; longer cells end in an ellipsis. */
  readonly widest?: number;
}

/** The table as lines: a faint header, cells padded by what they take on screen, two spaces between columns. */
export function drawTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  style: Style,
): string {
  const cut = rows.map((row) => row.map((cell, at) => shorten(cell, columns[at]?.widest ?? 1000)));
  const widths = columns.map((column, at) =>
    Math.max(stringWidth(column.title), ...cut.map((row) => stringWidth(row[at] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.align ?? 'left'))
      .join('  ')
      .trimEnd();
  return [style.faint(line(columns.map((column) => column.title))), ...cut.map(line)].join('\n');
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
