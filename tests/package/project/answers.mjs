// Writes a script with what the engine answers, for the compiler to compare with the types. Arguments: the script, and
// catalogs.
import { readFileSync, writeFileSync } from "node:fs";
import { checkCatalog, compare, deadlines, longestWait, readCatalog } from "plan-comparator";

const [script, ...paths] = process.argv.slice(2);
const options = { now: "2026-03-27T16:30Z", visitorZone: "Europe/Amsterdam" };
const answers = { CatalogData: [], "Deadline[]": [], "LongestWait[]": [], Comparison: [], Report: [], Faults: [] };

/** Every cell of the targets, moments outside the zone rules, and readings that a clock change skips or repeats. */
function scenariosOf({ priorities, regions, targets, entitlements }) {
  const inRegions = (asked) => regions.map(({ id }) => ({ ...asked, region: id }));
  const ofTable = ({ id }) => priorities.flatMap((priority) => inRegions({ target: id, priority: priority.id }));
  const moments = ["2045-01-01T00:00Z", "2040-12-31T23:00Z", "2026-03-29T02:30", "2026-10-25T02:30"];
  return [
    ...targets.flatMap(ofTable),
    ...moments.map((opened) => ({ priority: priorities.at(-1).id, zone: "Europe/Amsterdam", opened, within: "PT1H" })),
    { need: entitlements.map(({ id }) => id), by: "2026-03-27T16:31Z" },
    { by: "2045-01-01T00:00Z" },
  ];
}

function faultsOf(catalog, scenario) {
  try {
    return deadlines(catalog, scenario);
  } catch (error) {
    return error.faults;
  }
}

const wrong = [{ priority: "p9" }, { priority: 1, colour: "red" }];
for (const path of paths) {
  const bytes = readFileSync(path);
  const catalog = await readCatalog(bytes);
  answers.CatalogData.push(catalog);
  answers.Report.push(await checkCatalog(bytes));
  for (const scenario of scenariosOf(catalog)) {
    answers["Deadline[]"].push(deadlines(catalog, scenario, options));
    answers["LongestWait[]"].push(longestWait(catalog, scenario, options));
    answers.Comparison.push(compare(catalog, scenario, options));
  }
  answers.Faults.push(...wrong.map((scenario) => faultsOf(catalog, scenario)));
}
answers.Report.push(await checkCatalog({}));

const line = (type) => (answer) => `(${JSON.stringify(answer)}) satisfies ${type};`;
const lines = Object.entries(answers).flatMap(([type, all]) => all.map(line(type)));
writeFileSync(script, `import { checkCatalog } from "plan-comparator";
import type { Catalog, Comparison, Deadline, LongestWait, ParameterFault } from "plan-comparator";

type CatalogData = { [Name in keyof Catalog as Name & string]: Catalog[Name] };
type Report = Awaited<ReturnType<typeof checkCatalog>>;
type Faults = ParameterFault[];

${[...new Set(lines)].join("\n")}
`);
