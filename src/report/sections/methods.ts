import { markup } from '../../draw/markup.js';
import { inEnglish, type Drawing, type Section } from '../parts.js';

/** The method box: the card of every choice, as `explain` prints it. */
export function methods(drawing: Drawing): Section | undefined {
  const { view, words } = drawing;
  if (view.methods.length === 0) return undefined;
  const say = words.methods;
  const cards = view.methods.map(({ step, variant, populations, settings, card }) => {
    const lines = card.paragraphs.map(
      ({ label, text }) =>
        markup`<dt>${label}</dt><dd${label === 'Formula' ? markup` class="formula"` : undefined}>${text}</dd>`,
    );
    const set = settings === '' ? undefined : markup`<dt>${say.set}</dt><dd>${settings}</dd>`;
    const who = populations.length === 0 ? say.all : words.list(populations);
    return markup`<div class="card"><p class="small faint">${step} · ${who}</p><h3>${card.heading.replace(/^[^:]*: /, '')}</h3><p class="small"><code>${variant}</code></p><dl>${set}${lines}</dl></div>`;
  });
  const [before = '', command = '', after = ''] = say.lead.split('`');
  return {
    id: 'methods',
    title: say.title,
    body: markup`<p class="lead">${before}<code>${command}</code>${after}</p><div class="cards"${inEnglish(words)}>${cards}</div>`,
  };
}
