// What is typed into a field and cannot be read: it is never taken for nothing.
import { FRIDAY, expect, needs, settle, test } from "./page.mjs";

const WITH_BY = `${FRIDAY}&by=2026-03-30T11:00`;

/** The fields for a date: where each is, what is typed into it, and what is said of it. */
const FIELDS = {
  "the moment of opening": { name: "opened", time: "103000A", said: /no whole date and time/ },
  "the moment at which a reply is needed": { name: "by", time: "103000A", said: /no whole date and time/ },
  "a holiday": { name: "holidays", time: "", said: /no whole date/ },
};

const field = (pc, name) => pc.page.locator(`input[name=${name}]`);

/** Types a date by keyboard into the field that has the focus; day and month are the same number. */
async function type(pc, year, time) {
  await pc.page.keyboard.type(`0909${year}`);
  if (time) {
    await pc.page.keyboard.press("ArrowRight");
    await pc.page.keyboard.type(time);
  }
}

/** Expects that a field complains, and that its complaint belongs to it. */
async function expectComplaint(pc, name, words) {
  await expect(field(pc, name)).toHaveAttribute("aria-invalid", "true");
  await expect(field(pc, name)).toHaveAccessibleDescription(words);
  await expect(pc.page.getByRole("alert").filter({ hasText: words })).toBeVisible();
}

async function expectNoComplaint(pc, name) {
  await expect(field(pc, name)).not.toHaveAttribute("aria-invalid");
  await expect(pc.page.getByRole("alert").filter({ hasText: /no whole date/ })).toHaveCount(0);
}

/** Whether a field holds a text that is not a value. */
const isHalf = (pc, name) => field(pc, name).evaluate((input) => input.validity.badInput);

for (const [what, { name, time, said }] of Object.entries(FIELDS)) {
  for (const link of [WITH_BY, "priority=p2"]) {
    test(`a year of five digits in ${what} is kept, named and not used, after ${link}`, async ({ pc }) => {
      await pc.open(`en/?${link}`);
      const before = [await pc.answers(), pc.query()];
      await field(pc, name).focus();
      await pc.page.keyboard.press("ControlOrMeta+A");
      await field(pc, name).fill(name === "holidays" ? "20265-03-28" : "20265-03-28T10:00");
      await pc.page.keyboard.press("Tab");
      await expectComplaint(pc, name, said);
      await expect(field(pc, name)).toHaveValue(/^20265-03-28/);
      await settle(pc);
      expect([await pc.answers(), pc.query()]).toEqual(before);
      await expect(pc.page.getByText("None unless you add them.")).toBeVisible();

      // Another choice leaves it there.
      await pc.choice("priority", "p3").check();
      await expect.poll(() => pc.query()).toContain("priority=p3");
      await expect(field(pc, name)).toHaveValue(/^20265-03-28/);
      await expectComplaint(pc, name, said);

      await field(pc, name).fill(name === "holidays" ? "2026-03-28" : "2026-03-28T10:00");
      await pc.page.keyboard.press("Tab");
      await expectNoComplaint(pc, name);
    });
  }

  test.describe("by keyboard", () => {
    needs("years of five digits");

    test(`one digit too many typed into the year of ${what} is told`, async ({ pc }) => {
      await pc.open("en/");
      await field(pc, name).focus();
      await type(pc, "20265", time);
      await pc.page.keyboard.press("Tab");
      await expectComplaint(pc, name, said);
      await expect(field(pc, name)).toHaveValue(/^20265-09-09/);
      expect(pc.query()).toBe("");
    });
  });

  test(`half of ${what} is told when its field is left, and stays there`, async ({ pc }) => {
    await pc.open("en/");
    await field(pc, name).focus();
    await pc.page.keyboard.type("0909");
    await settle(pc);
    await expectNoComplaint(pc, name);
    await pc.choice("priority", "p1").focus();
    await expectComplaint(pc, name, said);
    expect(await isHalf(pc, name)).toBe(true);
    await pc.choice("region", "japan").check();
    await expect.poll(() => pc.query()).toBe("?region=japan&zone=Asia/Tokyo");
    expect(await isHalf(pc, name)).toBe(true);
    await expectComplaint(pc, name, said);

    // Emptied again.
    await field(pc, name).focus();
    await pc.page.keyboard.press("Backspace");
    await pc.page.keyboard.press("ArrowRight");
    await pc.page.keyboard.press("Backspace");
    await pc.choice("priority", "p1").focus();
    expect(await isHalf(pc, name)).toBe(false);
    await expectNoComplaint(pc, name);
    expect(pc.query()).toBe("?region=japan&zone=Asia/Tokyo");
  });
}

