import { markup } from '../../draw/markup.js';
import type { Change, GapReason } from '../../plan/microplan.js';
import { barOf, filledBar, type Drawing, type Section } from '../parts.js';

/** Who the plan does not reach: persons by reason, and what would help most of them. */
export function uncovered(drawing: Drawing): Section | undefined {
  const { view, words } = drawing;
  if (view.plan === undefined) return undefined;
  const say = words.uncovered;
  const reasons: Readonly<Record<GapReason, string>> = say.reasons;
  const changes: Readonly<Record<Change['kind'], string>> = say.changes;
  const blocks = view.plan.populations.map(({ code, reasons: rows, uncovered: missing, people }) => {
    const label = view.populations.find((population) => population.code === code)?.label ?? code;
    if (rows.length === 0) return markup`<p>${say.nobody(label)}</p>`;
    const most = Math.max(...rows.map(({ persons }) => persons));
    const lines = rows.map(
      ({ reason, persons, spots, change }) =>
        markup`<tr><th scope="row">${reasons[reason]}</th><td class="n">${words.number(persons)}</td><td class="wide narrow-off">${barOf(filledBar(0, persons / most, 'miss'))}</td><td class="n narrow-off">${spots === 0 ? '–' : words.number(spots)}</td><td>${changes[change]}</td></tr>`,
    );
    return markup`<div class="block"><h3>${say.caption(label, missing, people.estimate)}</h3><div class="scroll"><table><thead><tr><th scope="col">${say.reason}</th><th scope="col" class="n">${say.people}</th><th scope="col" class="wide narrow-off"></th><th scope="col" class="n narrow-off">${say.spots}</th><th scope="col">${say.change}</th></tr></thead><tbody>${lines}</tbody></table></div></div>`;
  });
  return { id: 'uncovered', title: say.title, body: markup`<p class="lead">${say.lead}</p>${blocks}` };
}
