// The page under a policy that lets no string become markup or script.
import { EVERYTHING, expect, test } from "./page.mjs";

test("the page works where no string may become markup", async ({ pc }) => {
  await pc.page.route(/\/en\/\?/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const strict = body.replace("default-src 'none'", "require-trusted-types-for 'script'; trusted-types 'none'; default-src 'none'");
    expect(strict).not.toBe(body);
    await route.fulfill({ response, body: strict });
  });
  await pc.open(`en/?${EVERYTHING}`);
  await pc.openEverything();
  await pc.choice("priority", "p1").check();
  await expect(pc.page.locator(".pc-picture > svg")).toHaveCount(8);
  const policy = pc.page.locator("meta[http-equiv=Content-Security-Policy]");
  await expect(policy).toHaveAttribute("content", /require-trusted-types-for 'script'/);
});
