// The site as nginx, Apache and Caddy serve it with the settings in examples/hosting: what they answer, the whole page
// under the strictest policy, and the element on a page of another origin, under that page's policy.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import { connect, createServer as createSocketServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { attributesOf } from "./embedding.mjs";
import { headersOf } from "./headers.mjs";
import { EVERYTHING, FRIDAY, FRIDAYS_ANSWERS, expect, test as base } from "./page.mjs";

const SITE = resolve(process.env.PC_DIST ?? "../../dist");
const EXAMPLES = new URL("../../examples/", import.meta.url);
const isRoot = process.getuid?.() === 0;
/** Everything can be read by a server that gives up its rights. */
const READABLE = 0o755;

/** A program, by the variable that may name it, or else where the system has it. */
function program(name, variable) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  const found = process.env[variable] ?? folders.map((folder) => join(folder, name)).find(existsSync);
  if (found && existsSync(found)) return found;
  throw new Error(`${name} is missing: \`cargo xtask setup\` installs it as root, or says how to. Or name the program in ${variable}`);
}

const APACHE_MODULES = [
  "mpm_event", "authz_core", "mime", "alias", "dir", "headers", "rewrite",
  // These are on in Debian, and must do no harm.
  "deflate", "filter", "negotiation",
];

/** The servers: what an example is filled in with, the files around it, and how they are started. */
const SERVERS = {
  nginx: {
    example: "nginx.conf",
    port: (port) => `127.0.0.1:${port}`,
    // As in Debian, nginx compresses pages as it sends them, unless it is told not to.
    around: () => ({
      "nginx.conf": `daemon off; pid pid; worker_processes 1; events {}
        http { access_log off; gzip on; include settings;
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi; }`,
    }),
    command: (folder) => [program("nginx", "PC_NGINX"), "-p", folder, "-e", "stderr", "-c", "nginx.conf"],
  },
  Apache: {
    example: "apache.conf",
    port: String,
    around: (folder, port) => {
      const apache = program("apache2", "PC_APACHE");
      const modules = [join(apache, "../../lib/apache2/modules"), "/usr/lib/apache2/modules"].find(existsSync);
      return {
        "apache.conf": `ServerRoot "${folder}"
          ServerName 127.0.0.1
          Listen 127.0.0.1:${port}
          PidFile pid
          ErrorLog "|/bin/cat"
          ${APACHE_MODULES.map((name) => `LoadModule ${name}_module "${modules}/mod_${name}.so"`).join("\n")}
          ${isRoot ? "User #65534\nGroup #65534" : ""}
          TypesConfig /dev/null
          # As in Debian.
          AddType application/x-gzip .gz .tgz
          AddLanguage br .br
          AddOutputFilterByType DEFLATE text/html text/plain text/css text/javascript application/wasm
          <Directory />
            AllowOverride None
            Require all denied
          </Directory>
          Include settings`,
      };
    },
    command: (folder) => [program("apache2", "PC_APACHE"), "-f", `${folder}/apache.conf`, "-DFOREGROUND"],
  },
  Caddy: {
    example: "Caddyfile",
    port: String,
    around: () => ({ Caddyfile: "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\nimport settings\n" }),
    command: (folder) => [program("caddy", "PC_CADDY"), "run", "--adapter", "caddyfile", "--config", `${folder}/Caddyfile`],
  },
};

/** A port that nothing listens on. */
const freePort = () => new Promise((free) => {
  const server = createSocketServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => free(port));
  });
});

/** Whether something listens on a port. */
const listens = (port) => new Promise((told) => {
  const socket = connect(port, "127.0.0.1", () => told(Boolean(socket.destroy())));
  socket.on("error", () => told(false));
});

