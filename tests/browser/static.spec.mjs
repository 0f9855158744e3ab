// The page before, without and after its program.
import { FRIDAY, PLANS, expect, said, test } from "./page.mjs";

const ROWS = 17;

/** Keeps the program from arriving until the returned function is called. */
async function holdBack(pc) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await pc.page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Opens a link and waits for the static page only, with its styles. */
async function openStatic(pc, link) {
  await pc.page.goto(link, { waitUntil: "commit" });
  await expect(pc.page.locator("script[type='application/json']")).toBeAttached();
  await pc.page.waitForFunction(() => document.styleSheets.length > 0);
}

/** Expects every row that a visitor can read without the program. */
async function expectWholeMatrix(pc) {
  await expectCount(pc.table.locator("tr[data-entitlement]:visible"), ROWS);
  await expectCount(pc.table.locator("tr[data-priority]:visible"), 4);
  await expectCount(pc.table.getByRole("columnheader"), 1 + PLANS.length);
}

/**
 * Expects so many elements. Without scripts, the test has to ask again and again itself: in a page
 * of Firefox, nothing waits then.
 */
async function expectCount(locator, count) {
  await expect.poll(() => locator.count(), `${locator}`).toBe(count);
}

for (const [language, words] of [["en", "needs JavaScript"], ["nl", "JavaScript nodig"]]) {
  test(`without scripts, the page in "${language}" is complete and promises nothing`, async ({ visit }) => {
    const pc = await visit({ javaScriptEnabled: false });
    await pc.page.goto(`${language}/`);
    await expectWholeMatrix(pc);
    await expectCount(pc.page.locator("noscript p:visible", { hasText: words }), 1);
    // The form has the definitions of the priorities and the hours of the desks.
    expect(await pc.page.locator("form input[name=priority]").first().isVisible()).toBe(true);
    await expectCount(pc.page.locator("summary:visible, .pc-tools:visible, [data-question]:visible"), 0);
    await expectCount(pc.page.getByText(/Being worked out|Wordt berekend/).filter({ visible: true }), 0);
    await expectCount(pc.page.locator("time"), 0);
    expect(await pc.failure.isVisible()).toBe(false);
    expect(await pc.page.getByRole("link", { name: "Experience League" }).isVisible()).toBe(true);
    const { x, y, width, height } = await pc.page.getByRole("navigation").getByRole("link").first().boundingBox();
    await pc.page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(() => pc.page.url()).toMatch(/\/en\/$/);
  });
}

test("without scripts, only the chosen row of targets is marked", async ({ visit }) => {
  const pc = await visit({ javaScriptEnabled: false });
  await pc.page.goto("en/");
  const rows = pc.table.locator("tr[data-priority] th");
  const marks = await rows.evaluateAll((heads) => heads.map((head) =>
    [...head.querySelectorAll("*")].some((element) => getComputedStyle(element, "::before").content !== "none")));
  const said = (await rows.allTextContents()).map((text) => text.includes("your case"));
  expect(marks).toEqual(said);
});

for (const width of [320, 768, 1440]) {
  test(`without scripts, no empty rows stand where answers would be, at ${width} pixels`, async ({ visit }) => {
    const pc = await visit({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    await pc.page.goto("en/");
    await expectCount(pc.page.locator("[data-deadline]"), PLANS.length);
    await expectCount(pc.page.locator("[data-deadline]:visible"), 0);
    await expectCount(pc.table.locator("tr[data-priority]:visible"), 4);
  });
}

test("without scripts, nothing is fetched that only scripts can use", async ({ visit }) => {
  const pc = await visit({ javaScriptEnabled: false });
  const fetched = [];
  pc.page.on("response", (response) => fetched.push(new URL(response.url()).pathname));
  await pc.page.goto("en/");
  expect(fetched.filter((path) => /\.css$/.test(path))).not.toEqual([]);
  expect(fetched.filter((path) => /\.(js|wasm)$/.test(path))).toEqual([]);
});

test("the static page has a place for each answer, and no moment in it", async ({ request }) => {
  const html = await (await request.get("en/")).text();
  for (const plan of PLANS) expect(html).toContain(`data-deadline="${plan}"`);
  expect(html).not.toContain("<time");
  expect(html).not.toContain("data-error");
});

test.describe("when the program cannot start", () => {
  test.use({ troubled: true });
  const broken = [
    ["the program is blocked", (page) => page.route("**/*.wasm", (route) => route.abort())],
    ["the program is damaged", (page) => page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "no" }))],
    ["the script beside the program is blocked", (page) => page.route("**/plan-comparator-*.js", (route) => route.abort())],
    ["the first script is blocked", (page) => page.route("**/boot-*.js", (route) => route.abort())],
    ["the data in the page is damaged", (page) =>
      page.route("**/en/?**", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace('id="pc-data">[', 'id="pc-data">["') });
      })],
  ];
  for (const [what, spoil] of broken) {
    test(`because ${what}, the page says so and keeps the table and the link`, async ({ pc }) => {
      await spoil(pc.page);
      await pc.page.goto(`en/?${FRIDAY}`);
      const told = pc.page.getByText("The live part of this page could not start");
      await expect(told).toBeVisible({ timeout: 20_000 });
      await expect(pc.failure).toBeVisible();
      await expect(pc.page.getByText("Something went wrong on this page")).toBeHidden();
      await expectWholeMatrix(pc);
      await expect(pc.page.locator("form")).toBeHidden();
      await expect(pc.page.getByText("Being worked out").filter({ visible: true })).toHaveCount(0);
      expect(pc.query()).toBe(`?${FRIDAY}`);

      await pc.page.unrouteAll();
      await pc.page.getByRole("link", { name: "Reload the page" }).click();
      await pc.started();
      expect(pc.query()).toBe(`?${FRIDAY}`);
      await expect(pc.due("online")).toHaveAttribute("datetime", "2026-03-30T11:30:00Z");
      await expect(told).toBeHidden();
    });
  }

  test("it says so in the language of the page", async ({ pc }) => {
    await pc.page.route("**/*.wasm", (route) => route.abort());
    await pc.page.goto("nl/");
    await expect(pc.page.getByText("Het rekenende deel van deze pagina kon niet starten")).toBeVisible();
    await expect(pc.page.getByRole("link", { name: "Pagina opnieuw laden" })).toBeVisible();
  });
});

