// The engine in Node: the program is read from the disk.
import { readFileSync } from "node:fs";
import { engineWith } from "./catalog.js";

export { compare, deadlines, longestWait } from "./catalog.js";
export { PlanComparatorError } from "./error.js";

export const { readCatalog, checkCatalog } = engineWith(async () => {
  const engine = await import("./engine.js");
  engine.initSync({ module: readFileSync(new URL("./engine.wasm", import.meta.url)) });
  return engine;
});
