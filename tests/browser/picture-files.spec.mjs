// Pictures of what the page shows, as files: what stands in them, where, and that they look like the page.
import { FRIDAY, expect, restyle, test } from "./page.mjs";

const SCRIPTS = new URL("../../src/demo/", import.meta.url);

/** A case with everything that a lane can have, and with a sign before the words. */
const CASE = `${FRIDAY}&holidays=2026-03-30&by=2026-03-31T11:00&mine=business`;

const ANSWERS = ".pc-answers__table";
const PICTURES = {
  "the answers": ANSWERS,
  "their signs": ".pc-legend",
  "the week": "#pc-week .pc-picture",
  "the waits": "#pc-waits .pc-picture",
};

/** A text with everything that markup reserves. */
const RESERVED = `<b class="x">&amp;</b> ]]> 'so'`;

/**
 * The share of what is drawn that looks alike at least. A page has its lines of text and the edges of letters at other
 * parts of a pixel than its picture; in two engines 99.6 % of the pictures were alike for all that, and 97.9 % of a box
 * of mere text. Without the lanes 77 % of the answers were alike, and without the texts 43 %.
 */
const ALIKE = 0.96;

/** Opens the page for a visitor, with the pictures, and without what only can be used and so is in no picture. */
async function opened(visit, { language = "en", width = 1280, colorScheme = "light", policy } = {}) {
  const pc = await visit({ viewport: { width, height: 900 }, deviceScaleFactor: 2, media: { colorScheme } });
  // The scripts as they stand in the source, wherever the build puts them.
  await pc.page.route(/\/(picture|marks|shapes|texts)\.js$/, (route) =>
    route.fulfill({ contentType: "text/javascript", path: new URL(route.request().url().split("/").at(-1), SCRIPTS).pathname }));
  if (policy) await pc.page.route(/\/en\/\?/, (route) => answer(route, policy));
  await pc.page.goto(`${language}/?${CASE}`);
  await pc.started();
  for (const name of ["week", "waits"]) {
    await pc.page.locator(`#pc-${name} > summary`).click();
    await expect(pc.page.locator(`#pc-${name} .pc-picture > svg`)).toBeVisible();
  }
  await restyle(pc, ".pc-answers button { visibility: hidden }");
  return pc;
}

