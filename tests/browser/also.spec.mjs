// Other desks beside the first one: what they answer to the same case, and how they are chosen.
import { FRIDAY, FRIDAYS_ANSWERS, PLANS, expect, said, test } from "./page.mjs";
import { ALSO, alsoRows, answersOf, disclosure, expectDesks, openDesks, reading } from "./desks.mjs";

/** A Friday evening in London, and noon in Los Angeles. */
const EVENING = FRIDAY.replace("16:30", "20:00");

const box = (pc, region) => pc.choice("also", region);
const soonest = (pc) => pc.page.locator(".pc-answers__soonest");

/** Cases, each with the instant at which it is opened, and other desks. */
const CASES = {
  "before summer time": [FRIDAY, "2026-03-27T16:30:00Z", "americas@America/Los_Angeles,japan@Asia/Tokyo"],
  "with holidays of the first desk": [
    "priority=p3&region=japan&zone=Asia/Tokyo&opened=2026-12-30T16:00&holidays=2026-12-31,2027-01-01",
    "2026-12-30T07:00:00Z", "emea@Europe/London,apac@Asia/Kolkata",
  ],
  "at a reading that the first clock skips": [
    "priority=p4&region=emea&zone=Europe/Amsterdam&opened=2026-03-29T02:30:10",
    "2026-03-29T01:00:00Z", "americas@America/New_York,apac@Asia/Singapore",
  ],
};
for (const [when, [link, instant, also]] of Object.entries(CASES)) {
  test(`${when}, each desk answers what it answers when it is the first`, async ({ pc }) => {
    await openDesks(pc, `en/?${link}&also=${also}`);
    const [first, rows] = [await pc.answers(), await alsoRows(pc.page)];
    expect(rows).toHaveLength(2 * PLANS.length);
    if (link === FRIDAY) {
      expect(first).toEqual(FRIDAYS_ANSWERS);
      expect(answersOf(rows, "japan").elite, "half an hour after nine in Tokyo").toBe("2026-03-30T00:30:00Z");
    }
    await pc.open(`en/?${link}`);
    expect(await pc.answers(), "the first desk's own").toEqual(first);
    const priority = new URLSearchParams(link).get("priority");
    for (const [region, zone] of also.split(",").map((desk) => desk.split("@"))) {
      for (const { plan, due, words } of rows.filter((row) => row.region === region)) {
        expect(words, `${plan} in ${region}`).toMatch(said(reading(zone, due)));
      }
      await pc.open(`en/?priority=${priority}&region=${region}&zone=${zone}&opened=${instant}`);
      expect(answersOf(rows, region), region).toEqual(await pc.answers());
    }
  });
}

/** Where the signs in the lanes of an answer are, as shares of the axis, and its due instant. */
const lanes = (pc) => pc.page.locator("tr.pc-answer:has(time)").evaluateAll((rows) => rows.map((row) => {
  const lane = row.querySelector(".pc-ribbon").getBoundingClientRect();
  const share = (mark) => {
    const { left, right } = row.querySelector(mark).getBoundingClientRect();
    return ((left + right) / 2 - lane.left) / lane.width;
  };
  const due = Date.parse(row.querySelector("time").dateTime);
  return { due, flag: share("line.pc-flag"), opened: share("line.pc-opened") };
}));

for (const [whose, link] of [["the first desk", FRIDAY], ["another desk", FRIDAY.replace("16:30", "10:00")]]) {
  test(`all lanes have one axis of time where the last reply is that of ${whose}`, async ({ pc }) => {
    await openDesks(pc, `en/?${link}&${ALSO}`);
    const all = await lanes(pc);
    expect(new Set(all.map(({ due }) => due)).size).toBeGreaterThan(5);
    const opened = { at: Date.parse(`${link.slice(-16)}Z`), share: all[0].opened };
    const last = all.toSorted((one, other) => one.due - other.due).at(-1);
    expect(last.flag).toBeLessThan(1);
    const scale = (last.flag - opened.share) / (last.due - opened.at);
    for (const lane of all) {
      const expected = opened.share + (lane.due - opened.at) * scale;
      expect(Math.abs(lane.flag - expected), `the flag at ${new Date(lane.due).toISOString()}`).toBeLessThan(0.003);
      expect(lane.opened).toBeCloseTo(opened.share, 3);
    }
  });
}

test("a point of another desk's lane opens no case, and does not look as if it did", async ({ pc }) => {
  await openDesks(pc, `en/?plans=elite&${FRIDAY}&${ALSO}`, 2);
  const cursor = (lane) => lane.evaluate((lane) => getComputedStyle(lane).cursor);
  expect(await cursor(pc.page.locator(".pc-ribbon").first())).toBe("crosshair");
  for (const lane of await pc.page.locator(".pc-answer--also .pc-ribbon").all()) {
    await lane.click();
    expect(pc.query()).toContain(FRIDAY);
    expect(await cursor(lane)).toBe("auto");
  }
});

