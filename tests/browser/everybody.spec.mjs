// What the page owes to everybody and axe cannot see, with everything set and opened.
import { EVERYTHING, FRIDAY, LARGE_TEXT, PLANS, WIDE_SPACING, expect, expectWayBack, misfits, needs, restyle, said, settle, startAtTop, test, walk } from "./page.mjs";

/** The page with everything set and opened. */
async function openEverything(visit, { width = 1440, height = 900, language = "en", plans = PLANS, media } = {}) {
  const pc = await visit({ viewport: { width, height }, media });
  await pc.open(`${language}/?${EVERYTHING}&plans=${plans}`);
  await pc.openEverything();
  return pc;
}

for (const width of [320, 768, 1440]) {
  for (const language of ["en", "nl"]) {
    test(`at ${width} pixels, everything that can be opened in "${language}" fits, in large and in wide letters too`, async ({ visit }) => {
      const pc = await openEverything(visit, { width, language });
      expect.soft(await misfits(pc), "as it is").toEqual([]);
      await restyle(pc, WIDE_SPACING);
      expect.soft(await misfits(pc), "with wide spacing").toEqual([]);
      await restyle(pc, LARGE_TEXT);
      expect.soft(await misfits(pc), "with text twice as large").toEqual([]);
    });
  }
}

/** What can be pressed, a label together with its control: the name, the place and the size. */
function targets(pc) {
  return pc.page.evaluate(() => {
    const elements = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")];
    const seen = elements.filter((element) => element.checkVisibility({ visibilityProperty: true }) && getComputedStyle(element).clipPath === "none");
    return seen.map((element) => {
      const label = element.closest("label");
      const { x, y, width, height } = (label ?? element).getBoundingClientRect();
      const inSentence = getComputedStyle(element).display === "inline" && element.parentElement.innerText !== element.innerText;
      return { name: element.id || element.innerText, x, y, width, height, inSentence };
    });
  });
}

/** How far a point is from a target, or from its middle if that is too small itself: WCAG 2.5.8. */
function distance({ across, down }, { x, y, width, height }) {
  const outside = (at, from, length) => Math.max(from - at, 0, at - from - length);
  return Math.hypot(outside(across, x, width), outside(down, y, height));
}

const isSmall = ({ width, height }) => width < 24 || height < 24;

for (const width of [320, 1440]) {
  test(`at ${width} pixels, whatever can be pressed is large enough, or far enough from the next`, async ({ visit }) => {
    const pc = await openEverything(visit, { width });
    const all = await targets(pc);
    expect(all.length).toBeGreaterThan(60);
    const small = all.filter((target) => isSmall(target) && !target.inSentence);
    const crowded = small.filter((target) => {
      const middle = { across: target.x + target.width / 2, down: target.y + target.height / 2 };
      return all.some((other) => other !== target && distance(middle, other) < (isSmall(other) ? 24 : 12));
    });
    expect(crowded).toEqual([]);
    const plans = all.filter(({ name }) => name.startsWith("pc-plans-"));
    expect(plans.map(({ name }) => name)).toEqual(PLANS.map((plan) => `pc-plans-${plan}`));
    expect(plans.filter(({ height }) => height < (width < 768 ? 44 : 24))).toEqual([]);
  });
}

test("whoever says what stands on a control means that control", async ({ visit }) => {
  const pc = await openEverything(visit);
  const controls = await pc.page.locator("a[href], button, summary, input").filter({ visible: true }).all();
  expect(controls.length).toBeGreaterThan(60);
  for (const control of controls) {
    const label = await control.evaluate((control) => (control.labels?.[0] ?? control).innerText.replace(/\s+/g, " ").trim());
    expect.soft(label).not.toBe("");
    await expect.soft(control).toHaveAccessibleName(new RegExp(label.split(" ").map((word) => word.replace(/\W/g, "\\$&")).join("\\s*"), "i"));
  }
});

test("the headings are one outline, in which no level is left out", async ({ visit }) => {
  const pc = await openEverything(visit);
  const headings = await pc.page.getByRole("heading").evaluateAll((headings) => headings.map(({ tagName, innerText }) => [Number(tagName[1]), innerText]));
  const levels = headings.map(([level]) => level);
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(headings.filter(([level], place) => level > (levels[place - 1] ?? 0) + 1)).toEqual([]);
  expect(headings.filter(([, words]) => words.trim() === "")).toEqual([]);
});

