// Dates of a calendar become dates of a region.

/** The regions of a catalog's text, each with an id and a name; none while the text is no catalog. */
export function regionsOf(text) {
  try {
    const { regions } = JSON.parse(text);
    return regions.map(({ id, name }) => ({ id: String(id), name: typeof name === "string" ? name : Object.values(name)[0] }));
  } catch {
    return [];
  }
}

/** A catalog's text with more dates in a region, in order, and how many came. A date that is there stays as it is. */
export function withDates(text, region, dates, words) {
  if (regionsOf(text).length === 0) throw new Error(words.calendar_needs_region);
  const catalog = JSON.parse(text);
  const place = catalog.regions.find(({ id }) => String(id) === region) ?? catalog.regions[0];
  const dateOf = (item) => (typeof item === "string" ? item : item.date);
  const known = Array.isArray(place.dates) ? place.dates : [];
  const more = dates.filter((item) => !known.some((other) => dateOf(other) === dateOf(item)));
  place.dates = [...known, ...more].sort((one, other) => (dateOf(one) < dateOf(other) ? -1 : 1));
  return { text: `${JSON.stringify(catalog, null, 2)}\n`, count: more.length };
}
