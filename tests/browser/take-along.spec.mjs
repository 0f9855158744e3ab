// What visitors take along: texts and tables on the clipboard, files, and calendar entries.
import ICAL from "ical.js";
import { AMSTERDAM, Demo, WORDS } from "./demo.mjs";
import { ALSO, alsoRows } from "./desks.mjs";
import { headersOf } from "./headers.mjs";
import { FRIDAY, FRIDAYS_ANSWERS, PLANS, expect, test } from "./page.mjs";
import { copied, fileOf, keepFiles, opened, readCsv, readTabs, saved, take } from "./taking.mjs";

const WHATS = { "The answers": "answers", "What each plan includes": "comparison", "Picture: when the clock runs": "week", "Picture: how long one waits": "waits" };
const MINUTE = 60_000;

/** The rows of a table of Markdown, without the line under its head. */
const readMarkdown = (text) => text.split("\n").filter((line) => line.startsWith("|")).map((line) =>
  line.slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\(.)/g, "$1")));

/** The cells of the table in copied markup. */
const readHtml = (demo, html) => demo.page.evaluate((html) => {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent));
}, html);

/** The headings and rows that there are to take, by what a page of its own shows. */
async function expectSame(demo, rows, what) {
  if (what === "answers") {
    expect(rows.slice(1).map(([plan]) => plan)).toEqual(["Online", "Business", "Enterprise", "Elite"]);
    expect(rows.slice(1).map((row) => row[3])).toEqual(PLANS.map((plan) => FRIDAYS_ANSWERS[plan]));
    expect(rows[4].slice(1, 6)).toEqual(["2026-03-27 17:00", "London, UTC+0", "2026-03-27T17:00:00Z", "30 minutes", "30 minutes"]);
  } else if (what === "comparison") {
    const table = await demo.pc.table.evaluate((table) => [...table.querySelectorAll("tr[data-entitlement], tr[data-priority]")].map((row) => {
      const words = (cell) => cell.innerText.replace(/\s+/g, " ").trim();
      return { name: row.cells[0].innerText.split("\n")[0].replace(/ ?your case$/, "").trim(), values: [...row.cells].slice(1).map(words) };
    }));
    expect(rows.slice(1).map((row) => row[1])).toEqual(table.map(({ name }) => name));
    for (const [place, { values }] of table.entries()) {
      const letters = (text) => text.replace(/[✓,;\s]/g, "");
      expect(rows[place + 1].slice(2).map(letters)).toEqual(values.map(letters));
    }
  } else {
    await demo.page.locator(`#pc-${what} > summary`).click();
    await demo.page.locator(`#pc-${what} details > summary`).click();
    const table = await demo.page.locator(`#pc-${what} .pc-pictures__table table`).evaluate((table) =>
      [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent)));
    expect(rows).toEqual(table);
  }
}

for (const [name, what] of Object.entries(WHATS)) {
  test(`${name} are copied and saved as tables that are the page's`, async ({ visit }) => {
    const demo = await opened(visit);
    await take(demo, name);

    await demo.button("Table").click();
    await expect(demo.said).toHaveText(`${name}, as Table: on the clipboard.`);
    await expect(demo.pc.status.first()).toHaveText(`${name}, as Table: on the clipboard.`);
    const { "text/plain": tabs, "text/html": html } = await copied(demo);
    const table = await readHtml(demo, html);
    const width = table[0].length;
    expect(table.filter((row) => row.length !== width)).toEqual([]);
    const oneLine = (rows) => rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ").trim()));
    expect(readTabs(tabs).table).toEqual(oneLine(table));
    expect(html).not.toMatch(/ (style|class|on\w+)=/);

    await demo.button("Markdown").click();
    await expect(demo.said).toHaveText(`${name}, as Markdown: on the clipboard.`);
    const markdown = readMarkdown((await copied(demo))["text/plain"]);
    expect(markdown[1]).toEqual(Array(width).fill("---"));
    expect([markdown[0], ...markdown.slice(2)]).toEqual(oneLine(table));

    await demo.button("Text").click();
    await expect(demo.said).toHaveText(`${name}, as Text: on the clipboard.`);
    const { "text/plain": text, "text/html": none } = await copied(demo);
    expect(none).toBeUndefined();
    for (const row of oneLine(table).slice(1)) expect(text).toContain(row[0]);
    if (what === "answers") {
      expect(text).toContain("Elite: Friday 27 March 2026 17:00 (London, UTC+0), 30 minutes after opening");
      expect(text).toContain(`On the page: ${process.env.PC_SITE}/en/?${FRIDAY}`);
    }

    const { file, bytes } = await saved(demo, "CSV");
    expect(file).toBe(`${what}-p2-emea.csv`);
    expect([...bytes.subarray(0, 3)], "a byte order mark, for spreadsheets").toEqual([0xef, 0xbb, 0xbf]);
    const csv = readCsv(bytes.subarray(3).toString("utf8"));
    expect(csv.slice(0, table.length)).toEqual(table);
    for (const row of csv.slice(table.length + 1)) expect(row).toHaveLength(width);

    await expectSame(demo, table, what);
  });
}

