// Tries the package as its users have it: in Node, by the compiler, and in pages that Vite builds and serves, a line
// for each step. Arguments: the package as npm publishes it, and an empty folder to work in. PC_CHROMIUM names Chromium.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { serve } from "../docs-sites/site.mjs";
import { checkCommands } from "./cli.mjs";
import { checkManifest } from "./manifest.mjs";
import { Visit } from "./visit.mjs";

const { chromium } = createRequire(new URL("../browser/package.json", import.meta.url))("playwright");
const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = resolve(HERE, "../..");
const CATALOG = join(ROOT, "crates/bundled/catalog.json");
const PAGES = ["plain", "react", "vue"];

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Does one step and prints a line for it, with what the step says. */
async function step(what, act) {
  const since = Date.now();
  try {
    const said = await act();
    console.log(`  ✓  ${what}${typeof said === "string" && said ? `: ${said}` : ""} (${seconds(since)})`);
    return said;
  } catch (error) {
    console.log(`  ✘  ${what} (${seconds(since)})`);
    throw new Error(`${what}: ${error.message}`);
  }
}

/** Runs a program, and returns what it prints; throws that if it fails. */
async function run(program, args, cwd) {
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd });
    return stdout.trim();
  } catch (error) {
    throw new Error([error.message, error.stdout, error.stderr].filter(Boolean).join("\n"));
  }
}

/** Installs the package alone, in a folder with nothing else, and without a network. */
async function installAlone(tarball, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], folder);
}

/** Copies the pages to a folder, with their packages and the package. */
function copyPages(alone, folder) {
  const packages = join(HERE, "node_modules");
  if (!existsSync(packages)) throw new Error(`${packages} is missing: \`npm ci\` installs it`);
  // What is linked there stays linked, to where it is in the copy.
  cpSync(packages, join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
  cpSync(join(HERE, "package.json"), join(folder, "package.json"));
  cpSync(join(HERE, "project"), folder, { recursive: true });
  const ours = "node_modules/plan-comparator";
  cpSync(join(alone, ours), join(folder, ours), { recursive: true });
  mkdirSync(join(folder, "public"));
  cpSync(CATALOG, join(folder, "public/catalog.json"));
}

/** Vite, as the pages have it. */
async function viteOf(folder) {
  const { exports } = JSON.parse(readFileSync(join(folder, "node_modules/vite/package.json"), "utf8"));
  const entry = exports["."].import ?? exports["."];
  return import(pathToFileURL(join(folder, "node_modules/vite", entry.default ?? entry)));
}

function configOf(folder, name) {
  return { root: join(folder, name), configFile: join(folder, "vite.config.js"), logLevel: "silent" };
}

/** Builds a page, and throws what Vite warns of. */
async function build(vite, folder, name) {
  const warnings = [];
  const onLog = (level, log) => level === "warn" && warnings.push(log.message);
  const options = { outDir: join(folder, "built", name), emptyOutDir: true, rolldownOptions: { onLog } };
  await vite.build({ ...configOf(folder, name), build: options });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
}

/** What a browser fetches of a file that is compressed with Brotli, in words. */
const compressed = (path) => `${Math.round(brotliCompressSync(readFileSync(path)).length / 1000)} kB`;

/** Tries the pages as they are built. */
async function tryBuilt(browser, vite, folder) {
  for (const name of PAGES) await step(`Vite builds the page ${name}`, () => build(vite, folder, name));
  const server = await serve(join(folder, "built"));
  const address = (name) => `${server.base}${name}/index.html`;
  for (const name of PAGES) {
    const act = () => Visit.underPolicy(browser, address(name));
    await step(`the built page ${name} runs, under a strict policy`, act);
  }
  const outside = () => Visit.choiceOutside(browser, address("react"));
  await step("a choice elsewhere in the page react is the element's at once", outside);
  const act = () => Visit.withoutCatalog(browser, address("plain"));
  await step("without a catalog the element says what is missing", act);
  server.stop();
}

/** Tries the pages as they are developed. */
async function tryDeveloped(browser, vite, folder) {
  for (const name of PAGES) {
    const server = await vite.createServer({ ...configOf(folder, name), server: { host: "127.0.0.1", port: 0 } });
    await server.listen();
    const address = `http://127.0.0.1:${server.httpServer.address().port}/`;
    await step(`the page ${name} runs as it is developed`, () => Visit.elementAndEngine(browser, address));
    await server.close();
  }
}

/** Tries the form of the example, in the folder in which the package is installed alone. */
async function tryExample(browser, folder) {
  cpSync(join(ROOT, "examples/helpdesk"), folder, { recursive: true });
  const server = await serve(folder);
  const act = () => Visit.helpdesk(browser, `${server.base}index.html`);
  await step("the form of the example says when a reply is due", act);
  server.stop();
}

async function main([tarball, work]) {
  if (!tarball || !work) throw new Error("say the package as npm publishes it and a folder to work in");
  if (!process.env.PC_CHROMIUM) throw new Error("PC_CHROMIUM must name Chromium");
  const [alone, folder] = ["alone", "pages"].map((name) => join(resolve(work), name));
  await step("the manifest and the types of the element are those of its scripts", checkManifest);
  await step("it installs without a network", () => installAlone(resolve(tarball), alone));
  for (const name of ["node.mjs", "answers.mjs", "scenario.js"]) cpSync(join(HERE, "project", name), join(alone, name));
  await step("the engine answers in Node", () => run(process.execPath, ["node.mjs", CATALOG], alone));
  await step("the commands refuse what they cannot do", () => checkCommands(alone));
  const program = join(alone, "node_modules/plan-comparator/engine/engine.wasm");
  await step("the engine's program has its size with Brotli", () => compressed(program));
  await step("the pages and their packages are there", () => copyPages(alone, folder));
  const everyKey = join(ROOT, "examples/catalogs/every-key.json");
  await run(process.execPath, ["answers.mjs", join(folder, "answers.ts"), CATALOG, everyKey], alone);
  const compiler = ["node_modules/typescript/bin/tsc", "-p", "."];
  await step("the types refuse what is wrong, and are those of what is answered", () =>
    run(process.execPath, compiler, folder),
  );

  const vite = await viteOf(folder);
  // Chromium as root has no sandbox.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: process.env.PC_CHROMIUM, args });
  await tryBuilt(browser, vite, folder);
  await tryDeveloped(browser, vite, folder);
  await tryExample(browser, alone);
  await browser.close();
}

const begun = Date.now();
try {
  await main(process.argv.slice(2));
  console.log(`The package passed in ${seconds(begun)}.`);
  process.exit(0);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
