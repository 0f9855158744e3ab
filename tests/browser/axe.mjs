// The rules of axe, run in the page itself, of which only what matters is brought back: whole results
// of a page with everything open are megabytes, which take Firefox half a minute.
import axe from "axe-core";

/** The script that gives a page `axe`. */
export const AXE = axe.source;

const OPTIONS = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** A script that runs axe, and makes what is wrong in words, and the ids of the rules that are kept. */
export const RUN_AXE = `axe.run(${JSON.stringify(OPTIONS)}).then(({ violations, passes }) => ({
  violations: violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => id + " (" + help + "): " + target.join(" ") + ": " + failureSummary)),
  passes: passes.map(({ id }) => id),
}))`;
