// What callers write, in the forms that the program reads.
import { kindOf, notAccepted, unknownName, wrongType } from "./error.js";

export const isText = (value) => typeof value === "string";
const isDate = (value) => kindOf(value) === "Date" && !Number.isNaN(value.valueOf());

// A reader takes a name, the value under that name, and a list to which it adds an error if it cannot read the value.

export function text(name, value, errors, allowed = "a string") {
  if (!isText(value)) errors.push(wrongType(name, value, allowed));
  return value;
}

export function list(name, value, errors) {
  if (!Array.isArray(value)) errors.push(wrongType(name, value, "an array of strings"));
  else return Array.from(value, (item, place) => text(`${name}[${place}]`, item, errors)).join(",");
}

/** Reads a moment: of a Date the whole seconds, in UTC. */
export function moment(name, value, errors) {
  if (!isDate(value)) return text(name, value, errors, "a string such as 2026-03-27T16:30, or a Date");
  return value.toISOString().replace(/\.\d+Z$/, "Z");
}

const INSTANT =
  /^(?!0000)(\d{4}-\d\d-\d\dT\d\d:\d\d)(?:(:\d\d)(?:[.,]\d+)?)?(?:Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)$/i;

/** The seconds since 1970 of a moment with `Z` or an offset, as the program reads it; `NaN` if it is none. */
function secondsOf(moment) {
  const [, minute, second = ":00", sign = "+", hours = 0, minutes = 0] = INSTANT.exec(moment) ?? [];
  const reading = `${minute}${second}`.toUpperCase();
  const inUtc = new Date(`${reading}Z`);
  // Some engines take a day that does not exist for the one after it.
  const isReal = !Number.isNaN(inUtc.valueOf()) && inUtc.toISOString().startsWith(reading);
  return isReal ? inUtc.valueOf() / 1000 - Number(`${sign}${hours * 3600 + minutes * 60}`) : NaN;
}

/** Reads an instant as seconds since 1970. A text has to say on which clock it is. */
export function instant(name, value, errors) {
  if (!isDate(value) && !isText(value)) {
    errors.push(wrongType(name, value, "a Date, or a string such as 2026-03-27T16:30Z"));
    return NaN;
  }
  const written = isDate(value) ? value.toISOString() : value;
  const seconds = secondsOf(written);
  if (Number.isNaN(seconds)) {
    errors.push(notAccepted(name, written, "a moment such as 2026-03-27T16:30Z, with Z or an offset"));
  }
  return seconds;
}

/** Zones that were named and are known: to ask for one takes longer than to compute a deadline. */
const known = new Set([""]);

/** Reads the name of a zone; an empty one is none. */
export function zone(name, value, errors) {
  const allowed = "an IANA name such as Europe/Amsterdam";
  if (isText(value) && !known.has(value)) {
    try {
      new Intl.DateTimeFormat("en", { timeZone: value });
      known.add(value);
    } catch {
      errors.push(notAccepted(name, value, allowed));
    }
  }
  return text(name, value, errors, allowed);
}

/**
 * What an object has, by its names, as the `readers` of these names read it. What is missing, `undefined` or `null` is
 * left out, as it is if the object is. `whoHas` begins the sentence about a name that has no reader.
 */
export function members(what, object, whoHas, readers, errors) {
  const names = Object.keys(readers);
  if (kindOf(object ?? {}) !== "Object") {
    errors.push(wrongType(what, object, `an object with ${names.join(", ")}`));
    return {};
  }
  const read = {};
  for (const [name, value] of Object.entries(object ?? {})) {
    if (!names.includes(name)) errors.push(unknownName(whoHas, name, names));
    else if (value !== undefined && value !== null) read[name] = readers[name](name, value, errors);
  }
  return read;
}

const DOCUMENT = "an object, a JSON text or bytes";

/** The bytes of a catalog's file, whatever it was given as. */
export function bytesOf(document) {
  const kind = kindOf(document);
  if (kind === "Uint8Array") return document;
  if (kind === "ArrayBuffer") return new Uint8Array(document);
  if (isText(document)) return new TextEncoder().encode(document);
  if (kind === "Promise") throw wrongType("document", document, `${DOCUMENT}: await it`);
  if (kind !== "Object") throw wrongType("document", document, DOCUMENT);
  try {
    return new TextEncoder().encode(JSON.stringify(document));
  } catch (cause) {
    // It contains itself, or numbers that JSON does not have.
    throw wrongType("document", document, "an object that JSON can hold, a JSON text or bytes", cause);
  }
}
