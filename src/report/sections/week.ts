import { arc } from 'd3-shape';
import { markup, type Markup } from '../../draw/markup.js';
import type { Words } from '../../draw/words/english.js';
import { DAYS, type Day } from '../../model/week.js';
import { dataTable, fixed, picture, whenOf, type Drawing, type Section } from '../parts.js';
import { busiestHours } from '../view/hours-view.js';
import { widthOf } from './labels.js';
import { HOURS_START, type HoursView, type ReportPopulation } from '../view/report-view.js';

/** The week of each population: day by hour and the busy hours where hours are known, else the days, else that they are not. */
export function week(drawing: Drawing): Section | undefined {
  const { view, words } = drawing;
  if (view.populations.every(({ evidence }) => evidence === undefined)) return undefined;
  const blocks = view.populations.map((population, at) => {
    const { hours, week: days, label } = population;
    if (hours !== undefined)
      return markup`<div class="pair"><h3>${label}</h3><div>${heat(population, hours, { at, drawing })}</div><div>${clock(population, hours, { at, drawing })}</div></div>`;
    if (days === undefined)
      return markup`<div class="pair"><h3>${label}</h3><p>${words.week.unknown(label)}</p></div>`;
    return markup`<div class="pair"><h3>${label}</h3><div>${strip(population, drawing)}</div></div>`;
  });
  const isAny = view.populations.some(({ hours }) => hours !== undefined);
  return {
    id: 'when',
    title: words.week.title,
    body: markup`${isAny ? markup`<p class="lead">${words.week.lead}</p>` : undefined}${blocks}`,
  };
}

interface Context {
  readonly at: number;
  readonly drawing: Drawing;
}

const HOURS = Array.from({ length: 24 }, (_, at) => at);
const clockHour = (place: number) => (HOURS_START + place) % 24;

const CELL = { width: 14, height: 20 };
const TOP = 46;
const RIGHT = 62;

/** Room for the names of the days and for what the bars above are called. */
function roomForDays({ days, week: { mean } }: Words): number {
  const widest = Math.max(...[...DAYS.map((day) => days[day]), mean].map((text) => widthOf(text)));
  return Math.max(44, Math.ceil(widest) + 10);
}

function heat(population: ReportPopulation, hours: HoursView, { at, drawing }: Context): Markup {
  const { view, words } = drawing;
  const left = roomForDays(words);
  const most = Math.max(...hours.byDay.flat());
  const mostMean = Math.max(...hours.mean);
  const totals = hours.byDay.map((row) => Math.max(...row));
  const cells = DAYS.flatMap((day, row) =>
    HOURS.map((place) => {
      const persons = hours.byDay[row]?.[place] ?? 0;
      const step = persons <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((5 * persons) / most));
      const x = left + place * CELL.width;
      const y = TOP + row * CELL.height;
      return markup`<rect class="q${step} say" x="${x}" y="${y}" width="${CELL.width - 1}" height="${CELL.height - 1}" rx="1.5"><title>${words.week.atHour(words.days[day], words.hour(clockHour(place)), Math.round(persons))}</title></rect>`;
    }),
  );
  const bars = HOURS.map((place) => {
    const height = mostMean > 0 ? fixed((26 * (hours.mean[place] ?? 0)) / mostMean) : 0;
    return markup`<rect class="area" x="${left + place * CELL.width}" y="${fixed(TOP - 4 - height)}" width="${CELL.width - 1}" height="${height}"/>`;
  });
  const mostDay = Math.max(...totals);
  const right = left + 24 * CELL.width + 4;
  const sides = DAYS.map((day, row) => {
    const y = TOP + row * CELL.height;
    const width = mostDay > 0 ? fixed((24 * (totals[row] ?? 0)) / mostDay) : 0;
    return markup`<text class="faint" x="${left - 6}" y="${y + 14}" text-anchor="end">${words.days[day]}</text><rect class="area" x="${right}" y="${y + 2}" width="${width}" height="${CELL.height - 5}"/><text class="faint" x="${right + width + 4}" y="${y + 14}">${words.number(Math.round(totals[row] ?? 0))}</text>`;
  });
  const foot = TOP + 7 * CELL.height;
  const ticks = [0, 3, 6, 9, 12, 15, 18, 21, 24].map(
    (place) =>
      markup`<text class="faint" x="${left + place * CELL.width}" y="${foot + 13}" text-anchor="middle">${String(clockHour(place)).padStart(2, '0')}</text>`,
  );
  const [busyDay, busyHour] = busiestCell(hours);
  const title = words.week.heatTitle(population.label);
  const svg = picture(
    { id: `heat${at}`, width: right + RIGHT, height: foot + 18 },
    {
      title,
      summary: words.week.heatSays(words.days[busyDay], words.hour(clockHour(busyHour)), Math.round(most)),
    },
    [
      cells,
      bars,
      sides,
      ticks,
      markup`<text class="faint" x="${right}" y="${TOP - 6}">${words.week.fullest}</text>`,
      markup`<text class="faint" x="${left - 6}" y="${TOP - 10}" text-anchor="end">${words.week.mean}</text>`,
    ],
  );
  const caption = words.week.heatCaption({
    population: population.label,
    when: whenOf(view),
    known: hours.spotsKnown,
    spots: hours.spots,
    flat: hours.flat,
  });
  const table = dataTable(
    words,
    [{ title: words.week.hour }, ...DAYS.map((day) => ({ title: words.days[day], isNumber: true as const }))],
    HOURS.map((place) => [
      words.hour(clockHour(place)),
      ...hours.byDay.map((row) => words.number(Math.round(row[place] ?? 0))),
    ]),
  );
  return markup`<figure>${svg}<ul class="legend"><li><i class="q0"></i>${words.week.least}</li>${[1, 2, 3, 4, 5].map((step) => markup`<li><i class="q${step}"></i>${words.range(step === 1 ? 1 : Math.floor(((step - 1) * most) / 5) + 1, Math.max(1, Math.floor((step * most) / 5)))}</li>`)}</ul><figcaption>${caption}</figcaption></figure>${table}`;
}

