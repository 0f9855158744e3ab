// What the functions of the package throw.

/** `code` says what kind of fault it is, the message what is wrong and what is allowed; `faults` has each by itself. */
export class PlanComparatorError extends Error {
  name = "PlanComparatorError";

  constructor(code, message, { faults = [], cause } = {}) {
    super(message, { cause });
    this.code = code;
    this.faults = faults;
  }
}

/** Calls the program. What it throws are texts; anything else is a fault of its own, and stays as it is. */
export function told(act) {
  try {
    return act();
  } catch (thrown) {
    if (typeof thrown !== "string") throw thrown;
    const { code, message, faults } = JSON.parse(thrown);
    throw new PlanComparatorError(code, message, { faults });
  }
}

/** The most characters of a text that a message shows, as many as the program does. */
const MOST_SHOWN = 40;

function quoted(text) {
  // No character takes more than two places.
  const characters = [...text.slice(0, 2 * MOST_SHOWN + 2)];
  const isLong = characters.length > MOST_SHOWN;
  return `“${isLong ? `${characters.slice(0, MOST_SHOWN).join("")}…` : text}”`;
}

/** What an object is, such as `Date` or `Promise`, also if it comes from another frame; for values the like. */
export function kindOf(value) {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/** What a value is, in words for a message. */
function inWords(value) {
  if (typeof value === "string") return `the text ${quoted(value)}`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  const kind = kindOf(value);
  if (kind === "Date" && Number.isNaN(value.valueOf())) return "an invalid Date";
  return `${/^[AEIO]/.test(kind) ? "an" : "a"} ${kind === "Object" || kind === "Array" ? kind.toLowerCase() : kind}`;
}

/**
 * A value of a type that a parameter does not have. `place` is the parameter, or `plans[0]` if one item of its list is
 * wrong.
 */
export function wrongType(place, value, allowed, cause) {
  const message = `${place}: found ${inWords(value)}, allowed is ${allowed}`;
  const [parameter] = place.split("[");
  return new PlanComparatorError("wrong-type", message, { faults: [{ parameter, value, message }], cause });
}

/** A value of the right type that cannot be used. */
export function notAccepted(parameter, value, allowed) {
  const message = `${parameter}: ${quoted(String(value))}. Possible: ${allowed}.`;
  return new PlanComparatorError("value-not-accepted", message, { faults: [{ parameter, value, message }] });
}

/** A name that an object does not have; `whoHas` begins the sentence. */
export function unknownName(whoHas, parameter, names) {
  const message = `${whoHas} no ${quoted(parameter)}, only ${names.join(", ")}`;
  return new PlanComparatorError("unknown-parameter", message, { faults: [{ parameter, allowed: names, message }] });
}

/** Throws errors, if there are any, as one: with the code of the first and the faults of all. */
export function throwTogether(errors) {
  if (errors.length === 0) return;
  const message = errors.map((error) => error.message).join("\n");
  throw new PlanComparatorError(errors[0].code, message, { faults: errors.flatMap(({ faults }) => faults) });
}
