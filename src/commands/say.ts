import type { World } from '../io/world.js';
import { pad } from '../draw/text-table.js';
import { printable } from '../draw/printable.js';
import { makeStyle, type Style } from '../draw/style.js';
import type { Issue, Severity } from '../model/issue.js';
import { isOn, type Invocation } from './command.js';

/** The style for a stream, by NO_COLOR, FORCE_COLOR, TERM and the options given. */
export function styleFor(invocation: Invocation, world: World, stream: 'stdout' | 'stderr'): Style {
  const { environment } = world;
  const isForbidden =
    (environment['NO_COLOR'] ?? '') !== '' ||
    environment['TERM'] === 'dumb' ||
    invocation.options['color'] === false;
  const isForced = (environment['FORCE_COLOR'] ?? '') !== '' && environment['FORCE_COLOR'] !== '0';
  const locale = environment['LC_ALL'] ?? environment['LC_CTYPE'] ?? environment['LANG'] ?? 'UTF-8';
  return makeStyle({
    colour: !isForbidden && (isForced || world[stream].isTerminal),
    plain: isOn(invocation, 'plain') || (world[stream].isTerminal && !/utf-?8/i.test(locale)),
    columns: world[stream].columns,
  });
}

/** Issues of one code shown before the rest are only counted. */
const SHOWN_OF_ONE_CODE = 20;

/** The issues as lines for a person: where, what, what to do; at most twenty of one code. */
export function drawIssues(
  issues: readonly Issue[],
  style: Style,
  options: { readonly all?: boolean; readonly values?: boolean } = {},
): string {
  const lines: string[] = [];
  const shown = new Map<string, number>();
  for (const issue of issues) {
    const count = (shown.get(issue.code) ?? 0) + 1;
    shown.set(issue.code, count);
    if (options.all === true || count <= SHOWN_OF_ONE_CODE)
      lines.push(...drawIssue(issue, style, options.values === true));
  }
  for (const [code, count] of shown) {
    if (options.all !== true && count > SHOWN_OF_ONE_CODE) {
      lines.push(
        style.faint(
          `… and ${count - SHOWN_OF_ONE_CODE} more of ${code} (--all shows them; issues.csv has them all)`,
        ),
      );
    }
  }
  return lines.join('\n');
}

function drawIssue(issue: Issue, style: Style, showValue: boolean): string[] {
  const place = [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const value = showValue && issue.value !== undefined ? ` [${printable(issue.value)}]` : '';
  const paint: Record<Severity, (text: string) => string> = {
    error: style.bad,
    warning: style.doubtful,
    note: style.faint,
  };
  const severity = paint[issue.severity](pad(issue.severity, 7, 'left'));
  return [
    `${severity}  ${printable(place)}  ${style.faint(issue.code)}`,
    `         ${printable(issue.message)}${value} ${printable(issue.fix)}`,
  ];
}

/** One line that counts issues by how much they matter. */
export function countIssues(issues: readonly Issue[]): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = issues.filter((issue) => issue.severity === severity).length;
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  return counts.join(', ');
}