test.describe("when the program fails later", () => {
  test.use({ troubled: true, now: null });

  test("the page says so, keeps the link, and offers to reload", async ({ pc }) => {
    await pc.open(`en/?${FRIDAY}`);
    await pc.page.evaluate(() => {
      const get = () => {
        throw new Error("spoilt");
      };
      Object.defineProperty(Intl.DateTimeFormat.prototype, "format", { get });
    });
    await pc.choice("priority", "p3").click();
    await pc.choice("priority", "p4").click();
    await expect(pc.page.getByText("Something went wrong on this page")).toBeVisible();
    await expect(pc.page.getByText("could not start")).toBeHidden();
    await pc.page.getByRole("link", { name: "Reload the page" }).click();
    await pc.started();
    expect(pc.query()).toContain("zone=Europe/London");
    await expect(pc.page.getByText("Something went wrong on this page")).toBeHidden();
  });
});

test("what is chosen before the program arrives is kept, and so is the focus", async ({ pc }) => {
  const release = await holdBack(pc);
  await openStatic(pc, "en/?utm_source=mail#pc-comparison");
  await pc.choice("priority", "p3").check();
  await pc.choice("plans", "business").uncheck();
  await pc.opened.fill("2026-03-27T16:30");
  await pc.zone.fill("Europe/London");
  await pc.choice("plans", "online").focus();
  await expect(pc.page.locator("time")).toHaveCount(0);
  release();
  await pc.started();
  expect(await pc.focused()).toBe("pc-plans-online");
  expect(await pc.form()).toMatchObject({ plans: "online,enterprise,elite", priority: "p3", region: "emea", zone: "Europe/London" });
  expect(await pc.answers()).toEqual({
    online: "2026-03-30T13:30:00Z",
    enterprise: "2026-03-30T09:30:00Z",
    elite: "2026-03-27T17:30:00Z",
  });
  await expect.poll(() => pc.query()).toBe(
    "?plans=online,enterprise,elite&priority=p3&region=emea&zone=Europe/London&opened=2026-03-27T16:30&utm_source=mail",
  );
});

test("a choice made before the program arrives goes with what the link says", async ({ pc }) => {
  const release = await holdBack(pc);
  await openStatic(pc, "en/?priority=p2&zone=Europe/London&opened=2026-03-27T16:30");
  await pc.choice("region", "japan").check();
  release();
  await pc.started();
  expect(await pc.form()).toMatchObject({ priority: "p2", region: "japan", zone: "Asia/Tokyo" });
  await expect.poll(() => pc.query()).toBe("?priority=p2&region=japan&zone=Asia/Tokyo&opened=2026-03-27T16:30");
  expect(await pc.focused()).toBe("pc-region-japan");
});

test("a page that is only looked at writes nothing into the address when the program arrives", async ({ pc }) => {
  const release = await holdBack(pc);
  await openStatic(pc, `en/?${FRIDAY}`);
  await pc.opened.focus();
  release();
  await pc.started();
  expect(pc.query()).toBe(`?${FRIDAY}`);
  await expect(pc.status).toHaveText("");
  expect(await pc.focused()).toBe("pc-opened");
});

/** Where the things are by which a visitor finds the way about the page, by name. */
function landmarks(pc) {
  return pc.page.evaluate(() => {
    const found = {};
    for (const element of document.querySelectorAll("h1, h2, h3, legend, form input, nav a, thead tr, tbody tr")) {
      const row = element.querySelector(":scope > th");
      const name = element.id || element.value || (row ?? element).firstChild.textContent.trim();
      const { left, top, right, bottom } = element.getBoundingClientRect();
      if (right - left > 1) found[`${element.tagName} ${name}`] = { left, top, right, bottom };
    }
    return found;
  });
}

