// Where things stand: the answer in the first view, at its place before and after the program starts, with
// any number of plans, and controls only where there is something to choose.
import { readFileSync } from "node:fs";
import { FRIDAY, PLANS, expect, misfits, restyle, settle, test } from "./page.mjs";

const BLOCKS = JSON.parse(readFileSync(process.env.PC_BLOCKS, "utf8"));

/** The first views, each with the number of due moments that it has room for. */
const VIEWS = [[1440, 900, 4], [1280, 720, 4], [768, 1024, 4], [390, 844, 4], [320, 568, 2]];

/** Whether an element is in the view as a whole. */
const isWhole = (locator) =>
  locator.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && bottom > top;
  });

for (const [width, height, room] of VIEWS) {
  for (const language of ["en", "nl"]) {
    for (const query of ["", FRIDAY]) {
      test(`at ${width} by ${height}, the first view of ${language}/?${query} has the question and ${room} answers`, async ({ visit }) => {
        const pc = await visit({ viewport: { width, height } });
        await pc.page.goto(`${language}/?${query}`);
        await pc.started();
        const question = pc.page.locator(width < 768 ? ".pc-question__summary" : "[name=by]");
        expect(await isWhole(question), "the question").toBe(true);
        for (const plan of PLANS.slice(0, room)) {
          expect(await isWhole(pc.due(plan)), `${plan} is due`).toBe(true);
        }
        const lanes = await pc.page.locator(".pc-ribbon").all();
        if (width >= 768) for (const lane of lanes) expect(await isWhole(lane), "the ribbon").toBe(true);
        const controls = pc.page.locator("input:is([name=priority], [name=region], [name=zone], [name=opened], [name=by], [name=holidays], [name=plans])");
        await expect(controls).toHaveCount(4 + 4 + 4 + 4);
        for (const control of await controls.all()) expect(await control.isVisible()).toBe(width >= 768);
      });
    }
  }
}

for (const width of [320, 390, 768, 1280]) {
  for (const language of ["en", "nl"]) {
    test(`at ${width} pixels, in ${language}, the way to an account covers no words, however long a moment is`, async ({ visit }) => {
      const pc = await visit({ viewport: { width, height: 800 } });
      for (const query of ["opened=2026-11-28T01:13:55", "region=americas&zone=America/Los_Angeles&opened=2026-09-26T23:13:55&by=2026-12-24T11:00"]) {
        await pc.open(`${language}/?${query}`);
        const covered = await pc.page.locator(".pc-answer:has(.pc-link)").evaluateAll((rows) => rows.flatMap((row) => {
          const link = row.querySelector(".pc-link").getBoundingClientRect();
          const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const { currentNode: text } = walker;
            if (text.parentElement.closest(".pc-link, svg")) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const meets = ({ left, right, top, bottom }) => left < link.right && link.left < right && top < link.bottom - 2 && link.top + 2 < bottom;
            if ([...range.getClientRects()].some(meets)) found.push(text.data);
          }
          return found;
        }));
        expect(covered, query).toEqual([]);
      }
    });
  }
}

/** Mounts an instance with a made-up catalog, alone in a box of the document, and returns the box. */
async function mount(pc, name, { query = "", css = "" } = {}) {
  await pc.page.goto("en/");
  await pc.started();
  await pc.page.evaluate(async ({ block, query }) => {
    const program = await import(document.querySelector("link[rel=modulepreload]").href);
    const root = document.createElement("div");
    root.id = "box";
    document.body.replaceChildren(root);
    program.mount(root, block, { query });
  }, { block: JSON.stringify(BLOCKS[name]), query });
  if (css) await restyle(pc, css);
  await expect(pc.page.locator("[data-deadline]:is(:has(time), [data-error])").first()).toBeAttached();
  await settle(pc);
  return pc.page.locator("#box");
}

for (const name of ["6 plans", "8 plans", "12 plans"]) {
  for (const [width, height] of [[1440, 900], [1280, 720]]) {
    test(`at ${width} by ${height}, the first view of ${name} has four answers and says how many follow`, async ({ visit }) => {
      const pc = await visit({ viewport: { width, height } });
      const box = await mount(pc, name, { query: "priority=p1&opened=2026-03-27T16:30" });
      for (const place of [0, 1, 2, 3]) expect(await isWhole(box.locator("[data-deadline]").nth(place)), `answer ${place}`).toBe(true);
      const more = Number.parseInt(name, 10) - 4;
      const follow = box.getByText(new RegExp(`^${more} more plans follow`));
      expect(await isWhole(follow)).toBe(true);
    });
  }
}