test("only what differs is taken along where only that is shown", async ({ visit }) => {
  const demo = await opened(visit, `en/?plans=enterprise,elite&differences=only&${FRIDAY}`);
  await take(demo, "What each plan includes");
  await demo.button("Table").click();
  await expect(demo.said).toContainText("on the clipboard");
  const table = await readHtml(demo, (await copied(demo))["text/html"]);
  expect(table[0].slice(2)).toEqual(["Enterprise Support", "Elite Support"]);
  const shown = demo.pc.table.locator("tr:is([data-entitlement], [data-priority]):not([hidden])");
  expect(table).toHaveLength(1 + (await shown.count()));
});

test("the answers of other desks are rows of the table, and stand apart in JSON", async ({ visit }) => {
  const demo = await opened(visit, `en/?${FRIDAY}&${ALSO}`);
  const rows = await alsoRows(demo.page);
  await demo.button("Table").click();
  await expect(demo.said).toContainText("on the clipboard");
  const table = await readHtml(demo, (await copied(demo))["text/html"]);
  const dues = (plan) => [FRIDAYS_ANSWERS[plan], ...rows.filter((row) => row.plan === plan).map(({ due }) => due)];
  expect(table.slice(1).map((row) => row[4])).toEqual(PLANS.flatMap(dues));
  expect(table.slice(1).map(([plan, desk]) => `${plan}, ${desk}`)).toEqual(
    ["Online", "Business", "Enterprise", "Elite"].flatMap((plan) => ["EMEA", "Americas", "Japan"].map((desk) => `${plan}, ${desk}`)));
  const json = JSON.parse((await saved(demo, "JSON")).bytes);
  expect(json.answers.map(({ due }) => due)).toEqual(Object.values(FRIDAYS_ANSWERS));
  expect(json.also.map(({ region, zone }) => `${region}@${zone}`).join()).toBe(ALSO.replace("also=", ""));
  for (const { region, answers } of json.also) {
    expect(answers.map(({ plan, due }) => ({ plan, due }))).toEqual(rows.filter((row) => row.region === region).map(({ plan, due }) => ({ plan, due })));
  }
});

