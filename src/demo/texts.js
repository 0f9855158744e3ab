// Reads the lines of texts for the marks of `marks.js`, which says what marks are.
import { colorOf, placing, put, scaleOf } from "./shapes.js";

/** Letters of writing from right to left, by which a letter that stands alone is told to be so. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const gauge = document.createElement("canvas").getContext("2d");

/** The font of a text, whose own coordinates may be scaled. */
function fontOf(style, scale = 1) {
  const { fontFamily: family, fontWeight: weight, fontStyle: slant, fontVariant: variant } = style;
  const pixels = (length) => (Number.parseFloat(length) || 0) * scale;
  return { family, size: pixels(style.fontSize), weight, slant, variant, spacing: pixels(style.letterSpacing) };
}

/** The font as a canvas takes it. */
export function fontInShort({ family, size, weight, slant }) {
  return `${slant} ${weight} ${size}px ${family}`;
}

/** What a text measures in a font. */
function measured(text, font) {
  gauge.font = fontInShort(font);
  gauge.letterSpacing = `${font.spacing}px`;
  return gauge.measureText(text);
}

/**
 * From the top of a line's letters to their baseline. Engines round it, in pixels or in the dots of the screen: the
 * height of the letters tells which.
 */
function ascentOf(font, height) {
  const [inPixels, inDots] = [1, devicePixelRatio].map((dots) => {
    const sizes = measured("", { ...font, size: font.size * dots });
    const [ascent, descent] = [sizes.fontBoundingBoxAscent / dots, sizes.fontBoundingBoxDescent / dots];
    return { ascent, error: Math.abs(ascent + descent - height) };
  });
  return inDots.error < inPixels.error ? inDots.ascent : inPixels.ascent;
}

/** Reads a text, line by line. */
export function readText(node, style, around) {
  const owner = node.parentElement;
  const runs = node.data.trim() ? runsOf(node, style) : [];
  if (!runs.length) return;
  const isSvg = Boolean(owner.ownerSVGElement);
  const matrix = isSvg ? owner.getScreenCTM() : new DOMMatrix();
  const font = fontOf(style, scaleOf(matrix));
  for (const [place, { left, right, top, height, text, isRightToLeft }] of runs.entries()) {
    const begins = place === 0 && node === owner.firstChild;
    if (isOutside(top - around.top, height, around.clip)) continue;
    put(around, {
      text: cased(text, owner, style, begins),
      isRightToLeft,
      x: left - around.left,
      y: isSvg ? baselineOf(owner, matrix, around) : top - around.top + ascentOf(font, height),
      width: right - left,
      font,
      fill: colorOf(isSvg ? style.fill : style.color),
      stroke: isSvg && style.stroke !== "none" ? colorOf(style.stroke) : null,
      strokeWidth: Number.parseFloat(style.strokeWidth) * scaleOf(matrix),
    });
  }
}

/** Whether a line is scrolled out of sight. */
function isOutside(top, height, clip) {
  return clip !== null && (top >= clip.bottom || top + height <= clip.top);
}

function baselineOf(text, matrix, around) {
  const { x, y } = text.getStartPositionOfChar(0);
  return placing(matrix, around)([x, y])[1];
}

/** A text in the letters that its style asks for. */
function cased(text, owner, { textTransform }, begins) {
  if (textTransform === "uppercase") return text.toLocaleUpperCase();
  const isCapital = begins && getComputedStyle(owner, "::first-letter").textTransform === "uppercase";
  return isCapital ? text[0].toLocaleUpperCase() + text.slice(1) : text;
}

/** The pieces of a text that stand in one line and go in one direction, each from its left to its right. */
function runsOf(node, style) {
  const runs = [];
  const range = document.createRange();
  let offset = 0;
  for (const letter of node.data) {
    range.setStart(node, offset);
    range.setEnd(node, (offset += letter.length));
    const [rect] = range.getClientRects();
    const isSpace = /^[ \t\n\r\f]$/.test(letter);
    // A space that is not seen has no width. So have signs that belong to the letter before them.
    if (!rect || (isSpace && rect.width === 0)) continue;
    const run = runs.at(-1);
    if (!run || !follows(rect, run)) runs.push({ top: rect.top, height: rect.height, letters: [] });
    const { left, right } = rect;
    runs.at(-1).letters.push({ letter: isSpace ? " " : letter, left, right });
  }
  return runs.map((run) => ({ ...run, ...wordsOf(run, style) })).filter(({ text }) => text);
}

