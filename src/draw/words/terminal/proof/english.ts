import { ENGLISH, many } from '../../english.js';

const { number, percent } = ENGLISH;

/** What is said on the terminal of numbers recomputed, audited, tried on invented towns and explained. */
export const ENGLISH_PROOF = {
  reproduce: {
    number: 'number',
    published: 'published',
    recomputed: 'recomputed',
    status: {
      matched: 'matched',
      'known-deviation': 'known deviation',
      mismatch: 'MISMATCH',
      missing: 'MISSING',
    },
    count: (count: number, status: string) => `${number(count)} ${status}`,
    counts: (all: number, statuses: string) => `${many(all, 'published number')}: ${statuses}`,
  },
  audit: {
    leftOut: (cells: string) => `Left out, no printed numbers: ${cells}`,
    line: (line: number) => `line ${line}`,
    checked: 'checked',
    times: 'times',
    held: 'held',
    found: (errors: number, warnings: number) =>
      [many(errors, 'error'), many(warnings, 'warning')].join(', '),
    counts: (counts: string, rows: number) => `${counts} in ${many(rows, 'row')}`,
    rule: (rule: string, held: number, rows: number, verdict: string) =>
      `${rule}: held in ${number(held)} of ${many(rows, 'row')}, ${verdict}`,
    inForce: 'taken to be the rule',
    notInForce: 'not taken to be the rule',
    repair: 'proposed repair',
    cell: 'cell',
    printed: 'printed',
    proposed: 'proposed',
    howSure: 'how sure',
    restores: 'restores',
    confidence: { high: 'high', medium: 'medium', low: 'low' },
  },
  simulate: {
    invented: (scenario: string, seed: number) => `INVENTED study, scenario ${scenario}, seed ${seed}`,
    next: (folder: string) =>
      `Next: spotwise check ${folder}, then spotwise estimate ${folder}, and compare with truth.csv`,
    trial: (towns: number, seed: number, replicates: number) =>
      `${many(towns, 'invented town')}, seeds from ${seed}, ${many(replicates, 'replicate')}`,
    chain: 'chain',
    isOf: 'is of',
    bias: 'bias',
    rmse: 'RMSE',
    interval: 'interval',
    claims: 'claims',
    noLevel: 'no level',
    holds: 'holds',
    width: 'width',
    givesNone: 'gives none',
    tooNarrow: 'too narrow',
    aLittleNarrow: 'a little narrow',
    note: '± is one Monte Carlo standard error; bias, RMSE and width are shares of the truth',
  },
  design: {
    trial: (towns: number, seed: number) => `${many(towns, 'invented town')} a design, seeds from ${seed}`,
    visited: 'spots visited',
    met: 'met a spot',
    visits: 'visits',
    interviews: 'interviews',
    needed: 'half-width needed',
    bootstrap: 'bootstrap says',
    holds: 'and holds',
    within: (width: string) => `within ${width}`,
    reaches: { yes: 'yes', perhaps: 'perhaps', no: 'no' },
    note: 'half-width needed: about 95 of 100 towns lie within it (1.96 × RMSE); ± is one Monte Carlo standard error. The bootstrap does not know of rumour.',
    none: (width: string) =>
      `No design on the grid reaches ±${width}: the town is too small or its spots too unequal.`,
    smallest: (width: string) => `Smallest designs within ±${width}`,
    one: (share: number, met: number, visits: number, interviews: number) =>
      `visit ${percent(share)} of spots and meet ${number(met)} at each (${many(visits, 'visit')}, ${many(interviews, 'interview')})`,
    width: (width: string, error: string, answer: string) => `±${width}, give or take ${error}: ${answer}`,
  },
  explain: {
    total: (name: string, estimate: string, low: string, high: string) =>
      `${name}: ${estimate} persons (${low} to ${high}, reported extremes added up)`,
    formula: 'formula',
    row: 'row',
    where: 'where',
    ends: 'low–high',
    settled: 'settled',
    contributes: 'contributes',
    smaller: (rows: number) => `${many(rows, 'smaller row')} (--all shows them)`,
    all: 'total',
    steps: 'Steps of the estimation chain and their variants',
    methods: 'Other sizing methods',
    issues: 'Issues',
    formats: 'Formats of export',
    columns: 'Columns',
  },
};

/** The shape of these words. */
export type ProofWords = typeof ENGLISH_PROOF;
