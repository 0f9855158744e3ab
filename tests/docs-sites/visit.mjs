// A visit to a site of documentation: what a reader does there, and what the element does then.

/** How long anything may take that a visit waits for, in milliseconds. */
const PATIENCE = 20_000;

/** When the plan Elite replies to the case of the example, and where the element says so. */
const DUE = "2026-03-27T17:00:00Z";

/** Looks at the element in the page: undefined unless it runs. */
const LOOK = () => {
  const shadow = document.querySelector("plan-comparator")?.shadowRoot;
  const time = shadow?.querySelector('[data-deadline="elite"] time');
  const [panel, field] = [shadow?.querySelector(".pc-panel"), shadow?.querySelector("input")];
  // What is kept from another page or time is shown before the program runs.
  if (!time || !panel || !field || shadow.querySelector("[data-kept]")) return undefined;
  const instant = new Date(time.dateTime);
  const due = Number.isNaN(instant.valueOf()) ? time.dateTime : instant.toISOString().replace(".000Z", "Z");
  return { due, panel: getComputedStyle(panel).backgroundColor, scheme: getComputedStyle(field).colorScheme };
};

/** Counts the instances that start and stop from now on, and marks the document. */
const MARK = async () => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const { Instance } = await import(loaded.find((name) => /\/instance-[^/]*\.js$/.test(name)));
  const { show, stop } = Instance.prototype;
  // The one that is there already.
  globalThis.running = 1;
  Instance.prototype.show = function (...given) {
    globalThis.running += 1;
    return show.apply(this, given);
  };
  Instance.prototype.stop = function (...given) {
    globalThis.running -= 1;
    return stop.apply(this, given);
  };
};

export class Visit {
  #page;
  #site;
  #base;
  #wrong = [];

  static async start(browser, site, base) {
    const visit = new Visit();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
    visit.#page = await context.newPage();
    visit.#site = site;
    visit.#base = base;
    visit.#listen();
    return visit;
  }

  /** Notes what goes wrong on the page, and what comes from elsewhere. */
  #listen() {
    const [page, wrong, { origin }] = [this.#page, this.#wrong, new URL(this.#base)];
    const ours = (url) => new URL(url).protocol === "data:" || new URL(url).origin === origin;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) wrong.push(`the console says: ${message.text()}`);
    });
    page.on("pageerror", (error) => wrong.push(`a script failed: ${error.message}`));
    page.on("requestfailed", (request) => wrong.push(`${request.url()} failed: ${request.failure()?.errorText}`));
    page.on("request", (request) => ours(request.url()) || wrong.push(`${request.url()} is elsewhere`));
    page.on("response", (response) => {
      if (response.status() >= 400) wrong.push(`${response.url()} has status ${response.status()}`);
    });
  }

  /** Throws what went wrong so far, if anything did. */
  complain() {
    if (this.#wrong.length > 0) throw new Error(this.#wrong.join("; "));
  }

  /** Waits until what the element looks like is right, and returns it. */
  async #until(what, right) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const look = await this.#page.evaluate(LOOK);
      if (look && right(look)) return look;
      if (Date.now() > end) {
        this.complain();
        throw new Error(`waited in vain until ${what}; it is ${JSON.stringify(look) ?? "not running"}`);
      }
      await this.#page.waitForTimeout(50);
    }
  }

  /** Waits until the element runs and has the deadline of the example. */
  async #runs() {
    await this.#page.locator("plan-comparator").scrollIntoViewIfNeeded({ timeout: PATIENCE });
    return this.#until(`the deadline is ${DUE}`, ({ due }) => due === DUE);
  }

  async open() {
    await this.#page.goto(this.#base + this.#site.with);
    await this.#runs();
  }

  /** Clicks on what the selectors name, one after the other. An option is chosen. */
  async #use(selectors) {
    await this.#page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    // A menu may have stayed open.
    const isOpen = (await this.#page.locator(selectors.at(-1)).locator("visible=true").count()) > 0;
    for (const selector of isOpen ? selectors.slice(-1) : selectors) {
      const first = this.#page.locator(selector).first();
      if (/\boption\b[^\s]*$/.test(selector)) {
        const value = await first.getAttribute("value", { timeout: PATIENCE });
        await first.locator("xpath=..").selectOption(value);
      } else {
        await this.#page.locator(selector).locator("visible=true").first().click({ timeout: PATIENCE });
      }
    }
  }

  /** Switches the site to dark and back. */
  async switchThere() {
    const { dark, light } = this.#site;
    const first = await this.#until("it is light", ({ scheme }) => scheme === "light");
    await this.#use(dark);
    await this.#until("it is dark", ({ scheme, panel }) => scheme === "dark" && panel !== first.panel);
    if (light || dark.length === 1) {
      await this.#use(light ?? dark);
    } else {
      // A menu whose way back is not named: the site forgets what was chosen.
      await this.#page.evaluate(() => localStorage.clear());
      await this.#page.reload();
    }
    await this.#until("it is light again", ({ scheme, panel }) => scheme === "light" && panel === first.panel);
  }

  /** Follows a link of the site to a page. */
  async #follow(selector, page) {
    await this.#use([selector]);
    await this.#page.waitForURL(this.#base + page, { timeout: PATIENCE });
  }

  /** Goes to the page without the element and back, twice. */
  async leaveAndReturn() {
    const { there, back, with: withIt, without, reloads } = this.#site;
    await this.#runs();
    await this.#page.evaluate(MARK);
    for (let round = 1; round <= 2; round += 1) {
      await this.#follow(there, without);
      await this.#page.waitForFunction(() => !document.querySelector("plan-comparator"), null, { timeout: PATIENCE });
      await this.#follow(back, withIt);
      await this.#runs();
      const elements = await this.#page.locator("plan-comparator").count();
      if (elements !== 1) throw new Error(`there are ${elements} elements`);
      // A document that was loaded anew has no count.
      const running = await this.#page.evaluate(() => globalThis.running ?? null);
      if (reloads !== (running === null)) throw new Error(`the document was ${reloads ? "kept" : "loaded anew"}`);
      if (!reloads && running !== 1) throw new Error(`${running} instances run`);
    }
  }

  /** Chooses another priority. */
  async choose() {
    const priority = this.#page.locator("plan-comparator [name=priority]").first();
    if (await priority.evaluate((field) => field.localName === "select")) await priority.selectOption("p1");
    else await priority.evaluate((field) => field.click());
    await this.#until("the deadline is another one", ({ due }) => due !== DUE);
  }

  async end() {
    await this.#page.context().close();
  }
}
