// Makes the sites of catalogs from the files that all sites share.
import { readFileSync, readdirSync } from "node:fs";

const here = (path) => new URL(path, import.meta.url);
const files = JSON.parse(readFileSync(here("files.json"), "utf8"));
const [script, program] = files.maker.map((name) => here(`site/${name}`));
const { dates, initSync, one_file: oneFile, pages } = await import(script);
initSync({ module: readFileSync(program) });

/**
 * The whole days of a calendar's file (.ics), as a region of a catalog has them, and what was left out:
 * `{ dates, leftOut }`. Throws a string if it is no such file.
 */
export function datesOf(bytes) {
  return JSON.parse(dates(bytes));
}

/**
 * A page of a catalog as one HTML file, which works from a disk and without a network. It is in the language of that
 * code; in the first of the catalog's pages, if it has none in that language. `page` is the address of the root of a site
 * that has it, too, for links. Throws as `siteOf`.
 */
export function oneFileOf(bytes, language = "", { page } = {}) {
  const shared = (name) => readFileSync(here(`site/${name}`));
  const chunks = readdirSync(here("site")).filter((name) => name.startsWith("chunk-"));
  return oneFile(bytes, language, JSON.stringify({
    page,
    style: files.style,
    icon: files.icon,
    glue: shared(files.glue).toString(),
    program: shared(files.program).toString("base64"),
    chunks: Object.fromEntries(chunks.map((name) => [name, shared(name).toString("base64")])),
  }));
}

/**
 * The site of a catalog: a map from each file's path to its bytes. `page` is the address of its root, for links that are
 * made on other people's pages. Throws a string with a line for each fault, if the catalog has any.
 */
export function siteOf(bytes, { page } = {}) {
  const made = JSON.parse(pages(bytes, JSON.stringify({ ...files, page })));
  const site = new Map(made.map(([path, text]) => [path, Buffer.from(text)]));
  for (const name of readdirSync(here("site"))) site.set(name, readFileSync(here(`site/${name}`)));
  // A page finds the script that starts it in its own folder.
  for (const [path, text] of made) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    if (text.includes(files.boot)) site.set(folder + files.boot, site.get(files.boot));
  }
  return site;
}
