// The parts of the program that come later: when, and what is said where they do not.
import { EVERYTHING, FRIDAY, SITES, expect, saveData, settle, test } from "./page.mjs";

const CHUNK = /\/chunk-[a-z]+-[0-9a-f]{16}\.wasm$/;

/** How many files the chunks are that come when the browser is idle. */
const CHUNKS = 6;

/** Files that are asked for from now on: all of them, and the chunks; and which chunks have come. */
function watchRequests(pc) {
  const [files, come] = [[], []];
  pc.page.on("requestfinished", (request) => CHUNK.test(request.url()) && come.push(request.url()));
  pc.page.on("request", (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol !== "data:") files.push(pathname);
  });
  return { files, come, chunks: () => files.filter((file) => CHUNK.test(file)) };
}

/** Has the browser never be idle, until the test says so. */
async function neverIdle(pc) {
  await pc.page.addInitScript(() => {
    window.requestIdleCallback = (then) => (window.idle = then) && 1;
  });
}

/** Has the browser be idle, and waits until what it fetches then is here. */
async function idle(pc, requests) {
  await pc.page.evaluate(() => window.idle());
  await expect.poll(() => requests.come.length, "all chunks come").toBe(CHUNKS);
}

/** Opens the first picture, or whichever is named. */
function press(pc, name = "ribbon") {
  return pc.page.locator(`#pc-${name} > summary`).click();
}

const svg = (pc, name = "ribbon") => pc.page.locator(name === "ribbon" ? "#pc-ribbon table" : `#pc-${name} .pc-picture > svg`);
const sentence = (pc) => pc.page.getByText("could not be loaded");
const again = (pc) => pc.page.getByRole("button", { name: "Try again" });

for (const [where, site] of Object.entries(SITES)) {
  test(`${where}: chunks come when the browser is idle, and then nothing comes any more`, async ({ pc }) => {
    const requests = watchRequests(pc);
    await neverIdle(pc);
    await pc.open(`${site}en/?${FRIDAY}`);
    await settle(pc);
    expect(requests.chunks(), "the first view needs none").toEqual([]);
    await idle(pc, requests);
    const chunks = requests.chunks();
    expect(chunks.some((file) => file.includes("/chunk-details-")), chunks.join()).toBe(true);
    expect(chunks.some((file) => file.includes("/chunk-overview-")), chunks.join()).toBe(true);
    const before = [...requests.files];
    await pc.openEverything();
    await pc.choice("priority", "p3").check();
    await pc.choice("within", "PT4H").check();
    await settle(pc);
    expect(requests.files, "no choice asks for anything").toEqual(before);
  });
}

test.describe("once the chunks are here", () => {
  // The browser looks for the icon in vain.
  test.use({ troubled: true });

  test("the page works offline", async ({ pc }) => {
    const requests = watchRequests(pc);
    await neverIdle(pc);
    await pc.open(`en/?${FRIDAY}`);
    await idle(pc, requests);
    const before = [...requests.files];
    await pc.page.context().setOffline(true);
    await pc.openEverything();
    await pc.choice("need", "case-reviews").check();
    await expect(pc.page.locator(".pc-fit__plans")).toContainText("Fits for");
    await expect(pc.account("elite").locator("ol li").first()).toContainText("Opened Friday");
    await expect(pc.failure).toBeHidden();
    expect(requests.files).toEqual(before);
  });
});

test("what is opened before is fetched at once", async ({ pc }) => {
  const requests = watchRequests(pc);
  await neverIdle(pc);
  await pc.open(`en/?${FRIDAY}`);
  await press(pc);
  await expect(svg(pc)).toBeVisible();
  expect(requests.chunks().filter((file) => file.includes("overview")), "only what is needed").toEqual([]);
  await press(pc, "waits");
  await expect(svg(pc, "waits")).toBeVisible();
  const chunks = requests.chunks();
  expect(chunks.length, "each is fetched once").toBe(new Set(chunks).size);
});

