import { encryptAge, type AgeLock } from '../formats/age.js';
import { writeTar } from '../formats/tar.js';
import type { World } from '../io/world.js';
import type { Audience } from '../model/disclosure.js';
import { UsageError } from '../model/failure.js';
import { aYearAfter, isDay, MANIFEST_FILE, writeManifest, type Manifest } from '../share/manifest.js';
import type { SharedView } from '../share/shared-view.js';
import { VERSION } from '../version.js';
import { textOption, type Invocation } from './command.js';
import type { SecretKey } from './share-secrets.js';

/** What is said of an output, its files not yet listed. */
export function manifestOf(
  view: SharedView,
  run: {
    readonly invocation: Invocation;
    readonly audience: Audience;
    readonly key: SecretKey | undefined;
    readonly world: World;
  },
): Manifest {
  const released = run.world.today();
  const expires = textOption(run.invocation, 'expires') ?? aYearAfter(released);
  if (!isDay(expires)) throw new UsageError('--expires takes a day such as 2026-12-31');
  return {
    tool: 'spotwise',
    version: VERSION,
    command: 'share',
    audience: run.audience,
    released,
    expires,
    encrypted: false,
    ...view.said,
    ...(run.key === undefined ? {} : { key_fingerprint: run.key.fingerprint }),
    outputs: [],
  };
}

const encoder = new TextEncoder();

/** The files with the manifest that lists them. */
export function withManifest(
  files: ReadonlyMap<string, string | Uint8Array>,
  manifest: Manifest,
  world: World,
): Map<string, Uint8Array> {
  const all = new Map(
    [...files].map(([name, data]) => [name, typeof data === 'string' ? encoder.encode(data) : data]),
  );
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
  plain: ReadonlyMap<string, Uint8Array>,
  under: { readonly lock: AgeLock; readonly manifest: Manifest; readonly world: World },
): Promise<Map<string, Uint8Array>> {
  const archive = await encryptAge(writeTar(plain), under.lock);
  const { tool, version, command, audience, released, expires } = under.manifest;
  const outer: Manifest = {
    tool,
    version,
    command,
    audience,
    released,
    expires,
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
