/** Control, format and separator characters, which could rewrite what a terminal shows; line feeds are dealt with apart. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from a file made safe to print: every character a terminal could act on is shown as an escape, such as \u{1b}. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
