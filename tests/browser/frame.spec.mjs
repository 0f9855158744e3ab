// The frame `?embed` on a page of somebody else's: its height, what it tells, whom it hears, and what it leaves alone.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { FRIDAY, FRIDAYS_ANSWERS, expect, needs } from "./page.mjs";
import { given, pageWith, shadeOf, test as base } from "./embedding.mjs";

/** The least that docs/embed.md says of a sandbox. */
const SANDBOX = `sandbox="allow-scripts allow-same-origin"`;

/**
 * The fixture `around` opens a page of one origin with frames of another. `frame` writes an `<iframe>` with a query
 * besides the case of a Friday, and attributes.
 */
const test = base.extend({
  frame: async ({ host }, use) => {
    await use(({ query = `embed=${host.base}`, path = "en/", attributes = "", id = "frame" } = {}) =>
      `<iframe id="${id}" title="Support plans" src="${host.elsewhere}/plans/${path}?${FRIDAY}&amp;${query}" ${attributes}></iframe>`);
  },

  around: async ({ host, pc: usual, frame }, use) => {
    await use(async (content = frame(), { pc = usual, script = `${host.elsewhere}/plans/frames.js`, css = "iframe { width: 100%; border: 0 }", waits = true } = {}) => {
      host.pages["/"] = pageWith(content, { script, css });
      await pc.page.addInitScript(() => {
        if (window !== top) return;
        globalThis.given = [];
        globalThis.told = [];
        for (const name of ["ready", "change", "error"]) addEventListener(`plan-comparator-${name}`, (event) => given.push({ name, detail: event.detail, of: event.target.id }));
        addEventListener("message", ({ data }) => told.push(data));
      });
      await pc.page.goto(host.base);
      if (waits) {
        await expect(answer(pc)).toHaveAttribute("datetime", FRIDAYS_ANSWERS.elite);
        // The static page stands in the element until every part of the program is there, and has the same controls.
        await expect(inside(pc).locator(".pc-page")).toHaveCount(0);
      }
      return pc.page.locator("iframe").first();
    });
  },
});

/** What stands in a frame. */
const inside = (pc, id = "frame") => pc.page.frameLocator(`#${id}`);
/** The best plan's answer in a frame. */
const answer = (pc, id) => inside(pc, id).locator('[data-deadline="elite"] time');
const priority = (pc, value, id) => inside(pc, id).locator(`input[name=priority][value=${value}]`);

/** What a frame looks like: its scheme, its panels, and whether the ground of the page around is seen through. */
const lookOf = async (pc, id) => {
  const shade = await shadeOf(inside(pc, id));
  const [scheme, ...grounds] = await inside(pc, id).locator("body").evaluate((body) => {
    const { colorScheme, backgroundColor } = getComputedStyle(document.documentElement);
    return [colorScheme, backgroundColor, getComputedStyle(body).backgroundColor];
  });
  return [scheme, shade, grounds.every((ground) => ground === "rgba(0, 0, 0, 0)") ? "clear" : "own"];
};

/** The height that a frame has for what it shows. */
const heightOf = (frame) => frame.evaluate((frame) => {
  const { boxSizing, height, paddingTop, paddingBottom } = getComputedStyle(frame);
  const around = frame.offsetHeight - frame.clientHeight + Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  return Number.parseFloat(height) - (boxSizing === "border-box" ? around : 0);
});

/** The height of what a frame shows, and how far it can be scrolled. */
async function shown(frame) {
  const content = await (await frame.elementHandle()).contentFrame();
  return content.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return { height: Math.ceil(document.body.getBoundingClientRect().height), down: scrollHeight - innerHeight, right: scrollWidth - innerWidth };
  });
}

/** Expects a frame to be as high as what it shows, and not to scroll. */
async function expectFit(frame) {
  await expect(async () => {
    const { height, down, right } = await shown(frame);
    expect(height).toBeGreaterThan(200);
    expect([down, right]).toEqual([0, 0]);
    // A page that is zoomed rounds heights to a part of a pixel of its own.
    expect(Math.abs((await heightOf(frame)) - height)).toBeLessThan(0.05);
  }).toPass({ timeout: 5_000 });
}

