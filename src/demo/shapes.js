// Reads the shapes of SVG pictures, and colours, for the marks of `marks.js`, which says what marks are.

/** How far from a corner the handles of a curve are that is nearly a quarter of a circle of radius 1. */
const HANDLE = 0.5523;

const gauge = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

/** Adds a mark, unless nothing is seen of it. */
export function put({ marks, clip, opacity }, mark) {
  if (opacity > 0 && (mark.fill || mark.stroke)) marks.push({ ...mark, clip, opacity });
}

/** A computed colour; null if nothing is seen of it. */
export function colorOf(value, opacity = 1) {
  const given = /^rgba?\((.*)\)$/.exec(value);
  const [red, green, blue, alpha = 1] = given ? given[1].split(/[\s,/]+/).map(Number) : sampled(value);
  if (!(alpha * opacity > 0)) return null;
  const color = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
  return { color: `#${color}`, alpha: alpha * opacity };
}

/** The parts of a colour that is written in another way, as a canvas has it. */
function sampled(value) {
  gauge.clearRect(0, 0, 1, 1);
  gauge.fillStyle = value;
  gauge.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = gauge.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

const lengths = (element, ...names) => names.map((name) => element[name].baseVal.value);

const polygon = (...points) => [...points.map((point, place) => [place ? "L" : "M", point]), ["Z"]];

/** The commands of a rectangle, its corners round if they have a radius. */
export function rectangle(left, top, right, bottom, radius = 0) {
  if (radius <= 0) return polygon([left, top], [right, top], [right, bottom], [left, bottom]);
  const [far, near] = [radius, radius * (1 - HANDLE)];
  return [
    ["M", [left + far, top]],
    ["L", [right - far, top]],
    ["C", [right - near, top], [right, top + near], [right, top + far]],
    ["L", [right, bottom - far]],
    ["C", [right, bottom - near], [right - near, bottom], [right - far, bottom]],
    ["L", [left + far, bottom]],
    ["C", [left + near, bottom], [left, bottom - near], [left, bottom - far]],
    ["L", [left, top + far]],
    ["C", [left, top + near], [left + near, top], [left + far, top]],
    ["Z"],
  ];
}

/** The outline of each kind of shape, in its own coordinates. */
const OUTLINES = {
  rect(element) {
    const [x, y, width, height] = lengths(element, "x", "y", "width", "height");
    return rectangle(x, y, x + width, y + height);
  },
  line(element) {
    const [x1, y1, x2, y2] = lengths(element, "x1", "y1", "x2", "y2");
    return [["M", [x1, y1]], ["L", [x2, y2]]];
  },
  circle(element) {
    const [x, y, radius] = lengths(element, "cx", "cy", "r");
    return rectangle(x - radius, y - radius, x + radius, y + radius, radius);
  },
  path: (element) => straight(element.getAttribute("d") ?? ""),
};

/** The commands of a path of straight lines, which all paths of the page are. */
function straight(data) {
  const commands = [];
  let [x, y, start] = [0, 0, [0, 0]];
  for (const [, letter, given] of data.matchAll(/([MLHVZ])([^MLHVZ]*)/gi)) {
    const isRelative = letter >= "a";
    const numbers = (given.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    let kind = letter.toUpperCase();
    if (kind === "Z") {
      [x, y] = start;
      commands.push(["Z"]);
    }
    while (kind !== "Z" && numbers.length) {
      if (kind !== "V") x = numbers.shift() + (isRelative ? x : 0);
      if (kind !== "H") y = numbers.shift() + (isRelative ? y : 0);
      if (kind === "M") start = [x, y];
      commands.push([kind === "M" ? "M" : "L", [x, y]]);
      // More points after the first are the ends of lines.
      if (kind === "M") kind = "L";
    }
  }
  return commands;
}

/** From the coordinates that a matrix gives an element to those of the marks. */
export function placing({ a, b, c, d, e, f }, { left, top }) {
  return ([x, y]) => [a * x + c * y + e - left, b * x + d * y + f - top];
}

/** A box of the view, from the origin of the marks. */
export function boxIn({ left, top, right, bottom }, origin) {
  return { left: left - origin.left, top: top - origin.top, right: right - origin.left, bottom: bottom - origin.top };
}

/** How much larger a matrix makes an area's sides. */
export const scaleOf = ({ a, b, c, d }) => Math.sqrt(Math.abs(a * d - b * c));

/** What a shape is filled or drawn with. A pattern's origin is that of the shape's coordinates. */
function paintOf(value, opacity, element, matrix, around) {
  if (value === "none") return null;
  const reference = /^url\(.*#([^")]+)"?\)/.exec(value);
  if (!reference) return colorOf(value, opacity);
  const pattern = element.getRootNode().getElementById(reference[1]);
  if (!pattern) return null;
  const [width, height] = lengths(pattern, "width", "height");
  const marks = [];
  const tile = { left: 0, top: 0, clip: null, opacity: Number(opacity), marks };
  for (const child of pattern.children) readShape(child, getComputedStyle(child), tile, new DOMMatrix());
  return { pattern: { origin: placing(matrix, around)([0, 0]), scale: scaleOf(matrix), width, height, marks } };
}

/** Reads a shape of a picture; nothing of an element that only holds others. */
export function readShape(element, style, around, matrix = element.getScreenCTM?.()) {
  const outline = OUTLINES[element.localName]?.(element);
  if (!outline?.length || !matrix) return;
  const place = placing(matrix, around);
  const scale = style.vectorEffect === "non-scaling-stroke" ? 1 : scaleOf(matrix);
  const paint = (value, opacity) => paintOf(value, opacity, element, matrix, around);
  put(around, {
    commands: outline.map(([letter, ...points]) => [letter, ...points.map(place)]),
    fill: element.localName === "line" ? null : paint(style.fill, style.fillOpacity),
    stroke: paint(style.stroke, style.strokeOpacity),
    strokeWidth: Number.parseFloat(style.strokeWidth) * scale,
    dashes: (style.strokeDasharray.match(/[\d.]+/g) ?? []).map((length) => length * scale),
    isCrisp: style.shapeRendering.toLowerCase() === "crispedges",
  });
}

/** Where an `svg` element in a picture shows what is in it. */
export function viewportOf(element, around) {
  const [x, y, width, height] = lengths(element, "x", "y", "width", "height");
  const place = placing(element.parentElement.getScreenCTM(), around);
  const [[left, top], [right, bottom]] = [place([x, y]), place([x + width, y + height])];
  return { left, top, right, bottom };
}
