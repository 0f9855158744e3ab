// Other desks beside the first one, where the page stands on others' pages, on the wall and on paper.
import { AMSTERDAM, Demo, WORDS } from "./demo.mjs";
import { ALSO, alsoRows, answersOf } from "./desks.mjs";
import { ELEMENT, given, pageWith, test } from "./embedding.mjs";
import { FRIDAY, FRIDAYS_ANSWERS, PLANS, expect } from "./page.mjs";

const DESKS = ALSO.replace("also=", "");
/** The element with the case of a Friday, and two other desks. */
const WITH_DESKS = ELEMENT.replace(">", ` also="${DESKS}">`);

/** Waits until every plan has the answers of so many other desks. */
const expectRows = (root, desks) => expect(root.locator("[data-also] time")).toHaveCount(desks * PLANS.length);

/** The instants of the moments in a place of the page. */
const instants = (place) => place.evaluateAll((times) => times.map((time) => time.dateTime));

test("an element has the desks of its attribute, and writes down those that are chosen", async ({ pc, embed }) => {
  const element = await embed(WITH_DESKS);
  const [{ detail }] = await given(pc, "ready");
  await expectRows(element, 2);
  expect(detail.scenario.also).toEqual(DESKS.split(","));
  const answers = detail.answers.map(({ plan, due }) => [plan, due]);
  expect(answers, "those of the first desk alone").toEqual(Object.entries(FRIDAYS_ANSWERS));
  await element.locator(".pc-also > summary").click();
  await pc.choice("also", "americas").uncheck();
  const [change] = await given(pc, "change");
  expect(change.detail.scenario.also).toEqual(["japan@Asia/Tokyo"]);
  await expect(element).toHaveAttribute("also", "japan@Asia/Tokyo");
  await expectRows(element, 1);
  await pc.choice("also", "japan").uncheck();
  await expect(element).not.toHaveAttribute("also");
  await element.evaluate((element) => (element.also = "apac@Asia/Singapore"));
  await expectRows(element, 1);
});

test("an element whose desks are fixed shows them, and asks for none", async ({ pc, embed }) => {
  const element = await embed(WITH_DESKS.replace(">", ' fixed="also">'));
  await expectRows(element, 2);
  await expect(element.locator(".pc-also")).toBeHidden();
  await element.evaluate((element) => element.removeAttribute("fixed"));
  await expect(element.locator(".pc-also")).toBeVisible();
});

test("a frame has the desks of its address, and the height of all rows", async ({ pc, host }) => {
  const address = `${host.elsewhere}/plans/en/?${FRIDAY}&amp;${ALSO}&amp;embed=${host.base}`;
  const styles = { script: `${host.elsewhere}/plans/frames.js`, css: "iframe { width: 100%; border: 0 }" };
  host.pages["/"] = pageWith(`<iframe id="frame" title="Support plans" src="${address}"></iframe>`, styles);
  await pc.page.goto(host.base);
  await expectRows(pc.page.frameLocator("#frame"), 2);
  const content = await (await pc.page.locator("#frame").elementHandle()).contentFrame();
  await expect.poll(() => content.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});

test("a hand-out has the answers of the three desks, plan by plan", async ({ pc }) => {
  await pc.page.addInitScript(() => {
    window.print = () => (globalThis.printed = document.querySelector(".pc-paper").cloneNode(true));
  });
  const demo = new Demo(pc);
  await demo.open(`en/?${FRIDAY}&${ALSO}`);
  await expectRows(pc.page, 2);
  const due = await instants(pc.page.locator(".pc-answers time"));
  await demo.button(WORDS.hand_out.print).click();
  await expect.poll(() => pc.page.evaluate(() => Boolean(globalThis.printed))).toBe(true);
  const printed = await pc.page.evaluateHandle(() => globalThis.printed);
  expect(await printed.$$eval("time", (times) => times.map((time) => time.dateTime))).toEqual(due);
});

test("the wall says for which desk the holidays of the visitor are", async ({ pc }) => {
  const demo = new Demo(pc);
  await pc.open(`en/?${AMSTERDAM}&${ALSO}&view=present`);
  await expect(demo.statement).toContainText(/Holidays: Monday 30 March 2026 · The same case at other desks: .* Without the holidays that you added for EMEA/);
});

for (const language of ["en", "nl"]) {
  test(`the wall tells of each plan at the three desks, in ${language}`, async ({ pc }) => {
    const demo = new Demo(pc);
    await pc.open(`${language}/?${AMSTERDAM}&${ALSO}&view=present`);
    await expectRows(pc.page, 2);
    const [first, rows] = [await pc.answers(), await alsoRows(pc.page)];
    const statements = await demo.statements(() => instants(demo.statement.locator("time")));
    const everywhere = (plan) => [first, answersOf(rows, "americas"), answersOf(rows, "japan")].map((due) => due[plan]);
    const ofPlans = PLANS.flatMap((plan) => [[first[plan]], everywhere(plan)]);
    expect(statements).toEqual([[], ...ofPlans, PLANS.map((plan) => first[plan])]);
    // The last one shows the first desk's answers, and still says where the soonest is.
    await expect(demo.statement).toContainText(/: Elite (in|bij) EMEA/);
  });
}
