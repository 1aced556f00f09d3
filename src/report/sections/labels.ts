import stringWidth from 'string-width';

/** A name to be written on a map, centred at a point. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width of an ordinary letter and height of a line at the size of the text of a picture, generous for fonts that run wide. */
const LETTER = 6.6;
const LINE = 14;

/**
 * About how wide a text is in a picture: as wide as a terminal would make it, but Burmese as wide as its signs, which a
 * terminal writes above one another.
 */
export function widthOf(text: string): number {
  const burmese = text.match(/\p{Script=Myanmar}/gu)?.length ?? 0;
  return Math.max(stringWidth(text), burmese) * LETTER;
}
const GAP = 2;

/**
 * The labels that fit, in the order given (most important first): none touches an earlier one or leaves the frame. A label
 * may stand a line higher or lower than asked.
 */
export function placeLabels(
  wanted: readonly Label[],
  frame: { readonly width: number; readonly height: number; readonly most: number },
): Label[] {
  const taken: Box[] = [];
  const placed: Label[] = [];
  for (const label of wanted) {
    if (placed.length >= frame.most) break;
    const half = widthOf(label.text) / 2;
    for (const shift of [-LINE, LINE, 0]) {
      const x = Math.min(frame.width - half - 2, Math.max(half + 2, label.x));
      const y = label.y + shift;
      const box = {
        left: x - half - GAP,
        right: x + half + GAP,
        top: y - LINE * 0.8 - GAP,
        bottom: y + LINE * 0.3 + GAP,
      };
      const isInside = half * 2 + 4 <= frame.width && box.top >= 0 && box.bottom <= frame.height;
      if (!isInside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      placed.push({ text: label.text, x, y });
      break;
    }
  }
  return placed;
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