test("the page has its landmarks once each, and every section begins with its heading", async ({ visit }) => {
  const pc = await openEverything(visit);
  for (const role of ["banner", "main", "navigation", "form"]) await expect(pc.page.getByRole(role)).toHaveCount(1);
  await expect(pc.page.getByRole("banner").getByRole("navigation")).toHaveAccessibleName("Language");
  await expect(pc.page.getByRole("main").getByRole("form")).toHaveAccessibleName("Your case");
  const regions = await pc.page.getByRole("region").evaluateAll((regions) => regions.map((region) => document.getElementById(region.getAttribute("aria-labelledby"))?.textContent));
  expect(regions).toEqual(expect.arrayContaining(["First reply due", "See why", "Which plan fits?", "What each plan includes"]));
  expect(new Set(regions).size, "no two regions have the same name").toBe(regions.length);
  const headless = await pc.page.locator("section").evaluateAll((sections) => sections.filter((section) => section.querySelector("*:not(div)").tagName !== "H2").map((section) => section.innerText));
  expect(headless).toEqual([]);
});

/** Every text that is read on the page, once. */
function texts(pc) {
  return pc.page.evaluate(() => {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (!parentElement.closest("script, datalist")) found.add(data.replace(/\s+/g, " ").trim());
    }
    return [...found];
  });
}

/** What reads the same in both languages. */
const NAMES = new RegExp([
  "English|Nederlands|Online|Business|Enterprise|Elite|Field Services|Account Support Lead|Named Support (Engineer|Contacts)",
  "Event Management|Office Hours|Webinars|Experience League|Japan|London|Los Angeles|Tokyo|UTC|IANA \\w+|[0-9a-f]{40}",
  "Plan|[Oo]pen|weekend|per product|Training",
].map((names) => `\\b(${names})\\b`).join("|"), "g");

test("what the Dutch page has in common with the English one are names and numbers", async ({ visit }) => {
  const [english, dutch] = [await openEverything(visit), await openEverything(visit, { language: "nl" })];
  const known = new Set(await texts(english));
  const same = (await texts(dutch)).filter((text) => known.has(text));
  expect(same.length).toBeGreaterThan(20);
  expect(same.filter((text) => /\p{Letter}{2}/u.test(text.replace(NAMES, "")))).toEqual([]);
});

// Of two plans, the names stick to the edge of a telephone, too.
for (const [width, plans] of [[1440, PLANS], [320, PLANS], [320, ["online", "business"]]]) {
  test(`at ${width} pixels with ${plans.length} plans, every stop of the keyboard can be seen with everything open, on the way there and back`, async ({ visit }) => {
    const pc = await openEverything(visit, { width, height: 640, plans });
    await startAtTop(pc);
    const forth = await walk(pc, "Tab");
    const order = ["pc-priority-p2", "pc-account-online-button", "pc-ribbon-summary", "pc-fit-questions-summary", "pc-need-case-reviews", "pc-differences-only", "pc-mine-business"];
    expect(forth.filter((name) => order.includes(name))).toEqual(order);
    await expectWayBack(pc, forth);
  });
}

