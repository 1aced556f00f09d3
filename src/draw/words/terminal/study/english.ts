import { ENGLISH, many } from '../../english.js';

const { number, percent } = ENGLISH;

/** Issues are counted without a sign between thousands, as scripts look for them. */
const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What is said on the terminal of a study that is read, checked, estimated and planned. */
export const ENGLISH_STUDY = {
  progress: {
    reading: 'reading',
    checking: 'checking',
    estimating: 'estimating',
    chains: 'running chains',
    planning: 'planning',
    protecting: 'protecting',
    comparing: 'comparing',
    exporting: 'exporting',
    studies: 'reproducing studies',
    towns: 'inventing towns',
    designs: 'trying designs',
    left: (count: number, unit: 's' | 'min' | 'h') => `about ${number(count)} ${unit} left`,
  },
  issues: {
    counts: (errors: number, warnings: number, notes: number) =>
      [counted(errors, 'error'), counted(warnings, 'warning'), counted(notes, 'note')].join(', '),
    more: (count: number, code: string) =>
      `… and ${number(count)} more of ${code} (--all shows them; issues.csv has them all)`,
    read: (counts: string, files: string) => `${counts} in ${files}`,
  },
  /** A name before what is said of it. */
  labelled: (name: string, text: string) => `${name}: ${text}`,
  written: (counts: string, files: number, folder: string) =>
    `${counts}. ${many(files, 'file')} in ${folder}`,
  openReport: (path: string) => `Open the report: ${path}`,
  /** What the ends of a range are, in a word. */
  basis: { ...ENGLISH.basisShort, extremes: 'extremes' },
  estimate: {
    population: 'population',
    municipality: 'municipality',
    low: 'low',
    high: 'high',
    perSpot: 'a spot',
    extremes: 'low and high are reported extremes added up, not a confidence interval.',
    interval: (population: string, ends: string, basis: string, method: string) =>
      `${population} ${ends}: ${basis} (${method}).`,
    week: 'week',
    /** Monday to Sunday over seven bars. */
    weekHead: Object.values(ENGLISH.dayLetters).join(''),
    weekend: (days: string) => `weekend (${days})`,
    days: { mon: 'mon', tue: 'tue', wed: 'wed', thu: 'thu', fri: 'fri', sat: 'sat', sun: 'sun' },
    busiest: 'busiest',
    flat: 'flat',
    level1Only: (spots: number) => `${many(spots, 'spot')} known at level 1 only`,
    tooFewBoth: (spots: number) =>
      `${many(spots, 'spot')} known at level 1 only; too few have both levels to say how far off they are`,
    validateFirst: (names: string) => `validate first: ${names}`,
    totalError: (error: number) => `standard error of the total from them ±${number(error, 1)}`,
    afterVisits: (error: number, visits: number) => `±${number(error, 1)} after ${number(visits)}`,
    afterAll: (error: number) => `±${number(error, 1)} after all`,
    chains: (count: number) => many(count, 'chain'),
    oneChanged: 'one choice changed',
  },
  plan: {
    title: 'plan',
    workers: 'workers',
    visits: 'visits a month',
    covered: 'people covered',
    interrupted: 'The search was interrupted: the best plan so far, every rule checked.',
    stopped: 'The search was stopped by --seconds: the best plan so far, every rule checked.',
  },
  bounds: {
    who: 'who serves what',
    parts: 'parts',
    km: 'km',
    personKm: 'people-km',
    least: 'proved least',
    saved: 'could be saved',
    tooLarge: 'too large to bound',
    atMost: (share: number) => `at most ${percent(share, 2, true)}`,
    noSolver:
      'The package highs is not installed: bounds start from own prices alone (npm install highs to sharpen them).',
  },
  sites: {
    open: (sites: number, method: string, kept: number, places: number) =>
      `sites: ${number(sites)} open by ${method}, ${number(kept)} of them already there; ${many(places, 'place')} could be chosen`,
    within: (within: number, people: number, share: number | undefined, minutes: number) =>
      `${number(within)} of ${number(people)} people${share === undefined ? '' : ` (${percent(share)})`} within ${number(minutes)} minutes one way`,
    needed: (people: number, most: number, sites: number) =>
      `${number(people)} people at ${number(most)} a site take ${number(sites)} sites (F15)`,
    full: (sites: number) => `${number(sites)} of the sites would serve more people than they have room for`,
    unsafe: (sites: number) =>
      `${many(sites, 'site')} kept stand among spots of security level 4 or 5: check them first`,
    none: 'no site can open: every place is barred, out of reach, or too small',
  },
  verify: {
    read: (parts: number, workers: number, visits: number) =>
      `${number(parts)} spots and parts, ${many(workers, 'worker')}, ${many(visits, 'visit')} re-read from the written tables.`,
    kept: 'kept',
    broken: 'BROKEN',
    sound: 'The plan keeps every rule.',
    unsound: 'The plan breaks rules.',
  },
};

/** The shape of these words. */
export type StudyWords = typeof ENGLISH_STUDY;
