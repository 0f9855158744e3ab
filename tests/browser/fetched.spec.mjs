// A page that is built without plans, and fetches those of a catalog.
import { readFileSync } from "node:fs";
import { expect, test } from "./page.mjs";

const SITES = process.env.PC_CATALOG_SITES;
const DECEMBER = "region=europe&zone=Europe/Berlin&opened=2026-12-18T15:00";
const EVERY_KEY = readFileSync(new URL("../../examples/catalogs/every-key.json", import.meta.url));
const ELSEWHERE = "https://plans.example/plans.json";

for (const place of ["en/", ""]) {
  test(`the page at “/${place}” shows the catalog as completely as one that is built with it`, async ({ pc }) => {
    await pc.open(`${SITES}/fetching/${place}?${DECEMBER}`);
    expect(await pc.answers()).toEqual({ community: "no-such-priority", standard: "2026-12-19T11:00:00Z", premium: "2026-12-18T15:00:00Z" });
    const body = async () => {
      await pc.hasTable();
      // Before it is fetched, nobody knows what could be chosen of it on another page.
      return pc.page.locator("main").evaluate((main) => (main.querySelector(".pc-invitations")?.remove(), main.innerText));
    };
    const fetched = await body();
    const title = await pc.page.title();
    await pc.open(`${SITES}/every-key/${place}?${DECEMBER}`);
    expect(fetched).toBe(await body());
    expect(title).toBe(await pc.page.title());
  });
}

test("a page in a language that the catalog does not have is in the catalog's", async ({ pc }) => {
  await pc.open(`${SITES}/fetching/nl/?${DECEMBER}`);
  await expect(pc.page.locator("html")).toHaveAttribute("lang", "en");
  await expect(pc.page.getByRole("heading", { name: "First reply due" })).toBeVisible();
});

test("a page that is asked for in a frame shows its catalog in the element", async ({ pc }) => {
  await pc.open(`${SITES}/fetching/en/?embed&${DECEMBER}`);
  await pc.hasTable();
  await expect(pc.page.locator("plan-comparator")).toBeVisible();
  expect(await pc.answers()).toEqual({ community: "no-such-priority", standard: "2026-12-19T11:00:00Z", premium: "2026-12-18T15:00:00Z" });
});

test("without scripts, the page says what it needs, and shows nobody's plans", async ({ visit }) => {
  const pc = await visit({ javaScriptEnabled: false });
  await pc.page.goto(`${SITES}/fetching/en/`);
  await expect.poll(() => pc.page.locator("main").innerText()).toBe("The plans of this page are being loaded, which needs JavaScript.");
});

test.describe("a catalog that cannot be shown", () => {
  test.use({ troubled: true });

  /** Opens a page whose catalog is answered so, and returns what its owner is told. */
  async function told(pc, answer) {
    await pc.page.route("**/plans.json", answer);
    await pc.page.goto(`${SITES}/fetching/en/`);
    await expect(pc.page.locator("main p")).toHaveText("The plans of this page cannot be shown at the moment.");
    await pc.page.getByText("For the owner of the page").click();
    await expect(pc.failure).toBeHidden();
    return pc.page.locator("main pre").innerText();
  }

  test("is named with every fault to the owner, and excused to visitors in a sentence", async ({ pc }) => {
    const broken = JSON.stringify({ ...JSON.parse(EVERY_KEY), title: 5, plans: [] });
    const lines = await told(pc, (route) => route.fulfill({ body: broken, contentType: "application/json" }));
    expect(lines).toMatch(/\$\.title: found 5, allowed is/);
    expect(lines).toMatch(/\$\.plans: found \[\], allowed is/);
  });

  test("is not there", async ({ pc }) => {
    expect(await told(pc, (route) => route.fulfill({ status: 404, body: "" }))).toMatch(/plans\.json: the server answers 404$/);
  });
});

test.describe("a catalog on another origin", () => {
  const answer = (pc) => pc.page.route(ELSEWHERE, (route) =>
    route.fulfill({ body: EVERY_KEY, contentType: "application/json", headers: { "access-control-allow-origin": "*" } }));

  test("is shown if the page was built to allow it", async ({ pc }) => {
    await answer(pc);
    await pc.open(`${SITES}/allowed/en/?${DECEMBER}`);
    await expect(pc.due("premium")).toHaveAttribute("datetime", "2026-12-18T15:00:00Z");
  });

  test.describe("otherwise", () => {
    test.use({ troubled: true });

    test("is refused, and the owner is told by which directive", async ({ pc }) => {
      await answer(pc);
      await pc.page.goto(`${SITES}/refused/en/`);
      await pc.page.getByText("For the owner of the page").click();
      await expect(pc.page.locator("main pre")).toContainText("its connect-src needs https://plans.example");
    });
  });

  test("a link cannot name one", async ({ pc }) => {
    await pc.open(`en/?catalog=${encodeURIComponent(ELSEWHERE)}&data-catalog=${encodeURIComponent(ELSEWHERE)}`);
    await expect(pc.answer("elite")).toBeVisible();
  });
});