for (const name of Object.keys(BLOCKS).filter((name) => name !== "large")) {
  for (const width of [320, 768, 1440]) {
    test(`at ${width} pixels, a catalog of ${name} has everything in its place`, async ({ visit }) => {
      const pc = await visit({ viewport: { width, height: 900 } });
      await mount(pc, name, { query: "opened=2026-03-27T16:30" });
      await pc.openQuestion();
      await pc.openPlans();
      expect(await misfits(pc)).toEqual([]);
    });
  }
}

test("a box of 400 pixels in a document with small letters has the layout of a telephone", async ({ visit }) => {
  const pc = await visit({ viewport: { width: 1440, height: 900 } });
  const box = await mount(pc, "6 plans", {
    query: "opened=2026-03-27T16:30",
    css: "html { font-size: 62.5% } body { font-size: 1.6rem } #box { inline-size: 400px }",
  });
  await expect(box.locator("[data-question]")).toBeVisible();
  await expect(box.locator("input[name=priority]").first()).toBeHidden();
  const clock = box.locator("time .pc-due__clock").first();
  expect(await clock.evaluate((clock) => Number.parseFloat(getComputedStyle(clock).fontSize))).toBeGreaterThan(30);
  expect(await box.evaluate((box) => box.scrollWidth)).toBeLessThanOrEqual(400);
});

test("nothing is asked where there is nothing to choose", async ({ visit }) => {
  const pc = await visit({});
  const box = await mount(pc, "1 of all", { query: "opened=2026-03-27T16:30" });
  await expect(box.locator("input:is([name=priority], [name=region], [name=plans], [name=zone], [name=holidays], [name=differences], [name=mine])")).toHaveCount(0);
  await expect(box.locator("input[name=opened]")).toBeVisible();
});

/** The place of everything that has words or takes them, by its way through the document. */
function places(pc) {
  return pc.page.evaluate(() => {
    const found = {};
    for (const element of document.querySelectorAll("h1, h2, h3, legend, input, label, button, summary, p:not(td p), dt, dd, th, td, li, [data-deadline]")) {
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width <= 1 || height === 0) continue;
      const steps = [];
      for (let at = element; at !== document.body; at = at.parentElement) {
        if (at.id !== "pc-app") steps.unshift(`${at.tagName}${[...at.parentElement.children].filter((other) => other.tagName === at.tagName).indexOf(at)}`);
      }
      found[steps.join(" ")] = [left, top + scrollY];
    }
    return found;
  });
}

const LINKS = ["", FRIDAY, "priority=p4", "region=japan&priority=p2", "zone=America/Argentina/ComodRivadavia&opened=2026-09-30T17:29"];
for (const width of [320, 390, 768, 1440]) {
  // A date and a place as long as those of the last link take another line on a narrower page.
  for (const link of width < 1440 ? LINKS.slice(0, -1) : LINKS) {
    test(`at ${width} pixels, nothing has moved when the program has started with “${link}”`, async ({ visit }) => {
      const pc = await visit({ viewport: { width, height: 900 }, timezoneId: "Europe/Amsterdam" });
      let release;
      const held = new Promise((go) => (release = go));
      await pc.page.route(/\.wasm$/, async (route) => (await held, route.continue()));
      await pc.page.goto(`en/?${link}`, { waitUntil: "domcontentloaded" });
      const before = await places(pc);
      expect(Object.keys(before).length).toBeGreaterThan(100);
      release();
      await pc.started();
      await settle(pc);
      const after = await places(pc);
      // Japan's rule takes room in the cells that it changes, and on a telephone beside the plan's name.
      const settled = width < 1440 ? /FORM|H10$/ : /FORM|DIV0 SECTION0|H10$/;
      if (link.includes("japan")) for (const way of Object.keys(before)) if (!settled.test(way)) delete before[way];
      const moved = Object.keys(before).filter((way) => way in after && before[way].some((at, axis) => Math.abs(at - after[way][axis]) >= 1));
      expect(moved.map((way) => `${way}: ${before[way]} → ${after[way]}`)).toEqual([]);
    });
  }
}
