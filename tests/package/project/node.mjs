// What the engine answers in Node: throws where it answers something else. Argument: the bundled catalog.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PlanComparatorError, checkCatalog, compare, deadlines, longestWait, readCatalog } from "plan-comparator";
import "plan-comparator/element";
import { datesOf, oneFileOf, siteOf } from "plan-comparator/site";
import { SCENARIO } from "./scenario.js";

const require = createRequire(import.meta.url);
const [schema, starter] = ["catalog.schema", "starter"].map((name) => require(`plan-comparator/${name}.json`));
const bytes = readFileSync(process.argv[2]);

/** Tries what has to be refused, and returns the faults that are told. */
const refuses = async (act, code, words, count = 1) => {
  const error = await (async () => act())().then(() => assert.fail(`${code} is missing`), (error) => error);
  assert.ok(error instanceof PlanComparatorError, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, words);
  if (code !== "catalog-not-sound") assert.equal(error.faults.length, count);
  return error.faults;
};

// As in a browser, the program may not come at first.
const engine = new URL("engine/", import.meta.resolve("plan-comparator/package.json"));
const inBrowser = await import(new URL("index.js", engine));
const { fetch } = globalThis;
for (const answer of [() => Promise.reject(new Error("offline")), async () => new Response("", { status: 404 })]) {
  globalThis.fetch = answer;
  const act = () => inBrowser.readCatalog(bytes);
  await refuses(act, "program-not-loaded", /^engine\.wasm could not be loaded: .*(offline|404)/, 0);
}
globalThis.fetch = async (address) =>
  new Response(readFileSync(address), { headers: { "content-type": "application/wasm" } });
assert.ok((await inBrowser.checkCatalog(bytes)).isSound);
globalThis.fetch = fetch;

const catalog = await readCatalog(bytes);

// A Friday evening, in each way in which its moment can be told.
for (const opened of [SCENARIO.opened, "2026-03-27T16:30Z", new Date("2026-03-27T16:30Z")]) {
  const found = deadlines(catalog, { ...SCENARIO, opened, plans: ["online", "elite"] });
  const same = { opened: "2026-03-27T16:30:00Z" };
  assert.deepEqual(found.map(({ assumptions, ...answer }) => answer), [
    { plan: "online", ...same, due: "2026-03-30T11:30:00Z", target: "PT4H", coverage: "business-hours" },
    { plan: "elite", ...same, due: "2026-03-27T17:00:00Z", target: "PT30M", coverage: "24x5" },
  ]);
  assert.ok(found[1].assumptions.some((sentence) => sentence.includes("Europe/London")));
}

// What the visitor's zone and the present instant decide.
const [first] = deadlines(catalog, {}, { now: "2026-03-27T12:00:00.900Z", visitorZone: "Asia/Tokyo" });
assert.deepEqual([first.opened, first.due], ["2026-03-27T12:00:00Z", "2026-03-27T13:00:00Z"]);
const inTokyo = deadlines(catalog, { priority: "p2", opened: "2026-03-27T10:00" }, { visitorZone: "Asia/Tokyo" });
assert.equal(inTokyo[0].opened, "2026-03-27T01:00:00Z");
const openedFor = (options, region) => deadlines(catalog, { region, opened: "2026-03-27T10:00" }, options)[0].opened;
assert.equal(openedFor({ visitorZone: "" }, "japan"), "2026-03-27T01:00:00Z");
assert.equal(openedFor({ visitorZone: null, now: null }), openedFor(null));
for (const now of ["2026-03-27T13:00:00,5+01", "2026-03-27t12:00z", "2026-03-27T03:30-0830"]) {
  assert.equal(deadlines(catalog, null, { now })[0].opened, "2026-03-27T12:00:00Z");
}

// Documents in every form, and languages.
for (const document of [JSON.parse(bytes), bytes.toString(), new Uint8Array(bytes).buffer]) {
  assert.deepEqual(await readCatalog(document), catalog);
}
for (const language of ["nl-BE", "NL"]) assert.equal((await readCatalog(bytes, { language })).language, "nl");
assert.deepEqual(await readCatalog(bytes, { language: null }), catalog);
assert.equal((await checkCatalog(starter)).isSound, true);
assert.ok(schema.$schema);
for (const document of [bytes, bytes.toString(), JSON.parse(bytes)]) assert.ok(siteOf(document).has("en/index.html"));
assert.match(oneFileOf(starter, null, { page: null }), /^<!doctype html>/i);

