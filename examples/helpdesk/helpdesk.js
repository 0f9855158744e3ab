// The form of a helpdesk: it says by when the first reply to a new case is due.
import { deadlines, readCatalog } from "plan-comparator";

const [form, output] = [document.querySelector("form"), document.querySelector("output")];
const moment = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "short" });

const REASONS = {
  "not-offered": "This plan has no replies to such cases.",
  "no-such-priority": "This plan has no such cases.",
  "not-stated": "The plan does not say by when.",
  "no-figure": "The plan names no time.",
};

function show(catalog) {
  const [{ due, error }] = deadlines(catalog, { plans: [form.plan.value], priority: form.priority.value });
  const reason = REASONS[error] ?? `It is not known by when (${error}).`;
  output.value = due ? `First reply due by ${moment.format(new Date(due))}.` : reason;
}

try {
  const response = await fetch("node_modules/plan-comparator/starter.json");
  const catalog = await readCatalog(await response.text(), { language: document.documentElement.lang });
  for (const { id, name } of catalog.plans) form.plan.add(new Option(name, id));
  for (const { id, name } of catalog.priorities) form.priority.add(new Option(name, id));
  show(catalog);
  form.addEventListener("change", () => show(catalog));
  // A case is opened when it is sent; as long as it is not, its deadline moves on.
  setInterval(() => show(catalog), 60_000);
} catch (error) {
  output.value = "It is not known by when the first reply is due.";
  console.error(error);
}
