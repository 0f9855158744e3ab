// dayjs-business-time. Its hours are the locale's, read on the process's own clock.
//
// It goes on by whole minutes, also over a closing: where a case is opened within a minute and
// counts on another day, the answer is up to two minutes late.
import dayjs from "dayjs";
import businessTime from "dayjs-business-time";
import { answerAll } from "./answer-all.mjs";

dayjs.extend(businessTime);

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function answer(opened, target) {
  return dayjs(opened * 1000).addBusinessTime(target / 60, "minutes").valueOf() / 1000;
}

export const dayjsBusinessTime = {
  name: "dayjs-business-time 1.0.4",
  answer,
  answerAll: answerAll(answer),
  canExpress: ({ zone }) => zone === Intl.DateTimeFormat().resolvedOptions().timeZone,
  openDesk({ week, holidays }) {
    const open = ([from, until]) => ({ start: `${from}:00`, end: `${until}:00` });
    const hours = (windows) => (windows.length > 0 ? windows.map(open) : null);
    dayjs.setBusinessTime(Object.fromEntries(DAYS.map((day, index) => [day, hours(week[index])])));
    dayjs.setHolidays(holidays);
  },
};
