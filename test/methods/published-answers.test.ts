import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/program.js';
import { PUBLISHED_ANSWERS, type PublishedAnswer } from './published-answers.js';

const shown = (value: number, digits: number) =>
  value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits });

/** Half a unit of the last digit printed. */
const roundingOf = (printed: number) => 0.5 * 10 ** -(String(printed).split('.')[1]?.length ?? 0) + 1e-9;

const found = new Map<string, readonly number[]>();

/** The row of docs/sizing.md for an answer. */
function row({ what, source, printed, digits = 0, within }: PublishedAnswer): string {
  const list = (values: readonly number[]) => values.map((value) => shown(value, digits)).join(' · ');
  const how = within === undefined ? 'exact' : `Monte Carlo, ${100 * within}%`;
  return `| ${what} | ${source} | ${list(printed)} | ${list(found.get(what) ?? [])} | ${how} |`;
}

describe('published answers are reproduced', () => {
  it.each(PUBLISHED_ANSWERS.map((answer) => [answer.what, answer] as const))('%s', (what, answer) => {
    const { printed, here, within } = answer;
    const values = here();
    found.set(what, values);
    expect(values.length).toBe(printed.length);
    values.forEach((value, at) => {
      const expected = printed[at] ?? 0;
      if (within === undefined) expect(Math.abs(value - expected)).toBeLessThanOrEqual(roundingOf(expected));
      else expect(Math.abs(value / expected - 1)).toBeLessThan(within);
    });
  });

  it('and docs/sizing.md says of each where it comes from and how it comes out', () => {
    const page = readFileSync(join(ROOT, 'docs', 'sizing.md'), 'utf8');
    const table = [...page.matchAll(/^\|.*$/gm)].map(([line]) => line.replaceAll(/ {2,}/g, ' '));
    for (const answer of PUBLISHED_ANSWERS) expect(table).toContain(row(answer));
  });
});
