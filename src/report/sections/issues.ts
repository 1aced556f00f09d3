import { markup } from '../../draw/markup.js';
import { ISSUES, type IssueKind } from '../../model/issue-catalogue.js';
import type { Issue, Severity } from '../../model/issue.js';
import { inEnglish, type Drawing, type Section } from '../parts.js';

const PLACES = 3;
const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** What is doubtful in the data: a line a kind of issue, with where it was found. Cells are never shown. */
export function issues(drawing: Drawing): Section | undefined {
  const { view, words } = drawing;
  if (view.issues === undefined) return undefined;
  const say = words.issues;
  const count = (severity: Severity) =>
    view.issues?.filter((issue) => issue.severity === severity).length ?? 0;
  const groups = new Map<string, Issue[]>();
  for (const issue of view.issues) groups.set(issue.code, [...(groups.get(issue.code) ?? []), issue]);
  const rows = [...groups.values()]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((group) => {
      const [first] = group;
      const kinds: Readonly<Record<string, IssueKind>> = ISSUES;
      const places = group
        .slice(0, PLACES)
        .map(({ file, line, column }) => [file, line, column].filter((part) => part !== undefined).join(':'));
      const more = group.length > PLACES ? ` ${say.andMore(group.length - PLACES)}` : '';
      const title = kinds[first?.code ?? '']?.title ?? first?.code ?? '';
      const detail = group.length === 1 ? first?.message : say.times(group.length);
      return markup`<tr><th scope="row">${say.severity[first?.severity ?? 'note']}</th><td${inEnglish(words)}>${title}<span class="small faint"><br>${detail} <code>${first?.code}</code></span></td><td class="small">${[...new Set(places)].join(', ')}${more}</td><td class="small narrow-off"${inEnglish(words)}>${first?.fix}</td></tr>`;
    });
  const table =
    rows.length === 0
      ? undefined
      : markup`<div class="scroll"><table><thead><tr><th scope="col"></th><th scope="col">${say.what}</th><th scope="col">${say.where}</th><th scope="col" class="narrow-off">${say.todo}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return {
    id: 'issues',
    title: say.title,
    body: markup`<p>${rows.length === 0 ? say.none : say.counts(count('error'), count('warning'), count('note'))}</p>${table}`,
  };
}

const rankOf = ([first]: readonly Issue[]) => ORDER.indexOf(first?.severity ?? 'note');
