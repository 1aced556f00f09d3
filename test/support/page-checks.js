// What is measured inside a page. The whole file is sent to the browser as it stands; `measured` then holds what was found.
/** Elements that stick out of the window to the right, other than inside a box that scrolls. */
function stickingOut() {
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width + 1)
    found.push(`page ${document.documentElement.scrollWidth} > ${width}`);
  for (const element of document.body.querySelectorAll('*')) {
    if (
      element.closest(
        '.scroll, .symbols, .skip, [hidden], desc, title, details:not([open]) > :not(summary)',
      ) !== null
    )
      continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || box.right <= width + 1 || box.left < -1000) continue;
    found.push(
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${Math.round(box.right)} > ${width}: ${(element.textContent ?? '').slice(0, 40)}`,
    );
  }
  return found.slice(0, 5);
}

/** Pairs of texts of one picture, or of one axis, that touch each other. */
function textsTouching() {
  const found = [];
  const groups = [
    ...[...document.querySelectorAll('svg[role=img]')].map((svg) => [...svg.querySelectorAll('text')]),
    ...[...document.querySelectorAll('.axis')].map((axis) => [...axis.querySelectorAll('span')]),
    ...[...document.querySelectorAll('.table-answers td, .track > div')].map((cell) => [...cell.children]),
  ];
  for (const group of groups) {
    const boxes = group
      .map((element) => ({ text: element.textContent ?? '', box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1.5 && down > 3) found.push(`${one.text.slice(0, 40)} / ${other.text.slice(0, 40)}`);
      }
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

function groundOf(element) {
  for (let at = element; at !== null; at = at.parentElement) {
    const colour = parse(getComputedStyle(at).backgroundColor);
    if (colour.length >= 3 && (colour[3] ?? 1) > 0.9) return colour;
  }
  return [255, 255, 255];
}

/** Texts whose contrast to what they stand on is below 4.5 (3 for large ones), by WCAG 2.2. */
function hardToRead() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.textContent ?? '').trim() === '') continue;
    if (element.closest('title, desc, script, style, .skip') !== null) continue;
    const style = getComputedStyle(element);
    const colour = parse(element instanceof SVGElement ? style.fill : style.color);
    const [low = 0, high = 0] = [luminance(colour), luminance(groundOf(element))].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    const isLarge = Number.parseFloat(style.fontSize) >= 24;
    if (ratio < (isLarge ? 3 : 4.5))
      found.push(`${ratio.toFixed(2)} ${(node.textContent ?? '').trim().slice(0, 40)}`);
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
  hard: hardToRead(),
  sections: sectionsSeen(),
};
