#!/usr/bin/env node
// The commands of the package: the last lines say what they are.
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, sep } from "node:path";
import { parseArgs } from "node:util";

import { checkCatalog } from "./engine/node.js";
import { datesOf, isAddress, oneFileOf, siteOf } from "./site.mjs";

const HELP = `plan-comparator check FILE                what is wrong with a catalog, or doubtful
plan-comparator build FILE [--out DIR] [--page ADDRESS]
                                          writes its site into DIR, else into dist-catalog
plan-comparator pack FILE [--out HTML] [--language CODE] [--page ADDRESS]
                                          writes its page as one file, which works from a disk
plan-comparator dates FILE.ics            prints the whole days of a calendar, as a catalog has them
plan-comparator serve FILE [--port PORT]  shows its site on this machine, and follows what you save
plan-comparator --version                 prints the version of the package
ADDRESS is that of the root of the site, for links that are made on other pages and in the one file.`;

/** Ends with a message, and as a failure. */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** What `act` gives; ends and says that a file cannot be read or written, if that is so. */
function withFile(file, done, act) {
  try {
    return act();
  } catch (error) {
    return fail(`${file} cannot be ${done}: ${error.message}`);
  }
}

const read = (file) => withFile(file, "read", () => readFileSync(file));

/** The bytes of a catalog that can be used; prints what is doubtful. */
async function sound(file) {
  const bytes = read(file);
  const { isSound, summary, faults } = await checkCatalog(bytes);
  for (const { text } of faults) console.log(`${file}:${text}`);
  if (!isSound) fail(`${file} ${summary}`);
  console.log(`${file} ${summary}`);
  return bytes;
}

async function build(file, { out = "dist-catalog", page }) {
  requireAddress(page);
  const bytes = await sound(file);
  const site = withFile(file, "used", () => siteOf(bytes, { page }));
  withFile(out, "written", () => {
    empty(out, file);
    for (const [path, content] of site) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      writeFileSync(join(out, path), content);
    }
  });
  console.log(`The site of ${file} is in ${out}/.`);
}

/** Deletes the site in a folder. A folder with anything else than a site of ours is somebody's. */
function empty(folder, file) {
  if (!existsSync(folder)) return;
  requireOther(folder, file);
  const names = statSync(folder).isDirectory() ? readdirSync(folder) : ["a file"];
  const has = (pattern) => names.some((name) => pattern.test(name));
  const isSite = [/^index\.html$/, /^plan-comparator\.js$/, /^boot-.*\.js$/].every(has);
  if (!isSite && names.length > 0) fail(`${folder} is there and holds no site: name another folder`);
  for (const name of names) rmSync(join(folder, name), { recursive: true });
}

async function pack(file, { out = "plans.html", language, page }) {
  requireAddress(page);
  const bytes = await sound(file);
  const site = withFile(file, "used", () => siteOf(bytes));
  if (language !== undefined && !site.has(`${language}/index.html`)) fail(`${file} has no page in ${language}`);
  const html = oneFileOf(bytes, language, { page });
  withFile(out, "written", () => {
    requireOther(out, file);
    writeFileSync(out, html);
  });
  console.log(`The page of ${file} is in ${out}.`);
}

/** Ends if what is written would take the place of the catalog. */
function requireOther(out, file) {
  const [place, catalog] = [out, file].map((path) => existsSync(path) && `${realpathSync.native(path)}${sep}`);
  if (place && catalog.startsWith(place)) fail(`${out} is or holds the catalog: name another place`);
}

/** Ends if the address of a site is not whole. */
function requireAddress(page) {
  const isFine = page === undefined || isAddress(page);
  if (!isFine) fail(`--page is the address of the site's root, such as https://plans.example/: \`${page}\` is none`);
}

function printDates(file) {
  const bytes = read(file);
  const { dates, leftOut } = withFile(file, "used", () => datesOf(bytes));
  for (const left of leftOut) console.error(`left out: ${left}`);
  if (dates.length === 0) fail(`${file} has no whole days`);
  console.log(`"dates": [\n${dates.map((date) => JSON.stringify(date)).join(",\n")}\n]`);
}

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

async function serve(file, { port = "8080" }) {
  if (!/^\d+$/.test(port) || port > 65_535) fail(`--port is a number up to 65535: \`${port}\` is none`);
  const bytes = await sound(file);
  let site = withFile(file, "used", () => siteOf(bytes));
  let saved = statSync(file).mtimeMs;
  const answer = async (request) => {
    const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? saved;
    if (time !== saved) {
      saved = time;
      site = siteOrFaults(file);
    }
    const files = await site;
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname).slice(1);
    const name = [path, `${path}index.html`, `${path}/index.html`].find((name) => files.has(name));
    const found = name ?? (files.has("faults") ? "faults" : undefined);
    return found ? [200, files.get(found), TYPES[extname(found)]] : [404, "There is no such file.\n"];
  };
  const server = createServer(async (request, response) => {
    const isTheirs = (error) => error instanceof URIError || error.code === "ERR_INVALID_URL";
    const answered = answer(request).catch((error) => [isTheirs(error) ? 400 : 500, `${error.message}\n`]);
    const [status, content, type = "text/plain; charset=utf-8"] = await answered;
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
    response.end(content);
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

/** What each command does with a file and with its options. */
const COMMANDS = {
  check: [sound],
  build: [build, "out", "page"],
  pack: [pack, "out", "language", "page"],
  dates: [printDates],
  serve: [serve, "port"],
};

/** The file and the options of a command. */
function given(args, names) {
  const texts = names.map((name) => [name, { type: "string" }]);
  const options = { ...Object.fromEntries(texts), help: { type: "boolean", short: "h" } };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return fail(`${error.message.split(/\.\s/)[0]}\n${HELP}`);
  }
}

const [command = "help", ...rest] = process.argv.slice(2);
if (["help", "--help", "-h"].includes(command)) {
  console.log(HELP);
} else if (command === "--version") {
  console.log(JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).version);
} else if (!Object.hasOwn(COMMANDS, command)) {
  fail(`There is no command ${command}.\n${HELP}`);
} else {
  const [act, ...names] = COMMANDS[command];
  const { values: { help, ...options }, positionals } = given(rest, names);
  const [file, ...more] = positionals;
  if (help) console.log(HELP);
  else if (file === undefined || more.length > 0) fail(`Name one file.\n${HELP}`);
  else await act(file, options);
}
