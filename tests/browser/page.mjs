// What the browser tests share: the page as a visitor meets it, and a watch over what goes wrong.
import { test as base, expect } from "@playwright/test";
import { LACKS, preferences, restyleForPaper } from "./engines.mjs";

export { expect };
export * from "./links.mjs";

/** The site, served at the root of a server and in a folder. */
export const SITES = { "at the root": `${process.env.PC_SITE}/`, "in a folder": `${process.env.PC_DEEP_SITE}/a/b/` };

/** A moment for tests in which "now" matters little: Wednesday noon in Amsterdam. */
const NOON = "2026-06-10T10:00:00Z";

/**
 * Exactly this text, but for the comma that some versions of browsers put after a weekday in
 * English dates.
 */
export function said(text, { whole = true } = {}) {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = escaped.replace(/((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) /g, "$1,? ");
  return new RegExp(whole ? `^${pattern}$` : pattern);
}

/** The page as a visitor meets it. */
export class Comparator {
  constructor(page) {
    this.page = page;
    /** The engine's name, for the few things in which tests have to know it. */
    this.engine = page.context().browser().browserType().name();
    /** The plans' answers. */
    this.replies = page.locator(".pc-answers").getByRole("table");
    /** What each plan promises and includes. */
    this.table = page.locator(".pc-matrix").getByRole("table");
    this.status = page.getByRole("status");
    this.notice = page.locator("[data-notice]");
    this.failure = page.locator("body > [role=alert]");
    this.zone = page.locator("input[name=zone]");
    this.opened = page.locator("input[name=opened]");
    this.holiday = page.locator("input[name=holidays]");
    /** A button for each holiday, which names it and removes it. */
    this.holidays = page.getByRole("group", { name: /Holidays|Feestdagen/ }).getByRole("button", { name: /^Remove | verwijderen$/ });
    this.now = page.locator("#pc-opened-hint");
  }

  /** Opens a link, relative to the site, waits for the answers, and opens what a narrow page keeps closed. */
  async open(link) {
    await this.page.goto(link);
    await this.started();
    await this.openQuestion();
    await this.openPlans();
  }

  /** Waits until the program has a table of its own, where the static page's stood. */
  async hasTable() {
    await expect(this.page.locator("[data-kept]")).toHaveCount(0);
  }

  /** Waits until the page computes. */
  async started() {
    const answered = this.page.locator("[data-deadline]:is(:has(time), [data-error])");
    await expect(answered.first(), "the page computes").toBeAttached();
  }

  /** The cell with a plan's answer. */
  answer(plan) {
    return this.page.locator(`[data-deadline="${plan}"]`);
  }

  /** The moment by which a plan's first reply is due. */
  due(plan) {
    return this.answer(plan).locator("time");
  }

  /** Every answer: the plan, and its due instant or the error. */
  async answers() {
    return this.page.locator("[data-deadline]").evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => {
          const moments = [...cell.querySelectorAll("time")].map((time) => time.dateTime);
          return [cell.dataset.deadline, moments.join(" ") || cell.dataset.error];
        }),
      ),
    );
  }

  /** The account of a plan's answer, while it is open. */
  account(plan) {
    return this.page.locator(`#pc-account-${plan}`);
  }

  /** The button that opens the account of a plan's answer, and closes it. */
  accountButton(plan) {
    return this.page.locator(`#pc-account-${plan}-button`);
  }

  /** Opens the question, where the page is so narrow that words stand for it. */
  async openQuestion() {
    const button = this.page.locator("[data-question][aria-expanded=false]:visible");
    if (await button.count()) await button.click();
  }

  /** Opens the boxes of the plans, where the page is so narrow that their number stands for them. */
  async openPlans() {
    const button = this.page.locator(".pc-plans [aria-expanded=false]:visible");
    if (await button.count()) await button.click();
  }

  /** Opens every account, and waits until what they say is there. */
  async openAccounts() {
    const buttons = this.page.locator(".pc-answer [aria-controls^=pc-account-]:not([hidden])");
    await buttons.evaluateAll((buttons) => {
      for (const button of buttons) if (button.ariaExpanded === "false") button.click();
    });
    await expect(this.page.locator(".pc-account ol")).toHaveCount(await buttons.count());
  }

  /** Opens whatever can be opened: the question, accounts, pictures, their tables and the needs. */
  async openEverything() {
    await this.openQuestion();
    await this.openPlans();
    await this.openAccounts();
    const press = (summaries) => this.page.locator(summaries).evaluateAll((summaries) => summaries.forEach((summary) => summary.click()));
    await press("details:not([open]):not(details details) > summary");
    await expect(this.page.locator("details .pc-picture > svg")).toHaveCount(2);
    await press("details details:not([open]) > summary");
    await expect(this.page.locator("details:not([open])")).toHaveCount(0);
  }

  /** Types into a field, after what stood there was taken out, and leaves it by Enter. */
  async enter(field, text) {
    await field.fill("");
    // Firefox takes what is filled in at once for nothing that a visitor changed.
    await field.pressSequentially(text);
    await field.press("Enter");
  }

  /** A choice among plans, priorities or regions. */
  choice(name, value) {
    return this.page.locator(`input[name="${name}"][value="${value}"]`);
  }

  /** The radio buttons and boxes that are chosen, and the fields, as the form shows them. */
  async form() {
    return this.page.locator("main").evaluate((main) => {
      const values = (name) => [...main.querySelectorAll(`input[name=${name}]:is(:checked, :not([type=checkbox], [type=radio]))`)].map(({ value }) => value).join();
      return Object.fromEntries(["plans", "priority", "region", "zone", "opened"].map((name) => [name, values(name)]));
    });
  }

  /** Shows the page as it is on paper. */
  async toPaper() {
    if (this.engine === "firefox") await this.page.evaluate(restyleForPaper);
    else await this.page.emulateMedia({ media: "print" });
  }

  /** The query string of the address. */
  query() {
    return new URL(this.page.url()).search;
  }

  /** The id, or else the text, of the element that has the focus. */
  async focused() {
    return this.page.evaluate(() => {
      const { id, innerText, tagName } = document.activeElement;
      return document.activeElement === document.body ? "nothing" : id || innerText || tagName;
    });
  }
}

