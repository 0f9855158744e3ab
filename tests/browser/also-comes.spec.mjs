// The answers of other desks, which come after those of the first one: when, what moves, and whether they fit.
import { FRIDAY, FRIDAYS_ANSWERS, PLANS, expect, misfits, saveData, test } from "./page.mjs";
import { ALSO, disclosure, expectDesks, openDesks } from "./desks.mjs";

const LINK = `${FRIDAY}&${ALSO}`;
const CHUNK = /\/chunk-[a-z]+-[0-9a-f]{16}\.wasm$/;

test("other desks of a link are fetched at once, also for those who save data", async ({ pc }) => {
  await saveData(pc);
  await openDesks(pc, `en/?${LINK}`);
});

test.describe("where other desks do not come", () => {
  test.use({ troubled: true });

  test("the first one answers, and it can be tried again", async ({ pc }) => {
    const thrown = [];
    pc.page.on("pageerror", (error) => thrown.push(error.message));
    await pc.page.route(CHUNK, (route) => route.abort("internetdisconnected"));
    await pc.open(`en/?${LINK}`);
    expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
    await expect(pc.page.locator(".pc-answers__soonest")).toContainText("Soonest: Elite");
    await pc.choice("priority", "p3").check();
    await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T17:30:00Z");
    await expect(pc.page.locator("[data-also]")).toHaveCount(0);
    const said = pc.page.locator(".pc-answers > [role=alert]");
    await expect(said).toContainText("could not be loaded");
    await expect(pc.page.locator(".pc-answer--also")).toHaveCount(2 * PLANS.length);
    await expect(pc.page.locator(".pc-answer--also:visible"), "no room is kept").toHaveCount(0);
    await pc.page.unroute(CHUNK);
    await said.getByRole("button", { name: "Try again" }).click();
    await expectDesks(pc, ALSO.replace("also=", ""));
    await expect(said).toBeEmpty();
    expect(await pc.focused()).toBe("pc-also-summary");
    expect(thrown).toEqual([]);
    await expect(pc.failure).toBeHidden();
  });
});

/** How far a plan may move, in pixels, as its neighbours' other desks take a line more or less than was kept for them. */
const NEARLY = 64;

const ABOVE = ["h1", ".pc-question", ".pc-answers h2"];
const OVER_ROWS = [".pc-answers .pc-plans", ".pc-answers > .pc-answer--common", ".pc-answers__table"];
for (const [width, what, parts] of [
  [390, "the question and the heading stay", ABOVE],
  [1440, "everything over the rows stays", [...ABOVE, ...OVER_ROWS]],
]) {
  test(`${what} where it is when other desks come, at ${width} pixels`, async ({ visit }) => {
    const pc = await visit({ viewport: { width, height: 900 } });
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await pc.page.route(CHUNK, (route) => released.then(() => route.continue()));
    await pc.page.goto(`en/?${LINK}`);
    await pc.started();
    const places = () => pc.page.locator(parts.join()).evaluateAll((elements) =>
      elements.map((element) => [element.className, element.getBoundingClientRect().top + scrollY]));
    const plans = () => pc.page.locator(".pc-answers__table tbody").evaluateAll((plans) => plans.map((plan) => plan.getBoundingClientRect().top + scrollY));
    const before = await places();
    const plansBefore = await plans();
    await expect(pc.page.locator("[data-also]")).toHaveCount(0);
    release();
    await expect(pc.page.locator("[data-also] time")).toHaveCount(2 * PLANS.length);
    expect(await places()).toEqual(before);
    const moved = (await plans()).map((top, place) => Math.abs(top - plansBefore[place]));
    expect(Math.max(...moved), moved.join()).toBeLessThan(NEARLY);
  });
}

const LARGE = "large/en/?priority=p2&region=region-2&opened=2026-03-27T16:30&also=region-8,region-11";
/** Pages with two other desks, and how many rows these have. */
const PAGES = {
  "in English": [`en/?${LINK}`, 8],
  "in Dutch": [`nl/?${LINK}`, 8],
  "with ten plans and twelve regions": [`${process.env.PC_CATALOG_SITES}/${LARGE}`, 20],
};
for (const width of [320, 768, 1440]) {
  test(`nothing sticks out or is cut off with two other desks, at ${width} pixels`, async ({ visit }) => {
    const pc = await visit({ viewport: { width, height: 900 } });
    for (const [what, [link, rows]] of Object.entries(PAGES)) {
      await openDesks(pc, link, rows);
      await disclosure(pc).click();
      const zones = pc.page.locator("#pc-also input[type=text]");
      await expect(zones).toHaveCount(2);
      await pc.enter(zones.first(), "Mars/Base");
      await expect(pc.page.locator("#pc-also")).toContainText("“Mars/Base”");
      expect(await misfits(pc), what).toEqual([]);
    }
  });
}
