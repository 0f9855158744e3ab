// The element <plan-comparator> on hosts of all kinds: hostile styles, strict policies, dark pages, a site that was
// released anew, and pages that put it in and take it out all the time.
import { readFileSync } from "node:fs";
import { expect, needs, settle } from "./page.mjs";
import { countTimers, expectSame, held } from "./held.mjs";
import { AXE, RUN_AXE } from "./axe.mjs";
import { ELEMENT, given, pageWith, shadeOf, test } from "./embedding.mjs";

/** What hosts do to everything in their pages. */
const HOSTILE = {
  "resets everything": "* { all: unset }",
  "resets everything to what the browser has": "* { all: initial !important }",
  "makes every box flexible": "div, p, section, plan-comparator { display: flex } body { display: flex }",
  "stands it in a column that is centred": "body { display: flex; flex-direction: column; align-items: center }",
  "has small letters": "html { font-size: 62.5% } body { font-size: 1rem }",
  "has lines without height": "body { line-height: 0 }",
  "writes in capitals, apart": "body { text-transform: uppercase; letter-spacing: 0.5em; word-spacing: 2em; text-indent: 4em; text-align: right }",
  "breaks no line": "body { white-space: nowrap; hyphens: none }",
  "writes in columns": "body { columns: 2 }",
  "sets styles for every element": "table, td, th, tr { border: 5px solid red !important; padding: 40px !important } button, input, label { display: block !important; width: 100% !important; height: 90px !important }",
  "hides what a framework has not made": ":not(:defined) { visibility: hidden }",
};

/** What cannot be read of an element: letters too small, lines that overlap, and what sticks out. */
async function unreadable(element) {
  return element.evaluate((element) => {
    const found = [];
    const room = element.getBoundingClientRect();
    if (room.width < 280) found.push(`it is ${room.width} wide`);
    for (const part of element.shadowRoot.querySelectorAll("h2, h3, p, td, th, button, label, summary, time")) {
      const { left, right, width, height } = part.getBoundingClientRect();
      if (width === 0 || part.textContent.trim() === "" || getComputedStyle(part).clipPath !== "none" || part.closest(".pc-hidden, svg")) continue;
      const style = getComputedStyle(part);
      const name = `${part.localName} “${part.textContent.slice(0, 20)}”`;
      if (Number.parseFloat(style.fontSize) < 11) found.push(`${name} has letters of ${style.fontSize}`);
      if (Number.parseFloat(style.lineHeight) < Number.parseFloat(style.fontSize)) found.push(`${name} has lines of ${style.lineHeight}`);
      if (left < room.left - 1 || right > room.right + 1) found.push(`${name} reaches from ${left} to ${right}`);
      if (style.textTransform !== "none" || style.letterSpacing !== "normal" && Number.parseFloat(style.letterSpacing) > 1) found.push(`${name} is spaced or in capitals`);
      if (height === 0) found.push(`${name} has no height`);
    }
    return found;
  });
}

for (const [what, css] of Object.entries(HOSTILE)) {
  for (const width of [320, 1280]) {
    test(`a host that ${what} leaves it as it is, ${width} wide`, async ({ pc, embed }) => {
      await pc.page.setViewportSize({ width, height: 900 });
      const element = await embed(ELEMENT, { css });
      await pc.openQuestion();
      await pc.hasTable();
      await settle(pc);
      expect(await unreadable(element)).toEqual([]);
      await pc.choice("priority", "p1").check();
      await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T16:45:00Z");
    });
  }
}

test("in a page that reads from right to left it reads from left to right", async ({ pc, embed }) => {
  const element = await embed(`<div dir="rtl" lang="ar">${ELEMENT}</div>`);
  expect(await element.locator(".pc-app").evaluate((app) => [getComputedStyle(app).direction, app.closest("[lang]").lang])).toEqual(["ltr", "en"]);
  expect(await unreadable(element)).toEqual([]);
});

