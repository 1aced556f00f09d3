import { drawRange, drawWeek } from '../draw/range-bar.js';
import { sayPercentChange } from './say-change.js';
import type { Voice } from './voice.js';
import { drawTable, fitBars, type TextColumn } from '../draw/text-table.js';
import type { Words } from '../draw/words/english.js';
import { printable } from '../draw/printable.js';
import { estimateTables } from '../estimate/tables.js';
import type { Estimates, NationalEstimate } from '../model/estimate.js';
import { apportionTriples, wholeTriple } from '../model/rounding.js';
import type { Study } from '../model/study.js';
import { DAYS, type Day } from '../model/week.js';

/** The estimates as a person reads them first: totals with ranges, the week, and where most people are. */
export function drawEstimates(study: Study, estimates: Estimates, voice: Voice): string {
  const title = [study.settings.title, study.settings.country, study.settings.round]
    .filter((part) => part !== '')
    .join(' · ');
  const parts = [
    ...(title === '' ? [] : [voice.strong(printable(title))]),
    ...study.settings.notes.map((note) => voice.faint(printable(note))),
    drawTotals(estimates, voice),
    sayRange(estimates, voice),
    ...(estimates.week.length === 0 ? [] : [drawWeeks(study, estimates, voice)]),
    ...drawLargest(study, estimates, voice),
    ...drawValidateNext(estimates, voice),
  ];
  return parts.join('\n\n');
}

function drawTotals(estimates: Estimates, voice: Voice): string {
  const { page, study } = voice.words;
  const most = Math.max(0, ...estimates.national.map((row) => row.high));
  const rows = (width: number) =>
    estimates.national.map((row) => {
      const whole = wholeTriple(row);
      const isRanged = row.estimateWithRange > 0;
      return [
        printable(row.population),
        voice.strong(page.number(whole.estimate)),
        isRanged ? page.number(whole.low) : '–',
        isRanged ? page.number(whole.high) : '–',
        drawRange(whole, most, { width, style: voice }),
        page.number(row.spots),
        row.meanSpotSize === undefined ? '–' : page.number(row.meanSpotSize, 1),
        rateOf(row, page),
      ];
    });
  const columns: readonly TextColumn[] = [
    { title: study.estimate.population, widest: 24 },
    { title: page.where.estimate, align: 'right' },
    { title: study.estimate.low, align: 'right' },
    { title: study.estimate.high, align: 'right' },
    { title: `${page.number(0)} … ${page.number(Math.round(most))}`, isWhole: true },
    { title: page.where.spots, align: 'right' },
    { title: study.estimate.perSpot, align: 'right' },
    { title: page.where.per1000, align: 'left' },
  ];
  const width = Math.max(16, Math.min(36, voice.columns - 74));
  return fitBars((bars) => drawTable(columns, rows(bars), voice), width, voice.columns);
}

function rateOf(row: NationalEstimate, page: Words): string {
  if (row.rate === undefined) return '–';
  return `${page.number(row.rate.per1000, 1)} ${printable(page.denominator(row.rate.denominator))}`;
}

function sayRange(estimates: Estimates, voice: Voice): string {
  const { page, study } = voice.words;
  const said = [study.estimate.extremes];
  for (const { population, interval, estimateWithRange } of estimates.national) {
    if (interval === undefined || estimateWithRange <= 0) continue;
    const ends = page.range(Math.round(interval.low), Math.round(interval.high));
    const basis = study.basis[interval.basis];
    said.push(study.estimate.interval(printable(population), ends, basis, interval.method));
  }
  return voice.faint(said.join('\n'));
}

function drawWeeks(study: Study, estimates: Estimates, voice: Voice): string {
  const { page, study: say } = voice.words;
  const dayNames = (days: readonly Day[]) => days.map((day) => say.estimate.days[day]).join(' ');
  const rows = estimates.week
    .filter((week) => week.municipality === '')
    .map((week) => [
      printable(week.population),
      drawWeek(
        DAYS.map((day) => week.days[day]),
        voice,
      ),
      week.changePercent === undefined ? '–' : sayPercentChange(week.changePercent, page),
      week.peakDays.length === 0 ? say.estimate.flat : dayNames(week.peakDays),
    ]);
  const weekend = dayNames(study.settings.weekend);
  return drawTable(
    [
      { title: say.estimate.week },
      { title: say.estimate.weekHead },
      { title: say.estimate.weekend(weekend), align: 'right' },
      { title: say.estimate.busiest },
    ],
    rows,
    voice,
  );
}

const LARGEST_SHOWN = 5;

/** The municipalities with most people, in the whole persons the tables hold. */
function drawLargest(study: Study, estimates: Estimates, voice: Voice): string[] {
  const {
    page,
    study: { labelled },
  } = voice.words;
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
      ({ area, persons }) => `${printable(area.municipality)} ${page.number(persons)}`,
    );
    const top = page.answers.top(largest.length, areas.length, share, study.settings.municipality_title);
    const title = labelled(printable(nation.population), top);
    return [`${title}\n  ${voice.faint(names.join(' · '))}`];
  });
}

const FIRST_NAMED = 5;
const VISITS_SHOWN = [5, 10, 20];

/** What validating the next spots would do to each total that rests on level 1 figures. */
function drawValidateNext({ national, validateNext }: Estimates, voice: Voice): string[] {
  const { labelled, estimate: say } = voice.words.study;
  return national.flatMap(({ population }) => {
    const rows = validateNext.filter((row) => row.population === population);
    const [best] = rows;
    if (best === undefined) return [];
    const names = rows.slice(0, FIRST_NAMED).map((row) => printable(row.spotId));
    const first = voice.faint(say.validateFirst(names.join(' · ')));
    if (best.totalError === undefined) {
      return [`${labelled(printable(population), say.tooFewBoth(rows.length))}\n  ${first}`];
    }
    const cuts = VISITS_SHOWN.filter((visits) => visits <= rows.length).map((visits) =>
      say.afterVisits(rows[visits - 1]?.totalErrorAfterAll ?? 0, visits),
    );
    const after = cuts.length > 0 ? cuts : [say.afterAll(rows.at(-1)?.totalErrorAfterAll ?? 0)];
    const error = [say.totalError(best.totalError), ...after].join(', ');
    const title = labelled(printable(population), say.level1Only(rows.length));
    return [`${title}\n  ${voice.faint(error)}\n  ${first}`];
  });
}

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
