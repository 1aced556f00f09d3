import { printable } from '../draw/printable.js';
import { drawTable } from '../draw/text-table.js';
import type { World } from '../io/world.js';
import { sizingsOf } from '../methods/attempt.js';
import type { StratifiedTracking } from '../methods/reverse-tracking/by-stratum.js';
import type { TrackedSpot } from '../methods/reverse-tracking/reverse-tracking.js';
import { trackedSizes } from '../methods/reverse-tracking/size-by-reverse-tracking.js';
import { wholePersons } from '../model/rounding.js';
import { TRACKED_SPOTS } from '../model/tables/sizing-inputs.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import type { Command, Invocation } from './command.js';
import { openTable } from './open-table.js';
import { deliverSizings, drawAttempts, persons, SIZING_OPTIONS, subjectOf } from './sizing.js';
import type { Voice } from './voice.js';

export const REVERSE_TRACKING_COMMAND: Command = {
  arguments: [
    {
      name: 'FILE',
      says: 'table mapped,found,stratum: every spot of the map, found empty where not enumerated',
      required: true,
    },
  ],
  options: SIZING_OPTIONS,
  details:
    'A map gives figures for every spot; some spots, drawn at random, are enumerated. The ratio of found to mapped corrects the total, within strata where the spots were drawn within them. It mends wrong figures, not missing spots.',
  examples: [
    {
      line: 'spotwise reverse-tracking fixtures/sizing/tracked.csv',
      says: 'twelve of forty spots enumerated',
    },
    {
      line: 'spotwise reverse-tracking fixtures/sizing/tracked-by-typology.csv',
      says: 'spots to enumerate drawn within typologies',
    },
  ],
  run: track,
};

async function track(invocation: Invocation, world: World): Promise<number> {
  const [path = '-'] = invocation.arguments;
  const source = await openTable(path, world);
  const { rows, issues } = readSizingInput(TRACKED_SPOTS, source);
  const spots: TrackedSpot[] = rows.map(({ mapped, found, stratum }) => ({ mapped, found, stratum }));
  const { attempts, tracking, strata } = trackedSizes(spots);
  return await deliverSizings(
    {
      subject: subjectOf(invocation, [source.file]),
      sizings: sizingsOf(attempts),
      issues,
      paths: invocation.arguments,
      details: { tracking, strata, methods: attempts },
      text: (voice) => [
        voice.words.sizing.tracked.all(
          tracking.spots,
          wholePersons(tracking.mapped),
          tracking.sampled,
          wholePersons(tracking.mappedSampled),
          wholePersons(tracking.found),
        ),
        ...(strata === undefined ? [] : [drawStrata(strata, voice)]),
        drawAttempts(attempts, voice),
      ],
    },
    invocation,
    world,
  );
}

function drawStrata({ strata }: StratifiedTracking, voice: Voice): string {
  const {
    page,
    sizing: { tracked: say },
  } = voice.words;
  return drawTable(
    [
      { title: say.stratum },
      { title: page.where.spots, align: 'right' },
      { title: say.enumerated, align: 'right' },
      { title: say.mapped, align: 'right' },
      { title: say.foundForEach, align: 'right' },
      { title: page.where.estimate, align: 'right' },
    ],
    strata.map((part) => [
      printable(part.stratum),
      page.number(part.spots),
      page.number(part.sampled),
      persons(part.mapped, page),
      page.number(part.ratio, 2, true),
      persons(part.estimate, page),
    ]),
    voice,
  );
}
