// What a link says, and what becomes of the address.
import { FRIDAY, PLANS, expect, said, test } from "./page.mjs";

const ALL = PLANS.join();
/** What the form shows when a link says nothing. */
const DEFAULT = { plans: ALL, priority: "p1", region: "emea", zone: "Europe/Amsterdam", opened: "" };

/** Links that are read without complaint: what they say, and what the form then shows. */
const GOOD = [
  ["", {}],
  ["?", {}],
  ["?plans=&priority=&region=&zone=&opened=&holidays=", {}],
  ["?plans=Elite,ONLINE", { plans: "online,elite" }],
  ["?plans=elite&plans=business,elite", { plans: "business,elite" }],
  ["?priority=P3", { priority: "p3" }],
  ["?priority=p2&priority=p4", { priority: "p2" }],
  ["?region=JAPAN", { region: "japan", zone: "Asia/Tokyo" }],
  ["?region=americas", { region: "americas", zone: "America/Los_Angeles" }],
  ["?zone=europe%2Flondon", { zone: "Europe/London" }],
  ["?region=japan&zone=Europe/Paris", { region: "japan", zone: "Europe/Paris" }],
  ["?opened=2026-03-27T16:30", { opened: "2026-03-27T16:30" }],
  ["?opened=2026-03-27T16:30:05", { opened: "2026-03-27T16:30:05" }],
  ["?opened=2026-03-27T16:30Z", { opened: "2026-03-27T17:30" }],
  ["?opened=2026-03-27T16:30:05z&zone=Asia/Tokyo", { zone: "Asia/Tokyo", opened: "2026-03-28T01:30:05" }],
  ["?opened=2026-03-27T16:30%2B05:30", { opened: "2026-03-27T12:00" }],
  ["?opened=2026-03-27T16:30+05:30", { opened: "2026-03-27T12:00" }],
  ["?opened=2026-03-27T16:30-0930", { opened: "2026-03-28T03:00" }],
  ["?utm_source=mail&priority=p4&theme=<b>", { priority: "p4" }],
];

test("a link says what is shown, in any way that can be understood", async ({ pc }) => {
  for (const [link, differences] of GOOD) {
    await pc.open(`en/${link}`);
    const form = await pc.form();
    expect({ ...form, opened: form.opened.replace(/(T..:..):00$/, "$1") }, link).toEqual({ ...DEFAULT, ...differences });
    expect(await pc.notice.count(), `${link} is good`).toBe(0);
  }
});

test("the holidays of a link are listed, each once and in order", async ({ pc }) => {
  await pc.open("en/?holidays=2026-12-28,2026-12-25&holidays=2026-12-25");
  await expect(pc.holidays).toHaveCount(2);
  await expect(pc.holidays.first()).toHaveAccessibleName(said("Remove Friday 25 December 2026"));
  await expect(pc.holidays.last()).toHaveAccessibleName(said("Remove Monday 28 December 2026"));
});

test("every bad value of a link is named in one notice, and the defaults are shown", async ({ pc }) => {
  await pc.open("en/?plans=gold&priority=p9&zone=Mars/Base&opened=2026-02-30");
  expect(await pc.form()).toEqual(DEFAULT);
  await expect(pc.notice).toHaveCount(1);
  await expect(pc.notice).toBeVisible();
  await expect(pc.notice.getByRole("listitem")).toHaveText([/Plans.*“gold”/, /Priority.*“p9”/, /zone.*“Mars\/Base”/, /opening.*“2026-02-30”/]);
  await expect(pc.notice).toContainText("online, business, enterprise, elite");
  await expect(pc.due("elite")).toBeVisible();
});

test("one bad value does not spoil the good ones beside it", async ({ pc }) => {
  await pc.open("en/?plans=gold,business&region=moon&priority=p3&holidays=2026-12-25,25-12-2026&utm_campaign=gold");
  expect(await pc.form()).toEqual({ ...DEFAULT, plans: "business", priority: "p3" });
  await expect(pc.notice.getByRole("listitem")).toHaveText([/“gold”/, /“moon”/, /“25-12-2026”/]);
  await expect(pc.page.getByRole("button", { name: /Remove .*25 December 2026/ })).toBeVisible();
});

test("the notice is in the language of the page", async ({ pc }) => {
  await pc.open("nl/?region=mars");
  await expect(pc.notice.getByRole("listitem")).toHaveText("Regio: “mars”. Mogelijk: americas, emea, apac, japan.");
});

