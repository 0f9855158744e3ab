// Our engine as WebAssembly, instantiated from its bytes.
import { readFile } from "node:fs/promises";
import { answerAll } from "./answer-all.mjs";

/** The functions that the program in a file exports. */
export async function load(file) {
  const module = await WebAssembly.compile(await readFile(file));
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    // The page's libraries ask for functions of the browser, which the engine never calls.
    (imports[from] ??= {})[name] = () => {
      throw new Error(`the engine called ${from}.${name}`);
    };
  }
  return (await WebAssembly.instantiate(module, imports)).exports;
}

/** An engine around an exported function that answers one case, or one that answers many. */
export function ours(name, one, many) {
  let desk;
  const answer = (opened, target) => one(desk, opened, target);
  return {
    name,
    answer,
    answerAll: many ? (cases, from, until) => many(desk, from, until) : answerAll(answer),
    canExpress: () => true,
    openDesk({ index }) {
      desk = index;
    },
  };
}
