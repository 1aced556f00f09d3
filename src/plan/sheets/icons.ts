import { escapeText } from '../../draw/markup.js';
import type { SheetWords } from '../../draw/words/sheets/english.js';

/** Drawings for people who do not read the words: one symbol an item, in a 24 × 24 box, drawn with the colour of the text. */
const DRAWINGS = {
  people:
    '<circle cx="8" cy="8" r="3.2"/><path d="M2 20c0-4 2.5-6.5 6-6.5s6 2.5 6 6.5"/><circle cx="17" cy="9" r="2.6"/><path d="M16 14c3.5-.5 6 1.8 6 6"/>',
  pair: '<circle cx="7.5" cy="7" r="3"/><path d="M2.5 20v-4a5 5 0 0 1 10 0v4"/><circle cx="16.5" cy="7" r="3"/><path d="M11.5 20v-4a5 5 0 0 1 10 0v4"/>',
  talk: '<path d="M3 4.500h18v11H10l-4.5 4v-4H3z"/><path d="M7.5 8.500h9M7.5 11.500h6"/>',
  condoms:
    '<rect x="3" y="3" width="18" height="18" rx="2"/><circle cx="12" cy="12" r="5.8"/><circle cx="12" cy="12" r="3"/>',
  lubricant:
    '<path d="M5 3h14l-1.5 3V21h-11V6z"/><path d="M12 9.500c2 2.6 2.8 3.8 2.8 5.100a2.8 2.8 0 0 1-5.6 0c0-1.3.8-2.5 2.8-5.100z"/>',
  needles:
    '<path d="M3 21l5-5M7 13l6.5-6.5 4 4L11 17zM16 4l4 4M18 6l-2.5 2.500M10 12.500l1.5 1.500M12 10.500l1.5 1.5"/>',
  sharps_boxes:
    '<path d="M4.5 9h15L18 21H6z"/><path d="M6.5 9V6h11v3M9.5 6V3.500h5V6"/><path d="M12 12v4.500M12 18.300v.4"/>',
  test_kits:
    '<rect x="7" y="2.5" width="10" height="19" rx="3"/><path d="M9.5 6.500h5v5h-5zM10.5 8.200h3M10.5 9.900h3"/><circle cx="12" cy="16.5" r="1.8"/>',
  arv_refills:
    '<path d="M6 7.500h12V20a1.5 1.5 0 0 1-1.5 1.500h-9A1.5 1.5 0 0 1 6 20z"/><path d="M5 3h14v4.500H5zM12 11v6M9 14h6"/>',
  night: '<path d="M19.5 14.500A8.5 8.5 0 0 1 9.5 4.500a8.5 8.5 0 1 0 10 10z"/>',
  safe: '<path d="M12 2.500l8 3v6c0 5-3.5 8.5-8 10-4.5-1.5-8-5-8-10v-6z"/><path d="M8.5 12l2.5 2.5 4.5-5"/>',
} as const;

export type Icon = keyof typeof DRAWINGS;

/** Items of a visit that have a drawing, in the order they are printed. */
export const ITEM_ICONS = [
  'condoms',
  'lubricant',
  'needles',
  'sharps_boxes',
  'test_kits',
  'arv_refills',
] as const satisfies readonly Icon[];

/** The drawings as hidden SVG symbols, to stand once at the top of a page. */
export function iconSymbols(): string {
  const symbols = Object.entries(DRAWINGS).map(
    ([name, paths]) => `<symbol id="${name}" viewBox="0 0 24 24">${paths}</symbol>`,
  );
  return `<svg class="symbols" aria-hidden="true">${symbols.join('')}</svg>`;
}

/** One drawing, by reference to its symbol. */
export function icon(name: Icon, words: SheetWords): string {
  return `<svg class="icon" role="img" aria-label="${escapeText(words.icons[name])}"><use href="#${name}"/></svg>`;
}
