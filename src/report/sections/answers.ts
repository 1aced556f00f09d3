import { markup, type Markup, type Piece } from '../../draw/markup.js';
import { DAYS } from '../../model/week.js';
import type { Words } from '../../draw/words/english.js';
import { barOf, filledBar, rangeBar, type Drawing } from '../parts.js';
import { busiestHours } from '../view/hours-view.js';
import type { GapReason } from '../../plan/microplan.js';
import type { MetView, ReportPopulation } from '../view/report-view.js';

/** The first screen: how many, where most, when busiest, how sure, who is not covered; a row a population. */
export function answers(drawing: Drawing): Markup {
  const { view, words } = drawing;
  const say = words.answers;
  const most = Math.max(
    ...view.populations.map(({ nation }) => Math.max(nation.persons ?? 0, nation.range?.high ?? 0)),
  );
  const questions = [
    { question: say.howMany, kind: 'many', answer: (of: ReportPopulation) => howMany(of, most, drawing) },
    { question: say.whereMost, kind: 'where', answer: (of: ReportPopulation) => whereMost(of, drawing) },
    { question: say.whenBusiest, kind: 'when', answer: (of: ReportPopulation) => whenBusiest(of, drawing) },
    { question: say.howSure, kind: 'sure', answer: (of: ReportPopulation) => howSure(of, drawing) },
    { question: say.notCovered, kind: 'gap', answer: (of: ReportPopulation) => notCovered(of, drawing) },
  ].filter(({ kind }) => hasDetail(view.populations) || ['many', 'where', 'sure'].includes(kind));
  const rows = view.populations.map((population) => {
    const { code, label } = population;
    const name = label === code ? code : markup`${label}<small>${code}</small>`;
    const cells = questions.map(
      ({ question, kind, answer }) =>
        markup`<td role="cell" class="a-${kind}" data-q="${question}">${answer(population)}</td>`,
    );
    return markup`<tr role="row"><th scope="row" role="rowheader">${name}</th>${cells}</tr>`;
  });
  return markup`<section class="answers" id="answers" aria-labelledby="answers-title"><h2 id="answers-title">${say.title}</h2><table role="table" class="table-answers"><thead role="rowgroup"><tr role="row"><td role="cell" class="who"></td>${questions.map(({ question, kind }) => markup`<th scope="col" role="columnheader" class="a-${kind}">${question}</th>`)}</tr></thead><tbody role="rowgroup">${rows}</tbody></table></section>`;
}

const hasDetail = (populations: readonly ReportPopulation[]) =>
  populations.some(({ evidence }) => evidence !== undefined);

function howMany({ nation, met }: ReportPopulation, most: number, { words }: Drawing): Piece {
  const say = words.answers;
  if (nation.persons === undefined) return markup`<span class="small">${say.hiddenTotal}</span>`;
  const rate =
    nation.rate === undefined
      ? undefined
      : markup`<span class="small faint">${say.per1000(nation.rate.per1000, words.denominator(nation.rate.denominator))}</span>`;
  return [
    markup`<span class="big">${words.number(nation.persons)}</span>`,
    nation.range === undefined
      ? undefined
      : markup`<span class="small nowrap span">${words.range(nation.range.low, nation.range.high)}</span>`,
    markup`<span class="scaled">${rangeBar(nation.persons, nation.range, most)}<span class="ends" aria-hidden="true"><span>${words.number(0)}</span><span>${words.number(most)}</span></span></span>`,
    met === undefined ? undefined : metAt(met, words),
    rate,
  ];
}

/** Who is met at places, who by phone or on the web and who at no spot; nothing where everybody is met at places. */
function metAt({ places, phone, web, elsewhere }: MetView, words: Words): Markup | undefined {
  if (phone + web + elsewhere === 0) return undefined;
  const atNoSpot = words.answers.mostly(elsewhere, words.uncovered.reasons.not_met_at_spots);
  const met = words.sizes.modes(places, phone, web);
  return markup`<span class="small">${elsewhere > 0 ? `${met}; ${atNoSpot}` : met}</span>`;
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

/** Three things apart: how far the answers lie from one another, how much was seen on site, and who was not counted. */
function howSure(population: ReportPopulation, drawing: Drawing): Piece {
  const say = drawing.words.answers;
  const facts = [
    [say.rangeHead, rangeFact(population, drawing.words)],
    [say.knownHead, visitedFact(population, drawing.words)],
    [say.notCountedHead, notCountedFact(population, drawing)],
  ] as const;
  return markup`<dl class="facts">${facts.map(([head, fact]) => (fact === undefined ? undefined : markup`<div><dt>${head}</dt><dd>${fact}</dd></div>`))}</dl>`;
}

function rangeFact({ nation, evidence }: ReportPopulation, words: Words): Piece {
  const say = words.answers;
  const { persons, range } = nation;
  if (range === undefined || persons === undefined || persons === 0) return say.noRange;
  const without = evidence?.spotsWithoutRange ?? 0;
  const ends = [range.low, range.high].map((end) => Math.round(100 * (end / persons - 1)));
  return markup`<b class="mid">${say.ends(ends[0] ?? 0, ends[1] ?? 0)}</b> ${say.endsSay}${without > 0 ? `; ${say.withoutRange(without)}` : ''}`;
}

function visitedFact({ evidence }: ReportPopulation, words: Words): Piece {
  if (evidence === undefined) return undefined;
  const say = words.answers;
  const { spots, remote, validated, validatedShare } = evidence;
  const seen = say.evidence(spots, validated, validatedShare ?? 0);
  return remote > 0 ? `${seen}: ${say.remote(spots - remote, remote)}` : seen;
}

function notCountedFact({ met }: ReportPopulation, { view, words }: Drawing): Piece {
  const say = words.answers;
  const { notVisited, outlines } = view.places;
  return words.list([
    say.unlisted,
    ...(met !== undefined && met.elsewhere === 0 ? [say.noSpot] : []),
    ...(notVisited.size > 0 ? [say.unvisited(notVisited.size, outlines.length, view.areaWord)] : []),
  ]);
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
