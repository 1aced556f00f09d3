import stringWidth from 'string-width';
import { pad } from '../draw/text-table.js';
import { printable } from '../draw/printable.js';
import type { TerminalWords } from '../draw/words/terminal/english.js';
import type { Issue, Severity } from '../model/issue.js';
import type { Voice } from './voice.js';

/** Issues of one code shown before the rest are only counted. */
const SHOWN_OF_ONE_CODE = 20;

/** The issues as lines for a person: where, what, what to do; at most twenty of one code. */
export function drawIssues(
  issues: readonly Issue[],
  voice: Voice,
  options: { readonly all?: boolean; readonly values?: boolean } = {},
): string {
  const lines: string[] = [];
  const shown = new Map<string, number>();
  for (const issue of issues) {
    const count = (shown.get(issue.code) ?? 0) + 1;
    shown.set(issue.code, count);
    if (options.all === true || count <= SHOWN_OF_ONE_CODE)
      lines.push(...drawIssue(issue, voice, options.values === true));
  }
  for (const [code, count] of shown) {
    if (options.all !== true && count > SHOWN_OF_ONE_CODE) {
      lines.push(voice.faint(voice.words.study.issues.more(count - SHOWN_OF_ONE_CODE, code)));
    }
  }
  return lines.join('\n');
}

function drawIssue(issue: Issue, voice: Voice, showValue: boolean): string[] {
  const place = [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const value = showValue && issue.value !== undefined ? ` [${printable(issue.value)}]` : '';
  const paint: Record<Severity, (text: string) => string> = {
    error: voice.bad,
    warning: voice.doubtful,
    note: voice.faint,
  };
  const names = voice.words.page.issues.severity;
  const width = Math.max(...Object.values(names).map((name) => stringWidth(name)));
  const severity = paint[issue.severity](pad(names[issue.severity], width, 'left'));
  return [
    `${severity}  ${printable(place)}  ${voice.faint(issue.code)}`,
    `${' '.repeat(width + 2)}${printable(issue.message)}${value} ${printable(issue.fix)}`,
  ];
}

/** One line that counts issues by how much they matter. */
export function countIssues(issues: readonly Issue[], words: TerminalWords): string {
  const count = (severity: Severity) => issues.filter((issue) => issue.severity === severity).length;
  return words.study.issues.counts(count('error'), count('warning'), count('note'));
}
