// The page that makes the lines with which another page shows the comparison.
import { readFileSync } from "node:fs";
import { AXE, RUN_AXE } from "./axe.mjs";
import { test } from "./embedding.mjs";
import { EVERYTHING, FRIDAY, FRIDAYS_ANSWERS, expect, misfits, startAtTop, walk } from "./page.mjs";

const at = (pc, name) => pc.page.locator(`#pc-embedding-${name}`);
const lines = (pc) => at(pc, "html").textContent();
const element = (pc) => pc.page.locator("plan-comparator");
const control = (pc, name, value) => pc.page.locator(`input[name=${name}][value="${value}"]`);
const SITES = process.env.PC_CATALOG_SITES;
const PARAMETERS = ["plans", "target", "priority", "region", "zone", "also", "opened", "by", "holidays", "differences", "mine", "need", "within"];

/** Opens the page with a scenario, and waits until the preview runs. */
async function open(pc, query = FRIDAY, site = "", language = "en") {
  await pc.page.goto(`${site}${language}/embed/?${query}`);
  await pc.started();
  await pc.hasTable();
}

/** Opens a page on another host, with lines of this page in it. */
async function paste(pc, host, text) {
  host.pages["/"] = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The host</title><link rel="icon" href="data:,">${text}`;
  await pc.page.goto(host.base);
}

for (const query of [FRIDAY, EVERYTHING, "zone=Asia/Tokyo&plans=online,elite"]) {
  test(`as an element, the lines give another page the answers to ${query}`, async ({ pc, host }) => {
    await open(pc, query, `${host.elsewhere}/plans/`);
    const answers = await pc.answers();
    await paste(pc, host, await lines(pc));
    await expect.poll(() => pc.answers()).toEqual(answers);
  });
}

test.describe("as a frame", () => {
  // An engine that cannot share says so on the console.
  test.use({ troubled: true });

  test("the lines give another page the answers, as high as they are, without what is not to be changed", async ({ pc, host }) => {
    await open(pc, FRIDAY, `${host.elsewhere}/plans/`);
    await control(pc, "kind", "frame").check();
    await control(pc, "view", "answer").check();
    await control(pc, "changeable", "priority").uncheck();
    await control(pc, "changeable", "opened").uncheck();
    const text = await lines(pc);
    expect(text).toContain(`&amp;fixed=priority,opened&amp;view=answer" title="When will support reply? – `);
    await paste(pc, host, text);
    const frame = pc.page.frameLocator("iframe");
    for (const [plan, moment] of Object.entries(FRIDAYS_ANSWERS)) await expect(frame.locator(`[data-deadline="${plan}"] time`)).toHaveAttribute("datetime", moment);
    const height = () => pc.page.locator("iframe").evaluate((iframe) => iframe.getBoundingClientRect().height);
    await expect.poll(height).not.toBe(900);
    // The static page stands in the element until every part of the program is there, and has the same controls.
    await expect(frame.locator(".pc-page")).toHaveCount(0);
    await expect(frame.locator("input[name=region]").first()).toBeVisible();
    for (const name of ["priority", "opened", "mine"]) await expect(frame.locator(`input[name=${name}]`).first()).toBeHidden();
  });
});

test("the link leads to the full page with the same answers, and its HTML too", async ({ pc, host }) => {
  await open(pc, FRIDAY, `${host.elsewhere}/plans/`);
  await control(pc, "kind", "link").check();
  await expect(at(pc, "look")).toBeHidden();
  const address = `${host.elsewhere}/plans/en/?${FRIDAY}`;
  await expect(at(pc, "address")).toHaveText(address);
  await expect(at(pc, "open")).toHaveAttribute("href", address);
  await paste(pc, host, await lines(pc));
  await pc.page.getByRole("link", { name: "When will support reply?" }).click();
  await pc.started();
  expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
});

test("what is not to be changed there has no control, in the preview and in the other page", async ({ pc, host }) => {
  await open(pc, FRIDAY, `${host.elsewhere}/plans/`);
  const isSeen = (name) => element(pc).locator(`input[name=${name}]`).first().isVisible();
  expect(await isSeen("priority")).toBe(true);
  await control(pc, "changeable", "priority").uncheck();
  await control(pc, "changeable", "mine").uncheck();
  expect(await lines(pc)).toContain(' fixed="priority mine"');
  await expect.poll(() => isSeen("priority")).toBe(false);
  await paste(pc, host, await lines(pc));
  await pc.started();
  await pc.hasTable();
  await pc.openQuestion();
  expect(await Promise.all(["priority", "mine", "region", "opened"].map(isSeen))).toEqual([false, false, true, true]);
});

for (const [name, site] of [["bundled", ""], ...["every-key", "mongodb"].map((name) => [name, `${SITES}/${name}/`])]) {
  test(`each control that can be left out is one that the view has, with the catalog ${name}`, async ({ pc }) => {
    await open(pc, "", site);
    const isThere = (parameter) => element(pc).evaluate((element, parameter) => [...element.shadowRoot.querySelectorAll(`[name="${parameter}"]`)].some((input) => input.checkVisibility()), parameter);
    const offered = () => pc.page.locator("[name=changeable]").evaluateAll((boxes) => boxes.filter((box) => box.checkVisibility()).map(({ value }) => value));
    for (const view of ["all", "answer", "includes"]) {
      if (view !== "all") {
        // Another view is another instance. Until it is there, the one before stands in the element.
        const comes = element(pc).evaluate((element) => new Promise((there) => element.addEventListener("plan-comparator-ready", () => there(), { once: true })));
        await control(pc, "view", view).check();
        await comes;
      }
      await pc.started();
      await pc.hasTable();
      await pc.page.locator(":is(.pc-also, .pc-fit) summary:visible").evaluateAll((summaries) => summaries.forEach((summary) => summary.parentElement.open || summary.click()));
      const there = async () => {
        const areThere = await Promise.all(PARAMETERS.map(isThere));
        return PARAMETERS.filter((_, place) => areThere[place]);
      };
      await expect.poll(there, view).toEqual(await offered());
    }
  });
}

test("what the view does not have is not said to be fixed", async ({ pc }) => {
  await open(pc);
  await control(pc, "changeable", "need").uncheck();
  expect(await lines(pc)).toContain(' fixed="need"');
  await control(pc, "view", "answer").check();
  expect(await lines(pc)).not.toContain("fixed");
});

test("view and theme are seen at once, and defaults are left out", async ({ pc }) => {
  await open(pc);
  expect(await lines(pc)).not.toMatch(/ (view|theme|fixed|loading|heading-level)=/);
  await control(pc, "theme", "dark").check();
  const isDark = () => element(pc).locator(".pc-answers").evaluate((panel) => getComputedStyle(panel).colorScheme);
  await expect.poll(isDark).toBe("dark");
  await control(pc, "view", "includes").check();
  await expect(element(pc).locator(".pc-question")).toBeHidden();
  expect(await lines(pc)).toContain(' view="includes" theme="dark" page="');
  await control(pc, "kind", "frame").check();
  expect(await lines(pc)).toContain(`/en/?embed&amp;${FRIDAY.replaceAll("&", "&amp;")}&amp;view=includes&amp;theme=dark"`);
});

