// Only what a choice changes is touched: everything else stays the node that it was.
import { FRIDAY, PLANS, expect, settle, test } from "./page.mjs";

/** Counts the nodes that are touched from now on, and remembers the cells. */
async function watch(pc) {
  // The chunk with the table comes when the browser is idle, which is no choice of the visitor's.
  await pc.hasTable();
  await settle(pc);
  await pc.page.evaluate(() => {
    const count = (nodes) => [...nodes].reduce((sum, node) => sum + 1 + count(node.childNodes), 0);
    const touched = { added: 0, removed: 0, texts: 0 };
    const add = (records) => {
      for (const { type, addedNodes, removedNodes } of records) {
        touched.added += count(addedNodes);
        touched.removed += count(removedNodes);
        touched.texts += type === "characterData" ? 1 : 0;
      }
    };
    const all = count(document.getElementById("pc-app").childNodes);
    const cells = [...document.querySelectorAll(".pc-answers td, .pc-matrix td")];
    const observer = new MutationObserver(add);
    observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
    globalThis.touched = () => {
      add(observer.takeRecords());
      const gone = cells.filter((cell) => !cell.isConnected).map((cell) => cell.dataset.label ?? cell.closest("tbody").querySelector("th").firstElementChild.textContent);
      return { ...touched, share: (touched.added + touched.removed + touched.texts) / all, cells: cells.length, gone };
    };
  });
}

const ROWS = 2 + 4 + 17;

/** Each choice: what was chosen before, how it is made, and the most that it may touch of all nodes. */
const CHOICES = {
  "another priority": ["", (pc) => pc.choice("priority", "p3").check(), 0.06],
  "another region": ["", (pc) => pc.choice("region", "americas").check(), 0.08],
  "another moment of opening": ["", (pc) => pc.opened.fill("2026-03-30T09:00"), 0.06],
  "one plan less": ["", (pc) => pc.choice("plans", "business").uncheck(), 0.18],
  "one plan more": ["&plans=online,enterprise,elite", (pc) => pc.choice("plans", "business").check(), 0.22],
  "one’s own plan": ["", (pc) => pc.choice("mine", "business").check(), 0.14],
  "another plan as one’s own": ["&mine=business", (pc) => pc.choice("mine", "enterprise").check(), 0.15],
  "something that is needed": ["&need=service-reviews", (pc) => pc.choice("need", "case-reviews").check(), 0.03],
  "only what differs": ["", (pc) => pc.choice("differences", "only").check(), 0.01],
};
for (const [what, [link, choose, most]] of Object.entries(CHOICES)) {
  test(`who chooses ${what} has no more than ${Math.round(most * 100)} % of the page written anew, and no other plan’s cells`, async ({ pc }) => {
    await pc.open(`en/?${FRIDAY}${link}`);
    await watch(pc);
    await choose(pc);
    await expect(pc.status).not.toHaveText("");
    await settle(pc);
    const { share, cells, gone } = await pc.page.evaluate(() => touched());
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(most);
    const plans = link.includes("plans") ? PLANS.length - 1 : PLANS.length;
    expect(cells).toBe(ROWS * plans);
    expect(gone).toEqual(what === "one plan less" ? Array(ROWS).fill("Business") : []);
  });
}

test("rows that are equal are hidden and shown without a node that comes or goes", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  for (const [times, chosen] of [true, false].entries()) {
    await watch(pc);
    await pc.choice("differences", "only").setChecked(chosen);
    await expect(pc.table.locator("tr[hidden]")).toHaveCount(chosen ? 1 : 0);
    await expect(pc.status).toHaveText(times === 0 ? /^Only rows that differ shown/ : /^All rows shown/);
    // The sentence beside the choice, and the one about it.
    expect(await pc.page.evaluate(() => touched())).toMatchObject({ added: 0, removed: 0, texts: 2 });
  }
});

test("a choice that is no other touches nothing", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await pc.zone.focus();
  await watch(pc);
  await pc.zone.press("Enter");
  await pc.choice("priority", "p2").click();
  await settle(pc);
  expect(await pc.page.evaluate(() => touched())).toMatchObject({ added: 0, removed: 0, texts: 0 });
});
