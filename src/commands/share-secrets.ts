import { checkRecipient, readIdentities, type AgeKey, type AgeLock } from '../formats/age.js';
import { UsageError } from '../model/failure.js';
import type { World } from '../io/world.js';
import type { KeyedHash } from '../share/labels.js';
import { textOption, textsOption, type Invocation } from './command.js';

/** A secret key in use: the keyed hash it makes, and what tells it from other keys. */
export interface SecretKey {
  readonly keyed: KeyedHash;
  readonly fingerprint: string;
}

const SHORTEST_KEY = 24;
const SHORTEST_PASSPHRASE = 12;

/** The bytes of a file that holds a secret, or of standard input for `-`. Secrets never come from the command line. */
async function readSecret(path: string, world: World): Promise<Uint8Array> {
  return path === '-' ? await world.readStdin() : await world.readFile(path);
}

/** The key of --key-file: 24 bytes or more, line ends at its end left off. Undefined without the option. */
export async function secretKey(invocation: Invocation, world: World): Promise<SecretKey | undefined> {
  const path = textOption(invocation, 'keyFile');
  if (path === undefined) return undefined;
  const bytes = await readSecret(path, world);
  const end = bytes.findLastIndex((byte) => byte !== 10 && byte !== 13) + 1;
  if (end < SHORTEST_KEY) {
    throw new UsageError(
      `--key-file needs ${SHORTEST_KEY} bytes or more; make one with: head -c 32 /dev/urandom | base64 > KEYFILE`,
    );
  }
  const key = bytes.slice(0, end);
  const keyed: KeyedHash = (text) => world.hmacSha256(key, text);
  return { keyed, fingerprint: keyed('spotwise fingerprint 1').slice(0, 16) };
}

/** The passphrase of --passphrase-file: its first line, 12 letters or more. Undefined without the option. */
async function passphraseOf(invocation: Invocation, world: World): Promise<string | undefined> {
  const path = textOption(invocation, 'passphraseFile');
  if (path === undefined) return undefined;
  const text = new TextDecoder().decode(await readSecret(path, world));
  const passphrase = text.split(/\r?\n/)[0] ?? '';
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    throw new UsageError(
      `--passphrase-file needs a first line of ${SHORTEST_PASSPHRASE} letters or more: take several words`,
    );
  }
  return passphrase;
}

/** Who may open the output; undefined when it is not to be encrypted. */
export async function lockOf(invocation: Invocation, world: World): Promise<AgeLock | undefined> {
  const recipients = textsOption(invocation, 'encryptTo');
  for (const recipient of recipients) checkRecipient(recipient);
  const passphrase = await passphraseOf(invocation, world);
  if (passphrase !== undefined && recipients.length > 0) {
    throw new UsageError(
      '--encrypt-to and --passphrase-file exclude each other: the age format allows one kind',
    );
  }
  if (passphrase !== undefined) return { passphrase };
  return recipients.length > 0 ? { recipients } : undefined;
}

/** What opens an encrypted output: --identity or --passphrase-file. */
export async function keyOf(invocation: Invocation, world: World): Promise<AgeKey> {
  const passphrase = await passphraseOf(invocation, world);
  if (passphrase !== undefined) return { passphrase };
  const path = textOption(invocation, 'identity');
  if (path === undefined)
    throw new UsageError('--decrypt needs --identity KEYFILE or --passphrase-file FILE');
  return { identities: readIdentities(new TextDecoder().decode(await readSecret(path, world))) };
}
