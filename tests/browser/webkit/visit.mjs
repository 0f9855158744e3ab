// The page as a visitor with WebKit meets it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pages } from "../paper.mjs";
import { Driver, until } from "./driver.mjs";

/** Keys by their names, as the driver has them. */
const KEYS = {
  Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Escape: "\uE00C",
  Space: " ", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
};

/** Runs before the scripts of a page: tells the window of what goes wrong, and sets the clock. */
function prepare(now) {
  const tell = (what) => window.webkit.messageHandlers.trouble.postMessage(String(what));
  for (const level of ["debug", "info", "log", "warn", "error"]) console[level] = (...words) => tell(`console ${level}: ${words.join(" ")}`);
  addEventListener("error", ({ message, target }) => tell(message ? `uncaught: ${message}` : `not loaded: ${target.href ?? target.src}`), true);
  addEventListener("unhandledrejection", ({ reason }) => tell(`uncaught: ${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective }) => tell(`against the policy: ${violatedDirective}`));
  if (now === null) return;
  const { Date: Real } = globalThis;
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length > 0 ? given : [now])); }
    static now() { return now; }
  };
}

/** Folders of languages that were made, by their names. */
const LOCALES = join(tmpdir(), "plan-comparator-locales");

/** Makes a language that the window can have, once, and says where it is. */
function locale(name) {
  const folder = join(LOCALES, `${name}.UTF-8`);
  mkdirSync(LOCALES, { recursive: true });
  if (!existsSync(folder)) execFileSync("localedef", ["-i", name, "-f", "UTF-8", folder], { stdio: "ignore" });
  return { LANG: `${name}.UTF-8`, LC_ALL: `${name}.UTF-8`, LOCPATH: LOCALES };
}

/** Which visit this is: each has files of its own. */
let visits = 0;

export class Visit {
  #driver;
  #site;
  #files;

  /**
   * A visitor of a site on a screen, with a zone, a language and a clock, and with arguments for the
   * window.
   */
  static async start({ site, screen, zone = "Europe/Amsterdam", language = "en_GB", now = null, scripts = true, args = [] }) {
    const visit = new Visit();
    visits += 1;
    visit.#site = site;
    visit.#files = join(tmpdir(), `plan-comparator-webkit-${process.pid}-${visits}`);
    mkdirSync(visit.#files, { recursive: true });
    const [script, trouble, downloads] = ["init.js", "trouble", "downloads"].map((name) => visit.#file(name));
    writeFileSync(script, `(${prepare})(${now === null ? null : Date.parse(now)})`);
    const environment = { DISPLAY: screen, TZ: zone, LANGUAGE: "", ...locale(language) };
    mkdirSync(downloads);
    const window = [`--init-script=${script}`, `--trouble=${trouble}`, `--downloads=${downloads}`, ...args];
    // Without scripts, nobody can ask the page for anything, so it is printed.
    if (!scripts) window.push("--no-scripts", `--print=${visit.#file("page.pdf")}`);
    visit.#driver = await Driver.start({ environment, args: window });
    return visit;
  }

  /** Ends the visit, and returns what went wrong in it. */
  async end() {
    await this.#driver.stop();
    const trouble = this.#file("trouble");
    const lines = existsSync(trouble) ? readFileSync(trouble, "utf8").split("\n").filter(Boolean) : [];
    rmSync(this.#files, { recursive: true });
    return lines;
  }

  #file(name) {
    return join(this.#files, name);
  }

  /** Goes to a link, relative to the site, without waiting for the program. */
  async go(link) {
    await this.#driver.send("POST", "/url", { url: `${this.#site.address}/${link}` });
  }

  /** Opens a file of this machine, and waits for the answers. */
  async openFile(url) {
    await this.#driver.send("POST", "/url", { url });
    await this.started();
  }

  /** Opens a link, and waits for the answers. */
  async open(link) {
    await this.go(link);
    await this.started();
  }

  /** Goes to a link whose program is held back, and returns what lets it come. */
  async goStatic(link) {
    const release = this.#site.hold();
    // The driver waits for whole pages, so the page goes by itself.
    await this.go("icon.svg");
    await this.run((url) => void (location.href = url), `${this.#site.address}/${link}`);
    await until("the static page", () => this.run(() => document.styleSheets.length > 0 && document.querySelector("form") !== null));
    return release;
  }

  /** Waits until the page computes. */
  async started() {
    await until("the page computes", () => this.run(() => document.querySelector("[data-deadline]:is(:has(time), [data-error])") !== null));
  }

  /** Runs a function in the page, with what it is given. */
  run(script, ...args) {
    return this.#driver.send("POST", "/execute/sync", { script: `return (${script})(...arguments)`, args });
  }

  /** Runs a script in the page, in its policy's despite. */
  runSource(script) {
    return this.#driver.send("POST", "/execute/sync", { script, args: [] });
  }

  /** Runs a script in the page that promises something. */
  runAsync(script) {
    return this.#driver.send("POST", "/execute/async", { script: `(${script}).then(arguments[0])`, args: [] });
  }

  /** Goes back in the history. */
  async back() {
    const before = await this.address();
    await this.#driver.send("POST", "/back");
    await until("the page before", async () => (await this.address()) !== before);
  }

  address() {
    return this.#driver.send("GET", "/url");
  }

  async query() {
    return new URL(await this.address()).search;
  }

  /** Every answer: the plan, and its due instant or the error. */
  answers() {
    return this.run(() => Object.fromEntries([...document.querySelectorAll("[data-deadline]")].map((cell) =>
      [cell.dataset.deadline, cell.querySelector("time")?.dateTime ?? cell.dataset.error])));
  }

  /** What is chosen and typed, as the form shows it. */
  form() {
    return this.run(() => {
      const data = new FormData(document.querySelector("form"));
      const { priority, region, zone, opened } = Object.fromEntries(data);
      const plans = [...document.querySelectorAll("input[name=plans]:checked")].map(({ value }) => value).join();
      return { plans, priority, region, zone, opened };
    });
  }

  /**
   * Points at the middle of an element, with these words if there are any, and presses. The driver's own click refuses
   * summaries.
   */
  async press(selector, words = null) {
    const [x, y] = await this.run((selector, words) => {
      const elements = [...document.querySelectorAll(selector)];
      const element = elements.find(({ textContent }) => words === null || textContent === words);
      element.scrollIntoView({ block: "center" });
      const { left, top, width, height } = element.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    }, selector, words);
    const actions = [{ type: "pointerMove", duration: 0, x, y, origin: "viewport" }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    await this.#driver.send("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
  }

  /** Presses keys one after another: names of keys, or texts that are typed. */
  async type(...keys) {
    const strokes = keys.flatMap((key) => (key in KEYS ? [KEYS[key]] : [...key]));
    await this.#strike(strokes.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
  }

  /** Presses a key while another one is held. */
  async chord(holding, key) {
    const value = KEYS[key] ?? key;
    const held = (type) => ({ type, value: KEYS[holding] });
    await this.#strike([held("keyDown"), { type: "keyDown", value }, { type: "keyUp", value }, held("keyUp")]);
  }

  /** Presses a key while Shift is held. */
  shift(key) {
    return this.chord("Shift", key);
  }

  async #strike(actions) {
    await this.#driver.send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Puts the focus on an element. */
  focus(selector) {
    return this.run((selector) => document.querySelector(selector).focus(), selector);
  }

  /** What a file that the page saves has in it, as a text. */
  async saved(name) {
    const file = join(this.#file("downloads"), name);
    await until(`${name} is saved`, () => existsSync(file));
    return readFileSync(file, "utf8");
  }

  /** What is pasted from the clipboard, by its type. */
  async pasted() {
    await this.run(() => {
      const field = document.body.appendChild(Object.assign(document.createElement("textarea"), { id: "pasting" }));
      field.focus();
      field.addEventListener("paste", ({ clipboardData }) => {
        globalThis.pasted = Object.fromEntries(clipboardData.types.map((type) => [type, clipboardData.getData(type)]));
        field.remove();
      });
    });
    await this.chord("Control", "v");
    await until("something is pasted", () => this.run(() => document.querySelector("#pasting") === null));
    return this.run(() => globalThis.pasted);
  }

  /** The texts of the printed pages. */
  async paper() {
    await this.run((path) => window.webkit.messageHandlers.print.postMessage(path), this.#file("page.pdf"));
    return this.printed();
  }

  /** The same, of a visitor without scripts. */
  async printed() {
    const file = this.#file("page.pdf");
    await until("the page is printed", () => existsSync(file));
    const printed = pages(file);
    rmSync(file);
    return printed;
  }

  /** A picture of an element, as a text. */
  async picture(selector) {
    const found = await this.#driver.send("POST", "/element", { using: "css selector", value: selector });
    return this.#driver.send("GET", `/element/${Object.values(found)[0]}/screenshot`);
  }

  /** Lets CSS take effect without a style element, which the page's policy forbids. */
  restyle(css) {
    return this.run((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, css);
  }
}