test("the preview is as wide as it says", async ({ pc }) => {
  await open(pc);
  const width = () => element(pc).evaluate((element) => element.getBoundingClientRect().width);
  expect(await width()).toBe(720);
  await control(pc, "width", "360").check();
  expect(await width()).toBe(360);
});

test("what is chosen in the preview goes into the lines, and back to the comparison", async ({ pc }) => {
  await open(pc);
  await element(pc).locator("input[name=priority][value=p3]").check();
  const query = FRIDAY.replace("p2", "p3");
  await expect.poll(() => lines(pc)).toContain(' priority="p3" region="emea"');
  expect(await lines(pc)).toContain(query.replaceAll("&", "&amp;"));
  await pc.page.getByRole("link", { name: "Back to the comparison" }).click();
  await pc.started();
  expect(pc.query()).toBe(`?${query}`);
  await expect(pc.choice("priority", "p3")).toBeChecked();
});

for (const language of ["en", "nl"]) {
  test(`the page in "${language}" leads to it with what is shown`, async ({ pc }) => {
    await pc.open(`${language}/?${FRIDAY}`);
    await pc.choice("priority", "p3").check();
    await pc.page.getByRole("link", { name: { en: "Embed this", nl: "Deze vergelijking insluiten" }[language] }).click();
    await pc.started();
    expect(new URL(pc.page.url()).pathname).toBe(`/${language}/embed/`);
    await expect(pc.page.getByRole("heading", { level: 1 })).toHaveText({ en: "Embed the comparison", nl: "De vergelijking insluiten" }[language]);
    expect(await lines(pc)).toMatch(new RegExp(`<plan-comparator lang="${language}" priority="p3" region="emea" zone="Europe/London" opened="2026-03-27T16:30" page="[^"]*/${language}/">`));
    await expect(element(pc).getByRole("heading", { name: { en: "First reply due", nl: "Eerste reactie" }[language] })).toBeVisible();
  });
}

test("lines are copied, and are said to be until they are others", async ({ visit }) => {
  const pc = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
  await open(pc);
  await pc.page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(at(pc, "status")).toHaveText("Copied to the clipboard.");
  expect(await pc.page.evaluate(() => navigator.clipboard.readText())).toBe(await lines(pc));
  await control(pc, "kind", "link").check();
  await expect(at(pc, "status")).toBeEmpty();
  await pc.page.getByRole("button", { name: "Copy", exact: true }).first().click();
  await expect(at(pc, "status")).toHaveText("Copied to the clipboard.");
  expect(await pc.page.evaluate(() => navigator.clipboard.readText())).toBe(await at(pc, "address").textContent());
});

