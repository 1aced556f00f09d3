import { markup, type Markup } from '../../draw/markup.js';
import type { Drawing, Section } from '../parts.js';

/** What the page was made from: version, command, seed, options, and the fingerprints of files in and out. */
export function runCard({ view, words }: Drawing): Section {
  const { run } = view;
  const say = words.run;
  const facts: readonly (readonly [string, string])[] = [
    [say.seed, run.seed === undefined ? say.none : String(run.seed)],
    [
      say.options,
      run.options.length === 0
        ? say.none
        : run.options.map(([name, value]) => `${name} ${value}`).join(' · '),
    ],
    ...(run.rows.length === 0
      ? []
      : [[say.rows, run.rows.map(([name, count]) => `${name} ${words.number(count)}`).join(' · ')] as const]),
  ];
  return {
    id: 'run',
    title: say.title,
    body: markup`<p class="lead">${say.lead}</p><div class="card"><h3>${say.made(run.command, run.version)}</h3><dl>${facts.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div>${files(say.inputs, run.inputs, { view, words })}${files(say.outputs, run.outputs, { view, words })}`,
  };
}

function files(
  title: string,
  list: readonly { readonly name: string; readonly sha256: string }[],
  { words }: Drawing,
): Markup | undefined {
  if (list.length === 0) return undefined;
  const rows = list.map(
    ({ name, sha256 }) => markup`<tr><th scope="row">${name}</th><td class="hash">${sha256}</td></tr>`,
  );
  return markup`<details><summary>${title} (${words.number(list.length)})</summary><table><thead><tr><th scope="col">${words.run.file}</th><th scope="col">${words.run.hash}</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

/** How a page of an aggregated audience was protected. */
export function protection({ view, words }: Drawing): Section | undefined {
  if (view.protection === undefined) return undefined;
  const { rules, shown, hidden } = view.protection;
  return {
    id: 'protection',
    title: words.protection.title,
    body: markup`<p>${words.protection.says(shown, hidden)}</p><p>${words.protection.rules(rules)}</p>`,
  };
}
