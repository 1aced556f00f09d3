import type { CalibratedScenario, CalibrationEffort } from './calibration.js';
import type { IntervalScore, WayScore } from './score.js';
import { TARGETS } from './target.js';

/** The level every confidence interval here claims, and how far below it is still near. */
const CLAIMED = 0.95;
const NEAR = 0.93;

/** What became of the promise of an interval. */
export type Verdict =
  'claims no level' | 'too narrow' | 'a little narrow' | 'holds' | 'wider than it need be';

const BROKEN: ReadonlySet<Verdict> = new Set(['too narrow', 'a little narrow']);

/** Returns the calibration study as a Markdown page. Same scores, same bytes. */
export function calibrationPage(
  effort: CalibrationEffort,
  calibrated: readonly CalibratedScenario[],
): string {
  const parts = [
    introduction(effort, calibrated.length),
    '## Person-visit and its interval, scenario by scenario',
    summaryTable(calibrated),
    '## Intervals that do not cover what they claim',
    `Each claims to hold the truth in 95 of 100 towns and held it in fewer, by more than two Monte Carlo errors: "a
little narrow" where it may be no worse than 93%, "too narrow" where it is.`,
    sayRawSum(calibrated),
    failureTable(calibrated),
    ...calibrated.flatMap(chapter),
  ];
  return `${parts.join('\n\n')}\n`;
}

function introduction({ baseTowns, towns, replicates, seed }: CalibrationEffort, scenarios: number): string {
  return `# Calibration

Made by \`npm run calibrate\`; the same command gives the same bytes. Do not edit.

Every chain of methods and every interval was run on invented towns whose truth is known: ${scenarios} scenarios,
${baseTowns} towns of the base scenario and ${towns} of each other, seeds from ${seed} on, ${replicates} replicates an interval. Everything
here is invented; it shows how methods err when their assumptions hold or fail in known ways, not how large a real
population is.

- **bias**: mean of estimate / truth, less 1, with its Monte Carlo standard error after ±.
- **RMSE**: root mean square of estimate / truth − 1: what one study can expect to be off.
- **holds**: share of towns whose truth lay between the ends, with its Monte Carlo standard error after ±. A 95%
  interval that is right shows 95% here, give or take twice that error.
- **truth below, above**: share of towns whose truth lay below the low end, and above the high end.
- **width**: mean of (high − low) / truth.
- Only intervals marked **95%** claim a level. Ranges and spreads claim none; how often they hold is shown so that
  nobody reads a promise into them.

Not judged, because no invented town gives what they need: \`last-visit\` (when people were there before),
\`pairwise\` (who is shared by two spots), \`hidden: add\` (a count from elsewhere). Figures that \`share\`,
\`mean-visits\`, \`percent-off\`, \`frequency-mean\`, \`factor\` and \`frequency-duplication\` need are taken from the
interviews at spots, as a study without a survey would; with figures of persons, from a survey, they do better.`;
}

function summaryTable(calibrated: readonly CalibratedScenario[]): string {
  const rows = calibrated.flatMap(({ scenario, towns, scores }) => {
    const way = scores.find((score) => score.id === 'person-visit');
    const interval = way?.intervals.find((each) => each.basis === 'confidence');
    if (way === undefined || interval === undefined) return [];
    return [
      [
        `[${scenario.title}](#${anchor(scenario.title)})`,
        String(towns),
        `${percent(way.bias, true)} ± ${percent(way.biasError)}`,
        percent(way.rmse),
        `${percent(interval.holds)} ± ${percent(interval.holdsError)}`,
        interval.width.toFixed(3),
        verdict(interval),
      ],
    ];
  });
  return table(['scenario', 'towns', 'bias', 'RMSE', '95% bootstrap holds', 'width', 'verdict'], rows);
}

function failureTable(calibrated: readonly CalibratedScenario[]): string {
  const rows = calibrated.flatMap(({ scenario, scores }) =>
    scores
      .filter(isCorrected)
      .flatMap((way) =>
        way.intervals
          .filter((interval) => BROKEN.has(verdict(interval)))
          .map((interval) => [
            scenario.title,
            `${way.says} → ${TARGETS[way.target]}`,
            interval.label,
            `${percent(interval.holds)} ± ${percent(interval.holdsError)}`,
            verdict(interval),
            scenario.advice,
          ]),
      ),
  );
  return rows.length === 0
    ? 'None.'
    : table(['scenario', 'chain → what it is of', 'interval', 'holds', 'verdict', 'what to do'], rows);
}

/** Everything but the raw sum, whose interval is spoken of once. */
const isCorrected = (way: WayScore) => way.id !== 'none';

function sayRawSum(calibrated: readonly CalibratedScenario[]): string {
  const held = calibrated
    .flatMap(({ scores }) => scores.filter((way) => !isCorrected(way)))
    .flatMap((way) => way.intervals.filter(({ basis }) => basis === 'confidence'))
    .map(({ holds }) => holds);
  return `The bootstrap over spots around the raw sum is left out of this table: as an interval for people who come to
spots it held from ${percent(Math.min(...held))} to ${percent(Math.max(...held))}, by luck where it held, since the raw sum is an estimate of something else.`;
}

function chapter({ scenario, towns, scores }: CalibratedScenario): string[] {
  const judged = scores.flatMap((way) => way.intervals.map((interval) => intervalRow(way, interval)));
  return [
    `## ${scenario.title}`,
    `\`${scenario.id}\`, ${towns} towns. ${scenario.special}`,
    `**Tests.** ${scenario.tests}`,
    table(['chain', 'is of', 'bias', 'RMSE'], scores.map(wayRow)),
    table(['chain', 'interval', 'claims', 'holds', 'truth below', 'truth above', 'width'], judged),
    `**What to do.** ${scenario.advice}`,
  ];
}

function wayRow(way: WayScore): string[] {
  return [
    `${way.says} (\`${way.id}\`)`,
    TARGETS[way.target],
    `${percent(way.bias, true)} ± ${percent(way.biasError)}`,
    percent(way.rmse),
  ];
}

function intervalRow(way: WayScore, interval: IntervalScore): string[] {
  if (interval.basis === undefined) return [way.says, interval.label, '', 'gives none', '', '', ''];
  return [
    way.says,
    interval.label,
    interval.basis === 'confidence' ? percent(CLAIMED).replace('.0', '') : 'no level',
    `${percent(interval.holds)} ± ${percent(interval.holdsError)}`,
    percent(interval.below),
    percent(interval.above),
    interval.width.toFixed(3),
  ];
}

/**
 * Whether a confidence interval keeps its promise, as far as so many towns can tell: too narrow is below 93%, a
 * little narrow below 95%, each by more than two Monte Carlo errors.
 */
export function verdict({ basis, holds, holdsError }: IntervalScore): Verdict {
  if (basis !== 'confidence') return 'claims no level';
  if (holds + 2 * holdsError < NEAR) return 'too narrow';
  if (holds + 2 * holdsError < CLAIMED) return 'a little narrow';
  return holds - 2 * holdsError > CLAIMED ? 'wider than it need be' : 'holds';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function percent(share: number, signed = false): string {
  const text = (100 * share).toFixed(1).replace(/^-(0\.0)$/, '$1');
  return `${signed && !text.startsWith('-') ? '+' : ''}${text}%`;
}

/** The anchor GitHub and most viewers give a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
