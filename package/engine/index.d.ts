/**
 * The ids of a catalog, for authors who want the compiler to know them:
 * `readCatalog<{ plan: "basic" | "gold"; priority: "urgent" | "normal" }>(…)`. What is not named is any string.
 */
export interface CatalogIds {
  plan?: string;
  priority?: string;
  region?: string;
  target?: string;
  coverage?: string;
  entitlement?: string;
}

/** What may be given: what is missing, `undefined` or `null` has its default. */
export type Given<Members> = { [Name in keyof Members]?: Members[Name] | null | undefined };

type Id<Ids extends CatalogIds, Kind extends keyof CatalogIds> = Ids[Kind] extends string ? Ids[Kind] : string;

/** A sound catalog in one of its languages. */
export interface Catalog<Ids extends CatalogIds = {}> {
  readonly title: string;
  /** The language of the catalog's own texts, such as names. */
  readonly language: string;
  /** The language of sentences that the package has: `en` if it has none in that of the catalog. */
  readonly wordsLanguage: string;
  /** The languages that the catalog can be read in. */
  readonly languages: readonly string[];
  readonly plans: readonly { readonly id: Id<Ids, "plan">; readonly name: string; readonly short: string }[];
  /** The priorities, the most urgent first. */
  readonly priorities: readonly { readonly id: Id<Ids, "priority">; readonly name: string; readonly short: string }[];
  readonly regions: readonly {
    readonly id: Id<Ids, "region">;
    readonly name: string;
    readonly short: string;
    readonly zone: string;
  }[];
  /** The tables of targets. A catalog with one table may leave its name out. */
  readonly targets: readonly { readonly id: Id<Ids, "target">; readonly name?: string }[];
  readonly coverages: readonly { readonly id: Id<Ids, "coverage">; readonly name: string }[];
  readonly entitlements: readonly {
    readonly id: Id<Ids, "entitlement">;
    readonly name: string;
    readonly group: string;
  }[];
  /** Only `readCatalog` makes one. */
  readonly [made]: Ids;
}

declare const made: unique symbol;

/**
 * A scenario as the element shows it: all moments are texts. The compiler cannot know which catalog an element shows: for
 * a catalog whose ids it knows, say `element.scenario as ShownScenario<Ids>`.
 */
export interface ShownScenario<Ids extends CatalogIds = {}> {
  /** The plans to answer for; all if it is missing or empty. */
  plans?: readonly Id<Ids, "plan">[];
  /** What is to be due, where a catalog has several tables of targets; the first if it is missing. */
  target?: Id<Ids, "target">;
  /** The most urgent if it is missing. */
  priority?: Id<Ids, "priority">;
  /** The one in which the visitor's zone lies if it is missing. */
  region?: Id<Ids, "region">;
  /** The clock of the desk: an IANA name, or its place, such as `Tokyo`; the region's if it is missing. */
  zone?: string;
  /** Has no effect on what the engine computes. */
  also?: readonly string[];
  /** `2026-03-27T16:30` on the desk's clock, or with `Z` or an offset; now if it is missing. */
  opened?: string;
  /** The moment by which a reply is needed, written as `opened`. */
  by?: string;
  /** Dates such as `2026-12-25`. */
  holidays?: readonly string[];
  /** Has no effect on what the engine computes. */
  differences?: "only";
  /** Has no effect on what the engine computes. */
  mine?: Id<Ids, "plan">;
  /** The entitlements that a plan must include. */
  need?: readonly Id<Ids, "entitlement">[];
  /** The longest wait that is accepted, such as `PT4H`, `P3D` or `P1DT12H`. */
  within?: string;
}

/** What is asked. */
export interface Scenario<Ids extends CatalogIds = {}> extends Given<Omit<ShownScenario<Ids>, "opened" | "by">> {
  /** `2026-03-27T16:30` on the desk's clock, or with `Z` or an offset, or a Date; now if it is missing. */
  opened?: string | Date | null | undefined;
  /** The moment by which a reply is needed, written as `opened`. */
  by?: string | Date | null | undefined;
}

export interface Options {
  /** The present instant; a text needs `Z` or an offset. */
  now?: Date | string | null | undefined;
  /** The visitor's zone, an IANA name; the zone of this machine if it is missing, the regions' own if it is empty. */
  visitorZone?: string | null | undefined;
}

/** Why a plan has no deadline. */
export type AnswerError =
  | "not-offered"
  | "no-such-priority"
  | "not-stated"
  | "no-figure"
  | "opened-outside-zone-data"
  | "due-outside-zone-data";

/** A plan's answer: `due`, in UTC, or an `error`. */
export type Answer<Ids extends CatalogIds = {}> = {
  plan: Id<Ids, "plan">;
  /** The target, such as `PT1H`, or `P3D`. */
  target?: string;
  coverage?: Id<Ids, "coverage">;
} & ({ due: string; error?: undefined } | { due?: undefined; error: AnswerError });

/** In which days a target is counted that is in days. */
export type Days = "business" | "calendar";

/** An answer of the engine. */
export type Deadline<Ids extends CatalogIds = {}> = Answer<Ids> & {
  days?: Days;
  /**
   * A clock change skips the reading `opened`, and the case counts from the instant of the change; or it repeats the
   * reading, and the case counts from the first of both instants.
   */
  clockChange?: "skipped" | "repeated";
  /** What was assumed where the catalog is silent, in the language `wordsLanguage` of the catalog. */
  assumptions?: string[];
} & (
    | {
        /** The moment of opening, in UTC. */
        opened: string;
      }
    | { opened?: undefined; error: "opened-outside-zone-data" }
  );

/** An amount of time, such as `P3DT8H`; its days have 24 hours. */
export interface Wait {
  wait: string;
  seconds: number;
}

