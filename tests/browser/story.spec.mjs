// The story: several scenarios in the fragment of the address, which no server sees.
import { Demo, WORDS, fragmentOf } from "./demo.mjs";
import { FRIDAY, FRIDAYS_ANSWERS, expect, test } from "./page.mjs";

const TEXTS = [
  ["Friday, half past four", "Who answers before the weekend?"],
  ["The same in Japan", "The desk there keeps to business hours."],
  ["Een vraag zonder haast", "Zelfs dan is er maandag een antwoord."],
];
const CUSTOMER = "Meridian Freight & Sons";

/** The chapters that `tell` makes, as they stand in a fragment. */
const CHAPTERS = [
  { query: FRIDAY },
  { query: "priority=p2&region=japan&zone=Asia/Tokyo&opened=2026-09-11T17:29:59" },
  { query: "plans=enterprise,elite&priority=p4&region=emea&zone=Europe/Amsterdam&opened=2026-12-24T15:00&holidays=2026-12-25" },
].map((chapter, place) => ({ ...chapter, title: TEXTS[place][0], line: TEXTS[place][1] }));

const STORY = fragmentOf({ customer: CUSTOMER, chapters: CHAPTERS });

/** Opens the page with a story. */
async function openStory(pc, story = STORY, language = "en") {
  const demo = new Demo(pc);
  await pc.open(`${language}/?${FRIDAY}${story}`);
  await expect(demo.room).toBeVisible();
  return demo;
}

/** Makes the story by hand, as a visitor does. */
async function tell(demo) {
  await demo.open(`en/?${CHAPTERS[0].query}`);
  for (const { title, line, query } of CHAPTERS) {
    if (query !== FRIDAY) await choose(demo.pc, new URLSearchParams(query));
    await demo.add({ title, line });
  }
  await demo.pc.enter(demo.room.getByLabel(WORDS.story.customer, { exact: true }), CUSTOMER);
}

/** Chooses on the page what a query says. */
async function choose(pc, query) {
  for (const name of ["priority", "region"]) await pc.choice(name, query.get(name)).check();
  await pc.enter(pc.zone, query.get("zone"));
  await pc.opened.fill(query.get("opened"));
  if (query.has("plans")) for (const plan of ["online", "business"]) await pc.choice("plans", plan).uncheck();
  if (!query.has("holidays")) return;
  await pc.holiday.fill(query.get("holidays"));
  await pc.page.getByRole("button", { name: "Add", exact: true }).click();
}

/** Everything that is asked of servers from now on, as it goes out. */
function watchRequests(pc) {
  const asked = [];
  pc.page.on("request", (request) =>
    asked.push([request.url(), request.postData() ?? "", ...Object.values(request.headers())].join("\n")));
  return asked;
}

test("a story is made of what is shown, and the address alone keeps it", async ({ pc, visit }) => {
  const asked = watchRequests(pc);
  const demo = new Demo(pc);
  await tell(demo);
  expect(await demo.told()).toEqual(TEXTS);
  await expect(demo.chapters.nth(1)).toContainText("Priority 2 in Japan, opened Friday 11 September 2026 17:29:59");
  const address = demo.page.url();
  expect(new URL(address).search).toContain("priority=p4");
  await demo.page.reload();
  await pc.started();
  await expect.poll(() => demo.told()).toEqual(TEXTS);
  await expect(demo.room.getByLabel(WORDS.story.customer, { exact: true })).toHaveValue(CUSTOMER);
  expect(demo.page.url()).toBe(address);

  const other = new Demo(await visit({ timezoneId: "Asia/Tokyo" }));
  const others = watchRequests(other.pc);
  await other.pc.open(address);
  await expect.poll(() => other.told()).toEqual(TEXTS);
  await expect(other.chapters.nth(0)).toContainText("London");

  const told = [...TEXTS.flat(), CUSTOMER].flatMap((text) => [text, encodeURIComponent(text), text.replaceAll(" ", "+")]);
  const value = demo.fragment().slice("#story=".length);
  expect(asked.length).toBeGreaterThan(10);
  for (const request of [...asked, ...others]) {
    for (const text of [...told, value, "story=", "Meridian"]) expect(request).not.toContain(text);
  }
  expect(new URL(address).search).not.toMatch(/story|Meridian|Japan\b/);
});

