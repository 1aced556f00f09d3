import type { Triple } from '../model/range.js';
import type { Style } from './style.js';

/** A range on a scale from 0 to `most`: ├──●──┤ with the estimate marked, |--o--| where the terminal is plain. */
export function drawRange(
  range: Triple,
  most: number,
  look: { readonly width: number; readonly style: Style },
): string {
  const { width, style } = look;
  const at = (persons: number) => (most <= 0 ? 0 : Math.round((persons / most) * (width - 1)));
  const [low, estimate, high] = [at(range.low), at(range.estimate), at(range.high)];
  const signs = style.isPlain
    ? { start: '|', line: '-', end: '|', mark: 'o' }
    : { start: '├', line: '─', end: '┤', mark: '●' };
  let bar = '';
  for (let position = 0; position < width; position += 1) {
    if (position === estimate) bar += signs.mark;
    else if (position === low) bar += signs.start;
    else if (position === high) bar += signs.end;
    else bar += position > low && position < high ? signs.line : ' ';
  }
  return style.bar(bar);
}

const STEPS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Persons by day as a strip of seven bars, the busiest full; digits 0 to 8 where the terminal is plain. */
export function drawWeek(days: readonly number[], style: Style): string {
  const most = Math.max(...days);
  const steps = days.map((persons) => (most <= 0 ? 0 : Math.round((persons / most) * 8)));
  return steps.map((step) => (style.isPlain ? String(step) : (STEPS[step] ?? ' '))).join('');
}