/** Waits until the table of a frame is there, which comes last. */
const whole = (pc, id) => expect(inside(pc, id).locator("tr[data-entitlement]")).toHaveCount(17);

/** What stands around, besides the frame: its address, its history, the focus and the scroll. */
const aroundIt = (pc) => pc.page.evaluate(() => [location.href, history.length, document.activeElement.id, scrollY]);

/** Has a frame of a page tell something to the page around it, or to another target. */
const say = async (frame, message, target = "*") => {
  const content = await (await frame.elementHandle()).contentFrame();
  await content.evaluate(([message, target]) => parent.postMessage(message, target), [message, target]);
};

/** Has the page around tell a frame something. */
const ask = (frame, message) => frame.evaluate(({ contentWindow }, message) => contentWindow.postMessage(message, "*"), message);

/** Waits until messages that were sent have come. */
const settled = (pc) => pc.page.waitForTimeout(200);

for (const width of [320, 700, 1280]) {
  test(`in a column of ${width} the frame is as high as what it shows, also when that changes`, async ({ visit, around }) => {
    const pc = await visit({ viewport: { width: 1300, height: 900 } });
    const frame = await around(undefined, { pc, css: `iframe { width: ${width}px; border: 0 } body { margin: 0 }` });
    await whole(pc);
    await expectFit(frame);
    const before = await heightOf(frame);
    await inside(pc).locator("details summary").first().click();
    await expect.poll(() => heightOf(frame)).toBeGreaterThan(before + 50);
    await expectFit(frame);
    await inside(pc).locator("details[open] summary").first().click();
    await expect.poll(() => heightOf(frame)).toBe(before);
    await expectFit(frame);
  });
}

test("its height is that of what it shows, however high the frame is", async ({ pc, frame, around }) => {
  const high = await around(frame({ attributes: 'height="9000"' }));
  await whole(pc);
  await expectFit(high);
  expect(await pc.page.evaluate(() => told.filter(({ height }) => height >= 9_000))).toEqual([]);
  const before = await pc.page.evaluate(() => told.length);
  for (const height of ["9000px", "100px"]) {
    await high.evaluate(({ style }, height) => (style.height = height), height);
    await settled(pc);
  }
  expect(await pc.page.evaluate(() => told.length)).toBe(before);
});

for (const [what, css] of [
  ["parts of pixels", "iframe { width: 33.37vw; min-width: 20.3em; border: 0; position: relative; top: 0.37px } body { zoom: 1.1 }"],
  ["a border and padding", "iframe { width: 100%; border: 3px solid; padding: 5px }"],
  ["a border and padding inside its size", "iframe { width: 100%; border: 3px solid; padding: 5px; box-sizing: border-box }"],
]) {
  test(`a frame with ${what} fits`, async ({ pc, around }) => {
    const frame = await around(undefined, { css });
    await whole(pc);
    await expectFit(frame);
  });
}

for (const deviceScaleFactor of [0.9, 1.1, 1.25, 1.5, 1.75]) {
  test(`a page that is zoomed by ${deviceScaleFactor} has frames that fit`, async ({ visit, around }) => {
    const pc = await visit({ deviceScaleFactor });
    const frame = await around(undefined, { pc });
    await whole(pc);
    await expectFit(frame);
  });
}

test("a frame in a hidden panel fits once the panel is shown", async ({ pc, frame, around }) => {
  const hidden = await around(`<div id="panel" hidden>${frame()}</div>`, { waits: false });
  await given(pc, "ready");
  expect(await pc.page.evaluate(() => told.filter(({ type }) => type === "plan-comparator-height"))).toEqual([]);
  await pc.page.locator("#panel").evaluate((panel) => (panel.hidden = false));
  await whole(pc);
  await expectFit(hidden);
});

