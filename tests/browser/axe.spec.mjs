// No state of the page breaks a rule that axe knows.
import { AXE, RUN_AXE } from "./axe.mjs";
import { ALSO } from "./desks.mjs";
import { EVERYTHING, FRIDAY, PLANS, expect, test } from "./page.mjs";

// Firefox takes some ten seconds for a page with everything open, and longer on a busy machine.
test.describe.configure({ timeout: 90_000 });

/** Expects that axe finds nothing, and says where it does. */
async function expectNoViolation(pc) {
  await pc.page.evaluate(AXE);
  const { violations, passes } = await pc.page.evaluate(RUN_AXE);
  expect(violations).toEqual([]);
  expect(passes).toContain("color-contrast");
}

const openAccounts = async (pc) => {
  for (const plan of PLANS) await pc.accountButton(plan).click();
};

const openEverything = (pc) => pc.openEverything();

const phone = { viewport: { width: 320, height: 640 } };
const desk = { viewport: { width: 1440, height: 900 } };

/** Each state: how the visitor comes, to which link, and what is done there. */
const STATES = {
  "as it is at first": [desk, "en/"],
  "with four plans on a telephone": [phone, `en/?${FRIDAY}`],
  "with two plans on a telephone": [phone, `en/?${FRIDAY}&plans=online,elite`],
  "with one plan at a middling width": [{ viewport: { width: 768, height: 1024 } }, `en/?${FRIDAY}&plans=elite`],
  "in Dutch, with a notice": [desk, "nl/?plans=gold&priority=p9&zone=Mars/Base&opened=2026-02-30"],
  "with errors for answers": [desk, "en/?opened=2041-06-01T10:00"],
  "with every account open": [desk, `en/?${FRIDAY}&holidays=2026-03-30`, openAccounts],
  "in Dutch, with every account open on a telephone": [phone, `nl/?${FRIDAY}&region=japan`, openAccounts],
  "with complaints in the form": [desk, "en/", async (pc) => {
    await pc.enter(pc.zone, "Mars/Base");
    await pc.page.getByRole("button", { name: "Add" }).click();
  }],
  "with two other desks, and a complaint about the zone of one": [phone, `en/?${FRIDAY}&${ALSO}`, async (pc) => {
    await pc.page.locator("#pc-also > summary").click();
    await pc.enter(pc.page.locator("#pc-also-zone-japan"), "Mars/Base");
    await expect(pc.page.locator("#pc-also")).toContainText("“Mars/Base”");
  }],
  "in the dark": [{ ...desk, media: { colorScheme: "dark" } }, `en/?${FRIDAY}&region=japan&plans=gold,${PLANS}`, openAccounts],
  "in forced colours": [{ ...desk, media: { forcedColors: "active" } }, `en/?${FRIDAY}`],
  "with everything set and open": [desk, `en/?${EVERYTHING}`, openEverything],
  "with everything set and open in the dark": [{ ...desk, media: { colorScheme: "dark" } }, `en/?${EVERYTHING}`, openEverything],
  "with everything set and open in forced colours": [{ ...desk, media: { forcedColors: "active" } }, `en/?${EVERYTHING}`, openEverything],
  "with everything set and open on a telephone": [phone, `en/?${EVERYTHING}`, openEverything],
  "in Dutch, with everything set and open": [desk, `nl/?${EVERYTHING}`, openEverything],
};
/** States that differ from others only in what is said, and not in how it looks. */
const FURTHER = /^(in Dutch|with (two plans|errors|every account)|with everything set and open (in|on))/;
for (const [state, [options, link, act = () => {}]] of Object.entries(STATES)) {
  const tag = FURTHER.test(state) ? "@one-engine" : [];
  test(`axe finds nothing wrong with the page ${state}`, { tag }, async ({ visit }) => {
    const pc = await visit(options);
    await pc.open(link);
    await act(pc);
    await expectNoViolation(pc);
  });
}

/** The page as it is without scripts, for axe, which is one: its own are left out. */
async function leaveScriptsOut(pc) {
  const changes = [
    // The policy names the styles as they were.
    [/<meta http-equiv="Content-Security-Policy".*?>/, ""],
    [/<script defer.*?<\/script>/, ""],
    [/<link rel="(modulepreload|preload)".*?>/g, ""],
    [/<noscript><link.*?<\/noscript>/, ""],
    ["<noscript>", "<div>"],
    ["</noscript>", "</div>"],
    [/\(scripting: ?none\)/, "all"],
  ];
  await pc.page.route(/\/en\/$/, async (route) => {
    const response = await route.fetch();
    const body = changes.reduce((body, [from, to]) => body.replace(from, to), await response.text());
    await route.fulfill({ response, body });
  });
}

test("axe finds nothing wrong with the page without scripts", async ({ visit }) => {
  const pc = await visit(desk);
  await leaveScriptsOut(pc);
  await pc.page.goto("en/");
  await expect(pc.page.locator("form")).toBeVisible();
  await expect(pc.page.getByText("needs JavaScript")).toBeVisible();
  await expectNoViolation(pc);
});

test.describe("when the program is blocked", () => {
  test.use({ troubled: true });

  test("axe finds nothing wrong with the page", async ({ visit }) => {
    const pc = await visit(phone);
    await pc.page.route("**/*.wasm", (route) => route.abort());
    await pc.page.goto(`en/?${FRIDAY}`);
    await expect(pc.failure).toBeVisible();
    await expectNoViolation(pc);
  });
});
