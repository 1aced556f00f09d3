// What is measured inside a page. The whole file is sent to the browser as it stands; `measured` then holds what was found.
const pen = document.createElement('canvas').getContext('2d');
const inks = new Map();

/** How far the letters of a text reach above and below the line of writing, and how far the box of its font does, in pixels. */
function inkOf(text, style) {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const key = `${font} ${text}`;
  const known = inks.get(key);
  if (known !== undefined) return known;
  pen.font = font;
  const ink = pen.measureText(text);
  inks.set(key, ink);
  return ink;
}

/** What the letters of a line cover, of the box the browser gives the line. */
function inkBox(box, text, style) {
  const ink = inkOf(text, style);
  const scale = box.height / (ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent);
  const line = box.top + ink.fontBoundingBoxAscent * scale;
  return {
    left: box.left,
    right: box.right,
    top: line - ink.actualBoundingBoxAscent * scale,
    bottom: line + ink.actualBoundingBoxDescent * scale,
  };
}

const isDrawn = (element) =>
  element !== null &&
  element.closest('title, desc, script, style, .skip, .symbols, [hidden]') === null &&
  element.checkVisibility({ visibilityProperty: true });

/** Every text that can be seen, with its element. */
function textsSeen() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    if (text !== '' && isDrawn(node.parentElement)) found.push({ node, text, element: node.parentElement });
  }
  return found;
}

/** Elements that stick out of the window, other than inside a box that scrolls. */
function stickingOut() {
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width + 1)
    found.push(`page ${document.documentElement.scrollWidth} > ${width}`);
  for (const element of document.body.querySelectorAll('*')) {
    if (
      element.closest(
        '.scroll, .map svg > *, .symbols, .skip, [hidden], desc, title, details:not([open]) > :not(summary)',
      ) !== null
    )
      continue;
    const box = element.getBoundingClientRect();
    const isInside = box.right <= width + 1 && box.left >= -1;
    if (box.width === 0 || box.height === 0 || isInside || box.left < -1000) continue;
    found.push(
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}: ${(element.textContent ?? '').slice(0, 40)}`,
    );
  }
  for (const text of document.querySelectorAll('.map text')) {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const map = text.closest('.map').getBoundingClientRect();
    if (left < map.left || right > map.right || top < map.top || bottom > map.bottom)
      found.push(`${text.textContent} is cut off by its map`);
  }
  return found.slice(0, 5);
}

/** Marks no letter may lie on. */
const MARKS = '.bar, .strip, .box';

/** Pairs of lines of text whose letters touch each other, and texts that touch a bar. */
function textsTouching() {
  const boxes = [];
  for (const { node, text, element } of textsSeen()) {
    const style = getComputedStyle(element);
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = element instanceof SVGElement ? [element.getBoundingClientRect()] : range.getClientRects();
    for (const line of lines) {
      if (line.width < 1 || line.height < 1 || line.right < -1000) continue;
      boxes.push({ text, ...inkBox(line, text, style) });
    }
  }
  for (const mark of document.querySelectorAll(MARKS)) {
    if (!isDrawn(mark)) continue;
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    boxes.push({
      text: `<${mark.getAttribute('class') ?? mark.tagName}>`,
      isMark: true,
      left,
      right,
      top,
      bottom,
    });
  }
  boxes.sort((a, b) => a.top - b.top);
  const found = [];
  for (const [at, one] of boxes.entries()) {
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 1; next += 1) {
      const other = boxes[next];
      if (one.isMark && other.isMark) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      if (across > 1.5 && down > 1)
        found.push(`${one.text.slice(0, 40)} / ${other.text.slice(0, 40)} by ${down.toFixed(1)}`);
    }
  }
  return found.slice(0, 5);
}

function parse(colour) {
  return (colour.match(/[\d.]+/g) ?? []).map(Number);
}

function luminance(colour) {
  const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = new Map();

function groundOf(element) {
  const known = grounds.get(element);
  if (known !== undefined) return known;
  const colour = parse(getComputedStyle(element).backgroundColor);
  const isFull = colour.length >= 3 && (colour[3] ?? 1) > 0.9;
  const ground = isFull
    ? colour
    : element.parentElement === null
      ? [255, 255, 255]
      : groundOf(element.parentElement);
  grounds.set(element, ground);
  return ground;
}

/** Texts whose contrast to what they stand on is below 4.5 (3 for large ones), by WCAG 2.2. */
function hardToRead() {
  const found = [];
  for (const { text, element } of textsSeen()) {
    const style = getComputedStyle(element);
    const isPicture = element instanceof SVGElement;
    const colour = parse(isPicture ? style.fill : style.color);
    const ratio = contrast(colour, groundOf(element));
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${text.slice(0, 40)}`);
  }
  return found.slice(0, 5);
}

/** Marks that carry a meaning of their own, with the property that colours them. */
const MEANT = [
  ['.bar b', 'backgroundColor'],
  ['.bar i.full', 'backgroundColor'],
  ['.bar u', 'borderBottomColor'],
  ['.strip i.peak', 'backgroundColor'],
  ['.line, .ink-line, .ring', 'stroke'],
  ['.petal', 'fill'],
];

/** Marks whose contrast to the ground is below 3, by WCAG 2.2 (1.4.11). */
function hardToSee() {
  const found = [];
  for (const [marks, property] of MEANT) {
    for (const mark of document.querySelectorAll(marks)) {
      const ratio = contrast(parse(getComputedStyle(mark)[property]), groundOf(mark.parentElement));
      if (ratio < 3) found.push(`${ratio.toFixed(2)} ${marks}`);
    }
  }
  return [...new Set(found)].slice(0, 5);
}

/** Pictures that somebody who does not see them misses: without a role, a title, a summary with numbers, or a table near by. */
function unsaid() {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.getAttribute('aria-hidden') === 'true' || svg.closest('[role=img]') !== null) continue;
    found.push(`no role: ${svg.outerHTML.slice(0, 60)}`);
  }
  for (const picture of document.querySelectorAll('main [role=img]')) {
    const ids = (picture.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
    const label =
      picture.getAttribute('aria-label') ??
      ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    if (label.trim().length < 12) found.push(`no summary: ${label}`);
    const home = picture.closest('.pair, .block, .tiles > div, section');
    if (home?.querySelector('table') === null) found.push(`no table: ${label.slice(0, 60)}`);
  }
  return found.slice(0, 5);
}

/** Titles of the sections whose heading and first content can be seen. */
function sectionsSeen() {
  return [...document.querySelectorAll('main section')]
    .filter((section) => section.getBoundingClientRect().height > 40)
    .map((section) => section.id);
}

globalThis.measured = {
  sticking: stickingOut(),
  touching: textsTouching(),
  hard: [...hardToRead(), ...hardToSee()],
  unsaid: unsaid(),
  sections: sectionsSeen(),
};
