import { printable } from '../draw/printable.js';
import type { World } from '../io/world.js';
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
    await world.stderr.write(`${invocation.words.exchange.share.cloud}\n`);
  }
  if (isOn(invocation, 'quiet')) return;
  if (isOn(invocation, 'json')) {
    const { audience, expires, cells, mask, policy, lowered } = manifest;
    const summary = { audience, expires, policy, lowered, cells, mask, folder: world.shorten(folder) };
    await world.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
    return;
  }
  const voice = voiceFor(invocation, world, 'stdout');
  const { exchange, study } = voice.words;
  const say = exchange.share;
  const lines = [
    study.labelled(
      voice.strong(manifest.audience),
      `${say.audiences[manifest.audience]} ${manifest.expires === undefined ? say.noEnd : say.until(manifest.expires)}`,
    ),
    ...(manifest.cells === undefined
      ? []
      : [say.cells(manifest.cells.shown, manifest.cells.hidden), ...manifest.notes]),
    ...(manifest.mask === undefined
      ? []
      : [say.points(manifest.mask.shown, manifest.mask.method, manifest.mask.left_out)]),
    ...(shared.moved === undefined
      ? []
      : [say.moved(shared.moved.least, shared.moved.median, shared.moved.mostly)]),
    exchange.files(shared.files, voice.strong(printable(world.shorten(folder)))),
  ];
  await world.stdout.write(`${lines.join('\n')}\n`);
}
