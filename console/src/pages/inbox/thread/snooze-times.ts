/** A moment to put a conversation off to. */
export type SnoozeTime = { id: "laterToday" | "tomorrow" | "monday"; at: number };

const hour = 60 * 60 * 1000;
const morning = 9;
/** Later than this, "later today" is no longer offered. */
const evening = 20;

/** The usual moments, each offered only while it makes sense: in three hours, tomorrow at 9, Monday at 9. */
export function snoozeTimes(now: number): SnoozeTime[] {
  const today = new Date(now);
  const later = roundedUp(now + 3 * hour);
  const tomorrow = morningAfter(today, 1);
  const monday = morningAfter(today, (8 - today.getDay()) % 7 || 7);
  const sameDay = new Date(later).getDate() === today.getDate();
  const times: SnoozeTime[] = [{ id: "tomorrow", at: tomorrow }];
  if (sameDay && new Date(later).getHours() <= evening)
    times.unshift({ id: "laterToday", at: later });
  if (monday !== tomorrow) times.push({ id: "monday", at: monday });
  return times;
}

/** The next half hour. */
function roundedUp(at: number): number {
  return Math.ceil(at / (hour / 2)) * (hour / 2);
}

function morningAfter(day: Date, days: number): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, morning).getTime();
}
