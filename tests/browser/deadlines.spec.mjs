// When each plan's first reply is due, and how that is accounted for.
import { CASES, FRIDAY, FRIDAYS_ANSWERS, PLANS, expect, said, test } from "./page.mjs";

/** Opens a plan's account, and expects exactly these lines and assumptions. */
async function expectAccount(pc, plan, lines, assumptions) {
  const account = pc.account(plan);
  await pc.openAccounts();
  await expect(account.locator("ol > li")).toHaveText(lines.map((line) => said(line)));
  await expect(account.locator("ul > li")).toHaveText(assumptions.map((line) => said(line)));
}

test.describe("a P2 case opened in London on the Friday before summer time", () => {
  test.use({ timezoneId: "Europe/London" });

  test("is answered by each plan as its hours and target say", async ({ pc }) => {
    await pc.open(`en/?${FRIDAY}`);
    expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
    await expect(pc.due("online")).toHaveText(said("Monday 30 March 2026 12:30 (London, UTC+1)"));
    await expect(pc.due("business")).toHaveText(said("Monday 30 March 2026 10:30 (London, UTC+1)"));
    await expect(pc.due("enterprise")).toHaveText(said("Friday 27 March 2026 17:30 (London, UTC+0)"));
    await expect(pc.due("elite")).toHaveText(said("Friday 27 March 2026 17:00 (London, UTC+0)"));
    const rows = pc.replies.locator("tbody");
    await expect(rows.first()).toContainText("2 days 19 hours after opening");
    await expect(rows.first()).toContainText("4 hours, Business hours");
    await expect(rows.last()).toContainText("30 minutes after opening");
  });

  test("is accounted for step by step, with the weekend and the clock change", async ({ pc }) => {
    await pc.open(`en/?${FRIDAY}`);
    const opened = ["Opened Friday 27 March 2026 16:30 (London, UTC+0).", "The desk is open, so counting starts at once."];
    const friday = "Friday 27 March 2026 16:30 (London, UTC+0) to Friday 27 March 2026 17:00 (London, UTC+0): 30 minutes counted.";
    const weekend = [
      "Friday 27 March 2026 17:00 (London, UTC+0) to Monday 30 March 2026 09:00 (London, UTC+1): not counted (closed and weekend).",
      "The clock changes at Sunday 29 March 2026 02:00 (London, UTC+1): UTC+0 becomes UTC+1.",
    ];
    const assumptions = [
      "The source lists hours for each region but does not define the term and does not mention holidays. This is our assumption.",
      "The source does not name the days of the week. We assume Monday to Friday.",
      "The source calls these hours local and names no time zone. Unless you choose another, we assume your own time zone if it lies in this region, and otherwise the time in Amsterdam.",
      "The desk’s hours are read on the clock of Europe/London.",
      "No holidays: the source names none, and you added none.",
    ];
    await pc.openAccounts();
    const rules = await pc.account("online").locator("ul > li").last().textContent();
    expect(rules).toMatch(/^Time-zone rules: IANA 20\d\d[a-z]\.$/);

    await expectAccount(pc, "online", [
      ...opened,
      friday,
      ...weekend,
      "Monday 30 March 2026 09:00 (London, UTC+1) to Monday 30 March 2026 12:30 (London, UTC+1): 3 hours 30 minutes counted.",
      "Due Monday 30 March 2026 12:30 (London, UTC+1): 2 days 19 hours after opening, 4 business hours counted.",
    ], [...assumptions, rules]);
    await expectAccount(pc, "business", [
      ...opened,
      friday,
      ...weekend,
      "Monday 30 March 2026 09:00 (London, UTC+1) to Monday 30 March 2026 10:30 (London, UTC+1): 1 hour 30 minutes counted.",
      "Due Monday 30 March 2026 10:30 (London, UTC+1): 2 days 17 hours after opening, 2 business hours counted.",
    ], [...assumptions, rules]);

    const fiveDays = "The source does not say when the five days begin and end, on whose clock, or what happens on holidays. This is our assumption.";
    const aroundTheClock = [fiveDays, ...assumptions.slice(2), rules];
    await expectAccount(pc, "enterprise", [
      ...opened,
      "Friday 27 March 2026 16:30 (London, UTC+0) to Friday 27 March 2026 17:30 (London, UTC+0): 1 hour counted.",
      "Due Friday 27 March 2026 17:30 (London, UTC+0): 1 hour after opening, 1 hour counted.",
    ], aroundTheClock);
    await expectAccount(pc, "elite", [
      ...opened,
      friday,
      "Due Friday 27 March 2026 17:00 (London, UTC+0): 30 minutes after opening, 30 minutes counted.",
    ], aroundTheClock);
  });

  test("is answered and accounted for in Dutch", async ({ pc }) => {
    await pc.open(`nl/?${FRIDAY}`);
    const heads = pc.table.getByRole("columnheader");
    await expect(heads).toHaveText([
      /^Plan$/,
      "Online ondersteuning Geen betaald plan",
      /^Business-ondersteuning/,
      /^Enterprise-ondersteuning/,
      /^Elite-ondersteuning/,
    ]);
    await expect(pc.due("online")).toHaveText("maandag 30 maart 2026 12:30 (London, UTC+1)");
    await expect(pc.due("elite")).toHaveText("vrijdag 27 maart 2026 17:00 (London, UTC+0)");
    expect(await pc.answers()).toMatchObject({ online: "2026-03-30T11:30:00Z", elite: "2026-03-27T17:00:00Z" });
    await pc.openAccounts();
    const rules = await pc.account("online").locator("ul > li").last().textContent();
    await expectAccount(pc, "online", [
      "Ingediend vrijdag 27 maart 2026 16:30 uur (London, UTC+0).",
      "De servicedesk is open, dus het tellen begint meteen.",
      "vrijdag 27 maart 2026 16:30 uur (London, UTC+0) tot vrijdag 27 maart 2026 17:00 uur (London, UTC+0): 30 minuten geteld.",
      "vrijdag 27 maart 2026 17:00 uur (London, UTC+0) tot maandag 30 maart 2026 09:00 uur (London, UTC+1): niet geteld (gesloten en weekend).",
      "De klok wordt verzet op zondag 29 maart 2026 02:00 uur (London, UTC+1): UTC+0 wordt UTC+1.",
      "maandag 30 maart 2026 09:00 uur (London, UTC+1) tot maandag 30 maart 2026 12:30 uur (London, UTC+1): 3 uur 30 minuten geteld.",
      "Uiterlijk maandag 30 maart 2026 12:30 uur (London, UTC+1): 2 dagen 19 uur na indienen, 4 kantooruren geteld.",
    ], [
      "De bron noemt per regio openingstijden, maar omschrijft het begrip niet en zegt niets over feestdagen. Dit is onze aanname.",
      "De bron noemt geen weekdagen. We gaan uit van maandag tot en met vrijdag.",
      "De bron noemt deze tijden lokaal en vermeldt geen tijdzone. Tenzij u een andere kiest, gaan we uit van uw eigen tijdzone als die in deze regio ligt, en anders van de tijd in Amsterdam.",
      "De tijden van de servicedesk gelden op de klok van Europe/London.",
      "Geen feestdagen: de bron noemt er geen en u hebt er geen toegevoegd.",
      rules,
    ]);
  });
});

