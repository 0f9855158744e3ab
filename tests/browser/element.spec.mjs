// The element <plan-comparator> on somebody else's page: what goes in by attributes, and what comes out.
import { readFileSync } from "node:fs";
import { FRIDAY, FRIDAYS_ANSWERS, PLANS, expect } from "./page.mjs";
import { ELEMENT, attributesOf, given, pageWith, test } from "./embedding.mjs";

/** A small catalog of somebody else's. */
const STARTER = readFileSync(new URL("../../examples/catalogs/starter.json", import.meta.url));

/** The attributes of an element. */
const attributes = (element) => element.evaluate((element) => Object.fromEntries(element.getAttributeNames().map((name) => [name, element.getAttribute(name)])));

test("it answers the case of its attributes, and tells so", async ({ pc, embed }) => {
  const element = await embed();
  expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
  const [{ detail }] = await given(pc, "ready");
  expect(Object.keys(detail)).toEqual(["scenario", "answers", "query"]);
  expect(detail.query).toBe(FRIDAY);
  expect(detail.scenario).toEqual({
    plans: PLANS, target: "first-reply", priority: "p2", region: "emea", zone: "Europe/London", opened: "2026-03-27T16:30",
  });
  expect(detail.answers).toEqual([
    { plan: "online", due: FRIDAYS_ANSWERS.online, target: "PT4H", coverage: "business-hours" },
    { plan: "business", due: FRIDAYS_ANSWERS.business, target: "PT2H", coverage: "business-hours" },
    { plan: "enterprise", due: FRIDAYS_ANSWERS.enterprise, target: "PT1H", coverage: "24x5" },
    { plan: "elite", due: FRIDAYS_ANSWERS.elite, target: "PT30M", coverage: "24x5" },
  ]);
  expect(await element.evaluate(({ scenario, answers }) => ({ scenario, answers }))).toEqual({ scenario: detail.scenario, answers: detail.answers });
  await expect(element.locator("tr[data-entitlement]")).toHaveCount(17);
  // Nobody has chosen anything that a screen reader should speak of.
  await expect(pc.status).toHaveText("");
});

test("attributes may change at any time; what follows from them is written back", async ({ pc, embed }) => {
  const element = await embed();
  await given(pc, "ready");
  await element.evaluate((element) => {
    element.setAttribute("priority", "p3");
    element.region = "japan";
  });
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T08:30:00Z");
  expect(await attributes(element)).toEqual({ priority: "p3", region: "japan", zone: "Asia/Tokyo", opened: "2026-03-27T16:30" });
  // Read at once, it is what was just asked.
  expect(await element.evaluate((element) => ((element.priority = "p1"), element.answers.at(-1).due))).toBe("2026-03-27T07:45:00Z");
  await element.evaluate((element) => ["opened", "zone", "region"].forEach((name) => element.removeAttribute(name)));
  expect(await element.evaluate(({ scenario }) => scenario)).toEqual({ plans: PLANS, target: "first-reply", priority: "p1", region: "emea", zone: "Europe/Amsterdam" });
  await expect(pc.status).not.toHaveText("");
  // The page around did all this: it is not told.
  await given(pc, "change", 0);
});

test("before it runs its scenario is what the attributes say, and what changes meanwhile counts", async ({ pc, host }) => {
  await pc.page.addInitScript(() => {
    globalThis.seen = [];
    addEventListener("plan-comparator-ready", ({ detail }) => seen.push(detail.scenario.priority));
  });
  // The part that tells comes late.
  await pc.page.route("**/chunk-details-*", async (route) => {
    await pc.page.evaluate(() => {
      const element = document.querySelector("plan-comparator");
      seen.push(element.scenario.priority, element.answers.length);
      element.priority = "p3";
    });
    await route.continue();
  });
  host.pages["/"] = pageWith(ELEMENT);
  await pc.page.goto(host.base);
  await expect.poll(() => pc.page.evaluate(() => seen)).toEqual(["p2", 0, "p3"]);
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T17:30:00Z");
});

