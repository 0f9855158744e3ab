// The workshop: a catalog is written, mended and taken away, all in the browser.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { AXE, RUN_AXE } from "./axe.mjs";
import { expect, test } from "./page.mjs";

const at = (pc, name) => pc.page.locator(`#pc-workshop-${name}`);
const text = (pc) => at(pc, "text");
const summary = (pc) => at(pc, "summary");
const fault = (pc) => at(pc, "faults").getByRole("button");
const preview = (pc) => at(pc, "preview");

async function open(pc, language = "en") {
  await pc.page.goto(`${language}/workshop/`);
  await expect(pc.page.locator("html[data-running]")).toBeAttached();
}

/** Replaces a part of the catalog in the field, as if it were typed. */
async function replace(pc, before, after) {
  const catalog = await text(pc).inputValue();
  expect(catalog).toContain(before);
  await text(pc).fill(catalog.replace(before, after));
}

/** Starts from one of the catalogs that there are. */
async function startFrom(pc, name) {
  await at(pc, "start").selectOption(name);
  await expect(at(pc, "start")).toHaveValue("");
}

/** Keeps what the page hands over as files, since not every driver tells of downloads. */
const keepFiles = (pc) => pc.page.addInitScript(() => {
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => createObjectURL.call(URL, (globalThis.taken = blob));
});

/** Takes a file away: its name is said, and its content is written to a path. */
async function take(pc, button, name, path) {
  await pc.page.evaluate(() => delete globalThis.taken);
  await at(pc, button).click();
  await expect(at(pc, "done")).toHaveText(`${name} is among your downloads.`, { timeout: 30_000 });
  const content = await pc.page.evaluate(async () => {
    const bytes = new Uint8Array(await globalThis.taken.arrayBuffer());
    let letters = "";
    for (let place = 0; place < bytes.length; place += 8_192) letters += String.fromCharCode(...bytes.subarray(place, place + 8_192));
    return btoa(letters);
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(content, "base64"));
}

test("a small catalog is there at once, with its page beside it", async ({ pc }) => {
  await open(pc);
  await expect(summary(pc)).toHaveText("The catalog can be used. Doubts: 0.");
  await expect(preview(pc).locator("[data-deadline] time")).toHaveCount(2);
  await expect(at(pc, "lines")).toHaveText(/^1\n2\n3\n/);
  await expect(pc.page.getByRole("link", { name: "Back to the comparison" })).toHaveAttribute("href", "../");
});

test("the page leads to it, in each language", async ({ pc }) => {
  await pc.open("nl/");
  await pc.page.getByRole("link", { name: "Uw eigen plannen gebruiken" }).click();
  await expect(pc.page.getByRole("heading", { level: 1 })).toHaveText("Uw eigen plannen gebruiken");
  await expect(summary(pc)).toHaveText("De catalogus is bruikbaar. Twijfels: 0.");
});

test("the bundled catalog is edited, and its page follows and keeps what was chosen in it", async ({ pc }) => {
  await open(pc);
  await startFrom(pc, "bundled");
  await expect(preview(pc).locator("[data-deadline] time")).toHaveCount(4);
  await preview(pc).locator("input[name=priority][value=p3]").check();
  await replace(pc, '"Elite Support"', '"Gold Support"');
  await expect(preview(pc).getByText("Gold Support").first()).toBeVisible();
  await expect(preview(pc).locator("input[name=priority][value=p3]")).toBeChecked();
  await at(pc, "language").selectOption("nl");
  await expect(preview(pc).getByRole("heading", { name: "Eerste reactie" })).toBeVisible();
  await expect(preview(pc).locator("input[name=priority][value=p3]")).toBeChecked();
});

test("what is wrong is listed as one types, and leads to its place, by the keyboard too", async ({ pc }) => {
  await open(pc);
  await replace(pc, '"paid": true', '"paid": "yes"');
  await expect(summary(pc)).toHaveText("The catalog cannot be used yet. Faults: 1.");
  await expect(fault(pc)).toHaveText(/^7:45 \$\.plans\[1\]\.paid: found "yes", allowed is true or false$/);
  await expect(at(pc, "stale")).toBeVisible();
  await expect(preview(pc).locator("[data-deadline] time")).toHaveCount(2);
  await expect(at(pc, "take-site")).toBeDisabled();
  await fault(pc).focus();
  await pc.page.keyboard.press("Enter");
  await expect(text(pc)).toBeFocused();
  const before = await text(pc).evaluate((field) => field.value.slice(0, field.selectionStart));
  expect(before.endsWith('"paid": ')).toBe(true);
  await pc.page.keyboard.press("Delete");
  await replace(pc, '"paid": yes"', '"paid": true');
  await expect(summary(pc)).toHaveText("The catalog can be used. Doubts: 0.");
  await expect(at(pc, "stale")).toBeHidden();
  await expect(at(pc, "take-site")).toBeEnabled();
});

test("text that is no JSON, nothing, and nonsense are told in a sentence", async ({ pc }) => {
  await open(pc);
  for (const nonsense of ["{", "", "[]", "null", "{}".repeat(3), `[${"1,".repeat(200_000)}1]`]) {
    await text(pc).fill(nonsense);
    await expect(summary(pc)).toHaveText(/^The catalog cannot be used yet\. Faults: [1-9]\d*\.$/);
    await expect(preview(pc).locator("[data-deadline] time")).toHaveCount(2);
  }
});

test("a file is opened, and one in another encoding is named", async ({ pc }) => {
  await open(pc);
  const tyk = readFileSync(new URL("../../examples/catalogs/tyk.json", import.meta.url));
  await at(pc, "file").setInputFiles({ name: "tyk.json", mimeType: "application/json", buffer: tyk });
  await expect(preview(pc).locator("[data-deadline]")).toHaveCount(5);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("{}", "utf16le")]);
  await at(pc, "file").setInputFiles({ name: "old.json", mimeType: "application/json", buffer: utf16 });
  await expect(summary(pc)).toHaveText(/^old\.json: .*UTF-16/);
  await expect(text(pc)).toHaveValue(/Tyk/);
});

