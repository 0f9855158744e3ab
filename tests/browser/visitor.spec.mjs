// What the page makes of where a visitor is.
import { expect, said, saveData, test } from "./page.mjs";

const VISITORS = [
  ["America/New_York", "americas", "America/Los_Angeles", "Americas"],
  ["Asia/Tokyo", "japan", "Asia/Tokyo", "Japan"],
  ["Australia/Adelaide", "apac", "Australia/Adelaide", "Asia Pacific"],
  ["Africa/Nairobi", "emea", "Africa/Nairobi", "Europe, Middle East & Africa"],
];
for (const [timezoneId, region, zone, name] of VISITORS) {
  test(`a visitor in ${timezoneId} finds region and desk preselected, and is told why`, async ({ visit }) => {
    const pc = await visit({ timezoneId });
    await pc.open("en/");
    expect(await pc.form()).toMatchObject({ region, zone });
    const why = pc.page.getByRole("group", { name: "Region and hours" }).getByText(`${name} was preselected from your time zone, ${timezoneId}.`);
    await expect(why).toBeVisible();
    expect(pc.query()).toBe("");

    await pc.choice("priority", "p2").check();
    await expect(why, "once something is chosen, it is the visitor’s own").toBeHidden();
    await expect.poll(() => pc.query()).toBe(`?priority=p2&region=${region}&zone=${zone}`);
  });
}

test("a visitor in India has the desk on the clock of India, whatever the browser calls it", async ({ visit }) => {
  const pc = await visit({ timezoneId: "Asia/Kolkata" });
  await pc.open("en/?opened=2026-03-27T16:30&priority=p1");
  expect(await pc.form()).toMatchObject({ region: "apac", zone: expect.stringMatching(/^Asia\/(Kolkata|Calcutta)$/) });
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T11:15:00Z");
  await expect(pc.answer("elite")).not.toContainText("On your clock");
});

test("a region that the link names is not said to be a guess", async ({ visit }) => {
  const pc = await visit({ timezoneId: "Asia/Tokyo" });
  await pc.open("en/?region=emea");
  await expect(pc.page.getByText("preselected")).toHaveCount(0);
  expect(await pc.form()).toMatchObject({ region: "emea", zone: "Europe/Amsterdam" });
});

test("another region brings its own desk, or the visitor’s zone where hours are local", async ({ visit }) => {
  const pc = await visit({ timezoneId: "Europe/Lisbon" });
  await pc.open("en/");
  const zones = { americas: "America/Los_Angeles", apac: "Asia/Singapore", japan: "Asia/Tokyo", emea: "Europe/Lisbon" };
  for (const [region, zone] of Object.entries(zones)) {
    await pc.choice("region", region).check();
    await expect(pc.zone).toHaveValue(zone);
  }
});

test("a visitor elsewhere reads every moment on the own clock too", async ({ visit }) => {
  const pc = await visit({ timezoneId: "America/New_York" });
  await pc.open("en/?priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30");
  await expect(pc.answer("online")).toContainText(
    "On your clock: Mon 30 07:30",
  );
  await expect(pc.opened).toHaveAccessibleDescription(
    said("Friday 27 March 2026 16:30 (London, UTC+0). On your clock: Fri 27 12:30."),
  );
});

test("a clock that shows the same as the desk’s is not repeated", async ({ visit }) => {
  const pc = await visit({ timezoneId: "Europe/Amsterdam" });
  await pc.open("en/?zone=Europe/Berlin&opened=2026-03-27T16:30");
  await expect(pc.due("online")).toBeVisible();
  await expect(pc.page.getByText("On your clock")).toHaveCount(0);
});

test("a clock that differs only after the change of the clocks is given only there", async ({ visit }) => {
  const pc = await visit({ timezoneId: "Africa/Algiers" });
  // Algiers is at UTC+1 all year, as Amsterdam is until 29 March.
  await pc.open("en/?priority=p2&zone=Europe/Amsterdam&opened=2026-03-27T16:30");
  await expect(pc.answer("online")).toContainText("On your clock");
  await expect(pc.answer("elite")).not.toContainText("On your clock");
});

test("a visitor of whom nothing is known is given Europe, and Amsterdam", async ({ visit }) => {
  const pc = await visit({ timezoneId: "UTC" });
  await pc.open("en/?opened=2026-03-27T16:30");
  expect(await pc.form()).toMatchObject({ region: "emea", zone: "Europe/Amsterdam" });
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T15:45:00Z");
});

test.describe("without the test’s clock, which words dates itself", () => {
  test.use({ now: null });

  test("a browser that names a zone which nobody knows still gets its answer", async ({ visit }) => {
    const pc = await visit();
    await pc.page.addInitScript(() => {
      const { resolvedOptions } = Intl.DateTimeFormat.prototype;
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...resolvedOptions.call(this), timeZone: "Mars/Base" };
      };
    });
    await pc.open("en/");
    expect(await pc.form()).toMatchObject({ region: "emea", zone: "Europe/Amsterdam" });
    await expect(pc.page.getByText("preselected")).toHaveCount(0);
    await expect(pc.due("elite")).toBeVisible();
  });
});

for (const [when, happens] of [
  ["the page is seen again", (pc) => pc.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })))],
  ["the next minute begins", (pc) => pc.page.clock.runFor(60_000)],
]) {
  test.describe(`a visitor whose system has moved to another zone, when ${when},`, () => {
    test.use({ now: null });

    test("reads the new clock, and keeps what was chosen and preselected", async ({ pc }) => {
      await saveData(pc);
      await pc.page.addInitScript(() => {
        const options = Intl.DateTimeFormat.prototype.resolvedOptions;
        Intl.DateTimeFormat.prototype.resolvedOptions = function () {
          return { ...options.call(this), ...globalThis.moved };
        };
      });
      await pc.page.clock.install({ time: "2026-06-10T10:00:00Z" });
      await pc.page.clock.pauseAt("2026-06-10T10:00:30Z");
      await pc.open("en/?zone=Europe/London");
      await expect(pc.now).toContainText("On your clock: Wed 10 12:00:30.");
      await pc.page.evaluate(() => (globalThis.moved = { timeZone: "Asia/Tokyo" }));
      await happens(pc);
      await expect(pc.now).toHaveText(/On your clock: Wed 10 19:0/);
      expect(await pc.form()).toMatchObject({ region: "emea", zone: "Europe/London" });
      await expect(pc.page.getByText("was preselected from your time zone, Europe/Amsterdam.")).toBeVisible();
      expect(pc.query()).toBe("?zone=Europe/London");
    });
  });
}
