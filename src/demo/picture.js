// Makes a picture of what an element shows, as an SVG document or as a PNG file. Both are written from the marks that
// `marks.js` reads. No text becomes markup of the page, and nothing is fetched.
import { marksOf } from "./marks.js";
import { fontInShort } from "./texts.js";

const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML forbids even where it is escaped. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/gu;

const escape = (text) => text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (sign) => ESCAPED[sign]);

/** A number of pixels, as far as one can see it. */
const brief = (value) => String(Math.round(value * 1000) / 1000);

/** An element as markup; attributes without a value are left out. */
function tag(name, attributes, content = "") {
  const given = Object.entries(attributes).filter(([, value]) => value !== null && value !== "");
  const text = (value) => (typeof value === "number" ? brief(value) : escape(value));
  const written = given.map(([name, value]) => ` ${name}="${text(value)}"`);
  return `<${name}${written.join("")}${content === "" ? "/>" : `>${content}</${name}>`}`;
}

/** The data of a path. */
function dataOf(commands) {
  return commands.map(([letter, ...points]) => letter + points.flat().map(brief).join(" ")).join("");
}

/**
 * The picture of an element as it is shown now, as an SVG document with nothing outside itself: its texts are texts,
 * in the fonts that the page names. `background` is painted first, if there is one.
 */
