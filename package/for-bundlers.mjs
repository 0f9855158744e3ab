// Makes the parts of the package that are for bundlers: scripts that say in a way that bundlers follow where the files
// are that they need. What the element needs with no other text lies in the package's folder `site` and is named there.
// Arguments: the folder of the built site, the folder of the engine's program, and the folder of the package.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The names of parts of the program in its script, in any quotes. */
const CHUNKS = /(["'`])(chunk-[\w-]+\.wasm)\1/g;
/** What a script of `wasm-bindgen` takes for its program if it is told none. Bundlers complain if it is not there. */
const PROGRAM = /new URL\((["'`])[\w-]+_bg\.wasm\1, ?import\.meta\.url\)/;
/** Where the script of the program fetches a part by its name. webpack would look for a module of that name. */
const BY_NAME = /fetch\(new URL\((\w+), ?import\.meta\.url\)/;

const address = (path) => `new URL("${path}", import.meta.url)`;
const module = (path) => `() => import("${path}")`;
const site = (name) => `../site/${name}`;

/** A script of `wasm-bindgen`, with its program's address. */
function glue(script, program) {
  if (!PROGRAM.test(script)) throw new Error(`the script beside ${program} names no program`);
  return script.replace(PROGRAM, address(program));
}

/**
 * The script of the page's program, with the addresses of the program and its parts in the place of their names. Vite
 * would put a small part into the script as a `data:` address, which the policy of a page may not allow to be fetched.
 */
function pageGlue(script, program) {
  const isKnown = script.match(CHUNKS) !== null && BY_NAME.test(script);
  if (!isKnown) throw new Error("the script beside the program fetches no parts of it by name");
  return glue(script, program).replace(BY_NAME, "fetch($1").replace(CHUNKS, (_, quote, name) => `${address(site(`${name}?no-inline`))}.href`);
}

/** The names of files that the build wrote at the head of the element's script, and the rest of it. */
function parted(script) {
  const [, names, rest] = /^const FILES=(\{.*\}),at=.*\n([^]*)$/.exec(script) ?? [];
  if (!names) throw new Error("the built plan-comparator.js does not begin with its files");
  const files = JSON.parse(names);
  if (!files.maker) throw new Error("this build cannot read catalogs: `cargo xtask build` makes one that can");
  return { files, rest };
}

/** The script of the element. Its styles are a text, since bundlers would put a style sheet into the page. */
const element = (files, rest) => `const FILES = {
  instance: ${module(site(files.instance))},
  style: ${address("./style.txt")}.href,
  glue: ${module("./program.js")},
  program: ${address(site(files.program))}.href,
  maker: {
    glue: ${module("./maker.js")},
    program: ${address(site(files.maker.program))}.href,
  },
  plans: {},
};
const at = (address) => address;
const get = async (load) => load();
${rest}`;

const [dist, engine, out] = process.argv.slice(2);
if (!out) throw new Error("say the folders of the built site, of the engine's program, and of the package");
const built = (name) => readFileSync(join(dist, name), "utf8");
const { files, rest } = parted(built("plan-comparator.js"));
for (const name of ["element", "engine"]) mkdirSync(join(out, name), { recursive: true });
const texts = {
  "element/plan-comparator.js": element(files, rest),
  "element/program.js": pageGlue(built(files.glue), site(files.program)),
  "element/maker.js": glue(built(files.maker.glue), site(files.maker.program)),
  "element/style.txt": built(files.style),
  "engine/engine.js": glue(readFileSync(join(engine, "engine.js"), "utf8"), "./engine.wasm"),
};
for (const [path, text] of Object.entries(texts)) writeFileSync(join(out, path), text);
copyFileSync(join(engine, "engine.wasm"), join(out, "engine/engine.wasm"));
