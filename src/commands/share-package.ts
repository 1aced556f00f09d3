import { encryptAge, type AgeLock } from '../formats/age.js';
import { writeTar } from '../formats/tar.js';
import type { FileData, FilesToWrite, World } from '../io/world.js';
import type { Audience } from '../model/disclosure.js';
import { UsageError } from '../model/failure.js';
import type { Study } from '../model/study.js';
import { isDay, MANIFEST_FILE, writeManifest, type Manifest } from '../share/manifest.js';
import type { SharedView } from '../share/shared-view.js';
import { VERSION } from '../version.js';
import { textOption, type Invocation } from './command.js';
import type { SecretKey } from './share-secrets.js';

/** What is said of an output, its files not yet listed. */
export function manifestOf(
  view: SharedView,
  run: {
    readonly audience: Audience;
    readonly key: SecretKey | undefined;
    readonly expires: string | undefined;
  },
): Manifest {
  return {
    tool: 'spotwise',
    version: VERSION,
    command: 'share',
    audience: run.audience,
    ...dated(run.expires),
    encrypted: false,
    ...view.said,
    ...(run.key === undefined ? {} : { key_fingerprint: run.key.fingerprint }),
    outputs: [],
  };
}

/** The end date the command line states, else the one of study.yaml. Throws a UsageError when it is no day. */
export function endDateOf(invocation: Invocation, study: Study): string | undefined {
  const expires = textOption(invocation, 'expires') ?? study.settings.share.expires;
  if (expires !== undefined && !isDay(expires)) {
    throw new UsageError('--expires and share.expires take a day such as 2026-12-31');
  }
  return expires;
}

const dated = (expires: string | undefined) => (expires === undefined ? {} : { expires });

const encoder = new TextEncoder();

/** The whole of a file in memory, in pieces or not. */
function bytesOf(data: FileData): Uint8Array {
  if (typeof data === 'string') return encoder.encode(data);
  if (data instanceof Uint8Array) return data;
  const pieces = [...data.pieces];
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The files with the manifest that lists them. */
export function withManifest(
  files: ReadonlyMap<string, string | Uint8Array>,
  manifest: Manifest,
  world: World,
): Map<string, Uint8Array> {
  const all = new Map([...files].map(([name, data]) => [name, bytesOf(data)]));
  const outputs = [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: world.sha256(bytes) }));
  all.set(MANIFEST_FILE, encoder.encode(writeManifest({ ...manifest, outputs })));
  return all;
}

/** Name of the one file of an encrypted output. */
const ARCHIVE_FILE = 'run.age';

/** Everything in one encrypted archive, made in memory, under a manifest that says no more than for whom and until when. */
export async function locked(
  plain: FilesToWrite,
  under: {
    readonly lock: AgeLock;
    readonly audience: Audience;
    readonly expires: string | undefined;
    readonly world: World;
  },
): Promise<Map<string, Uint8Array>> {
  const files = new Map([...plain].map(([name, data]) => [name, bytesOf(data)]));
  const archive = await encryptAge(writeTar(files), under.lock);
  const outer: Manifest = {
    tool: 'spotwise',
    version: VERSION,
    command: 'share',
    audience: under.audience,
    ...dated(under.expires),
    encrypted: true,
    notes: ['One tar archive in the age format: age -d -i KEYFILE run.age | tar -x'],
    outputs: [],
  };
  return withManifest(new Map([[ARCHIVE_FILE, archive]]), outer, under.world);
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxz';

/** `run-`, the day and six consonants made of what the output holds: says nothing, forms no word, and repeats. */
export function neutralName(files: ReadonlyMap<string, Uint8Array>, world: World): string {
  const hash = world.sha256(files.get(MANIFEST_FILE) ?? '');
  const letters = [0, 1, 2, 3, 4, 5].map(
    (at) => CONSONANTS[Number.parseInt(hash.slice(4 * at, 4 * at + 4), 16) % CONSONANTS.length] ?? '',
  );
  return `run-${world.today()}-${letters.join('')}`;
}