function busiestCell({ byDay }: HoursView): readonly [Day, number] {
  let best: readonly [Day, number] = ['mon', 0];
  let most = -1;
  for (const [row, persons] of byDay.entries()) {
    for (const [place, value] of persons.entries()) {
      if (value > most) {
        most = value;
        best = [DAYS[row] ?? 'mon', place];
      }
    }
  }
  return best;
}

/** Where an hour stands on the dial, in radians from the top. */
const angle = (hour: number) => (hour / 24) * 2 * Math.PI;

const SIZE = 250;
const INNER = 34;
const OUTER = 96;

function clock(population: ReportPopulation, hours: HoursView, { at, drawing }: Context): Markup {
  const { words } = drawing;
  const most = Math.max(...hours.mean);
  const ring = arc<{ readonly from: number; readonly to: number; readonly outer: number }>()
    .innerRadius(INNER)
    .outerRadius(({ outer }) => outer)
    .startAngle(({ from }) => angle(from))
    .endAngle(({ to }) => angle(to))
    .digits(1);
  const petals = HOURS.map((place) => {
    const hour = clockHour(place);
    const persons = hours.mean[place] ?? 0;
    const outer = INNER + (most > 0 ? ((OUTER - INNER) * persons) / most : 0);
    const d = ring({ from: hour + 0.06, to: hour + 0.94, outer }) ?? '';
    return markup`<path class="petal say" d="${d}"><title>${words.week.atHour('', words.hour(hour), Math.round(persons)).trim()}</title></path>`;
  });
  const night = ring({ from: 18, to: 30, outer: OUTER }) ?? '';
  const marks = [0, 6, 12, 18].map((hour) => {
    const x = fixed(Math.sin(angle(hour)) * (OUTER + 15));
    const y = fixed(-Math.cos(angle(hour)) * (OUTER + 13) + 4);
    return markup`<text x="${x}" y="${y}" text-anchor="middle" class="faint">${words.hour(hour)}</text>`;
  });
  const span = busiestHours(hours.mean);
  const summary = words.week.clockSays(span === undefined ? undefined : words.hourSpan(span.from, span.to));
  const svg = picture(
    { id: `clock${at}`, width: SIZE, height: SIZE },
    { title: words.week.clockTitle(population.label), summary },
    markup`<g transform="translate(${SIZE / 2} ${SIZE / 2})"><circle r="${OUTER}" class="thin-line"/><circle r="${INNER + (OUTER - INNER) / 2}" class="thin-line"/><path class="night" d="${night}"/>${petals}${marks}</g>`,
  );
  const table = dataTable(
    words,
    [{ title: words.week.hour }, { title: words.week.people, isNumber: true }],
    HOURS.map((place) => [words.hour(clockHour(place)), words.number(Math.round(hours.mean[place] ?? 0))]),
  );
  return markup`<figure class="clock">${svg}<figcaption>${summary} ${words.week.clockCaption}</figcaption></figure>${table}`;
}

function strip({ label, week: days }: ReportPopulation, { view, words }: Drawing): Markup | undefined {
  if (days === undefined) return undefined;
  const most = Math.max(...DAYS.map((day) => days.days[day]));
  const bars = DAYS.map((day) => {
    const high = most > 0 ? Math.round((100 * days.days[day]) / most) : 0;
    return markup`<i${days.peakDays.includes(day) ? markup` class="peak"` : undefined} style="height:${high}%"></i>`;
  });
  const says = words.week.stripSays(words.dayList(days.peakDays));
  const caption = words.week.stripCaption({
    population: label,
    when: whenOf(view),
    known: days.spotsKnown,
    spots: days.spots,
  });
  const numbers = DAYS.map(
    (day) => markup`<span>${words.number(Math.round(days.days[day]))}<br>${words.days[day]}</span>`,
  );
  const table = dataTable(
    words,
    [{ title: words.week.day }, { title: words.week.people, isNumber: true }],
    DAYS.map((day) => [words.days[day], words.number(Math.round(days.days[day]))]),
  );
  return markup`<figure role="img" aria-label="${words.week.stripTitle(label)}. ${says}"><div class="strip large">${bars}</div><div class="strip-days large">${numbers}</div></figure><p class="small faint">${says} ${caption}</p>${table}`;
}