test("markup in a link stays text, and long values are shortened", async ({ pc }) => {
  const markup = "<img src=x onerror=alert(1)>";
  await pc.open(`en/?zone=${encodeURIComponent(markup)}&region=${"x".repeat(400)}&opened={moment}`);
  const items = pc.notice.getByRole("listitem");
  await expect(items.filter({ hasText: "zone" })).toContainText(`“${markup}”`);
  await expect(items.filter({ hasText: "Region" })).toContainText(/“x{1,60}…”/);
  await expect(items.filter({ hasText: "opening" })).toContainText("“{moment}”");
  await expect(pc.page.locator("main img")).toHaveCount(0);
});

test("an address is left alone until something is chosen, and then rewritten in its place", async ({ pc }) => {
  await pc.open("en/?utm_source=a%20b&priority=P2&opened=&x#pc-comparison");
  expect(await pc.page.evaluate(() => location.search + location.hash)).toBe("?utm_source=a%20b&priority=P2&opened=&x#pc-comparison");
  const length = await pc.page.evaluate(() => history.length);
  await pc.choice("priority", "p3").check();
  await expect.poll(() => pc.query()).toBe("?priority=p3&region=emea&zone=Europe/Amsterdam&utm_source=a%20b&x");
  await pc.choice("priority", "p1").check();
  await expect.poll(() => pc.query()).toBe("?region=emea&zone=Europe/Amsterdam&utm_source=a%20b&x");
  expect(await pc.page.evaluate(() => [location.hash, history.length])).toEqual(["#pc-comparison", length]);
});

test("an address states region and zone, and otherwise only what differs", async ({ pc }) => {
  await pc.open("en/");
  const steps = [
    [() => pc.choice("region", "japan").check(), "?region=japan&zone=Asia/Tokyo"],
    [() => pc.choice("plans", "online").uncheck(), "?plans=business,enterprise,elite&region=japan&zone=Asia/Tokyo"],
    [() => pc.choice("plans", "online").check(), "?region=japan&zone=Asia/Tokyo"],
    [() => pc.opened.fill("2026-03-27T16:30"), "?region=japan&zone=Asia/Tokyo&opened=2026-03-27T16:30"],
    [() => pc.opened.fill("2026-03-27T16:30:05"), "?region=japan&zone=Asia/Tokyo&opened=2026-03-27T16:30:05"],
    [() => pc.choice("region", "emea").check(), "?region=emea&zone=Europe/Amsterdam&opened=2026-03-27T16:30:05"],
  ];
  for (const [choose, address] of steps) {
    await choose();
    await expect.poll(() => pc.query()).toBe(address);
  }
});

test("a link that was chosen survives a reload, as it stands", async ({ visit }) => {
  const pc = await visit({ timezoneId: "Asia/Tokyo" });
  await pc.open("en/?opened=2026-03-27T15:00Z");
  await pc.choice("priority", "p2").check();
  await pc.choice("plans", "online").uncheck();
  await pc.zone.fill("Europe/London");
  await pc.zone.press("Enter");
  const address = "?plans=business,enterprise,elite&priority=p2&region=japan&zone=Europe/London&opened=2026-03-27T15:00:00Z";
  await expect.poll(() => pc.query()).toBe(address);
  const [answers, form] = [await pc.answers(), await pc.form()];

  await pc.page.reload();
  await pc.started();
  expect(pc.query()).toBe(address);
  expect([await pc.answers(), await pc.form()]).toEqual([answers, form]);

  const elsewhere = await visit({ timezoneId: "America/New_York" });
  await elsewhere.open(`en/${address}`);
  expect([await elsewhere.answers(), await elsewhere.form()]).toEqual([answers, form]);
});

for (const [how, leave] of [
  ["reloaded", (page) => page.reload()],
  ["come back to", (page) => page.goto("nl/").then(() => page.goBack())],
]) {
  test(`a page that is ${how} shows what its address says, not what the browser remembers of the form`, async ({ visit }) => {
    const pc = await visit({ timezoneId: "Asia/Tokyo" });
    const link = "?opened=2026-03-27T15:00Z";
    await pc.open(`en/${link}`);
    await pc.holiday.fill("2026-12-25");
    await leave(pc.page);
    await pc.started();
    await expect(pc.page.getByText("Japan was preselected")).toBeVisible();
    await expect(pc.page.getByText("None unless you add them.")).toBeVisible();
    expect(pc.query()).toBe(link);
  });
}

