import type { Comparison } from './compare-published.js';
import { describeComparison, nameComparison, type Reproduction } from './reproduction.js';

/** Message of a workflow command: percent and line ends escaped. */
const escapeMessage = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Property of a workflow command: colons and commas would end it. */
const escapeProperty = (text: string) => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * The reproductions as GitHub workflow commands, one a line: an error at the line of published.csv for every number
 * that is off or not found, a notice for every known deviation, nothing for what matches.
 */
export function writeAnnotations(reproductions: readonly Reproduction[]): string {
  return reproductions
    .flatMap(({ file, comparisons }) =>
      comparisons
        .filter(({ status }) => status !== 'matched')
        .map((comparison) => `${annotate(comparison, file)}\n`),
    )
    .join('');
}

function annotate(comparison: Comparison, file: string): string {
  const level = comparison.status === 'known-deviation' ? 'notice' : 'error';
  const title = `${comparison.status}: ${nameComparison(comparison)}`;
  return `::${level} file=${escapeProperty(file)},line=${comparison.line},title=${escapeProperty(title)}::${escapeMessage(describeComparison(comparison))}`;
}
