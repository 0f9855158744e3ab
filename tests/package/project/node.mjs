// What the engine answers in Node: throws where it answers something else. Argument: the bundled catalog.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PlanComparatorError, checkCatalog, compare, deadlines, longestWait, readCatalog } from "plan-comparator";
import "plan-comparator/element";
import { siteOf } from "plan-comparator/site";
import { SCENARIO } from "./scenario.js";

const require = createRequire(import.meta.url);
const [schema, starter] = ["catalog.schema", "starter"].map((name) => require(`plan-comparator/${name}.json`));
const bytes = readFileSync(process.argv[2]);
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

// Documents in every form, and languages.
const lists = ["plans", "priorities", "regions", "targets", "coverages", "entitlements", "languages"];
assert.deepEqual(Object.keys(catalog).sort(), [...lists, "language", "title"].sort());
for (const document of [JSON.parse(bytes), bytes.toString(), new Uint8Array(bytes).buffer]) {
  assert.deepEqual(await readCatalog(document), catalog);
}
assert.equal((await readCatalog(bytes, { language: "nl-BE" })).language, "nl");
assert.equal((await checkCatalog(starter)).isSound, true);
assert.ok(schema.$schema);
assert.ok(siteOf(bytes).has("en/index.html"));

// What plans include, which fit, and the longest waits.
const { rows, fits } = compare(catalog, { ...SCENARIO, plans: ["online", "elite"], need: ["case-reviews"] });
// Plans that are not shown may fit, too.
assert.deepEqual(fits.filter(({ isFit }) => isFit).map(({ plan }) => plan), ["enterprise", "elite"]);
assert.deepEqual(fits[0].missing, [{ code: "entitlement", entitlement: "case-reviews" }]);
assert.equal(rows.filter(({ kind }) => kind === "target").length, catalog.priorities.length);
const [{ wait, ordinary }] = longestWait(catalog, { ...SCENARIO, plans: ["elite"] });
assert.deepEqual([wait, ordinary.wait], ["P2DT1H30M", "P2DT30M"]);

// What cannot be used, and how it is told.
const refuses = async (act, code, words) => {
  const error = await (async () => act())().then(() => assert.fail(`${code} is missing`), (error) => error);
  assert.ok(error instanceof PlanComparatorError, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, words);
  assert.ok(Array.isArray(error.faults));
};
await refuses(() => deadlines(catalog, { priority: "p9" }), "value-not-accepted", /“p9”.*p1, p2, p3, p4/);
await refuses(() => deadlines(catalog, { priority: 1 }), "wrong-type", /^priority: found 1, allowed is a string$/);
await refuses(() => deadlines(catalog, { plans: "elite" }), "wrong-type", /^plans: .*“elite”.*an array/);
await refuses(() => deadlines(catalog, { opened: new Date(NaN) }), "wrong-type", /^opened: found an invalid Date/);
await refuses(() => deadlines(catalog, { colour: "red" }), "unknown-parameter", /“colour”, only plans, /);
await refuses(() => deadlines(catalog, {}, { later: 1 }), "unknown-parameter", /“later”, only now, visitorZone/);
await refuses(() => deadlines(catalog, {}, { now: "2026-03-27T12:00" }), "value-not-accepted", /offset/);
await refuses(() => deadlines(catalog, {}, { visitorZone: "Mars" }), "value-not-accepted", /“Mars”/);
await refuses(() => deadlines({ ...catalog }), "wrong-type", /readCatalog/);
await refuses(() => readCatalog(5), "wrong-type", /^document: found 5/);
await refuses(() => readCatalog({ languages: ["en"], title: 1 }), "catalog-not-sound", /\$\.plans/);

// How fast it is, for a whole scenario.
const [options, since] = [{ visitorZone: "Europe/Amsterdam" }, performance.now()];
let count = 0;
while (performance.now() - since < 500) count += deadlines(catalog, SCENARIO, options).length;
console.log(`${Math.round((count / (performance.now() - since)) * 1000)} deadlines per second`);
