import { compareText } from '../model/issue.js';

/** Gives the hexadecimal HMAC-SHA-256 of a text under a secret key that the caller holds. */
export type KeyedHash = (text: string) => string;

/**
 * Letters in place of population codes: A, B, C … in an order only the key knows, so that the alphabet gives nothing
 * away and the same key gives the same letters in every release.
 */
export function populationLetters(populations: readonly string[], keyed: KeyedHash): Map<string, string> {
  const order = [...new Set(populations)]
    .map((code) => ({ code, rank: keyed(`spotwise labels 1|${code}`) }))
    .sort((a, b) => compareText(a.rank, b.rank));
  return new Map(order.map(({ code }, at) => [code, letter(at)]));
}

/** A to Z, then AA, AB … */
function letter(at: number): string {
  const first = Math.floor(at / 26);
  return `${first === 0 ? '' : letter(first - 1)}${String.fromCharCode(65 + (at % 26))}`;
}
