import { SOURCES, type Step, type Variant } from '../model/card.js';
import { EstimationError } from '../model/estimation-error.js';
import type { Choice } from '../model/settings.js';
import { correctedTotal } from './example-study.js';
import { mapPersons, sumOf, type Persons } from './triples.js';
import { bothShares } from './overlap/divide.js';
import { leaveAsIs, numberOf, type PopulationStep } from './population-step.js';

const divide: PopulationStep = (figures, { choice }) => {
  const { share_seen: seen, share_hidden: hidden } = sharesOf(choice);
  return {
    figures: figures.withTotals((persons, at) => (figures.isGeo(at) ? persons / seen : persons)),
    note: `share hidden ${hidden.toFixed(3)}, share seen ${seen.toFixed(3)}: divided by the share seen`,
  };
};

/** Both shares of a choice, from whichever the study gives. */
export function sharesOf(choice: Choice): { readonly share_seen: number; readonly share_hidden: number } {
  const given = (name: string) => (typeof choice[name] === 'number' ? { [name]: choice[name] } : {});
  return bothShares({ ...given('share_seen'), ...given('share_hidden') });
}

/**
 * Spreads persons who are at no spot over the spots in proportion to the people met there. Where all that is added to an
 * end would leave it on the wrong side of the estimate, the estimate is the end.
 */
const add: PopulationStep = (figures, { choice, population }) => {
  const estimate = numberOf(choice, 'estimate');
  const extra = { low: orElse(choice['low'], estimate), estimate, high: orElse(choice['high'], estimate) };
  const { total } = figures.parts;
  const base = sumOf(total).estimate;
  if (base <= 0)
    throw new EstimationError(
      'hidden-without-spots',
      `${population} has nobody at spots to spread the hidden people over`,
    );
  const shares = mapPersons(total.estimate, (persons) => persons / base);
  const more = (persons: Persons, all: number) =>
    mapPersons(persons, (own, at) => own + all * (shares[at] ?? 0));
  const raised = more(total.estimate, extra.estimate);
  const inOrder = (ends: Float64Array, choose: (end: number, persons: number) => number) =>
    ends.map((end, at) => choose(end, raised[at] ?? end));
  const withHidden = figures.with({
    total: {
      low: inOrder(more(total.low, extra.low), Math.min),
      estimate: raised,
      high: inOrder(more(total.high, extra.high), Math.max),
    },
  });
  const note = `${extra.estimate} persons added (low ${extra.low}, high ${extra.high}), spread over municipalities like the people at spots`;
  return { figures: withHidden, note };
};

const orElse = (value: unknown, fallback: number) => (typeof value === 'number' ? value : fallback);

const VARIANTS: readonly Variant<PopulationStep>[] = [
  {
    id: 'none',
    title: 'Nobody added',
    summary: 'The estimate is of people who come to mapped spots, and of nobody else.',
    formula: 'N = N(spots)',
    rightWhen: 'the number is meant for outreach at spots',
    misleads: 'it is read as the whole population',
    sources: [SOURCES.odek2014, SOURCES.ikpeazu2014],
    example: {
      given: '1,494 people at spots',
      gives: 1494,
      compute: correctedTotal(leaveAsIs, [{ usual: 1494 }]),
    },
    apply: leaveAsIs,
  },
  {
    id: 'divide',
    title: 'Divided by the share seen',
    summary: 'People at geographic spots divided by the share of the population that comes to spots.',
    formula: 'N = N(spots) / share seen = N(spots) / (1 − share hidden)',
    rightWhen: 'a survey that did not recruit at spots asked who goes to them',
    misleads:
      'a survey that recruited at spots hides the hidden; mixing up seen and hidden multiplies the result',
    sources: [SOURCES.khodadost2025],
    parameters: {
      share_seen: { kind: 'share', meaning: 'share of the population that comes to spots' },
      share_hidden: { kind: 'share', meaning: 'share of the population that never comes to spots' },
    },
    example: {
      given: '1,494 people at spots, share seen 0.76 (share hidden 0.24)',
      gives: 1965.789,
      compute: correctedTotal(divide, [{ usual: 1494 }], { use: 'divide', share_seen: 0.76 }),
    },
    apply: divide,
  },
  {
    id: 'add',
    title: 'A number added',
    summary: 'A number of people known from elsewhere (homes, networks) added to low, estimate and high.',
    formula: 'N = N(spots) + H',
    rightWhen: 'another count covers people who come to no spot, as in Kosovo for people who inject at home',
    misleads: 'a constant hides the uncertainty of that count',
    sources: [SOURCES.kosovo2019],
    parameters: {
      estimate: { kind: 'persons', meaning: 'persons to add', required: true },
      low: { kind: 'persons', meaning: 'persons to add to the low end (the estimate where not given)' },
      high: { kind: 'persons', meaning: 'persons to add to the high end (the estimate where not given)' },
    },
    example: {
      given: '4,973 people at two spots, 846 elsewhere',
      gives: 5819,
      compute: correctedTotal(add, [{ usual: 4000 }, { usual: 973 }], { use: 'add', estimate: 846 }),
    },
    apply: add,
  },
];

export const HIDDEN: Step<PopulationStep> = {
  id: 'hidden',
  title: 'People never at spots',
  question: 'How many people come to no mapped spot?',
  standard: 'none',
  variants: VARIANTS,
};
