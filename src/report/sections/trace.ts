import { markup } from '../../draw/markup.js';
import { barOf, filledBar, inEnglish, whenOf, type Drawing, type Section } from '../parts.js';

/** The chain of steps as a waterfall: what each did to the total, from raw sum to estimate. */
export function trace(drawing: Drawing): Section | undefined {
  const { view, words } = drawing;
  const shown = view.populations.filter(({ trace: rows }) => rows !== undefined && rows.length > 0);
  if (shown.length === 0) return undefined;
  const say = words.trace;
  const blocks = shown.map(({ label, trace: rows = [] }) => {
    const most = Math.max(1, ...rows.map((row) => Math.max(row.estimate, row.estimate - row.change)));
    const lines = rows.map((row, at) => {
      const before = row.estimate - row.change;
      const isFirst = at === 0;
      const kind = isFirst ? 'soft' : row.change < 0 ? 'down' : 'full';
      const changes = Math.round(row.change);
      const text = isFirst
        ? words.number(row.estimate)
        : changes === 0
          ? say.unchanged
          : words.signed(changes);
      const mark = markup`<b style="left:${Math.round((1000 * row.estimate) / most) / 10}%"></b>`;
      return markup`<tr><th scope="row">${say.steps[row.step] ?? row.step}${row.note === '' ? undefined : markup`<small${inEnglish(words)}>${row.note}</small>`}</th><td class="small faint narrow-off"${inEnglish(words)}>${row.method}</td><td class="n">${text}</td><td class="wide">${barOf([filledBar(before / most, row.estimate / most, kind), mark])}</td><td class="n">${words.number(Math.round(row.estimate))}</td><td class="n narrow-off">${words.number(row.rows)}</td></tr>`;
    });
    return markup`<div class="block"><h3>${label}</h3><div class="scroll"><table class="trace"><thead><tr><th scope="col">${say.step}</th><th scope="col" class="narrow-off">${say.method}</th><th scope="col" class="n">${say.change}</th><th scope="col" class="wide">${words.where.barHead(Math.round(most))}</th><th scope="col" class="n">${say.after}</th><th scope="col" class="n narrow-off">${say.rows}</th></tr></thead><tbody>${lines}</tbody></table></div><p class="small faint">${say.caption(label, whenOf(view))}</p></div>`;
  });
  return { id: 'trace', title: say.title, body: markup`<p class="lead">${say.lead}</p>${blocks}` };
}
