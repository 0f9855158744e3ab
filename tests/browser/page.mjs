// What the browser tests share: the page as a visitor meets it, and a watch over what goes wrong.
import { test as base, expect } from "@playwright/test";

export { expect };

/** The plans, in catalog order. */
export const PLANS = ["online", "business", "enterprise", "elite"];

/** The site, served at the root of a server and in a folder. */
export const SITES = { "at the root": process.env.PC_SITE, "in a folder": process.env.PC_PREFIXED };

/** A case opened in London on the last Friday before summer time. */
export const FRIDAY = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";

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

  /** Opens a link, relative to the site, and waits for the answers. */
  async open(link) {
    await this.page.goto(link);
    await this.started();
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

  /** The account of a plan's answer. Its summary names the plan in any language. */
  account(plan) {
    const summary = this.page.locator("summary", { hasText: new RegExp(`${plan}$`, "i") });
    return this.replies.locator("details", { has: summary });
  }

  /** A choice among plans, priorities or regions. */
  choice(name, value) {
    return this.page.locator(`input[name="${name}"][value="${value}"]`);
  }

  /** The radio buttons and boxes that are chosen, and the fields, as the form shows them. */
  async form() {
    return this.page.locator("form").evaluate((form) => {
      const data = new FormData(form);
      const { priority, region, zone, opened } = Object.fromEntries(data);
      return { plans: data.getAll("plans").join(), priority, region, zone, opened };
    });
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

/** Collects everything that a flawless visit does not have. */
function watch(page, scripts) {
  const trouble = [];
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
    const expected = (!scripts && request.resourceType() === "script") || reason === "net::ERR_ABORTED";
    if (!expected) trouble.push(`${reason}: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
  });
  return trouble;
}

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

  visit: async ({ browser, now, troubled }, use) => {
    const visits = [];
    await use(async ({ media = {}, ...options } = {}) => {
      const scripts = options.javaScriptEnabled !== false;
      const context = await browser.newContext(options);
      const page = await context.newPage();
      visits.push({ context, trouble: watch(page, scripts) });
      await page.emulateMedia({ reducedMotion: "reduce", ...media });
      if (now && scripts) await page.clock.setFixedTime(now);
      return new Comparator(page);
    });
    for (const { context } of visits) await context.close();
    if (!troubled) expect(visits.flatMap(({ trouble }) => trouble), "a flawless visit").toEqual([]);
  },

  pc: async ({ visit }, use) => use(await visit()),
});
