/** A day as a region of a catalog has it. */
export type CatalogDate = string | { [key: string]: unknown };

/** The whole days of a calendar's file (.ics), and what was left out. Throws a string if it is no such file. */
export function datesOf(bytes: Uint8Array): { dates: CatalogDate[]; leftOut: string[] };

/** Where the site stands: the address of its root, for links that are made elsewhere. */
export interface Place {
  page?: string;
}

/**
 * A page of a catalog as one HTML file, in the language of that code, or else in the catalog's first one. Throws as
 * `siteOf`.
 */
export function oneFileOf(bytes: Uint8Array, language?: string, place?: Place): string;

/**
 * The site of a catalog: the bytes of each file by its path. Throws a string with a line for each fault, if the catalog
 * has any.
 */
export function siteOf(bytes: Uint8Array, place?: Place): Map<string, Uint8Array>;
