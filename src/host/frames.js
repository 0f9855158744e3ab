// For pages that have the comparison in frames: each frame gets the height of what it shows, hears what the page around
// it looks like, and what it tells becomes events of the <iframe>. docs/embed.md, “Frames”, is the manual. The build
// leaves the name of this script as it is.

/** No comparison is higher. Whatever says so must not push away what follows. */
const HIGHEST = 50_000;

/** What was heard of in frames, each with what it was told last of the page around. */
const known = new WeakMap();

/** The address of a frame that has the comparison; of another, nothing. */
function addressOf({ src }) {
  try {
    const address = new URL(src, document.baseURI);
    return address.searchParams.has("embed") ? address : undefined;
  } catch {
    return undefined;
  }
}

/** The frames that have the comparison. */
const frames = () => [...document.querySelectorAll('iframe[src*="embed"]')].filter(addressOf);

const isHeight = (height) => Number.isInteger(height) && height > 0 && height <= HIGHEST;

/** Gives a frame room for a content of a height. */
function setHeight(frame, height) {
  const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const around = frame.offsetHeight - frame.clientHeight + padding;
  frame.style.height = `${height + (boxSizing === "border-box" ? around : 0)}px`;
}

/** Says to what is in a frame that its height is followed. */
const follow = (content, origin) => content.postMessage({ type: "plan-comparator-height" }, origin);

/** The colour of the text around a frame, and the colour scheme of the ground under it. */
function lookAround(frame) {
  const { color, colorScheme } = getComputedStyle(frame);
  const ofPage = document.querySelector("meta[name=color-scheme]")?.content ?? "light";
  return { color, colorScheme: colorScheme === "normal" ? ofPage : colorScheme };
}

/** Tells what is in frames what the page around looks like, where that has changed. */
function tellLook() {
  for (const frame of frames()) {
    const { contentWindow } = frame;
    const look = lookAround(frame);
    const told = JSON.stringify(look);
    if (!known.has(contentWindow) || known.get(contentWindow) === told) continue;
    known.set(contentWindow, told);
    contentWindow.postMessage({ type: "plan-comparator-around", ...look }, addressOf(frame).origin);
  }
}

function hear({ data, origin, source }) {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  // Elsewhere than where this page has put it, it may be anything.
  if (!frame || addressOf(frame).origin !== origin) return;
  const { type, height, detail } = data ?? {};
  if (type === "plan-comparator-start" || !known.has(source)) {
    known.set(source, "");
    tellLook();
  }
  if (type === "plan-comparator-height" && isHeight(height)) setHeight(frame, height);
  if (type === "plan-comparator-ready") follow(source, origin);
  if (!/^plan-comparator-(ready|change|error)$/.test(type)) return;
  frame.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
}

function start() {
  addEventListener("message", hear);
  // A switch to dark changes an attribute of the page, or the machine does it; the colours change then or later.
  const attributes = new MutationObserver(tellLook);
  for (const part of [document.documentElement, document.body]) attributes.observe(part, { attributes: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellLook);
  addEventListener("transitionend", tellLook);
  // What was told before this script came is told once more.
  for (const frame of frames()) follow(frame.contentWindow, "*");
}

// Of two sites on a page, each has this script. One is enough for the frames of both.
const STARTED = Symbol.for("plan-comparator-frames");
if (!window[STARTED]) start();
window[STARTED] = true;
