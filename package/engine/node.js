// The engine in Node: the program is read from the disk.
import { readFileSync } from "node:fs";
import { engineWith } from "./catalog.js";
import * as engine from "./engine.js";

export { compare, deadlines, longestWait } from "./catalog.js";
export { PlanComparatorError } from "./error.js";

export const { readCatalog, checkCatalog } = engineWith(async () => {
  engine.initSync({ module: readFileSync(new URL("./engine.wasm", import.meta.url)) });
  return engine;
});
