#!/usr/bin/env node
// The commands of the package: the last lines say what they are.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";

import { checkCatalog } from "./engine/node.js";
import { datesOf, oneFileOf, siteOf } from "./site.mjs";

const HELP = `plan-comparator check FILE                what is wrong with a catalog, or doubtful
plan-comparator build FILE [--out DIR] [--page ADDRESS]
                                          writes its site into DIR, else into dist-catalog
plan-comparator pack FILE [--out HTML] [--language CODE] [--page ADDRESS]
                                          writes its page as one file, which works from a disk
plan-comparator dates FILE.ics            prints the whole days of a calendar, as a catalog has them
plan-comparator serve FILE [--port PORT]  shows its site on this machine, and follows what you save
ADDRESS is that of the root of the site, for links that are made on other pages and in the one file.`;

/** Ends with a message, and as a failure. */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** The bytes of a catalog that can be used; prints what is doubtful. */
async function sound(file) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    fail(`${file} cannot be read: ${error.message}`);
  }
  const { isSound, summary, faults } = await checkCatalog(bytes);
  for (const { text } of faults) console.log(`${file}:${text}`);
  if (!isSound) fail(`${file} ${summary}`);
  console.log(`${file} ${summary}`);
  return bytes;
}

async function build(file, { out = "dist-catalog", page }) {
  const site = siteOf(await sound(file), { page: address(page) });
  if (existsSync(out)) {
    // A folder with anything else than a site is somebody's.
    const isSite = existsSync(join(out, "index.html")) || readdirSync(out).length === 0;
    if (!isSite) fail(`${out} is there and holds no site: name another folder`);
    rmSync(out, { recursive: true });
  }
  for (const [path, content] of site) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
  console.log(`The site of ${file} is in ${out}/.`);
}

async function pack(file, { out = "plans.html", language, page }) {
  const bytes = await sound(file);
  if (language !== undefined && !siteOf(bytes).has(`${language}/index.html`)) fail(`${file} has no page in ${language}`);
  writeFileSync(out, oneFileOf(bytes, language, { page: address(page) }));
  console.log(`The page of ${file} is in ${out}.`);
}

/** The address of a site, which is whole. */
function address(page) {
  if (page !== undefined && !/^https?:\/\//.test(page)) {
    fail(`--page is the address of the site's root, such as https://plans.example/: ${page} is none`);
  }
  return page;
}

function printDates(file) {
  let found;
  try {
    found = datesOf(readFileSync(file));
  } catch (error) {
    fail(`${file}: ${error.message ?? error}`);
  }
  for (const left of found.leftOut) console.error(`left out: ${left}`);
  if (found.dates.length === 0) fail(`${file} has no whole days`);
  console.log(`"dates": [\n${found.dates.map((date) => JSON.stringify(date)).join(",\n")}\n]`);
}

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

async function serve(file, { port = "8080" }) {
  let site = siteOf(await sound(file));
  let saved = statSync(file).mtimeMs;
  const server = createServer(async (request, response) => {
    const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? saved;
    if (time !== saved) {
      saved = time;
      site = siteOrFaults(file);
    }
    const files = await site;
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname).slice(1);
    const name = [path, `${path}index.html`, `${path}/index.html`].find((name) => files.has(name));
    const found = name ?? (files.has("faults") ? "faults" : undefined);
    const type = TYPES[extname(found ?? "")] ?? "text/plain; charset=utf-8";
    response.writeHead(found ? 200 : 404, { "content-type": type, "cache-control": "no-store" });
    response.end(found ? files.get(found) : "There is no such file.\n");
  });
  server.on("error", (error) => fail(`cannot listen on port ${port}: ${error.message}; name another by --port`));
  server.listen(Number(port), "127.0.0.1", () => {
    console.log(`The site of ${file} is at http://127.0.0.1:${server.address().port}/. Ctrl-C ends it.`);
  });
}

/** The site of a file that was saved again; if it cannot be used, what is wrong with it. */
async function siteOrFaults(file) {
  const bytes = readFileSync(file);
  const { isSound, summary, faults } = await checkCatalog(bytes);
  const lines = [...faults.map(({ text }) => `${file}:${text}`), `${file} ${summary}`].join("\n");
  console.log(lines);
  return isSound ? siteOf(bytes) : new Map([["faults", Buffer.from(`${lines}\n`)]]);
}

/** The values of options such as `--out DIR`, each of which is one of `names`. */
function options(rest, names) {
  const values = {};
  for (let place = 0; place < rest.length; place += 2) {
    const name = rest[place].replace(/^--/, "");
    if (!names.includes(name) || rest[place] === name) fail(`${rest[place]} is not known.\n${HELP}`);
    if (rest[place + 1] === undefined) fail(`Name something after ${rest[place]}.\n${HELP}`);
    values[name] = rest[place + 1];
  }
  return values;
}

const [verb, file, ...rest] = process.argv.slice(2);
if (verb === undefined || verb === "help" || verb === "--help" || file === "--help") {
  console.log(HELP);
} else if (!["check", "build", "pack", "dates", "serve"].includes(verb)) {
  fail(`There is no command ${verb}.\n${HELP}`);
} else if (file === undefined) {
  fail(`Name a file.\n${HELP}`);
} else if (verb === "check") {
  options(rest, []);
  await sound(file);
} else if (verb === "build") {
  await build(file, options(rest, ["out", "page"]));
} else if (verb === "pack") {
  await pack(file, options(rest, ["out", "language", "page"]));
} else if (verb === "dates") {
  options(rest, []);
  printDates(file);
} else {
  await serve(file, options(rest, ["port"]));
}