test("a frame far below has a height before it is seen", async ({ pc, frame, around }) => {
  const far = await around(`<div style="height: 9000px"></div>${frame()}`);
  await expect.poll(() => heightOf(far)).toBeGreaterThan(700);
  await far.scrollIntoViewIfNeeded();
  await whole(pc);
  await expectFit(far);
});

test("two frames have their own heights, choices and events", async ({ pc, host, frame, around }) => {
  await around(frame() + frame({ id: "other", query: `embed=${host.base}&amp;view=answer` }));
  const [first, second] = [pc.page.locator("#frame"), pc.page.locator("#other")];
  await whole(pc);
  await given(pc, "ready", 2);
  await priority(pc, "p3", "other").check();
  const [{ of, detail }] = await given(pc, "change");
  expect([of, detail.scenario.priority]).toEqual(["other", "p3"]);
  await expect(priority(pc, "p2")).toBeChecked();
  await expectFit(first);
  await expectFit(second);
  expect(await heightOf(second)).toBeLessThan(await heightOf(first) - 500);
});

test("frames that are put in later, moved or shown elsewhere fit; what was taken out does no harm", async ({ pc, host, frame, around }) => {
  await around("<div id=there></div>", { waits: false });
  await pc.page.evaluate((frame) => document.querySelector("#there").insertAdjacentHTML("beforeend", frame), frame());
  await whole(pc);
  await expectFit(pc.page.locator("iframe"));
  // To browsers it is another frame then.
  await pc.page.evaluate(() => document.body.append(document.querySelector("iframe")));
  await given(pc, "ready", 2);
  await whole(pc);
  await expectFit(pc.page.locator("iframe"));
  await pc.page.evaluate((src) => (document.querySelector("iframe").src = src), `${host.elsewhere}/plans/en/?embed=${host.base}&view=answer`);
  await given(pc, "ready", 3);
  await expectFit(pc.page.locator("iframe"));
  await pc.page.evaluate(() => document.querySelector("iframe").remove());
});

test("a script that comes after the frame asks for the height", async ({ pc, host, around }) => {
  const frame = await around(undefined, { script: "data:text/javascript," });
  await whole(pc);
  await expect.poll(() => pc.page.evaluate(() => told.length)).toBeGreaterThan(1);
  expect(await heightOf(frame)).toBe(150);
  await pc.page.evaluate((script) => import(script), `${host.elsewhere}/plans/frames.js`);
  await expectFit(frame);
});

test("without the script the frame keeps its height, and scrolls", async ({ pc, frame, around }) => {
  const still = await around(frame({ attributes: 'height="500"' }), { script: "data:text/javascript," });
  await whole(pc);
  expect(await heightOf(still)).toBe(500);
  expect((await shown(still)).down).toBeGreaterThan(1_000);
});

test("it answers the case of its query, and shows nothing of the page but the element", async ({ pc, host, frame, around }) => {
  await around(frame({ query: `embed=${host.base}&amp;fixed=priority&amp;heading-level=4&amp;view=answer` }));
  const [{ detail }] = await given(pc, "ready");
  expect(detail.query).toBe(FRIDAY);
  expect(detail.answers.map(({ plan, due }) => [plan, due])).toEqual(Object.entries(FRIDAYS_ANSWERS));
  await expect(inside(pc).locator("h1, header, nav, main, .pc-page")).toHaveCount(0);
  await expect(inside(pc).locator("h4", { hasText: "First reply due" })).toBeVisible();
  await expect(priority(pc, "p2")).toBeHidden();
  await expect(inside(pc).locator(".pc-matrix")).toBeHidden();
  await expect(inside(pc).locator("html[data-running]")).toHaveCount(1);
});

test("a link can name neither other plans nor another page", async ({ pc, host, frame, around }) => {
  host.pages["/plans.json"] = "{}";
  await around(frame({ query: `embed=${host.base}&amp;catalog=${host.base}/plans.json&amp;page=${host.base}/&amp;loading=lazy&amp;lang=nl` }));
  const attributes = await inside(pc).locator("plan-comparator").evaluate((element) => element.getAttributeNames());
  expect(attributes.sort()).toEqual(["loading", "opened", "page", "priority", "region", "style", "zone"]);
  expect(host.asked).not.toContain("/plans.json");
});

