// Opens the page once in each engine before the tests.
//
// The first pages of a run, one for each worker, once did not load in the time that a test has, and
// then did at once. The likely reason is the browser's first start, which is read from a disk that is
// still writing what was just compiled: that was seen to take seven times as long as later ones. Here
// it has minutes.
import playwright from "@playwright/test";

const PATIENCE = 180_000;

export default async function warmUp({ projects }) {
  for (const { use } of projects) {
    const browser = await playwright[use.browserName].launch({ ...use.launchOptions, channel: use.channel, timeout: PATIENCE });
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${process.env.PC_SITE}/`);
    await page.locator("[data-deadline] time").first().waitFor({ state: "attached" });
    await browser.close();
  }
}
