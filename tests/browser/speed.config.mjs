// The settings of `cargo xtask speed`, which measures with the browser tests' own.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.mjs";

const { launchOptions } = tests.use;

export default defineConfig(tests, {
  testMatch: "speed.mjs",
  reporter: "line",
  workers: 1,
  timeout: 0,
  use: { launchOptions: { ...launchOptions, args: [...launchOptions.args, "--disable-gpu-vsync", "--disable-frame-rate-limit"] } },
});
