/** A moment to put a conversation off to. */
export type SnoozeTime = {
  id: "thisAfternoon" | "laterToday" | "tomorrow" | "monday" | "nextWeek";
  at: number;
};

const hour = 60 * 60 * 1000;
const morning = 9;
const afternoon = 15;
/** Later than this, "later today" is no longer offered. */
const evening = 20;

/**
 * The usual moments, each offered only while it makes sense, and no moment twice: this afternoon at 3 or else in three
 * hours, tomorrow, Monday and a week from now at 9.
 */
export function snoozeTimes(now: number): SnoozeTime[] {
  const today = new Date(now);
  const times: SnoozeTime[] = [
    ...laterOn(today),
    { id: "tomorrow", at: at(today, 1, morning) },
    { id: "monday", at: at(today, (8 - today.getDay()) % 7 || 7, morning) },
    { id: "nextWeek", at: at(today, 7 + overWeekend(today.getDay()), morning) },
  ];
  return times.filter((one, i) => times.findIndex((other) => other.at === one.at) === i);
}

/** What is left of today. */
function laterOn(today: Date): SnoozeTime[] {
  const threePm = at(today, 0, afternoon);
  if (today.getTime() <= threePm - hour) return [{ id: "thisAfternoon", at: threePm }];
  const later = roundedUp(today.getTime() + 3 * hour);
  const fits = later <= at(today, 0, evening + 1) - hour / 2;
  return fits ? [{ id: "laterToday", at: later }] : [];
}

/** A week from a weekend is the Monday after it. */
function overWeekend(weekday: number): number {
  return { 6: 2, 0: 1 }[weekday] ?? 0;
}

/** The next half hour. */
function roundedUp(at: number): number {
  return Math.ceil(at / (hour / 2)) * (hour / 2);
}

/** In local time, which a change of the clocks moves. */
function at(day: Date, days: number, hours: number): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, hours).getTime();
}
