import { CAPTURE_SCENARIOS } from './capture-scenarios.js';
import { SURVEY_SCENARIOS } from './survey-scenarios.js';
import { TOTAL_SCENARIOS } from './total-scenarios.js';
import { TRACKING_SCENARIOS } from './tracking-scenarios.js';
import type { ScoredScenario, SizingScenario, SizingScore } from './trials.js';

/** Every scenario in which the sizing methods are tried. */
export const SIZING_SCENARIOS: readonly SizingScenario[] = [
  ...CAPTURE_SCENARIOS,
  ...SURVEY_SCENARIOS,
  ...TRACKING_SCENARIOS,
  ...TOTAL_SCENARIOS,
];

/** The seed of the published page. */
export const SIZING_SEED = 1;

const percent = (share: number, signed = false) =>
  `${signed && share >= 0 ? '+' : ''}${(100 * share).toFixed(share > 10 ? 0 : 1)}%`;

/** Returns the calibration of the sizing methods as a Markdown page. Same scores, same bytes. */
export function sizingPage(scored: readonly ScoredScenario[]): string {
  const families = [...new Set(scored.map(({ scenario }) => scenario.family))];
  return `${[
    introduction(scored),
    '## Intervals that do not hold what they claim',
    failures(scored),
    ...families.flatMap((family) => [
      `## ${family}`,
      ...scored.filter(({ scenario }) => scenario.family === family).flatMap(chapter),
    ]),
  ].join('\n\n')}\n`;
}

function introduction(scored: readonly ScoredScenario[]): string {
  return `# Calibration of the sizing methods

Made by \`npm run calibrate -- --sizing\`; the same command gives the same bytes. Do not edit. The estimation chain of
mapping is judged in [calibration.md](calibration.md).

Every interval of every sizing method was tried on invented studies whose truth is known: ${scored.length} scenarios, some in
which the assumptions hold and some in which they fail in a known way. It shows how methods err, not how large a real
population is.

- **bias**: mean of estimate / truth, less 1.
- **holds**: share of intervals that held the truth, ± its Monte Carlo standard error; a 95% interval that is right shows
  95% here, give or take twice that error. Trials in which a method refused are not in it.
- **width**: mean of (high − low) / truth.
- **refused**: share of trials in which the method gave no number and said why.`;
}

/** Monte Carlo errors by which an interval must miss its claim to be listed, and the least shortfall. */
const ERRORS = 2;
const SHORTFALL = 0.02;

function failures(scored: readonly ScoredScenario[]): string {
  const rows = scored.flatMap(({ scenario, scores }) =>
    scores
      .filter(
        ({ holds, holdsError, level, given }) =>
          level !== undefined && given > 1 && holds + ERRORS * holdsError < level - SHORTFALL,
      )
      .map((score) => ({ scenario, score })),
  );
  rows.sort((a, b) => a.score.holds - b.score.holds);
  return table(
    ['method', 'interval', 'scenario', 'holds', 'bias'],
    rows.map(({ scenario, score }) => [
      `\`${score.method}\``,
      score.interval,
      `${scenario.family}: ${scenario.title}`,
      percent(score.holds),
      percent(score.bias, true),
    ]),
  );
}

function chapter({ scenario, trials, scores }: ScoredScenario): string[] {
  return [
    `### ${scenario.family}: ${scenario.title}`,
    `${trials} trials.`,
    table(['method', 'interval', 'bias', 'holds', 'width', 'refused'], scores.map(scoreRow)),
  ];
}

function scoreRow({
  method,
  interval,
  given,
  refused,
  bias,
  holds,
  holdsError,
  width,
  level,
}: SizingScore): string[] {
  const claims = level === undefined ? ' (claims no level)' : '';
  const whole = given + refused;
  return [
    `\`${method}\``,
    `${interval}${claims}`,
    given === 0 ? '–' : percent(bias, true),
    given === 0 ? '–' : `${percent(holds)} ± ${percent(holdsError)}`,
    given === 0 ? '–' : width.toFixed(width > 100 ? 0 : 3),
    refused === 0 ? '' : percent(refused / whole),
  ];
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
