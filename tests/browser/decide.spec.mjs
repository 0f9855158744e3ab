// What helps to decide: only what differs, what changes with another plan, and which plan fits.
import { FRIDAY, PLANS, expect, said, test } from "./page.mjs";

/** A case opened on a Friday evening, to which a reply is needed by Monday noon. */
const WEEKEND = "priority=p2&zone=Europe/London&opened=2026-03-27T18:00&by=2026-03-30T12:00";

const ROWS = "tr[data-entitlement], tr[data-priority]";

/** The rows that are not shown, by their ids. */
async function hidden(pc) {
  await pc.hasTable();
  return pc.table.locator(ROWS).evaluateAll((rows) =>
    rows.filter((row) => !row.checkVisibility()).map((row) => row.dataset.entitlement ?? row.dataset.priority),
  );
}

/** What of a plan is marked as changed: the rows' ids by the kind of change. */
async function marks(pc, plan) {
  await pc.hasTable();
  return pc.table.locator(`td[data-plan="${plan}"][data-change]`).evaluateAll((cells) => {
    const marks = {};
    for (const cell of cells) {
      const { entitlement, priority } = cell.closest("tr").dataset;
      (marks[cell.dataset.change] ??= []).push(entitlement ?? priority);
    }
    return marks;
  });
}

/** The words of the mark in a plan's cell of a row. */
function mark(pc, row, plan) {
  return pc.table.locator(`:is([data-entitlement="${row}"], [data-priority="${row}"]) [data-plan="${plan}"] .pc-change`);
}

/** The sentences about what changes with each other plan. */
function changes(pc) {
  return pc.page.locator("ul.pc-changes > li");
}

/** The section with the question, and what it says. */
function fit(pc) {
  const section = pc.page.locator("section", { has: pc.page.getByRole("heading", { name: /^(Which plan fits|Welk plan past)\?$/ }) });
  return {
    section,
    fits: section.locator(".pc-fit__plans"),
    misfits: section.locator(".pc-fit__misfits > li"),
    nearest: section.locator(".pc-fit__nearest > li"),
    ask: section.locator("summary"),
    questions: section.locator("details input"),
  };
}

/** What a link says, after a choice. */
async function expectParameter(pc, name, value) {
  await expect.poll(() => new URLSearchParams(pc.query()).get(name)).toBe(value);
}

for (const { plans, equal, hint } of [
  { plans: "", equal: ["p1-issue-support"], hint: ["1 row is equal", "1 row that is equal is hidden"] },
  {
    plans: "&plans=online,enterprise",
    equal: ["account-support-lead", "technical-account-manager", "p1-issue-support", "event-management", "environment-review", "release-review"],
    hint: ["6 rows are equal", "6 rows that are equal are hidden"],
  },
  {
    plans: "&plans=business,elite",
    equal: ["p4", "p1-issue-support", "live-telephone-support", "escalation-management"],
    hint: ["4 rows are equal", "4 rows that are equal are hidden"],
  },
]) {
  test(`of ${plans || "all plans"}, only the rows that differ can be shown`, async ({ pc }) => {
    await pc.open(`en/?${FRIDAY}${plans}`);
    const only = pc.choice("differences", "only");
    const told = pc.page.locator(".pc-tools__differences .pc-hint");
    await expect(told).toHaveText(hint[0]);
    expect(await hidden(pc)).toEqual([]);
    await only.check();
    await expect(told).toHaveText(hint[1]);
    await expect(pc.status).toHaveText(said("Only rows that differ shown; first reply due: ", { whole: false }));
    expect(await hidden(pc)).toEqual(equal);
    await expectParameter(pc, "differences", "only");
    await pc.page.reload();
    await pc.started();
    await expect(only).toBeChecked();
    expect(await hidden(pc)).toEqual(equal);
    await only.uncheck();
    await expect(pc.status).toHaveText(said("All rows shown; first reply due: ", { whole: false }));
    await expectParameter(pc, "differences", null);
    expect(await hidden(pc)).toEqual([]);
  });
}

