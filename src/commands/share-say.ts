import { printable } from '../draw/printable.js';
import { formatNumber } from '../formats/number.js';
import type { World } from '../io/world.js';
import { AUDIENCES } from '../share/audiences.js';
import type { Manifest } from '../share/manifest.js';
import type { SharedView } from '../share/shared-view.js';
import { isOn, type Invocation } from './command.js';
import { voiceFor } from './voice.js';

const SYNCED = /OneDrive|Dropbox|Google ?Drive|iCloud|Mobile Documents/i;

/** Says what was made, for whom, and where it is. */
export async function sayShared(
  shared: {
    readonly manifest: Manifest;
    readonly folder: string;
    readonly files: number;
    readonly moved: SharedView['moved'];
  },
  invocation: Invocation,
  world: World,
): Promise<void> {
  const { manifest, folder } = shared;
  if (SYNCED.test(`${world.environment['PWD'] ?? ''}/${folder}`)) {
    await world.stderr.write(
      'The folder seems to be copied to a cloud by itself; choose another with --out.\n',
    );
  }
  if (isOn(invocation, 'quiet')) return;
  if (isOn(invocation, 'json')) {
    const { audience, expires, cells, mask, policy, lowered } = manifest;
    const summary = { audience, expires, policy, lowered, cells, mask, folder: world.shorten(folder) };
    await world.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
    return;
  }
  const voice = voiceFor(invocation, world, 'stdout');
  const lines = [
    `${voice.strong(manifest.audience)}: ${AUDIENCES[manifest.audience].title}. ${manifest.expires === undefined ? 'No end date.' : `Holds until ${manifest.expires}.`}`,
    ...(manifest.cells === undefined
      ? []
      : [`${manifest.cells.shown} cells shown, ${manifest.cells.hidden} hidden.`, ...manifest.notes]),
    ...(manifest.mask === undefined
      ? []
      : [
          `${manifest.mask.shown} points moved by ${manifest.mask.method}, ${manifest.mask.left_out} left out.`,
        ]),
    ...(shared.moved === undefined ? [] : [sayMoved(shared.moved)]),
    `${shared.files} files in ${voice.strong(printable(world.shorten(folder)))}`,
  ];
  await world.stdout.write(`${lines.join('\n')}\n`);
}

const km = (distance: number) => formatNumber(distance, 2);

function sayMoved({ least, median, mostly }: NonNullable<SharedView['moved']>): string {
  return `Moved at least ${km(least)} km, half of them more than ${km(median)} km, 95 in 100 less than ${km(mostly)} km.`;
}