for (const [what, plan, link, due, words] of CASES) {
  test(`a target ${what}`, async ({ pc }) => {
    await pc.open(`en/?${link}`);
    await expect(pc.due(plan)).toHaveAttribute("datetime", due);
    await expect(pc.due(plan)).toHaveText(said(words));
  });
}

test("a business-day account numbers its days and names the holiday that it leaves out", async ({ pc }) => {
  await pc.open("en/?priority=p4&region=emea&zone=Europe/Amsterdam&opened=2026-12-23T18:30&holidays=2026-12-25");
  const lines = pc.account("online").locator("ol > li");
  await pc.accountButton("online").click();
  await expect(lines.filter({ hasText: /^Business day/ })).toHaveText([
    said("Business day 1: Monday 28 December 2026."),
    said("Business day 2: Tuesday 29 December 2026."),
    said("Business day 3: Wednesday 30 December 2026."),
  ]);
  await expect(lines.filter({ hasText: "Counting starts" })).toHaveText(
    said("Counting starts at the next opening, Thursday 24 December 2026 09:00 (Amsterdam, UTC+1)."),
  );
  await expect(lines.filter({ hasText: "not counted" }).last()).toContainText(
    said("(holiday on Friday 25 December 2026 and weekend)", { whole: false }),
  );
  await expect(lines.last()).toHaveText(said(
    "Due Wednesday 30 December 2026 09:00 (Amsterdam, UTC+1): 6 days 14 hours 30 minutes after opening, 3 business days counted.",
  ));
});

test.describe("in Japan", () => {
  const RULE = "In Japan, cases with P2, P3 or P4 are handled in business hours only, whatever the plan.";
  /** The coverages of a priority's row that the region changes, by plan. */
  const changed = (pc, priority) =>
    pc.table.locator(`tr[data-priority="${priority}"] td`).evaluateAll((cells) =>
      Object.fromEntries(
        cells.filter((cell) => cell.dataset.effectiveCoverage !== undefined)
          .map((cell) => [cell.dataset.plan, `${cell.dataset.coverage} → ${cell.dataset.effectiveCoverage}`]),
      ),
    );

  test("the plans that lose 24x5 say so by the targets", async ({ pc }) => {
    await pc.open("en/?region=japan&opened=2026-09-11T10:00");
    await pc.hasTable();
    expect(await changed(pc, "p1")).toEqual({});
    expect(await changed(pc, "p2")).toEqual({ enterprise: "24x5 → business-hours", elite: "24x5 → business-hours" });
    expect(await changed(pc, "p3")).toEqual({ elite: "24x5 → business-hours" });
    expect(await changed(pc, "p4")).toEqual({});
    const cell = pc.table.locator('tr[data-priority="p3"] td[data-plan="elite"]');
    await expect(cell).toContainText("Business hours in Japan");
    await expect(pc.table.locator("tbody", { has: pc.page.locator("tr[data-priority]") })).toContainText(RULE);
    await expect(pc.table.locator('tr[data-entitlement="online-support"]')).toContainText(RULE);
    await expect(pc.table.locator('tr[data-entitlement="online-support"] [data-plan="elite"]')).toHaveAttribute("data-value", "24x5");
  });

  test("the answer gives the reason wherever the plan is cut down, and only there", async ({ pc }) => {
    const plans = ["enterprise", "elite"];
    await pc.open("en/?region=japan&priority=p2&opened=2026-09-11T10:00");
    const reasons = await pc.replies.getByRole("rowheader").allInnerTexts();
    expect(PLANS.filter((_, row) => reasons[row].includes("Business hours in Japan, not 24x5"))).toEqual(plans);
    await pc.openAccounts();
    for (const plan of PLANS) {
      const steps = await pc.account(plan).locator("ol").textContent();
      expect(steps.includes(`24x5 becomes Business hours: ${RULE}`), plan).toBe(plans.includes(plan));
    }
  });

  test("nothing is changed for other regions", async ({ pc }) => {
    await pc.open("en/?region=apac&priority=p2");
    await expect(pc.table.locator("[data-effective-coverage]")).toHaveCount(0);
  });
});