test("a group without a row that differs goes with its heading, and comes back with a plan", async ({ pc }) => {
  await pc.open("en/?plans=online,business&differences=only");
  const headings = pc.table.locator("tr.pc-row--group:visible .pc-group__name");
  await expect(headings).toHaveText([/^Initial response targets/, "Assigned Experts", "Support Services"]);
  expect(await hidden(pc)).toHaveLength(14);
  await pc.choice("plans", "elite").check();
  await expect(headings).toHaveText([/^Initial response targets/, "Assigned Experts", "Support Services", "Field Services"]);
  expect(await hidden(pc)).toEqual(["p1-issue-support"]);
});

test("of one plan nothing is hidden, and it is said why", async ({ pc }) => {
  await pc.open("en/?plans=elite&differences=only");
  await expect(pc.choice("differences", "only")).toBeChecked();
  await expect(pc.page.locator(".pc-tools__differences")).toContainText("Show two plans or more to see what differs.");
  expect(await hidden(pc)).toEqual([]);
});

test("with two plans the switch stands out more than with four", async ({ pc }) => {
  const look = () => pc.page.locator("label[for=pc-differences-only]").evaluate((label) => {
    const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(label);
    return { borderTopWidth: Number.parseFloat(borderTopWidth), borderTopColor, backgroundColor };
  });
  await pc.open("en/");
  const four = await look();
  await pc.open("en/?plans=online,elite");
  const two = await look();
  expect(two.borderTopWidth).toBeGreaterThan(four.borderTopWidth);
  expect(two.borderTopColor).not.toBe(four.borderTopColor);
  expect(two.backgroundColor).not.toBe(four.backgroundColor);
});

test("each cell that is otherwise than in my plan says so, and what is lost is said", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await expect(pc.choice("mine", "")).toBeChecked();
  await expect(pc.page.locator("[data-change]")).toHaveCount(0);
  await pc.choice("mine", "business").check();
  await expect(pc.status).toHaveText(said("Compared with Business; first reply due: ", { whole: false }));
  expect(await marks(pc, "elite")).toEqual({
    more: ["p1", "p2", "p3", "online-support", "named-support-contacts"],
    lost: ["account-support-lead"],
    gained: [
      "named-support-engineer", "technical-account-manager", "service-reviews", "expert-sessions", "case-reviews", "event-management",
      "environment-review", "release-review", "cloud-support-activities", "launch-advisory-services", "field-service-activities",
    ],
  });
  expect(await marks(pc, "online")).toEqual({
    less: ["p2", "p3", "p4", "named-support-contacts"],
    lost: ["account-support-lead", "live-telephone-support", "escalation-management"],
  });
  expect(await marks(pc, "business")).toEqual({});
  await expect(mark(pc, "account-support-lead", "elite")).toHaveText("Lost: Business has it");
  await expect(mark(pc, "service-reviews", "elite")).toHaveText("Extra: not in Business");
  await expect(mark(pc, "named-support-contacts", "elite")).toHaveText("More; Business: 6 per product");
  await expect(mark(pc, "p4", "online")).toHaveText("Slower; Business: 1 business day");
  await expect(changes(pc)).toHaveText([/, Online .*; loses Account Support Lead, Live Telephone Support and Escalation Management\.$/, /, Enterprise /, /, Elite .*; loses Account Support Lead\.$/]);
  await expect(pc.table.getByRole("columnheader", { name: "your plan" })).toHaveText(/^Business Support/);
});

