import { FileError, UsageError } from '../model/failure.js';

/** Who can open an encrypted file: holders of these X25519 keys, or whoever knows the passphrase; not both. */
export type AgeLock = { readonly recipients: readonly string[] } | { readonly passphrase: string };

/** What opens an encrypted file. */
export type AgeKey = { readonly identities: readonly string[] } | { readonly passphrase: string };

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

/** First line of every file in the age format. */
export const AGE_HEADER = 'age-encryption.org/v1\n';

/** Refuses whatever is no X25519 recipient of the age format, with the reason. */
export function checkRecipient(recipient: string): void {
  if (RECIPIENT.test(recipient)) return;
  if (/^AGE-SECRET-KEY-/i.test(recipient)) {
    throw new UsageError('--encrypt-to takes a public recipient (age1…), not a secret key');
  }
  if (recipient.startsWith('age1pq1')) {
    throw new UsageError('--encrypt-to: age1pq1… recipients cannot be opened by age 1.1; use an X25519 one');
  }
  throw new UsageError('--encrypt-to takes a recipient as age-keygen prints it: age1 and 58 more characters');
}

/**
 * The bytes encrypted in the age format (age-encryption.org/v1), in memory; opens with the standard `age` program.
 * Passphrases cost scrypt 2^18, about two seconds.
 */
export async function encryptAge(bytes: Uint8Array, lock: AgeLock): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase);
  } else {
    if (lock.recipients.length === 0) throw new UsageError('name at least one recipient with --encrypt-to');
    for (const recipient of lock.recipients) {
      checkRecipient(recipient);
      encrypter.addRecipient(recipient);
    }
  }
  return await encrypter.encrypt(bytes);
}

/**
 * The bytes of an encrypted file, once its last chunk has been verified; nothing before. Throws a FileError when the key
 * does not fit or the file was changed or cut off.
 */
export async function decryptAge(bytes: Uint8Array, key: AgeKey): Promise<Uint8Array> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
  else for (const identity of key.identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(bytes);
  } catch {
    throw new FileError(
      'the file cannot be decrypted: the key does not fit, or the file was changed or cut off',
    );
  }
}

/** The identities in a key file as age-keygen writes it: one a line, comments after #. */
export function readIdentities(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0 || !lines.every((line) => IDENTITY.test(line))) {
    throw new UsageError('--identity takes a key file as age-keygen writes it: AGE-SECRET-KEY-1… a line');
  }
  return lines;
}