test("coming back to a page shows what its address says", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  const answers = await pc.answers();
  await pc.choice("priority", "p4").check();
  await expect.poll(() => pc.query()).toContain("priority=p4");
  await pc.open(`en/?${FRIDAY}`);
  expect(await pc.answers()).toEqual(answers);
  await pc.page.goBack();
  await pc.started();
  expect(pc.query()).toContain("priority=p4");
  await expect(pc.choice("priority", "p4")).toBeChecked();
  await pc.page.goForward();
  await pc.started();
  await expect.poll(() => pc.answers()).toEqual(answers);
  expect(pc.query()).toBe(`?${FRIDAY}`);
});

test("a copied link has the moment that is shown, or the reader’s own, and is said to be copied until something else is shown", async ({ visit }) => {
  const pc = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
  await pc.open("en/");
  const answers = await pc.answers();
  const press = (name) => pc.page.getByRole("button", { name }).click();
  const copied = () => pc.page.evaluate(() => navigator.clipboard.readText());
  const result = pc.page.locator(".pc-share p");
  await expect(result).toBeHidden();
  const place = () => pc.page.getByRole("button", { name: "Copy link" }).evaluate((button) => {
    const [own, panel] = [button, button.closest("section")].map((element) => element.getBoundingClientRect());
    return [own.x - panel.x, own.y - panel.y];
  });
  const before = await place();

  await press("Copy link");
  await expect(pc.status).toHaveText("The link is on the clipboard; it shows this moment.");
  await expect(result).toContainText("it shows this moment.");
  expect(await place(), "nothing else comes under a second press").toEqual(before);
  const link = await copied();
  expect(new URL(link).search).toBe("?region=emea&zone=Europe/Amsterdam&opened=2026-06-10T12:00");
  expect(pc.query(), "to copy a link is no choice").toBe("");

  await press("Copy it for “now” instead");
  await expect(pc.status).toHaveText("The link is on the clipboard; it shows the moment at which it is opened.");
  expect(new URL(await copied()).search).toBe("?region=emea&zone=Europe/Amsterdam");
  await expect(result).toBeVisible();

  await pc.choice("priority", "p3").check();
  await expect(result).toBeHidden();

  const reader = await visit({ timezoneId: "Asia/Tokyo" });
  await reader.page.clock.setFixedTime("2026-06-11T08:00:00Z");
  await reader.open(link);
  expect(await reader.answers()).toEqual(answers);
});

for (const opened of ["2041-06-01T10:00", "1999-12-31T23:59:59Z", "0001-01-01T00:00"]) {
  test(`a moment for which there are no zone rules, ${opened}, stands and is not guessed at`, async ({ pc }) => {
    await pc.open(`en/?opened=${opened}`);
    await expect(pc.notice).toHaveCount(0);
    for (const plan of PLANS) {
      await expect(pc.answer(plan)).toHaveAttribute("data-error", "opened-outside-zone-data");
      await expect(pc.answer(plan)).toContainText("outside 2020 to 2040");
      await expect(pc.due(plan)).toHaveCount(0);
    }
    await pc.choice("priority", "p3").check();
    await expect.poll(() => pc.query()).toContain(`opened=${opened}`);
    await pc.opened.fill("2026-03-27T16:30");
    await expect(pc.due("online")).toBeVisible();
    await expect(pc.answer("online")).not.toHaveAttribute("data-error");
  });
}

test("an answer that would lie after the zone rules is an error, beside answers that do not", async ({ pc }) => {
  await pc.open("en/?priority=p4&region=emea&zone=Europe/London&opened=2040-12-31T10:00");
  await expect(pc.answer("online")).toHaveAttribute("data-error", "due-outside-zone-data");
  await expect(pc.answer("online")).toContainText("after 2040");
  await pc.choice("priority", "p1").check();
  await expect(pc.due("online")).toHaveAttribute("datetime", "2040-12-31T11:00:00Z");
});

