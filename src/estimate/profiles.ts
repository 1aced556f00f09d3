import { SOURCES, type Parameter, type Source, type Step, type Variant } from '../model/card.js';
import { EstimationError } from '../model/estimation-error.js';
import type { Choice } from '../model/settings.js';
import { correctedTotal } from './example-study.js';
import { modeNumber } from './figures.js';
import { sumOfChosen } from './triples.js';
import { leaveAsIs, numberOf, type PopulationStep } from './population-step.js';
import { meanInverse } from './virtual/people-per-profile.js';

/** Different persons per active profile, from the parameters of the choice. */
type PeoplePerProfile = (choice: Choice, population: string) => number;

const WEB = modeNumber('web');

/** Takes web figures for profiles, and gives the different persons behind the active ones. */
function countPeople(peoplePerProfile: PeoplePerProfile): PopulationStep {
  return (figures, { choice, population }) => {
    const { modes, total } = figures.parts;
    const isWeb = (at: number) => modes[at] === WEB;
    if (!modes.includes(WEB)) return { figures, note: 'nobody met on the web' };
    const each = peoplePerProfile(choice, population);
    const active = typeof choice['active'] === 'number' ? choice['active'] : 1;
    const profiles = sumOfChosen(total, isWeb).estimate;
    const people = figures.withTotals((persons, at) => (isWeb(at) ? persons * (active * each) : persons));
    const kind = choice['counted'] === 'held' ? 'held' : 'used in the window';
    const note = `${profiles.toFixed(1)} profiles, ${(active * profiles).toFixed(1)} of them active, ${each.toFixed(3)} persons a profile ${kind}: ${(active * profiles * each).toFixed(1)} persons`;
    return { figures: people, note };
  };
}

const byMeanInverse: PeoplePerProfile = (choice, population) => {
  const { answers, mean_inverse: stated } = choice;
  if (Array.isArray(answers)) return meanInverse(answers.map(readAnswer));
  if (typeof stated === 'number' && stated > 0) return stated;
  throw new EstimationError(
    'profiles-unknown',
    `${population}: profiles mean-inverse needs answers, or mean_inverse above 0`,
  );
};

function readAnswer(text: unknown): { profiles: number; persons: number } {
  const [profiles, persons] = String(text).trim().split(/\s+/).map(Number);
  return { profiles: profiles ?? Number.NaN, persons: persons ?? Number.NaN };
}

const byMean: PeoplePerProfile = (choice, population) => {
  const mean = numberOf(choice, 'mean');
  if (mean >= 1) return 1 / mean;
  throw new EstimationError(
    'profiles-out-of-range',
    `${population}: profiles mean-profiles needs a mean of 1 or more; nobody online has fewer`,
  );
};

const EMMANUEL_2020: Source = {
  author: 'Emmanuel et al.',
  year: 2020,
  work: 'Virtual mapping in Kenya 2019, Gates Open Res 4:131',
};
const SIRKEN: Source = {
  author: 'Sirken',
  year: 1970,
  work: 'Household surveys with multiplicity, J Am Stat Assoc 65:257-266',
};

const ACTIVE: Parameter = {
  kind: 'share',
  meaning: 'share of the profiles that are real and were active in the window; 1 = only such were counted',
  standard: 1,
};
const COUNTED: Parameter = {
  kind: 'choice',
  choices: ['used', 'held'],
  standard: 'used',
  meaning:
    'whether people were asked for profiles used in the window or held at all; it must be what the active share leaves (Kenya 2019: 3.7 held, 2.1 used in the past month)',
};

const VARIANTS: readonly Variant<PopulationStep>[] = [
  {
    id: 'none',
    title: 'Web figures are persons',
    summary: 'Web figures stay as they are.',
    formula: 'men = V',
    rightWhen: 'administrators or members said how many different persons there are',
    misleads: 'where profiles were counted, a person with three of them counts three times',
    sources: [SOURCES.kosovo2019],
    example: {
      given: '1,000 persons on the web',
      gives: 1000,
      compute: correctedTotal(leaveAsIs, [{ usual: 1000, mode: 'web' }]),
    },
    apply: leaveAsIs,
  },
  {
    id: 'mean-inverse',
    title: 'Profiles to persons, contacted through profiles',
    summary:
      'Active profiles times the mean of 1 / profiles of persons who were contacted through a profile.',
    formula: 'men = active × V × mean(1/profiles)',
    rightWhen: 'persons were drawn by their profiles, so that those with many are met more often',
    misleads:
      'with persons drawn in another way it gives too many; held profiles with a count of active ones give too few',
    sources: [EMMANUEL_2020, SIRKEN],
    parameters: {
      answers: {
        kind: 'texts',
        meaning: 'number of profiles and persons who gave it, such as ["1 50", "2 30", "4 20"]',
      },
      mean_inverse: { kind: 'share', meaning: 'mean of 1 / profiles, where the answers are not given' },
      active: ACTIVE,
      counted: COUNTED,
    },
    example: {
      given: '1,000 profiles; 50 persons contacted through them use 1, 30 use 2 and 20 use 4',
      gives: 700,
      compute: () =>
        1000 *
        meanInverse([
          { profiles: 1, persons: 50 },
          { profiles: 2, persons: 30 },
          { profiles: 4, persons: 20 },
        ]),
    },
    apply: countPeople(byMeanInverse),
  },
  {
    id: 'mean-profiles',
    title: 'Profiles to persons, by their mean',
    summary: 'Active profiles divided by the mean number of profiles of persons drawn as persons.',
    formula: 'men = active × V / mean(profiles)',
    rightWhen: 'the mean is of persons drawn with equal chances, as at spots or in a survey',
    misleads: 'persons contacted through profiles have more of them than most, and the result is too low',
    sources: [EMMANUEL_2020],
    parameters: {
      mean: { kind: 'number', meaning: 'mean number of profiles a person, 1 or more', required: true },
      active: ACTIVE,
      counted: COUNTED,
    },
    example: {
      given: '1,000 profiles used in the past month, 2.1 a person as in Kenya',
      gives: 476.1905,
      compute: () => 1000 * byMean({ use: 'mean-profiles', mean: 2.1 }, 'MSM'),
    },
    apply: countPeople(byMean),
  },
];

export const PROFILES: Step<PopulationStep> = {
  id: 'profiles',
  title: 'Profiles on the web',
  question: 'How do profiles on the web become different persons?',
  standard: 'none',
  isQuiet: true,
  variants: VARIANTS,
};
