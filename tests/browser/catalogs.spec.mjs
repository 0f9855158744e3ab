// The sites of other catalogs: every example, and a catalog with several tables of targets.
import { readFileSync } from "node:fs";
import { AXE, RUN_AXE } from "./axe.mjs";
import { expect, test } from "./page.mjs";

const SITES = process.env.PC_CATALOG_SITES;
const CATALOGS = ["starter", "aws", "tyk", "auth0", "mongodb", "every-key", "large"];
const DECEMBER = "region=europe&zone=Europe/Berlin&opened=2026-12-18T15:00";

/** The ids of a catalog's plans. */
function plansOf(name) {
  const folder = name === "large" ? process.env.PC_SITES : new URL("../../examples/catalogs", import.meta.url).pathname;
  return JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")).plans.map(({ id }) => id);
}

for (const name of CATALOGS) {
  test(`the site of the catalog ${name} computes, and has nothing of the bundled one`, async ({ pc }) => {
    await pc.open(`${SITES}/${name}/en/`);
    const answers = await pc.answers();
    expect(Object.keys(answers)).toEqual(plansOf(name));
    for (const answer of Object.values(answers)) expect(answer).toBeTruthy();
    const words = await pc.page.locator("body").innerText();
    expect(words).not.toMatch(/Adobe|Experience League|undefined|NaN|\{\w+\}/);
    // A catalog in one language has no choice of languages, and nothing leads to a page that is not there.
    await expect(pc.page.locator("link[rel=alternate]:not([hreflang=en], [hreflang=x-default])")).toHaveCount(0);
    await expect(pc.page.locator(".pc-languages")).toHaveCount(0);
    expect(await pc.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    // The first paint waits for an element that every catalog's page has, and no field is cut.
    await expect(pc.page.locator(await pc.page.locator("link[rel=expect]").getAttribute("href"))).toHaveCount(1);
    expect((await pc.opened.boundingBox()).width).toBeGreaterThan(180);
  });
}

for (const viewport of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
  test(`axe finds nothing in a catalog that uses every key, at ${viewport.width} pixels @one-engine`, async ({ visit }) => {
    const pc = await visit({ viewport });
    await pc.open(`${SITES}/every-key/en/?${DECEMBER}`);
    await pc.page.evaluate(AXE);
    expect((await pc.page.evaluate(RUN_AXE)).violations).toEqual([]);
  });
}

test("hours that the source does not state are marked as assumed, in the table and in the answer", async ({ pc, visit }) => {
  const cell = (it) => it.page.locator('tr[data-priority="down"] [data-plan="premium"]');
  await pc.open(`${SITES}/every-key/en/?region=europe`);
  await expect(cell(pc)).toContainText("(assumed)");
  await expect(pc.page.locator('tbody:has([data-deadline="premium"])')).toContainText("Follow the sun (assumed)");
  await expect(pc.page.getByText("we assume Berlin")).toBeVisible();
  await pc.page.getByRole("radio", { name: "Gulf" }).check();
  await expect(cell(pc)).not.toContainText("(assumed)");
  await expect(pc.page.locator('tbody:has([data-deadline="premium"])')).not.toContainText("(assumed)");
  const still = await visit({ javaScriptEnabled: false });
  await still.page.goto(`${SITES}/every-key/en/`);
  expect(await cell(still).innerText()).toContain("(assumed)");
});

test("what plans have in another region is told in the row, where its region is not chosen", async ({ pc, visit }) => {
  const phone = (it) => it.page.locator('tr[data-entitlement="phone"] th');
  const still = await visit({ javaScriptEnabled: false });
  await still.page.goto(`${SITES}/every-key/en/`);
  expect(await phone(still).innerText()).toContain("The desk in the Gulf is small.");
  await pc.open(`${SITES}/every-key/en/?region=europe`);
  await expect(phone(pc)).toContainText("The desk in the Gulf is small.");
  await pc.page.getByRole("radio", { name: "Gulf" }).check();
  await expect(pc.page.locator('tr[data-entitlement="phone"] [data-plan="standard"]')).toContainText("The desk in the Gulf is small.");
});

test("a list of dates tells where it ends, and a case after its end that none counts", async ({ pc }) => {
  const none = pc.page.getByText("None unless you add them.");
  await pc.open(`${SITES}/every-key/en/?${DECEMBER}`);
  await expect(pc.page.getByText("has other hours: 4, the last of them 2026-12-25")).toHaveCount(1);
  await expect(none).toHaveCount(0);
  await pc.opened.fill("2030-12-18T15:00");
  await expect(none).toHaveCount(1);
});

test.describe("several tables of targets", () => {
  const target = (pc, id) => pc.page.locator(`input[name=target][value=${id}]`);
  const rows = (pc, selector) => pc.table.locator(selector).evaluateAll((rows) => rows.map((row) => row.dataset.priority ?? `${row.dataset.table} ${row.dataset.severity}`));

  test("the first is shown first, and only its rows are those of the answers", async ({ pc }) => {
    await pc.open(`${SITES}/every-key/en/?${DECEMBER}`);
    await expect(pc.page.getByRole("heading", { name: "First reply due" })).toBeVisible();
    await expect(target(pc, "reply")).toBeChecked();
    expect(await rows(pc, "tr[data-priority]")).toEqual(["down", "question"]);
    expect(await rows(pc, "tr[data-table]")).toEqual(["workaround down", "workaround question"]);
    expect(await pc.answers()).toEqual({ community: "no-such-priority", standard: "2026-12-19T11:00:00Z", premium: "2026-12-18T15:00:00Z" });
  });

  test("another can be chosen, by the keyboard too, is named in every sentence, and stands in the link", async ({ pc }) => {
    await pc.open(`${SITES}/every-key/en/?${DECEMBER}`);
    await target(pc, "reply").focus();
    await pc.page.keyboard.press("ArrowRight");
    await expect(pc.page.getByRole("heading", { name: "Workaround due" })).toBeVisible();
    await expect(pc.status).toHaveText(/^Workaround chosen; Workaround due: Community has no moment, Standard .* and Premium /);
    await expect(pc.due("standard")).toHaveAttribute("datetime", "2026-12-22T16:00:00Z");
    await expect(pc.due("premium")).toHaveAttribute("datetime", "2026-12-18T22:00:00Z");
    await pc.hasTable();
    expect(await rows(pc, "tr[data-priority]")).toEqual(["down", "question"]);
    expect(await rows(pc, "tr[data-table]")).toEqual(["reply down", "reply question"]);
    await expect(pc.page.locator(".pc-answers").getByText("The clock starts when the case is triaged.")).toBeVisible();
    await expect.poll(() => pc.query()).toContain("target=workaround");
    await pc.page.reload();
    await pc.started();
    await expect(pc.due("standard")).toHaveAttribute("datetime", "2026-12-22T16:00:00Z");
    await expect(pc.answer("community")).toHaveText("Community does not have the priority Service down (Workaround).");
  });

  test("a choice before the program has come is kept", async ({ pc }) => {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await pc.page.route("**/*.wasm", async (route) => {
      await released;
      await route.continue();
    });
    await pc.page.goto(`${SITES}/every-key/en/?${DECEMBER}`, { waitUntil: "commit" });
    await target(pc, "workaround").check();
    release();
    await expect(pc.due("standard")).toHaveAttribute("datetime", "2026-12-22T16:00:00Z");
    await expect.poll(() => pc.query()).toContain("target=workaround");
  });

  test("a table that there is not is named, with those that there are", async ({ pc }) => {
    await pc.open(`${SITES}/every-key/en/?${DECEMBER}&target=solution`);
    await expect(pc.notice).toContainText("What is due: “solution”. Possible: reply, workaround.");
    await expect(target(pc, "reply")).toBeChecked();
  });
});
