import { dayStart } from "@hilo/schema/time";
import { settings } from "./settings.ts";

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time zone in which the workspace counts its days; this device's until it is known. */
export function dayZone(): string {
  return settings.value?.timeZone ?? here;
}

/** When today began, as the workspace counts its days. */
export function dayBegan(now = Date.now()): number {
  return dayStart(now, dayZone());
}
