import type { World } from '../io/world.js';
import { sizingsOf } from '../methods/attempt.js';
import {
  reverseTracking,
  sizeByReverseTracking,
  type TrackedSpot,
} from '../methods/reverse-tracking/reverse-tracking.js';
import { TRACKED_SPOTS } from '../model/tables/sizing-inputs.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import type { Command, Invocation } from './command.js';
import { deliverSizings, drawAttempts, openTable, persons, SIZING_OPTIONS, subjectOf } from './sizing.js';

export const REVERSE_TRACKING_COMMAND: Command = {
  arguments: [
    {
      name: 'FILE',
      says: 'table mapped,found: every spot of the map, found empty where not enumerated',
      required: true,
    },
  ],
  options: SIZING_OPTIONS,
  details:
    'A map gives figures for every spot; some spots, drawn at random, are enumerated. The ratio of found to mapped corrects the total. It mends wrong figures, not missing spots.',
  examples: [
    {
      line: 'spotwise reverse-tracking fixtures/sizing/tracked.csv',
      says: 'twelve of forty spots enumerated',
    },
  ],
  run: track,
};

async function track(invocation: Invocation, world: World): Promise<number> {
  const [path = '-'] = invocation.arguments;
  const source = await openTable(path, world);
  const { rows, issues } = readSizingInput(TRACKED_SPOTS, source);
  const spots: TrackedSpot[] = rows.map(({ mapped, found }) => ({ mapped, found }));
  const attempts = sizeByReverseTracking(spots);
  const tracking = reverseTracking(spots);
  return await deliverSizings(
    {
      subject: subjectOf(invocation, [source.file]),
      sizings: sizingsOf(attempts),
      issues,
      paths: invocation.arguments,
      details: { tracking, methods: attempts },
      text: (voice) => [
        `${tracking.spots} spots mapped at ${persons(tracking.mapped)} persons; ${tracking.sampled} of them, mapped at ${persons(tracking.mappedSampled)}, held ${persons(tracking.found)}`,
        drawAttempts(attempts, voice),
      ],
    },
    invocation,
    world,
  );
}