test("my plan is kept in the address, shown if it was not, and given up", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}&plans=online,elite`);
  await pc.choice("mine", "business").check();
  await expectParameter(pc, "mine", "business");
  await expect(pc.choice("plans", "business")).toBeChecked();
  expect(Object.keys(await pc.answers())).toEqual(["online", "business", "elite"]);
  await pc.page.reload();
  await pc.started();
  await expect(pc.choice("mine", "business")).toBeChecked();
  expect((await marks(pc, "elite")).lost).toEqual(["account-support-lead"]);
  await pc.choice("mine", "").check();
  await expect(pc.status).toHaveText(said("Compared with no plan; first reply due: ", { whole: false }));
  await expectParameter(pc, "mine", null);
  await expect(pc.page.locator("[data-change], .pc-change, ul.pc-changes")).toHaveCount(0);
  await expect(pc.table.getByRole("columnheader", { name: "your plan" })).toHaveCount(0);
});

test("in Japan, plans are compared by the hours that count there", async ({ pc }) => {
  await pc.open("en/?mine=elite&plans=business,elite");
  await expect(mark(pc, "p2", "business")).toHaveText("Slower; Elite: 30 minutes, 24x5");
  await expect(mark(pc, "online-support", "business")).toHaveText("Less; Elite: 24x5");
  await pc.choice("region", "japan").check();
  await expect(mark(pc, "p2", "business")).toHaveText("Slower; Elite: 30 minutes, Business hours");
  await expect(mark(pc, "online-support", "business"), "the region takes some of it away").toHaveText("Different; Elite: 24x5");
  expect((await marks(pc, "business")).other).toEqual(["online-support"]);
});

test("all of this is said in Dutch, too", async ({ pc }) => {
  await pc.open("nl/?plans=business,elite&mine=business&differences=only&need=account-support-lead");
  await expect(changes(pc)).toHaveText(/^Vergeleken met Business biedt Elite ook Named Support Engineer, .*; geen Account Support Lead\.$/);
  await expect(mark(pc, "account-support-lead", "elite")).toHaveText("Vervalt: wel in Business");
  await expect(pc.table.getByRole("columnheader", { name: "uw plan" })).toHaveText(/^Business-ondersteuning/);
  await expect(pc.page.locator(".pc-tools__differences")).toContainText("4 rijen die gelijk zijn, zijn verborgen");
  await expect(fit(pc).fits).toHaveText("Geschikt voor Prioriteit 1 in Europa, Midden-Oosten en Afrika: Business.");
  await expect(fit(pc).misfits.first()).toHaveText("Online: mist Account Support Lead (Niet inbegrepen).");
});

test("what a plan must include is asked once it is wanted, and the others miss it by name", async ({ pc }) => {
  await pc.open("en/");
  const { section, fits, misfits, nearest, ask, questions } = fit(pc);
  await expect(section).toContainText("Nothing is asked of a plan yet.");
  await expect(questions).toHaveCount(0);
  await ask.click();
  await expect(section.getByRole("checkbox")).toHaveCount(17);
  await expect(section.getByRole("radio")).toHaveCount(9);

  await section.getByRole("checkbox", { name: "Technical Account Manager" }).check();
  await expect(pc.status).toHaveText(said("Technical Account Manager needed; first reply due: ", { whole: false }));
  await expectParameter(pc, "need", "technical-account-manager");
  await expect(fits).toHaveText(/^Fits for Priority \d in [^:]+: Elite\.$/);
  const others = ["Online", "Business", "Enterprise"];
  await expect(misfits).toHaveText(others.map((plan) => `${plan}: lacks Technical Account Manager (Not included).`));
  await expect(nearest).toHaveCount(0);

  await section.getByRole("checkbox", { name: "Account Support Lead" }).check();
  await expect(fits).toHaveText(/^No plan fits for Priority \d in [^:]+\.$/);
  await expect(nearest).toHaveText(["Missing least of what is needed: Business and Elite (1 of 2)."]);
  await expect(misfits.last()).toHaveText("Elite: lacks Account Support Lead (Not included).");
  await section.getByRole("checkbox", { name: "Technical Account Manager" }).uncheck();
  await expect(pc.status).toHaveText(said("Technical Account Manager no longer needed; ", { whole: false }));
  await expect(fits).toHaveText(/^Fits for Priority \d in [^:]+: Business\.$/);
});

test("the longest wait that is accepted is held against that of each plan", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  const { section, fits, misfits, nearest, ask } = fit(pc);
  await pc.page.locator("#pc-waits > summary").click();
  const longest = pc.page.locator("#pc-waits dd");
  await expect(longest).toHaveText([/up to 2 days 21 hours,/, /up to 2 days 19 hours,/, /up to 2 days 2 hours,/, /up to 2 days 1 hour 30 minutes,/]);
  await ask.click();
  await section.getByRole("radio", { name: "2 days" }).check();
  await expect(pc.status).toHaveText(said("Wait of at most 2 days accepted; ", { whole: false }));
  await expectParameter(pc, "within", "P2D");
  await expect(fits).toHaveText(/^No plan fits for Priority \d in [^:]+\.$/);
  await expect(nearest).toHaveText(["Shortest wait at worst: Elite, 2 days 1 hour 30 minutes."]);
  await expect(misfits.first()).toHaveText("Online: a case opened at the worst moment waits 2 days 21 hours, 21 hours longer than accepted.");
  await section.getByRole("radio", { name: "3 days" }).check();
  await expect(fits).toHaveText(/^Fits for Priority \d in [^:]+: Online, Business, Enterprise and Elite\.$/);
  await section.getByRole("radio", { name: "Any wait" }).check();
  await expect(pc.status).toHaveText(said("Any wait will do; ", { whole: false }));
  await expectParameter(pc, "within", null);
  await expect(section).toContainText("Nothing is asked of a plan yet.");
  await pc.open(`en/?${FRIDAY}&within=PT50H`);
  await expect(fits, "2 days 2 hours is no longer than 50 hours").toHaveText(/^Fits for Priority \d in [^:]+: Enterprise and Elite\.$/);
});

test("a reply needed by Monday noon is held against what is due", async ({ pc }) => {
  await pc.open(`en/?${WEEKEND}`);
  const answers = await pc.answers();
  const needed = Date.parse("2026-03-30T11:00:00Z");
  expect(PLANS.filter((plan) => Date.parse(answers[plan]) <= needed)).toEqual(["business", "enterprise", "elite"]);
  expect(Date.parse(answers.online) - needed).toBe(3_600_000);
  const { fits, misfits, questions } = fit(pc);
  await expect(fits).toHaveText(/^Fits for Priority \d in [^:]+: Business, Enterprise and Elite\.$/);
  await expect(misfits).toHaveText(["Online: first reply due 1 hour too late."]);
  await expect(questions, "asked in the form").toHaveCount(0);
  await pc.page.locator("input[name=by]").fill("2026-03-30T10:59:59");
  await expect(fits).toHaveText(/^Fits for Priority \d in [^:]+: Enterprise and Elite\.$/);
  await expect(misfits).toHaveText(["Online: first reply due 2 hours 1 second too late.", "Business: first reply due 1 second too late."]);
});

test("a link that asks opens the questions with its answers, however odd its wait", async ({ pc }) => {
  await pc.open(`en/?${WEEKEND}&need=case-reviews,service-reviews&within=PT36H`);
  const { section, fits, misfits } = fit(pc);
  await expect(section.locator("details")).toHaveAttribute("open");
  await expect(section.locator("input:checked")).toHaveCount(3);
  const checked = await section.locator("input:checked").evaluateAll((inputs) => inputs.map((input) => [input.name, input.value, input.labels[0].innerText]));
  expect(checked).toEqual([
    ["need", "service-reviews", "Service Reviews"],
    ["need", "case-reviews", "Case Reviews"],
    ["within", "P1DT12H", "1 day 12 hours"],
  ]);
  await expect(fits).toHaveText(/^No plan fits for Priority \d in [^:]+\.$/);
  await expect(misfits.first()).toHaveText(
    "Online: lacks Service Reviews (Not included) and Case Reviews (Not included); first reply due 1 hour too late; a case opened at the worst moment waits 2 days 21 hours, 1 day 9 hours longer than accepted.",
  );
});

test("where our time-zone rules end, no plan is named", async ({ pc }) => {
  const { fits, misfits, nearest } = fit(pc);
  for (const [link, why] of [
    ["by=1999-01-01T12:00", "The moment needed lies outside 2020 to 2040, the years for which we have time-zone rules."],
    ["within=P3D&opened=2041-01-01T12:00", "The case is opened outside 2020 to 2040, the years for which we have time-zone rules. Choose a moment within them."],
  ]) {
    await pc.open(`en/?priority=p2&${link}`);
    await expect(fits).toHaveText(`No plan can be named. ${why}`);
    await expect(nearest).toHaveCount(0);
    await expect(misfits).toHaveCount(0);
  }
});

test("what a link asks that there is not is named", async ({ pc }) => {
  await pc.open("en/?differences=yes&mine=gold&need=case-reviews,butler&within=soon");
  await expect(pc.notice.getByRole("listitem")).toHaveText([
    "Differences: “yes”. Possible: only.", /^My plan: “gold”/, /^Must include: “butler”/, "Longest wait: “soon”. Possible: durations such as PT4H or P3D.",
  ]);
  await expect(pc.choice("differences", "only")).not.toBeChecked();
  await expect(pc.choice("mine", "")).toBeChecked();
  await expect(pc.choice("need", "case-reviews")).toBeChecked();
});

test("no such choice takes the focus from its control, moves it or scrolls the page", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await fit(pc).ask.click();
  for (const [control, key, focused] of [
    ["pc-differences-only", "Space", "pc-differences-only"],
    ["pc-mine-", "ArrowDown", "pc-mine-online"],
    ["pc-mine-online", "ArrowUp", "pc-mine-"],
    ["pc-need-account-support-lead", "Space", "pc-need-account-support-lead"],
    ["pc-need-technical-account-manager", "Space", "pc-need-technical-account-manager"],
    ["pc-within-", "ArrowDown", "pc-within-PT30M"],
  ]) {
    const [from, to] = [control, focused].map((id) => pc.page.locator(`#${id}`));
    const place = () => to.evaluate((control) => ({
      isTheSame: control.isTheSame,
      scrolled: scrollY,
      top: Math.round(control.getBoundingClientRect().top),
    }));
    await from.evaluate((control) => control.scrollIntoView({ block: "center" }));
    await from.focus();
    await to.evaluate((control) => { control.isTheSame = true; });
    const { scrolled, top } = await place();
    expect(scrolled, "there is something to lose").toBeGreaterThan(0);
    const query = pc.query();
    await pc.page.keyboard.press(key);
    await expect.poll(() => pc.query(), `${control} chooses`).not.toBe(query);
    await expect(to).toBeFocused();
    await expect(to).toBeInViewport();
    expect(await place(), focused).toEqual({ isTheSame: true, scrolled, top });
  }
});

test("which plans are in time stands over the answers, and the moment needed in the line about the case", async ({ visit }) => {
  const pc = await visit({ viewport: { width: 390, height: 844 } });
  await pc.open(`en/?region=emea&${WEEKEND}`);
  await expect(pc.page.locator(".pc-question__summary")).toHaveText(/opened .*18:00; needed by .*30 March 2026 12:00$/);
  await expect(pc.page.locator(".pc-answers__soonest")).toHaveText(/^In time: Business, Enterprise and Elite\. Soonest: Elite, /);
  await pc.choice("mine", "business").check();
  await expect(pc.page.locator("tr.pc-answer .pc-answer__plan").nth(1)).toHaveText(/your plan /);
});