/** Has the visitor save data, so that nothing is fetched before it is asked for. */
export async function saveData(pc) {
  await pc.page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
}

/** Waits until the browser has drawn what was changed, and settled where the focus is. */
export async function settle(pc) {
  await pc.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** The element that has the focus: which it is, and whether one can see that it has it. */
function stop(pc) {
  return pc.page.evaluate(() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const { x, y, width, height } = element.getClientRects()[0];
    const covers = (top) => top === null || !(element.contains(top) || top.contains(element));
    const [top, bottom] = [Math.max(y, 0), Math.min(y + height, innerHeight)];
    const places = [(top + bottom) / 2, top + 4, bottom - 4];
    // Nobody sees a stop on the way back in Firefox, whose tests do not bring the keyboard back into the page.
    const isSeen = element.matches(":focus-within");
    const covering = isSeen ? places.map((down) => document.elementFromPoint(x + width / 2, down)).find(covers) : undefined;
    const style = getComputedStyle(element);
    return {
      index: [...document.querySelectorAll("*")].indexOf(element),
      name: element.id || element.innerText || element.ariaLabel || element.tagName,
      // The browser outlines the button in a date field by itself, without the field.
      outlined: (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2) || !element.matches(":focus"),
      covering: covering === undefined ? null : (covering?.outerHTML.slice(0, 60) ?? "the edge of the view"),
    };
  });
}

/** Has the next Tab lead to the first stop of the page, whatever was clicked before. */
export function startAtTop(pc) {
  return pc.page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
  });
}

/** Walks by keyboard to the end of the page, sees every stop on the way, and returns their names. */
export async function walk(pc, key) {
  const [indices, names] = [[], []];
  for (let presses = 0; presses < 200; presses += 1) {
    await pc.page.keyboard.press(key);
    const { index, name, outlined, covering } = (await stop(pc)) ?? {};
    // Back at the beginning, or out of the page.
    if (index === undefined || indices.slice(0, -1).includes(index)) return names;
    expect(outlined, `${name} is outlined`).toBe(true);
    expect(covering, `${name} is covered`).toBe(null);
    if (indices.at(-1) !== index) names.push(name), indices.push(index);
  }
  throw new Error(`${key} leads nowhere`);
}

/**
 * Expects the same stops on the way back. Firefox goes on from the last stop even if the keyboard has
 * left the page there, and so does not come to it again.
 */
export async function expectWayBack(pc, forth) {
  const back = await walk(pc, "Shift+Tab");
  expect(back).toEqual(back.length < forth.length && pc.engine === "firefox" ? forth.toReversed().slice(1) : forth.toReversed());
}

/** The spacing of text that a reader may ask for: WCAG 1.4.12. */
export const WIDE_SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

/** Text twice as large. */
export const LARGE_TEXT = "html { font-size: 200% !important }";

