// The presenter's view: one statement at a time, in large letters, driven by single keys.
import { readFileSync } from "node:fs";
import { AXE, RUN_AXE } from "./axe.mjs";
import { AMSTERDAM, Demo, WORDS, fragmentOf, showBlock, unfit } from "./demo.mjs";
import { ALSO } from "./desks.mjs";
import { FRIDAY, FRIDAYS_ANSWERS, PLANS, expect, test } from "./page.mjs";

const WALL = { width: 1920, height: 1080 };
/** The least size of letters on the wall, in pixels. */
const SMALLEST = 32;

/** The page of a visitor, with the room. */
async function visited(visit, options) {
  return new Demo(await visit(options));
}

/** Opens a link in the presenter's view. */
async function present(demo, link) {
  await demo.open(link);
  await demo.present();
}

/** The moment that a statement is about, or nothing. */
const due = (demo) => demo.statement.locator(".pc-present__due time").getAttribute("datetime");

/** Why an address does not open the view. */
const FROM = {
  "the button": async (demo, language) => {
    await demo.open(`${language}/?${AMSTERDAM}`);
    await demo.room.getByRole("button", { name: /^(Present|Presenteren)\b/ }).click();
  },
  "an address": (demo, language) => demo.pc.open(`${language}/?${AMSTERDAM}&view=present`),
  "an address that begins with the view": (demo, language) => demo.pc.open(`${language}/?view=present&${AMSTERDAM}`),
};

for (const [from, begin] of Object.entries(FROM)) {
  for (const language of ["en", "nl"]) {
    test(`it opens from ${from}, in ${language}, and shows what the page shows`, async ({ pc }) => {
      const demo = new Demo(pc);
      await begin(demo, language);
      await expect(demo.presented).toBeVisible();
      await expect(demo.presented).toHaveAccessibleName(language === "en" ? "Presentation" : "Presentatie");
      await expect(pc.notice).toHaveCount(0);
      await expect(demo.statement).toContainText(language === "en" ? "Priority 2 in Europe" : "Prioriteit 2");
      await expect(demo.statement).toContainText("Amsterdam, UTC+1");
      await demo.page.keyboard.press("Escape");
      await expect(demo.presented).toBeHidden();
      await expect.poll(() => pc.query()).toBe(`?${AMSTERDAM}`);
    });
  }
}

test("the site's root leads to it in the visitor's language, with the question and the fragment", async ({ visit }) => {
  const demo = await visited(visit, { locale: "nl-NL" });
  await demo.page.goto(`?${AMSTERDAM}&view=present#pc-comparison`);
  await expect(demo.presented).toBeVisible();
  const address = new URL(demo.page.url());
  expect([address.pathname, address.search, address.hash]).toEqual(["/nl/", `?${AMSTERDAM}&view=present`, "#pc-comparison"]);
  await expect(demo.presented).toHaveAccessibleName("Presentatie");
});

for (const key of ["ArrowRight", "PageDown", "Space"]) {
  test(`${key} makes one statement after another, and each is what the page answers`, async ({ pc }) => {
    const demo = new Demo(pc);
    await present(demo, `en/?${FRIDAY}`);
    expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
    const statements = await demo.statements(async () => ({
      words: await demo.statement.innerText(),
      moments: await demo.statement.locator("time").evaluateAll((times) => times.map((time) => time.dateTime)),
    }), key);
    expect(statements.map(({ moments }) => moments)).toEqual([
      [], ...PLANS.map((plan) => [FRIDAYS_ANSWERS[plan]]), PLANS.map((plan) => FRIDAYS_ANSWERS[plan]),
    ]);
    for (const [place, plan] of ["Online", "Business", "Enterprise", "Elite"].entries()) {
      expect(statements[place + 1].words).toContain(`${plan} Support`);
      expect(statements.at(-1).words).toContain(plan);
    }
    expect(statements.at(-1).words).toContain("Soonest: Elite, Friday 27 March 2026 17:00.");
  });
}

for (const key of ["ArrowLeft", "PageUp"]) {
  test(`${key} goes back, and stays at the beginning`, async ({ pc }) => {
    const demo = new Demo(pc);
    await present(demo, `en/?${FRIDAY}`);
    const forth = await demo.statements();
    expect(await demo.statements(undefined, key)).toEqual(forth.toReversed());
  });
}

