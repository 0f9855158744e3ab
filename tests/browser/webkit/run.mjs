// Runs the checks of WebKit, a line for each: `cargo xtask webkit`. Arguments choose checks by words.
import { CHECKS } from "./checks.mjs";
import { IN_FRONT_OF_A_CUSTOMER } from "./customer.mjs";
import { LACKS } from "../engines.mjs";
import { headersOf } from "../headers.mjs";
import { writeTime } from "../summary.mjs";
import { serve, startScreen } from "./driver.mjs";
import { Visit } from "./visit.mjs";

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs a check with visits of its own, and returns what is wrong. */
async function run(check, { screen, sites }) {
  const visits = [];
  const visit = async ({ site = "own", ...options } = {}) => {
    const started = await Visit.start({ screen, site: sites[site], ...options });
    visits.push(started);
    return started;
  };
  const wrong = [];
  await check(visit).catch((error) => wrong.push(error.message));
  for (const one of visits) wrong.push(...(await one.end()));
  return wrong;
}

const all = Object.entries({ ...CHECKS, ...IN_FRONT_OF_A_CUSTOMER });
const chosen = all.filter(([name]) => process.argv.slice(2).every((word) => name.includes(word)));
const screen = await startScreen();
const dist = process.env.PC_DIST;
const sites = {
  own: await serve(dist),
  strict: await serve(dist, headersOf(dist)),
  catalogs: await serve(process.env.PC_SITES),
};
const [begun, failed] = [Date.now(), []];
for (const [name, check] of chosen) {
  const since = Date.now();
  const wrong = await run(check, { screen: screen.name, sites });
  writeTime(Date.now() - since, `[webkit] ${name}`);
  console.log(`  ${wrong.length === 0 ? "✓" : "✘"}  [webkit] ${name} (${seconds(since)})`);
  for (const line of wrong) console.log(`       ${line.replaceAll("\n", "\n       ")}`);
  if (wrong.length > 0) failed.push(name);
}
for (const site of Object.values(sites)) site.stop();
screen.stop();
for (const [what, why] of Object.entries(LACKS.webkit)) console.log(`  Not checked in WebKit: ${what}. ${why}`);
console.log(`${chosen.length - failed.length} of ${chosen.length} checks of WebKit passed in ${seconds(begun)}.`);
process.exit(failed.length === 0 && chosen.length > 0 ? 0 : 1);