const CHOICES = [
  ["only what differs", "pc-differences-only", (pc) => pc.choice("differences", "only").press("Space"), "All rows shown"],
  ["another plan as one’s own", "pc-mine-enterprise", (pc) => pc.choice("mine", "business").press("ArrowRight"), "Compared with Enterprise"],
  ["something that is needed", "pc-need-service-reviews", (pc) => pc.choice("need", "service-reviews").press("Space"), "Service Reviews needed"],
  ["something that is no longer needed", "pc-need-case-reviews", (pc) => pc.choice("need", "case-reviews").press("Space"), "Case Reviews no longer needed"],
  ["another wait", "pc-within-P3D", (pc) => pc.page.locator("input[name=within]:checked").press("ArrowRight"), "Wait of at most 3 days accepted"],
];
const REPLIES = "first reply due: Online Monday 30 March 2026 12:30 (London, UTC+1), Business Monday 30 March 2026 10:30 (London, UTC+1), Enterprise Friday 27 March 2026 17:30 (London, UTC+0) and Elite Friday 27 March 2026 17:00 (London, UTC+0).";
for (const width of [320, 1440]) {
  for (const [what, id, choose, change] of CHOICES) {
    test(`at ${width} pixels, who chooses ${what} is told so, stays there, and keeps the focus`, async ({ visit }) => {
      const pc = await openEverything(visit, { width });
      const control = pc.page.locator(`#${id}`);
      await control.focus();
      await settle(pc);
      const place = () => control.evaluate((control) => control.getBoundingClientRect().top);
      const before = await place();
      await choose(pc);
      await expect(pc.status).toHaveText(said(`${change}; ${REPLIES}`));
      await settle(pc);
      expect(await pc.focused()).toBe(id);
      expect(Math.abs((await place()) - before), "how far it moves").toBeLessThan(30);
      await expect(pc.page.getByRole("status")).toHaveCount(1);
    });
  }
}

test("who takes a choice back is told so", async ({ visit }) => {
  const pc = await openEverything(visit);
  await pc.choice("differences", "only").uncheck();
  for (const [choose, change] of [
    [() => pc.choice("differences", "only").check(), "Only rows that differ shown"],
    [() => pc.choice("mine", "").check(), "Compared with no plan"],
    [() => pc.choice("within", "").check(), "Any wait will do"],
  ]) {
    await choose();
    await expect(pc.status).toHaveText(said(`${change}; ${REPLIES}`));
  }
});

// Between the lanes stand the accounts that are open, which may become shorter.
for (const [name, pictures, open] of [["a lane", ".pc-ribbon", () => {}], ["a picture", "details .pc-picture:not(.pc-scale)", (pc) => pc.openEverything()]]) {
  test(`a point chosen in ${name} is told, and neither scrolls nor takes the focus`, async ({ visit }) => {
    const pc = await openEverything(visit);
    const places = [...(await pc.page.locator(pictures).all()).keys()];
    expect(places).not.toEqual([]);
    for (const place of places) {
      await pc.open(`en/?${FRIDAY}`);
      await open(pc);
      const picture = pc.page.locator(pictures).nth(place);
      await picture.scrollIntoViewIfNeeded();
      await settle(pc);
      const before = await picture.boundingBox();
      await picture.click({ position: { x: before.width * 0.6, y: before.height / 2 } });
      await expect(pc.status).toHaveText(/^Moment of opening changed; first reply due: Online .* and Elite .*\.$/);
      await settle(pc);
      expect(Math.abs((await picture.boundingBox()).y - before.y), "how far it moves").toBeLessThan(30);
      expect(["nothing", "pc-comparison"]).toContain(await pc.focused());
    }
  });
}

