// The page in its languages, at the root of a server and in a folder.
import { FRIDAY, SITES, expect, test } from "./page.mjs";

const TITLES = {
  en: "When will support reply? – Support plans for Adobe Experience Cloud, earlier edition",
  nl: "Wanneer krijgt u antwoord? – Ondersteuningsplannen voor Adobe Experience Cloud, eerdere uitgave",
};

for (const [where, site] of Object.entries(SITES)) {
  test.describe(where, () => {
    test.use({ baseURL: site });

    test("the first page is English, and says so", async ({ pc }) => {
      await pc.open("");
      await expect(pc.page).toHaveURL(site);
      await expect(pc.page.locator("html")).toHaveAttribute("lang", "en");
      await expect(pc.page).toHaveTitle(TITLES.en);
    });

    for (const language of ["en", "nl"]) {
      test(`the page in "${language}" says its language, and where the others are`, async ({ pc }) => {
        await pc.open(`${language}/`);
        await expect(pc.page.locator("html")).toHaveAttribute("lang", language);
        await expect(pc.page).toHaveTitle(TITLES[language]);
        const links = (selector) => pc.page.locator(selector).evaluateAll((links) => links.map((link) => [link.hreflang, link.href]));
        expect(await links("link[rel=alternate]")).toEqual([["en", `${site}en/`], ["nl", `${site}nl/`], ["x-default", site]]);
        expect(await links("link[rel=canonical]")).toEqual([["", `${site}${language}/`]]);
        const current = pc.page.getByRole("navigation").locator("[aria-current=page]");
        await expect(current).toHaveText({ en: "English", nl: "Nederlands" }[language]);
        await expect(current).toHaveAttribute("lang", language);
      });
    }

    test("every address in the pages is relative, or leads to somebody else", async ({ request }) => {
      for (const path of ["", "en/", "nl/"]) {
        const html = await (await request.get(path)).text();
        const addresses = [...html.matchAll(/\s(?:href|src|action)\s*=\s*["']?([^"'\s>]*)/g)].map(([, address]) => address);
        expect(addresses.length).toBeGreaterThan(10);
        const host = new URL(site).host;
        expect(addresses.filter((address) => address.startsWith("/") || address.includes(host)), path).toEqual([]);
        const ours = addresses.filter((address) => !/^(https:|data:|#|$)/.test(address));
        expect(ours.length).toBeGreaterThan(5);
        for (const address of new Set(ours)) {
          expect((await request.get(new URL(address, `${site}${path}`).href)).status(), `${address} in ${path}`).toBe(200);
        }
      }
    });

    test("the language links keep the scenario, as it came and as it was chosen", async ({ pc }) => {
      await pc.open(`en/?${FRIDAY}&utm_source=mail`);
      const answers = await pc.answers();
      await pc.page.getByRole("link", { name: "Nederlands" }).click();
      await pc.started();
      await expect(pc.page).toHaveURL(`${site}nl/?${FRIDAY}&utm_source=mail`);
      expect(await pc.answers()).toEqual(answers);

      await pc.choice("priority", "p4").check();
      await pc.page.getByRole("link", { name: "English" }).click();
      await pc.started();
      await expect(pc.page).toHaveURL(/\/en\/\?priority=p4&region=emea&zone=Europe\/London&opened=2026-03-27T16:30&utm_source=mail$/);
      await expect(pc.choice("priority", "p4")).toBeChecked();
    });

    test("a visitor whose browser prefers Dutch is sent on from the first page, link and all", async ({ visit }) => {
      const pc = await visit({ locale: "nl-NL" });
      await pc.page.goto("nl/");
      const visited = await pc.page.evaluate(() => history.length);
      await pc.page.goto(`?${FRIDAY}#pc-comparison`);
      await expect(pc.page).toHaveURL(`${site}nl/?${FRIDAY}#pc-comparison`);
      await pc.started();
      await expect(pc.page.locator("html")).toHaveAttribute("lang", "nl");
      expect(await pc.page.evaluate(() => history.length), "Back does not lead to the page that sends on").toBe(visited + 1);
    });

    test("a visitor who prefers a language that is not there stays on the first page", async ({ visit }) => {
      const pc = await visit({ locale: "de-DE" });
      await pc.open("?priority=p3");
      await expect(pc.page).toHaveURL(`${site}?priority=p3`);
      await expect(pc.choice("priority", "p3")).toBeChecked();
    });

    test("a visitor who prefers Dutch may read the English page", async ({ visit }) => {
      const pc = await visit({ locale: "nl-NL" });
      await pc.open("en/");
      await expect(pc.page.locator("html")).toHaveAttribute("lang", "en");
    });
  });
}

test("the first wish that can be met decides", async ({ visit }) => {
  const pc = await visit();
  await pc.page.addInitScript(() => Object.defineProperty(navigator, "languages", { value: ["fr", "nl-BE", "en"] }));
  await pc.page.goto("");
  await expect(pc.page).toHaveURL(/\/nl\/$/);
});

test("everything that a visitor reads on the Dutch page is Dutch", async ({ pc }) => {
  await pc.open(`nl/?${FRIDAY}&plans=gold`);
  await pc.choice("priority", "p4").check();
  const words = await pc.page.evaluate(() => {
    const labels = [...document.querySelectorAll("[aria-label]")].map((element) => element.ariaLabel);
    const texts = [...document.body.children].filter((element) => element.tagName !== "SCRIPT");
    return [document.title, ...texts.map((element) => element.textContent), ...labels].join("\n");
  });
  const english = words.match(/\b(the|are|and|due|opened|counted|business hours|days?|Monday|Friday|March|not included)\b/gi);
  expect(english ?? []).toEqual([]);
});
