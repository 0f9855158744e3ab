// The element <plan-comparator>: its attributes and properties, and when it runs. docs/embed.md is its manual.
// The build writes a line before this script that says what it cannot know: `FILES`, the files that it needs; `at`, the
// address of one; `get`, which imports one, and asks anew if something is to be added to its address.

/** What the element shares with links: the attributes in which a visitor's choices are seen. */
export const PARAMETERS = ["plans", "target", "priority", "region", "zone", "also", "opened", "by", "holidays", "differences", "mine", "need", "within"];
/** What is only the element's own. */
const OPTIONS = ["catalog", "view", "page", "theme", "heading-level", "fixed", "loading"];
/** The attributes with which an instance is made: another value needs another instance. */
const MAKING = ["lang", "catalog", "view", "heading-level"];
/** The values of attributes that have few. */
const ALLOWED = {
  view: ["all", "answer", "includes"],
  theme: ["auto", "light", "dark"],
  "heading-level": ["1", "2", "3", "4", "5", "6"],
  loading: ["lazy", "eager"],
};

/** Fetches everything that instances share; the program is started once. */
async function fetchKit(options) {
  // Some browsers keep in mind that a module did not come, and do not ask again.
  const again = attempts > 0 ? `?${attempts}` : "";
  attempts += 1;
  const [{ Instance, sheets }, program, response] = await Promise.all([
    get(FILES.instance, again),
    get(FILES.glue, again),
    fetch(at(FILES.style)),
  ]);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const [css] = await Promise.all([response.text(), program.default({ module_or_path: fetch(at(FILES.program), options) })]);
  return { Instance, program, sheets: sheets(css), at, get, files: FILES, warn };
}

let kit;
let attempts = 0;

/**
 * What instances share, fetched when the first one needs it; again after it did not come. `options` are those of the
 * program's fetch.
 */
export function load(options) {
  kit ??= fetchKit(options).catch((error) => {
    kit = undefined;
    throw error;
  });
  return kit;
}

/**
 * Makes an instance. The site may have been released anew since this script came, and its files may be gone: then
 * the new script's are asked for.
 */
async function make(element) {
  try {
    const kit = await load();
    return await kit.Instance.make(element, kit);
  } catch (error) {
    const fresh = await get("", `?${Date.now()}`).catch(() => undefined);
    // The same files would only fail again.
    if (!fresh || JSON.stringify(fresh.files) === JSON.stringify(FILES)) throw error;
    const kit = await fresh.load();
    return kit.Instance.make(element, kit);
  }
}

export const files = FILES;

/** What an element looks like before it runs: as high as a screen, so that what follows does not move into view. */
const WAITING = ":host{display:block}:host([hidden]){display:none}.wait{min-block-size:var(--pc-reserve,100vh)}";

/** Tells elements that come near the view, some time before they are seen. */
const nearness = new IntersectionObserver(
  (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target[START]()),
  { rootMargin: "100%", scrollMargin: "100%" },
);
const START = Symbol("start");

class PlanComparator extends HTMLElement {
  static observedAttributes = [...PARAMETERS, ...OPTIONS, "lang"];

  /** The instance, once it runs. */
  #instance;
  /** The making of an instance that was wanted last; nothing while none is wanted. */
  #wanted;
  /** The parameters whose attributes have changed since the instance was told. */
  #changed = new Set();
  #isWriting = false;
  #isRemade = false;
  #shadow = this.attachShadow({ mode: "open" });

  constructor() {
    super();
    this.#waits();
  }

