/** Signs that no XML 1.0 file can hold or that mean nothing in one: controls, halves of a pair, the two non-characters. */
const IMPOSSIBLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** The text as it stands between tags or in an attribute; signs that XML cannot hold become the replacement sign. */
export function escapeXml(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replaceAll(/[&<>"'\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