test("its links lead to the full page", async ({ pc, host, around }) => {
  await pc.page.addInitScript(() => {
    globalThis.copied = [];
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void copied.push(text) } });
  });
  const frame = await around();
  await inside(pc).getByRole("button", { name: "Copy link" }).click();
  const content = await (await frame.elementHandle()).contentFrame();
  expect(await content.evaluate(() => copied)).toEqual([`${host.elsewhere}/plans/en/?${FRIDAY}`]);
});

test("the page around keeps its address, history, focus and scroll", async ({ pc, frame, around }) => {
  await around(`<input id="field" autofocus>${frame()}`);
  await whole(pc);
  await given(pc, "ready");
  const [, before] = await aroundIt(pc);
  expect((await aroundIt(pc)).slice(2)).toEqual(["field", 0]);
  await priority(pc, "p3").check();
  await priority(pc, "p1").check();
  await given(pc, "change", 2);
  expect((await aroundIt(pc))[1]).toBe(before);
  expect(new URL(pc.page.url()).search).toBe("");
});

test("in a sandbox it works", async ({ pc, frame, around }) => {
  const sandboxed = await around(frame({ attributes: SANDBOX }));
  await whole(pc);
  await priority(pc, "p3").check();
  await given(pc, "change");
  await expectFit(sandboxed);
});

test.describe("what the page around asks", () => {
  test("is a scenario, with defaults for what it lacks", async ({ pc, around }) => {
    const frame = await around();
    await given(pc, "ready");
    await ask(frame, { type: "plan-comparator-scenario", scenario: { plans: ["online", "elite"], priority: "p3", region: "emea", zone: "Europe/London", opened: "2026-03-27T16:30" } });
    await expect(answer(pc)).toHaveAttribute("datetime", "2026-03-27T17:30:00Z");
    await expect(inside(pc).locator("[data-deadline]")).toHaveCount(2);
    await ask(frame, { type: "plan-comparator-scenario", scenario: {} });
    await expect(priority(pc, "p1")).toBeChecked();
    // The page around did it.
    await given(pc, "change", 0);
  });

  test("is a theme, also of the ground, which is seen through", async ({ pc, host, frame, around }) => {
    const themed = await around(frame({ query: `embed=${host.base}&amp;theme=dark` }));
    await expect.poll(() => lookOf(pc)).toEqual(["dark", "dark", "clear"]);
    for (const [theme, look] of [["light", "light"], ["dark", "dark"], ["auto", "light"]]) {
      await ask(themed, { type: "plan-comparator-theme", theme });
      await expect.poll(() => lookOf(pc)).toEqual([look, look, "clear"]);
    }
  });

  test("is nothing else, whatever it sends", async ({ pc, around }) => {
    const frame = await around();
    await given(pc, "ready");
    const messages = [
      null, "plan-comparator-scenario", 7, [], {}, { type: "toString" }, { type: "constructor" }, { type: ["plan-comparator-theme"] },
      { type: "plan-comparator-scenario" }, { type: "plan-comparator-scenario", scenario: null }, { type: "plan-comparator-scenario", scenario: "priority=p1" },
      { type: "plan-comparator-theme", theme: "pink" }, { type: "plan-comparator-theme", theme: ["dark"] }, { type: "plan-comparator-ready", detail: {} },
    ];
    for (const message of messages) await ask(frame, message);
    await settled(pc);
    await expect(priority(pc, "p2")).toBeChecked();
    expect(await inside(pc).locator("plan-comparator").getAttribute("theme")).toBe(null);
  });
});

