// Catalogs that the program has read, and what it computes of them.
import { PlanComparatorError, throwTogether, told, wrongType } from "./error.js";
import { bytesOf, members, text } from "./reading.js";
import { questionOf } from "./scenario.js";

/** What the program holds of each catalog. It frees that when the catalog is gone. */
const held = new WeakMap();

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
  async function readCatalog(document, options) {
    const errors = [];
    const { language = "" } = members("options", options, "the options have", { language: text }, errors);
    throwTogether(errors);
    const bytes = bytesOf(document);
    const { Catalog } = await program();
    const own = told(() => new Catalog(bytes, language));
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
  return (catalog, scenario, options) => {
    const own = held.get(catalog);
    if (!own) throw wrongType("catalog", catalog, "what `await readCatalog(…)` gave, in the same thread");
    const question = questionOf(scenario, options);
    return JSON.parse(told(() => own[name](...question)));
  };
}

/** When each plan's first reply is due. */
export const deadlines = asks("deadlines");
/** What each plan includes and promises, where they differ, and which fit what is needed. */
export const compare = asks("compare");
/** How long one waits at worst for each plan, and for which openings. */
export const longestWait = asks("longestWait");
