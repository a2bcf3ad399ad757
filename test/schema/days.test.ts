import { deepEqual, ok } from "node:assert/strict";
import { dayBounds, dayOf, dayStart, hourOf } from "@hilo/schema";

const hour = 60 * 60 * 1000;

describe("the bounds of a day", () => {
  const days: [timeZone: string, day: string, hours: number, firstHour: number][] = [
    ["UTC", "20261130", 24, 0],
    ["America/Santiago", "20261130", 24, 0],
    // There a change of the clocks takes the day's first hour away, or gives the day before one more.
    ["America/Santiago", "20260906", 23, 1],
    ["America/Santiago", "20260404", 25, 0],
    ["Europe/Madrid", "20260329", 23, 0],
    ["Europe/Madrid", "20261025", 25, 0],
    ["America/New_York", "20260308", 23, 0],
    ["America/New_York", "20261101", 25, 0],
    ["Australia/Lord_Howe", "20261004", 23.5, 0],
    ["Australia/Lord_Howe", "20260405", 24.5, 0],
    ["Asia/Kathmandu", "20261130", 24, 0],
    ["Pacific/Kiritimati", "20261130", 24, 0],
    ["Pacific/Niue", "20261130", 24, 0],
  ];
  for (const [timeZone, day, hours, firstHour] of days) {
    it(`has ${hours} hours on ${day} in ${timeZone}`, () => {
      const { start, end } = dayBounds(day, timeZone);
      deepEqual([(end - start) / hour, hourOf(start, timeZone)], [hours, firstHour]);
      deepEqual([dayOf(start, timeZone), dayOf(end - 1, timeZone)], [day, day]);
      deepEqual([dayStart(start, timeZone), dayStart(end - 1, timeZone)], [start, start]);
      ok(dayOf(start - 1, timeZone) < day && dayOf(end, timeZone) > day);
    });
  }
});
