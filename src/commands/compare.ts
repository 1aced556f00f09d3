import { printable } from '../draw/printable.js';
import { drawTable } from '../draw/text-table.js';
import type { TerminalWords } from '../draw/words/terminal/english.js';
import { writeCsv } from '../formats/csv.js';
import { watched } from '../io/progress.js';
import type { World } from '../io/world.js';
import {
  compareStepwise,
  type ComparedArea,
  type ComparedDecay,
  type Comparison,
} from '../methods/compare/compare-rounds.js';
import { comparisonTables } from '../methods/compare/tables.js';
import { UsageError } from '../model/failure.js';
import { makeRandom } from '../stats/random.js';
import { isOn, numberOption, textOption, type Command, type Invocation } from './command.js';
import { openAndEstimate, type EstimatedStudy } from './estimate.js';
import { hashed, runCard } from './result.js';
import { countIssues } from './say.js';
import { sayChange } from './say-change.js';
import { progressFor, voiceFor, type Voice } from './voice.js';
import { METHOD_OPTIONS, RESULT_OPTIONS, TALK_OPTIONS } from './shared-options.js';

const MATCHING = 'Which spots are one';

export const COMPARE: Command = {
  arguments: [
    { name: 'EARLIER', says: 'folder of the earlier round, or its study.yaml', required: true },
    { name: 'LATER', says: 'folder of the later round', required: true },
  ],
  options: [
    {
      flags: '--moved <metres>',
      says: 'a spot of one code farther away than this has moved (default 250)',
      group: MATCHING,
    },
    {
      flags: '--same <metres>',
      says: 'spots of different codes this near are one (default 0: codes only)',
      group: MATCHING,
    },
    { flags: '--years <number>', says: 'years between the rounds (default: from validated_on)' },
    { flags: '--ahead <years>', says: 'years after the later round to look at its map (default 1)' },
    ...METHOD_OPTIONS,
    ...RESULT_OPTIONS.filter((option) => !option.flags.startsWith('--exact')),
    ...TALK_OPTIONS,
  ],
  details:
    'Both rounds are estimated by the same chain, spots are matched by code (and by place with --same), and the change of every total comes with its range and interval and its parts: spots kept, lost, new. Writes change, spot_changes, decay and revisit as CSV and run.json. No position is written.',
  examples: [
    {
      line: 'spotwise compare fixtures/riverton/2022 fixtures/riverton/2024 --out riverton-change',
      says: 'two rounds of an invented town',
    },
  ],
  run: compare,
};

/** Four tables and the run card. */
const FILES_WRITTEN = 5;

/** Redraws behind the ratio at spots of both rounds. */
const REPLICATES = 2000;

const roundOf = ({ opened, estimates }: EstimatedStudy) => ({ study: opened.study, estimates });

async function compare(invocation: Invocation, world: World): Promise<number> {
  const [first = '', second = ''] = invocation.arguments;
  const options = {
    movedBeyond: numberOption(invocation, 'moved', { most: 1e6 }) ?? 250,
    sameWithin: numberOption(invocation, 'same', { most: 1e5 }) ?? 0,
    years: numberOption(invocation, 'years', { least: 0.01, most: 100 }),
    ahead: numberOption(invocation, 'ahead', { least: 0.01, most: 100 }) ?? 1,
  };
  const out = textOption(invocation, 'out');
  if (out === '-') throw new UsageError('compare writes several tables; give --out a folder');
  const open = (path: string) => openAndEstimate({ ...invocation, arguments: [path] }, world);
  const earlier = await open(first);
  const later = await open(second);
  const work = compareStepwise(roundOf(earlier), roundOf(later), {
    ...options,
    random: makeRandom(later.opened.study.settings.seed).fork('compare'),
    replicates: REPLICATES,
  });
  const comparison = await watched(work, progressFor(invocation, world, 'comparing'));
  if (out !== undefined) {
    const paths = [...earlier.opened.paths, ...later.opened.paths];
    await world.writeResult(out, filesOf(comparison, { earlier, later, invocation, world }), paths);
  }
  if (isOn(invocation, 'json')) {
    const tables = comparisonTables(comparison).map(({ name, columns, rows }) => [
      name,
      rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
    ]);
    const summary = { years: comparison.years, notes: comparison.notes, ...Object.fromEntries(tables) };
    await world.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
  } else if (!isOn(invocation, 'quiet')) {
    const voice = voiceFor(invocation, world, 'stdout');
    const counts = countIssues([...earlier.issues, ...later.issues], voice.words);
    const lines = [
      ...sayComparison(comparison, { ahead: options.ahead, voice }),
      out === undefined
        ? counts
        : voice.words.study.written(counts, FILES_WRITTEN, voice.strong(world.shorten(out))),
    ];
    await world.stdout.write(`${lines.join('\n\n')}\n`);
  }
  return 0;
}