test("with one plan nothing is compared", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?plans=business&${FRIDAY}`);
  await expect(demo.statement).toContainText("Priority 2");
  await demo.page.keyboard.press("ArrowRight");
  await expect(demo.statement).toContainText("Business Support");
  expect(await demo.statements()).toHaveLength(1);
});

test("a plan that has no moment says why", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, "en/?opened=2041-06-01T10:00");
  const statements = await demo.statements();
  expect(statements).toHaveLength(6);
  for (const words of statements.slice(1)) expect(words).toContain("outside 2020 to 2040");
});

/** The pages with several numbers of plans: a query, and the name of another catalog's block, if it has one. */
const NUMBERS = {
  "one plan": [`plans=elite&${AMSTERDAM}`],
  "four plans": [AMSTERDAM],
  "four plans at three desks": [`${AMSTERDAM}&${ALSO}`],
  "four plans in time for a customer": [`priority=p3&${FRIDAY.replace("priority=p2&", "")}&by=2026-04-07T12:00${fragmentOf({ customer: "Meridian Freight & Sons" })}`],
  "four plans without a moment": ["opened=2041-06-01T10:00"],
  "twelve plans": ["zone=Europe/London&opened=2026-03-27T16:30", "12 plans"],
  "plans with long names": ["zone=Europe/London&opened=2026-03-27T16:30", "long names"],
};

/** The sizes of windows, with the least size of letters in each, in pixels. On the wall nothing scrolls. */
const SIZES = [[1920, 1080, SMALLEST], [1280, 720, 16], [390, 844, 16], [320, 568, 16]];

for (const [number, [query, name]] of Object.entries(NUMBERS)) {
  // The made-up catalogs are English.
  for (const language of name ? ["en"] : ["en", "nl"]) {
    for (const [width, height, smallest] of SIZES) {
      const size = `${width} × ${height}`;
      test(`everything fits with ${number}, in ${language}, at ${size}`, async ({ visit }) => {
        const demo = await visited(visit, { viewport: { width, height } });
        if (name) await showBlock(demo.pc, JSON.parse(readFileSync(process.env.PC_BLOCKS, "utf8"))[name]);
        // A link with a story opens the room by itself.
        await (query.includes("#story=") ? demo.pc : demo).open(`${language}/?${query}`);
        await demo.room.getByRole("button", { name: /^(Present what|Presenteren wat) / }).click();
        await expect(demo.statement).not.toBeEmpty();
        const limits = { smallest, mayScroll: smallest !== SMALLEST };
        const misfits = await demo.statements(() => unfit(demo, limits));
        if (number === "twelve plans") expect(misfits).toHaveLength(1 + 12 + 3);
        expect(misfits.flatMap((misfits, step) => misfits.map((misfit) => `statement ${step}: ${misfit}`))).toEqual([]);
        await demo.page.keyboard.press("?");
        expect(await unfit(demo, limits), "with the keys").toEqual([]);
      });
    }
  }
}

/** What a visitor's page is, in which presenting changes nothing. */
async function stateOf(pc) {
  const { href } = new URL(pc.page.url());
  return { href, form: await pc.form(), answers: await pc.answers() };
}

for (const [how, leave] of Object.entries({
  "Escape": (demo) => demo.page.keyboard.press("Escape"),
  "the cross": (demo) => demo.presented.getByRole("button", { name: "Leave" }).click(),
  "the keyboard on the cross": async (demo) => {
    await demo.presented.getByRole("button", { name: "Leave" }).focus();
    await demo.page.keyboard.press("Enter");
  },
})) {
  test(`what keys choose while presenting is gone when one leaves by ${how}`, async ({ pc }) => {
    const demo = new Demo(pc);
    await demo.open(`en/?${FRIDAY}`);
    const before = await stateOf(pc);
    const button = demo.button(WORDS.showing.present);
    await button.focus();
    await demo.page.keyboard.press("Enter");
    await expect(demo.presented).toBeVisible();
    for (const key of ["ArrowRight", "p", "r", "2"]) await demo.page.keyboard.press(key);
    await expect(demo.presented.locator(".pc-present__case")).toContainText("Priority 3 in Asia Pacific");
    await leave(demo);
    await expect(demo.presented).toBeHidden();
    expect(await stateOf(pc)).toEqual(before);
    await expect(button).toBeFocused();
    await expect(demo.presented).toBeEmpty();
    await demo.present();
    await expect(demo.statement, "it begins anew").toContainText("Priority 2 in Europe");
  });
}

test("leaving takes only the view out of the address", async ({ pc }) => {
  const demo = new Demo(pc);
  await pc.open(`en/?${AMSTERDAM}&view=present#pc-comparison`);
  await expect(demo.presented).toBeVisible();
  const length = await demo.page.evaluate(() => history.length);
  await demo.page.keyboard.press("Escape");
  await expect.poll(() => demo.page.url()).toBe(`${process.env.PC_SITE}/en/?${AMSTERDAM}#pc-comparison`);
  expect(await demo.page.evaluate(() => history.length)).toBe(length);
  // A choice writes the address anew.
  await pc.choice("priority", "p3").check();
  await expect.poll(() => pc.query()).toContain("priority=p3");
  expect(pc.query()).not.toContain("view");
});

