// The address says what the page shows, however fast the visitor chooses and whatever the browser refuses.
import { FRIDAY, expect, test } from "./page.mjs";

/** Watches the writes of the address: when each was, and how many frames after the last choice. */
async function watchWrites(pc) {
  await pc.page.addInitScript(() => {
    globalThis.writes = [];
    globalThis.frames = 0;
    const count = () => (frames += 1, requestAnimationFrame(count));
    requestAnimationFrame(count);
    addEventListener("change", () => (globalThis.chosenAt = frames), true);
    const write = history.replaceState;
    history.replaceState = function (...given) {
      writes.push({ at: performance.now(), frames: frames - chosenAt });
      return globalThis.refuse?.() ? undefined : write.apply(history, given);
    };
  });
}

/** Moments chosen one after another, as a held arrow key does; the last one. */
function hold(pc, times, pause) {
  return pc.page.evaluate(async ({ times, pause }) => {
    const opened = document.querySelector("input[name=opened]");
    for (let minute = 0; minute < times; minute += 1) {
      opened.value = `2026-03-27T${String(10 + Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      opened.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((done) => setTimeout(done, pause));
    }
    return opened.value.slice(0, 16);
  }, { times, pause });
}

test("the address is written so seldom that no browser refuses", async ({ pc }) => {
  test.setTimeout(60_000);
  await watchWrites(pc);
  await pc.open(`en/?${FRIDAY}`);
  const last = await hold(pc, 400, 10);
  await expect.poll(() => pc.query()).toContain(`opened=${last}`);
  await pc.page.waitForTimeout(1_000);
  const writes = await pc.page.evaluate(() => writes);
  // WebKit refuses after a hundred in thirty seconds.
  const seconds = (writes.at(-1).at - writes[0].at) / 1_000;
  expect(writes.length, `${seconds} seconds`).toBeLessThan(25 + seconds * 2.6);
});

test("the address is written after the frame that shows what was chosen", async ({ pc }) => {
  await watchWrites(pc);
  await pc.open(`en/?${FRIDAY}`);
  await pc.choice("priority", "p3").check();
  await expect.poll(() => pc.query()).toContain("priority=p3");
  expect((await pc.page.evaluate(() => writes)).map(({ frames }) => frames > 0)).toEqual([true]);
});

for (const [how, refuse] of [
  ["with an error", () => { throw new DOMException("too often", "SecurityError"); }],
  ["without a word", () => true],
]) {
  test(`a write that the browser refuses ${how} is made good`, async ({ pc }) => {
    await watchWrites(pc);
    await pc.open(`en/?${FRIDAY}`);
    await pc.page.evaluate(`globalThis.refuse = ${refuse}`);
    await pc.choice("priority", "p3").check();
    await pc.choice("plans", "online").uncheck();
    await expect.poll(() => pc.page.evaluate(() => writes.length)).toBeGreaterThan(0);
    expect(pc.query()).toBe(`?${FRIDAY}`);
    await pc.page.evaluate(() => (globalThis.refuse = undefined));
    await expect.poll(() => pc.query(), { timeout: 10_000 }).toContain("plans=business,enterprise,elite&priority=p3&");
    // Then all is quiet.
    const count = await pc.page.evaluate(() => writes.length);
    await pc.page.waitForTimeout(3_000);
    expect(await pc.page.evaluate(() => writes.length)).toBe(count);
  });
}

test("a visitor who leaves in the moment of choosing finds the choice when coming back", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await pc.page.evaluate(() => {
    document.querySelector("input[name=priority][value=p3]").click();
    location.href = "../nl/";
  });
  await pc.page.waitForURL(/\/nl\//);
  await pc.started();
  await pc.page.goBack();
  await pc.started();
  expect(pc.query()).toContain("priority=p3");
  await expect(pc.choice("priority", "p3")).toBeChecked();
});

test("a page that is hidden in the moment of choosing has the choice in its address", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  const query = await pc.page.evaluate(async () => {
    globalThis.setTimeout = () => 0;
    document.querySelector("input[name=priority][value=p3]").click();
    await Promise.resolve();
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    return location.search;
  });
  expect(query).toContain("priority=p3");
});

test("the links to other languages lead to what was chosen at once", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  const href = await pc.page.evaluate(async () => {
    document.querySelector("input[name=priority][value=p3]").click();
    await Promise.resolve();
    return document.querySelector("nav a[lang=nl]").href;
  });
  expect(href).toContain("priority=p3");
});
