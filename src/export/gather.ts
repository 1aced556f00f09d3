import { EVERYBODY, type ExportFormat } from './format.js';
import type { ExportView } from './view.js';

export const GATHER: ExportFormat = {
  id: 'gather',
  title: 'GATHER checklist',
  writes:
    'The 18 items of the reporting guideline, filled in as far as the run knows the answer; the rest says what is to be written.',
  forWhom:
    'authors of a paper or report; GATHER is meant for estimates from several sources, so for one study it is a guide',
  audiences: EVERYBODY,
  source: 'Stevens et al. 2016, GATHER statement, doi 10.1371/journal.pmed.1002056',
  make: (view) => new Map([['gather.md', checklist(view)]]),
};

/** An item in our own words, and what the run can say of it; undefined leaves it to the author. */
interface Item {
  readonly asks: string;
  readonly known: (view: ExportView) => string | undefined;
}

const nothing = () => undefined;
const listed = (texts: readonly string[]) => (texts.length === 0 ? undefined : texts.join('; '));

const PARTS: readonly (readonly [string, readonly Item[]])[] = [
  [
    'Objectives and funding',
    [
      {
        asks: 'What was estimated, for whom, where and when',
        known: ({ populations, country, round }) =>
          [
            `Number of persons: ${populations.map(({ code, label }) => (code === label ? code : `${label} (${code})`)).join(', ')}`,
            ...[country, round].filter((text) => text !== ''),
          ].join('; '),
      },
      { asks: 'Who paid for the work', known: nothing },
    ],
  ],
  [
    'Data',
    [
      { asks: 'How the data were found and obtained', known: nothing },
      {
        asks: 'What was included and excluded, every exclusion made by hand among them',
        known: ({ policy }) =>
          policy === undefined
            ? 'Spots with a status other than active are left out of the estimates; issues.csv of a run lists every doubtful row.'
            : undefined,
      },
      {
        asks: 'Each source: whom it covers, how and when it was collected, how many',
        known: ({ run }) => listed(run.inputs.map(({ name }) => name)),
      },
      {
        asks: 'Sources that may be biased, and how',
        known: () =>
          'Reported counts of people at spots: informants round and repeat rumours, people are met at more than one spot, and some come to none. What was corrected for is under item 10.',
      },
      { asks: 'Other data used, with their sources', known: ({ credits }) => listed(credits) },
      {
        asks: 'The input data in a form that can be read by a program, or why not',
        known: () =>
          'Places where criminalised people meet are not published. Protected tables are made by spotwise share and spotwise export.',
      },
    ],
  ],
  [
    'Analysis',
    [
      {
        asks: 'An overview of the method, if useful with a picture',
        known: () =>
          'Reports of each spot are settled to one figure and a range, corrected by named steps, and added up by area.',
      },
      { asks: 'Every step in detail', known: stepsOf },
      { asks: 'How one method was chosen over others', known: nothing },
      {
        asks: 'How well it did, and how much the answer depends on the choices',
        known: ({ policy }) =>
          policy === undefined
            ? 'spotwise estimate --multiverse computes every defensible chain; docs/calibration.md judges the estimators on invented towns.'
            : undefined,
      },
      {
        asks: 'How uncertainty was computed, and which sources of it are in and which are not',
        known: () =>
          'Low and high are reported lowest and highest figures, added up; they are not a confidence interval. The computed interval stands in its own columns and says what it is.',
      },
      {
        asks: 'Where the code is',
        known: ({ run }) =>
          `spotwise ${run.version}, seed ${run.seed}; the same study and version give the same bytes.`,
      },
    ],
  ],
  [
    'Results and discussion',
    [
      {
        asks: 'The estimates in a form that can be read by a program',
        known: ({ tables }) =>
          `Tables ${tables
            .map(({ name }) => name)
            .filter((name) => !name.startsWith('plan_'))
            .join(', ')}.`,
      },
      {
        asks: 'Uncertainty of the estimates in numbers',
        known: () =>
          'Columns low and high of every table; interval columns where the audience may have them.',
      },
      { asks: 'What the results mean beside earlier evidence, and why they differ', known: nothing },
      { asks: 'Limits of the estimates', known: ({ notes }) => listed(notes) },
    ],
  ],
];

/** The steps and variants of each population's chain. */
function stepsOf({ methods }: ExportView): string | undefined {
  const chains = [...new Set(methods.map(({ population }) => population))].map((population) => {
    const own = methods.filter((method) => method.population === population);
    return `${population}: ${own.map(({ step, variant }) => `${step} = ${variant}`).join(', ')}`;
  });
  return chains.length === 0
    ? undefined
    : `${chains.join('; ')}. spotwise explain STEP.VARIANT gives formula and source of each.`;
}

function checklist(view: ExportView): string {
  let number = 0;
  const parts = PARTS.map(([title, items]) => {
    const rows = items.map(({ asks, known }) => {
      number += 1;
      const answer = known(view);
      return `| ${number} | ${cell(asks)} | ${cell(answer ?? '**To be written.**')} |`;
    });
    return `## ${title}\n\n| item | asks | answer |\n| ---: | --- | --- |\n${rows.join('\n')}`;
  });
  return `# GATHER checklist

${cell(view.title)}

GATHER (Stevens et al. 2016) is made for estimates that join several sources. For a single study it is a guide.
What the run knows is filled in; check it, and write what is left.

${parts.join('\n\n')}
`;
}

/** A text inside a table of Markdown. */
const cell = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