test("priority, region and plans are those that the keys say, and are told", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${FRIDAY}`);
  const head = demo.presented.locator(".pc-present__case");
  const status = demo.presented.getByRole("status");
  await demo.page.keyboard.press("ArrowRight");
  await demo.page.keyboard.press("ArrowRight");
  expect(await due(demo)).toBe(FRIDAYS_ANSWERS.business);
  await demo.page.keyboard.press("P");
  await expect(head).toContainText("Priority 3 in Europe");
  await expect(status).toContainText("Priority 3");
  // 30 minutes of four business hours were on Friday; London's desk opens at nine.
  await expect.poll(() => due(demo)).toBe("2026-03-30T11:30:00Z");
  await demo.page.keyboard.press("p");
  await demo.page.keyboard.press("p");
  await expect(head).toContainText("Priority 1 in Europe");
  // It is the same case, whatever another desk's clock shows when it is opened.
  const opened = {
    "Asia Pacific": "Saturday 28 March 2026 0:30 (Singapore, UTC+8)",
    "Japan": "Saturday 28 March 2026 1:30 (Tokyo, UTC+9)",
    "Americas": "Friday 27 March 2026 9:30 (Los Angeles, UTC-7)",
    "Europe": "Friday 27 March 2026",
  };
  for (const [region, moment] of Object.entries(opened)) {
    await demo.page.keyboard.press("r");
    await expect(head).toContainText(`Priority 1 in ${region}`);
    await expect(head).toContainText(moment.replace(/ (\d):/, " 0$1:"));
  }
  await demo.page.keyboard.press("4");
  await expect(demo.statement, "a digit tells of a plan").toContainText("Elite Support");
  await demo.page.keyboard.press("2");
  await expect(demo.statement).toContainText("Business Support");
  await demo.page.keyboard.press("h");
  await expect(demo.statement, "the next plan has its place").toContainText("Enterprise Support");
  await expect(status).toContainText("Business");
  await demo.page.keyboard.press("2");
  await expect(demo.statement, "a hidden plan is shown again").toContainText("Business Support");
});

test("another desk leaves the instant by which a reply is needed, too", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${FRIDAY}&by=2026-03-30T12:00`);
  const head = demo.presented.locator(".pc-present__case");
  await demo.page.keyboard.press("ArrowRight");
  await expect(head).toContainText("needed by Monday 30 March 2026 12:00 (London, UTC+1)");
  await demo.page.keyboard.press("r");
  await expect(head).toContainText("needed by Monday 30 March 2026 19:00 (Singapore, UTC+8)");
});

test("Escape leaves the keys that are shown, and then the view", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${FRIDAY}`);
  const keys = demo.presented.locator(".pc-present__keys");
  for (const switches of ["", "k"]) {
    await demo.page.keyboard.press("?");
    await expect(keys).toBeVisible();
    if (switches) await demo.page.keyboard.press(switches);
    await demo.page.keyboard.press("Escape");
    await expect(keys).toBeHidden();
    await expect(demo.presented).toBeVisible();
  }
  await demo.page.keyboard.press("Escape");
  await expect(demo.presented).toBeHidden();
});

test("0 brings back the case as the story has it, and goes on with the plan that is told of", async ({ pc }) => {
  const demo = new Demo(pc);
  const press = async (...keys) => {
    for (const key of keys) await demo.page.keyboard.press(key);
  };
  await present(demo, `en/?plans=online,business,elite&${FRIDAY}`);
  await press("ArrowRight", "ArrowRight");
  const before = await demo.presented.innerText();
  expect(before).toContain("Business Support");
  await press("p", "r", "3", "1", "h");
  await expect(demo.statement, "Business has the first place").toContainText("Business Support");
  await press("0");
  await expect.poll(() => demo.presented.innerText()).toBe(before);
  await press("ArrowRight");
  await expect(demo.statement, "the plans are those of the story").toContainText("Elite Support");
  await press("3", "0");
  await expect(demo.statement, "a plan that the story does not show is not told of").toContainText("Priority 2 in Europe");
  await press("Escape");
  await expect(demo.presented).toBeHidden();
  await expect.poll(() => pc.query()).toContain("plans=online,business,elite");
});

test("plans that go away leave a statement that there is", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${FRIDAY}`);
  await demo.page.keyboard.press("1");
  for (let plan = 0; plan < 4; plan += 1) await demo.page.keyboard.press("h");
  await expect(demo.statement, "the last plan stays").toContainText("Elite Support");
  expect(await unfit(demo)).toEqual([]);
  await demo.page.keyboard.press("ArrowRight");
  await expect(demo.statement).toContainText("Elite Support");
  await demo.page.keyboard.press("ArrowLeft");
  await expect(demo.statement).toContainText("Priority 2 in Europe");
});

