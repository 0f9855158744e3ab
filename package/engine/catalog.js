// Catalogs that the program has read, and what it computes of them.
import { PlanComparatorError, told, wrongType } from "./error.js";
import { circumstances, queryOf } from "./scenario.js";

/** What the program holds of each catalog. It frees that when the catalog is gone. */
const held = new WeakMap();

/** The bytes of a catalog's file, whatever it was given as. */
function bytesOf(document) {
  if (document instanceof Uint8Array) return document;
  if (document instanceof ArrayBuffer) return new Uint8Array(document);
  const isObject = typeof document === "object" && document !== null;
  const isKnown = isObject || typeof document === "string";
  if (!isKnown) throw wrongType("document", document, "an object, a JSON text or bytes");
  return new TextEncoder().encode(isObject ? JSON.stringify(document) : document);
}

/** The functions that need the program, which `load` fetches, once. */
export function engineWith(load) {
  let loaded;
  const program = () => {
    loaded ??= load().catch((cause) => {
      // It may come when it is asked for again.
      loaded = undefined;
      const message = `engine.wasm could not be loaded: ${cause.message}`;
      throw new PlanComparatorError("program-not-loaded", message, { cause });
    });
    return loaded;
  };

  /** Reads a catalog, and fetches the program before. A language that the catalog lacks gives its first one. */
  async function readCatalog(document, { language = "" } = {}) {
    const bytes = bytesOf(document);
    if (typeof language !== "string") throw wrongType("language", language, "a code such as nl");
    const { Catalog } = await program();
    const own = told(() => new Catalog(bytes, language.toLowerCase().split("-")[0]));
    // Frozen, it stays itself in frameworks that watch what they hold.
    const catalog = Object.freeze(JSON.parse(own.about()));
    held.set(catalog, own);
    return catalog;
  }

  /** What is wrong with a catalog, or doubtful: `{ isSound, summary, faults }`. */
  async function checkCatalog(document) {
    const bytes = bytesOf(document);
    const { check } = await program();
    return JSON.parse(check(bytes));
  }

  return { readCatalog, checkCatalog };
}

function asks(name) {
  return (catalog, scenario = {}, options = {}) => {
    const own = held.get(catalog);
    if (!own) throw wrongType("catalog", catalog, "what `await readCatalog(…)` gave, in the same thread");
    const query = queryOf(scenario);
    const [now, zone] = circumstances(options);
    return JSON.parse(told(() => own[name](query, now, zone)));
  };
}

/** When each plan's first reply is due. */
export const deadlines = asks("deadlines");
/** What each plan includes and promises, where they differ, and which fit what is needed. */
export const compare = asks("compare");
/** How long one waits at worst for each plan, and for which openings. */
export const longestWait = asks("longestWait");
