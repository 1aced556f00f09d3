import { markup } from '../../draw/markup.js';
import { rangeBar, whenOf, type Drawing, type Section } from '../parts.js';
import type { TypologyView } from '../view/report-view.js';

/** People by kind of spot, a table of bars a population. */
export function kinds(drawing: Drawing): Section | undefined {
  const { view, words } = drawing;
  const shown = view.populations.filter(({ typologies }) => (typologies ?? []).length > 0);
  if (shown.length === 0) return undefined;
  const say = words.kinds;
  const blocks = shown.map(({ label, typologies = [], evidence }) => {
    const most = Math.max(0, ...typologies.map((kind) => Math.max(kind.persons ?? 0, kind.range?.high ?? 0)));
    const hidden = typologies.filter(({ isHidden }) => isHidden).map(({ name }) => name);
    const rest =
      hidden.length === 0
        ? undefined
        : markup`<p class="small faint">${words.where.hiddenRows(words.list(hidden))}</p>`;
    const rows = typologies
      .filter(({ isHidden }) => !isHidden)
      .map((kind) => {
        const { persons, range, share } = kind;
        const missing = '–';
        return markup`<tr><th scope="row">${nameOf(kind, drawing)}</th><td class="n">${persons === undefined ? missing : words.number(persons)}</td><td class="n">${share === undefined ? missing : words.wholePercent(share)}</td><td class="wide">${rangeBar(persons, range, most)}</td><td class="n">${range === undefined ? missing : words.range(range.low, range.high)}</td></tr>`;
      });
    const caption =
      evidence === undefined
        ? say.captionAggregated(label, whenOf(view))
        : say.caption(label, whenOf(view), evidence.spots);
    return markup`<div class="block"><h3>${label}</h3><div class="scroll"><table><thead><tr><th scope="col">${say.kind}</th><th scope="col" class="n">${words.where.estimate}</th><th scope="col" class="n">${words.where.share}</th><th scope="col" class="wide">${words.where.barHead(most)}</th><th scope="col" class="n">${words.where.rangeHead}</th></tr></thead><tbody>${rows}</tbody></table></div>${rest}<p class="small faint">${caption}</p></div>`;
  });
  return { id: 'kinds', title: say.title, body: markup`<p class="lead">${say.lead}</p>${blocks}` };
}

function nameOf({ name, mode }: TypologyView, { words }: Drawing): string {
  const kind = name === '' ? words.kinds.unstated : name;
  return mode === undefined || mode === 'geo' ? kind : `${kind} (${words.kinds.modes[mode]})`;
}
