import { addDays } from '../../model/calendar.js';
import { DAYS, type Day } from '../../model/week.js';
import type { Microplan, PlannedPart, PlannedWorker, Visit } from '../microplan.js';
import { arrivalDay } from '../tables/visits.js';
import { ENGLISH_SHEETS, type SheetWords } from '../../draw/words/sheets/english.js';
import { icon, iconSymbols, ITEM_ICONS, type Icon } from './icons.js';
import { SHEET_STYLE } from './style.js';

/**
 * Printable sheets as one HTML page: one A4 sheet per worker and week with what to do where and when, and a line to tear
 * off for check-in and check-out. Of a pair, the leader's sheet says what to bring. Workers and spots stand by codes for paper; no coordinate, no population, no name.
 */
export function planSheets(plan: Microplan, words: SheetWords = ENGLISH_SHEETS): string {
  const context = contextOf(plan, words);
  const sheets = plan.workers.flatMap((worker) =>
    [1, 2, 3, 4].flatMap((week) => {
      const visits = (context.visits.get(worker.worker.code) ?? []).filter((visit) => visit.week === week);
      return visits.length === 0 ? [] : [sheet({ worker, week, visits }, context)];
    }),
  );
  const empty = `<section class="sheet"><p>${words.none}</p></section>`;
  return `<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>
${SHEET_STYLE}
</style>
</head>
<body>
${iconSymbols()}
${sheets.length === 0 ? empty : sheets.join('\n')}
</body>
</html>
`;
}

interface SheetContext {
  readonly plan: Microplan;
  readonly words: SheetWords;
  /** Visits by everyone who makes them, leader or partner, in order of time. */
  readonly visits: ReadonlyMap<string, readonly Visit[]>;
  readonly parts: ReadonlyMap<string, PlannedPart>;
  readonly aliases: ReadonlyMap<string, string>;
}

function contextOf(plan: Microplan, words: SheetWords): SheetContext {
  const visits = new Map<string, Visit[]>();
  const inOrder = [...plan.visits].sort((a, b) => timeOf(a) - timeOf(b));
  for (const visit of inOrder) {
    for (const code of [visit.worker, visit.partner]) {
      if (code !== undefined) visits.set(code, [...(visits.get(code) ?? []), visit]);
    }
  }
  return {
    plan,
    words,
    visits,
    parts: new Map(plan.parts.map((planned) => [planned.part.id, planned])),
    aliases: new Map(plan.workers.map(({ worker }) => [worker.code, worker.alias])),
  };
}

const timeOf = ({ week, day, from }: Visit) => ((week - 1) * 7 + DAYS.indexOf(day)) * 1440 + from;

interface Sheet {
  readonly worker: PlannedWorker;
  readonly week: number;
  readonly visits: readonly Visit[];
}

function sheet({ worker, week, visits }: Sheet, context: SheetContext): string {
  const say = context.words;
  const rows = visits.map((visit, at) => {
    const isFirst = at === 0 || visits[at - 1]?.day !== visit.day;
    return visitRow(visit, isFirst, { worker, context });
  });
  const start = context.plan.rules.start_date;
  const dates =
    start === undefined ? '' : say.dates(addDays(start, 7 * (week - 1)), addDays(start, 7 * week - 1));
  return `<section class="sheet">
<header><span class="worker">${worker.worker.alias}</span><span class="week">${say.week(week)}</span><span class="dates">${dates}</span></header>
<table>
<thead><tr><th class="c-day">${say.heads.day}</th><th class="c-time">${say.heads.time}</th><th class="c-where">${say.heads.where}</th><th>${say.heads.bring}</th><th class="done">${say.heads.met}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${key(visits, worker, context.words)}
${safetyLine(visits, context.words)}${say.draft === '' ? '' : `\n<p class="draft">${say.draft}</p>`}
</section>`;
}

interface RowContext {
  readonly worker: PlannedWorker;
  readonly context: SheetContext;
}

function visitRow(visit: Visit, isFirst: boolean, { worker, context }: RowContext): string {
  const { words } = context;
  const other = [visit.worker, visit.partner].find(
    (code) => code !== undefined && code !== worker.worker.code,
  );
  const planned = context.parts.get(visit.part);
  const isNight = visit.to > 1440;
  const isLeader = visit.worker === worker.worker.code;
  const items = ITEM_ICONS.flatMap((item) => {
    const pieces = visit.items[item] ?? 0;
    return pieces === 0 || !isLeader ? [] : [`<span>${icon(item, words)} ${words.number(pieces)}</span>`];
  });
  const spot = `${planned?.part.alias ?? ''}${planned?.part.letter ?? ''}`;
  return `<tr${isFirst ? ' class="first"' : ''}>
<td class="day">${isFirst ? dayText(visit, context) : ''}</td>
<td><span class="time">${words.time(visit.from)}</span><br><span class="small">${words.until(words.time(visit.to))} ${isNight ? icon('night', words) : ''}</span></td>
<td><span class="spot">${spot}</span><br><span class="met">${icon('people', words)} ${words.number(visit.expected)} &nbsp; ${icon('talk', words)} ${words.number(visit.contacts)}</span>${other === undefined ? '' : `<br><span class="met">${icon('pair', words)} ${context.aliases.get(other) ?? ''}</span>`}</td>
<td><div class="items">${items.join('')}</div></td>
<td class="done"><span class="box"></span></td>
</tr>`;
}

function dayText(visit: Visit, { plan, words }: SheetContext): string {
  const name = words.days[arrivalDay(visit)];
  const { start_date: start } = plan.rules;
  if (start === undefined) return name;
  const date = addDays(start, (visit.week - 1) * 7 + DAYS.indexOf(visit.day) + Math.floor(visit.from / 1440));
  return `${name}<br><span class="small">${words.day(date)}</span>`;
}

/** What the drawings on this sheet mean. */
function key(visits: readonly Visit[], { worker }: PlannedWorker, words: SheetWords): string {
  const led = visits.filter((visit) => visit.worker === worker.code);
  const items = ITEM_ICONS.filter((item) => led.some((visit) => (visit.items[item] ?? 0) > 0));
  const shown: Icon[] = [
    'people',
    'talk',
    ...(visits.some((visit) => visit.partner !== undefined) ? (['pair'] as const) : []),
    ...items,
    ...(visits.some((visit) => visit.to > 1440) ? (['night'] as const) : []),
  ];
  return `<div class="key">${shown.map((name) => `<span>${icon(name, words)} ${words.icons[name]}</span>`).join('')}</div>`;
}

/** The line to tear off and leave with whoever waits for the calls. */
function safetyLine(visits: readonly Visit[], words: SheetWords): string {
  const byDay = new Map<Day, readonly Visit[]>();
  for (const visit of visits) byDay.set(visit.day, [...(byDay.get(visit.day) ?? []), visit]);
  const times = [...byDay].map(([day, of]) => {
    const out = Math.max(...of.map((visit) => visit.to + visit.minutesHome));
    return `${words.days[day]} ${words.time(of[0]?.from ?? 0)}&ndash;${words.time(out)}`;
  });
  return `<footer class="safety">
<p>${icon('safe', words)} <strong>${times.join(' &middot; ')}</strong></p>
<p>${words.call} <span class="line"></span> ${words.safePoint} <span class="line"></span></p>
</footer>`;
}
