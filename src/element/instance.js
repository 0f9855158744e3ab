// One instance of the comparison in an element: the program in the element's shadow tree, and what it tells.

/** Parameters whose values are lists. */
const LISTS = ["plans", "also", "holidays", "need"];

/** The parts that a page may style, and the sections that they are. */
const PARTS = {
  question: ".pc-question",
  answer: ".pc-answers",
  pictures: ".pc-pictures",
  fit: ".pc-fit",
  includes: ".pc-matrix",
};

/** For how many frames a colour has to be the same to have settled. */
const STILL = 20;

/** The styles in light and in dark: the same rules, in which the browser is no longer asked which of both is liked. */
export function sheets(css) {
  const sheet = (isDark) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    for (const { media } of sheet.cssRules) {
      if (media?.mediaText.includes("prefers-color-scheme")) media.mediaText = isDark ? "all" : "not all";
    }
    return sheet;
  };
  return { light: sheet(false), dark: sheet(true) };
}

/** Whether a colour, as a browser computes it, is nearer to white than to black. */
export function isLight(color) {
  const [kind] = color.split("(");
  const [first, second, third] = color.match(/(?<![\w-])\d*\.?\d+/g)?.map(Number) ?? [0, 0, 0];
  if (/^ok/.test(kind)) return first > 0.6;
  if (/^l/.test(kind)) return first > 60;
  return (0.299 * first + 0.587 * second + 0.114 * third) / (kind === "color" ? 1 : 255) > 0.5;
}

/** A query as an object; lists as arrays. */
function parametersOf(query) {
  const value = ([name, text]) => [name, LISTS.includes(name) ? text.split(",") : text];
  return Object.fromEntries([...new URLSearchParams(query)].map(value));
}

/** What an instance tells, in lines: src/page/embedded.rs has their order. */
function stateOf(told) {
  const [query, whole, ...lines] = told.split("\n");
  const rest = lines.map((line) => Object.fromEntries(new URLSearchParams(line)));
  const chosen = parametersOf(query);
  return {
    chosen,
    query,
    scenario: { ...parametersOf(whole), ...chosen },
    answers: rest.filter(({ plan }) => plan),
    ignored: rest.flatMap(({ ignored }) => ignored ?? []),
  };
}

/** The address of the catalog that the element names, or else the one that the build names; nothing without either. */
function catalogOf(element, { at, files }) {
  const named = element.getAttribute("catalog");
  return named === null ? files.catalog && at(files.catalog) : new URL(named, document.baseURI);
}

/** The address of the full page; nothing if it is not known. The site's page does not show another catalog. */
function pageOf(element, language, { files, warn }) {
  const named = element.getAttribute("page");
  const isOwn = !element.hasAttribute("catalog");
  try {
    if (named !== null) return new URL(named, document.baseURI);
    return isOwn && files.page ? new URL(`${language}/`, files.page) : undefined;
  } catch {
    warn(`page="${named ?? files.page}" is no address`);
    return undefined;
  }
}

/** The code of a language that pages exist in, for one that is wished. */
function languageOf(element, known) {
  const wished = (element.closest("[lang]")?.lang ?? "").toLowerCase();
  return [wished, wished.split("-")[0]].find((code) => known.includes(code)) ?? known[0];
}

async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}

/** The plans of the site in a language. */
function plansOfSite(element, { at, files }) {
  const language = languageOf(element, Object.keys(files.plans));
  if (!language) throw new Error("the attribute `catalog` is missing: there are no plans but those of a catalog");
  return json(at(files.plans[language]));
}

/** The plans of the catalog at an address. */
async function plansOfCatalog(element, address, { at, get, files }) {
  if (!files.maker) throw new Error("this build cannot read catalogs: `cargo xtask build` makes one that can");
  const maker = await get(files.maker.glue);
  const [response] = await Promise.all([fetch(address), maker.default({ module_or_path: fetch(at(files.maker.program)) })]);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  let made;
  try {
    made = JSON.parse(maker.embedded(new Uint8Array(await response.arrayBuffer())));
  } catch (faults) {
    throw new Error(`${address}:\n${faults}`);
  }
  const language = languageOf(element, made.map(({ language }) => language));
  return made.find((plans) => plans.language === language);
}

export class Instance {
  /** Whether it can tell and be told. */
  isReady = false;

  #element;
  #root = document.createElement("div");
  #kit;
  #plans;
  #number;
  #sense = document.createElement("span");
  #handlers;
  /** Whether a visitor has chosen something. */
  #isTouched = false;
  #query = "";
  #isDark;
  /** For how many more frames a colour that is the same is looked at. */
  #frames = 0;

  /** An instance for an element, not yet shown. Throws what keeps it from being made. */
  static async make(element, kit) {
    const catalog = catalogOf(element, kit);
    const plans = await (catalog ? plansOfCatalog(element, catalog, kit) : plansOfSite(element, kit));
    return new Instance(element, kit, plans);
  }

