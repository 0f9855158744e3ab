// What is really printed: read from the printed pages.
import { writeFile } from "node:fs/promises";
import { mark, misprinted, pages, pictured, unprinted } from "./paper.mjs";
import { EVERYTHING, FRIDAY, expect, test } from "./page.mjs";

/** Prints the page on A4, and reads what is printed. */
async function print(pc, browserName, testInfo) {
  // Firefox takes inches for centimetres.
  const [width, height] = browserName === "firefox" ? ["21in", "29.7in"] : ["21cm", "29.7cm"];
  const margin = Object.fromEntries(["top", "right", "bottom", "left"].map((side) => [side, "1cm"]));
  const file = testInfo.outputPath("page.pdf");
  await writeFile(file, await pc.page.pdf({ width, height, margin }));
  return pages(file);
}

for (const [what, link] of [["four plans", FRIDAY], ["two plans", `${FRIDAY}&plans=business,elite`]]) {
  test(`of ${what}, every answer and every row is printed, and each on one page`, async ({ pc, browserName }, testInfo) => {
    await pc.open(`en/?${link}`);
    const rows = await pc.page.evaluate(mark);
    expect(rows.length).toBeGreaterThan(20);
    expect(misprinted(rows, await print(pc, browserName, testInfo))).toEqual([]);
  });
}

test("pictures that are open are printed with their words", async ({ pc, browserName }, testInfo) => {
  await pc.open(`en/?${EVERYTHING}`);
  await pc.openEverything();
  const words = await pc.page.evaluate(pictured);
  expect(words.length).toBeGreaterThan(10);
  expect(unprinted(words, await print(pc, browserName, testInfo))).toEqual([]);
});

test("the case is printed, with the moment at which a reply is needed", async ({ pc, browserName }, testInfo) => {
  await pc.open(`en/?${FRIDAY}&by=2026-03-30T12:00`);
  const said = "Priority 2, EMEA, opened Friday 27 March 2026 16:30; needed by Monday 30 March 2026 12:00";
  expect(unprinted([said], await print(pc, browserName, testInfo))).toEqual([]);
});
