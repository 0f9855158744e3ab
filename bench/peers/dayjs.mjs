// dayjs-business-time. Its hours are the locale's, read on the process's own clock.
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
    const hours = DAYS.map((day, index) => [
      day,
      week[index].length > 0 ? week[index].map(([from, until]) => ({ start: `${from}:00`, end: `${until}:00` })) : null,
    ]);
    dayjs.setBusinessTime(Object.fromEntries(hours));
    dayjs.setHolidays(holidays);
  },
};
