// What the page says of the peers, and why a figure is not held.

/** What peers of a kind do. */
export const KINDS = {
  same: {
    title: 'The same job, checked and to the same file',
    text: `Every tool reads the columns of the study typed, looks for faults of 20 kinds (empty and unknown cells, dates, days and hours,
ranges that are crossed, half or left, impossible counts, slips of unit, positions, repeated and doubled spots), settles one
figure a spot, adds up, shares out whole persons, computes the spread and writes \`municipalities.csv\` with all 25 columns. In a
table full of faults they count what we count; the file is ours to the byte. Left out by them, done by us: names that look alike
or cannot be read, rows of totals, positions far off, the line of every fault, the week, the concentration, the trace, hashes.`,
  },
  chain: {
    title: 'The same chain, by the SQL we print',
    text: `DuckDB runs the estimation chain that \`spotwise sql\` prints, and writes \`municipalities.csv\` and \`national.csv\`; we write
the same two files (\`--only\`), to the byte. It checks nothing; we find every fault first.`,
  },
  groups: {
    title: 'A part of it: read, one figure a spot, added up, written',
    text: `These peers leave out inactive spots, take one figure a spot and add up by municipality and population: no checks, no
interval, no whole persons that add up. Both sides write \`municipalities.csv\`; ours has everything it always has.`,
  },
  spots: {
    title: 'The same part, with a row a spot',
    text: 'Both sides write `spots.csv` too: theirs six columns, ours all of them.',
  },
};

/** Why a goal may not be held, by section and a word of what was measured. */
const REASONS = [
  ['Near pairs', '100,000', 'At this size much of the time is code not yet compiled.'],
  [
    'Reading',
    'C',
    'The parse in C keeps nothing; ours starts Node, and keeps every column with its texts and lines.',
  ],
  [
    'Whole job',
    '10,000 rows',
    'At this size most of our time is the start of Node and code not yet compiled.',
  ],
  [
    'Whole job',
    '100,000 rows',
    'At this size much of our time is the start of Node and code not yet compiled.',
  ],
  [
    'Whole job',
    'wall',
    'DuckDB and Polars spread their work over the cores; ours reads, checks and adds up in one thread.',
  ],
  [
    'Whole job',
    'CPU',
    'Ours looks for more kinds of faults, keeps the line of every row and hashes what it reads.',
  ],
  [
    'Size',
    'every file',
    'Every file is a row a spot with all its columns, as CSV and GeoJSON, in the order of the codes.',
  ],
  [
    'Bootstrap',
    '÷',
    'Ours is corrected for bias and skewness (BCa) and gives every stratum a stream of its own; the peer takes percentiles.',
  ],
];

export function why({ section, measure, step }) {
  const found = REASONS.find(([of, word]) => of === section && `${step} ${measure}`.includes(word));
  return found?.[2];
}
