// What is done in front of a customer, as far as the browser does it: files, pictures, the link's fragment, paper and
// the whole screen. The page fetches this script when somebody wants it, and the program asks it for deeds.

import { asPng, asSvg } from "./picture.js";

/** The words by language, each on a line of its own, and the styles. The build puts both here. */
const WORDS = {words};
const STYLE = {style};

/** For how long a file can be fetched that was saved, in milliseconds. */
const KEPT = 60_000;

/** How far a finger goes across for another statement, in pixels. */
const SWIPE = 50;

/**
 * Opens what is done in front of a customer, or closes it, for the page that runs a `program`, whose instance has a
 * `number`. The button `door` does so. Links are offered if others can reach the page. Throws what kept it from being
 * opened.
 */
export async function open(door, program, number, isReachable = location.protocol.startsWith("http")) {
  if (door.ariaBusy) return;
  const room = document.getElementById("pc-room");
  if (room) room.hidden = !room.hidden;
  else {
    const root = Object.assign(document.createElement("div"), { className: "pc" });
    document.getElementById("pc-app").before(root);
    door.ariaBusy = "true";
    try {
      await show(root, program, number, isReachable);
    } catch (error) {
      root.remove();
      throw error;
    } finally {
      door.ariaBusy = null;
    }
  }
  door.ariaExpanded = String(!room || !room.hidden);
}

/** Shows it in an element `root`. */
async function show(root, program, number, isReachable) {
  followInLinks(location.hash);
  const view = new URLSearchParams(location.search).get("view") ?? "";
  const words = WORDS[root.closest("[lang]").lang] ?? Object.values(WORDS)[0];
  const beginning = [view, isReachable ? "reachable" : "", location.hash, words].join("\n");
  const isPrepared = await new Promise((resolve) => program.prepare(resolve, true));
  if (!isPrepared) throw new Error("a part of the program is missing");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);
  const isShown = program.demonstrate(number, root, beginning, (deed) => perform(deed, root));
  if (!isShown) throw new Error("the words are of another release than the program");
}

/** Does a deed, which is a query: its name, and what it needs. Brings a text. */
async function perform(deed, root) {
  // What the deed is about may come into the document right after it is asked for.
  await null;
  const { deed: name, ...given } = Object.fromEntries(new URLSearchParams(deed));
  return (await DEEDS[name](given, root)) ?? "";
}

const DEEDS = {
  async copy({ text, html }) {
    if (!html) return navigator.clipboard.writeText(text);
    const blob = (type, content) => new Blob([content], { type });
    const both = { "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) };
    await navigator.clipboard.write([new ClipboardItem(both)]);
  },

  save({ name, type, text }) {
    save(name, new Blob([text], { type }));
  },

  async picture({ id, name, title }, root) {
    const element = root.querySelector(`#${id}`);
    const background = getComputedStyle(root).getPropertyValue("--pc-surface");
    const options = { title, background };
    const isSvg = name.endsWith(".svg");
    save(name, isSvg ? new Blob([asSvg(element, options)], { type: "image/svg+xml" }) : await asPng(element, options));
  },

  /** Keeps a story in the address, where no server sees it. */
  fragment({ story }) {
    const hash = story ? `#story=${story}` : "";
    history.replaceState(history.state, "", location.pathname + location.search + hash);
    followInLinks(hash);
  },

  /** Shows a dialog over everything else until it is left. */
  async present({ id }, root) {
    const dialog = root.querySelector(`#${id}`);
    const left = new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
    const leaving = new AbortController();
    const { signal } = leaving;
    // A chapter that goes may have had the focus.
    document.addEventListener("keydown", (event) => pressKey(event, dialog), { signal });
    followFinger(dialog, signal);
    dialog.showModal();
    await left;
    leaving.abort();
    if (document.fullscreenElement) await document.exitFullscreen();
    leaveView();
  },

  close({ id }, root) {
    root.querySelector(`#${id}`).close();
  },

  async fullScreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  },

  /** Prints the hand-out alone. Browsers differ in whether `print` waits until that is done. */
  async print() {
    const page = document.documentElement;
    page.dataset.prints = "hand-out";
    const printed = new Promise((resolve) => window.addEventListener("afterprint", resolve, { once: true }));
    // Two frames, so that what is to be printed stands in the document.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    window.print();
    await printed;
    delete page.dataset.prints;
  },

  /** Gives the focus to an element, which may come into the document with the next frame. */
  async focus({ id }, root) {
    if (!root.querySelector(`#${id}`)) await new Promise(requestAnimationFrame);
    root.querySelector(`#${id}`)?.focus();
  },
};

/** Links to other languages lead to the same story. */
function followInLinks(hash) {
  for (const link of document.querySelectorAll("a[hreflang]")) link.hash = hash;
}

/** Has the browser save a file. */
function save(name, blob) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/** A key presses the button that names it. */
function pressKey(event, dialog) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // A button that has the focus is pressed by the browser itself.
  if ((key === "Space" || key === "Enter") && event.composedPath()[0].matches?.("button")) return;
  const button = buttonOf(key, dialog);
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
}

/** A finger that goes across presses the button of the next statement, or of the one before. */
function followFinger(dialog, signal) {
  let from;
  const down = (event) => (from = event.pointerType === "touch" && event.isPrimary ? event : null);
  const up = (to) => {
    if (to.pointerId !== from?.pointerId) return;
    const [right, below] = [to.clientX - from.clientX, to.clientY - from.clientY];
    const isAcross = Math.abs(right) >= Math.max(SWIPE, 2 * Math.abs(below));
    if (isAcross) buttonOf(right < 0 ? "ArrowRight" : "ArrowLeft", dialog).click();
  };
  dialog.addEventListener("pointerdown", down, { signal });
  dialog.addEventListener("pointerup", up, { signal });
}

/** The button that a key presses, if there is one. */
function buttonOf(key, dialog) {
  const isNamed = (button) => button.getAttribute("aria-keyshortcuts").split(" ").includes(key);
  return [...dialog.querySelectorAll("[aria-keyshortcuts]")].find(isNamed);
}

/** Takes the presenter's view out of the address. */
function leaveView() {
  const address = new URL(location);
  if (!address.searchParams.has("view")) return;
  const rest = address.search.slice(1).split("&").filter((parameter) => !/^view(=|$)/.test(parameter));
  address.search = rest.join("&");
  history.replaceState(history.state, "", address);
}
