import { markup, Markup } from '../draw/markup.js';
import { ENGLISH, type Words } from '../draw/words/english.js';
import type { Drawing, Section } from './parts.js';
import { REPORT_SCRIPT } from './script.js';
import { answers } from './sections/answers.js';
import { baseMap, mapSymbols } from './sections/base-map.js';
import { choices } from './sections/choices.js';
import { concentration } from './sections/concentration.js';
import { forest } from './sections/forest.js';
import { issues } from './sections/issues.js';
import { kinds } from './sections/kinds.js';
import { methods } from './sections/methods.js';
import { plan } from './sections/plan.js';
import { protection, runCard } from './sections/run-card.js';
import { sizes } from './sections/sizes.js';
import { trace } from './sections/trace.js';
import { uncovered } from './sections/uncovered.js';
import { week } from './sections/week.js';
import { where } from './sections/where.js';
import { REPORT_STYLE } from './style.js';
import type { ReportPopulation, ReportView } from './view/report-view.js';

/**
 * The report as one HTML page that needs nothing else: no file, no network, no script. It shows what the view holds and
 * nothing more, so what an audience may see is decided before. Everything that comes from the study is escaped, and a
 * policy in the page lets no script run but its own. `sha256` gives the hexadecimal digest the policy names that script by.
 */
export function reportPage(told: ReportView, words: Words, sha256: (text: string) => string): string {
  const view = { ...told, populations: told.populations.map((of) => named(of, words)) };
  const drawing: Drawing = { view, words };
  const base = baseMap(view);
  const sections = [
    where(drawing, base),
    sizes(drawing),
    week(drawing),
    kinds(drawing),
    concentration(drawing),
    plan(drawing, base),
    uncovered(drawing),
    trace(drawing),
    forest(drawing),
    choices(drawing),
    protection(drawing),
    issues(drawing),
    methods(drawing),
    runCard(drawing),
  ].filter((section) => section !== undefined);
  const title = view.title === '' ? words.answers.title : view.title;
  const page = markup`<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${base64(sha256(REPORT_SCRIPT))}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(REPORT_STYLE)}</style>
</head>
<body>
<a class="skip" href="#answers">${words.page.skip}</a>
${base === undefined ? undefined : mapSymbols(view, base)}
<header>
${heading(view, words)}
</header>
<main>
${answers(drawing)}
<nav aria-label="${words.page.contents}"><ul>${sections.map(({ id, title: name }) => markup`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${sections.map((section) => framed(section))}
</main>
<footer><p>${words.page.footer(view.run.version)}</p></footer>
<script>${new Markup(REPORT_SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}

/** A population under its name in the language of the page, where the study calls it what the guidelines do. */
function named(population: ReportPopulation, words: Words): ReportPopulation {
  const { code, label } = population;
  const isUsual = ENGLISH.populations[code]?.toLowerCase() === label.toLowerCase();
  return isUsual ? { ...population, label: words.populations[code] ?? label } : population;
}

function heading(view: ReportView, words: Words): Markup {
  const kicker = [view.country, view.round].filter((part) => part !== '').join(' · ');
  const title = view.title === '' ? words.answers.title : view.title;
  const audience = words.page.audiences[view.audience];
  const notes =
    view.notes.length === 0
      ? undefined
      : markup`<div class="notes" role="note">${view.notes.map((note) => markup`<p>${note}</p>`)}</div>`;
  return markup`${kicker === '' ? undefined : markup`<p class="kicker">${kicker}</p>`}<h1>${title}</h1><p class="audience"><span class="badge">${audience.name}</span> ${audience.says}</p>${words.page.draft === '' ? undefined : markup`<p class="audience">${words.page.draft}</p>`}${notes}`;
}

const framed = ({ id, title, body }: Section) =>
  markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>
`;

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Hexadecimal digits of whole bytes in base 64. */
export function base64(hex: string): string {
  let text = '';
  for (let at = 0; at < hex.length; at += 6) {
    const digits = hex.slice(at, at + 6);
    const bits = Number.parseInt(digits.padEnd(6, '0'), 16);
    const signs = [18, 12, 6, 0].map((shift) => SIGNS.charAt((bits >> shift) & 63)).join('');
    text += signs.slice(0, digits.length / 2 + 1).padEnd(4, '=');
  }
  return text;
}
