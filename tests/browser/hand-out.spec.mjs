// The hand-out: a story on paper, each of its chapters from the top of a page.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import readCode from "jsqr";
import { AMSTERDAM, Demo, WORDS, fragmentOf } from "./demo.mjs";
import { ALSO } from "./desks.mjs";
import { FRIDAY, FRIDAYS_ANSWERS, expect, needs, test } from "./page.mjs";
import { markHeadings, lonely, pages as textsOf, unprinted } from "./paper.mjs";

/** Dots of a rendered page on an inch. */
const DOTS = 200;
const MILLIMETRES = 25.4;
/** The least width of a code, in millimetres. */
const LEAST_CODE = 30;
/** Sizes of paper, in points. */
const PAPERS = { A4: [595, 842], Letter: [612, 792] };

/** Has the window print nothing, but tell that it was asked to. If `keeps`, what is printed stays, for the driver to print. */
function countPrints(pc, keeps) {
  return pc.page.addInitScript((keeps) => {
    globalThis.prints = [];
    window.print = () => {
      const page = document.documentElement;
      globalThis.prints.push(page.dataset.prints);
      if (!keeps) return;
      const paper = document.querySelector(".pc-paper");
      const kept = paper.cloneNode(true);
      setTimeout(() => {
        page.dataset.prints = "hand-out";
        if (!paper.firstElementChild) paper.replaceWith(kept);
        globalThis.isKept = true;
      }, 100);
    };
  }, keeps);
}

const LONG = "A sentence that goes on and on, as sentences do that somebody wrote in a hurry. ".repeat(3).slice(0, 200);

/** Stories, with how to print them: their language, their fragment or else their query, and how many chapters they have. */
const STORIES = {
  "one plan": { language: "en", query: `plans=elite&${FRIDAY}`, chapters: 1 },
  "four plans": { language: "en", query: AMSTERDAM, chapters: 1 },
  "four plans at three desks": { language: "en", query: `${AMSTERDAM}&${ALSO}`, chapters: 1 },
  "four plans at three desks, in Dutch": { language: "nl", query: `${AMSTERDAM}&${ALSO}`, chapters: 1 },
  "three chapters with long texts": {
    language: "en", query: FRIDAY, chapters: 3,
    story: fragmentOf({
      customer: "Meridian Freight & Sons, International Division of Everything That Moves, Rotterdam",
      chapters: [AMSTERDAM, FRIDAY, "priority=p4&region=japan&zone=Asia/Tokyo&opened=2026-12-28T10:00&holidays=2026-12-31,2027-01-01"].map((query, place) =>
        ({ title: `${place + 1}. ${LONG.slice(0, 76)}`, line: LONG, query })),
    }),
  },
  "Dutch, with holidays, and a case outside the zone rules": {
    language: "nl", query: FRIDAY, chapters: 2,
    story: fragmentOf({
      customer: "Meridiaan",
      chapters: [
        { title: "Rond Kerstmis", line: "Welk plan antwoordt dan nog?", query: "priority=p3&region=emea&zone=Europe/Amsterdam&opened=2026-12-24T15:00&holidays=2026-12-25,2026-12-28,2027-01-01" },
        { title: "Over vijftien jaar", line: "", query: "priority=p1&region=emea&zone=Europe/Amsterdam&opened=2041-06-01T10:00" },
      ],
    }),
  },
};

/** Opens a story and prints it, as far as `window.print`. */
async function print(demo, { language, query, story }) {
  await countPrints(demo.pc, true);
  await demo.pc.open(`${language}/?${query}${story ?? ""}`);
  if (!story) await demo.door.click();
  await demo.room.getByRole("button", { name: story ? /^(Print the story|Het verhaal afdrukken)$/ : /^(Print what is shown|Afdrukken wat te zien is)$/ }).click();
  await expect.poll(() => demo.page.evaluate(() => globalThis.isKept)).toBe(true);
}

/** The words of what is printed, which may stand in elements side by side. Listeners' words are left out. */
function wordsIn(paper) {
  const words = [];
  const texts = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: around, data } = texts.currentNode;
    const isUnseen = around.closest(".pc-hidden, .pc-due__yours, .pc-sheet__also .pc-sheet__other, title, desc, [hidden]") || around.closest("svg")?.closest("[aria-hidden]");
    // Some begin with a capital on paper only.
    if (!isUnseen) words.push(...(data.toLowerCase().match(/\S+/g) ?? []));
  }
  return words;
}

