import { SOURCES, type Source, type Step, type Variant } from '../model/card.js';
import { EstimationError } from '../model/estimation-error.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Choice } from '../model/settings.js';
import { correctedTotal, type ExampleSpot } from './example-study.js';
import type { Figures } from './figures.js';
import { sumOfChosen } from './triples.js';
import { leaveAsIs, type PopulationStep, type StepContext } from './population-step.js';
import { metBothWays, type MetBothWays, type Side } from './virtual/met-both-ways.js';
import { shareOnline } from './virtual/share-online.js';

/** Gap between the two sides from which a warning is raised, where the study states none. */
const STANDARD_GAP = 0.25;

/** What is known of each side, and of which sides the total is corrected. */
interface Sides {
  readonly online: Side | undefined;
  readonly atSpots: Side | undefined;
  /** The one side a plain `share` decides by; the other is then only compared. */
  readonly decides: 'online' | 'atSpots' | 'both';
}

const subtractBoth: PopulationStep = (figures, context) => {
  const { total } = figures.parts;
  const places = sumOfChosen(total, (at) => figures.isGeo(at)).estimate;
  const virtual = sumOfChosen(total, (at) => !figures.isGeo(at)).estimate;
  const sides = sidesOf(figures, context);
  if (sides.decides === 'both' && (places === 0 || virtual === 0)) {
    return {
      figures,
      note: `nobody ${places === 0 ? 'at places' : 'met virtually'}, so nobody met both ways`,
    };
  }
  const met = metBothWays({ places, virtual, ...sides });
  if (met === undefined) {
    throw new EstimationError(
      'both-unknown',
      `${context.population}: subtract-both needs share_online, share_at_spots, or attendance.csv with the column "online"`,
    );
  }
  const both = personsOff(met, sides);
  refuseTooMany(both, { places: sides.decides === 'both' ? places : Infinity, virtual }, context);
  const factor = virtual === 0 ? 1 : (virtual - both) / virtual;
  const reduced = figures.withTotals((persons, at) => (figures.isGeo(at) ? persons : persons * factor));
  return { figures: reduced, note: sayBoth(both, met, sides), issues: gapIssues(met, context) };
};

/** The shares a study states, with the interviews at spots where it states none of the people there. */
function sidesOf(figures: Figures, { choice, study, population }: StepContext): Sides {
  const stated = (share: string, asked: string) => sideOf(choice, share, asked);
  const online = stated('share_online', 'asked_at_spots');
  const atSpots = stated('share_at_spots', 'asked_online');
  const plain = sideOf(choice, 'share', '');
  const measured = () => shareOnline(figures, study, population);
  if (plain === undefined) return { online: online ?? measured(), atSpots, decides: 'both' };
  if (choice['of'] === 'web') return { online: online ?? measured(), atSpots: plain, decides: 'atSpots' };
  return { online: plain, atSpots, decides: 'online' };
}

function sideOf(choice: Choice, name: string, asked: string): Side | undefined {
  const share = choice[name];
  const persons = choice[asked];
  if (typeof share !== 'number') return undefined;
  return { share, asked: typeof persons === 'number' ? persons : undefined };
}

function personsOff(met: MetBothWays, { decides }: Sides): number {
  if (decides === 'online') return met.fromPlaces ?? met.both;
  return decides === 'atSpots' ? (met.fromOnline ?? met.both) : met.both;
}

function refuseTooMany(
  both: number,
  most: { readonly places: number; readonly virtual: number },
  { population }: StepContext,
): void {
  if (both > most.virtual) {
    throw new EstimationError(
      'both-above-virtual',
      `${population}: more people are said to be at spots and online than are online`,
    );
  }
  if (both > most.places) {
    throw new EstimationError(
      'both-above-places',
      `${population}: more people are said to be at spots and online than are at spots`,
    );
  }
}

function sayBoth(both: number, met: MetBothWays, { online, atSpots }: Sides): string {
  return [
    `${both.toFixed(1)} persons met both at spots and online counted once`,
    ...saySide('at spots', met.fromPlaces, online),
    ...saySide('online', met.fromOnline, atSpots),
    ...(met.gap === undefined ? [] : [`gap ${Math.round(100 * met.gap)}%`]),
  ].join('; ');
}

