import { printable } from '../draw/printable.js';
import { drawTable, formatPersons } from '../draw/text-table.js';
import type { World } from '../io/world.js';
import { sizingsOf } from '../methods/attempt.js';
import type { StratifiedTracking } from '../methods/reverse-tracking/by-stratum.js';
import type { TrackedSpot } from '../methods/reverse-tracking/reverse-tracking.js';
import { trackedSizes } from '../methods/reverse-tracking/size-by-reverse-tracking.js';
import { TRACKED_SPOTS } from '../model/tables/sizing-inputs.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import type { Command, Invocation } from './command.js';
import { deliverSizings, drawAttempts, openTable, persons, SIZING_OPTIONS, subjectOf } from './sizing.js';
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
        `${tracking.spots} spots mapped at ${persons(tracking.mapped)} persons; ${tracking.sampled} of them, mapped at ${persons(tracking.mappedSampled)}, held ${persons(tracking.found)}`,
        ...(strata === undefined ? [] : [drawStrata(strata, voice)]),
        drawAttempts(attempts, voice),
      ],
    },
    invocation,
    world,
  );
}

function drawStrata({ strata }: StratifiedTracking, voice: Voice): string {
  return drawTable(
    [
      { title: 'stratum' },
      { title: 'spots', align: 'right' },
      { title: 'enumerated', align: 'right' },
      { title: 'mapped', align: 'right' },
      { title: 'found for each mapped', align: 'right' },
      { title: 'estimate', align: 'right' },
    ],
    strata.map((part) => [
      printable(part.stratum),
      formatPersons(part.spots),
      formatPersons(part.sampled),
      persons(part.mapped),
      part.ratio.toFixed(2),
      persons(part.estimate),
    ]),
    voice,
  );
}
