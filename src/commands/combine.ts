import { drawRange } from '../draw/range-bar.js';
import { printable } from '../draw/printable.js';
import type { Style } from '../draw/style.js';
import { drawTable } from '../draw/text-table.js';
import type { World } from '../io/world.js';
import { sizingOf, sizingsOf, type Attempt } from '../methods/attempt.js';
import { SYNTHESES } from '../methods/combine/cards.js';
import { selectSources, type Selection, type SourceEstimate } from '../methods/combine/sources.js';
import { combineSources, type SizePriorQuartiles } from '../methods/combine/synthesis.js';
import type { PlacedSizing } from '../methods/estimates-table.js';
import { EstimationError } from '../model/estimation-error.js';
import { UsageError } from '../model/failure.js';
import { compareText } from '../model/issue.js';
import type { Basis } from '../model/range.js';
import { ESTIMATES, type EstimateRow } from '../model/tables/estimates.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import { textOption, type Command, type Invocation } from './command.js';
import {
  deliverSizings,
  drawAttempts,
  numberOption,
  openTable,
  persons,
  sayRange,
  SIZING_OPTIONS,
  subjectOf,
} from './sizing.js';

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
      flags: '--adult-men <persons>',
      says: 'adult men, to warn where MSM come out below 1% of them',
      group: METHOD,
    },
    ...SIZING_OPTIONS,
  ],
  details:
    'Rows are joined by population, municipality and round. Rows of one source count once, and so does a source that another row depends on (column depends_on); the log says what was left out and why. A column confidence, above 0 up to 1, widens the error of a study.',
  examples: [
    {
      line: 'spotwise combine fixtures/sizing/estimates.csv --out consensus.csv',
      says: 'one row a population and place',
    },
  ],
  run: combine,
};

interface Group {
  readonly population: string;
  readonly municipality: string;
  readonly round: string;
  readonly rows: readonly SourceEstimate[];
}

interface Combined extends Group {
  readonly selection: Selection;
  readonly attempts: readonly Attempt[];
  readonly chosen: PlacedSizing;
}

async function combine(invocation: Invocation, world: World): Promise<number> {
  const tables = await Promise.all(
    invocation.arguments.map(async (path) => readSizingInput(ESTIMATES, await openTable(path, world))),
  );
  const groups = groupsOf(tables.flatMap((table) => table.rows));
  if (groups.length === 0) throw new UsageError('the tables hold no estimate');
  const tried = groups.map((group) => tryGroup(group, invocation));
  const combined = tried.flatMap((made) => ('chosen' in made ? [made] : []));
  const refused = tried.flatMap((made) => ('refusal' in made ? [made] : []));
  const [worst] = refused;
  if (combined.length === 0 && worst !== undefined)
    throw new EstimationError('method-refuses', worst.refusal);
  const men = numberOption(invocation, 'adultMen', { least: 1 });
  return await deliverSizings(
    {
      subject: subjectOf(invocation, []),
      sizings: combined.map((group) => group.chosen),
      severalFirst: true,
      issues: tables.flatMap((table) => table.issues),
      paths: invocation.arguments,
      details: {
        refused: refused.map(({ population, municipality, round, refusal }) => ({
          population,
          municipality,
          round,
          refusal,
        })),
        places: combined.map(({ population, municipality, round, selection, attempts }) => ({
          population,
          municipality,
          round,
          counted: selection.kept,
          leftOut: selection.excluded,
          methods: attempts,
        })),
      },
      text: (style) => [
        ...combined.flatMap((group) => sayGroup(group, style, men)),
        ...refused.map((group) => `${titleOf(group)}: refused, ${group.refusal}`),
      ],
    },
    invocation,
    world,
  );
}

function groupsOf(rows: readonly EstimateRow[]): Group[] {
  const groups = new Map<string, EstimateRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.population ?? '', row.municipality ?? '', row.round ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, of]) => ({
      population: of[0]?.population ?? '',
      municipality: of[0]?.municipality ?? '',
      round: of[0]?.round ?? '',
      rows: of.map(sourceOf),
    }));
}

const BASES: readonly Basis[] = ['extremes', 'confidence', 'credible', 'spread'];

function sourceOf(row: EstimateRow): SourceEstimate {
  return {
    method: row.method,
    low: row.low,
    estimate: row.estimate,
    high: row.high,
    basis: BASES.find((basis) => basis === row.basis),
    level: row.level,
    source: row.source ?? '',
    dependsOn: row.depends_on ?? '',
    confidence: row.confidence ?? 1,
  };
}