test("what a visitor chooses stands in the attributes, and is told", async ({ pc, embed }) => {
  const element = await embed();
  await given(pc, "ready");
  await pc.choice("priority", "p3").check();
  await pc.choice("plans", "online").uncheck();
  const [first, second] = await given(pc, "change", 2);
  expect(first.detail.scenario).toMatchObject({ plans: PLANS, priority: "p3" });
  expect(second.detail.scenario.plans).toEqual(PLANS.slice(1));
  expect(second.detail.answers.map(({ plan }) => plan)).toEqual(PLANS.slice(1));
  expect(await attributes(element)).toEqual({
    plans: "business,enterprise,elite", priority: "p3", region: "emea", zone: "Europe/London", opened: "2026-03-27T16:30",
  });
  // A default that the author wrote down stays written down.
  await pc.choice("priority", "p1").check();
  await expect(element).toHaveAttribute("priority", "p1");
});

test("a scenario can be set whole, and then the rest is as by default", async ({ pc, embed }) => {
  const element = await embed();
  await element.evaluate((element) => (element.scenario = { plans: ["online", "elite"], priority: "p4", region: "emea", zone: "Europe/London", opened: "2026-01-07T11:00", need: ["case-reviews"] }));
  await expect(pc.due("online")).toHaveAttribute("datetime", "2026-01-12T11:00:00Z");
  expect(await attributes(element)).toEqual({
    plans: "online,elite", priority: "p4", region: "emea", zone: "Europe/London", opened: "2026-01-07T11:00", need: "case-reviews",
  });
  await element.evaluate((element) => (element.scenario = {}));
  await expect(element).not.toHaveAttribute("plans");
  expect(await element.evaluate(({ scenario }) => scenario)).toEqual({ plans: PLANS, target: "first-reply", priority: "p1", region: "emea", zone: "Europe/Amsterdam" });
});

test("properties that were set before the script came hold", async ({ pc, host, embed }) => {
  host.answer = (path, response) => path === "/late.js" && Boolean(response.setHeader("content-type", "text/javascript")
    .end(`Object.assign(document.querySelector("plan-comparator"), { priority: "p3", view: "answer" }); await import("/plans/plan-comparator.js");`));
  const element = await embed(ELEMENT, { script: "/late.js" });
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T17:30:00Z");
  expect(await attributes(element)).toMatchObject({ priority: "p3", view: "answer" });
});

test("a scenario that was set before the script came holds, as the attributes beside it do", async ({ pc, host, embed }) => {
  host.answer = (path, response) => path === "/late.js" && Boolean(response.setHeader("content-type", "text/javascript")
    .end(`Object.assign(document.querySelector("plan-comparator"), { scenario: { priority: "p3", region: "japan" }, view: "answer" }); await import("/plans/plan-comparator.js");`));
  const element = await embed(ELEMENT, { script: "/late.js" });
  await given(pc, "ready");
  expect(await attributes(element)).toEqual({ priority: "p3", region: "japan", view: "answer" });
});

/** Lets the script say what stands in for plans of the site, of which it has none. */
function withoutPlans(host, catalog) {
  host.answer = (path, response) => {
    if (path === "/plans/plans.json") return Boolean(response.setHeader("content-type", "application/json").end(STARTER));
    if (path !== "/plans/plan-comparator.js") return false;
    const script = readFileSync(new URL("../../dist/plan-comparator.js", import.meta.url), "utf8");
    const files = { ...JSON.parse(/^const FILES=(\{.*\}),at=/.exec(script)[1]), plans: {}, catalog };
    return Boolean(response.setHeader("content-type", "text/javascript").end(script.replace(/\{.*\}(?=,at=)/, () => JSON.stringify(files))));
  };
}

test("where the site has no plans of its own, the catalog that its script names is shown", async ({ pc, host, embed }) => {
  withoutPlans(host, "plans.json");
  const element = await embed('<plan-comparator opened="2026-03-27T16:30"></plan-comparator>');
  expect(await element.locator("[data-deadline]").evaluateAll((cells) => cells.map(({ dataset }) => dataset.deadline))).toEqual(["basic", "gold"]);
});

test.describe("where there are no plans at all", () => {
  test.use({ troubled: true });

  test("the author is told which attribute is missing, and what stands inside stays", async ({ pc, host, embed }) => {
    withoutPlans(host);
    await embed(ELEMENT, { waits: false });
    const [{ detail }] = await given(pc, "error");
    expect(detail.message).toContain("attribute `catalog`");
    await expect(pc.page.getByText("What there is without it.")).toBeVisible();
  });
});

