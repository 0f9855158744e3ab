// What the eye needs, measured: nothing sideways, nothing clipped, the answer largest, at every width.
import { FRIDAY, LARGE_TEXT, PLANS, WIDE_SPACING, expect, misfits, restyle, test } from "./page.mjs";

const WIDTHS = [320, 768, 1440];

for (const width of WIDTHS) {
  for (const language of ["en", "nl"]) {
    test(`at ${width} pixels, everything on the page in "${language}" fits, in large and in wide letters too`, async ({ visit }) => {
      const pc = await visit({ viewport: { width, height: 900 }, timezoneId: "America/Argentina/Buenos_Aires" });
      // Long words: a long place, the weekend, business days, a rule of Japan, a bad value.
      await pc.open(`${language}/?priority=p3&region=japan&zone=America/Argentina/ComodRivadavia&opened=2026-09-11T17:29:59&holidays=2026-09-14&plans=${PLANS},${"gold".repeat(20)}`);
      await pc.enter(pc.zone, "America/Nowhere_In_Particular_That_Anybody_Would_Know");
      for (const plan of PLANS) await pc.accountButton(plan).click();
      expect.soft(await misfits(pc), "as it is").toEqual([]);

      await restyle(pc, WIDE_SPACING);
      expect.soft(await misfits(pc), "with wide spacing").toEqual([]);

      await restyle(pc, LARGE_TEXT);
      expect.soft(await misfits(pc), "with text twice as large").toEqual([]);
    });
  }

  test(`at ${width} pixels, the time of the first reply is the largest text on the page`, async ({ visit }) => {
    const pc = await visit({ viewport: { width, height: 900 } });
    await pc.open(`en/?${FRIDAY}`);
    const sizes = await pc.page.evaluate(() => {
      const texts = [...document.querySelectorAll("body *")].filter((element) =>
        element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
      return texts.map((element) => [Number.parseFloat(getComputedStyle(element).fontSize), element.innerText]);
    });
    const largest = Math.max(...sizes.map(([size]) => size));
    expect(sizes.filter(([size]) => size === largest).map(([, text]) => text)).toEqual(["12:30", "10:30", "17:30", "17:00"]);
  });

  test(`at ${width} pixels, the table is a table to those who do not see it`, async ({ visit }) => {
    const pc = await visit({ viewport: { width, height: 900 } });
    await pc.open(`en/?${FRIDAY}`);
    const shape = async (table) => {
      const count = (role) => table.getByRole(role).count();
      const [columnheaders, rowheaders] = [await count("columnheader"), await count("rowheader")];
      return { columnheaders, rowheaders, rows: await count("row"), cells: await count("cell") };
    };
    const targets = 4, entitlements = 17, groups = 4, heads = 1;
    expect(await shape(pc.replies)).toEqual({
      columnheaders: 3,
      rowheaders: PLANS.length,
      rows: heads + PLANS.length,
      cells: 2 * PLANS.length,
    });
    expect(await shape(pc.table)).toEqual({
      columnheaders: 1 + PLANS.length,
      rowheaders: targets + entitlements + groups,
      rows: heads + targets + entitlements + groups,
      cells: (targets + entitlements) * PLANS.length,
    });
    await expect(pc.page.getByRole("table")).toHaveCount(2);
    await expect(pc.replies).toHaveAccessibleName(/Priority 2 in Europe, Middle East & Africa.*27 March 2026.*Plans sold before 16 June 2022/);
    await expect(pc.table).toHaveAccessibleName(/targets in Europe, Middle East & Africa.*Plans sold before 16 June 2022/);
    for (const table of [pc.replies, pc.table]) await expect(table.getByRole("columnheader").first()).not.toBeEmpty();
    const scopes = await pc.page.locator("th").evaluateAll((heads) => heads.filter((head) => !head.scope).length);
    expect(scopes, "headers that do not say what they head").toBe(0);
  });
}

test("on a wide screen, the plans’ names stay in sight while the table scrolls", async ({ visit }) => {
  const pc = await visit({ viewport: { width: 1440, height: 700 } });
  await pc.open("en/");
  await pc.hasTable();
  await pc.table.locator('tr[data-entitlement="escalation-management"]').evaluate((row) => row.scrollIntoView({ block: "center" }));
  for (const head of await pc.table.getByRole("columnheader").all()) {
    await expect(head).toBeInViewport({ ratio: 1 });
    const [top, isOnTop] = await head.evaluate((head) => {
      const { left, top, height } = head.getBoundingClientRect();
      return [top, head.contains(document.elementFromPoint(left + 20, top + height / 2))];
    });
    expect(top).toBeLessThan(1);
    expect(isOnTop).toBe(true);
  }
});

test("on a telephone, every value stands under the name of its plan", async ({ visit }) => {
  const pc = await visit({ viewport: { width: 320, height: 640 } });
  await pc.open("en/");
  const labels = await pc.table.locator('tr[data-entitlement="named-support-contacts"] td').evaluateAll((cells) =>
    // Firefox does not say what an attribute is that stands there.
    cells.map((cell) => getComputedStyle(cell, "::before").content.replace("attr(data-label)", `"${cell.dataset.label}"`)));
  expect(labels.map((label) => label.split('"')[1])).toEqual(["Online", "Business", "Enterprise", "Elite"]);

  await pc.choice("plans", "business").uncheck();
  await pc.choice("plans", "enterprise").uncheck();
  await pc.table.locator('tr[data-entitlement="named-support-contacts"]').evaluate((row) => row.scrollIntoView({ block: "center" }));
  for (const name of ["Online Support", "Elite Support"]) {
    await expect(pc.table.getByRole("columnheader", { name })).toBeInViewport({ ratio: 1 });
  }
});

for (const [what, width, plans] of [
  ["on a wide screen", 1440, PLANS],
  ["on a middling screen", 768, PLANS],
  ["on a telephone with two plans", 320, ["online", "elite"]],
]) {
  test(`${what}, the name of each plan stands over its column`, async ({ visit }) => {
    const pc = await visit({ viewport: { width, height: 900 } });
    await pc.open(`en/?plans=${plans}`);
    await pc.hasTable();
    const place = (elements) => elements.map((element) => Math.round(element.getBoundingClientRect().left));
    const heads = await pc.table.getByRole("columnheader", { name: "Support" }).evaluateAll(place);
    const cells = await pc.table.locator('tr[data-entitlement="p1-issue-support"] td').evaluateAll(place);
    expect(heads).toEqual(cells);
    expect(new Set(heads).size, "the columns stand side by side").toBe(plans.length);
  });
}

for (const plans of [PLANS, ["business", "elite"]]) {
  test(`on paper with ${plans.length} plans, every value has the name of its plan, since the heads of a table are on its first page only`, async ({ visit }) => {
    const pc = await visit({ viewport: { width: 794, height: 900 } });
    await pc.open(`en/?plans=${plans}`);
    await pc.toPaper();
    const labels = await pc.table.locator("td").evaluateAll((cells) => cells.map((cell) => {
      const { content, display } = getComputedStyle(cell, "::before");
      // Firefox says where the name is from, and others which it is.
      return [cell.dataset.label, content.startsWith("attr(data-label)") ? cell.dataset.label : content.split('"')[1], display];
    }));
    expect(labels.filter(([name, said, display]) => !name || name !== said || display === "none")).toEqual([]);
  });
}

test("on paper, the chosen plans and their answers stand without the form", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}&plans=business,elite`);
  await pc.toPaper();
  await expect(pc.page.locator(".pc-question__controls")).toBeHidden();
  await expect(pc.page.locator(".pc-question__summary")).toHaveText("Priority 2, EMEA, opened Friday 27 March 2026 16:30");
  await expect(pc.page.getByRole("navigation")).toBeHidden();
  await expect(pc.page.locator("input:visible, button:visible")).toHaveCount(0);
  await expect(pc.table.getByRole("columnheader")).toHaveText(["Plan", /Business Support/, /Elite Support/]);
  await expect(pc.due("business")).toBeVisible();
  await expect(pc.page.getByText("Priority 2 in Europe, Middle East & Africa").first()).toBeVisible();
  await expect(pc.page.getByText("this is not Adobe’s page").first()).toBeVisible();
  await expect(pc.page.getByText(/not a guarantee/).first()).toBeVisible();
});

test("on paper, an account that was opened is printed", async ({ pc }) => {
  await pc.open(`en/?${FRIDAY}`);
  await pc.accountButton("online").click();
  await pc.toPaper();
  await expect(pc.account("online").locator("ol")).toBeVisible();
  await expect(pc.account("online").getByRole("button")).toBeHidden();
});

test("what is included is said in words, not by a sign or a colour alone", async ({ pc }) => {
  await pc.open("en/");
  const words = await pc.table.locator("td[data-value]").evaluateAll((cells) => cells.map((cell) => cell.textContent.trim()));
  expect(words.filter((word) => !/^(Included|Not included|Business hours|24x5|\d+( per product| a year)?)$/.test(word))).toEqual([]);
});