test.describe("a frame without a theme of its own", () => {
  const DARK = "html.dark { background: black; color: white } html.schemed { color-scheme: dark }";
  const css = `iframe { width: 100%; border: 0 } ${DARK}`;
  const turn = (pc, name) => pc.page.evaluate((name) => (document.documentElement.className = name), name);

  for (const colorScheme of ["light", "dark"]) {
    test(`follows the switch of the page around, on a machine that is ${colorScheme}`, async ({ visit, around }) => {
      const pc = await visit({ colorScheme });
      await around(undefined, { pc, css });
      await expect.poll(() => lookOf(pc)).toEqual(["light", "light", "clear"]);
      await turn(pc, "dark schemed");
      await expect.poll(() => lookOf(pc)).toEqual(["dark", "dark", "clear"]);
      await turn(pc, "dark");
      await expect.poll(() => lookOf(pc)).toEqual(["light", "dark", "clear"]);
      await turn(pc, "");
      await expect.poll(() => lookOf(pc)).toEqual(["light", "light", "clear"]);
    });
  }

  test("follows a switch whose colours change slowly", async ({ pc, around }) => {
    await around(undefined, { css: `${css} body { transition: color 300ms } .dark body { color: white }` });
    await expect.poll(() => lookOf(pc)).toEqual(["light", "light", "clear"]);
    await turn(pc, "dark");
    await expect.poll(() => lookOf(pc)).toEqual(["light", "dark", "clear"]);
  });

  test("is as the machine on a page that is, and keeps a theme that it was given", async ({ visit, host, frame, around }) => {
    const pc = await visit({ colorScheme: "dark" });
    const given = frame({ id: "given", query: `embed=${host.base}&amp;theme=light` });
    await around(frame() + given, { pc, css: "iframe { width: 100% } :root { color-scheme: light dark }" });
    await expect.poll(() => lookOf(pc)).toEqual(["light dark", "dark", "clear"]);
    await expect.poll(() => lookOf(pc, "given")).toEqual(["light", "light", "clear"]);
  });

  test.describe("on a page that follows the machine", () => {
    needs("machines that turn dark");

    test("follows it, too", async ({ pc, around }) => {
      await around(undefined, { css: "iframe { width: 100% } :root { color-scheme: light dark }" });
      await expect.poll(() => lookOf(pc)).toEqual(["light dark", "light", "clear"]);
      await pc.page.emulateMedia({ colorScheme: "dark" });
      await expect.poll(() => lookOf(pc)).toEqual(["light dark", "dark", "clear"]);
    });
  });

  test("has a ground of its own as long as it does not know what is around", async ({ visit, around }) => {
    for (const colorScheme of ["light", "dark"]) {
      const pc = await visit({ colorScheme });
      await around(undefined, { pc, css, script: "data:text/javascript," });
      await expect.poll(() => lookOf(pc)).toEqual(["light dark", colorScheme, "own"]);
    }
  });
});

test.describe("a theme that there is not", () => {
  test.use({ troubled: true });

  test("counts as none, so that the frame has a ground of its own", async ({ pc, host, frame, around }) => {
    await around(frame({ query: `embed=${host.base}&amp;theme=pink` }), { script: "data:text/javascript," });
    await expect.poll(() => lookOf(pc)).toEqual(["light dark", "light", "own"]);
  });
});

test("until it runs, the frame shows nothing that the query leaves out", async ({ pc, host, frame, around }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const send = (path, response) => held.then(() => {
    const program = readFileSync(new URL(`../../dist/${basename(path)}`, import.meta.url));
    response.setHeader("content-type", "application/wasm").end(program);
  });
  host.answer = (path, response) => /plan-comparator-.*\.wasm$/.test(path) && Boolean(send(path, response));
  await around(frame(), { waits: false });
  await expect(inside(pc).locator("plan-comparator")).toBeAttached();
  await expect(inside(pc).locator("h1")).toBeHidden();
  await expect(inside(pc).locator("[name=priority]").first()).toBeHidden();
  release();
  await expect(answer(pc)).toBeVisible();
});

