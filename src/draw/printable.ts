/** Control, format and separator characters, which could rewrite what a terminal shows; line feeds are dealt with apart. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from a file made safe to print: every character a terminal could act on is shown as an escape, such as \u{1b}. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Several lines made safe to print; the line feeds between them stay. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** JSON made safe to print: the same document, its unsafe characters written as \uXXXX. Line feeds between values stay. */
export function printableJson(json: string): string {
  return json
    .split('\n')
    .map((line) =>
      line.replace(UNSAFE, (sign) =>
        Array.from(
          { length: sign.length },
          (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`,
        ).join(''),
      ),
    )
    .join('\n');
}
