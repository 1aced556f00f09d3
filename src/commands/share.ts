import { printable } from '../draw/printable.js';
import { encryptAge, type AgeLock } from '../formats/age.js';
import { writeTar } from '../formats/tar.js';
import type { World } from '../io/world.js';
import { UsageError } from '../model/failure.js';
import { hasErrors } from '../model/issue.js';
import type { Study } from '../model/study.js';
import { AUDIENCES, rulesFor } from '../share/audiences.js';
import { checkRelease } from '../share/check/check-release.js';
import { aYearAfter, isDay, MANIFEST_FILE, writeManifest, type Manifest } from '../share/manifest.js';
import { maskMethod, type Mask } from '../share/mask/mask.js';
import { sharedView, type ShareRequest, type SharedView } from '../share/shared-view.js';
import type { Audience } from '../model/disclosure.js';
import { VERSION } from '../version.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { openAndEstimate } from './estimate.js';
import { drawIssues, styleFor } from './say.js';
import { checkContext } from './share-context.js';
import { decryptOutput } from './share-decrypt.js';
import { SHARE_OPTIONS } from './share-options.js';
import { lockOf, secretKey, type SecretKey } from './share-secrets.js';
import { verifyOutput } from './share-verify.js';
import { METHOD_OPTIONS, STUDY_ARGUMENT, TABLE_OPTIONS, TALK_OPTIONS } from './shared-options.js';

export const SHARE: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [...TABLE_OPTIONS, ...METHOD_OPTIONS, ...SHARE_OPTIONS, ...TALK_OPTIONS],
  details:
    'Writes what an audience may have, safe by construction and checked before it is written. public and partner get tables with small cells hidden and all counts rounded; programme gets coarse places; team gets exact places in one encrypted file (--exact --encrypt-to age1…) that opens with the age program. Rules are settings under share: in study.yaml.',
  examples: [
    { line: 'spotwise share fixtures/kosovo --out kosovo-public', says: 'tables for the public' },
    {
      line: 'spotwise share fixtures/kosovo --audience partner --out kosovo-partner',
      says: 'tables for a partner, with kinds of spots',
    },
    { line: 'spotwise share --verify kosovo-public', says: 'check an output before it leaves' },
  ],
  run: async (invocation, world) => {
    if (textOption(invocation, 'verify') !== undefined) return await verifyOutput(invocation, world);
    if (textOption(invocation, 'decrypt') !== undefined) return await decryptOutput(invocation, world);
    return await share(invocation, world);
  },
};

async function share(invocation: Invocation, world: World): Promise<number> {
  const audience = audienceOf(invocation);
  const lock = await lockOf(invocation, world);
  const key = await secretKey(invocation, world);
  refuseUnsafe(invocation, { audience, isLocked: lock !== undefined, hasKey: key !== undefined });
  const done = await openAndEstimate(invocation, world);
  const { study } = done.opened;
  const request: ShareRequest = {
    audience,
    inForce: rulesFor(audience, study.settings.share),
    mask: await maskOf(invocation, study, key),
    letters: isOn(invocation, 'letters') ? key?.keyed : undefined,
  };
  const view = sharedView(study, done.estimates, request);
  const manifest = manifestOf(view, { invocation, audience, key, world });
  const plain = withManifest(view.files, manifest, world);
  const issues = checkRelease(plain, { ...checkContext(world), isInsideLock: lock !== undefined });
  const style = styleFor(invocation, world, 'stderr');
  if (issues.length > 0) await world.stderr.write(`${drawIssues(issues, style)}\n`);
  if (hasErrors(issues)) {
    await world.stderr.write('Nothing was written: the output would give something away.\n');
    return 1;
  }
  const files = lock === undefined ? plain : await locked(plain, { lock, manifest, world });
  const folder = textOption(invocation, 'out') ?? world.join(done.opened.home, neutralName(files, world));
  const secrets = ['keyFile', 'passphraseFile'].flatMap((name) => textOption(invocation, name) ?? []);
  const inputs = [...done.opened.paths, ...secrets].filter((path) => path !== '-');
  await world.writeResult(folder, files, inputs);
  await sayShared({ manifest, folder, files: files.size }, invocation, world);
  return 0;
}

