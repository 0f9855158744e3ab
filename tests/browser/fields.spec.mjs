// What an engine draws inside of fields, which no style of the page sees.
import { FRIDAY, expect, needs, restyle, test } from "./page.mjs";

for (const name of ["opened", "by"]) {
  test(`on a telephone, the whole moment can be read in the field “${name}”, with the half of the day`, async ({ visit }) => {
    const pc = await visit({ viewport: { width: 320, height: 640 } });
    await pc.open(`en/?${FRIDAY}&by=2026-12-30T23:30:30`);
    const field = pc.page.locator(`input[name=${name}]`);
    const width = () => field.evaluate((field) => field.getBoundingClientRect().width);
    const room = await width();
    await restyle(pc, `input[name=${name}] { inline-size: max-content !important; max-inline-size: none !important }`);
    expect(await width()).toBeLessThanOrEqual(room);
  });
}

test.describe("on a telephone that is turned", () => {
  needs("what telephones do to the size of text");

  test("texts keep their size, also where the property is known by its older name only", async ({ pc }) => {
    await pc.open("en/");
    expect(await pc.page.evaluate(() => getComputedStyle(document.querySelector("main")).webkitTextSizeAdjust)).toBe("100%");
    const sheet = await pc.page.locator("style").first().evaluate((style) => style.textContent);
    expect(sheet).toContain("-webkit-text-size-adjust:100%");
  });
});
