// What the program is asked, made of the objects that its callers write.
import { throwTogether } from "./error.js";
import { instant, list, members, moment, text, zone } from "./reading.js";

/** The parameters of a scenario, and how each is read. */
const PARAMETERS = {
  plans: list,
  target: text,
  priority: text,
  region: text,
  zone: text,
  also: list,
  opened: moment,
  by: moment,
  holidays: list,
  differences: text,
  mine: text,
  need: list,
  within: text,
};
const OPTIONS = { now: instant, visitorZone: zone };

const zoneOfMachine = () => new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

/**
 * A scenario as the query of a link, the present instant in seconds since 1970, and the visitor's zone. What a scenario
 * lacks, or has empty, is left out: its default holds.
 */
export function questionOf(scenario, options) {
  const errors = [];
  const parameters = members("scenario", scenario, "a scenario has", PARAMETERS, errors);
  const { now, visitorZone } = members("options", options, "the options have", OPTIONS, errors);
  throwTogether(errors);
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
  return [new URLSearchParams(given).toString(), now ?? Math.floor(Date.now() / 1000), visitorZone ?? zoneOfMachine()];
}
