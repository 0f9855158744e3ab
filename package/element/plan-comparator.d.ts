import type { Answer, Scenario, ShownScenario } from "../engine/index.js";

export type { Answer, Scenario, ShownScenario } from "../engine/index.js";

/** What the element tells with `plan-comparator-ready` and `plan-comparator-change`. */
export interface ShownState {
  scenario: ShownScenario;
  answers: Answer[];
  /** The query of a link to what is shown, without `?`. */
  query: string;
}

export interface PlanComparatorEventMap {
  /** It runs; again after it was made anew. */
  "plan-comparator-ready": CustomEvent<ShownState>;
  /** The visitor has chosen something. What a script sets does not give it. */
  "plan-comparator-change": CustomEvent<ShownState>;
  /** It cannot run, or has stopped. */
  "plan-comparator-error": CustomEvent<{ message: string }>;
}

/** The attributes, by the names that they have in markup. */
export interface PlanComparatorAttributes {
  /** The address of a catalog, read against the page. The element of the package needs one. */
  catalog?: string | null;
  view?: "all" | "answer" | "includes" | null;
  theme?: "auto" | "light" | "dark" | null;
  "heading-level"?: "1" | "2" | "3" | "4" | "5" | "6" | null;
  /** Names of parameters whose controls are not shown, with spaces between them. */
  fixed?: string | null;
  /** The address of the full page, to which links are offered. */
  page?: string | null;
  loading?: "lazy" | "eager" | null;
  /** Ids with commas. */
  plans?: string | null;
  target?: string | null;
  priority?: string | null;
  region?: string | null;
  zone?: string | null;
  /** Ids of other regions with commas, each perhaps with a zone: `japan,apac@Asia/Singapore`. */
  also?: string | null;
  opened?: string | null;
  by?: string | null;
  /** Dates with commas. */
  holidays?: string | null;
  differences?: "only" | null;
  mine?: string | null;
  /** Ids with commas. */
  need?: string | null;
  within?: string | null;
}

/** What is a property only by another name. */
type Properties = Required<Omit<PlanComparatorAttributes, "heading-level" | "opened" | "by">>;

/** The element `<plan-comparator>`. `null` as a property removes the attribute. */
export interface PlanComparatorElement extends HTMLElement, Properties {
  headingLevel: string | null;
  /** What is shown. */
  get scenario(): ShownScenario;
  /** Gives the parameters that it lacks their defaults. */
  set scenario(scenario: Scenario | null | undefined);
  get opened(): string | null;
  set opened(opened: string | Date | null);
  get by(): string | null;
  set by(by: string | Date | null);
  /** For each plan its answer, also to what was set just now; none before the element runs. */
  readonly answers: Answer[];
}

declare global {
  interface HTMLElementTagNameMap {
    "plan-comparator": PlanComparatorElement;
  }
  interface GlobalEventHandlersEventMap extends PlanComparatorEventMap {}
}

export {};