test("what a link asks for is fetched at once", async ({ pc }) => {
  await neverIdle(pc);
  await pc.open(`en/?${EVERYTHING}`);
  await expect(pc.choice("need", "case-reviews")).toBeChecked();
  await expect(pc.page.locator(".pc-fit__misfits li").first()).toBeVisible();
});

test("whoever saves data fetches only what they ask for", async ({ pc }) => {
  const requests = watchRequests(pc);
  await saveData(pc);
  await pc.page.addInitScript(() => {
    window.idleCalls = 0;
    window.requestIdleCallback = () => (window.idleCalls += 1);
  });
  await pc.open(`en/?${FRIDAY}`);
  expect(await pc.page.evaluate(() => window.idleCalls)).toBe(0);
  await settle(pc);
  expect(requests.chunks()).toEqual([]);
  await press(pc);
  await expect(svg(pc)).toBeVisible();
});

test("chunks also come where browsers do not say when they are idle", async ({ pc }) => {
  const requests = watchRequests(pc);
  await pc.page.addInitScript(() => {
    delete window.requestIdleCallback;
  });
  await pc.open(`en/?${FRIDAY}`);
  await expect.poll(() => requests.chunks().length).toBeGreaterThan(1);
});

test.describe("a chunk that does not come", () => {
  test.use({ troubled: true });

  const FAILURES = {
    "has no connection": (route) => route.abort("internetdisconnected"),
    "is not there": (route) => route.fulfill({ status: 404, body: "nothing" }),
    "is something else": (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<p>Sign in</p>" }),
  };

  for (const [how, fail] of Object.entries(FAILURES)) {
    test(`${how}: a sentence says so, and it can be tried again`, async ({ pc }) => {
      await neverIdle(pc);
      await pc.page.route(CHUNK, fail);
      await pc.open(`en/?${FRIDAY}`);
      await press(pc);
      await expect(sentence(pc)).toBeVisible();
      // The rest of the page goes on.
      const due = await pc.due("elite").getAttribute("datetime");
      await pc.choice("priority", "p3").check();
      await expect(pc.due("elite")).not.toHaveAttribute("datetime", due);
      // Without success, the same is said again.
      await again(pc).click();
      await expect(sentence(pc)).toBeVisible();
      await pc.page.unroute(CHUNK);
      await again(pc).click();
      await expect(svg(pc)).toBeVisible();
      await expect(sentence(pc)).toHaveCount(0);
      expect(await pc.focused()).toBe("pc-ribbon-summary");
      await expect(pc.failure).toBeHidden();
    });
  }

  test("is fetched again when something that needs it is opened", async ({ pc }) => {
    await neverIdle(pc);
    await pc.page.route(CHUNK, FAILURES["has no connection"]);
    await pc.open(`en/?${FRIDAY}`);
    await pc.page.evaluate(() => window.idle());
    await settle(pc);
    // Nobody has asked for it, so nothing is said.
    await expect(sentence(pc)).toHaveCount(0);
    await pc.page.unroute(CHUNK);
    await press(pc, "week");
    await expect(svg(pc, "week")).toBeVisible();
  });

  test("says so once in each place where something was asked of the plans", async ({ pc }) => {
    await pc.page.route(CHUNK, FAILURES["has no connection"]);
    await pc.open(`en/?${EVERYTHING}`);
    const places = [".pc-fit", ".pc-matrix"].map((place) => pc.page.locator(place));
    for (const place of places) {
      await expect(place.getByText("could not be loaded")).toHaveCount(1);
    }
    await pc.page.unroute(CHUNK);
    await places[1].getByRole("button", { name: "Try again" }).click();
    expect(await pc.focused()).toBe("pc-mine-");
    await expect(pc.page.locator(".pc-fit__plans")).toBeVisible();
    await expect(pc.page.locator(".pc-changes")).toBeVisible();
    await expect(sentence(pc)).toHaveCount(0);
  });
});
