import { dayStart } from "@hilo/schema/time";
import { zone } from "./settings.ts";

/** When today began, as the workspace counts its days. */
export function dayBegan(now = Date.now()): number {
  return dayStart(now, zone());
}
