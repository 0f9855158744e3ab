// Compares the pages that Node makes of the bundled catalog with those that are made natively.
//
// Arguments: the script that wasm-bindgen wrote for Node, and the program that prints the pages
// natively.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [glue, program] = process.argv.slice(2).map((path) => resolve(path));
const { pages } = createRequire(import.meta.url)(glue);

const bundled = (path) => readFileSync(new URL(`../../bundled/${path}`, import.meta.url), "utf8");
const catalog = bundled("catalog.json");
const messages = JSON.parse(catalog).languages.map((code) => JSON.parse(bundled(`messages/${code}.json`)));
const files = { style: ".pc{color:red}", style_file: "s.css", icon: "i.svg", boot: "b.js", glue: "g.js", program: "p.wasm" };
const texts = [catalog, JSON.stringify(messages), JSON.stringify(files)];

/** Ends with a message, and as a failure. */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Where two texts first differ, and what stands there. */
function difference(here, there) {
  const [ours, theirs] = [Array.from(here), Array.from(there)];
  const at = ours.findIndex((letter, index) => letter !== theirs[index]);
  const place = at < 0 ? ours.length : at;
  const before = ours.slice(0, place).join("").split("\n");
  const shown = (text) => JSON.stringify(text.slice(Math.max(place - 30, 0), place + 40).join(""));
  return `line ${before.length}, column ${Array.from(before.at(-1)).length + 1}:\n` +
    `  in Node:  ${shown(ours)}\n  natively: ${shown(theirs)}`;
}

// What is wrong with a text is thrown as a string that names the place.
const faulty = [
  ["a catalog without plans", [JSON.stringify({ ...JSON.parse(catalog), plans: [] }), texts[1], texts[2]], "$.plans: "],
  ["messages without a title", [catalog, JSON.stringify([{}]), texts[2]], "$."],
  ["no name of the program", [catalog, texts[1], JSON.stringify({ ...files, program: 1 })], "`program`"],
];
for (const [what, wrong, place] of faulty) {
  try {
    pages(...wrong);
  } catch (thrown) {
    if (typeof thrown === "string" && thrown.includes(place)) continue;
    fail(`Of ${what}, Node was to be told as a string with “${place}”, but this was thrown: ${thrown}`);
  }
  fail(`Node was to be told of ${what}, but nothing was thrown.`);
}

const started = performance.now();
const inNode = pages(...texts);
const time = Math.round(performance.now() - started);
const natively = execFileSync(program, { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 2 ** 28 });

const [ours, theirs] = [inNode, natively].map((text) => JSON.parse(text));
for (const [index, [path, text]] of ours.entries()) {
  const [nativePath, nativeText] = theirs[index] ?? [];
  if (path !== nativePath) fail(`File ${index} is ${path} in Node, but ${nativePath} natively.`);
  if (text !== nativeText) fail(`${path} is not the same in Node as natively. They first differ at ${difference(text, nativeText)}`);
}
if (theirs.length > ours.length) fail(`${theirs[ours.length][0]} is made natively, but not in Node.`);
if (inNode !== natively) fail(`The list of the pages is written differently, at ${difference(inNode, natively)}`);
if (ours.length !== messages.length + 1) fail(`There are ${ours.length} pages in ${messages.length} languages.`);

const size = ours.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
console.log(`Node makes the same ${ours.length} pages as are made natively, ${size} bytes, in ${time} ms.`);
