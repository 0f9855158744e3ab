// Speaks to WebKit's driver, and starts what it needs: a screen, and a window for each visitor.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const WINDOW = fileURLToPath(new URL("window.py", import.meta.url));

/** How long anything may take that a test waits for, in milliseconds. */
export const PATIENCE = 15_000;

/** Asks again and again until something is so, and says what was waited for if it never is. */
export async function until(what, ask, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** Waits until something is so, and says what it was instead if it never is. */
export async function becomes(ask, expected) {
  let last;
  await until(JSON.stringify(expected), async () => {
    last = await ask();
    return JSON.stringify(last) === JSON.stringify(expected);
  }, 5_000).catch(() => assert.deepEqual(last, expected));
}

/** Starts a program, and ends it with this one. */
function start(program, args, options) {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "ignore"], ...options });
  const end = () => child.kill();
  process.once("exit", end);
  child.once("exit", () => process.removeListener("exit", end));
  return child;
}

/** Starts a screen that nobody sees, and returns its name. */
export async function startScreen() {
  const child = start(process.env.PC_XVFB, ["-displayfd", "3", "-screen", "0", "1600x1600x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = await once(createInterface({ input: child.stdio[3] }), "line");
  return { name: `:${number}`, stop: () => child.kill() };
}

const TYPES = { css: "text/css", html: "text/html; charset=utf-8", js: "text/javascript", json: "application/json", svg: "image/svg+xml", wasm: "application/wasm" };

/**
 * Serves the site at `address`, with the headers that `headersFor` gives a path. After `hold`, its program comes only
 * once what that returned is called.
 */
export async function serve(folder, headersFor = () => []) {
  let released = Promise.resolve();
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, "http://site");
    const path = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (path.endsWith(".wasm")) await released;
    const body = await readFile(path).catch(() => null);
    for (const [name, value] of headersFor(pathname)) response.appendHeader(name, value);
    response.writeHead(body ? 200 : 404, { "content-type": TYPES[extname(path).slice(1)] ?? "text/plain" }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const hold = () => {
    let release;
    released = new Promise((resolve) => (release = resolve));
    return release;
  };
  return { address: `http://127.0.0.1:${server.address().port}`, hold, stop: () => server.close() };
}

/** How often the driver is started before it counts as broken. */
const ATTEMPTS = 4;

/** A port that nothing listens on at the moment. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** One driver with one window, which has its zone and its language from the environment. */
export class Driver {
  #process;
  #session;

  /** Starts the driver, and a window with these arguments. */
  static async start({ environment, args }) {
    const driver = new Driver();
    const env = { ...process.env, ...environment };
    // Another program may take the port first.
    for (let attempt = 1; !(await driver.#listens(env)); attempt += 1) {
      driver.#process.kill();
      if (attempt === ATTEMPTS) throw new Error("the driver does not listen");
    }
    const browserOptions = { binary: process.env.PC_PYTHON, args: [WINDOW, ...args] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } };
    const { sessionId } = await driver.#call("POST", "/session", { capabilities });
    driver.#session = `/session/${sessionId}`;
    return driver;
  }

  /** Starts the program on a port of its own, and tells whether it listens there. */
  async #listens(env) {
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    this.#process = start(process.env.PC_WEBKIT_DRIVER, [`--port=${port}`], { env });
    const answers = () => fetch(`${this.address}/status`).then(({ ok }) => ok, () => false);
    return until("the driver listens", answers).catch(() => false);
  }

  /** A command of the session. */
  send(method, path, body = method === "POST" ? {} : undefined) {
    return this.#call(method, `${this.#session}${path}`, body);
  }

  async stop() {
    await this.send("DELETE", "").catch(() => undefined);
    this.#process.kill();
  }

  async #call(method, path, body) {
    const headers = { "content-type": "application/json" };
    const response = await fetch(this.address + path, { method, headers, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}