/** The openings that wait longest, as readings of a clock: from the second `from` to the second `last`. */
export interface Openings {
  from: string;
  last: string;
  /** In how many weeks. */
  weeks: number;
  isAllYear: boolean;
}

/** The longest wait for a plan's reply in the 365 days from the day of opening, and in an ordinary week. */
export type LongestWait<Ids extends CatalogIds = {}> = { plan: Id<Ids, "plan"> } & (
  | (Wait & {
      ordinary: Wait;
      /** Whether every opening waits as long; then `openings` is empty. */
      isAlways: boolean;
      openings: Openings[];
      /** The zone whose clock `openings` are read on: that of the coverage, or else the desk's. */
      zone: string;
      error?: undefined;
    })
  | ({ error: AnswerError } & { [Name in keyof Wait | "ordinary" | "isAlways" | "openings" | "zone"]?: undefined })
);

/** What a plan has of an entitlement. */
export type EntitlementCell<Ids extends CatalogIds = {}> = {
  plan: Id<Ids, "plan">;
  /** The value in words. */
  text: string;
  note?: string;
} & (
  | { value: "count"; count: number }
  | { value: "time"; time: string }
  | { value: "coverage"; coverage: Id<Ids, "coverage"> }
  | { value: "included" | "not-included" | "not-stated" | "on-request" | "add-on" | "unlimited" | "text" | "list" }
);

export interface TargetCell<Ids extends CatalogIds = {}> {
  plan: Id<Ids, "plan">;
  target?: string;
  days?: Days;
  coverage?: Id<Ids, "coverage">;
  error?: AnswerError;
  /** The target in words. */
  text: string;
  note?: string;
}

export interface EntitlementRow<Ids extends CatalogIds = {}> {
  kind: "entitlement";
  id: Id<Ids, "entitlement">;
  name: string;
  group: string;
  /** Whether all plans of the scenario have the same; no, if it is one plan. */
  isEqual: boolean;
  cells: EntitlementCell<Ids>[];
}

export interface TargetRow<Ids extends CatalogIds = {}> {
  kind: "target";
  target: Id<Ids, "target">;
  priority: Id<Ids, "priority">;
  name: string;
  isEqual: boolean;
  cells: TargetCell<Ids>[];
}

/** What a plan misses of what is needed. */
export interface Missing<Ids extends CatalogIds = {}> {
  code: "entitlement" | "late" | "too-slow" | "no-deadline" | "year-outside-zone-data" | "by-outside-zone-data";
  entitlement?: Id<Ids, "entitlement">;
  /** By how much time. */
  by?: string;
  error?: AnswerError;
}

export interface Comparison<Ids extends CatalogIds = {}> {
  rows: (EntitlementRow<Ids> | TargetRow<Ids>)[];
  /** For every plan of the catalog; only where the scenario has `need`, `by` or `within`. */
  fits?: { plan: Id<Ids, "plan">; isFit: boolean; missing: Missing<Ids>[] }[];
}

/** A fault of a catalog's file. */
export interface CatalogFault {
  line: number;
  column: number;
  path: string;
  found: string;
  allowed: string;
  /** Whether the catalog can be used in spite of it. */
  isDoubt: boolean;
  /** All of it in one line. */
  text: string;
}

/** A fault of a scenario or of options. */
export interface ParameterFault {
  parameter: string;
  value?: unknown;
  allowed?: string[];
  message: string;
}

/** A catalog: what its file has, as an object, as JSON, or in bytes. */
export type CatalogDocument = string | Uint8Array | ArrayBuffer | (object & NoMethods);

/** What promises, functions and answers of `fetch` have, and arrays. A catalog has nothing of it. */
type NoMethods = { then?: never; call?: never; arrayBuffer?: never; concat?: never };

/** What the functions throw. */
export type PlanComparatorError = Error & { name: "PlanComparatorError"; cause?: unknown } & (
    | { code: "catalog-not-sound"; faults: CatalogFault[] }
    | { code: "value-not-accepted" | "unknown-parameter" | "wrong-type"; faults: ParameterFault[] }
    | { code: "program-not-loaded"; faults: [] }
  );
export const PlanComparatorError: {
  readonly prototype: PlanComparatorError;
  [Symbol.hasInstance](value: unknown): value is PlanComparatorError;
};

/**
 * Reads a catalog, and fetches the program before, once. `language` is a code such as `nl`, in any case; `nl-BE` finds
 * `nl`. Rejects with a `PlanComparatorError`.
 */
export function readCatalog<Ids extends CatalogIds = {}>(
  document: CatalogDocument,
  options?: Given<{ language: string }> | null,
): Promise<Catalog<Ids>>;

/** What is wrong with a catalog, or doubtful. */
export function checkCatalog(
  document: CatalogDocument,
): Promise<{ isSound: boolean; summary: string; faults: CatalogFault[] }>;

/** When each plan's first reply is due: an answer for each plan of the scenario. */
export function deadlines<Ids extends CatalogIds>(
  catalog: Catalog<Ids>,
  scenario?: Scenario<NoInfer<Ids>> | null,
  options?: Options | null,
): Deadline<Ids>[];

/** What the plans of the scenario include and promise, where they differ, and which of them fit. */
export function compare<Ids extends CatalogIds>(
  catalog: Catalog<Ids>,
  scenario?: Scenario<NoInfer<Ids>> | null,
  options?: Options | null,
): Comparison<Ids>;

/** How long one waits at worst for each plan of the scenario, and for which openings. */
export function longestWait<Ids extends CatalogIds>(
  catalog: Catalog<Ids>,
  scenario?: Scenario<NoInfer<Ids>> | null,
  options?: Options | null,
): LongestWait<Ids>[];

// Only what is marked is exported.
export {};
