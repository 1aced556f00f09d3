import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Shades are kept in steps of this, of 256: no eye sees one, and a file is a third smaller. */
const STEP = 8;

/** The picture made smaller by a whole factor, each new pixel the mean of what it replaces: small shifts of type vanish. */
export function reduced(picture: PNG, factor: number): PNG {
  const small = new PNG({
    width: Math.floor(picture.width / factor),
    height: Math.floor(picture.height / factor),
  });
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      for (let part = 0; part < 4; part += 1) {
        let sum = 0;
        for (let down = 0; down < factor; down += 1) {
          for (let across = 0; across < factor; across += 1)
            sum += picture.data[4 * ((y * factor + down) * picture.width + x * factor + across) + part] ?? 0;
        }
        const shade = Math.min(255, STEP * Math.round(sum / factor ** 2 / STEP));
        small.data[4 * (y * small.width + x) + part] = part === 3 ? 255 : shade;
      }
    }
  }
  return small;
}

/** Share of the pixels the two have in common that an eye as sharp as `threshold` (0 to 1, smaller is sharper) would call different. */
export function difference(one: PNG, other: PNG, threshold: number): number {
  const width = Math.min(one.width, other.width);
  const height = Math.min(one.height, other.height);
  const cut = (picture: PNG) => {
    const part = new PNG({ width, height });
    PNG.bitblt(picture, part, 0, 0, width, height, 0, 0);
    return part.data;
  };
  const differing = pixelmatch(cut(one), cut(other), undefined, width, height, {
    threshold,
    includeAA: true,
  });
  return differing / (width * height);
}

/** Share of a picture that differs from its corner, which is paper. */
export function shareOfInk({ data, width, height }: PNG): number {
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) {
    const distance = [0, 1, 2].reduce(
      (sum, part) => sum + Math.abs((data[at + part] ?? 0) - (data[part] ?? 0)),
      0,
    );
    if (distance > 24) ink += 1;
  }
  return ink / (width * height);
}
