// The browser tests' settings. `cargo xtask browser` says where the browsers are.
import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

/** Serves a folder on any free port, and puts the server's address into a variable. */
function served(folder, wait) {
  // 127.0.0.1 and not localhost, which may mean two addresses, of which only one is served.
  return { command: `npx sirv ${folder} --host 127.0.0.1 --port 0 --no-clear --no-logs`, wait: { stdout: wait }, timeout: 30_000 };
}

const chromium = {
  name: "chromium",
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.PC_CHROMIUM,
      args: [
        // Chromium's sandbox does not work for root, who runs the tests in many containers.
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
      ],
    },
  },
};

// Firefox runs everything but what no engine could change: how many nodes the program writes, how much
// memory it takes, and what axe says of further contents (tests that are marked so).
const firefox = {
  name: "firefox",
  testIgnore: /\/(writes|large)\.spec\.mjs$/,
  grepInvert: /@one-engine/,
  use: {
    browserName: "firefox",
    // The system's Firefox, by WebDriver BiDi, and not a Firefox of Playwright's own.
    channel: "moz-firefox",
    launchOptions: {
      executablePath: process.env.PC_FIREFOX,
      firefoxUserPrefs: {
        "ui.prefersReducedMotion": 1,
        // Scroll bars take no room, as on telephones and in the Chromium of the tests.
        "ui.useOverlayScrollbars": 1,
        // Playwright loses a page that was kept whole and comes back. WebKit's checks have such a page.
        "browser.sessionhistory.max_total_viewers": 0,
        // What was copied can be read without a question to the visitor.
        "dom.events.testing.asyncClipboard": true,
      },
    },
  },
};

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "results",
  reporter: [["list"], ["./summary.mjs"]],
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A test that failed is tried again on CI only, whose machines may stand still for seconds. summary.mjs names it
  // all the same, so that nothing is hidden, and fails a run with several.
  retries: process.env.CI ? 1 : 0,
  globalSetup: "./warm-up.mjs",
  // The site has to work at the root of a server and in a folder of one: deep/a/b is dist/. The last has
  // the sites of other catalogs.
  webServer: [
    served("../../dist", /Local:\s+(?<pc_site>http:\S+)/),
    served("deep", /Local:\s+(?<pc_deep_site>http:\S+)/),
    served(process.env.PC_SITES, /Local:\s+(?<pc_catalog_sites>http:\S+)/),
  ],
  use: {
    baseURL: `${process.env.PC_SITE}/`,
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    // What happened in a test that failed; without pictures of the document, whose making would be seen
    // by tests of what is written to it.
    trace: process.env.CI ? { mode: "retain-on-failure", screenshots: false, snapshots: false } : "off",
  },
  projects: [chromium, firefox],
});
