// What each plan includes and promises, as the page words it, with and without scripts.
import { PLANS, expect, test } from "./page.mjs";

// A row for each kind of value: "yes" for included, "-" for not included. The columns are Online,
// Business, Enterprise and Elite. The tests of the catalog hold every row against the source.
const ENTITLEMENTS = parse(`
  account-support-lead    -               yes             -     -
  online-support          business-hours  business-hours  24x5  24x5
  named-support-contacts  4               6               10    15
  service-reviews         -               -               2     4
`);

// A row for each kind of target: minutes and hours, hours of the desk, days.
const TARGETS = parse(`
  p1  24x7/PT1H            24x7/PT1H            24x7/PT30M         24x7/PT15M
  p2  business-hours/PT4H  business-hours/PT2H  24x5/PT1H          24x5/PT30M
  p4  business-days/P3D    business-days/P1D    business-days/P1D  business-days/P1D
`);

/** How the page words what the tables above say. */
const WORDS = {
  en: {
    plans: ["Online Support", "Business Support", "Enterprise Support", "Elite Support"],
    values: { yes: "Included", "-": "Not included", "business-hours": "Business hours" },
    counts: { "named-support-contacts": "per product", "service-reviews": "a year" },
    amounts: {
      PT15M: "15 minutes", PT30M: "30 minutes", PT1H: "1 hour", PT2H: "2 hours", PT4H: "4 hours",
      P1D: "1 business day", P3D: "3 business days",
    },
  },
  nl: {
    plans: ["Online ondersteuning", "Business-ondersteuning", "Enterprise-ondersteuning", "Elite-ondersteuning"],
    values: { yes: "Inbegrepen", "-": "Niet inbegrepen", "business-hours": "Kantooruren" },
    counts: { "named-support-contacts": "per product", "service-reviews": "per jaar" },
    amounts: {
      PT15M: "15 minuten", PT30M: "30 minuten", PT1H: "1 uur", PT2H: "2 uur", PT4H: "4 uur",
      P1D: "1 werkdag", P3D: "3 werkdagen",
    },
  },
};

function parse(table) {
  return table.trim().split("\n").map((row) => row.trim().split(/\s+/));
}

/** Some of the rows that have a data attribute, each as a list of its name and one text per cell. */
async function rows(pc, attribute, wanted, cell) {
  const rows = await pc.table.locator(`tr[${attribute}]`).evaluateAll(
    (rows, [attribute, plans]) => rows.map((row) => ({
      id: row.getAttribute(attribute),
      plans: [...row.querySelectorAll("td")].map((cell) => cell.dataset.plan).join(),
      cells: [...row.querySelectorAll("td")].map((cell) => ({ ...cell.dataset, words: cell.innerText.trim() })),
      expected: plans.join(),
    })),
    [attribute, PLANS],
  );
  for (const row of rows) expect(row.plans, `${row.id} has a cell for each plan`).toBe(row.expected);
  const ids = wanted.map(([id]) => id);
  return rows.filter((row) => ids.includes(row.id)).map((row) => [row.id, ...row.cells.map(cell)]);
}

for (const scripts of ["on", "off"]) {
  for (const language of ["en", "nl"]) {
    const { plans, values, counts, amounts } = WORDS[language];
    const computes = scripts === "on";

    test(`with scripts ${scripts}, the page in "${language}" words every kind of value and target`, async ({ visit }) => {
      const pc = await visit({ javaScriptEnabled: computes });
      await pc.page.goto(`${language}/`);
      if (computes) await pc.started();
      const heads = pc.table.getByRole("columnheader");
      expect(await heads.allTextContents()).toEqual(["Plan", ...plans].map((name) => expect.stringMatching(new RegExp(`^\\s*${name}`))));

      const kinds = { included: "yes", "not-included": "-" };
      expect(await pc.table.locator("tr[data-entitlement]").count()).toBe(17);
      expect(await rows(pc, "data-entitlement", ENTITLEMENTS, ({ value }) => kinds[value] ?? value)).toEqual(ENTITLEMENTS);
      const worded = ENTITLEMENTS.map(([id, ...cells]) =>
        [id, ...cells.map((cell) => values[cell] ?? (counts[id] && cell !== "-" ? `${cell} ${counts[id]}` : cell))],
      );
      expect(await rows(pc, "data-entitlement", ENTITLEMENTS, ({ words }) => words)).toEqual(worded);

      expect(await pc.table.locator("tr[data-priority]").count()).toBe(4);
      expect(await rows(pc, "data-priority", TARGETS, ({ coverage, target }) => `${coverage}/${target}`)).toEqual(TARGETS);
      const targets = TARGETS.map(([id, ...cells]) => [id, ...cells.map((cell) => amounts[cell.split("/")[1]])]);
      const amount = ({ words }) => words.split(/\s*(?:24x|Business |Kantoor|Werk)/)[0];
      expect(await rows(pc, "data-priority", TARGETS, amount)).toEqual(targets);
    });
  }
}