test("a moment whose last piece is deleted is none", async ({ pc }) => {
  await pc.open("en/?region=emea&zone=Europe/London&by=2026-03-30T11:00");
  const by = field(pc, "by");
  await by.focus();
  for (let piece = 0; piece < 7; piece += 1) {
    await pc.page.keyboard.press("Backspace");
    await pc.page.keyboard.press("ArrowRight");
  }
  await pc.choice("priority", "p1").focus();
  await expect.poll(() => pc.query()).toBe("?region=emea&zone=Europe/London");
  await expect(by).not.toHaveAttribute("aria-invalid");
});

test("the question stays open where it was to be closed while half a date stood in it", async ({ visit }) => {
  const pc = await visit({ viewport: { width: 390, height: 800 } });
  await pc.open("en/");
  await pc.opened.fill("20265-03-28T10:00");
  await expectComplaint(pc, "opened", /no whole date and time/);
  await pc.page.locator("[data-question]").click();
  await expect(pc.opened).toBeVisible();
  await pc.opened.fill("2026-03-28T10:00");
  await expectNoComplaint(pc, "opened");
  await settle(pc);
  await expect(pc.opened).toBeVisible();
});

test("a moment that takes the place of an unreadable one ends the complaint", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await pc.opened.fill("20265-03-28T10:00");
  await expectComplaint(pc, "opened", /no whole date and time/);
  await pc.page.getByRole("button", { name: "Back to now" }).click();
  await expect(pc.opened).toHaveValue("");
  await expectNoComplaint(pc, "opened");
});

test("half a holiday is not added as the whole one that was there before", async ({ pc }) => {
  await pc.open("en/");
  await pc.holiday.fill("2026-12-25");
  await pc.holiday.focus();
  await pc.page.keyboard.press("Backspace");
  await pc.page.keyboard.press("Enter");
  await expectComplaint(pc, "holidays", /no whole date.*No day was added/);
  await pc.page.getByRole("button", { name: "Add" }).click();
  await expect(pc.page.getByText("None unless you add them.")).toBeVisible();
});

/** Opens the static page, and returns a function that lets the program arrive. */
async function openStatic(pc, link) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await pc.page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  await pc.page.goto(link, { waitUntil: "commit" });
  await expect(pc.page.locator("script[type='application/json']")).toBeAttached();
  await pc.page.waitForFunction(() => document.styleSheets.length > 0);
  return release;
}

for (const [what, { name, said }] of Object.entries(FIELDS)) {
  for (const [how, enter, kept] of [
    ["a year of five digits", (pc) => field(pc, name).fill(name === "holidays" ? "20265-03-28" : "20265-03-28T10:00"), /^20265-03-28/],
    ["half a date", (pc) => field(pc, name).focus().then(() => pc.page.keyboard.type("0909")), ""],
  ]) {
    test(`${how} in ${what} before the program starts is told when it does`, async ({ pc }) => {
      const release = await openStatic(pc, `en/?${WITH_BY}`);
      await enter(pc);
      release();
      await pc.started();
      await expectComplaint(pc, name, said);
      await expect(field(pc, name)).toHaveValue(kept);
      await settle(pc);
      expect(pc.query()).toBe(`?${WITH_BY}`);
      await expect(pc.due("online")).toHaveAttribute("datetime", "2026-03-30T11:30:00Z");
    });
  }
}

test("Enter in another field keeps the focus there, whatever half a date stands elsewhere", async ({ pc }) => {
  await pc.open("en/");
  await pc.opened.focus();
  await type(pc, "2026", "");
  await pc.zone.fill("Asia/Tokyo");
  expect(await isHalf(pc, "opened")).toBe(true);
  await pc.zone.press("Enter");
  await expect(pc.due("elite")).toContainText("(Tokyo, UTC+9)");
  await expect(pc.zone).toBeFocused();
});