test("two scripts dispatch each event once", async ({ pc, host, frame, around }) => {
  await around(frame({ id: "first" }) + `<script type="module" src="${host.base}/plans/frames.js"></script>` + frame(), { waits: true });
  await given(pc, "ready", 2);
  await priority(pc, "p3").check();
  await given(pc, "change");
  await settled(pc);
  await given(pc, "change", 1);
});

test.describe("to others", () => {
  /** A page that keeps what it hears. */
  const LISTENER = `<!doctype html><html lang="en"><title>Other</title><script>
    globalThis.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>`;

  test("it neither speaks nor listens: a frame beside it", async ({ pc, host, frame, around }) => {
    host.pages["/beside.html"] = LISTENER;
    await around(`${frame()}<iframe id="beside" title="Beside" src="/beside.html"></iframe>`);
    await given(pc, "ready");
    const beside = pc.page.frames().find((frame) => frame.url().endsWith("/beside.html"));
    await beside.evaluate(() => parent.frames[0].postMessage({ type: "plan-comparator-scenario", scenario: { priority: "p1" } }, "*"));
    await settled(pc);
    await expect(priority(pc, "p2")).toBeChecked();
    await priority(pc, "p3").check();
    await given(pc, "change");
    expect(await beside.evaluate(() => heard)).toEqual([]);
  });

  test.describe("of which browsers tell", () => {
    test.use({ troubled: true });

    test("it neither speaks nor listens: a page around of another origin than the link says", async ({ pc, frame, around }) => {
      const other = await around(frame({ query: "embed=http://127.0.0.1:1" }));
      await whole(pc);
      await ask(other, { type: "plan-comparator-scenario", scenario: { priority: "p1" } });
      await settled(pc);
      await expect(priority(pc, "p2")).toBeChecked();
      await priority(pc, "p3").check();
      await settled(pc);
      expect(await pc.page.evaluate(() => told)).toEqual([]);
    });
  });
});

test.describe("the page around", () => {
  test("heeds no height that is none", async ({ pc, around }) => {
    const frame = await around();
    await whole(pc);
    await expectFit(frame);
    const before = await heightOf(frame);
    for (const height of [-1, 0, 0.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, "900", null, [900], { valueOf: 900 }]) await say(frame, { type: "plan-comparator-height", height });
    for (const message of [null, 7, "plan-comparator-height", { type: "plan-comparator-click" }, { type: ["plan-comparator-ready"] }]) await say(frame, message);
    await settled(pc);
    expect(await heightOf(frame)).toBe(before);
    // Otherwise this would prove nothing.
    await say(frame, { type: "plan-comparator-height", height: 900 });
    await expect.poll(() => heightOf(frame)).toBe(900);
  });

  const FORGED = `<!doctype html><html lang="en"><title>Forged</title><script>
    for (const message of [{ type: "plan-comparator-height", height: 777 }, { type: "plan-comparator-ready", detail: {} }]) parent.postMessage(message, "*");</script>`;

  for (const [what, forged] of [
    ["of another kind", (host) => `src="${host.elsewhere}/forged.html"`],
    ["that has gone elsewhere", (host) => `src="${host.base}/plans/gone?embed"`],
    ["without an origin", (host) => `sandbox="allow-scripts" src="${host.elsewhere}/forged.html?embed"`],
    ["without an address", () => `srcdoc="${FORGED.replaceAll('"', "&quot;")}"`],
  ]) {
    test(`heeds nothing from a frame ${what}`, async ({ pc, host, frame, around }) => {
      host.pages["/forged.html"] = FORGED;
      host.answer = (path, response) => path.endsWith("/gone") && Boolean(response.writeHead(302, { location: `${host.elsewhere}/forged.html?embed` }).end());
      await around(`${frame()}<iframe id="forged" title="Forged" ${forged(host)}></iframe>`);
      await given(pc, "ready");
      await expect.poll(() => pc.page.evaluate(() => told.some(({ height }) => height === 777))).toBe(true);
      expect(await heightOf(pc.page.locator("#forged"))).toBe(150);
    });
  }
});

