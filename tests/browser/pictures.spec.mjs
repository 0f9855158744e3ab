// The pictures: what they show is what the page computed, and a point of them is a moment.
import { FRIDAY, PLANS, expect, restyle, said, test } from "./page.mjs";

/** A case like that, with everything that a picture can have: a weekend, a holiday, and a clock that changes. */
const HOLIDAY = `${FRIDAY}&holidays=2026-03-30`;

/** Cases whose pictures have little room for their words: at noon, or with a long place. */
const CROWDED = [
  HOLIDAY,
  "priority=p1&region=emea&zone=Europe/London&opened=2026-06-10T12:00",
  "priority=p3&zone=America/Argentina/ComodRivadavia&opened=2026-06-10T12:00",
];

/** The pictures, with what they say of the case of that Friday. */
const PICTURES = {
  week: {
    summary: "When the clock runs",
    says: "Time that counts in the week of Monday 23 March 2026: 40 hours for Online and Business; 120 hours for Enterprise and Elite. Due later: Business Monday 30 March 2026 10:30 and Online Monday 30 March 2026 12:30.",
  },
  waits: {
    summary: "How long one waits, whenever the case is opened",
    says: "Longest wait for cases opened in the week of Monday 23 March 2026: 1 day 23 hours 30 minutes with Elite, 2 days 19 hours with Online.",
  },
};

/** The first rows of their tables. */
const TABLES = {
  week: [
    ["Day", "Online and Business", "Enterprise and Elite"],
    ["Monday 23 March 2026", "09:00–17:00", "00:00–24:00"],
  ],
  waits: [
    ["Plan", "From", "Until", "Wait"],
    ["Online", "", "", "longest 2 days 19 hours"],
    ["Online", "", "", "typical 16 hours 42 minutes"],
    ["Online", "", "", "shortest 4 hours"],
    ["Online", "Monday 23 March 2026 00:00", "Monday 23 March 2026 09:00", "from 13 hours down to 4 hours"],
  ],
};

/** The first rows of the table that says the same as the lanes. */
const RIBBON = [
  ["Plan", "From", "Until", "What happens"],
  ["Online", "Friday 27 March 2026 16:30", "Friday 27 March 2026 17:00", "counted"],
  ["Online", "Friday 27 March 2026 17:00", "Monday 30 March 2026 09:00", "not counted (closed and weekend)"],
  ["Online", "Monday 30 March 2026 09:00", "Monday 30 March 2026 12:30", "counted"],
  ["Online", "", "Monday 30 March 2026 12:30", "due"],
];

/** A picture, wherever it is, but for the lanes of the answers. */
const DRAWN = "details .pc-picture > svg";

/** A picture with what belongs to it. */
function picture(pc, name) {
  const disclosure = pc.page.locator(`#pc-${name}`);
  return {
    disclosure,
    summary: disclosure.locator("> summary"),
    title: disclosure.locator("> .pc-pictures__title"),
    toggle: disclosure.locator("> details > summary"),
    table: disclosure.getByRole("table"),
    svg: disclosure.locator(".pc-picture > svg"),
  };
}

/** Opens pictures, and waits until they are drawn. */
async function look(pc, ...names) {
  for (const name of names) {
    await picture(pc, name).summary.click();
    await expect(picture(pc, name).svg).toBeVisible();
  }
  return picture(pc, names[0]);
}

/** A moment, in seconds, from its words on a clock: `27 March 2026 16:30 (London, UTC+0)`. */
function moment(words) {
  const [, date, time, offset] = words.match(/(\d+ \w+ \d{4}),? ([\d:]+) \(.*?UTC([+-]\d+)\)/);
  const hours = `${offset[0]}${offset.slice(1).padStart(2, "0")}00`;
  return Date.parse(`${date} ${time} GMT${hours}`) / 1000;
}

/** Where the browser draws the marks of the lanes from left to right, lane after lane. */
async function marks(pc) {
  return pc.page.evaluate(() => {
    const left = (element) => element.getBoundingClientRect().left;
    const middle = (element) => { const { left, width } = element.getBoundingClientRect(); return left + width / 2; };
    /** The two ends of each bar of a path, on the screen. */
    const bars = (path) => {
      const { left, width } = path.ownerSVGElement.getBoundingClientRect();
      const scale = width / path.ownerSVGElement.viewBox.baseVal.width;
      return [...path.getAttribute("d").matchAll(/M(\d+) \d+h(\d+)/g)].map(([, x, wide]) => [left + x * scale, left + (+x + +wide) * scale]);
    };
    const lanes = [...document.querySelectorAll(".pc-ribbon")];
    return {
      opened: middle(lanes[0].querySelector("line.pc-opened")),
      due: lanes.map((lane) => middle(lane.querySelector("line.pc-flag"))),
      counted: lanes.map((lane) => bars(lane.querySelector(".pc-counted"))),
      left: lanes.map(left),
    };
  });
}