/** Starts a server with its example, of which `change` makes other settings, and returns its origin and its end. */
async function start(name, folder, site, change) {
  const { example, port: written, around, command } = SERVERS[name];
  const port = await freePort();
  const text = change(readFileSync(new URL(`hosting/${example}`, EXAMPLES), "utf8"));
  mkdirSync(folder, { mode: READABLE });
  writeFileSync(join(folder, "settings"), text.replaceAll("{root}", site).replaceAll("{port}", written(port)));
  for (const [file, content] of Object.entries(around(folder, port))) writeFileSync(join(folder, file), content);
  const [path, ...rest] = command(folder);
  const server = spawn(path, rest, { env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } });
  const ended = new Promise((ended) => server.on("exit", ended));
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said += text));
  for (let waited = 0; !(await listens(port)); waited += 50) {
    if (server.exitCode !== null || waited > 10_000) {
      server.kill();
      throw new Error(`${name} does not start:\n${said}`);
    }
    await new Promise((later) => setTimeout(later, 50));
  }
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.kill() && ended };
}

const test = base.extend({
  /** Serves the site by a server, once for each of its settings; `site` is another site's folder. Returns the origin. */
  serve: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "plans-"));
    chmodSync(folder, READABLE);
    const [servers, sites] = [new Map(), new Map()];
    const copyOf = (site) => {
      if (!existsSync(site)) throw new Error(`${site} is missing: \`cargo xtask build\` makes the site`);
      const copy = join(folder, `site-${sites.size}`);
      cpSync(site, copy, { recursive: true });
      return copy;
    };
    await use(async (name, change = (text) => text, site = SITE) => {
      if (!sites.has(site)) sites.set(site, copyOf(site));
      const key = `${name} ${site} ${change}`;
      if (!servers.has(key)) servers.set(key, start(name, join(folder, `server-${servers.size}`), sites.get(site), change));
      return (await servers.get(key)).origin;
    });
    for (const server of await Promise.allSettled(servers.values())) await server.value?.stop();
    rmSync(folder, { recursive: true });
  }, { scope: "worker" }],

  /** A page of somebody else's, on a port of its own: its headers and what stands in it. Returns its address. */
  elsewhere: async ({}, use) => {
    const page = { headers: {}, body: "" };
    const server = createServer((request, response) => {
      if (request.url === "/plans.json") return response.setHeader("content-type", "application/json").end(readFileSync(new URL("catalogs/starter.json", EXAMPLES)));
      if (request.url !== "/") return response.writeHead(204).end();
      for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
      response.setHeader("content-type", "text/html; charset=utf-8").end(`<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">${page.body}`);
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    await use((headers, body) => Object.assign(page, { headers, body }) && `http://127.0.0.1:${server.address().port}/`);
    server.closeAllConnections();
    server.close();
  },

  /** The origin of a host that reads the headers which the build writes. */
  headed: async ({}, use) => {
    const headersFor = headersOf(SITE);
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url, "http://localhost");
      const file = join(SITE, pathname, pathname.endsWith("/") ? "index.html" : "");
      if (!existsSync(file)) return response.writeHead(404).end();
      for (const [name, value] of headersFor(pathname)) response.appendHeader(name, value);
      response.setHeader("content-type", TYPES[extname(file).slice(1)]).end(readFileSync(file));
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    await use(`http://127.0.0.1:${server.address().port}`);
    server.closeAllConnections();
    server.close();
  },

  /** The page, which also keeps what a policy forbids: not every browser's console tells it. */
  pc: async ({ pc, troubled }, use) => {
    const violations = [];
    await pc.page.exposeFunction("violated", (what) => violations.push(what));
    await pc.page.addInitScript(() => document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) =>
      globalThis.violated(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`)));
    await use(Object.assign(pc, { violations }));
    if (!troubled) expect(violations).toEqual([]);
  },
});

/** What a server answers, with its body as it came. */
const ask = (address, headers = {}) => new Promise((answered, failed) => {
  httpRequest(address, { headers }, async (response) => {
    const chunks = [];
    for await (const chunk of response) chunks.push(chunk);
    answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
  }).on("error", failed).end();
});

const files = existsSync(SITE) ? readdirSync(SITE, { recursive: true }).filter((name) => statSync(join(SITE, name)).isFile() && !/\.(br|gz)$|^_/.test(name)) : [];
const TYPES = {
  html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", txt: "text/plain; charset=utf-8",
  json: "application/json", wasm: "application/wasm",
};
/** What a browser says that it takes, and what it gets. */
const CODINGS = [
  ["gzip, deflate, br, zstd", "br"], ["br", "br"], ["gzip;q=0.8, br;q=0.9", "br"], ["gzip, deflate", "gzip"], ["br;q=0, gzip", "gzip"],
  ["identity", undefined], ["gzip;q=0, br;q=0.0", undefined], ["", undefined],
];
/** The headers that pages have beside those of a file. */
const AROUND = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "access-control-allow-origin": "*",
};

/** What the policy of a page has to allow for an element from an origin. */
const sources = (origin) => ({
  "script-src": `${origin}/plans/ 'wasm-unsafe-eval'`,
  "connect-src": `${origin}/plans/`,
});
const written = (sources) => Object.entries({
  // Nothing else is allowed but the page's icon.
  "default-src": "'none'", "img-src": "data:", ...sources,
  "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'", "require-trusted-types-for": "'script'", "trusted-types": "'none'",
}).map(([name, value]) => `${name} ${value}`).join("; ");
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const isolated = (sources) => ({ "content-security-policy": written(sources), ...ISOLATED });
const element = (origin, attributes) =>
  `<script type="module" src="${origin}/plans/plan-comparator.js"></script><plan-comparator ${attributes}>What there is without it.</plan-comparator>`;

/** Everything is opened, and a choice is made. */
async function useEverything(pc) {
  await pc.openEverything();
  await pc.hasTable();
  await expect(pc.page.locator(".pc-picture > svg")).toHaveCount(8);
  await pc.choice("priority", "p3").check();
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T17:30:00Z");
}

for (const name of Object.keys(SERVERS)) {
  test.describe(`${name}, with the settings of the examples,`, () => {
    test("serves every file with its type, caching and coding @one-engine", async ({ serve }) => {
      const origin = await serve(name);
      expect(files.length).toBeGreaterThan(20);
      for (const file of files) {
        const kept = /-[0-9a-f]{16}\.\w+$/.test(file) ? "public, max-age=31536000, immutable" : "no-cache";
        const tags = new Map();
        for (const [accepted, coding] of CODINGS) {
          const address = `${origin}/plans/${file.replace(/index\.html$/, "")}`;
          const { status, headers, body } = await ask(address, { "accept-encoding": accepted });
          const of = `${file}, for “${accepted}”`;
          expect(status, of).toBe(200);
          expect(headers, of).toMatchObject({ "content-type": TYPES[file.split(".").pop()], "cache-control": kept, vary: "Accept-Encoding", ...AROUND });
          expect(headers["content-encoding"], of).toBe(coding);
          expect(headers["content-security-policy"], of).toContain("require-trusted-types-for");
          expect(body.length === statSync(join(SITE, file)).size, of).toBe(coding === undefined);
          expect(headers.etag, of).toMatch(/^"/);
          tags.set(coding, headers.etag);
          const again = await ask(address, { "accept-encoding": accepted, "if-none-match": headers.etag });
          expect([again.status, again.body.length, again.headers.etag, again.headers["cache-control"]], of).toEqual([304, 0, headers.etag, kept]);
        }
        expect(new Set(tags.values()).size, file).toBe(3);
      }
    });

    test("sends whoever leaves out a last slash to it, with the query @one-engine", async ({ serve }) => {
      const origin = await serve(name);
      for (const path of ["/plans", "/plans/en", "/plans/nl", "/plans/en/workshop"]) {
        for (const query of ["", `?${FRIDAY}`]) {
          const { status, headers } = await ask(`${origin}${path}${query}`);
          expect(status).toBe(301);
          expect(new URL(headers.location, origin).href).toBe(`${origin}${path}/${query}`);
        }
      }
    });

    test("keeps nothing that is not there, and does not show what is for other hosts @one-engine", async ({ serve }) => {
      const origin = await serve(name);
      for (const path of ["none.js", "none-0123456789abcdef.js", "_headers", "en/none/"]) {
        const { status, headers } = await ask(`${origin}/plans/${path}`, { "accept-encoding": "br" });
        expect(status, path).toBe(404);
        expect(headers["cache-control"] ?? "", path).not.toContain("immutable");
      }
    });

    test("has the whole page work under the strictest policy", async ({ pc, serve }) => {
      const origin = await serve(name);
      await pc.open(`${origin}/plans/en/?${FRIDAY}`);
      expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
      expect(await pc.page.evaluate(() => crossOriginIsolated)).toBe(true);
      await useEverything(pc);
      await pc.page.getByRole("link", { name: "Nederlands" }).click();
      await expect(pc.page.locator("html")).toHaveAttribute("lang", "nl");
      await pc.started();
      expect(pc.page.url()).toBe(`${origin}/plans/nl/?${FRIDAY.replace("p2", "p3")}`);
      await pc.open(`${origin}/plans/en/?${EVERYTHING}`);
      await pc.openEverything();
      expect(await pc.page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
    });

    test("has the page work at addresses without a last slash, and at the root of the site", async ({ pc, serve }) => {
      const origin = await serve(name);
      await pc.open(`${origin}/plans/en?${FRIDAY}`);
      expect(pc.page.url()).toBe(`${origin}/plans/en/?${FRIDAY}`);
      expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
      await pc.open(`${origin}/plans?${FRIDAY}`);
      expect(pc.page.url()).toBe(`${origin}/plans/?${FRIDAY}`);
      expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
    });

    test("has the workshop work under the strictest policy", async ({ pc, serve }) => {
      const origin = await serve(name);
      const at = (id) => pc.page.locator(`#pc-workshop-${id}`);
      await pc.page.goto(`${origin}/plans/en/workshop`);
      await expect(at("summary")).toHaveText("The catalog can be used. Doubts: 0.");
      await at("start").selectOption("bundled");
      await expect(at("preview").locator("[data-deadline] time")).toHaveCount(4);
      await at("take-site").click();
      await expect(at("done")).toHaveText("site.zip is among your downloads.", { timeout: 30_000 });
      await at("take-file").click();
      await expect(at("done")).toHaveText("plans.html is among your downloads.", { timeout: 30_000 });
    });

    test("has the element work on a page of another origin, under that page's strictest policy", async ({ pc, serve, elsewhere }) => {
      const origin = await serve(name);
      await pc.page.goto(elsewhere(isolated(sources(origin)), element(origin, attributesOf(FRIDAY))));
      await pc.started();
      expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
      expect(await pc.page.evaluate(() => crossOriginIsolated)).toBe(true);
      expect(await pc.page.locator(".pc-panel").first().evaluate((panel) => getComputedStyle(panel).borderTopWidth)).not.toBe("0px");
      await useEverything(pc);
    });
  });
}

