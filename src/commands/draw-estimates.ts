import { drawRange, drawWeek } from '../draw/range-bar.js';
import type { Style } from '../draw/style.js';
import { drawTable, formatPersons } from '../draw/text-table.js';
import { printable } from '../draw/printable.js';
import { estimateTables } from '../estimate/tables.js';
import { formatNumber } from '../formats/number.js';
import type { Estimates, NationalEstimate } from '../model/estimate.js';
import { apportionTriples, wholeTriple } from '../model/rounding.js';
import type { Study } from '../model/study.js';
import { DAYS } from '../model/week.js';

/** The estimates as a person reads them first: totals with ranges, the week, and where most people are. */
export function drawEstimates(study: Study, estimates: Estimates, style: Style): string {
  const title = [study.settings.title, study.settings.country, study.settings.round]
    .filter((part) => part !== '')
    .join(' · ');
  const parts = [
    ...(title === '' ? [] : [style.strong(printable(title))]),
    ...study.settings.notes.map((note) => style.faint(printable(note))),
    drawTotals(estimates, style),
    sayRange(estimates, style),
    ...(estimates.week.length === 0 ? [] : [drawWeeks(study, estimates, style)]),
    ...drawLargest(study, estimates, style),
    ...drawValidateNext(estimates, style),
  ];
  return parts.join('\n\n');
}

function drawTotals(estimates: Estimates, style: Style): string {
  const most = Math.max(...estimates.national.map((row) => row.high));
  const width = Math.max(16, Math.min(36, style.columns - 74));
  const rows = estimates.national.map((row) => {
    const whole = wholeTriple(row);
    const isRanged = row.estimateWithRange > 0;
    return [
      printable(row.population),
      style.strong(formatPersons(whole.estimate)),
      isRanged ? formatPersons(whole.low) : '–',
      isRanged ? formatPersons(whole.high) : '–',
      drawRange(whole, most, { width, style }),
      formatPersons(row.spots),
      row.meanSpotSize === undefined ? '–' : formatNumber(row.meanSpotSize, 1),
      rateOf(row),
    ];
  });
  return drawTable(
    [
      { title: 'population', widest: 24 },
      { title: 'estimate', align: 'right' },
      { title: 'low', align: 'right' },
      { title: 'high', align: 'right' },
      { title: `0 … ${formatPersons(Math.round(most))}` },
      { title: 'spots', align: 'right' },
      { title: 'a spot', align: 'right' },
      { title: 'per 1,000', align: 'left' },
    ],
    rows,
    style,
  );
}

function rateOf(row: NationalEstimate): string {
  if (row.rate === undefined) return '–';
  return `${formatNumber(row.rate.per1000, 1)} ${printable(row.rate.denominator.replaceAll('_', ' '))}`;
}

function sayRange(estimates: Estimates, style: Style): string {
  const said = ['low and high are reported extremes added up, not a confidence interval.'];
  for (const { population, interval, estimateWithRange } of estimates.national) {
    if (interval === undefined || estimateWithRange <= 0) continue;
    const ends = `${formatPersons(Math.round(interval.low))}–${formatPersons(Math.round(interval.high))}`;
    said.push(`${printable(population)} ${ends}: ${interval.basis} (${interval.method}).`);
  }
  return style.faint(said.join('\n'));
}

function drawWeeks(study: Study, estimates: Estimates, style: Style): string {
  const rows = estimates.week
    .filter((week) => week.municipality === '')
    .map((week) => [
      printable(week.population),
      drawWeek(
        DAYS.map((day) => week.days[day]),
        style,
      ),
      week.changePercent === undefined
        ? '–'
        : `${week.changePercent >= 0 ? '+' : ''}${formatNumber(week.changePercent, 1)}%`,
      week.peakDays.length === 0 ? 'flat' : week.peakDays.join(' '),
    ]);
  const weekend = study.settings.weekend.join(' ');
  return drawTable(
    [
      { title: 'week' },
      { title: 'MTWTFSS' },
      { title: `weekend (${weekend})`, align: 'right' },
      { title: 'busiest' },
    ],
    rows,
    style,
  );
}

const LARGEST_SHOWN = 5;

/** The municipalities with most people, in the whole persons the tables hold. */
function drawLargest(study: Study, estimates: Estimates, style: Style): string[] {
  return estimates.national.flatMap((nation) => {
    const areas = estimates.municipalities.filter((area) => area.population === nation.population);
    if (areas.length <= LARGEST_SHOWN) return [];
    const whole = apportionTriples(areas, wholeTriple(nation));
    const largest = areas
      .map((area, at) => ({ area, persons: whole[at]?.estimate ?? 0 }))
      .sort((a, b) => b.area.estimate - a.area.estimate)
      .slice(0, LARGEST_SHOWN);
    const share = largest.reduce((sum, { area }) => sum + area.share, 0);
    const names = largest.map(
      ({ area, persons }) => `${printable(area.municipality)} ${formatPersons(persons)}`,
    );
    const title = `${printable(nation.population)}: ${formatNumber(100 * share, 0)}% in ${largest.length} of ${areas.length} ${plural(study.settings.municipality_title)}`;
    return [`${title}\n  ${style.faint(names.join(' · '))}`];
  });
}

const FIRST_NAMED = 5;
const VISITS_SHOWN = [5, 10, 20];

/** What validating the next spots would do to each total that rests on level 1 figures. */
function drawValidateNext({ national, validateNext }: Estimates, style: Style): string[] {
  return national.flatMap(({ population }) => {
    const rows = validateNext.filter((row) => row.population === population);
    const [best] = rows;
    if (best === undefined) return [];
    const title = `${printable(population)}: ${rows.length} ${rows.length === 1 ? 'spot' : 'spots'} known at level 1 only`;
    const names = rows.slice(0, FIRST_NAMED).map((row) => printable(row.spotId));
    const first = style.faint(`validate first: ${names.join(' · ')}`);
    if (best.totalError === undefined) {
      return [`${title}; too few have both levels to say how far off they are\n  ${first}`];
    }
    const cuts = VISITS_SHOWN.filter((visits) => visits <= rows.length).map(
      (visits) => `±${formatNumber(rows[visits - 1]?.totalErrorAfterAll ?? 0, 1)} after ${visits}`,
    );
    const after =
      cuts.length > 0 ? cuts : [`±${formatNumber(rows.at(-1)?.totalErrorAfterAll ?? 0, 1)} after all`];
    const error = `standard error of the total from them ±${formatNumber(best.totalError, 1)}, ${after.join(', ')}`;
    return [`${title}\n  ${style.faint(error)}\n  ${first}`];
  });
}

const plural = (word: string) => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`);

/** Tables with a row a spot, which no summary repeats. */
const BY_SPOT = new Set(['spots', 'validate_next']);

/** The same as one JSON document: every output table but those by spot, as rows of named cells. */
export function estimatesAsJson(study: Study, estimates: Estimates): Record<string, unknown> {
  const tables = estimateTables(estimates)
    .filter((table) => !BY_SPOT.has(table.name))
    .map((table) => [
      table.name,
      table.rows.map((row) =>
        Object.fromEntries(table.columns.map((column, at) => [column, row[at] ?? null])),
      ),
    ]);
  const { title, round, country } = study.settings;
  return { title, round, country, ...(Object.fromEntries(tables) as Record<string, unknown>) };
}
