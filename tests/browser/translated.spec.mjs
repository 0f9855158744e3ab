// A browser's translator puts other nodes where the page's texts were. What is read on the page stays
// what was chosen.
import { FRIDAY, expect, saveData, settle, test } from "./page.mjs";

/** How translators put elements where texts were: they take the texts along, or throw them away. */
const TRANSLATORS = {
  "takes texts into elements": (text, font) => (text.replaceWith(font), font.append(text)),
  "puts elements in the place of texts": (text, font) => ((font.textContent = text.data), text.replaceWith(font)),
};

/** Translates every text of the page into itself, in elements of the translator's. */
async function translate(pc, how) {
  await pc.page.evaluate((how) => {
    const replace = new Function(`return ${how}`)();
    const walker = document.createTreeWalker(document.getElementById("pc-app"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      const outer = document.createElement("font");
      const inner = outer.appendChild(document.createElement("font"));
      replace(text, outer);
      if (text.parentNode === outer) inner.append(text), outer.replaceChildren(inner);
    }
  }, String(how));
}

/** What is read on the page, each part by itself. */
function read(pc) {
  return pc.page.evaluate(() => {
    const parts = document.querySelectorAll("#pc-app :is(td, th, p, li, summary, legend, label, caption, [role=status], .pc-mark, time)");
    return [...parts].filter((part) => !part.closest("datalist")).map((part) => part.textContent.replace(/\s+/g, " ").trim());
  });
}

const CHOICES = [
  (pc) => pc.choice("priority", "p3").click(),
  (pc) => pc.choice("region", "japan").click(),
  (pc) => pc.choice("plans", "online").click(),
  (pc) => pc.choice("mine", "business").click(),
  (pc) => pc.choice("differences", "only").click(),
  (pc) => pc.choice("priority", "p1").click(),
  (pc) => pc.choice("plans", "online").click(),
  (pc) => pc.choice("mine", "").click(),
  (pc) => pc.choice("region", "emea").click(),
  (pc) => pc.choice("priority", "p2").click(),
];

for (const [translator, how] of Object.entries(TRANSLATORS)) {
  test(`under a translator that ${translator}, what is read is what was chosen`, async ({ visit }) => {
    const [pc, untouched] = [await visit(), await visit()];
    for (const one of [pc, untouched]) {
      await one.open(`en/?${FRIDAY}`);
      await one.accountButton("elite").click();
      await expect(one.account("elite").locator("ol li").first()).toBeVisible();
    }
    await translate(pc, how);
    for (const [number, choose] of CHOICES.entries()) {
      for (const one of [pc, untouched]) {
        await choose(one);
        await settle(one);
      }
      expect(await read(pc), `after choice ${number + 1}`).toEqual(await read(untouched));
      // Translators come back for what has changed.
      if (number % 3 === 2) await translate(pc, how);
    }
    expect(await pc.answers()).toEqual(await untouched.answers());
  });

  test(`under a translator that ${translator}, the minutes go on`, async ({ visit }) => {
    const pc = await visit();
    // The clock that is ours would let the wait for the rest of the program run out.
    await saveData(pc);
    await pc.page.clock.install({ time: "2026-06-10T10:00:00Z" });
    await pc.open("en/?region=emea&zone=Europe/Amsterdam");
    await translate(pc, how);
    for (const time of ["12:01", "12:02", "12:03"]) {
      await pc.page.clock.runFor(60_000);
      await expect(pc.now).toContainText(time);
    }
  });
}