/** The inputs of a round, told apart from those of the other. */
const inputsOf = (round: string, { opened }: EstimatedStudy) =>
  opened.inputs.map(({ name, sha256 }) => ({ name: `${round}/${name}`, sha256 }));

function filesOf(
  comparison: Comparison,
  given: {
    readonly earlier: EstimatedStudy;
    readonly later: EstimatedStudy;
    readonly invocation: Invocation;
    readonly world: World;
  },
): Map<string, string> {
  const { earlier, later } = given;
  const files = new Map(comparisonTables(comparison).map((table) => [`${table.name}.csv`, writeCsv(table)]));
  const card = {
    command: 'compare',
    opened: { ...later.opened, inputs: [...inputsOf('earlier', earlier), ...inputsOf('later', later)] },
    issues: [...earlier.issues, ...later.issues],
    names: [...files.keys()],
    hashOf: hashed(files, given.world).hashOf,
  };
  files.set('run.json', runCard(card, given.invocation));
  return files;
}

function sayComparison(
  { areas, decays, revisit, notes, spots }: Comparison,
  { ahead, voice }: { readonly ahead: number; readonly voice: Voice },
): string[] {
  const confirmed = spots.filter((spot) => spot.isConfirmedGone).length;
  const lost = spots.filter((spot) => spot.fate === 'lost').length;
  const say = voice.words.sizing.compare;
  const first = revisit.slice(0, 5).map(({ spotId }) => printable(spotId));
  return [
    drawChanges(areas, voice),
    ...(lost === 0 ? [] : [say.lostSpots(lost, confirmed)]),
    ...decays.map((decay) => sayDecay(decay, ahead, voice.words)),
    ...(first.length === 0 ? [] : [say.seeFirst(first.join(', '))]),
    ...notes.map((note) => voice.doubtful(`${note}.`)),
  ];
}

function drawChanges(areas: readonly ComparedArea[], voice: Voice): string {
  const { page, study, sizing } = voice.words;
  const say = sizing.compare;
  const changed = (persons: number) => sayChange(Math.round(persons), page);
  return drawTable(
    [
      { title: study.estimate.population },
      { title: study.estimate.municipality },
      { title: say.earlier, align: 'right' },
      { title: say.later, align: 'right' },
      { title: page.trace.change, align: 'right' },
      { title: sizing.interval, align: 'right' },
      { title: say.kept, align: 'right' },
      { title: say.moved, align: 'right' },
      { title: say.lost, align: 'right' },
      { title: say.new, align: 'right' },
    ],
    areas.map(({ population, municipality, earlier, later, change, spots }) => [
      printable(population),
      municipality === '' ? say.all : printable(municipality),
      page.number(Math.round(earlier)),
      page.number(Math.round(later)),
      changed(change.change),
      change.interval === undefined
        ? '–'
        : say.ends(
            changed(change.interval.low),
            changed(change.interval.high),
            study.basis[change.interval.basis],
          ),
      ...[spots.kept, spots.moved, spots.lost, spots.new].map((count) => page.number(count)),
    ]),
    voice,
  );
}

function sayDecay(
  { population, decay, ahead: share, personsShare }: ComparedDecay,
  ahead: number,
  { page, sizing: { compare: say } }: TerminalWords,
): string {
  const range = ({ low, high }: { readonly low: number; readonly high: number }) =>
    `${page.percent(low)}–${page.percent(high)}`;
  const { halfLife: half, standing, spots, years } = decay;
  return [
    say.standing(
      printable(population),
      standing,
      spots,
      years,
      range(decay.share),
      page.percent(personsShare),
    ),
    half === undefined ? '' : say.halfLife(half.estimate, half.low, half.high),
    say.ahead(ahead, page.percent(share.estimate), range(share)),
  ].join('');
}
