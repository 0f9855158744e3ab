// Plans, links, and what they come to, for the tests of every engine.

/** The plans, in catalog order. */
export const PLANS = ["online", "business", "enterprise", "elite"];

/** A case opened in London on the last Friday before summer time. */
export const FRIDAY = "priority=p2&region=emea&zone=Europe/London&opened=2026-03-27T16:30";

/** When each plan's first reply to it is due. */
export const FRIDAYS_ANSWERS = {
  online: "2026-03-30T11:30:00Z",
  business: "2026-03-30T09:30:00Z",
  enterprise: "2026-03-27T17:30:00Z",
  elite: "2026-03-27T17:00:00Z",
};

/** A link that sets everything which can be set, but no other desks: their rows come after the first ones. */
export const EVERYTHING =
  `${FRIDAY}&by=2026-03-30T11:00&holidays=2026-04-03&differences=only&mine=business&need=named-support-contacts,case-reviews&within=PT60H`;

/**
 * One case of each kind, to hold that links and answers are wired to the engine; the engine's own
 * tests have the others. What a target does, the plan, the link, the due instant, and how it reads.
 */
export const CASES = [
  ["of 24x5 pauses from Saturday to Monday", "elite", "priority=p3&region=emea&zone=Europe/London&opened=2026-06-12T23:30",
    "2026-06-14T23:30:00Z", "Monday 15 June 2026 00:30 (London, UTC+1)"],
  ["of business days is due at the same time of day", "online", "priority=p4&region=emea&zone=Europe/London&opened=2026-01-07T11:00",
    "2026-01-12T11:00:00Z", "Monday 12 January 2026 11:00 (London, UTC+0)"],
  ["skips the holidays of the link", "online", "priority=p3&region=emea&zone=Europe/London&opened=2026-12-24T13:00&holidays=2026-12-25,2026-12-28",
    "2026-12-29T11:00:00Z", "Tuesday 29 December 2026 11:00 (London, UTC+0)"],
  ["in Japan keeps to business hours", "elite", "priority=p2&region=japan&zone=Asia/Tokyo&opened=2026-09-11T17:29:59",
    "2026-09-14T00:29:59Z", "Monday 14 September 2026 09:29:59 (Tokyo, UTC+9)"],
];
