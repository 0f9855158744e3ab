// The browser tests' settings. `cargo xtask browser` serves the site and says where it is.
import { defineConfig } from "@playwright/test";

/** The value of an environment variable that `cargo xtask browser` sets. */
function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with \`cargo xtask browser\``);
  return value;
}

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "results",
  reporter: "list",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // On a machine that does much else a browser may hang as it starts; the report tells such tests.
  retries: process.env.CI ? 1 : 0,
  use: {
    baseURL: given("PC_SITE"),
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    launchOptions: {
      executablePath: given("PC_CHROMIUM"),
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
});
