import type { World } from '../io/world.js';
import { writeSarif } from '../formats/sarif.js';
import { estimateStepwise } from '../estimate/estimate.js';
import type { Draw } from '../estimate/interval/draw-task.js';
import { watched } from '../io/progress.js';
import { hasErrors, sortIssues, type Issue } from '../model/issue.js';
import type { Study } from '../model/study.js';
import { VERSION } from '../version.js';
import type { Command, Invocation } from './command.js';
import { isOn, numberOption } from './command.js';
import { openStudy } from './open-study.js';
import { countIssues, drawIssues } from './say.js';
import { progressFor, voiceFor } from './voice.js';
import { METHOD_OPTIONS, STUDY_ARGUMENT, TABLE_OPTIONS, TALK_OPTIONS } from './shared-options.js';

export const CHECK: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [
    ...TABLE_OPTIONS,
    ...METHOD_OPTIONS,
    ...TALK_OPTIONS,
    {
      flags: '--near <metres>',
      says: 'also name spots of one population that stand at most so far apart: one may be listed twice',
    },
    { flags: '--all', says: 'show every issue, not only the first twenty of a kind' },
    { flags: '--sarif', says: 'print every issue as a SARIF 2.1.0 log, for code hosts and editors' },
  ],
  details:
    'Every issue is said at once, with file, line, column, what to do, and a code that spotwise explain knows.',
  examples: [
    { line: 'spotwise check fixtures/kosovo', says: 'ends with 0 when the data have no error' },
    {
      line: 'spotwise check fixtures/yangon --near 50',
      says: 'also spots within 50 m of another of their population',
    },
  ],
  run: check,
};

/** Whatever an estimation has to say, it says of the chain and its totals. */
const NO_MORE = new Set<never>();
/** Nobody sees an interval here. */
const DRAW_NOTHING: Draw = () => undefined;

/** Spots further apart than this are not one spot listed twice. */
const MOST_METRES = 1000;

async function check(invocation: Invocation, world: World): Promise<number> {
  const metres = numberOption(invocation, 'near', { most: MOST_METRES });
  const opened = await openStudy(invocation, world, { keepsExtra: false });
  const progress = progressFor(invocation, world, 'checking');
  const further = hasErrors(opened.issues)
    ? []
    : (await watched(estimateStepwise(opened.study, NO_MORE, DRAW_NOTHING), progress)).issues;
  const near = metres === undefined ? [] : await spotsWithin(opened.study, metres);
  const issues = sortIssues([...opened.issues, ...further, ...near]);
  const showValues = isOn(invocation, 'showValues');
  if (isOn(invocation, 'sarif')) {
    const pathOf = relativePaths(opened.paths, world);
    await world.stdout.write(writeSarif(issues, { version: VERSION, pathOf, showValues }));
  } else if (isOn(invocation, 'json')) {
    const shown = issues.map(({ value, ...issue }) => (showValues ? { ...issue, value } : issue));
    await world.stdout.write(`${JSON.stringify({ issues: shown }, undefined, 2)}\n`);
  } else if (!isOn(invocation, 'quiet') || hasErrors(issues)) {
    const voice = voiceFor(invocation, world, 'stdout');
    if (issues.length > 0) {
      await world.stdout.write(
        `${drawIssues(issues, voice, { all: isOn(invocation, 'all'), values: showValues })}\n\n`,
      );
    }
    await world.stdout.write(
      `${voice.words.study.issues.read(countIssues(issues, voice.words), opened.inputs.map((input) => input.name).join(', '))}\n`,
    );
  }
  return hasErrors(issues) ? 1 : 0;
}

async function spotsWithin(study: Study, metres: number): Promise<readonly Issue[]> {
  const { nearSpots } = await import('../study/check-near.js');
  return nearSpots(study, metres);
}

/** Finds the path of an input by the name it has in issues; a file outside the current folder keeps its name only. */
function relativePaths(paths: readonly string[], world: World): (file: string) => string {
  return (file) => {
    const path = paths.find((candidate) => candidate.split(/[\\/]/).at(-1) === file);
    const short = path === undefined ? file : world.shorten(path).replaceAll('\\', '/');
    return /^(\/|[A-Za-z]:)/.test(short) ? file : short;
  };
}
