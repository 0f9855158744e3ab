// Each engine really shows the page to the visitors whom the other tests are about: what its driver
// does not know, it passes over in silence.
import { expect, test } from "./page.mjs";

const NOW = "2026-02-03T04:05:06Z";
const asks = (pc, query) => pc.page.evaluate((query) => matchMedia(query).matches, query);

for (const [what, media, query] of [
  ["a dark screen", { colorScheme: "dark" }, "(prefers-color-scheme: dark)"],
  ["a light screen", { colorScheme: "light" }, "(prefers-color-scheme: light)"],
  ["less motion", {}, "(prefers-reduced-motion: reduce)"],
  ["motion", { reducedMotion: "no-preference" }, "(prefers-reduced-motion: no-preference)"],
  ["forced colours", { forcedColors: "active" }, "(forced-colors: active)"],
  ["colours of the page", {}, "(forced-colors: none)"],
]) {
  test(`a visitor with ${what} has it`, async ({ visit }) => {
    const pc = await visit({ media });
    await pc.open("en/");
    expect(await asks(pc, query)).toBe(true);
  });
}

test("a visitor without scripts runs none", async ({ visit }) => {
  const pc = await visit({ javaScriptEnabled: false });
  await pc.page.goto("en/");
  expect(await pc.page.locator("noscript p").isVisible()).toBe(true);
  await pc.page.waitForLoadState("networkidle");
  expect(await pc.page.locator("time").count()).toBe(0);
});

test("a visitor who prints sees the page as it is on paper", async ({ pc }) => {
  await pc.open("en/");
  await expect(pc.page.locator(".pc-question__controls")).toBeVisible();
  await pc.toPaper();
  await expect(pc.page.locator(".pc-question__controls")).toBeHidden();
});

test.describe("a visitor", () => {
  test.use({ now: NOW });

  test("has the zone, the language and the clock of the test", async ({ visit }) => {
    const pc = await visit({ timezoneId: "Asia/Tokyo", locale: "nl-NL" });
    await pc.open("en/");
    const { zone, offset, language, date, now } = await pc.page.evaluate(() => ({
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      offset: new Date(2026, 0, 1).getTimezoneOffset(),
      language: navigator.language,
      date: new Date(0).toLocaleDateString(undefined, { month: "long" }),
      now: new Date().toISOString(),
    }));
    expect({ zone, offset, language, date, now }).toEqual({
      zone: "Asia/Tokyo", offset: -540, language: "nl-NL", date: "januari", now: new Date(NOW).toISOString(),
    });
  });
});