/**
 * How much the page jumps between two moments, as browsers reckon layout shift: the part of the
 * view that is in motion, times the longest way in relation to the view. Browsers themselves do not
 * see it where an element is replaced by another that looks the same.
 */
function shift(before, after, { width, height }) {
  const [step, touched, moved] = [4, new Set(), []];
  for (const name of Object.keys(before).filter((name) => name in after)) {
    const [from, to] = [before[name], after[name]];
    const inSight = (place) => place.top < height && place.bottom > 0;
    const way = Math.max(Math.abs(to.top - from.top), Math.abs(to.left - from.left));
    if (way < 1 || !(inSight(from) || inSight(to))) continue;
    moved.push({ name, way });
    for (const { left, top, right, bottom } of [from, to]) {
      for (let y = Math.max(0, top); y < Math.min(height, bottom); y += step) {
        for (let x = Math.max(0, left); x < Math.min(width, right); x += step) {
          touched.add(`${Math.floor(x / step)} ${Math.floor(y / step)}`);
        }
      }
    }
  }
  const part = (touched.size * step * step) / (width * height);
  const score = part * (Math.max(0, ...moved.map(({ way }) => way)) / Math.max(width, height));
  return { score, moved };
}

for (const [width, height] of [[320, 640], [768, 1024], [1440, 900]]) {
  for (const [what, link] of [["without a link", ""], ["with a link", `?${FRIDAY}`]]) {
    test(`nothing jumps as the program starts, at ${width} pixels and ${what}`, async ({ visit }) => {
      const pc = await visit({ viewport: { width, height } });
      const release = await holdBack(pc);
      await openStatic(pc, `en/${link}`);
      const before = await landmarks(pc);
      release();
      await pc.started();
      const after = await landmarks(pc);
      expect(Object.keys(before).filter((name) => !(name in after)), "everything is still there").toEqual([]);
      expect(Object.keys(before).length).toBeGreaterThan(50);
      const { score, moved } = shift(before, after, { width, height });
      expect(score, JSON.stringify(moved, null, 1)).toBeLessThan(0.02);
    });
  }
}

test("a visitor who has scrolled to the comparison stays there as the program starts", async ({ visit }) => {
  const pc = await visit({ viewport: { width: 320, height: 640 } });
  const release = await holdBack(pc);
  await openStatic(pc, `en/?${FRIDAY}`);
  const row = pc.table.locator('tr[data-entitlement="escalation-management"]');
  await row.evaluate((row) => row.scrollIntoView({ block: "center" }));
  release();
  await pc.started();
  await expect(row).toBeInViewport();
});

test("once it is complete, the page asks for nothing more, and never for anything of others", async ({ pc, baseURL }) => {
  const requests = [];
  pc.page.on("request", (request) => {
    if (!request.url().startsWith("data:")) requests.push(request.url());
  });
  await pc.open("en/");
  // The chunks are those of the program that come when the browser is idle.
  await expect.poll(() => requests.filter((url) => url.includes("/chunk-")).length).toBe(6);
  await pc.page.waitForLoadState("networkidle");
  expect(requests.filter((url) => !url.startsWith(baseURL))).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(12);
  const asked = requests.length;
  await pc.choice("priority", "p4").check();
  await pc.choice("region", "japan").check();
  await pc.choice("plans", "elite").uncheck();
  await pc.zone.fill("Africa/Cairo");
  await pc.zone.press("Enter");
  await pc.opened.fill("2026-03-27T16:30");
  await pc.holiday.fill("2026-03-30");
  await pc.page.getByRole("button", { name: "Add" }).click();
  await pc.accountButton("online").click();
  await expect(pc.account("online").locator("ol")).toContainText(said("holiday on Monday 30 March 2026", { whole: false }));
  expect(requests.slice(asked)).toEqual([]);
});

test("the first paint waits for an element that comes", async ({ pc }) => {
  await pc.page.goto("en/");
  await expect(pc.page.locator(await pc.page.locator("link[rel=expect]").getAttribute("href"))).toHaveAttribute("name", "opened");
});

test("an ordinary visit keeps to a strict policy and leaves the console empty", async ({ pc }) => {
  const messages = [];
  pc.page.on("console", (message) => messages.push(message.text()));
  await pc.page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
  });
  await pc.open(`en/?${FRIDAY}`);
  await pc.choice("priority", "p3").check();
  await pc.zone.focus();
  const policy = await pc.page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*/);
  const inline = await pc.page.evaluate(() => [
    document.querySelectorAll("[style], style").length,
    document.querySelectorAll("script:not([src]):not([type='application/json'])").length,
  ]);
  expect(inline, "the styles that the policy names, and scripts").toEqual([1, 0]);
  expect(policy.match(/'sha256-/g)).toHaveLength(1);
  expect(await pc.page.evaluate(() => violations)).toEqual([]);
  expect(messages).toEqual([]);
});