test.describe("somebody who is asked", () => {
  // The question is a dialog, to which the answer of these tests is no.
  test.use({ troubled: true });

  test("another catalog does not take the place of what was written, unless that is wanted", async ({ pc }) => {
    await open(pc);
    await replace(pc, "Acme support plans", "Our plans");
    await at(pc, "start").selectOption("tyk");
    await expect(at(pc, "start")).toHaveValue("");
    await expect(text(pc)).toHaveValue(/Our plans/);
  });
});

test("rows that were pasted from a spreadsheet become entitlements", async ({ pc }) => {
  await open(pc);
  await pc.page.getByText("Paste a table").click();
  await at(pc, "table").fill('Row\tGold\tBasic\nTraining\t✓\tno\nSeats\t5\t1\nDesk\tOffice hours\t\n"A ""quoted"" name"\tby mail\t–\n');
  await at(pc, "table-group").fill("From the sheet");
  await at(pc, "table-add").click();
  await expect(at(pc, "table-done")).toHaveText("Rows added: 4.");
  await expect(summary(pc)).toHaveText("The catalog can be used. Doubts: 0.");
  const values = (id) => preview(pc).locator(`tr[data-entitlement=${id}] td`).evaluateAll((cells) => cells.map((cell) => cell.dataset.value));
  await expect.poll(() => values("training")).toEqual(["not-included", "included"]);
  expect(await values("seats")).toEqual(["1", "5"]);
  expect(await values("desk")).toEqual(["not-stated", "office"]);
  expect(await values("a-quoted-name")).toEqual(["not-included", "text"]);
});

test("the days of a calendar become dates of a region", async ({ pc }) => {
  await open(pc);
  await pc.page.getByText("Add dates of a calendar").click();
  const event = (date, name) => `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${date}\r\nSUMMARY:${name}\r\nEND:VEVENT\r\n`;
  const noon = "BEGIN:VEVENT\r\nDTSTART:20261224T120000Z\r\nSUMMARY:Noon\r\nEND:VEVENT\r\n";
  const calendar = `BEGIN:VCALENDAR\r\n${event("20261226", "Boxing Day")}${event("20261225", "Christmas")}${noon}END:VCALENDAR\r\n`;
  await at(pc, "calendar").setInputFiles({ name: "holidays.ics", mimeType: "text/calendar", buffer: Buffer.from(calendar) });
  await expect(at(pc, "calendar-done")).toHaveText("Dates added: 2. Left out: 1.");
  await expect(summary(pc)).toHaveText("The catalog can be used. Doubts: 0.");
  await expect(preview(pc).getByText("Friday 25 December 2026 (Christmas)")).toBeVisible();
  await at(pc, "calendar").setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") });
  await expect(at(pc, "calendar-done")).toHaveText(/no calendar/);
});

test("the catalog, the site and the page in one file are taken away, and are what the build makes", async ({ pc }, info) => {
  await keepFiles(pc);
  await open(pc);
  await startFrom(pc, "every-key");
  const [catalog, archive, page, folder] = ["catalog.json", "site.zip", "plans.html", "site"].map((name) => info.outputPath(name));
  await take(pc, "take-catalog", "catalog.json", catalog);
  expect(JSON.parse(readFileSync(catalog, "utf8")).title.en).toBe("Harbour Cloud support");

  await take(pc, "take-site", "site.zip", archive);
  execFileSync("python3", ["-m", "zipfile", "-e", archive, folder]);
  const built = `${process.env.PC_SITES}/every-key`;
  const files = (folder) => readdirSync(folder, { recursive: true }).filter((path) => statSync(`${folder}/${path}`).isFile()).sort();
  expect(files(folder)).toEqual(files(built));
  for (const path of files(built)) expect(readFileSync(`${folder}/${path}`).equals(readFileSync(`${built}/${path}`)), path).toBe(true);

  await take(pc, "take-file", "plans.html", page);
  expect(readFileSync(page).equals(readFileSync(`${process.env.PC_SITES}/every-key.one-file.html`))).toBe(true);
});

for (const [width, language] of [[390, "nl"], [1440, "en"]]) {
  test(`at ${width} pixels, axe finds nothing in the workshop, and nothing is scrolled sideways @one-engine`, async ({ visit }) => {
    const pc = await visit({ viewport: { width, height: 844 } });
    await open(pc, language);
    await replace(pc, '"paid": true', '"paid": "yes"');
    await expect(fault(pc)).toHaveCount(1);
    await pc.page.locator("summary").first().click();
    await pc.page.evaluate(AXE);
    expect((await pc.page.evaluate(RUN_AXE)).violations).toEqual([]);
    expect(await pc.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test("without scripts, the workshop says what it needs", async ({ visit }) => {
  const pc = await visit({ javaScriptEnabled: false });
  await pc.page.goto("en/workshop/");
  await expect.poll(() => pc.page.locator("noscript p:visible", { hasText: "needs JavaScript" }).count()).toBe(1);
});
