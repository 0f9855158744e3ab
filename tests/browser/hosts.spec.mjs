// The page as hosts of all kinds serve it: without the last slash, with strict headers, on slow lines, in frames
// without an origin, and after a release.
import { createReadStream, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { FRIDAY, expect, test as base } from "./page.mjs";

const SITE = new URL("../../dist/", import.meta.url);
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

/** A server of the site under `/docs/support`, which redirects `…/en/` to `…/en` if it is bare. */
const test = base.extend({
  host: async ({}, use) => {
    const asked = [];
    const host = { asked, bare: false, headers: {}, answer: () => false, base: "" };
    const server = createServer(async (request, response) => {
      const { pathname, search } = new URL(request.url, "http://host");
      asked.push(pathname);
      for (const [name, value] of Object.entries(host.headers)) response.setHeader(name, value);
      if (await host.answer(pathname, response, request)) return;
      if (host.bare && /\/support\/..\/$/.test(pathname)) return response.writeHead(301, { location: pathname.slice(0, -1) + search }).end();
      let path = pathname.replace(/^\/docs\/support\//, "");
      if (path === pathname) return response.writeHead(404).end();
      if (/^(..)?\/?$/.test(path)) path = `${path.replace(/\/$/, "")}/index.html`.replace(/^\//, "");
      const file = new URL(path, SITE);
      if (!(await stat(file).catch(() => null))?.isFile()) return response.writeHead(404).end();
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      createReadStream(file).pipe(response);
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    host.base = `http://127.0.0.1:${server.address().port}/docs/support`;
    await use(host);
    server.closeAllConnections();
    server.close();
  },
});

/** A host's policy that knows nothing of the page. */
const STRICT = { "content-security-policy": "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" };
/** The page's own policy, which a host may send, too. */
const OWN = { "content-security-policy": /-Policy" content="([^"]+)"/.exec(readFileSync(new URL("en/index.html", SITE), "utf8"))[1] };

/** Whether the page has its styles. */
const isStyled = (pc) => pc.page.locator(".pc").first().evaluate(() =>
  [...document.styleSheets].some((sheet) => sheet.cssRules.length > 10));

test.describe("without its last slash", () => {
  // The browser asks in vain for what is preloaded.
  test.use({ troubled: true });

  for (const [how, bare] of [["on a host that serves both", false], ["on a host that has no other address", true]]) {
    test(`${how}, the page works, and its links lead where they should`, async ({ visit, host }) => {
      Object.assign(host, { bare, headers: STRICT });
      const pc = await visit();
      await pc.open(`${host.base}/en?${FRIDAY}`);
      expect(await isStyled(pc)).toBe(true);
      await expect(pc.due("online")).toHaveAttribute("datetime", "2026-03-30T11:30:00Z");
      await pc.openAccounts();
      const links = (selector) => pc.page.locator(selector).evaluateAll((links) => links.map((link) => [link.hreflang, link.href]));
      expect(await links("link[rel=alternate]")).toEqual([["en", `${host.base}/en/`], ["nl", `${host.base}/nl/`], ["x-default", `${host.base}/`]]);
      expect(await links("link[rel=canonical]")).toEqual([["", `${host.base}/en/`]]);
      await pc.choice("priority", "p3").check();
      await expect.poll(() => pc.page.url()).toBe(`${host.base}/en?${FRIDAY.replace("p2", "p3")}`);
      await pc.page.getByRole("link", { name: "Nederlands" }).click();
      await pc.started();
      expect(pc.page.url()).toBe(`${host.base}/nl${bare ? "" : "/"}?${FRIDAY.replace("p2", "p3")}`);
      await expect(pc.page.locator("html")).toHaveAttribute("lang", "nl");
      expect(await isStyled(pc)).toBe(true);
    });
  }

  test("and without scripts, the page has its styles", async ({ visit, host }) => {
    host.bare = true;
    const pc = await visit({ javaScriptEnabled: false });
    await pc.page.goto(`${host.base}/en`);
    await expect.poll(() => pc.page.locator("noscript p").isVisible()).toBe(true);
    expect(await pc.page.locator("[data-question]").isVisible()).toBe(false);
    expect(await pc.failure.isVisible()).toBe(false);
  });
});

test.describe("as long as nothing else has come", () => {
  // Nothing else ever comes.
  test.use({ troubled: true });

  test("the page is shown, and has its styles", async ({ visit, host }) => {
    const held = [];
    host.answer = (path) => !path.endsWith("/en/") && held.push(path) > 0;
    const pc = await visit();
    await pc.page.goto(`${host.base}/en/`, { waitUntil: "commit" });
    await expect(pc.page.getByRole("heading", { name: "First reply due" })).toBeVisible();
    expect(await isStyled(pc)).toBe(true);
    expect(held).toContainEqual(expect.stringMatching(/\.wasm$/));
  });
});

test.describe("where a host's policy refuses the styles in the page", () => {
  // The browser says that it refused them.
  test.use({ troubled: true });

  for (const javaScriptEnabled of [true, false]) {
    test(`they come as a file, with scripts ${javaScriptEnabled ? "on" : "off"}`, async ({ visit, host }) => {
      host.headers = STRICT;
      const pc = await visit({ javaScriptEnabled });
      await pc.page.goto(`${host.base}/en/`);
      const styles = () => host.asked.filter((path) => path.endsWith(".css"));
      await expect.poll(styles).toEqual([expect.stringMatching(/^\/docs\/support\/style-[0-9a-f]+\.css$/)]);
      await expect.poll(() => pc.failure.isVisible()).toBe(false);
    });
  }
});

test("with its last slash, and with strict headers, nothing is asked for in vain or twice", async ({ visit, host }) => {
  host.headers = { ...OWN, "cache-control": "max-age=3600" };
  const pc = await visit();
  await pc.open(`${host.base}/en/?${FRIDAY}`);
  await pc.page.waitForLoadState("networkidle");
  const asked = host.asked.filter((path) => !path.endsWith("favicon.ico"));
  expect(asked.length).toBe(new Set(asked).size);
});

test("on a slow line, the program is fetched once", async ({ visit, host }) => {
  host.headers = { "cache-control": "no-store" };
  host.answer = async (path) => void (/plan-comparator-[^/]*\.wasm$/.test(path) && (await new Promise((later) => setTimeout(later, 1_500))));
  const pc = await visit();
  await pc.open(`${host.base}/en/?${FRIDAY}`);
  await pc.page.waitForLoadState("networkidle");
  expect(host.asked.filter((path) => /\/plan-comparator-[^/]*\.wasm$/.test(path)).length).toBe(1);
});

test.describe("in a frame without an origin", () => {
  test.use({ troubled: true });

  test("the page says at once that it could not start", async ({ visit, host }) => {
    host.answer = (path, response) => path === "/frame" && Boolean(response.setHeader("content-type", "text/html")
      .end(`<iframe sandbox="allow-scripts" src="/docs/support/en/" width="900" height="900"></iframe>`));
    const pc = await visit();
    await pc.page.goto(`${new URL(host.base).origin}/frame`);
    const frame = pc.page.frameLocator("iframe");
    await expect(frame.getByText("The live part of this page could not start")).toBeVisible({ timeout: 5_000 });
    await expect(frame.locator("form")).toBeHidden();
  });
});

test.describe("after a release", () => {
  test.use({ troubled: true });

  test("“reload” fetches the page that the browser has kept", async ({ visit, host }) => {
    const pc = await visit();
    let released = false;
    host.answer = (path, response) => {
      response.setHeader("cache-control", path.endsWith(".wasm") ? "no-store" : "max-age=3600");
      return !released && path.endsWith(".wasm") && Boolean(response.writeHead(404).end());
    };
    await pc.page.goto(`${host.base}/en/?${FRIDAY}`);
    await expect(pc.failure).toBeVisible();
    released = true;
    host.asked.length = 0;
    await pc.page.getByRole("link", { name: "Reload the page" }).click();
    await pc.started();
    expect(host.asked).toContain("/docs/support/en/");
    expect(pc.query()).toBe(`?${FRIDAY}`);
  });
});

test("no choice asks for the icon again", async ({ visit, host }) => {
  host.headers = { "cache-control": "no-store" };
  const pc = await visit();
  await pc.open(`${host.base}/en/?${FRIDAY}`);
  // Parts of the program may still be on their way, and come once.
  const asked = host.asked.length;
  for (const priority of ["p3", "p4", "p1"]) {
    await pc.choice("priority", priority).check();
    await expect.poll(() => pc.query()).not.toContain(`priority=${priority === "p1" ? "p4" : "p2"}`);
  }
  await pc.page.waitForTimeout(1_000);
  expect(host.asked.filter((path, index) => index >= asked && host.asked.indexOf(path) < index)).toEqual([]);
});
