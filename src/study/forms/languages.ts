/** Languages the forms can be written in, with the name each has for itself. */
export const FORM_LANGUAGES = {
  en: 'English',
  sq: 'Shqip',
  'sr-Latn': 'Srpski',
  'sr-Cyrl': 'Српски',
  my: 'မြန်မာ',
} as const;

export type FormLanguage = keyof typeof FORM_LANGUAGES;

/** A text in the languages it is written in by hand; Serbian Cyrillic is made from Latin. */
export interface FormText {
  readonly en: string;
  readonly sq: string;
  readonly sr: string;
  readonly my: string;
}

/** The text in a language. */
export function inLanguage(text: FormText, language: FormLanguage): string {
  if (language === 'sr-Latn') return text.sr;
  if (language === 'sr-Cyrl') return toCyrillic(text.sr);
  return text[language];
}

/** The header of a label column, as XLSForm writes languages. */
export const languageColumn = (kind: string, language: FormLanguage) =>
  `${kind}::${FORM_LANGUAGES[language]} (${language})`;

const DIGRAPHS: readonly (readonly [string, string])[] = [
  ['lj', 'љ'],
  ['nj', 'њ'],
  ['dž', 'џ'],
];

const LATIN = 'abvgdđežzijklmnoprstćufhcčš';
const CYRILLIC = 'абвгдђежзијклмнопрстћуфхцчш';

/** Serbian Latin letters as Cyrillic ones; variables of a form (${name}) are left as they are. */
export function toCyrillic(text: string): string {
  return text
    .split(/(\$\{\w+\})/)
    .map((part) => (part.startsWith('${') ? part : letters(part)))
    .join('');
}

function letters(text: string): string {
  let joined = text;
  for (const [latin, cyrillic] of DIGRAPHS) {
    joined = joined
      .replaceAll(latin, cyrillic)
      .replaceAll(`${latin.charAt(0).toUpperCase()}${latin.slice(1)}`, cyrillic.toUpperCase());
  }
  return Array.from(joined, (letter) => {
    const at = LATIN.indexOf(letter.toLowerCase());
    if (at < 0 || letter.toLowerCase() === letter.toUpperCase()) return letter;
    const cyrillic = CYRILLIC.charAt(at);
    return letter === letter.toLowerCase() ? cyrillic : cyrillic.toUpperCase();
  }).join('');
}