for (const width of [320, 390, 480, 600, 700]) {
  test(`in a column of ${width} nothing is cut`, async ({ pc, embed }) => {
    const element = await embed(ELEMENT, { css: `plan-comparator { width: ${width}px } body { margin: 0 }` });
    await pc.openQuestion();
    await pc.openPlans();
    await pc.hasTable();
    expect(await unreadable(element)).toEqual([]);
    expect(await pc.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}

test.describe("its theme", () => {
  const SWITCH = "body { transition: color 200ms, background 200ms } .dark body, body.dark { background: #111; color: #ddd }";

  test("follows the page's switch, there and back, and not the machine", async ({ visit, host }) => {
    const pc = await visit({ media: { colorScheme: "dark" } });
    host.pages["/"] = pageWith(ELEMENT, { css: SWITCH });
    await pc.page.goto(host.base);
    await pc.started();
    const element = pc.page.locator("plan-comparator");
    await expect.poll(() => shadeOf(element)).toBe("light");
    await pc.page.evaluate(() => document.documentElement.classList.add("dark"));
    await expect.poll(() => shadeOf(element)).toBe("dark");
    await pc.page.evaluate(() => document.documentElement.classList.remove("dark"));
    await expect.poll(() => shadeOf(element)).toBe("light");
  });

  test("is the one that it is told", async ({ pc, embed }) => {
    const element = await embed(ELEMENT.replace(">", ' theme="dark">'), { css: SWITCH });
    await expect.poll(() => shadeOf(element)).toBe("dark");
    await element.evaluate((element) => (element.theme = "light"));
    await expect.poll(() => shadeOf(element)).toBe("light");
    await pc.page.evaluate(() => document.documentElement.classList.add("dark"));
    await settle(pc);
    await expect.poll(() => shadeOf(element)).toBe("light");
    await element.evaluate((element) => (element.theme = "auto"));
    await expect.poll(() => shadeOf(element)).toBe("dark");
  });

  for (const [color, dark] of [["oklch(0.95 0.02 200)", true], ["oklab(20% 0 0)", false], ["lab(90% 0 0)", true], ["color(srgb 0.1 0.1 0.1)", false], ["color(display-p3 0.9 0.9 0.9)", true], ["hsl(0 0% 90%)", true], ["#333", false]]) {
    test(`is ${dark ? "dark" : "light"} where the text is ${color}`, async ({ embed }) => {
      const element = await embed(ELEMENT, { css: `body { color: ${color} }` });
      await expect.poll(() => shadeOf(element)).toBe(dark ? "dark" : "light");
    });
  }
});

test.describe("what it leaves behind", () => {
  needs("counts of what the document holds");

  /** Counts timers, and reaches the memory of the program. */
  async function watch(pc) {
    await countTimers(pc);
    await pc.page.addInitScript(() => {
      const { instantiateStreaming } = WebAssembly;
      WebAssembly.instantiateStreaming = async (...given) => {
        const made = await instantiateStreaming(...given);
        globalThis.memory = () => made.instance.exports.memory.buffer.byteLength;
        return made;
      };
    });
  }

  test("after a hundred times in and out everything is as after the first", async ({ pc, embed }) => {
    test.setTimeout(120_000);
    await watch(pc);
    await embed(ELEMENT.replace(">", ' loading="eager">'));
    await pc.hasTable();
    const times = (count) => pc.page.evaluate(async (count) => {
      const model = document.querySelector("plan-comparator");
      globalThis.given = [];
      for (let time = 0; time < count; time += 1) {
        const element = model.cloneNode(true);
        const ready = new Promise((ready) => element.addEventListener("plan-comparator-ready", ready, { once: true }));
        document.body.append(element);
        // Every third one is taken out before it runs.
        if (time % 3 > 0) await ready;
        element.remove();
        await Promise.resolve();
      }
      globalThis.given = [];
      await new Promise((settled) => setTimeout(settled, 200));
    }, count);
    await times(30);
    const before = await held(pc);
    await times(100);
    expectSame(before, await held(pc));
    expect(await pc.page.locator("plan-comparator").count()).toBe(1);
  });

  test("after a thousand choices by attributes everything is as before", async ({ pc, embed }) => {
    test.setTimeout(120_000);
    await watch(pc);
    const element = await embed();
    await given(pc, "ready");
    await pc.hasTable();
    const times = (count) => element.evaluate(async (element, count) => {
      const values = { priority: ["p1", "p2", "p3", "p4"], region: ["japan", "emea"], plans: ["online", "elite,online", ""], opened: ["2026-03-27T16:30", "2026-05-04T10:00"], holidays: ["2026-12-25", ""] };
      for (let time = 0; time < count; time += 1) {
        const [name, list] = Object.entries(values)[time % 5];
        element.setAttribute(name, list[Math.floor(time / 5) % list.length]);
        await Promise.resolve();
      }
      await new Promise((settled) => setTimeout(settled, 200));
    }, count);
    // After 60 choices everything is as it was.
    await times(300);
    const before = await held(pc);
    await times(1_020);
    expectSame(before, await held(pc));
  });
});

test.describe("where it cannot run", () => {
  test.use({ troubled: true });

  for (const [what, file] of [["the program", /plan-comparator-.*\.wasm$/], ["the plans", /plans-en-.*\.json$/], ["the styles", /element-.*\.css$/], ["what makes instances", /instance-.*\.js$/]]) {
    test(`for want of ${what}, what stands inside is shown, and the page is told`, async ({ pc, host, embed }) => {
      host.answer = (path, response) => file.test(path) && Boolean(response.writeHead(404).end());
      await embed(ELEMENT, { waits: false });
      const [{ detail }] = await given(pc, "error");
      expect(detail.message).not.toBe("");
      await expect(pc.page.getByText("What there is without it.")).toBeVisible();
      // Once it is there, the element runs.
      host.answer = () => false;
      await pc.page.locator("plan-comparator").evaluate((element) => element.replaceWith(element.cloneNode(true)));
      await pc.started();
    });
  }
});

test("in a browser in which scripts cannot make styles, what stands inside stays", async ({ pc, host }) => {
  await pc.page.addInitScript(() => delete Document.prototype.adoptedStyleSheets);
  host.pages["/"] = pageWith(ELEMENT);
  await pc.page.goto(host.base);
  await pc.page.waitForLoadState("networkidle");
  await expect(pc.page.getByText("What there is without it.")).toBeVisible();
  expect(host.asked).toContain("/plans/plan-comparator.js");
});

test.describe("after a release", () => {
  test.use({ troubled: true });

  test("a page that was open before takes the new files", async ({ pc, host }) => {
    const script = readFileSync(new URL("../../dist/plan-comparator.js", import.meta.url), "utf8");
    // Every name of the old release is another one, and none of its files is there any more.
    const old = script.replace(/^[^\n]*/, (names) => names.replace(/-[0-9a-f]{16}\./g, "-0123456789abcdef."));
    let isOld = true;
    host.answer = (path, response) => isOld && path.endsWith("plan-comparator.js") && !(isOld = false) && Boolean(response.setHeader("content-type", "text/javascript").end(old));
    host.pages["/"] = pageWith(ELEMENT);
    await pc.page.goto(host.base);
    await pc.started();
    await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T17:00:00Z");
    expect(host.asked).toContainEqual(expect.stringMatching(/plan-comparator\.js\?\d+$/));
  });
});

/** The strictest policy of a page with an element from an origin. */
const strict = (origin) => [
  "default-src 'none'", `script-src ${origin} 'wasm-unsafe-eval'`, `connect-src ${origin}`, "img-src data:",
  // The page's own style element, which is empty.
  "style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "require-trusted-types-for 'script'", "trusted-types 'none'", "base-uri 'none'",
].join("; ");

for (const [what, isElsewhere, content, plan] of [
  ["from its own server, and a catalog of its own,", false, '<plan-comparator catalog="/plans.json" opened="2026-03-27T16:30"></plan-comparator>', "gold"],
  ["from another server", true, ELEMENT, "elite"],
]) {
  test(`under the strictest policy an element ${what} works`, async ({ pc, host }) => {
    const origin = isElsewhere ? host.elsewhere : host.base;
    host.headers = { "content-security-policy": strict(origin) };
    host.pages["/"] = pageWith(content, { script: `${origin}/plans/plan-comparator.js` });
    host.pages["/plans.json"] = readFileSync(new URL("../../examples/catalogs/starter.json", import.meta.url));
    await pc.page.goto(host.base);
    await pc.started();
    await pc.openEverything();
    await expect(pc.answer(plan)).toBeVisible();
  });
}

test("in an embedding page axe finds nothing, and headings are of the level that was asked", async ({ pc, embed }) => {
  const element = await embed(`<main><h2>Support</h2>${ELEMENT.replace(">", ' heading-level="3">')}</main>`);
  await pc.openEverything();
  await pc.hasTable();
  await pc.page.evaluate(AXE);
  const { violations, passes } = await pc.page.evaluate(RUN_AXE);
  const own = violations.filter((violation) => violation.includes("plan-comparator"));
  expect(own).toEqual([]);
  expect(passes).toContain("color-contrast");
  expect(await element.locator("h1, h2").count()).toBe(0);
  expect(await element.locator("h3").count()).toBeGreaterThan(3);
});

test.describe("the page around", () => {
  needs("shifts of the layout");

  // The page's own styles keep the room until the script comes; for the answer alone it says how high that is.
  const KEPT = "plan-comparator:not(:defined) { display: block; min-height: 100vh } [view=answer] { --pc-reserve: 1100px; min-height: 1100px !important }";

  for (const view of ["all", "answer", "includes"]) {
    for (const width of [390, 1280]) {
      test(`does not shift when “${view}” comes, ${width} wide`, async ({ visit, host }) => {
        const pc = await visit({ viewport: { width, height: 800 } });
        await pc.page.addInitScript(() => {
          globalThis.shifts = [];
          new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) => ({ value, of: sources.map(({ node }) => node?.id || node?.localName || node?.className) }))))
            .observe({ type: "layout-shift", buffered: true });
        });
        host.pages["/"] = pageWith(ELEMENT.replace(">", ` view="${view}">`), { css: `body { max-width: 720px; margin: auto } ${KEPT}` });
        await pc.page.goto(host.base);
        await pc.started();
        if (view !== "answer") await pc.hasTable();
        await pc.page.waitForLoadState("networkidle");
        await settle(pc);
        expect(await pc.page.evaluate(() => shifts)).toEqual([]);
      });
    }
  }
});

test("it is printed with the page", async ({ pc, embed }) => {
  const element = await embed();
  await pc.hasTable();
  await pc.toPaper();
  await expect(element.locator(".pc-question__summary")).toBeVisible();
  await expect(element.locator(".pc-plans")).toBeHidden();
  await expect(pc.page.locator("#after")).toBeVisible();
});
