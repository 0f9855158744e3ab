// Other desks beside that of a case: in links, and on the page.
import { PLANS, expect } from "./page.mjs";

/** Two desks beside one in Europe. */
export const ALSO = "also=americas@America/Los_Angeles,japan@Asia/Tokyo";

/** Opens a link, and waits for the answers of other desks: of two, if the link shows every plan. */
export async function openDesks(pc, link, rows = 2 * PLANS.length) {
  await pc.open(link);
  await expect(pc.page.locator("[data-also]:is(:has(time), [data-error])")).toHaveCount(rows);
}

/** What opens the choice of other desks. */
export const disclosure = (pc) => pc.page.locator("#pc-also > summary");

/** What the other desks answer: the plan, the region, the due instant or the error, and the moment as it reads. */
export function alsoRows(page) {
  return page.locator("[data-also]").evaluateAll((cells) => cells.map((cell) => {
    const moments = [...cell.querySelectorAll("time")];
    return {
      plan: cell.closest("tbody").querySelector("[data-deadline]").dataset.deadline,
      region: cell.dataset.also,
      due: moments.map((time) => time.dateTime).join(" ") || cell.dataset.error,
      words: moments.map((time) => time.textContent).join(" "),
    };
  }));
}

/** The answers of one of these desks, as `Comparator.answers` has those of the first. */
export const answersOf = (rows, region) =>
  Object.fromEntries(rows.filter((row) => row.region === region).map(({ plan, due }) => [plan, due]));

/** Waits until the address says which desks stand beside the first one, and so do the rows of each plan. */
export async function expectDesks(pc, desks) {
  await expect.poll(() => new URLSearchParams(pc.query()).get("also")).toBe(desks);
  const regions = desks?.split(",").map((desk) => desk.split("@")[0]) ?? [];
  const shown = async () => (await alsoRows(pc.page)).map(({ region }) => region);
  await expect.poll(shown).toEqual(PLANS.flatMap(() => regions));
}

const DATE = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "shortOffset" };

/** What a clock of a zone reads at an instant, as the page says it in English. */
export function reading(zone, instant) {
  const clock = new Intl.DateTimeFormat("en-GB", { ...DATE, ...TIME, timeZone: zone });
  const parts = clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]);
  const { weekday, day, month, year, hour, minute, second, timeZoneName } = Object.fromEntries(parts);
  const seconds = second === "00" ? "" : `:${second}`;
  const place = zone.split("/").at(-1).replaceAll("_", " ");
  const offset = timeZoneName === "GMT" ? "UTC+0" : timeZoneName.replace("GMT", "UTC");
  return `${weekday} ${day} ${month} ${year} ${hour}:${minute}${seconds} (${place}, ${offset})`;
}
