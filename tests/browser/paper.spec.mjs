// What is really printed: read from the printed pages.
import { writeFile } from "node:fs/promises";
import { lonely, mark, markHeadings, misprinted, pages, pictured, unprinted } from "./paper.mjs";
import { ALSO } from "./desks.mjs";
import { EVERYTHING, FRIDAY, PLANS, expect, needs, test } from "./page.mjs";

/** Prints the page on A4, or on paper of another height in centimetres, into a file. */
async function print(pc, browserName, testInfo, tall = 29.7) {
  // Firefox takes inches for centimetres.
  const unit = browserName === "firefox" ? "in" : "cm";
  const margin = Object.fromEntries(["top", "right", "bottom", "left"].map((side) => [side, "1cm"]));
  const file = testInfo.outputPath("page.pdf");
  await writeFile(file, await pc.page.pdf({ width: `21${unit}`, height: `${tall}${unit}`, margin }));
  return file;
}

for (const [what, link] of [["four plans", FRIDAY], ["two plans", `${FRIDAY}&plans=business,elite`]]) {
  test(`of ${what}, every answer and every row is printed, and each on one page`, async ({ pc, browserName }, testInfo) => {
    await pc.open(`en/?${link}`);
    const rows = await pc.page.evaluate(mark);
    expect(rows.length).toBeGreaterThan(20);
    expect(misprinted(rows, pages(await print(pc, browserName, testInfo)))).toEqual([]);
  });
}

test("answers of other desks are printed on the page of their plan, and what chooses them is not", async ({ pc, browserName }, testInfo) => {
  await pc.open(`en/?${FRIDAY}&${ALSO}`);
  await expect(pc.page.locator("[data-also] time")).toHaveCount(2 * PLANS.length);
  await pc.page.locator("#pc-also > summary").click();
  const chooses = await pc.page.locator("#pc-also").locator("summary, legend, .pc-label").allInnerTexts();
  expect(chooses).toHaveLength(4);
  const rows = await pc.page.evaluate(mark);
  const answers = rows.slice(0, 3 * PLANS.length);
  expect(answers.map(({ row }) => row)).toEqual(PLANS.flatMap((plan) => [plan, "americas", "japan"]));
  const ofPlan = (plan, place) => ({ row: plan, marks: answers.slice(3 * place, 3 * place + 3).flatMap(({ marks }) => marks) });
  const printed = pages(await print(pc, browserName, testInfo));
  expect(misprinted([...rows, ...PLANS.map(ofPlan)], printed)).toEqual([]);
  expect(unprinted(chooses, printed)).toEqual(chooses);
});

test.describe("headings", () => {
  needs("headings kept with what follows on paper");

  test("are never the last that is printed on a page, wherever pages end", async ({ pc, browserName }, testInfo) => {
    await pc.open(`nl/?${FRIDAY}`);
    await pc.hasTable();
    expect(await pc.page.evaluate(markHeadings)).toBeGreaterThan(10);
    for (const tall of [29.7, 27.9, 26, 25, 24, 23]) {
      const printed = pages(await print(pc, browserName, testInfo, tall), "-layout");
      expect(lonely(printed), `${tall} cm`).toEqual([]);
    }
  });
});

test("pictures that are open are printed with their words", async ({ pc, browserName }, testInfo) => {
  await pc.open(`en/?${EVERYTHING}`);
  await pc.openEverything();
  const words = await pc.page.evaluate(pictured);
  expect(words.length).toBeGreaterThan(10);
  expect(unprinted(words, pages(await print(pc, browserName, testInfo)))).toEqual([]);
});

test("the case is printed, with the moment at which a reply is needed", async ({ pc, browserName }, testInfo) => {
  await pc.open(`en/?${FRIDAY}&by=2026-03-30T12:00`);
  const said = "Priority 2, EMEA, opened Friday 27 March 2026 16:30; needed by Monday 30 March 2026 12:00";
  expect(unprinted([said], pages(await print(pc, browserName, testInfo)))).toEqual([]);
});
