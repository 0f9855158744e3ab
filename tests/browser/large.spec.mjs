// A catalog of 10 plans, 200 entitlements, 6 priorities and 12 regions: a choice costs what changes,
// not what there is.
import { readFileSync } from "node:fs";
import { FRIDAY, expect, settle, test } from "./page.mjs";

const BLOCK = JSON.stringify(JSON.parse(readFileSync(process.env.PC_BLOCKS, "utf8")).large);
const QUERY = "priority=p2&region=region-2&zone=Europe/London&opened=2026-03-27T16:30";

/** Mounts an instance with the large catalog, alone in the document, and returns its element. */
async function openLarge(pc) {
  await pc.open(`en/?${FRIDAY}`);
  await pc.page.evaluate(async ({ block, query }) => {
    const program = await import(document.querySelector("link[rel=modulepreload]").href);
    const root = document.createElement("div");
    root.id = "large";
    document.body.replaceChildren(root);
    program.mount(root, block, { query });
  }, { block: BLOCK, query: QUERY });
  await expect(pc.page.locator("[data-deadline] time")).toHaveCount(10);
  // The table comes with a part of the program that is fetched when the browser is idle.
  await expect(pc.page.locator("tr[data-entitlement]")).toHaveCount(200);
}

/** How many nodes come, go or change their text when a choice is made. */
async function touched(pc, choose) {
  await settle(pc);
  await pc.page.evaluate(() => {
    const count = (nodes) => [...nodes].reduce((sum, node) => sum + 1 + count(node.childNodes), 0);
    let sum = 0;
    const add = (records) => {
      for (const { type, addedNodes, removedNodes } of records) {
        sum += type === "childList" ? count(addedNodes) + count(removedNodes) : 1;
      }
    };
    const observer = new MutationObserver(add);
    const watched = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(document.body, watched);
    globalThis.touched = () => (add(observer.takeRecords()), observer.disconnect(), sum);
  });
  await choose(pc);
  await settle(pc);
  return pc.page.evaluate(() => touched());
}

/** Each choice with a bundled value, a value of the large catalog, and the most that it may touch. */
const CHOICES = {
  "another priority": ["priority", "p3", "p3"],
  "another region": ["region", "americas", "region-5"],
};
for (const [what, [name, bundled, large]] of Object.entries(CHOICES)) {
  test(`${what} touches no more than ten plans’ answers in a large catalog`, async ({ pc }) => {
    await pc.open(`en/?${FRIDAY}`);
    await pc.hasTable();
    const few = await touched(pc, () => pc.choice(name, bundled).check());
    await openLarge(pc);
    const many = await touched(pc, () => pc.choice(name, large).check());
    // Ten plans where there were four, and nothing for two hundred rows.
    expect(many).toBeGreaterThan(0);
    expect(many).toBeLessThan(few * 3);
  });
}

test("only what differs hides rows of a large catalog and touches nothing else", async ({ pc }) => {
  await openLarge(pc);
  const hidden = pc.page.locator("tr[data-entitlement][hidden]");
  const many = await touched(pc, () => pc.choice("differences", "only").check());
  expect(many).toBeLessThan(10 + (await hidden.count()));
});

test("the first answers of a large catalog are right", async ({ pc }) => {
  await openLarge(pc);
  await expect(pc.page.locator("tr[data-priority]")).toHaveCount(6);
  await expect(pc.page.locator("tr[data-entitlement] td[data-plan]")).toHaveCount(2_000);
  // Plan 0 is promised 3 business hours, plan 1 4 hours around the clock, plan 2 5 hours on weekdays.
  await expect(pc.due("plan-0")).toHaveAttribute("datetime", "2026-03-30T10:30:00Z");
  await expect(pc.due("plan-1")).toHaveAttribute("datetime", "2026-03-27T20:30:00Z");
  await expect(pc.due("plan-2")).toHaveAttribute("datetime", "2026-03-27T21:30:00Z");
});