/** Whether a letter stands beside the last one of a run, on the side to which the run goes. The second letter tells. */
function follows({ left, right, top, height }, run) {
  if (Math.abs(run.top - top) > height / 2) return false;
  if (left === right) return true;
  const last = run.letters.at(-1);
  // WebKit tells of letters without the space between them, which may be less than none.
  const near = (one, other) => Math.abs(one - other) < Math.max(0.5, height / 20);
  if (run.isRightToLeft !== true && near(left, last.right)) run.isRightToLeft = false;
  else if (run.isRightToLeft !== false && near(right, last.left)) run.isRightToLeft = true;
  else return false;
  return true;
}

/** What a run says without the spaces at its ends, and where. */
function wordsOf({ letters, isRightToLeft }, { direction }) {
  const isWord = ({ letter }) => letter !== " ";
  const seen = letters.slice(letters.findIndex(isWord), letters.findLastIndex(isWord) + 1);
  const text = seen.map(({ letter }) => letter).join("");
  const alone = RIGHT_TO_LEFT.test(text) || (direction === "rtl" && !/[\p{L}\p{N}]/u.test(text));
  return {
    text,
    left: Math.min(...seen.map(({ left }) => left)),
    right: Math.max(...seen.map(({ right }) => right)),
    isRightToLeft: isRightToLeft ?? alone,
  };
}

/** Reads what styles write beside an element's texts, whose marks begin at `first`: signs, labels and numbers. */
export function readGenerated(element, style, around, first) {
  const texts = around.marks.slice(first).filter((mark) => mark.text);
  const marker = style.display === "list-item" ? markerOf(element, style.listStyleType) : "";
  if (marker && texts.length) writeBeside(texts[0], marker, style, around, first);
  for (const name of ["::after", "::before"]) {
    const generated = getComputedStyle(element, name);
    const text = /^"((?:[^"\\]|\\.)*)"/.exec(generated.content)?.[1];
    if (!text || generated.display === "none") continue;
    if (generated.display === "block") writeAbove(element, text, generated, around);
    else if (texts.length && name === "::before") writeBeside(texts[0], text, generated, around, first);
    else if (texts.length) writeBeside(texts.at(-1), text, generated, around);
  }
}

/** Reads a text that stands in the line of another: before it, with its place among the marks, or else after it. */
function writeBeside(other, text, style, around, place) {
  const font = fontOf(style);
  const isRightToLeft = style.direction === "rtl";
  const isLeft = (place !== undefined) !== isRightToLeft;
  const [whole, begun, width] = [text, text.trimStart(), text.trim()].map((text) => measured(text, font).width);
  const left = isLeft ? other.x - whole : other.x + other.width;
  const x = left + (isRightToLeft ? begun - width : whole - begun);
  const marks = [];
  const fill = colorOf(style.color);
  put({ ...around, marks }, { text: text.trim(), isRightToLeft, x, y: other.y, width, font, fill, stroke: null });
  around.marks.splice(place ?? around.marks.length, 0, ...marks);
}

/** Reads a label that has the first line of an element to itself. */
function writeAbove(element, text, style, around) {
  const { left, top } = element.getBoundingClientRect();
  const inner = getComputedStyle(element);
  const font = fontOf(style);
  const { width, fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measured(text, font);
  const room = (Number.parseFloat(style.height) - ascent - descent) / 2;
  const y = top - around.top + Number.parseFloat(inner.paddingTop) + room + ascent;
  const x = left - around.left + Number.parseFloat(inner.paddingLeft);
  put(around, { text, isRightToLeft: false, x, y, width, font, fill: colorOf(style.color), stroke: null });
}

/** The number or the sign of an item of a list. */
function markerOf(item, kind) {
  const number = [...item.parentElement.children].indexOf(item) + (item.parentElement.start ?? 1);
  return { decimal: `${number}. `, disc: "• " }[kind] ?? "";
}
