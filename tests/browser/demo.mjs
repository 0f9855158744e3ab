// What the tests of presenting, telling, printing and taking along share.
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { expect } from "@playwright/test";

/** The English words of presenting, telling, printing and taking along. */
export const WORDS = JSON.parse(readFileSync(new URL("../../crates/bundled/messages/en.json", import.meta.url), "utf8")).demo;

/** A case opened in Amsterdam on the last Friday before summer time, with everything that a lane can have. */
export const AMSTERDAM =
  "priority=p2&region=emea&zone=Europe/Amsterdam&opened=2026-03-27T16:30&by=2026-03-31T11:00&holidays=2026-03-30";

/** What is behind the button in the page's header. */
export class Demo {
  constructor(pc) {
    this.pc = pc;
    this.page = pc.page;
    this.door = this.page.locator("#pc-door");
    this.room = this.page.locator(".pc-room");
    /** What came of what was done last. */
    this.said = this.room.locator(".pc-room__said > p");
    this.presented = this.page.locator("dialog.pc-present");
    this.statement = this.presented.locator(".pc-present__statement");
    this.chapters = this.room.locator(".pc-story > ol > li");
    this.troubles = this.room.locator(".pc-story [role=alert] p");
  }

  /** Opens a link, relative to the site, and then the room. */
  async open(link) {
    await this.pc.open(link);
    await this.door.click();
    await expect(this.room).toBeVisible();
  }

  /** A button in the room, by the whole of its name. */
  button(name) {
    return this.room.getByRole("button", { name, exact: true });
  }

  /** Presents what the page shows. */
  async present() {
    await this.button(WORDS.showing.present).click();
    await expect(this.presented).toBeVisible();
  }

  /** What can be presented next to each other: the words of each statement, from the one that is shown to the last. */
  async statements(look = async () => (await this.statement.innerText()).trim(), key = "ArrowRight") {
    const seen = [await look()];
    for (;;) {
      const before = await this.statement.innerHTML();
      await this.page.keyboard.press(key);
      await this.drawn();
      if ((await this.statement.innerHTML()) === before) return seen;
      seen.push(await look());
      expect(seen.length, "statements end").toBeLessThan(60);
    }
  }

  /** Waits until the browser has drawn what was changed. */
  drawn() {
    return this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }

  /** Adds a chapter with what a link shows to the story. */
  async add({ title = "", line = "" } = {}) {
    const place = await this.chapters.count();
    await this.button(WORDS.story.add).click();
    await expect(this.chapters).toHaveCount(place + 1);
    await this.tell(place, { title, line });
  }

  /** Lets the story be changed, which one who opens it only reads. */
  async change() {
    const button = this.button(WORDS.story.edit);
    if (await button.isVisible()) await button.click();
  }

  /** Writes the texts of a chapter. */
  async tell(place, texts) {
    await this.change();
    const names = WORDS.story;
    for (const [name, text] of Object.entries(texts)) {
      await this.pc.enter(this.chapters.nth(place).getByLabel(names[name], { exact: true }), text);
    }
  }

  /** The texts of the chapters, in order. */
  async told() {
    return this.chapters.evaluateAll((chapters) =>
      chapters.map((chapter) => [...chapter.querySelectorAll("input")].map((input) => input.value)));
  }

  /** The fragment of the address. */
  fragment() {
    return new URL(this.page.url()).hash;
  }
}

/** Has the page be one that was built with another catalog. */
export async function showBlock(pc, block) {
  await pc.page.route(/\/(en|nl)\/(\?|$)/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const data = JSON.stringify(block).replaceAll("<", "\\u003c");
    const changed = body.replace(/(id="pc-data">)[^<]*/, (_, head) => head + data);
    expect(changed).not.toBe(body);
    await route.fulfill({ response, body: changed });
  });
}

/** What does not fit into the presenter's view: nothing, one hopes. `smallest` is the least size of letters, in pixels. */
export function unfit(demo, { smallest = 0, mayScroll = false } = {}) {
  return demo.presented.evaluate((dialog, { smallest, mayScroll }) => {
    const found = [];
    const box = dialog.getBoundingClientRect();
    const name = (element) => `${element.localName}.${element.getAttribute("class") ?? ""} “${element.textContent.trim().slice(0, 30)}”`;
    if (box.width > innerWidth || box.height > innerHeight) found.push(`the dialog is ${box.width} × ${box.height}`);
    if (document.documentElement.scrollWidth > innerWidth) found.push("the page is too wide");
    for (const element of [dialog, ...dialog.querySelectorAll("*")]) {
      const style = getComputedStyle(element);
      if (!element.checkVisibility() || style.clipPath !== "none" || element.closest("[aria-hidden=true], .pc-hidden")) continue;
      const isText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      const size = Number.parseFloat(style.fontSize);
      if (isText && size < smallest) found.push(`${name(element)} has letters of ${size} pixels`);
      if (element.ownerSVGElement && !isText) continue;
      if (isText) {
        const range = document.createRange();
        range.selectNodeContents(element);
        for (const { left, right, top, bottom } of range.getClientRects()) {
          if (left < -0.5 || right > innerWidth + 0.5) found.push(`${name(element)} reaches from ${left} to ${right}`);
          if (!mayScroll && (top < -0.5 || bottom > innerHeight + 0.5)) found.push(`${name(element)} reaches down from ${top} to ${bottom}`);
        }
      }
      if (element.ownerSVGElement || style.display === "inline") continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`${name(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
      if (!mayScroll && style.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1) {
        found.push(`${name(element)} is ${element.scrollHeight} high in ${element.clientHeight}`);
      }
    }
    return [...new Set(found)];
  }, { smallest, mayScroll });
}

/** A story as a fragment, whatever stands in it: the format is told in crates/takeaway/src/story/mod.rs. */
export function fragmentOf({ customer = "", chapters = [] }) {
  const records = [`${customer}\n`, ...chapters.map(({ title = "", line = "", query = "" }) => `${title}\t${line}\t${query}\n`)];
  const checks = [];
  let check = 0x811c9dc5;
  const add = (bytes) => {
    for (const byte of bytes) check = Math.imul(check ^ byte, 0x01000193) >>> 0;
  };
  add([records.length - 1]);
  for (const record of records) {
    add(Buffer.from(record));
    checks.push(check & 255, (check >> 8) & 255, (check >> 16) & 255, check >>> 24);
  }
  const bytes = Buffer.concat([Buffer.from([records.length - 1, ...checks]), deflateRawSync(records.join(""))]);
  return `#story=1.${bytes.toString("base64url")}`;
}
