// Reads what an element shows from the document as it is laid out, as marks: paths and lines of text, in pixels from
// the element's top left. Pixels are those of CSS. What can only be used, and what only listeners hear, is left out.
import { boxIn, colorOf, put, readShape, rectangle, viewportOf } from "./shapes.js";
import { readGenerated, readText } from "./texts.js";

const LEFT_OUT =
  "button, input, select, textarea, defs, title, desc, script, style, template, details:not([open]) > :not(summary)";

/**
 * The size, the language and the marks of an element, in the order in which they are painted: first the `background`,
 * a colour that the element need not have itself. Every mark has an `opacity`, and the rectangle `clip` outside which
 * nothing of it is seen, or null. What it is filled or drawn with is a colour, `{ color, alpha }`; or a `pattern`, or a
 * `gradient`, of a fill; or null.
 * - A path has `commands`, such as `["L", [x, y]]`, with the letters M, L, C and Z; a `fill`, a `stroke`, the
 *   `strokeWidth` and `dashes` of that; and `isCrisp` if its edges are to lie between pixels.
 * - A line of text has a `text` in one direction, which `isRightToLeft` tells; the left end `x` of its baseline `y`,
 *   its `width`, its `font`, a `fill`, and a `stroke` that is painted first.
 */
export function marksOf(element, background = "transparent") {
  const { left, top, width, height } = element.getBoundingClientRect();
  const marks = [];
  // It reaches over the last pixels, of which the element may have a part only.
  const ground = rectangle(0, 0, Math.ceil(width), Math.ceil(height));
  const whole = { marks, clip: null, opacity: 1 };
  put(whole, { commands: ground, fill: colorOf(background), stroke: null, isCrisp: true });
  read(element, { ...whole, left, top });
  return { width, height, language: languageOf(element), marks };
}

/** The language of an element, in a shadow tree maybe. */
function languageOf(element) {
  const { host } = element.getRootNode();
  return element.closest("[lang]")?.lang ?? (host ? languageOf(host) : "");
}

/** Reads an element, with what is in it. */
function read(element, around) {
  if (element.matches(LEFT_OUT)) return;
  const style = getComputedStyle(element);
  if (style.display === "none" || style.clipPath !== "none") return;
  const isShown = style.visibility === "visible";
  const isSvg = "ownerSVGElement" in element;
  const here = { ...around, opacity: around.opacity * style.opacity };
  if (isShown) (element.ownerSVGElement ? readShape : readBox)(element, style, here);
  const inside = { ...here, clip: clipOf(element, style, here) };
  const first = here.marks.length;
  for (const child of element.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) read(child, inside);
    else if (child.nodeType === Node.TEXT_NODE && isShown) readText(child, style, inside);
  }
  if (isShown && !isSvg) readGenerated(element, style, inside, first);
}

/** The rectangle outside which nothing is seen of what is in an element. */
function clipOf(element, style, around) {
  const holds = !element.ownerSVGElement || element.localName === "svg";
  if (!holds || style.overflow === "visible" || style.display === "inline") return around.clip;
  const own = element.ownerSVGElement ? viewportOf(element, around) : boxIn(element.getBoundingClientRect(), around);
  const clip = around.clip ?? own;
  const [left, top] = [Math.max(own.left, clip.left), Math.max(own.top, clip.top)];
  const [right, bottom] = [Math.min(own.right, clip.right), Math.min(own.bottom, clip.bottom)];
  return { left, top, right: Math.max(left, right), bottom: Math.max(top, bottom) };
}

// Boxes.

const SIDES = ["Top", "Right", "Bottom", "Left"];

