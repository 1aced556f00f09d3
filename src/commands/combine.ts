import { drawRange } from '../draw/range-bar.js';
import { printable } from '../draw/printable.js';
import type { Voice } from './voice.js';
import { drawTable } from '../draw/text-table.js';
import type { World } from '../io/world.js';
import type { Anchor } from '../methods/combine/anchored.js';
import { SYNTHESES } from '../methods/combine/cards.js';
import {
  combineEstimates,
  type Synthesis,
  type SynthesisSubject,
} from '../methods/combine/combine-estimates.js';
import type { SizePriorQuartiles } from '../methods/combine/synthesis.js';
import { EstimationError } from '../model/estimation-error.js';
import { wholePersons } from '../model/rounding.js';
import { UsageError } from '../model/failure.js';
import { ESTIMATES } from '../model/tables/estimates.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import { numberOption, textOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import { deliverSizings, drawAttempts, persons, sayRange, SIZING_OPTIONS, subjectOf } from './sizing.js';

const METHOD = 'Method';

export const COMBINE: Command = {
  arguments: [
    {
      name: 'FILE',
      says: 'estimates.csv of any method, or figures made elsewhere',
      many: true,
      required: true,
    },
  ],
  options: [
    {
      flags: '--method <name>',
      says: 'the synthesis to write (default: the first that can be made)',
      choices: SYNTHESES.variants.map((card) => card.id),
      group: METHOD,
    },
    { flags: '--least <persons>', says: 'an estimate below cannot be: leave it out', group: METHOD },
    { flags: '--most <persons>', says: 'an estimate above cannot be: leave it out', group: METHOD },
    { flags: '--prior-median <persons>', says: 'median of the prior on the size', group: METHOD },
    { flags: '--prior-upper <persons>', says: 'upper quartile of the prior', group: METHOD },
    {
      flags: '--anchor <share,low,high>',
      says: 'a share believed beforehand with its 95% interval, such as 0.024,0.019,0.029: anchored multiplier',
      group: METHOD,
    },
    { flags: '--anchor-of <persons>', says: 'persons the anchor is a share of', group: METHOD },
    {
      flags: '--adult-men <persons>',
      says: 'adult men, to warn where MSM come out below 1% of them (WHO, UNAIDS 2020)',
      group: METHOD,
    },
    {
      flags: '--adult-women <persons>',
      says: 'adult women, to warn where FSW come out outside 0.1% to 7.4% of them (Vandepitte 2006)',
      group: METHOD,
    },
    ...SIZING_OPTIONS,
  ],
  details:
    'Rows are joined by population, municipality and round. Rows that name the same data count once (source names data joined by +), and so does a source that another row depends on (column depends_on); the log says what was left out and why. A column confidence, above 0 up to 1, widens the error of a study.',
  examples: [
    {
      line: 'spotwise combine fixtures/sizing/estimates.csv --out consensus.csv',
      says: 'one row a population and place',
    },
  ],
  run: combine,
};

async function combine(invocation: Invocation, world: World): Promise<number> {
  const tables = await Promise.all(
    invocation.arguments.map(async (path) => readSizingInput(ESTIMATES, await openTable(path, world))),
  );
  const rows = tables.flatMap((table) => table.rows);
  if (rows.length === 0) throw new UsageError('the tables hold no estimate');
  const { made, refused } = combineEstimates(rows, {
    method: textOption(invocation, 'method'),
    bounds: { least: numberOption(invocation, 'least'), most: numberOption(invocation, 'most') },
    prior: priorOf(invocation),
    anchor: anchorOf(invocation),
    denominators: {
      adultMen: numberOption(invocation, 'adultMen', { least: 1 }),
      adultWomen: numberOption(invocation, 'adultWomen', { least: 1 }),
    },
  });
  const [worst] = refused;
  if (made.length === 0 && worst !== undefined) throw new EstimationError('method-refuses', worst.refusal);
  return await deliverSizings(
    {
      subject: subjectOf(invocation, []),
      sizings: made.map((synthesis) => synthesis.chosen),
      severalFirst: true,
      issues: tables.flatMap((table) => table.issues),
      paths: invocation.arguments,
      details: {
        refused,
        places: made.map(({ selection, attempts, forest, warnings, ...subject }) => ({
          population: subject.population,
          municipality: subject.municipality,
          round: subject.round,
          counted: selection.kept,
          leftOut: selection.excluded,
          methods: attempts,
          forest,
          warnings,
        })),
      },
      text: (voice) => [
        ...made.flatMap((synthesis) => saySynthesis(synthesis, voice)),
        ...refused.map((place) => voice.words.sizing.combine.refused(titleOf(place), place.refusal)),
      ],
    },
    invocation,
    world,
  );
}

