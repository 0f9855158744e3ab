// Shows the element in place of the page, as a page around has it in a frame: `?embed`. What both tell each other
// stands in docs/embed.md, “Frames”. The build leaves the name of this script as it is.
import { load, PARAMETERS } from "./plan-comparator.js";

/** What a link may set besides what is asked. Another catalog would pass somebody else's plans off as this site's. */
const OPTIONS = ["view", "theme", "fixed", "heading-level"];
const EVENTS = ["plan-comparator-ready", "plan-comparator-change", "plan-comparator-error"];
const LISTS = ["plans", "also", "holidays", "need"];
const THEMES = ["auto", "light", "dark"];

const root = document.documentElement;
const query = new URLSearchParams(location.search);
const element = document.createElement("plan-comparator");
const origin = parent === window ? undefined : originAround();
/** The colour scheme of the page around; nothing as long as it has not told. */
let around;

/** The origin of an address; "null" if it has none. */
function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return "null";
  }
}

/** The origin of the page around, as the link says it, or else the browser. */
function originAround() {
  const known = [query.get("embed"), document.referrer].map(originOf).find((origin) => origin !== "null");
  if (!known) console.warn("plan-comparator: the page around is unknown. Name its origin: ?embed=https://docs.example");
  return known;
}

/** Tells the page around, and no other. */
function tell(message) {
  if (origin) parent.postMessage(message, origin);
}

/** The height of what is shown, which that of the frame does not change. A frame that is not shown has none. */
function tellHeight() {
  const { width, height } = document.body.getBoundingClientRect();
  if (width > 0) tell({ type: "plan-comparator-height", height: Math.ceil(height) });
}

/** Gives the element a theme. */
function setTheme(theme) {
  element.setAttribute("theme", theme);
  setGround();
}

/**
 * The ground of the page around is seen through where the frame has the same colour scheme. As long as nobody has said
 * what is around, the ground is the site's own, so that what stands on it can be read.
 */
function setGround() {
  const theme = element.getAttribute("theme");
  const scheme = ["light", "dark"].includes(theme) ? theme : around;
  root.style.colorScheme = scheme ?? "";
  document.body.style.background = scheme ? "none" : "";
}

/** What the page around may tell, by its type. */
const HEARD = {
  // It follows the height from now on. A scroll bar that was needed until then would stay in some browsers.
  "plan-comparator-height": () => {
    root.style.overflowY = "hidden";
    tellHeight();
  },
  "plan-comparator-scenario": ({ scenario }) => {
    if (scenario instanceof Object) element.scenario = scenario;
  },
  "plan-comparator-theme": ({ theme }) => {
    if (THEMES.includes(theme)) setTheme(theme);
  },
  // An element without a theme of its own follows the colour of the text around it, on the ground of the page around.
  "plan-comparator-around": ({ color, colorScheme }) => {
    document.body.style.color = color;
    around = colorScheme;
    setGround();
  },
};

/** Puts the element in the place of the page, which it shows if it cannot run. */
function takePlaceOf(page) {
  page.before(element);
  element.append(page);
  page.style.visibility = "hidden";
  for (const link of document.links) if (link.origin !== location.origin) link.target = "_blank";
  // The frame becomes as high as what it shows, which must not become as high as the frame.
  page.style.minBlockSize = 0;
  element.style.setProperty("--pc-reserve", "0px");
  // The letters of the site.
  document.body.className = "pc";
}

/** The values of a parameter: of a list, all that the query has. */
function valueOf(name) {
  const values = query.getAll(name);
  return LISTS.includes(name) ? values.join(",") : values[0];
}

for (const name of [...PARAMETERS, ...OPTIONS]) {
  if (query.has(name)) element.setAttribute(name, valueOf(name));
}
element.setAttribute("page", location.origin + location.pathname);
element.setAttribute("loading", "eager");

const heights = new ResizeObserver(tellHeight);
for (const name of EVENTS) {
  element.addEventListener(name, ({ type, detail }) => {
    tell({ type, detail });
    // What is out of view may be measured late by the browser itself.
    tellHeight();
    heights.observe(document.body);
  });
}
addEventListener("message", ({ data, origin: sender, source }) => {
  if (source === parent && sender === origin && Object.hasOwn(HEARD, data?.type)) HEARD[data.type](data);
});

// The page around tells then what it looks like.
tell({ type: "plan-comparator-start" });
// As the page preloads it: otherwise the program would be fetched twice. The element tells of what fails.
load({ mode: "no-cors", credentials: "include" }).catch(() => undefined);
await new Promise((ready, failed) => {
  element.addEventListener("plan-comparator-ready", ready);
  const page = document.querySelector(".pc-page");
  element.addEventListener("plan-comparator-error", ({ detail }) => {
    page.style.visibility = "";
    failed(new Error(detail.message));
  });
  takePlaceOf(page);
  setGround();
});
element.replaceChildren();
