// The settings of `cargo xtask speed`, which measures with the browser tests' own, in Chromium.
import tests from "./playwright.config.mjs";

const chromium = tests.projects.find(({ name }) => name === "chromium");
const { launchOptions } = chromium.use;
const args = [...launchOptions.args, "--disable-gpu-vsync", "--disable-frame-rate-limit"];

export default {
  ...tests,
  testMatch: "speed.mjs",
  reporter: "line",
  workers: 1,
  timeout: 0,
  projects: [{ ...chromium, use: { ...chromium.use, launchOptions: { ...launchOptions, args } } }],
};
