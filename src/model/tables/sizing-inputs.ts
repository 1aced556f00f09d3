import { inputTable } from '../columns.js';

/** A survey asked who got a service or an object. */
export const MARKED_SURVEY = inputTable({
  id: 'survey',
  file: 'survey.csv',
  rowIs: 'one respondent',
  columns: {
    got: { kind: 'flag', required: true, meaning: 'whether the respondent got the service or object' },
    contacts: {
      kind: 'amount',
      aliases: ['degree'],
      meaning: 'people of the population the respondent knows',
    },
    weight: { kind: 'amount', meaning: 'survey weight; used where there are no contacts' },
    chain: { kind: 'id', aliases: ['seed'], meaning: 'recruitment chain or cluster the respondent came by' },
  },
});

/** Respondents' guesses of the size. */
export const GUESSES = inputTable({
  id: 'guesses',
  file: 'guesses.csv',
  rowIs: 'one guess',
  columns: { guess: { kind: 'amount', required: true, meaning: 'persons the respondent thinks there are' } },
});

/** A network scale-up survey. */
export const SCALE_UP = inputTable({
  id: 'scaleup',
  file: 'scaleup.csv',
  rowIs: 'one respondent',
  columns: {
    hidden: {
      kind: 'count',
      required: true,
      meaning: 'people of the hidden population the respondent knows',
    },
    known: {
      kind: 'amount',
      required: true,
      meaning: 'people in the groups of known size the respondent knows, all groups together',
    },
    weight: { kind: 'amount', meaning: 'survey weight (empty = 1)' },
  },
});

/** How many persons were met how often. */
export const REPEATS = inputTable({
  id: 'repeats',
  file: 'repeats.csv',
  rowIs: 'one number of contacts',
  columns: {
    contacts: { kind: 'count', required: true, meaning: 'how often a person was met: 1, 2, 3 …' },
    persons: { kind: 'count', required: true, meaning: 'persons met that often' },
  },
});

/** A respondent-driven sample in the order people came. */
export const NETWORK_SAMPLE = inputTable({
  id: 'sample',
  file: 'sample.csv',
  rowIs: 'one respondent, in the order they came',
  columns: {
    contacts: {
      kind: 'count',
      required: true,
      aliases: ['degree', 'network_size'],
      meaning: 'people of the population the respondent knows',
    },
    order: { kind: 'count', meaning: 'place in the order people came; the order of the rows where empty' },
  },
});

/** The spots of a map, some of them enumerated. */
export const TRACKED_SPOTS = inputTable({
  id: 'reverse-tracking',
  file: 'tracked.csv',
  rowIs: 'one spot of the map, enumerated or not',
  columns: {
    mapped: { kind: 'amount', required: true, meaning: 'persons at the spot by the map' },
    found: {
      kind: 'amount',
      meaning: 'persons found when the spot was enumerated (empty = not enumerated, 0 = nobody there)',
    },
    stratum: { kind: 'id', meaning: 'part of the map within which the spots to enumerate were drawn' },
  },
});
