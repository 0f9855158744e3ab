// The engine in browsers: the program lies beside this script, and bundlers take it along.
import { engineWith } from "./catalog.js";
import * as engine from "./engine.js";

export { compare, deadlines, longestWait } from "./catalog.js";
export { PlanComparatorError } from "./error.js";

export const { readCatalog, checkCatalog } = engineWith(async () => {
  await engine.default({ module_or_path: fetch(new URL("./engine.wasm", import.meta.url)) });
  return engine;
});
