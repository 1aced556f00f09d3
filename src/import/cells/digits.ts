/** First digit of each script that field tables use: Arabic-Indic, Eastern Arabic-Indic, Devanagari, Bengali, Myanmar (two sets), full-width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x1040, 0x1090, 0xff10];

/** The text with the digits of every known script as 0 to 9. */
export function plainDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code <= first + 9);
    return zero === undefined ? digit : String(code - zero);
  });
}
