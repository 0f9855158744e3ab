// What holds in WebKit in front of a customer, too. Each check has a name that is a sentence, and visits of its own.
import assert from "node:assert/strict";
import { FRIDAY, FRIDAYS_ANSWERS, PLANS } from "../links.mjs";
import { becomes, until } from "./driver.mjs";

const DESKS = `${FRIDAY}&also=japan@Asia/Tokyo`;

/** When the desk in Japan replies to the same case, in the order of the plans. */
const IN_JAPAN = ["2026-03-30T04:00:00Z", "2026-03-30T02:00:00Z", "2026-03-30T01:00:00Z", "2026-03-30T00:30:00Z"];

/** Opens the room behind the button in the page's header. */
async function enter(pc, link) {
  await pc.open(link);
  await pc.press("#pc-door");
  await until("the room", () => pc.run(() => document.querySelector(".pc-room")?.checkVisibility()));
}

/** Presses a button in the room. */
const press = (pc, name) => pc.press(".pc-room button", name);

/** Waits until something is said in the room of what was done there. */
const says = (pc, words) => becomes(() => pc.run(() => document.querySelector(".pc-room__said > p").textContent), words);

export const IN_FRONT_OF_A_CUSTOMER = {
  "the button at the head opens what is done in front of a customer, and closes it": async (visit) => {
    const pc = await visit();
    await enter(pc, "en/");
    const state = () => pc.run(() => {
      const [door, room] = ["#pc-door", ".pc-room"].map((part) => document.querySelector(part));
      return [door.ariaExpanded, room.checkVisibility()];
    });
    await becomes(state, ["true", true]);
    await pc.press("#pc-door");
    await becomes(state, ["false", false]);
  },

  "a case is added to a story, which stands in the fragment and is there for whoever opens the link": async (visit) => {
    const [pc, reader] = [await visit(), await visit()];
    await enter(pc, `en/?${FRIDAY}`);
    await press(pc, "Add this case");
    await says(pc, "What is shown is now a part of the story.");
    const fragment = async () => new URL(await pc.address()).hash;
    const untitled = await fragment();
    await pc.focus(".pc-story__chapter input");
    await pc.type("Friday", "Tab");
    await until("the title is in the fragment", async () => (await fragment()) !== untitled);
    assert.match(await fragment(), /^#story=1\.[\w-]+$/);
    assert.equal(await pc.query(), `?${FRIDAY}`);
    await reader.open(`en/?${FRIDAY}${await fragment()}`);
    const titles = () => [...document.querySelectorAll("li .pc-story__title")].map(({ innerText }) => innerText);
    await becomes(() => reader.run(titles), ["Friday"]);
  },

  "the presenter's view goes on by a key, and leaves the page as it was": async (visit) => {
    const pc = await visit();
    await enter(pc, `en/?${FRIDAY}`);
    const state = async () => [await pc.address(), await pc.form(), await pc.answers()];
    const before = await state();
    await press(pc, "Present what is shown");
    const shown = () => pc.run(() => {
      const statement = document.querySelector("dialog[open] .pc-present__statement");
      const words = /Priority 2 in Europe|Online Support/.exec(statement?.innerText);
      return statement && [words?.[0], statement.querySelector("time")?.dateTime];
    });
    await becomes(shown, ["Priority 2 in Europe", null]);
    await pc.type("ArrowRight");
    await becomes(shown, ["Online Support", FRIDAYS_ANSWERS.online]);
    // Changes what is presented, and nothing else.
    await pc.type("p");
    await until("another priority", async () => (await shown())[1] !== FRIDAYS_ANSWERS.online);
    await pc.type("Escape");
    await becomes(shown, null);
    assert.deepEqual(await state(), before);
    assert.equal(await pc.run(() => document.activeElement.textContent), "Present what is shown");
  },

  "a copied table is pasted with its rows and columns": async (visit) => {
    const pc = await visit();
    await enter(pc, `en/?${DESKS}`);
    await press(pc, "Table");
    await says(pc, "The answers, as Table: on the clipboard.");
    const { "text/plain": tabs = "", "text/html": html } = await pc.pasted();
    const rows = tabs.split("\n\n")[0].split("\n").map((row) => row.split("\t"));
    assert.deepEqual([rows.length, rows[0].length], [1 + 2 * PLANS.length, 8]);
    const cellsOf = (html) => {
      const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
      return [...table.rows].map((row) => [...row.cells].map(({ textContent }) => textContent));
    };
    assert.deepEqual(await pc.run(cellsOf, html), rows);
  },

  "whoever may not copy is told so": async (visit) => {
    const pc = await visit();
    await enter(pc, `en/?${FRIDAY}`);
    await pc.run(() => {
      const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
      Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
    });
    for (const name of ["Text", "Table"]) {
      await press(pc, name);
      await says(pc, "The browser did not allow copying.");
      await press(pc, "JSON");
      await says(pc, "Saved as answers-p2-emea.json.");
    }
  },

  "what is said to be saved is a file": async (visit) => {
    const pc = await visit();
    await enter(pc, `en/?${FRIDAY}`);
    const save = async (name, file) => {
      await press(pc, name);
      await says(pc, `Saved as ${file}.`);
      return pc.saved(file);
    };
    const { answers } = JSON.parse(await save("JSON", "answers-p2-emea.json"));
    assert.deepEqual(Object.fromEntries(answers.map(({ plan, due }) => [plan, due])), FRIDAYS_ANSWERS);
    for (const [name, file, begins] of [
      ["CSV", "answers-p2-emea.csv", "\uFEFFPlan,"],
      ["SVG", "answers-p2-emea.svg", "<svg "],
      ["PNG", "answers-p2-emea.png", "\uFFFDPNG\r\n"],
      ["Calendar entry: Elite", "elite-p2-emea.ics", "BEGIN:VCALENDAR\r\n"],
    ]) {
      assert.equal((await save(name, file)).slice(0, begins.length), begins);
    }
    assert.equal((await pc.saved("answers-p2-emea.svg")).split(">17:00<").length, 2, "the clock's figures are one text");
  },

  "other desks answer beside the first one": async (visit) => {
    const pc = await visit();
    await pc.open(`en/?${DESKS}`);
    const beside = () => pc.run(() => [...document.querySelectorAll("[data-also]")].map((cell) =>
      [cell.dataset.also, cell.querySelector("time")?.dateTime]));
    await becomes(beside, IN_JAPAN.map((due) => ["japan", due]));
    assert.deepEqual(await pc.answers(), FRIDAYS_ANSWERS);
  },
};
