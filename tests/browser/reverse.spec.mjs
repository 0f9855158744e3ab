// The questions asked backwards: how long one waits at worst, and which plans reply in time.
import { FRIDAY, expect, said, test } from "./page.mjs";

const CASES = "en/?" + FRIDAY;

/** The sentences on the longest waits, once the picture of the waits is open. */
async function longest(pc) {
  const waits = pc.page.locator("#pc-waits");
  if ((await waits.getAttribute("open")) === null) await waits.locator("> summary").click();
  return waits.locator("dd");
}

test("each plan names its longest wait of the year and the openings that suffer it", async ({ pc }) => {
  await pc.open(CASES);
  await expect(await longest(pc)).toHaveText([
    said("Up to 2 days 20 hours, for a case opened on a Friday after 13:00, up to 17:00. With the clock changes and holidays of the year ahead up to 2 days 21 hours, opened on Friday 23 October 2026 after 13:00, up to 17:00."),
    said("Up to 2 days 18 hours, for a case opened on a Friday after 15:00, up to 17:00. With the clock changes and holidays of the year ahead up to 2 days 19 hours, opened on Friday 23 October 2026 after 15:00, up to 17:00."),
    said("Up to 2 days 1 hour, for a case opened on a Friday after 23:00, up to Saturday 00:00. With the clock changes and holidays of the year ahead up to 2 days 2 hours, opened on Friday 23 October 2026 after 23:00, up to Saturday 24 October 2026 00:00."),
    said("Up to 2 days 30 minutes, for a case opened on a Friday after 23:30, up to Saturday 00:00. With the clock changes and holidays of the year ahead up to 2 days 1 hour 30 minutes, opened on Friday 23 October 2026 after 23:30, up to Saturday 24 October 2026 00:00."),
  ]);
});

test("openings that come back every week are named once, and around the clock none is worse", async ({ pc }) => {
  await pc.open("en/?plans=online,elite&priority=p2&region=japan&opened=2026-03-27T16:30");
  await expect(await longest(pc)).toHaveText([
    said("Up to 2 days 19 hours 30 minutes, for a case opened on a Friday after 13:30, up to 17:30."),
    said("Up to 2 days 16 hours, for a case opened on a Friday after 17:00, up to 17:30."),
  ]);
  await pc.choice("priority", "p1").check();
  await expect(await longest(pc)).toHaveText(["Up to 1 hour, whenever the case is opened.", "Up to 15 minutes, whenever the case is opened."]);
});

test("every weekday that is as bad as the others is named", async ({ pc }) => {
  await pc.open("nl/?plans=online&priority=p4&region=japan&opened=2026-03-27T16:30");
  await expect(await longest(pc)).toHaveText(
    /^Hooguit 5 dagen 15 uur 30 minuten, bij indienen op een \w+dag om 17:30; op een \w+dag om 17:30; op een \w+dag om 17:30; op een \w+dag om 17:30\.$/,
  );
});

test("moments of closing that are the worst are each named", async ({ pc }) => {
  await pc.open("nl/?plans=business&priority=p4&zone=Europe/London&opened=2026-03-27T16:30");
  await expect(await longest(pc)).toHaveText(
    /Met de klokwijzigingen en feestdagen van het komende jaar hooguit 3 dagen 17 uur, bij indienen op donderdag 22 oktober 2026 om 17:00; op vrijdag 23 oktober 2026 om 17:00\.$/,
  );
});

test("a holiday makes the weekend before it the worst", async ({ pc }) => {
  await pc.open("en/?plans=business&priority=p2&zone=Europe/London&opened=2026-03-27T16:30&holidays=2026-04-06,2026-04-03");
  await expect(await longest(pc)).toHaveText(
    said("Up to 2 days 18 hours, for a case opened on a Friday after 15:00, up to 17:00. With the clock changes and holidays of the year ahead up to 4 days 18 hours, opened on Thursday 2 April 2026 after 15:00, up to 17:00."),
  );
});

