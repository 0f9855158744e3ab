// Whether the manifest of the element in the package, and its types, say what its scripts do.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The words in quotes in what a script has between two texts. */
function words(script, begin, end) {
  const after = script.split(begin)[1];
  assert.ok(after, `the script has no ${begin}`);
  return [...after.split(end)[0].matchAll(/"([^"]+)"/g)].map(([, word]) => word);
}

const sorted = (names) => [...new Set(names)].sort();

/** Throws if manifest, types and manual differ from what the element's scripts and styles have. */
export function checkManifest() {
  const [script, instance] = ["plan-comparator.js", "instance.js"].map((name) => read(`src/element/${name}`));
  const { modules } = JSON.parse(read("package/custom-elements.json"));
  const [element] = modules[0].declarations;
  const names = (member) => sorted(element[member].map(({ name }) => name));
  const parameters = words(script, "const PARAMETERS = [", "]");
  const options = words(script, "const OPTIONS = [", "]");
  const attributes = [...parameters, ...options];

  assert.deepEqual(names("attributes"), sorted([...attributes, "lang"]), "the attributes");
  const events = [...script.matchAll(/#give(?:State)?\("(\w+)"/g)].map(([, name]) => `plan-comparator-${name}`);
  assert.deepEqual(names("events"), sorted(events), "the events");
  const parts = instance.split("const PARTS = {")[1].split("};")[0].matchAll(/^ {2}(\w+):/gm);
  const written = instance.matchAll(/setAttribute\("part", "(\w+)"\)/g);
  assert.deepEqual(names("cssParts"), sorted([...parts, ...written].map(([, name]) => name)), "the parts");
  const properties = read("docs/embed.md").split("\n## Look\n")[1].split("\n## ")[0].matchAll(/^\| .*--pc-.*$/gm);
  const documented = [...properties].flatMap(([line]) => line.split("|")[1].match(/--pc-[\w-]+/g));
  assert.deepEqual(names("cssProperties"), sorted(documented), "the properties of styles in docs/embed.md");

  for (const [name, values] of Object.entries(allowed(script))) {
    const { type } = element.attributes.find((attribute) => attribute.name === name);
    assert.deepEqual(type.text.split(" | "), values.map((value) => `'${value}'`), `the values of ${name}`);
  }

  const types = read("package/element/plan-comparator.d.ts");
  const body = types.split("interface PlanComparatorAttributes {")[1].split("\n}")[0];
  const typed = [...body.matchAll(/^ {2}"?([\w-]+)"?\?: (.*);$/gm)];
  assert.deepEqual(sorted(typed.map(([, name]) => name)), sorted(attributes), "the attributes in the types");
  for (const [name, values] of Object.entries(allowed(script))) {
    const [, , type] = typed.find(([, typed]) => typed === name);
    assert.equal(type, `${values.map((value) => `"${value}"`).join(" | ")} | null`, `the type of ${name}`);
  }
  const scenario = read("package/engine/index.d.ts").split("interface ShownScenario")[1].split("\n}")[0];
  const known = [...scenario.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
  assert.deepEqual(known, parameters, "the parameters in the engine's types");
  const engine = read("package/engine/scenario.js").split("const PARAMETERS = {")[1].split("\n};")[0];
  const asked = [...engine.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
  assert.deepEqual(asked, parameters, "the parameters of the engine");
}

/** The values of attributes that have few. */
function allowed(script) {
  const body = script.split("const ALLOWED = {")[1].split("\n};")[0];
  const lines = [...body.matchAll(/^ {2}"?([\w-]+)"?: \[(.*)\],$/gm)];
  return Object.fromEntries(lines.map(([, name, values]) => [name, values.replaceAll('"', "").split(", ")]));
}