test.describe("the origin of the page around", () => {
  for (const [what, query] of [
    ["is the one that browsers tell", "embed"],
    ["may be written as an address", "embed={base}/"],
    ["is the one that browsers tell, where the link has none that can be read", "embed=docs.example"],
  ]) {
    test(what, async ({ pc, host, frame, around }) => {
      const known = await around(frame({ query: query.replace("{base}", host.base) }));
      await whole(pc);
      await expectFit(known);
    });
  }

  test("is kept by the root of the site, which sends to a language", async ({ visit, frame, around }) => {
    const pc = await visit({ locale: "nl-NL" });
    const sent = await around(frame({ path: "" }), { pc });
    await expect(inside(pc).getByRole("heading", { name: "Eerste reactie" }).first()).toBeVisible();
    await whole(pc);
    await expectFit(sent);
  });

  test.describe("is not known", () => {
    test.use({ troubled: true });

    test("to a page that browsers tell nothing of: then it keeps to itself, and says so to the author once", async ({ pc, host, frame, around }) => {
      host.headers = { "referrer-policy": "no-referrer" };
      const warnings = [];
      pc.page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
      const alone = await around(frame({ query: "embed" }));
      await whole(pc);
      await ask(alone, { type: "plan-comparator-scenario", scenario: { priority: "p1" } });
      await settled(pc);
      await expect(priority(pc, "p2")).toBeChecked();
      await priority(pc, "p3").check();
      await settled(pc);
      expect(await pc.page.evaluate(() => told)).toEqual([]);
      expect(warnings).toEqual([expect.stringMatching(/^plan-comparator: .*\?embed=https:\/\/docs\.example$/)]);
    });
  });
});

test.describe("where it cannot run", () => {
  test.use({ troubled: true });

  for (const [what, file] of [["the element", /\/plan-comparator\.js$/], ["its script", /\/framed\.js$/], ["the program", /plan-comparator-.*\.wasm$/], ["the plans", /plans-en-.*\.json$/]]) {
    test(`for want of ${what}, the page of the site is shown, and says so`, async ({ pc, host, frame, around }) => {
      host.answer = (path, response) => file.test(path) && Boolean(response.writeHead(404).end());
      const high = await around(frame({ attributes: 'height="9000"' }), { waits: false });
      await expect(inside(pc).getByText("The live part of this page could not start")).toBeVisible();
      await expect(inside(pc).locator("tr[data-entitlement]")).toHaveCount(17);
      if (!/script|element/.test(what)) {
        const [{ detail }] = await given(pc, "error");
        expect(detail.message).not.toBe("");
        await expectFit(high);
        expect(await heightOf(high)).toBeLessThan(8_000);
      }
    });
  }
});

test("with scripts off the whole page is shown", async ({ visit, host, frame }) => {
  const pc = await visit({ javaScriptEnabled: false });
  host.pages["/"] = pageWith(frame());
  await pc.page.goto(host.base);
  await pc.page.waitForLoadState("load");
  expect(await inside(pc).locator("tr[data-entitlement]").count()).toBe(17);
  expect(await inside(pc).locator("h1").count()).toBe(1);
});

test("in a window of its own it is the element alone, and tells nobody", async ({ pc, host }) => {
  await pc.page.addInitScript(() => {
    globalThis.told = [];
    addEventListener("message", ({ data }) => told.push(data));
  });
  await pc.page.goto(`${host.base}/plans/en/?embed=${host.base}&${FRIDAY}`);
  await pc.started();
  expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
  await expect(pc.page.locator("h1")).toHaveCount(0);
  await pc.page.evaluate(() => postMessage({ type: "plan-comparator-scenario", scenario: { priority: "p1" } }, "*"));
  await settled(pc);
  await expect(pc.choice("priority", "p2")).toBeChecked();
  expect(await pc.page.evaluate(() => told.length)).toBe(1);
});

test("the program is fetched once", async ({ pc, host, around }) => {
  await around();
  await whole(pc);
  expect(host.asked.filter((path) => /plan-comparator-.*\.wasm/.test(path)).length).toBe(1);
});
