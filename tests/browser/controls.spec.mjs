// The form: by mouse, by keyboard alone, and what is said about each choice.
import { FRIDAY, PLANS, expect, expectWayBack, said, settle, startAtTop, test, walk } from "./page.mjs";

/** Presses a key until the element of that id, or that text, has the focus. */
async function go(pc, target, key = "Tab") {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await pc.focused()) === target) return;
    await pc.page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target}`);
}

/** Goes on to the hour, which Firefox does by itself after four figures of a year. */
async function afterYear(pc) {
  if (pc.engine !== "firefox") await pc.page.keyboard.press("ArrowRight");
}

test.describe("the whole question can be asked", () => {
  test.use({ timezoneId: "Asia/Singapore" });

  /** P2, in London, on a Wednesday that is a holiday there, without Elite. */
  async function expectAnswers(pc) {
    await expect.poll(() => pc.query()).toBe(
      "?plans=online,business,enterprise&priority=p2&region=emea&zone=Europe/London&opened=2026-09-09T10:30&holidays=2026-09-09",
    );
    expect(await pc.answers()).toEqual({
      online: "2026-09-10T12:00:00Z",
      business: "2026-09-10T10:00:00Z",
      enterprise: "2026-09-10T00:00:00Z",
    });
  }

  test("with a mouse", async ({ pc }) => {
    await pc.open("en/");
    const { page } = pc;
    await page.getByText("Priority 2", { exact: true }).first().click();
    await page.getByRole("form").getByText("Europe, Middle East & Africa").click();
    await pc.opened.fill("2026-09-09T10:30");
    await pc.zone.fill("Europe/London");
    await page.getByRole("heading", { level: 1 }).click();
    await page.locator(".pc-plans").getByText("Elite").click();
    await pc.holiday.fill("2026-09-09");
    await page.getByRole("button", { name: "Add" }).click();
    await expectAnswers(pc);
  });

  test("with a keyboard alone", async ({ pc }) => {
    await pc.open("en/");
    const { keyboard } = pc.page;
    await go(pc, "Skip to the comparison");
    await go(pc, "pc-priority-p1");
    await keyboard.press("ArrowDown");
    expect(await pc.focused()).toBe("pc-priority-p2");
    // Day and month are the same number: which comes first is the browser's business.
    await go(pc, "pc-region-apac");
    await keyboard.press("ArrowUp");
    await go(pc, "pc-zone");
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type("europe/london");
    await go(pc, "pc-holiday");
    await keyboard.type("09092026");
    await go(pc, "Add");
    await keyboard.press("Enter");
    expect(await pc.focused()).toBe("Add");
    await go(pc, "pc-opened");
    await keyboard.type("09092026");
    await afterYear(pc);
    await keyboard.type("103000A");
    await go(pc, "pc-plans-elite");
    await keyboard.press("Space");
    await expectAnswers(pc);

    await go(pc, "pc-account-online-button");
    await keyboard.press("Enter");
    await expect(pc.account("online").locator("ol")).toBeVisible();
    await go(pc, "pc-priority-p2", "Shift+Tab");
    await go(pc, "Skip to the comparison", "Shift+Tab");
    await keyboard.press("Enter");
    expect(await pc.focused()).toBe("pc-comparison");
  });
});

test("a moment can be edited by keyboard, piece by piece", async ({ pc }) => {
  await pc.open("en/?opened=2026-09-09T10:30");
  const { keyboard } = pc.page;
  await pc.opened.focus();
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await keyboard.type("2027");
  await afterYear(pc);
  await keyboard.type("11");
  await expect(pc.opened).toHaveValue(/^2027-09-09T11:30(:00)?$/);
  await expect.poll(() => pc.query()).toContain("opened=2027-09-09T11:30");
});

test("a piece of a moment can be deleted and typed again", async ({ pc }) => {
  await pc.open("en/?opened=2026-09-09T10:30");
  const { keyboard } = pc.page;
  await pc.opened.focus();
  for (let piece = 0; piece < 3; piece += 1) await keyboard.press("ArrowRight");
  await keyboard.press("Backspace");
  await settle(pc);
  await keyboard.type("11");
  await expect(pc.opened).toHaveValue(/^2026-09-09T11:30(:00)?$/);
});

for (const [width, plans] of [[1440, PLANS], [320, ["online", "elite"]]]) {
  test(`at ${width} pixels, every stop of the keyboard can be seen, on the way there and back`, async ({ visit }) => {
    const pc = await visit({ viewport: { width, height: 640 } });
    await pc.open(`en/?${FRIDAY}&plans=${plans}&holidays=2026-04-03`);
    await startAtTop(pc);
    const forth = await walk(pc, "Tab");
    const first = width < 768 ? "Change" : "pc-priority-p2";
    expect(forth.slice(0, 5)).toEqual(["Skip to the comparison", "pc-door", "English", "Nederlands", first]);
    const order = ["pc-priority-p2", "pc-region-emea", "pc-zone", "pc-holiday", "pc-opened", "pc-by", "pc-plans-online", "pc-account-online-button"];
    expect(forth.filter((name) => order.includes(name))).toEqual(order);
    await expectWayBack(pc, forth);
  });
}

test("no choice takes the focus, moves its control or leads away", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  const { keyboard } = pc.page;
  const choices = [
    ["pc-priority-p2", () => keyboard.press("ArrowDown"), "pc-priority-p3"],
    ["pc-opened", () => keyboard.press("ArrowUp"), "pc-opened"],
    ["pc-region-emea", () => keyboard.press("ArrowDown"), "pc-region-apac"],
    ["pc-zone", () => pc.zone.fill("Asia/Tokyo").then(() => keyboard.press("Enter")), "pc-zone"],
    ["pc-plans-online", () => keyboard.press("Space"), "pc-plans-online"],
    ["pc-plans-elite", () => keyboard.press("Space"), "pc-plans-elite"],
  ];
  for (const [control, choose, focused] of choices) {
    await pc.page.locator(`#${control}`).focus();
    await settle(pc);
    const before = await pc.page.evaluate((id) => {
      const control = document.getElementById(id);
      control.isTheSame = true;
      return [control.getBoundingClientRect().top, history.length];
    }, focused);
    const query = pc.query();
    await choose();
    await expect.poll(() => pc.query(), `${control} chooses`).not.toBe(query);
    await settle(pc);
    const [isTheSame, top, length] = await pc.page.evaluate(() => {
      const control = document.activeElement;
      return [control.isTheSame, control.getBoundingClientRect().top, history.length];
    });
    expect(isTheSame, `${focused} is the same element and has the focus`).toBe(true);
    expect(length, `${control} leads nowhere else`).toBe(before[1]);
    // A line of text above it may come or go.
    expect(Math.abs(top - before[0]), `${focused} stays where it was`).toBeLessThan(30);
  }
});