test.describe("values that are not accepted", () => {
  test.use({ troubled: true });

  test("are told to the author once, in words, and the default holds", async ({ pc, embed }) => {
    const warnings = [];
    pc.page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    const element = await embed(ELEMENT.replace("p2", "p9").replace(">", ' theme="pink" heading-level="9" view="some" fixed="priority colour">'));
    await given(pc, "ready");
    expect(await element.evaluate(({ scenario }) => scenario.priority)).toBe("p1");
    await element.evaluate(async (element) => {
      for (const priority of ["p9", "p2", "p9", "p8"]) {
        element.priority = priority;
        await element.answers;
      }
      element.scenario = { severity: "high" };
    });
    const about = (word) => warnings.filter((warning) => warning.includes(word));
    expect(about("p9")).toEqual([expect.stringMatching(/^plan-comparator: .*“p9”.*p1, p2, p3, p4/)]);
    expect(about("p8").length).toBe(1);
    expect(about("pink")).toEqual(['plan-comparator: theme="pink" is not one of auto, light, dark']);
    expect(about("heading-level").length).toBe(1);
    expect(about("view=").length).toBe(1);
    expect(about("severity").length).toBe(1);
    expect(about("colour")).toEqual([expect.stringMatching(/^plan-comparator: fixed has no “colour”, only plans, /)]);
    // Visitors are not bothered with it.
    await expect(pc.notice).toBeHidden();
    await expect(element.locator("h2").first()).toBeAttached();
  });
});

test("nothing is fetched before it comes near, unless it is asked", async ({ pc, host }) => {
  host.pages["/"] = pageWith(`<div style="height: 5000px"></div>${ELEMENT}`);
  await pc.page.goto(host.base);
  await pc.page.waitForLoadState("networkidle");
  expect(host.asked.filter((path) => path !== "/")).toEqual(["/plans/plan-comparator.js"]);
  await expect(pc.page.getByText("What there is without it.")).toBeVisible();
  // A screen away it begins.
  await pc.page.evaluate(() => scrollTo(0, 5000 - 2 * innerHeight + 100));
  await pc.started();
  host.pages["/"] = pageWith(`<div style="height: 5000px"></div>${ELEMENT.replace(">", ' loading="eager">')}`);
  await pc.page.reload();
  await pc.started();
});

test("the page around keeps its address, title, focus, scroll and storage, and gets no heading or landmark of the page's", async ({ pc, embed }) => {
  const element = await embed(`<input id="field" autofocus>${ELEMENT}`);
  await pc.hasTable();
  await pc.choice("region", "japan").check();
  await given(pc, "change");
  expect(new URL(pc.page.url()).search).toBe("");
  expect(await pc.page.title()).toBe("The host");
  expect(await pc.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, document.styleSheets.length, document.adoptedStyleSheets.length])).toEqual([0, 0, "", 1, 0]);
  expect(await element.locator("h1, main, header, footer, nav").count()).toBe(0);
  expect(await pc.page.evaluate(() => [...document.body.children].map(({ localName }) => localName))).toEqual(["h1", "p", "input", "plan-comparator", "p"]);
});

test("it takes neither the focus nor the scroll", async ({ pc, host }) => {
  host.pages["/"] = pageWith(`<input id="field" autofocus>${ELEMENT}<div style="height: 3000px"></div>`);
  await pc.page.goto(host.base);
  await pc.started();
  await pc.hasTable();
  expect(await pc.page.evaluate(() => [document.activeElement.id, scrollY])).toEqual(["field", 0]);
});

test("two on one page have their own choices, catalogs and languages, and no id twice", async ({ pc, host, embed }) => {
  host.answer = (path, response) => path === "/other.json" && Boolean(response.setHeader("content-type", "application/json")
    .end(STARTER));
  await embed(`${ELEMENT.replace(">", ' id="one" lang="nl">')}<plan-comparator id="two" catalog="/other.json" opened="2026-03-27T16:30" loading="eager"></plan-comparator>`);
  const [one, two] = [pc.page.locator("#one"), pc.page.locator("#two")];
  await expect(two.locator("[data-deadline] time").first()).toBeAttached();
  await expect(one.getByRole("heading", { name: "Eerste reactie" }).first()).toBeVisible();
  expect(await two.locator("[data-deadline]").evaluateAll((cells) => cells.map(({ dataset }) => dataset.deadline))).toEqual(["basic", "gold"]);
  await one.locator("input[name=priority][value=p4]").check();
  await expect(two.locator("input[name=priority][value=urgent]")).toBeChecked();
  const ids = await pc.page.evaluate(() => [...document.querySelectorAll("plan-comparator")].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll("[id]")].map(({ id }) => id)));
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.length).toBe(new Set(ids).size);
});

