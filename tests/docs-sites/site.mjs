// Copies a site of documentation, installs its generator, builds it, and serves what comes out.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, delimiter, extname, join } from "node:path";

const TYPES = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  woff2: "font/woff2",
};

/** How many lines of a program's output an error has. */
const LINES = 20;

/** Runs a program, and throws the end of its output if it fails. */
async function run(program, args, { missing, ...options }) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  const end = () => child.kill();
  process.once("exit", end);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const [code, signal] = await once(child, "close").catch((error) => {
    if (error.code === "ENOENT") throw new Error(missing ?? `${program} is missing`);
    throw error;
  });
  process.removeListener("exit", end);
  if (code === 0) return;
  const tail = output.trimEnd().split("\n").slice(-LINES).join("\n");
  throw new Error(`\`${[basename(program), ...args].join(" ")}\` failed (${signal ?? code}):\n${tail}`);
}

/** Copies a site into the folder to work in, without what is installed in either, and the built page into it. */
export function copy(site, { from, dist }) {
  const { folder, out } = site;
  const ours = (name) => name !== "node_modules";
  rmSync(out, { recursive: true, force: true });
  if (folder !== from) {
    mkdirSync(folder, { recursive: true });
    const [old, present] = [folder, from].map((place) => readdirSync(place).filter(ours));
    for (const name of old) rmSync(join(folder, name), { recursive: true });
    for (const name of present) cpSync(join(from, name), join(folder, name), { recursive: true });
  }
  const embeds = join(folder, site.embeds);
  rmSync(embeds, { recursive: true, force: true });
  mkdirSync(embeds, { recursive: true });
  const files = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isFile());
  const needed = files.map(({ name }) => name).filter((name) => !name.endsWith(".html"));
  if (needed.length === 0) throw new Error("the folder of the built page has no files");
  for (const name of needed) cpSync(join(dist, name), join(embeds, name));
}

/** Acts unless a file is as it was when that was done last, of which `stamp` is a copy. */
async function onChange(file, stamp, act) {
  const text = readFileSync(file, "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === text) return;
  await act();
  writeFileSync(stamp, text);
}

/** Where the packages of a site are installed. */
const packages = ({ name, work }) => join(work, name);
const environment = ({ name, work }) => join(work, "venv", name);

/** Installs the generator of a site, or sees that it is there. */
export async function install(site, from) {
  const { npm, pip, cargo, apt } = site.install;
  if (npm) {
    const folder = packages(site);
    mkdirSync(folder, { recursive: true });
    for (const file of ["package.json", "package-lock.json"]) cpSync(join(from, file), join(folder, file));
    const ci = () => run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder });
    await onChange(join(folder, "package-lock.json"), join(folder, "node_modules/.installed-lock"), ci);
  } else if (pip) {
    const folder = environment(site);
    const requirements = join(from, pip);
    await onChange(requirements, join(folder, "installed.txt"), async () => {
      rmSync(folder, { recursive: true, force: true });
      await run("python3", ["-m", "venv", folder], { missing: "Python is missing: it must be on PATH as python3" });
      const quiet = ["--quiet", "--disable-pip-version-check"];
      await run(join(folder, "bin/python"), ["-m", "pip", "install", ...quiet, "-r", requirements], {});
    });
  } else if (cargo) {
    const how = `\`cargo install ${cargo}\` installs it`;
    await run(program(site), ["--version"], { missing: missing(site, how) });
  } else {
    await run(program(site), ["version"], { missing: missing(site, `\`apt-get install ${apt}\` installs it`) });
  }
}

const variable = (site) => `PC_${site.build[0].toUpperCase()}`;
const missing = (site, how) => `${site.build[0]} is missing: ${how}, or ${variable(site)} names it`;

/** The program of a site that is not installed for it alone: what a variable names, or what PATH has. */
const program = (site) => process.env[variable(site)] || site.build[0];

/** Removes the built page from a site that is built where it is, so that the repository stays as it was. */
export function tidy({ folder, embeds }, from) {
  if (folder === from) rmSync(join(folder, embeds), { recursive: true, force: true });
}

/** Builds a site for the address at which it is served. */
export async function build(site, base) {
  const filled = (text) => text.replaceAll("{out}", site.out).replaceAll("{base}", base);
  const [first, ...args] = site.build.map(filled);
  const given = Object.entries(site.env ?? {}).map(([name, value]) => [name, filled(value)]);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ...Object.fromEntries(given) };
  const options = { cwd: site.folder, env };
  mkdirSync(join(site.out, ".."), { recursive: true });
  if (site.install.npm) {
    const words = first === "npx" ? args : [first, ...args];
    await run(join(packages(site), "node_modules/.bin", words[0]), words.slice(1), options);
  } else if (site.install.pip) {
    const bin = join(environment(site), "bin");
    env.PATH = `${bin}${delimiter}${env.PATH}`;
    await run(join(bin, first), args, options);
  } else {
    await run(program(site), args, options);
  }
}

/** The file of an address, or where the address goes on; nothing if there is neither. */
function find(folder, pathname) {
  if (!pathname.startsWith("/docs/")) return {};
  const path = join(folder, pathname.slice("/docs/".length));
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isFile()) return { file: path };
  if (there && !pathname.endsWith("/")) return { location: `${pathname}/` };
  const index = join(path, "index.html");
  return there && existsSync(index) ? { file: index } : {};
}

/** Serves a folder under /docs/, at a port that is free. The folder may come later. */
export async function serve(folder) {
  const server = createServer(({ url }, response) => {
    const { file, location } = find(folder, decodeURIComponent(new URL(url, "http://site").pathname));
    if (location) return response.writeHead(301, { location }).end();
    if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.");
    const type = TYPES[extname(file).slice(1)] ?? "application/octet-stream";
    return response.writeHead(200, { "content-type": type }).end(readFileSync(file));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { base: `http://127.0.0.1:${server.address().port}/docs/`, stop };
}