for (const [what, link, button] of [
  ["keeping the moment", "", "Keep this moment"],
  ["giving the moment up", `?${FRIDAY}`, "Back to now"],
  ["removing a holiday", "?holidays=2026-12-25,2026-12-28", /Remove .*25 December/],
  ["removing the last holiday", "?holidays=2026-12-25", /Remove .*25 December/],
]) {
  test(`${what} takes its button away, but not the keyboard’s place`, async ({ pc }) => {
    await pc.open(`en/${link}`);
    const pressed = pc.page.getByRole("button", { name: button });
    await pressed.focus();
    await pc.page.keyboard.press("Enter");
    await expect(pressed).toBeHidden();
    await settle(pc);
    expect(await pc.focused()).not.toBe("nothing");
  });
}

test("each choice is told in one whole sentence, with what it comes to", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}&plans=online,elite`);
  await expect(pc.status).toHaveText("");
  const { page } = pc;
  const choices = [
    [() => pc.choice("priority", "p3").check(),
      "Priority 3 chosen; first reply due: Online Monday 30 March 2026 14:30 (London, UTC+1) and Elite Friday 27 March 2026 17:30 (London, UTC+0)."],
    [() => pc.choice("plans", "business").check(),
      "Business Support shown; first reply due: Online Monday 30 March 2026 14:30 (London, UTC+1), Business Monday 30 March 2026 12:30 (London, UTC+1) and Elite Friday 27 March 2026 17:30 (London, UTC+0)."],
    [() => pc.choice("plans", "business").uncheck(),
      "Business Support hidden; first reply due: Online Monday 30 March 2026 14:30 (London, UTC+1) and Elite Friday 27 March 2026 17:30 (London, UTC+0)."],
    [() => pc.choice("region", "japan").check(),
      "Japan chosen, desk clock Asia/Tokyo; first reply due: Online Monday 30 March 2026 14:00 (Tokyo, UTC+9) and Elite Friday 27 March 2026 17:30 (Tokyo, UTC+9)."],
    [() => pc.zone.fill("Europe/London").then(() => pc.zone.press("Enter")),
      "Desk clock Europe/London chosen; first reply due: Online Monday 30 March 2026 14:00 (London, UTC+1) and Elite Friday 27 March 2026 17:30 (London, UTC+0)."],
    [() => pc.opened.fill("2026-03-30T09:00"),
      "Moment of opening changed; first reply due: Online Monday 30 March 2026 15:00 (London, UTC+1) and Elite Monday 30 March 2026 10:00 (London, UTC+1)."],
    [() => pc.holiday.fill("2026-03-30").then(() => page.getByRole("button", { name: "Add" }).click()),
      "Holiday Monday 30 March 2026 added; first reply due: Online Tuesday 31 March 2026 15:00 (London, UTC+1) and Elite Tuesday 31 March 2026 10:00 (London, UTC+1)."],
    [() => pc.holidays.click(),
      "Holiday Monday 30 March 2026 removed; first reply due: Online Monday 30 March 2026 15:00 (London, UTC+1) and Elite Monday 30 March 2026 10:00 (London, UTC+1)."],
    [() => pc.opened.fill("2041-03-30T09:00"),
      "Moment of opening changed; first reply due: Online has no moment and Elite has no moment."],
  ];
  for (const [choose, sentence] of choices) {
    await choose();
    await expect(pc.status).toHaveText(said(sentence));
  }
  await expect(page.getByRole("status")).toHaveCount(1);
});

test("the last plan stays, and says so", async ({ pc }) => {
  await pc.open("en/?plans=online,business");
  await pc.choice("plans", "online").uncheck();
  await expect.poll(() => pc.query()).toContain("plans=business&");
  const query = pc.query();
  const last = pc.choice("plans", "business");
  for (const press of [() => last.click(), () => last.press("Space")]) {
    await press();
    await expect(pc.status).toHaveText("Business Support stays: at least one plan is shown.");
    await expect(last).toBeChecked();
    expect(pc.query()).toBe(query);
    expect(Object.keys(await pc.answers())).toEqual(["business"]);
  }
  await pc.choice("plans", "elite").check();
  await last.uncheck();
  expect(Object.keys(await pc.answers())).toEqual(["elite"]);
});

test("a zone that is none is told by name, kept in its field, and not used", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  const [answers, address] = [await pc.answers(), pc.query()];
  await pc.enter(pc.zone, "Mars/Base");
  const complaint = pc.page.getByRole("alert").filter({ hasText: "“Mars/Base” is not a time zone we know" });
  await expect(complaint).toBeVisible();
  await expect(complaint).toContainText("Europe/London is still used");
  await expect(pc.zone).toHaveValue("Mars/Base");
  await expect(pc.zone).toHaveAttribute("aria-invalid", "true");
  await expect(pc.zone).toHaveAccessibleDescription(/Mars\/Base.*Europe\/London is still used/);
  expect([await pc.answers(), pc.query()]).toEqual([answers, address]);

  await pc.enter(pc.zone, " europe/BERLIN ");
  await expect(pc.zone).toHaveValue("Europe/Berlin");
  await expect(pc.zone).not.toHaveAttribute("aria-invalid");
  await expect(complaint).toHaveCount(0);
  await expect.poll(() => pc.query()).toContain("zone=Europe/Berlin");
});

test("a choice made beside a zone that is none goes by the zone that is still used", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await pc.enter(pc.zone, "Mars/Base");
  await pc.choice("priority", "p3").check();
  await expect.poll(() => pc.query()).toContain("zone=Europe/London");
  await expect(pc.due("online")).toHaveAttribute("datetime", "2026-03-30T13:30:00Z");
});

test("another region ends a complaint about the zone", async ({ pc }) => {
  await pc.open("en/?region=japan");
  await pc.enter(pc.zone, "<b>nowhere</b>");
  await expect(pc.page.getByRole("alert").filter({ hasText: "“<b>nowhere</b>”" })).toBeVisible();
  await pc.choice("region", "emea").check();
  await expect(pc.zone).toHaveValue("Europe/Amsterdam");
  await expect(pc.zone).not.toHaveAttribute("aria-invalid");
});

test("every zone there is can be chosen from a list", async ({ pc }) => {
  await pc.open("en/");
  await pc.zone.focus();
  const options = pc.page.locator("datalist option");
  await expect(options.first()).toBeAttached();
  const names = await options.evaluateAll((options) => options.map((option) => option.value));
  expect(names.length).toBeGreaterThan(400);
  for (const name of ["Europe/Amsterdam", "Asia/Kolkata", "America/Argentina/Ushuaia", "UTC"]) expect(names).toContain(name);
  expect(await pc.zone.evaluate((field) => field.list?.id)).toBe(await pc.page.locator("datalist").getAttribute("id"));
});

test("holidays are added, refused when known or missing, and removed", async ({ pc }) => {
  await pc.open("en/?priority=p4&zone=Europe/London&opened=2026-12-24T10:00");
  const group = pc.page.getByRole("group", { name: "Holidays" });
  const [alert, add] = [group.getByRole("alert"), group.getByRole("button", { name: "Add" })];
  const none = group.getByText("None unless you add them.");
  await expect(none).toBeVisible();
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-12-25T10:00:00Z");

  await add.click();
  await expect(alert).toHaveText("Choose a date first.");
  await expect(pc.holidays).toHaveCount(0);

  await pc.holiday.fill("2026-12-28");
  await add.click();
  await pc.holiday.fill("2026-12-25");
  await pc.holiday.press("Enter");
  await expect(alert).toHaveText("");
  await expect(pc.holiday).toHaveValue("");
  await expect(pc.holidays).toHaveCount(2);
  await expect(pc.holidays.first()).toHaveAccessibleName(said("Remove Friday 25 December 2026"));
  await expect(none).toBeHidden();
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-12-29T10:00:00Z");
  await expect.poll(() => pc.query()).toContain("holidays=2026-12-25,2026-12-28");
  await pc.openAccounts();
  await expect(pc.account("elite").locator("ul")).toContainText("No dates with other hours but the 2 that were named.");

  await pc.holiday.fill("2026-12-25");
  await add.click();
  await expect(alert).toHaveText(said("Friday 25 December 2026 is on the list already."));
  await expect(pc.holiday).toHaveAccessibleDescription(/on the list already/);
  await expect(pc.holidays).toHaveCount(2);

  await pc.holidays.first().click();
  await expect(pc.holidays).toHaveAccessibleName(said("Remove Monday 28 December 2026"));
  await pc.holidays.click();
  await expect(none).toBeVisible();
  await expect.poll(() => pc.query()).not.toContain("holidays");
  await expect(pc.due("elite")).toHaveAttribute("datetime", "2026-12-25T10:00:00Z");
});

test.describe("an account", () => {
  test.use({ timezoneId: "Europe/London" });
  const copy = async (pc) => {
    await pc.accountButton("enterprise").click();
    await pc.account("enterprise").getByRole("button", { name: "Copy the account" }).click();
  };

  test("can be copied as plain text", async ({ visit }) => {
    const pc = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
    await pc.open(`en/?${FRIDAY}`);
    await copy(pc);
    await expect(pc.status).toHaveText("The account of Enterprise Support is on the clipboard.");
    await expect(pc.account("enterprise")).toContainText("is on the clipboard");
    const text = await pc.page.evaluate(() => navigator.clipboard.readText());
    const lines = text.split("\n");
    expect(lines[0]).toMatch(said("Enterprise Support: Priority 2 in Europe, Middle East & Africa, opened Friday 27 March 2026 16:30 (London, UTC+0)"));
    expect(lines[1]).toMatch(said("1. Opened Friday 27 March 2026 16:30 (London, UTC+0)."));
    expect(lines[4]).toMatch(said("4. Due Friday 27 March 2026 17:30 (London, UTC+0): 1 hour after opening, 1 hour counted."));
    expect(lines[5]).toBe("Assumptions");
    expect(lines.at(-1)).toContain("not a guarantee");
    const shown = await pc.account("enterprise").locator("li").allTextContents();
    for (const line of shown) expect(text).toContain(line);
  });

  for (const [why, spoil] of [
    ["the browser forbids it", () => { if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")); }],
    ["there is no clipboard", () => Object.defineProperty(navigator, "clipboard", { value: undefined })],
  ]) {
    test(`says so when it cannot be copied because ${why}`, async ({ pc }) => {
      await pc.page.addInitScript(spoil);
      await pc.open(`en/?${FRIDAY}`);
      await copy(pc);
      const words = "The browser did not allow copying. Select the text and copy it yourself.";
      await expect(pc.status).toHaveText(words);
      await expect(pc.account("enterprise").getByText(words)).toBeVisible();
    });
  }

  test("no longer says that it is on the clipboard when it has become another", async ({ visit }) => {
    const pc = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
    await pc.open(`en/?${FRIDAY}`);
    await copy(pc);
    await expect(pc.account("enterprise").getByText("is on the clipboard")).toBeVisible();
    await pc.choice("priority", "p3").check();
    await expect(pc.due("enterprise")).toHaveAttribute("datetime", "2026-03-30T09:30:00Z");
    await expect(pc.account("enterprise")).toBeVisible();
    await expect(pc.account("enterprise").getByText("is on the clipboard")).toHaveCount(0);
  });
});
