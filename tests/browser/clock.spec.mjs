// The present moment: it ticks by the minute and in silence, can be stopped, and can be kept.
import { expect, said, saveData, test } from "./page.mjs";

/** The time after which the address says what was chosen. */
const WRITTEN = 500;
const START = "2026-06-12T12:00:30Z";
/** The present moment as the page words it, on the clock of Amsterdam. */
const now = (time) => said(`Now: Friday 12 June 2026 ${time} (Amsterdam, UTC+2).`, { whole: false });

test.use({ now: null });

/** Opens the page at a moment from which the clock goes on only as the test says. */
async function open(pc, link = "en/") {
  await pc.page.clock.install({ time: "2026-06-12T12:00:00Z" });
  await pc.page.clock.pauseAt(START);
  // That clock also says how long a chunk may take.
  await saveData(pc);
  await pc.open(link);
}

test("the present moment ticks at each full minute, and the answers with it", async ({ pc }) => {
  await open(pc);
  await expect(pc.opened).toHaveValue("");
  await expect(pc.now).toHaveText(now("14:00:30"));
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-06-12T12:15:30Z");
  await pc.page.clock.runFor(29_000);
  await expect(pc.now).toHaveText(now("14:00:30"));
  await pc.page.clock.runFor(1_000);
  await expect(pc.now).toHaveText(now("14:01"));
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-06-12T12:16:00Z");
  await pc.page.clock.runFor(120_000);
  await expect(pc.now).toHaveText(now("14:03"));
  // After a sleep of the machine.
  await pc.page.clock.fastForward("02:00:10");
  await expect(pc.now).toHaveText(now("16:03:10"));
});

test("the ticking clock is silent, and leaves the focus and an open account alone", async ({ pc }) => {
  await open(pc);
  const account = pc.account("online");
  await pc.accountButton("online").click();
  await expect(account.locator("ol")).toBeVisible();
  await pc.page.evaluate(() => {
    globalThis.announced = [];
    const heard = document.querySelectorAll("[role=status], [role=alert], [aria-live]");
    for (const region of heard) {
      new MutationObserver(() => announced.push(region.textContent))
        .observe(region, { childList: true, characterData: true, subtree: true });
    }
    globalThis.loud = [...heard].filter((region) => region.querySelector("time, #pc-opened-hint")).length;
  });
  await pc.page.clock.runFor(180_000);
  await expect(pc.now).toHaveText(now("14:03"));
  expect(await pc.page.evaluate(() => [announced, loud])).toEqual([[], 0]);
  await expect(pc.status).toHaveText("");
  expect(await pc.focused()).toBe("pc-account-online-button");
  await expect(account).toBeVisible();
  await expect(account.locator("ol > li").first()).toHaveText(said("Opened Friday 12 June 2026 14:03 (Amsterdam, UTC+2)."));
  expect(pc.query()).toBe("");
});

test("the clock can be paused, and catches up when it runs again", async ({ pc }) => {
  await open(pc);
  await pc.page.getByRole("button", { name: "Pause the clock" }).click();
  await expect(pc.status).toHaveText(said("The clock is paused at Friday 12 June 2026 14:00:30 (Amsterdam, UTC+2)."));
  await pc.page.clock.runFor(300_000);
  await expect(pc.now).toHaveText(now("14:00:30"));
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-06-12T12:15:30Z");
  expect(pc.query(), "a paused clock is no choice of a moment").toBe("");

  await pc.page.getByRole("button", { name: "Let the clock run" }).click();
  await expect(pc.now).toHaveText(now("14:05:30"));
  await expect(pc.status).toHaveText("The clock runs again.");
  expect(await pc.focused()).toBe("Pause the clock");
  await pc.page.clock.runFor(30_000);
  await expect(pc.now).toHaveText(now("14:06"));
});

test("the present moment can be kept, in the address too, and given up again", async ({ pc }) => {
  await open(pc);
  await pc.page.getByRole("button", { name: "Keep this moment" }).click();
  await pc.page.clock.runFor(WRITTEN);
  await expect.poll(() => pc.query()).toBe("?region=emea&zone=Europe/Amsterdam&opened=2026-06-12T12:00:30Z");
  await expect(pc.opened).toHaveValue("2026-06-12T14:00:30");
  await pc.page.clock.runFor(600_000);
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-06-12T12:15:30Z");
  await expect(pc.page.getByRole("button", { name: "Pause the clock" })).toBeHidden();

  await pc.choice("region", "japan").check();
  await expect(pc.opened, "it keeps its instant on another clock").toHaveValue("2026-06-12T21:00:30");
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-06-12T12:15:30Z");

  await pc.page.getByRole("button", { name: "Back to now" }).click();
  await pc.page.clock.runFor(WRITTEN);
  await expect.poll(() => pc.query()).toBe("?region=japan&zone=Asia/Tokyo");
  await expect(pc.opened).toHaveValue("");
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-06-12T12:25:00Z");
  await expect(pc.status).toHaveText(/^The case is opened now; .*\.$/);
});

test("a typed moment is read on the desk’s clock, keeps its reading there, and is no longer now", async ({ pc }) => {
  await open(pc);
  await pc.opened.fill("2026-03-27T16:30");
  await pc.page.clock.runFor(WRITTEN);
  await expect.poll(() => pc.query()).toBe("?region=emea&zone=Europe/Amsterdam&opened=2026-03-27T16:30");
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T15:45:00Z");
  await expect(pc.now).toHaveText(said("Friday 27 March 2026 16:30 (Amsterdam, UTC+1)."), { useInnerText: true });
  await pc.page.clock.runFor(120_000);
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T15:45:00Z");

  await pc.choice("region", "japan").check();
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-03-27T07:45:00Z");
  await expect(pc.page.getByRole("group", { name: "When do you open the case?" }).getByLabel("on Tokyo’s clock")).toHaveValue(/^2026-03-27T16:30(:00)?$/);

  await pc.opened.fill("");
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-06-12T12:17:00Z");
  await pc.page.clock.runFor(WRITTEN);
  await expect.poll(() => pc.query()).toBe("?region=japan&zone=Asia/Tokyo");
});

test("a hidden page stops ticking, and catches up when it is seen again", async ({ pc }) => {
  await pc.page.addInitScript(() => {
    globalThis.seen = "visible";
    Object.defineProperty(document, "visibilityState", { get: () => seen });
    Object.defineProperty(document, "hidden", { get: () => seen === "hidden" });
    globalThis.show = (state) => {
      seen = state;
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    };
  });
  await open(pc);
  await expect(pc.now).toHaveText(now("14:00:30"));
  await pc.page.evaluate(() => show("hidden"));
  await pc.page.clock.runFor(300_000);
  await expect(pc.now).toHaveText(now("14:00:30"));
  await pc.page.evaluate(() => show("visible"));
  await expect(pc.now).toHaveText(now("14:05:30"));
  await pc.page.clock.runFor(30_000);
  await expect(pc.now).toHaveText(now("14:06"));
});

test("a paused clock stays paused while the page is hidden and seen again", async ({ pc }) => {
  await open(pc);
  await pc.page.getByRole("button", { name: "Pause the clock" }).click();
  await pc.page.clock.runFor(300_000);
  await pc.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect(pc.page.getByRole("button", { name: "Let the clock run" })).toBeVisible();
  await expect(pc.now).toHaveText(now("14:00:30"));
});