for (const language of ["en", "nl"]) {
  test(`the matrix of the page in "${language}" reads the same with scripts off and on`, async ({ visit }) => {
    const read = async (javaScriptEnabled) => {
      const pc = await visit({ javaScriptEnabled });
      await pc.page.goto(`${language}/`);
      if (javaScriptEnabled) {
        await pc.started();
        await pc.hasTable();
      }
      const parts = pc.table.locator("thead, tbody:not(:has([data-deadline]))");
      // The table is laid out differently without the form beside it, and there is no case to mark.
      const words = (await parts.allInnerTexts()).join("\n").split(/\s+/).join(" ");
      return words.replace(/ (your|uw) case/, "");
    };
    const without = await read(false);
    expect(without).toContain("Named Support Engineer");
    expect(await read(true)).toBe(without);
  });
}

test("only the plans that are shown have a column, whatever the order of the link", async ({ pc }) => {
  await pc.open("en/?plans=elite,business");
  await pc.hasTable();
  const shown = ["business", "elite"];
  for (const row of await pc.table.locator("tr:has([data-plan])").all()) {
    expect(await row.locator("td").evaluateAll((cells) => cells.map((cell) => cell.dataset.plan))).toEqual(shown);
  }
  expect(Object.keys(await pc.answers())).toEqual(shown);
  await expect(pc.table.getByRole("columnheader")).toHaveText(["Plan", /Business/, /Elite/]);

  await pc.choice("plans", "online").check();
  await expect(pc.table.getByRole("columnheader")).toHaveText(["Plan", /Online/, /Business/, /Elite/]);
  await expect(pc.table.locator('tr[data-entitlement="p1-issue-support"] td')).toHaveCount(3);
  expect(Object.keys(await pc.answers())).toEqual(["online", "business", "elite"]);
});

test("only the rows of targets carry a priority, and each cell of theirs a target", async ({ pc }) => {
  await pc.open("en/");
  await expect(pc.page.locator("[data-priority]")).toHaveCount(4);
  await expect(pc.page.locator("tr[data-priority] td[data-target][data-coverage]")).toHaveCount(16);
  await expect(pc.page.locator("[data-target], [data-coverage]")).toHaveCount(16);
  await expect(pc.page.locator("[data-value]")).toHaveCount(17 * 4);
});

test("what the source says of regions, channels and resources is there, with where it is from", async ({ pc }) => {
  await pc.open("nl/");
  const section = (name) => pc.page.locator("section", { has: pc.page.getByRole("heading", { level: 2, name }) });
  const regions = section("Regio’s en tijden");
  for (const hours of ["6:00–17:30", "9:00–17:00", "9:00–17:30"]) await expect(regions).toContainText(hours);
  await expect(regions).toContainText("factuuradres");
  await expect(regions.getByRole("listitem").filter({ hasText: "Japan" }).first()).toContainText("Commerce");
  await expect(section("Zo krijgt u ondersteuning").getByRole("heading", { level: 3 })).toHaveCount(6);
  const links = section("Meer informatie").getByRole("link");
  expect(await links.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
    "https://experienceleague.adobe.com/nl",
    "https://training.adobe.com/training/",
    "https://status.adobe.com/",
    "https://helpx.adobe.com/nl/support/programs/support-policies-terms-conditions.html",
  ]);
  const about = section("Over deze pagina");
  await expect(about).toContainText("2e5fce70cdce85bfa694152919b333b0e60c519b");
  await expect(about).toContainText("vóór 16 juni 2022");
  await expect(about).toContainText("geen pagina van Adobe");
});
