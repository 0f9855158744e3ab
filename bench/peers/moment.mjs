// moment-business-time. Its hours are the locale's, read on the clock of the moment's own zone: the
// process's, which is the faster, or one of moment-timezone's.
import moment from "moment-timezone";
import "moment-business-time";
import { answerAll } from "./answer-all.mjs";

/** The desk's zone, where it is not the process's. */
let zone;

function answer(opened, target) {
  const start = zone ? moment.tz(opened * 1000, zone) : moment(opened * 1000);
  return start.addWorkingTime(target / 60, "minutes").valueOf() / 1000;
}

export const momentBusinessTime = {
  name: "moment-business-time 2.0.0",
  answer,
  answerAll: answerAll(answer),
  // It throws on hours that end at midnight; written as 23:59:59, they would be other hours.
  canExpress: ({ week }) => week.flat().every(([, until]) => until !== "24:00"),
  openDesk(desk) {
    zone = desk.zone === Intl.DateTimeFormat().resolvedOptions().timeZone ? null : desk.zone;
    const workinghours = desk.week.map((windows) => (windows.length > 0 ? windows.flat() : null));
    moment.updateLocale("en", { workinghours, holidays: desk.holidays });
  },
};