test("moved elsewhere it goes on; taken out and put back it shows what was chosen; a copy is one of its own", async ({ pc, embed }) => {
  const element = await embed(`<div id="there"></div>${ELEMENT}`);
  await given(pc, "ready");
  await pc.choice("priority", "p4").check();
  await given(pc, "change");
  await element.evaluate((element) => {
    element.shadowRoot.querySelector(".pc-app").dataset.same = "";
    document.getElementById("there").append(element);
  });
  await expect(element.locator("[data-same]")).toHaveCount(1);
  await element.evaluate(async (element) => {
    globalThis.out = element;
    element.remove();
    await new Promise((later) => setTimeout(later, 50));
  });
  expect(await pc.page.evaluate(() => out.shadowRoot.querySelectorAll(".pc-app").length)).toBe(0);
  await pc.page.evaluate(() => document.body.append(out, Object.assign(out.cloneNode(true), { id: "copy" })));
  await expect(pc.page.locator("[data-deadline=elite] time")).toHaveCount(2);
  await expect(pc.choice("priority", "p4").first()).toBeChecked();
  await pc.page.locator("#copy input[name=priority][value=p1]").check();
  await expect(pc.page.locator("plan-comparator").first()).toHaveAttribute("priority", "p4");
});

test("its language, catalog and level of headings may change; what was chosen stays", async ({ pc, embed }) => {
  const element = await embed(ELEMENT, { lang: "nl-BE" });
  await expect(element.getByRole("heading", { name: "Eerste reactie" }).first()).toBeVisible();
  await given(pc, "ready");
  await pc.choice("priority", "p3").check();
  await given(pc, "change");
  await element.evaluate((element) => {
    element.lang = "en";
    element.headingLevel = 4;
  });
  await expect(element.locator("h4", { hasText: "First reply due" })).toBeVisible();
  await expect(element.locator("h2, h3")).toHaveCount(0);
  await expect(pc.choice("priority", "p3")).toBeChecked();
});

test.describe("a catalog", () => {
  test.use({ troubled: true });

  test("with faults is not shown: what stands inside stays, and the author is told every fault", async ({ pc, host, embed }) => {
    const errors = [];
    pc.page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    host.answer = (path, response) => path === "/bad.json" && Boolean(response.end('{"languages": ["en"], "title": 1}'));
    await embed(ELEMENT.replace(">", ' catalog="/bad.json">'), { waits: false });
    const [{ detail }] = await given(pc, "error");
    expect(detail.message).toMatch(/bad\.json:\n[^]*\$\.title: found 1, allowed is/);
    expect(errors.join("\n")).toContain("$.title");
    await expect(pc.page.getByText("What there is without it.")).toBeVisible();
  });
});

test("its parts can be styled, and its colours and letters set", async ({ pc, embed }) => {
  const element = await embed(ELEMENT, { css: "plan-comparator { --pc-accent: rgb(1, 2, 3); --pc-font: monospace } plan-comparator::part(question) { border-width: 7px } body { font-family: cursive }" });
  const style = (selector, name) => element.locator(selector).first().evaluate((found, name) => getComputedStyle(found)[name], name);
  expect(await style(".pc-question", "borderTopWidth")).toBe("7px");
  expect(await style("summary", "color")).toBe("rgb(1, 2, 3)");
  expect(await style(".pc-app", "fontFamily")).toBe("monospace");
  await element.evaluate(({ style }) => style.setProperty("--pc-font", "initial"));
  expect(await style(".pc-app", "fontFamily")).toBe("cursive");
});