test("the headline names the plans, the desks and the moment of the first reply, whatever is chosen", async ({ pc }) => {
  await openDesks(pc, `en/?plans=online,business&${EVENING}&${ALSO}`, 4);
  const expectFirst = async (desks, moment, elapsed) => {
    const dues = [...Object.values(await pc.answers()), ...(await alsoRows(pc.page)).map(({ due }) => due)];
    const first = pc.page.locator(`.pc-answers time[datetime="${dues.toSorted()[0]}"]`);
    expect(await first.allTextContents()).toContainEqual(expect.stringMatching(said(moment)));
    await expect(soonest(pc)).toHaveText(said(`Soonest: ${desks}, ${moment}, ${elapsed} after opening.`));
  };
  await expectFirst("Business in Americas", "Friday 27 March 2026 15:00 (Los Angeles, UTC-7)", "2 hours");
  await pc.choice("priority", "p1").check();
  const everywhere = "Online and Business in EMEA, Online and Business in Americas and Online and Business in Japan";
  await expectFirst(everywhere, "Friday 27 March 2026 21:00 (London, UTC+0)", "1 hour");
});

test("the headline does not say that no reply is in time where one of another desk is", async ({ pc }) => {
  await openDesks(pc, `en/?plans=business&${EVENING}&by=2026-03-27T23:00&${ALSO}`, 2);
  await expect(pc.page.locator("[data-also=americas]")).toContainText("In time, 1 hour to spare");
  await expect(soonest(pc)).toContainText("Soonest: Business in Americas");
  await expect(soonest(pc)).not.toContainText("No plan shown is in time");
});

test("other desks and their zones are chosen by the keyboard alone", async ({ pc }) => {
  const press = async (...keys) => {
    for (const key of keys) await pc.page.keyboard.press(key);
  };
  const type = async (text) => {
    await pc.page.keyboard.type(text);
    await press("Enter");
  };
  const told = (words) => expect(pc.status).toHaveText(said(`${words}; first reply due: `, { whole: false }));
  await pc.open(`en/?${FRIDAY}`);
  await disclosure(pc).focus();
  await press("Enter");
  await expect(box(pc, "americas")).toBeVisible();
  await press("Tab", "Space");
  await told("Americas shown as well, desk clock America/Los_Angeles");
  await expectDesks(pc, "americas@America/Los_Angeles");
  await press("Tab", "Tab", "Space");
  await told("Japan shown as well, desk clock Asia/Tokyo");
  await expectDesks(pc, "americas@America/Los_Angeles,japan@Asia/Tokyo");
  await expect(box(pc, "japan"), "the focus stays").toBeFocused();

  await press("Tab");
  const zone = pc.page.locator("#pc-also-zone-americas");
  await expect(zone).toBeFocused();
  const address = pc.query();
  await type("Mars/Base");
  const complaint = /^“Mars\/Base” is not a time zone we know\..* America\/Los_Angeles is still used\.$/;
  await expect(zone).toHaveAttribute("aria-invalid", "true");
  await expect(zone).toHaveAccessibleDescription(complaint);
  await expect(zone).toHaveValue("Mars/Base");
  expect(pc.query(), "a bad zone is not used").toBe(address);
  await press("ControlOrMeta+a");
  await type("vancouver");
  await told("Americas shown as well, desk clock America/Vancouver");
  await expectDesks(pc, "americas@America/Vancouver,japan@Asia/Tokyo");
  await expect(zone).toHaveValue("America/Vancouver");
  await expect(zone).not.toHaveAttribute("aria-invalid");
  await expect(pc.page.locator("[data-also=americas]").first()).toContainText("(Vancouver, UTC-7)");

  await press("Shift+Tab", "Shift+Tab", "Space");
  await expect(box(pc, "apac"), "a third one cannot be checked").toBeFocused();
  await told("No more than two other desks can be shown");
  await expect(box(pc, "apac")).not.toBeChecked();
  await expectDesks(pc, "americas@America/Vancouver,japan@Asia/Tokyo");
  await press("Shift+Tab", "Space");
  await told("Americas no longer shown");
  await expectDesks(pc, "japan@Asia/Tokyo");
  await expect(zone).toHaveCount(0);
  await press("Tab", "Space");
  await told("Asia Pacific shown as well, desk clock Asia/Singapore");
  await expectDesks(pc, "apac@Asia/Singapore,japan@Asia/Tokyo");
});