test("a finger that goes across turns to the next statement and back, and no other finger does", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${FRIDAY}`);
  const swipe = (right, below, pointerType = "touch") => demo.statement.evaluate((statement, { right, below, pointerType }) => {
    const finger = (name, x, y) => statement.dispatchEvent(new PointerEvent(name, {
      pointerType, isPrimary: true, pointerId: 7, clientX: 200 + x, clientY: 200 + y, bubbles: true,
    }));
    finger("pointerdown", 0, 0);
    finger("pointerup", right, below);
  }, { right, below, pointerType });
  await swipe(-90, 20);
  await expect(demo.statement).toContainText("Online Support");
  for (const other of [[-30, 0], [-90, 80], [0, -200], [-90, 0, "mouse"]]) await swipe(...other);
  await demo.drawn();
  await expect(demo.statement).toContainText("Online Support");
  await swipe(-60, 0);
  await expect(demo.statement).toContainText("Business Support");
  await swipe(60, 0);
  await expect(demo.statement).toContainText("Online Support");
  await demo.page.keyboard.press("Escape");
  await expect(demo.presented).toBeHidden();
  await demo.present();
  await swipe(-90, 0);
  await expect(demo.statement, "once, also when it is opened again").toContainText("Online Support");
});

test("the question mark shows the keys, and each is also a button", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${FRIDAY}`);
  const keys = demo.presented.locator(".pc-present__keys");
  await expect(keys).toBeHidden();
  await demo.page.keyboard.press("?");
  await expect(keys).toBeVisible();
  await expect(demo.presented.getByRole("button", { name: "Keys", exact: true })).toHaveAttribute("aria-expanded", "true");
  const named = await demo.presented.getByRole("button").evaluateAll((buttons) =>
    buttons.map((button) => [button.getAttribute("aria-keyshortcuts"), button.ariaLabel ?? button.innerText]));
  expect(Object.fromEntries(named)).toEqual({
    "ArrowLeft PageUp": "Back", "ArrowRight PageDown Space": "Next", "? Escape": "Keys", null: "Leave",
    ArrowDown: "↓ Next case", ArrowUp: "↑ Case before", P: "P Next priority", R: "R Next region", F: "F Full screen",
    1: "1 Online", 2: "2 Business", 3: "3 Enterprise", 4: "4 Elite", H: "H Hide this plan", 0: "0 Undo all changes", K: "K Switch keys off",
  });
  const press = (name) => demo.presented.getByRole("button", { name, exact: true }).click();
  await press("Next");
  await expect(demo.statement).toContainText("Online Support");
  await press("P Next priority");
  await press("R Next region");
  await expect(demo.presented.locator(".pc-present__case")).toContainText("Priority 3 in Asia Pacific");
  await press("H Hide this plan");
  await expect(demo.statement).toContainText("Business Support");
  await press("Back");
  await expect(demo.statement).toContainText("Priority 3 in Asia Pacific");
  await press("Keys");
  await expect(keys).toBeHidden();
});

