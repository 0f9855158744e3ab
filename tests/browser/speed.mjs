// Measures how soon a choice is seen, with the processor slowed down: `cargo xtask speed`.
//
// A choice is a click of the mouse or a press of a key, as the browser has them from a person. Each is
// made in turn with one on a control whose handler is empty, and is measured in two ways: up to the end
// of its frame on the main thread, less the same of the empty handler; and up to the frame that the
// browser presents, which it tells in steps of 8 ms. The first choice in a page stands apart: its code
// has never run. What the main thread did is the browser's own account of it.
import { readFileSync } from "node:fs";
import { test } from "@playwright/test";

const SLOWDOWN = 4;
const ROUNDS = 2;
const CHOICES = 6;
const TRACED = 4;
/** How long a choice may take, with all that it leaves to be done after its frame, in milliseconds. */
const SETTLED = 200;
const MOMENT = "zone=Europe/London&opened=2026-03-27T16:30";

/** The controls of one name in turn, by their values. */
const controls = (name, ...values) => ({ controls: values.map((value) => `input[name=${name}][value="${value}"]`) });

/** What is chosen in turn: the selectors of controls, and the key that is pressed in them if they are not clicked. */
const EVERYWHERE = {
  // The first part of the field.
  "opened moment": { controls: ["input[name=opened]"], key: "ArrowUp" },
  differences: controls("differences", "only"),
};

const BUNDLED = {
  query: `priority=p2&region=emea&${MOMENT}`,
  choices: {
    priority: controls("priority", "p3", "p4", "p1", "p2"),
    region: controls("region", "japan", "americas", "apac", "emea"),
    "plan toggle": controls("plans", "business"),
    mine: controls("mine", "business", "elite", "online", ""),
    ...EVERYWHERE,
  },
};

/** 10 plans, 200 entitlements, 6 priorities and 12 regions. */
const LARGE = {
  query: `priority=p2&region=region-2&${MOMENT}`,
  block: JSON.stringify(JSON.parse(readFileSync(process.env.PC_BLOCKS, "utf8")).large),
  choices: {
    priority: controls("priority", "p3", "p4", "p1", "p2"),
    region: controls("region", "region-8", "region-0", "region-7", "region-2"),
    "plan toggle": controls("plans", "plan-1"),
    mine: controls("mine", "plan-1", "plan-3", "plan-0", ""),
    ...EVERYWHERE,
  },
};

/** In the page: a control of each kind whose handler is empty; and `expect()`, after which `seen` is the next choice that a person makes. */
function watch() {
  const corner = document.createElement("div");
  corner.id = "empty";
  corner.style.cssText = "position: fixed; inset: 0 0 auto auto";
  for (const type of ["checkbox", "datetime-local"]) {
    const control = Object.assign(document.createElement("input"), { type });
    control.addEventListener("change", () => {});
    corner.append(control);
  }
  document.body.append(corner);
  const presented = [];
  new PerformanceObserver((list) => presented.push(...list.getEntries())).observe({ type: "event", durationThreshold: 16 });
  const after = new MessageChannel();
  const when = (event) => new Promise((done) => {
    after.port1.onmessage = () => done(performance.now() - event.timeStamp);
    // The message comes once the frame has been laid out and painted.
    requestAnimationFrame(() => after.port2.postMessage(0));
  });
  let next = () => {};
  for (const type of ["click", "keydown"]) {
    addEventListener(type, (event) => event.isTrusted && next(event), true);
  }
  const see = async (coming, settled) => {
    const event = await coming;
    const frame = await when(event);
    await new Promise((done) => setTimeout(done, settled));
    const told = presented.find(({ name, startTime }) => name === event.type && Math.abs(startTime - event.timeStamp) < 2);
    // What took less than 16 ms is not told.
    return { frame, presented: told?.duration ?? 8 };
  };
  window.expect = (settled) => {
    window.seen = see(new Promise((done) => (next = done)), settled);
  };
}

/** Mounts an instance with another catalog in the place of the document's own. */
async function mount({ block, query }) {
  const program = await import(document.querySelector("link[rel=modulepreload]").href);
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  program.mount(root, block, { query });
}