test("a desk that becomes the first one no longer stands beside it, nor after a reload or in Dutch", async ({ pc }) => {
  await openDesks(pc, `en/?${FRIDAY}&${ALSO}`);
  await pc.choice("region", "japan").check();
  await expectDesks(pc, "americas@America/Los_Angeles");
  const [address, answers, rows] = [pc.query(), await pc.answers(), await alsoRows(pc.page)];
  const expectSame = async () => {
    await pc.started();
    await expectDesks(pc, "americas@America/Los_Angeles");
    expect(pc.query()).toBe(address);
    expect(await pc.answers()).toEqual(answers);
    expect(answersOf(await alsoRows(pc.page), "americas")).toEqual(answersOf(rows, "americas"));
  };
  await pc.page.reload();
  await expectSame();
  await disclosure(pc).click();
  const boxes = pc.page.locator("#pc-also input[name=also]");
  await expect(boxes).toHaveCount(3);
  const offered = await boxes.evaluateAll((boxes) => boxes.map(({ value, checked }) => [value, checked]));
  expect(offered).toEqual([["americas", true], ["emea", false], ["apac", false]]);
  await pc.page.locator(".pc-languages").getByRole("link", { name: "Nederlands" }).click();
  await expectSame();
  await disclosure(pc).click();
  await expect(pc.page.getByRole("group", { name: "Andere servicedesks" })).toBeVisible();
  await box(pc, "americas").uncheck();
  await expectDesks(pc, null);
});

for (const [language, words] of [
  ["en", "Without the holidays that you added for EMEA"],
  ["nl", "Zonder de feestdagen die u voor EMEA hebt toegevoegd"],
]) {
  test(`holidays of the visitor are the first desk's alone, and the others say so, in ${language}`, async ({ pc }) => {
    await openDesks(pc, `${language}/?${FRIDAY}&${ALSO}`);
    const rows = pc.page.locator("tr:has([data-also])");
    const before = await alsoRows(pc.page);
    await expect(rows.filter({ hasText: words })).toHaveCount(0);
    await pc.holiday.fill("2026-03-30");
    await pc.page.getByRole("button", { name: /^(Add|Toevoegen)$/ }).click();
    await expect(pc.due("online")).toHaveAttribute("datetime", "2026-03-31T11:30:00Z");
    await expect(rows.filter({ hasText: words })).toHaveCount(2 * PLANS.length);
    expect(await alsoRows(pc.page)).toEqual(before);
    await expect(pc.page.locator(".pc-holiday:not([d=''])")).toHaveCount(PLANS.length);
  });
}

/** Values of `also`: what is named in the notice, and which desks are shown nevertheless. */
const VALUES = [
  ["mars,emea,japan@Mars/Base,moon,japan", ["“mars”", "“emea”", "“japan@Mars/Base”", "and 1 more"], ["japan"]],
  ["japan,apac,americas", ["“americas”"], ["apac", "japan"]],
  ["japan,japan@Asia/Seoul", ["“japan@Asia/Seoul”"], ["japan"]],
  ["JAPAN@seoul&also=Americas", [], ["americas", "japan"]],
  ["apac@Etc/GMT+8", [], ["apac"]],
];
test("a bad value is named, and the rest is used", async ({ pc }) => {
  for (const [value, bad, shown] of VALUES) {
    await openDesks(pc, `en/?plans=elite&${FRIDAY}&also=${value}`, shown.length);
    expect((await alsoRows(pc.page)).map(({ region }) => region), value).toEqual(shown);
    const items = pc.notice.getByRole("listitem");
    await expect(items, value).toHaveCount(bad.length);
    for (const [place, words] of bad.entries()) await expect(items.nth(place)).toContainText(`Other desks: ${words}`);
  }
});

test("a catalog with one region has no other desks", async ({ pc }) => {
  for (const [name, isThere] of [["starter", false], ["every-key", true]]) {
    await pc.open(`${process.env.PC_CATALOG_SITES}/${name}/en/`);
    await expect(disclosure(pc)).toBeVisible({ visible: isThere });
  }
});

test("a case opened outside the zone rules has no other desks, and one that ends there has errors", async ({ pc }) => {
  await pc.open(`en/?opened=2041-06-01T10:00&region=emea&${ALSO}`);
  await disclosure(pc).click();
  await expect(box(pc, "japan")).toBeChecked();
  await expect(pc.page.locator("[data-also]")).toHaveCount(0);
  const outside = pc.page.locator("[data-deadline][data-error=opened-outside-zone-data]");
  await expect(outside).toHaveCount(PLANS.length);
  await pc.choice("priority", "p4").check();
  await pc.opened.fill("2040-12-31T10:00");
  await expect(pc.page.locator("[data-also][data-error=due-outside-zone-data]")).toHaveCount(2 * PLANS.length);
  await expect(pc.page.locator("[data-also]").first()).toContainText("after 2040");
});
