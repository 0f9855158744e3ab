// Makes the sites of catalogs from the files that all sites share.
import { readFileSync, readdirSync } from "node:fs";

import { PlanComparatorError, notAccepted, throwTogether } from "./engine/error.js";
import { bytesOf, isText, members, text } from "./engine/reading.js";

const here = (path) => new URL(path, import.meta.url);
const files = JSON.parse(readFileSync(here("files.json"), "utf8"));
const [script, program] = files.maker.map((name) => here(`site/${name}`));
const { check, dates, initSync, one_file: oneFile, pages } = await import(script);
initSync({ module: readFileSync(program) });

/** Whether a text is the address of a site, which is whole. */
export const isAddress = (page) => /^https?:\/\//i.test(page) && URL.canParse(page);

function address(name, value, errors) {
  const isWrong = isText(value) && !isAddress(value);
  if (isWrong) errors.push(notAccepted(name, value, "an address such as https://plans.example/"));
  return text(name, value, errors);
}

/** The bytes of a catalog that can be used, and where its site stands; throws a `PlanComparatorError` otherwise. */
function read(document, place, language = "") {
  const errors = [];
  text("language", language, errors);
  const { page } = members("place", place, "a place has", { page: address }, errors);
  throwTogether(errors);
  const bytes = bytesOf(document);
  const { isSound, faults } = JSON.parse(check(bytes));
  const message = faults.map(({ text }) => text).join("\n");
  if (!isSound) throw new PlanComparatorError("catalog-not-sound", message, { faults });
  return { bytes, page };
}

/** Calls the program, and throws what it throws, which are texts, as errors. */
function told(act) {
  try {
    return act();
  } catch (thrown) {
    throw isText(thrown) ? new Error(thrown) : thrown;
  }
}

/**
 * The whole days of a calendar's file (.ics), as a region of a catalog has them, and what was left out:
 * `{ dates, leftOut }`. Throws an `Error` if it is no such file.
 */
export function datesOf(calendar) {
  return JSON.parse(told(() => dates(bytesOf(calendar))));
}

/**
 * A page of a catalog as one HTML file, which works from a disk and without a network. It is in the language of that
 * code; in the first of the catalog's pages, if it has none in that language. `page` is the address of the root of a
 * site that has it, too, for links. Throws as `siteOf`.
 */
export function oneFileOf(document, language, place) {
  const { bytes, page } = read(document, place, language ?? "");
  const shared = (name) => readFileSync(here(`site/${name}`));
  const chunks = readdirSync(here("site")).filter((name) => name.startsWith("chunk-"));
  const parts = {
    page,
    style: files.style,
    icon: files.icon,
    glue: shared(files.glue).toString(),
    program: shared(files.program).toString("base64"),
    chunks: Object.fromEntries(chunks.map((name) => [name, shared(name).toString("base64")])),
    demo: shared("demo.js").toString(),
  };
  return told(() => oneFile(bytes, language ?? "", JSON.stringify(parts)));
}

/**
 * The site of a catalog: a map from each file's path to its bytes. `page` is the address of its root, for links that
 * are made on other people's pages. Throws a `PlanComparatorError` that has each fault, if the catalog has any.
 */
export function siteOf(document, place) {
  const { bytes, page } = read(document, place);
  const made = JSON.parse(told(() => pages(bytes, JSON.stringify({ ...files, page }))));
  const site = new Map(made.map(([path, text]) => [path, Buffer.from(text)]));
  for (const name of readdirSync(here("site"))) site.set(name, readFileSync(here(`site/${name}`)));
  // A page finds the script that starts it in its own folder.
  for (const [path, text] of made) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    if (text.includes(files.boot)) site.set(folder + files.boot, site.get(files.boot));
  }
  return site;
}
