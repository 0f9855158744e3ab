// Measures how soon a choice is seen, with the processor slowed down: `cargo xtask speed`.
//
// From the event to the end of the frame that shows what it changed, less what an event with an
// empty handler takes. The two are measured in turn. Frames do not wait for a screen, so that no
// work hides in that wait.
import { readFileSync } from "node:fs";
import { test } from "@playwright/test";

const SLOWDOWN = 4;
const TIMES = 100;
const MOMENT = "zone=Europe/London&opened=2026-03-27T16:30";

/** The controls of one name in turn, by their values. */
const controls = (name, ...values) => ({ controls: values.map((value) => `input[name=${name}][value="${value}"]`) });

/** What is chosen in turn: the selectors of controls, or else the values of one. */
const EVERYWHERE = {
  "opened moment": { controls: ["input[id$=-opened]"], values: ["2026-03-30T09:00", "2026-03-27T16:30"] },
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

/** In the page: how long each choice takes, and each event without one, in milliseconds. */
async function measure({ controls, values, times }) {
  const empty = document.createElement("input");
  empty.type = "checkbox";
  empty.addEventListener("change", () => {});
  document.querySelector("form").append(empty);
  const { port1, port2 } = new MessageChannel();
  const shown = (act) => new Promise((done) => {
    const start = performance.now();
    port1.onmessage = () => done(performance.now() - start);
    act();
    requestAnimationFrame(() => port2.postMessage(0));
  });
  const choose = (time) => {
    const control = document.querySelector(controls[time % controls.length]);
    if (!values) return control.click();
    control.value = values[time % values.length];
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const [choices, nothing] = [[], []];
  for (let time = 0; time < times; time += 1) {
    nothing.push(await shown(() => empty.click()));
    choices.push(await shown(() => choose(time)));
  }
  empty.remove();
  return { choices, nothing };
}

/** The number below which such a share of the numbers lies. */
function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
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
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  return page;
}

test.use({ viewport: { width: 1440, height: 900 } });

test("how soon a choice is seen", async ({ context }) => {
  console.log(`Milliseconds from a choice to its frame, on a processor slowed ${SLOWDOWN}×: median and 90 % of ${TIMES},`);
  console.log("less the median of an empty handler, which stands beside them.");
  const pages = [
    ["The bundled catalog", BUNDLED, false],
    ["The bundled catalog with all pictures open", BUNDLED, true],
    ["A catalog of 10 plans, 200 entitlements, 6 priorities and 12 regions", LARGE, false],
  ];
  for (const [title, catalog, pictures] of pages) {
    console.log(`\n${title}:`);
    for (const [name, choice] of Object.entries(catalog.choices)) {
      const page = await open(context, catalog, pictures);
      const { choices, nothing } = await page.evaluate(measure, { ...choice, times: TIMES });
      await page.close();
      const base = quantile(nothing, 0.5);
      const [median, most] = [0.5, 0.9].map((share) => (quantile(choices, share) - base).toFixed(1).padStart(7));
      console.log(`  ${name.padEnd(14)}${median}${most}   (${base.toFixed(1)})`);
    }
  }
});
