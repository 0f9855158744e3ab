// A page of somebody else's, in which the element or the frame stands.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { FRIDAY, expect, test as base } from "./page.mjs";

const SITE = new URL("../../dist/", import.meta.url);
/** The folder of another catalog's site. */
const other = (name) => pathToFileURL(join(process.env.PC_SITES, name, "/"));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm" };

/** The attributes of the case of a link. */
export const attributesOf = (link) => link.split("&").map((parameter) => parameter.replace("=", '="') + '"').join(" ");

/** The element with the case of a Friday. */
export const ELEMENT = `<plan-comparator ${attributesOf(FRIDAY)}><p>What there is without it.</p></plan-comparator>`;

/** A page with a content, and styles of its own. */
export const pageWith = (content, { css = "", script = "/plans/plan-comparator.js", lang = "en" } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>The host</title><meta name="viewport" content="width=device-width">
  <link rel="icon" href="data:,"><style>${css}</style><script type="module" src="${script}"></script></head>
  <body><h1>The host</h1><p id="before">Before it.</p>${content}<p id="after">After it.</p></body></html>`;

function serve(host, isElsewhere) {
  return createServer((request, response) => {
    const { pathname, search } = new URL(request.url, "http://host");
    host.asked.push(pathname + search);
    if (isElsewhere) response.setHeader("access-control-allow-origin", "*");
    for (const [name, value] of Object.entries(host.headers)) response.setHeader(name, value);
    if (host.answer(pathname, response)) return;
    const page = host.pages[pathname];
    if (page !== undefined) return response.setHeader("content-type", TYPES[extname(pathname)] ?? "text/html").end(page);
    try {
      const path = pathname.replace(/^\/plans\//, "");
      const content = readFileSync(new URL(path + (/(^|\/)$/.test(path) ? "index.html" : ""), host.site ? other(host.site) : SITE));
      response.setHeader("content-type", TYPES[extname(path)] ?? "text/html").end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
}

const listening = (server) => new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(`http://127.0.0.1:${server.address().port}`)));

/**
 * The fixture `host`: a server with the site under `/plans/` and with `pages` of its own; `elsewhere` is another
 * origin that has the same. `asked` has what was asked of both; `answer` may answer otherwise; `site` names another
 * catalog's site.
 */
export const test = base.extend({
  host: async ({}, use) => {
    const host = { pages: {}, asked: [], headers: {}, answer: () => false };
    const servers = [serve(host, false), serve(host, true)];
    [host.base, host.elsewhere] = await Promise.all(servers.map(listening));
    await use(host);
    for (const server of servers) server.closeAllConnections(), server.close();
  },

  /** Opens a page with a content, and waits until the element runs. */
  embed: async ({ host, pc }, use) => {
    await use(async (content = ELEMENT, options = {}) => {
      host.pages["/"] = pageWith(content, options);
      await pc.page.addInitScript(() => {
        globalThis.given = [];
        for (const name of ["ready", "change", "error"]) addEventListener(`plan-comparator-${name}`, (event) => given.push({ name, detail: event.detail, of: event.target.id }));
      });
      await pc.page.goto(host.base);
      await pc.page.locator("plan-comparator").first().evaluate((element) => element.scrollIntoView());
      if (options.waits !== false) await pc.started();
      return pc.page.locator("plan-comparator");
    });
  },
});

/** Waits until an event was given, as often as that. */
export async function given(pc, name, times = 1) {
  const found = () => pc.page.evaluate((name) => globalThis.given.filter((event) => event.name === name), name);
  await expect.poll(async () => (await found()).length).toBe(times);
  return found();
}

/**
 * Whether the panels of an element are `light` or `dark`, and their scheme with them. They are neither for a moment,
 * when the first that is found stands on in an element whose program has taken its place: such a panel is not drawn.
 */
export const shadeOf = (around) => around.locator(".pc-panel").first().evaluate((panel) => {
  const { backgroundColor, colorScheme } = getComputedStyle(panel);
  const [red] = backgroundColor.match(/\d+/g) ?? [];
  if (red === undefined) return "not drawn";
  const shade = Number(red) < 128 ? "dark" : "light";
  return shade === colorScheme ? shade : `${shade} in a scheme that is ${colorScheme}`;
});