test("more than 400 holidays are refused whole, and said to be", async ({ pc }) => {
  const dates = (count) => Array.from({ length: count }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  await pc.open(`en/?holidays=${dates(401).join()}`);
  await expect(pc.notice).toContainText(/401 dates.*400/);
  await expect(pc.holidays).toHaveCount(0);
  await pc.open(`en/?holidays=${dates(400).join()}`);
  await expect(pc.notice).toHaveCount(0);
  await expect(pc.holidays).toHaveCount(400);
  await pc.holiday.fill("2030-01-01");
  await pc.page.getByRole("button", { name: "Add" }).click();
  await expect(pc.page.getByRole("group", { name: "Holidays" }).getByRole("alert")).toContainText("no more than 400");
});

for (const [what, reading, note, due] of [
  ["skips", "2026-03-29T02:30", "The clock in Amsterdam jumps over 02:30 that day. The first moment after it counts: Sunday 29 March 2026 03:00 (Amsterdam, UTC+2).", "2026-03-29T01:15:00Z"],
  ["repeats", "2026-10-25T02:30", "The clock in Amsterdam shows 02:30 twice that day. The first time counts: Sunday 25 October 2026 02:30 (Amsterdam, UTC+2).", "2026-10-25T00:45:00Z"],
]) {
  test(`a reading that the desk’s clock ${what} is explained by its field`, async ({ pc }) => {
    await pc.open(`en/?zone=Europe/Amsterdam&opened=${reading}`);
    await expect(pc.opened).toHaveAccessibleDescription(said(note, { whole: false }));
    await expect(pc.page.getByText(said(note, { whole: false }))).toBeVisible();
    await expect(pc.due("elite")).toHaveAttribute("datetime", due);
  });
}

test("a moment as JavaScript writes it is read", async ({ pc }) => {
  await pc.open("en/?opened=2026-03-27T16:30:00.000Z&by=2026-03-30T11:00:00,5&zone=Europe/London");
  await expect(pc.notice).toHaveCount(0);
  await expect(pc.opened).toHaveValue(/^2026-03-27T16:30(:00)?$/);
  await expect(pc.page.locator("input[name=by]")).toHaveValue(/^2026-03-30T11:00(:00)?$/);
});

test("a link that a mail program escaped means what it meant before", async ({ pc }) => {
  await pc.open("en/?priority=p2&amp;region=japan&amp;amp;opened=2026-03-27T16:30");
  await expect(pc.notice).toHaveCount(0);
  expect(await pc.form()).toMatchObject({ priority: "p2", region: "japan", zone: "Asia/Tokyo" });
  await pc.choice("priority", "p3").check();
  await expect.poll(() => pc.query()).toBe("?priority=p3&region=japan&zone=Asia/Tokyo&opened=2026-03-27T16:30");
});

test("an escaped value beside another one is named", async ({ pc }) => {
  await pc.open("en/?region=emea&amp;region=japan");
  expect(await pc.form()).toMatchObject({ region: "emea" });
  await expect(pc.notice.getByRole("listitem")).toHaveText("Region: “japan”. The link has another value, too, and that is shown.");
});

test("ten thousand bad values are told in some words", async ({ pc }) => {
  // The fragment does not go to the server, which refuses so long a link.
  await pc.page.addInitScript(() => {
    if (location.hash === "#long") history.replaceState(null, "", `?plans=${Array.from({ length: 10_000 }, (_, number) => `gold-${number}`).join()}`);
  });
  await pc.open("en/#long");
  await expect(pc.notice).toContainText("“gold-0”");
  await expect(pc.notice).toContainText("9997 more");
  const [words, nodes] = await pc.notice.evaluate((notice) => [notice.innerText.split(/\s+/).length, notice.querySelectorAll("*").length]);
  expect(words).toBeLessThan(100);
  expect(nodes).toBeLessThan(20);
});

for (const [written, zone] of [["los angeles", "America/Los_Angeles"], ["Tokyo", "Asia/Tokyo"], [" BUENOS AIRES ", "America/Argentina/Buenos_Aires"], ["GMT+5", "Etc/GMT+5"]]) {
  test(`a zone is what the page calls its place: ${written}`, async ({ pc }) => {
    await pc.open(`en/?zone=${written.trim().replaceAll(" ", "+")}`);
    await expect(pc.notice).toHaveCount(0);
    await expect(pc.zone).toHaveValue(zone);
    await pc.open("en/");
    await pc.enter(pc.zone, written);
    await expect(pc.zone).toHaveValue(zone);
    await expect(pc.zone).not.toHaveAttribute("aria-invalid");
    await expect.poll(() => new URLSearchParams(pc.query()).get("zone")).toBe(zone);
  });
}