/** Answers with the page, its policy changed. */
async function answer(route, policy) {
  const response = await route.fetch();
  const body = await response.text();
  const strict = body.replace(/(-Policy" content=")([^"]+)/, (_, head, own) => head + policy(own));
  expect(strict).toMatch(/trusted-types 'none'/);
  await route.fulfill({ response, body: strict });
}

/** The picture of an element, by the name of the function that makes it: markup, or the file in base 64. */
function made(pc, element, name, options = {}) {
  const script = new URL("picture.js", new URL(process.env.PC_SITE)).href;
  return pc.page.locator(element).evaluate(async (element, { script, name, options }) => {
    const background = getComputedStyle(element.closest(".pc-panel")).backgroundColor;
    const picture = await (await import(script))[name](element, { title: "Answers", background, ...options });
    if (typeof picture === "string") return picture;
    const bytes = new Uint8Array(await picture.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, { script, name, options });
}

/** A blank page, at its top left the picture, as the browser reads it. */
async function shown(pc, svg) {
  const page = await pc.page.context().newPage();
  const fault = await page.evaluate((svg) => {
    const read = new DOMParser().parseFromString(svg, "image/svg+xml");
    document.body.style.margin = 0;
    document.body.replaceChildren(document.importNode(read.documentElement, true));
    return read.querySelector("parsererror")?.textContent ?? "";
  }, svg);
  expect(fault, "the document is well-formed").toBe("");
  return page;
}

const textsOf = (page) => page.locator("text").allTextContents();

/** The share of alike dots among those that one of two files draws on a ground; a dot may be beside its place. */
function alike(page, files, ground) {
  return page.evaluate(async ({ files, ground }) => {
    const NEAR = 32;
    const read = async (file) => {
      const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height);
    };
    const [one, other] = await Promise.all(files.map(read));
    const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
    const at = ({ width, data }, x, y) => data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3);
    const near = (first, second) => first.every((part, place) => Math.abs(part - second[place]) <= NEAR);
    /** Whether the other picture has a tone of a dot, or tones on either side of it, less than a pixel of the page away. */
    const found = (dot, other, x, y) => {
      const around = [];
      for (let down = Math.max(0, y - 2); down <= Math.min(height - 1, y + 2); down += 1) {
        for (let across = Math.max(0, x - 2); across <= Math.min(width - 1, x + 2); across += 1) around.push(at(other, across, down));
      }
      const tones = (part) => around.map((dot) => dot[part]);
      return [0, 1, 2].every((part) => Math.min(...tones(part)) - NEAR <= dot[part] && dot[part] <= Math.max(...tones(part)) + NEAR);
    };
    let [drawn, same] = [0, 0];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const [dot, counterpart] = [at(one, x, y), at(other, x, y)];
        if (near(dot, ground) && near(counterpart, ground)) continue;
        drawn += 1;
        if (near(dot, counterpart) || (found(dot, other, x, y) && found(counterpart, one, x, y))) same += 1;
      }
    }
    return { share: same / drawn, drawn, size: [one.width, one.height] };
  }, { files, ground });
}

/** How much a PNG file is like what the page shows of an element. */
async function likeness(pc, element, png, blank) {
  const ground = await pc.page.locator(".pc-answers").evaluate((panel) => getComputedStyle(panel).backgroundColor.match(/\d+/g).map(Number));
  const compare = async () => {
    const screenshot = await pc.page.locator(element).screenshot({ caret: "initial" });
    return alike(blank, [png, screenshot.toString("base64")], ground);
  };
  const first = await compare();
  // Firefox may take a screenshot while it scrolls there, a part of a pixel beside the place. The next one is right.
  return first.share > ALIKE ? first : compare();
}

/** Has an element begin at a whole pixel, as its picture does. */
function align(pc, element) {
  return pc.page.locator(element).evaluate((element) => {
    const top = () => element.getBoundingClientRect().top + scrollY;
    element.style.marginTop = `${Math.ceil(top()) - top()}px`;
  });
}

/** Puts into the page what catalogs of other languages have: reserved signs, lines that wrap, and other directions. */
function addTexts(pc) {
  return pc.page.locator(".pc-answers").evaluate((panel, reserved) => {
    const box = Object.assign(document.createElement("div"), { id: "crafted" });
    const add = (text, properties = {}) => box.appendChild(Object.assign(document.createElement("p"), { textContent: text, ...properties }));
    box.style.cssText = "inline-size: 20em; padding: 8px; border: 1px solid; border-radius: 6px";
    add(reserved);
    add("A line that goes on until it has to wrap, and then goes on\n   in the next one, twice.");
    add("שלום עולם (24 שעות) בדיקה של שורה ארוכה שנשברת לשתי שורות", { dir: "rtl" });
    add("Mixed: שלום עולם, and العربية here", { dir: "auto" });
    add("not seen", { hidden: true });
    add("only heard", { className: "pc-hidden" });
    box.appendChild(Object.assign(document.createElement("button"), { textContent: "only used" })).style.visibility = "hidden";
    panel.append(box);
  }, RESERVED);
}

for (const [language, width] of [["en", 1280], ["nl", 390]]) {
  test(`the SVG file of the answers says what they say, in ${language} at ${width} pixels`, async ({ visit }) => {
    const pc = await opened(visit, { language, width });
    const svg = await made(pc, ANSWERS, "asSvg", { title: RESERVED });
    const file = await shown(pc, svg);
    const texts = await textsOf(file);
    const count = (text) => texts.filter((other) => other === text).length;
    const said = (part) => pc.page.locator(`${ANSWERS} ${part}`).allTextContents();
    for (const part of [".pc-answer__name", ".pc-due__clock"]) {
      expect((await said(part)).map(count), part).toEqual([1, 1, 1, 1]);
    }
    const days = await said(".pc-due__day");
    expect(days.map(count)).toEqual(days.map((day) => days.filter((other) => other === day).length));
    expect(texts.filter((text) => /^[✓✗]$/.test(text))).toHaveLength(4);
    const unseen = await said(":is(.pc-hidden, .pc-hidden th, button)");
    expect(unseen.length).toBeGreaterThan(6);
    expect(texts.filter((text) => unseen.some((other) => text === other || other.length > 60 && text.includes(other)))).toEqual([]);

    const root = file.locator("body > svg");
    await expect(root.locator("> title")).toHaveText(RESERVED);
    await expect(root).toHaveAttribute("lang", language);
    await expect(file.locator("svg :is(script, foreignObject, style, image, use, a)")).toHaveCount(0);
    await expect(file.locator("svg :is([class], [style], [href])")).toHaveCount(0);
    expect(svg).not.toMatch(/var\(|href|url\((?!#)/);
  });

  test(`what the SVG file of the answers shows stands where it does in the page, in ${language} at ${width} pixels`, async ({ visit }) => {
    const pc = await opened(visit, { language, width });
    const file = await shown(pc, await made(pc, ANSWERS, "asSvg"));
    const boxes = (page, selector, around) => page.locator(selector).evaluateAll((elements, around) => {
      const { left, top } = document.querySelector(around).getBoundingClientRect();
      return elements.map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        // Words are as large as their letters, without the room around them.
        const box = (element.ownerSVGElement ? element : range).getBoundingClientRect();
        return { words: element.textContent, left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top };
      });
    }, around);
    const compare = (found, expected, off) => {
      expect(found.map(({ words }) => words)).toEqual(expected.map(({ words }) => words));
      for (const [place, box] of expected.entries()) {
        for (const edge of ["left", "right", "top", "bottom"]) {
          expect(Math.abs(found[place][edge] - box[edge]), `${edge} of ${box.words} ${place}`).toBeLessThanOrEqual(off);
        }
      }
    };
    // A flag is the one shape with three corners.
    const data = await file.locator("path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
    const shapes = await boxes(file, "path", "svg");
    const flags = shapes.filter((_, place) => /^M[^A-Z]+L[^A-Z]+L[^A-Z]+Z$/.test(data[place]));
    const expected = await boxes(pc.page, `${ANSWERS} path.pc-flag`, ANSWERS);
    expect(expected).toHaveLength(4);
    compare(flags, expected, 1);
    const names = await boxes(pc.page, `${ANSWERS} :is(.pc-answer__name, .pc-due__clock)`, ANSWERS);
    const words = names.map(({ words }) => words);
    // Firefox makes the box of a text in a picture larger by a pixel than that of the same text in the page.
    compare((await boxes(file, "text", "svg")).filter((text) => words.includes(text.words)), names, 1.5);
  });
}

test.describe("with screenshots", () => {
  // For a screenshot Playwright adds a style, which Firefox refuses by the page's policy.
  test.use({ troubled: true });

  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      test(`PNG files look like the page, ${colorScheme}, at ${width} pixels`, async ({ visit }) => {
        // Ten large pictures are looked at dot by dot.
        test.slow();
        const pc = await opened(visit, { colorScheme, width });
        await addTexts(pc);
        const blank = await pc.page.context().newPage();
        for (const [name, element] of Object.entries({ ...PICTURES, "other texts": "#crafted" })) {
          await align(pc, element);
          const { width, height } = await pc.page.locator(element).evaluate((element) => element.getBoundingClientRect().toJSON());
          const { share, drawn, size } = await likeness(pc, element, await made(pc, element, "asPng"), blank);
            expect(size, name).toEqual([width, height].map((length) => Math.ceil(length * 2)));
          expect(drawn, name).toBeGreaterThan(1000);
          expect(share, name).toBeGreaterThan(ALIKE);
        }
      });
    }
  }

  for (const [what, part] of [["the lanes", ".pc-ribbon svg *"], ["the texts", ":is(th, [data-deadline], .pc-answer__words)"]]) {
    test(`a PNG file without ${what} would be told from the page`, async ({ visit }) => {
      const pc = await opened(visit);
      const blank = await pc.page.context().newPage();
      await align(pc, ANSWERS);
      const show = (visibility) => pc.page.locator(`${ANSWERS} ${part}`).evaluateAll((elements, visibility) => {
        for (const element of elements) element.style.visibility = visibility;
      }, visibility);
      await show("hidden");
      const png = await made(pc, ANSWERS, "asPng");
      await show("");
      const { share } = await likeness(pc, ANSWERS, png, blank);
      expect(share).toBeLessThan(0.8);
    });
  }
});

test("other texts keep their signs, their lines and their direction in an SVG file", async ({ visit }) => {
  const pc = await opened(visit);
  await addTexts(pc);
  const file = await shown(pc, await made(pc, "#crafted", "asSvg"));
  const texts = await textsOf(file);
  expect(texts[0]).toBe(RESERVED);
  const lines = texts.slice(1, texts.findIndex((text) => text.includes("שלום")));
  expect(lines.length, "the line wraps").toBeGreaterThan(1);
  expect(lines.join(" ")).toBe("A line that goes on until it has to wrap, and then goes on in the next one, twice.");
  expect(texts.join(" ")).not.toMatch(/not seen|only heard|only used/);
  const backwards = await file.locator("text[direction=rtl]").allTextContents();
  expect(backwards.length).toBeGreaterThan(2);
  for (const text of backwards) expect(text).not.toMatch(/[a-z0-9]{2}/);
  await expect(file.locator("text").filter({ hasText: "Mixed" })).not.toHaveAttribute("direction", "rtl");
});

test.describe("under the strictest policy", () => {
  // It refuses what the test does in the end.
  test.use({ troubled: true });

  test("pictures are made, and nothing is refused", async ({ visit }) => {
    const policy = (own) => own.replace("img-src 'self' data:", "img-src data:; require-trusted-types-for 'script'; trusted-types 'none'");
    const pc = await opened(visit, { policy });
    const refused = await pc.page.evaluateHandle(() => {
      const refused = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
      return refused;
    });
    for (const element of Object.values(PICTURES)) {
      expect(await made(pc, element, "asSvg")).toContain("</svg>");
      expect((await made(pc, element, "asPng")).length).toBeGreaterThan(1000);
    }
    expect(await refused.jsonValue()).toEqual([]);
    await pc.page.evaluate(() => (new Image().src = URL.createObjectURL(new Blob())));
    await expect.poll(() => refused.jsonValue(), "what is refused is heard of").toEqual(["img-src"]);
  });
});