function saySide(where: string, persons: number | undefined, side: Side | undefined): string[] {
  if (persons === undefined || side === undefined) return [];
  const asked = side.asked === undefined ? '' : ` of ${Math.round(side.asked)} asked`;
  return [`${persons.toFixed(1)} by people ${where} (share ${side.share.toFixed(3)}${asked})`];
}

function gapIssues({ fromPlaces, fromOnline, gap }: MetBothWays, context: StepContext): Issue[] {
  const allowed = typeof context.choice['gap'] === 'number' ? context.choice['gap'] : STANDARD_GAP;
  if (gap === undefined || gap <= allowed) return [];
  const message = `${context.population}: people at spots say ${(fromPlaces ?? 0).toFixed(1)} are met both ways, people online ${(fromOnline ?? 0).toFixed(1)}: a gap of ${Math.round(100 * gap)}%, more than ${Math.round(100 * allowed)}%.`;
  return [raise('virtual-gap', { file: context.study.files['spots'] ?? 'spots.csv' }, { message })];
}

const COCHRAN: Source = {
  author: 'Cochran',
  year: 1954,
  work: 'The combination of estimates from different experiments, doi:10.2307/3001666',
};

/** A place and a virtual place. */
const atBoth = (places: number, online: number): readonly ExampleSpot[] => [
  { usual: places, mode: 'geo' },
  { usual: online, mode: 'web' },
];

const VARIANTS: readonly Variant<PopulationStep>[] = [
  {
    id: 'add',
    title: 'Places and virtual places added',
    summary: 'People met at places and people met by phone or on the web are added.',
    formula: 'N = G + V',
    rightWhen: 'virtual figures were taken without those who also come to places',
    misleads: 'people who are met both ways count twice',
    sources: [SOURCES.kosovo2019],
    example: {
      given: '1,874 at places, 4,940 on the web',
      gives: 6814,
      compute: correctedTotal(leaveAsIs, atBoth(1874, 4940)),
    },
    apply: leaveAsIs,
  },
  {
    id: 'subtract-both',
    title: 'Those met both ways counted once',
    summary:
      'People who are met both at places and virtually are taken off the virtual figures; asked of both sides, the gap between the answers is reported.',
    formula:
      'N = G + V − O, O = G × P(online | spot) or V × P(spot | online); both known: their mean weighted by asked / (total² · p(1 − p)), the plain mean where a number asked is not known',
    rightWhen: 'people at one of the two, at best at both, were asked about the other',
    misleads:
      'with hidden people added before, G has people who were never asked at a spot; people who come often are asked more often',
    sources: [SOURCES.spotwise, COCHRAN],
    parameters: {
      share_online: {
        kind: 'share',
        meaning:
          'share of people at spots who are also met online or by phone; where not given, by "online" in attendance.csv, weighted by the counts at the spots',
      },
      asked_at_spots: { kind: 'persons', meaning: 'persons asked for share_online' },
      share_at_spots: { kind: 'share', meaning: 'share of people online who also come to spots' },
      asked_online: { kind: 'persons', meaning: 'persons asked for share_at_spots' },
      share: {
        kind: 'share',
        meaning:
          'share of one side who are also met on the other, taken alone; the other side is only compared',
      },
      of: { kind: 'choice', choices: ['geo', 'web'], meaning: 'the side the share is of', standard: 'geo' },
      gap: {
        kind: 'number',
        meaning: 'gap between the two sides, as a share of their mean, from which to warn',
        standard: STANDARD_GAP,
      },
    },
    example: {
      given: '1,000 at places of whom 0.3 are online, 2,000 online of whom 0.1 are at places',
      gives: 2750,
      compute: correctedTotal(subtractBoth, atBoth(1000, 2000), {
        use: 'subtract-both',
        share_online: 0.3,
        share_at_spots: 0.1,
      }),
    },
    apply: subtractBoth,
  },
];

export const VIRTUAL: Step<PopulationStep> = {
  id: 'virtual',
  title: 'Places and virtual places',
  question: 'How are people met at places and people met virtually joined?',
  standard: 'add',
  variants: VARIANTS,
};