function titleOf({ population, municipality, round }: SynthesisSubject): string {
  return printable([population, municipality, round].filter((part) => part !== '').join(' · '));
}

/** The anchor: a share with its interval, and the denominator it is a share of. */
function anchorOf(invocation: Invocation): Anchor | undefined {
  const text = textOption(invocation, 'anchor');
  const of = numberOption(invocation, 'anchorOf', { least: 1, most: 1e10 });
  if (text === undefined && of === undefined) return undefined;
  const [share, low, high, ...more] = (text ?? '').split(',').map(Number);
  const isWhole = share !== undefined && low !== undefined && high !== undefined && more.length === 0;
  if (of === undefined || !isWhole || !Number.isFinite(share + low + high)) {
    throw new UsageError(
      'an anchor needs --anchor with a share and its interval, such as 0.024,0.019,0.029, and --anchor-of with the persons it is a share of',
    );
  }
  return { share, low, high, of };
}

function priorOf(invocation: Invocation): SizePriorQuartiles | undefined {
  const median = numberOption(invocation, 'priorMedian', { least: 1 });
  const upperQuartile = numberOption(invocation, 'priorUpper', { least: 1 });
  if (median === undefined && upperQuartile === undefined) return undefined;
  if (median === undefined || upperQuartile === undefined)
    throw new UsageError('a prior needs --prior-median and --prior-upper');
  return { median, upperQuartile };
}

function saySynthesis(synthesis: Synthesis, voice: Voice): string[] {
  const { selection, attempts, chosen, warnings } = synthesis;
  const { page, sizing, study } = voice.words;
  const title = titleOf(synthesis);
  return [
    ...(title === '' ? [] : [voice.strong(title)]),
    drawForest(synthesis, voice),
    ...selection.excluded.map((row) =>
      sizing.combine.leftOut(printable(row.method), wholePersons(row.estimate), printable(row.reason)),
    ),
    drawAttempts(attempts, voice),
    study.labelled(chosen.method, `${sayRange(chosen, page)}, ${study.basis[chosen.basis]}`),
    ...warnings.map(({ message, source }) => voice.doubtful(`${message}. (${source})`)),
    ...saySpread(synthesis, voice),
  ];
}

/** Ratio of the largest to the smallest source from which their disagreement is said. */
const APART = 2;

function saySpread({ disagreement }: Synthesis, voice: Voice): string[] {
  if (disagreement < APART) return [];
  return [voice.words.sizing.combine.disagree(disagreement)];
}

/** Every source that was counted and the synthesis on one scale. */
function drawForest({ forest }: Synthesis, voice: Voice): string {
  const { page, sizing } = voice.words;
  const rows = forest
    .filter((row) => row.role !== 'left-out')
    .map(({ label, low, estimate, high }) => ({
      name: printable(label),
      low: low ?? estimate,
      estimate,
      high: high ?? estimate,
    }));
  const most = Math.max(...rows.map((row) => row.high));
  const width = Math.max(20, Math.min(50, voice.columns - 50));
  return drawTable(
    [
      { title: sizing.combine.source, widest: 36 },
      { title: page.where.estimate, align: 'right' },
      { title: `${page.number(0)} … ${persons(most, page)}`, isWhole: true },
    ],
    rows.map((row) => [row.name, persons(row.estimate, page), drawRange(row, most, { width, style: voice })]),
    voice,
  );
}