test("nothing of a story is kept in the browser", async ({ pc }) => {
  const demo = await openStory(pc);
  await demo.tell(0, { title: "Another title" });
  await demo.button("Present the story").click();
  await demo.page.keyboard.press("Escape");
  const kept = await demo.page.evaluate(async () => ({
    local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
    databases: await indexedDB.databases(), caches: await caches.keys(), state: history.state, name: window.name,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(kept).toEqual({ local: {}, session: {}, cookies: "", databases: [], caches: [], state: null, name: "", workers: 0 });
  expect(await demo.page.context().cookies()).toEqual([]);
});

test("chapters are moved, changed and taken out, and each change stands in the address", async ({ pc, visit }) => {
  const demo = await openStory(pc);
  await expect.poll(() => demo.told()).toEqual(TEXTS);
  await demo.change();
  const addresses = new Set([demo.fragment()]);
  const change = async (press, expected) => {
    await press();
    await expect.poll(() => demo.told()).toEqual(expected);
    addresses.add(demo.fragment());
  };
  await change(() => demo.button(`${WORDS.story.later}: Case 1`).click(), [TEXTS[1], TEXTS[0], TEXTS[2]]);
  await expect(demo.chapters.first()).toContainText("Japan");
  await change(() => demo.button(`${WORDS.story.earlier}: Case 3`).click(), [TEXTS[1], TEXTS[2], TEXTS[0]]);
  await change(() => demo.tell(1, { title: "In December" }), [TEXTS[1], ["In December", TEXTS[2][1]], TEXTS[0]]);
  await change(() => demo.button("Remove: Case 1").click(), [["In December", TEXTS[2][1]], TEXTS[0]]);
  await expect(demo.said).toHaveText(`“${TEXTS[1][0]}” is not in the story any more.`);
  await expect(pc.status.first()).toHaveText(`“${TEXTS[1][0]}” is not in the story any more.`);
  await expect(demo.button(`${WORDS.story.earlier}: Case 1`)).toBeDisabled();
  await expect(demo.button(`${WORDS.story.later}: Case 2`)).toBeDisabled();
  expect(addresses.size).toBe(5);

  const other = new Demo(await visit());
  await other.pc.open(demo.page.url());
  await expect.poll(() => other.told()).toEqual(await demo.told());

  await demo.button("Remove: Case 1").click();
  await demo.button("Remove: Case 1").click();
  await expect(demo.chapters).toHaveCount(0);
  await expect(demo.button("Present the story")).toBeHidden();
});

test("who takes out the last chapter is at the story's heading", async ({ pc }) => {
  const demo = await openStory(pc, fragmentOf({ chapters: CHAPTERS.slice(0, 1) }));
  await demo.change();
  await demo.button("Remove: Case 1").focus();
  await demo.page.keyboard.press("Enter");
  await expect(demo.chapters).toHaveCount(0);
  await expect.poll(() => pc.focused()).toBe("pc-story-heading");
});

test("a chapter that is moved takes the focus along", async ({ pc }) => {
  const demo = await openStory(pc);
  await demo.change();
  await demo.button(`${WORDS.story.later}: Case 1`).focus();
  await demo.page.keyboard.press("Enter");
  await demo.page.keyboard.press("Enter");
  await expect.poll(() => demo.told()).toEqual([TEXTS[1], TEXTS[2], TEXTS[0]]);
  await expect(demo.said).not.toBeEmpty();
});

test("the other language tells the same story", async ({ pc }) => {
  const demo = await openStory(pc);
  await demo.tell(0, { title: "Vrijdag" });
  const fragment = demo.fragment();
  await demo.page.getByRole("link", { name: "Nederlands" }).click();
  await expect(demo.page.locator("html")).toHaveAttribute("lang", "nl");
  await expect.poll(() => demo.told()).toEqual([["Vrijdag", TEXTS[0][1]], ...TEXTS.slice(1)]);
  expect(demo.fragment()).toBe(fragment);
  expect(pc.query()).toBe(`?${FRIDAY}`);
  await expect(demo.chapters.first()).toContainText("Prioriteit 2");
});

test("a choice on the page leaves the story where it is", async ({ pc }) => {
  const demo = await openStory(pc);
  const fragment = demo.fragment();
  await pc.choice("priority", "p3").check();
  await expect.poll(() => pc.query()).toContain("priority=p3");
  expect(demo.fragment()).toBe(fragment);
  await demo.page.reload();
  await pc.started();
  await expect.poll(() => demo.told()).toEqual(TEXTS);
});

test("the page shows a chapter when one asks for it", async ({ pc, visit }) => {
  const demo = await openStory(pc);
  for (const [place, { title, query }] of CHAPTERS.entries()) {
    await demo.button(`Show: Case ${place + 1}`).click();
    await expect(demo.said).toHaveText(`The page shows “${title}”.`);
    const direct = await visit();
    await direct.open(`en/?${query}`);
    await expect.poll(() => pc.answers()).toEqual(await direct.answers());
    expect(await pc.form()).toEqual(await direct.form());
    await expect.poll(() => new URLSearchParams(pc.query()).get("opened")).toBe(new URLSearchParams(query).get("opened"));
  }
  await demo.button("Show: Case 1").click();
  await expect.poll(() => pc.answers()).toEqual(FRIDAYS_ANSWERS);
});

test("the copied link opens the story, and how long it is, is said", async ({ visit }) => {
  const demo = await openStory(await visit({ permissions: ["clipboard-read", "clipboard-write"] }));
  await demo.button("Copy link to the story").click();
  await expect(demo.said).toContainText("The link is on the clipboard");
  const link = await demo.page.evaluate(() => navigator.clipboard.readText());
  await expect(demo.said).toHaveText(`The link is on the clipboard: ${link.length} characters.`);
  expect(link).toMatch(/#story=1\.[\w-]+\w$/);
  const other = new Demo(await visit({ timezoneId: "America/New_York" }));
  await other.pc.open(link);
  await expect.poll(() => other.told()).toEqual(TEXTS);
  expect(await other.pc.answers()).toEqual(FRIDAYS_ANSWERS);
});

test("a link that may not be copied is said instead", async ({ pc }) => {
  await pc.page.addInitScript(() => {
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
  });
  const demo = await openStory(pc);
  await demo.button("Copy link to the story").click();
  await expect(demo.said).toHaveText(/^The browser did not allow copying\. This is the link: http\S+#story=1\.[\w-]+$/);
});

test("six chapters take no more than 2,000 characters", async ({ visit }) => {
  const demo = new Demo(await visit({ permissions: ["clipboard-read", "clipboard-write"] }));
  const chapters = [...CHAPTERS, ...CHAPTERS].map((chapter, place) => ({
    ...chapter,
    title: `${chapter.title}, ${["at noon", "at night", "on a holiday"][place % 3]} (${place})`,
    line: `${chapter.line} What was done on day ${place} is told in a sentence that is about as long as a slide has room for.`,
  }));
  await demo.pc.open(`en/?${FRIDAY}${fragmentOf({ customer: CUSTOMER, chapters })}`);
  await expect(demo.chapters).toHaveCount(6);
  await demo.button("Copy link to the story").click();
  await expect(demo.said).toHaveText(/: \d+ characters/);
  const length = Number(/: (\d+) characters/.exec(await demo.said.innerText())[1]);
  expect(length).toBeLessThanOrEqual(2_000);
});

test("a story has a most number of chapters", async ({ pc }) => {
  const demo = await openStory(pc, fragmentOf({ chapters: Array.from({ length: 23 }, () => CHAPTERS[0]) }));
  await expect(demo.chapters).toHaveCount(23);
  await demo.button(WORDS.story.add).click();
  await expect(demo.chapters).toHaveCount(24);
  await expect(demo.button(WORDS.story.add)).toBeDisabled();
  await expect(demo.room.getByText("A story has no more room than this.")).toBeVisible();
});

test("a story is presented chapter by chapter", async ({ pc }) => {
  const demo = await openStory(pc);
  await demo.button("Present the story").click();
  const shows = async (place) => {
    await expect(demo.statement).toContainText(TEXTS[place][0]);
    await expect(demo.statement).toContainText(TEXTS[place][1]);
    await expect(demo.presented).toContainText(`For ${CUSTOMER}`);
    await expect(demo.presented).toContainText(`${place + 1} of 3`);
  };
  const press = (key) => demo.page.keyboard.press(key);
  await shows(0);
  await press("ArrowUp");
  await shows(0);
  await press("ArrowDown");
  await shows(1);
  await press("ArrowDown");
  await shows(2);
  await press("ArrowDown");
  await shows(2);
  await press("ArrowUp");
  await press("ArrowUp");
  await shows(0);
  for (const words of ["Online Support", "Business Support", "Enterprise Support", "Elite Support", "Soonest"]) {
    await press("ArrowRight");
    await expect(demo.statement).toContainText(words);
  }
  await press("ArrowRight");
  await shows(1);
  await press("ArrowLeft");
  await expect(demo.statement, "back to the end of the chapter before").toContainText("Soonest");
  await expect(demo.presented).toContainText("1 of 3");
  await press("ArrowDown");
  await press("ArrowDown");
  await press("ArrowRight");
  await expect(demo.statement).toContainText("Enterprise Support");
  await press("Escape");
  await expect(demo.button("Present the story")).toBeFocused();
  expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
  expect(pc.query()).toBe(`?${FRIDAY}`);
  expect(await demo.told()).toEqual(TEXTS);
});

test("a story that comes into the address of an open page is told", async ({ pc }) => {
  const demo = new Demo(pc);
  await pc.open(`en/?${FRIDAY}`);
  const [, fragment] = STORY.split("#");
  await Promise.all([demo.page.waitForEvent("load"), demo.page.evaluate((hash) => (location.hash = hash), fragment)]);
  await pc.started();
  await expect.poll(() => demo.told()).toEqual(TEXTS);
});

/** Texts that mean something elsewhere, and how the story tells them. */
const HOSTILE = {
  "markup": [`<img src=x onerror=alert(1)><b>bold</b>`, `<img src=x onerror=alert(1)><b>bold</b>`],
  "a link": ["javascript:alert(1)", "javascript:alert(1)"],
  "an address": ["https://evil.example/?a=b", "https://evil.example/?a=b"],
  "a template": ["{customer} {{number}} ${title}", "{customer} {{number}} ${title}"],
  "direction": ["abc\u202edef\u2066ghi\u200b", "abcdefghi"],
  "emoji": ["👩‍🚒🏳️‍🌈 🇳🇱", "👩‍🚒🏳️‍🌈 🇳🇱"],
  "Hebrew": ["שלום עולם", "שלום עולם"],
  "ten thousand characters": ["x".repeat(10_000), "x".repeat(80)],
};
for (const [what, [given, told]] of Object.entries(HOSTILE)) {
  test(`a story with ${what} is text`, async ({ pc }) => {
    const before = pc.page.context().pages().length;
    const chapter = { title: given, line: given, query: `${FRIDAY}&x=<b>` };
    const asked = watchRequests(pc);
    const demo = await openStory(pc, fragmentOf({ customer: given, chapters: [chapter, chapter] }));
    const line = what.startsWith("ten") ? "x".repeat(200) : told;
    await expect.poll(() => demo.told()).toEqual([[told, line], [told, line]]);
    await demo.button("Present the story").click();
    await expect(demo.presented.locator(".pc-present__title")).toHaveText(told);
    await expect(demo.presented.locator(".pc-present__line").first()).toHaveText(line);
    await expect(demo.presented.locator(".pc-present__title")).toHaveAttribute("dir", "auto");
    await expect(demo.page.locator(".pc-room, dialog.pc-present").locator("img, b, a, script, iframe")).toHaveCount(0);
    expect(await demo.presented.evaluate((dialog) => dialog.scrollWidth <= innerWidth)).toBe(true);
    await demo.page.keyboard.press("Escape");
    const troubles = await demo.troubles.allInnerTexts();
    expect(troubles).toEqual({
      direction: ["Characters that cannot be seen were taken out of the story’s texts."],
      "ten thousand characters": ["Texts that were too long are cut: titles and names at 80 characters, lines at 200."],
    }[what] ?? []);
    expect(asked.filter((request) => !request.startsWith(process.env.PC_SITE) && !request.startsWith("data:"))).toEqual([]);
    expect(pc.page.context().pages()).toHaveLength(before);
    expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
  });
}

const OTHER = "The link has a story of another edition of this page, which cannot be read here.";
const DAMAGED = "The story in the link is damaged. What could not be read is left out.";
const cut = (chapters) => `The link was cut off. Of its story ${chapters} could be read.`;
const damagedAt = (place) => STORY.slice(0, place) + (STORY[place] === "A" ? "B" : "A") + STORY.slice(place + 1);

/** Fragments that are not as they were written: what is said of each, and how many chapters are told. */
const BROKEN = {
  "that is empty": ["#story=", cut(0), 0],
  "of a version alone": ["#story=1", cut(0), 0],
  "of a later version": ["#story=2.AAAA", OTHER, 0],
  "of something else": ["#story=one", DAMAGED, 0],
  "of zeros": ["#story=1.AAAAAAAAAAAAAAAA", DAMAGED, 0],
  "with escapes that are none": ["#story=%E0%A4%A", DAMAGED, 0],
  "with an escape that is cut": ["#story=1.%", cut(0), 0],
  "with markup": ["#story=<img src=x onerror=alert(1)>", DAMAGED, 0],
  "that was cut early": [STORY.slice(0, 20), cut(0), 0],
  "that was cut at its end": [STORY.slice(0, -12), cut(2), 2],
  "with a check that is damaged": [damagedAt(12), DAMAGED, 0],
  "with a text that is damaged": [damagedAt(STORY.length - 60), DAMAGED, undefined],
  "with too many chapters": [fragmentOf({ chapters: Array(30).fill(CHAPTERS[0]) }), "A story has at most 24 cases. The others are left out.", 24],
};
for (const [what, [fragment, words, chapters]] of Object.entries(BROKEN)) {
  test(`a story ${what} harms nothing, and is told`, async ({ pc }) => {
    const demo = await openStory(pc, fragment);
    await expect(demo.troubles.first()).toBeVisible();
    expect(await demo.troubles.allInnerTexts()).toEqual([words]);
    if (chapters !== undefined) await expect(demo.chapters).toHaveCount(chapters);
    await expect(demo.room.locator("img, a, script")).toHaveCount(0);
    expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
    if (chapters === 24) return;
    await demo.button(WORDS.story.add).click();
    await expect.poll(() => demo.fragment()).toMatch(/^#story=1\.[\w-]+$/);
  });
}

for (const [how, mangle] of Object.entries({
  "a full stop": (story) => `${story}.`,
  "padding": (story) => `${story}==`,
  "escapes": (story) => story.replace("1.", "1%2E"),
  "another parameter": (story) => `${story}&utm=mail`,
  "an escaped ampersand": (story) => story.replace("#", "#x&amp;"),
})) {
  test(`a story with ${how} that a program added is told whole`, async ({ pc }) => {
    const demo = await openStory(pc, mangle(STORY));
    await expect.poll(() => demo.told()).toEqual(TEXTS);
    await expect(demo.troubles).toHaveCount(0);
  });
}