test("where nothing can be copied, the lines are selected", async ({ pc }) => {
  await pc.page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await open(pc);
  await pc.page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(at(pc, "status")).toHaveText("The browser did not allow copying. The text is selected: copy it with the keyboard.");
  expect(await pc.page.evaluate(() => getSelection().toString())).toBe(await lines(pc));
  await expect(at(pc, "html")).toBeFocused();
});

test.describe("a hostile address", () => {
  // What cannot be used is told on the console.
  test.use({ troubled: true });
  const HOSTILE = '"><img src=x onerror=alert(1)>&quot;</pre><script>alert(1)</script>';
  const query = new URLSearchParams({ priority: HOSTILE, zone: HOSTILE, catalog: "https://evil.example/", view: HOSTILE, [HOSTILE]: HOSTILE, fixed: "priority" });

  test("puts nothing of its own into the lines", async ({ pc }) => {
    await open(pc, query);
    await expect.poll(() => lines(pc)).toMatch(/<plan-comparator lang="en" region="emea" zone="Europe\/Amsterdam" page="/);
    for (const kind of ["element", "frame", "link"]) {
      await control(pc, "kind", kind).check();
      expect(await lines(pc)).not.toMatch(/onerror|alert|evil/);
    }
  });

  test("comes out escaped while the preview does not run", async ({ pc, host }) => {
    const texts = [];
    await pc.page.route("**/plan-comparator.js", (route) => route.abort());
    await pc.page.goto(`${host.elsewhere}/plans/en/embed/?${query}`);
    await expect(at(pc, "waiting")).toHaveText("The preview could not start. The lines hold all the same.");
    for (const kind of ["element", "frame", "link"]) {
      await control(pc, "kind", kind).check();
      texts.push(await lines(pc));
    }
    const parsed = await pc.page.evaluate((texts) => texts.map((text) => {
      const { body } = new DOMParser().parseFromString(`<body>${text}`, "text/html");
      return [[...body.querySelectorAll("*")].map(({ localName }) => localName), body.querySelector("[priority]")?.getAttribute("priority")];
    }), texts);
    expect(parsed).toEqual([[["script", "plan-comparator", "p", "a"], HOSTILE], [["iframe", "script"], undefined], [["a"], undefined]]);
  });
});

test("every control is reached by keyboard, and followed", async ({ pc }) => {
  await open(pc);
  // To the walk, the element is one stop.
  await element(pc).evaluate((element) => (element.hidden = true));
  await startAtTop(pc);
  // The bundled catalog has one table of targets.
  const choices = Array(3 + PARAMETERS.length - 1).fill("INPUT");
  expect(await walk(pc, "Tab")).toEqual(["pc-embedding-back", ...choices, "pc-embedding-html", "Copy", "INPUT"]);
  await control(pc, "kind", "element").focus();
  await pc.page.keyboard.press("ArrowDown");
  expect(await lines(pc)).toMatch(/^<iframe /);
});

for (const [width, language] of [[320, "nl"], [390, "en"], [1440, "nl"]]) {
  test(`at ${width} pixels, axe finds nothing, and nothing is scrolled sideways @one-engine`, async ({ visit }) => {
    const pc = await visit({ viewport: { width, height: 844 }, media: { colorScheme: width === 320 ? "dark" : "light" } });
    await open(pc, FRIDAY, "", language);
    for (const kind of ["element", "link"]) {
      await control(pc, "kind", kind).check();
      await pc.page.evaluate(AXE);
      expect((await pc.page.evaluate(RUN_AXE)).violations, kind).toEqual([]);
      expect(await pc.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(await misfits(pc), "without the preview").toEqual([]);
  });
}

test("it works under the strictest policy", async ({ pc, host }) => {
  const manual = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8");
  host.headers["content-security-policy"] = manual.match(/^Content-Security-Policy: (.*)$/m)[1];
  await open(pc, FRIDAY, `${host.base}/plans/`);
  await control(pc, "view", "answer").check();
  await control(pc, "kind", "frame").check();
  expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
  expect(await lines(pc)).toMatch(/^<iframe .*view=answer/);
});

test("without scripts, the page says what to do", async ({ visit }) => {
  const pc = await visit({ javaScriptEnabled: false });
  await pc.page.goto("en/embed/");
  await expect.poll(() => pc.page.locator("noscript p:visible", { hasText: "<plan-comparator>" }).count()).toBe(1);
  expect(await at(pc, "columns").isVisible()).toBe(false);
});

test("from a disk, the page says that it needs a host", async ({ pc }) => {
  await pc.page.goto(new URL("../../dist/en/embed/index.html", import.meta.url).href);
  await expect(at(pc, "needs-host")).toBeVisible();
  await expect(at(pc, "columns")).toBeHidden();
});
