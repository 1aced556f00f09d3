import { countStatuses, type Comparison } from './compare-published.js';
import { describeComparison, nameComparison, type Reproduction } from './reproduction.js';

/** Text made safe for XML 1.0: marks escaped, characters the format cannot hold replaced. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}

/**
 * The reproductions as JUnit XML: a suite for each study, a case for each published number. A mismatch is a failure, a
 * number that cannot be found an error; a known deviation passes and prints its evidence.
 */
export function writeJUnit(reproductions: readonly Reproduction[]): string {
  const suites = reproductions.map(writeSuite);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="spotwise reproduce">\n${suites.join('')}</testsuites>\n`;
}

function writeSuite({ study, file, comparisons }: Reproduction): string {
  const { mismatch, missing } = countStatuses(comparisons);
  const head = `  <testsuite name="${escapeXml(study)}" file="${escapeXml(file)}" tests="${comparisons.length}" failures="${mismatch}" errors="${missing}" skipped="0">\n`;
  const cases = comparisons.map((comparison) => writeCase(comparison, study));
  return `${head}${cases.join('')}  </testsuite>\n`;
}

function writeCase(comparison: Comparison, study: string): string {
  const start = `    <testcase classname="${escapeXml(`${study}.${comparison.table}`)}" name="${escapeXml(nameComparison(comparison))}" line="${comparison.line}"`;
  const said = escapeXml(describeComparison(comparison));
  switch (comparison.status) {
    case 'matched':
      return `${start}/>\n`;
    case 'known-deviation':
      return `${start}>\n      <system-out>known deviation: ${said}</system-out>\n    </testcase>\n`;
    case 'mismatch':
      return `${start}>\n      <failure type="mismatch" message="${said}"/>\n    </testcase>\n`;
    case 'missing':
      return `${start}>\n      <error type="missing" message="${said}"/>\n    </testcase>\n`;
  }
}
