// Builds the sites of documentation in examples/docs with the element in them, and checks each in Chromium, a line
// for each step: `cargo xtask docs-sites`. Arguments: the folder of the built page, a folder to work in, names.
import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, copy, install, serve, tidy } from "./site.mjs";
import { Visit } from "./visit.mjs";

const { chromium } = createRequire(new URL("../browser/package.json", import.meta.url))("playwright");
const EXAMPLES = fileURLToPath(new URL("../../examples/docs", import.meta.url));

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Does one step and prints a line for it. A step that is `long` says before it what it does. */
async function step(name, what, act, long = "") {
  if (long) console.log(`     [${name}] ${long}`);
  const since = Date.now();
  try {
    const result = await act();
    console.log(`  ✓  [${name}] ${what} (${seconds(since)})`);
    return result;
  } catch (error) {
    console.log(`  ✘  [${name}] ${what} (${seconds(since)})`);
    throw new Error(`${name}: ${what}: ${error.message}`);
  }
}

/** Builds one site and serves it, and returns its address and how to stop. */
async function start(name, { dist, work }) {
  const from = join(EXAMPLES, name);
  const keys = JSON.parse(readFileSync(join(from, "site.json"), "utf8"));
  const site = { name, ...keys, out: join(work, "out", name), work };
  // Antora reads the clone of the repository that its folder is in, so it is built where it is.
  site.folder = name === "antora" ? from : join(work, name);
  // The server comes first: some generators need the address, and with it the port.
  const server = await serve(site.out);
  await step(name, "has the files of the element", () => copy(site, { from, dist }));
  const { npm, pip } = site.install;
  const long = npm || pip ? "installing its packages: up to a minute, unless they are there" : "";
  await step(name, `has ${site.generator}`, () => install(site, from), long);
  await step(name, "is built", () => build(site, server.base), "building it: up to half a minute");
  tidy(site, from);
  return { site, server };
}

/** Checks a site that is served. */
async function check(name, site, base, browser) {
  const visit = await Visit.start(browser, site, base);
  const steps = {
    "the element runs": () => visit.open(),
    "the element follows the switch to dark and back": () => visit.switchThere(),
    [`the other page and back ${site.reloads ? "are loaded" : "keep the document"}`]: () => visit.leaveAndReturn(),
    "another priority has another deadline": () => visit.choose(),
  };
  for (const [what, act] of Object.entries(steps)) {
    await step(name, what, async () => {
      await act();
      visit.complain();
    });
  }
  await visit.end();
}

/** Checks the sites that the arguments name, or all, and returns how many. */
async function main([dist, work, ...names]) {
  if (!dist || !work) throw new Error("say the folder of the built page and a folder to work in");
  const all = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, "site.json")));
  const unknown = names.find((name) => !all.includes(name));
  if (unknown) throw new Error(`there is no site ${unknown}, only ${all.join(", ")}`);
  if (!process.env.PC_CHROMIUM) throw new Error("PC_CHROMIUM must name Chromium");
  const folders = { dist: resolve(dist), work: resolve(work) };
  const chosen = names.length > 0 ? names : all;
  // Chromium as root has no sandbox.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: process.env.PC_CHROMIUM, args });
  for (const name of chosen) {
    const { site, server } = await start(name, folders);
    await check(name, site, server.base, browser);
    server.stop();
  }
  await browser.close();
  return chosen.length;
}

const begun = Date.now();
try {
  const count = await main(process.argv.slice(2));
  console.log(`${count} ${count === 1 ? "site" : "sites"} of documentation passed in ${seconds(begun)}.`);
  process.exit(0);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
