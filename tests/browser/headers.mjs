// The headers that the build writes for hosts which read them, as such a host sends them.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** For the folder of a site, a function that returns the headers of a path in pairs. */
export function headersOf(site) {
  const rules = [];
  // Each rule has a path, and below it, indented, its headers.
  for (const line of readFileSync(join(site, "_headers"), "utf8").split("\n").filter(Boolean)) {
    if (line.startsWith("/")) rules.push({ of: line, headers: [] });
    else rules.at(-1).headers.push(line.trim().split(/: (.*)/, 2));
  }
  return (path) => rules.filter(({ of }) => of === "/*" || of === path).flatMap(({ headers }) => headers);
}
