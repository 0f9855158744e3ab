import type { CatalogDocument } from "./engine/index.js";

/** A day as a region of a catalog has it. */
export type CatalogDate = string | { [key: string]: unknown };

/** The whole days of a calendar's file (.ics), and what was left out. Throws an `Error` if it is no such file. */
export function datesOf(calendar: string | Uint8Array | ArrayBuffer): { dates: CatalogDate[]; leftOut: string[] };

/** Where the site stands: the address of its root, for links that are made elsewhere. */
export interface Place {
  page?: string | null | undefined;
}

/**
 * A page of a catalog as one HTML file, in the language of that code, or else in the catalog's first one. Throws as
 * `siteOf`.
 */
export function oneFileOf(document: CatalogDocument, language?: string | null, place?: Place | null): string;

/**
 * The site of a catalog: the bytes of each file by its path. Throws a `PlanComparatorError` as `readCatalog` does, and
 * `value-not-accepted` if `page` is no address.
 */
export function siteOf(document: CatalogDocument, place?: Place | null): Map<string, Uint8Array>;

export {};