test.describe("in forced colours", () => {
  const forced = { media: { forcedColors: "active" } };

  test("every stop of the keyboard is outlined in a colour that stands out", async ({ visit }) => {
    const pc = await openEverything(visit, forced);
    const faint = await pc.page.evaluate(() => {
      const stops = [...document.querySelectorAll("a[href], button, summary, input")].filter((element) => element.checkVisibility({ visibilityProperty: true }));
      return stops.flatMap((element) => {
        element.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        const seen = outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2;
        return seen && outlineColor !== getComputedStyle(document.body).backgroundColor ? [] : [element.id || element.innerText];
      });
    });
    expect(faint).toEqual([]);
  });

  test("what is chosen stands out, and what changes is said by a sign and in words", async ({ visit }) => {
    const pc = await openEverything(visit, forced);
    const outlined = (elements) => elements.map((element) => getComputedStyle(element).outlineStyle);
    expect(await pc.table.locator("tr[data-priority]").evaluateAll(outlined)).toEqual(["none", "solid", "none", "none"]);
    for (const name of ["plans", "priority", "mine", "need", "within", "differences"]) {
      const labels = pc.page.locator(`label:has(input[name="${name}"])`);
      const chosen = await labels.evaluateAll((labels) => labels.map((label) => (label.control.checked ? "solid" : "none")));
      expect(chosen).toContain("solid");
      expect(await labels.evaluateAll(outlined)).toEqual(chosen);
    }
    const changes = await pc.table.locator(".pc-change").evaluateAll((changes) => changes.map((change) => [getComputedStyle(change, "::before").content[1], change.textContent]));
    expect(changes.length).toBeGreaterThan(20);
    const words = { "+": /^(Faster|Extra|More)\b/, "−": /^(Slower|Lost|Less)\b/, "≠": /^Different\b/ };
    expect(changes.filter(([sign, text]) => !words[sign]?.test(text))).toEqual([]);
  });

  test("the bands of every picture have edges that stand out", async ({ visit }) => {
    const pc = await openEverything(visit, forced);
    const bands = await pc.page.locator(".pc-picture:not(.pc-scale)").evaluateAll((pictures) => pictures.map((picture) => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      // The bands lie across a share of the picture; what is off is shaded, and hatched along an edge.
      const shapes = [...picture.querySelectorAll("rect[width$='%']:not(.pc-off-day), path:not(pattern *, .pc-area, .pc-off-day, .pc-midnight)")];
      return shapes.map((shape) => {
        const { stroke, strokeOpacity, fill } = getComputedStyle(shape);
        const seen = (stroke !== "none" && stroke !== canvas && strokeOpacity === "1") || (/^rgb/.test(fill) && fill !== canvas);
        return seen ? "" : shape.outerHTML;
      });
    }));
    expect(bands.map((shapes) => shapes.length > 3)).toEqual(Array(PLANS.length + 2).fill(true));
    expect(bands.flat().filter(Boolean)).toEqual([]);
  });
});

test("nothing on the page moves by itself", async ({ visit }) => {
  const pc = await openEverything(visit, { media: { reducedMotion: "reduce" } });
  const moving = await pc.page.evaluate(() => [
    ...document.getAnimations().map((animation) => animation.animationName ?? animation.transitionProperty),
    ...[...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, scrollBehavior } = getComputedStyle(element);
      return /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth";
    }).map((element) => element.outerHTML.slice(0, 60)),
  ]);
  expect(moving).toEqual([]);
});

/** What shifts once the page is there, as the browser reckons it, when the program comes late. */
async function shifts(visit, width, link) {
  const pc = await visit({ viewport: { width, height: width < 700 ? 640 : 900 } });
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await pc.page.route("**/*.wasm", (route) => released.then(() => route.continue()));
  await pc.page.addInitScript(() => {
    globalThis.shifts = [];
    const name = ({ node }) => (node?.id || node?.className || node?.parentElement?.className || node?.nodeName);
    new PerformanceObserver((list) => {
      for (const { startTime, value, sources } of list.getEntries()) {
        shifts.push({ startTime, value, sources: sources.map((source) => `${name(source)} ${source.previousRect.y}+${source.previousRect.height} to ${source.currentRect.y}+${source.currentRect.height}`) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await pc.page.goto(link, { waitUntil: "commit" });
  await pc.page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  await settle(pc);
  release();
  await pc.started();
  await settle(pc);
  const found = await pc.page.evaluate(() => {
    const [{ domInteractive }] = performance.getEntriesByType("navigation");
    return shifts.filter(({ startTime }) => startTime > domInteractive);
  });
  // The browser does tell of what shifts.
  const told = await pc.page.evaluate(() => shifts.length);
  await restyle(pc, "main { margin-block-start: 100px }");
  await expect.poll(() => pc.page.evaluate(() => shifts.length)).toBeGreaterThan(told);
  return found;
}

test.describe("when the program comes late", () => {
  needs("shifts of the layout");
  // The moments of painting are true only on the true clock.
  test.use({ now: null });

  for (const width of [320, 768, 1440]) {
    for (const link of ["en/", `en/?${FRIDAY}`, `nl/?${EVERYTHING}`]) {
      test(`at ${width} pixels, nothing shifts when the program comes late to ${link}`, async ({ visit }) => {
        const found = await shifts(visit, width, link);
        const sum = found.reduce((sum, { value }) => sum + value, 0);
          expect(sum, JSON.stringify(found, null, 1)).toBeLessThan(0.001);
      });
    }
  }
});