/** Where on the screen the texts of a picture stand that can be seen. */
async function texts(svg) {
  return svg.evaluate((svg) =>
    [...svg.querySelectorAll("text")].filter((text) => text.checkVisibility()).map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return { words: text.textContent, left, right, top, bottom };
    }),
  );
}

for (const [name, { summary, says }] of Object.entries(PICTURES)) {
  test(`the picture "${summary}" is drawn while it is looked at, and says what it shows`, async ({ pc }) => {
    await pc.open(`en/?${FRIDAY}`);
    await expect(pc.page.locator(DRAWN)).toHaveCount(0);
    await expect(pc.page.locator("#pc-pictures-heading")).toHaveText("See why");
    const { title, toggle, table, svg, ...drawn } = picture(pc, name);
    await expect(drawn.summary).toHaveText(summary);
    await expect(toggle).toBeHidden();
    await drawn.summary.click();
    await expect(title).toHaveText(said(says));
    await expect(pc.page.locator(DRAWN)).toHaveCount(1);
    await expect(svg).toHaveRole("img");
    await expect(svg).toHaveAccessibleName(said(says));
    await expect(svg.locator("> title")).toHaveText(said(says));

    await toggle.focus();
    await pc.page.keyboard.press("Tab");
    const next = await svg.evaluate((svg) => document.activeElement.compareDocumentPosition(svg));
    expect(next, "the keyboard passes the picture by").toBe(2 /* DOCUMENT_POSITION_PRECEDING */);
    await expect(table).toBeHidden();
    await toggle.click();
    expect((await table.boundingBox()).y, "the table stands before the picture").toBeLessThan((await svg.boundingBox()).y);
    await drawn.summary.click();
    await expect(pc.page.locator(DRAWN)).toHaveCount(0);
  });
}

test("the tables have what the pictures show", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await look(pc, "week", "waits");
  for (const [name, rows] of Object.entries(TABLES)) {
    const { toggle, table } = picture(pc, name);
    await toggle.click();
    await expect(table.getByRole("columnheader")).toHaveText(rows[0]);
    for (const [place, [header, ...cells]] of rows.slice(1).entries()) {
      const row = table.getByRole("row").nth(place + 1);
      await expect(row.getByRole("rowheader")).toHaveText(said(header));
      await expect(row.getByRole("cell")).toHaveText(cells.map((cell) => said(cell)));
    }
  }
});

test("with all pictures drawn, no id is given twice, and nothing in them takes the keyboard", async ({ pc }) => {
  await pc.open(`en/?${HOLIDAY}`);
  await look(pc, "week", "waits");
  const ids = await pc.page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
  expect(ids).toContain("pc-waits-title");
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  await expect(pc.page.locator(".pc-picture :is(a, button, [tabindex], [focusable=true])")).toHaveCount(0);
});

for (const link of [
  FRIDAY,
  "priority=p3&region=americas&zone=America/New_York&opened=2026-03-06T15:00&holidays=2026-03-09",
  "priority=p1&region=japan&opened=2026-06-10T23:50:30",
]) {
  test(`a ribbon stands on the second where the accounts say: ${link}`, async ({ pc }) => {
    await pc.open(`en/?${link}`);
    const answers = await pc.answers();
    const due = PLANS.map((plan) => Date.parse(answers[plan]) / 1000);
    await pc.openAccounts();
    const steps = await Promise.all(PLANS.map((plan) => pc.account(plan).locator("ol > li").allTextContents()));
    const counted = steps.map((steps) => steps.filter((step) => / to .* counted\.$/.test(step)).map((step) => step.split(" to ").map(moment)));
    const opened = moment(steps[0][0]);

    // The opening and the first plan's due moment measure the rest.
    const drawn = await marks(pc);
    const second = (due[0] - opened) / (drawn.due[0] - drawn.opened);
    const read = (x) => opened + (x - drawn.opened) * second;
    // Firefox rounds each place to a sixtieth of a pixel.
    const seconds = pc.engine === "firefox" ? second / 30 : 1;
    const near = (found, expected, what) => expect(Math.abs(found - expected), what).toBeLessThanOrEqual(seconds);
    expect(drawn.due).toHaveLength(PLANS.length);
    for (const [place, plan] of PLANS.entries()) {
      near(read(drawn.due[place]), due[place], `${plan} is due`);
      expect(drawn.counted[place], `${plan} counts`).toHaveLength(counted[place].length);
      for (const [number, [from, until]] of counted[place].entries()) {
        near(read(drawn.counted[place][number][0]), from, `${plan} counts from`);
        near(read(drawn.counted[place][number][1]), until, `${plan} counts until`);
      }
    }
  });
}