test("K switches letters off, arrows go on working, and the button switches letters on", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${FRIDAY}`);
  await demo.page.keyboard.press("ArrowRight");
  await demo.page.keyboard.press("?");
  await demo.page.keyboard.press("k");
  // What stands on keys that do nothing is not shown either.
  const on = demo.presented.getByRole("button", { name: "Switch keys on", exact: true });
  await expect(on).toBeVisible();
  await expect(demo.presented.locator("kbd:visible")).toHaveText(["↓", "↑"]);
  const named = () => demo.presented.locator("[aria-keyshortcuts]").evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-keyshortcuts")));
  expect(await named()).toEqual(["ArrowDown", "ArrowUp", "ArrowLeft PageUp", "ArrowRight PageDown Space", "Escape"]);
  const before = await demo.presented.innerText();
  for (const key of ["p", "R", "1", "?"]) await demo.page.keyboard.press(key);
  await demo.drawn();
  expect(await demo.presented.innerText()).toBe(before);
  await demo.page.keyboard.press("ArrowRight");
  await expect(demo.statement).toContainText("Business Support");
  await demo.page.keyboard.press("ArrowLeft");
  await expect(demo.statement).toContainText("Online Support");
  await on.focus();
  await demo.page.keyboard.press("Enter");
  await expect(demo.presented.getByRole("button", { name: "Switch keys off" })).toBeFocused();
  expect(await named()).toContain("K");
  await demo.page.keyboard.press("p");
  await expect(demo.presented.locator(".pc-present__case")).toContainText("Priority 3");
});

test("keys with a modifier are the browser's", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${FRIDAY}`);
  const before = await demo.presented.innerText();
  const taken = await demo.presented.evaluate((dialog) => {
    const keys = ["p", "r", "f", "k", "1", "?", "ArrowRight", "ArrowDown", " "];
    return keys.flatMap((key) => ["ctrlKey", "metaKey", "altKey"].filter((modifier) => {
      const event = new KeyboardEvent("keydown", { key, [modifier]: true, bubbles: true, cancelable: true });
      return !dialog.firstElementChild.dispatchEvent(event);
    }).map((modifier) => `${modifier} ${key}`));
  });
  expect(taken).toEqual([]);
  await demo.drawn();
  expect(await demo.presented.innerText()).toBe(before);
});

for (const [what, answer] of [["allowed", "resolve"], ["refused", "reject"]]) {
  test(`F asks for the whole screen, which is ${what}`, async ({ pc }) => {
    await pc.page.addInitScript((answer) => {
      globalThis.asked = [];
      Element.prototype.requestFullscreen = function () {
        globalThis.asked.push(this.localName);
        return Promise[answer]();
      };
    }, answer);
    const demo = new Demo(pc);
    await present(demo, `en/?${FRIDAY}`);
    await demo.page.keyboard.press("f");
    expect(await demo.page.evaluate(() => globalThis.asked)).toEqual(["html"]);
    await demo.page.keyboard.press("ArrowRight");
    await expect(demo.statement).toContainText("Online Support");
  });
}

test("what is presented is not taken for the page's answers", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${FRIDAY}`);
  const found = await demo.statements(() => demo.presented.locator("[data-deadline]").count());
  expect(new Set(found)).toEqual(new Set([0]));
  const twice = await demo.page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
  });
  expect(twice, "ids that stand twice").toEqual([]);
});

for (const [reducedMotion, moving] of [["reduce", 0], ["no-preference", 1]]) {
  test(`the time that passes ${moving ? "moves" : "stands still"} for who prefers ${reducedMotion}`, async ({ visit }) => {
    const demo = await visited(visit, { media: { reducedMotion } });
    await present(demo, `en/?${FRIDAY}`);
    await demo.page.keyboard.press("ArrowRight");
    await expect(demo.statement).toContainText("Online Support");
    expect(await demo.presented.evaluate((dialog) => dialog.getAnimations({ subtree: true }).length)).toBe(moving);
  });
}

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [WALL, { width: 390, height: 844 }]) {
    test(`axe finds nothing, ${colorScheme}, at ${viewport.width} pixels`, async ({ visit }) => {
      const demo = await visited(visit, { viewport, media: { colorScheme } });
      await present(demo, `en/?${AMSTERDAM}`);
      await demo.page.evaluate(AXE);
      const inDialog = RUN_AXE.replace("axe.run(", 'axe.run("dialog.pc-present", ');
      await demo.page.keyboard.press("?");
      expect((await demo.page.evaluate(inDialog)).violations, "with the keys").toEqual([]);
      await demo.page.keyboard.press("?");
      for (const plan of ["Online", "Business", "Enterprise", "Elite"]) {
        await demo.page.keyboard.press("ArrowRight");
        await expect(demo.statement).toContainText(`${plan} Support`);
        expect((await demo.page.evaluate(inDialog)).violations, plan).toEqual([]);
      }
      await demo.page.keyboard.press("ArrowRight");
      const { violations } = await demo.page.evaluate(inDialog);
      expect(violations).toEqual([]);
    });
  }
}

test("axe finds nothing in the plans that are compared", async ({ pc }) => {
  const demo = new Demo(pc);
  await present(demo, `en/?${AMSTERDAM}`);
  await demo.statements();
  await demo.page.evaluate(AXE);
  expect((await demo.page.evaluate(RUN_AXE)).violations).toEqual([]);
});
