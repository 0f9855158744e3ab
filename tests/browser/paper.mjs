// What stands on printed pages, read from the files that engines print.
import { execFileSync } from "node:child_process";

/** The texts of the pages of a PDF file: as they were drawn, or, with `-layout`, from top to bottom. */
export function pages(file, order = "-raw") {
  const text = execFileSync(process.env.PC_PDFTOTEXT, [order, file, "-"], { encoding: "utf8" });
  return text.split("\f").filter((page) => page.trim() !== "");
}

/**
 * Puts a mark at the beginning and at the end of every cell of a plan, and of every answer, in the
 * page; and returns the marks of each row with what the row is about.
 */
export function mark() {
  const rows = document.querySelectorAll("tr[data-entitlement], tr[data-priority], [data-deadline], [data-also]");
  return [...rows].filter((row) => row.checkVisibility()).map((row, place) => {
    const cells = row.matches("tr") ? [...row.cells] : [row];
    const marks = cells.flatMap((cell, column) => {
      const [first, last] = ["b", "e"].map((edge) => `${edge}${place}x${column}`);
      cell.prepend(`${first} `);
      cell.append(Object.assign(document.createElement("div"), { textContent: last }));
      return [first, last];
    });
    return { row: row.dataset.entitlement ?? row.dataset.priority ?? row.dataset.deadline ?? row.dataset.also, marks };
  });
}

/** Rows of which something is not printed, or that begin on one page and end on another. */
export function misprinted(rows, pages) {
  return rows.flatMap(({ row, marks }) => {
    const places = marks.map((mark) => pages.findIndex((page) => new RegExp(`\\b${mark}\\b`).test(page)));
    if (places.includes(-1)) return [`${row} lacks ${marks.filter((_, index) => places[index] === -1).join()}`];
    return new Set(places).size > 1 ? [`${row} stands on pages ${[...new Set(places)].map((place) => place + 1).join()}`] : [];
  });
}

/**
 * Puts a mark at the end of every heading in the page: of sections, of groups of rows, and of what is
 * explained; and returns how many there are.
 */
export function markHeadings() {
  const headings = [...document.querySelectorAll("h2, h3, dt, .pc-group__name")].filter((heading) => heading.checkVisibility());
  headings.forEach((heading, place) => heading.append(` h${place}`));
  return headings.length;
}

/** Headings that are the last words of a page, and so stand apart from what they are about. */
export function lonely(pages) {
  const closing = pages.slice(0, -1).map((page) => page.trimEnd().split("\n").at(-1).trim());
  return closing.filter((line) => /\bh\d+$/.test(line));
}

/** The words of the pictures in the page. */
export function pictured() {
  const texts = [...document.querySelectorAll("svg text")].filter((text) => text.checkVisibility());
  return [...new Set(texts.map((text) => text.textContent.trim()).filter(Boolean))];
}

/** Which words the pages do not have; spaces do not count, since engines place letters one by one. */
export function unprinted(words, pages) {
  const text = pages.join("").replace(/\s+/g, "");
  return words.filter((word) => !text.includes(word.replace(/\s+/g, "")));
}
