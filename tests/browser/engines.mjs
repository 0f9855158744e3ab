// What the driver of each engine can be told about a visitor, and how; and what it cannot.

/**
 * What an engine cannot be told or asked, and why. A test that needs such a thing says so by
 * `needs`, and the end of a run lists what was left out.
 */
export const LACKS = {
  chromium: {},
  firefox: {
    "shifts of the layout": "Firefox does not tell of them; `static.spec.mjs` measures what jumps there, too.",
    "what telephones do to the size of text": "Firefox for desks does not know `text-size-adjust`.",
    "years of five digits": "Its fields take no more than four figures of a year from the keyboard.",
    "headings kept with what follows on paper": "Firefox keeps no two boxes on one page.",
    "machines that turn dark": "Firefox has its colour scheme from a preference, when it starts.",
    "counts of what the document holds": "Only Chromium's developer tools count nodes and listeners.",
  },
  webkit: {
    "forced colours": "WebKit has none.",
    "printing by the driver": "The window prints instead.",
    "requests that are refused or changed": "The driver cannot; the server holds the program back instead.",
    "what the browser itself writes to the console": "The driver cannot be asked; the page tells of its own, and of its policy.",
  },
};

/** Firefox's preferences for what Playwright tells it in vain, by the option's name. */
const PREFERENCES = {
  javaScriptEnabled: (on) => ({ "javascript.enabled": on }),
  colorScheme: (scheme) => ({ "layout.css.prefers-color-scheme.content-override": { dark: 0, light: 1 }[scheme] }),
  reducedMotion: (motion) => ({ "ui.prefersReducedMotion": motion === "reduce" ? 1 : 0 }),
  forcedColors: (colors) => ({ "browser.display.document_color_use": colors === "active" ? 2 : 1 }),
};

/** The preferences of a Firefox for a visitor, whose options are like Playwright's. */
export function preferences(options) {
  return Object.assign({}, ...Object.entries(options).map(([name, value]) => PREFERENCES[name]?.(value)));
}

/**
 * Shows the page as it is on paper, in an engine whose driver cannot: style rules for paper become
 * rules for everything, and those for screens rules for nothing. What is really printed,
 * `paper.spec.mjs` reads from the printed pages.
 */
export function restyleForPaper() {
  const change = (rules) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && /\b(print|screen)\b/.test(rule.media.mediaText)) {
        rule.media.mediaText = rule.media.mediaText.replace(/\bprint\b/g, "all").replace(/\bscreen\b/g, "not all");
      }
      if (rule.cssRules) change(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) change(sheet.cssRules);
  for (const { shadowRoot } of document.querySelectorAll(":defined")) {
    for (const sheet of shadowRoot?.adoptedStyleSheets ?? []) change(sheet.cssRules);
  }
}
