// What holds in WebKit, too. Each check has a name that is a sentence, and visits of its own.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { AXE, RUN_AXE } from "../axe.mjs";
import { CASES, EVERYTHING, FRIDAY, FRIDAYS_ANSWERS, PLANS } from "../links.mjs";
import { mark, misprinted, pictured, unprinted } from "../paper.mjs";
import { becomes, until } from "./driver.mjs";

const PHONE = ["--width=320", "--height=640"];
const chosen = (name, value) => `input[name=${name}][value="${value}"]`;

/** Waits until the address says something. */
const says = (pc, words) => until(`the address says ${words}`, async () => (await pc.query()).includes(words), 5_000);

/** The plans that are shown, in the order of the page. */
const shown = (pc) => pc.run(() => [...document.querySelectorAll("[data-deadline]")].map((answer) => answer.dataset.deadline));

const due = (pc, plan) => async () => (await pc.answers())[plan];

export const CHECKS = {
  "a visitor has the zone, the language, the clock and the width of the check": async (visit) => {
    const pc = await visit({ zone: "Asia/Tokyo", language: "nl_NL", now: "2026-02-03T04:05:06Z", args: PHONE });
    await pc.open("en/");
    const found = await pc.run(() => [
      Intl.DateTimeFormat().resolvedOptions().timeZone,
      navigator.language,
      new Date(0).toLocaleDateString(undefined, { month: "long" }),
      new Date().toISOString(),
      innerWidth,
    ]);
    assert.deepEqual(found, ["Asia/Tokyo", "nl-NL", "januari", "2026-02-03T04:05:06.000Z", 320]);
  },

  "a visitor has a dark screen and less motion if the check says so, and only then": async (visit) => {
    const asks = ["(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"];
    for (const args of [[], ["--dark", "--reduced-motion"]]) {
      const pc = await visit({ args });
      await pc.open("en/");
      assert.deepEqual(await pc.run((asks) => asks.map((ask) => matchMedia(ask).matches), asks), asks.map(() => args.length > 0));
    }
  },

  "links answer as in other engines": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    await pc.open(`en/?${FRIDAY}`);
    assert.deepEqual(await pc.answers(), FRIDAYS_ANSWERS);
    for (const [what, plan, link, instant] of CASES) {
      await pc.open(`en/?${link}`);
      assert.equal((await pc.answers())[plan], instant, what);
    }
  },

  "the element answers, takes attributes, tells of choices and follows the page's theme": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    await pc.open("en/");
    await pc.run((link) => {
      const script = document.createElement("script");
      Object.assign(script, { type: "module", src: new URL("../plan-comparator.js", location.href) });
      const element = document.createElement("plan-comparator");
      for (const [name, value] of new URLSearchParams(link)) element.setAttribute(name, value);
      globalThis.told = [];
      for (const name of ["ready", "change"]) element.addEventListener(`plan-comparator-${name}`, () => told.push(name));
      document.body.replaceChildren(element);
      document.head.append(script);
    }, FRIDAY);
    const element = (ask) => pc.runSource(`return (${ask})(document.querySelector("plan-comparator"))`);
    const told = (words) => becomes(() => pc.run(() => told.join()), words);
    await told("ready");
    const dues = (element) => Object.fromEntries(element.answers.map(({ plan, due }) => [plan, due]));
    assert.deepEqual(await element(dues), FRIDAYS_ANSWERS);
    await element((element) => void (element.priority = "p3"));
    assert.equal((await element(dues)).elite, "2026-03-27T17:30:00Z");
    await element((element) => element.shadowRoot.querySelector("input[name=priority][value=p1]").click());
    await told("ready,change");
    assert.equal(await element((element) => element.priority), "p1");
    const scheme = () => element((element) => getComputedStyle(element.shadowRoot.querySelector(".pc-panel")).colorScheme);
    assert.equal(await scheme(), "light");
    await pc.run(() => void (document.body.style.color = "white"));
    await becomes(scheme, "dark");
  },

  "a frame has the height of what it shows, follows the page's theme, and tells of choices": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    // A document without a policy.
    await pc.go("workshop/catalog.txt");
    await pc.run((link) => {
      const frame = Object.assign(document.createElement("iframe"), { src: `../en/?embed&${link}` });
      globalThis.told = [];
      addEventListener("plan-comparator-change", ({ target, detail }) => told.push(target.tagName, detail.query));
      document.body.replaceChildren(frame);
      const script = Object.assign(document.createElement("script"), { type: "module", src: "../frames.js" });
      document.head.append(script);
    }, FRIDAY);
    const frame = (ask) => pc.runSource(`return (${ask})(document.querySelector("iframe"))`);
    const sizes = () => frame((frame) => [frame.offsetHeight > 1000, frame.contentDocument.documentElement.scrollHeight - frame.clientHeight]);
    await until("the frame fits", async () => (await sizes()).join() === "true,0");
    const scheme = () => frame((frame) => getComputedStyle(frame.contentDocument.querySelector("plan-comparator").shadowRoot.querySelector(".pc-panel")).colorScheme);
    assert.equal(await scheme(), "light");
    await pc.run(() => void (document.documentElement.style.color = document.body.style.color = "white"));
    await becomes(scheme, "dark");
    await frame((frame) => frame.contentDocument.querySelector("plan-comparator").shadowRoot.querySelector("input[name=priority][value=p3]").click());
    await becomes(() => pc.run(() => told.join(" ")), `IFRAME ${FRIDAY.replace("p2", "p3")}`);
  },

  "everything works under the headers that the build writes for hosts": async (visit) => {
    const pc = await visit({ site: "strict", zone: "Europe/London" });
    await pc.open(`en/?${FRIDAY}`);
    assert.equal(await pc.run(() => crossOriginIsolated), true);
    assert.deepEqual(await pc.answers(), FRIDAYS_ANSWERS);
    await pc.press(chosen("priority", "p3"));
    await becomes(due(pc, "elite"), "2026-03-27T17:30:00Z");
    await pc.press("#pc-ribbon-summary");
    await until("the chunk is here", () => pc.run(() => document.querySelector(".pc-answers details table") !== null));
  },

  "the element works under the headers that the build writes for hosts, in a page of its own": async (visit) => {
    const pc = await visit({ site: "strict", zone: "Europe/London" });
    await pc.go(`en/?embed&view=answer&${FRIDAY}`);
    const dues = () => pc.run(() => Object.fromEntries((document.querySelector("plan-comparator")?.answers ?? []).map(({ plan, due }) => [plan, due])));
    await until("the element answers", async () => (await dues()).elite !== undefined);
    assert.deepEqual(await dues(), FRIDAYS_ANSWERS);
    await pc.run(() => document.querySelector("plan-comparator").shadowRoot.querySelector("input[name=priority][value=p3]").click());
    await becomes(async () => (await dues()).elite, "2026-03-27T17:30:00Z");
  },

  "the workshop works under the headers that the build writes for hosts": async (visit) => {
    const pc = await visit({ site: "strict" });
    await pc.go("en/workshop/");
    const says = () => pc.run(() => document.querySelector("#pc-workshop-summary").textContent);
    await becomes(says, "The catalog can be used. Doubts: 0.");
  },

  "a page in one file opens from a disk, and answers as the site does": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    const file = pathToFileURL(`${process.env.PC_SITES}/bundled.en.html`).href;
    await pc.openFile(`${file}?${FRIDAY}`);
    assert.deepEqual(await pc.answers(), FRIDAYS_ANSWERS);
    await pc.press(chosen("priority", "p3"));
    await becomes(due(pc, "elite"), "2026-03-27T17:30:00Z");
    await pc.press("#pc-ribbon-summary");
    await until("the chunk is here", () => pc.run(() => document.querySelector(".pc-answers details table") !== null));
  },

  "a page that fetches its catalog answers as one that is built with it": async (visit) => {
    const pc = await visit({ site: "catalogs", zone: "Europe/Berlin" });
    await pc.open("fetching/en/?region=europe&zone=Europe/Berlin&opened=2026-12-18T15:00");
    assert.deepEqual(await pc.answers(), { community: "no-such-priority", standard: "2026-12-19T11:00:00Z", premium: "2026-12-18T15:00:00Z" });
  },

  "a catalog is checked as it is written, and its page stands beside it": async (visit) => {
    const pc = await visit();
    await pc.go("en/workshop/");
    const answers = () => pc.run(() => document.querySelectorAll("#pc-workshop-preview [data-deadline] time").length);
    await becomes(answers, 2);
    const write = (before, after) => pc.run((before, after) => {
      const field = document.querySelector("#pc-workshop-text");
      field.value = field.value.replace(before, after);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, before, after);
    const faults = () => pc.run(() => [...document.querySelectorAll("#pc-workshop-faults button")].map((fault) => fault.textContent));
    await write('"paid": true', '"paid": "yes"');
    await becomes(faults, ['7:45 $.plans[1].paid: found "yes", allowed is true or false']);
    await write('"paid": "yes"', '"paid": true');
    await becomes(faults, []);
    await becomes(answers, 2);
  },

  "choices are answered, told, and kept in the address, which survives a reload": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    await pc.open(`en/?${FRIDAY}`);
    await pc.press(chosen("priority", "p3"));
    await pc.press(chosen("plans", "business"));
    const answers = { online: "2026-03-30T13:30:00Z", enterprise: "2026-03-30T09:30:00Z", elite: "2026-03-27T17:30:00Z" };
    await becomes(() => pc.answers(), answers);
    await says(pc, "plans=online,enterprise,elite&priority=p3&region=emea&zone=Europe/London&opened=2026-03-27T16:30");
    assert.match(await pc.run(() => document.querySelector("[role=status]").textContent), /^Business Support hidden; first reply due: Online /);
    const query = await pc.query();
    await pc.open(`en/${query}`);
    assert.deepEqual(await pc.answers(), answers);
    assert.equal(await pc.query(), query);
  },

  "axe finds nothing wrong": async (visit) => {
    const states = [["en/", []], [`en/?${EVERYTHING}`, []], [`nl/?${FRIDAY}&region=japan`, PHONE], [`en/?${FRIDAY}`, ["--dark"]]];
    for (const [link, args] of states) {
      const pc = await visit({ args });
      await pc.open(link);
      await pc.runSource(AXE);
      const { violations, passes } = await pc.runAsync(RUN_AXE);
      assert.deepEqual(violations, [], link);
      assert.ok(passes.includes("color-contrast"), "contrasts were looked at");
    }
  },

  "what is chosen before the program comes is kept": async (visit) => {
    const pc = await visit();
    const release = await pc.goStatic("en/");
    await pc.press(chosen("priority", "p3"));
    await pc.press(chosen("plans", "business"));
    await pc.press(chosen("region", "japan"));
    assert.deepEqual(await pc.answers(), Object.fromEntries(PLANS.map((plan) => [plan, null])), "the program is not here yet");
    release();
    await pc.started();
    await becomes(() => shown(pc), ["online", "enterprise", "elite"]);
    const { plans, priority, region, zone } = await pc.form();
    assert.deepEqual({ plans, priority, region, zone }, { plans: "online,enterprise,elite", priority: "p3", region: "japan", zone: "Asia/Tokyo" });
    await says(pc, "plans=online,enterprise,elite&priority=p3&region=japan");
  },

  "who comes back from another page finds the form as it was left": async (visit) => {
    for (const args of [[], ["--no-page-cache"]]) {
      const pc = await visit({ zone: "Europe/London", args });
      await pc.open(`en/?${FRIDAY}`);
      await pc.press(chosen("priority", "p3"));
      await says(pc, "priority=p3");
      const [form, answers] = [await pc.form(), await pc.answers()];
      await pc.open("nl/");
      await pc.back();
      await pc.started();
      await becomes(() => pc.form(), form);
      await becomes(() => pc.answers(), answers);
      await pc.press(chosen("plans", "online"));
      await becomes(() => shown(pc), PLANS.slice(1));
    }
  },

  "a moment counts as soon as it is typed": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    await pc.open(`en/?${FRIDAY}`);
    await pc.focus("input[name=opened]");
    await pc.type("ArrowUp");
    await becomes(async () => (await pc.form()).opened.slice(0, 10), "2026-03-28");
    await says(pc, "opened=2026-03-28T16:30");
    await pc.type("09", "ArrowRight", "12", "ArrowRight", "2027", "ArrowRight", "11");
    await says(pc, "opened=2027-12-09T11:30");
  },

  "a date is added as a holiday by the key that ends it": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    await pc.open(`en/?${FRIDAY}`);
    await pc.focus("input[name=holidays]");
    await pc.type("30", "ArrowRight", "03", "ArrowRight", "2026", "Enter");
    await says(pc, "holidays=2026-03-30");
    assert.equal(await due(pc, "business")(), "2026-03-31T09:30:00Z");
  },

  "a zone counts as soon as it is typed, and what is none when the field is left": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    await pc.open(`en/?${FRIDAY}`);
    await pc.focus("input[name=zone]");
    await pc.run(() => document.activeElement.select());
    await pc.type("Asia/Tokyo");
    await says(pc, "zone=Asia/Tokyo");
    await pc.run(() => document.activeElement.select());
    await pc.type("Mars/Base", "Tab");
    await becomes(() => pc.run(() => document.querySelector("input[name=zone]").ariaInvalid), "true");
    await says(pc, "zone=Asia/Tokyo");
  },

  "an empty date field does not look like one with the present date": async (visit) => {
    const pc = await visit();
    await pc.open("en/");
    for (const name of ["opened", "by", "holidays"]) {
      const field = `input[name=${name}]`;
      // Corners that are drawn a second time differ a little.
      const plain = `${field} { border-color: transparent !important; border-radius: 0 !important }`;
      await pc.restyle(plain);
      const seen = await pc.picture(field);
      await pc.restyle(`${plain} ${field}::-webkit-datetime-edit { opacity: 0 }`);
      assert.ok(seen === (await pc.picture(field)), `${name} shows something`);
    }
  },

  "every control is reached by keyboard, on the way there and back": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    await pc.open(`en/?${FRIDAY}`);
    const names = ["priority", "opened", "by", "region", "zone", "plans", "holidays", "mine", "differences"];
    const focused = () => pc.run(() => document.activeElement.name || document.activeElement.tagName);
    for (const step of [() => pc.type("Tab"), () => pc.shift("Tab")]) {
      const reached = new Set();
      for (let presses = 0; presses < 90; presses += 1) {
        await step();
        reached.add(await focused());
      }
      assert.deepEqual(names.filter((name) => !reached.has(name)), []);
    }
    await pc.focus(chosen("priority", "p2"));
    await pc.type("ArrowDown");
    await says(pc, "priority=p3");
    await pc.focus(chosen("plans", "online"));
    await pc.type("Space");
    await becomes(() => shown(pc), PLANS.slice(1));
  },

  "nothing is wider than a view of 320 pixels": async (visit) => {
    const pc = await visit({ args: PHONE });
    for (const link of ["en/", `en/?${EVERYTHING}`, `nl/?${EVERYTHING}`]) {
      await pc.open(link);
      assert.equal(await pc.run(() => document.documentElement.scrollWidth), 320, link);
    }
  },

  "without scripts, the page says so, and what the plans include can be read": async (visit) => {
    const pc = await visit({ scripts: false });
    await pc.go("en/");
    const text = (await pc.printed()).join();
    for (const words of ["needs JavaScript", "Named Support Contacts", "Not included"]) assert.ok(text.includes(words), words);
    assert.ok(!text.includes("Being worked out"));
  },

  "on paper, every answer and every row is printed, and each on one page": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    await pc.open(`en/?${FRIDAY}`);
    const rows = await pc.run(mark);
    assert.ok(rows.length > 20);
    assert.deepEqual(misprinted(rows, await pc.paper()), []);
  },

  "on paper, pictures have their words": async (visit) => {
    const pc = await visit({ zone: "Europe/London" });
    await pc.open(`en/?${EVERYTHING}`);
    await pc.run(() => document.querySelectorAll("details:not([open]):not(details details) > summary").forEach((summary) => summary.click()));
    await until("the pictures", () => pc.run(() => document.querySelectorAll("details .pc-picture > svg").length === 2));
    const words = await pc.run(pictured);
    assert.ok(words.length > 10);
    assert.deepEqual(unprinted(words, await pc.paper()), []);
  },
};
