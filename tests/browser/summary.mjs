// Says at the end of a run which tests an engine could not be asked for, and why, and which passed only when they were
// tried again; and writes down how long each took, of which `cargo xtask test` prints the longest.
import { appendFileSync } from "node:fs";
import { LACKS } from "./engines.mjs";

const engine = (test) => test.parent.project().name;

/** Writes down how long something took, in milliseconds. */
export function writeTime(milliseconds, name) {
  if (process.env.PC_TIMES) appendFileSync(process.env.PC_TIMES, `${milliseconds}\t${name}\n`);
}

/** How many tests of a run may pass only when they are tried again. More are no accident of a machine. */
const ACCIDENTS = 2;

export default class Summary {
  #leftOut = [];
  #tests = [];

  printsToStdio() {
    return false;
  }

  onBegin(_config, suite) {
    this.#tests = suite.allTests();
  }

  onTestEnd(test, { status, duration }) {
    if (status === "skipped") this.#leftOut.push(test);
    else writeTime(Math.round(duration), `[${engine(test)}] ${test.titlePath().slice(3).join(" › ")}`);
  }

  onEnd() {
    for (const test of this.#leftOut) {
      const lack = test.annotations.find(({ type }) => type === "skip")?.description;
      const why = LACKS[engine(test)][lack] ?? lack ?? "no reason was given";
      console.log(`  Not tested in ${engine(test)}: ${test.title}. ${why}`);
    }
    const accidents = this.#tests.filter((test) => test.outcome() === "flaky");
    for (const test of accidents) console.log(`  Passed only when it was tried again, and is to be mended: ${test.titlePath().slice(3).join(" › ")}`);
    if (accidents.length <= ACCIDENTS) return undefined;
    console.log(`  The run fails, because more than ${ACCIDENTS} tests did so.`);
    return { status: "failed" };
  }
}