function audienceOf(invocation: Invocation): Audience {
  const named = textOption(invocation, 'audience') ?? 'public';
  return (Object.keys(AUDIENCES) as Audience[]).find((audience) => audience === named) ?? 'public';
}

/** Combinations that would give away more than the audience may have are refused before anything is read. */
function refuseUnsafe(
  invocation: Invocation,
  known: { readonly audience: Audience; readonly isLocked: boolean; readonly hasKey: boolean },
): void {
  const { audience } = known;
  const isExact = isOn(invocation, 'exact');
  const mask = textOption(invocation, 'mask');
  if (mask !== undefined) maskMethod(mask);
  const refusals: [boolean, string][] = [
    [audience === 'team' && !isExact, '--audience team needs --exact: it holds the places as recorded'],
    [audience !== 'team' && isExact, `--exact is for --audience team only, not for ${audience}`],
    [
      audience === 'team' && !known.isLocked,
      '--audience team is written encrypted only: add --encrypt-to age1… or --passphrase-file FILE',
    ],
    [
      mask !== undefined && audience !== 'programme',
      `--mask is for --audience programme: points beside the tables of ${audience} would undo what they hide`,
    ],
    [
      (mask === 'donut' || mask === 'dhs') && !known.hasKey,
      `--mask ${mask} needs a secret key: --key-file FILE`,
    ],
    [isOn(invocation, 'letters') && !known.hasKey, '--letters needs a secret key: --key-file FILE'],
  ];
  const refusal = refusals.find(([isRefused]) => isRefused);
  if (refusal !== undefined) throw new UsageError(refusal[1]);
}

async function maskOf(
  invocation: Invocation,
  study: Study,
  key: SecretKey | undefined,
): Promise<Mask | undefined> {
  const named = textOption(invocation, 'mask');
  if (named === undefined) return undefined;
  if (study.boundaries.length === 0) {
    throw new UsageError('--mask needs the outlines of the municipalities, so that no point leaves its own');
  }
  const { municipalityFinder } = await import('../geo/inside.js');
  return {
    method: maskMethod(named),
    keyed: key?.keyed,
    areaOf: municipalityFinder(study.boundaries),
    isRural: isOn(invocation, 'rural'),
  };
}

function manifestOf(
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
function withManifest(
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
async function locked(
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
function neutralName(files: ReadonlyMap<string, Uint8Array>, world: World): string {
  const hash = world.sha256(files.get(MANIFEST_FILE) ?? '');
  const letters = [0, 1, 2, 3, 4, 5].map(
    (at) => CONSONANTS[Number.parseInt(hash.slice(4 * at, 4 * at + 4), 16) % CONSONANTS.length] ?? '',
  );
  return `run-${world.today()}-${letters.join('')}`;
}

const SYNCED = /OneDrive|Dropbox|Google ?Drive|iCloud|Mobile Documents/i;

async function sayShared(
  shared: { readonly manifest: Manifest; readonly folder: string; readonly files: number },
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
  const style = styleFor(invocation, world, 'stdout');
  const lines = [
    `${style.strong(manifest.audience)}: ${AUDIENCES[manifest.audience].title}. Holds until ${manifest.expires}.`,
    ...(manifest.cells === undefined
      ? []
      : [`${manifest.cells.shown} cells shown, ${manifest.cells.hidden} hidden.`, ...manifest.notes]),
    ...(manifest.mask === undefined
      ? []
      : [
          `${manifest.mask.shown} points moved by ${manifest.mask.method}, ${manifest.mask.left_out} left out.`,
        ]),
    `${shared.files} files in ${style.strong(printable(world.shorten(folder)))}`,
  ];
  await world.stdout.write(`${lines.join('\n')}\n`);
}