/** Lets CSS take effect without a style element, which the page's policy forbids. */
export async function restyle(pc, css) {
  await pc.page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

/** What sticks out of the page, or is cut off: nothing, one hopes. */
export async function misfits(pc) {
  return pc.page.evaluate(() => {
    const found = [];
    const wide = document.documentElement;
    if (wide.scrollWidth > innerWidth) found.push(`the page is ${wide.scrollWidth} wide`);
    for (const element of document.querySelectorAll("body *:not(svg svg)")) {
      const { left, right, width, height } = element.getBoundingClientRect();
      // What is there for listeners only is clipped away.
      let unseen = width === 0 || height === 0;
      for (let around = element; around; around = around.parentElement) unseen ||= getComputedStyle(around).clipPath !== "none";
      if (unseen) continue;
      const name = `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 30)}”`;
      // A table of data may be wider than its room, and scroll there by itself.
      const scrolls = element.closest(".pc-pictures__table table") !== null;
      if (!scrolls && (left < -0.5 || right > innerWidth + 0.5)) found.push(`${name} reaches from ${left} to ${right}`);
      const text = /^(TD|TH|LI|P|A|BUTTON|SUMMARY|LEGEND|LABEL|DD|DT|H\d)$/.test(element.tagName);
      const inline = getComputedStyle(element).display === "inline";
      if (!text || inline) continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`${name} is ${element.scrollWidth} wide in ${element.clientWidth}`);
      if (element.scrollHeight > element.clientHeight + 1) found.push(`${name} is ${element.scrollHeight} high in ${element.clientHeight}`);
    }
    return found;
  });
}

/** Collects everything that a flawless visit does not have, and returns what tells it in the end. */
function watch(page, scripts) {
  const trouble = [];
  let left = false;
  page.on("console", (message) => {
    const unused = !scripts && message.text().includes("preloaded using link preload but not used");
    if (!unused) trouble.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble.push(`uncaught: ${error.message}`));
  page.on("crash", () => trouble.push("the page crashed"));
  page.on("dialog", (dialog) => trouble.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // Without scripts, the browser does not fetch them; and who moves on waits for nothing more.
    const aborted = ["net::ERR_ABORTED", "NS_BINDING_ABORTED"].includes(reason);
    left ||= aborted;
    const expected = (!scripts && request.resourceType() === "script") || aborted;
    if (!expected) trouble.push(`${reason}: ${request.url()}`);
  });
  let visits = 0;
  // To Playwright a write of the address is a navigation, too, but none that asks for a page.
  const isVisit = (request) => request.isNavigationRequest() && request.frame() === page.mainFrame() && !request.redirectedFrom();
  page.on("request", (request) => (left ||= isVisit(request) && (visits += 1) > 1));
  page.on("response", (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
  });
  // Who moves on no longer waits for chunks, of which a page of Firefox still tells.
  return () => trouble.filter((what) => !(left && what === "console error: Error"));
}

/** Leaves a test out in an engine that lacks something, and says why. */
export function needs(what) {
  test.skip(({ browserName }) => what in LACKS[browserName], what);
}

/** After how many visits a Firefox is closed. Each visit is 0.1 % slower than the one before, and a launch takes as long as a visit. */
const VISITS = 60;

/**
 * Playwright's test with fixtures of ours:
 * - `visit` opens the page as another visitor, with browser options of its own;
 * - `pc` is the page for the one visitor of most tests.
 * A test fails when its page writes to the console, breaks off or asks for what is not there,
 * unless it says that this is what it is about, with `troubled`.
 */
export const test = base.extend({
  now: [NOON, { option: true }],
  troubled: [false, { option: true }],

  /** The browsers of a worker: Firefox has one for each set of preferences. */
  browsers: [async ({ browser, browserName, playwright, launchOptions, channel }, use) => {
    const open = new Map();
    await use({
      /** The browser for a visitor. */
      async of(options) {
        if (browserName !== "firefox") return browser;
        const firefoxUserPrefs = { ...launchOptions.firefoxUserPrefs, ...preferences(options) };
        const key = JSON.stringify(firefoxUserPrefs);
        const launch = () => playwright.firefox.launch({ ...launchOptions, channel, firefoxUserPrefs });
        if (!open.has(key)) open.set(key, { firefox: await launch(), visits: 0 });
        open.get(key).visits += 1;
        return open.get(key).firefox;
      },
      /** Closes those that are too slow for another visitor. */
      async tidy() {
        for (const [key, { firefox, visits }] of open) {
          if (visits < VISITS) continue;
          open.delete(key);
          await firefox.close();
        }
      },
    });
    for (const { firefox } of open.values()) await firefox.close();
  }, { scope: "worker" }],

  visit: async ({ browsers, now, troubled }, use) => {
    const visits = [];
    await use(async ({ media = {}, ...options } = {}) => {
      const scripts = options.javaScriptEnabled !== false;
      const features = { reducedMotion: "reduce", ...media };
      const browser = await browsers.of({ ...options, ...features });
      const context = await browser.newContext(options);
      const page = await context.newPage();
      visits.push({ context, trouble: watch(page, scripts) });
      await page.emulateMedia(features);
      if (now && scripts) await page.clock.setFixedTime(now);
      return new Comparator(page);
    });
    for (const { context } of visits) await context.close();
    await browsers.tidy();
    if (!troubled) expect(visits.flatMap(({ trouble }) => trouble()), "a flawless visit").toEqual([]);
  },

  pc: async ({ visit }, use) => use(await visit()),
});