for (const [view, seen, unseen] of [
  ["all", [".pc-question", ".pc-answers", ".pc-fit", ".pc-matrix"], []],
  ["answer", [".pc-question", ".pc-answers"], [".pc-pictures", ".pc-fit", ".pc-matrix"]],
  ["includes", [".pc-plans", ".pc-matrix"], [".pc-question", ".pc-pictures", ".pc-fit", ".pc-answers__table"]],
]) {
  test(`the view “${view}” shows that alone`, async ({ pc, embed }) => {
    const element = await embed(ELEMENT.replace(">", ` view="${view}">`));
    for (const part of seen) await expect(element.locator(part).first()).toBeVisible();
    for (const part of unseen) await expect(element.locator(part).first()).toBeHidden();
  });
}

test("what the page has decided is not asked", async ({ pc, embed }) => {
  const element = await embed(ELEMENT.replace(">", ' fixed="priority region, zone">'));
  await given(pc, "ready");
  for (const name of ["priority", "region", "zone"]) await expect(element.locator(`[name=${name}]`).first()).toBeHidden();
  await pc.openQuestion();
  for (const name of ["plans", "opened", "by"]) await expect(element.locator(`[name=${name}]`).first()).toBeVisible();
  expect(await element.evaluate(({ scenario }) => scenario.priority)).toBe("p2");
  await element.evaluate((element) => (element.fixed = "opened"));
  await expect(element.locator("[name=priority]").first()).toBeVisible();
  await expect(element.locator("[name=opened]")).toBeHidden();
  const before = await element.evaluate(({ scenario }) => scenario.opened);
  await element.locator(".pc-ribbon").first().click({ force: true });
  expect(await element.evaluate(({ scenario }) => scenario.opened)).toBe(before);
});

test("it offers links only if it knows the full page", async ({ pc, embed }) => {
  await pc.page.addInitScript(() => {
    globalThis.copied = [];
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void copied.push(text) } });
  });
  const element = await embed();
  await expect(element.getByRole("button", { name: "Copy link" })).toBeHidden();
  await element.evaluate((element) => (element.page = "https://plans.example/en/"));
  await element.getByRole("button", { name: "Copy link" }).click();
  expect(await pc.page.evaluate(() => copied)).toEqual([`https://plans.example/en/?${FRIDAY}`]);
});

test("a site that knows where it stands offers links of its own plans", async ({ pc, embed, host }) => {
  await pc.page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (globalThis.copied = text) } });
  });
  host.pages["/plans.json"] = STARTER;
  host.site = "placed";
  const link = "region=europe&zone=Europe/Berlin&opened=2026-12-18T15:00";
  const element = await embed(`<plan-comparator ${attributesOf(link)}></plan-comparator>`);
  await element.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => pc.page.evaluate(() => globalThis.copied)).toBe(`https://plans.example/en/?${link}`);
  await element.evaluate((element) => (element.catalog = "/plans.json"));
  await expect(element.getByRole("button", { name: "Copy link" })).toBeHidden();
});

test.describe("an address of the full page that is none", () => {
  test.use({ troubled: true });

  test("is told, and gives no links", async ({ pc, embed }) => {
    const warnings = [];
    pc.page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    const element = await embed(`<plan-comparator ${attributesOf(FRIDAY)} page="https://"></plan-comparator>`);
    await given(pc, "ready");
    expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
    await expect(element.getByRole("button", { name: "Copy link" })).toBeHidden();
    expect(warnings).toEqual(['plan-comparator: page="https://" is no address']);
  });
});

test("a scenario that is missing is one without choices, and moments may be dates", async ({ pc, embed }) => {
  const element = await embed();
  await element.evaluate((element) => (element.scenario = undefined));
  await expect(pc.choice("priority", "p1")).toBeChecked();
  await element.evaluate((element) => (element.scenario = null));
  await element.evaluate((element) => (element.scenario = { opened: new Date("2026-03-27T16:30:00.500Z"), region: "emea" }));
  expect(await element.evaluate(({ scenario }) => scenario.opened)).toBe("2026-03-27T16:30:00Z");
});

test("on a site that fetches its catalog the element fetches it, too", async ({ pc, embed, host }) => {
  host.site = "fetching";
  await embed(`<plan-comparator ${attributesOf("region=europe&zone=Europe/Berlin&opened=2026-12-18T15:00")}></plan-comparator>`);
  expect(await pc.answers()).toEqual({ community: "no-such-priority", standard: "2026-12-19T11:00:00Z", premium: "2026-12-18T15:00:00Z" });
});