for (const what of ["The answers", "Picture: when the clock runs", "Picture: how long one waits"]) {
  test(`the picture of “${what}” is saved twice as large as it is shown`, async ({ visit }) => {
    const demo = await opened(visit);
    await take(demo, what);
    const picture = demo.room.locator(".pc-taking__picture");
    await expect(picture.locator("svg").first()).toBeAttached();
    const { width, height } = await picture.evaluate((picture) => picture.getBoundingClientRect().toJSON());
    const png = await saved(demo, "PNG");
    expect(png.file).toBe(`${WHATS[what]}-p2-emea.png`);
    expect(png.bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([width, height].map((length) => Math.ceil(length * 2)));
    const svg = await saved(demo, "SVG");
    expect(svg.file).toBe(`${WHATS[what]}-p2-emea.svg`);
    const markup = svg.bytes.toString("utf8");
    const read = await demo.page.evaluate((markup) => {
      const { documentElement: root } = new DOMParser().parseFromString(markup, "image/svg+xml");
      return { name: root.localName, title: root.querySelector("title")?.textContent, texts: root.querySelectorAll("text").length };
    }, markup);
    expect(read).toMatchObject({ name: "svg", title: what });
    expect(read.texts).toBeGreaterThan(5);
    if (what !== "The answers") return;
    for (const text of ["17:00", "Elite", "Priority 2 in Europe"]) expect(markup).toContain(text);
  });
}

test("JSON has the moments of the page", async ({ visit }) => {
  const demo = await opened(visit, `en/?${FRIDAY}&holidays=2026-04-03`);
  const { file, bytes } = await saved(demo, "JSON");
  expect(file).toBe("answers-p2-emea.json");
  const { case: asked, answers } = JSON.parse(bytes);
  expect(asked).toMatchObject({ priority: "p2", region: "emea", zone: "Europe/London", opened: "2026-03-27T16:30:00Z", holidays: ["2026-04-03"] });
  expect(Object.fromEntries(answers.map(({ plan, due }) => [plan, due]))).toEqual(await demo.pc.answers());
});

test("buttons are there for what they can do", async ({ visit }) => {
  const demo = await opened(visit);
  const shown = () => demo.room.locator(".pc-taking").getByRole("button").allInnerTexts();
  const copies = ["Text", "Table", "Markdown"];
  const entries = ["Online", "Business", "Enterprise", "Elite"].map((plan) => `Calendar entry: ${plan}`);
  expect(await shown()).toEqual([...copies, "CSV", "SVG", "PNG", "JSON", ...entries]);
  await take(demo, "What each plan includes");
  expect(await shown()).toEqual([...copies, "CSV"]);
  await take(demo, "Picture: how long one waits");
  expect(await shown()).toEqual([...copies, "CSV", "SVG", "PNG"]);
  await take(demo, "The answers");
  await demo.pc.choice("plans", "business").uncheck();
  await expect(demo.button("Calendar entry: Business")).toBeHidden();
  await demo.pc.opened.fill("2041-06-01T10:00");
  for (const entry of entries) await expect(demo.button(entry)).toBeHidden();
});

test("of a case outside the zone rules, it is said that there is nothing to take along", async ({ visit }) => {
  const demo = await opened(visit, "en/?opened=2041-06-01T10:00");
  for (const name of ["Text", "Table", "Markdown", "CSV", "JSON"]) {
    await take(demo, "What each plan includes");
    await demo.button("Text").click();
    await expect(demo.said).toContainText("on the clipboard");
    await take(demo, "The answers");
    await demo.button(name).click();
    await expect(demo.said, name).toHaveText("There is nothing to draw for this case.");
  }
});

/** Cases whose entries are read, with the plan, its name and the desk's zone. */
const ENTRIES = {
  "before the clock changes": [FRIDAY, "online", "Online", "Europe/London"],
  "in a zone of its own": [AMSTERDAM, "business", "Business", "Europe/Amsterdam"],
  "on the day on which the clock changes": ["priority=p3&region=emea&zone=Europe/Amsterdam&opened=2026-03-29T01:30", "elite", "Elite", "Europe/Amsterdam"],
  "in Vancouver in December": ["priority=p2&region=americas&zone=America/Vancouver&opened=2026-12-18T15:30", "enterprise", "Enterprise", "America/Vancouver"],
  "over night in Vancouver": ["priority=p4&region=americas&zone=America/Vancouver&opened=2026-10-30T15:30", "online", "Online", "America/Vancouver"],
  "in Tokyo": ["priority=p2&region=japan&zone=Asia/Tokyo&opened=2026-09-11T17:29:59", "elite", "Elite", "Asia/Tokyo"],
};
for (const [when, [query, plan, name, zone]] of Object.entries(ENTRIES)) {
  test(`a calendar entry ${when} is the moment of the page`, async ({ visit }) => {
    const demo = await opened(visit, `en/?${query}`);
    const due = await demo.pc.due(plan).getAttribute("datetime");
    const { file, bytes } = await saved(demo, `Calendar entry: ${name}`);
    expect(file).toMatch(new RegExp(`^${plan}-p[1-4]-[a-z]+\\.ics$`));
    const text = bytes.toString("utf8");
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.name).toBe("vcalendar");
    const events = calendar.getAllSubcomponents("vevent");
    expect(events).toHaveLength(1);
    const start = events[0].getFirstProperty("dtstart");
    expect(start.getParameter("tzid")).toBe(zone);
    const rules = calendar.getAllSubcomponents("vtimezone").find((rules) => rules.getFirstPropertyValue("tzid") === zone);
    expect(rules, "the zone's rules").toBeDefined();
    const event = new ICAL.Event(events[0]);
    const moment = event.startDate;
    moment.zone = new ICAL.Timezone(rules);
    expect(new Date(moment.toUnixTime() * 1000).toISOString().replace(".000", "")).toBe(due);
    const clock = await demo.page.locator(`[data-deadline="${plan}"] .pc-due__clock`).innerText();
    expect(start.getFirstValue().toString().slice(11)).toBe(clock.length === 5 ? `${clock}:00` : clock);
    expect(event.summary).toContain(name);
    const alarm = events[0].getFirstSubcomponent("valarm");
    const trigger = alarm.getFirstPropertyValue("trigger");
    expect(trigger.isNegative && trigger.toSeconds() * 1000 <= -MINUTE).toBe(true);
    const opening = new Date(JSON.parse((await saved(demo, "JSON")).bytes).case.opened);
    expect(new Date(due).getTime() + trigger.toSeconds() * 1000, "not before the case is opened").toBeGreaterThanOrEqual(opening.getTime());
    expect(text.replaceAll("\r\n ", "")).toContain(`${process.env.PC_SITE}/en/?`);
  });
}

