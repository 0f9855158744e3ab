// The button that opens what is done in front of a customer: when its files come, and what is said where they do not.
import { Demo, WORDS } from "./demo.mjs";
import { FRIDAY, SITES, expect, settle, test } from "./page.mjs";

/** The files behind the button. */
const FILES = /\/(demo\.js|demo-[^/]*|chunk-demo-[^/]*|picture\.js|marks\.js|shapes\.js|texts\.js)$/;

for (const [where, site] of Object.entries(SITES)) {
  test(`${where}: nothing is fetched before the button is used, and nothing twice`, async ({ pc }) => {
    const asked = [];
    pc.page.on("request", (request) => FILES.test(request.url()) && asked.push(request.url()));
    const demo = new Demo(pc);
    await pc.open(`${site}en/?${FRIDAY}`);
    await pc.openEverything();
    await settle(pc);
    expect(asked).toEqual([]);
    await demo.door.click();
    await expect(demo.room).toBeVisible();
    await demo.present();
    await demo.page.keyboard.press("Escape");
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked).size).toBe(asked.length);
    for (const file of asked) expect(file.startsWith(site)).toBe(true);
    const before = asked.length;
    await demo.door.click();
    await expect(demo.room).toBeHidden();
    await demo.door.click();
    await expect(demo.room).toBeVisible();
    expect(asked).toHaveLength(before);
  });
}

test("it opens and closes by the keyboard, and keeps the focus", async ({ pc }) => {
  const demo = new Demo(pc);
  await pc.open(`en/?${FRIDAY}`);
  await demo.door.focus();
  await expect(demo.door).toHaveAttribute("aria-expanded", "false");
  await demo.page.keyboard.press("Enter");
  await expect(demo.room).toBeVisible();
  await expect(demo.door).toHaveAttribute("aria-expanded", "true");
  await expect(demo.door).toBeFocused();
  await demo.page.keyboard.press("Space");
  await expect(demo.room).toBeHidden();
  await expect(demo.door).toHaveAttribute("aria-expanded", "false");
  await expect(demo.door).toBeFocused();
});

test("without scripts there is no button", async ({ visit }) => {
  const pc = await visit({ javaScriptEnabled: false });
  await pc.page.goto("en/");
  expect(await new Demo(pc).door.isVisible()).toBe(false);
});

test.describe("files that do not come", () => {
  test.use({ troubled: true });

  for (const [what, file] of Object.entries({ "the script": /\/demo\.js$/, "the program's part": /\/chunk-demo-/ })) {
    test(`${what}: a sentence says so, and then it works`, async ({ pc }) => {
      const demo = new Demo(pc);
      await pc.page.route(file, (route) => route.abort("internetdisconnected"));
      await pc.open(`en/?${FRIDAY}`);
      const answers = await pc.answers();
      await demo.door.click();
      await expect(demo.page.locator("#pc-door + [role=alert]")).toHaveText("The browser could not fetch this part of the page. Look whether you are connected.");
      await expect(pc.failure).toBeHidden();
      expect(await pc.answers()).toEqual(answers);
      await pc.page.unroute(file);
      await demo.door.click();
      await expect(demo.button(WORDS.showing.present)).toBeVisible();
      await expect(demo.page.locator("#pc-door + [role=alert]")).toBeEmpty();
    });
  }
});
