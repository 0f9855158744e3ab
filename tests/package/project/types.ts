// What the types allow, and what they refuse: `tsc` complains of a line that is expected to be refused and is not.
import { PlanComparatorError, compare, deadlines, longestWait, readCatalog } from "plan-comparator";
import type { AnswerError, Catalog, CatalogIds, ShownScenario } from "plan-comparator";
import "plan-comparator/element";
import { siteOf } from "plan-comparator/site";
import type {} from "plan-comparator/vue";
import type { GlobalComponents } from "vue";

export async function engine(document: object): Promise<void> {
  const catalog: Catalog = await readCatalog(document, { language: "nl" });
  const scenario = { priority: "p1", opened: new Date(), plans: ["elite"] };
  const answers = deadlines(catalog, scenario, { now: "2026-03-27T16:30Z" });
  for (const answer of answers) {
    // An answer has a moment or an error.
    if (answer.error === undefined) new Date(answer.due);
    else answer.error satisfies AnswerError;
  }
  for (const row of compare(catalog).rows) {
    if (row.kind === "entitlement") {
      row.group satisfies string;
      for (const cell of row.cells) if (cell.value === "count") cell.count satisfies number;
    } else row.priority satisfies string;
  }
  for (const { error, isAlways, openings } of longestWait(catalog)) {
    isAlways satisfies boolean | undefined;
    if (error === undefined) openings.length satisfies number;
  }
  // What is there or not, and what has no value.
  const given: { priority: string | undefined; region: string | null } = { priority: undefined, region: null };
  deadlines(catalog, given, { now: undefined, visitorZone: null });
  deadlines(catalog, null, null);
  await readCatalog(document, { language: undefined });
  siteOf(document, { page: undefined }).get("index.html") satisfies Uint8Array | undefined;

  // @ts-expect-error A priority is a text.
  deadlines(catalog, { priority: 1 });
  // @ts-expect-error There is no such parameter.
  deadlines(catalog, { severity: "p1" });
  // @ts-expect-error Plans are an array.
  deadlines(catalog, { plans: "elite" });
  // @ts-expect-error There is only one value.
  deadlines(catalog, { differences: "all" });
  // @ts-expect-error There is no such option.
  deadlines(catalog, {}, { zone: "Europe/Amsterdam" });
  // @ts-expect-error Only `readCatalog` makes a catalog.
  deadlines({ plans: [] });
  // @ts-expect-error It comes later.
  deadlines(readCatalog(document));
  // @ts-expect-error It is no document yet.
  readCatalog(fetch("plans.json"));
  // @ts-expect-error What an answer holds comes by its own functions.
  readCatalog(await fetch("plans.json"));
  // @ts-expect-error A function has to be called.
  readCatalog(() => document);
  // @ts-expect-error A catalog is no list.
  readCatalog([document]);
  // @ts-expect-error It has no moment of opening then.
  for (const answer of answers) if (answer.error === "opened-outside-zone-data") new Date(answer.opened);
  // @ts-expect-error What was read cannot be changed.
  catalog.plans[0].name = "Another";
  // @ts-expect-error Without looking whether there is an error, there may be no moment.
  new Date(answers[0].due);

  const known = await readCatalog<{ plan: "basic" | "gold"; priority: "urgent" | "normal" }>(document);
  const [first] = deadlines(known, { plans: ["basic"], priority: "urgent", region: "any" });
  first?.plan satisfies "basic" | "gold" | undefined;
  // @ts-expect-error The catalog has no such priority.
  deadlines(known, { priority: "p1" });
  // @ts-expect-error The catalog has no such plan.
  deadlines(known, { plans: ["silver"] });
  // What an element shows has any ids, until it is said which.
  const { scenario: shown } = globalThis.document.createElement("plan-comparator");
  // @ts-expect-error The element may show another catalog.
  deadlines(known, shown);
  deadlines(known, shown as ShownScenario<IdsOf<typeof known>>);
}

type IdsOf<Of> = Of extends Catalog<infer Ids extends CatalogIds> ? Ids : never;

export function errors(error: unknown): string[] {
  if (!(error instanceof PlanComparatorError)) return [];
  if (error.code === "catalog-not-sound") return error.faults.map(({ path }) => path);
  // @ts-expect-error There is no such code.
  if (error.code === "not-sound") return [];
  // @ts-expect-error Only the functions of the package throw it.
  new PlanComparatorError("wrong-type", "");
  return error.faults.map(({ parameter }) => parameter);
}

export function element(): void {
  const element = document.createElement("plan-comparator");
  element.priority = "p2";
  element.opened = null;
  element.headingLevel = "3";
  element.scenario = { ...element.scenario, need: ["contacts"], priority: undefined, region: null };
  element.addEventListener("plan-comparator-change", ({ detail }) => detail.query satisfies string);
  document.addEventListener("plan-comparator-error", ({ detail }) => detail.message satisfies string);
  // @ts-expect-error A priority is a text.
  element.priority = 1;
  // @ts-expect-error There is no such view.
  element.view = "some";
  // @ts-expect-error Answers are only read.
  element.answers = [];
  element.scenario = { opened: new Date() };
  element.opened = new Date();
  // @ts-expect-error What is shown has no Date.
  element.scenario.opened?.valueOf() satisfies number | undefined;
  // @ts-expect-error A scenario has no such parameter.
  element.scenario = { severity: "p1" };
}

export function inVue(props: InstanceType<GlobalComponents["plan-comparator"]>["$props"]): void {
  props.priority satisfies string | null | undefined;
  props.view satisfies "all" | "answer" | "includes" | null | undefined;
}