  constructor(element, kit, plans) {
    [this.#element, this.#kit, this.#plans] = [element, kit, plans];
    Object.assign(this.#root, { className: "pc-embed", lang: plans.language, dir: "ltr" });
    // What is typed into a field here is no shortcut of the page around, which sees only the element.
    this.#root.addEventListener("keydown", (event) => {
      const isShortcut = event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1;
      if (!isShortcut && event.target.matches("input")) event.stopPropagation();
    });
    this.#sense.className = "pc-sense";
    // The colour of the text around tells whether the page is dark. A transition tells that it begins to change.
    this.#sense.addEventListener("transitionrun", () => this.#follow());
  }

  /** Lets it run with the parameters, and puts it into a shadow tree, in the place of what is there. */
  show(shadow, parameters, handlers) {
    const given = (name) => this.#element.getAttribute(name);
    const app = document.createElement("div");
    this.#root.append(app, this.#source());
    this.#handlers = handlers;
    this.#number = this.#kit.program.mount(app, JSON.stringify(this.#plans.block), {
      query: new URLSearchParams(parameters).toString(),
      headingLevel: Number(given("heading-level") ?? 2),
      // Nothing stands in for the table until its part of the program comes.
      rest: given("view") !== "answer",
      link: (query) => Object.assign(this.#page, { search: query }).href,
      changed: (query) => this.#changed(query),
      stopped: () => this.#stopped(),
    });
    for (const [part, selector] of Object.entries(PARTS)) app.querySelector(selector)?.setAttribute("part", part);
    shadow.replaceChildren(this.#sense, this.#root);
    this.restyle();
    this.#kit.program.prepare((isHere) => this.#prepared(isHere, parameters));
  }

  #prepared(isHere, parameters) {
    if (this.#number === undefined) return;
    if (!isHere) return this.#handlers.failed("a part of the program did not come");
    this.isReady = true;
    // This changes nothing. What cannot be used of the parameters is told to the author of the page.
    if (!this.#isTouched) this.choose(parameters);
    this.#handlers.ready();
    if (this.#isTouched) this.#handlers.changed();
  }

  /** What is shown now, and the answers. */
  get state() {
    return stateOf(this.#kit.program.tell(this.#number, ""));
  }

  /** Gives parameters other values; an empty one stands for the default. */
  choose(parameters) {
    if (parameters.length === 0) return;
    const { query, ignored } = stateOf(this.#kit.program.tell(this.#number, new URLSearchParams(parameters).toString()));
    this.#query = query;
    ignored.forEach(this.#kit.warn);
  }

  /** Follows a colour until it has stayed the same for a while: Firefox tells only of the first change of many. */
  #follow() {
    const isFollowing = this.#frames > 0;
    this.#frames = STILL;
    if (isFollowing) return;
    let before;
    const look = () => {
      const { color } = getComputedStyle(this.#sense);
      this.#frames = color === before ? this.#frames - 1 : STILL;
      before = color;
      this.restyle();
      if (this.#frames > 0 && this.#number !== undefined) requestAnimationFrame(look);
      else this.#frames = 0;
    };
    look();
  }

  get #page() {
    return pageOf(this.#element, this.#plans.language, this.#kit);
  }

  /** Follows the theme of the element, or of the page around it, and offers links as soon as they lead somewhere. */
  restyle() {
    this.#root.toggleAttribute("data-linked", Boolean(this.#page));
    const theme = this.#element.getAttribute("theme");
    const isDark = theme === "dark" || (theme !== "light" && isLight(getComputedStyle(this.#sense).color));
    if (isDark === this.#isDark) return;
    this.#isDark = isDark;
    this.#root.getRootNode().adoptedStyleSheets = [isDark ? this.#kit.sheets.dark : this.#kit.sheets.light];
  }

  /** Ends it, and gives back what it holds. */
  stop() {
    if (this.#number === undefined) return;
    this.isReady = false;
    this.#kit.program.unmount(this.#number);
    this.#number = undefined;
  }

  /** What the visitor chose, unless the page around did. */
  #changed(query) {
    if (query === this.#query) return;
    this.#query = query;
    this.#isTouched = true;
    if (this.isReady) this.#handlers.changed();
  }

  #stopped() {
    const message = this.#plans.stopped;
    const notice = Object.assign(document.createElement("p"), { className: "pc-embed__stopped", role: "alert", textContent: message });
    this.#root.prepend(notice);
    this.#handlers.failed(message);
  }

  /** Which plans these are, and what one should know of them. */
  #source() {
    const source = Object.assign(document.createElement("p"), { className: "pc-embed__source" });
    source.setAttribute("part", "source");
    for (const { text, language } of this.#plans.source) {
      const sentence = Object.assign(document.createElement("span"), { textContent: text });
      if (language) sentence.lang = language;
      source.append(sentence, " ");
    }
    return source;
  }
}