/** The synthesis of a group, or why there is none: one place without an answer must not silence the others. */
function tryGroup(group: Group, invocation: Invocation): Combined | (Group & { readonly refusal: string }) {
  try {
    return combineGroup(group, invocation);
  } catch (error) {
    if (error instanceof EstimationError) return { ...group, refusal: error.message };
    throw error;
  }
}

function titleOf({ population, municipality, round }: Group): string {
  return printable([population, municipality, round].filter((part) => part !== '').join(' · '));
}

function combineGroup(group: Group, invocation: Invocation): Combined {
  const selection = selectSources(group.rows, {
    least: numberOption(invocation, 'least'),
    most: numberOption(invocation, 'most'),
  });
  const attempts = combineSources(selection.kept, priorOf(invocation));
  const named = textOption(invocation, 'method');
  const wanted = attempts.find((made) =>
    named === undefined
      ? 'sizing' in made
      : ('sizing' in made ? made.sizing.method : made.method) === `combine.${named}`,
  );
  const fallback = attempts.at(-1);
  const made = wanted ?? fallback;
  if (made === undefined) throw new UsageError('no synthesis is known');
  const sizing = sizingOf(made);
  const { population, municipality, round } = group;
  const sources = [...new Set(selection.kept.map((row) => row.source).filter((source) => source !== ''))];
  const leftOut = selection.excluded.length;
  const caveats = [...sizing.caveats, ...(leftOut === 0 ? [] : [`${leftOut} rows left out`])];
  const chosen = { ...sizing, caveats, population, municipality, round, source: sources.join(' + ') };
  return { ...group, selection, attempts, chosen };
}

function priorOf(invocation: Invocation): SizePriorQuartiles | undefined {
  const median = numberOption(invocation, 'priorMedian', { least: 1 });
  const upperQuartile = numberOption(invocation, 'priorUpper', { least: 1 });
  if (median === undefined && upperQuartile === undefined) return undefined;
  if (median === undefined || upperQuartile === undefined)
    throw new UsageError('a prior needs --prior-median and --prior-upper');
  return { median, upperQuartile };
}

/** Share of adult men below which an estimate of MSM should be looked at again (UNAIDS/WHO 2020). */
const LEAST_MSM = 0.01;

function sayGroup(group: Combined, style: Style, adultMen: number | undefined): string[] {
  const { selection, attempts, chosen } = group;
  const title = titleOf(group);
  const isFew =
    adultMen !== undefined && group.population === 'MSM' && chosen.estimate < LEAST_MSM * adultMen;
  return [
    ...(title === '' ? [] : [style.strong(title)]),
    drawForest(group, style),
    ...selection.excluded.map(
      (row) => `Left out: ${printable(row.method)} ${persons(row.estimate)}, ${printable(row.reason)}.`,
    ),
    drawAttempts(attempts, style),
    `${chosen.method}: ${sayRange(chosen)}, ${chosen.basis}`,
    ...(isFew
      ? [
          style.doubtful(
            'MSM come out below 1% of adult men, which UNAIDS and WHO (2020) ask to revise: people are probably missed.',
          ),
        ]
      : []),
    ...saySpread(sizingsOf(attempts).length, selection.kept),
  ];
}

function saySpread(syntheses: number, kept: readonly SourceEstimate[]): string[] {
  const sizes = kept.map((row) => row.estimate);
  const ratio = Math.max(...sizes) / Math.min(...sizes);
  if (syntheses === 0 || ratio < 2) return [];
  return [
    `The sources differ by a factor of ${ratio.toFixed(1)}: no synthesis makes that go away; say it beside the number.`,
  ];
}

/** Every source and the synthesis on one scale. */
function drawForest({ selection, chosen }: Combined, style: Style): string {
  const rows = [
    ...selection.kept.map(({ method, source, low, estimate, high }) => ({
      name: printable([method, source].filter((part) => part !== '').join(', ')),
      low: low ?? estimate,
      estimate,
      high: high ?? estimate,
    })),
    { name: chosen.method, low: chosen.low, estimate: chosen.estimate, high: chosen.high },
  ];
  const most = Math.max(...rows.map((row) => row.high));
  const width = Math.max(20, Math.min(50, style.columns - 50));
  return drawTable(
    [
      { title: 'source', widest: 36 },
      { title: 'estimate', align: 'right' },
      { title: `0 … ${persons(most)}` },
    ],
    rows.map((row) => [row.name, persons(row.estimate), drawRange(row, most, { width, style })]),
    style,
  );
}
