// What the functions of the engine throw.

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

/** The kind of a value, in words for a message. */
function kindOf(value) {
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? "an invalid Date" : "a Date";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "string") return `the text “${value}”`;
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "function" ? "a function" : String(value);
}

/** A value of a type that a parameter does not have. */
export function wrongType(parameter, value, allowed) {
  const message = `${parameter}: found ${kindOf(value)}, allowed is ${allowed}`;
  return new PlanComparatorError("wrong-type", message, { faults: [{ parameter, value, message }] });
}

/** A name that an object does not have; `whoHas` begins the sentence. */
export function unknownName(whoHas, parameter, names) {
  const message = `${whoHas} no “${parameter}”, only ${names.join(", ")}`;
  return new PlanComparatorError("unknown-parameter", message, { faults: [{ parameter, allowed: names, message }] });
}
