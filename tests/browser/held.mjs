// What a document holds: timers, listeners, nodes and memory. The page has to give `memory()`.
import { expect } from "@playwright/test";

/** Counts the timers that are running, from the first script on. */
export async function countTimers(pc) {
  await pc.page.addInitScript(() => {
    const running = new Set();
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    globalThis.setTimeout = (run, ...rest) => {
      const id = set((...given) => (running.delete(id), run(...given)), ...rest);
      running.add(id);
      return id;
    };
    globalThis.clearTimeout = (id) => (running.delete(id), clear(id));
    globalThis.timers = () => running.size;
  });
}

/** What the document holds after everything that nobody needs was collected. */
export async function held(pc) {
  const session = await pc.page.context().newCDPSession(pc.page);
  await session.send("Performance.enable");
  for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  const { timers, memory } = await pc.page.evaluate(() => ({ timers: timers(), memory: memory() }));
  return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize"), timers, memory };
}

/** Expects that a document holds what it held before. */
export function expectSame(before, after) {
  expect(after.memory).toBe(before.memory);
  expect(after.timers).toBe(before.timers);
  expect(after.listeners).toBe(before.listeners);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.heap).toBeLessThan(before.heap * 1.1 + 100_000);
}
