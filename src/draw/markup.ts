/** A piece of markup that may stand in a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What can be put into markup: markup as it is, everything else as text with all its signs escaped. */
export type Piece = Markup | string | number | undefined | readonly Piece[];

/** Characters that control a machine or turn the direction of the text around them; none belongs to a name. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and inside quoted attributes of HTML and SVG; line ends become spaces. */
export function escapeText(text: string): string {
  return text
    .replace(/[\n\r\t]+/g, ' ')
    .replace(CONTROLS, '')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}

/**
 * Markup from a template: what the template says stands as it is, what is put in is escaped unless it is markup itself,
 * so that a name out of a table can never become a tag.
 */
export function markup(template: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(
    template.map((text, at) => text + (at < pieces.length ? textOf(pieces[at]) : '')).join(''),
  );
}

function textOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string') return escapeText(piece);
  return typeof piece === 'number' ? String(piece) : piece.map(textOf).join('');
}
