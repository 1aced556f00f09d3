import { plainDigits } from './digits.js';

/** Figures in one cell of a printed table: an estimate with its range, a range alone, or one figure. */
export interface PrintedCell {
  readonly estimate?: string;
  readonly low?: string;
  readonly high?: string;
}

const FIGURE = String.raw`\d{1,3}(?:[.,'’\s\u00a0\u2009\u202f]\d{3})+|\d+(?:[.,]\d+)?`;
const BETWEEN = String.raw`\s*(?:-|–|—|−|\bto\b|\bderi(?: në)?\b|\bdo\b|до|မှ)\s*`;
const RANGE = new RegExp(`^(${FIGURE})${BETWEEN}(${FIGURE})$`, 'i');
const WITH_RANGE = new RegExp(`^(${FIGURE})\\s*[([]\\s*(${FIGURE})${BETWEEN}(${FIGURE})\\s*[)\\]]$`, 'i');

/** A printed cell such as "1,234 (900–1,600)", "4–9" or "4 deri 9"; undefined where it is neither. */
export function readPrinted(cell: string): PrintedCell | undefined {
  const text = plainDigits(cell).trim();
  const [, estimate, from, to] = WITH_RANGE.exec(text) ?? [];
  if (estimate !== undefined && from !== undefined && to !== undefined)
    return { estimate, low: from, high: to };
  const [, low, high] = RANGE.exec(text) ?? [];
  return low === undefined || high === undefined ? undefined : { low, high };
}