/** The links to the chapters' cases, as they stand on the paper. */
const linksOf = (demo) => demo.page.locator(".pc-paper > article").evaluateAll((chapters) =>
  chapters.map((chapter) => /https?:\S+/.exec(chapter.querySelector(".pc-paper__foot").textContent)[0]));

/** The words on each page of a PDF file with their places, in points, and the size of the page. */
function wordsOf(file) {
  const text = execFileSync(process.env.PC_PDFTOTEXT, ["-bbox", file, "-"], { encoding: "utf8" });
  return text.split("<page ").slice(1).map((page) => {
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page);
    const words = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)/g)];
    return { width: Number(width), height: Number(height), words: words.map(([, ...word]) => ({ text: word.pop(), box: word.map(Number) })) };
  });
}

/** The codes on the pages of a PDF file: what they say, and how wide their squares are, in millimetres. */
function codesOf(file, count) {
  const codes = [];
  for (let page = 1; page <= count; page += 1) {
    const range = ["-f", String(page), "-l", String(page)];
    const image = execFileSync(join(dirname(process.env.PC_PDFTOTEXT), "pdftoppm"), ["-r", String(DOTS), ...range, file], { maxBuffer: 2 ** 28 });
    const [head, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(image.subarray(0, 60).toString("latin1"));
    const dots = image.subarray(head.length);
    const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let dot = 0; dot < width * height; dot += 1) pixels.set(dots.subarray(3 * dot, 3 * dot + 3), 4 * dot);
    const code = readCode(pixels, Number(width), Number(height));
    if (!code) continue;
    const { topLeftCorner, topRightCorner } = code.location;
    codes.push({ page, link: code.data, width: (Math.hypot(topRightCorner.x - topLeftCorner.x, topRightCorner.y - topLeftCorner.y) / DOTS) * MILLIMETRES });
  }
  return codes;
}

