// Rows that were copied from a spreadsheet become entitlements: a column for the names, and one for each plan.

const YES = /^(✓|✔|☑|x|yes|ja|included|inbegrepen)$/i;
const NO = /^(✗|✘|–|—|-|no|nee|none|geen|not included|niet inbegrepen)$/i;

/** The value that a cell means. A word that is the name of a coverage means its hours; others stay words. */
function value(cell, coverages) {
  const words = cell.trim();
  if (words === "") return "not-stated";
  if (YES.test(words)) return "included";
  if (NO.test(words)) return "not-included";
  if (/^\d{1,9}$/.test(words)) return { count: Number(words) };
  const coverage = coverages.find(({ name, id }) => [id, ...named(name)].some((known) => known.toLowerCase() === words.toLowerCase()));
  return coverage ? { coverage: coverage.id } : { text: words };
}

/** The names of something, in every language. */
const named = (text) => (typeof text === "string" ? [text] : Object.values(text ?? {}));

/** An id that a name suggests and that is not taken. */
function idOf(name, taken) {
  const plain = name.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "row";
  let id = plain;
  for (let number = 2; taken.has(id); number += 1) id = `${plain}-${number}`;
  taken.add(id);
  return id;
}

/** The rows of a table whose cells have tabs between them; a cell in quotes may have lines and tabs of its own. */
export function cells(table) {
  const text = table.replaceAll("\r\n", "\n");
  const next = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/y;
  const rows = [[]];
  for (;;) {
    const [, cell, end] = next.exec(text);
    const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
    rows.at(-1).push(isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ""));
}

/**
 * A catalog's text with a group of entitlements from a table, and how many they are. The first row may name the
 * plans, in any order; without it the columns are in the catalog's order. Throws what is wrong, in the words given.
 */
export function withRows(text, table, group, words) {
  let catalog;
  try {
    catalog = JSON.parse(text);
  } catch {
    throw new Error(words.table_needs_json);
  }
  const plans = Array.isArray(catalog.plans) ? catalog.plans : [];
  let rows = cells(table);
  if (plans.length === 0 || rows.length === 0) throw new Error(words.table_empty);
  const planCalled = (cell) => plans.find(({ id, name, short }) =>
    [id, ...named(name), ...named(short)].some((known) => String(known).toLowerCase() === cell.trim().toLowerCase()));
  let columns = plans;
  const [head] = rows;
  if (head.slice(1).some(planCalled)) {
    columns = head.slice(1).map(planCalled);
    rows = rows.slice(1);
  }
  if (rows.length === 0) throw new Error(words.table_empty);
  const taken = new Set((catalog.groups ?? []).flatMap(({ id, entitlements }) => [id, ...(entitlements ?? []).map((row) => row.id)]));
  const entitlement = ([name, ...values]) => ({
    id: idOf(name, taken),
    name: name.trim(),
    values: Object.fromEntries(plans.map((plan) => [plan.id, value(values[columns.indexOf(plan)] ?? "", catalog.coverages ?? [])])),
  });
  const entitlements = rows.map(entitlement);
  const name = group.trim() || words.table_group_default;
  catalog.groups = [...(catalog.groups ?? []), { id: idOf(name, taken), name, entitlements }];
  return { text: `${JSON.stringify(catalog, null, 2)}\n`, count: entitlements.length };
}