test("the examples and the manual say the same policy @one-engine", () => {
  const policy = (text) => /default-src 'none';[^"`\n]*/.exec(text)[0];
  const manual = policy(readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8"));
  for (const { example } of Object.values(SERVERS)) expect(policy(readFileSync(new URL(`hosting/${example}`, EXAMPLES), "utf8")), example).toBe(manual);
});

test("the element shows a catalog of the page around, whose policy allows to fetch that, too", async ({ pc, serve, elsewhere }) => {
  const origin = await serve("nginx");
  const policy = { ...sources(origin), "connect-src": `${origin}/plans/ 'self'` };
  await pc.page.goto(elsewhere(isolated(policy), element(origin, `catalog="plans.json" opened="2026-03-27T16:30"`)));
  await pc.started();
  await expect(pc.answer("gold")).toBeVisible();
});

test.describe("the element does not come", () => {
  test.use({ troubled: true });

  const whole = "http://127.0.0.1:1";
  for (const [directive, value] of Object.entries(sources(whole))) {
    for (const source of value.split(" ")) {
      test(`where the page's ${directive} lacks ${source.replace(whole, "the origin")}`, async ({ pc, serve, elsewhere }) => {
        const origin = await serve("nginx");
        const left = value.split(" ").filter((other) => other !== source).join(" ").replace(whole, origin) || "'none'";
        await pc.page.goto(elsewhere(isolated({ ...sources(origin), [directive]: left }), element(origin, attributesOf(FRIDAY))));
        await expect(pc.page.getByText("What there is without it.")).toBeVisible();
        await expect.poll(() => pc.violations.length).toBeGreaterThan(0);
        expect(await pc.page.locator("[data-deadline]").count()).toBe(0);
      });
    }
  }

  test("where the site's host does not allow it to other origins", async ({ pc, serve, elsewhere }) => {
    const origin = await serve("nginx", (text) => text.replace(/ +add_header Access-Control.*\n/, ""));
    expect((await ask(`${origin}/plans/`)).headers).not.toHaveProperty("access-control-allow-origin");
    await pc.page.addInitScript(() => addEventListener("error", ({ target }) => target.src && globalThis.violated(`failed: ${target.src}`), true));
    await pc.page.goto(elsewhere(isolated(sources(origin)), element(origin, attributesOf(FRIDAY))));
    await expect.poll(() => pc.violations).toEqual([`failed: ${origin}/plans/plan-comparator.js`]);
    await expect(pc.page.getByText("What there is without it.")).toBeVisible();
  });
});

test.describe("a host that does not say 'unsafe-inline'", () => {
  const SAYS = "style-src 'self' 'unsafe-inline'";

  test("may say the hash that stands in the page's own policy", async ({ pc, serve }) => {
    const own = /style-src ([^;]+)/.exec(readFileSync(join(SITE, "en/index.html"), "utf8"))[1];
    const origin = await serve("nginx", (text) => text.replace(SAYS, `style-src ${own}`));
    const { headers } = await ask(`${origin}/plans/en/`);
    expect(headers["content-security-policy"]).toContain("'sha256-");
    await pc.open(`${origin}/plans/en/?${FRIDAY}`);
    await useEverything(pc);
    // The workshop has its styles in files.
    await pc.page.goto(`${origin}/plans/en/workshop/`);
    await expect(pc.page.locator("html[data-running]")).toBeAttached();
  });

  test.describe("nor a hash", () => {
    // The browser says that it refused the styles in the page.
    test.use({ troubled: true });

    test("gets the styles as a file", async ({ pc, serve }) => {
      const origin = await serve("nginx", (text) => text.replace(SAYS, "style-src 'self'"));
      await pc.open(`${origin}/plans/en/?${FRIDAY}`);
      await useEverything(pc);
      expect(await pc.page.evaluate(() => [...document.styleSheets].map(({ href }) => href))).toEqual([expect.stringMatching(/\/style-[0-9a-f]+\.css$/)]);
      expect(pc.violations).toEqual([expect.stringMatching(/^style-src-elem inline /)]);
    });
  });
});

test.describe("a page that frames the comparator", () => {
  const frame = (origin, attributes = "") => `<iframe src="${origin}/plans/en/?${FRIDAY}" ${attributes} width="1000" height="900"></iframe>`;
  const SANDBOX = 'sandbox="allow-scripts allow-same-origin allow-popups"';
  const framed = (text) => text.replace("frame-ancestors 'none'", "frame-ancestors http://127.0.0.1:*");
  const framedByIsolated = (text) => text.replace("frame-ancestors 'none'", "frame-ancestors http://127.0.0.1:*").replace(/(Resource-Policy) same-origin/, "$1 cross-origin");
  const around = (origin) => ({ "content-security-policy": `default-src 'none'; img-src data:; frame-src ${origin}` });

  for (const [how, attributes] of [["", ""], [" in a sandbox", SANDBOX]]) {
    for (const [kind, change, more] of [["any page", framed, {}], ["an isolated page", framedByIsolated, ISOLATED]]) {
      test(`has it work${how} in ${kind} if the site's host allows it`, async ({ pc, serve, elsewhere }) => {
        const origin = await serve("nginx", change);
        await pc.page.goto(elsewhere({ ...around(origin), ...more }, frame(origin, attributes)));
        const inside = pc.page.frameLocator("iframe");
        const leaving = (links) => links.filter(({ origin, target }) => origin !== location.origin && target !== "_blank").map(({ href }) => href);
        expect(await inside.locator("a").evaluateAll(leaving)).toEqual([]);
        await expect(inside.locator('[data-deadline="elite"] time')).toHaveAttribute("datetime", FRIDAYS_ANSWERS.elite);
        await inside.locator("[aria-controls=pc-account-elite]").first().click();
        await expect(inside.locator(".pc-account ol")).toHaveCount(1);
      });
    }
  }

  test("may have the element alone, as high as what it shows, under the strictest policies of both", async ({ pc, serve, elsewhere }) => {
    const origin = await serve("nginx", framedByIsolated);
    const policy = `${around(`${origin}/plans/`)["content-security-policy"]}; script-src ${origin}/plans/frames.js; require-trusted-types-for 'script'; trusted-types 'none'`;
    const script = `<script type="module" src="${origin}/plans/frames.js"></script>`;
    await pc.page.goto(elsewhere({ "content-security-policy": policy, ...ISOLATED }, script + frame(origin, SANDBOX).replace("?", "?embed&")));
    const inside = pc.page.frameLocator("iframe");
    await expect(inside.locator('plan-comparator [data-deadline="elite"] time')).toHaveAttribute("datetime", FRIDAYS_ANSWERS.elite);
    // The static page stands in the element until every part of the program is there.
    await expect(inside.locator(".pc-page")).toHaveCount(0);
    await expect(inside.locator("tr[data-entitlement]")).toHaveCount(17);
    await expect.poll(() => pc.page.locator("iframe").evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(1_000);
    const height = await inside.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    await expect.poll(() => pc.page.locator("iframe").evaluate(({ clientHeight }) => clientHeight)).toBe(height);
  });

  test.describe("does not have it work", () => {
    test.use({ troubled: true });

    const refused = async (pc, inside = pc.page.frameLocator("iframe")) => {
      await pc.page.waitForTimeout(1_000);
      expect(await inside.locator("[data-deadline]").count()).toBe(0);
    };

    test("with the settings of the examples", async ({ pc, serve, elsewhere }) => {
      const origin = await serve("nginx");
      await pc.page.goto(elsewhere(around(origin), frame(origin)));
      await refused(pc);
    });

    test("in an isolated page, as long as the site's host keeps its resources to itself", async ({ pc, serve, elsewhere }) => {
      const origin = await serve("nginx", framed);
      await pc.page.goto(elsewhere({ ...around(origin), ...ISOLATED }, frame(origin)));
      await refused(pc);
    });

    test("in a sandbox without an origin, and says so", async ({ pc, serve, elsewhere }) => {
      const origin = await serve("nginx", framed);
      await pc.page.goto(elsewhere(around(origin), frame(origin, 'sandbox="allow-scripts"')));
      // Not even its first script comes, so that its styles tell it after a while.
      await expect(pc.page.frameLocator("iframe").getByText("The live part of this page could not start")).toBeVisible({ timeout: 20_000 });
    });

    test("if its own policy does not name the site", async ({ pc, serve, elsewhere }) => {
      const origin = await serve("nginx", framed);
      await pc.page.goto(elsewhere({ "content-security-policy": "default-src 'none'" }, frame(origin)));
      await refused(pc);
    });
  });
});

test("a page that fetches its catalog works where only its own policy for markup is allowed", async ({ pc, serve }) => {
  const origin = await serve("nginx", (text) => text.replace("trusted-types 'none'", "trusted-types plan-comparator"), resolve(process.env.PC_SITES, "fetching"));
  await pc.open(`${origin}/plans/en/?region=europe&zone=Europe/Berlin&opened=2026-12-18T15:00`);
  await expect(pc.due("premium")).toHaveAttribute("datetime", "2026-12-18T15:00:00Z");
});

test.describe("the file of headers that the build writes", () => {
  test("has each file kept as long as its name stays @one-engine", async ({ headed }) => {
    for (const file of files) {
      const { status, headers } = await ask(`${headed}/${file}`);
      expect(status, file).toBe(200);
      expect(headers, file).toMatchObject(AROUND);
      expect(headers["cache-control"], file).toBe(/-[0-9a-f]{16}\.\w+$/.test(file) ? "public, max-age=31536000, immutable" : undefined);
    }
  });

  test("has the whole page work under its policy", async ({ pc, headed }) => {
    await pc.open(`${headed}/en/?${FRIDAY}`);
    expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
    expect(await pc.page.evaluate(() => crossOriginIsolated)).toBe(true);
    const { headers } = await ask(`${headed}/en/`);
    expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    await useEverything(pc);
    await pc.page.goto(`${headed}/en/workshop/`);
    await expect(pc.page.locator("#pc-workshop-summary")).toHaveText("The catalog can be used. Doubts: 0.");
  });
});
