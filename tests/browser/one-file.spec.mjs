// A page in one file: opened from a disk, it answers as the site does, and asks for nothing.
import { pathToFileURL } from "node:url";
import { CASES, FRIDAY, FRIDAYS_ANSWERS, expect, test } from "./page.mjs";

const file = (name) => pathToFileURL(`${process.env.PC_SITES}/${name}.html`).href;

/** Watches what a page asks for besides itself. */
function watch(pc) {
  const asked = [];
  pc.page.on("request", (request) => {
    if (!request.isNavigationRequest() && !request.url().startsWith("data:")) asked.push(request.url());
  });
  return asked;
}

for (const [language, heading] of [["en", "When will support reply?"], ["nl", "Wanneer krijgt u antwoord?"]]) {
  test(`the page in "${language}" opens from a disk, and answers as the site does`, async ({ pc }) => {
    const asked = watch(pc);
    await pc.open(`${file(`bundled.${language}`)}?${FRIDAY}`);
    await expect(pc.page.getByRole("heading", { level: 1 })).toHaveText(heading);
    expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
    for (const [what, plan, link, instant] of CASES) {
      await pc.open(`${file(`bundled.${language}`)}?${link}`);
      expect((await pc.answers())[plan], what).toBe(instant);
    }
    expect(asked).toEqual([]);
  });
}

test("everything of a page in one file is in it", async ({ pc }) => {
  const asked = watch(pc);
  await pc.open(`${file("bundled.en")}?${FRIDAY}`);
  await pc.choice("priority", "p3").check();
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T17:30:00Z");
  await pc.openEverything();
  await expect(pc.page.locator(".pc-panel svg").nth(1)).toBeVisible();
  await pc.page.locator("input[name=mine][value=business]").check();
  await expect(pc.page.locator(".pc-changes li")).toHaveCount(3);
  expect(asked).toEqual([]);
});

test("another catalog is in one file, too", async ({ pc }) => {
  await pc.open(`${file("every-key.one-file")}?region=europe&zone=Europe/Berlin&opened=2026-12-18T15:00&target=workaround`);
  await expect(pc.due("standard")).toHaveAttribute("datetime", "2026-12-22T16:00:00Z");
});

test("without scripts, a page in one file is complete", async ({ visit }) => {
  const pc = await visit({ javaScriptEnabled: false });
  await pc.page.goto(file("bundled.en"));
  await expect.poll(() => pc.table.locator("tr[data-entitlement]:visible").count()).toBe(17);
});

test("a page in one file offers no link, unless it was made with the address of a site", async ({ pc }) => {
  await pc.page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => (globalThis.copied = text) } });
  });
  await pc.open(`${file("bundled.en")}?${FRIDAY}`);
  await expect(pc.page.locator(".pc-share")).toBeHidden();
  await pc.open(`${file("placed.one-file")}?region=europe&zone=Europe/Berlin&opened=2026-12-18T15:00`);
  await pc.page.getByRole("button", { name: "Copy link" }).click();
  await expect(pc.page.locator(".pc-share .pc-hint")).toBeVisible();
  expect(await pc.page.evaluate(() => copied)).toBe("https://plans.example/en/?region=europe&zone=Europe/Berlin&opened=2026-12-18T15:00");
});
