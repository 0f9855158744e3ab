// For pages that have the comparison in frames: each frame gets the height of what it shows, and what it tells becomes
// events of the <iframe>. docs/embed.md, “Frames”, is the manual. The build leaves the name of this script as it is.

/** No comparison is higher. Whatever says so must not push away what follows. */
const HIGHEST = 50_000;

/** The address of a frame that has the comparison. */
function addressOf(frame) {
  const address = new URL(frame.src, document.baseURI);
  return address.searchParams.has("embed") ? address : undefined;
}

/** Gives a frame room for a content of a height. */
function setHeight(frame, height) {
  const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const around = frame.offsetHeight - frame.clientHeight + padding;
  frame.style.height = `${height + (boxSizing === "border-box" ? around : 0)}px`;
}

/** Says to what is in a frame that its height is followed. */
const follow = (content, origin) => content.postMessage({ type: "plan-comparator-height" }, origin);

const isHeight = (height) => Number.isInteger(height) && height > 0 && height <= HIGHEST;

const frames = () => [...document.querySelectorAll('iframe[src*="embed"]')];

addEventListener("message", ({ data, origin, source }) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  // Elsewhere than where this page has put it, it may be anything.
  if (!frame || addressOf(frame)?.origin !== origin) return;
  const { type, height, detail } = data ?? {};
  if (type === "plan-comparator-height" && isHeight(height)) setHeight(frame, height);
  if (type === "plan-comparator-ready") follow(source, origin);
  if (!/^plan-comparator-(ready|change|error)$/.test(type)) return;
  frame.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
});

// What was told before this script came is told once more.
for (const frame of frames()) if (addressOf(frame)) follow(frame.contentWindow, "*");
