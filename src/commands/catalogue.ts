import type { CatalogueEntry } from './catalogue-entry.js';

/** Every command of spotwise, in the order a study goes through them. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    name: 'init',
    summary: 'start a new study: commented study.yaml and empty tables',
    load: async () => (await import('./init.js')).INIT,
  },
  {
    name: 'import',
    summary: 'exports of other systems, workbooks and maps as the tables of a study',
    load: async () => (await import('./import.js')).IMPORT,
  },
  {
    name: 'boundaries',
    summary: 'outlines of the municipalities: check them, or add them with hash, licence and credit',
    load: async () => (await import('./boundaries.js')).BOUNDARIES,
  },
  {
    name: 'check',
    summary: 'say everything that is wrong or doubtful in the data; change nothing',
    load: async () => (await import('./check.js')).CHECK,
  },
  {
    name: 'estimate',
    summary: 'sizes per spot, municipality, typology and nation, with ranges, week and trace',
    load: async () => (await import('./estimate.js')).ESTIMATE,
  },
  {
    name: 'plan',
    summary: 'the microplan: who goes where and when with what, and who stays uncovered',
    load: async () => (await import('./plan.js')).PLAN,
  },
  {
    name: 'run',
    summary: 'check, estimate and plan in one go: the main job',
    load: async () => (await import('./run.js')).RUN,
  },
  {
    name: 'share',
    summary: 'the outputs for an audience, safe by construction; check and open them',
    load: async () => (await import('./share.js')).SHARE,
  },
  {
    name: 'export',
    summary: 'the results as Excel, QGIS, phones, DHIS2, R and Stata read them',
    load: async () => (await import('./export.js')).EXPORT,
  },
  {
    name: 'report',
    summary: 'one page with everything to look at: map, ranges, week, plan, methods; no network, no script',
    load: async () => (await import('./report.js')).REPORT,
  },
  {
    name: 'reproduce',
    summary: 'recompute published numbers and compare them cell by cell',
    load: async () => (await import('./reproduce.js')).REPRODUCE,
  },
  {
    name: 'audit',
    summary: 'find arithmetic slips in a published or field table and propose the smallest repair',
    load: async () => (await import('./audit.js')).AUDIT,
  },
  {
    name: 'simulate',
    summary: 'invented towns with known truth: rehearse a study, size its samples, judge the estimators',
    load: async () => (await import('./simulate.js')).SIMULATE,
  },
  {
    name: 'capture',
    summary: 'the size from lists that overlap: capture–recapture with two or more lists',
    load: async () => (await import('./capture.js')).CAPTURE_COMMAND,
  },
  {
    name: 'multiplier',
    summary: 'the size from a count of people served and the share of a survey who were',
    load: async () => (await import('./multiplier.js')).MULTIPLIER,
  },
  {
    name: 'crowd',
    summary: 'the median of what respondents think the size is',
    load: async () => (await import('./crowd.js')).CROWD,
  },
  {
    name: 'scaleup',
    summary: 'the size from whom a general survey knows (network scale-up)',
    load: async () => (await import('./scale-up.js')).SCALE_UP_COMMAND,
  },
  {
    name: 'sspse',
    summary: 'the size from how contacts fall along a respondent-driven sample, with a prior (SS-PSE)',
    load: async () => (await import('./successive-sampling.js')).SSPSE,
  },
  {
    name: 'repeats',
    summary: 'the size from how often the people of one register were met',
    load: async () => (await import('./repeats.js')).REPEATS_COMMAND,
  },
  {
    name: 'reverse-tracking',
    summary: 'the size from a map and an enumeration of some of its spots, drawn at random',
    load: async () => (await import('./reverse-tracking.js')).REVERSE_TRACKING_COMMAND,
  },
  {
    name: 'extrapolate',
    summary: 'areas that were not mapped, from those that were, with a report card',
    load: async () => (await import('./extrapolate.js')).EXTRAPOLATE,
  },
  {
    name: 'combine',
    summary: 'several estimates of one population joined, sources counted once',
    load: async () => (await import('./combine.js')).COMBINE,
  },
  {
    name: 'compare',
    summary: 'two rounds: spots kept, lost, new and moved, change with its uncertainty, decay of the map',
    load: async () => (await import('./compare.js')).COMPARE,
  },
  {
    name: 'study-size',
    summary: 'the interval to expect from a capture or multiplier study of a given size',
    load: async () => (await import('./study-size.js')).STUDY_SIZE,
  },
  {
    name: 'sql',
    summary: 'the chosen estimation chain as SQL for an engine where the data are',
    load: async () => (await import('./sql.js')).SQL,
  },
  {
    name: 'explain',
    summary: 'what a step, method, issue or output column means, with formula and sources',
    load: async () => (await import('./explain.js')).EXPLAIN,
  },
  {
    name: 'completion',
    summary: 'a script that lets bash, zsh or fish complete commands, options and files',
    load: async () => (await import('./completion.js')).completionOf(CATALOGUE),
  },
];
