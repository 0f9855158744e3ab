// Visits to pages that use the package.
import assert from "node:assert/strict";

/** How long anything may take that a visit waits for, in milliseconds. */
const PATIENCE = 20_000;

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:";

/** Opens a page, acts there, and throws what went wrong meanwhile. What is `expected` is not wrong. */
async function visit(browser, address, act, { expected = /^$/, before } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: "Europe/Amsterdam" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const [wrong, { origin }] = [[], new URL(address)];
  const note = (text) => expected.test(text) || wrong.push(text);
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && note(message.text()));
  page.on("pageerror", (error) => note(`a script failed: ${error.message}`));
  page.on("requestfailed", (request) => note(`${request.url()} failed`));
  page.on("request", (request) => new URL(request.url()).origin === origin || note(`${request.url()} is elsewhere`));
  page.on("response", (response) => {
    if (response.status() >= 400) note(`${response.url()} has status ${response.status()}`);
  });
  await before?.(page);
  try {
    await page.goto(address);
    await act(page);
  } catch (error) {
    throw new Error([error.message, ...wrong].join("\n"));
  } finally {
    await context.close();
  }
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}

/** Waits until the element's answers are the engine's, and the last plan's is as expected. */
async function agree(page, due) {
  const both = () => {
    const element = document.querySelector("plan-comparator")?.answers ?? [];
    const text = document.querySelector("output")?.textContent;
    const short = ({ plan, due, target, coverage }) => ({ plan, due, target, coverage });
    return { element, engine: text ? JSON.parse(text).map(short) : [] };
  };
  const end = Date.now() + PATIENCE;
  for (;;) {
    const { element, engine } = await page.evaluate(both);
    const isThere = [element, engine].every((answers) => answers.at(-1)?.due === due);
    if (isThere || Date.now() > end) {
      assert.deepEqual(element, engine);
      assert.equal(element.at(-1)?.due, due);
      return;
    }
    await page.waitForTimeout(50);
  }
}

/** Serves the page at an address with what `change` makes of the answer. */
async function serveChanged(page, address, change) {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, ...change({ headers: response.headers(), body: await response.text() }) });
  });
}

export class Visit {
  /** A page with the element and an output with what the engine answers: both say the same, also after a choice. */
  static async elementAndEngine(browser, address, options) {
    const act = async (page) => {
      await agree(page, "2026-03-27T17:00:00Z");
      await page.locator("plan-comparator input[name=priority][value=p3]").check();
      await agree(page, "2026-03-27T17:30:00Z");
      await page.locator("plan-comparator tr[data-entitlement]").first().waitFor();
    };
    await visit(browser, address, act, options);
  }

  /** A page that tells its element what is chosen elsewhere. */
  static async choiceOutside(browser, address) {
    const act = async (page) => {
      await agree(page, "2026-03-27T17:00:00Z");
      await page.locator("select").selectOption("p3");
      await agree(page, "2026-03-27T17:30:00Z");
    };
    await visit(browser, address, act);
  }

  /** The element and the output, where a policy allows nothing but files of the page's own. */
  static async underPolicy(browser, address) {
    const before = (page) =>
      serveChanged(page, address, ({ headers }) => ({ headers: { ...headers, "content-security-policy": POLICY } }));
    await Visit.elementAndEngine(browser, address, { before });
  }

  /** A page whose element has no catalog, which it needs. */
  static async withoutCatalog(browser, address) {
    const expected = /^plan-comparator: .*attribute `catalog`/;
    const before = async (page) => {
      await page.addInitScript(() => {
        addEventListener("plan-comparator-error", ({ detail }) => (globalThis.message = detail.message));
      });
      await serveChanged(page, address, ({ body }) => ({ body: body.replace('catalog="catalog.json"', "") }));
    };
    const act = async (page) => {
      await page.waitForFunction(() => globalThis.message?.includes("`catalog`"));
      await page.getByText("What there is without it.").waitFor();
    };
    await visit(browser, address, act, { expected, before });
  }

  /** The form of a helpdesk, with the catalog to begin with. */
  static async helpdesk(browser, address) {
    const before = (page) => page.clock.setFixedTime(new Date("2026-03-27T16:30:00Z"));
    const act = async (page) => {
      const says = (words) => page.locator("output").filter({ hasText: words }).waitFor();
      await says(/^First reply due by Monday, March 30, 2026 at 5:00/);
      await page.getByLabel("Your plan").selectOption("gold");
      await says(/^First reply due by Friday, March 27, 2026 at 6:30/);
      await page.getByLabel("Your plan").selectOption("basic");
      await page.getByLabel("How urgent is it?").selectOption("normal");
      await says("This plan has no replies to such cases.");
    };
    await visit(browser, address, act, { before });
  }
}