async function open(context, { query, block }, pictures) {
  const page = await context.newPage();
  await page.goto(`en/?${query}`);
  await page.locator("[data-deadline] time").first().waitFor();
  if (block) {
    await page.evaluate(mount, { block, query });
    await page.locator("[data-deadline] time").nth(9).waitFor();
  }
  if (pictures) {
    await page.locator(".pc-pictures > details > summary").evaluateAll((summaries) => summaries.forEach((summary) => summary.click()));
    await page.locator("#pc-waits svg[role=img]").waitFor();
  }
  await page.evaluate(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  return page;
}

/** Clicks a control or presses a key in it, as a person does, and gives what was seen of it. */
async function choose(page, selector, key) {
  const control = page.locator(selector).first();
  // The last 90 pixels of the window are never presented.
  await control.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight - 120) element.scrollIntoView({ block: "center" });
  });
  if (key) await control.focus();
  else await control.hover();
  await page.waitForTimeout(100);
  // Before the choice: input overtakes what is evaluated in the page.
  await page.evaluate((settled) => window.expect(settled), SETTLED);
  if (key) await page.keyboard.press(key);
  else {
    await page.mouse.down();
    await page.mouse.up();
  }
  return page.evaluate(() => window.seen);
}

/** What the main thread does, by the names that a trace has for it. */
const WORK = {
  script: ["EventDispatch", "FunctionCall", "FireAnimationFrame", "TimerFire", "RunMicrotasks"],
  style: ["UpdateLayoutTree"],
  layout: ["Layout"],
  paint: ["PrePaint", "Paint", "Layerize", "Commit"],
};

/** The milliseconds of each kind of work in a trace, each from every choice until it has settled. */
function work({ traceEvents }, type) {
  const choices = traceEvents.filter(({ name, args }) => name === "EventDispatch" && args.data?.type === type);
  return Object.fromEntries(Object.entries(WORK).map(([kind, names]) => {
    const spent = choices.map(({ ts: start, pid, tid }) => {
      const on = traceEvents.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X" && names.includes(event.name));
      let [sum, until] = [0, start];
      for (const { ts, dur } of on.toSorted((a, b) => a.ts - b.ts)) {
        // What lies within another has been counted.
        if (ts < until || ts > start + SETTLED * 1000) continue;
        [sum, until] = [sum + dur / 1000, ts + dur];
      }
      return sum;
    });
    return [kind, quantile(spent, 0.5)];
  }));
}

/** The number below which such a share of the numbers lies. */
function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** A fresh page: its first choice, then choices and empty handlers in turn, then what choices cost. */
async function round(browser, context, catalog, pictures, { controls, key }) {
  const page = await open(context, catalog, pictures);
  let turn = 0;
  const choice = () => choose(page, controls[turn++ % controls.length], key);
  const nothing = () => choose(page, key ? "#empty [type=datetime-local]" : "#empty [type=checkbox]", key);
  const first = await choice();
  const [choices, empty] = [[], []];
  for (let time = 0; time < CHOICES; time += 1) {
    empty.push(await nothing());
    choices.push(await choice());
  }
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  for (let time = 0; time < TRACED; time += 1) await choice();
  const spent = work(JSON.parse(await browser.stopTracing()), key ? "keydown" : "click");
  await page.close();
  return { first, choices, empty, spent };
}

test.use({ viewport: { width: 1440, height: 900 } });

test("how soon a choice is seen", async ({ browser, context }) => {
  console.log(`Milliseconds, on a processor slowed ${SLOWDOWN}×: medians of ${ROUNDS} fresh pages with ${CHOICES} choices in each.`);
  const columns = ["frame", "90 %", "first", "presented", ...Object.keys(WORK)];
  const pages = [
    ["The bundled catalog", BUNDLED, false],
    ["The bundled catalog with all pictures open", BUNDLED, true],
    ["A catalog of 10 plans, 200 entitlements, 6 priorities and 12 regions", LARGE, false],
  ];
  for (const [title, catalog, pictures] of pages) {
    console.log(`\n${title}:`);
    console.log(`${" ".repeat(16)}${columns.map((column) => column.padStart(10)).join("")}`);
    for (const [name, choice] of Object.entries(catalog.choices)) {
      const rounds = [];
      for (let time = 0; time < ROUNDS; time += 1) rounds.push(await round(browser, context, catalog, pictures, choice));
      const choices = rounds.flatMap((round) => round.choices);
      const frames = choices.map(({ frame }) => frame);
      const base = quantile(rounds.flatMap((round) => round.empty.map(({ frame }) => frame)), 0.5);
      const figures = [
        quantile(frames, 0.5) - base,
        quantile(frames, 0.9) - base,
        quantile(rounds.map(({ first }) => first.frame), 0.5) - base,
        quantile(choices.map(({ presented }) => presented), 0.5),
        ...Object.keys(WORK).map((kind) => quantile(rounds.map(({ spent }) => spent[kind]), 0.5)),
      ];
      console.log(`  ${name.padEnd(14)}${figures.map((figure) => figure.toFixed(1).padStart(10)).join("")}`);
    }
  }
});