  connectedCallback() {
    for (const name of ["scenario", ...this.constructor.observedAttributes]) this.#takeProperty(propertyOf(name));
    // Moved elsewhere, it goes on.
    if (this.#instance) return;
    if (this.getAttribute("loading") === "eager") this[START]();
    else nearness.observe(this);
  }

  disconnectedCallback() {
    // It may only have been moved.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || this.#isWriting) return;
    const allowed = ALLOWED[name];
    if (allowed && after !== null && !allowed.includes(after)) warn(`${name}="${after}" is not one of ${allowed.join(", ")}`);
    if (name === "fixed") {
      const unknown = (after ?? "").split(/[\s,]+/).filter((parameter) => parameter && !PARAMETERS.includes(parameter));
      for (const parameter of unknown) warn(`fixed has no “${parameter}”, only ${PARAMETERS.join(", ")}`);
    }
    if (name === "loading" && after === "eager" && this.isConnected) this[START]();
    if (!this.#wanted) return;
    if (MAKING.includes(name)) this.#makeAnew();
    else if (PARAMETERS.includes(name)) {
      if (this.#changed.size === 0) queueMicrotask(() => this.#tell());
      this.#changed.add(name);
    } else this.#instance?.restyle();
  }

  /** What is shown: an object with the parameters. Setting it gives those that it lacks their defaults. */
  get scenario() {
    return this.#state?.scenario ?? Object.fromEntries(this.#asked());
  }

  set scenario(given) {
    const scenario = given ?? {};
    for (const name of Object.keys(scenario)) PARAMETERS.includes(name) || warn(`a scenario has no “${name}”, only ${PARAMETERS.join(", ")}`);
    for (const name of PARAMETERS) this[name] = scenario[name];
  }

  /** The plans' answers; none before the element runs. */
  get answers() {
    return this.#state?.answers ?? [];
  }

  /** What the instance tells once it has heard of every attribute; nothing before it runs. */
  get #state() {
    this.#tell();
    return this.#instance?.isReady ? this.#instance.state : undefined;
  }

  /** The parameters that have an attribute, with their values. */
  #asked() {
    return PARAMETERS.filter((name) => this.hasAttribute(name)).map((name) => [name, this.getAttribute(name)]);
  }

  /** Starts, unless it has: it is near the view, or was told to. */
  [START]() {
    nearness.unobserve(this);
    if (!this.#wanted) this.#make();
  }

  /** Makes an instance, which takes the place of the present one. */
  async #make() {
    const wanted = Symbol("wanted");
    this.#wanted = wanted;
    try {
      const instance = await make(this);
      // Meanwhile another may be wanted, or none.
      if (wanted !== this.#wanted) return;
      const before = this.#instance;
      this.#instance = instance;
      instance.show(this.#shadow, this.#asked(), {
        ready: () => this.#giveState("ready"),
        changed: () => {
          this.#write(instance.state);
          this.#giveState("change");
        },
        failed: (message) => this.#give("error", { message }),
      });
      before?.stop();
    } catch (error) {
      if (wanted !== this.#wanted) return;
      this.#shadow.querySelector(".wait")?.removeAttribute("class");
      const message = String(error?.message ?? error);
      console.error(`plan-comparator: ${message}`);
      this.#give("error", { message });
    }
  }

  /** Several attributes may change at once. */
  #makeAnew() {
    if (this.#isRemade) return;
    this.#isRemade = true;
    queueMicrotask(() => {
      this.#isRemade = false;
      if (this.#wanted) this.#make();
    });
  }

  #stop() {
    nearness.unobserve(this);
    this.#wanted = undefined;
    this.#instance?.stop();
    this.#instance = undefined;
    this.#changed.clear();
    this.#waits();
  }

  /** Shows what stands inside. */
  #waits() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(WAITING);
    this.#shadow.adoptedStyleSheets = [sheet];
    const wait = document.createElement("div");
    wait.className = "wait";
    wait.append(document.createElement("slot"));
    this.#shadow.replaceChildren(wait);
  }

  /** Tells the instance which attributes have changed. */
  #tell() {
    if (!this.#instance?.isReady) return;
    const names = [...this.#changed];
    this.#changed.clear();
    this.#instance.choose(names.map((name) => [name, this.getAttribute(name) ?? ""]));
    if (names.length > 0) this.#write(this.#instance.state);
  }

  /** Writes what is shown into the attributes: what differs from the default, and what is there. */
  #write({ chosen, scenario }) {
    this.#isWriting = true;
    for (const name of PARAMETERS) {
      const value = this.hasAttribute(name) ? scenario[name] : chosen[name];
      const text = value === undefined ? null : String(value);
      if (text === null) this.removeAttribute(name);
      else if (text !== this.getAttribute(name)) this.setAttribute(name, text);
    }
    this.#isWriting = false;
  }

  #giveState(name) {
    const { scenario, answers, query } = this.#state;
    this.#give(name, { scenario, answers, query });
  }

  #give(name, detail) {
    this.dispatchEvent(new CustomEvent(`plan-comparator-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** A property that was set before the element was defined is set again, by its setter. */
  #takeProperty(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }
}

const warned = new Set();

/** Says something to the author of the page, once. */
function warn(sentence) {
  if (!warned.has(sentence)) console.warn(`plan-comparator: ${sentence}`);
  warned.add(sentence);
}

const isMoment = (value) => value instanceof Date && !Number.isNaN(value.valueOf());

function propertyOf(attribute) {
  return attribute.replace(/-./, ([, letter]) => letter.toUpperCase());
}

for (const name of [...PARAMETERS, ...OPTIONS]) {
  Object.defineProperty(PlanComparator.prototype, propertyOf(name), {
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, isMoment(value) ? value.toISOString() : value);
    },
    enumerable: true,
    configurable: true,
  });
}

// Where styles cannot be made by scripts, what stands inside stays.
const canRun = "adoptedStyleSheets" in Document.prototype;
if (canRun && !customElements.get("plan-comparator")) customElements.define("plan-comparator", PlanComparator);
