// Says at the end of a run which tests an engine could not be asked for, and why; and writes down how
// long each took, of which `cargo xtask test` prints the longest.
import { appendFileSync } from "node:fs";
import { LACKS } from "./engines.mjs";

const engine = (test) => test.parent.project().name;

/** Writes down how long something took, in milliseconds. */
export function writeTime(milliseconds, name) {
  if (process.env.PC_TIMES) appendFileSync(process.env.PC_TIMES, `${milliseconds}\t${name}\n`);
}

export default class Summary {
  #leftOut = [];

  printsToStdio() {
    return false;
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
  }
}
