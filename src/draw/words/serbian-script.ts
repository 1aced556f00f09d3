/** Template tag that writes Serbian in one of its two scripts. What is put into the text stays as it is. */
export type SerbianScript = (texts: TemplateStringsArray, ...values: readonly string[]) => string;

const LETTERS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  v: 'в',
  g: 'г',
  d: 'д',
  đ: 'ђ',
  e: 'е',
  ž: 'ж',
  z: 'з',
  i: 'и',
  j: 'ј',
  k: 'к',
  l: 'л',
  lj: 'љ',
  m: 'м',
  n: 'н',
  nj: 'њ',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  t: 'т',
  ć: 'ћ',
  u: 'у',
  f: 'ф',
  h: 'х',
  c: 'ц',
  č: 'ч',
  dž: 'џ',
  š: 'ш',
};

/** Names, options, files, units and code that both scripts write in Latin letters. */
const LATIN_IN_BOTH =
  /`[^`]*`|--[a-z][a-z-]*|\b[\w-]+\.(?:csv|yaml|geojson|xlsx|json|zip)\b|\b(?:spotwise|SHA-256|Gini|highs|CSV|XLS|JSON|SQL|XML|FSW|MSM|AIC|BIC|RMSE|km|m)\b/g;

/** Between two letters that look like one and are two: in-jekcija, kon-junkcija, nad-živeti, od-žaliti. */
const APART = /(?<=in)(?=jek)|(?<=kon)(?=ju[gn])|(?<=(?<!\p{L})(?:na|o|po)d)(?=ž(?:iv|al|anr))/giu;

const NOTHING = '\u200c';

const isUpper = (text: string) => text !== text.toLowerCase();

function letter(latin: string): string {
  const cyrillic = LETTERS[latin.toLowerCase()] ?? latin;
  return isUpper(latin) ? cyrillic.toUpperCase() : cyrillic;
}

function cyrillicOf(latin: string): string {
  return latin
    .replaceAll(APART, NOTHING)
    .replaceAll(/lj|nj|dž|\p{Script=Latin}/giu, letter)
    .replaceAll(NOTHING, '');
}

/**
 * Serbian text in Cyrillic letters from the same text in Latin ones, with lj, nj and dž as one letter each. Names (spotwise,
 * Gini, SHA-256), units (km, m) and code between backticks stay Latin, and so does any letter Serbian does not have.
 */
export function toCyrillic(latin: string): string {
  let from = 0;
  let text = '';
  for (const kept of latin.matchAll(LATIN_IN_BOTH)) {
    text += cyrillicOf(latin.slice(from, kept.index)) + kept[0];
    from = kept.index + kept[0].length;
  }
  return text + cyrillicOf(latin.slice(from));
}

function joined(texts: readonly string[], values: readonly string[]): string {
  return texts.map((text, at) => `${text}${values[at] ?? ''}`).join('');
}

export const latinScript: SerbianScript = (texts, ...values) => joined(texts, values);

/** Only the words of the template change their letters: a name out of a study stays as the study writes it. */
export const cyrillicScript: SerbianScript = (texts, ...values) => joined(texts.map(toCyrillic), values);