/** A point of each picture, across and down in the middle of something, and what it means. */
const POINTS = {
  week: { across: "text:text-matches('^12')", down: "tspan:text-is('Wed')", means: "2026-03-25T12:00" },
  waits: { across: "> line.pc-grid >> nth=3", down: "> line.pc-rail >> nth=1", means: "2026-03-26T00:00" },
};

for (const width of [1440, 320]) {
  for (const [name, { across, down, means }] of Object.entries(POINTS)) {
    test(`at ${width} pixels, a point of the picture "${PICTURES[name].summary}" opens the case at its moment`, async ({ visit }) => {
      const pc = await visit({ viewport: { width, height: 700 } });
      await pc.open(`en/?${FRIDAY}`);
      const { svg } = await look(pc, name);
      await svg.evaluate((svg) => svg.scrollIntoView({ block: "center" }));
      expect(await pc.page.evaluate(() => scrollY), "the page is scrolled").toBeGreaterThan(0);
      const [{ x, width: wide }, { y, height }] = [await svg.locator(across).boundingBox(), await svg.locator(down).boundingBox()];
      await pc.page.mouse.click(x + wide / 2, y + height / 2);
      await expect(pc.status).toHaveText(said("Moment of opening changed; first reply due: ", { whole: false }));
      const chosen = await pc.opened.inputValue();
      expect(chosen).toMatch(/T\d\d:(00|15|30|45)$/);
      // In narrow pictures a pixel may be longer than that.
      const pixel = (name === "week" ? 24 : 7 * 24) * 3600 / (await svg.boundingBox()).width;
      const off = Math.abs(Date.parse(`${chosen}Z`) - Date.parse(`${means}Z`)) / 1000;
      expect(off, `${chosen} for ${means}`).toBeLessThanOrEqual(Math.max(900, pixel + 450));
      await expect.poll(() => new URLSearchParams(pc.query()).get("opened")).toBe(chosen);
    });
  }
}

test("the lanes have a table that says the same", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  const disclosure = pc.page.locator("#pc-ribbon");
  await disclosure.locator("summary").click();
  const table = disclosure.getByRole("table");
  const rows = RIBBON.map((cells) => cells.map((cell) => said(cell)));
  await expect(table.getByRole("columnheader")).toHaveText(RIBBON[0]);
  for (const [place, [header, ...cells]] of rows.slice(1).entries()) {
    const row = table.getByRole("row").nth(place + 1);
    await expect(row.getByRole("rowheader")).toHaveText(header);
    await expect(row.getByRole("cell")).toHaveText(cells);
  }
  await pc.choice("plans", "online").uncheck();
  await expect(table.getByRole("rowheader").first()).toHaveText("Business");
});

for (const width of [1440, 320]) {
  test(`at ${width} pixels, a point of a lane opens the case at its moment, and a slip can be undone`, async ({ visit }) => {
    const pc = await visit({ viewport: { width, height: 700 } });
    await pc.open(`en/?${FRIDAY}`);
    const lane = pc.page.locator(".pc-ribbon").nth(1);
    await lane.evaluate((lane) => lane.scrollIntoView({ block: "center" }));
    const { due } = await marks(pc);
    const { y, height, width: wide } = await lane.boundingBox();
    const undo = pc.page.locator(".pc-answers").getByRole("button", { name: "Undo" });
    await expect(undo).toBeHidden();
    await pc.page.mouse.click(due[1], y + height / 2);
    await expect(pc.status).toHaveText(said("Moment of opening changed; first reply due: ", { whole: false }));
    const chosen = await pc.opened.inputValue();
    expect(chosen).toMatch(/T\d\d:(00|15|30|45)$/);
    const off = Math.abs(Date.parse(`${chosen}Z`) - Date.parse("2026-03-30T10:30Z")) / 1000;
    expect(off, chosen).toBeLessThanOrEqual(Math.max(900, (72 * 3600) / wide + 450));
    await undo.click();
    await expect(pc.opened).toHaveValue(/^2026-03-27T16:30/);
    await expect(undo).toBeHidden();
    await expect.poll(() => new URLSearchParams(pc.query()).get("opened")).toBe("2026-03-27T16:30");
  });
}

test("with the keyboard, the moment field moves what the lanes show", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await expect(pc.page.locator(".pc-answers")).toContainText("Choose a point of the picture above to open the case at that moment.");
  const before = await marks(pc);
  await pc.opened.focus();
  await pc.page.keyboard.press("ArrowUp");
  await expect(pc.opened).not.toHaveValue(/^2026-03-27T16:30/);
  await expect.poll(() => marks(pc)).not.toEqual(before);
  await expect(pc.opened).toBeFocused();
});

