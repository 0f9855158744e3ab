// What LibreOffice makes of the tables that visitors copy and save: it reads them as it does when they are pasted or
// opened there, and its sheets are read back.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { FRIDAY, expect, test } from "./page.mjs";
import { allowed, copied, fileOf, readCsv, readTabs } from "./taking.mjs";

const WHATS = ["answers", "comparison"];

/** Languages, each with the number by which LibreOffice knows it. */
const ENGLISH = { language: "en", number: 1033 };
const DUTCH = { language: "nl", number: 1043 };

/** What is read of this repository. */
const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

/** A small catalog whose texts are formulas, of each kind. */
function formulas() {
  const catalog = { ...read("examples/catalogs/starter.json"), title: "=2*3" };
  const { plans: [basic, gold], groups: [group] } = catalog;
  const [phone, contacts] = group.entitlements;
  basic.name = "=2*3";
  gold.name = "+2+3";
  group.name = '=HYPERLINK("https://plans.example/","Help")';
  phone.name = "-2-3";
  contacts.name = "@SUM(2,3)";
  return JSON.stringify(catalog);
}

/** Pages, each with the number of its answers. */
const PAGES = {
  "two desks in English": { ...ENGLISH, link: `en/?${FRIDAY}&also=japan@Asia/Tokyo`, count: 8 },
  "two desks in Dutch": { ...DUTCH, link: `nl/?${FRIDAY}&also=japan@Asia/Tokyo`, count: 8 },
  "plans whose names are formulas": {
    ...ENGLISH,
    link: `${process.env.PC_CATALOG_SITES}/fetching/en/?opened=2026-03-27T16:30`,
    count: 2,
    catalog: formulas(),
  },
};

/** A visitor of one of the pages, who may use the clipboard. */
async function opened(visit, { language, link, catalog }) {
  const demo = await allowed(visit);
  const answer = { body: catalog, contentType: "application/json" };
  if (catalog) await demo.page.route("**/plans.json", (route) => route.fulfill(answer));
  await demo.open(link);
  return { demo, words: read(`crates/bundled/messages/${language}.json`).demo.taking };
}

/** Chooses one after another what there is to take, and does something with it. */
async function takeEach(demo, what) {
  const taken = {};
  for (const name of WHATS) {
    await demo.room.locator(`input[name=take][value=${name}]`).check();
    taken[name] = await what(name);
  }
  return taken;
}

/** Copies all tables: of each the rows, the lines around it, and the markup. */
const copyEach = ({ demo, words }) => takeEach(demo, async (name) => {
  await demo.button(words.table).click();
  await expect(demo.said).toHaveText(words.copied.replace("{what}", words[name]).replace("{form}", words.table));
  const { "text/plain": tabs, "text/html": html } = await copied(demo);
  return { ...readTabs(tabs), html };
});

/** Expects a row for each that the page shows, and the moments of its answers. */
async function expectWhole({ demo }, { answers, comparison }, { count }) {
  const moments = demo.page.locator(":is([data-deadline], [data-also]) time");
  const dues = await moments.evaluateAll((moments) => moments.map(({ dateTime }) => dateTime));
  expect(dues).toHaveLength(count);
  expect(answers.table.slice(1).map((row) => row.find((cell) => cell.endsWith("Z")))).toEqual(dues);
  await demo.pc.hasTable();
  const rows = demo.pc.table.locator("tr:is([data-entitlement], [data-priority])");
  expect(comparison.table).toHaveLength(1 + (await rows.count()));
}

/** The filter that reads what is pasted. Numbers are numbers; with `moments` LibreOffice looks for those, too. */
const pasting = (number, moments) => `HTML (StarCalc):${number} ${Number(moments)}`;

/** The filter that reads a CSV file with commas, quotes and UTF-8, from its first line, and looks for moments. */
const opening = (number) => `Text - txt - csv (StarCalc):44,34,76,1,,${number},false,true`;

/** Sheets as CSV files: texts and nothing else in quotes, cells as they are shown, and values instead of formulas. */
const WRITTEN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false";

/**
 * The sheets that LibreOffice makes of files, by the names of what they have: rows of cells. A cell that is no text,
 * such as a number, a moment or what a formula comes to, is an object with what is shown.
 */
function sheetsOf(contents, ending, filter) {
  const folder = mkdtempSync(join(tmpdir(), "spreadsheet-"));
  const path = (...names) => join(folder, ...names);
  try {
    for (const [name, content] of Object.entries(contents)) writeFileSync(path(`${name}.${ending}`), content);
    // With one profile, two LibreOffices would be one.
    const profile = `-env:UserInstallation=${pathToFileURL(path("profile"))}`;
    const files = Object.keys(contents).map((name) => path(`${name}.${ending}`));
    const convert = [`--infilter=${filter}`, "--convert-to", WRITTEN, "--outdir", path("sheets"), ...files];
    execFileSync(process.env.PC_SOFFICE, ["--headless", profile, ...convert], { stdio: "pipe" });
    const bare = (shown) => (shown === "" ? "" : { shown });
    const sheet = (name) => readCsv(readFileSync(path("sheets", `${name}.csv`), "utf8").replaceAll("\n", "\r\n"), bare);
    return Object.fromEntries(Object.keys(contents).map((name) => [name, sheet(name)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows of a sheet with a table, in which numbers, and moments if LibreOffice looks for them, are no texts. */
function rowsOf({ table }, moments = true) {
  return table.map((row) => row.map((cell) => {
    if (/^\d+$/.test(cell)) return { shown: cell };
    if (!moments || !/^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/.test(cell)) return cell;
    return { shown: cell.length === "2026-03-27 17:00".length ? `${cell}:00` : cell };
  }));
}

/** Lines around a table, as rows of its sheet. */
const linesOf = ({ table: [{ length }] }, lines) => lines.map((line) => [line, ...Array(length - 1).fill("")]);

/** Where an apostrophe keeps a cell from being a formula, markup has a space that does not break: here, a space. */
const withSpaces = (rows) =>
  rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.replace(/^'/, " ") : cell)));

/** The same for each of what is taken. */
const each = (taken, make) => Object.fromEntries(Object.entries(taken).map(([name, one]) => [name, make(one)]));

for (const [name, page] of Object.entries(PAGES)) {
  test(`copied tables keep rows, columns and texts when they are pasted: ${name}`, async ({ visit }) => {
    const visited = await opened(visit, page);
    const tables = await copyEach(visited);
    await expectWhole(visited, tables, page);
    for (const moments of [false, true]) {
      const sheets = sheetsOf(each(tables, ({ html }) => html), "html", pasting(page.number, moments));
      expect(sheets).toEqual(each(tables, (taken) => {
        const [title, ...notes] = linesOf(taken, taken.around);
        return withSpaces([title, ...rowsOf(taken, moments), ...notes]);
      }));
    }
  });

  test(`saved tables keep rows, columns and texts when they are opened: ${name} @one-engine`, async ({ visit }) => {
    const visited = await opened(visit, page);
    const { demo, words } = visited;
    const tables = await copyEach(visited);
    const files = await takeEach(demo, async () => (await fileOf(demo, () => demo.button(words.csv).click())).bytes);
    const sheets = sheetsOf(files, "csv", opening(page.number));
    expect(sheets).toEqual(each(tables, (taken) => [...rowsOf(taken), ...linesOf(taken, ["", ...taken.around])]));
  });
}
