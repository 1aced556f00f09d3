import { ENGLISH, many } from '../../english.js';

const { number, people, spots } = ENGLISH;

const years = (count: number) => `${number(count, 1)} ${count === 1 ? 'year' : 'years'}`;

/** What the other sizing methods, their synthesis and the comparison of rounds say on the terminal. */
export const ENGLISH_SIZING = {
  interval: 'interval',
  note: 'note',
  size: 'size',
  refused: (refusal: string) => `refused: ${refusal}`,
  rowsIn: (rows: number, path: string) => `${many(rows, 'row')} in ${path}`,
  capture: {
    twoLists: (first: number, second: number, both: number, seen: number) =>
      `${number(first)} on the first list, ${number(second)} on the second, ${number(both)} on both: ${number(seen)} different people`,
    weighted: (both: number, raw: number) =>
      `overlap weighted by the survey: ${number(both)} on both in place of ${number(raw)}; the weights' own chance is not in the intervals (spotwise multiplier has it)`,
    oddsRatio: 'odds ratio between the lists',
    oddsNote:
      'The data say nothing of the odds ratio: 1 is independence, above 1 the same people are on both.',
    severalLists: (seen: number, lists: number, names: string) =>
      `${number(seen)} different people on ${many(lists, 'list')}: ${names}`,
    model: 'log-linear model',
    standardError: 'se',
    weight: 'weight',
    moreModels: (count: number) => `… and ${number(count)} more models (--json has them all)`,
    within: (plain: string, likelihood: string, redrawn: string) =>
      `Within those odds ratios ${plain}; with chance allowed for, ${likelihood} by likelihood, ${redrawn}.`,
    noFit: 'no size fits the counts as they stand',
    allow: (range: string) => `the counts as they stand allow ${range}`,
    bootstrap: (range: string) => `by bootstrap ${range}`,
    bootstrapRefused: (refusal: string) => `by bootstrap refused: ${refusal}`,
    disagree: (factor: number) =>
      `The methods differ by a factor of ${number(factor, 1)}: the answer depends on what is assumed of the lists, and a report should say so.`,
  },
  successive: {
    sample: (sampled: number, prior: string) => `${people(sampled)} in the order they came; prior ${prior}`,
    dependent: 'The prior is data counted elsewhere: combine will not count both.',
  },
  tracked: {
    all: (all: number, mapped: number, sampled: number, mappedSampled: number, found: number) =>
      `${spots(all)} mapped at ${number(mapped)} persons; ${number(sampled)} of them, mapped at ${number(mappedSampled)}, held ${number(found)}`,
    stratum: 'stratum',
    enumerated: 'enumerated',
    mapped: 'mapped',
    foundForEach: 'found for each mapped',
  },
  combine: {
    source: 'source',
    leftOut: (name: string, persons: number, reason: string) =>
      `Left out: ${name} ${number(persons)}, ${reason}.`,
    refused: (place: string, refusal: string) => `${place}: refused, ${refusal}`,
    disagree: (factor: number) =>
      `The sources differ by a factor of ${number(factor, 1, true)}: no synthesis makes that go away; say it beside the number.`,
  },
  extrapolate: {
    total: (mapped: number, held: number, unmapped: number, range: string, model: string) =>
      `${many(mapped, 'mapped area')} hold ${number(held)}; ${number(unmapped)} unmapped ones ${range} by ${model}, a 95% prediction interval`,
    leftOut: 'each mapped area left out in turn',
    medianError: 'median error',
    logError: 'log error',
    coverage: 'coverage of 95%',
    predicted: 'total predicted',
    note: 'Areas are mapped because they matter: unmapped ones can hold fewer than any model says.',
  },
  compare: {
    all: 'all',
    earlier: 'earlier',
    later: 'later',
    kept: 'kept',
    moved: 'moved',
    lost: 'lost',
    new: 'new',
    ends: (low: string, high: string, basis: string) => `${low} to ${high} ${basis}`,
    lostSpots: (lost: number, gone: number) =>
      `Of ${spots(lost)} lost, ${number(gone)} were found gone; the others are only not listed.`,
    standing: (
      population: string,
      standing: number,
      all: number,
      after: number,
      range: string,
      persons: string,
    ) =>
      `${population}: ${number(standing)} of ${spots(all)} stand where the earlier map says after ${years(after)} (${range}), with ${persons} of its persons`,
    halfLife: (half: number, low: number, high: number | undefined) =>
      `; half are gone after ${years(half)} (${number(low, 1)} to ${high === undefined ? 'no end' : number(high, 1)})`,
    ahead: (after: number, standing: string, range: string) =>
      `. In ${years(after)} ${standing} (${range}) of the later map will stand.`,
    seeFirst: (names: string) => `See first: ${names} (revisit.csv)`,
  },
  studySize: {
    sample: 'sample',
    onBoth: 'on both',
    chanceOfFew: 'chance of < 7',
    capture: 'capture–recapture',
    multiplier: 'multiplier',
    ratio: 'high/low',
    none: 'none',
  },
};

/** The shape of these words. */
export type SizingWords = typeof ENGLISH_SIZING;