test("pictures follow each choice, and stay open with their tables", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  const { disclosure, title, toggle, table, svg } = await look(pc, "waits");
  await toggle.click();
  for (const [choose, says] of [
    [() => pc.choice("priority", "p3").check(), "2 days with Elite, 2 days 21 hours with Online."],
    [() => pc.choice("plans", "online").uncheck(), "2 days with Elite, 2 days 19 hours with Business."],
    [() => pc.choice("plans", "enterprise").uncheck().then(() => pc.choice("plans", "business").uncheck()), "2 days with Elite."],
  ]) {
    await choose();
    const whole = said(`Longest wait for cases opened in the week of Monday 23 March 2026: ${says}`);
    await expect(title).toHaveText(whole);
    await expect(svg).toHaveAccessibleName(whole);
    await expect(table).toBeVisible();
  }
  await expect(disclosure).toHaveAttribute("open");
  expect(new Set(await table.getByRole("rowheader").allTextContents())).toEqual(new Set(["Elite"]));
});

test("where there is nothing to draw, it is said until there is, and nobody is asked to choose a point", async ({ pc }) => {
  await pc.open("en/?opened=2041-01-01T12:00");
  const hints = pc.page.getByText("Choose a point of the picture above").filter({ visible: true });
  for (const name of Object.keys(PICTURES)) {
    const { disclosure, summary, toggle, svg } = picture(pc, name);
    await summary.click();
    await expect(disclosure).toContainText("There is nothing to draw for this case.");
    await expect(svg).toHaveCount(0);
    await expect(toggle).toBeHidden();
  }
  await expect(hints).toHaveCount(0);
  await pc.opened.fill("2026-03-27T16:30");
  await expect(pc.page.locator(DRAWN)).toHaveCount(2);
  await expect(hints).toHaveCount(3);
  await expect(pc.page.locator(".pc-pictures")).not.toContainText("There is nothing to draw");
});

test.describe("a visitor elsewhere", () => {
  test.use({ timezoneId: "Asia/Tokyo" });

  test("has a second scale below the lanes, on their own clock", async ({ pc }) => {
    await pc.open(`en/?${FRIDAY}`);
    await expect(pc.page.getByText("Your clock: Tokyo")).toBeVisible();
    const { opened, due } = await marks(pc);
    const days = await pc.page.locator(".pc-scale svg").evaluateAll((scales) =>
      scales.map((svg) => {
        const text = [...svg.querySelectorAll("text")].find((text) => text.textContent === "Sat 28");
        return svg.getBoundingClientRect().left + text.x.baseVal[0].value;
      }),
    );
    const [start, end] = ["2026-03-27T16:30Z", "2026-03-30T11:30Z"].map(Date.parse);
    const read = (x) => Math.round((start + ((x - opened) / (due[0] - opened)) * (end - start)) / 900_000) * 900_000;
    expect(days.map((x) => new Date(read(x)).toISOString())).toEqual(["2026-03-28T00:00:00.000Z", "2026-03-27T15:00:00.000Z"]);
    await pc.zone.fill("Asia/Tokyo");
    await pc.zone.press("Enter");
    await expect(pc.page.locator(".pc-scale svg")).toHaveCount(1);
    await expect(pc.page.locator(".pc-answers")).not.toContainText("Your clock");
  });

  for (const language of ["en", "nl"]) {
    for (const width of [320, 1440]) {
      test(`in "${language}" at ${width} pixels, no text of a picture sticks out or lies over another`, async ({ visit }) => {
        const pc = await visit({ viewport: { width, height: 900 }, timezoneId: "Asia/Tokyo" });
        for (const link of CROWDED) {
          await pc.open(`${language}/?${link}`);
          await look(pc, "week", "waits");
          // In Firefox, outlines count as parts of letters, and there is a pixel more on each side.
          await restyle(pc, "svg text { stroke: none !important }");
          const more = pc.engine === "firefox" ? 2 : 1;
          expect(await pc.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          const scales = [pc.page.locator(".pc-scale svg").first(), pc.page.locator(".pc-scale svg").last()];
          for (const svg of [...Object.keys(PICTURES).map((name) => picture(pc, name).svg), ...scales]) {
            const box = await svg.boundingBox();
            const all = await texts(svg);
            expect(all.length).toBeGreaterThan(1);
            const outside = all.filter(({ left, right, top, bottom }) => left < box.x - more || right > box.x + box.width + more || top < box.y - more || bottom > box.y + box.height + more);
            expect(outside.map(({ words }) => words), `${link}: outside`).toEqual([]);
            const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > more && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > more;
            const over = all.flatMap((a, place) => all.slice(place + 1).filter((b) => meet(a, b)).map((b) => `${a.words} / ${b.words}`));
            expect(over, `${link}: over another`).toEqual([]);
          }
        }
      });
    }
  }
});