/** Reads the background and the border of an element's boxes. */
function readBox(element, style, around) {
  const borders = SIDES.map((side) => ({
    width: style[`border${side}Style`] === "none" ? 0 : Number.parseFloat(style[`border${side}Width`]),
    isDashed: style[`border${side}Style`] === "dashed",
    stroke: colorOf(style[`border${side}Color`]),
  }));
  const background = colorOf(style.backgroundColor);
  if (!background && style.backgroundImage === "none" && borders.every(({ width }) => width === 0)) return;
  for (const rect of element.getClientRects()) {
    const box = boxIn(rect, around);
    const round = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, rect.width / 2, rect.height / 2);
    const { left, top, right, bottom } = box;
    const path = { commands: rectangle(left, top, right, bottom, round), isCrisp: round === 0, stroke: null };
    put(around, { ...path, fill: background });
    const [above, after, below, before] = borders.map(({ width }) => width);
    const inner = { left: left + before, top: top + above, right: right - after, bottom: bottom - below };
    readGradients(style, inner, around);
    readBorders(borders, box, round, around);
  }
}

/** Reads the gradients in a box, of which the first lies on top. */
function readGradients({ backgroundImage, backgroundSize }, { left, top, right, bottom }, around) {
  const layers = [...backgroundImage.matchAll(/linear-gradient\(((?:[^()]|\([^()]*\))*)\)/g)];
  const sizes = backgroundSize.split(",");
  for (const [place, [, given]] of [...layers.entries()].toReversed()) {
    const [across = 100, down = 100] = (sizes[place % sizes.length].match(/[\d.]+(?=%)/g) ?? []).map(Number);
    const [width, height] = [((right - left) * across) / 100, ((bottom - top) * down) / 100];
    const parts = given.split(/,(?![^()]*\))/).map((part) => part.trim());
    const side = parts[0].startsWith("to ") ? parts.shift() : "to bottom";
    const [x, y] = towards(side, width, height);
    const [middle, centre] = [left + width / 2, top + height / 2];
    const gradient = { from: [middle - x, centre - y], until: [middle + x, centre + y], stops: parts.flatMap(stopsOf) };
    const commands = rectangle(left, top, left + width, top + height);
    put(around, { commands, fill: { gradient }, stroke: null, isCrisp: true });
  }
}

/** From the middle of a box to where a gradient ends, which in a corner crosses the diagonal at a right angle. */
function towards(side, width, height) {
  const x = side.includes("right") - side.includes("left");
  const y = side.includes("bottom") - side.includes("top");
  if (x === 0 || y === 0) return [(x * width) / 2, (y * height) / 2];
  const share = (width * height) / (width ** 2 + height ** 2);
  return [x * height * share, y * width * share];
}

/** The stops of a part of a gradient: one for each of its places, or at the end to which it belongs. */
function stopsOf(part, place) {
  const [, color, places] = /^(\w+\([^()]*\))(.*)$/.exec(part) ?? [];
  const given = (places?.match(/[\d.]+(?=%)/g) ?? [place ? 100 : 0]).map(Number);
  return given.map((offset) => ({ offset: offset / 100, ...(colorOf(color) ?? { color: "#000000", alpha: 0 }) }));
}

/** Reads the borders of a box: in one if its corners are round, and each side otherwise. */
function readBorders(borders, { left, top, right, bottom }, round, around) {
  const [{ width, stroke }] = borders;
  const half = width / 2;
  if (round > 0 && borders.every((border) => border.width === width)) {
    const commands = rectangle(left + half, top + half, right - half, bottom - half, round - half);
    if (width > 0) put(around, { commands, fill: null, stroke, strokeWidth: width, dashes: [], isCrisp: false });
    return;
  }
  const [above, after, below, before] = borders.map(({ width }) => width / 2);
  const lines = [
    [[left, top + above], [right, top + above]],
    [[right - after, top], [right - after, bottom]],
    [[left, bottom - below], [right, bottom - below]],
    [[left + before, top], [left + before, bottom]],
  ];
  for (const [side, [from, until]] of lines.entries()) {
    const { width, stroke, isDashed } = borders[side];
    if (width === 0) continue;
    const dashes = isDashed ? [2 * width, width] : [];
    const commands = [["M", from], ["L", until]];
    put(around, { commands, fill: null, stroke, strokeWidth: width, dashes, isCrisp: true });
  }
}
