import { markup, type Markup, type Piece } from '../../draw/markup.js';
import { DAYS } from '../../model/week.js';
import { barOf, filledBar, rangeBar, type Drawing } from '../parts.js';
import { busiestHours } from '../view/hours-view.js';
import type { GapReason } from '../../plan/microplan.js';
import type { ReportPopulation } from '../view/report-view.js';

/** The first screen: how many, where most, when busiest, how sure, who is not covered; a row a population. */
export function answers(drawing: Drawing): Markup {
  const { view, words } = drawing;
  const say = words.answers;
  const most = Math.max(
    ...view.populations.map(({ nation }) => Math.max(nation.persons ?? 0, nation.range?.high ?? 0)),
  );
  const questions = [
    say.howMany,
    say.whereMost,
    ...(hasDetail(view.populations) ? [say.whenBusiest, say.howSure, say.notCovered] : [say.howSure]),
  ];
  const rows = view.populations.map((population) => {
    const cells = [
      howMany(population, most, drawing),
      whereMost(population, drawing),
      ...(hasDetail(view.populations)
        ? [whenBusiest(population, drawing), howSure(population, drawing), notCovered(population, drawing)]
        : [howSure(population, drawing)]),
    ];
    const { code, label } = population;
    const name = label === code ? code : markup`${label}<small>${code}</small>`;
    return markup`<tr><th scope="row">${name}</th>${cells.map((cell, at) => markup`<td data-q="${questions[at]}">${cell}</td>`)}</tr>`;
  });
  return markup`<section class="answers" id="answers" aria-labelledby="answers-title"><h2 id="answers-title">${say.title}</h2><table class="table-answers"><thead><tr><td class="who"></td>${questions.map((question) => markup`<th scope="col">${question}</th>`)}</tr></thead><tbody>${rows}</tbody></table></section>`;
}

const hasDetail = (populations: readonly ReportPopulation[]) =>
  populations.some(({ evidence }) => evidence !== undefined);

function howMany({ nation }: ReportPopulation, most: number, { words }: Drawing): Piece {
  const say = words.answers;
  if (nation.persons === undefined) return markup`<span class="small">${say.hiddenTotal}</span>`;
  const rate =
    nation.rate === undefined
      ? undefined
      : markup`<span class="small faint">${say.per1000(nation.rate.per1000, words.denominator(nation.rate.denominator))}</span>`;
  return [
    markup`<span class="big">${words.number(nation.persons)}</span>`,
    rangeBar(nation.persons, nation.range, most),
    nation.range === undefined
      ? undefined
      : markup`<span class="small nowrap">${words.range(nation.range.low, nation.range.high)}</span>`,
    rate,
  ];
}

const NAMED = 3;
const COUNTED = 5;

function whereMost({ areas, nation }: ReportPopulation, { view, words }: Drawing): Piece {
  const shown = areas.filter(({ persons }) => persons !== undefined);
  const all = areas.length;
  const top = shown.slice(0, COUNTED);
  const share = top.reduce((sum, area) => sum + (area.persons ?? 0), 0) / Math.max(1, nation.persons ?? 0);
  if (top.length === 0) return markup`<span class="small">${words.page.missing}</span>`;
  return [
    markup`<span class="mid">${top[0]?.name} <small>${words.number(top[0]?.persons ?? 0)}</small></span>`,
    markup`<ul class="top">${shown.slice(1, NAMED + 1).map((area) => markup`<li><span>${area.name}</span><span>${words.number(area.persons ?? 0)}</span></li>`)}</ul>`,
    markup`<span class="small faint">${words.answers.top(top.length, all, share, view.areaWord)}</span>`,
  ];
}

function whenBusiest({ week, hours }: ReportPopulation, { view, words }: Drawing): Piece {
  const say = words.answers;
  const span = hours === undefined ? undefined : busiestHours(hours.mean);
  const atHours =
    hours === undefined
      ? say.hoursUnknown
      : span === undefined
        ? say.hoursAllDay
        : say.hours(words.hourSpan(span.from, span.to));
  if (week === undefined)
    return [
      markup`<span class="mid">${span === undefined ? words.page.missing : words.hourSpan(span.from, span.to)}</span>`,
      markup`<span class="small">${say.weekUnknown}</span>`,
      markup`<span class="small faint">${atHours}</span>`,
    ];
  const most = Math.max(...DAYS.map((day) => week.days[day]));
  const bars = DAYS.map((day) => {
    const high = most > 0 ? Math.round((100 * week.days[day]) / most) : 0;
    return markup`<i${week.peakDays.includes(day) ? markup` class="peak"` : undefined} style="height:${high}%"></i>`;
  });
  return [
    markup`<span class="mid">${week.peakDays.length === 0 ? say.weekFlat : words.dayList(week.peakDays)}</span>`,
    markup`<div aria-hidden="true"><div class="strip">${bars}</div><div class="strip-days">${DAYS.map((day) => markup`<span>${words.dayLetters[day]}</span>`)}</div></div>`,
    week.changePercent === undefined || week.peakDays.length === 0
      ? undefined
      : markup`<span class="small">${say.weekend(words.dayList(view.weekend), Math.round(week.changePercent))}</span>`,
    markup`<span class="small faint">${atHours}</span>`,
  ];
}

function howSure({ nation, evidence, points }: ReportPopulation, { words }: Drawing): Piece {
  const say = words.answers;
  const { persons, range, interval } = nation;
  const ends =
    range === undefined || persons === undefined || persons === 0
      ? markup`<span class="small">${say.noRange}</span>`
      : [
          markup`<span class="mid">${say.ends(Math.round(100 * (range.low / persons - 1)), Math.round(100 * (range.high / persons - 1)))}</span>`,
          markup`<span class="small">${say.endsSay}</span>`,
        ];
  const computed =
    interval === undefined
      ? undefined
      : markup`<span class="small faint">${say.interval(words.range(Math.round(interval.low), Math.round(interval.high)), words.basisShort[interval.basis])}</span>`;
  const known =
    evidence === undefined || points === undefined
      ? undefined
      : markup`<span class="small faint">${say.evidence(evidence.spots, evidence.validatedShare, evidence.spotsWithoutRange)}</span>`;
  return [ends, computed, known];
}

function notCovered({ code, nation }: ReportPopulation, { view, words }: Drawing): Piece {
  const say = words.answers;
  const plan = view.plan?.populations.find((population) => population.code === code);
  if (plan === undefined) return markup`<span class="small">${say.noPlan}</span>`;
  const all = Math.max(1, nation.persons ?? 0);
  const reasons: Readonly<Record<GapReason, string>> = words.uncovered.reasons;
  const [main] = plan.reasons;
  return [
    markup`<span class="mid">${words.number(plan.uncovered)}</span>`,
    barOf([
      filledBar(0, plan.covered / all, 'full'),
      filledBar(plan.covered / all, (plan.covered + plan.uncovered) / all, 'miss'),
    ]),
    main === undefined
      ? markup`<span class="small">${say.everyone}</span>`
      : markup`<span class="small">${say.uncoveredOf(plan.uncovered / all, words.number(all))}</span>`,
    main === undefined
      ? undefined
      : markup`<span class="small faint">${say.mostly(main.persons, reasons[main.reason])}</span>`,
  ];
}
