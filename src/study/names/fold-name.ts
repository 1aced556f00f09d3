/** Serbian and Macedonian Cyrillic letters in Latin ones, without diacritics; ђ is kept apart because it has two. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ѓ: 'đ',
  ђ: 'đ',
  е: 'e',
  ж: 'z',
  з: 'z',
  ѕ: 'dz',
  и: 'i',
  ј: 'j',
  к: 'k',
  ќ: 'c',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
};

/** Letters that decompose into nothing: written as people without that letter write them. */
const WHOLE: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe' };

/** What kind of area a name says it is, in front of it. */
const KIND_WORDS =
  /^(?:(?:the )?(?:municipality|commune|township|county|district|town|city) of|komuna(?: e)?|opstina|opcina|grad) /;

/**
 * The name as compared: lower case, Latin letters, no diacritics, single spaces. A name with đ has two foldings, with dj
 * and with d, because both are written.
 */
export function foldName(name: string): readonly string[] {
  const latin = Array.from(name.normalize('NFC').toLowerCase(), (letter) => CYRILLIC[letter] ?? letter).join(
    '',
  );
  return [...new Set(['dj', 'd'].map((letters) => foldLatin(latin.replaceAll('đ', letters))))];
}

function foldLatin(text: string): string {
  const plain = Array.from(
    text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, ''),
    (letter) => WHOLE[letter] ?? letter,
  )
    .join('')
    .normalize('NFC')
    .replaceAll(/['’`ʼ]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return plain.replace(KIND_WORDS, '');
}

/**
 * The name with the ending that Albanian changes between the definite and the indefinite form made one: Prishtina and
 * Prishtinë. Undefined where the name has no such ending.
 */
export function foldEnding(name: string): string | undefined {
  const composed = name.normalize('NFC').toLowerCase();
  if (!/[aë]$/.test(composed)) return undefined;
  return `${foldName(composed.slice(0, -1))[0]}~`;
}