export function asSvg(element, { title, background }) {
  const { width, height, language, marks } = marksOf(element, background);
  const written = new Written();
  const body = marks.map((mark) => written.mark(mark)).join("\n");
  const head = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${brief(width)} ${brief(height)}`,
    lang: language,
    "xml:lang": language,
    role: "img",
  };
  const parts = [tag("title", {}, escape(title)), tag("defs", {}, written.definitions), body];
  return `${tag("svg", head, `\n${parts.join("\n")}\n`)}\n`;
}

/** Marks as markup, with the definitions to which they refer. */
class Written {
  /** The ids of definitions, by how these are written without them. */
  #ids = new Map();

  get definitions() {
    return [...this.#ids].map(([definition, id]) => definition.replace(" ", ` id="${id}" `)).join("");
  }

  /** The reference to a definition, whose markup begins with its name and an attribute. */
  #refer(definition) {
    if (!this.#ids.has(definition)) this.#ids.set(definition, `picture-${this.#ids.size + 1}`);
    return `url(#${this.#ids.get(definition)})`;
  }

  mark(mark) {
    const { opacity, clip } = mark;
    const shared = { opacity: opacity === 1 ? null : opacity, "clip-path": clip && this.#refer(clipping(clip)) };
    return mark.text ? this.#text(mark, shared) : this.#path(mark, shared);
  }

  #path({ commands, fill, stroke, strokeWidth, dashes, isCrisp }, shared) {
    return tag("path", {
      d: dataOf(commands),
      ...this.#paint("fill", fill),
      ...(stroke ? this.#paint("stroke", stroke) : {}),
      "stroke-width": stroke && strokeWidth,
      "stroke-dasharray": stroke && dashes.map(brief).join(" "),
      "shape-rendering": isCrisp ? "crispEdges" : null,
      ...shared,
    });
  }

  /** Other fonts, where those of the page are missing, get the width that the text has here. */
  #text({ text, isRightToLeft, x, y, width, font, fill, stroke, strokeWidth }, shared) {
    const attributes = {
      x: isRightToLeft ? x + width : x,
      y,
      direction: isRightToLeft ? "rtl" : null,
      textLength: width,
      lengthAdjust: "spacingAndGlyphs",
      "font-family": font.family,
      "font-size": font.size,
      "font-weight": font.weight,
      "font-style": font.slant === "normal" ? null : font.slant,
      "font-variant": font.variant === "normal" ? null : font.variant,
      "letter-spacing": font.spacing || null,
      ...this.#paint("fill", fill),
      ...(stroke ? this.#paint("stroke", stroke) : {}),
      "stroke-width": stroke && strokeWidth,
      "paint-order": stroke && "stroke",
      ...shared,
    };
    return tag("text", attributes, escape(text));
  }

  /** The attributes of a fill or a stroke. */
  #paint(name, paint) {
    if (!paint) return { [name]: "none" };
    if (paint.pattern) return { [name]: this.#refer(this.#pattern(paint.pattern)) };
    if (paint.gradient) return { [name]: this.#refer(shading(paint.gradient)) };
    return { [name]: paint.color, [`${name}-opacity`]: paint.alpha === 1 ? null : paint.alpha };
  }

  #pattern({ origin, scale, width, height, marks }) {
    const moved = `translate(${origin.map(brief).join(" ")})${scale === 1 ? "" : ` scale(${scale})`}`;
    const attributes = { width, height, patternUnits: "userSpaceOnUse", patternTransform: moved };
    return tag("pattern", attributes, marks.map((mark) => this.mark(mark)).join(""));
  }
}

function clipping({ left, top, right, bottom }) {
  const hole = tag("rect", { x: left, y: top, width: right - left, height: bottom - top });
  return tag("clipPath", { clipPathUnits: "userSpaceOnUse" }, hole);
}

function shading({ from, until, stops }) {
  const [x1, y1, x2, y2] = [...from, ...until];
  const stop = ({ offset, color, alpha }) => tag("stop", { offset, "stop-color": color, "stop-opacity": alpha });
  return tag("linearGradient", { gradientUnits: "userSpaceOnUse", x1, y1, x2, y2 }, stops.map(stop).join(""));
}

/** The picture of an element as it is shown now, as a PNG file with `scale` dots for each pixel in a row. */
export async function asPng(element, { background, scale = 2 }) {
  const { width, height, marks } = marksOf(element, background);
  const context = canvasOf(width, height, scale);
  for (const mark of marks) draw(context, mark, scale);
  return new Promise((made, failed) => {
    const told = (blob) => (blob ? made(blob) : failed(new RangeError("the picture is too large for a canvas")));
    context.canvas.toBlob(told, "image/png");
  });
}

/** The context of a new canvas, whose unit is a pixel of the page. */
function canvasOf(width, height, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  // As in SVG.
  context.miterLimit = 4;
  return context;
}

function draw(context, mark, scale) {
  context.save();
  context.globalAlpha = mark.opacity;
  if (mark.clip) {
    const { left, top, right, bottom } = mark.clip;
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
  }
  if (mark.text) drawText(context, mark, scale);
  else drawPath(context, mark, scale);
  context.restore();
}

function drawPath(context, mark, scale) {
  const { commands, fill, stroke, strokeWidth, dashes } = mark.isCrisp ? crisp(mark, scale) : mark;
  const path = new Path2D(dataOf(commands));
  if (fill) {
    context.fillStyle = styleOf(context, fill, scale);
    context.fill(path);
  }
  if (stroke) {
    context.strokeStyle = styleOf(context, stroke, scale);
    context.lineWidth = strokeWidth;
    context.setLineDash(dashes);
    context.stroke(path);
  }
}

/** A path with its edges between the dots of a canvas. */
function crisp(mark, scale) {
  const dots = (length) => Math.round(length * scale) / scale;
  const strokeWidth = mark.stroke ? Math.max(dots(mark.strokeWidth), 1 / scale) : 0;
  const place = (at) => dots(at - strokeWidth / 2) + strokeWidth / 2;
  const commands = mark.commands.map(([letter, ...points]) => [letter, ...points.map((point) => point.map(place))]);
  return { ...mark, commands, strokeWidth };
}

function drawText(context, { text, isRightToLeft, x, y, width, font, fill, stroke, strokeWidth }, scale) {
  context.font = fontInShort(font);
  context.letterSpacing = `${font.spacing}px`;
  context.direction = isRightToLeft ? "rtl" : "ltr";
  context.textAlign = "left";
  context.translate(x, Math.round(y * scale) / scale);
  // A canvas does not know every feature of a font that the page may use: the text gets the width that it has there.
  const fit = width / context.measureText(text).width;
  if (Math.abs(fit - 1) > 0.002) context.scale(fit, 1);
  if (stroke) {
    context.strokeStyle = styleOf(context, stroke, scale);
    context.lineWidth = strokeWidth;
    context.strokeText(text, 0, 0);
  }
  context.fillStyle = styleOf(context, fill, scale);
  context.fillText(text, 0, 0);
}

/** What a context fills or draws with. */
function styleOf(context, { color, alpha, pattern, gradient }, scale) {
  if (pattern) return tiles(context, pattern, scale);
  return gradient ? shade(context, gradient) : translucent(color, alpha);
}

/** A colour as a canvas takes it. */
function translucent(color, alpha) {
  return `rgba(${[1, 3, 5].map((place) => Number.parseInt(color.slice(place, place + 2), 16)).join()},${alpha})`;
}

function tiles(context, { origin, scale: own, width, height, marks }, scale) {
  const tile = canvasOf(width, height, scale * own);
  for (const mark of marks) draw(tile, mark, scale * own);
  const pattern = context.createPattern(tile.canvas, "repeat");
  pattern.setTransform(new DOMMatrix([1 / scale, 0, 0, 1 / scale, ...origin]));
  return pattern;
}

function shade(context, { from, until, stops }) {
  const gradient = context.createLinearGradient(...from, ...until);
  for (const { offset, color, alpha } of stops) gradient.addColorStop(offset, translucent(color, alpha));
  return gradient;
}
