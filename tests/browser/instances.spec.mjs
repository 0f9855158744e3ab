// Several instances of the page in one document, and what an instance leaves behind: nothing.
import { countTimers, expectSame, held } from "./held.mjs";
import { FRIDAY, PLANS, expect, needs, settle, test } from "./page.mjs";

const OTHER = "priority=p1&region=japan&zone=Asia/Tokyo&opened=2026-05-04T10:00";

/** Gives tests in the page the program, a way to mount an instance, and the size of its memory. */
async function reachProgram(pc) {
  await pc.page.evaluate(async () => {
    const program = await import(document.querySelector("link[rel=modulepreload]").href);
    const wasm = await program.default();
    const block = document.getElementById("pc-data").textContent;
    globalThis.memory = () => wasm.memory.buffer.byteLength;
    globalThis.mountAt = (query) => {
      const root = document.body.appendChild(document.createElement("div"));
      const number = program.mount(root, block, { query });
      return { root, unmount: () => program.unmount(number) };
    };
  });
}

test("two instances in one document work side by side", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await reachProgram(pc);
  await pc.page.evaluate((query) => void (globalThis.other = mountAt(query)), OTHER);
  const first = pc.page.locator("#pc-app");
  const second = pc.page.locator("body > div:last-of-type");
  const due = (root, plan) => root.locator(`[data-deadline="${plan}"] time`);
  await expect(due(first, "elite")).toHaveAttribute("datetime", "2026-03-27T17:00:00Z");
  await expect(due(second, "elite")).toHaveAttribute("datetime", "2026-05-04T01:15:00Z");

  const ids = await pc.page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
  expect(ids.length).toBe(new Set(ids).size);
  const labels = await pc.page.evaluate(() =>
    [...document.querySelectorAll("label[for]")].filter((label) => label.control?.closest("div:has(> form)") === null).length);
  expect(labels).toBe(0);

  // Each has its own choices, and only the first one the document's address.
  await second.locator("input[name=priority][value=p2]").check();
  await expect(due(second, "elite")).toHaveAttribute("datetime", "2026-05-04T01:30:00Z");
  await expect(due(first, "elite")).toHaveAttribute("datetime", "2026-03-27T17:00:00Z");
  expect(pc.query()).toBe(`?${FRIDAY}`);
  await first.locator("input[name=priority][value=p1]").check();
  await expect(due(first, "elite")).toHaveAttribute("datetime", "2026-03-27T16:45:00Z");
  await expect(second.locator("input[name=priority][value=p2]")).toBeChecked();
  await expect.poll(() => pc.query()).not.toContain("priority=p2");

  // One goes, and the other goes on.
  await pc.page.evaluate(() => other.unmount());
  await expect(second).toBeEmpty();
  await first.locator("input[name=priority][value=p2]").check();
  await expect(due(first, "elite")).toHaveAttribute("datetime", "2026-03-27T17:00:00Z");
});

test("an instance that was unmounted twice does nothing more", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await reachProgram(pc);
  const left = await pc.page.evaluate((query) => {
    const { root, unmount } = mountAt(query);
    unmount();
    unmount();
    return root.childNodes.length;
  }, OTHER);
  expect(left).toBe(0);
});

test.describe("what the document holds", () => {
  needs("counts of what the document holds");

  test("after a hundred mounts and unmounts everything is as after the first", async ({ pc }) => {
    test.setTimeout(120_000);
    await countTimers(pc);
    await pc.open(`en/?${FRIDAY}`);
    await pc.hasTable();
    await reachProgram(pc);
    const times = (count) =>
      pc.page.evaluate(async ({ count, query }) => {
        for (let time = 0; time < count; time += 1) {
          const { root, unmount } = mountAt(query);
          root.querySelector("input[name=plans]").click();
          await new Promise((settled) => setTimeout(settled));
          unmount();
          root.remove();
        }
        // Whatever was to happen when idle has happened.
        await new Promise((settled) => requestIdleCallback(settled));
      }, { count, query: OTHER });
    await times(30);
    const before = await held(pc);
    await times(100);
    expectSame(before, await held(pc));
  });
});

/** Choices of each kind, made over and over: what is clicked, by turns. */
const TURNS = {
  "a plan": ['input[name=plans][value=business]'],
  "a priority": ['input[name=priority][value=p1]', 'input[name=priority][value=p2]'],
  "a region": ['input[name=region][value=japan]', 'input[name=region][value=emea]'],
  "one’s own plan": ['input[name=mine][value=elite]', 'input[name=mine][value=""]'],
  "what differs": ['input[name=differences]'],
};
for (const [what, controls] of Object.entries(TURNS)) {
  test(`ten thousand choices of ${what} leave the program’s memory as it is`, { tag: "@one-engine" }, async ({ pc }) => {
    test.setTimeout(240_000);
    await pc.open(`en/?${FRIDAY}`);
    await reachProgram(pc);
    // The parts that come later need memory of their own, which is no choice's.
    await pc.hasTable();
    await settle(pc);
    // What an address costs is the browser's matter.
    await pc.page.evaluate(() => (history.replaceState = () => {}));
    const times = (count) =>
      pc.page.evaluate(async ({ count, controls }) => {
        const elements = controls.map((control) => document.querySelector(control));
        for (let time = 0; time < count; time += 1) {
          elements[time % elements.length].click();
          await Promise.resolve();
        }
      }, { count, controls });
    await times(1_000);
    const before = await pc.page.evaluate(() => memory());
    await times(10_000);
    expect(await pc.page.evaluate(() => memory())).toBe(before);
    await settle(pc);
    await expect(pc.page.locator("[data-deadline]")).toHaveCount(PLANS.length);
  });
}