// What plans include, which fit, and the longest waits.
const { rows, fits } = compare(catalog, { ...SCENARIO, plans: ["online", "elite"], need: ["case-reviews"] });
// Plans that are not shown may fit, too.
assert.deepEqual(fits.filter(({ isFit }) => isFit).map(({ plan }) => plan), ["enterprise", "elite"]);
assert.deepEqual(fits[0].missing, [{ code: "entitlement", entitlement: "case-reviews" }]);
assert.equal(rows.filter(({ kind }) => kind === "target").length, catalog.priorities.length);
const [{ wait, ordinary }] = longestWait(catalog, { ...SCENARIO, plans: ["elite"] });
assert.deepEqual([wait, ordinary.wait], ["P2DT1H30M", "P2DT30M"]);

// What cannot be used, and how it is told.
await refuses(() => deadlines(catalog, { priority: "p9" }), "value-not-accepted", /“p9”.*p1, p2, p3, p4/);
await refuses(() => deadlines(catalog, { priority: 1 }), "wrong-type", /^priority: found 1, allowed is a string$/);
await refuses(() => deadlines(catalog, { plans: "elite" }), "wrong-type", /^plans: .*“elite”.*an array/);
await refuses(() => deadlines(catalog, { plans: [1] }), "wrong-type", /^plans\[0\]: found 1, allowed is a string$/);
const several = { priority: 1, colour: "red", need: ["contacts", null] };
const inOrder = /^priority: .*\na scenario .*\nneed\[1\]: .*\nthe options .*$/;
await refuses(() => compare(catalog, several, { later: 1 }), "wrong-type", inOrder, 4);
const long = "é".repeat(50);
const [cut] = await refuses(() => deadlines(catalog, { plans: long }), "wrong-type", /“é{40}…”/);
assert.equal(cut.value, long);
await refuses(() => deadlines(catalog, { opened: new Date(NaN) }), "wrong-type", /^opened: found an invalid Date/);
await refuses(() => deadlines(catalog, { colour: "red" }), "unknown-parameter", /“colour”, only plans, /);
await refuses(() => deadlines(catalog, {}, { later: 1 }), "unknown-parameter", /“later”, only now, visitorZone/);
const noMoments = ["2026-03-27T12:00", "2026-02-30T12:00Z", "2026-03-27T24:00Z", "2026-03-27 12:00Z", "27 March 2026Z"];
for (const now of [...noMoments, new Date("+012026-03-27T12:00Z"), new Date("-000001-03-27T12:00Z")]) {
  await refuses(() => deadlines(catalog, {}, { now }), "value-not-accepted", /^now: .*offset/);
}
await refuses(() => deadlines(catalog, {}, { visitorZone: "Mars" }), "value-not-accepted", /“Mars”/);
await refuses(() => deadlines({ ...catalog }), "wrong-type", /readCatalog/);
await refuses(() => readCatalog(5), "wrong-type", /^document: found 5/);
await refuses(() => readCatalog(bytes, { lang: "nl" }), "unknown-parameter", /“lang”, only language/);
await refuses(() => readCatalog(bytes, { language: 1 }), "wrong-type", /^language: found 1/);
const circular = {};
circular.itself = circular;
for (const [document, words] of [
  [Promise.resolve(bytes), /^document: found a Promise, .*: await it$/],
  [new Response(""), /^document: found a Response/],
  [new Blob(), /^document: found a Blob/],
  [() => bytes, /^document: found a function/],
  [new DataView(new ArrayBuffer(1)), /^document: found a DataView/],
  [[], /^document: found an array/],
  [circular, /^document: found an object, allowed is an object that JSON can hold/],
  [{ title: 1n }, /^document: found an object, allowed is an object that JSON can hold/],
]) {
  for (const act of [readCatalog, checkCatalog, siteOf]) await refuses(() => act(document), "wrong-type", words);
}
for (const act of [readCatalog, siteOf, oneFileOf]) {
  await refuses(() => act({ languages: ["en"], title: 1 }), "catalog-not-sound", /\$\.plans/);
}
await refuses(() => siteOf(bytes, { page: "plans.example" }), "value-not-accepted", /^page: “plans\.example”/);
await refuses(() => siteOf(bytes, { page: 1 }), "wrong-type", /^page: found 1/);
await refuses(() => oneFileOf(bytes, 1), "wrong-type", /^language: found 1/);
assert.throws(() => datesOf(bytes), /^Error: this is no calendar/);

// How fast it is, for a whole scenario.
const [options, since] = [{ visitorZone: "Europe/Amsterdam" }, performance.now()];
let count = 0;
while (performance.now() - since < 500) count += deadlines(catalog, SCENARIO, options).length;
console.log(`${Math.round((count / (performance.now() - since)) * 1000)} deadlines per second`);
