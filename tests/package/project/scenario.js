// The case of every page here: a Friday evening.
export const SCENARIO = { priority: "p2", region: "emea", zone: "Europe/London", opened: "2026-03-27T16:30" };
