import { Buffer, isUtf8 as isWellFormed } from 'node:buffer';

/** Room for that many bytes, not cleared. */
export function roomFor(bytes: number): Buffer {
  return Buffer.allocUnsafeSlow(bytes);
}

/** The bytes written in base 64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'base64'));
}

/** The pieces as one. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(pieces);
}

/** True when the bytes are valid UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  return isWellFormed(bytes);
}
