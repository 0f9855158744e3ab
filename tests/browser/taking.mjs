// What the tests of copied and saved tables share: the clipboard, files, and readers of both.
import { readFileSync } from "node:fs";
import { Demo } from "./demo.mjs";
import { FRIDAY, expect } from "./page.mjs";

/** A visitor who may use the clipboard, and whose files can be read. */
export async function allowed(visit) {
  const demo = new Demo(await visit({ permissions: ["clipboard-read", "clipboard-write"] }));
  await keepFiles(demo.pc);
  return demo;
}

/** Opens the room for such a visitor. */
export async function opened(visit, link = `en/?${FRIDAY}`) {
  const demo = await allowed(visit);
  await demo.open(link);
  return demo;
}

/** Chooses what is taken. */
export const take = (demo, what) => demo.room.getByRole("radio", { name: what, exact: true }).check();

/** What stands on the clipboard, by its type, as other programs get it: Chromium cleans what pages read. */
export function copied(demo) {
  return demo.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read({ unsanitized: ["text/html"] });
    const texts = await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()]));
    return Object.fromEntries(texts);
  });
}

/** Keeps in the page what it saves: Firefox's driver is told of no files. */
export function keepFiles(pc) {
  if (pc.engine !== "firefox") return;
  return pc.page.addInitScript(() => {
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const address = make(blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      globalThis.file = { name: this.download, blob: blobs.get(this.href) };
    };
  });
}

/** The file that `save` has the page save: its name and its bytes. */
export async function fileOf(demo, save) {
  if (demo.pc.engine !== "firefox") {
    const [download] = await Promise.all([demo.page.waitForEvent("download"), save()]);
    return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }
  await save();
  await expect.poll(() => demo.page.evaluate(() => Boolean(globalThis.file))).toBe(true);
  const { name, bytes } = await demo.page.evaluate(async () => {
    const { name, blob } = globalThis.file;
    globalThis.file = undefined;
    return { name, bytes: [...new Uint8Array(await blob.arrayBuffer())] };
  });
  return { file: name, bytes: Buffer.from(bytes) };
}

/** Presses a button that saves, and brings the file's name and its bytes. */
export async function saved(demo, name) {
  const { file, bytes } = await fileOf(demo, () => demo.button(name).click());
  await expect(demo.said).toHaveText(`Saved as ${file}.`);
  await expect(demo.pc.status.first()).toHaveText(`Saved as ${file}.`);
  return { file, bytes };
}

/** The rows of a CSV file, as RFC 4180 says. `bare` makes something of cells without quotes. */
export function readCsv(text, bare = (cell) => cell) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match; cell.lastIndex < text.length && (match = cell.exec(text)); ) {
    rows.at(-1).push(match[1]?.replaceAll('""', '"') ?? bare(match[2]));
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows.at(-1).length ? rows : rows.slice(0, -1);
}

/** The table in copied text, whose cells end with tabs, and the lines under it: its title, then its notes. */
export function readTabs(text) {
  const [table, around] = text.trimEnd().split("\n\n").map((part) => part.split("\n"));
  return { table: table.map((line) => line.split("\t")), around };
}
