// What the program is asked, made of the objects that its callers write.
import { PlanComparatorError, unknownName, wrongType } from "./error.js";

/** A moment, as the program reads it: whole seconds in UTC. */
function fromDate(date) {
  return `${date.toISOString().slice(0, 19)}Z`;
}

const isText = (value) => typeof value === "string";
const isDate = (value) => value instanceof Date && !Number.isNaN(value.valueOf());

const TEXT = { allowed: "a string", read: (value) => (isText(value) ? value : undefined) };
const LIST = {
  allowed: "an array of strings",
  read: (value) => (Array.isArray(value) && value.every(isText) ? value.join(",") : undefined),
};
const MOMENT = {
  allowed: "a string such as 2026-03-27T16:30, or a Date",
  read: (value) => (isDate(value) ? fromDate(value) : TEXT.read(value)),
};

/** The parameters of a scenario, and what each may be. */
const PARAMETERS = {
  plans: LIST,
  target: TEXT,
  priority: TEXT,
  region: TEXT,
  zone: TEXT,
  opened: MOMENT,
  by: MOMENT,
  holidays: LIST,
  differences: TEXT,
  mine: TEXT,
  need: LIST,
  within: TEXT,
};
const OPTIONS = ["now", "visitorZone"];

/** Throws if an object is none, or has a name that is not known. */
function requireNames(object, what, whoHas, names) {
  const isObject = typeof object === "object" && object !== null && !Array.isArray(object);
  if (!isObject) throw wrongType(what, object, `an object with ${names.join(", ")}`);
  for (const name of Object.keys(object)) if (!names.includes(name)) throw unknownName(whoHas, name, names);
}

/** A scenario as the query of a link. What is missing, empty, `undefined` or `null` is left out: its default holds. */
export function queryOf(scenario) {
  requireNames(scenario, "scenario", "a scenario has", Object.keys(PARAMETERS));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(scenario)) {
    if (value === undefined || value === null) continue;
    const { allowed, read } = PARAMETERS[name];
    const text = read(value);
    if (text === undefined) throw wrongType(name, value, allowed);
    if (text) query.set(name, text);
  }
  return query.toString();
}

/** Zones that were named and are known: to ask for one takes longer than to compute a deadline. */
const known = new Set();

function zoneOf(zone) {
  if (zone === undefined) return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  if (!isText(zone)) throw wrongType("visitorZone", zone, "an IANA name such as Europe/Amsterdam");
  if (!known.has(zone)) {
    try {
      new Intl.DateTimeFormat("en", { timeZone: zone });
    } catch {
      throw notAccepted("visitorZone", zone, "an IANA name such as Europe/Amsterdam");
    }
    known.add(zone);
  }
  return zone;
}

/** The present instant in seconds. A text has to say on which clock it is. */
function secondsOf(now) {
  if (!isDate(now) && !isText(now)) throw wrongType("now", now, "a Date, or a string such as 2026-03-27T16:30Z");
  const isWhole = isDate(now) || /T.*(Z|[+-]\d\d:?\d\d)$/i.test(now);
  const instant = isWhole ? new Date(now).valueOf() : NaN;
  if (Number.isNaN(instant)) throw notAccepted("now", now, "a moment such as 2026-03-27T16:30Z, with Z or an offset");
  return Math.floor(instant / 1000);
}

function notAccepted(parameter, value, allowed) {
  const message = `${parameter}: “${value}”. Possible: ${allowed}.`;
  return new PlanComparatorError("value-not-accepted", message, { faults: [{ parameter, value, message }] });
}

/** The present instant, in seconds since 1970, and the visitor's zone. */
export function circumstances(options) {
  requireNames(options, "options", "the options have", OPTIONS);
  return [secondsOf(options.now ?? new Date()), zoneOf(options.visitorZone)];
}
