/** One chain of a specification curve. */
export interface CurvePoint {
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
  /** Option by row group, such as settle → midpoint. */
  readonly choices: Readonly<Record<string, string>>;
  readonly isMarked: boolean;
}

const WIDTH = 900;
const LEFT = 170;
const CURVE = 260;
const TOP = 56;
const ROW = 16;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const fixed = (value: number) => String(Math.round(value * 10) / 10);

/**
 * A specification curve as SVG: the totals of all chains in rising order with their ranges, the marked one in another
 * colour and shape, and below a dot for each choice a chain makes. Complete without script; text stays text.
 */
export function drawSpecificationCurve(
  title: string,
  points: readonly CurvePoint[],
  groups: readonly string[],
): string {
  const rows = groups.flatMap((group) => {
    const options = [...new Set(points.map((point) => point.choices[group] ?? ''))].sort();
    return options.length < 2 ? [] : options.map((option) => ({ group, option }));
  });
  const most = Math.max(1, ...points.map((point) => point.high));
  const x = (at: number) => LEFT + ((at + 0.5) * (WIDTH - LEFT - 16)) / Math.max(1, points.length);
  const y = (persons: number) => TOP + CURVE - (persons / most) * CURVE;
  const height = TOP + CURVE + 34 + rows.length * ROW + 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="11">`,
    `<title>${escape(title)}</title>`,
    `<desc>${escape(summarise(points))}</desc>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="12" y="22" font-size="15" font-weight="600" fill="#1a1a1a">${escape(title)}</text>`,
    `<text x="12" y="40" fill="#555555">${escape(summarise(points))}</text>`,
    ...drawScale(most, y),
    ...points.map((point, at) => drawPoint(point, x(at), y)),
    ...rows.flatMap((row, at) => drawRow(row, rows[at - 1], TOP + CURVE + 34 + at * ROW, points, x)),
    '</svg>\n',
  ].join('\n');
}

function summarise(points: readonly CurvePoint[]): string {
  const estimates = points.map((point) => point.estimate);
  const marked = points.find((point) => point.isMarked);
  const study =
    marked === undefined ? '' : ` The study's own chain (diamond) gives ${Math.round(marked.estimate)}.`;
  return `${points.length} defensible chains give ${Math.round(Math.min(...estimates))} to ${Math.round(Math.max(...estimates))} persons; lines are reported extremes added up.${study}`;
}

function drawScale(most: number, y: (persons: number) => number): string[] {
  const step = niceStep(most / 4);
  const lines: string[] = [];
  for (let persons = 0; persons <= most; persons += step) {
    const at = fixed(y(persons));
    lines.push(`<line x1="${LEFT}" x2="${WIDTH - 12}" y1="${at}" y2="${at}" stroke="#e2e2e2"/>`);
    lines.push(`<text x="${LEFT - 8}" y="${at}" dy="4" text-anchor="end" fill="#555555">${persons}</text>`);
  }
  return lines;
}

function niceStep(rough: number): number {
  let unit = 1;
  while (unit * 10 <= rough) unit *= 10;
  return [1, 2, 5, 10].map((times) => times * unit).find((step) => step >= rough) ?? unit;
}

function drawPoint(point: CurvePoint, x: number, y: (persons: number) => number): string {
  const colour = point.isMarked ? '#b3261e' : '#2b6a8f';
  const at = fixed(x);
  const range = `<line x1="${at}" x2="${at}" y1="${fixed(y(point.low))}" y2="${fixed(y(point.high))}" stroke="${colour}" stroke-opacity="${point.isMarked ? 1 : 0.35}"/>`;
  const middle = y(point.estimate);
  if (!point.isMarked) return `${range}<circle cx="${at}" cy="${fixed(middle)}" r="2" fill="${colour}"/>`;
  const size = 5;
  const corners = [
    [x, middle - size],
    [x + size, middle],
    [x, middle + size],
    [x - size, middle],
  ].map(([left = 0, top = 0]) => `${fixed(left)},${fixed(top)}`);
  return `${range}<polygon points="${corners.join(' ')}" fill="${colour}"/>`;
}

interface ChoiceRow {
  readonly group: string;
  readonly option: string;
}

function drawRow(
  row: ChoiceRow,
  above: ChoiceRow | undefined,
  top: number,
  points: readonly CurvePoint[],
  x: (at: number) => number,
): string[] {
  const heading =
    above?.group === row.group
      ? []
      : [`<text x="12" y="${top}" dy="4" fill="#1a1a1a" font-weight="600">${escape(row.group)}</text>`];
  const label = `<text x="${LEFT - 8}" y="${top}" dy="4" text-anchor="end" fill="#1a1a1a">${escape(row.option)}</text>`;
  const dots = points.flatMap((point, at) =>
    point.choices[row.group] === row.option
      ? [
          `<circle cx="${fixed(x(at))}" cy="${top}" r="${point.isMarked ? 3.4 : 1.8}" fill="${point.isMarked ? '#b3261e' : '#444444'}"/>`,
        ]
      : [],
  );
  return [...heading, label, ...dots];
}