test("plans that reply by the moment needed are marked, with what they have to spare", async ({ pc }) => {
  await pc.open(`${CASES}&by=2026-03-30T11:00`);
  await expect(pc.answer("online")).toContainText("Too late by 1 hour 30 minutes");
  await expect(pc.answer("business")).toContainText("In time, 30 minutes to spare");
  await expect(pc.answer("enterprise")).toContainText("In time, 2 days 16 hours 30 minutes to spare");
  await expect(pc.page.locator("#pc-by-hint")).toHaveText(
    said("Needed by Monday 30 March 2026 11:00 (London, UTC+1)."),
  );
});

test("a line in every lane shows the moment needed, between the replies before and after it", async ({ pc }) => {
  await pc.open(`${CASES}&by=2026-03-30T11:00`);
  const sign = pc.page.locator(".pc-legend").getByText("Needed by");
  const middles = (mark) => pc.page.locator(`.pc-ribbon ${mark}`).evaluateAll((marks) => marks.map((mark) => {
    const { left, right } = mark.getBoundingClientRect();
    return Math.round((left + right) / 2);
  }));
  await expect(sign).toBeVisible();
  const [needed, ...others] = await middles(".pc-needed");
  expect(others).toEqual([needed, needed, needed]);
  const [online, business] = await middles("line.pc-flag");
  expect(business).toBeLessThan(needed);
  expect(online).toBeGreaterThan(needed);
  await pc.page.locator("input[name=by]").fill("");
  await expect(sign).toBeHidden();
});

test("the moment needed is chosen, told, kept in the address and given up", async ({ pc }) => {
  await pc.open(`${CASES}&plans=online,elite`);
  const by = pc.page.locator("input[name=by]");
  await expect(pc.answer("elite")).not.toContainText("In time");
  await by.fill("2026-03-30T12:30");
  await expect(pc.status).toHaveText(
    said("In time: Online and Elite; first reply due: Online Monday 30 March 2026 12:30 (London, UTC+1) and Elite Friday 27 March 2026 17:00 (London, UTC+0)."),
  );
  await expect(pc.answer("online"), "due at that very moment is in time").toContainText("In time, 0 seconds to spare");
  await expect.poll(() => pc.query()).toContain("&by=2026-03-30T12:30");
  await by.fill("2026-03-30T12:29:59");
  await expect(pc.answer("online")).toContainText("Too late by 1 second");
  await expect.poll(() => pc.query()).toContain("&by=2026-03-30T12:29:59");
  await pc.page.reload();
  await pc.started();
  await expect(by).toHaveValue("2026-03-30T12:29:59");
  await expect(pc.answer("online")).toContainText("Too late by 1 second");
  await by.fill("");
  await expect(pc.status).toHaveText(said("Any moment will do; first reply due:", { whole: false }));
  await expect(pc.answer("online")).not.toContainText("Too late");
  await expect.poll(() => pc.query()).not.toContain("by=");
});

test("a moment needed that no plan makes, that lies outside the zone data or is none is said", async ({ pc }) => {
  await pc.open(`${CASES}&by=2026-03-27T16:45`);
  const hint = pc.page.locator("#pc-by-hint");
  await expect(pc.page.locator(".pc-answers__soonest")).toContainText("No plan shown is in time.");
  await pc.open(`${CASES}&by=1999-01-01T12:00`);
  await expect(hint).toHaveText("That moment lies outside 2020 to 2040, the years for which we have time-zone rules.");
  await expect(pc.answer("online")).not.toContainText("Too late");
  await pc.open(`${CASES}&by=2026-03-29T01:30`);
  await expect(hint).toContainText("The clock in London jumps over 01:30 that day.");
  await pc.open(`${CASES}&by=tomorrow`);
  await expect(pc.notice.getByRole("listitem")).toHaveText([/Needed by: “tomorrow”/]);
});