/** Prints to a file, and calls `read` with it. */
async function toPdf(demo, format, read) {
  const folder = mkdtempSync(join(tmpdir(), "hand-out-"));
  try {
    const path = join(folder, "hand-out.pdf");
    await demo.page.pdf({ path, format, preferCSSPageSize: false });
    return read(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.describe("on paper", () => {
  needs("printing by the driver");
  needs("headings kept with what follows on paper");

  for (const [name, story] of Object.entries(STORIES)) {
    for (const [format, [width, height]] of Object.entries(PAPERS)) {
      test(`${name}, on ${format}`, async ({ pc, visit }) => {
        // Every word and every code of all pages is read.
        test.slow();
        const demo = new Demo(pc);
        await print(demo, story);
        const { words, links, titles } = {
          words: await demo.page.locator(".pc-paper").evaluate(wordsIn),
          links: await linksOf(demo),
          titles: await demo.page.locator(".pc-paper__title").allTextContents(),
        };
        expect(links).toHaveLength(story.chapters);
        await demo.page.evaluate(markHeadings);
        const { printed, positions, codes } = await toPdf(demo, format, (file) => {
          const positions = wordsOf(file);
          return { printed: textsOf(file, "-layout"), positions, codes: codesOf(file, positions.length) };
        });
        expect(positions.length).toBeGreaterThanOrEqual(story.chapters);
        expect(positions.length).toBeLessThanOrEqual(2 * story.chapters);
        for (const page of positions) {
          expect(Math.max(Math.abs(page.width - width), Math.abs(page.height - height))).toBeLessThanOrEqual(1);
          for (const { text, box: [left, top, right, bottom] } of page.words) {
            expect(left > 20 && right < page.width - 20 && top > 20 && bottom < page.height - 10, `“${text}” at ${left}, ${top}`).toBe(true);
          }
        }
        expect(unprinted(words, [positions.flatMap(({ words }) => words.map(({ text }) => decode(text))).join("").toLowerCase()]).slice(0, 5)).toEqual([]);
        expect(lonely(printed)).toEqual([]);
        const starts = titles.map((title) => printed.findIndex((page) => begins(page, title)));
        expect(starts, "each chapter begins a page").not.toContain(-1);
        expect(new Set(starts).size).toBe(story.chapters);
        expect(codes.map(({ link }) => link)).toEqual(links);
        const parameters = (query) => Object.fromEntries(new URLSearchParams(query));
        if (!story.story) expect(parameters(new URL(links[0]).search)).toEqual(parameters(story.query));
        for (const { width } of codes) expect(width).toBeGreaterThanOrEqual(LEAST_CODE);
        const whole = printed.join("\n");
        for (const foreign of ["Present or save", "Tonen, bewaren", "Copy link", "Link kopiëren", "Which plan fits", "Copy or save", "Skip to", "Regio’s en tijden"]) {
          expect(whole).not.toContain(foreign);
        }
        if (format !== "A4") return;
        for (const [place, link] of codes.map(({ link }) => link).entries()) {
          const reader = await visit({ timezoneId: "Asia/Tokyo" });
          await reader.open(link);
          const due = Object.values(await reader.answers());
          const moments = await momentsOf(story, place, visit);
          expect(due).toEqual(moments);
        }
      });
    }
  }
});

/** Whether a title stands at the top of a page: below whose plans these are, and the customer's name, at most. */
function begins(page, title) {
  const top = page.trim().split("\n").slice(0, 10).join(" ").replace(/\s+/g, "");
  return top.includes(title.replace(/\s+/g, "").slice(0, 30));
}

/** Words of a PDF file as they were, without the escapes of markup. */
const decode = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The answers of a story's chapter, as the page itself shows it. */
async function momentsOf(story, place, visit) {
  const demo = new Demo(await visit());
  await demo.pc.open(`en/?${story.query}${story.story ?? ""}`);
  if (story.story) {
    await demo.button(`Show: Case ${place + 1}`).click();
    await expect(demo.said).toContainText("The page shows");
  }
  return Object.values(await demo.pc.answers());
}

test("afterwards the page is printed as before, and shown as before", async ({ pc }) => {
  const demo = new Demo(pc);
  await countPrints(pc, false);
  await demo.open(`en/?${FRIDAY}`);
  await pc.hasTable();
  const seen = () => demo.page.evaluate(() => document.body.innerText);
  const onScreen = await seen();
  await demo.button(WORDS.hand_out.print).click();
  await expect.poll(() => demo.page.evaluate(() => globalThis.prints)).toEqual(["hand-out"]);
  await demo.page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(demo.page.locator(".pc-paper > article")).toHaveCount(0);
  expect(await seen()).toBe(onScreen);
  const button = await demo.button(WORDS.hand_out.print).elementHandle();
  await pc.toPaper();
  const before = await seen();
  await demo.page.evaluate(() => (globalThis.prints.length = 0));
  await button.evaluate((button) => button.click());
  await expect.poll(() => demo.page.evaluate(() => globalThis.prints)).toEqual(["hand-out"]);
  await demo.page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(demo.page.locator(".pc-paper > article")).toHaveCount(0);
  expect(await demo.page.evaluate(() => "prints" in document.documentElement.dataset)).toBe(false);
  expect(await seen()).toBe(before);
  expect(await pc.answers()).toEqual(FRIDAYS_ANSWERS);
  expect(pc.query()).toBe(`?${FRIDAY}`);
});

test("no heading stands alone on the paper of a case outside the zone rules", async ({ pc }) => {
  const demo = new Demo(pc);
  await print(demo, { language: "en", query: "opened=2041-06-01T10:00" });
  const empty = await demo.page.locator(".pc-paper__part > h3").evaluateAll((headings) =>
    headings.filter((heading) => !heading.nextElementSibling.textContent.trim()).map((heading) => heading.textContent));
  expect(empty).toEqual([]);
});

test("it says what the page says", async ({ pc }) => {
  const demo = new Demo(pc);
  await pc.page.addInitScript(() => {
    window.print = () => (globalThis.printed = document.querySelector(".pc-paper").cloneNode(true));
  });
  await demo.open(`en/?${FRIDAY}`);
  await demo.button(WORDS.hand_out.print).click();
  await expect.poll(() => demo.page.evaluate(() => Boolean(globalThis.printed))).toBe(true);
  const paper = await demo.page.evaluate(() => ({
    moments: [...globalThis.printed.querySelectorAll("time")].map((time) => time.dateTime),
    headings: [...globalThis.printed.querySelectorAll("h2, h3")].map((heading) => heading.textContent),
    answers: globalThis.printed.querySelectorAll("[data-deadline]").length,
    foot: globalThis.printed.querySelector(".pc-paper__foot").textContent,
  }));
  expect(paper.moments).toEqual(Object.values(FRIDAYS_ANSWERS));
  expect(paper.headings).toEqual([
    expect.stringContaining("Priority 2 in Europe"), "How it was counted", "How the plans differ", "Assumptions",
  ]);
  expect(paper.answers).toBe(0);
  expect(paper.foot).toContain("Printed on Wednesday 10 June 2026");
  expect(paper.foot).toContain(`/en/?${FRIDAY}`);
});
