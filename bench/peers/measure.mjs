// Times the engines that run in Node, all in this one process: ours as WebAssembly, and the peers.
//
// Reads the desks and their cases as JSON from its standard input, and writes what it measured to
// its standard output. It must be started in the zone of the desks that the peers are to express:
// they read their hours on the process's own clock.
import { text } from "node:stream/consumers";
import { dayjsBusinessTime } from "./dayjs.mjs";
import { momentBusinessTime } from "./moment.mjs";
import { load, ours } from "./wasm.mjs";

const { desks, wasm, batch, passes, warmUp } = JSON.parse(await text(process.stdin));

const engine = await load(wasm);
const engines = [
  ours("WASM", engine.plain),
  ours("WASM, with account", engine.accounted),
  ours(`WASM, ${batch} in each call`, engine.plain, engine.many),
  dayjsBusinessTime,
  momentBusinessTime,
];
const results = engines.map(({ name }) => ({ name, runs: desks.map(() => null) }));
const clock = costOfClock();

for (const [index, desk] of desks.entries()) {
  const work = { ...desk, index };
  const able = engines.filter((engine) => engine.canExpress(work));
  const runs = new Map();
  for (const engine of able) {
    engine.openDesk(work);
    runs.set(engine, { answers: work.cases.map((one) => answer(engine, one)), batches: [] });
    const start = performance.now();
    while (performance.now() - start < warmUp) {
      pass(engine, work, []);
    }
  }
  for (let round = 0; round < passes; round += 1) {
    for (const engine of able) {
      engine.openDesk(work);
      pass(engine, work, runs.get(engine).batches);
    }
  }
  for (const [engine, run] of runs) {
    results[engines.indexOf(engine)].runs[index] = run;
  }
}

process.stdout.write(JSON.stringify({ engines: results, years: desks.map((_, desk) => year(desk)) }));

/** Answers all cases of a desk, and adds to `batches` how many nanoseconds each batch took. */
function pass(engine, { cases }, batches) {
  // What the one before left in the processor's caches is not this one's cost.
  engine.answerAll(cases, 0, batch);
  for (let from = 0; from < cases.length; from += batch) {
    const start = performance.now();
    engine.answerAll(cases, from, from + batch);
    batches.push(Math.max(0, (performance.now() - start - clock) * 1e6));
  }
}

/** The longest wait of a year at a desk, in seconds, and how many milliseconds it takes to know. */
function year(desk) {
  const milliseconds = [];
  let longest;
  for (let round = 0; round < 101; round += 1) {
    const start = performance.now();
    longest = engine.year(desk);
    milliseconds.push(performance.now() - start);
  }
  return { longest, milliseconds: milliseconds.sort((one, other) => one - other)[50] };
}

/** What an engine answers to one case, in Unix seconds; null where it fails. */
function answer(engine, one) {
  try {
    const due = engine.answer(one.opened, one.target);
    return Number.isInteger(due) ? due : null;
  } catch {
    return null;
  }
}

/** What looking at the clock twice takes, in milliseconds, as a median. */
function costOfClock() {
  const costs = [];
  for (let time = 0; time < 2001; time += 1) {
    const start = performance.now();
    costs.push(performance.now() - start);
  }
  return costs.sort((one, other) => one - other)[1000];
}