test("a browser that does not allow copying is told of", async ({ pc }) => {
  await pc.page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    if (navigator.clipboard) Object.assign(navigator.clipboard, { writeText: refuse, write: refuse });
  });
  const demo = new Demo(pc);
  await keepFiles(pc);
  await demo.open(`en/?${FRIDAY}`);
  for (const name of ["Text", "Table", "Markdown"]) {
    await demo.button(name).click();
    await expect(demo.said).toHaveText("The browser did not allow copying.");
    await expect(pc.status.first()).toHaveText("The browser did not allow copying.");
    await saved(demo, "CSV");
  }
});

test("everything is taken along by the keyboard alone", async ({ visit }) => {
  const demo = await opened(visit);
  const press = (key) => demo.page.keyboard.press(key);
  await demo.button(WORDS.story.add).focus();
  await press("Tab");
  await expect(demo.room.getByRole("radio", { name: "The answers" })).toBeFocused();
  await press("ArrowDown");
  await expect(demo.room.getByRole("radio", { name: "What each plan includes" })).toBeChecked();
  await press("ArrowUp");
  const reach = async (name) => {
    for (let presses = 0; presses < 12; presses += 1) {
      if (await demo.button(name).evaluate((button) => button === document.activeElement)) return;
      await press("Tab");
    }
    throw new Error(`${name} is not reached`);
  };
  await reach("Table");
  await press("Enter");
  await expect(demo.said).toHaveText("The answers, as Table: on the clipboard.");
  await expect(demo.button("Table")).toBeFocused();
  await reach("Calendar entry: Elite");
  expect((await fileOf(demo, () => press("Space"))).file).toBe("elite-p2-emea.ics");
  await expect(demo.said).toHaveText("Saved as elite-p2-emea.ics.");
  await expect(demo.button("Calendar entry: Elite")).toBeFocused();
});

test("in Dutch everything is told in Dutch", async ({ visit }) => {
  const demo = await opened(visit, `nl/?${FRIDAY}`);
  await demo.button("Tabel").click();
  await expect(demo.said).toHaveText("De antwoorden, als Tabel: op het klembord.");
  const { "text/html": html } = await copied(demo);
  expect((await readHtml(demo, html))[0][0]).toBe("Plan");
  expect(html).not.toMatch(/\b(due|after opening|Counted in)\b/);
});

test("everything is taken along under the headers that the build writes", async ({ visit }) => {
  const headersFor = headersOf("../../dist");
  const demo = new Demo(await visit({ permissions: ["clipboard-read", "clipboard-write"] }));
  await demo.page.addInitScript(() => {
    globalThis.refused = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => globalThis.refused.push(`${violatedDirective} ${blockedURI}`));
  });
  await demo.page.route("**", async (route) => {
    const { protocol, pathname } = new URL(route.request().url());
    if (protocol !== "http:") return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...Object.fromEntries(headersFor(pathname)) } });
  });
  await keepFiles(demo.pc);
  await demo.open(`en/?${AMSTERDAM}`);
  await demo.button("Table").click();
  await expect(demo.said).toContainText("on the clipboard");
  for (const name of ["CSV", "SVG", "PNG", "JSON", "Calendar entry: Elite"]) await saved(demo, name);
  await demo.add({ title: "A title" });
  await demo.present();
  await demo.page.keyboard.press("ArrowRight");
  await expect(demo.statement).toContainText("Online Support");
  await demo.page.keyboard.press("Escape");
  expect(await demo.page.evaluate(() => globalThis.refused)).toEqual([]);
});
