import { printable } from '../draw/printable.js';
import type { World } from '../io/world.js';
import type { Progress } from '../io/progress.js';
import { DataError, UsageError } from '../model/failure.js';
import { DESIGNS, judgeDesign, scoreDesign, type DesignScore } from '../simulate/design.js';
import { judgeTown, type JudgedWay } from '../simulate/judge.js';
import { SCENARIOS, scenarioOf, type Scenario } from '../simulate/scenarios.js';
import { scoreTowns } from '../simulate/score.js';
import { townFiles } from '../simulate/town-files.js';
import { nearestName } from '../study/nearest-name.js';
import { readTown } from '../study/read-town.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { LANGUAGE_OPTION } from './shared-options.js';
import { designAsJson, drawDesign, drawScores, type DesignTrial } from './draw-simulations.js';
import { progressFor, voiceFor } from './voice.js';
import { seedOf } from './open-study.js';

const TRIAL = 'Trials on many towns';

export const SIMULATE: Command = {
  arguments: [{ name: 'SETTINGS', says: 'YAML file with what differs from the scenario' }],
  options: [
    { flags: '--scenario <name>', says: 'kind of town to start from (default: base)' },
    { flags: '--list', says: 'list the scenarios with what each tests' },
    { flags: '--out <folder>', says: 'write an invented study there; the folder must be new or empty' },
    { flags: '--seed <number>', says: 'seed of the town, or of the first of many (default: 1)' },
    { flags: '--round <number>', says: 'which round of a town of two is judged', choices: ['1', '2'] },
    {
      flags: '--repeat <towns>',
      says: 'run every estimator and interval on that many towns: bias, RMSE, how often intervals hold',
      group: TRIAL,
    },
    {
      flags: '--design',
      says: 'how many level 2 visits and respondents a spot give an interval that narrow',
      group: TRIAL,
    },
    {
      flags: '--half-width <share>',
      says: 'half-width wanted with --design, as a share of the estimate (default: 0.1)',
      group: TRIAL,
    },
    { flags: '--json', says: 'print as one JSON document' },
    { flags: '--quiet', says: 'say nothing but errors' },
    LANGUAGE_OPTION,
    { flags: '--plain', says: 'no line drawing' },
  ],
  details:
    'Everything it makes is invented, with a truth that is known: to rehearse a study, to size its samples, and to see how estimators err. A town of two rounds has the second as a study of its own in round-2. The same settings and seed give the same bytes. docs/calibration.md has the same trial over all scenarios.',
  examples: [
    {
      line: 'spotwise simulate --scenario rumour-random --seed 7 --out invented',
      says: 'an invented study to rehearse on',
    },
    { line: 'spotwise simulate --repeat 10', says: 'how estimators do in the base scenario' },
  ],
  run: simulate,
};

async function simulate(invocation: Invocation, world: World): Promise<number> {
  if (isOn(invocation, 'list')) return await list(invocation, world);
  const scenario = await scenarioFor(invocation, world);
  if (isOn(invocation, 'design')) return await design(scenario, invocation, world);
  if (textOption(invocation, 'repeat') !== undefined) return await repeat(scenario, invocation, world);
  return await writeTown(scenario, invocation, world);
}

async function list(invocation: Invocation, world: World): Promise<number> {
  const voice = voiceFor(invocation, world, 'stdout');
  const text = isOn(invocation, 'json')
    ? JSON.stringify(
        SCENARIOS.map(({ id, title, special, tests, advice }) => ({ id, title, special, tests, advice })),
        undefined,
        2,
      )
    : SCENARIOS.map(({ id, special, tests }) => `${voice.strong(id)}\n  ${special}\n  ${tests}`).join('\n');
  await world.stdout.write(`${text}\n`);
  return 0;
}

/** The scenario by flag, else by the settings file, else the base one, with the changes of file and flags. */
async function scenarioFor(invocation: Invocation, world: World): Promise<Scenario> {
  const [path] = invocation.arguments;
  const changes = path === undefined ? undefined : await changesIn(path, world);
  const id = textOption(invocation, 'scenario') ?? changes?.scenarioId ?? 'base';
  const scenario = scenarioOf(id);
  if (scenario === undefined) {
    const near = nearestName(
      id,
      SCENARIOS.map((each) => each.id),
    );
    throw new UsageError(
      `there is no scenario "${id}"${near === undefined ? '' : `; did you mean ${near}?`} (spotwise simulate --list shows all)`,
    );
  }
  const changed = changes === undefined ? scenario : changes.applyTo(scenario);
  const seed = seedOf(textOption(invocation, 'seed')) ?? changed.town.seed;
  return atRound({ ...changed, town: { ...changed.town, seed } }, textOption(invocation, 'round'));
}

function atRound(scenario: Scenario, round: string | undefined): Scenario {
  if (round === undefined) return scenario;
  if (round === '2' && scenario.town.rounds === 1) {
    throw new UsageError(`the scenario "${scenario.id}" has one round; two-rounds has two`);
  }
  return { ...scenario, round: round === '2' ? 2 : 1 };
}

async function changesIn(path: string, world: World) {
  const reading = readTown(await world.readFile(path), path.split(/[\\/]/).at(-1) ?? path);
  if (!('issues' in reading)) return reading;
  throw new DataError(reading.issues);
}

async function writeTown(scenario: Scenario, invocation: Invocation, world: World): Promise<number> {
  const out = textOption(invocation, 'out');
  if (out === undefined) {
    throw new UsageError('name a folder with --out, or use --list, --repeat TOWNS or --design');
  }
  const files = new Map<string, string | Uint8Array>(townFiles(scenario, scenario.town));
  const [path] = invocation.arguments;
  if (path !== undefined) files.set('town.yaml', await world.readFile(path));
  await world.writeNewFolder(out, files);
  const shown = world.shorten(out);
  const { exchange, proof } = invocation.words;
  const names = [...files.keys()].sort();
  if (isOn(invocation, 'json')) {
    const summary = { invented: true, scenario: scenario.id, seed: scenario.town.seed, files: names };
    await world.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
  } else if (!isOn(invocation, 'quiet')) {
    await world.stdout.write(
      `${[
        proof.simulate.invented(scenario.id, scenario.town.seed),
        exchange.namesIn(names.join(', '), printable(shown)),
        proof.simulate.next(printable(shown)),
      ].join('\n')}\n`,
    );
  }
  return 0;
}

const REPLICATES = 1000;
const MOST_TOWNS = 100_000;

function townsOf(invocation: Invocation, standard: number): number {
  const text = textOption(invocation, 'repeat');
  if (text === undefined) return standard;
  if (!/^\d{1,6}$/.test(text) || Number(text) < 2 || Number(text) > MOST_TOWNS) {
    throw new UsageError(`--repeat takes a whole number of towns from 2 to ${MOST_TOWNS}`);
  }
  return Number(text);
}

async function repeat(scenario: Scenario, invocation: Invocation, world: World): Promise<number> {
  const towns = townsOf(invocation, 0);
  const progress = progressFor(invocation, world, 'towns');
  const judged: JudgedWay[][] = [];
  for (let at = 0; at < towns; at += 1) {
    judged.push(judgeTown(scenario, scenario.town.seed + at, { replicates: REPLICATES }));
    await progress.reach(at + 1, towns);
  }
  await progress.end();
  const scores = scoreTowns(judged);
  const { proof, study } = invocation.words;
  const about = { scenario: scenario.id, seed: scenario.town.seed, towns, replicates: REPLICATES };
  const voice = voiceFor(invocation, world, 'stdout');
  if (isOn(invocation, 'json'))
    await world.stdout.write(`${JSON.stringify({ ...about, scores }, undefined, 2)}\n`);
  else if (!isOn(invocation, 'quiet'))
    await world.stdout.write(
      `${[
        study.labelled(voice.strong(scenario.title), proof.simulate.trial(towns, about.seed, REPLICATES)),
        voice.faint(`${scenario.special}\n${scenario.tests}`),
        drawScores(scores, voice),
        scenario.advice,
      ].join('\n\n')}\n`,
    );
  return 0;
}

const DESIGN_TOWNS = 100;
const DESIGN_REPLICATES = 200;
const DESIGN_SCENARIO = 'rumour-random';

async function design(scenario: Scenario, invocation: Invocation, world: World): Promise<number> {
  const isNamed = invocation.arguments.length > 0 || textOption(invocation, 'scenario') !== undefined;
  const standard = scenarioOf(DESIGN_SCENARIO) ?? scenario;
  const town = { ...standard.town, seed: scenario.town.seed };
  const tried = isNamed ? scenario : { ...standard, town };
  if (tried.town.reports_per_spot === 0) {
    throw new UsageError(
      `--design needs a town where rumour covers every spot, such as ${DESIGN_SCENARIO}; "${tried.id}" has no reports`,
    );
  }
  const halfWidth = halfWidthOf(textOption(invocation, 'halfWidth'));
  const effort = {
    towns: townsOf(invocation, DESIGN_TOWNS),
    seed: tried.town.seed,
    replicates: DESIGN_REPLICATES,
  };
  const progress = progressFor(invocation, world, 'designs');
  const scores = await tryDesigns(tried, effort, progress);
  const about = { scenario: tried, effort, halfWidth };
  const voice = voiceFor(invocation, world, 'stdout');
  if (isOn(invocation, 'json'))
    await world.stdout.write(`${JSON.stringify(designAsJson(scores, about), undefined, 2)}\n`);
  else if (!isOn(invocation, 'quiet')) await world.stdout.write(`${drawDesign(scores, about, voice)}\n`);
  return 0;
}

async function tryDesigns(
  scenario: Scenario,
  effort: DesignTrial['effort'],
  progress: Progress,
): Promise<DesignScore[]> {
  const { towns, seed, replicates } = effort;
  const scores: DesignScore[] = [];
  for (const each of DESIGNS) {
    const judged: JudgedWay[] = [];
    for (let at = 0; at < towns; at += 1) {
      const way = judgeDesign(scenario, each, { seed: seed + at, replicates });
      if (way !== undefined) judged.push(way);
      await progress.reach(scores.length * towns + at + 1, DESIGNS.length * towns);
    }
    scores.push(scoreDesign(scenario, each, judged));
  }
  await progress.end();
  return scores;
}

function halfWidthOf(text: string | undefined): number {
  const share = text === undefined ? 0.1 : Number(text);
  if (!(share > 0 && share < 1)) {
    throw new UsageError('--half-width takes a share of the estimate between 0 and 1, such as 0.1');
  }
  return share;
}
